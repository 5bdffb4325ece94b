"""What the people of a count are said to be → their population: "four of the dead were infants", "seven, all of them civilians".

Enters: a parse and a count in it. Leaves: the population its words give it, or None. Also: which of two phrases for one person says more.
"""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people, population_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Population

_BE = frozenset("was were are is".split())
_WHOLE = frozenset(("all", "both", "each"))
_SKIPPED = frozenset("killed dead died injured wounded hurt missing arrested detained captured who that of them the had been were".split())
_REACH = 12


def told_class(parse: "Parse", counted: "Counted") -> "Population | None":
    """Return the population that the words after a count give all its people, None where they give none."""
    start = _end(parse, counted)
    found = _predicated(parse, start)
    for at in dict.fromkeys((start, counted.trigger + 1)):
        found = found or _all_of_them(parse, at)
    return found or _apposed(parse, start) or _said_to_be(parse, start) or _those_of(parse, start)


def one_person(parse: "Parse", found: "Sequence[Counted]", new: "Counted") -> "Counted | None":
    """The count before with what a phrase set beside it adds ("one of the engineers, a Danish peacekeeper"), None where that is another."""
    last = found[-1] if found else None
    if last is None or new.quantity.named or last.metric != new.metric or last.quantity.count.high != 1 or new.quantity.count.high != 1:
        return None
    between = parse.text[last.quantity.span.end : new.quantity.span.start].strip()
    if between.endswith(",") and between.istitle() and between.count(",") == 1:
        between = ","  # "her brother Juan, a policeman, …"
    opening = parse.text[new.quantity.span.start : new.quantity.span.end].lower().split()[:1]
    apposed = between == "," or (between in ("", "that of") and last.quantity.part)
    if not apposed or opening not in (["a"], ["an"]):
        return None
    series = parse.text[new.quantity.span.end : new.quantity.span.end + 5].lstrip()
    if between == "," and not series.startswith((",", ".", ";", "of", "who", "fr", "in", "at", "on")):
        return None
    if last.population == "all" or new.population == "all":
        return replace(last, population=new.population if last.population == "all" else last.population)
    return None


def fellows(parse: "Parse", found: "Sequence[Counted]") -> "list[Counted]":
    """Give a person the population of the "others" told after: "a French sergeant … and 34 other peacekeepers" is one of these."""
    told = list(found)
    for place, (one, other) in enumerate(pairwise(found)):
        here = parse.sentence_of[one.quantity.head] == parse.sentence_of[other.quantity.head]
        words = parse.text[other.quantity.span.start : other.quantity.span.end].lower().split()
        joined = parse.text[one.quantity.span.end : other.quantity.span.start].strip() == "and" and one.population == "party forces"
        if here and other.population == "mission personnel" and ("other" in words or joined) and one.population in ("all", "party forces"):
            told[place] = replace(one, population=other.population)
    return told


def _end(parse: "Parse", counted: "Counted") -> int:
    at = counted.quantity.head
    while at < len(parse.doc) and parse.doc[at].idx < counted.quantity.span.end:
        at += 1
    return at


def _predicated(parse: "Parse", start: int) -> "Population | None":
    """As in "the 14 dead were soldiers", "roughly 20 men killed were militants"."""
    lower, doc = parse.tree.lower, parse.doc
    at = start
    while at < len(lower) and at - start < 6 and lower[at] in _SKIPPED and not (lower[at] in _BE and _noun_after(parse, at)):
        at += 1
    if at >= len(lower) or lower[at] not in _BE or doc[at].dep_ in ("aux", "auxpass"):
        return None
    return _noun_after(parse, at)


def _noun_after(parse: "Parse", at: int) -> "Population | None":
    """The population of the plural after a form of "be", with no more than adjectives between."""
    doc = parse.doc
    for later in range(at + 1, min(at + 5, len(doc))):
        token = doc[later]
        if token.tag_ in ("NNS", "NNPS") and names_people(token.lower_):
            return _specific(population_at(doc, later, parse.tree.lower))
        if token.tag_ not in ("JJ", "NN", "NNP", "DT", "HYPH", "RB", "CD") or token.lower_ in ("not", "n't", "the"):
            return None
    return None


def _all_of_them(parse: "Parse", start: int) -> "Population | None":
    """As in ", all of them civilians", ", both soldiers"."""
    lower, doc = parse.tree.lower, parse.doc
    for at in range(start, min(start + _REACH, len(lower) - 2)):
        if lower[at] in (".", ";") or doc[at].is_sent_start:
            return None
        if lower[at] != "," or lower[at + 1] not in _WHOLE:
            continue
        later = at + 2
        while later < len(lower) and (lower[later] in ("of", "them", "these", "whom", "were") or doc[later].tag_ in ("JJ", "NNP", "NN")):
            later += 1
        if later < len(lower) and doc[later].tag_ in ("NNS", "NNPS") and names_people(lower[later]):
            return _specific(population_at(doc, later, lower))
        return None
    return None


def _apposed(parse: "Parse", start: int) -> "Population | None":
    """As in "two brothers, members of the militia,": who they are, set beside them with whose they are."""
    lower, doc = parse.tree.lower, parse.doc
    if lower[start : start + 1] != [","]:
        return None
    at = start + 1
    while at < len(lower) - 1 and at - start < 4 and doc[at].tag_ in ("JJ", "NN", "NNP"):
        at += 1
    set_beside = at + 1 < len(lower) and doc[at].tag_ == "NNS" and names_people(lower[at]) and lower[at + 1] == "of"
    return _specific(population_at(doc, at, lower)) if set_beside else None


def _said_to_be(parse: "Parse", start: int) -> "Population | None":
    """As in "put the number at six and said they were fighters"."""
    lower = parse.tree.lower
    for at in range(start, min(start + 8, len(lower) - 1)):
        if lower[at] in (".", ";"):
            return None
        if lower[at] in ("they", "all") and lower[at + 1] == "were":
            return _noun_after(parse, at + 1)
    return None


def _those_of(parse: "Parse", start: int) -> "Population | None":
    """As in "27 graves, which the mayor said were those of soldiers", "nine bodies that belonged to fighters"."""
    lower, doc = parse.tree.lower, parse.doc
    for at in range(start, min(start + _REACH, len(lower) - 3)):
        if lower[at] in (".", ";") or doc[at].is_sent_start:
            return None
        if lower[at : at + 3] in (["were", "those", "of"], ["are", "those", "of"]) or lower[at : at + 2] == ["belonged", "to"]:
            for later in range(at + 2, min(at + 8, len(doc))):
                if doc[later].tag_ in ("NNS", "NNPS") and names_people(lower[later]):
                    return _specific(population_at(doc, later, lower))
            return None
    return None


def _specific(population: "Population") -> "Population | None":
    return None if population == "all" else population
