"""A second source that shares the verb of the first: "police say 12 died; the clinic, 19", "spoke of 30 dead, the opposition of 300"."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.tolls import can_say
from trucewatch.reading.view import Range, View

_SHARED = frozenset(("clause", "of", "object", "number", "at", "predicate", "label"))
_KINDS = frozenset(("say", "topic", "tally"))
_SKIPPED = frozenset(("and", "but", "while", "whereas"))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART"))
_ONLY = frozenset(("only", "just", "about", "some", "at", "least", "nearly", "over", "around", "more", "than"))
_LONGEST = 7
"""Words of a second source at most."""


def gapped(view: View, citation: Citation) -> Citation | None:
    """Return what a second source says by the verb of ``citation``, whose content then ends before it; None where none does."""
    tree = view.tree
    if citation.sense.kind not in _KINDS or citation.rule not in _SHARED or citation.source_head is None or not citation.content:
        return None
    _, end = view.sentence(citation.head)
    end = view.trim(citation.head, end)[1]
    for here in range(citation.cue[1], end - 2):
        if tree.lower[here] not in (",", ";"):
            continue
        found = _second(view, here + 1, end, citation)
        if found is None:
            continue
        head, source, content = found
        cut = [(first, min(last, here)) for first, last in citation.content if first < here]
        if not cut or not _alike(view, cut, content):
            continue
        citation.content = cut
        other = Citation(citation.head, citation.lemma, citation.sense, citation.rule, citation.cue, [content])
        other.source_head, other.source = head, [source]
        return other
    return None


def _second(view: View, start: int, end: int, citation: Citation) -> tuple[int, Range, Range] | None:
    """Return the second source, its words and what it says."""
    tree = view.tree
    while start < end and tree.lower[start] in _SKIPPED:
        start += 1
    here = start
    while here < end and here - start < _LONGEST and tree.pos[here] in _NOMINAL and tree.lower[here] != "that":
        here += 1
    head = here - 1
    if head < start or here >= end or tree.pos[head] not in ("NOUN", "PROPN") or not can_say(view, head):
        return None
    following = tree.lower[here]
    if following == "that" and citation.rule == "clause" and tree.dep[here] == "mark":
        return head, (start, here), view.trim(here + 1, end)
    if following in ("of", "at", ",") and here + 1 < end:
        here += 1
    while here < end and tree.lower[here] in _ONLY:
        here += 1
    if here < end and tree.pos[here] == "NUM" and not any(tree.pos[one] in ("VERB", "AUX") for one in range(here, _stop(view, here, end))):
        return head, (start, head + 1), view.trim(here, _stop(view, here, end))
    return None


def _stop(view: View, start: int, end: int) -> int:
    return next((here for here in range(start, end) if view.tree.lower[here] in (",", ";", ".")), end)


def _alike(view: View, first: list[Range], second: Range) -> bool:
    """Whether both sources give a number, or both a clause."""
    tree = view.tree
    if tree.lower[second[0] - 1] == "that":
        return True
    return any(tree.pos[at] == "NUM" for low, high in first for at in range(low, high))
