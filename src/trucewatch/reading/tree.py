"""The parser's document → its dependency tree as plain lists, read out of the parser's arrays once, so that rules can walk it cheaply."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMED = ("DEP", "POS", "TAG", "LEMMA", "LOWER")
"""Attributes whose values are ids of strings."""
_ATTRIBUTES = (*_NAMED, "HEAD", "IDX", "LENGTH")
_LEAF: list[int] = []
"""The children of every token that has none. Nobody adds to a tree once it is read."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Token columns of one parse; every list is as long as the text has tokens. Heads of roots are themselves."""

    head: list[int]
    dep: list[str]
    pos: list[str]
    tag: list[str]
    lemma: list[str]
    lower: list[str]
    children: list[list[int]]
    start: list[int]
    end: list[int]
    notes: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What is kept beside the tree so as not to be worked out again, by its name."""

    @classmethod
    def of(cls, doc: "Doc") -> "Tree":
        """Read the columns out of ``doc``."""
        if not len(doc):
            return cls([], [], [], [], [], [], [], [], [])
        columns = doc.to_array(list(_ATTRIBUTES)).astype("int64")
        named = columns[:, : len(_NAMED)].T.tolist()
        try:
            dep, pos, tag, lemma, lower = ([_KNOWN[key] for key in column] for column in named)
        except KeyError:
            _learn(named, doc.vocab.strings)
            dep, pos, tag, lemma, lower = ([_KNOWN[key] for key in column] for column in named)
        steps, start, lengths = columns[:, len(_NAMED) :].T.tolist()
        head = [at + step for at, step in enumerate(steps)]
        children = [_LEAF] * len(head)
        for at, above in enumerate(head):
            if above != at:
                if children[above] is _LEAF:
                    children[above] = [at]
                else:
                    children[above].append(at)
        end = [at + size for at, size in zip(start, lengths, strict=True)]
        return cls(head, dep, pos, tag, lemma, lower, children, start, end)

    def __len__(self) -> int:
        return len(self.head)

    def child(self, at: int, *relations: str) -> int | None:
        """Return the first child of ``at`` in one of ``relations``, or None."""
        dep = self.dep
        for below in self.children[at]:  # asked for every rule: a generator would cost more than the search
            if dep[below] in relations:
                return below
        return None

    def below(self, at: int, without: frozenset[int] = frozenset()) -> list[int]:
        """Return the tokens of the subtree of ``at`` in text order, leaving out the subtrees of ``without``."""
        found, queue = [], [at]
        while queue:
            here = queue.pop()
            found.append(here)
            queue.extend(child for child in self.children[here] if child not in without)
        found.sort()
        return found

    def edges(self, at: int, without: frozenset[int] = frozenset()) -> tuple[int, int]:
        """Return the first and one past the last token of the subtree of ``at``."""
        first = last = at
        queue = [at]
        children = self.children
        while queue:
            here = queue.pop()
            if here < first:
                first = here
            elif here > last:
                last = here
            below = children[here]
            if below:
                queue.extend(child for child in below if child not in without) if without else queue.extend(below)
        return first, last + 1


_KNOWN: dict[int, str] = {0: ""}
"""Strings by their ids (as signed integers). Ids are hashes of the strings, the same in every vocabulary, so all parses share them."""


def _learn(columns: Iterable[Iterable[int]], strings: Any) -> None:
    """Look up the strings of every id in ``columns`` not met before."""
    for key in set(chain.from_iterable(columns)).difference(_KNOWN):
        _KNOWN[key] = strings[key % (1 << 64)]
