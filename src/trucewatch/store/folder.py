"""The folder that is a case: ``case.toml``, ``case.db`` and ``blobs/``. Copy the folder and you have copied the case."""

import os
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from trucewatch.store.blobs import Blobs
from trucewatch.store.database import Database, NewerCase
from trucewatch.store.ledger import append, horizon

FORMAT = 1
_OURS = frozenset({"blobs", "case.db", "case.db-wal", "case.db-shm", "case.toml", "case.toml.new"})


class NotACase(ValueError):
    """The folder holds no case, or cannot become one; the message says what to do."""


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """An open case folder. ``name`` is what its products call it."""

    path: Path
    name: str
    created: str
    database: Database
    blobs: Blobs


def create(path: Path, name: str | None, at: datetime) -> CaseFolder:
    """Make a case in a new or empty folder. ``case.toml`` is written last: a folder that has it is whole.

    Raises NotACase where the folder holds a case, or anything else.
    """
    if (path / "case.toml").exists():
        raise NotACase(f"{path} is a case already; add files to it, or choose another folder")
    if path.exists() and (not path.is_dir() or any(entry.name not in _OURS for entry in path.iterdir())):
        raise NotACase(f"{path} is not an empty folder; choose a new one for the case")
    (path / "blobs").mkdir(parents=True, exist_ok=True)
    database = Database(path / "case.db")
    database.migrate()
    with database.writing() as connection:
        if not horizon(connection, None):
            append(connection, "created", at, {"format": FORMAT})
    database.close()
    label = name or path.resolve().name
    settings = f"# A case of trucewatch. Copy the whole folder to copy the case.\nformat = {FORMAT}\nname = {_quoted(label)}\n"
    draft = path / "case.toml.new"
    with draft.open("w", encoding="utf-8") as file:
        file.write(settings + f"created = {_quoted(at.isoformat(timespec='seconds'))}\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path / "case.toml")
    return open_folder(path)


def open_folder(path: Path) -> CaseFolder:
    """Open the case in ``path``. Raises NotACase where there is none, or its settings cannot be read."""
    try:
        with (path / "case.toml").open("rb") as file:
            settings = tomllib.load(file)
    except FileNotFoundError as error:
        raise NotACase(f"{path} is not a case; make one with: trucewatch new {path}") from error
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise NotACase(f"{path / 'case.toml'} cannot be read: {error}") from error
    if settings.get("format") != FORMAT:
        raise NotACase(f"{path} has format {settings.get('format')!r}; this version of trucewatch knows {FORMAT}")
    if not (path / "case.db").is_file():
        raise NotACase(f"{path} has lost its case.db; restore it from a copy")
    database = Database(path / "case.db")
    try:
        database.migrate()
    except NewerCase as error:
        raise NotACase(f"{path}: {error}") from error
    except DatabaseError as error:
        raise NotACase(f"{path / 'case.db'} cannot be used ({error.orig}); if it is damaged, restore it from a copy") from error
    return CaseFolder(path, str(settings.get("name") or path.name), str(settings.get("created") or ""), database, Blobs(path / "blobs"))


def _quoted(text: str) -> str:
    """``text`` as a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04X}" for letter in escaped) + '"'
