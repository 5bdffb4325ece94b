"""vocab/actors.yaml as typed values: what kind of doer, sufferer, weapon or thing a noun names. Text words in, nouns out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from trucewatch.records.terms import Population
from trucewatch.vocab import vocabulary

type Kind = Literal["person", "organisation", "weapon", "target", "place"]


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun names: ``kind``, the group within it ("combatant", "state", "bomb", "vehicle") and, for people, the population."""

    kind: Kind
    group: str
    population: Population = "all"

    @property
    def armed(self) -> bool:
        """True for words that name people or bodies who fight."""
        return self.group in _ARMED_GROUPS


_PARTING = re.compile("[ '-]")
_ARMED_GROUPS = frozenset({"combatant", "forces", "state", "armed"})


@dataclass(frozen=True, slots=True)
class Actors:
    """The vocabulary of participants. Lookups take lemmas or lower-case words, compounds parted by one space."""

    nouns: dict[str, tuple[Noun, ...]]
    collectives: frozenset[str]
    armed_collectives: frozenset[str]
    name_heads: dict[str, str]
    groups: dict[str, str]
    group_words: frozenset[str]
    group_starts: dict[str, tuple[str, ...]]
    """Names of groups by what stands before the first blank, hyphen or apostrophe."""
    longest_group: int
    titles: frozenset[str]
    doer_adjectives: frozenset[str]
    state_words: frozenset[str]
    crewed: frozenset[str]
    units: frozenset[str]
    states: frozenset[str]

    def group_forms(self, word: str) -> tuple[str, ...]:
        """Return the names of groups that may begin with ``word``."""
        return self.group_starts.get(_start(word), ())

    def noun(self, word: str, *kinds: Kind) -> Noun | None:
        """Return what ``word`` names, the first of ``kinds`` that it can name (any kind where none is given)."""
        found = self.nouns.get(word)
        if not found:
            return None
        if not kinds:
            return found[0]
        return next((noun for kind in kinds for noun in found if noun.kind == kind), None)


def _start(name: str) -> str:
    return _PARTING.split(name, maxsplit=1)[0]


@cache
def actors() -> Actors:
    """Read the vocabulary once."""
    raw = cast(dict[str, Any], vocabulary("actors"))
    nouns: dict[str, list[Noun]] = {}
    for group, entry in raw["people"].items():
        population = cast(Population, entry.get("population", "all"))
        _add(nouns, entry["words"], Noun("person", group, population))
    for group, entry in raw["organisations"].items():
        _add(nouns, entry["words"], Noun("organisation", group, "party forces" if group != "civil" else "all"))
    kinds: tuple[Kind, ...] = ("weapon", "target")
    for kind in kinds:
        for group, words in raw[kind + "s"].items():
            _add(nouns, words, Noun(kind, group))
    groups = {form: forms[0] for forms in raw["armed_groups"] for form in forms}
    starts: dict[str, list[str]] = {}
    for form in groups:
        starts.setdefault(_start(form), []).append(form)
    return Actors(
        nouns={word: tuple(found) for word, found in nouns.items()},
        collectives=frozenset(raw["collectives"]),
        armed_collectives=frozenset(raw["collectives_armed"]),
        name_heads={word: group for group in ("civil", "armed") for word in raw["name_heads"][group]},
        groups=groups,
        group_words=frozenset(form.split(" ")[0] for form in groups),
        group_starts={start: tuple(forms) for start, forms in starts.items()},
        longest_group=max(form.count(" ") + 1 for form in groups),
        titles=frozenset(raw["titles"]),
        doer_adjectives=frozenset(raw["doer_adjectives"]),
        state_words=frozenset(raw["state_words"]),
        crewed=frozenset(raw["crewed"]),
        units=frozenset(raw["units"]),
        states=frozenset(raw["states"]),
    )


def _add(nouns: dict[str, list[Noun]], words: Iterable[str], noun: Noun) -> None:
    """File ``noun`` under each word and, for compounds, under the spelling with a hyphen too."""
    for word in words:
        for form in dict.fromkeys((word, word.replace(" ", "-"))):
            known = nouns.setdefault(form, [])
            if noun not in known:
                known.append(noun)
