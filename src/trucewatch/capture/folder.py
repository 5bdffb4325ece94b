"""Paths a person names → the files to take, in a stable order. Links that lead out of a named folder and special files are not opened."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from trucewatch.capture.limits import DEFAULT, ItemFailed, Limits, megabytes
from trucewatch.records.capture import Failure


def files_in(paths: Iterable[Path | str], limits: Limits = DEFAULT) -> Iterator[Path | Failure]:
    """Yield every file under ``paths`` by sorted name, a Failure for each that may not be opened. Hidden files and cases are passed over.

    A path that the person names is followed even if it is a link; inside a folder a link is followed only to a file in that folder.
    """
    left = limits.folder_files
    for named in map(Path, paths):
        if not named.exists():
            yield Failure(str(named), "does not exist" if not named.is_symlink() else "is a link to nothing")
            continue
        if not named.is_dir():
            yield named
            continue
        if _is_case(named):
            yield Failure(str(named), "is a case; add the reports themselves")
            continue
        for found in _walk(named, named.resolve(), limits.folder_depth):
            if left == 0:
                yield Failure(str(named), f"holds more than {limits.folder_files:,} files; the rest was not taken")
                return
            left -= 1
            yield found


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file, at most ``limit``. Raises ItemFailed where it is none, is empty, too large or not readable."""
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise ItemFailed(f"is too large ({megabytes(size)}; the limit for its kind is {megabytes(limit)})")
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise ItemFailed(f"cannot be read: {error.strerror}") from error
    if len(data) > limit:
        raise ItemFailed(f"is too large (the limit for its kind is {megabytes(limit)})")
    return data


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading, never waiting on a pipe or device. Raises ItemFailed with the reason in words."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except PermissionError as error:
        raise ItemFailed("may not be read: its permissions forbid it") from error
    except OSError as error:
        raise ItemFailed(f"cannot be opened: {error.strerror}") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ItemFailed("is no regular file (a pipe, a socket or a device)")
    return os.fdopen(descriptor, "rb")


def _walk(folder: Path, root: Path, depth: int) -> Iterator[Path | Failure]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(str(folder), f"cannot be listed: {error.strerror}")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield _link(path, root)
        elif entry.is_dir(follow_symlinks=False):
            if _is_case(path):
                continue
            if depth == 0:
                yield Failure(str(path), "lies too deep in the folder; add it by its own path")
            else:
                yield from _walk(path, root, depth - 1)
        else:
            yield path


def _is_case(folder: Path) -> bool:
    """Whether a folder is a case: its own files are no reports, and a case is often made beside them."""
    return (folder / "case.toml").is_file() and (folder / "case.db").is_file()


def _link(path: Path, root: Path) -> Path | Failure:
    """A link inside a folder: taken when it leads to a file of the same folder."""
    target = path.resolve()
    if not target.is_relative_to(root):
        return Failure(str(path), "is a link that leads out of the folder; add what it leads to by its own path")
    if not target.is_file():
        return Failure(str(path), "is a link to no file")
    return path
