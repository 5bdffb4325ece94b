"""Tables of a mission (CSV, XLSX, JSON; ODK and Kobo exports) → rows of named cells, repeats joined to the submission they belong to."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from trucewatch.capture.limits import ItemFailed, Limits, megabytes

type Cells = Mapping[str, str]


def rows_of(data: bytes, name: str, limits: Limits | None = None) -> Iterator[Cells]:
    """Yield the rows of a table as column name → cell text, empty cells left out.

    The kind of table is told by its first bytes, not its name. Kobo's repeat sheets (``_parent_index``) and nested lists in JSON give a row
    each, with the cells of the submission they belong to. Raises ItemFailed where ``data`` is no such table or has too many rows.
    """
    bounds = limits or Limits()
    if data[:4] == b"PK\x03\x04":
        found = _workbook(data, bounds)
    else:
        text = _text(data)
        found = _json(text) if text.lstrip()[:1] in {"[", "{"} else _csv(text, bounds)
    number = 0
    for number, row in enumerate(found, start=1):
        if number > bounds.rows:
            raise ItemFailed(f"{name} has more than {bounds.rows:,} rows; split it")
        yield row
    if number == 0:
        raise ItemFailed(f"{name} is a table without rows")


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ItemFailed("is in no encoding that tables use")


def _cell(value: object) -> str:
    """A cell as text: days and times in ISO form, whole numbers without a decimal point."""
    if isinstance(value, datetime):
        return value.isoformat(sep="T", timespec="minutes") if (value.hour or value.minute) else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("\x00", "").strip()


def _csv(text: str, limits: Limits) -> Iterator[Cells]:
    csv.field_size_limit(limits.field_characters)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
            cells = {str(name).strip(): value.strip() for name, value in row.items() if name and isinstance(value, str) and value.strip()}
            if cells:
                yield cells
    except csv.Error as error:
        raise ItemFailed(f"cannot be read as CSV: {error}") from error


def _json(text: str) -> Iterator[Cells]:
    try:
        whole: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ItemFailed("is not valid JSON, or is nested too deeply") from error
    if isinstance(whole, dict):
        # Kobo wraps submissions in "results", ODK Central in "value"; anything else is one submission.
        lists = [whole[key] for key in ("results", "value", "data") if isinstance(whole.get(key), list)]
        whole = lists[0] if lists else [whole]
    for entry in whole:
        if not isinstance(entry, dict):
            raise ItemFailed("is JSON, but no list of submissions")
        yield from _flat(entry)


def _flat(entry: Mapping[str, object], prefix: str = "", depth: int = 0) -> Iterator[Cells]:
    """One submission's rows: groups flattened with "/", one row for each entry of a repeat, or one row where there is none."""
    cells: dict[str, str] = {}
    repeats: list[Mapping[str, str]] = []
    for name, value in entry.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict) and depth < 8:
            for nested in _flat(value, f"{path}/", depth + 1):
                cells.update(nested)
        elif isinstance(value, list) and depth < 8:
            for each in value:
                if isinstance(each, dict):
                    # Kobo repeats the whole path in a repeat's own names, ODK does not: the last segment is what counts for both.
                    repeats += [{**nested} for nested in _flat(each, "", depth + 1)]
        elif shown := _cell(value):
            cells[path] = shown
    skip = {"_attachments", "_tags", "_notes", "_validation_status", "_geolocation"}
    kept = [repeat for repeat in repeats if not any(name.split("/")[-1] in skip or name == "download_url" for name in repeat)]
    yield from ({**cells, **repeat} for repeat in kept) if kept else (cells,)


def _workbook(data: bytes, limits: Limits) -> Iterator[Cells]:
    from zipfile import BadZipFile, ZipFile

    from openpyxl import load_workbook

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, ValueError) as error:
        raise ItemFailed("is no Excel workbook: it cannot be unpacked") from error
    if unpacked > limits.unpacked_bytes:
        raise ItemFailed(f"unpacks to more than {megabytes(limits.unpacked_bytes)}; split it")
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers do on a damaged file
        raise ItemFailed(f"is no Excel workbook: {error}") from error
    sheets = {sheet.title: list(_sheet(sheet, limits)) for sheet in book.worksheets}
    children = {title for title, rows in sheets.items() if any("_parent_index" in row for row in rows[:1])}
    joined: set[str] = set()
    for title, rows in sheets.items():
        for row in rows if title in children else ():
            parent = _parent(row, sheets, children)
            joined.add(parent.get("_index", ""))
            yield {**parent, **row}
    for title, rows in sheets.items():
        yield from (row for row in (() if title in children else rows) if row.get("_index", "?") not in joined)


def _sheet(sheet: Any, limits: Limits) -> Iterator[dict[str, str]]:
    names: list[str] = []
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > limits.rows:
            raise ItemFailed(f"the sheet {sheet.title} has more than {limits.rows:,} rows; split it")
        if not names:
            names = [_cell(value) for value in row]
            continue
        cells = {name: shown for name, value in zip(names, row, strict=False) if name and (shown := _cell(value))}
        if cells:
            yield cells


def _parent(row: Mapping[str, str], sheets: Mapping[str, list[dict[str, str]]], children: set[str]) -> Mapping[str, str]:
    """The submission a repeat's row belongs to: by its sheet's name and index, or by index alone where there is one such sheet."""
    index, table = row.get("_parent_index"), row.get("_parent_table_name")
    homes = [table] if table in sheets else [title for title in sheets if title not in children]
    for title in homes:
        for parent in sheets.get(title or "", ()):
            if parent.get("_index") == index:
                return parent
    return {}
