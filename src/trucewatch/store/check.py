"""Is a case still what its log says? → the problems, each with its place, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from trucewatch.records.capture import Item
from trucewatch.store.blobs import Blobs
from trucewatch.store.database import Database
from trucewatch.store.ledger import FIRST, Entry, entries, rows_digest
from trucewatch.store.shapes import from_json
from trucewatch.store.tables import RECORDED


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was recorded: where, and what."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Check:
    """The result of a verification: how much was looked at, and what was wrong. ``head`` is the hash of the last entry."""

    entries: int
    rows: int
    blobs: int
    head: str
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """True where nothing is wrong."""
        return not self.problems


def check(database: Database, blobs: Blobs) -> Check:
    """Recompute the whole chain, the digests of all rows that it vouches for, and the hash of every blob."""
    try:
        with database.reading() as connection:
            return _check(connection, blobs)
    except DatabaseError as error:
        return Check(0, 0, 0, FIRST, (Problem("case.db", f"cannot be read ({error.orig}); restore it from a copy"),))


def _check(connection: Connection, blobs: Blobs) -> Check:
    problems: list[Problem] = []
    known = list(entries(connection))
    problems += _chain(known)
    for entry in known:
        problems += _rows(connection, entry)
    problems += _strangers(connection, {entry.entry for entry in known})
    count = 0
    for row in connection.execute(select(RECORDED["items"].c.id, RECORDED["items"].c.record)):
        count += 1
        wrong = blobs.problem(row.id)
        if wrong:
            problems.append(Problem(f"blob {row.id} ({_path_of(row.record)})", wrong))
    rows = sum(connection.execute(select(func.count()).select_from(table)).scalar() or 0 for table in RECORDED.values())
    return Check(len(known), rows, count, known[-1].hash if known else FIRST, tuple(problems))


def _path_of(record: str) -> str:
    """The path an item was captured from, as far as its row can still be read."""
    try:
        return from_json(Item, record).original_path or "path unknown"
    except ValueError:
        return "its record cannot be read"


def _chain(known: list[Entry]) -> Iterator[Problem]:
    """Entries that are missing, out of place, or changed."""
    previous, expected, at = FIRST, 1, ""
    for entry in known:
        where = f"log entry {entry.entry} ({entry.kind})"
        if entry.entry != expected:
            yield Problem(where, f"follows entry {expected - 1}: entries between are missing")
        if entry.previous != previous:
            yield Problem(where, "does not follow from the entry before it")
        if entry.hash != entry.computed_hash():
            yield Problem(where, "was changed after it was written")
        if entry.at < at:
            yield Problem(where, "is dated before the entry before it")
        previous, expected, at = entry.hash, entry.entry + 1, entry.at


def _rows(connection: Connection, entry: Entry) -> Iterator[Problem]:
    """Rows that the entry reported and that are missing, changed or too many."""
    try:
        reported = entry.facts.get("rows", {})
    except ValueError:
        return
    for name, table in RECORDED.items():
        count, digest = reported.get(name, (0, "")) if isinstance(reported, dict) else (0, "")
        query = select(table).where(table.c.entry == entry.entry).order_by(table.c.position)
        found = [row._asdict() for row in connection.execute(query)]
        where = f"{name} of log entry {entry.entry} ({entry.kind}, {entry.at})"
        if len(found) != count:
            yield Problem(where, f"{count} rows were reported, {len(found)} are there")
        elif count and rows_digest(found) != digest:
            yield Problem(where, "were changed after they were recorded")


def _strangers(connection: Connection, known: set[int]) -> Iterator[Problem]:
    """Rows that no entry reported."""
    for name, table in RECORDED.items():
        for (number,) in connection.execute(select(table.c.entry).distinct().order_by(table.c.entry)):
            if number not in known:
                yield Problem(f"{name} of log entry {number}", "are there, but no such entry is")
