"""vocab/hedges.yaml as typed values, and what the rules of factuality collect: operators with the words that carry them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

VERBAL = frozenset(("VERB", "AUX"))


NOMINAL = frozenset(("NOUN", "PROPN"))


SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))


_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "whose"))


@dataclass(frozen=True, slots=True)
class Hedges:
    """The typed content of ``vocab/hedges.yaml``: what each word does to what it governs."""

    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    heads: Mapping[str, str]
    light: frozenset[str]
    saying: frozenset[str]
    involvement: frozenset[str]
    negatives: frozenset[str]
    conditional_nouns: frozenset[str]
    conditional_marks: frozenset[str]
    openings: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    hearsay: frozenset[str]
    tidings: frozenset[str]
    spreading: frozenset[str]


@cache
def hedges() -> Hedges:
    """Load the hedge vocabulary."""
    raw = cast("Mapping[str, Any]", vocabulary("hedges"))

    def turned(key: str) -> dict[str, str]:
        result: dict[str, str] = {}
        for name, words in raw[key].items():
            for word in words:
                result.setdefault(str(word), str(name))
        return result

    def plain(key: str) -> dict[str, str]:
        return {str(k): str(v) for k, v in raw[key].items()}

    def words(key: str) -> frozenset[str]:
        return frozenset("no" if word is False else str(word) for word in raw[key])

    return Hedges(
        modals=plain("modals"),
        adverbs=plain("adverbs"),
        adjectives=plain("adjectives"),
        verbs=turned("verbs"),
        nouns=turned("nouns"),
        heads=plain("adjective heads"),
        light=words("light verbs"),
        saying=words("saying"),
        involvement=words("involvement"),
        negatives=words("negatives"),
        conditional_nouns=words("conditional nouns"),
        conditional_marks=words("conditional marks"),
        openings=_openings(raw["openings"]),
        hearsay=words("hearsay"),
        tidings=words("tidings"),
        spreading=words("spreading"),
    )


def _openings(raw: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases a clause may open with, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in raw.items():
        for phrase in phrases:
            words = tuple(str(phrase).split())
            found.setdefault(words[0], []).append((words, str(kind)))
    return {first: tuple(sorted(rest, key=lambda one: -len(one[0]))) for first, rest in found.items()}


@dataclass(slots=True)
class Found:
    """Operators met on the way up, each with the tokens that carry it."""

    trigger: int
    operators: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    presupposed: bool = False
    answered: bool = False
    """Whether somebody answers the question that the event stands in."""
    attempt: bool = False

    def add(self, operator: str, *tokens: int) -> None:
        """Note an operator and the tokens that carry it."""
        self.operators.append((operator, tokens))


_NOT_ONE = frozenset(("one", "a", "an", "any", "even"))


def negative_word(noun: "Token") -> int | None:
    """The word that makes a subject or object negative: "no civilians", "nobody", "none of them", "not one shell", "not a single"."""
    words = hedges().negatives
    if noun.lower_ in words:
        return None if _of_number(noun) else noun.i
    if noun.i and noun.lower_ in _NOT_ONE and noun.doc[noun.i - 1].lower_ == "not":
        return noun.i - 1  # "not one of whom was hurt"
    if not noun.children:
        return None
    doc, first = noun.doc, noun.left_edge
    if first.i == noun.i:
        return None  # nothing stands before it: most subjects and objects by far
    if first.lower_ == "not" and first.i < noun.i and doc[first.i + 1].lower_ in _NOT_ONE:
        return first.i
    return next((c.i for c in noun.lefts if c.dep_ in ("det", "neg", "advmod", "preconj") and c.lower_ in words), None)


def _of_number(word: "Token") -> bool:
    """Whether "No" stands before the number of a school or a house: "School No. 46"."""
    return word.text == "No" and word.i + 1 < len(word.doc) and (word.doc[word.i + 1].text == "." or word.doc[word.i + 1].text.isdigit())


def is_definite(noun: "Token") -> bool:
    """Whether a noun is determined: "the attack", "their attack"."""
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def object_under(token: "Token") -> "Token | None":
    """The object of a preposition, a noun or a gerund."""
    return next((c for c in token.children if c.dep_ in ("pobj", "pcomp")), None)
