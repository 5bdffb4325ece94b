"""Text → its paragraphs: parted by blank lines, by list points and headings, and by every line end where lines are not hard-wrapped."""

import re
from itertools import pairwise

from trucewatch.records.span import Span

_POINT = re.compile(r"\s*(?:[-*•·▪–—]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s)")
FIELD = re.compile(r"[A-Z][\w ()/'’-]{1,38}: ?\S.{0,80}$")
"""A line of a form: "Civilians killed: 4-7"."""
_BREAK = re.compile("\n")
_GAP = re.compile(r"(?<=[.!?\"”]) {3,}(?=\S)")
_END = (".", "!", "?", ":", ";", '"', "”", "…", ")", "]")
_WIDEST = 100
"""The longest line of hard-wrapped text."""


def divide(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of ``text``, in order, without the white space around them."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    spans: list[Span] = []
    open_at, last = -1, Span(0, 0)
    for line in lines:
        words = text[line.start : line.end]
        if not words.strip():
            if open_at >= 0:
                spans.append(_trimmed(text, open_at, last.end))
            open_at = -1
            continue
        if open_at >= 0 and _parted(text[last.start : last.end], words, width):
            spans.append(_trimmed(text, open_at, last.end))
            open_at = -1
        if open_at < 0:
            open_at = line.start
        last = line
    if open_at >= 0:
        spans.append(_trimmed(text, open_at, last.end))
    return tuple(spans)


def _lines(text: str) -> list[Span]:
    """Return the lines of ``text``; where it has lost its line ends, what stands between wide gaps after end marks."""
    ends = _GAP if "\n" not in text else _BREAK
    spans, start = list[Span](), 0
    for found in ends.finditer(text):
        spans.append(Span(start, found.start()))
        start = found.end()
    return [*spans, Span(start, len(text))]


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Return the width at which lines are broken, 0 where they are not: most lines inside paragraphs are nearly as long as the longest,
    and many end in the middle of a sentence."""
    words = [text[line.start : line.end].rstrip() for line in lines]
    width = max(map(len, words), default=0)
    inside = [one for one, after in pairwise(words) if one and after.strip()]
    if not 40 <= width <= _WIDEST or len(inside) < 2:
        return 0
    full = sum(len(one) >= 0.7 * width for one in inside)
    open_ended = sum(not one.endswith(_END) for one in inside)
    return width if full * 10 >= len(inside) * 6 and open_ended * 10 >= len(inside) * 4 else 0


def _parted(before: str, line: str, width: int) -> bool:
    """Tell whether a line begins a paragraph although no blank line stands before it."""
    if not width or _POINT.match(line) or (FIELD.match(line) and FIELD.match(before)):
        return True
    indented = len(line) - len(line.lstrip())
    if indented >= 2 and indented > len(before) - len(before.lstrip()):
        return not _POINT.match(before)
    return len(before.rstrip()) < 0.6 * width and not line[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
