"""Plain English for dates, intervals and lists."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.product import wording


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(108, 108, "108"), (78, None, "at least 78"), (0, 78, "up to 78"), (9, 100, "9–100"), (0, None, "number not stated"), (0, 0, "0")],
)
def test_intervals_read_as_people_say_them(low, high, words):
    """An open bound is said, never filled in."""
    assert wording.interval(low, high) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2012, 6, 6), date(2012, 6, 6), "6 June 2012"),
        (date(2012, 6, 1), date(2012, 6, 30), "June 2012"),
        (date(2012, 12, 1), date(2012, 12, 31), "December 2012"),
        (date(2012, 6, 4), date(2012, 6, 10), "4–10 June 2012"),
        (date(2012, 1, 1), date(2012, 12, 31), "2012"),
        (date(2011, 12, 30), date(2012, 1, 2), "30 December 2011 – 2 January 2012"),
        (None, None, "date not known"),
    ],
)
def test_days_read_as_people_write_them(earliest, latest, words):
    """A whole month is the month; what is not known is said to be."""
    assert wording.days(earliest, latest) == words


def test_lists_say_how_many_are_left_out():
    """Two are joined by and; many are counted."""
    assert wording.listing(["A"]) == "A"
    assert wording.listing(["A", "B"]) == "A and B"
    assert wording.listing(list("ABCDEFG"), limit=3) == "A, B, C and 4 others"


@given(st.text(), st.integers(20, 300))
def test_shortened_words_are_the_beginning_of_the_words(words, limit):
    """Cutting adds nothing but an ellipsis."""
    cut = wording.shortened(words, limit)
    assert len(cut) <= limit + 2
    assert words.startswith(cut.removesuffix(" …").rstrip()) or cut == words
