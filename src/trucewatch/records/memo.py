"""What was computed before, under a digest of everything it was computed from: a new document then touches only its neighbourhood.

A pure step asks the memo before it computes, and hands it what it had to compute. A memo that has lost any or all it held changes no
result, only the work: a key names every input, and what is asked under it is a pure function of those inputs and of the rules. The memo
here lives in memory; the store has one that lives in the case.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import cast


@dataclass(frozen=True, slots=True)
class Work:
    """What one analysis had to do anew. Everything else was taken as kept.

    ``documents`` taken apart into accounts; ``pairs`` of accounts, and pairs of ``texts``, compared; pairs of clusters ``weighed`` against
    each other; ``clusters`` built into incidents; ``incidents`` judged.
    """

    documents: int = 0
    pairs: int = 0
    texts: int = 0
    weighed: int = 0
    clusters: int = 0
    incidents: int = 0


class Memo:
    """Holds what was computed. ``versions`` name, for each document, the record and the reading that are handed in with its id: where one
    of them differs so does its version. A document without one is taken to be the same whenever this memo is asked."""

    def __init__(self, versions: Mapping[str, str] | None = None) -> None:
        self.versions = versions or {}
        self.done: Counter[str] = Counter()
        self._held: dict[tuple[str, str], object] = {}

    def get[T](self, shape: type[T], key: str) -> T | None:
        """Return what is held of this shape under a key, or None."""
        return cast("T | None", self._held.get((shape.__name__, key)))

    def keep[T](self, key: str, value: T) -> T:
        """Hold a value under a key, and return it. Shapes are told apart by name."""
        self._held[type(value).__name__, key] = value
        return value

    def want(self, shape: type[object], key: str) -> None:
        """Note that what is held of this shape under a key may be asked for again, though it is not asked for now."""

    def count(self, what: str, number: int = 1) -> None:
        """Note that so much was computed anew; ``what`` is a field of Work."""
        self.done[what] += number

    @property
    def work(self) -> Work:
        """What was computed anew since this memo was made."""
        return Work(**self.done)

    def content(self, document: str, changes: Iterable[object] = ()) -> str:
        """Return the digest of a document and its reading as they count; ``changes`` are what people changed in its claims."""
        return mark(document, self.versions.get(document, ""), *changes)


def mark(*parts: object) -> str:
    """Return a digest (32 hex digits) of ``parts``: their ``repr``, which must not depend on the run (no sets, no addresses)."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
