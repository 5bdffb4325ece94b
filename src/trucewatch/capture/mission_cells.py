"""The cells of a mission's tables → days, counts, yes or no, and the terms of the domain. Raises ItemFailed, in words, on what is none."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, cast

from trucewatch.capture.limits import ItemFailed
from trucewatch.capture.written_dates import day_of
from trucewatch.records.extent import Count
from trucewatch.records.mission import Manner
from trucewatch.records.names import fold
from trucewatch.records.terms import AccessKind, Population
from trucewatch.vocab import vocabulary

_NUMBER = re.compile(r"^(?P<words>[a-z<>=≥≤~ ]*?)\s*(?P<low>\d{1,9})(?:\s*(?:-|–|to|and)\s*(?P<high>\d{1,9}))?\s*\+?$")
_POPULATIONS = ("all", "civilians", "children", "women", "party forces", "mission personnel")


@cache
def _terms(name: str) -> Mapping[str, str]:
    """Folded words of a vocabulary → its term."""
    data: Any = vocabulary("mission_records")
    return {fold(word): term for term, words in data[name].items() for word in words}


@cache
def _words(name: str) -> frozenset[str]:
    data: Any = vocabulary("mission_records")
    return frozenset(fold(word) or word for word in data[name])


def day(cell: str | None) -> date:
    """Return the day of a cell: ISO, with or without a time, or as people write days."""
    if not cell:
        raise ItemFailed("the row has no day")
    head = cell[:10]
    if len(head) == 10 and head[4] == "-" and head[7] == "-":
        try:
            return date.fromisoformat(head)
        except ValueError as error:
            raise ItemFailed(f"{cell!r} is no such day ({error})") from error
    found = day_of(cell)
    if found is None:
        raise ItemFailed(f"{cell!r} is not a day; write YYYY-MM-DD")
    return found


def count(cell: str | None) -> Count | None:
    """Return a count as an interval (DOMAIN section 3): 12 · at least 12 · more than 12 · up to 12 · 10-12 · 12+."""
    if not cell:
        return None
    match = _NUMBER.match(cell.strip().lower())
    if match is None:
        raise ItemFailed(f"{cell!r} is not a number")
    low, words = int(match["low"]), match["words"].strip()
    if match["high"]:
        return _interval(low, int(match["high"]), cell)
    if words in {"at least", ">=", "≥", "min", "minimum"} or cell.rstrip().endswith("+"):
        return Count(low, None)
    if words in {"more than", "over", ">"}:
        return Count(low + 1, None)
    if words in {"up to", "at most", "<=", "≤", "max", "as many as"}:
        return Count(0, low)
    if words in {"fewer than", "less than", "under", "<"}:
        return Count(0, max(0, low - 1))
    if words in {"about", "around", "some", "approx", "approximately", "circa", "~", "ca"}:
        return Count(low - low // 10, low + -(-low // 10))
    if words in {"", "n", "no", "exactly", "="}:
        return Count(low, low)
    raise ItemFailed(f"{cell!r} is not a number")


def _interval(low: int, high: int, cell: str) -> Count:
    if high < low:
        raise ItemFailed(f"{cell!r} is not an interval: its end is before its beginning")
    return Count(low, high)


def whole(cell: str | None) -> int | None:
    """Return a whole number."""
    found = count(cell)
    if found is None:
        return None
    if not found.exact:
        raise ItemFailed(f"{cell!r} must be one whole number")
    return found.low


def answer(cell: str | None, *, default: bool) -> bool:
    """Return yes or no; ``default`` where the cell is empty."""
    if not cell:
        return default
    word = fold(cell) or cell.strip()
    if word in _words("yes"):
        return True
    if word in _words("no"):
        return False
    raise ItemFailed(f"{cell!r} is neither yes nor no")


def manner(cell: str | None) -> Manner | None:
    """Return how it is known: saw · heard · recorded · was told · assessed as."""
    return cast("Manner | None", _term(cell, "manners", "how it is known"))


def access(cell: str | None) -> AccessKind:
    """Return the kind of a restriction."""
    found = _term(cell, "access", "kind of restriction")
    if found is None:
        raise ItemFailed("the restriction has no kind")
    return cast("AccessKind", found)


def record_kind(cell: str | None) -> str | None:
    """Return patrol, observation or restriction, or None for an empty cell."""
    return _term(cell, "records", "kind of record")


def population(cell: str | None) -> Population:
    """Return whose harm a row counts; empty is everybody's."""
    words = fold(cell or "all")
    if words not in _POPULATIONS:
        raise ItemFailed(f"{cell!r} is no population; it must be one of: {', '.join(_POPULATIONS)}")
    return cast("Population", words)


def _term(cell: str | None, name: str, what: str) -> str | None:
    if not cell:
        return None
    terms = _terms(name)
    word = fold(cell.replace("_", " "))
    if word not in terms:
        raise ItemFailed(f"{cell!r} is no {what}; it must be one of: {', '.join(dict.fromkeys(terms.values()))}")
    return terms[word]
