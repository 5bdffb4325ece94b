"""A parsed text → the same, with slips mended in entries without a subject and in what somebody calls what others tell.

Only heads, relations and tags within a sentence change; tokens and sentences stay. ``repair`` asks for each rule at its own word only.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

ALIKE = frozenset("run cut hit set put beat burst hurt cast split overrun thrust shut slit shot beset".split())
"""Participles written as the bare verb."""
CALLS = frozenset("call calls called brand brands branded term terms termed label labels labelled labeled dub dubs dubbed".split())
_BARE = frozenset(("VB", "VBP"))
_OWN = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "expl", "neg"))
_DATED = frozenset(("on", "in", "at"))
_OPENING = frozenset(('"', "“", "``"))
_WITHIN = frozenset(("nmod", "compound", "amod", "poss"))


def undergone(word: "Token") -> None:
    """Read "Run over and killed on 14 May", "Cut down by gunfire" as what was done to whom an entry is about, not as a command."""
    if word.tag_ not in _BARE or word.head.i != word.i or not word.is_sent_start or any(child.dep_ in _OWN for child in word.children):
        return
    agent = any(child.dep_ == "agent" for child in word.children)
    joined = any(child.dep_ == "conj" and child.tag_ == "VBN" for child in word.children)
    if agent or joined or any(_gives_day(child) for child in word.children):
        word.tag_ = "VBN"


def undergone_next(word: "Token") -> None:
    """Read "Houses were looted, then put to the torch" with the houses as what was put to it: a passive goes on without its "were"."""
    before = word.head
    if word.tag_ not in ("VB", "VBD", "VBP") or word.dep_ not in ("dep", "conj", "advcl", "ccomp", "parataxis") or before.i > word.i:
        return
    if before.tag_ != "VBN" or not any(child.dep_ == "auxpass" for child in before.children):
        return
    if any(child.dep_ in _OWN or child.dep_ == "mark" or (child.lower_ == "to" and child.i < word.i) for child in word.children):
        return
    if word.nbor(-1).lower_ in ("then", "and", "or", "later", "afterwards"):
        word.tag_, word.dep_ = "VBN", "conj"


def _gives_day(preposition: "Token") -> bool:
    """Whether a phrase gives a day: "on 5 May"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in _DATED:
        return False
    return any(child.ent_type_ == "DATE" and any(inner.pos_ == "NUM" for inner in child.subtree) for child in preposition.children)


def called_in_quotes(verb: "Token") -> None:
    """Read "calls talk of a massacre 'bandit propaganda'" with the massacre as what is talked of, and not as a kind of propaganda."""
    if verb.pos_ != "VERB":
        return
    doc, end = verb.doc, verb.sent.end
    mark = next((at for at in range(verb.i + 2, end) if doc[at].text in _OPENING), None)
    if mark is None:
        return
    named = doc[mark - 1]
    name = named.head
    if name.i < mark or name.dep_ not in ("pobj", "dobj") or named.dep_ not in _WITHIN or named.pos_ not in ("NOUN", "PROPN"):
        return
    for child in [child for child in name.children if child.i < named.i]:
        child.head = named
    named.head, named.dep_ = name.head, name.dep_
    name.head, name.dep_ = verb, "oprd"
