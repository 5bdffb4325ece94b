"""Counts whose people another clause names, numbers that answer a question, those who did not survive, and people who only seem victims."""

import pytest
from tests.reading.short_counts import counts, expected

WHOSE = [
    ("A trooper died and two were hurt.", "k pf 1 1; i pf 2 2"),
    ("Three members of Hezbollah were killed in the strike.", "k pf 3 3"),
    ("ULX gunmen fired on a bus on Sunday. On Monday police arrested two ULX members.", "d pf 2 2"),
    ("Nine members of the choir were injured by a shell.", "i a 9 9"),
    ("Police arrested four members of the gang.", "d pf 4 4"),
    ("Two Red Berets were killed and a third was wounded.", "k pf 2 2; i pf 1 1"),
    ("Government troops retook the town at a cost of nine dead.", "k pf 9 9"),
    ("The ministry put the losses of the attackers at between 30 and 35 dead.", "k pf 30 35"),
    ("The rebels said they had killed 40 soldiers. The army admitted to 12 dead.", "k pf 40 40; k pf 12 12"),
    ("The raiders killed 14 villagers. The governor acknowledged three dead.", "k a 14 14; k a 3 3"),
    ("The deaths of 105 servicemen have been confirmed; the previous figure was 49.", "k pf 105 105; k pf 49 49"),
    ("The guerrillas took 28 prisoners when they overran the post.", "d pf 28 28"),
    ("The regime hanged seven political prisoners.", "k a 7 7"),
    ("The shells killed six civilians and wounded ten.", "k c 6 6; i c 10 10"),
    ("There was no loss of life on the part of the police.", "k pf 0 0"),
    ("Nobody in the platoon was hit.", "i pf 0 0"),
    ("PFC John Doe, 21, died of his wounds after the raid.", "k pf 1 1"),
    ("Gunmen took three constables and a typist prisoner.", "d pf 3 3; d a 1 1"),
    ("Aisha Omar, who was ten, was killed by a shell.", "k ch 1 1"),
    ("Sepoy Gul Rehman is missing since the raid.", "m pf 1 1"),
]

ANSWERS = [
    ("How many people died in the raid? Forty, according to the mayor; 63, according to the clinic.", "k a 40 40; k a 63 63"),
    ('How many were killed by the shells? "Nine," said the prefect.', "k a 9 9"),
    ("Villagers say 30 people were killed by soldiers. The chief's list has 41 entries.", "k a 30 30; k a 41 41"),
    ("The first report said three were killed in the raid; by evening it was 14.", "k a 3 3; k a 14 14"),
    ("The army spoke of nine dead; residents maintain that there were 21.", "k a 9 9; k a 21 21"),
    ("Gunmen killed two men. Of those who fled, the agency puts the number at 3,000.", "k a 2 2; x a 3000 3000"),
    ("Six people were killed by mortars according to the radio, ten according to the priest.", "k a 6 6; k a 10 10"),
    ("15. How many villagers died is contested.", ""),
]

SURVIVORS = [
    ("Gunmen stopped the bus. None of the 22 passengers survived.", "k a 22 22"),
    ("Only two of the 30 miners got out alive after the raid.", "k a 28 28"),
    ("All but three of the 20 captives were executed.", "k a 17 17"),
    ("The clinic registered 39 deaths from the bombing; over half of those killed were women.", "k a 39 39; k w 20 39"),
    ("Two of the villagers were still alive on Monday.", ""),
]

SEEMING = [
    ("Bandits shot at a bus.", ""),
    ("A displaced teacher told us that she had fled the raid.", ""),
    ("The bomb killed 12, many of them in their beds.", "k a 12 12"),
    ("A monk whose two brothers died in the raid gave us a list.", "k a 2 2"),
    ("A witness who had identified two of the gunmen was shot dead.", "k a 1 1"),
    ("A minibus was picking up cleaners when a shell hit it.", ""),
    ("Private Aliyev became a martyr in the raid.", "k pf 1 1"),
    ("Care is taken so that no innocent person is harmed.", ""),
    ("Whether any rebel was hit is not known.", ""),
    ("Two nephews tried to carry him off.", ""),
    ("She called it a squalid little murder.", ""),
]

OTHERS = [
    ("The bomber killed himself and six shoppers.", "k a 1 1; k a 6 6"),
    ("No women or children were hurt by the shells.", "i w 0 0; i ch 0 0"),
    ("Police shot dead three kidnap-for-ransom gangsters.", "k pf 3 3"),
    ("Guards shot dead several who tried to swim away.", "k a 3 9"),
    ("The hostages include two Germans.", "d a 2 2"),
    ("We have in our hands 22 soldiers.", "d pf 22 22"),
    ("Soldiers marched nine men to the river.", "d a 9 9"),
    ("Forty soldiers were killed and 38 made prisoner.", "k pf 40 40; d pf 38 38"),
    ("Diggers found 14 skulls in the pit where the men had been shot.", "k a 14 14"),
]

DENSE = [
    ("The chapel was burned; 34 men perished in it and three women were shot as they ran.", "k a 34 34; k w 3 3"),
    ("The priest was led away by soldiers with five others.", "d a 1 1; d a 5 5"),
    ("Soldiers took away six men. None of the six has been seen since.", "d a 6 6; m a 6 6"),
    ("Soldiers took away 150 men. Nine did not return.", "d a 150 150; m a 9 9"),
    ("Some 300 villagers fled to the hills and did not return until 1984.", "x a 270 330"),
    ("The police reported five dead in the raid; the newspaper El Faro, twelve.", "k a 5 5; k a 12 12"),
    ("The governor spoke of seven soldiers dead and one taken.", "k pf 7 7; d pf 1 1"),
    ("Two old men, one of them Hadi Reso, burned to death in the raid.", "k a 2 2; k a 1 1"),
    ("About 24,000 people are in the Karusian camps.", "x a 21600 26400"),
    ("Thousands crossed the Chari in dugouts last night.", "x a 2000 9999"),
    ("Soldiers fired on the camp. Refugees give the names of 52.", "k a 52 n"),
    ("The rebels put to death with stones eleven peasants.", "k a 11 11"),
    ("Armed men carried off from the ward four soldiers under treatment.", "d pf 4 4"),
    ("Rebels shot dead at the ford two ferrymen.", "k a 2 2"),
    ("A patrol detained 21 villagers. Their whereabouts are unknown.", "d a 21 21; m a 21 21"),
    ("The army battalion left dozens of corpses.", "k pf 24 99"),
    ("Nothing has been heard of some 130 constables since Monday.", "m pf 117 143"),
    ("The ministry said it had no news of 18 soldiers.", "m pf 18 18"),
    ("The body of a teacher, abducted in April, was pulled from a well.", "k a 1 1; d a 1 1"),
    ("A mine tore off the foot of a girl grazing goats.", "i ch 1 1"),
    ("Two sisters, 8 and 11, were killed by a shell.", "k ch 2 2"),
    ("The guerrillas shot dead 41 people, five of them signatories of the accord.", "k a 41 41; k a 5 5"),
    ("The rebels kidnapped 14 peasants, three of whom were able to escape.", "d a 14 14"),
    ("The group said it would execute two policemen.", ""),
    ("The army denied killing civilians.", ""),
    ("Raiders stole cattle; police who went after them shot four dead.", "k pf 4 4"),
    ("The strike killed 18 insurgents, three of whom, elders insist, were day labourers.", "k pf 18 18; k a 3 3"),
    ("Two girls carried away by raiders were found alive.", "d ch 2 2"),
    ("More than 1,000 settlers have left for Karusi by ferry since the raid.", "x a 1001 n"),
    ("Ten people were killed by shells and twice that number injured.", "k a 10 10; i a 20 20"),
    ("The eight men of the council were called out, made to kneel, and put to death.", "k a 8 8"),
    ("The rebels denied having killed anyone.", ""),
]


@pytest.mark.parametrize(("text", "short"), WHOSE + ANSWERS + SURVIVORS + SEEMING + OTHERS + DENSE)
def test_counts_are_read_where_another_clause_says_whose_they_are_and_nothing_else_is(text, short):
    """Bare figures, answers, survivors and people in other words are counted; those who act or are only spoken of are not."""
    assert counts(text) == expected(short)
