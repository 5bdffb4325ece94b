"""The course of what a sentence says began on one day and was over on another: "The raids began on Friday and went on until Saturday".

Enters: the times of one sentence as they hang in it; leaves: the whole stretch and the verb of its beginning, None where it tells none.
"""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.reading.hanging import Hung, day_it_happened
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When

_BEGINS = frozenset(("begin", "start", "erupt", "break", "open", "commence", "flare", "launch"))
_GOES_ON = frozenset(
    ("end", "continue", "last", "rage", "go", "conclude", "finish", "cease", "stop", "be", "subside", "die", "drag", "persist", "abate")
)
_LONGEST = 60
"""Days at most of a course told so."""


def course(tree: Tree, times: Sequence[When], told: Sequence[Hung]) -> tuple[When, int] | None:
    """Return the stretch that a beginning and an end told in one sentence make, and the verb of the beginning."""
    for first in told:
        if first.governor < 0 or tree.lemma[first.governor] not in _BEGINS:
            continue
        start = times[first.number].earliest
        for last in told:
            end = times[last.number].latest
            if last is first or start is None or end is None or not 0 < (end - start).days <= _LONGEST:
                continue
            if _goes_on(tree, last.governor, first.governor):
                return replace(times[first.number], latest=end, precision="days"), first.governor
    return None


def of_the_course(tree: Tree, token: int, beginning: int) -> bool:
    """Tell whether a word is what began: the subject or the object of the beginning, or the beginning itself."""
    if tree.dep[beginning] == "relcl" and (tree.head[beginning] == token or _subject_of(tree, beginning, tree.head[token]) == token):
        return True
    return token == beginning or (tree.head[token] == beginning and tree.dep[token] in ("nsubj", "nsubjpass", "dobj"))


def _subject_of(tree: Tree, at: int, verb: int) -> int:
    """Return the subject of a verb that a word stands within, −1 where it stands in none."""
    while tree.head[at] != at and tree.head[at] != verb:
        at = tree.head[at]
    return at if tree.head[at] == verb and tree.dep[at] in ("nsubj", "nsubjpass") else -1


def _goes_on(tree: Tree, verb: int, beginning: int) -> bool:
    """Tell whether a verb tells how long the thing begun lasted: joined to the beginning, "until" below it."""
    if verb < 0 or (verb != beginning and tree.lemma[verb] not in _GOES_ON):
        return False
    if tree.dep[beginning] == "relcl" and _subject_of(tree, beginning, verb) >= 0:
        return True  # "the siege of the post, which began on Monday, ended on Friday"
    at = verb
    while at != beginning:
        day = tree.dep[at] == "relcl" and day_it_happened(tree, at)
        if tree.head[at] == at or not (
            day or tree.dep[at] in ("conj", "advcl", "ccomp", "parataxis", "prep", "pobj", "nummod", "npadvmod")
        ):
            return False
        at = tree.head[at]
    return verb != beginning or any(tree.lower[child] in ("until", "till") for child in tree.children[beginning])
