"""One count of victims, and what rules about counts have at hand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.surroundings import Surroundings
from trucewatch.reading.unnumbered import ORDINALS

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric, Population


@dataclass(frozen=True, slots=True)
class Counted:
    """One count of victims. ``trigger`` is the token that says what happened; ``part_of`` and ``revises`` index earlier counts."""

    quantity: "Quantity"
    metric: "Metric"
    population: "Population"
    trigger: int
    rule: str
    part_of: int | None = None
    revises: int | None = None


def is_explicit(quantity: "Quantity") -> bool:
    """Whether the words give a number, however vague, and not only a plural."""
    return quantity.count.high is not None or quantity.qualifier is not None or quantity.vague


class Notebook:
    """What every rule about counts asks: the parse, its words, and the counts found so far, in text order."""

    def __init__(self, parse: "Parse") -> None:
        self.parse = parse
        self.doc = parse.doc
        self.words = lexicon()
        self.effects = Surroundings(parse)
        self.lower = parse.tree.lower
        self.found: list[Counted] = []
        self.numbers: dict[int, Quantity] = {}

    def _one_sentence(self, counted: Counted, quantity: "Quantity") -> bool:
        return self.parse.sentence_of[counted.quantity.head] == self.parse.sentence_of[quantity.head]

    def _pronominal(self, quantity: "Quantity") -> bool:
        token = self.doc[quantity.head]
        return (
            token.pos_ == "NUM"
            or token.tag_ == "CD"
            or token.like_num
            or token.lower_ in ("several", "many", "dozen", "score", "dozens", "scores", "hundreds", "thousands", "one", "another", "both")
            or token.lower_ in ORDINALS
        )

    def _first(self, quantity: "Quantity") -> int:
        index = quantity.head
        while index and self.doc[index - 1].idx >= quantity.span.start:
            index -= 1
        return index

    def _after(self, quantity: "Quantity", many: int) -> list[str]:
        index = self._end(quantity)
        return self.lower[index : index + many]

    def _end(self, quantity: "Quantity") -> int:
        index = quantity.head
        while index < len(self.doc) and self.doc[index].idx < quantity.span.end:
            index += 1
        return index
