"""Calendar arithmetic: words of time, already recognised, become closed intervals of days against a publication date.

Nothing here looks at text. The rules are those of passages/README.md: a weekday is the nearest one not after publication, a date
without a year the nearest one not after publication, "last week" the calendar week before (Monday to Sunday).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.records.terms import DatePrecision

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Extent:
    """A closed interval of days; both ends None where the words do not decide one."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision

    @classmethod
    def day(cls, when: date) -> "Extent":
        """One day."""
        return cls(when, when, "day")


UNKNOWN = Extent(None, None, "unknown")


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    if 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def weekday(published: date | None, number: int, direction: str = "past") -> Extent:
    """Return the day of weekday ``number`` (Monday 0): *past* nearest not after publication, *before* strictly before it, *future*
    nearest not before it, *after* strictly after it."""
    if published is None:
        return UNKNOWN
    back = (published.weekday() - number) % 7
    ahead = (number - published.weekday()) % 7
    if direction == "past":
        return Extent.day(published - back * DAY)
    if direction == "before":
        return Extent.day(published - (back or 7) * DAY)
    if direction == "future":
        return Extent.day(published + ahead * DAY)
    return Extent.day(published + (ahead or 7) * DAY)


def weekday_of_month(published: date | None, number: int, day: int) -> Extent:
    """Return the latest day not after publication that is weekday ``number`` and the ``day``-th of its month ("Friday the 12th")."""
    if published is None or not 1 <= day <= 31:
        return UNKNOWN
    days = (published - back * DAY for back in range(400))
    return next((Extent.day(one) for one in days if one.day == day and one.weekday() == number), UNKNOWN)


_AHEAD = 200
"""Days that a date without a year may lie ahead: "to launch a rocket on 28 September", written in October, was a month ago."""


def day_of_month(published: date | None, month: int, day: int, year: int | None, *, future: bool = False) -> Extent:
    """Return the day; without a year the nearest one not after publication (not before it where the clause is of the future)."""
    if year is not None:
        found = make_date(year, month, day)
    elif published is None:
        found = None
    else:
        years = (
            (published.year, published.year + 1) if future else (published.year, published.year - 1, published.year - 2, published.year - 4)
        )
        days = [d for d in (make_date(y, month, day) for y in years) if d is not None]
        found = next((d for d in days if (d >= published if future else d <= published)), None)
        if future and found and (found - published).days > _AHEAD:
            found = next((d for d in reversed(days) if d <= published), found)
    return Extent.day(found) if found else UNKNOWN


def month(published: date | None, number: int, year: int | None, part: str | None = None, *, future: bool = False) -> Extent:
    """Return a month, or its early, mid or late third; without a year the latest one begun by publication."""
    if year is None:
        if published is None:
            return UNKNOWN
        year = published.year - (number > published.month)
        if future:
            year = published.year + (number < published.month)
    last = monthrange(year, number)[1]
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part or "", (1, last))
    return Extent(date(year, number, low), date(year, number, high), "month" if not part else "range")


def year(number: int, part: str | None = None) -> Extent:
    """Return a year, or its early, mid or late third."""
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part or "", (1, 12))
    return Extent(date(number, low, 1), date(number, high, monthrange(number, high)[1]), "year" if not part else "range")


def season(published: date | None, months: tuple[int, int], number: int | None) -> Extent:
    """Return a northern season; winter is named for the year it begins in."""
    if number is None:
        if published is None:
            return UNKNOWN
        number = published.year - (months[0] > published.month)
    end = number + (months[1] < months[0])
    return Extent(date(number, months[0], 1), date(end, months[1], monthrange(end, months[1])[1]), "season")


def calendar_unit(published: date | None, unit: str, shift: int) -> Extent:
    """Return the calendar week, weekend, month or year that lies ``shift`` units from the one of publication."""
    if published is None:
        return UNKNOWN
    if unit == "week":
        monday = published - published.weekday() * DAY + shift * WEEK
        return Extent(monday, monday + 6 * DAY, "week")
    if unit == "weekend":
        saturday = published - published.weekday() * DAY + 5 * DAY + shift * WEEK
        return Extent(saturday, saturday + DAY, "days")
    if unit == "month":
        index = published.year * 12 + published.month - 1 + shift
        return month(None, index % 12 + 1, index // 12)
    if unit == "year":
        return year(published.year + shift)
    if unit == "decade":
        start = (published.year // 10 + shift) * 10
        return Extent(date(start, 1, 1), date(start + 9, 12, 31), "range")
    return UNKNOWN


CALENDAR = {"week of": "week", "month of": "month", "year of": "year", "weekend of": "weekend"}
"""Units that mean the calendar week or month: "the previous month" is the one before that of the day told of."""


def shifted(base: Extent, number: int, unit: str, sign: int) -> Extent:
    """Return what lies ``number`` units before (sign −1) or after (1) ``base``. Days are exact; a week is meant to three days, a month to
    half of one, a year as the calendar year."""
    if base.earliest is None or base.latest is None or number > 400:
        return UNKNOWN
    if unit == "hour":
        days = sign * (number // 24)
        slack = 0 if number % 24 == 0 or number < 6 else 1
        ends = sorted((base.earliest + days * DAY, base.earliest + (days + sign * slack) * DAY))
        return Extent(ends[0], ends[1], "day" if ends[0] == ends[1] else "days")
    if unit in CALENDAR:
        return calendar_unit(base.latest, CALENDAR[unit], sign * number)
    if unit in ("day", "night"):
        move = sign * number * DAY
        return Extent(base.earliest + move, base.latest + move, base.precision)
    if unit in ("week", "fortnight"):
        move = sign * number * (2 if unit == "fortnight" else 1) * WEEK
        return Extent(base.earliest + move - 3 * DAY, base.latest + move + 3 * DAY, "week")
    if unit == "month":
        return Extent(_months(base.earliest, sign * number) - 15 * DAY, _months(base.latest, sign * number) + 15 * DAY, "month")
    if unit in ("year", "decade"):
        years = sign * number * (10 if unit == "decade" else 1)
        if not 1 <= base.earliest.year + years <= 9998:
            return UNKNOWN
        return Extent(year(base.earliest.year + years).earliest, year(base.latest.year + years).latest, "year")
    return UNKNOWN


def _months(day: date, number: int) -> date:
    """Return the same day ``number`` months on, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + number
    target, which = index // 12, index % 12 + 1
    return date(target, which, min(day.day, monthrange(target, which)[1]))


def span_back(published: date | None, number: int, unit: str) -> Extent:
    """Return the stretch of ``number`` units that ends with publication ("the past three days")."""
    if published is None:
        return UNKNOWN
    start = {
        "hour": published - (number + 23) // 24 * DAY,
        "day": published - number * DAY,
        "night": published - number * DAY,
        "week": published - number * WEEK,
        "fortnight": published - 2 * number * WEEK,
        "weekend": published - number * WEEK,
        "month": _months(published, -number),
        "year": _months(published, -12 * number),
        "decade": _months(published, -120 * number),
    }.get(unit)
    return Extent(start, published, "range") if start else UNKNOWN


def through(first: Extent, last: Extent) -> Extent:
    """Return the stretch from the start of ``first`` to the end of ``last``, UNKNOWN where an end is missing or they are in no order."""
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return UNKNOWN
    days = (last.latest - first.earliest).days
    return Extent(first.earliest, last.latest, "day" if not days else "days" if days < 15 else "range")
