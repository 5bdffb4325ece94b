"""The vocabulary of time as typed, frozen values (vocab/times.yaml)."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from trucewatch.vocab import vocabulary


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time by what they mean; months 1–12, weekdays Monday 0."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, tuple[int, int]]
    parts: frozenset[str]
    numbers: dict[str, int]
    vague: frozenset[str]
    decades: dict[str, int]
    happenings: frozenset[str]


@cache
def time_words() -> TimeWords:
    """Return the vocabulary of time; abbreviations are known with and without their full stop."""
    raw = cast("dict[str, Any]", vocabulary("times"))
    return TimeWords(
        months=_dotted(raw["months"]),
        weekdays=_dotted(raw["weekdays"]),
        units=raw["units"],
        seasons={word: (ends[0], ends[1]) for word, ends in raw["seasons"].items()},
        parts=frozenset(raw["parts"]),
        numbers=raw["numbers"],
        vague=frozenset(raw["vague_numbers"]),
        decades=raw["decades"],
        happenings=frozenset(raw["happenings"]),
    )


def is_time(word: str) -> bool:
    """Tell whether a word in lower case is a weekday, a month or a day told from today: it names nobody ("Sunday's massacre")."""
    words = time_words()
    return word in words.weekdays or word in words.months or word in {"today", "yesterday", "tomorrow"}


def _dotted(words: dict[str, int]) -> dict[str, int]:
    """Add the abbreviations (up to four letters, "May" apart) with a full stop."""
    return words | {word + ".": value for word, value in words.items() if len(word) <= 5 and word != "may"}
