"""Where each word of a text stands, so that a rule about some words need not walk the others."""

from collections.abc import Collection, Iterable
from itertools import chain
from typing import Self


class Concordance(dict[str, list[int]]):
    """Words of a text, in the order of their first places, to all their places."""

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Note the place of every word."""
        found = cls()
        for at, word in enumerate(words):
            if word in found:
                found[word].append(at)
            else:
                found[word] = [at]
        return found

    def places(self, words: Collection[str]) -> list[int]:
        """Return the places of any of ``words``, in text order."""
        known = words.intersection(self) if isinstance(words, (set, frozenset)) else filter(words.__contains__, self)
        return sorted(chain.from_iterable(map(self.__getitem__, known)))

    def lacks(self, words: Iterable[str]) -> bool:
        """Tell whether none of ``words`` occurs."""
        return self.keys().isdisjoint(words)
