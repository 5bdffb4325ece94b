"""One text, no case: ``read`` gives its statements, claims and incidents; ``read_files`` those of files in any format that is captured."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import batched
from pathlib import Path

from trucewatch.capture.decode import decode
from trucewatch.capture.files import capture_file, inspect
from trucewatch.capture.folder import files_in, read_bytes
from trucewatch.capture.kinds import TABLES
from trucewatch.capture.limits import DEFAULT, ItemFailed
from trucewatch.capture.tables import Given, read_table
from trucewatch.capture.texts import document_of
from trucewatch.capture.worker import Worker
from trucewatch.judging import judge
from trucewatch.matching import match
from trucewatch.reading.reader import Reader
from trucewatch.records.analysis import Analysis, Contradiction, Incident
from trucewatch.records.assertion import Claim, Reading, Statement, Warning
from trucewatch.records.capture import Document, Failure


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
    return _judged(document, _reader().read(document))


def _judged(document: Document, reading: Reading) -> Result:
    grouping = match([reading], {document.id: document})
    return Result(document, reading, judge(grouping, [reading], {document.id: document}))


_BATCH = 16
"""Articles parsed together: enough for speed, few enough that the first results come soon."""


def read_files(paths: Iterable[Path | str], *, published: date | None = None, source: str | None = None) -> Iterator[Result | Failure]:
    """Read files without a case, each article on its own, in the order given; a Failure stands in the place of what could not be read.

    Folders are read file by file, tables of articles row by row. ``published`` and ``source`` outrank what a file says of itself.
    """
    for batch in batched(documents_in(paths, Given(published, source)), _BATCH):
        readings = _reader().read_many([each for each in batch if isinstance(each, Document)])
        for each in batch:
            yield _judged(each, next(readings)) if isinstance(each, Document) else each


def documents_in(paths: Iterable[Path | str], given: Given) -> Iterator[Document | Failure]:
    """Yield the documents of files in the order given, a Failure in the place of each that cannot be taken."""
    with Worker(DEFAULT) as worker:
        for path in files_in(paths):
            if isinstance(path, Failure):
                yield path
                continue
            try:
                yield from _documents_of(path, given, worker)
            except ItemFailed as error:
                yield Failure(str(path), str(error))


def _documents_of(path: Path, given: Given, worker: Worker) -> Iterator[Document | Failure]:
    kind, limit = inspect(path)
    if kind in TABLES:
        text, _ = decode(read_bytes(path, limit))
        yield from read_table(text, kind, given=given, path=str(path), item=None, limits=DEFAULT)
        return
    captured = capture_file(path, worker=worker, given=given)
    documents: Sequence[Document | Failure] = captured.documents or [Failure(str(path), "holds no text to read")]
    yield from documents
