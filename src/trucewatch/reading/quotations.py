"""Text → quotations: what stands between quotation marks, straight or curly, double or single, balanced or not.

A quotation that its paragraph leaves open runs on where the next paragraph opens with the same mark (newspaper practice); one that is
left open for good ends with its paragraph. Marks inside a quotation stay part of it. Apostrophes are no marks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.reading.parse import Parse
from trucewatch.reading.tree import Tree
from trucewatch.records.span import Span

_MARK = re.compile(r"""["“”„«»]|(?<!\w)['‘`]+|['’]+(?!\w)""")
_OPENERS = "“„«"
_CLOSERS = "”»"
_ELISION = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|cause\b|tis\b|twas\b|n['’])", re.IGNORECASE)
_STOPS = ("", ".", "!", "?", "”", "’", '"', "'")
_FINAL = ",.?!…—–-"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation inside one paragraph. ``words`` excludes the marks, ``marked`` includes them; ``first`` and ``last`` bound the
    tokens of ``words``, end-exclusive. ``follows``: it continues the quotation the paragraph before left open."""

    words: Span
    marked: Span
    first: int
    last: int
    closed: bool
    follows: bool
    utterance: bool
    """True where it reads like something said (it ends as a sentence or clause does), False for quoted words and phrases."""


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    end: int
    sort: str
    opens: bool
    closes: bool
    after_s: bool = False


def find_quotations(parse: Parse, tree: Tree) -> tuple[Quotation, ...]:
    """Return the quotations of a parse in text order; they never overlap."""
    found: list[Quotation] = []
    left_open = ""
    marks = _marks(parse.text)
    at = 0
    for paragraph in parse.paragraphs:
        inside = []
        while at < len(marks) and marks[at].at < paragraph.end:
            inside.append(marks[at])
            at += 1
        if not inside:
            left_open = ""
            continue
        carried, left_open = left_open, ""
        for open_mark, close_mark in _pair(inside):
            start, end = open_mark.end, close_mark.at if close_mark else paragraph.end
            first, last = bisect_left(tree.start, start), bisect_left(tree.start, end)
            if first >= last:
                continue
            follows = carried == open_mark.sort and open_mark.at == paragraph.start
            found.append(_quotation(parse, open_mark, close_mark, Span(start, end), (first, last), follows=follows))
            if close_mark is None:
                left_open = open_mark.sort
    return tuple(found)


def _quotation(parse: Parse, opened: _Mark, closed: _Mark | None, words: Span, tokens: tuple[int, int], *, follows: bool) -> Quotation:
    text = words.of(parse.text)
    trimmed = Span(words.start + len(text) - len(text.lstrip()), words.end - len(text) + len(text.rstrip()))
    after = parse.text[closed.end : closed.end + 1] if closed else ""
    body = trimmed.of(parse.text)
    before = parse.text[max(0, opened.at - 4) : opened.at].rstrip()[-1:]
    utterance = (
        follows
        or (after == "," and body[:1].isupper() and before in _STOPS)
        or closed is None
        or body[-1] in _FINAL
        or body[-2:] in ("”’", ".'", ".’", ",'", ",’")
        or (after in (",", ".", "?", "!") and body[:1].isupper() and body.count(" ") >= 3)
    )
    return Quotation(trimmed, Span(opened.at, closed.end if closed else words.end), *tokens, closed is not None, follows, utterance)


def _pair(marks: list[_Mark]) -> Iterator[tuple[_Mark, _Mark | None]]:
    """Yield opening and closing marks of one paragraph; inner marks of another sort are passed over."""
    opened: _Mark | None = None
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.opens and not (mark.sort == "'" and not _closes_later(marks[number + 1 :], "'")):
                opened = mark
        elif mark.sort == opened.sort and mark.closes:
            if mark.sort == "'" and not mark.opens and _possessive(mark, marks[number + 1 :]):
                continue
            yield opened, mark
            opened = None
        elif mark.sort == opened.sort and mark.opens:
            yield opened, _Mark(mark.at, mark.at, mark.sort, opens=False, closes=True)
            opened = mark
    if opened is not None and opened.sort == '"':
        yield opened, None


def _closes_later(marks: list[_Mark], sort: str) -> bool:
    return any(mark.sort == sort and mark.closes for mark in marks)


def _possessive(mark: _Mark, later: list[_Mark]) -> bool:
    """Guess that a closing single mark after an s is a possessive ("the officials' claim") when another closes before any opens."""
    following = next((other for other in later if other.sort == "'"), None)
    return mark.after_s and following is not None and following.closes and not following.opens


def _marks(text: str) -> list[_Mark]:
    """Return the quotation marks of ``text`` with the sides they may stand on, judged by the characters around them."""
    marks = []
    for match in _MARK.finditer(text):
        at, end, sign = match.start(), match.end(), match.group()
        before, after = text[at - 1 : at], text[end : end + 1]
        if sign[0] in _OPENERS or sign[0] in _CLOSERS:
            marks.append(_Mark(at, end, '"', sign[0] in _OPENERS, sign[0] in _CLOSERS))
            continue
        if sign[0] != '"' and _ELISION.match(text, at):
            continue
        space_before, space_after = not before.strip() or before in "([{—–-", not after.strip() or after in ".,;:?!)]}—–-"
        double = sign == '"' or sign in ("''", "``", "’’", "‘‘")
        if sign in ("‘", "`", "``", "‘‘"):
            opens, closes = True, False
        elif sign in ("’", "’’"):
            opens, closes = False, True
        else:
            opens = space_before or not space_after
            closes = space_after or not space_before
            if space_before and not space_after:
                closes = False
            elif space_after and not space_before:
                opens = False
        after_s = before in ("s", "S") and after == " "
        marks.append(_Mark(at, end, '"' if double else "'", opens, closes, after_s))
    return marks
