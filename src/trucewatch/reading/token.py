"""One token of a parse as a plain object, with the names that spaCy's has for the same things."""

from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trucewatch.reading.tokens import Sentence, Tokens


class Token:
    """One token: its forms, its part of speech, its relation to the token above it."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    doc: "Tokens"
    i: int
    idx: int
    """Offset of its first code point."""
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: "Token"
    """The token it hangs on; itself where it is a root."""
    children: "list[Token]"
    """The tokens that hang on it, in text order."""
    sent: "Sentence"
    ent_type_: str
    is_sent_start: bool
    is_punct: bool
    is_space: bool
    like_num: bool

    @property
    def lefts(self) -> "list[Token]":
        """Its children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> "list[Token]":
        """Its children after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> "list[Token]":
        """The token and all below it, in text order."""
        return sorted(self._below(), key=_PLACE)

    def _below(self) -> "list[Token]":
        found = [self]
        for token in found:  # grows as it goes
            found += token.children
        return found

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree."""
        if not self.children:
            return self
        return min(self._below(), key=_PLACE)

    @property
    def right_edge(self) -> "Token":
        """The last token of its subtree."""
        return max(self._below(), key=_PLACE)

    def __repr__(self) -> str:
        return self.text


_PLACE = attrgetter("i")
