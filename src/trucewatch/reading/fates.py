"""People joined by commas and "and" → one fate for all: where the parse gives the verb to some of them only, the others share it.

As in "killed two rangers riding on the tailgate and a teacher", "two guards and an interpreter sustained injuries". Enters: a parse, its
counts and its quantities. Leaves: the counts with those of the people left out.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse

_LINKS = frozenset((",", "and", "&"))
_OWN = frozenset(("nsubj", "nsubjpass"))
_TELLING = frozenset(("direct", "adjacent", "joined", "order"))
_ELSEWHERE = frozenset(("dobj", "pobj", "attr", "nsubj"))
_REPORTING = frozenset("report say count record list give confirm announce register tally have".split())
_HOUSEHOLDS = frozenset(("families", "households", "family", "household"))
"""What is no number of people."""
_LONGEST = 10
"""Tokens that may stand between two people of a series: a phrase about the first of them."""


def joined(parse: "Parse", found: "list[Counted]", quantities: "Iterable[Quantity]") -> "list[Counted]":
    """Return ``found`` with counts of those whom a series joins to people already counted, in text order."""
    counted = {one.quantity.head for one in found}
    left = [one for one in quantities if one.head not in counted and _sure(one) and parse.tree.lower[one.head] not in _HOUSEHOLDS]
    if not left:
        return found
    series = list(found)
    for quantity in left:
        neighbour = _before(parse, quantity, series) or _after(parse, quantity, series)
        if neighbour is not None:
            series.append(replace(neighbour, quantity=quantity, population=quantity.population, rule="joined", part_of=None, revises=None))
    if len(series) == len(found):
        return found
    order = sorted(series, key=lambda one: (one.quantity.span.start, one.quantity.head))
    places = {id(one): place for place, one in enumerate(order)}
    return [
        replace(
            one,
            part_of=None if one.part_of is None else places[id(found[one.part_of])],
            revises=None if one.revises is None else places[id(found[one.revises])],
        )
        for one in order
    ]


def _sure(quantity: "Quantity") -> bool:
    """Whether the words give people by a number or one by one, and no part of others."""
    return not quantity.part and not quantity.named and quantity.count.high != 0 and (quantity.count.high is not None or quantity.vague)


def _before(parse: "Parse", quantity: "Quantity", found: "list[Counted]") -> "Counted | None":
    """The people counted just before, whom a verb that stands before both strikes."""
    for one in found:
        at = _first(parse, quantity)
        near = one.quantity.head < at and at - one.quantity.head <= _LONGEST
        aside = one.trigger > quantity.head and parse.doc[one.trigger].dep_ == "acl" and parse.tree.lower[one.trigger - 1] == ","
        if near and one.rule in _TELLING and (one.trigger < one.quantity.head or aside) and _series(parse, one.quantity, quantity):
            return None if parse.doc[quantity.head].dep_ in _OWN else one
    return None


def _after(parse: "Parse", quantity: "Quantity", found: "list[Counted]") -> "Counted | None":
    """The people counted just after, of whom a verb that stands after both tells."""
    for one in found:
        at = _first(parse, one.quantity)
        near = quantity.head < at and at - quantity.head <= _LONGEST
        if near and one.rule in _TELLING and one.trigger > one.quantity.head and _series(parse, quantity, one.quantity):
            return one if _reported(parse, quantity, one) or parse.doc[quantity.head].dep_ not in _ELSEWHERE else None
    return None


def _reported(parse: "Parse", first: "Quantity", second: "Counted") -> bool:
    """As in "reported 27 travellers and four policemen killed": the verb of telling has both, the parse gives it the first alone."""
    token = parse.doc[first.head]
    return token.dep_ == "dobj" and token.head.lemma_ in _REPORTING and second.trigger == second.quantity.head + 1


def _first(parse: "Parse", quantity: "Quantity") -> int:
    at = quantity.head
    while at and parse.doc[at - 1].idx >= quantity.span.start:
        at -= 1
    return at


def _series(parse: "Parse", first: "Quantity", second: "Quantity") -> bool:
    """Whether "and" or a comma stands right before the second, and no verb of its own, stop or other number between the two."""
    start = first.head + 1
    stop = _first(parse, second)
    between = parse.doc[start:stop]
    if len(between) > 1 and between[-1].lower_ == "the":
        between = between[:-1]
    if stop <= start or between[-1].lower_ not in _LINKS:
        return False
    if between[-1].lower_ == "," and len(between) > 1:
        return False
    return not any(
        token.lower_ in (";", ":", ".", "(", "but", "who", "which", "that", "when", "while")
        or token.tag_ in ("VBZ", "VBP", "MD", "CD")
        or (token.tag_ in ("VBD", "VBN") and token.i > start)
        or token.dep_ in ("auxpass", "aux")
        for token in between
    )
