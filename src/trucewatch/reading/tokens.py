"""The tokens of one parse as plain objects, read out of the parser's document once it is mended.

A token answers to the names that spaCy's has for the same things, so that a rule about tokens reads like any other code on spaCy; but
every value stands ready, where spaCy looks each up again at every asking: a fifth of the time of all rules together. Nothing here is
changed after it is made, but for the notes that rules keep.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.reading.token import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from trucewatch.reading.tree import Tree

_READ = ("ENT_TYPE", "SENT_START", "IS_PUNCT", "IS_SPACE", "LIKE_NUM")
_OPENS = 1
"""What SENT_START says of a token that opens a sentence."""


class Sentence(list[Token]):
    """The tokens ``[start, end)`` of one sentence."""

    __slots__ = ("end", "start")

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.start, self.end = tokens[0].i, tokens[-1].i + 1

    @property
    def start_char(self) -> int:
        """Offset of its first code point."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """Offset after its last code point."""
        return self[-1].idx + len(self[-1].text)

    @property
    def root(self) -> Token:
        """The first token that hangs on none of the sentence."""
        return next(token for token in self if token.head is token or not self.start <= token.head.i < self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity of the parser's: the tokens ``[start, end)``."""

    start: int
    end: int
    label_: str
    text: str
    root: Token
    """The token of it that hangs on none of it."""

    def __len__(self) -> int:
        return self.end - self.start


class Tokens(list[Token]):
    """The tokens of a text, with its sentences and named entities."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        """The text in ordinary case, as the parser saw it."""
        self.sents: list[Sentence] = []
        self.ents: list[Entity] = []
        self.notes: dict[str, object] = {}
        """What rules about words keep so as not to work it out again, by its name."""

    @classmethod
    def of(cls, doc: "Doc", tree: "Tree") -> "Tokens":
        """Read the tokens out of ``doc``, whose tree is ``tree``."""
        tokens = cls(doc.text)
        if not len(doc):
            return tokens
        kinds, opens, *marks = doc.to_array(list(_READ)).T.tolist()
        strings = doc.vocab.strings
        names = {key: strings[key] for key in set(kinds)}
        tokens.extend([Token() for _ in tree.head])
        leaf: list[Token] = []
        columns = zip(
            tokens, tree.head, tree.children, tree.dep, tree.pos, tree.tag, tree.lemma, tree.lower, tree.start, tree.end, strict=True
        )
        for at, (token, head, below, dep, pos, tag, lemma, lower, start, end) in enumerate(columns):
            token.doc, token.i, token.idx, token.text = tokens, at, start, tokens.text[start:end]
            token.head, token.children = tokens[head], [tokens[child] for child in below] if below else leaf
            token.dep_, token.pos_, token.tag_, token.lemma_, token.lower_ = dep, pos, tag, lemma, lower
        for token, kind, opening, punct, space, number in zip(tokens, kinds, opens, *marks, strict=True):
            token.ent_type_, token.is_sent_start = names[kind], opening == _OPENS
            token.is_punct, token.is_space, token.like_num = bool(punct), bool(space), bool(number)
        starts = [at for at, opening in enumerate(opens) if opening == _OPENS or not at]
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
            one = Sentence(tokens[start:end])
            tokens.sents.append(one)
            for token in one:
                token.sent = one
        tokens.ents = [Entity(one.start, one.end, one.label_, one.text, tokens[one.root.i]) for one in doc.ents]
        return tokens
