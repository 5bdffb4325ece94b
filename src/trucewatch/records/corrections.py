"""What people corrected of claims → the readings as they count. What was read stays as it is; nothing here writes.

A ``correct`` decision on a claim gives ``field`` and ``value``: polarity, factuality, about; of a count low, high (empty: none
stated), metric, population, scope; of a responsibility claim actor, label, role, scope; of an event type, stage, day (``2012-06-06``
or ``first/last``). A ``reject`` decision on a claim alone takes it out of the analysis.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from trucewatch.records.assertion import CasualtyPayload, Claim, EventPayload, Reading, ResponsibilityPayload
from trucewatch.records.decision import Decision, standing
from trucewatch.records.extent import When

_OF_CLAIM = frozenset({"polarity", "factuality", "about"})
_OF_PAYLOAD: dict[type[Any], frozenset[str]] = {
    CasualtyPayload: frozenset({"metric", "population", "scope"}),
    ResponsibilityPayload: frozenset({"actor", "label", "role", "scope"}),
    EventPayload: frozenset({"type", "stage"}),
}


def rejected_claims(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the claims that people took out of the analysis."""
    return frozenset(decision.subjects[0] for decision in standing(decisions) if decision.verb == "reject" and len(decision.subjects) == 1)


def corrected_readings(readings: Sequence[Reading], decisions: Sequence[Decision]) -> tuple[Reading, ...]:
    """Return the readings as people corrected them, in the same order."""
    changes = corrections_in(decisions)
    if not changes:
        return tuple(readings)
    return tuple(
        replace(reading, claims=tuple(_corrected(claim, changes[claim.id]) if claim.id in changes else claim for claim in reading.claims))
        for reading in readings
    )


def changed_claims(readings: Iterable[Reading], decisions: Sequence[Decision]) -> Mapping[str, list[tuple[str, ...]]]:
    """Return, by document, what people changed in its claims: claim, field and value of each correction, and the claims taken out."""
    changes: dict[str, list[tuple[str, ...]]] = {name: list(fields) for name, fields in corrections_in(decisions).items()}
    for name in sorted(rejected_claims(decisions)):
        changes.setdefault(name, []).append(("rejected",))
    found: dict[str, list[tuple[str, ...]]] = {}
    for reading in readings if changes else ():
        for claim in reading.claims:
            for change in changes.get(claim.id, ()):
                found.setdefault(reading.document, []).append((claim.id, *change))
    return found


def corrections_in(decisions: Sequence[Decision]) -> dict[str, list[tuple[str, str]]]:
    """Field and value of every standing correction, by record id, in the order decided."""
    changes: dict[str, list[tuple[str, str]]] = {}
    for decision in standing(decisions):
        field = decision.value("field")
        if decision.verb == "correct" and field:
            for subject in decision.subjects:
                changes.setdefault(subject, []).append((field, decision.value("value") or ""))
    return changes


def _corrected(claim: Claim, changes: Iterable[tuple[str, str]]) -> Claim:
    """Return one claim with its fields changed; a field it does not have changes nothing."""
    for field, value in changes:
        if field in _OF_CLAIM:
            claim = _with(claim, field, value or None)
        elif field in _OF_PAYLOAD.get(type(claim.payload), frozenset()):
            claim = replace(claim, payload=_with(claim.payload, field, value or None))
        elif isinstance(claim.payload, CasualtyPayload) and field in {"low", "high"}:
            claim = replace(claim, payload=_counted(claim.payload, field, value))
        elif isinstance(claim.payload, EventPayload) and field == "day":
            claim = replace(claim, payload=replace(claim.payload, when=_day(value)))
    return claim


def _with[T](record: T, field: str, value: str | None) -> T:
    """Change one field of words."""
    change: Any = {field: value}
    changed: T = replace(record, **change)  # type: ignore[type-var]
    return changed


def _counted(payload: CasualtyPayload, field: str, value: str) -> CasualtyPayload:
    """Change one bound; a bound that would cross the other, or is no number, changes nothing."""
    number = int(value) if value.isdigit() else None
    low = number if field == "low" and number is not None else payload.low
    high = number if field == "high" else payload.high
    return payload if high is not None and high < low else replace(payload, low=low, high=high)


def _day(value: str) -> When | None:
    """Read a day or ``first/last``; None for what is no date: not known."""
    first, _, last = value.partition("/")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return None
    return When(start, end, "day" if start == end else "range", value, rule="corrected") if start <= end else None
