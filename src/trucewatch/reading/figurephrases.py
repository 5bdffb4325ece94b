"""Numbers that the order of the words makes figures, where the parse hangs them elsewhere: "put the number of soldiers killed at 60".

Enters: a parse and the tokens of a number without a noun. Leaves: the word that makes it a figure, what befell those it counts and whose
people they are, or None. Asked only where the tree says nothing.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.people import names_people, people, population_at

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric, Population

type Phrase = "tuple[int, Metric | None, Population | None]"

_NUMBERS = frozenset(("number", "total", "count", "tally"))
_FIGURES = frozenset("figure toll number total tally count estimate reckoning".split())
_AT = frozenset(("at", "to", "as", "was", "is", "reached", "exceeded", "passed", "stood"))
_IS = frozenset(("is", "was", "being", "remains", "remained"))
_STOPS = frozenset((".", ";", ":", "“", "”"))
_LOST = frozenset(("life", "lives"))
_TAKEN: "dict[str, Metric]" = dict.fromkeys(("held", "taken", "seized", "captured", "jailed", "interned", "imprisoned"), "detained")
_REACH = 18
_NEAR = 8


def figure_phrase(parse: "Parse", first: int, end: int) -> Phrase | None:
    """Return what makes the number ``[first, end)`` a figure by the words around it."""
    return _number_of(parse, first) or _number_after(parse, end) or _stated(parse, first, end)


def _number_of(parse: "Parse", first: int) -> Phrase | None:
    """As in "put the number of Libyan soldiers killed at about 60": the noun stands before."""
    lower = parse.tree.lower
    if first < 4 or lower[first - 1] not in _AT:
        return None
    for at in range(first - 2, max(0, first - _REACH), -1):
        if lower[at] in _STOPS or parse.sentence_of[at] != parse.sentence_of[first]:
            return None
        if lower[at] in _NUMBERS and lower[at + 1] == "of":
            return _told(parse, at, at + 2, first - 1)
    return None


def _number_after(parse: "Parse", end: int) -> Phrase | None:
    """As in "raised to five the number of its members who lost their lives": the noun stands after."""
    lower = parse.tree.lower
    if lower[end : end + 1] != ["the"] or end + 3 >= len(lower) or lower[end + 1] not in _NUMBERS or lower[end + 2] != "of":
        return None
    stop = next((at for at in range(end + 3, min(end + _REACH, len(lower))) if lower[at] in _STOPS), min(end + _REACH, len(lower)))
    return _told(parse, end + 1, end + 3, stop)


def _told(parse: "Parse", noun: int, start: int, stop: int) -> Phrase | None:
    """What the words ``[start, stop)`` say befell the people named there, and who these are."""
    lower, words = parse.tree.lower, lexicon()
    whose = next((at for at in range(start, stop) if parse.doc[at].tag_ in ("NNS", "NNPS") and names_people(lower[at])), None)
    if whose is None:
        return _nominal(parse, noun, start, stop)
    for at in range(whose + 1, stop):
        token = parse.doc[at]
        if token.tag_ == "CD":
            return None
        metric = words.states.get(lower[at]) or _TAKEN.get(lower[at])
        if metric is None and token.tag_ in ("VBD", "VBN"):
            metric = words.suffers.get(token.lemma_) or (words.does.get(token.lemma_) if token.lemma_ not in words.needs else None)
        if metric is not None and token.lemma_ == "lose":
            metric = "killed" if _LOST & {*lower[at + 1 : at + 4]} else None
        if metric is not None:
            return noun, metric, population_at(parse.doc, whose, lower)
    return None


def _nominal(parse: "Parse", noun: int, start: int, stop: int) -> Phrase | None:
    """As in "the number of Houthi dead": the state stands for the people, whose side is named before it."""
    lower, words = parse.tree.lower, lexicon()
    at = next((at for at in range(start, min(stop, start + 4)) if lower[at] in words.states), None)
    if at is None:
        return None
    armed = bool(people().force_modifiers & {*lower[start:at]})
    return noun, words.states[lower[at]], "party forces" if armed else None


def _stated(parse: "Parse", first: int, end: int) -> Phrase | None:
    """As in "the figure usually quoted is 45", "21 is the figure commonly cited": of what was told before."""
    lower, doc = parse.tree.lower, parse.doc
    if lower[end : end + 2] in (["is", "the"], ["was", "the"], ["remains", "the"], ["is", "a"]):
        for at in range(end + 2, min(end + 5, len(lower))):
            if lower[at] in _FIGURES:
                return at, None, None
            if doc[at].tag_ not in ("JJ", "RB", "VBN", "RBS", "JJS", "NN"):
                return None
    if first < 2 or lower[first - 1] not in _IS:
        return None
    for at in range(first - 2, max(-1, first - 2 - _NEAR), -1):
        if lower[at] in _FIGURES and lower[at - 1] in ("the", "a", "its", "their", "official", "usual", "only", "best", "accepted"):
            return at, None, None
        if lower[at] in (".", ";", ":", ",") or doc[at].tag_ in ("NNS", "CD"):
            return None
    return None
