"""Nouns, adjectives, adverbs and fixed phrases that cite: "the claim that …", "is confident that …", "reportedly", "according to …"."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import lexicon, Sense
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
    end = citation.source[0][1]
    start, stop = view.sentence(at)
    before, after = view.trim(start, at), view.trim(end, stop)
    around = view.quotation(at)
    if around is not None:
        before, after = (max(before[0], around.first), before[1]), (after[0], min(after[1], around.last))
    content: list[Range] = []
    if before[0] < before[1]:
        content.append(view.whole(*before, at))
    if after[0] < after[1] and (not content or tree.lower[end] == "," and content[0][1] - content[0][0] < 6):
        content.append(view.whole(*after, at))
    citation.content = content
    return citation if content else None
