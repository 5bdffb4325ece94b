"""Captured bytes, each under its SHA-256. A blob is on disk, whole and synced, before any row names it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Staged:
    """Bytes on their way in: copied and hashed, not yet kept."""

    path: Path
    sha: str
    size: int


class TooLarge(ValueError):
    """The stream holds more bytes than it may."""


class Blobs:
    """The ``blobs/`` folder of a case: ``ab/abcd…`` by SHA-256, files read-only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / "incoming"

    def path(self, sha: str) -> Path:
        """Return where the blob ``sha`` stands, or would."""
        return self.folder / sha[:2] / sha

    @contextmanager
    def staged(self, source: BinaryIO, limit: int) -> Iterator[Staged]:
        """Copy ``source`` beside the blobs and hash it; the copy is gone afterwards unless ``keep`` was called.

        Raises TooLarge beyond ``limit`` bytes, OSError where it cannot be read or written.
        """
        self._incoming.mkdir(parents=True, exist_ok=True)
        descriptor, name = mkstemp(dir=self._incoming)
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as target:
                hashed, size = sha256(), 0
                while chunk := source.read(_CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise TooLarge(size)
                    hashed.update(chunk)
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            yield Staged(path, hashed.hexdigest(), size)
        finally:
            path.unlink(missing_ok=True)

    def keep(self, staged: Staged) -> None:
        """Put a staged copy in its place, for good. Doing so twice changes nothing."""
        target = self.path(staged.sha)
        if target.exists():
            return
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            _sync(self.folder)
        staged.path.chmod(0o444)
        staged.path.replace(target)
        _sync(target.parent)

    def read(self, sha: str) -> bytes:
        """Return the bytes of a blob. Raises FileNotFoundError where it is missing."""
        return self.path(sha).read_bytes()

    def problem(self, sha: str) -> str | None:
        """Return what is wrong with a blob, or None where its bytes are those it is named for."""
        try:
            with self.path(sha).open("rb") as file:
                hashed = sha256()
                while chunk := file.read(_CHUNK):
                    hashed.update(chunk)
        except OSError as error:
            return f"missing or not readable ({error.strerror})"
        return None if hashed.hexdigest() == sha else "its bytes are not those that were captured"


def _sync(folder: Path) -> None:
    """Make a rename in ``folder`` last; systems that cannot open folders do without."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
