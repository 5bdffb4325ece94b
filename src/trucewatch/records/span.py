"""Spans: where words stand in a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Unicode code points ``[start, end)`` into a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the words of ``text`` this span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Return whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Selector:
    """A W3C Web Annotation text-quote and text-position selector: finds the words again even if offsets move."""

    document: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def select(cls, document: str, text: str, span: Span, context: int = 32) -> "Selector":
        """Return the selector of ``span`` in ``text``, with up to ``context`` code points on either side."""
        return cls(
            document=document,
            start=span.start,
            end=span.end,
            exact=span.of(text),
            prefix=text[max(0, span.start - context) : span.start],
            suffix=text[span.end : span.end + context],
        )
