"""Culprits: deeds get the doers that a later clause, sentence or paragraph names, and no others."""

import pytest


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("A bridge at Dvirka was hit on Monday and a driver died.\n\nKyiv accuses the Russian air force.", "hit", "Russian air force"),
        ("A lawmaker was shot on Friday. A commissioner held al-Shabab responsible.", "shot", "al-Shabab"),
        ("Two shells landed in a camp, killing a mother, said a nurse, Alice Mbula, who blamed the rebels.", "killing", "rebels"),
        ("Two traders were stabbed at Ariwara. One died. A neighbour thought it was the work of a local gang.", "stabbed", "local gang"),
        ("A grenade was lobbed into a tea shop. The United Baluch Army said it had done so.", "lobbed", "United Baluch Army"),
        ("Nine prisoners were killed with hoes. A panel found that soldiers, who had the keys, were the killers.", "killed", "soldiers"),
        ("A teacher was beheaded at Mazoe. The police suspect a band of deserters.", "beheaded", "band of deserters"),
        (
            "A bus was raked with bullets. Police identified the gunmen as members of the Ninja militia.",
            "raked",
            "members of the Ninja militia",
        ),
        ("Forty men died at a mill. The Front denied it and accused soldiers of the killing.", "killing", "soldiers"),
        ("Artillery fire struck a market. The rebels accused the army of shelling the market.", "struck", "army"),
    ],
)
def test_whoever_is_accused_afterwards_is_told_as_the_doer(sides, text, word, did):
    """An accusation, a finding or a claim speaks of the deed told before it, also without naming the deed."""
    assert did in sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("Three farmers were shot near Tibu. Police said the gunmen had fled on a motorcycle.", "shot", "gunmen"),
        ("Two aid workers were seized on Tuesday. The kidnappers let their driver go.", "seized", "kidnappers"),
        ("The industrialist Jorge Pinto was abducted on 2 May. His captors demanded a ransom.", "abducted", "captors"),
    ],
)
def test_the_gunmen_are_those_who_shot(sides, text, word, did):
    """A definite word for culprits takes up a deed that nobody did so far."""
    assert did in sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nine miners were shot on Friday. The opposition accused the government of failing to protect them.", "shot"),
        ("Two girls were abducted. The governor held the school responsible for lax security.", "abducted"),
        ("Two men were shot in Bor. The killers of Judge Deng, murdered in 2009, were never found.", "shot"),
        ("Two policemen were killed on Monday. The dead men's families accuse their commander.", "killed"),
        ("Six farmers were killed on 3 May.\n\nOn 9 May rebels burned a lorry at Lubutu. The raiders spoke Kirundi.", "killed"),
        ("A school was hit by shells. The Front denied shelling homes and blamed the army.", "hit"),
        ("A mayor was killed. The Front did not say whether it was behind the attack.", "killed"),
    ],
)
def test_no_other_accusation_gives_a_doer(sides, text, word):
    """Blame for something else, the killers of somebody else and the counter-charge of whoever denies name no doer."""
    assert not sides(text, word)[0]


def test_an_attacker_whom_the_paragraph_names_is_not_told_twice(sides):
    """Whoever the paragraph has named is the one whom it then calls an attacker."""
    text = "Twenty people lost their lives when Sikh gunmen stopped a bus outside Ambala. The attackers then shot the men in their seats."
    assert "attackers" not in sides(text, "lost")[0]


@pytest.mark.parametrize(
    "later",
    [
        "The FLNC denied that it was behind the explosions.",
        "The FLNC did not say whether it was behind the explosions.",
        "It is not known if the FLNC was responsible for the explosions.",
    ],
)
def test_whoever_denies_it_is_given_as_no_doer(sides, later):
    """A denial or an open question of who was behind a deed names no doer, at the deed told or where it is named again."""
    text = "Three bombs went off in Bastia. " + later
    assert not sides(text, "went off")[0]
    assert not sides(text, "explosions")[0]


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("Gunmen entered Kaura village at night. Fourteen farmers were killed and nine women carried off.", "carried off", "Gunmen"),
        ("Insurgents raided a police post on Sunday. Three constables were killed and the armoury was emptied.", "emptied", "Insurgents"),
        ("Police opened fire on marchers on Friday. Eleven people were killed.", "killed", "Police"),
        ("A drone struck a tent, killing nineteen guests. The rebels said the coalition had sent it.", "struck", "coalition"),
    ],
)
def test_what_raiders_leave_behind_is_told_as_theirs(sides, text, word, did):
    """People who do not fight, and things, come to harm at the hands of those who came, raided or fired right before."""
    assert did in sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Troops entered the town on Monday. Two soldiers were killed.", "killed"),
        ("Gunmen entered Kaura. Soldiers came an hour later. A farmer was killed.", "killed"),
        ("Rebels attacked the town. The road was closed.", "closed"),
    ],
)
def test_nobody_harms_his_own_or_closes_roads_by_coming(sides, text, word):
    """Of whoever came, nothing follows where his own side suffers, where others came too, or where nothing was harmed."""
    assert not sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A massacre is reported. Some blamed the militia for it, while state radio held a terrorist group responsible.", "massacre"),
        ('A defence force said it had mined the road, killing four men. State television blamed "terrorists".', "killing"),
    ],
)
def test_rival_accusations_and_deeds_of_a_pronoun_name_no_other_doer(sides, text, word):
    """Where two are accused in one sentence, or somebody says that it did it itself, the accused is not given as the doer."""
    assert not {"terrorist group", "terrorists"} & set(sides(text, word)[0])


def test_who_leaves_others_dead_killed_them(sides):
    """Insurgents who leave policemen dead did it; who leave "three of their men dead" lost them."""
    assert "Insurgents" in sides("Insurgents left 37 policemen dead at Tibu.", "dead")[0]
    assert not sides("The guerrillas left three of their men dead at Tibu.", "dead")[0]
