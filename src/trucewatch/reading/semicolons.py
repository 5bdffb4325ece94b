"""A tagged text → sentences opened after semicolons, before it is parsed: what follows one is a clause of its own, or an item of a list.

The parser draws two clauses into one tree at a semicolon, and a "no" of the second reaches the first ("shot and killed the man; no soldier
was hurt"). Items of a list ("A, 55, from Homs; B, 52") have no finite verb and stay together. So do the cells of a row, parted by "|".
"""

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "trucewatch_semicolons"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TELLING = _FINITE | {"VBN"}
"""Cells of a row leave out "was": "school bus blown up"."""


@Language.component(NAME)
def open_clauses(doc: "Doc") -> "Doc":
    """Open a sentence after each semicolon that a finite verb follows before the next stop, and in each cell of a row with a verb."""
    if not len(doc):
        return doc
    marks = {doc.vocab.strings[";"]: _FINITE, doc.vocab.strings["|"]: _TELLING}
    words, last = doc.to_array("ORTH").tolist(), len(doc) - 1
    if marks.keys().isdisjoint(words):
        return doc
    for at, word in enumerate(words):
        if word in marks and at < last and not doc[at + 1].is_space and _clause(doc, at + 1, marks[word]):
            doc[at + 1].is_sent_start = True
    return doc


def _clause(doc: "Doc", start: int, verbs: frozenset[str]) -> bool:
    for at in range(start, len(doc)):
        token = doc[at]
        if token.text in {";", ".", "|"} or token.is_sent_start:
            return False
        if token.tag_ in verbs:
            return True
    return False
