"""Limbs lost, captives in irons, cases of a harm; and people who leave where they live."""

import pytest
from tests.reading.short_counts import counts, expected

BEFALLEN = [
    ("The rebels keep in their power a retired judge and two nuns.", "d a 1 1; d a 2 2"),
    ("The militia still holds in its hands eleven fishermen.", "d a 11 11"),
    ("Police arrested six teachers June 3 in the market.", "d a 6 6"),
    ("Gunmen intercepted a bus, singled out nine labourers and drove away with them.", "d a 9 9"),
    ("Armed men picked out six merchants from the queue and took them away.", "d a 6 6"),
    ("They stopped a taxi, selected two students and led them off.", "d a 2 2"),
    ("Raiders entered the clinic, chose three nurses and made off with them.", "d a 3 3"),
    ("The rebels led the mayor away in handcuffs.", "d a 1 1"),
    ("Two deserters were marched through the town in chains.", "d pf 2 2"),
    ("The bishop was flown to the capital in irons.", "d a 1 1"),
    ("The ambush cost the lives of two drivers.", "k a 2 2"),
    ("The battle cost four villagers their lives, a nurse said.", "k a 4 4"),
    ("Two patrol members were killed near the bridge.", "k pf 2 2"),
    ("A mine took both legs off a farmer.", "i a 1 1"),
    ("The explosion ripped an arm from a cook.", "i a 1 1"),
    ("A shell took off the hand of a nurse.", "i a 1 1"),
    ("Soldiers smashed the teacher's knee and left.", "i a 1 1"),
    ("They hanged three men and cut off the fingers of five others.", "k a 3 3; i a 5 5"),
    ("Three porters are nursing broken ribs.", "i a 3 3"),
    ("A shopkeeper, Ahmed Issa, got away with cuts and bruises.", "i a 1 1"),
    ("A nun escaped with a flesh wound.", "i a 1 1"),
    ("Some forty lie wounded in the convent.", "i a 36 44"),
    ("Dozens crawled out wounded.", "i a 24 99"),
    ("The hospital recorded 30 cases of tear gas inhalation.", "i a 30 30"),
    ("Doctors reported nine cases of burns.", "i a 9 9"),
    ("Two peacekeepers were blown up by a mine and injured.", "i mp 2 2"),
    ("Militiamen beat up a sexton and abducted six beekeepers June 9.", "i a 1 1; d a 6 6"),
    ("The warlord, General Abdi Hersi, was flown to the coast in chains.", "d pf 1 1"),
    ("The rocket cost two bystanders their lives.", "k a 2 2"),
    ("Two garrison members were shot dead at the gate.", "k pf 2 2"),
    ("Looters hanged two tailors and chopped off the hands of six more.", "k a 2 2; i a 6 6"),
    ("A girl of ten lost an eye to a splinter.", "i ch 1 1"),
    ("A boy of eleven is nursing a gash on his arm.", "i ch 1 1"),
    ("A passer-by, Ines Duarte, got away with a cracked rib.", "i a 1 1"),
    ("The cashier limped into a chapel with a splinter in her shoulder.", "i a 1 1"),
    ("A surveyor was concussed by a falling beam after the blast.", "i a 1 1"),
    ("Another fifty or so lie wounded in the convent at Sora.", "i a 45 55"),
    ("The gas caused thirty cases of poisoning in the valley.", "i a 30 30"),
    ("Two engineers were blown up by a booby trap and injured.", "i a 2 2"),
]

LEAVING = [
    ("About 2,000 villagers walked from Rasa to the border last week.", "x a 1800 2200"),
    ("Nearly 4,000 families, or 20,000 people, are away from home.", "x a 20000 20000"),
    ("Six hundred villagers ran from their huts when the planes came.", "x a 600 600"),
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
    ("Four thousand people have lost their homes.", "x a 4000 4000"),
    ("The fighting has emptied nine villages and set 6,000 people on the move.", "x a 6000 6000"),
    ("About 350 people sought refuge at the mission's base.", "x a 315 385"),
    ("At least 800 people have been sheltering in the church since Monday.", "x a 800 n"),
    ("The clashes forced 1,200 people to flee.", "x a 1200 1200"),
    ("An estimated 40,000 have been uprooted since May.", "x a 36000 44000"),
    ("As many as 9,000 people have walked from Tahir to the lake since Easter.", "x a 0 9000"),
    ("Before dawn 430 people had walked to Port Salu.", "x a 430 430"),
    ("Some 6,000 inhabitants have left.", "x a 5400 6600"),
    ("More than 900 people left for the hills.", "x a 901 n"),
    ("Around 4,400 Georgians had left for the coast by train.", "x a 3960 4840"),
    ("Over 70,000 people are still away from their villages.", "x a 70001 n"),
    ("About 800 people have run from the burning hamlets.", "x a 720 880"),
    ("Displaced: some 2,500", "x a 2250 2750"),
]


@pytest.mark.parametrize(("text", "rows"), BEFALLEN)
def test_what_befell_them_is_told_by_a_limb_a_bond_or_a_case(text, rows):
    """A verb and the noun beside it say together what befell somebody."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), LEAVING)
def test_many_who_leave_for_good_are_displaced_and_a_few_who_go_somewhere_are_not(text, rows):
    """A verb of going displaces people where many go to a refuge or a far place, not to an errand."""
    assert counts(text) == expected(rows)
