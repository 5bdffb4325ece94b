"""Mission records and claims → the access picture: who was hindered, how, by whom, with what reason given, and what could not be seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.plan.parties import Parties
from trucewatch.records.mission import Patrol, Restriction
from trucewatch.records.plan import Period, PlannedPresence
from trucewatch.records.terms import AccessKind


@dataclass(frozen=True, slots=True)
class AccessLine:
    """Restrictions of one kind by one actor in a period. ``by`` is as recorded, or "not known"; ``reasons`` are quoted words."""

    kind: AccessKind
    by: str
    party: str | None
    number: int
    places: tuple[str, ...]
    reasons: tuple[str, ...]
    effects: tuple[str, ...]
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unseen:
    """A planned place that was not seen on some days of a period: how many of how many, and why."""

    place: str
    area: str | None
    planned: int
    missed: int
    why: tuple[str, ...]
    refs: tuple[str, ...]


def access_picture(restrictions: Iterable[Restriction], period: Period, parties: Parties | None = None) -> tuple[AccessLine, ...]:
    """Return the restrictions of a period by kind and by whom, the most frequent first."""
    groups: dict[tuple[AccessKind, str], list[Restriction]] = {}
    for each in restrictions:
        if period.holds(each.day, each.day):
            groups.setdefault((each.kind, each.by or "not known"), []).append(each)
    lines = [
        AccessLine(
            kind=kind,
            by=by,
            party=parties.of(by) if parties and by != "not known" else None,
            number=len(group),
            places=tuple(sorted({each.place for each in group})),
            reasons=tuple(dict.fromkeys(each.reason for each in group if each.reason)),
            effects=tuple(dict.fromkeys(each.effect for each in group if each.effect)),
            refs=tuple(each.id for each in group),
        )
        for (kind, by), group in groups.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.number, line.kind, line.by)))


def unseen(
    patrols: Iterable[Patrol], restrictions: Iterable[Restriction], period: Period, planned: Iterable[PlannedPresence] = ()
) -> tuple[Unseen, ...]:
    """Return the planned places that nobody saw on some days of a period, most missed days first, with what stood in the way.

    ``planned`` is the presence a plan foresees; a day of it without any patrol is missed too.
    """
    reasons: dict[str, list[str]] = {}
    for each in restrictions:
        if each.patrol:
            reasons.setdefault(each.patrol, []).append(f"{each.kind} by {each.by or 'persons not known'}")
    places: dict[str, list[Patrol]] = {}
    due: dict[str, set[date]] = {}
    areas: dict[str, str | None] = {}
    for patrol in patrols:
        if period.holds(patrol.day, patrol.day):
            places.setdefault(patrol.place, []).append(patrol)
            areas.setdefault(patrol.place, patrol.area)
            if patrol.planned:
                due.setdefault(patrol.place, set()).add(patrol.day)
    for presence in planned:
        first, last = max(presence.start, period.start), min(presence.end, period.end)
        days = {first + timedelta(days=number) for number in range((last - first).days + 1)}
        if days:
            due.setdefault(presence.place, set()).update(days)
            areas.setdefault(presence.place, presence.area)
    found = []
    for place, days in due.items():
        made = places.get(place, [])
        missed = days - {patrol.day for patrol in made if patrol.made and patrol.reached}
        failed = [patrol for patrol in made if patrol.day in missed]
        why = [reason for patrol in failed for reason in reasons.get(patrol.id, ["not made" if not patrol.made else "not reached"])]
        if missed - {patrol.day for patrol in failed}:
            why.append("no patrol recorded")
        if missed:
            refs = tuple(patrol.id for patrol in failed)
            found.append(Unseen(place, areas[place], len(days), len(missed), tuple(dict.fromkeys(why)), refs))
    return tuple(sorted(found, key=lambda each: (-each.missed, each.place)))
