"""Entries of a list of victims → counts: "Ann Ward, 41, nurse, of Lome. Killed on 3 May by gunmen." names one person killed.

Enters: a parse and the head tokens of the people counted already. Leaves: a quantity of one for each such entry, with what its participle
says befell the person and the token that says it.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.people import people
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric, Population

_ADULT, _OLDEST = 18, 110
_LONGEST = 20
_DEADLY = frozenset(("shot", "bayoneted", "strangled", "lynched", "hanged", "drowned"))
_STRUCK = _DEADLY | frozenset("gunned mown cut blown stabbed beaten hacked clubbed kicked stoned bludgeoned crushed burned burnt".split())
_LIVED = frozenset(
    "wounded injured survived hospital leg legs arm arms foot hand knee knees thigh recovered treated released escaped".split()
)
"""Tokens of the part of an entry that says who it is."""


def entries(parse: "Parse", taken: "Container[int]") -> "Iterator[tuple[Quantity, Metric, int]]":
    """Yield a person, the metric and the token that gives it for each entry whose person nothing counts yet."""
    states, doc, paragraph = lexicon().states, parse.doc, parse.paragraph_of
    before: tuple[int, int] | None = None
    for sentence in doc.sents:
        first = doc[sentence.start]
        subject = any(child.dep_ in ("nsubj", "nsubjpass", "csubj") for child in first.children)
        told = states.get(first.lower_) or _slain(parse, sentence.start, sentence.end)
        if before is not None and first.tag_ in ("VBN", "VBD") and told is not None and not subject:
            person = _person(parse, *before) if paragraph[before[0]] == paragraph[first.i] else None
            if person is not None and person.head not in taken:
                yield person, told, first.i
        before = sentence.start, sentence.end


def _slain(parse: "Parse", start: int, end: int) -> "Metric | None":
    """As in "Shot by gunmen at work.", "Stabbed to death.", "Blown up by a bomb.", with no wound told: an entry of a list of dead."""
    words = parse.tree.lower[start:end]
    if not words or words[0] not in _STRUCK or _LIVED & {*words}:
        return None
    return "killed" if words[0] in _DEADLY or "death" in words or words[1:2] in (["down"], ["up"], ["dead"]) else None


def _person(parse: "Parse", start: int, end: int) -> Quantity | None:
    """Whoever the tokens ``[start, end)`` name with an age, and no verb among them."""
    doc = parse.doc
    if end - start > _LONGEST or any(token.pos_ in ("VERB", "AUX") for token in doc[start:end]):
        return None
    last = start
    while last < end and doc[last].text[:1].isupper() and doc[last].text.isalpha():
        last += 1
    ages = [
        int(doc[at].text)
        for at in range(last, end)
        if doc[at].text.isdigit() and 0 < int(doc[at].text) < _OLDEST and doc[at - 1].lower_ in (",", "(", "aged")
    ]
    if last - start < 2 or not ages:
        return None
    return Quantity(parse.span(start, last), last - 1, Count(1, 1), None, _population(parse, start, end, ages[0]), named=True)


def _population(parse: "Parse", start: int, end: int, age: int) -> "Population":
    if age < _ADULT:
        return "children"
    serves = any(people().population.get(word) == "party forces" for word in parse.tree.lower[start:end])
    if not serves and {"civilian", "noncombatant"} & {*parse.tree.lower[start:end]}:
        return "civilians"
    return "party forces" if serves else "all"
