"""Calendar dates in a token sequence: months, days, years, numeric dates and ranges of them, as token ranges with their intervals."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.reading.anchors import UNKNOWN, Extent, day_of_month, make_date, month, season, through, year
from trucewatch.reading.monthparts import part_of_month, part_of_year, third_before
from trucewatch.reading.timewords import time_words


@dataclass(frozen=True, slots=True)
class Found:
    """Words of time: tokens ``[start, end)``, their interval, the rule that read them, and what they count from where they do."""

    start: int
    end: int
    extent: Extent
    rule: str
    number: int = 0
    unit: str = ""
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Scan:
    """What a rule of time sees: lower-case words, words as written, the publication date, and whether a clause is of the future."""

    words: Sequence[str]
    written: Callable[[int], str]
    published: date | None
    future: Callable[[int], bool]
    tag: Callable[[int], str] = lambda _: ""
    """The part of speech of a word, in the tag set of the Penn Treebank."""

    def at(self, index: int) -> str:
        """The lower-case word at ``index``, empty beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else ""


_ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
        seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
}
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?$")
_DAYS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-–/](\d{1,2})(?:st|nd|rd|th)?$")
_GROUP = re.compile(r"(\d\d)\d{4}[a-z]?$")
"""Day and hour of a military message: 141430Z."""
_YEAR = re.compile(r"(1[5-9]|20|21)\d\d$")
_SHORT_YEAR = re.compile(r"'?(\d\d)$")
_NUMERIC = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{2,4})$")
_JOINS = frozenset(("-", "–", "—", "to", "and", "or", "until", "till", "through", "/"))
_LEADS = frozenset(
    """in since of during from by until till before after between last next this late early mid- mid through to and or every around about
    for throughout , ( past previous the that""".split()
)
"""Words that may stand before a month that is also another word (May, March) or before a bare year."""
_BEFORE_DATE = frozenset("on since from until till of before after between by to and".split())
_AFTER_DAY = frozenset("when in at by near as where while but with after before during of".split())
_YEAR_LEADS = frozenset(
    "in since of during from until till before after between late early mid through throughout by around about year back".split()
)


_TITLE = 16
"""Tokens at most of a title that ends with a year: "Srebrenica, 1995: …"."""


def day_number(word: str) -> int | None:
    """Return the day of a month that a word gives ("14", "14th", "fourteenth"), None for any other word."""
    if word in _ORDINALS:
        return _ORDINALS[word]
    found = _DAY.match(word)
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def year_at(scan: Scan, index: int, *, short: bool = False) -> tuple[int | None, int]:
    """Return the year at ``index`` (a comma or "of" before it allowed) and the end of the words read."""
    at = index + 1 if scan.at(index) in (",", "of") else index
    word = scan.at(at)
    if _YEAR.match(word):
        return int(word), at + 1
    if short and at == index and (found := _SHORT_YEAR.match(word)):
        return full_year(scan, int(found[1])), at + 1
    return None, index


_SHORT_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})$")


_AFTER_HEAD = frozenset(("·", "•", "|"))
"""Marks after the day that heads an entry."""


def read_short_date(scan: Scan, index: int) -> Found | None:
    """Read "Wed 16/07", "on 16/7": day and month without a year, where a weekday or a preposition of time says that they are a date."""
    found = _SHORT_DATE.match(scan.at(index))
    names = time_words().weekdays
    at = index - 1 - (scan.at(index - 1) in (",", "."))
    number = names.get(scan.at(at))
    closed = scan.at(index - 1) in (",", "(", "–", "-") and scan.at(index + 1) in (".", ":", ")", ";")
    heads = (scan.at(index + 1) in _AFTER_HEAD or closed) and found is not None
    if not found or (number is None and not heads and scan.at(index - 1) not in ("on", "since", "until", "dated", "of")):
        return None
    first, second = int(found[1]), int(found[2])
    if heads and number is None and scan.published and make_date(2000, second, first):  # "4/10 · Morales": day and month, as in reports
        day = day_of_month(scan.published, second, first, None).earliest
        return Found(index, index + 1, Extent.day(day), "date without year") if day else None
    options = {
        day_of_month(scan.published, month_number, day, None).earliest
        for day, month_number in ((first, second), (second, first))
        if make_date(2000, month_number, day)
    } - {None}
    if number is not None:
        options = {one for one in options if one and one.weekday() == number} or (options if len(options) == 1 else set())
    if len(options) != 1 or (number is None and first < 13 and second < 13):
        return None
    day = options.pop()
    return Found(index if number is None else at, index + 1, Extent.day(day), "date without year") if day else None


def full_year(scan: Scan, value: int) -> int:
    """Return the year that two digits mean: the latest one no more than a year after publication."""
    latest = (scan.published.year if scan.published else 1999) + 1
    full = latest // 100 * 100 + value
    return full if full <= latest else full - 100


def read_month(scan: Scan, index: int) -> Found | None:
    """Read the date around the month name at ``index``: "25 May", "3-5 May 2012", "May 3-5", "25th of May", "mid-May 2011", "in May"."""
    number = time_words().months[scan.at(index)]
    before = index - 1
    if scan.at(before) in ("of", "-", "/") and day_number(scan.at(before - 1)):
        before -= 1
    elif scan.at(before) in _ORDINALS:
        before = -1  # "the first May rally"
    return _day_first(scan, index, before, number) or _month_first(scan, index, number) or _bare_month(scan, index, number)


def _day_first(scan: Scan, index: int, before: int, number: int) -> Found | None:
    """Read "25 May", "3-5 May", "3 and 5 May", "the 25th of May", with a year if there is one."""
    both, group = _DAYS.match(scan.at(before)), _GROUP.match(scan.at(before))
    tens = _tens(scan, before)
    day = tens or (int(both[2]) if both else int(group[1]) if group else day_number(scan.at(before)))
    if day is None or scan.at(before - 1) in ("$", "£") or (scan.at(before - 1) == ":" and scan.at(before - 2).isdigit()):
        return None
    at_year = index + 1 + (scan.at(index + 1) in ("-", "/") and bool(_YEAR.match(scan.at(index + 2))))
    value, end = year_at(scan, at_year, short=True)
    end = end if value else index + 1
    start, first = (before, int(both[1])) if both and int(both[1]) < day else _days_before(scan, before - 2 * bool(tens), day)
    future = scan.future(index)
    last = day_of_month(scan.published, number, day, value, future=future)
    if last is UNKNOWN and make_date(value or 2000, number, day) is None:
        return None
    rule = "date" if value else "date without year"
    if first is not None:
        year_of = last.latest.year if last.latest else value
        return Found(start, end, through(day_of_month(None, number, first, year_of), last), rule)
    return Found(start, end, last, rule)


def _tens(scan: Scan, at: int) -> int | None:
    """Return the day of "twenty-seventh", "thirty-first" that ends at ``at``, None for any other word."""
    tens = {"twenty": 20, "thirty": 30}.get(scan.at(at - 2), 0) if scan.at(at - 1) == "-" else 0
    unit = _ORDINALS.get(scan.at(at), 10)
    return tens + unit if tens and unit < 10 and tens + unit <= 31 else None


def _days_before(scan: Scan, before: int, day: int) -> tuple[int, int | None]:
    """Return where "3 and 5", "9, 10 and 11", "the 14th to the 16th" that ends at ``before`` starts, and its first day."""
    start, first = before, None
    join = before - 1 - (scan.at(before - 1) == "the")
    if scan.at(join) in _JOINS and (other := day_number(scan.at(join - 1))) and other < day and scan.at(join - 2) != "and":
        start, first = join - 1, other
        while scan.at(start - 1) == "," and (listed := day_number(scan.at(start - 2))) and listed < first:
            start, first = start - 2, listed
    return start, first


def _month_first(scan: Scan, index: int, number: int) -> Found | None:
    """Read "May 25", "May 3-5", "May 25th, 2012"."""
    at = index + 1 + (scan.at(index + 1) == "the")
    both = _DAYS.match(scan.at(at))
    day = int(both[1]) if both else day_number(scan.at(at))
    if day is None or not _dated(scan, index) or scan.at(at + 1) in ("%", "million", "percent"):
        return None
    last_day, end = day, at + 1
    while scan.at(end) == "," and (other := day_number(scan.at(end + 1))) and last_day < other and scan.at(end + 2) in (",", "and"):
        last_day, end = other, end + 2
    end += scan.at(end) == "," and scan.at(end + 1) == "and" and last_day > day
    listed = scan.at(end) == "and" and (not scan.at(end + 2).isalpha() or scan.at(end + 2) in _AFTER_DAY)
    joint = ("-", "–", "to", "and") if scan.at(index - 1) == "between" or listed else ("-", "–", "to")
    if scan.at(end) in joint and (other := day_number(scan.at(end + 1))) and other > last_day:
        last_day, end = other, end + 2
    if both and int(both[2]) > day:
        last_day = int(both[2])
    value, after = year_at(scan, end)
    last = day_of_month(scan.published, number, last_day, value, future=scan.future(index))
    rule = "date" if value else "date without year"
    end = after if value else end
    if last_day != day:
        first = day_of_month(None, number, day, last.latest.year if last.latest else value)
        return Found(index, end, through(first, last), rule)
    return Found(index, end, last, rule)


def _bare_month(scan: Scan, index: int, number: int) -> Found | None:
    """Read "in May", "May 2011", "mid-May", "since March 2011", "last May"."""
    value, end = year_at(scan, index + 1)
    if value is None and scan.at(index + 1) == "last" and scan.at(index + 2) == "year" and scan.published:
        value, end = scan.published.year - 1, index + 3
    lead = scan.at(index - 1)
    start, part = third_before(scan, index) or (index, None)
    if value is None and not _dated(scan, index):
        return None
    if value is None and part is None and lead not in _LEADS:
        return None
    extent = month(scan.published, number, value, part, future=scan.future(index))
    if value is None and part is None and lead == "that" and not scan.future(index):
        return Found(index - 1, index + 1, UNKNOWN, "month of year", number)
    if value is None and lead in ("last", "this", "next") and scan.published:
        start = index - 1
        shift = {"last": -(number >= scan.published.month), "this": 0, "next": number <= scan.published.month}[lead]
        extent = month(None, number, scan.published.year + shift)
    if cut := part_of_month(scan, index, month(scan.published, number, value, future=scan.future(index))):
        start, extent = cut
    return Found(start, end if value else index + 1, extent, "month" if value else "month without year")


def _dated(scan: Scan, index: int) -> bool:
    """Tell the month from the verb "may", the noun "march" and the abbreviations that are other words: it is written as a name."""
    word = scan.at(index).rstrip(".")
    if word in ("may", "march", "mar", "dec", "jan", "sep", "august"):
        if index and scan.at(index + 1)[:1].isdigit() and scan.at(index - 1) in _BEFORE_DATE:
            return True  # texts all of capitals are cased by guess
        return scan.written(index)[:1].isupper() and not (
            index and word == "may" and scan.written(index - 1).isupper() and _verb_follows(scan, index)
        )
    return True


def _verb_follows(scan: Scan, index: int) -> bool:
    """Tell MAY the verb in text all of capitals: a word, not a number, follows."""
    return not scan.at(index + 1)[:1].isdigit()


def read_year(scan: Scan, index: int) -> Found | None:
    """Read a bare year after a word that takes one, an ISO date, or a decade ("the 1990s")."""
    word, lead = scan.at(index), scan.at(index - 1)
    if word.endswith("s"):
        start = int(word[:4])
        at, part = third_before(scan, index) or (index, None)
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part or "", (0, 9))
        return Found(at, index + 1, through(year(start + first), year(start + last)), "decade")
    value = int(word)
    if scan.at(index + 1) == "-" and scan.at(index + 3) == "-" and scan.at(index + 2).isdigit() and scan.at(index + 4)[:2].isdigit():
        found = make_date(value, int(scan.at(index + 2)), int(scan.at(index + 4)[:2]))
        return Found(index, index + 5, Extent.day(found), "date") if found else None
    if scan.at(index - 1) == "-" and scan.at(index - 3) == "-" and (day := day_number(scan.at(index - 4))) and scan.at(index - 2).isdigit():
        found = make_date(value, int(scan.at(index - 2)), day)
        return Found(index - 4, index + 1, Extent.day(found), "date") if found else None
    if scan.at(index + 1) in ("-", "–") and _YEAR.match(scan.at(index + 2)):
        return Found(index, index + 3, through(year(value), year(int(scan.at(index + 2)))), "years")
    short = _SHORT_YEAR.match(scan.at(index + 2)) if scan.at(index + 1) in ("-", "–", "/") and lead in _YEAR_LEADS else None
    if short and int(short[1]) > value % 100 and scan.at(index + 3) != scan.at(index + 1):
        return Found(index, index + 3, through(year(value), year(value // 100 * 100 + int(short[1]))), "years")
    if third := third_before(scan, index):
        return Found(third[0], index + 1, year(value, third[1]), "year")
    if cut := part_of_year(scan, index, value):
        return Found(cut[0], index + 1, cut[1], "year")
    if lead in _YEAR_LEADS or (lead == "and" and _YEAR.match(scan.at(index - 2))):
        return Found(index, index + 1, year(value), "year")
    if lead == "," and scan.at(index + 1) in (":", "") and index < _TITLE:
        return Found(index, index + 1, year(value), "year")
    if lead == "(" and scan.at(index + 1) == ")":
        return Found(index, index + 1, year(value), "year")
    return None


def read_numeric(scan: Scan, index: int) -> Found | None:
    """Read 25/05/2012, 25.5.12 or 2012/05/25: only where one reading is possible (dots always put the day first)."""
    found = _NUMERIC.match(scan.at(index))
    if not found:
        return None
    first, sign, second, third = int(found[1]), found[2], int(found[3]), int(found[4])
    if len(found[1]) == 4:
        day = make_date(first, second, third)
        return Found(index, index + 1, Extent.day(day), "date") if day else None
    if len(found[1]) > 2 or len(found[4]) == 3:
        return None
    if len(found[4]) == 2:
        third = full_year(scan, third)
    options = {d for d in (make_date(third, second, first), None if sign == "." else make_date(third, first, second)) if d}
    if len(options) > 1 and scan.published:  # 12/9 told of on 19 September is no day of December
        options = {d for d in options if d <= scan.published} or options
    extent = Extent.day(min(options)) if len(options) == 1 else UNKNOWN
    return Found(index, index + 1, extent, "date" if extent is not UNKNOWN else "ambiguous date") if options else None


def read_joined(scan: Scan, index: int) -> Found | None:
    """Read "12-Sep-2014", whose month and year are one word, and "30 March–2 April 2015", whose first month and last day are one."""
    if "–" in scan.at(index):
        return _read_across(scan, index)
    name, _, number = scan.at(index).partition("-")
    day, value = day_number(scan.at(index - 2)), int(number) if _YEAR.match(number) else 0
    when = make_date(value, time_words().months[name], day) if day and value and scan.at(index - 1) == "-" else None
    return Found(index - 2, index + 1, Extent.day(when), "date") if when else None


def _read_across(scan: Scan, index: int) -> Found | None:
    """Read "30 March–2 April 2015" at its middle word."""
    name, _, number = scan.at(index).partition("–")
    months = time_words().months
    day, last, after = day_number(scan.at(index - 1)), day_number(number), months.get(scan.at(index + 1))
    if not (day and last and after and name in months):
        return None
    value, end = year_at(scan, index + 2)
    latest = day_of_month(scan.published, after, last, value, future=scan.future(index))
    if latest.latest is None:
        return None
    first = day_of_month(latest.latest, months[name], day, None)
    return Found(index - 1, end if value else index + 2, through(first, latest), "date range" if value else "date without year range")


def read_middle(scan: Scan, index: int) -> Found | None:
    """Read "mid-2011" and "mid-May" where they are one word."""
    word = scan.at(index)[4:]
    if word in time_words().months:
        value, end = year_at(scan, index + 1)
        return Found(index, end if value else index + 1, month(scan.published, time_words().months[word], value, "mid"), "month")
    return Found(index, index + 1, year(int(word), "mid"), "year") if word.isdigit() else None


def read_season(scan: Scan, index: int) -> Found | None:
    """Read "last summer", "in the spring of 2011", "this winter"; a bare season name is no date."""
    months = time_words().seasons[scan.at(index)]
    value, end = year_at(scan, index + 1)
    lead = scan.at(index - 1)
    if value is not None:
        return Found(index, end, season(scan.published, months, value), "season")
    if lead == "last" and scan.published:
        base = season(scan.published, months, None)
        if base.latest and base.latest >= scan.published and base.earliest:
            base = season(scan.published, months, base.earliest.year - 1)
        return Found(index - 1, index + 1, base, "season")
    if lead == "this":
        return Found(index - 1, index + 1, season(scan.published, months, scan.published.year if scan.published else None), "season")
    return None
