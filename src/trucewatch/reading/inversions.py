"""Clauses turned round after a negation: "nor was any post given up", "by no means had the army bombed it"."""

from typing import TYPE_CHECKING

from trucewatch.reading.verb_repairs import take_place

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
_INVERTING = frozenset(
    "nor neither never then once time occasion point stage moment only instance case way manner means account circumstance circumstances"
    " condition conditions seldom rarely hardly scarcely nowhere".split()
)
"""Last words before a helping verb that stands before its subject."""
_ASIDE = 8
"""Words at most of an aside between a negation and its helping verb: "Nor, he said, had they …"."""


def inverted(word: "Token") -> None:
    """Read "nor was any post given up", "at no time was a shell fired" as the passives they are, and not as a post that was."""
    before = word.doc[word.i - 1] if word.i else None
    if before is None or before.lower_ not in _INVERTING or word.lemma_ != "be" or word.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    if any(child.dep_ in _SUBJECTS and child.i < word.i for child in word.children):
        return
    told = next((child for child in word.children if child.i > word.i and child.dep_ in ("attr", "nsubj", "dobj")), None)
    participle = None if told is None else next((child for child in told.children if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if told is None or participle is None:
        return
    later = [child for child in told.children if child.i > participle.i]
    take_place(participle, word)
    for child in later:
        child.head = participle
    told.head, told.dep_ = participle, "nsubjpass"
    word.head, word.dep_, word.pos_ = participle, "auxpass", "AUX"


def had(word: "Token") -> None:
    """Read "by no means had the army bombed it" with "had" as what helps "bombed", and not as a verb with a clause under it."""
    if word.tag_ not in ("VBD", "VBZ", "VBP") or word.dep_ in ("aux", "auxpass") or any(c.dep_ in _SUBJECTS for c in word.children):
        return
    if not word.i or word.doc[_before(word)].lower_ not in _INVERTING:
        return
    verb = next((c for c in word.children if c.dep_ in ("ccomp", "xcomp") and c.i > word.i and c.tag_ in ("VBN", "VBD")), None)
    subject = None if verb is None else next((c for c in verb.children if c.dep_ in _SUBJECTS and word.i < c.i < verb.i), None)
    if verb is None or subject is None or subject.left_edge.i != word.i + 1:
        return
    take_place(verb, word)
    word.head, word.dep_, word.pos_, verb.tag_ = verb, "aux", "AUX", "VBN"


def _before(word: "Token") -> int:
    """Return the place of the word before ``word``, past an aside between commas."""
    at, doc = word.i - 1, word.doc
    if doc[at].text != ",":
        return at
    opens = next((here for here in range(at - 1, max(word.sent.start, at - _ASIDE), -1) if doc[here].text == ","), at)
    return opens - 1 if word.sent.start < opens < at else at
