"""Marches that are called and meetings that are set: they are yet to be, and nothing that happened is given a day still to come."""

from datetime import date
from pathlib import Path

import pytest
from bench.passages import load

import trucewatch

PUBLISHED = date(2012, 6, 8)
"""A Friday."""


def _events(text, word):
    at = text.index(word)
    return [c for c in trucewatch.read(text, published=PUBLISHED).claims if c.kind == "event" and c.payload.trigger.start == at]


@pytest.mark.parametrize(
    ("text", "word", "factuality", "day"),
    [
        ("Opposition leaders called a rally for Monday outside the court.", "rally", "demanded", date(2012, 6, 11)),
        ("Pupils have called for a demonstration outside the barracks on Sunday.", "demonstration", "demanded", date(2012, 6, 10)),
        ("On Monday the pupils called for a demonstration.", "demonstration", "demanded", date(2012, 6, 4)),
        ("The party has announced a sit-in for next Thursday.", "sit-in", "future", date(2012, 6, 14)),
    ],
)
def test_what_is_called_or_announced_is_yet_to_be(text, word, factuality, day):
    """It is no protest that took place, and "for Monday" is the Monday to come."""
    (event,) = _events(text, word)
    assert (event.factuality, event.payload.when.earliest) == (factuality, day)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A march was called for Sunday after police shot dead a pupil.", "shot"),
        ("Lawyers called a strike for Monday in protest at the killings at Oru.", "killings"),
    ],
)
def test_what_a_march_is_called_about_has_another_day(text, word):
    (event,) = _events(text, word)
    assert (event.factuality, event.payload.when) == ("certain", None)


def test_a_strike_that_is_called_is_nobodys_attack():
    """Soldiers who shot miners did not strike."""
    text = "The unions called a strike on Monday after soldiers shot two miners."
    assert not _events(text, "strike")


def test_nothing_that_happened_is_dated_after_the_report(root):
    for path in sorted(Path(root / "passages").glob("*.yaml")):
        for passage in load(path)[::40]:
            for claim in trucewatch.read(passage["text"], published=passage["published"]).claims:
                if claim.kind == "event" and claim.factuality == "certain" and (when := claim.payload.when) and when.earliest:
                    assert when.earliest <= passage["published"], (passage["id"], when.text)
