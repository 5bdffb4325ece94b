"""Nobody hurt, nobody taken: counts of none, however the words say it."""

import pytest
from tests.reading.short_counts import counts, expected

NONE = [
    ("A dozen rockets fell near the port without killing or injuring anybody, the harbour master said.", "k a 0 0; i a 0 0"),
    ("The shell landed in a yard without hurting or killing anyone.", "k a 0 0; i a 0 0"),
    ("Gunmen sprayed the minibus without wounding any of the passengers.", "i a 0 0"),
    ("The grenade exploded in the courtyard, killing and wounding no one.", "k a 0 0; i a 0 0"),
    ("The drone struck an empty barn and neither killed nor injured anyone.", "k a 0 0; i a 0 0"),
    ("It said two rebels were captured and none of the hospital's staff harmed.", "d pf 2 2; i a 0 0"),
    ("He reported one raider killed and no villager injured.", "k pf 1 1; i a 0 0"),
    ("The ministry reported three fishermen arrested and none of the crew hurt.", "d a 3 3; i a 0 0"),
    ("The commander said no fighter had been so much as grazed.", "i pf 0 0"),
    ("The colonel insisted that not one soldier had been even scratched.", "i pf 0 0"),
    ("The gendarmes are detaining no one.", "d a 0 0"),
    ("The army said it was holding none of the students.", "d a 0 0"),
    ("The bishop came through without a graze.", "i a 0 0"),
    ("Both nuns emerged without so much as a bruise.", "i a 0 0"),
    ("The mayor got away without injury.", "i a 0 0"),
    ("Four women travelling with them were let off unharmed.", "i w 0 0"),
    ("The nurse was set free unhurt near the bridge.", "i a 0 0"),
    ("Two teachers on the bus were left unharmed.", "i a 0 0"),
    ("Shells fell on the fields for an hour, without loss of life.", "k a 0 0"),
    ("The salvo cost nobody his life.", "k a 0 0"),
    ("Gunmen raided the depot on Sunday without shedding blood.", ""),
    ("The caretaker had been sent away beforehand and was unhurt.", "i a 0 0"),
    ("The watchman, Ali Noor, had gone home early and was uninjured.", "i a 0 0"),
    ("No agent was injured.", "i pf 0 0"),
    ("No UNDOF personnel were hurt.", "i mp 0 0"),
    ("There was no loss among the villagers.", "k a 0 0"),
    ("Twenty students were arrested; no soldier was.", "d a 20 20; d pf 0 0"),
    ("Nobody was expelled, the mayor says.", "x a 0 0"),
    ("The baker got out of the cellar without a bruise.", "i a 0 0"),
    ("There was no loss among the refugees.", "k a 0 0"),
]


@pytest.mark.parametrize(("text", "rows"), NONE)
def test_nobody_to_whom_it_was_done_is_a_count_of_none(text, rows):
    """Harm denied of everybody, of each of them, of the least kind, or of both kinds at once."""
    assert counts(text) == expected(rows)
