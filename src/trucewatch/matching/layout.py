"""Where the sentences and paragraphs of a text begin, and where its heading ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.records.extent import Place

_PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.!?\"”’])\s*\n|\n(?=\s*[-*•])")
_SHORT = "".join(
    rf"(?<!\b{word})"
    for word in "Gen Col Maj Lt Capt Brig Sgt Cpl Adm Gov Sen Mr Mrs Ms Dr St No Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec vs".split()
)
_SENTENCE = re.compile(rf"(?<!\b[A-Z]){_SHORT}[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[-*•])")
_ITEM = re.compile(r"(?m)^[ \t]*(?:[*•·▪–—-][ \t]*(?=\S)|(?=[A-Z][A-Z .'’/-]{2,40}[ \t]*[-–—:][ \t]+\S)|(?=[A-Z][a-z]{2,14}:[ \t]+\S))")
"""How an entry of a list begins: a mark, or the place it is about ("BAGHDAD - ", "North: ")."""
_BREAK = re.compile(r"\n\s*\n")
_HEADLINE = 160
"""Characters of a heading at most."""
_CLOSED = re.compile(r"[.!?:;,][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where sentences and paragraphs of a text begin."""

    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    items: tuple[tuple[int, int], ...] = ()
    """Start and end of each entry of a list."""
    headed: frozenset[int] = frozenset()
    """Where the entries start that a place of their own heads."""

    @classmethod
    def of(cls, text: str, places: Sequence[Place] = ()) -> "Layout":
        """Divide a text. ``places`` are those it names."""
        heads = _heads(text, places)
        return cls(
            tuple(match.end() for match in _SENTENCE.finditer(text)),
            tuple(match.end() for match in _PARAGRAPH.finditer(text)),
            tuple(_items(text, heads)),
            heads,
        )

    def sentence(self, offset: int) -> int:
        """Number of the sentence at ``offset``."""
        return bisect_right(self.sentences, offset)

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph at ``offset``."""
        return bisect_right(self.paragraphs, offset)

    def item(self, offset: int) -> int:
        """Number of the list entry at ``offset``, 0 outside lists."""
        return next((number for number, (start, end) in enumerate(self.items, start=1) if start <= offset < end), 0)

    def head(self, offset: int) -> bool:
        """Tell whether a place of its own heads the list entry at ``offset``."""
        return any(start <= offset < end and start in self.headed for start, end in self.items)

    def opening(self, sentence: int) -> int:
        """Offset at which a sentence begins."""
        return self.sentences[sentence - 1] if sentence else 0


def _items(text: str, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Give where each entry of a list begins and ends; one alone is no list."""
    starts = sorted({match.start() for match in _ITEM.finditer(text)} | heads)
    if len(starts) < _LEAST_ITEMS:
        return
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        gap = _BREAK.search(text, start, following)
        alone = gap is not None and start in heads and gap.start() - start <= _HEAD
        yield start, gap.start() if gap and not alone else following


_HEAD = 60
"""Characters at most of a line that only heads the lines after it, and of what stands before the place in a head."""
_BEFORE = re.compile(
    r"[\s*•·▪#>(–—-]*(?:(?:(?:[A-Za-z]{0,3}-?\d[\w/.:-]*|\(?[a-z]\)|(?:row|incident|case|item|entry|complaint|violation|event|no|mon|tue|wed|thu|fri|sat"
    r"|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?|night|morning|evening|afternoon|early|late)(?:\s*\([^()\n]{1,30}\))?)[\s,.:|–—-]*)*",
    re.IGNORECASE,
)
"""What may stand before the place that heads an entry: a mark, a number, a day, an hour."""
_AFTER = re.compile(
    r"(?:\s(?:direction|sector|front|axis|section|area))?(?:\s*\([^()\n]{1,40}\))?(?:,[^.:|\na-z]*(?:[A-Z]\w*[^.:|\na-z]*)*)?\s*(?:[.:|](?=\s)|[–—-]\s)"
)
"""What ends such a head: a stop, a colon, a rule; before it what the place lies in and the day."""


def _heads(text: str, places: Sequence[Place]) -> frozenset[int]:
    """Return where the lines start that a place heads, where several places head lines."""
    found: dict[int, str] = {}
    for place in places:
        for span in place.spans:
            start = text.rfind("\n", 0, span.start) + 1
            if span.start - start > _HEAD or not _BEFORE.fullmatch(text, start, span.start) or not _AFTER.match(text, span.end):
                continue
            found[start] = place.key
    return frozenset(found) if len(set(found.values())) > 1 else frozenset()


_LEAST_ITEMS = 2


def headline_end(text: str) -> int:
    """Return the offset after a heading over the whole text: a short first line without a full stop, above a paragraph; 0 without one."""
    first, gap, _ = text.partition("\n\n")
    line = first.strip()
    return len(first) if gap and line and "\n" not in line and len(line) <= _HEADLINE and not _CLOSED.search(line) else 0
