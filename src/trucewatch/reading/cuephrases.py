"""The cue phrase around a cue word: its auxiliaries and adverbs, the words that lead up to it, and the document it was said in."""

from trucewatch.reading.cues import lexicon
from trucewatch.reading.view import Range, View

_BEFORE = frozenset(("aux", "auxpass", "neg", "advmod"))
DOCUMENTS = frozenset("statement communique communiqué bulletin handout release dispatch despatch circular".split())
_OCCASIONS = frozenset(
    "statement interview tweet letter email e-mail report speech post memo communique communiqué briefing release message article "
    "op-ed editorial blog column book testimony note text filing call".split()
)


def cue_range(view: View, at: int) -> tuple[Range, list[int]]:
    """Return the cue phrase around the verb ``at``, and the governing words it takes in, innermost first."""
    tree = view.tree
    start, governed = _lead(view, at)
    end = at + 1
    particle = tree.child(at, "prt")
    if particle == at + 1:
        end = at + 2
    said_in = _occasion(view, at, end)
    return (start, said_in or end), governed


def _lead(view: View, at: int) -> tuple[int, list[int]]:
    tree = view.tree
    start = _first_auxiliary(view, at)
    above, words = tree.head[at], lexicon()
    governed: list[int] = []
    here = at
    while tree.dep[here] in ("xcomp", "pcomp", "ccomp") and above != here:
        verb = tree.head[above] if tree.dep[here] == "pcomp" else above
        if tree.dep[here] == "pcomp" and tree.lower[above] == "as" and tree.tag[verb] == "VBN" and verb + 2 == at == start:
            return _first_auxiliary(view, verb), governed  # "was quoted as saying"
        lemma = tree.lemma[verb].lower()
        if verb >= start or start - verb > 4 or (lemma not in words.withheld and lemma not in words.leading):
            break
        if tree.dep[here] == "ccomp" and tree.child(here, "nsubj", "nsubjpass") is not None:
            break
        if any(tree.pos[between] in ("NOUN", "PROPN", "PUNCT", "VERB") for between in range(verb + 1, start)):
            break
        governed.append(verb)
        start = _first_auxiliary(view, verb)
        here, above = verb, tree.head[verb]
    return start, governed


def _first_auxiliary(view: View, at: int) -> int:
    """Return the first of the auxiliaries, negations and adverbs that stand right before ``at``."""
    tree, start = view.tree, at
    mine = tree.children[at]
    while start > 0 and start - 1 in mine and tree.dep[start - 1] in _BEFORE and view.quoted[start - 1] == view.quoted[at]:
        if tree.lower[start - 1] in ("when", "how", "why", "where", "while") or _capital(view, start - 1):
            break
        start -= 1
    return start


def _capital(view: View, at: int) -> bool:
    """Tell whether an adverb is written as part of a name ("Raqqa is Being Slaughtered Silently reported")."""
    start = view.tree.start[at]
    return view.parse.text[start].isupper() and view.sentence(at)[0] != at


def _occasion(view: View, at: int, place: int) -> int | None:
    """Return the end of "in a statement", "in an interview" right after the verb ``at``, or None."""
    tree = view.tree
    if place < len(tree) and tree.dep[place] == "prep" and tree.head[place] == at and tree.lower[place] in ("in", "by"):
        noun = tree.child(place, "pobj")
        if noun is not None and tree.lower[noun] in _OCCASIONS and noun - place <= 3:
            return noun + 1
    return None
