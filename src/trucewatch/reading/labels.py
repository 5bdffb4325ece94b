"""A figure under the label of who gives it → its citation: "Interior Ministry source: 7 dead, 27 wounded".

The label stands at the start of a sentence or after a semicolon; one of its parts names a body, a paper or somebody who counts. Those who
may have lost the people themselves ("Police: 2 dead") are no source of it.
"""

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import Sense
from trucewatch.reading.view import View

_SAY = Sense("say", "assert")
_LONGEST = 12
"""Tokens of a label at most."""
_NEAR = 6
"""Within so many tokens of the colon the figure and what befell the people stand."""
_SOURCES = frozenset(
    """hospital clinic ministry daily newspaper paper newsletter radio television agency source doctor surgeon nurse orderly coroner mayor
    official spokesman spokeswoman spokesperson witness eyewitness survivor survivors villagers residents committee commission association
    office prefecture governorate diocese group""".split()
)
_INSIDE = frozenset("of at in for the".split())


def labelled(view: View, at: int) -> Citation | None:
    """Return the citation of the figure after the colon at ``at``, None where no label of a source stands before it."""
    tree = view.tree
    first, end = view.sentence(at)
    stops = [here for here in range(first, end) if tree.lower[here] == ";"]
    start = max((here + 1 for here in stops if here < at), default=first)
    end = min((here for here in stops if here > at), default=end)
    if not 0 < at - start <= _LONGEST or not _counts(view, at + 1, min(end, at + 1 + _NEAR)):
        return None
    for low, high in _parts(view, start, at):
        head = _head(view, low, high)
        titled = "daily" in tree.lower[low : low + 2]  # "The daily Kassoumay Matin"
        if titled or tree.lower[head] in _SOURCES or tree.lemma[head].lower() in _SOURCES:
            citation = Citation(at, ":", _SAY, "label", (at, at + 1), [view.trim(at + 1, end)])
            citation.source_head, citation.source = head, [view.trim(low, high)]
            return citation
    return None


def _parts(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a label between its commas: "Version B" and "a Tuareg self-defence group"."""
    commas = [here for here in range(start, end) if view.tree.lower[here] == ","]
    bounds = zip([start, *(here + 1 for here in commas)], [*commas, end], strict=True)
    return [(low, high) for low, high in bounds if low < high]


def _head(view: View, low: int, high: int) -> int:
    """Return the last token of a name before what it is "of" or "at"."""
    inside = (here for here in range(low + 1, high) if view.tree.lower[here] in _INSIDE)
    return next(inside, high) - 1


def _counts(view: View, start: int, end: int) -> bool:
    """Whether a number of people and what befell them stand in the tokens ``[start, end)``."""
    tree, states = view.tree, lexicon().states
    number = any(tree.tag[here] == "CD" for here in range(start, end))
    return number and any(tree.lower[here] in states or tree.lemma[here] in ("kill", "wound", "slay") for here in range(start, end))
