"""Limbs lost, captives in irons, cases of a harm; and people who leave where they live."""

import pytest
from tests.reading.short_counts import counts, expected

BEFALLEN = [
    ("The rebels keep in their power a retired judge and two nuns.", "d a 1 1; d a 2 2"),
    ("The militia still holds in its hands eleven fishermen.", "d a 11 11"),
    ("Soldiers killed a catechist and arrested four peasants May 24.", "k a 1 1; d a 4 4"),
    ("Police arrested six teachers June 3 in the market.", "d a 6 6"),
    ("Gunmen intercepted a bus, singled out nine labourers and drove away with them.", "d a 9 9"),
    ("Armed men picked out six merchants from the queue and took them away.", "d a 6 6"),
    ("They stopped a taxi, selected two students and led them off.", "d a 2 2"),
    ("Raiders entered the clinic, chose three nurses and made off with them.", "d a 3 3"),
    ("The rebels led the mayor away in handcuffs.", "d a 1 1"),
    ("The commander, Colonel Said Nur, had been brought to the capital in handcuffs.", "d pf 1 1"),
    ("Two deserters were marched through the town in chains.", "d pf 2 2"),
    ("The bishop was flown to the capital in irons.", "d a 1 1"),
    ("A mortar attack cost three passers-by their lives.", "k a 3 3"),
    ("The ambush cost the lives of two drivers.", "k a 2 2"),
    ("The battle cost four villagers their lives, a nurse said.", "k a 4 4"),
    ("One patrol member lost his life and three soldiers suffered injuries.", "k pf 1 1; i pf 3 3"),
    ("Two patrol members were killed near the bridge.", "k pf 2 2"),
    ("The blast tore a foot off a 6-year-old boy.", "i ch 1 1"),
    ("A mine took both legs off a farmer.", "i a 1 1"),
    ("The explosion ripped an arm from a cook.", "i a 1 1"),
    ("A shell took off the hand of a nurse.", "i a 1 1"),
    ("Gunmen broke the foreman's jaw with a rifle butt.", "i a 1 1"),
    ("Soldiers smashed the teacher's knee and left.", "i a 1 1"),
    ("Militiamen cut off the ears of two drivers.", "i a 2 2"),
    ("The rebels amputated the hands of nine villagers.", "i a 9 9"),
    ("They killed 15 villagers and amputated the hands of nine more.", "k a 15 15; i a 9 9"),
    ("They hanged three men and cut off the fingers of five others.", "k a 3 3; i a 5 5"),
    ("A boy of 12 who had gone back for the hens lost a foot to a mine.", "i ch 1 1"),
    ("A girl of nine is nursing a cut on the hand.", "i ch 1 1"),
    ("Three porters are nursing broken ribs.", "i a 3 3"),
    ("A passer-by, Maria Lopes, escaped with a broken wrist.", "i a 1 1"),
    ("A shopkeeper, Ahmed Issa, got away with cuts and bruises.", "i a 1 1"),
    ("A nun escaped with a flesh wound.", "i a 1 1"),
    ("The driver crawled into a ditch with a bullet in his thigh and lived.", "i a 1 1"),
    ("An official was concussed when his lorry hit a mine.", "i a 1 1"),
    ("Another 90 or so lie burned or maimed in the hospital.", "i a 81 99"),
    ("Some forty lie wounded in the convent.", "i a 36 44"),
    ("Dozens crawled out wounded.", "i a 24 99"),
    ("A survivor is under guard in hospital.", "i a 1 1"),
    ("The attack resulted in twelve cases of suffocation among the residents.", "i a 12 12"),
    ("The hospital recorded 30 cases of tear gas inhalation.", "i a 30 30"),
    ("Doctors reported nine cases of burns.", "i a 9 9"),
    ("Three sappers were blown up on an anti-personnel mine and wounded, one of them gravely.", "i pf 3 3; i pf 1 1"),
    ("Two peacekeepers were blown up by a mine and injured.", "i mp 2 2"),
]

LEAVING = [
    ("Up to 30,000 people have walked from Huambo to the coast since January.", "x a 0 30000"),
    ("About 2,000 villagers walked from Rasa to the border last week.", "x a 1800 2200"),
    ("By nightfall 214 people had walked to San Jacinto.", "x a 214 214"),
    ("Roughly 20,000 residents have left.", "x a 18000 22000"),
    ("Over 700 people left for the plain.", "x a 701 n"),
    ("Some 9,500 Vietnamese had left for the border by boat at the month's end.", "x a 8550 10450"),
    ("More than 260,000 people on both sides are still away from their homes.", "x a 260001 n"),
    ("Nearly 4,000 families, or 20,000 people, are away from home.", "x a 20000 20000"),
    ("Roughly 2,000 people have run from the surrounding hamlets.", "x a 1800 2200"),
    ("Six hundred villagers ran from their huts when the planes came.", "x a 600 600"),
    ("DISPLACED: some 7,500, into Cameroon", "x a 6750 8250"),
    ("Displaced: about 3,000", "x a 2700 3300"),
    ("Some 400 people had to quit their villages.", "x a 360 440"),
    ("At least 1,500 people were made to leave their farms.", "x a 1500 n"),
    ("They are accused of driving about 3,000 Macedonians from Lesok and Neprosteno.", "x a 2700 3300"),
    ("Ethnic fighters expelled 900 Serbs from the valley.", "x a 900 900"),
    ("Around 5,000 people have made for the hills.", "x a 4500 5500"),
    ("Hundreds of villagers have headed for the capital.", "x a 200 999"),
    ("Some 300 families, about 1,800 people, have abandoned the hamlet.", "x a 1620 1980"),
    ("About 6,000 people are camping in the open.", "x a 5400 6600"),
    ("Thousands have taken to the roads.", "x a 2000 9999"),
    ("Nearly 12,000 people crossed into Chad in March.", "x a 10800 12000"),
    ("Some 80 farmers walked to the market on Saturday.", ""),
    ("Two hundred people left the meeting early.", ""),
    ("About 500 people marched to the ministry on Friday.", ""),
    ("Some 3,000 pilgrims left for Mecca on Tuesday.", ""),
    ("Forty buses left for the border.", ""),
    ("Twenty delegates left for the talks in Geneva.", ""),
    ("Residents fled and 7,000 people have not returned home.", "x a 7000 7000"),
    ("The number of displaced has passed 50,000, the agency says.", "x a 50001 n"),
    ("More than 10,000 people remain uprooted by the fighting.", "x a 10001 n"),
    ("Four thousand people have lost their homes.", "x a 4000 4000"),
    ("The fighting has emptied nine villages and set 6,000 people on the move.", "x a 6000 6000"),
    ("About 350 people sought refuge at the mission's base.", "x a 315 385"),
    ("At least 800 people have been sheltering in the church since Monday.", "x a 800 n"),
    ("The clashes forced 1,200 people to flee.", "x a 1200 1200"),
    ("An estimated 40,000 have been uprooted since May.", "x a 36000 44000"),
]


@pytest.mark.parametrize(("text", "rows"), BEFALLEN)
def test_what_befell_them_is_told_by_a_limb_a_bond_or_a_case(text, rows):
    """A verb and the noun beside it say together what befell somebody."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), LEAVING)
def test_many_who_leave_for_good_are_displaced_and_a_few_who_go_somewhere_are_not(text, rows):
    """A verb of going displaces people where many go to a refuge or a far place, not to an errand."""
    assert counts(text) == expected(rows)
