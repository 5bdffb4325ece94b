"""Days → the periods over which compliance is judged: calendar weeks from Monday, months, single days."""

from datetime import date, timedelta
from itertools import pairwise

from trucewatch.records.plan import Period

_ONE = timedelta(days=1)
_MOST = 4000


def cut(first: date, last: date, step: str = "week") -> tuple[Period, ...]:
    """Return the whole weeks, months or days that cover ``first`` to ``last``; weeks begin on Monday (ISO 8601).

    Raises ValueError where that would be more than 4,000 periods.
    """
    found = []
    day = first
    while day <= last:
        period = period_of(day, step)
        found.append(period)
        if len(found) > _MOST:
            raise ValueError(f"{first} to {last} is more than {_MOST} periods of a {step}")
        day = period.end + _ONE
    return tuple(found)


def period_of(day: date, step: str = "week") -> Period:
    """Return the week, month or single day that holds ``day``."""
    if step == "day":
        return Period(day, day)
    if step == "month":
        start = day.replace(day=1)
        return Period(start, (start + timedelta(days=32)).replace(day=1) - _ONE)
    start = day - timedelta(days=day.weekday())
    return Period(start, start + timedelta(days=6))


def before(period: Period, periods: tuple[Period, ...] = ()) -> Period:
    """Return the period before: the one given just before it in ``periods``, else the same kind or number of days earlier."""
    for earlier, later in pairwise(sorted(periods)):
        if later == period:
            return earlier
    last = period.start - _ONE
    for step in ("week", "month"):
        if period_of(period.start, step) == Period(period.start, period.end):
            return period_of(last, step)
    return Period(last - timedelta(days=period.days - 1), last)
