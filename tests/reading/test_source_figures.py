"""Bare numbers that several sources give in turn, and the registers that enter the dead."""

import pytest
from tests.reading.short_counts import counts, expected

import trucewatch

GIVEN = [
    ("Gunmen killed at least 20 villagers at Oro. The army says 12, the guerrillas 30.", "k a 20 n; k a 12 12; k a 30 30"),
    ("A militia posted video of six charred corpses. A monk who led the burial told us nine.", "k a 6 6; k a 9 9"),
    ("The governor first spoke of 40 dead; the government on Tuesday, of 62.", "k a 40 40; k a 62 62"),
    ("The governor first spoke of 40 dead; the government on 26 March, of 62.", "k a 40 40; k a 62 62"),
    ("The prefect admitted three deaths, the union eleven.", "k a 3 3; k a 11 11"),
    ("How many died is disputed. The minister put it at 57; a successor conceded 380.", "k a 57 57; k a 380 380"),
    ("Nobody agrees on the dead. The army says 12, the guerrillas 30.", "k a 12 12; k a 30 30"),
    ("Officially the raid left 14 dead. Residents insist on 40.", "k a 14 14; k a 40 40"),
    ("The front speaks of 90 dead and 200 wounded, the army of 30 and 60.", "k a 90 90; i a 200 200; k a 30 30; i a 60 60"),
    ("The commission arrived at 61 dead, the diocese at 84.", "k a 61 61; k a 84 84"),
    ("Police records list 17 injured; the hospital log shows 23.", "i a 17 17; i a 23 23"),
    ("Dead: 37 (constabulary); 140 (front); more than 200 (survivors' committee).", "k a 37 37; k a 140 140; k a 201 n"),
    ("The authorities raised the number of their fallen servicemen by 12 to 350 on Monday.", "k pf 12 12; k pf 350 350"),
    ("The guerrillas lost 11 men, the army two.", "k pf 11 11; k pf 2 2"),
    ("The army lost two men, as against eleven rebels.", "k pf 2 2; k pf 11 11"),
]

NOT_GIVEN = [
    ("The officer is 41. He spoke to us at nine.", ""),
    ("The army killed 12 rebels; the general, 54, was not hurt.", "k pf 12 12; i pf 0 0"),
    ("Three people died. The bishop, 71, said the youngest was nine.", "k a 3 3"),
    ("BOR, Jan. 19—Fifty-two soldiers were captured.", "d pf 52 52"),
]

REGISTERS = [
    ("The parish register lists 84 bodies found in the square.", "k a 84 n"),
    ("Burial register: 38 deaths entered for the two days.", "k a 38 n"),
    ("The hospital register shows 39 dead.", "k a 39 39"),
    ("The sheikh showed the team 14 fresh graves.", "k a 14 14"),
]


@pytest.mark.parametrize(("text", "rows"), GIVEN)
def test_a_number_that_another_source_gives_counts_what_the_first_counted(text, rows):
    """The noun stands with the first figure only."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), NOT_GIVEN)
def test_ages_hours_and_days_are_nobodys_figures(text, rows):
    """A number after a name is how old somebody is."""
    assert counts(text) == expected(rows)


@pytest.mark.parametrize(("text", "rows"), REGISTERS)
def test_a_register_is_a_floor_and_a_hospitals_log_a_count(text, rows):
    """Who is not entered in a register may be dead all the same."""
    assert counts(text) == expected(rows)


def test_a_bare_number_is_the_word_of_whoever_gives_it():
    """It is not the broadcaster's own: "The Council gives a round 100"."""
    text = "Nine people were killed at Oro on Monday, the army said. The National Council gives a round 100."
    result = trucewatch.read(text)
    (count,) = [c for c in result.claims if c.kind == "casualty" and c.payload.low == 100]
    (given,) = [s for s in result.statements if s.id == count.statement]
    assert given.speaker.name == "National Council"
