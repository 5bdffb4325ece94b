"""Tables of articles (CSV, TSV, JSON lines, a JSON array) → one document a row, and a failure for each row that has no text.

Columns ``id, url, title, published, source, text``; a mapping names others. A cell is text and nothing else: a formula stays as written.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.capture.limits import ItemFailed, Limits
from trucewatch.capture.texts import document_of
from trucewatch.capture.written_dates import day_of
from trucewatch.records.capture import DateEvidence, Document, Failure

COLUMNS = {
    "id": ("id", "article_id", "doc_id", "document_id", "guid", "uid", "uuid"),
    "url": ("url", "link", "uri", "permalink", "source_url"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "pub_date", "publish_date", "publication_date", "published_at", "date_published", "dct", "datetime"),
    "source": ("source", "publisher", "outlet", "site", "source_name", "newspaper", "domain"),
    "text": ("text", "body", "content", "article", "full_text", "article_text", "maintext"),
    "byline": ("byline", "author", "authors"),
    "credit": ("credit", "agency"),
}
"""The article columns and the names under which tables have them, the first found of each being used."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of the files they add; stronger than anything found in them. ``columns``: article column → the table's own."""

    published: date | None = None
    publisher: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


NOTHING_GIVEN = Given()


def read_table(text: str, kind: str, *, given: Given, path: str | None, item: str | None, limits: Limits) -> Iterator[Document | Failure]:
    """Yield the articles of a table in its order, a Failure in the place of each row that has none.

    Raises ItemFailed where the whole is no table of articles.
    """
    rows = _json_rows(text, kind) if "json" in kind else _csv_rows(text, kind, limits)
    columns: dict[str, str] | None = None
    number = 0
    for number, row in rows:
        if number > limits.rows:
            raise ItemFailed(f"has more than {limits.rows:,} rows; split it")
        if isinstance(row, str):
            yield Failure(f"{path}#{number}", row, item)
            continue
        try:
            if columns is None or columns["text"] not in row:
                columns = _columns(row, dict(given.columns))
            yield _article(row, columns, given, path, item, limits)
        except ItemFailed as error:
            yield Failure(f"{path}#{number}", str(error), item)
    if number == 0:
        raise ItemFailed("is a table without rows")


def header_of(text: str) -> tuple[str, ...]:
    """Return the column names of a CSV text's first row."""
    return tuple(next(csv.reader(io.StringIO(text[:65_536]), _dialect(text)), ()))


def is_article_table(names: tuple[str, ...], columns: Mapping[str, str] | None = None) -> bool:
    """Return whether a table with the columns ``names`` holds articles: it has a text column, by its usual names or the mapping."""
    wanted = (columns or {}).get("text")
    return (wanted in names) if wanted else bool({name.strip().lower() for name in names} & set(COLUMNS["text"]))


def _article(
    row: Mapping[str, object], columns: Mapping[str, str], given: Given, path: str | None, item: str | None, limits: Limits
) -> Document:
    cells = {name: _cell(row.get(column)) for name, column in columns.items()}
    text = row.get(columns["text"])
    if not isinstance(text, str) or not text.strip():
        raise ItemFailed("the row has no text")
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in set(text)):
        raise ItemFailed("the row's text holds zero bytes or half characters; it was damaged before it came here")
    if len(text) > limits.text_characters:
        raise ItemFailed(f"the row's text is longer than {limits.text_characters:,} characters")
    stated = cells.get("published")
    day = day_of(stated) if stated else None
    return document_of(
        text,
        published=given.published,
        publisher=given.publisher or cells.get("source"),
        path=path,
        title=cells.get("title"),
        byline=cells.get("byline"),
        url=cells.get("url"),
        external_id=cells.get("id"),
        item=item,
        credit=cells.get("credit"),
        evidence=[DateEvidence("metadata", day, stated)] if day and stated else [],
        plain=False,
    )


def _cell(value: object) -> str | None:
    """A cell as text; empty cells, and lists and objects of JSON, are none."""
    if value is None or isinstance(value, (bool, list, dict)):
        return None
    text = str(value).replace("\x00", "").encode("utf-8", "replace").decode().strip()
    return text or None


def _columns(row: Mapping[str, object], mapping: Mapping[str, str]) -> dict[str, str]:
    """Which column of the table holds each article column."""
    missing = [column for column in mapping.values() if column not in row]
    if missing:
        raise ItemFailed(f"has no column {missing[0]!r}, which the mapping names; it has: {', '.join(map(str, row))[:200]}")
    folded = {str(name).strip().lower(): str(name) for name in reversed(tuple(row))}
    found = {key: folded[name] for key, names in COLUMNS.items() for name in reversed(names) if name in folded} | dict(mapping)
    if "text" not in found:
        raise ItemFailed(f"has no text column; name it with a mapping (it has: {', '.join(folded)[:200]})")
    return found


def _csv_rows(text: str, kind: str, limits: Limits) -> Iterator[tuple[int, dict[str, object] | str]]:
    csv.field_size_limit(limits.field_characters)
    dialect = csv.excel_tab if "tab" in kind else _dialect(text)
    reader = csv.reader(io.StringIO(text, newline=""), dialect, strict=False)
    names: list[str] = []
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield number, f"the row cannot be read: {error}"
            continue
        if not names:
            names = [name.strip() for name in row]
        elif any(cell.strip() for cell in row):
            number += 1
            yield number, dict(zip(names, row, strict=False))


def _dialect(text: str) -> type[csv.Dialect]:
    """The delimiter of the first line that occurs most among those in use."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    best = max(",;\t|", key=first.count)

    class Found(csv.excel):
        delimiter = best

    return Found


def _json_rows(text: str, kind: str) -> Iterator[tuple[int, dict[str, object] | str]]:
    if kind == "application/json":
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ItemFailed("is not valid JSON, or is nested too deeply") from error
        if isinstance(whole, dict):  # {"articles": [...]}: the first list in it, else the object itself is the one article
            whole = next((value for value in whole.values() if isinstance(value, list)), [whole])
        rows = whole if isinstance(whole, list) else [whole]
        for number, row in enumerate(rows, start=1):
            yield number, row if isinstance(row, dict) else "the entry is no object"
        return
    number = 0
    for line in io.StringIO(text):
        if not line.strip():
            continue
        number += 1
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        yield number, row if isinstance(row, dict) else "the line is not a JSON object"
