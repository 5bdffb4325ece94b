"""Where the sentences and paragraphs of a text begin, and where its heading ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

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

    @classmethod
    def of(cls, text: str) -> "Layout":
        """Divide a text."""
        return cls(
            tuple(match.end() for match in _SENTENCE.finditer(text)),
            tuple(match.end() for match in _PARAGRAPH.finditer(text)),
            tuple(_items(text)),
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

    def opening(self, sentence: int) -> int:
        """Offset at which a sentence begins."""
        return self.sentences[sentence - 1] if sentence else 0


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Give where each entry of a list begins and ends; one alone is no list."""
    starts = [match.start() for match in _ITEM.finditer(text)]
    if len(starts) < _LEAST_ITEMS:
        return
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        gap = _BREAK.search(text, start, following)
        yield start, gap.start() if gap else following


_LEAST_ITEMS = 2


def headline_end(text: str) -> int:
    """Return the offset after a heading over the whole text: a short first line without a full stop, above a paragraph; 0 without one."""
    first, gap, _ = text.partition("\n\n")
    line = first.strip()
    return len(first) if gap and line and "\n" not in line and len(line) <= _HEADLINE and not _CLOSED.search(line) else 0
