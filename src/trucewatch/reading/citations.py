"""Parse → citations: every place where the text cites somebody, as token ranges, before speakers are resolved.

A citation has a cue, a source phrase and content, and the kind of its cue: an act of saying, or a belief, wish, attitude or finding that
the text ascribes to somebody. Quotation marks lead, the dependency tree follows: what is said in full quotation marks is placed by the
words beside the marks, all else by the frame in which the cue word stands.
"""

from dataclasses import dataclass, field

from trucewatch.reading.cues import Sense

type Range = tuple[int, int]
"""Token indexes, end-exclusive."""


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
