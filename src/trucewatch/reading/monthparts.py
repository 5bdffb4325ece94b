"""Parts of a month or year that words cut out of it: "the first week of April", "the second half of March", "late in 2015", "the last
Friday of May".

Enters: the word before a month or year and what is known of it; leaves: where the phrase starts and the days it means.
"""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from trucewatch.reading.anchors import DAY, Extent, make_date
from trucewatch.reading.timewords import time_words

if TYPE_CHECKING:
    from trucewatch.reading.dates import Scan

PARTS_OF = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "beginning": "early",
    "end": "late",
    "start": "early",
    "opening": "early",
    "close": "late",
}
"""The third of a month or year that a word means."""
_ORDER = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": -1,
    "final": -1,
    "opening": 1,
}
_MONTHS_OF = {"quarter": 3, "half": 6}


def third_before(scan: "Scan", index: int) -> tuple[int, str] | None:
    """Return where "early", "mid-", "the end of", "late in" before the word at ``index`` starts and the third it means."""
    lead = scan.at(index - 1)
    if lead == "-" and scan.at(index - 2) in PARTS_OF:
        return index - 2, PARTS_OF[scan.at(index - 2)]
    if lead in PARTS_OF:
        return index - 1, PARTS_OF[lead]
    word = scan.at(index - 2)
    if lead == "of" and word in PARTS_OF:
        return index - 2, PARTS_OF[word]
    if lead == "in" and word in ("early", "late"):
        return index - 2, PARTS_OF[word]
    if lead == "of" and word == "days" and (end := _ENDS.get(scan.at(index - 3))):
        return index - 3, "late" if end < 0 else "early"
    return None


def part_of_month(scan: "Scan", index: int, whole: Extent) -> tuple[int, Extent] | None:
    """Return the part of the month ``whole``, whose name stands at ``index``, that the words before it cut out, and where they start."""
    if scan.at(index - 1) not in ("of", "in") or whole.earliest is None:
        return None
    month = whole.earliest
    last = monthrange(month.year, month.month)[1]
    if days := _days_of(scan, index, month, month.replace(day=last)):
        return days
    if scan.at(index - 3) not in _ORDER:
        return None
    unit, number = scan.at(index - 2), _ORDER[scan.at(index - 3)]
    if unit == "week" and number <= 4:
        first = last - 6 if number < 0 else 7 * number - 6
        return index - 3, Extent(month.replace(day=first), month.replace(day=last if number == 4 else first + 6), "week")
    if unit == "half" and number in (1, 2):
        return index - 3, Extent(month.replace(day=1 if number == 1 else 16), month.replace(day=15 if number == 1 else last), "range")
    if unit in time_words().weekdays:
        day = _weekday_of(month, last, time_words().weekdays[unit], number)
        return (index - 3, Extent.day(day)) if day else None
    if unit == "weekend":
        saturday = _weekday_of(month, last, 5, number)
        return (index - 3, Extent(saturday, saturday + DAY, "days")) if saturday else None
    return None


_ENDS = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}


def _days_of(scan: "Scan", index: int, first: date, last: date) -> tuple[int, Extent] | None:
    """Return "the last two days of October", "the first day of 2015" of the stretch from ``first`` to ``last``."""
    if scan.at(index - 2) == "day" and scan.at(index - 3) in _ENDS:
        return index - 3, Extent.day(first if _ENDS[scan.at(index - 3)] > 0 else last)
    word, end = scan.at(index - 3), _ENDS.get(scan.at(index - 4))
    number = int(word) if word.isdigit() else time_words().numbers.get(word, 0)
    if scan.at(index - 2) != "days" or end is None or not 1 < number <= (last - first).days:
        return None
    return index - 4, Extent(first, first + (number - 1) * DAY, "days") if end > 0 else Extent(last - (number - 1) * DAY, last, "days")


def _weekday_of(month: date, last: int, number: int, order: int) -> date | None:
    days = [day for day in (month.replace(day=at) for at in range(1, last + 1)) if day.weekday() == number]
    return days[-1] if order < 0 else days[order - 1] if order <= len(days) else None


def part_of_year(scan: "Scan", index: int, year: int) -> tuple[int, Extent] | None:
    """Return "the first half of 2015", "the second quarter of 2015", "the last day of 2015" and where the words start."""
    if scan.at(index - 1) == "of" and (days := _days_of(scan, index, date(year, 1, 1), date(year, 12, 31))):
        return days
    return _cut_of(scan, index - 1, year)


def part_of_this_year(scan: "Scan", index: int) -> tuple[int, Extent] | None:
    """Return "the first quarter of the year", "the first six months of last year", "the year to date" at the word "year"."""
    if scan.published is None:
        return None
    if scan.at(index - 1) == "the" and scan.words[index + 1 : index + 3] in (["to", "date"], ("to", "date")):
        return index - 1, Extent(date(scan.published.year, 1, 1), scan.published, "range")
    shift = {"the": 0, "this": 0, "current": 0, "last": -1, "previous": -1}.get(scan.at(index - 1))
    if shift is None:
        return None
    of = index - 2 - (scan.at(index - 2) == "the")
    found = _cut_of(scan, of, scan.published.year + shift)
    if found is None or found[1].earliest is None or found[1].latest is None or found[1].earliest > scan.published:
        return None
    return found[0], Extent(found[1].earliest, min(found[1].latest, scan.published), "range")


def _cut_of(scan: "Scan", of: int, year: int) -> tuple[int, Extent] | None:
    """Return the half, the quarter or the months of a year that the words before its "of" name."""
    unit = scan.at(of - 1)
    if scan.at(of) != "of":
        return None
    if unit == "months":
        end, word = _ENDS.get(scan.at(of - 3)), scan.at(of - 2)
        months = int(word) if word.isdigit() else time_words().numbers.get(word, 0)
        if end is None or not 1 < months < 12:
            return None
        first, last = (1, months) if end > 0 else (13 - months, 12)
    elif unit in _MONTHS_OF and scan.at(of - 2) in _ORDER:
        length, number = _MONTHS_OF[unit], _ORDER[scan.at(of - 2)]
        count = 12 // length
        number = count if number < 0 else number
        if number > count:
            return None
        first, last = (number - 1) * length + 1, number * length
    else:
        return None
    opening = make_date(year, first, 1)
    return (
        (of - 3 if unit == "months" else of - 2, Extent(opening, date(year, last, monthrange(year, last)[1]), "range")) if opening else None
    )
