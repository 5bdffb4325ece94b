"""The event log: everything that happens to a case, each entry hashed over the one before it and over the rows it reports.

An entry holds ids, hashes and numbers, never words of a text or names of people: the log may be shown where the case may not.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from trucewatch.store.shapes import canonical, digest
from trucewatch.store.tables import RECORDED, log

FIRST = "0" * 64
"""What the first entry names as the hash before it."""

type Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``body`` is JSON; ``body["rows"]`` gives, for each table, how many rows the entry reports and their digest."""

    entry: int
    at: str
    kind: str
    body: str
    previous: str
    hash: str

    @property
    def facts(self) -> dict[str, object]:
        """The body as values."""
        facts: dict[str, object] = json.loads(self.body)
        return facts

    def computed_hash(self) -> str:
        """The hash the entry ought to carry."""
        return digest(canonical({"at": self.at, "body": self.body, "entry": self.entry, "kind": self.kind, "previous": self.previous}))


def append(
    connection: Connection, kind: str, at: datetime, facts: Row | None = None, rows: Mapping[str, Sequence[Row]] | None = None
) -> Entry:
    """Add an entry of ``kind`` and the ``rows`` (by table name) that it reports, in one transaction of a writing connection.

    Time in the log never runs backwards: an ``at`` earlier than the entry before is raised to it, so that an entry number is a point in
    time too.
    """
    rows = {name: added for name, added in (rows or {}).items() if added}
    last = _last(connection)
    body = canonical({**(facts or {}), "rows": {name: [len(added), rows_digest(added)] for name, added in rows.items()}})
    moment = max(stamp(at), last.at if last else "")
    draft = Entry(last.entry + 1 if last else 1, moment, kind, body, last.hash if last else FIRST, "")
    entry = Entry(draft.entry, draft.at, kind, body, draft.previous, draft.computed_hash())
    connection.execute(insert(log).values(entry=entry.entry, at=moment, kind=kind, body=body, previous=entry.previous, hash=entry.hash))
    for name, added in rows.items():
        connection.execute(insert(RECORDED[name]), [{**row, "entry": entry.entry} for row in added])
    return entry


def entries(connection: Connection, kind: str | None = None) -> Iterator[Entry]:
    """Yield the entries in order, of one kind or of all."""
    query = select(log).order_by(log.c.entry)
    for row in connection.execute(query if kind is None else query.where(log.c.kind == kind)):
        yield Entry(*row)


def horizon(connection: Connection, at: datetime | None) -> int:
    """Return the number of the last entry at or before ``at`` (None: the last of all); 0 where there is none."""
    query = select(func.max(log.c.entry))
    return connection.execute(query if at is None else query.where(log.c.at <= stamp(at))).scalar() or 0


def rows_digest(rows: Sequence[Row]) -> str:
    """Return the digest of rows in their order: over one canonical line for each, without the columns the log itself gives them."""
    lines = (canonical({key: value for key, value in row.items() if key not in ("entry", "position")}) for row in rows)
    return digest("\n".join(lines))


def stamp(at: datetime) -> str:
    """Return a time as the log writes it: UTC, microseconds, sorted as text. Raises ValueError on a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time in a case needs its time zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _last(connection: Connection) -> Entry | None:
    row = connection.execute(select(log).order_by(log.c.entry.desc()).limit(1)).first()
    return Entry(*row) if row else None
