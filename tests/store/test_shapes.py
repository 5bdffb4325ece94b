"""Records written as JSON and read back."""

from dataclasses import fields
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.records.analysis import Analysis, CasualtyRange
from trucewatch.records.assertion import Claim, Payload, Reading
from trucewatch.records.capture import Document, Item
from trucewatch.records.extent import Count, When
from trucewatch.records.span import Span
from trucewatch.store.shapes import from_json, pack, to_json, unpack

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(0, 999))
COUNTS = st.builds(lambda low, more: Count(low, None if more is None else low + more), st.integers(0, 999), st.none() | st.integers(0, 99))
DAYS = st.dates(max_value=date(9000, 1, 1))
TIMES = st.builds(lambda first, days: When(first, first + timedelta(days), "range", "then"), DAYS, st.integers(0, 400))
for shape, strategy in ((Span, SPANS), (Count, COUNTS), (When, TIMES), (date, DAYS), (float, st.floats(-180, 180))):
    st.register_type_strategy(shape, strategy)
st.register_type_strategy(str, st.text(st.characters(codec="utf-8"), max_size=12))


@pytest.mark.parametrize("shape", [Document, Item, CasualtyRange, Claim, *get_args(Payload.__value__)])
def test_every_record_comes_back_as_it_was(shape):
    """Tuples, dates, unions and optional fields survive, and every payload comes back as its own kind."""

    @given(st.from_type(shape))
    def comes_back(record):
        again = from_json(shape, to_json(record))
        assert again == record
        assert all(
            type(getattr(again, each.name)) is type(getattr(record, each.name)) for each in fields(shape) if "captured_at" not in each.name
        )

    comes_back()


def test_a_packed_record_comes_back_as_it_was():
    """Compressed records too."""
    reading = Reading((), (), (), "d1")
    assert unpack(Reading, pack(reading)) == reading


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"incidents": 3}'])
def test_what_is_no_record_is_refused(text):
    """A tampered row is an error, never a half-filled record."""
    with pytest.raises(ValueError):
        from_json(Analysis, text)
