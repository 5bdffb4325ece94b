"""A case's plan work between the case and the plan room: files of plans and of a mission's records in, compliance and reports out."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from trucewatch.capture.folder import open_regular
from trucewatch.capture.limits import DEFAULT, ItemFailed
from trucewatch.capture.mission_form import form_bytes
from trucewatch.capture.mission_records import RecordMapping, read_mapping, read_records
from trucewatch.plan.compliance import comply
from trucewatch.plan.council import council, outlook
from trucewatch.plan.loader import check_plan, load_plan
from trucewatch.plan.marks import BadPlan, Problem
from trucewatch.plan.measures import measures_of
from trucewatch.plan.parties import Parties
from trucewatch.plan.periods import period_of
from trucewatch.plan.positions import positions_of, shifts_of
from trucewatch.plan.shipped import PLANS, shipped_text
from trucewatch.plan.voices import Voices
from trucewatch.product.explain import Explanation
from trucewatch.product.plan_explain import explain_cell, explain_record, find_record
from trucewatch.records.capture import Failure, Item
from trucewatch.records.compliance import Compliance, ComplianceCell
from trucewatch.records.mission import MissionRecords, Observation, Patrol, Restriction
from trucewatch.records.plan import Period, Plan, PlanFile
from trucewatch.records.stands import Measure, Outlook, Position, Shift
from trucewatch.store import tables
from trucewatch.store.archive import Archive
from trucewatch.store.blobs import Blobs, TooLarge
from trucewatch.version import __version__
from trucewatch.view import View

__all__ = [
    "BadPlan",
    "NoPlan",
    "PlanView",
    "RecordsReport",
    "check_file",
    "explain_ref",
    "form_bytes",
    "judge_plan",
    "keep_plan",
    "period_on",
    "pick",
    "plans_of",
    "records_of",
    "take_records",
]

_CSV, _XLSX, _JSON = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json"


class NoPlan(LookupError):
    """The case holds no such plan; the message says which it holds and how to load one."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan over a view of the case: its cells, and what actors say and do about it."""

    plan: Plan
    compliance: Compliance
    positions: tuple[Position, ...]
    shifts: tuple[Shift, ...]
    measures: tuple[Measure, ...]
    records: MissionRecords

    def cells(self, commitment: str | None = None, period: Period | None = None) -> tuple[ComplianceCell, ...]:
        """Return the cells of one commitment, one period, or all."""
        return tuple(
            cell
            for cell in self.compliance.cells
            if (commitment is None or commitment.casefold() in {cell.commitment.casefold(), cell.id})
            and (period is None or cell.period == period)
        )

    def outlook(self, draft: str, year: int, members: Path | str | None = None) -> Outlook:
        """Return what the Council of ``year`` has stated on ``draft``; ``members`` is a membership file of one's own (docs/plan.md).
        Raises KeyError for a year without membership data, ValueError and OSError for a file that is none."""
        text = Path(members).read_text(encoding="utf-8") if members else None
        return outlook(draft, council(year, text), self.positions, self.measures)


@dataclass(slots=True)
class RecordsReport:
    """What became of a mission's tables: how many records of each kind are new, and what failed and why."""

    patrols: int = 0
    observations: int = 0
    restrictions: int = 0
    known: int = 0
    failed: list[Failure] = field(default_factory=list)

    @property
    def new(self) -> int:
        """How many records are new to the case."""
        return self.patrols + self.observations + self.restrictions

    @property
    def exit_status(self) -> int:
        """0 all taken · 1 some failed · 3 nothing new."""
        return 1 if self.failed else 0 if self.new else 3


def plan_text(name: Path | str) -> tuple[str, str]:
    """Return name and text of a plan file, or of a shipped plan where ``name`` is one of their names and no such file exists.

    Raises OSError where it cannot be read, BadPlan where it is no text.
    """
    path = Path(name)
    if str(name) in PLANS and not path.exists():
        return f"{name}.yaml", shipped_text(str(name))
    try:
        return path.name, path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadPlan([Problem(1, "is not text in UTF-8")], path.name) from error


def check_file(name: Path | str) -> tuple[Problem, ...]:
    """Return every fault of a plan file, by line; () for a valid one. Raises OSError where it cannot be read."""
    try:
        return check_plan(plan_text(name)[1])
    except BadPlan as error:
        return error.problems


def keep_plan(archive: Archive, name: Path | str, at: datetime) -> tuple[Plan, bool]:
    """Load a plan file into a case; return the plan and whether it is new or changed. Raises BadPlan and OSError."""
    file, text = plan_text(name)
    plan = load_plan(text, name=file)
    new = archive.register(tables.plans, "plan loaded", [(plan.id, PlanFile(plan.id, file, text))], at)
    return plan, bool(new)


def plans_of(archive: Archive, until_entry: int | None = None) -> tuple[Plan, ...]:
    """Return the plans a case holds, in the order they were first loaded."""
    return tuple(load_plan(file.text, name=file.name) for file in archive.registered(tables.plans, PlanFile, until_entry))


def pick(plans: Sequence[Plan], name: str | None) -> Plan:
    """Return the plan of that id, or the only one. Raises NoPlan."""
    found = [plan for plan in plans if name in {None, plan.id}]
    if len(found) == 1:
        return found[0]
    if not plans:
        raise NoPlan(f"the case holds no plan; load one with `trucewatch plan load DIR FILE`; shipped: {', '.join(PLANS)}")
    raise NoPlan(f"which plan? the case holds: {', '.join(plan.id for plan in plans)}")


def records_of(archive: Archive, until_entry: int | None = None) -> MissionRecords:
    """Return everything the mission recorded, as the case knew it."""
    return MissionRecords(
        archive.registered(tables.patrols, Patrol, until_entry),
        archive.registered(tables.observations, Observation, until_entry),
        archive.registered(tables.restrictions, Restriction, until_entry),
    )


def take_records(
    archive: Archive, blobs: Blobs, paths: Iterable[Path | str], mapping: Path | str | None, clock: Callable[[], datetime]
) -> RecordsReport:
    """Take a mission's tables into a case: bytes kept, records registered by id, so that a table taken twice changes nothing.

    ``mapping`` is a YAML file (docs/plan.md). Raises ValueError where it is none, OSError where the case cannot be written.
    """
    given = read_mapping(Path(mapping).read_text(encoding="utf-8")) if mapping else None
    report = RecordsReport()
    for path in map(Path, paths):
        try:
            _take(archive, blobs, path, given, clock(), report)
        except (ItemFailed, TooLarge) as error:
            report.failed.append(Failure(str(path), str(error) if isinstance(error, ItemFailed) else "is larger than a table may be"))
        except OSError as error:
            report.failed.append(Failure(str(path), f"cannot be read: {error.strerror}"))
    if report.failed:
        archive.fail(report.failed, clock())
    return report


def _take(archive: Archive, blobs: Blobs, path: Path, mapping: RecordMapping | None, at: datetime, report: RecordsReport) -> None:
    with open_regular(path) as source, blobs.staged(source, DEFAULT.table_bytes) as staged:
        data = staged.path.read_bytes()
        found = read_records(data, path.name, mapping)
        blobs.keep(staged)
        if not archive.knows(staged.sha):
            kind = _XLSX if data[:2] == b"PK" else _JSON if data.lstrip()[:1] in {b"[", b"{"} else _CSV
            shown = os.fsencode(path).decode("utf-8", "replace")
            item = Item(staged.sha, kind, staged.size, at, "mission", "mission table", __version__, original_path=shown)
            archive.take(item, (), (), at)
    records = found.records
    report.failed += found.failures
    counts = [
        archive.register(tables.patrols, "mission recorded", [(each.id, each) for each in records.patrols], at),
        archive.register(tables.observations, "mission recorded", [(each.id, each) for each in records.observations], at),
        archive.register(tables.restrictions, "mission recorded", [(each.id, each) for each in records.restrictions], at),
    ]
    report.patrols += counts[0]
    report.observations += counts[1]
    report.restrictions += counts[2]
    report.known += len(records.patrols) + len(records.observations) + len(records.restrictions) - sum(counts)


def judge_plan(plan: Plan, view: View, records: MissionRecords, periods: Sequence[Period] | None = None) -> PlanView:
    """Return a plan's compliance over a view of the case, and what actors say and do about it.

    ``until`` of the view cuts the mission's records too, by their day.
    """
    kept = _until(records, view.until) if view.until else records
    compliance = comply(
        plan,
        analysis=view.analysis,
        documents=view.documents,
        readings=view.readings,
        records=kept,
        periods=periods,
        decisions=view.decisions,
    )
    voices = Voices(view.documents, view.readings, Parties(plan, view.decisions))
    positions = positions_of(voices, plan)
    return PlanView(plan, compliance, positions, shifts_of(positions), measures_of(voices), kept)


def explain_ref(plans: Iterable[Plan], view: View, records: MissionRecords, ref: str) -> Explanation | None:
    """Return what a plan's cell or a mission's record is, by its id or the beginning of one; None where ``ref`` is neither, or several."""
    ref = ref.strip().strip("[]")
    found = find_record(records, ref) if ref else ()
    if found:
        return explain_record(found[0]) if len(found) == 1 else None
    cells = [(plan, cell) for plan in plans for cell in judge_plan(plan, view, records).compliance.cells if cell.id.startswith(ref)]
    return explain_cell(*cells[0]) if len(cells) == 1 else None


def _until(records: MissionRecords, last: date) -> MissionRecords:
    return MissionRecords(
        tuple(each for each in records.patrols if each.day <= last),
        tuple(each for each in records.observations if each.day <= last),
        tuple(each for each in records.restrictions if each.day <= last),
    )


def period_on(plan: Plan, day: date | None) -> tuple[Period, ...] | None:
    """Return the plan's period that holds ``day``, or the week of it where the plan has none; None without a day."""
    if day is None:
        return None
    return next(((period,) for period in plan.periods if period.holds(day, day)), (period_of(day),))
