"""Content ranges → exact spans: without quotation marks, split at the cue and where quoted and unquoted words meet."""

from trucewatch.reading.citations import Citation
from trucewatch.reading.view import Range, View
from trucewatch.records.span import Span
from trucewatch.records.terms import Mode

_STRIP_BEFORE = " \t\n,;:—–-"
_STRIP_AFTER = " \t\n,;:—–-."
_SIGNS = "\"“”„«»'‘’`"


def content_spans(view: View, citation: Citation) -> tuple[Span, ...]:
    """Return the spans of a citation's content in text order."""
    spans: list[Span] = []
    for range_ in citation.content:
        spans.extend(_split(view, range_, view.quoted[citation.head]))
    return tuple(spans)


def _split(view: View, range_: Range, around: int) -> list[Span]:
    """Split one range where quoted and unquoted words meet. ``around`` is the quotation the cue itself stands in, which splits nothing."""
    tree, spans = view.tree, []
    at, end = range_
    while at < end:
        number = view.quoted[at] if view.quoted[at] != around else -1
        stop = at + 1
        while stop < end and (view.quoted[stop] if view.quoted[stop] != around else -1) == number:
            stop += 1
        start_offset, end_offset = tree.start[at], tree.end[stop - 1]
        if number >= 0:
            words = view.quotations[number].words
            spans.append(Span(max(start_offset, words.start), min(end_offset, words.end)))
        else:
            spans.extend(_stripped(view, start_offset, end_offset))
        at = stop
    return [span for span in spans if span.end > span.start]


def _stripped(view: View, start: int, end: int) -> list[Span]:
    """Return the span of unquoted words without marks and punctuation at its edges, or nothing where no word is left."""
    text = view.parse.text
    while start < end and text[start] in _STRIP_BEFORE + _SIGNS:
        start += 1
    while end > start and (text[end - 1] in _STRIP_AFTER + _SIGNS) and not _abbreviation(view, end):
        end -= 1
    return [Span(start, end)] if start < end else []


def _abbreviation(view: View, end: int) -> bool:
    """Tell whether the full stop before ``end`` belongs to a word ("U.S.")."""
    text = view.parse.text
    return text[end - 1] == "." and end >= 4 and text[end - 3] == "." and text[end - 2].isupper()


def mode_of(view: View, citation: Citation) -> Mode:
    """Return whether the content is quoted in full, in part, or not at all."""
    if citation.rule == "inscription":
        return "inscription"
    around = view.quoted[citation.head]
    states = {
        view.quoted[at] >= 0 and view.quoted[at] != around for start, end in citation.content for at in range(start, end) if _word(view, at)
    }
    if states == {True}:
        return "direct"
    return "mixed" if True in states else "indirect"


def _word(view: View, at: int) -> bool:
    return view.tree.pos[at] not in ("PUNCT", "SPACE")
