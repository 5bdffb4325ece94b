"""A mission's records up to a cut-off time → the daily report in the form that monitors use. Pure: the same records give the same report.

After the public daily reports of the OSCE Special Monitoring Mission and of UN observer missions: what was seen is parted from what was
heard and what observers were told, figures stand beside the presence that produced them, and what could not be seen has its own section.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from trucewatch.plan.access import AccessLine, Unseen, access_picture, unseen
from trucewatch.plan.observability import Presence
from trucewatch.plan.parties import Parties
from trucewatch.product import wording
from trucewatch.product.model import Line
from trucewatch.records.compliance import Observability
from trucewatch.records.extent import Count
from trucewatch.records.mission import MissionRecords, Observation
from trucewatch.records.plan import Period, Plan
from trucewatch.vocab import vocabulary

_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)")
_DIRECT = ("saw", "recorded")
_NO_AREA = "area not given"
_NOBODY = "not attributed"


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area: violations and explosions beside those of the period before, each beside what was seen then."""

    area: str
    violations: int
    explosions: int
    violations_before: int
    explosions_before: int
    seen: Observability
    seen_before: Observability
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """Violations that observers themselves saw one side commit. Never shown without ``seen``, the presence that produced the figure."""

    side: str
    violations: int
    seen: Observability
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day: violations by area, and the share of planned presence seen (None: not known)."""

    day: date
    violations: tuple[tuple[str, int], ...]
    seen: float | None

    @property
    def total(self) -> int:
        """The violations of all areas."""
        return sum(number for _area, number in self.violations)


@dataclass(frozen=True, slots=True)
class DailyReport:
    """Everything a report says, in the order it says it."""

    plan: str
    mission: str
    span: Period
    before: Period
    cutoff: str
    areas: tuple[AreaRow, ...]
    sides: tuple[SideRow, ...]
    observed: tuple[Line, ...]
    casualties: tuple[Line, ...]
    withdrawal: tuple[Line, ...]
    access: tuple[AccessLine, ...]
    unseen: tuple[Unseen, ...]
    questions: tuple[Line, ...]
    patrols_made: int
    patrols_planned: int
    days: tuple[DayFigures, ...]
    """The days of the report and as many before it as make a fortnight, for the drawing."""


def daily_report(
    plan: Plan, records: MissionRecords, day: date, *, cutoff: str = "24:00", days: int = 1, questions: Iterable[Line] = ()
) -> DailyReport:
    """Return the report of ``day``, or of the ``days`` that end with it. ``questions`` are further ones, from what reports leave open.

    ``cutoff`` is the local time at which the report closes ("19:30"): what is recorded after it belongs to the next report, and what was
    recorded after yesterday's to this one. Raises ValueError where it is no time of day.
    """
    if cutoff != "24:00" and not _TIME.fullmatch(cutoff):
        raise ValueError(f"{cutoff!r} is not a time of day; write 19:30")
    span = Period(day - timedelta(days=days - 1), day)
    before = Period(span.start - timedelta(days=days), span.start - timedelta(days=1))
    shifted = _shifted(records, cutoff)
    parties = Parties(plan)
    now = [each for each in shifted.observations if span.holds(each.day, each.day)]
    then = [each for each in shifted.observations if before.holds(each.day, each.day)]
    presence = _presences(plan, shifted)
    hindered = unseen(shifted.patrols, shifted.restrictions, span, plan.presence)
    access = access_picture(shifted.restrictions, span, parties)
    patrols = [each for each in shifted.patrols if span.holds(each.day, each.day)]
    return DailyReport(
        plan=plan.title,
        mission=parties.names().get(plan.mission or "", "the mission"),
        span=span,
        before=before,
        cutoff=cutoff,
        areas=tuple(_areas(plan, now, then, presence, span, before)),
        sides=tuple(_sides(plan, parties, now, presence[None].over(span))),
        observed=tuple(_line(each) for each in _ordered(now) if _violates(plan, each.kind) or each.manner in _DIRECT),
        casualties=tuple(line for each in _ordered(now) for line in _harm(each)),
        withdrawal=tuple(_progress(each) for each in _ordered(now) if each.total),
        access=access,
        unseen=hindered,
        questions=(*_questions(plan, now, access, hindered), *questions),
        patrols_made=sum(each.made for each in patrols),
        patrols_planned=sum(each.planned for each in patrols),
        days=figures_by_day(plan, shifted, min(span.start, day - timedelta(days=13)), day),
    )


def figures_by_day(plan: Plan, records: MissionRecords, first: date, last: date) -> tuple[DayFigures, ...]:
    """Return each day from ``first`` to ``last``: violations by area and the share of planned presence that was seen."""
    presence = Presence(plan, records.patrols, records.restrictions)
    by_day: dict[date, dict[str, int]] = {}
    for each in records.observations:
        if first <= each.day <= last and _violates(plan, each.kind):
            areas = by_day.setdefault(each.day, {})
            areas[each.area or _NO_AREA] = areas.get(each.area or _NO_AREA, 0) + each.number.low
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(DayFigures(day, tuple(sorted(by_day.get(day, {}).items())), presence.over(Period(day, day)).share) for day in days)


def _shifted(records: MissionRecords, cutoff: str) -> MissionRecords:
    """Observations and restrictions with the day of the report they belong to."""
    limit = _minutes(cutoff)

    def day_of(day: date, at: str | None) -> date:
        minutes = _minutes(at) if at else None
        return day + timedelta(days=1) if limit is not None and minutes is not None and minutes > limit else day

    if limit is None:
        return records
    return replace(
        records,
        observations=tuple(replace(each, day=day_of(each.day, each.at)) for each in records.observations),
        restrictions=tuple(replace(each, day=day_of(each.day, each.at)) for each in records.restrictions),
    )


def _minutes(time: str) -> int | None:
    """Minutes since midnight of the last time of day in a text, None where there is none, or for 24:00."""
    found = _TIME.findall(time)
    return int(found[-1][0]) * 60 + int(found[-1][1]) if found else None


@cache
def _explosions() -> frozenset[str]:
    data: Any = vocabulary("mission_records")
    return frozenset(data["explosions"])


def _violates(plan: Plan, kind: str) -> bool:
    return kind in violation_kinds(plan)


@cache
def violation_kinds(plan: Plan) -> frozenset[str]:
    """Return the kinds of observation that break one of the plan's prohibitions on violence or weapons."""
    types: Any = vocabulary("event_types")
    found: set[str] = set()
    for commitment in plan.commitments:
        for indicator in commitment.indicators:
            if indicator.effect == "violation" and not indicator.targets:
                found.update(indicator.records)
                found.update(indicator.incidents)
                found.update(name for name, entry in types.items() if entry["family"] in indicator.families)
    return frozenset(found)


def _presences(plan: Plan, records: MissionRecords) -> Mapping[str | None, Presence]:
    """Presence over everything (None), and over each area alone."""
    found: dict[str | None, Presence] = {None: Presence(plan, records.patrols, records.restrictions)}
    areas = {each.area for each in plan.presence if each.area} | {each.area for each in records.patrols if each.area}
    for area in sorted(areas):
        part = replace(plan, presence=tuple(each for each in plan.presence if each.area == area))
        patrols = [each for each in records.patrols if each.area == area]
        stops = [each for each in records.restrictions if each.area in {area, None}]
        found[area] = Presence(part, patrols, stops)
    return found


def _areas(
    plan: Plan,
    now: Sequence[Observation],
    then: Sequence[Observation],
    presence: Mapping[str | None, Presence],
    span: Period,
    before: Period,
) -> Iterator[AreaRow]:
    areas = sorted({each.area or _NO_AREA for each in (*now, *then)} | {area for area in presence if area})
    nothing = Observability(None, 0, 0.0)
    for area in areas:
        today = [each for each in now if (each.area or _NO_AREA) == area]
        past = [each for each in then if (each.area or _NO_AREA) == area]
        own = presence.get(area)
        yield AreaRow(
            area=area,
            violations=sum(each.number.low for each in today if _violates(plan, each.kind)),
            explosions=sum(each.number.low for each in today if each.kind in _explosions()),
            violations_before=sum(each.number.low for each in past if _violates(plan, each.kind)),
            explosions_before=sum(each.number.low for each in past if each.kind in _explosions()),
            seen=own.over(span) if own else nothing,
            seen_before=own.over(before) if own else nothing,
            refs=tuple(each.id for each in today),
        )


def _sides(plan: Plan, parties: Parties, now: Iterable[Observation], seen: Observability) -> Iterator[SideRow]:
    """Only what observers saw or recorded somebody do counts for a side; all else stands as not attributed."""
    sums: dict[str, list[Observation]] = {}
    for each in now:
        if _violates(plan, each.kind):
            party = parties.of(each.by) if each.by_manner in _DIRECT else None
            sums.setdefault(parties.names()[party] if party else _NOBODY, []).append(each)
    for side in sorted(sums, key=lambda name: (name == _NOBODY, name)):
        yield SideRow(side, sum(each.number.low for each in sums[side]), seen, tuple(each.id for each in sums[side]))


def _ordered(observations: Iterable[Observation]) -> list[Observation]:
    return sorted(observations, key=lambda each: (each.area or "", each.place, each.day, each.at or "", each.id))


def _line(each: Observation) -> Line:
    """One observation in the mission's wording: saw · heard · recorded · was told · assessed as."""
    what = each.kind if each.number == Count(1, 1) else f"{wording.count(each.number)} × {each.kind}"
    weapon = f" ({each.weapon})" if each.weapon else ""
    hit = f", hitting {each.target}" if each.target else ""
    when = f"{wording.day(each.day)}{f', {each.at}' if each.at else ''}"
    who = f"; {_by(each)}" if each.by else ""
    manner = "assessed" if each.manner == "assessed as" else each.manner
    of = " of" if each.manner == "was told" else ""
    return Line(f"{each.place}, {when}: the mission {manner}{of} {what}{weapon}{hit}{who}", (each.id,))


def _by(each: Observation) -> str:
    """Who did it, never stronger than how the observers know it."""
    if each.by_manner in _DIRECT:
        return f"{each.by_manner} that it was {each.by}"
    return f"assessed as {each.by}" if each.by_manner == "assessed as" else f"said to be {each.by}"


def _harm(each: Observation) -> Iterator[Line]:
    for harm in each.harm:
        people = "people" if harm.population == "all" else harm.population
        known = {"saw": "seen", "recorded": "recorded"}.get(
            each.manner, "reported to the mission" if each.manner == "was told" else each.manner
        )
        yield Line(f"{each.place}, {wording.day(each.day)}: {wording.count(harm.count)} {people} {harm.metric} ({known})", (each.id,))


def _progress(each: Observation) -> Line:
    known = "recorded" if each.manner in _DIRECT else "not verified"
    return Line(f"{each.place}, {wording.day(each.day)}: {each.kind}, {each.done or 0} of {each.total} ({known})", (each.id,))


def _questions(plan: Plan, now: Iterable[Observation], access: Iterable[AccessLine], hindered: Iterable[Unseen]) -> Iterator[Line]:
    """What the next patrol should find out: one question for each thing that was heard, told, blocked or not seen."""
    for each in _ordered(now):
        day = wording.day(each.day)
        if each.manner == "heard" and _violates(plan, each.kind):
            yield Line(
                f"{each.place}: are there traces of the {wording.count(each.number)} × {each.kind} heard on {day}, and of what weapon?",
                (each.id,),
            )
        elif each.manner == "was told":
            yield Line(f"{each.place}: who saw the {each.kind} of {day} themselves, and what is left to see of it?", (each.id,))
        elif _violates(plan, each.kind) and not each.by:
            yield Line(f"{each.place}: who is responsible for the {each.kind} of {day}?", (each.id,))
        for harm in each.harm:
            if each.manner not in _DIRECT:
                yield Line(
                    f"{each.place}: can the hospital or a list of names confirm the {wording.count(harm.count)} {harm.metric} of {day}?",
                    (each.id,),
                )
    for line in access:
        where = wording.listing(line.places)
        who = f"is it still {line.by}" if line.by != "not known" else "who is it"
        yield Line(f"{where}: {wording.ACCESS_WORDS[line.kind]} {line.number} × — {who}, and on whose order?", line.refs)
    for gap in hindered:
        yield Line(
            f"{gap.place}: not seen on {gap.missed} of {gap.planned} planned days ({wording.listing(gap.why)}). Can it be reached?",
            gap.refs,
        )
