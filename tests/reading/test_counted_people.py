"""People who are counted: in hand, in flight, missing, unhurt, named by a pronoun or by whose they are, in lists and in other words."""

import pytest
from tests.reading.short_counts import counts, expected

IN_HAND = [
    ("Gunmen made off with five herdsmen near Karusi.", "d a 5 5"),
    ("The militia locked 150 men in a dairy and herded 30 women into a school.", "d a 150 150; d w 30 30"),
    ("Scores of residents were reported taken hostage in Karusi.", "d a 40 199"),
    ("Soldiers of the garrison took dozens of worshippers away.", "d a 24 99"),
    ("Troops caught two of the attackers in a swamp; two others were caught in crossfire.", "d pf 2 2"),
    ("Guards detained 27 men; the commander admitted to holding six.", "d a 27 27; d a 6 6"),
    ("A smuggler was arrested and the driver is in custody.", "d a 1 1"),
    ("A patrol disarmed a group of rebels and detained four.", "d pf 4 4"),
    ("On 15 February the rebels handed over two drivers, whom they had kidnapped.", "d a 2 2"),
    ("UNMISS calls on the rebels to release two of its staff, who were taken by fighters on Monday.", "d mp 2 2"),
    ("Ecuador expelled three diplomats over the raid.", ""),
]

IN_FLIGHT = [
    ("Some 4,000 people have run to Bundiba town since the raid.", "x a 3600 4400"),
    ("The rest of the population, some 640 people, fled downstream by canoe.", "x a 576 704"),
    ("Every one of the 1,400 people sheltering in the compound was driven across the border.", "x a 1400 1400"),
    ("Nearly 1,000 residents were brought out of the city.", "x a 900 1000"),
    ("Around 500 people are sheltering in a church.", "x a 450 550"),
    ("Thousands of residents took to the bush.", "x a 2000 9999"),
    ("In all, 1,250 persons, of whom 480 are children, were taken to schools.", "x a 1250 1250; x ch 480 480"),
    ("More than 7,000 people have abandoned their hills.", "x a 7001 n"),
    ("A further 37 soldiers were evacuated with wounds.", "i pf 37 37"),
    ("Thousands of people poured into the square to hear him.", ""),
    ("Two men fled on a motorbike.", ""),
    ("More than 80 families fled the hamlet.", ""),
]

NOBODY = [
    ("No KDF casualties were recorded in the strikes.", "k pf 0 0; i pf 0 0"),
    ("Not a single mourner was harmed.", "i a 0 0"),
    ("Not one soldier was killed, the command said.", "k pf 0 0"),
    ("There were no casualties among the civilian population.", "k c 0 0; i c 0 0"),
    ("The shelling caused neither deaths nor injuries.", "k a 0 0; i a 0 0"),
    ("The shells fell on open ground without causing casualties.", "k a 0 0; i a 0 0"),
    ("Nobody was killed or wounded in the raid.", "k a 0 0; i a 0 0"),
    ("The ambassador escaped unharmed when his car was shelled.", "i a 0 0"),
]

ONE = [
    ("A stray bullet struck a seamstress in the neck; she died on the way to hospital.", "k a 1 1"),
    ("Gunmen dragged a commissioner from his house and shot him dead.", "k a 1 1"),
    ("A trader was stabbed on Monday. He died in hospital.", "k a 1 1"),
    ("Soldiers killed Omar Saleh, 43, and his son Walid, 12.", "k a 1 1; k ch 1 1"),
    ("The body of a 6-year-old boy was recovered after the raid.", "k ch 1 1"),
    ("The strike killed at least 14 militants and their commander.", "k pf 14 n; k pf 1 1"),
    ("In Nikopol, Dnipro Region, a man and his 9-year-old daughter were hurt when a drone hit a shop.", "i a 1 1; i ch 1 1"),
    ("One of the engineers, a Danish peacekeeper, was shot in the hand.", "i mp 1 1"),
    ("The landlady was left with a broken wrist by the raiders.", "i a 1 1"),
    ("The rights group recorded a nurse, Monica Rao, as missing.", "m a 1 1"),
    ("Gunmen abducted two brothers, Nelson and Arley Rojas.", "d a 2 2"),
]

WHOSE = [
    ("Four of the dead were infants.", "k ch 4 4"),
    ("Officials said all of the roughly 20 men killed were militants.", "k pf 18 22"),
    ("The governor spoke of four dead; the next morning he raised the figure to seven, all of them civilians.", "k a 4 4; k c 7 7"),
    ("The raid killed 36 people and wounded 71. Of the dead, 30 were boys.", "k a 36 36; i a 71 71; k ch 30 30"),
    ("Infiltrators entered the valley; a patrol met them and shot dead a dozen of them.", "k pf 12 12"),
    ("The FPLM suffered nine dead and 20 wounded.", "k pf 9 9; i pf 20 20"),
    ("ECOMOG put its losses at 14 dead.", "k mp 14 14"),
    ("The enemy's casualties are no fewer than 18 killed and about 40 wounded.", "k pf 18 n; i pf 36 44"),
    ("More than 700 enemy troops were killed and almost 150 captured, a brigade commander included.", "k pf 701 n; d pf 135 150; d pf 1 1"),
    ("Fighting killed 66 people, among them eight South African and 58 Lesotho soldiers.", "k a 66 66; k pf 8 8; k pf 58 58"),
    ("The blast killed seven civilians, including a mother and her three children.", "k c 7 7; k w 1 1; k ch 3 3"),
    ("The shelling drove out 90 people, and a militiaman said 12 of the raiders were hurt.", "x a 90 90; i pf 12 12"),
]

FRESH = [
    ("The Armenian side has four killed and six wounded.", "k pf 4 4; i pf 6 6"),
    ("Our side suffered 11 martyrs and 26 wounded.", "k pf 11 11; i pf 26 26"),
    ("The protection site now shelters 19,700 people.", "x a 19700 19700"),
    ("No migrants held at the centre came to harm.", "i a 0 0"),
    ("Five others were taken by helicopter to Kulyab with wounds.", "i a 5 5"),
    ("One infantryman had his foot blown off by a mine.", "i pf 1 1"),
    ("Five of the 31 policemen aboard were hurt, two of them critically.", "i pf 5 5; i pf 2 2"),
    ("Two soldiers were injured, one seriously, when a mine went off.", "i pf 2 2; i pf 1 1"),
    ("Troops shot dead four residents, one an elderly woman.", "k a 4 4; k w 1 1"),
    ("Upwards of 2,300 residents have fled the district.", "x a 2301 n"),
    ("The death toll in the violence has now crossed 170.", "k a 171 n"),
    ("Over 50,000 people are still living in relief camps since the raids.", "x a 50001 n"),
    ("Raiders vanished into the forest with thirteen worshippers, six of whom are pupils.", "d a 13 13; d ch 6 6"),
    ("Seven persons, including a militiaman, sustained bullet injuries in the shootout.", "i a 7 7; i pf 1 1"),
    ("A reservist was hit in the chest and passed away, while two others received shrapnel in the legs.", "k pf 1 1; i pf 2 2"),
    ("Our fighters Rojhat Amed and Botan Can were martyred in an air strike.", "k pf 2 2"),
    ("The police accounted for eleven terrorists in two contacts.", "k pf 11 11"),
    ("The colonel rejected the report that his men had executed students.", "k a 2 n"),
    ("The army says it did not lose a single man in the raid.", "k pf 0 0"),
    ("One peacekeeper was killed outright; another has lost a foot.", "k mp 1 1; i mp 1 1"),
    ("The toll is seven civilians killed and 18 injured.", "k c 7 7; i c 18 18"),
    ("Earlier in the day three bodies had been seen in the yard of the house that was shelled.", "k a 3 3"),
]

LISTS = [
    ("By district: Guji, 12 dead; Borena, 7.", "k a 12 12; k a 7 7"),
    ("Army: 3 killed, 11 wounded. Rebels: 9 dead.", "i a 11 11; k a 3 3; k pf 9 9"),
    ("The parish register lists the victims. The names of 58 victims were handed in; the register has 63.", "k a 58 58; k a 63 63"),
    ("He put the strength of the rebels at 1,500.", ""),
]

IN_OTHER_WORDS = [
    ("Soldiers cut down three rebels and picked off two more.", "k pf 3 3; k pf 2 2"),
    ("Raiders stormed the hamlet at dawn and slew 12 villagers.", "k a 12 12"),
    ("The militia raped three women in March.", "i w 3 3"),
    ("The patrol was machine-gunned; three guards lost legs.", "i pf 3 3"),
    ("Twelve villagers were reported hacked to death.", "k a 12 12"),
    ("Three were killed and three more received shrapnel wounds.", "k a 3 3; i a 3 3"),
    ("The clinic admitted 38 people, two of whom later died.", "i a 38 38; k a 2 2"),
    ("The militia bombed the market, wounding a handful of cowherds.", "i a 4 n"),
    ("On the next day 61 of the men were driven to the river and shot dead.", "k a 61 61"),
]


@pytest.mark.parametrize(("text", "short"), IN_HAND + IN_FLIGHT + NOBODY + ONE + WHOSE + FRESH + LISTS + IN_OTHER_WORDS)
def test_people_are_counted_with_what_befell_them_and_whose_they_are(text, short):
    """Every number of people, single person and nobody is read with metric, population and bounds, and nothing else is."""
    assert counts(text) == expected(short)


MORE_THAN_ONE_FATE = [
    ("A second insurgent was wounded and taken prisoner at Karusi.", "i pf 1 1; d pf 1 1"),
    ("A third rebel, who had been hit in the arm, was arrested.", "i pf 1 1; d pf 1 1"),
    ("Soldiers seized six clerks at the mill and shot them in a quarry. Six bodies were found.", "d a 6 6; k a 6 6"),
    ("The patrol carried off two wounded guerrillas.", "d pf 2 2; i pf 2 2"),
    ("Four of the women were arrested and have not been seen again.", "d w 4 4; m w 4 4"),
    ("The clash left 11 rebels dead and 29 detained.", "k pf 11 11; d pf 29 29"),
]

ONE_OF_SEVERAL = [
    ("Neither of the two sentries was hurt.", "i pf 0 0"),
    ("Ten villagers were killed by a shell. An elderly couple were found shot in their flat.", "k a 10 10; k a 2 2"),
    ("The raiders left sixteen dead.", "k a 16 16"),
    ("Ten people were killed and twice as many were hurt.", "k a 10 10; i a 20 20"),
    ("Twelve people were killed in the raid. The youngest was a girl of five.", "k a 12 12; k ch 1 1"),
    ("Four fighters tried to pass a checkpoint. After an exchange of fire they were captured.", "d pf 4 4"),
    ("Three guards were wounded when rebels attacked. They were captured on Friday.", "i pf 3 3"),
    ("Rebels burned down the farmhouse. The family came to no harm.", "i a 0 0"),
    ("Two rebels were killed and the third was captured.", "k pf 2 2; d pf 1 1"),
    ("Guards shot dead five boys at the well. A sixth, hit in the jaw, crawled away.", "k ch 5 5; i ch 1 1"),
    ("Eleven soldiers are still listed as missing.", "m pf 11 11"),
    ("On 26 May two monitors were wounded near Karusi.", "i mp 2 2"),
    ("Three guards lost their lives and as many were injured.", "k pf 3 3; i pf 3 3"),
    ("Two rebels were killed at the ford. The two were shot at dawn.", "k pf 2 2"),
    ("Seven clerks were arrested; one of them was made to stand for hours.", "d a 7 7"),
    ("Soldiers killed a 16-year-old Karusian boy.", "k ch 1 1"),
    ("A father and son were killed by a shell.", "k a 2 2"),
    ("A herder's family of four was killed by a shell.", "k a 4 4"),
]

NAMED = [
    (
        "Amir Hadi, 31, tailor, of Karusi. Killed on 4 May by a bomb. Sama Hadi, 8, his niece. Killed in the same blast.",
        "k a 1 1; k ch 1 1",
    ),
    ("The ministry regrets the death of Captain Luis Ferreira and Private João Matos.", "k pf 2 2"),
    ("Gunmen killed Amir Hadi, Sami Noor and Ali Kazem.", "k a 3 3"),
    ("Among the dead were Amir Hadi and Sami Noor.", "k a 2 n"),
    ("Guardsmen Amir Hadi and Sami Noor were killed by a mine.", "k pf 2 2"),
    ("Ten people were killed by shells. The parish list runs to 12 names.", "k a 10 10; k a 12 n"),
]

FIGURES = [
    ("A blast brought the number of insurgents killed in May to 50.", "k pf 50 50"),
    ("The ministry raised the toll of the bombing to 113 dead, up from 80.", "k a 113 113; k a 80 80"),
    ("The bombing killed nine people. The website Tempo had eleven; the prosecutors settled on ten.", "k a 9 9; k a 11 11; k a 10 10"),
    ("The army claimed 30 guerrillas killed, whereas a study arrives at between 10 and 15.", "k pf 30 30; k pf 10 15"),
    ("Car bomb at a bakery. Deaths: minimum 7, maximum 11.", "k a 7 11"),
    ("The government has owned up to 16 dead soldiers.", "k pf 16 16"),
    ("The raiders killed eight villagers. How many herders died is disputed.", "k a 8 8"),
    ("Market raid\nDate: 3 May 2020\nKilled: 3 (incl. 1 woman)\nInjured: 7+\n\nRiders came at noon.", "k a 3 3; k w 1 1; i a 7 n"),
    (
        "Militants killed: 2\nSuspects arrested: 31\n- North: 20\n- South: 11\n\nThe raids go on.",
        "k pf 2 2; d a 31 31; d a 20 20; d a 11 11",
    ),
]

HARM_IN_OTHER_WORDS = [
    ("A sergeant received a concussion from a shell.", "i pf 1 1"),
    ("A nurse cut her hand when the bomb went off.", "i a 1 1"),
    ("The guards beat back the rebels.", ""),
    ("A vendor caught in the hail of bullets was killed.", "k a 1 1"),
    ("On Saturday 38 insurgents fell at Karusi.", "k pf 38 38"),
    ("The two officers who fell in the line of duty were buried.", "k pf 2 2"),
    ("The rebels led eight men away as prisoners.", "d a 8 8"),
    ("The army has 27 soldiers dead and 82 in the hands of the rebels.", "k pf 27 27; d pf 82 82"),
    ("Two gunmen on a motorbike assassinated Colonel Saleh Omar.", "k pf 1 1"),
    ("The officer reported 37 rebels killed and not one of his own soldiers.", "k pf 37 37; k pf 0 0"),
    ("Three men were killed and a woman was injured by shells. Ahmed Sabri was shot dead at Karusi.", "k a 3 3; i w 1 1; k a 1 1"),
]


@pytest.mark.parametrize(("text", "short"), MORE_THAN_ONE_FATE + ONE_OF_SEVERAL + NAMED + FIGURES + HARM_IN_OTHER_WORDS)
def test_fates_parts_names_and_figures_are_counted_once_each(text, short):
    """Each fate of the same people, one of several, names, figures, fields and harm in other words are counts, and nothing else is."""
    assert counts(text) == expected(short)


@pytest.mark.parametrize(
    "text",
    [
        "State television reported nine dead and attributed the deed to terrorists.",
        "The mayor counted nine dead and blamed it on rebels.",
        "Radio spoke of nine dead and said it fell to soldiers to find out more.",
    ],
)
def test_whoever_is_accused_is_not_whoever_died(text):
    """What another verb says of fighters is no population of the dead."""
    assert counts(text) == expected("k a 9 9")
