"""Ordinals → how many there have been: "he is the ninth of our members to be assassinated" tells of nine killed.

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
_NUMBERED = {**_IRREGULAR, **{f"{word}th": value for word, value in numbers().numbers.items() if 3 < value < 20}}
_PHRASE = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "IN", "HYPH", "POS", "VBG"))
_LONGEST = 9


def ranked(parse: "Parse") -> "Iterator[tuple[Quantity, Metric, int]]":
    """Yield how many people an ordinal before "to be killed" makes it, with the metric and the verb."""
    lower, tag = parse.tree.lower, parse.tree.tag
    for at, word in enumerate(lower):
        if at == 0 or lower[at - 1] != "the" or (value := _value(word)) < 3:
            continue
        noun, here = -1, at + 1
        while here < len(lower) and here - at < _LONGEST and tag[here] in _PHRASE:
            noun = here if noun < 0 and tag[here][:2] == "NN" and is_person(parse.doc, here, lower) else noun
            here += 1
        told = _befallen(parse, here) if noun >= 0 else None
        if told is not None:
            yield Quantity(parse.span(at, noun + 1), noun, Count(value, value), None, population_at(parse.doc, noun, lower)), *told


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
