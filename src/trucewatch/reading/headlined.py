"""Figures of a heading → whose they are, as the text below tells them again: "THREE KILLED AT KISI" over "Three policemen were killed".

Enters: a parse and its counts. Leaves: the counts, those of the heading with the population that the one count below of as many has.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.counted import is_explicit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse

_LONGEST = 140
"""Characters of a heading; a longer first line is a text of its own."""
_CLOSED = (".", "!", "?", ":", ";", ",")


def as_below(parse: "Parse", found: "Sequence[Counted]") -> "list[Counted]":
    """Return ``found`` with the population of bare figures of the heading that the text below gives."""
    end = _heading_end(parse)
    if not end:
        return list(found)
    return [_told_again(found, one, end) if one.quantity.span.end <= end else one for one in found]


def _heading_end(parse: "Parse") -> int:
    """Where the first line ends, if it is short and without a stop; else 0."""
    line = parse.text.split("\n", 1)[0].rstrip()
    return len(line) if line and len(line) < min(_LONGEST, len(parse.text)) and not line.endswith(_CLOSED) else 0


def _told_again(found: "Sequence[Counted]", one: "Counted", end: int) -> "Counted":
    if one.population != "all" or one.quantity.named or not is_explicit(one.quantity) or one.quantity.count.high == 0:
        return one
    below = {
        other.population
        for other in found
        if other.quantity.span.start >= end and other.metric == one.metric and other.quantity.count == one.quantity.count
    }
    return replace(one, population=below.pop()) if len(below) == 1 else one
