"""Noun phrases: the words of a mention and what to call it. A head token in, spans and names out; nouns.py says what the head names."""

from dataclasses import dataclass

from trucewatch.reading.nouns import AMOUNTS, COUNT, FIRE, PARTS, Nouns
from trucewatch.reading.people import age_noun
from trucewatch.records.span import Span

_QUOTES = frozenset({'"', "'", "\u201c", "\u201d", "\u2018", "\u2019", "``", "''"})
_MARKS = _QUOTES | {"-"}
_NOT_IN_NAME = frozenset(
    """alleged suspected presumed supposed so-called purported reported same first second third fourth last latest next another such former
    various certain numerous different main very old young-looking own entire whole whose said above-mentioned well-known famous apparent
    possible additional""".split()
)
_LEADING = _NOT_IN_NAME | {"other", "of", "several", "many", "more", "few", "or", "another", "some", "about", "least", "at"}
_OWNED = frozenset(
    """headquarters office offices branch home house residence installation facility premise building farm embassy consulate ministry car
    vehicle mansion section post outskirts outskirt village town city hamlet settlement suburb quarter port island district""".split()
)
_LEFT = frozenset("compound amod nmod advmod nummod quantmod poss case punct det npadvmod conj cc predet appos".split())


@dataclass(slots=True)
class Nominals(Nouns):
    """The noun phrases of one parse."""

    def extent(self, at: int, *, number: bool = False) -> tuple[int, int]:
        """Return the tokens of the mention headed by ``at``: its modifiers without determiner and number, and the people a
        collective gathers. ``number`` keeps counting words at the beginning."""
        tree = self.tree
        first = self._left(at)
        last = at + 1
        head = at
        for _ in range(3):
            content = self.content(head)
            below = self._of(head)
            collective = tree.lemma[head].lower() in self.vocabulary.collectives
            if below is None or below < head or not (content != head or (collective and head < below)):
                break
            head = below
            last = self.name(head)[1] if self.proper(head) else head + 1
        if last == at + 1 and self.proper(at):
            last = self.name(at)[1]
        if tree.lower[at] in {"old", "olds"} and age_noun(self.parse.doc, at) is not None:
            return at - 4, at + 1
        if at in self.known:
            return self.known[at]
        noun = self.noun(at)
        if last == at + 1 and tree.lemma[at].lower() in _OWNED:
            last = self._owned(at)
        if noun is not None and noun.group == "named" and noun.kind == "person":
            return self._person(at)
        if tree.lower[first] in _QUOTES and first < at and not any(tree.lower[item] in _QUOTES for item in range(first + 1, last)):
            first += 1
        if not number:
            for item in range(first, at):
                if tree.head[item] == at and (tree.dep[item] in {"nummod", "predet"} or tree.lower[item] in AMOUNTS):
                    first = item + 1
            while first < at and (tree.pos[first] in {"NUM", "DET"} or tree.lower[first] in _LEADING) and tree.lower[first + 1] != "-":
                first += 1  # not the number of "a three-man unit"
        return first, last

    def _owned(self, at: int) -> int:
        """Return the end of "headquarters of the New Liberalism Party": such words name a place by whose it is."""
        below = self._of(at)
        if below is None or below - at > 9 or (self.noun(below) is not None and self.noun(below) == COUNT):
            return at + 1
        return self.name(below)[1] if self.proper(below) else below + 1

    def _left(self, at: int) -> int:
        """Return the first token of the modifiers that stand before ``at`` without a break, articles and owners left out."""
        tree = self.tree
        first = at
        while first > 0:
            before = first - 1
            relation = tree.dep[before]
            if (
                relation not in _LEFT
                or not (tree.lower[before][-1].isalnum() or tree.lower[before] in _MARKS)
                or tree.lower[before]
                in {
                    "the",
                    "where",
                    "when",
                    "how",
                    "a",
                    "an",
                    "this",
                    "these",
                    "that",
                    "those",
                    "its",
                    "his",
                    "her",
                    "their",
                    "our",
                    "my",
                    "your",
                    ",",
                    ";",
                    "(",
                    "[",
                    ")",
                    "]",
                    "--",
                    "and",
                }
            ):
                break
            if not self._under(before, at) or self.entity[before] in {"DATE", "TIME"}:
                break
            first = before
        while first < at and tree.dep[first] in {"punct", "cc", "case"} and tree.lower[first] not in {'"', "'"}:
            first += 1
        return first

    def _under(self, at: int, top: int) -> bool:
        """True where ``at`` hangs under ``top`` within four steps."""
        for _ in range(4):
            at = self.tree.head[at]
            if at == top:
                return True
        return False

    def _person(self, at: int) -> tuple[int, int]:
        """Return the tokens of a person's name without titles."""
        first, last = self.name(at)
        lower, titles = self.tree.lower, self.vocabulary.titles
        while first < last - 1 and (lower[first] in titles or self.entity[first] == "NORP" or self._describes(first)):
            first += 1
        return first, last

    def _describes(self, at: int) -> bool:
        """True for a word before a name that says what the person is ("policeman", "attorney")."""
        found = self.vocabulary.nouns.get(self.tree.lower[at])
        return found is not None and found[0].kind == "person" and self.entity[at] != "PERSON"

    def span(self, extent: tuple[int, int]) -> Span:
        """Return the characters of tokens ``extent``."""
        return Span(self.tree.start[extent[0]], self.tree.end[extent[1] - 1])

    def words(self, extent: tuple[int, int]) -> str:
        """Return the words of ``extent``, line ends and runs of blanks folded."""
        span = self.span(extent)
        return " ".join(self.parse.text[span.start : span.end].split())

    def naming(self, at: int) -> int:
        """Return the head to name ``at`` by: past numbers and words of amount ("two of the devices", "the front of the embassy")."""
        lemma = self.tree.lemma[at].lower()
        if self.tree.pos[at] == "NUM" or lemma in PARTS or lemma in AMOUNTS or lemma in FIRE:
            content = self.content(at)
            return self.naming(content) if content != at else at
        return at
