"""Short reports as agencies, ministries and monitors write them: every count, and none beside it."""

import pytest
from tests.reading.short_counts import counts, expected

WIRES = [
    (
        (
            "BAMAKO, March 12 (Reuters) - Gunmen on motorbikes attacked a convoy of traders near Ansongo on "
            "Sunday, killing at least 14 and wounding several more, local officials said. Three soldiers "
            'escorting the convoy were also killed, according to the army, which said it had "neutralised" nine '
            "of the attackers.\n"
            "\n"
            "A hospital in Gao said it had received 11 bodies and was treating 17 people with gunshot wounds, "
            "four of them children."
        ),
        "k a 14 n; i a 3 9; k pf 3 3; k pf 9 9; k a 11 11; i a 17 17; i ch 4 4",
    ),
    (
        (
            "Two UN peacekeepers from Bangladesh were killed and five others wounded when their vehicle hit an "
            "improvised explosive device outside Kidal, MINUSMA said in a statement on Tuesday. It was the third "
            "such attack this month."
        ),
        "k mp 2 2; i mp 5 5",
    ),
    (
        (
            "Rebels released 23 prisoners of war at the Horlivka crossing on Thursday in exchange for 18 of their"
            " own, the ombudsman said. Another 40 Ukrainian servicemen are still being held."
        ),
        "d pf 23 23; d pf 18 18; d pf 40 40",
    ),
    (
        (
            "Clashes in Hodeidah killed 61 fighters from both sides over the weekend, medics said. A military "
            "source put the number of Huthi dead at 43; the rebels do not give figures of their losses."
        ),
        "k pf 61 61; k pf 43 43",
    ),
    (
        (
            "Police in Nairobi said they had arrested 52 people during the protests, and that 13 officers had "
            "been injured. Rights groups counted five dead, among them a 15-year-old boy shot in the neck."
        ),
        "d a 52 52; i pf 13 13; k a 5 5; k ch 1 1",
    ),
    (
        ("A roadside bomb killed the deputy governor of Kapisa and two of his bodyguards on Wednesday. His driver survived with burns."),
        "k a 1 1; k pf 2 2; i a 1 1",
    ),
    (
        (
            "Nearly 30,000 people have crossed into Uganda since the fighting began, UNHCR said, most of them "
            "women and children. A further 12,000 are displaced inside the country."
        ),
        "x a 27000 30000; x a 12000 12000",
    ),
    (
        (
            "On 4 May unidentified armed men abducted two aid workers and their driver on the road to Bunia. The "
            "driver was freed the next day. The whereabouts of the other two are not known."
        ),
        "d a 2 2; d a 1 1; m a 2 2",
    ),
    (
        (
            "The ministry said one soldier was killed and three were wounded by sniper fire in the past 24 hours."
            " The separatists reported no losses."
        ),
        "k pf 1 1; i pf 3 3; k pf 0 0",
    ),
    ("Between 20 and 30 houses were burned and some 400 villagers fled. No casualties were reported.", "x a 360 440; k a 0 0; i a 0 0"),
    (
        (
            "An Israeli soldier was moderately wounded and a Palestinian teenager was shot dead during a raid on "
            "the Jenin camp. Six people were detained."
        ),
        "i pf 1 1; k ch 1 1; d a 6 6",
    ),
    (
        (
            "The death toll from Saturday's suicide bombing has risen to 36, with more than 90 injured, the "
            "health minister said. Ten of the wounded are in critical condition."
        ),
        "k a 36 36; i a 91 n; i a 10 10",
    ),
    ("The ICRC said it had helped bury 48 people, and had reunited 16 children with their families.", "k a 48 48"),
    ("At least four people are missing after a boat came under fire off Zuwara. Coastguards rescued 60.", "m a 4 n"),
    (
        ('Colombia\'s ELN said it was holding two soldiers and a policeman as "prisoners of war" and would hand them to the Red Cross.'),
        "d pf 2 2; d pf 1 1",
    ),
]

NOTICES = [
    (
        (
            "PRESS RELEASE\n"
            "\n"
            "The Mission condemns in the strongest terms the attack of 3 June on its patrol near Tessit, in which"
            " one peacekeeper lost his life and four were injured, two of them seriously."
        ),
        "k mp 1 1; i mp 4 4; i mp 2 2",
    ),
    (
        (
            "In the morning hours armed persons in camouflage entered the village of Nyala and opened fire "
            "indiscriminately. Nine civilians were killed, among them three women and a two-year-old girl; "
            "fourteen others sustained injuries."
        ),
        "k c 9 9; k w 3 3; k ch 1 1; i a 14 14",
    ),
    (
        ("The Committee notes with alarm that since January 37 human rights defenders have been assassinated and 112 threatened."),
        "k a 37 37",
    ),
    (
        (
            "On the night of 2 to 3 August some 200 armed men surrounded Kanyabayonga. They executed 17 "
            "inhabitants by machete, raped an undetermined number of women and took away about 60 young people."
        ),
        "k a 17 17; d a 54 66",
    ),
    (
        (
            "During the reporting period the Monitoring Team received 12 allegations of ceasefire violations and "
            "verified three. No casualties were recorded."
        ),
        "k a 0 0; i a 0 0",
    ),
    ("The delegation visited 216 detainees held in connection with the conflict, including nine minors.", "d a 216 216; d ch 9 9"),
    ("Families of the disappeared have filed 83 complaints.", ""),
    ("The bombardment of the market killed or wounded more than 50 people, the Health Bureau reports.", ""),
    (("Fatalities: 12\nInjured: 30\nAbducted: 5"), "k a 12 12; i a 30 30; d a 5 5"),
    ("Date: 4 May 2019. Location: Djibo. Killed: 5 (4 men, 1 child). Perpetrators: unidentified gunmen.", "k a 5 5; k a 4 4; k ch 1 1"),
    ("15 June - Three Bedouin shepherds shot and killed by unknown assailants near Rafah; two flocks stolen.", "k a 3 3"),
    ("A policeman was hacked to death and his service weapon taken. Two suspects are in custody.", "k pf 1 1; d a 2 2"),
    ("The bodies of five men with gunshot wounds to the head were recovered from the Euphrates.", "k a 5 5"),
    ("A farmer stepped on a landmine near Nagorny and had his leg amputated; his wife escaped injury.", "i a 1 1; i w 0 0"),
    ("Village elders said 29 people had been buried since Friday and that they expected to find more bodies.", "k a 29 29"),
    ("A captain and two lieutenants of the 4th Brigade were among the dead.", "k pf 1 1; k pf 2 2"),
    ("Shelling of the power station injured four workers, one of whom later died of his wounds.", "i a 4 4; k a 1 1"),
    ("The Patriarchate said that a priest and two nuns, held since December, had been let go.", "d a 1 1; d a 2 2"),
    ("Eighty-seven families, about 520 persons, have been evicted from their plots by armed men.", "x a 468 572"),
    ("A woman gave birth in the church where 900 people have taken refuge.", "x a 900 900"),
    ("The rebels say that they lost four men and killed thirty soldiers; the army admits to two dead.", "k pf 4 4; k pf 30 30; k pf 2 2"),
    ("Troops opened fire on demonstrators, killing one and injuring at least a dozen.", "k a 1 1; i a 12 n"),
    ("Thirteen are dead and 40 in hospital after a bus drove over a mine.", "k a 13 13; i a 40 40"),
    ("Four of the wounded have since died, bringing the toll to eleven.", "k a 4 4; k a 11 11"),
    ("The truce was broken eight times on Sunday. Nobody was hurt.", "i a 0 0"),
    ("Not a single villager has been able to return; 3,400 are living under tarpaulins.", "x a 3400 3400"),
]

BESIDE = [
    ("The bodies of two men were found. Both had been tortured.", "k a 2 2"),
    ("A source put the number of Houthi dead at 43.", "k pf 43 43"),
    ("A farmer stepped on a mine and had his leg amputated.", "i a 1 1"),
    ("Twelve policemen died in the raid, the minister said. The rebels put the figure at 30.", "k pf 12 12; k pf 30 30"),
    ("In Mamasapano, Maguindanao, a ranger was shot dead by snipers.", "k pf 1 1"),
]


@pytest.mark.parametrize(("text", "rows"), WIRES)
def test_a_short_wire_gives_every_count_it_tells(text, rows):
    """Several counts of several sides in a few lines."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NOTICES)
def test_a_short_notice_gives_every_count_it_tells(text, rows):
    """Releases, logs and entries, each with its own way to put it."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), BESIDE)
def test_what_stands_beside_a_count_is_taken_for_what_it_is(text, rows):
    """A province, a figure that takes another up, what was done to the dead."""
    assert counts(text) == expected(rows)
