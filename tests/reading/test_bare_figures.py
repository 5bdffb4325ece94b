"""Figures that name nobody: whose people they are, and what befell people whose fate is told further off."""

import pytest
from tests.reading.short_counts import counts, expected

SIDES = [
    ("On the rebel side there were nine dead and four prisoners.", "k pf 9 9; d pf 4 4"),
    ("Results: on the militia side 17 dead; on ours, six wounded.", "k pf 17 17; i pf 6 6"),
    ("Among the attackers, six died and two were captured.", "k pf 6 6; d pf 2 2"),
    ("Among the villagers, six died and two were wounded.", "k a 6 6; i a 2 2"),
    ("The Front announced 12 dead and 20 wounded in its ranks.", "k pf 12 12; i pf 20 20"),
]

LOSERS = [
    ("SALA lost five men and has fourteen wounded.", "k pf 5 5; i pf 14 14"),
    ("The ambush cost the guerrillas seven dead and a dozen wounded.", "k pf 7 7; i pf 12 12"),
    ("The assault cost his side six fighters.", "k pf 6 6"),
    ("The village lost eleven men that night.", "k a 11 11"),
    ("Our forces recorded no casualty.", "k pf 0 0; i pf 0 0"),
    ("No casualties were reported among the peacekeepers.", "k mp 0 0; i mp 0 0"),
    ("The garrison beat off the assault. It suffered 2 killed and 7 injured.", "k pf 2 2; i pf 7 7"),
    ("Police said three of their own were wounded.", "i pf 3 3"),
]

TAKEN_UP = [
    ("A Moroccan blue helmet was killed and another is unaccounted for.", "k mp 1 1; m mp 1 1"),
    ("Two fighters were on the motorcycle; one died and the other was captured.", "k pf 1 1; d pf 1 1"),
    ("Three guards were at the gate. Two were killed and the third was wounded.", "k pf 2 2; i pf 1 1"),
    ("They killed two villagers and kidnapped a third.", "k a 2 2; d a 1 1"),
    ("Twenty insurgents stormed the barracks and eight of them were shot dead.", "k pf 8 8"),
    ("The four gunmen inside refused to give up. The force killed all of them.", "k pf 4 4"),
    ("The 14 officers on duty got out through the roof, none of them harmed.", "i pf 0 0"),
    ("Our observers were fired on near Karusi. One was hit in the leg.", "i mp 1 1"),
    ("At least 13 workers, including three women, were killed and nine others hurt.", "k a 13 n; k w 3 3; i a 9 9"),
    ("Four Ugandan peacekeepers died on Monday. Eight of their comrades were wounded.", "k mp 4 4; i mp 8 8"),
    ("The World Food Programme said two of its clerks were missing.", "m mp 2 2"),
    ("Of the 19 policemen on duty, 11 were killed and five led off.", "k pf 11 11; d pf 5 5"),
    ("Two gendarmes were killed, as was a shoeshine boy.", "k pf 2 2; k ch 1 1"),
    ("Police reported 11 officers hurt, one of them with acid, and 437 people arrested.", "i pf 11 11; i pf 1 1; d a 437 437"),
    ("Soldiers captured six members of the Kelari, the secret police of the fallen ruler.", "d pf 6 6"),
    ("The army admitted to six dead.", "k pf 6 6"),
    ("The guerrillas withdrew, leaving two dead. The Army had one specialist killed.", "k pf 2 2; k pf 1 1"),
    ("Four observers who tried to reach the hill were turned back. None was hurt.", "i mp 0 0"),
    ("The ministry said six riflemen lost their lives; the guerrillas spoke of a dozen.", "k pf 6 6; k pf 12 12"),
    ("They deplore the killing of Danish peacekeeper Claus Holm.", "k mp 1 1"),
    ("Six members of the VDP self-defence force were killed at the entrance.", "k pf 6 6"),
    ("The driver, Sergeant Blas Moreno, perished.", "k pf 1 1"),
    ("Two soldiers were wounded. No one was killed.", "i pf 2 2; k a 0 0"),
]

FAR_FATES = [
    ("The raid followed the murder of two constables, who were stabbed at a crossroads.", "k pf 2 2"),
    ("Militants shot dead eleven of the captives on a beach.", "k a 11 11"),
    ("A corporal said he had seen four of the pupils shot dead at a quarry.", "k ch 4 4"),
    ("They dragged five peasants out of the chapel and shot them.", "k a 5 5"),
    ("Three boys were shot at the fence. They died in a canoe on Sunday.", "k ch 3 3"),
    ("The blast left a clerk with a broken arm.", "i a 1 1"),
    ("The gang had cut off two fingers of a teacher.", "i a 1 1"),
    ("Of the escort, the ministry said, nine soldiers had fallen.", "k pf 9 9"),
    ("The raid followed the murder on Saturday of two clerks.", "k a 2 2"),
    ("A resident lists two women and four children among the dead.", "k w 2 2; k ch 4 4"),
    ("Fourteen peasants died. Raiders cut the throats of nine. The other five were shot.", "k a 14 14; k a 9 9; k a 5 5"),
    ("Three U.N. military observers were held for five hours.", "d mp 3 3"),
    ("Soldiers took the brothers Hasan and Veli Demir away in a lorry. Neither has been seen since.", "d a 2 2; m a 2 2"),
    ("Fourteen of his pupils did not survive that week.", "k ch 14 14"),
    ("The rebels killed the deputy sarpanch in August.", "k a 1 1"),
    ("The governor denied that anyone was hurt or beaten.", "i a 0 0"),
    ("Fighters marched 64 pupils and four teachers out of the school.", "d ch 64 64; d a 4 4"),
    ("The guard was hit by a sniper and bled to death.", "k pf 1 1"),
    ("Nineteen people were murdered, against 27 in the previous weekend.", "k a 19 19; k a 27 27"),
]


NO_VICTIMS = [
    ('"We do not kill farmers," its spokesman wrote.', ""),
    ("The assailants, who numbered about forty, cut the throats of nine.", "k a 9 9"),
    ("A shell hit a substation, cutting off 45,000 consumers.", ""),
    ("Rebels are holding the bridge, a police spokesman, Ali Noor, conceded.", ""),
    ("Without aid, said a senior police officer, the capital could fall within weeks.", ""),
    ("They abducted four boys from a school, the eldest of them 15.", "d ch 4 4"),
    ("Some 30 residents were reported killed over two days, 18 and 19 June 2019.", "k a 27 33"),
    ("Gendarmes who went to arrest a cattle thief were met with gunfire; two were hit in the legs.", "i pf 2 2"),
    ("A leaflet threatens to execute two ranch hands.", ""),
    ("Rangers of Task Force 39 detained two men.", "d a 2 2"),
]


@pytest.mark.parametrize(("text", "short"), SIDES + LOSERS + TAKEN_UP)
def test_a_bare_figure_counts_the_people_of_its_side_or_of_the_group_before(text, short):
    """A figure without a noun counts the people its clause, its loser or the group told before gives; nobody is guessed."""
    assert counts(text) == expected(short)


@pytest.mark.parametrize(("text", "short"), FAR_FATES)
def test_a_fate_told_further_off_goes_before_what_stands_beside(text, short):
    """Death told by the noun above, a word order or a later sentence is what became of the people."""
    assert counts(text) == expected(short)


@pytest.mark.parametrize(("text", "short"), NO_VICTIMS)
def test_people_who_only_speak_act_or_are_counted_otherwise_are_no_victims(text, short):
    """Speakers, doers, unit numbers and customers are nobody's dead or hurt."""
    assert counts(text) == expected(short)
