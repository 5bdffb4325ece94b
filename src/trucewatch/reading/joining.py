"""Neighbouring times that are one: "Friday, 25 May", "on the night of 25 May", "between 3 May and 5 May", "since March 2011".

Enters: the times a text names, in text order, each by itself; leaves: the same with those joined that name one time.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.anchors import DAY, UNKNOWN, WEEK, Extent, month, through
from trucewatch.reading.dates import Found, Scan
from trucewatch.reading.timewords import time_words

if TYPE_CHECKING:
    from datetime import date

_BEGAN = frozenset(("began", "begun", "started", "erupted", "launched", "broke", "out", "resumed", "collapsed", "ended"))
_PLAIN_GAPS = {
    (),
    (",",),
    (".",),
    (".", ","),
    ("the",),
    (",", "the"),
    ("(",),
    ("on",),
    ("of",),
    ("at",),
    ("on", "the"),
    (",", "on"),
    ("a",),
    (",", "a"),
    ("on", "the", "night", "of"),
}
_TO = frozenset(("to", "until", "till", "-", "–", "—", "through", "into"))
_LEADS = frozenset(("from", "between", "of", "for", "during", "(", "overnight"))


def join_times(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """Return the times with neighbours that name one time joined."""
    merged: list[Found] = []
    for one in found:
        merged.append(one)
        while len(merged) > 1 and (joined := _join(scan, merged[-2], merged[-1], tuple(scan.words[merged[-2].end : merged[-1].start]))):
            merged[-2:] = [joined]
    return [_stretched(scan, one) for one in merged]


def _join(scan: Scan, last: Found, one: Found, gap: tuple[str, ...]) -> Found | None:
    """Return the join of two neighbouring times, None where they are two times."""
    if gap in _PLAIN_GAPS and (joined := _same_time(scan, last, one)):
        return joined
    if gap in (("before",), ("after",), ("following",)) and (near := _weekday_near(scan, last, one, gap[0])):
        return near
    if last.rule == "overnight" and gap in ((), ("on",), ("from",), ("of",), ("between",), ("on", "the", "night", "of")):
        return _overnight(last, one)
    return _stretch(scan, last, one, gap)


def _same_time(scan: Scan, last: Found, one: Found) -> Found | None:
    """Join two namings of one day or month: "Friday, 25 May", "early Friday", "August of last year", "last week on Friday"."""
    if (last.rule.startswith("weekday") or last.rule == "feast") and one.rule.startswith("date"):
        agree = one.extent is UNKNOWN or one.extent.earliest is None or not scan.published or _same_weekday(scan, last, one)
        rule = one.rule if agree else "date against weekday"
        return Found(last.start, one.end, one.extent, rule)
    if last.rule in ("overnight", "this part of the day") and one.rule.startswith("weekday"):
        return Found(last.start, one.end, one.extent, one.rule)
    if last.rule.startswith("date") and one.rule == "weekday" and _same_weekday(scan, one, last):
        return Found(last.start, one.end, last.extent, last.rule)
    if one.rule == "weekday" and (
        (last.rule in ("calendar", "ago") and last.extent.precision == "week") or (last.rule == "ago" and scan.at(last.end - 2) == "week")
    ):
        return _in_week(scan, last, one)
    if one.rule == "day word" and last.rule == "ago" and last.extent.precision == "year" and last.extent.earliest and scan.published:
        day = _moved_into(Extent.day(scan.published), last.extent.earliest.year)
        return Found(last.start, one.end, day, "ago") if day and scan.at(one.end - 1) == "today" else None
    if one.rule == "day word" and last.rule == "ago" and last.extent.precision == "week" and last.extent.earliest and one.extent.earliest:
        shift = (last.extent.earliest + 3 * DAY) - (scan.published or one.extent.earliest)
        return Found(last.start, one.end, Extent.day(one.extent.earliest + shift), "ago")
    if one.rule == "calendar" and scan.at(one.end - 1) == "year" and one.extent.earliest is not None:
        if last.rule == "month without year":
            return _month_of_year(scan, last, one.extent.earliest.year, one.end)
        if last.rule == "date without year" and (moved := _moved_into(last.extent, one.extent.earliest.year)):
            return Found(last.start, one.end, moved, "date")
    return None


def _weekday_near(scan: Scan, last: Found, one: Found, word: str) -> Found | None:
    """Return "the Sunday before Christmas 1982", "the Friday after 3 March": the nearest such weekday on that side of the day."""
    number, day = time_words().weekdays.get(scan.at(last.start)), one.extent.earliest
    if (
        last.rule != "weekday"
        or number is None
        or day is None
        or one.extent.precision != "day"
        or not one.rule.startswith(("date", "feast"))
    ):
        return None
    gap = (day.weekday() - number) % 7 or 7 if word == "before" else -((number - day.weekday()) % 7 or 7)
    return Found(last.start, one.end, Extent.day(day - gap * DAY), one.rule)


def _in_week(scan: Scan, last: Found, one: Found) -> Found | None:
    """Return "last week on Friday", "a week ago Friday": that day of the week named."""
    number = next((time_words().weekdays[w] for w in scan.words[one.start : one.end] if w in time_words().weekdays), None)
    if number is None or last.extent.earliest is None:
        return None
    first = last.extent.earliest - (0 if last.extent.precision == "week" else 3) * DAY
    return Found(last.start, one.end, Extent.day(first + (number - first.weekday()) % 7 * DAY), "weekday of week")


def _month_of_year(scan: Scan, last: Found, year: int, end: int) -> Found:
    """Return "August this year", "August of last year"."""
    number = next(time_words().months[word] for word in scan.words[last.start : last.end] if word in time_words().months)
    return Found(last.start, end, month(None, number, year), "month")


def _moved_into(extent: Extent, year: int) -> Extent | None:
    """Return the extent in another year, None where that year has no such day."""
    if extent.earliest is None or extent.latest is None:
        return None
    try:
        low = extent.earliest.replace(year=year)
        return Extent(low, extent.latest.replace(year=year + extent.latest.year - extent.earliest.year), extent.precision)
    except ValueError:
        return None


def _overnight(last: Found, one: Found) -> Found | None:
    """Return "overnight on 14-15 April", "overnight from Thursday to Friday": the day the night began."""
    if not one.rule.startswith(("date", "weekday")) or one.extent.earliest is None:
        return None
    return Found(last.start, one.end, Extent.day(one.extent.earliest), one.rule)


def _stretch(scan: Scan, last: Found, one: Found, gap: tuple[str, ...]) -> Found | None:
    """Join the two ends of a stretch: "between 3 May and 5 May", "from 30 March to 2 April 2015", "on Thursday and Friday"."""
    if last.rule.split()[0] != one.rule.split()[0] or not gap or "ago" in (last.rule, one.rule):
        return None
    sign, rest = gap[0], tuple(word for word in gap[1:] if word not in ("the", "on", "in", "of") and word not in time_words().parts)
    if rest:
        return None
    lead = _lead(scan, last.start)
    first = _before(last, one)
    if sign in _TO:
        if lead not in _LEADS and scan.at(last.start - 1) not in _LEADS and sign not in ("-", "–", "—", "through"):
            return None
    elif sign == "or":
        if last.extent.precision != one.extent.precision:
            return None  # "on 30 September or 1 October": on one of them
    elif sign == "and" or (sign == "," and _listed(scan, one)):
        if lead != "between" and not _follows(first.extent, one):
            return None
    else:
        return None
    extent = through(first.extent, one.extent)
    return (
        Found(last.start, one.end, extent, one.rule if one.rule.endswith("range") else one.rule + " range")
        if extent is not UNKNOWN
        else None
    )


def _lead(scan: Scan, at: int) -> str:
    """Return the word before a time, its part of the day and article apart: "between the evening of 14 April and …"."""
    before = at - 1
    if scan.at(before) == "of" and scan.at(before - 1) in time_words().parts | {"hours"}:
        before -= 2
        while scan.at(before) in ("the", "early", "late", "small"):
            before -= 1
    return scan.at(before)


def _before(last: Found, one: Found) -> Found:
    """Return the first end of a stretch in the year its last end names: "30 March to 2 April 2015"."""
    if not last.rule.endswith("without year") or one.rule.endswith("without year") or one.extent.latest is None:
        return last
    moved = _moved_into(last.extent, one.extent.latest.year)
    if moved and moved.earliest and moved.earliest > one.extent.latest:
        moved = _moved_into(last.extent, one.extent.latest.year - 1)
    return replace(last, extent=moved) if moved else last


def _listed(scan: Scan, one: Found) -> bool:
    """Tell whether a time goes on a list of them: "Sunday, Monday and Tuesday"."""
    after = one.end + (scan.at(one.end) == ",")
    return scan.at(one.end) in (",", "and") and (scan.at(after) == "and" or scan.at(after) in time_words().weekdays)


def _follows(first: Extent, one: Found) -> bool:
    """Tell whether a time begins where another ends: two days or months in a row are one stretch, others are two times."""
    if first.latest is None or one.extent.earliest is None or first.precision == "year":
        return False
    return (one.extent.earliest - first.latest) == DAY


def _same_weekday(scan: Scan, last: Found, one: Found) -> bool:
    """Tell whether the weekday named is that of the date named."""
    names = time_words().weekdays
    named = next((names[w] for w in scan.words[last.start : last.end] if w in names), None)
    return one.extent.earliest is None or named is None or one.extent.earliest.weekday() == named


def _stretched(scan: Scan, one: Found) -> Found:
    """Stretch "since March 2011" to the publication date and "the week of 11 April" to its week; a night from one day to the next is the
    day it began."""
    if _is_night(scan, one):
        return replace(one, extent=Extent.day(one.extent.earliest)) if one.extent.earliest else one
    if week := _week_of(scan, one) or _days_from(scan, one):
        return week
    earliest, published = one.extent.earliest, scan.published
    if earliest is None or published is None or earliest > published:
        return one
    since = Extent(earliest, published, "range")
    if scan.at(one.start - 1) == "from" and tuple(scan.words[one.end : one.end + 2]) in _TO_DATE:
        return Found(one.start, one.end + 2, since, "since")
    if scan.at(one.start - 1) == "from" and scan.at(one.end) in ("on", "onward", "onwards"):
        return Found(one.start, one.end + 1, since, "since")
    if _since_clause(scan, one) is not None:
        return Found(one.start, one.end, since, "since")
    at = one.start - 1 - (scan.at(one.start - 1) == "the") - (scan.at(one.start - 1) == "about")
    if scan.at(at) == "since" and one.rule != "ago":
        return Found(at, one.end, since, "since")
    return one


_TO_DATE = frozenset((("to", "date"), ("until", "now"), ("till", "now"), ("to", "today"), ("until", "today")))


def _is_night(scan: Scan, one: Found) -> bool:
    """Tell whether a time of two days is one night: "on the night of 14 to 15 April", "in the night from Thursday to Friday"."""
    first, last = one.extent.earliest, one.extent.latest
    if not first or not last or (last - first).days != 1:
        return False
    if scan.at(one.start - 1) == "night" and one.extent.precision == "days":
        return True
    at = one.start - 1
    while scan.at(at) in ("of", "between", "from", "the", "on", ",") and at > one.start - 4:
        at -= 1
    return scan.at(at) in ("night", "overnight") and at < one.start - 1


def _week_of(scan: Scan, one: Found) -> Found | None:
    """Return "the week of 11 April", "the week ending 17 April", "the week beginning 11 April", "the weekend of 16 April"."""
    word, day = scan.at(one.start - 1), one.extent.earliest
    unit = scan.at(one.start - 2)
    if one.extent.precision != "day" or day is None or unit not in ("week", "weekend"):
        return None
    extent: tuple[date, date] | None = None
    if unit == "week" and word in ("ending", "ended"):
        extent = (day - 6 * DAY, day)
    elif unit == "week" and word in ("beginning", "starting", "commencing", "from"):
        extent = (day, day + 6 * DAY)
    elif unit == "week" and word == "of":
        extent = (day - day.weekday() * DAY, day - day.weekday() * DAY + WEEK - DAY)
    elif unit == "weekend" and word == "of" and day.weekday() >= 4:
        saturday = day + (5 - day.weekday()) * DAY
        extent = (saturday, saturday + DAY)
    return Found(one.start - 2, one.end, Extent(*extent, "week"), one.rule) if extent else None


_STARTS = frozenset(("from", "starting", "beginning", "commencing"))
_MOST = 60


def _days_from(scan: Scan, one: Found) -> Found | None:
    """Return "for three days from 3 April": as many days as the words before the first one count."""
    at = one.start - 1 - (scan.at(one.start - 1) == "on")
    if one.extent.precision != "day" or one.extent.earliest is None or scan.at(at) not in _STARTS:
        return None
    at -= scan.at(at - 1) in ("running", "starting", "beginning")
    if scan.at(at - 1) not in ("days", "nights"):
        return None
    word = scan.at(at - 2)
    number = int(word) if word.isdigit() else time_words().numbers.get(word, 0)
    if not 1 < number <= _MOST:
        return None
    return replace(one, extent=Extent(one.extent.earliest, one.extent.earliest + (number - 1) * DAY, "days"))


def _since_clause(scan: Scan, one: Found) -> int | None:
    """Return where "since the offensive began on Tuesday" opens, None where the time ends no such clause."""
    at = one.start - 1
    if scan.at(at) in ("on", "in", "at", "last"):
        at -= 1
    if scan.at(at) not in _BEGAN:
        return None
    return next((here for here in range(at - 1, max(-1, at - 8), -1) if scan.at(here) == "since"), None)
