"""Nouns, adjectives, adverbs and fixed phrases that cite: "the claim that …", "is confident that …", "reportedly", "according to …"."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import Sense
from trucewatch.reading.sources import phrase
from trucewatch.reading.view import Range, View

_SAY = Sense("say", "assert")


def nominal_citations(view: View) -> list[Citation]:
    """Return the citations whose cue is no verb."""
    tree = view.tree
    found = []
    for at, word in enumerate(tree.lower):
        if word == "according" and at + 1 < len(tree) and tree.lower[at + 1] == "to":
            citation = _according(view, at)
            if citation is not None:
                found.append(citation)
    return found


def _according(view: View, at: int) -> Citation | None:
    """Return the citation of "according to …": the clause it stands in, on both sides."""
    tree = view.tree
    source = tree.child(at + 1, "pobj") or tree.child(at, "pobj")
    if source is None:
        source = next((here for here in range(at + 2, min(at + 10, len(tree))) if tree.pos[here] in ("NOUN", "PROPN", "PRON")), None)
    if source is None:
        return None
    citation = Citation(at, "accord", _SAY, "according to", (at, at + 2))
    citation.source_head, citation.source = source, [phrase(view, source, at)]
    citation.content = _clause_around(view, at, citation.source[0][1])
    return citation if citation.content else None


def _clause_around(view: View, at: int, end: int) -> list[Range]:
    """Return the clause that "according to …" (tokens ``[at, end)``) stands in, before and after it."""
    tree = view.tree
    start, stop = view.sentence(at)
    around = view.quotation(at)
    if around is not None:
        start, stop = max(start, around.first), min(stop, around.last)
    verb = tree.head[at]
    while verb != tree.head[verb] and tree.pos[verb] not in ("VERB", "AUX"):
        verb = tree.head[verb]
    if verb > end and tree.dep[verb] in ("relcl", "advcl", "ccomp", "conj"):
        last = tree.edges(verb)[1]
        return [view.whole(*view.trim(end, min(last, stop)), at)]
    before, after = view.trim(start, at), view.trim(end, stop)
    while before[0] < before[1] and tree.pos[before[0]] == "CCONJ":
        before = view.trim(before[0] + 1, before[1])
    content = [view.whole(*before, at)] if before[0] < before[1] else []
    finite = any(tree.tag[here] in ("VBD", "VBZ", "VBP", "MD") for here in range(*before))
    if after[0] < after[1] and (not content or tree.lower[end : end + 1] == [","] and not finite):
        content.append(view.whole(*after, at))
    return content
