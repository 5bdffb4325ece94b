"""One dependency parse of a text, with offsets into the unchanged text; paragraphs and captions never run into one another."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from trucewatch.reading.concordance import Concordance
from trucewatch.reading.datelines import dateline_of
from trucewatch.reading.leads import Lead, leads
from trucewatch.reading.paragraphs import divide
from trucewatch.reading.tokens import Tokens
from trucewatch.reading.tree import Tree
from trucewatch.records.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a text show before it is parsed: its paragraphs, datelines and lists."""

    text: str
    paragraphs: tuple[Span, ...]
    datelines: tuple[Span, ...]
    led: dict[int, Lead]

    @classmethod
    def of(cls, text: str) -> Self:
        """Lay out ``text``."""
        paragraphs = divide(text)
        datelines = tuple(line for p in paragraphs if (line := dateline_of(text, p)))
        return cls(text, paragraphs, datelines, leads(text, paragraphs))


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed text. ``doc`` holds the tokens of a same-length copy of ``text``, so token offsets are offsets into ``text``."""

    text: str
    doc: Tokens
    tree: Tree
    """The dependency tree of the tokens as plain lists."""
    paragraphs: tuple[Span, ...] = ()
    datelines: tuple[Span, ...] = ()
    """Datelines that open paragraphs ("BEIRUT, Oct 6 (AFP) -"); each is a sentence of its own."""
    led: dict[int, Lead] = field(default_factory=dict)
    """Paragraphs that a list's lead or a label rules, by number, with its act of speech."""
    notes: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What a step keeps beside the parse so as not to work it out again for every event, by the step's name."""

    lower: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """Lower-case words of every token: what steps look trigger words up in, without a walk over token objects."""
    lemmas: list[str] = field(init=False, compare=False, repr=False)
    """Lemmas of every token, in lower case."""
    starts: tuple[int, ...] = field(init=False, compare=False, repr=False)
    """Offset of every token."""
    word_places: Concordance = field(init=False, compare=False, repr=False)
    """Where each lower-case word stands."""
    lemma_places: Concordance = field(init=False, compare=False, repr=False)
    """Where each lemma stands, in lower case."""
    sentence_of: tuple[int, ...] = field(init=False, compare=False, repr=False)
    """Sentence number of every token."""
    paragraph_of: tuple[int, ...] = field(init=False, compare=False, repr=False)
    """Paragraph number of every token."""

    def __post_init__(self) -> None:
        """Work out what every step asks for."""
        keep, tree = object.__setattr__, self.tree
        lemmas = [lemma.lower() for lemma in tree.lemma]
        keep(self, "lower", tuple(tree.lower))
        keep(self, "lemmas", lemmas)
        keep(self, "starts", tuple(tree.start))
        keep(self, "word_places", Concordance.of(tree.lower))
        keep(self, "lemma_places", Concordance.of(lemmas))
        keep(self, "sentence_of", tuple(number for number, sentence in enumerate(self.doc.sents) for _ in sentence))
        bounds = [0, *(bisect_left(tree.start, paragraph.start) for paragraph in self.paragraphs[1:]), len(tree.start)]
        keep(self, "paragraph_of", tuple(number for number, (first, last) in enumerate(pairwise(bounds)) for _ in range(first, last)))

    def span(self, start: int, end: int) -> Span:
        """Return the span of tokens ``[start, end)``."""
        return Span(self.tree.start[start], self.tree.end[end - 1])

    def words(self, span: Span) -> str:
        """Return the words of the unchanged text under ``span``."""
        return span.of(self.text)

    @classmethod
    def of(cls, layout: "Layout", doc: "Doc") -> Self:
        """Read ``doc``, the parser's document of a same-length copy of a text, once for all steps."""
        tree = Tree.of(doc)
        return cls(layout.text, Tokens.of(doc, tree), tree, layout.paragraphs, layout.datelines, layout.led)

    @property
    def shown(self) -> str:
        """The text in ordinary case, as the parser saw it; of the same length as ``text``."""
        return self.doc.text

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """Return the token range ``[first, end)`` that ``span`` touches."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self.starts) and self.tree.end[first] <= span.start:
            first += 1
        return first, bisect_left(self.starts, span.end)
