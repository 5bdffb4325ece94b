"""An entry of a list of the dead → whom its verb tells of: "Ann Ward (41), nurse. Shot near the market on 3 May."."""

from dataclasses import replace

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.nominals import Nominals

_AGES = range(1, 110)
_LONGEST = 20
"""Tokens of the part of an entry that says who it is."""
_BEFORE_AGE = frozenset({"(", ",", "aged"})


def entered(nominals: Nominals, at: int, given: Arguments) -> Arguments:
    """Give a participle that opens a sentence the person whom the verbless sentence before it names with an age."""
    tree, sentence = nominals.tree, nominals.parse.sentence_of
    if given.objects or tree.tag[at] not in {"VBN", "VBD"}:
        return given
    if tree.dep[at] == "conj" and tree.tag[tree.head[at]] == "VBN" and not given.subjects:
        at = tree.head[at]  # "Run over and killed": one and the same
    if tree.dep[at] != "ROOT" or not at:
        return given
    if sentence[at - 1] == sentence[at] or nominals.parse.paragraph_of[at - 1] != nominals.parse.paragraph_of[at]:
        return given
    if any(tree.dep[child] in {"nsubj", "nsubjpass", "csubj"} for child in tree.children[at]):
        return given
    start = at - 1
    while start and sentence[start - 1] == sentence[at - 1]:
        start -= 1
    named = _named(nominals, start, at)
    if named is None:
        return given
    nominals.take_as_person(named)
    return replace(given, objects=(named,), passive=True)


def _named(nominals: Nominals, start: int, end: int) -> int | None:
    """Return the last word of the name that opens the tokens ``start`` … ``end``, where they tell an age and no deed."""
    tree = nominals.tree
    here = start
    while here < end and tree.pos[here] in {"PUNCT", "SPACE", "SYM"}:
        here += 1
    first = here
    while here < end and nominals.parse.doc[here].text[:1].isupper():
        here += 1
    if here - first < 2 or end - start > _LONGEST or any(tree.pos[token] in {"VERB", "AUX"} for token in range(start, end)):
        return None
    aged = any(
        tree.lower[token].isdigit() and int(tree.lower[token]) in _AGES and tree.lower[token - 1] in _BEFORE_AGE
        for token in range(here, end)
    )
    return here - 1 if aged else None
