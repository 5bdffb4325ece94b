"""Dates as people and programs write them → calendar days. A day that is not certain is not given: 03/04/2012 is two days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january february march april may june july august september october november december"  # English
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"  # Spanish
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"  # French
).split()
_SHORT = {"sept": 9, "setiembre": 9, "fevrier": 2, "aout": 8, "decembre": 12}
MONTH_NUMBERS: dict[str, int] = {name: number % 12 + 1 for number, name in enumerate(_MONTHS)}
MONTH_NUMBERS |= {name[:3]: number for name, number in tuple(MONTH_NUMBERS.items())[:12]} | _SHORT

_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_YEAR = r"(?P<year#>\d{4}|['’]?\d{2}(?!\d))"
_DAY = r"(?P<day#>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month#>{_NAMES})\b\.?"
_JOIN = r"[\s,./-]{1,3}(?:(?:of|de|del)\s+)?"


def _pattern(shape: str, n: int) -> str:
    parts = {"D": _DAY, "M": _MONTH, "Y": _YEAR, "-": _JOIN}
    return "".join(parts[letter].replace("#", str(n)) for letter in shape)


_NUMERIC = (
    r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})(?!\d)"
    r"|(?P<compact>(?:19|20)\d{6})(?!\d)"
    r"|(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<last>\d{4})(?!\d)"
)
WRITTEN = re.compile(
    rf"(?<![\w.])(?:{_NUMERIC}|{_pattern('D-M-Y', 1)}|{_pattern('M-D-Y', 2)}|{_pattern('D-M', 3)}|{_pattern('M-D', 4)})(?:(?!\w)|(?=T\d))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written: ``year`` None where the words leave it out. ``start`` and ``end`` are code points of the searched text."""

    year: int | None
    month: int
    day: int
    text: str
    start: int
    end: int

    def on(self, year: int) -> date | None:
        """Return the day in ``year``, or None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exact(self) -> date | None:
        """The day, where the words give its year too."""
        return None if self.year is None else self.on(self.year)

    def nearest(self, to: date) -> date | None:
        """Return the day, taking a missing year from ``to``: of the years around it, the one that brings the day closest."""
        if self.year is not None:
            return self.exact
        days = [day for year in (to.year - 1, to.year, to.year + 1) if (day := self.on(year))]
        return min(days, key=lambda day: abs((day - to).days), default=None)


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Yield every date written in ``text``, in order, with or without its year; ambiguous numeric forms are left out."""
    for match in WRITTEN.finditer(text):
        parts = _parts(match)
        if parts and 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31:
            yield WrittenDate(*parts, match.group(), match.start(), match.end())


def day_of(text: str) -> date | None:
    """Return the first day ``text`` gives with its year, as a field of a header or a table does, or None."""
    return next((written.exact for written in dates_in(text) if written.exact), None)


def _parts(match: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Year (None where it is left out), month and day of one match; None where the order of day and month is open."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    if "iso_year" in groups:
        return int(groups["iso_year"]), int(groups["iso_month"]), int(groups["iso_day"])
    if "compact" in groups:
        digits = groups["compact"]
        return int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if "first" in groups:
        return _day_and_month(int(groups["first"]), int(groups["second"]), groups["sign"], int(groups["last"]))
    n = next(name[-1] for name in groups if name.startswith("day"))
    year = groups.get(f"year{n}")
    return (_full(year) if year else None), MONTH_NUMBERS[groups[f"month{n}"].lower()], int(groups[f"day{n}"])


def _day_and_month(first: int, second: int, sign: str, year: int) -> tuple[int, int, int] | None:
    """Points put the day first; with strokes only a number over twelve, or two equal ones, decide."""
    if sign == "." or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None


def _full(year: str) -> int:
    """A year of two digits is read in 1950 to 2049, as dispatches of the last century write it ("3 Jan 90")."""
    number = int(year.lstrip("'’"))
    return number if number > 99 else number + (1900 if number >= 50 else 2000)
