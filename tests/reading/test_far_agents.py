"""Doers and sufferers that stand far from the deed: late agents, pronouns for things and bands, the owners of weapons."""

import pytest
from tests.reading.test_direction import sides


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("Nine herders were ambushed and killed on their way to a well by raiders.", "ambushed", "raiders"),
        ("Her son was killed, the widow says, by the very soldiers who guarded him.", "killed", "soldiers"),
        ("Four drivers were stopped near Mopti, robbed and killed, according to the mayor, by men in uniform.", "killed", "men"),
        ("At the hands of the militia, at least 30 detainees died in a cannery.", "died", "militia"),
        ("His uncle met his death at the hands of paramilitaries.", "met", "paramilitaries"),
        ("A rocket of the rebels struck a clinic and killed a midwife.", "struck", "rebels"),
        ("A recruit was wounded by a shot which a border guard fired from a tower.", "wounded", "border guard"),
        ("Blame for the murder of Judge Salas lay with the Second Battalion, the panel found.", "murder", "Battalion"),
        ("Witnesses said that retreating government troops shot six peasants.", "shot", "government troops"),
        ("The truce was broken by soldiers, who he says fired on a bus last Sunday.", "fired", "soldiers"),
        ("The guards met them with machine-gun fire.", "fire", "guards"),
        ("Troops resorted to shelling of the border villages on Tuesday.", "shelling", "Troops"),
        ("One of the two, Magomed Isaev, is believed to have murdered a priest.", "murdered", "Magomed Isaev"),
    ],
)
def test_the_doer_is_found_wherever_the_sentence_puts_him(text, word, did):
    """Whoever stands after a distant "by", behind a weapon or before a clause of saying is the one who did it."""
    assert did in sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word", "suffered"),
    [
        ("The convoy had left the depot when attackers raked it with rifle fire.", "raked", "convoy"),
        ("The patrol was on its way to base when it was attacked by rebels.", "attacked", "patrol"),
        ("A fuel truck stood at the gate. Gunmen set it on fire.", "set", "fuel truck"),
        ("Rebels fired at a helicopter on Monday and hit it with a missile.", "hit", "helicopter"),
        ("The army repelled an assault by rebels on a hilltop post.", "assault", "hilltop post"),
    ],
)
def test_it_is_the_thing_or_the_unit_the_sentence_is_about(text, word, suffered):
    """What "it" stands for is what the clause around tells of, not the nearest noun."""
    assert suffered in sides(text, word)[1]


def test_a_band_acts_as_it():
    """A column that enters a town is the "it" that blows something up there."""
    text = "A column of 200 guerrillas swept into Puerto Lleras, where it blew up the police station."
    assert any("column" in name for name in sides(text, "blew")[0])


def test_a_well_is_only_where_people_were_shot():
    """People are shot at a well; the well is no target."""
    assert sides("Troops shot two farmers at a well.", "shot")[1] == {"farmers"}


def test_the_name_of_a_kind_of_fire_is_no_doer():
    """Whoever only names the kind of fire has not fired."""
    assert not sides("Sniper fire killed a police sergeant near Avnevi.", "killed")[0]
