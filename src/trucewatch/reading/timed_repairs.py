"""A parsed text → the same, with a time that opens a clause parted from the people after it: "The next morning soldiers shot two farmers".

Heads and relations change within a sentence, tokens stay; the time goes under the verb that the people were the subject of: no cycle.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMES = frozenset("night morning evening afternoon day week weekend month year dawn noon midnight hour spring summer autumn winter".split())
_BEFORE = frozenset(
    "the that this these last next following previous same one another every each second third fourth fifth first early late very".split()
)
_WITHIN = frozenset(("compound", "npadvmod", "amod", "nmod", "advmod", "det"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CLIMB = 4


def time_before_people(word: "Token") -> None:
    """Read "That afternoon rebel fighters attacked" with the afternoon as when, and not as a part of who attacked."""
    first = word.i
    while first > word.sent.start and word.doc[first - 1].lower_ in _BEFORE:
        first -= 1
    if all(word.doc[at].lower_ == "the" for at in range(first, word.i)) or (
        first > word.sent.start and word.doc[first - 1].dep_ not in ("cc", "punct", "mark")
    ):
        return
    noun = word
    for _ in range(_CLIMB):
        if noun.dep_ in _SUBJECTS or noun.dep_ not in _WITHIN or noun.head.i <= word.i:
            break
        noun = noun.head
    verb = noun.head
    if noun.i == word.i or noun.dep_ not in _SUBJECTS or verb.i < noun.i or noun.left_edge.i != first:
        return
    if word.i + 1 >= len(word.doc) or word.doc[word.i + 1].tag_ in ("POS", "IN", "HYPH") or noun.tag_ == "NN":
        return  # "the morning prayer was interrupted", "the night watchman was shot"
    for child in word.doc[first : word.i]:
        child.head = word
    word.head, word.dep_ = verb, "npadvmod"
