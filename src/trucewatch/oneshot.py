"""One text, no case: ``read`` gives its statements, claims and incidents."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from trucewatch.capture.texts import document_of
from trucewatch.judging import judge
from trucewatch.matching import match
from trucewatch.reading.reader import Reader
from trucewatch.records.analysis import Analysis, Contradiction, Incident
from trucewatch.records.assertion import Claim, Reading, Statement, Warning
from trucewatch.records.capture import Document


@dataclass(frozen=True, slots=True)
class Result:
    """What one text says, before anybody has decided anything."""

    document: Document
    reading: Reading
    analysis: Analysis

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every act of saying, in text order."""
        return self.reading.statements

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in text order."""
        return self.reading.claims

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """What is said to have happened, one incident for each event."""
        return self.analysis.incidents

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Claims of identified sources that cannot all be true."""
        return self.analysis.contradictions

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What a person should look at."""
        return (*self.reading.warnings, *self.analysis.warnings)


@cache
def _reader() -> Reader:
    """The reader of this process: the model is loaded once."""
    return Reader.load()


def read(text: str, *, published: date | str | None = None, source: str | None = None) -> Result:
    """Read one text.

    ``published`` is the publication date as a date or ``YYYY-MM-DD``; without it, what the text itself gives is used and relative dates
    stay unknown where it gives none. ``source`` names the outlet. Raises ValueError on a date that is none.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return analyse(document_of(text, published=day, publisher=source))


def analyse(document: Document) -> Result:
    """Read and judge one captured document on its own."""
    reading = _reader().read(document)
    grouping = match([reading], {document.id: document})
    return Result(document, reading, judge(grouping, [reading], {document.id: document}))
