"""A gazetteer file → its entries: GeoNames dumps, Who's On First tables, and places of one's own as CSV, TSV or YAML.

``entries_of`` reads a file; the functions below it take rows and touch nothing. In the two public formats a row that is no place (no
coordinates, a broken number) is passed over; in a table of one's own it is refused with its row, so that the person can mend it.

Own places: columns ``name``, ``lat``, ``lon``, and any of ``names`` (others, parted by ``|`` or ``;``), ``country`` (two letters),
``admin1``, ``kind``, ``population``, ``id``.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import yaml

from trucewatch.capture.limits import DEFAULT, megabytes
from trucewatch.records.extent import Candidate
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.records.identity import identify

_GEONAMES_COLUMNS = 19
_NAME_COLUMNS = ("name", "place", "place_name")
_LAT_COLUMNS, _LON_COLUMNS = ("lat", "latitude", "y"), ("lon", "lng", "long", "longitude", "x")
_OTHER_NAMES = ("names", "aliases", "variants", "alternatenames", "other_names")
_FEATURES = {"country": "country", "region": "admin1", "county": "admin2", "locality": "city", "neighbourhood": "place"}


class GazetteerError(ValueError):
    """The file cannot be taken as a gazetteer; the message, which follows the file's name, says why."""


@dataclass(frozen=True, slots=True)
class Import:
    """What a file held: its entries in file order, and how many rows of a public format were passed over."""

    entries: tuple[GazetteerEntry, ...]
    skipped: int = 0


def entries_of(path: Path, *, country: str | None = None) -> Import:
    """Read a gazetteer file (``.txt``, ``.tsv``, ``.csv``, ``.yaml``, or a GeoNames ``.zip``).

    ``country`` is the ISO code of places whose file does not say. Raises GazetteerError where the file is none of the formats known, where
    a row of a person's own table is no place, and where there are no rows.
    """
    try:
        text = _text_of(path)
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"cannot be read: {error}") from error
    rows = list(_entries(path, text, country.strip().upper() if country else None))
    entries = tuple(entry for entry in rows if entry is not None)
    if not entries:
        raise GazetteerError("holds no places: no column has a value below the header")
    return Import(entries, len(rows) - len(entries))


def _entries(path: Path, text: str, country: str | None) -> Iterable[GazetteerEntry | None]:
    """Tell the format from the suffix and the first line."""
    if path.suffix.lower() in {".yaml", ".yml"}:
        return from_own(_from_yaml(text), country)
    first = text.split("\n", 1)[0]
    if first.count("\t") == _GEONAMES_COLUMNS - 1 and first.split("\t", 1)[0].isdigit():
        return from_geonames(line.split("\t") for line in text.splitlines())
    tabs = "\t" in first
    reader = (
        csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.reader(io.StringIO(text), _delimiter(first))
    )
    columns = [name.strip().lower() for name in next(reader, [])]
    rows = [dict(zip(columns, cells, strict=False)) for cells in reader if any(cells)]
    if {"id", "placetype", "name"} <= set(columns):
        return from_whosonfirst(rows, country)
    for wanted in (_NAME_COLUMNS, _LAT_COLUMNS, _LON_COLUMNS):
        if not set(columns) & set(wanted):
            raise GazetteerError(f"has no column {wanted[0]}, and is neither a GeoNames dump nor a Who's On First table")
    return from_own(rows, country)


def _text_of(path: Path) -> str:
    """Return the file's text; of a zip, the text of the member named like it (GeoNames: ``SY.txt`` in ``SY.zip``)."""
    if path.stat().st_size > DEFAULT.table_bytes:
        raise GazetteerError(f"is larger than {megabytes(DEFAULT.table_bytes)}: cut it down to the countries you need")
    if path.suffix.lower() != ".zip":
        return path.read_text(encoding="utf-8-sig")
    try:
        with ZipFile(path) as archive:
            member = f"{path.stem}.txt"
            if archive.getinfo(member).file_size > DEFAULT.table_bytes:
                raise GazetteerError(f"unpacks to more than {megabytes(DEFAULT.table_bytes)}")
            return archive.read(member).decode("utf-8-sig")
    except (BadZipFile, KeyError) as error:
        raise GazetteerError(f"holds no {path.stem}.txt") from error


def _delimiter(header: str) -> type[csv.Dialect]:
    """Return commas, or semicolons where the header has more of them."""
    return _Semicolons if header.count(";") > header.count(",") else csv.excel


class _Semicolons(csv.excel):
    delimiter = ";"


def from_geonames(rows: Iterable[Sequence[str]]) -> Iterator[GazetteerEntry | None]:
    """Yield the places of a GeoNames country dump (geonames.org, 19 tab-separated columns); None for a row that is none.

    Kept are populated places (class P), administrative regions (A), and spots and areas reports name (classes L and S); ``admin1`` is the
    name of the region where the dump itself holds it.
    """
    kept = [row for row in rows if len(row) >= _GEONAMES_COLUMNS]
    regions = {(row[8], row[10]): row[1] for row in kept if row[7] == "ADM1"}
    for row in kept:
        if row[6] not in {"P", "A", "L", "S"}:
            continue
        feature = {"ADM1": "admin1", "ADM2": "admin2", "PCLI": "country"}.get(row[7], "city" if row[6] == "P" else "place")
        names = (row[2], *(name for name in row[3].split(",") if name))
        yield _entry(f"geonames:{row[0]}", row[1], names, row[8], regions.get((row[8], row[10])), (row[4], row[5]), feature, row[14])


def from_whosonfirst(rows: Sequence[Mapping[str, str]], country: str | None = None) -> Iterator[GazetteerEntry | None]:
    """Yield the places of a Who's On First table (whosonfirst.org): columns id, placetype, name, names, lat, lon, region_id, population."""
    regions = {row["id"]: row["name"] for row in rows if row.get("placetype") == "region"}
    country = country or _country_of(rows)
    for row in rows:
        kind = row.get("placetype") or ""
        if kind not in _FEATURES:
            continue
        names = tuple(name for name in (row.get("names") or "").split("|") if name)
        given = row.get("name") or ""
        latin = next((name for name in (given, *names) if name.isprintable() and name[:1].isascii() and len(name) > 2), given)
        region = regions.get(row.get("region_id") or "")
        point = (row.get("lat"), row.get("lon"))
        yield _entry(
            f"wof:{row['id']}", latin, (given, *names), row.get("country") or country, region, point, _FEATURES[kind], row.get("population")
        )  # fmt: skip


def _country_of(rows: Sequence[Mapping[str, str]]) -> str | None:
    """Return the two-letter code that stands among the names of the table's one country."""
    countries = [row for row in rows if row.get("placetype") == "country"]
    if len(countries) != 1:
        return None
    codes = [name for name in (countries[0].get("names") or "").split("|") if len(name) == 2 and name.isascii() and name.isupper()]
    return codes[0] if len(codes) == 1 else None


def from_own(rows: Iterable[Mapping[str, object]], country: str | None = None) -> Iterator[GazetteerEntry]:
    """Yield places of one's own; the module's docstring lists the columns. Raises GazetteerError with the row (the header is row 1)."""
    for number, given in enumerate(rows, 2):
        row = {str(key).strip().lower(): value for key, value in given.items()}
        name = str(_first(row, _NAME_COLUMNS) or "").strip()
        others = _first(row, _OTHER_NAMES) or ()
        names = others if isinstance(others, list) else str(others).replace(";", "|").split("|") if others else ()
        point = (_first(row, _LAT_COLUMNS), _first(row, _LON_COLUMNS))
        code = str(row.get("country") or "").strip().upper() or country
        ident = str(row.get("id") or identify("p", name, *point))
        region = str(row.get("admin1") or "").strip() or None
        kind, people = str(row.get("kind") or "place"), row.get("population")
        entry = _entry(f"own:{ident}", name, tuple(map(str, names)), code, region, point, kind, people)
        if entry is None:
            raise GazetteerError(f"is refused: row {number} needs a name, a latitude from -90 to 90 and a longitude from -180 to 180")
        yield entry


def _from_yaml(text: str) -> list[Mapping[str, object]]:
    try:
        rows = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise GazetteerError(f"is not readable as YAML: {error}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise GazetteerError("is no list of places, each with name, lat and lon")
    return rows


def _first(row: Mapping[str, object], columns: Iterable[str]) -> object:
    return next((row[column] for column in columns if row.get(column) not in (None, "")), None)


def _entry(
    number: str,
    name: str,
    names: Iterable[str],
    country: str | None,
    admin1: str | None,
    point: tuple[object, object],
    feature: str,
    people: object,
) -> GazetteerEntry | None:
    """Return one entry, None where a name or coordinates are missing or out of range."""
    try:
        lat, lon = (float(str(degrees)) for degrees in point)
    except ValueError:
        return None
    if not name or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    count = str(people or "0").strip()
    candidate = Candidate(number, name, country or None, admin1, lat, lon, feature, int(count) if count.isdigit() else 0)
    others = dict.fromkeys(n.strip() for n in names if n and n.strip() and n.strip() != name)
    return GazetteerEntry(candidate, tuple(others))
