"""Who is named only to be ruled out: "a militia, and not the police, burned the market", "by soldiers rather than rebels".

A tree and the head of a noun phrase in, yes or no out. Whoever is ruled out is on no side of the deed.
"""

from bisect import bisect_left
from typing import cast

from trucewatch.reading.tree import Tree

_NOT = frozenset(("not", "never"))
_AS_WELL = frozenset("only just merely simply alone all every many long yet even least one".split())
"""After these "not" rules nobody out: "not only soldiers but policemen"."""
_APART = frozenset((",", "and"))
_INSTEAD = frozenset((("rather", "than"), ("instead", "of"), ("opposed", "to"), ("distinct", "from"), ("lieu", "of")))
_RULING_OUT = _NOT | {"neither", "nor"} | {first for first, _ in _INSTEAD}
_FAR = 30
"""Tokens from such a word to the noun it rules out, at most."""
_DESCRIBING = frozenset("det amod compound nummod poss nmod quantmod".split())
_ASIDE = 9
"""Tokens within which an aside after "not" ends: "and not, as the army said, by the Front"."""


def excluded(tree: Tree, at: int, first: int) -> bool:
    """Tell whether the noun at ``at`` is ruled out; ``first`` is the first of the nouns coordinated with it."""
    marks = _marks(tree)
    nearest = bisect_left(marks, at)
    if not nearest or marks[nearest - 1] < at - _FAR:
        return False  # asked of every noun: most have no such word before them
    start = _opening(tree, at)
    by = start > 0 and tree.head[at] == start - 1 and tree.dep[at] == "pobj"
    before = _before_aside(tree, start - 2 if by else start - 1)
    if before < 0:
        return False
    word = tree.lower[before]
    if word in _NOT and tree.lower[before + 1] not in _AS_WELL:
        return by or at != first or tree.lower[before - 1] in _APART or _contrasted(tree, at)
    if word in {"neither", "nor"}:
        return not by and tree.dep[first] == "pobj" and tree.dep[tree.head[first]] == "agent"
    return before > 0 and (tree.lower[before - 1], word) in _INSTEAD


def _marks(tree: Tree) -> list[int]:
    """Return where the words stand that may rule somebody out; kept beside the tree."""
    kept = cast("list[int] | None", tree.notes.get("ruling out"))
    if kept is None:
        kept = [at for at, word in enumerate(tree.lower) if word in _RULING_OUT]
        tree.notes["ruling out"] = kept
    return kept


def _opening(tree: Tree, at: int) -> int:
    """Return the first token of the noun phrase, without what negates or joins it."""
    return min((tree.edges(child)[0] for child in tree.children[at] if child < at and tree.dep[child] in _DESCRIBING), default=at)


def _before_aside(tree: Tree, at: int) -> int:
    """Return the "not" before an aside that ends at ``at``, else ``at``."""
    if at < 0 or tree.lower[at] != ",":
        return at
    opens = next((here for here in range(at - 1, max(0, at - _ASIDE), -1) if tree.lower[here] == ","), 0)
    return opens - 1 if opens and tree.lower[opens - 1] in _NOT else at


def _contrasted(tree: Tree, at: int) -> bool:
    """Tell "not the police but a militia": another is named in the place of the first."""
    return any(tree.lower[child] == "but" and tree.dep[child] == "cc" for child in tree.children[at])
