"""How official releases and casualty pages count people and name doers."""

import trucewatch
from trucewatch.records.assertion import CasualtyPayload, EventPayload


def _counts(text: str) -> set[tuple[str, str, int, int | None]]:
    claims = trucewatch.read(text, published="2017-03-09").claims
    return {
        (c.payload.metric, c.payload.population, c.payload.low, c.payload.high) for c in claims if isinstance(c.payload, CasualtyPayload)
    }


def _doers(text: str) -> set[str]:
    claims = trucewatch.read(text, published="2017-03-09").claims
    people = (p for c in claims if isinstance(c.payload, EventPayload) for p in c.payload.participants)
    return {p.name for p in people if p.role.startswith("perpetrator")}


def test_quotation_marks_do_not_part_a_number_from_its_people() -> None:
    """A figure for seven "terrorists" counts fighters, whoever doubts the word."""
    assert ("killed", "party forces", 7, 7) in _counts('One woman died along with seven "terrorists" in Ganta on Monday.')


def test_a_subtotal_between_commas_leaves_the_verb_with_the_total() -> None:
    """Eight people, among them two children, were injured: both figures count the injured."""
    found = _counts("A shell hit the yard and nine persons, among them two nurses and a young boy, were injured on Monday.")
    assert ("injured", "all", 9, 9) in found


def test_people_not_seen_since_are_missing() -> None:
    """Who has not been seen since an attack is missing."""
    assert ("missing", "all", 2, 2) in _counts("Gunmen raided Ganta on Monday. Two traders have not been seen since.")


def test_an_estimated_range_stays_that_range() -> None:
    """An estimate given as a range is not widened again."""
    assert ("killed", "civilians", 35, 44) in _counts("An estimated 35 to 44 civilians were killed in Ganta on Monday.")


def test_a_nations_strike_and_drone_are_its_own() -> None:
    """Only a state's name before a strike says who struck."""
    assert "Russian" in _doers("A Russian strike on Zardana killed nine people on Monday.")
