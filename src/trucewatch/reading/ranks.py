"""Ordinals → how many there have been: "he is the ninth of our members to be assassinated" tells of nine killed.

So do "the fourth mayor murdered this year" and "the sixth such killing since May": a span of time says from where they are counted.
Enters: a parse. Leaves: quantities of people with what befell them and the token that says so.
"""

import re
from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.numerals import lexicon as numbers
from trucewatch.reading.people import is_person, population_at
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric

_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_IRREGULAR = {"third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_NUMBERED = {"second": 2, **_IRREGULAR, **{f"{word}th": value for word, value in numbers().numbers.items() if 3 < value < 20}}
_PHRASE = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "IN", "HYPH", "POS", "VBG"))
_LONGEST = 9
_MODIFIERS = frozenset(("JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS"))
_OPENING = frozenset(("is", "was", "became", "becomes", "as", ",", "—", "–", "being", "made", "makes"))
_SPAN = 14
_SO_FAR = (["so", "far"], ["to", "date"], ["until", "now"])
_PERIODS = frozenset("days weeks months years week month year fortnight days".split())
_PERSONAL = frozenset("dead body corpse prisoner hostage captive abductee martyr wounded injured missing".split())
"""Nouns of people whom an ordinal only singles out: "the third body found this week"."""


def ranked(parse: "Parse") -> "Iterator[tuple[Quantity, Metric, int]]":
    """Yield how many people an ordinal before "to be killed" makes it, with the metric and the verb."""
    lower, tag = parse.tree.lower, parse.tree.tag
    for at, word in enumerate(lower):
        if at == 0 or lower[at - 1] != "the" or (value := _value(word)) < 2:
            continue
        if (counted := reckoned(parse, at)) is not None:
            noun, metric, trigger = counted
            event = noun == trigger
            population = "all" if event else population_at(parse.doc, noun, lower)
            yield Quantity(parse.span(at, noun + 1), noun, Count(value, value), None, population), metric, trigger
            continue
        if value < 3:
            continue
        noun, here = -1, at + 1
        while here < len(lower) and here - at < _LONGEST and tag[here] in _PHRASE:
            noun = here if noun < 0 and tag[here][:2] == "NN" and is_person(parse.doc, here, lower) else noun
            here += 1
        told = _befallen(parse, here) if noun >= 0 else None
        if told is not None:
            yield Quantity(parse.span(at, noun + 1), noun, Count(value, value), None, population_at(parse.doc, noun, lower)), *told


def reckoned(parse: "Parse", at: int) -> "tuple[int, Metric, int] | None":
    """Return the noun, the metric and the word that tells it of an ordinal at ``at`` that says how many there were in a span of time.

    As in "he is the fourth mayor assassinated this year", ", the sixth such killing on the island since the truce".
    """
    lower, tag, words = parse.tree.lower, parse.tree.tag, lexicon()
    if at < 2 or lower[at - 2] not in _OPENING or (_value(lower[at]) < 2):
        return None
    here = at + 1
    while here < len(lower) and here - at < _LONGEST and tag[here] in _MODIFIERS:
        here += 1
    noun = here - 1
    if noun <= at or tag[noun][:2] != "NN" or not _timed(parse, here):
        return None
    event = words.counted.get(lower[noun])
    if event in ("killed", "detained", "missing") and lower[noun] not in _PERSONAL:
        return noun, event, noun
    if not is_person(parse.doc, noun, lower) or here >= len(lower) or tag[here] not in ("VBN", "VBD"):
        return None
    metric = words.states.get(lower[here]) or (None if parse.tree.lemma[here] in words.needs else words.does.get(parse.tree.lemma[here]))
    return None if metric is None else (noun, metric, here)


def _timed(parse: "Parse", at: int) -> bool:
    """Whether the words from ``at`` to the end of the clause name a span of time that is counted over."""
    lower, sentence = parse.tree.lower, parse.sentence_of
    for later in range(at, min(at + _SPAN, len(lower))):
        if sentence[later] != sentence[at] or lower[later] in (";", ":"):
            return False
        if lower[later] == "since" or lower[later : later + 2] in _SO_FAR:
            return True
        if lower[later] in ("this", "last") and lower[later + 1 : later + 2] in (["year"], ["month"], ["week"], ["season"]):
            return True
        if lower[later] in ("in", "within") and any(word in _PERIODS for word in lower[later + 1 : later + 4]):
            return True
    return False


def _value(word: str) -> int:
    """The number an ordinal stands for, 0 where the word is none."""
    figures = _FIGURES.fullmatch(word)
    return int(figures[1]) if figures else _NUMBERED.get(word, 0)


def _befallen(parse: "Parse", at: int) -> "tuple[Metric, int] | None":
    """What "to be assassinated", "to have been abducted", "to die" at ``at`` says befell so many."""
    lower, words = parse.tree.lower, lexicon()
    if lower[at : at + 1] != ["to"]:
        return None
    verb = at + 1
    while verb < len(lower) - 1 and lower[verb] in ("be", "have", "been", "get"):
        verb += 1
    if verb >= len(lower):
        return None
    lemma = parse.tree.lemma[verb]
    if verb == at + 1:
        metric = words.suffers.get(lemma)
    else:
        metric = words.states.get(lower[verb]) or (None if lemma in words.needs else words.does.get(lemma))
    return None if metric is None else (metric, verb)
