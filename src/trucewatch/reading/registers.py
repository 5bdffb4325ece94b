"""Registers, rolls and walls that enter the dead one by one → floors: whoever is not entered is not counted (DOMAIN section 3).

As in "a parish register lists 149 bodies", "Civil register: 61 deaths entered for the day", "a list on which 13 dead appear". Enters: a
parse and its counts. Leaves: the counts, those that a register gives without an upper bound.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse

_REGISTERS = frozenset(
    """register registers roll rolls roster memorial monument plaque wall tablet stone cenotaph obelisk necrology martyrology gravestone
    stele registry""".split()
)
_STONES = _REGISTERS - {"register", "registers", "roll", "rolls", "roster", "registry"} | {"headstone", "slab", "tombstone"}
"""Where the names of the dead alone are cut or painted."""
_LISTS = _REGISTERS | frozenset(("list", "lists"))
_ENTERING = frozenset("list name carry contain bear hold show record give enumerate enter include count have inscribe commemorate".split())
_ENTERED = frozenset("entered inscribed named recorded listed engraved carved registered".split())
_KEEPING = frozenset("register record enter inscribe enrol enroll".split())
"""What makes a register of names: who is not entered is not counted."""
_APPEARING = frozenset("appear stand figure feature".split())
_CARE = frozenset("hospital clinic mortuary morgue admissions dispensary police prison".split())
"""Whose registers count those who are brought in."""
_REACH = 12
_OF_NAMES = _LISTS | frozenset("index catalogue catalog inventory compilation".split())
"""What is a list of people where "of" gives them: "a list of 56 residents", "a register with the names of 163 dead"."""
_LEADING = frozenset("the names name all some about around over more than at least another nearly almost".split())
_WITH = frozenset("of with bearing containing carrying giving including comprising".split())
_TO_COME = frozenset(("wanted", "condemned", "marked", "hit", "death", "waiting", "target", "kill"))
"""Lists of those whom something is to befall."""


def as_floors(parse: "Parse", found: "Sequence[Counted]") -> "list[Counted]":
    """Return ``found`` with every exact number of people that a register enters as a floor."""
    return [
        _floor(parse, one) if one.quantity.count.exact and one.quantity.count.low > 1 and _entered(parse, one) else one for one in found
    ]


def listed_at(parse: "Parse", start: int, head: int) -> int | None:
    """Return the list in "a list of 56 residents shot at home", "a register with the names of 163 dead"; None where there is none.

    ``start`` is where the words of the quantity begin in the text, ``head`` its token.
    """
    lower, doc = parse.tree.lower, parse.doc
    at = head
    while at and doc[at - 1].idx >= start:
        at -= 1
    at -= 1
    while at > 0 and lower[at] in _LEADING:
        at -= 1
    if at < 1 or lower[at] not in _WITH:
        return None
    named = "names" in lower[at + 1 : at + 3]
    noun = at - 1
    if lower[noun] in ("names", "name"):
        noun -= 1 + (lower[noun - 1] == "the")
        if noun < 1 or lower[noun] not in _WITH:
            return None
        noun -= 1
    elif (lower[at] != "of" and not named) or lower[head] in lexicon().states:
        return None  # "keeps a list of 70 dead": a figure, whoever gives it
    if lower[noun] not in _OF_NAMES or doc[noun].pos_ not in ("NOUN", "PROPN"):
        return None
    whose = {*lower[max(0, noun - 3) : noun]}
    return None if (_CARE | _TO_COME) & whose else noun


def carved(parse: "Parse", at: int) -> bool:
    """Whether the names before which a number stands at ``at`` are on a wall or stone, which bears those of the dead alone."""
    start = parse.doc[at].sent.start
    before = parse.tree.lower[max(start, at - _REACH) : at]
    return bool(_STONES & {*before}) and any(parse.doc[verb].lemma_ in _ENTERING for verb in range(max(start, at - 4), at))


def _floor(parse: "Parse", counted: "Counted") -> "Counted":
    shot = counted.metric == "injured" and parse.doc[counted.trigger].lemma_ == "shoot"  # a list of people shot is one of the dead
    metric = "killed" if shot else counted.metric
    return replace(
        counted, metric=metric, quantity=replace(counted.quantity, count=Count(counted.quantity.count.low, None)), rule="list of names"
    )


def _entered(parse: "Parse", counted: "Counted") -> bool:
    """Whether a register's verb, its label or a clause about it enters the people counted."""
    if (
        (counted.metric not in ("killed", "missing", "detained") and parse.doc[counted.trigger].lemma_ != "shoot")
        or counted.quantity.part
        or parse.tree.lower[counted.quantity.head] == "entries"
    ):
        return False
    head, lower = counted.quantity.head, parse.tree.lower
    if listed_at(parse, counted.quantity.span.start, head) is not None:
        return True
    if _names_kept(parse, head):
        return True
    number = parse.doc[head].tag_ == "CD"
    start = parse.doc[head].sent.start
    for at in range(head - 1, max(start, head - _REACH) - 1, -1):
        token = parse.doc[at]
        if lower[at] == ":":
            after = lower[head + 1 : head + 4]
            return bool(_REGISTERS & {*lower[max(0, at - 4) : at]}) and bool(_ENTERED & {*after})
        if lower[at] in ("which", "that") and lower[at - 1] in ("on", "in"):
            return lower[at - 2] in _LISTS and any(
                parse.doc[later].lemma_ in _APPEARING for later in range(head, min(head + 4, len(lower)))
            )
        if token.pos_ in ("VERB", "AUX"):
            subject = next((child for child in token.children if child.dep_ == "nsubj" and child.i < at), None)
            registers = subject is not None and subject.lower_ in _REGISTERS and not _CARE & {child.lower_ for child in subject.lefts}
            return not number and token.lemma_ in _ENTERING and registers
    return False


def _names_kept(parse: "Parse", head: int) -> bool:
    """As in "has registered the names of 96 victims": whoever is not known by name is not counted."""
    token = parse.doc[head]
    names = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if names.lower_ != "names" or names.dep_ != "dobj" or _TO_COME & {*parse.tree.lower[max(0, names.i - 6) : names.i]}:
        return False
    return names.head.lemma_ in _KEEPING
