"""A plan, the analysis, the mission's records and people's decisions → compliance: one cell for each commitment, obligor and period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from trucewatch.plan.approvals import approvals, standing, with_approval
from trucewatch.plan.evidence import gather
from trucewatch.plan.indicators import Evidence, assign
from trucewatch.plan.observability import Presence
from trucewatch.plan.parties import Parties
from trucewatch.plan.periods import before, period_of
from trucewatch.plan.said import beside, contradictions, said_of
from trucewatch.plan.scoring import Judged, Pair, confidence, judge_cell
from trucewatch.plan.trends import trend_of
from trucewatch.plan.voices import Voices
from trucewatch.records.analysis import Analysis
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.compliance import Compliance, ComplianceCell, Happening, Observability, Said, Violation
from trucewatch.records.decision import Decision
from trucewatch.records.identity import identify
from trucewatch.records.mission import MissionRecords
from trucewatch.records.plan import Commitment, Period, Plan


@dataclass(frozen=True, slots=True)
class _Case:
    """What every cell is judged from."""

    plan: Plan
    parties: Parties
    evidence: Evidence
    presence: Presence
    said: tuple[tuple[Said, date | None], ...]
    period_of: Mapping[str, Period]


def comply(
    plan: Plan,
    *,
    analysis: Analysis | None = None,
    documents: Mapping[str, Document] | None = None,
    readings: Iterable[Reading] = (),
    records: MissionRecords | None = None,
    periods: Sequence[Period] | None = None,
    decisions: Iterable[Decision] = (),
) -> Compliance:
    """Return the compliance of ``plan`` over ``periods`` (by default the plan's own that hold any evidence, else the weeks that do).

    Pure: the same plan, analysis, claims, records and decisions give the same cells. Every cell is a proposal until a person approves it.
    Raises ValueError where periods overlap.
    """
    choices = standing(decisions)
    kept = records or MissionRecords()
    parties = Parties(plan, choices)
    voices = Voices(documents or {}, readings, parties)
    happenings = gather(analysis, voices, parties, kept, choices)
    wanted = _periods(plan, happenings, kept, periods)
    access = [each for each in happenings if each.access]
    shown = sorted({*wanted, *(before(period, plan.periods) for period in wanted[:1])})
    case = _Case(
        plan=plan,
        parties=parties,
        evidence=Evidence(happenings),
        presence=Presence(plan, kept.patrols, kept.restrictions, access),
        said=said_of(plan, voices),
        period_of=assign(happenings, shown),
    )
    found = approvals(choices)
    cells = tuple(with_approval(cell, found) for cell in _cells(case, wanted, shown))
    whole = tuple(each for each, day in case.said if each.whole and (day is None or any(p.holds(day, day) for p in wanted)))
    return Compliance(
        plan=plan.id,
        periods=wanted,
        cells=cells,
        said=whole,
        contradictions=contradictions(whole, violated=any(cell.violations for cell in cells), obligors=frozenset()),
        changed=tuple(cell.id for cell in cells if cell.basis_changed),
        undated=tuple(each for each in happenings if each.start is None or (each.ref not in case.period_of and _within(each, shown))),
    )


def _within(happening: Happening, periods: Sequence[Period]) -> bool:
    return any(happening.start and happening.end and happening.start <= p.end and p.start <= happening.end for p in periods)


def _periods(plan: Plan, happenings: Iterable[Happening], records: MissionRecords, given: Sequence[Period] | None) -> tuple[Period, ...]:
    """The periods to judge, in order."""
    if given is not None:
        ordered = tuple(sorted(given))
        for earlier, later in pairwise(ordered):
            if later.start <= earlier.end:
                raise ValueError(f"periods overlap: {earlier.start} to {earlier.end} and {later.start} to {later.end}")
        return ordered
    days = {each.start for each in happenings if each.start and each.end} | {patrol.day for patrol in records.patrols}
    if plan.periods:
        return tuple(period for period in plan.periods if any(period.start <= day <= period.end for day in days))
    first = min((c.start for c in plan.commitments), default=date.min)
    return tuple(sorted({period_of(day) for day in days if day >= first}))


def _cells(case: _Case, wanted: Sequence[Period], shown: Sequence[Period]) -> Iterable[ComplianceCell]:
    """Yield the cells, commitment by commitment in the plan's order, period by period."""
    bearing = {each.id: case.evidence.on(each, case.parties) for each in case.plan.commitments}
    judged: dict[tuple[str, Period], tuple[Judged, Observability, float]] = {}
    order = sorted(case.plan.commitments, key=lambda each: bool(each.trigger and each.trigger.suspended_while))
    for commitment in order:
        for period in shown:
            judged[commitment.id, period] = _judge(case, commitment, period, bearing[commitment.id], judged)
    for commitment in case.plan.commitments:
        for period in wanted:
            earlier = [each for each in shown if each < period]
            yield _cell(case, commitment, period, judged, earlier[-1] if earlier else None)


def _judge(
    case: _Case,
    commitment: Commitment,
    period: Period,
    pairs: Sequence[Pair],
    judged: Mapping[tuple[str, Period], tuple[Judged, Observability, float]],
) -> tuple[Judged, Observability, float]:
    threshold = case.plan.threshold if commitment.threshold is None else commitment.threshold
    seen = case.presence.over(period, commitment.places)
    obligors = case.parties.obligors(commitment.obligor)
    other = commitment.trigger.suspended_while if commitment.trigger else ()
    suspended = any(violation.charged for ident in other if (ident, period) in judged for violation in judged[ident, period][0].violations)
    result = judge_cell(
        commitment,
        period,
        [pair for pair in pairs if case.period_of.get(pair[0].ref) == period],
        [pair for pair in pairs if pair[0].end and pair[0].end <= period.end],
        seen,
        threshold,
        obligors,
        [bloc for party in sorted(obligors) for bloc in case.plan.party(party).blocs],
        suspended=suspended,
    )
    return result, seen, threshold


def _cell(
    case: _Case,
    commitment: Commitment,
    period: Period,
    judged: Mapping[tuple[str, Period], tuple[Judged, Observability, float]],
    earlier: Period | None,
) -> ComplianceCell:
    result, seen, threshold = judged[commitment.id, period]
    past = judged[commitment.id, earlier][:2] if earlier else None
    trend, because = trend_of((result, seen), past)
    level, origins, methods = confidence(result.evidence, result.state, seen)
    obligors = case.parties.obligors(commitment.obligor)
    said = beside(case.said, commitment, period.start, period.end, obligors, violated=bool(result.violations))
    return ComplianceCell(
        id=identify("cell", case.plan.id, commitment.id, commitment.obligor, period.start, period.end),
        commitment=commitment.id,
        obligor=commitment.obligor,
        period=period,
        state=result.state,
        due=result.due,
        implementation=result.implementation,
        indicated=result.indicated,
        violations=result.violations,
        observability=seen,
        threshold=threshold,
        confidence=level,
        origins=origins,
        methods=methods,
        condition=result.condition,
        said=said,
        contradictions=contradictions(said, violated=bool(result.violations), obligors=obligors),
        trend=trend,
        trend_because=because,
        rule=result.rule,
        evidence=tuple(dict.fromkeys(each.ref for each in result.evidence)),
        basis=_basis(result, seen, level, origins, said),
    )


def _basis(result: Judged, seen: Observability, level: str, origins: Sequence[str], said: Sequence[Said]) -> str:
    """A digest of what a cell's outputs rest on. It counts what happened, never how many reports tell of it, so copies do not change it."""
    violations = sorted(_mark(violation) for violation in result.violations)
    words = sorted({(each.speaker, each.verdict, each.commitment) for each in said})
    return identify("b", result.state, result.due, result.implementation, violations, seen.share, level, tuple(origins), words)


def _mark(violation: Violation) -> tuple[str | int | tuple[str, ...], ...]:
    """What of a violation makes a difference: what, when, how sure, charged to whom, alleged of whom."""
    h = violation.happening
    return (h.type, str(h.start), str(h.end), h.status, violation.charged, tuple(sorted(each.party or "" for each in h.allegations)))
