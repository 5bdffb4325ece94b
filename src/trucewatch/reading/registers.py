"""Registers, rolls and walls that enter the dead one by one → floors: whoever is not entered is not counted (DOMAIN section 3).

As in "a parish register lists 149 bodies", "Civil register: 61 deaths entered for the day", "a list on which 13 dead appear". Enters: a
parse and its counts. Leaves: the counts, those that a register gives without an upper bound.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse

_REGISTERS = frozenset(
    """register registers roll rolls roster memorial monument plaque wall tablet stone cenotaph obelisk necrology martyrology gravestone
    stele registry""".split()
)
_LISTS = _REGISTERS | frozenset(("list", "lists"))
_ENTERING = frozenset("list name carry contain bear hold show record give enumerate enter include count have inscribe commemorate".split())
_ENTERED = frozenset("entered inscribed named recorded listed engraved carved registered".split())
_APPEARING = frozenset("appear stand figure feature".split())
_CARE = frozenset("hospital clinic mortuary morgue admissions dispensary police prison".split())
"""Whose registers count those who are brought in."""
_REACH = 12


def as_floors(parse: "Parse", found: "Sequence[Counted]") -> "list[Counted]":
    """Return ``found`` with every exact number of people that a register enters as a floor."""
    return [_floor(one) if one.quantity.count.exact and one.quantity.count.low > 1 and _entered(parse, one) else one for one in found]


def _floor(counted: "Counted") -> "Counted":
    return replace(counted, quantity=replace(counted.quantity, count=Count(counted.quantity.count.low, None)), rule="list of names")


def _entered(parse: "Parse", counted: "Counted") -> bool:
    """Whether a register's verb, its label or a clause about it enters the people counted."""
    if (
        counted.metric not in ("killed", "missing", "detained")
        or counted.quantity.part
        or parse.tree.lower[counted.quantity.head] == "entries"
    ):
        return False
    head, lower = counted.quantity.head, parse.tree.lower
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
