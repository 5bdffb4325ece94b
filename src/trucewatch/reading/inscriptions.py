"""Words on things: graffiti, banners, placards, captions. They are quoted from the thing, never from the newspaper."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import Sense, lexicon
from trucewatch.reading.sources import phrase
from trucewatch.reading.view import MARKS, TERMINATORS, View

_SAY = Sense("say", "assert")
_REACH = 30
_PARTICIPLES = frozenset(("read", "reading", "saying", "bearing", "carrying", "proclaiming", "declaring"))


def inscription_citations(view: View) -> list[Citation]:
    """Return the inscriptions of a text: a quotation that a verb of reading or bearing gives to a thing that carries words."""
    found = []
    for quotation in view.quotations:
        verb = _verb_before(view, quotation.first)
        if verb is None:
            continue
        thing = _thing(view, verb)
        if thing is None:
            continue
        citation = Citation(verb, view.tree.lemma[verb].lower(), _SAY, "inscription", (verb, verb + 1), [(quotation.first, quotation.last)])
        citation.source_head, citation.source = thing, [phrase(view, thing, verb)]
        found.append(citation)
    return found


def _verb_before(view: View, first: int) -> int | None:
    """Return the verb of reading, saying or bearing that leads into the quotation beginning at ``first``, or None."""
    tree, words = view.tree, lexicon()
    for at in range(first - 1, max(-1, first - 9), -1):
        if tree.lower[at] in TERMINATORS or view.quoted[at] >= 0:
            return None
        if (tree.lemma[at].lower() in words.media_verbs or tree.lower[at] in _PARTICIPLES) and (
            tree.tag[at][:1] == "V" or tree.lower[at] in _PARTICIPLES
        ):
            return at
        if tree.pos[at] == "VERB" or (tree.lower[at] == "," and at != first - 2):
            return None
        if tree.lower[at] in MARKS and at < first - 1:
            return None
    return None


def _thing(view: View, verb: int) -> int | None:
    """Return the thing that carries the words: the nearest such noun before the verb in its sentence, unless somebody speaks between."""
    tree, words = view.tree, lexicon()
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        if tree.lower[at] in TERMINATORS:
            return None
        if tree.pos[at] in ("NOUN", "PROPN") and tree.lemma[at].lower() in words.media:
            return at
        if tree.pos[at] == "PRON" and tree.dep[at] == "nsubj" and tree.lower[at] not in ("that", "which"):
            return None
        if tree.pos[at] == "PROPN" and tree.dep[at] == "nsubj" and tree.head[at] == verb:
            return None
    return None
