"""Participles that a comma sets off and that the parse hung on the verb before them → whom they tell of. Arguments in and out.

As in "handed over eleven conscripts, captured when the rebels took the town", "the two were brothers, gunned down on Monday": no clause
that hangs on another has a past tense without a subject, so it is the participle of the noun before its comma.
"""

from dataclasses import replace

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.misreadings import BY_WHICH, prepositional
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers

_LOOSE = frozenset({"advcl", "ccomp", "dep", "acl", "conj"})
_WITHIN = frozenset({"prep", "pobj", "appos", "conj", "compound", "npadvmod", "attr", "dobj", "nummod", "poss", "amod"})
_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark", "dobj", "ccomp"})
_PARTS = frozenset("all most some many both several each none two three four five six nine dozens".split())
_SUFFERED = frozenset({"killed", "injured", "detained"})
_TO_PEOPLE = frozenset({"shoot", "gun", "lift"})
_LINKS = 8


def set_apart(conditions: Conditions, at: int, given: Arguments) -> Arguments:
    """Return the arguments of a participle after a comma with the people right before that comma as those whom it befell."""
    tree = conditions.nominals.tree
    if (whole := _all_of_them(conditions, at)) is not None:
        return replace(given, subjects=_agents(conditions, at), objects=coordinated(tree, whole), passive=True, shared=False)
    if at < 2 or tree.tag[at] not in {"VBN", "VBD"} or tree.dep[at] not in _LOOSE:
        return given
    last = at - 2 if tree.lower[at - 1] == "," else at - 1  # "the six men lifted that Sunday", read as a clause of its own
    if last == at - 1 and (tree.dep[at] != "advcl" or tree.tag[last] not in {"NNS", "NNPS"}):
        return given
    if given.objects or (given.subjects and not given.shared and not given.passive) or not _befalls(tree, at):
        return given
    if tree.child(at, *_OWN) is not None or (tree.dep[at] in {"conj", "acl"} and tree.tag[at] == "VBD" and not _sure(tree, at)):
        return given
    if tree.dep[at] != "acl" and tree.head[at] > at:
        return given  # "Ambushed near the ford, the column turned back" has its own rule
    whom = _before(conditions, last)
    if whom is None:
        return given
    return replace(given, subjects=_agents(conditions, at), objects=coordinated(tree, whom), passive=True, shared=False)


def _all_of_them(conditions: Conditions, at: int) -> int | None:
    """Return the miners of "freed nine miners, all of them seized in May": a participle with its subject, and nobody who did it."""
    tree = conditions.nominals.tree
    part = tree.child(at, "nsubj")
    if part is None or part < 2 or part + 3 != at or tree.lower[part - 1] != "," or tree.lower[part] not in _PARTS:
        return None
    if tree.lower[part + 1] != "of" or tree.lower[part + 2] not in {"them", "whom", "these"} or tree.tag[at] not in {"VBN", "VBD"}:
        return None
    if tree.child(at, "aux", "auxpass", "dobj") is not None or not _befalls(tree, at):
        return None
    return _before(conditions, part - 2)


def _agents(conditions: Conditions, at: int) -> tuple[int, ...]:
    """Return who stands after the participle's "by"."""
    tree = conditions.nominals.tree
    return tuple(
        head
        for child in tree.children[at]
        if child > at and tree.lower[child] == "by"
        for head in prepositional(tree, child)
        if tree.lower[head] not in BY_WHICH and conditions.nominals.doer(head)
    )


def _sure(tree: Tree, at: int) -> bool:
    """True for a participle that "when", "by" or a particle shows to be none of a series of deeds."""
    return any(tree.lower[child] == "by" or tree.dep[child] in {"advcl", "agent"} for child in tree.children[at] if child > at)


def _befalls(tree: Tree, at: int) -> bool:
    """True for a verb that is done to people, who are never told to do it with nothing after it."""
    lemma = tree.lemma[at].lower()
    return lemma in _TO_PEOPLE or any(
        trigger.frame == "does" and trigger.effect in _SUFFERED and (not trigger.needs or "person" in trigger.needs)
        for trigger in triggers().verbs.get(lemma, ())
    )


def _before(conditions: Conditions, last: int) -> int | None:
    """Return the head of the people whose phrase ends at ``last``, the longest phrase first; None where there are none."""
    tree, here, found = conditions.nominals.tree, last, None
    for _ in range(_LINKS):
        if tree.pos[here] in {"NOUN", "PROPN", "NUM"} and _people(conditions, here) and tree.edges(here)[1] > last:
            found = here
        above = tree.head[here]
        if above == here or above > last + 1 or tree.pos[above] in {"VERB", "AUX"} or tree.dep[here] not in _WITHIN:
            break
        here = above
    return found


def _people(conditions: Conditions, at: int) -> bool:
    """True for a noun of people, and none of an event ("the kidnapping of the lawyer")."""
    return conditions.any((at,), "person") and conditions.nominals.tree.lemma[at].lower() not in triggers().nouns
