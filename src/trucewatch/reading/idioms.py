"""Verbs that cite only with a noun of theirs: "reached the conviction that …", "poured scorn on …", "pointed the finger at …".

The table is ``idioms`` in ``vocab/cues.yaml``: the verb, the words one of which must follow it closely, and what may come after them.
"""

from trucewatch.reading.citations import Citation
from trucewatch.reading.cuephrases import cue_range
from trucewatch.reading.cues import Idiom, lexicon
from trucewatch.reading.frames import FINITE
from trucewatch.reading.sources import phrase, subject_of
from trucewatch.reading.view import Range, View

_NEAR = 8
"""Within how many words of the verb its noun stands."""
_LATE = 12
"""Within how many words of the noun the clause opens ("let it be known through a priest that …")."""
_HARD = frozenset((".", ";", ":", "?", "!"))
_PARTING = frozenset(("but", "while", "whereas", "although", "though"))


def idiom_citation(view: View, at: int) -> Citation | None:
    """Return what the verb at ``at`` cites together with a noun of its own."""
    tree = view.tree
    for idiom in lexicon().idioms.get(tree.lemma[at].lower(), ()):
        noun = _noun(view, at, idiom)
        content = None if noun is None else _content(view, noun, idiom)
        if content is not None:
            return _cite(view, at, idiom, content)
    return None


def _noun(view: View, at: int, idiom: Idiom) -> int | None:
    """Return the word that makes the idiom; the verb itself where it needs none."""
    tree = view.tree
    if not idiom.words:
        return at
    _, end = view.sentence(at)
    for here in range(at + 1, min(end, at + _NEAR)):
        if tree.lower[here] in idiom.words:
            return here
        if tree.lower[here] in _HARD or tree.lower[here] == "," or tree.tag[here] in FINITE:
            return None
    return None


def _content(view: View, noun: int, idiom: Idiom) -> Range | None:
    tree = view.tree
    _, end = view.sentence(noun)
    if not idiom.after:
        content = view.trim(noun + 1, clause_end(view, noun + 1))
        return content if content[0] < content[1] else None
    for here in range(noun + 1, min(end, noun + _LATE)):
        if tree.lower[here] in idiom.after:
            content = view.trim(here if tree.lower[here] == "that" else here + 1, clause_end(view, here + 1))
            return content if content[0] + 1 < content[1] else None
        if tree.lower[here] in _HARD or tree.tag[here] in FINITE or (idiom.after != _THAT and tree.lower[here] == ","):
            return None
    return None


_THAT = frozenset(("that",))


def clause_end(view: View, start: int) -> int:
    """Return where the words that began at ``start`` give way to another clause of the sentence."""
    tree = view.tree
    _, end = view.sentence(start)
    for here in range(start, end):
        if tree.lower[here] in (";", ":") or (tree.lower[here] in _PARTING and here and tree.lower[here - 1] == ","):
            return here
    return end


def _cite(view: View, at: int, idiom: Idiom, content: Range) -> Citation | None:
    tree = view.tree
    head = subject_of(view, tree.head[at] if tree.dep[at] in ("aux", "auxpass") else at)
    if head is None or tree.lower[head] in ("it", "this", "that", "which", "what", "there") or view.quoted[head] != view.quoted[at]:
        return None
    if tree.pos[head] not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") or content[0] <= head < content[1]:
        return None
    rule = "clause" if idiom.after == _THAT else "object"
    citation = Citation(at, tree.lemma[at].lower(), idiom.sense, rule, cue_range(view, at)[0], [content])
    citation.source_head, citation.source = head, [phrase(view, head, at)]
    return citation
