"""The id of a plan's cell or of a mission's record → what it is, its rule and what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from trucewatch.product import plan_words, wording
from trucewatch.product.explain import Explanation
from trucewatch.records.compliance import ComplianceCell
from trucewatch.records.extent import Count
from trucewatch.records.mission import Harm, MissionRecords, Observation, Patrol, Restriction
from trucewatch.records.plan import Plan

_SILENT = frozenset({"id", "by_manner"})


def explain_cell(plan: Plan, cell: ComplianceCell) -> Explanation:
    """Return a cell with everything it rests on; ``leads_to`` are the incidents, claims and records that explain it further."""
    heading, head, *rest = plan_words.explained(plan, cell)
    facts = [("state", head), *((name.strip(), value) for name, _, value in (line.strip().partition(": ") for line in rest) if value)]
    claims = [ref for violation in cell.violations for ref in violation.happening.claims]
    claims += [ref for said in cell.said for ref in said.claims]
    refs = dict.fromkeys((*cell.evidence, *claims, *cell.observability.patrols, *cell.observability.blocked))
    return Explanation(cell.id, heading, tuple(facts), (), tuple(refs))


def explain_record(record: Patrol | Observation | Restriction) -> Explanation:
    """Return a mission's record as it stands in its table, and where it stands there."""
    kind = {"Patrol": "Patrol", "Observation": "Observation", "Restriction": "Restriction"}[type(record).__name__]
    heading = f"{kind} at {record.place}, {wording.day(record.day)}, as the mission recorded it"
    leads = (record.patrol,) if not isinstance(record, Patrol) and record.patrol else ()
    return Explanation(record.id, heading, tuple(_facts(record)), (), leads)


def _facts(record: Patrol | Observation | Restriction) -> Iterator[tuple[str, str]]:
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name not in _SILENT and value not in (None, "", ()):
            yield each.name, _shown(value)
    if isinstance(record, Observation) and record.by:
        yield "who did it", f"{record.by} ({record.by_manner or 'how known is not recorded'})"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Count):
        return wording.count(value)
    if isinstance(value, tuple):
        return ", ".join(f"{wording.count(each.count)} {each.metric}" if isinstance(each, Harm) else str(each) for each in value)
    return str(value)


def find_record(records: MissionRecords, ref: str) -> tuple[Patrol | Observation | Restriction, ...]:
    """Return the records whose id is or begins with ``ref``."""
    every: Iterable[Patrol | Observation | Restriction] = (*records.patrols, *records.observations, *records.restrictions)
    return tuple(each for each in every if each.id.startswith(ref))
