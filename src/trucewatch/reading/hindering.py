"""Whom those who refuse, turn back or keep away do it to: "refused the monitors entry", "turned the refugees back". Tokens in and out."""

from dataclasses import replace

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.refusals import PASSAGE, REFUSING
from trucewatch.reading.tree import Tree

_UNDER_WAY = frozenset(
    """patrol convoy team mission delegation crew party group column caravan contingent detachment unit expedition agency ambulance
    commission committee inspectorate""".split()
)
"""People together who may want to pass."""
_BACK = frozenset({"back", "away", "aside", "round", "around"})
_SENDING_BACK = frozenset("turn wave send order herd chase beat hold keep".split())
_HOLDING_UP = frozenset("prevent stop hinder bar block obstruct restrain halt keep".split())
HINDERING = REFUSING | _SENDING_BACK | _HOLDING_UP
"""Verbs that may tell of it."""


def refused(tree: Tree, at: int, given: Arguments) -> Arguments:
    """Return the arguments of a verb of refusing with those who are refused something as what it is done to."""
    if tree.lemma[at].lower() not in REFUSING or given.passive:
        return given
    thing = tree.child(at, "dobj")
    if thing is None or tree.lemma[thing].lower() not in PASSAGE:
        return given
    whom = tree.child(at, "dative")
    if whom is None or tree.pos[whom] == "ADP":
        beside = [child for child in tree.children[thing] if tree.dep[child] in {"compound", "nmod"} and tree.tag[child] in {"NNS", "NNPS"}]
        beside = beside or [child for child in tree.children[thing] if child == thing - 1 and _travellers(tree, child)]
        whom = beside[0] if beside else None  # "refused the monitors entry", "refused the patrol entry", read as a kind of entry
    if whom is not None:
        return replace(given, objects=coordinated(tree, whom))
    to = [child for one in (at, thing) for child in tree.children[one] if tree.lower[child] == "to" and child > at]
    below = tuple(head for one in to for head in tree.children[one] if tree.dep[head] == "pobj")
    return replace(given, objects=tuple(item for head in below for item in coordinated(tree, head))) if below else given


def _travellers(tree: Tree, at: int) -> bool:
    """True for "the patrol", "a convoy" before what they were refused: people under way, called by one word in the singular."""
    article = at > 0 and tree.lower[at - 1] in {"the", "a", "an", "this", "that", "its", "their", "our"}
    return article and tree.dep[at] in {"compound", "nmod"} and tree.lemma[at].lower() in _UNDER_WAY


def hinders(tree: Tree, at: int, given: Arguments) -> bool:
    """True for a verb that keeps people from where they want to be or from what they want to do."""
    lemma = tree.lemma[at].lower()
    if lemma in REFUSING:
        thing = tree.child(at, "dobj")
        return thing is not None and tree.lemma[thing].lower() in PASSAGE
    if lemma in _SENDING_BACK and (_BACK.intersection(given.particles) or any(tree.lower[child] in _BACK for child in tree.children[at])):
        return bool(given.objects)
    return lemma in _HOLDING_UP and any(tree.lower[child] == "from" and child > at for child in _after(tree, at))


def _after(tree: Tree, at: int) -> tuple[int, ...]:
    """Return what hangs on the verb or on its object."""
    thing = tree.child(at, "dobj")
    return (*tree.children[at], *(tree.children[thing] if thing is not None else ()))
