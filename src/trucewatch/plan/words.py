"""Words of plans and reports made comparable: folded, without article and plural, and looked for as whole phrases."""

import re
from collections.abc import Iterable
from functools import lru_cache

from trucewatch.records.names import fold

_LEADING = frozenset("the a an this that these those his her its their our some several many all".split())
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=16384)
def plain(words: str) -> str:
    """Return ``words`` folded, without leading article or determiner, possessive mark and plural endings."""
    tokens = fold(_POSSESSIVE.sub("", words)).split()
    while len(tokens) > 1 and tokens[0] in _LEADING:
        tokens = tokens[1:]
    return " ".join(singular(token) for token in tokens)


def singular(word: str) -> str:
    """Return an English noun without its plural ending, near enough for comparison; short words stay."""
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    return word.removesuffix("s")


def mentions(phrases: Iterable[str], words: Iterable[str]) -> bool:
    """Return whether one of ``phrases`` stands, as whole words, in one of ``words``. Both are made plain first."""
    texts = [f" {plain(word)} " for word in words]
    return any(f" {phrase} " in text for phrase in map(plain, phrases) for text in texts)
