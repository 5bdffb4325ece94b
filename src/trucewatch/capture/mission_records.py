"""A mission's tables → patrols, observations and restrictions, through a mapping of columns and codes.

Enters: the bytes of a CSV, XLSX or JSON table, ODK and Kobo exports included. Leaves: records with ids that come from their content or the
export, and one Failure for each row that cannot be taken, with the reason.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from trucewatch.capture import mission_cells as cells
from trucewatch.capture.limits import ItemFailed, Limits
from trucewatch.capture.mission_rows import Cells, rows_of
from trucewatch.records.capture import Failure
from trucewatch.records.extent import Count
from trucewatch.records.identity import identify
from trucewatch.records.mission import Harm, MissionRecords, Observation, Patrol, Restriction
from trucewatch.records.names import fold
from trucewatch.records.terms import Metric
from trucewatch.vocab import vocabulary

_HARM: tuple[Metric, ...] = ("killed", "injured", "detained")
_GROUPS = re.compile(r"[/.:]|(?<=\w)-(?=\w)")
"""What stands between a group's name and a field's in exports: "/" in Kobo, "-" in ODK Central, "." or ":" in older ones."""
_PATROL_ONLY = ("planned", "made", "reached")


@dataclass(frozen=True, slots=True)
class RecordMapping:
    """How a table names things: ``record`` what its rows are where no column says so; ``columns`` our field → its column; ``values`` its
    codes → our words, by field ("kind": {"arty": "shelling"})."""

    record: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table gave: the records, and a failure for each row that could not be taken."""

    records: MissionRecords
    failures: tuple[Failure, ...]


def read_mapping(text: str) -> RecordMapping:
    """Return the mapping a YAML text describes: ``record``, ``columns``, ``values``. Raises ValueError on anything else."""
    data: Any = yaml.load(text, Loader=yaml.SafeLoader) or {}
    if not isinstance(data, dict) or set(data) - {"record", "columns", "values"}:
        raise ValueError("a mapping has 'record', 'columns' and 'values', nothing else")
    columns = data.get("columns") or {}
    strange = sorted(set(columns) - set(_columns()))
    if strange:
        raise ValueError(f"the mapping names the unknown field {strange[0]!r}; fields are: {', '.join(_columns())}")
    values = {name: {str(code): str(word) for code, word in codes.items()} for name, codes in (data.get("values") or {}).items()}
    return RecordMapping(cells.record_kind(data.get("record")), {str(k): str(v) for k, v in columns.items()}, values)


def read_records(data: bytes, name: str, mapping: RecordMapping | None = None, limits: Limits | None = None) -> Imported:
    """Return the records of one table. ``name`` stands in their ``source`` and in failures, as ``name#row``.

    Raises ItemFailed where the whole is no table, or the mapping names a column it does not have.
    """
    given = mapping or RecordMapping()
    patrols: list[Patrol] = []
    observations: list[Observation] = []
    restrictions: list[Restriction] = []
    failures: list[Failure] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows_of(data, name, limits), start=1):
        source = f"{name}#{number}"
        try:
            values = _values(row, given, first=number == 1)
            ident = _id(values, row, seen)
            record = _record(values, given, ident, source)
        except (ItemFailed, ValueError) as error:
            failures.append(Failure(source, str(error)))
            continue
        if isinstance(record, Patrol):
            patrols.append(record)
        elif isinstance(record, Restriction):
            restrictions.append(record)
        else:
            observations.append(record)
    return Imported(MissionRecords(tuple(patrols), tuple(observations), tuple(restrictions)), tuple(failures))


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    data: Any = vocabulary("mission_records")
    return {name: tuple(fold(word.replace("_", " ")) for word in words) for name, words in data["columns"].items()}


def _values(row: Cells, mapping: RecordMapping, *, first: bool) -> dict[str, str]:
    """A row by our fields: the mapping's columns, then the usual names, on the whole name or on its part after the group's."""
    missing = [column for column in mapping.columns.values() if column not in row]
    if first and len(missing) == len(mapping.columns) and missing:
        raise ItemFailed(f"the table has no column {missing[0]!r}, which the mapping names; it has: {', '.join(row)[:200]}")
    folded: dict[str, str] = {}
    for column, value in row.items():
        full = fold(column.replace("_", " ")) or column
        last = fold(_GROUPS.split(column)[-1].replace("_", " "))
        folded.setdefault(full, value)
        folded.setdefault(last, value)
    found: dict[str, str] = {}
    for name, words in _columns().items():
        own = mapping.columns.get(name)
        usual = (folded[word] for word in words if word in folded)
        value = next(usual, "") if own is None else row.get(own, "")
        if value:
            found[name] = mapping.values.get(name, {}).get(value, value)
    return found


def _id(values: Mapping[str, str], row: Cells, seen: dict[str, int]) -> str:
    """The export's own id where it has one, else one from the row's content; a row that stands twice is two records."""
    base = identify("m", values["id"]) if "id" in values else identify("m", *sorted(row.items()))
    seen[base] = seen.get(base, 0) + 1
    return base if seen[base] == 1 else identify("m", base, seen[base])


def _record(values: Mapping[str, str], mapping: RecordMapping, ident: str, source: str) -> Patrol | Observation | Restriction:
    kind = cells.record_kind(values.get("record")) or mapping.record or _guess(values)
    if not values.get("place"):
        raise ItemFailed("the row has no place")
    if kind == "patrol":
        return _patrol(values, ident, source)
    return _restriction(values, ident, source) if kind == "restriction" else _observation(values, ident, source)


def _guess(values: Mapping[str, str]) -> str:
    """What a row is where nothing says so: a patrol says whether it got there, an obstacle who was hindered."""
    if any(name in values for name in _PATROL_ONLY):
        return "patrol"
    return "restriction" if "who" in values and "manner" not in values else "observation"


def _patrol(values: Mapping[str, str], ident: str, source: str) -> Patrol:
    made = cells.answer(values.get("made"), default=True)
    return Patrol(
        id=ident,
        day=cells.day(values.get("day")),
        place=values["place"],
        planned=cells.answer(values.get("planned"), default=True),
        made=made,
        reached=made and cells.answer(values.get("reached"), default=made),
        team=values.get("team"),
        area=values.get("area"),
        observers=cells.whole(values.get("observers")),
        note=values.get("note"),
        source=source,
    )


def _observation(values: Mapping[str, str], ident: str, source: str) -> Observation:
    kind, manner = values.get("kind"), cells.manner(values.get("manner"))
    if not kind:
        raise ItemFailed("the observation does not say of what kind")
    if manner is None:
        raise ItemFailed("the observation does not say how it is known: saw, heard, recorded, was told or assessed as")
    level = cells.whole(values.get("level"))
    if level is not None and level > 3:
        raise ItemFailed(f"the level {level} is not on the scale 0 to 3")
    population = cells.population(values.get("population"))
    harm = tuple(Harm(metric, found, population) for metric in _HARM if (found := cells.count(values.get(metric))))
    return Observation(
        id=ident,
        day=cells.day(values.get("day")),
        place=values["place"],
        manner=manner,
        kind=kind.replace("_", " ").strip().lower(),
        number=cells.count(values.get("number")) or Count(1, 1),
        weapon=values.get("weapon"),
        by=values.get("by"),
        by_manner=cells.manner(values.get("by_manner")),
        target=values.get("target"),
        harm=harm,
        commitment=values.get("commitment"),
        level=level,
        done=cells.whole(values.get("done")),
        total=cells.whole(values.get("total")),
        at=values.get("at"),
        area=values.get("area"),
        team=values.get("team"),
        patrol=_patrol_id(values),
        photos=tuple(values.get("photos", "").replace(";", " ").split()),
        note=values.get("note"),
        source=source,
    )


def _restriction(values: Mapping[str, str], ident: str, source: str) -> Restriction:
    return Restriction(
        id=ident,
        day=cells.day(values.get("day")),
        place=values["place"],
        kind=cells.access(values.get("kind")),
        who=values.get("who") or values.get("team") or "patrol",
        by=values.get("by"),
        reason=values.get("reason"),
        effect=values.get("effect"),
        minutes=cells.whole(values.get("minutes")),
        area=values.get("area"),
        team=values.get("team"),
        patrol=_patrol_id(values),
        at=values.get("at"),
        source=source,
    )


def _patrol_id(values: Mapping[str, str]) -> str | None:
    """The id under which the patrol that a row names was or will be taken."""
    return identify("m", values["patrol"]) if "patrol" in values else None
