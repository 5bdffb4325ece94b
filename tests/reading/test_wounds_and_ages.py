"""Wounds told by a part of the body, deaths told without a verb of dying, and ages that make a victim a child."""

import pytest
from tests.reading.short_counts import counts, expected

WOUNDS = [
    ("A gardener was dragged out and lost three teeth.", "i a 1 1"),
    ("An old man had three ribs broken by rifle butts.", "i a 1 1"),
    ('"It was our neighbours," said Kofi Mensah, who lost an ear.', "i a 1 1"),
    ("The driver was badly burned when the lorry ran over a mine.", "i a 1 1"),
    ("A sentry escaped with a graze when gunmen fired on the gate.", "i pf 1 1"),
    ("A trader was left blind in one eye.", "i a 1 1"),
    ("Shots were fired on an ambulance. Driver hit in the arm.", "i a 1 1"),
    ("Seven persons sustained fatal machete wounds.", "k a 7 7"),
    ("Pilots of the helicopter were fired at, neither hurt.", "i a 0 0"),
]

DEATHS = [
    ("Five were hurt when the shell fell; two did not live.", "i a 5 5; k a 2 2"),
    ("Five were hurt and two did not make it.", "i a 5 5; k a 2 2"),
    ("A farmer was found in his own yard with his throat cut.", "k a 1 1"),
    ("One of eight villagers wounded when gendarmes opened fire died in hospital on Sunday.", "i a 8 8; k a 1 1"),
    ("Sergeant Paul Mena (34) shot dead at his gate.", "k pf 1 1"),
    ("Teacher Amina Dauda, 29, stabbed to death on her way home.", "k a 1 1"),
    ("A gunman on a motorcycle shoots dead Nelly Perez, treasurer of the council.", "k a 1 1"),
    ("Injured were a baker, two nurses and a boy of ten.", "i a 1 1; i a 2 2; i ch 1 1"),
    ("Troops fired on those crossing the river. At least 30 people were killed or drowned.", "k a 30 n"),
    ("No lives were lost.", "k a 0 0"),
]

NOT_HURT = [
    ("They do not live there.", ""),
    ("The priest had his house burned.", ""),
    ("The firm lost its licence.", ""),
    ("Nine houses were badly burned.", ""),
]

CHILDREN = [
    ("Soldiers shot dead a youth of 17 at the barricade.", "k ch 1 1"),
    ("His niece, a child of seven who was riding behind him, lost two toes.", "i ch 1 1"),
    ("The clinic took in eleven people hurt by the shell; one, aged six, did not live.", "i a 11 11; k ch 1 1"),
    ("Kokkina: shepherd boy of fifteen killed by a sentry.", "k ch 1 1"),
    ("Three pupils dead, four hurt when the bus was raked with fire.", "k ch 3 3; i ch 4 4"),
    ("Gunmen shot a Ugandan father of six, who died.", "k a 1 1"),
]


@pytest.mark.parametrize(("text", "rows"), WOUNDS)
def test_a_part_of_the_body_lost_or_broken_is_a_wound(text, rows):
    """What happened to a limb happened to somebody."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), DEATHS)
def test_deaths_are_read_without_a_verb_of_dying(text, rows):
    """Who did not live, or lies with his throat cut, is dead."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NOT_HURT)
def test_houses_and_licences_do_not_bleed(text, rows):
    """Nobody came to harm."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), CHILDREN)
def test_an_age_under_eighteen_makes_a_child(text, rows):
    """A father of six is no child of six."""
    assert counts(text) == expected(rows)
