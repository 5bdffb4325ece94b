"""Whether the only time of a sentence holds for a clause that it does not hang on, and a time that the parser cut off from its sentence.

Enters: a parse, a clause and a time; leaves: yes or no, or the time of the end cut off.
"""

from collections.abc import Sequence

from trucewatch.reading.carrying import breaks
from trucewatch.reading.hanging import Hung, is_before, is_narrated, is_none, is_saying, told_by
from trucewatch.reading.parse import Parse
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When


def cut_off(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> list[Hung] | None:
    """Return the time that the parser cut off from the end of a sentence: "gunned down at the market, Narathiwat, | on Tuesday."."""
    sentence = parse.sentence_of[token]
    after = hung.get(sentence + 1)
    if not after or len(after) > 1 or after[0].governor >= 0 or times[after[0].number].rule == "dateline":
        return None
    at = after[0].start
    while at and parse.sentence_of[at - 1] > sentence:
        at -= 1
    ended = parse.lower[at - 1] in (".", "!", "?", ":", ";", '"', "”") or parse.paragraph_of[at - 1] != parse.paragraph_of[at]
    return None if ended or after[0].start - at > _CUT else after


_CUT = 6
"""Tokens at most before a time in the end of a sentence that the parser cut off."""


def shares_time(parse: Parse, token: int, verb: int, one: Hung) -> bool:
    """Tell whether the only time of a sentence holds for a clause beside the one it hangs on: both tell what happened, in one tense."""
    tree = parse.tree
    if verb < 0 or one.governor < 0 or breaks(tree, one) or is_possessed(tree, one) or is_none(tree, token):
        return False
    if not is_narrated(tree, told_by(tree, verb)) or not is_narrated(tree, told_by(tree, one.governor)):
        return False
    if _said_apart(tree, verb, one.governor) or _said_apart(tree, one.governor, verb):
        return False
    return is_before(tree, verb) == is_before(tree, one.governor)


def _said_apart(tree: Tree, verb: int, other: int) -> bool:
    """Tell whether a clause stands under a relative or a word of saying that does not lead to the other clause too."""
    above, at = {other}, other
    while tree.head[at] != at:
        at = tree.head[at]
        above.add(at)
    at = verb
    while at not in above:
        if tree.dep[at] in ("relcl", "acl") or (at != verb and is_saying(tree, at)):
            return True
        at = tree.head[at]
    return False


def is_possessed(tree: Tree, one: Hung) -> bool:
    """Tell whether a time is the possessor or a modifier of a noun: "Saturday's raid", "the 1982 massacre"."""
    return tree.dep[one.path[0]] in ("poss", "compound", "nmod", "amod", "nummod")
