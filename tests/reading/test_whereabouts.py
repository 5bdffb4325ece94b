"""Counts of people by where they now are, or by nobody's knowing it; and of people shot who could not run."""

from datetime import date

import pytest

import trucewatch


def _counts(text):
    claims = trucewatch.read(text, published=date(2012, 6, 8)).claims
    return {(c.payload.metric, c.payload.low, c.factuality) for c in claims if c.kind == "casualty"}


@pytest.mark.parametrize(
    ("text", "metric", "number"),
    [
        ("Of a further five soldiers there is no news.", "missing", 5),
        ("No trace has been found of the three herders.", "missing", 3),
        ("Nothing has been heard since of the nine carpenters.", "missing", 9),
        ("Thirty-nine others are still in the wards.", "injured", 39),
        ("Six miners remain in hospital.", "injured", 6),
        ("Twenty-seven houses were pulled down; 160 people are without a roof.", "displaced", 160),
        ("More than 20,000 others shelter in the schools of the town.", "displaced", 20001),
        ("Two soldiers were killed and a third taken prisoner.", "detained", 1),
        ("Five men were shot against the churchyard wall.", "killed", 5),
        ("Two captives, their hands bound, were shot in the park by soldiers.", "killed", 2),
        ("Four traders were picked out and shot.", "killed", 4),
    ],
)
def test_where_people_are_tells_what_befell_them(text, metric, number):
    assert (metric, number, "certain") in _counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is good news of the five soldiers: all are home.",
        "Two officers are at the hospital to take statements.",
        "Nine doctors are in the hospital day and night.",
        "Forty scouts camp by the lake each summer.",
    ],
)
def test_a_place_alone_tells_of_no_harm(text):
    """Officers and doctors are in hospitals too, and scouts camp by "by", not in ruins."""
    assert not {metric for metric, *_ in _counts(text)} & {"missing", "injured", "displaced"}
