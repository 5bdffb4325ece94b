"""Nouns by which a dated line of a log tells what happened, without any verb: "2 May. Gunfire at Makeni", "Monday: petrol bomb at a shop".

Enters: the noun phrases of a parse and a noun. Leaves: whether the noun heads such a line. In a log a weapon is its use, a body its find.
"""

from bisect import bisect_left

from trucewatch.reading.nominals import Nominals
from trucewatch.reading.timewords import time_words

_WHERE = frozenset(
    """at on in into near outside inside through under beneath underneath against beside behind over above from off along across by upon
    onto between towards toward after before below opposite within around amid aboard beyond""".split()
)
_ENDS = frozenset('.;:|!?·–—•-\n"”')
_BEFORE = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "SPACE", "ADV"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OPENING = 8
"""Tokens from the beginning of a line within which its day stands."""
_LONGEST = 9
"""Tokens at most before the noun, from the beginning of its sentence or field."""


def is_logged(nominals: Nominals, at: int) -> bool:
    """Tell whether the noun heads a verbless line or field of a dated entry, and says where or stands alone."""
    return _stands(nominals, at) and _opens(nominals, at) and not _told(nominals, at) and _is_dated(nominals, at)


def _stands(nominals: Nominals, at: int) -> bool:
    """Tell whether a place, somebody whose it is or the end of the field follows the noun, or the noun it is joined to."""
    tree, parse = nominals.tree, nominals.parse
    if at + 1 >= len(tree) or parse.paragraph_of[at + 1] != parse.paragraph_of[at]:
        return True
    after = tree.lower[at + 1]
    if after in ("and", "or", "/"):
        joined = next((child for child in tree.children[at] if tree.dep[child] == "conj" and child > at), None)
        return joined is not None and tree.pos[joined] in ("NOUN", "PROPN") and _stands(nominals, joined)
    if after == "of":
        below = [item for item in tree.children[at + 1] if tree.dep[item] == "pobj"]
        return any(noun.kind in ("person", "place", "target") for item in below for noun in nominals.nouns(nominals.content(item)))
    return after in _WHERE or after in _ENDS or after == ","


def _opens(nominals: Nominals, at: int) -> bool:
    """Tell whether nothing but its own words, a day and a place stands before the noun in its sentence or field."""
    tree, parse = nominals.tree, nominals.parse
    for here in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        if parse.paragraph_of[here] != parse.paragraph_of[at] or tree.lower[here] in _ENDS:
            return True
        if tree.lower[here] in (",", "of", "/") or tree.lower[here] in ("and", "or"):
            continue
        if tree.pos[here] not in _BEFORE:
            return False
    return at < _LONGEST


def _told(nominals: Nominals, at: int) -> bool:
    """Tell whether a finite verb follows before the next comma: it tells what the noun did."""
    tree, parse = nominals.tree, nominals.parse
    if tree.pos[tree.head[at]] in ("VERB", "AUX") and tree.dep[at] in ("dobj", "nsubjpass", "pobj") and tree.head[at] < at:
        return True
    for here in range(at + 1, len(tree)):
        if parse.paragraph_of[here] != parse.paragraph_of[at] or tree.lower[here] in _ENDS or tree.lower[here] == ",":
            return False
        if tree.tag[here] in _FINITE and tree.dep[here] not in ("relcl", "amod", "compound", "acl"):
            return True
    return False


def _is_dated(nominals: Nominals, at: int) -> bool:
    """Tell whether the line begins with a day."""
    parse, words = nominals.parse, time_words()
    start = bisect_left(parse.paragraph_of, parse.paragraph_of[at])
    first = range(start, min(start + _OPENING, at))
    if not any(parse.lower[here].rstrip(".") in words.months or parse.lower[here].rstrip(".") in words.weekdays for here in first):
        return False
    return not any(nominals.tree.pos[here] in ("VERB", "AUX") for here in first[:3])
