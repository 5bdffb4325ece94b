"""Paths a person adds → records in the archive: each file inspected, copied and hashed, opened, kept, reported, in that order.

Killed at any point, what was reported as taken is there: a blob is on disk before its rows, the rows before the report.
"""

import errno
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from getpass import getuser
from pathlib import Path

from trucewatch.capture.files import capture_file, inspect
from trucewatch.capture.folder import files_in, open_regular
from trucewatch.capture.kinds import is_media
from trucewatch.capture.limits import DEFAULT, ItemFailed, Limits
from trucewatch.capture.tables import Given
from trucewatch.capture.worker import Worker
from trucewatch.records.capture import Failure, Item
from trucewatch.records.pictures import Likeness
from trucewatch.store.archive import Archive
from trucewatch.store.blobs import Blobs, Staged, TooLarge
from trucewatch.version import __version__

_OUT_OF_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was captured: its item, its media type, how many documents it holds and how many of them are new to the case."""

    path: str
    item: str
    media_type: str
    documents: int
    new: int


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose bytes the case has; ``new_path`` where it was seen at this path for the first time."""

    path: str
    item: str
    new_path: bool


type Outcome = Taken | Known | Failure


@dataclass(slots=True)
class AddReport:
    """What became of everything that was added. ``failed`` holds the rows of tables too."""

    taken: list[Taken] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    repeats: tuple[Likeness, ...] = ()
    """The earlier pictures that those taken may repeat."""

    @property
    def documents(self) -> int:
        """How many documents are new to the case."""
        return sum(each.new for each in self.taken)

    @property
    def exit_status(self) -> int:
        """0 all taken · 1 some failed · 3 nothing to do: there was no file, or every one was known."""
        if self.failed:
            return 1
        return 0 if self.taken or any(each.new_path for each in self.known) else 3

    def note(self, outcome: Outcome) -> None:
        """Add one outcome."""
        match outcome:
            case Taken():
                self.taken.append(outcome)
            case Known():
                self.known.append(outcome)
            case Failure():
                self.failed.append(outcome)


def add(
    archive: Archive,
    blobs: Blobs,
    paths: Iterable[Path | str],
    *,
    given: Given,
    clock: Callable[[], datetime],
    progress: Callable[[Outcome], None] | None = None,
    limits: Limits = DEFAULT,
) -> AddReport:
    """Take every file under ``paths``; ``progress`` hears of each when it is safe. One bad file never stops the rest.

    Raises OSError only where the case itself cannot be written (disk full, read-only).
    """
    report = AddReport()

    def tell(outcome: Outcome) -> None:
        report.note(outcome)
        if progress:
            progress(outcome)

    with Worker(limits) as worker:
        for found in files_in(paths, limits):
            if isinstance(found, Failure):
                archive.fail([found], clock())
                tell(found)
                continue
            shown = os.fsencode(found).decode("utf-8", "replace")
            for outcome in _take(archive, blobs, found, shown, given, worker, limits, clock()):
                tell(outcome)
    return report


def _take(
    archive: Archive, blobs: Blobs, path: Path, shown: str, given: Given, worker: Worker, limits: Limits, at: datetime
) -> list[Outcome]:
    """Take one file and return what became of it: itself, and the rows of a table that failed."""
    sha = None
    try:
        _, limit = inspect(path, limits)
        with open_regular(path) as source, blobs.staged(source, limit) as staged:
            sha = staged.sha
            if archive.knows(sha):
                return [Known(shown, sha, archive.see_again(sha, shown, at))]
            return _capture(archive, blobs, staged, shown, given, worker, limits, at)
    except ItemFailed as error:
        failure = Failure(shown, str(error), sha)
    except TooLarge:
        failure = Failure(shown, "grew beyond the limit for its kind while it was read", sha)
    except OSError as error:
        if error.errno in _OUT_OF_SPACE:
            raise
        failure = Failure(shown, f"cannot be read: {error.strerror}", sha)
    archive.fail([failure], at)
    return [failure]


def _capture(
    archive: Archive, blobs: Blobs, staged: Staged, shown: str, given: Given, worker: Worker, limits: Limits, at: datetime
) -> list[Outcome]:
    captured = capture_file(staged.path, worker=worker, given=given, shown=shown, sha=staged.sha, limits=limits)
    blobs.keep(staged)
    item = Item(
        id=staged.sha,
        media_type=captured.media_type,
        size=staged.size,
        captured_at=at,
        captured_by=_user(),
        method=captured.method,
        tool_version=__version__,
        original_path=shown,
        url=captured.documents[0].url if len(captured.documents) == 1 else None,
        exif=captured.properties,
        published=given.published if is_media(captured.media_type) else None,
        publisher=given.publisher if is_media(captured.media_type) else None,
    )
    new = archive.take(item, captured.documents, captured.failures, at)
    return [Taken(shown, item.id, item.media_type, len(captured.documents), new), *captured.failures]


def _user() -> str:
    """Who runs this, as the system knows them."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
