"""What a case has recorded, as records in and records out. Every change goes through the event log; nothing is ever updated.

``until_entry`` in the queries is a log entry's number: what the case knew at that point (ledger.horizon turns a time into it).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, select, text
from sqlalchemy import Row as Found
from sqlalchemy.dialects.sqlite import insert as insert_or

from trucewatch.records.analysis import Analysis
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document, Failure, Item
from trucewatch.records.decision import Decision
from trucewatch.store import tables
from trucewatch.store.database import Database
from trucewatch.store.ledger import Entry, Row, append, horizon
from trucewatch.store.memo import CaseMemo
from trucewatch.store.shapes import digest, from_json, pack, to_json, unpack

_CHUNK = 400
_KEPT = 12


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report of a document: where a text was found. Exact duplicates are sightings of one document."""

    document: str
    item: str | None
    path: str | None
    external_id: str | None
    url: str | None

    @property
    def name(self) -> str:
        """What the outside world calls this report: its own id, else its path, else its address."""
        return self.external_id or self.path or self.url or self.document


@dataclass(frozen=True, slots=True)
class Issued:
    """A product that was given out: its digest, its cuts, and what it stated: incident, a claim of it, aspect, status;
    incident, a claim of it, an exhibit attached."""

    kind: str
    digest: str
    until: str | None
    as_of: str | None
    statuses: tuple[tuple[str, str, str, str], ...]
    exhibits: tuple[tuple[str, str, str], ...] = ()


class Archive:
    """The recorded part of a case's database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    # capture

    def take(self, item: Item, documents: Sequence[Document], failures: Sequence[Failure], at: datetime) -> int:
        """Record an item with its documents, all or nothing, and return how many documents are new."""
        with self.database.writing() as connection:
            new = _unknown(connection, documents)
            rows: dict[str, list[Row]] = {
                "items": [{"id": item.id, "record": to_json(item)}],
                "documents": [_document_row(document) for document in new],
                "sightings": [_sighting_row(document) for document in documents],
                "failures": [_failure_row(failure) for failure in failures],
            }
            append(connection, "captured", at, {"item": item.id, "size": item.size, "documents": len(documents), "new": len(new)}, rows)
        return len(new)

    def see_again(self, sha: str, path: str, at: datetime) -> bool:
        """Record that a known item also lies at ``path``; return whether that is news. A table's articles are not counted again."""
        with self.database.writing() as connection:
            table = tables.sightings
            known = connection.execute(select(table).where(table.c.item == sha).order_by(table.c.position)).all()
            if not known or any(row.path == path for row in known) or any(row.external_id for row in known):
                return False
            row = known[0]
            again = {"document": row.document, "item": sha, "path": path, "external_id": None, "url": row.url}
            append(connection, "seen again", at, {"item": sha}, {"sightings": [again]})
        return True

    def fail(self, failures: Iterable[Failure], at: datetime) -> None:
        """Record files that could not be taken; the same failure twice is one."""
        with self.database.writing() as connection:
            known = set(self._failures(connection, None))
            rows = [_failure_row(failure) for failure in dict.fromkeys(failures) if failure not in known]
            if rows:
                append(connection, "failed", at, {"files": len(rows)}, {"failures": rows})

    def knows(self, sha: str) -> bool:
        """Return whether an item with these bytes was taken."""
        with self.database.reading() as connection:
            return connection.execute(select(tables.items.c.position).where(tables.items.c.id == sha)).first() is not None

    def items(self, until_entry: int | None = None) -> tuple[Item, ...]:
        """Return the items in order of arrival."""
        with self.database.reading() as connection:
            return tuple(from_json(Item, row.record) for row in _rows(connection, tables.items, until_entry))

    def documents(self, until_entry: int | None = None) -> tuple[Document, ...]:
        """Return the documents, as captured, in order of arrival."""
        with self.database.reading() as connection:
            rows = _rows(connection, tables.documents, until_entry)
            return tuple(replace(from_json(Document, row.record), text=row.text) for row in rows)

    def sightings(self, until_entry: int | None = None) -> Mapping[str, tuple[Sighting, ...]]:
        """Return every report of every document, by document id, in order of arrival."""
        found: dict[str, list[Sighting]] = {}
        with self.database.reading() as connection:
            for row in _rows(connection, tables.sightings, until_entry):
                found.setdefault(row.document, []).append(Sighting(row.document, row.item, row.path, row.external_id, row.url))
        return {document: tuple(reports) for document, reports in found.items()}

    def failures(self, until_entry: int | None = None) -> tuple[Failure, ...]:
        """Return the last failure of every path that has not been taken since."""
        with self.database.reading() as connection:
            taken = {row.path: row.entry for row in _rows(connection, tables.sightings, until_entry)}
            last = {row.path: row for row in _rows(connection, tables.failures, until_entry)}
        return tuple(Failure(row.path, row.reason, row.sha256) for row in last.values() if taken.get(row.path, 0) <= row.entry)

    # people's work and the case's own registers

    def decide(self, decision: Decision) -> Entry:
        """Append a decision."""
        record = to_json(decision)
        facts = {"decision": decision.id, "digest": digest(record), "verb": decision.verb, "subjects": list(decision.subjects)}
        with self.database.writing() as connection:
            return append(connection, "decided", decision.at, facts, {"decisions": [{"id": decision.id, "record": record}]})

    def decisions(self, until_entry: int | None = None) -> tuple[Decision, ...]:
        """Return the decisions in the order they were taken."""
        with self.database.reading() as connection:
            return tuple(from_json(Decision, row.record) for row in _rows(connection, tables.decisions, until_entry))

    def register(self, table: Table, kind: str, records: Iterable[tuple[str, object]], at: datetime) -> int:
        """Append named records to one of the case's registers (``sources``, ``places``, ``plans``); return how many are new or changed."""
        key = "id" if "id" in table.c else "name"
        with self.database.writing() as connection:
            known = {getattr(row, key): row.record for row in _rows(connection, table, None)}
            rows = [{key: name, "record": to_json(record)} for name, record in records]
            rows = [row for row in rows if known.get(row[key]) != row["record"]]
            if rows:
                append(connection, kind, at, {"records": len(rows)}, {table.name: rows})
        return len(rows)

    def registered[T](self, table: Table, shape: type[T], until_entry: int | None = None) -> tuple[T, ...]:
        """Return a register's records, the last of each name, in the order the names first came."""
        key = "id" if "id" in table.c else "name"
        with self.database.reading() as connection:
            last = {getattr(row, key): row.record for row in _rows(connection, table, until_entry)}
        return tuple(from_json(shape, record) for record in last.values())

    def register_digest(self, table: Table) -> str:
        """Return one digest over a register, without opening its records: what depends on all of it depends on this."""
        with self.database.reading() as connection:
            return digest("\n".join(row.record for row in _rows(connection, table, None)))

    def note(self, kind: str, at: datetime, facts: Mapping[str, object]) -> None:
        """Append a log entry that reports no rows: ids, hashes and numbers only."""
        with self.database.writing() as connection:
            append(connection, kind, at, facts)

    def horizon(self, at: datetime | None) -> int:
        """Return the number of the last log entry at or before ``at``."""
        with self.database.reading() as connection:
            return horizon(connection, at)

    # computed, and kept only so that it need not be computed again

    def readings(self, versions: Mapping[str, str]) -> dict[str, Reading]:
        """Return the readings that are kept of the documents in ``versions`` (id → version of the reading), by document id."""
        return {name: unpack(Reading, packed) for name, packed in self._kept(versions, tables.readings.c.packed)}

    def read_already(self, versions: Mapping[str, str]) -> frozenset[str]:
        """Return which of the documents in ``versions`` have a reading of that version."""
        return frozenset(name for name, _ in self._kept(versions, tables.readings.c.document))

    def _kept(self, versions: Mapping[str, str], column: Column[Any]) -> Iterator[tuple[str, Any]]:
        table = tables.readings
        query = select(table.c.document, table.c.version, column).where(table.c.version.in_(sorted(set(versions.values()))))
        with self.database.reading() as connection:
            for name, version, value in connection.execute(query):
                if versions.get(name) == version:
                    yield name, value

    def keep_readings(self, rules: str, versions: Mapping[str, str], readings: Iterable[Reading]) -> None:
        """Keep readings, each under its version; those of the same documents by other ``rules`` (how a version begins) are dropped."""
        rows = [{"document": reading.document, "version": versions[reading.document], "packed": pack(reading)} for reading in readings]
        table = tables.readings
        with self.database.writing() as connection:
            for start in range(0, len(rows), _CHUNK):
                chunk = rows[start : start + _CHUNK]
                stale = table.c.document.in_([row["document"] for row in chunk]) & ~table.c.version.startswith(rules)
                connection.execute(table.delete().where(stale))
                connection.execute(insert_or(table).on_conflict_do_nothing(), chunk)

    def analysis(self, key: str) -> Analysis | None:
        """Return a kept analysis, or None."""
        table = tables.analyses
        with self.database.reading() as connection:
            packed = connection.execute(select(table.c.packed).where(table.c.key == key)).scalar()
        return unpack(Analysis, packed) if packed else None

    def keep_analysis(self, key: str, analysis: Analysis) -> None:
        """Keep an analysis under the key of everything it was computed from; only the last few are kept."""
        table = tables.analyses
        with self.database.writing() as connection:
            connection.execute(insert_or(table).values(key=key, packed=pack(analysis)).on_conflict_do_nothing())
            connection.execute(text("delete from analyses where rowid <= (select max(rowid) from analyses) - :kept"), {"kept": _KEPT})

    def memo(self, rules: str, versions: Mapping[str, str]) -> CaseMemo:
        """Return what matching and judging left under these rules; ``versions`` are those of the documents' readings."""
        return CaseMemo(self.database, rules, versions)

    def forget_computed(self) -> None:
        """Delete everything that was computed; the same comes back."""
        with self.database.writing() as connection:
            for table in (tables.readings, tables.analyses, tables.kept, tables.prints, tables.likenesses):
                connection.execute(table.delete())

    def _failures(self, connection: Connection, until_entry: int | None) -> Iterator[Failure]:
        for row in _rows(connection, tables.failures, until_entry):
            yield Failure(row.path, row.reason, row.sha256)


def _rows(connection: Connection, table: Table, until_entry: int | None) -> Iterator[Found[Any]]:
    """A table's rows in order of arrival, up to a log entry."""
    query = select(table).order_by(table.c.position)
    return iter(connection.execute(query if until_entry is None else query.where(table.c.entry <= until_entry)))


def _unknown(connection: Connection, documents: Sequence[Document]) -> list[Document]:
    """The documents that the case does not hold yet, each once."""
    wanted = {document.id: document for document in documents}
    ids = list(wanted)
    known: set[str] = set()
    for start in range(0, len(ids), _CHUNK):
        query = select(tables.documents.c.id).where(tables.documents.c.id.in_(ids[start : start + _CHUNK]))
        known.update(connection.execute(query).scalars())
    return [document for name, document in wanted.items() if name not in known]


def _document_row(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "item": document.item,
        "published": document.published.isoformat() if document.published else None,
        "text": document.text,
        "record": to_json(replace(document, text="")),
    }


def _sighting_row(document: Document) -> dict[str, object]:
    return {
        "document": document.id,
        "item": document.item,
        "path": document.path,
        "external_id": document.external_id,
        "url": document.url,
    }


def _failure_row(failure: Failure) -> dict[str, object]:
    return {"path": failure.path, "reason": failure.reason, "sha256": failure.sha256}
