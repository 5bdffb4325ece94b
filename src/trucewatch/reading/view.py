"""One parse as the attribution rules look at it: tree, quotations, and which quotation and sentence each token stands in."""

from bisect import bisect_right
from dataclasses import dataclass

from trucewatch.reading.parse import Parse
from trucewatch.reading.quotations import Quotation, find_quotations
from trucewatch.reading.tree import Tree

type Range = tuple[int, int]
"""Token indexes, end-exclusive."""

TERMINATORS = frozenset((".", "!", "?", ";", "…"))
MARKS = frozenset(('"', "“", "”", "„", "«", "»", "'", "‘", "’", "''", "``", "`"))
_BOUNDARIES = TERMINATORS | {":", "…"}
_DASHES = frozenset(("-", "—", "–", "--"))
_EDGE = frozenset((",", ";", ":", "—", "–", "-", "--", "."))


@dataclass(frozen=True, slots=True)
class View:
    """Tree and quotations of one parse. ``quoted`` gives each token's quotation by number, −1 outside; ``starts`` the sentences' first
    tokens, ``openings`` and ``opens`` the offsets at which paragraphs begin."""

    parse: Parse
    tree: Tree
    quotations: tuple[Quotation, ...]
    quoted: list[int]
    starts: list[int]
    openings: frozenset[int]
    opens: list[int]

    @classmethod
    def of(cls, parse: Parse) -> "View":
        """Look at ``parse``."""
        tree = parse.tree
        quotations = find_quotations(parse, tree)
        quoted = [-1] * len(tree)
        for number, quotation in enumerate(quotations):
            size = quotation.last - quotation.first
            quoted[quotation.first : quotation.last] = [number] * size
        starts = [token.i for token in parse.doc if token.is_sent_start or token.i == 0]
        opens = [paragraph.start for paragraph in parse.paragraphs]
        return cls(parse, tree, quotations, quoted, starts, frozenset(opens), opens)

    def sentence(self, at: int) -> Range:
        """Return the sentence around token ``at``: the parser's, joined to its neighbours where no stop or paragraph parts them."""
        number = bisect_right(self.starts, at) - 1
        first, last = number, number + 1
        while first > 0 and not self._parted(self.starts[first]):
            first -= 1
        while last < len(self.starts) and not self._parted(self.starts[last]):
            last += 1
        return self.starts[first], self.starts[last] if last < len(self.starts) else len(self.tree)

    def _parted(self, start: int) -> bool:
        """Tell whether a real boundary stands before the sentence that opens at token ``start``: a stop, a dateline's dash, a paragraph."""
        lower = self.tree.lower
        if self.tree.start[start] in self.openings or lower[start - 1] in _BOUNDARIES or lower[start - 1].endswith("."):
            return True
        if lower[start - 1] in _DASHES:
            return True
        return lower[start - 1] in MARKS and start > 1 and lower[start - 2] in _BOUNDARIES

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph token ``at`` stands in."""
        return bisect_right(self.opens, self.tree.start[at])

    def quotation(self, at: int) -> Quotation | None:
        """Return the quotation token ``at`` stands in, or None."""
        number = self.quoted[at]
        return self.quotations[number] if number >= 0 else None

    def trim(self, start: int, end: int) -> Range:
        """Return ``[start, end)`` without punctuation and quotation marks that bound nothing at its edges."""
        lower, pos = self.tree.lower, self.tree.pos
        while start < end and (lower[start] in _EDGE or pos[start] == "SPACE"):
            start += 1
        while end > start and (lower[end - 1] in _EDGE or pos[end - 1] == "SPACE") and self.quoted[end - 1] < 0:
            end -= 1
        return start, end

    def whole(self, start: int, end: int, cue: int) -> Range:
        """Return ``[start, end)`` grown over quotations it cuts, and kept inside the quotation the cue itself stands in."""
        around = self.quotation(cue)
        if around is not None:
            return max(start, around.first), min(end, around.last)
        if end > start:
            last = self.quotation(end - 1)
            if last is not None and last.first >= start:
                end = max(end, last.last)
            first = self.quotation(start)
            if first is not None and first.last <= end:
                start = min(start, first.first)
        return start, end


def view_of(parse: Parse) -> View:
    """Return the view of ``parse``, made once: several steps look at the same text."""
    kept = parse.notes.get("view")
    if not isinstance(kept, View):
        kept = parse.notes["view"] = View.of(parse)
    return kept
