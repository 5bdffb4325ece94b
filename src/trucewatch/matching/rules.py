"""vocab/matching.yaml and vocab/event_types.yaml → typed rules: the weights, the thresholds, and which event types go together."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.vocab import vocabulary


@dataclass(frozen=True, slots=True)
class Rules:
    """The fixed numbers of one rule version. Weights are log-odds; ``within`` holds the points used inside one report."""

    version: int
    join: float
    suggest: float
    bias: float
    weights: Mapping[str, float]
    within: Mapping[str, float]
    generic: frozenset[str]
    kin: Mapping[str, frozenset[str]]
    family: Mapping[str, str]
    part_families: frozenset[str]
    new_words: frozenset[str]
    latest_words: frozenset[str]
    result_words: frozenset[str]
    pointing_words: frozenset[str]
    sequels: frozenset[str]
    needs_extent: frozenset[str]
    needs_verb: frozenset[str]
    turns: re.Pattern[str]
    """How a sentence opens that turns to something else, marks of a list before it apart."""
    sums: re.Pattern[str]
    """How a sentence opens that only sums up what happened over a time."""
    nesting: re.Pattern[str]
    """Words that nest ("during") and, as its first group, the noun of what holds others ("the two-week offensive")."""

    def kinship(self, left: str, right: str) -> str:
        """Say whether two event types may tell of one incident: ``same``, ``kin``, ``part`` (acts of one operation) or ``unlike``."""
        if left == right:
            return "same"
        if self.family.get(left, left) == self.family.get(right, right) and (left in self.generic or right in self.generic):
            return "kin"
        if right in self.kin.get(left, frozenset()):
            return "kin"
        return "part" if {self.family.get(left), self.family.get(right)} <= self.part_families else "unlike"


@cache
def rules() -> Rules:
    """Return the rules of this version. Raises KeyError where the vocabulary lacks a part."""
    data: Any = vocabulary("matching")
    types: Any = vocabulary("event_types")
    kin: dict[str, set[str]] = {}
    for group in data["kin"]:
        for name in group:
            kin.setdefault(name, set()).update(group)
    return Rules(
        version=int(data["version"]),
        join=float(data["join"]),
        suggest=float(data["suggest"]),
        bias=float(data["bias"]),
        weights={name: float(value) for name, value in data["weights"].items()},
        within={name: float(value) for name, value in data["within"].items()},
        generic=frozenset(data["generic"]),
        kin={name: frozenset(group) for name, group in kin.items()},
        family={name: str(entry["family"]) for name, entry in types.items()},
        part_families=frozenset(data["part_families"]),
        new_words=frozenset(data["new_words"]),
        latest_words=frozenset(data["latest_words"]),
        result_words=frozenset(data["result_words"]),
        pointing_words=frozenset(data["pointing_words"]),
        sequels=frozenset(data["sequels"]),
        needs_extent=frozenset(data["needs_extent"]),
        needs_verb=frozenset(data["needs_verb"]),
        turns=_turns(data["turns"]),
        sums=_turns(data["sums"]),
        nesting=_nesting(data["nesting"], data["enveloping"]),
    )


def _turns(openings: Iterable[str]) -> re.Pattern[str]:
    """Match the openings of sentences; each is a regular expression of words."""
    return re.compile(rf"[\s\"“‘'(*•–—-]*(?:{'|'.join(openings)})\b", re.IGNORECASE)


def _nesting(words: Iterable[str], nouns: Iterable[str]) -> re.Pattern[str]:
    """Match words that nest and an enveloping noun within the same phrase; what came after it or before it is not inside it."""
    between = r"(?:(?!\b(?:after|before|since|until|following|that|which|who)\b)[^.;:!?\n]){1,60}?"
    return re.compile(rf"\b(?:{'|'.join(words)})\b{between}\b({'|'.join(nouns)})\b", re.IGNORECASE)
