"""Dates without a year in a text that looks back on what happened long before it was published.

A wire report counts "on 30 October" from the day it is published. A page on a massacre of 1984, published in 2016, counts it from the last
full date it gave. Enters: the times found, in text order, and the publication date; leaves: the interval each such time means.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trucewatch.reading.anchors import DAY, UNKNOWN, Extent, make_date, year
from trucewatch.reading.dates import Found
from trucewatch.reading.parse import Parse
from trucewatch.reading.timewords import time_words

_LONG_AGO = 300
"""Days between the first full date and publication from which a text looks back."""
_PAST_WEEKS = 9
"""Days from which a text that opens with a full date counts its weekdays from there."""
_FROM_TODAY = frozenset(("day word", "ago", "last night", "this part of the day", "overnight", "calendar", "past span", "dateline"))
_YEARLESS = frozenset(
    ("date without year", "month without year", "date without year range", "month without year range", "date against weekday")
)
_OPENING = 3
"""Sentences that open one of the first two paragraphs, in one of which the first full date tells when it happened."""
_WEEKDAYS = frozenset(("weekday", "weekdays"))


def looks_back(parse: Parse, found: Sequence[Found], published: date | None, *, titled: bool = False) -> bool:
    """Tell whether a text counts from its own dates: its first full date is long before publication and no word counts from today.

    Where the headings give the date (``titled``) such a word, "last week" of a hearing, says nothing of the other times.
    """
    if published is None or parse.datelines:
        return False
    if not titled and any(one.rule in _FROM_TODAY and not _of_the_text(parse, one) for one in found):
        return False
    first = next((one for one in found if _full(one) or _of_title(parse, one)), None)
    if first is None or first.extent.latest is None or (published - first.extent.latest).days < _PAST_WEEKS:
        return False
    weekdays = [one for one in found if one.rule in _WEEKDAYS and parse.lower[one.start - 1] != "that"]  # "that Friday" is of the text
    if (published - first.extent.latest).days < _LONG_AGO and (not weekdays or first.rule != "date"):
        return False
    return not weekdays or (weekdays[0].start > first.start and _tells(parse, first))


def settled(parse: Parse, one: Found, before: Sequence[Found]) -> Found:
    """Return ``one`` counted from the times ``before`` it: a date in the year that brings it nearest, a weekday within the next week."""
    if _of_the_text(parse, one):
        return replace(one, extent=_year_after(parse, one, before))
    if (one.rule not in _YEARLESS and one.rule not in _WEEKDAYS) or parse.lower[one.start] in ("last", "this"):
        return one
    base = next((f for f in reversed(before) if _base(parse, f, one)), None)
    if base is None or base.extent.earliest is None:
        return one
    if one.rule in _YEARLESS:
        return replace(one, extent=_in_year(one.extent, base.extent))
    day = base.extent.latest
    names = time_words().weekdays
    number = next((names[word] for word in parse.lower[one.start : one.end] if word in names), None)
    if one.rule != "weekday" or day is None or number is None or base.extent.precision not in ("day", "days"):
        return replace(one, extent=UNKNOWN)
    first = base.extent.earliest
    inside = first + (number - first.weekday()) % 7 * DAY
    if base.extent.precision == "days" and inside <= day:
        return replace(one, extent=Extent.day(inside))  # "14–17 October … on the Friday": of those days
    return replace(one, extent=Extent.day(day + (number - day.weekday()) % 7 * DAY))


def _of_the_text(parse: Parse, one: Found) -> bool:
    """Tell whether "the next year", "the following week" count from what was told, not from today."""
    before = parse.lower[one.start - 1] if one.start else ""
    opens = parse.lower[one.start : one.start + 2]
    return one.rule == "calendar" and (before == "the" or opens[0] == "the" or tuple(opens) == ("earlier", "in"))


def _year_after(parse: Parse, one: Found, before: Sequence[Found]) -> Extent:
    """Return "the next year", counted from the date told last; unknown for other spans, which nothing counts."""
    base = next((f.extent.latest for f in reversed(before) if _base(parse, f, one)), None)
    if base is None or "year" not in parse.lower[one.start : one.end]:
        return UNKNOWN
    return year(base.year + (parse.lower[one.start] != "earlier"))


def _full(one: Found) -> bool:
    return one.rule in ("date", "date range", "month", "season") and one.extent.earliest is not None


_TITLE = 120
"""Characters of a title at most."""


def _of_title(parse: Parse, one: Found) -> bool:
    """Tell whether a bare year stands in the title over the text: "Srebrenica, 1995: what the families recall"."""
    if one.rule != "year" or one.extent.precision != "year" or parse.paragraph_of[one.start] or not parse.paragraph_of[-1]:
        return False
    title = parse.paragraphs[0].of(parse.text)
    return len(title) < _TITLE and "\n" not in title and not title.rstrip().endswith((".", "!", ":"))


def _base(parse: Parse, found: Found, one: Found) -> bool:
    """Tell whether a date can be counted from ``found``; a bare year only within its paragraph."""
    if found.extent.earliest is None or found.rule in ("since", "counted back", "vague", "decade", "years"):
        return False
    return found.extent.precision != "year" or _of_title(parse, found) or parse.paragraph_of[found.start] == parse.paragraph_of[one.start]


def _tells(parse: Parse, first: Found) -> bool:
    """Tell whether a date is when the main clause of its sentence happened, and not part of a name ("the 25 March 1999 accord")."""
    tree, at = parse.tree, first.start
    opens = parse.sentence_of[bisect_left(parse.paragraph_of, parse.paragraph_of[at])]
    if parse.sentence_of[at] - opens >= _OPENING or parse.paragraph_of[at] > 1:
        return False
    while tree.head[at] != at:
        if tree.dep[at] in ("compound", "nmod", "amod", "poss", "relcl") and not first.start <= tree.head[at] < first.end:
            return False
        at = tree.head[at]
    return True


def _in_year(extent: Extent, base: Extent) -> Extent:
    """Return an interval moved by whole years to where it lies nearest ``base``, or into the year that ``base`` is."""
    if extent.earliest is None or extent.latest is None or base.earliest is None or base.latest is None:
        return extent
    years = (base.earliest.year,) if base.precision == "year" else (base.earliest.year - 1, base.earliest.year, base.earliest.year + 1)
    moved = [Extent(low, high, extent.precision) for year in years if (ends := _moved(extent, year)) for low, high in [ends]]
    middle = base.earliest + (base.latest - base.earliest) / 2
    return min(moved, key=lambda one: abs(((one.earliest or middle) - middle).days), default=UNKNOWN)


def _moved(extent: Extent, year: int) -> tuple[date, date] | None:
    if extent.earliest is None or extent.latest is None:
        return None
    low = make_date(year, extent.earliest.month, extent.earliest.day)
    high = make_date(year + extent.latest.year - extent.earliest.year, extent.latest.month, extent.latest.day)
    return (low, high) if low and high else None
