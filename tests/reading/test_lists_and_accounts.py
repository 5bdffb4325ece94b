"""Counts that lists, accounts, registers and entries give without the word that says what happened, and whose they are."""

import pytest
from tests.reading.short_counts import counts, expected

LISTS = [
    ("A relief agency has published a list of 48 villagers shot beside the mill.", "k a 48 n"),
    ("The lawyers handed in a register with the names of 91 dead.", "k a 91 n"),
    ("The colonel brought a list of 212 missing soldiers to the talks.", "m pf 212 n"),
    ("Activists compiled a list of 640 detainees held at the base.", "d a 640 n"),
    ("The committee keeps a roll of 72 people killed in the shelling.", "k a 72 n"),
    ("Gunmen attacked the church at Oro. A plaque beside the altar bears 64 names.", "k a 64 n"),
    ("The memorial stone lists 118 names.", "k a 118 n"),
    ("The hospital drew up a list of 23 wounded.", "i a 23 23"),
    ("The army drew up a list of 60 men to be arrested.", ""),
    ("The union published a list of 40 demands.", ""),
    ("A committee drew up a list of 30 candidates.", ""),
    ("A wanted list of 15 men hangs in the post.", ""),
    ("Gunmen killed 60. Among this figure are two women of the chief's house.", "k a 60 60; k w 2 2"),
    ("Among the dead are four women of the chief's house and the six small grandchildren of one Musa Bala.", "k w 4 4; k ch 6 6"),
]

GUESSED = [
    ("A nurse who hid in the loft estimated 120 dead.", "k a 120 120"),
    ("The Red Cross collected 88 bodies. The survivors estimated 150.", "k a 88 88; k a 150 150"),
    ("Monitors estimated about 60 people killed.", "k a 54 66"),
    ("The front estimated up to 60 dead.", "k a 0 60"),
    ("An estimated 60 farmers were killed.", "k a 54 66"),
    ("The estimated 60 dead were buried.", "k a 54 66"),
]

ACCOUNTS = [
    ("The army counted 212 insurgents killed; the front, 90 villagers.", "k pf 212 212; k a 90 90"),
    (
        "Officials reported 40 rebels dead; the rebels, 15 farmers, of whom nine were women and four children.",
        "k pf 40 40; k a 15 15; k w 9 9; k ch 4 4",
    ),
    ("Officials reported 40 rebels dead; FRELIMO, 15 farmers.", "k pf 40 40; k a 15 15"),
    ("The mayor counted 12 wounded; the hospital, 19, of whom five were children.", "i a 12 12; i a 19 19; i ch 5 5"),
    ("The rebels counted 30 soldiers killed; the army, two trucks.", "k pf 30 30"),
    ("The district police chief: 31 dead. The village heads: 77, with a register.", "k a 31 31; k a 77 77"),
    ("The brigade commander: 31 dead. The bishop: 77.", "k a 31 31; k a 77 77"),
    ("Insurgents: nine dead.", "k pf 9 9"),
    ("The rebels led away carriers, 14 by one account, about thirty by another.", "d a 14 14; d a 27 33"),
    ("The raiders marched off with the schoolboys, 20 according to the teachers, 35 according to the parish.", "d ch 20 20; d ch 35 35"),
    ("The militia killed villagers, 14 by one account, some thirty by another.", "k a 14 14; k a 27 33"),
    ("The farm has a herd, 60 by one account, 80 by another.", ""),
    ("The prefect put those killed at 61, inclusive of five of the home guard.", "k a 61 61; k pf 5 5"),
    ("The police put those injured at no more than nine.", "i a 0 9"),
    ("The council numbers those who fled at 4,000.", "x a 4000 4000"),
    ("Those still held in the barracks are put at 300.", "d a 300 300"),
    ("He put those present at 300.", ""),
]

FATES = [
    ("Three sentries fell dead at the gate.", "k pf 3 3"),
    ("In the fighting, 14 terrorists were caught dead and one alive.", "k pf 14 14; d pf 1 1"),
    ("Two miners were pulled out dead.", "k a 2 2"),
    ("Nine miners were pulled out alive.", ""),
    ("Two brothers, aged 8 and 11, were torn to pieces by a mine.", "k ch 2 2"),
    ("Twelve women were set apart, raped and afterwards hanged.", "k w 12 12"),
    ("Nine men were beaten and then released.", "i a 9 9"),
    ("Four clerks were picked out and shot.", "k a 4 4"),
    ("The militiamen fell to the last man, taking sixty soldiers with them.", "k pf 60 60"),
    ("Survivors say that more than 400 lie in the two pits behind the school.", "k a 401 n"),
    ("About 40 soldiers lie in the trenches.", ""),
    ("About 40 families lie low in the hills.", ""),
    ("He is one of four men whose bodies have been found in the district.", "k a 4 4"),
    ("A clerk was killed. The other three were farmers, abducted on Friday.", "k a 1 1; d a 3 3"),
    ("She is the seventh of our colleagues to be murdered this year.", "k a 7 7"),
    ("He is the 14th trade unionist to have been murdered since January.", "k a 14 14"),
    ("He was the fourth member of the union to be abducted.", "d a 4 4"),
    ("She is the fourth of our members to be elected.", ""),
    ("It was the fifth village to be burned.", ""),
    ("Of the remaining nine nothing is known.", "m a 9 9"),
    ("Six herders returning from the fair never reached home.", "m a 6 6"),
    ("Three trucks never arrived.", ""),
    ("The mission evacuated ten of the most badly wounded to Gao.", "i a 10 10"),
    ("The agency evacuated 40 residents to Gao.", "x a 40 40"),
    ("Soldiers brought out 14 people alive.", ""),
    ("Elders, now sheltering across the border along with more than 9,000 others, blame the army.", "x a 9001 n"),
    ("Nineteen houses demolished; 130 people without shelter.", "x a 130 130"),
    ("Rebels attacked the post, wounding, according to the governor, six policemen.", "i pf 6 6"),
    ("The militia abducted, by its own admission, 14 traders.", "d a 14 14"),
    ("We mourn the killing, on a single day, of 12 farmers.", "k a 12 12"),
    ("The gravest breach was the murder last Saturday, by a three-man unit, of Patrolman Luis Reyes.", "k pf 1 1"),
    (
        "The rebels handed over 14 conscripts, captured in May, and received in return six local men picked up at roadblocks.",
        "d pf 14 14; d a 6 6",
    ),
    ("The guard picked up his rifle and two men fled.", ""),
    ("She found the bodies of her mother and of two neighbours.", "k w 1 1; k a 2 2"),
    ("Rosa Haddad, 61, of Kafr Qana. Struck in the head on 3 May by a bullet; died on the 5th.", "k a 1 1"),
    ("The mayor was shot dead, as were his two guards.", "k a 1 1; k pf 2 2"),
]

PEOPLE = [
    ("Eleven bodies were brought in. One was that of a policeman.", "k a 11 11; k pf 1 1"),
    ("The morgue received seven bodies; two were those of women.", "k a 7 7; k w 2 2"),
    ("The rebels were beaten off, leaving more than 90 dead on the field.", "k pf 91 n"),
    ("The bombers came over twice, leaving 12 dead.", "k a 12 12"),
    ("On the friendly side, two dead and five wounded.", "k pf 2 2; i pf 5 5"),
    ("Two tourists were killed on the Israeli side.", "k a 2 2"),
    ('The company claimed "88 VC KIA" and nine weapons captured.', "k pf 88 88"),
    ("The office received allegations of 24 killings of human rights defenders.", "k a 24 24"),
    ("Two defenders of the town were killed.", "k pf 2 2"),
    ("A demobilised fighter was murdered.", "k a 1 1"),
    ("A platoon leader and two privates were killed.", "k pf 1 1; k pf 2 2"),
    ("A student leader was killed.", "k a 1 1"),
    ("None of the five Danish and Fijian observers was hurt.", "i mp 0 0"),
    ("Thirty Serb and Croat civilians were expelled.", "x c 30 30"),
    ("THREE KILLED AT KISI\nThree policemen were killed at Kisi on Friday, the army said.", "k pf 3 3"),
    ("FIVE HELD AFTER RAID\nSoldiers killed two rebels at Oro on Friday and arrested five men.", "d a 5 5; k pf 2 2"),
]


@pytest.mark.parametrize(("text", "rows"), LISTS)
def test_a_list_of_people_is_a_floor_of_what_befell_them(text, rows):
    """Whom something is only to befall, and a hospital's list, are no floor of victims."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), GUESSED)
def test_whoever_estimated_a_number_gave_that_number(text, rows):
    """Before a number, "an estimated" is about; the verb of whoever gives it is not."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), ACCOUNTS)
def test_the_account_of_another_counts_what_the_first_counted(text, rows):
    """Its verb, and what happened, stand with the first alone."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), FATES)
def test_what_befell_people_is_read_where_it_is_told_apart_from_their_number(text, rows):
    """By a state after a verb of catching, a second participle, an ordinal, a pit, a line below the name."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), PEOPLE)
def test_whose_people_a_count_is_of_is_what_the_words_around_say(text, rows):
    """A source named before a colon is not the side it counts, and who once bore arms is no fighter."""
    assert counts(text) == expected(rows)
