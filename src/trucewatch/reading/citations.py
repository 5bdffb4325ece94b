"""Parse → citations: every place where the text cites somebody, as token ranges, before speakers are resolved.

A citation has a cue, a source phrase and content, and the kind of its cue: an act of saying, or a belief, wish, attitude or finding that
the text ascribes to somebody. Quotation marks lead, the dependency tree follows: what is said in full quotation marks is placed by the
words beside the marks, all else by the frame in which the cue word stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trucewatch.reading.cues import Sense
from trucewatch.reading.view import Range, View


@dataclass(slots=True)
class Citation:
    """One attribution while it is being put together. ``head`` is the token of the cue's head word; ranges are in text order.

    ``governed`` are words over the cue that belong to it ("declined to say"): they may withhold or hedge what is said.
    """

    head: int
    lemma: str
    sense: Sense
    rule: str
    cue: Range
    content: list[Range] = field(default_factory=list)
    source: list[Range] = field(default_factory=list)
    source_head: int | None = None
    governed: list[int] = field(default_factory=list)
    addressee: Range | None = None
    withheld: bool = False

    @property
    def first(self) -> int:
        """The first token of the content, or of the cue where there is none."""
        return min((start for start, _ in self.content), default=self.cue[0])


class Holders[Value]:
    """What is held by the content of citations, looked up by a token: kept by paragraph, so that a long text costs no more a word."""

    def __init__(self, view: View, pairs: Iterable[tuple[Citation, Value]] = ()) -> None:
        self._view = view
        self._paragraphs: dict[int, list[tuple[Citation, Value]]] = {}
        for citation, value in pairs:
            self.add(citation, value)

    def add(self, citation: Citation, value: Value) -> None:
        """Keep ``value`` for the paragraphs the content of ``citation`` touches."""
        touched = {
            number for start, end in citation.content for number in range(self._view.paragraph(start), self._view.paragraph(end - 1) + 1)
        }
        for number in sorted(touched):
            self._paragraphs.setdefault(number, []).append((citation, value))

    def near(self, at: int) -> list[tuple[Citation, Value]]:
        """Return what touches the paragraph of token ``at``."""
        return self._paragraphs.get(self._view.paragraph(at), [])

    def around(self, at: int) -> Iterator[tuple[Citation, Value]]:
        """Yield what holds token ``at`` in its content."""
        for citation, value in self.near(at):
            if any(start <= at < end for start, end in citation.content):
                yield citation, value
