"""Evidence → the status of each aspect, what the machine proposes, and which aspects are contested (DOMAIN section 5).

The machine sets ``reported`` and the flag ``contested``; anything more it only proposes, and people decide.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from trucewatch.judging.evidence import Evidence, asserting
from trucewatch.judging.origins import group_of
from trucewatch.judging.ranges import METRICS
from trucewatch.judging.responsibility import Blame
from trucewatch.records.analysis import CasualtyRange, Contradiction, CountPoint, Finding, Incident, StatusStep
from trucewatch.records.assertion import CasualtyPayload, EventPayload, ResponsibilityPayload
from trucewatch.records.extent import Count
from trucewatch.records.terms import ASPECTS, Aspect, AspectStatus


def steps_of(
    incident: Incident,
    evidence: Sequence[Evidence],
    counts: Sequence[CasualtyRange],
    blames: Sequence[Blame],
    findings: Sequence[Finding],
    contradictions: Sequence[Contradiction],
) -> tuple[StatusStep, ...]:
    """Return one step for each aspect, in the order of ASPECTS."""
    support = _support(incident, evidence, counts, blames)
    accused = {blame.bloc for blame in blames if blame.bloc and blame.how in {"asserted", "implied"}}
    contested = {contradiction.aspect for contradiction in contradictions}
    return tuple(_step(aspect, support.get(aspect, ()), accused, findings, blames, contested=aspect in contested) for aspect in ASPECTS)


def _support(
    incident: Incident, evidence: Sequence[Evidence], counts: Sequence[CasualtyRange], blames: Sequence[Blame]
) -> dict[Aspect, tuple[Evidence, ...]]:
    """The evidence behind each aspect: certain or probable assertions that bear on it."""
    stated = tuple(one for one in asserting(evidence) if one.claim.factuality != "possible")
    events = tuple(one for one in stated if isinstance(one.claim.payload, EventPayload | CasualtyPayload))
    live = {point.claim for row in counts for point in row.history}
    support: dict[Aspect, tuple[Evidence, ...]] = {
        "occurrence": events or stated,
        "count": tuple(one for one in asserting(evidence) if one.claim.id in live),
        "attribution": tuple(
            blame.evidence for blame in blames if blame.how in {"asserted", "implied", "found"} and blame.scope == "incident"
        ),
    }
    if incident.when and incident.when.known:
        support["time"] = tuple(one for one in events if isinstance(one.claim.payload, EventPayload) and one.claim.payload.when) or events
    if incident.where:
        support["place"] = tuple(one for one in events if isinstance(one.claim.payload, EventPayload) and one.claim.payload.where) or events
    return support


def _step(
    aspect: Aspect,
    support: Sequence[Evidence],
    accused: set[str],
    findings: Sequence[Finding],
    blames: Sequence[Blame],
    *,
    contested: bool,
) -> StatusStep:
    """Decide one aspect."""
    claims = tuple(dict.fromkeys(one.claim.id for one in support))
    if aspect == "attribution" and findings:
        named = ", ".join(f"{finding.body} ({finding.standard or 'standard not stated'})" for finding in findings)
        return StatusStep(aspect, "reported", "verified", contested, f"found by {named}", claims)
    if not support:
        return StatusStep(aspect, "unassessed", None, contested, "no claim bears on it")
    if aspect == "attribution":
        support = _agreeing(
            [(blame.bloc or blame.key[0], blame.evidence) for blame in blames if blame.how in {"asserted", "implied"}], support
        )
    elif aspect == "count":
        support = _agreeing(list(_numbers(support)), support)
    proposed, because = _proposal(support, accused)
    return StatusStep(aspect, "reported", proposed, contested, because, claims)


def _agreeing(said: Sequence[tuple[object, Evidence]], support: Sequence[Evidence]) -> Sequence[Evidence]:
    """Keep the largest group of voices that say the same: two origins that contradict one another corroborate nothing."""
    groups: dict[object, list[Evidence]] = {}
    for what, one in said:
        groups.setdefault(what, []).append(one)
    if not groups:
        return support
    return max(groups.values(), key=lambda group: len({group_of(root) for one in group for root in one.roots if root.known}))


def _numbers(support: Sequence[Evidence]) -> Iterable[tuple[tuple[int, int | None], Evidence]]:
    """The intervals that the evidence for a count gives."""
    for one in support:
        if isinstance(one.claim.payload, CasualtyPayload):
            yield (one.claim.payload.low, one.claim.payload.high), one


def _proposal(support: Sequence[Evidence], accused: set[str]) -> tuple[AspectStatus | None, str]:
    """Propose corroborated where two independent origins agree and one is no party to the allegation, or of another method."""
    groups = {group_of(root): root for one in support for root in one.roots if root.known}
    if len(groups) < 2:
        names = ", ".join(sorted(root.name for root in groups.values())) or "no named source"
        return None, f"one independent origin: {names}" if groups else "no named source"
    apart = [root for root in groups.values() if not root.party]
    against = [root for root in groups.values() if root.bloc in accused]
    if not apart and not against:
        return None, f"{len(groups)} origins, all parties to the allegation"
    names = ", ".join(sorted(root.origin for root in groups.values()))
    return "corroborated", f"{len(groups)} independent origins: {names}"


def contradictions_of(
    incident: Incident, evidence: Sequence[Evidence], counts: Sequence[CasualtyRange], blames: Sequence[Blame]
) -> tuple[Contradiction, ...]:
    """Return the contradictions of identified sources on an incident, one for each aspect they contest."""
    found = [_count(incident, row) for row in counts if row.scope is None and row.metric in METRICS]
    found += [_attribution(incident, blames), _occurrence(incident, evidence), _time(incident, evidence)]
    return tuple(one for one in found if one is not None)


def _count(incident: Incident, row: CasualtyRange) -> Contradiction | None:
    """Live counts of named origins no number satisfies together."""
    live = [point for point in row.history if point.live and point.origin]
    clashing = [(one, other) for one, other in combinations(live, 2) if one.origin != other.origin and not _meet(one, other)]
    if not clashing:
        return None
    points = list(dict.fromkeys(point for pair in clashing for point in pair))
    told = "; ".join(f"{point.origin}: {interval(Count(point.low, point.high))}" for point in points)
    return Contradiction(
        incident.id, "count", tuple(dict.fromkeys(point.claim for point in points)), f"{row.metric} ({row.population}): {told}"
    )


def _meet(one: CountPoint, other: CountPoint) -> bool:
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def interval(count: Count) -> str:
    """Write an interval: ``78``, ``at least 78``, ``9–100``, ``up to 78``."""
    if count.high is None:
        return f"at least {count.low}"
    if count.exact:
        return str(count.low)
    return f"up to {count.high}" if count.low == 0 else f"{count.low}–{count.high}"


def _attribution(incident: Incident, blames: Sequence[Blame]) -> Contradiction | None:
    """One side blamed by one and cleared by another, or two sides blamed, by named sources."""
    own = [blame for blame in blames if blame.scope == "incident" and blame.evidence.identified and blame.how != "none"]
    against = [blame for blame in own if blame.how != "denied"]
    cleared = [blame for blame in own if blame.how == "denied"]
    clashing: list[Blame] = []
    for one in against:
        clashing += [blame for other in cleared if _one_side(one, other) and _voices_differ(one, other) for blame in (one, other)]
        clashing += [
            blame
            for other in against
            if not _one_side(one, other) and one.role == other.role and _opposed(one, other)
            for blame in (one, other)
        ]
    if not clashing:
        return None
    clashing.sort(key=lambda blame: blame.evidence.start)
    told = dict.fromkeys(f"{blame.evidence.speaker} {_VERB[blame.how]} “{blame.label}”" for blame in clashing)
    return Contradiction(incident.id, "attribution", tuple(dict.fromkeys(blame.evidence.claim.id for blame in clashing)), "; ".join(told))


_VERB = {"asserted": "blames", "implied": "points to", "found": "found responsible", "denied": "denies it of"}


def _one_side(one: Blame, other: Blame) -> bool:
    """Return whether two labels speak of one side: the same bloc, or the same words where no bloc is known."""
    if one.bloc and other.bloc:
        return one.bloc == other.bloc
    return one.key[0] == other.key[0]


def _voices_differ(one: Blame, other: Blame) -> bool:
    return not {group_of(root) for root in one.evidence.roots} & {group_of(root) for root in other.evidence.roots}


def _opposed(one: Blame, other: Blame) -> bool:
    """Return whether two voices of different groups blame different sides; a label nobody aligned stands only against an aligned one."""
    return _voices_differ(one, other) and bool(one.bloc or other.bloc)


def _occurrence(incident: Incident, evidence: Sequence[Evidence]) -> Contradiction | None:
    """A denial that the event happened at all, beside an assertion that it did, by other named sources.

    Who only denies that somebody did it does not deny that it was done.
    """
    blaming = {one.claim.statement for one in evidence if isinstance(one.claim.payload, ResponsibilityPayload)}
    denied = (one for one in evidence if one.claim.polarity == "deny" and one.identified and one.claim.statement not in blaming)
    denials = [
        one
        for one in denied
        if isinstance(one.claim.payload, EventPayload)
        and not any(person.role.startswith("perpetrator") for person in one.claim.payload.participants)
    ]  # fmt: skip
    stated = [one for one in asserting(evidence) if isinstance(one.claim.payload, EventPayload) and one.identified]
    pairs = [(one, other) for one in denials for other in stated if one.speaker != other.speaker]
    if not pairs:
        return None
    claims = tuple(dict.fromkeys(one.claim.id for pair in pairs for one in pair))
    return Contradiction(
        incident.id, "occurrence", claims, "; ".join(dict.fromkeys(f"{one.speaker} denies that it happened" for one, _ in pairs))
    )


def _time(incident: Incident, evidence: Sequence[Evidence]) -> Contradiction | None:
    """Days given by named sources that do not meet."""
    dated = [
        (one, one.claim.payload.when)
        for one in asserting(evidence)
        if isinstance(one.claim.payload, EventPayload)
        and one.identified
        and one.claim.payload.when
        and one.claim.payload.when.precision == "day"
    ]
    clashing = [
        (one, other)
        for (one, first), (other, second) in combinations(dated, 2)
        if first.earliest != second.earliest and one.speaker != other.speaker
    ]
    if not clashing:
        return None
    claims = tuple(dict.fromkeys(one.claim.id for pair in clashing for one in pair))
    told = dict.fromkeys(f"{one.speaker}: {when.earliest}" for one, when in dated if one.claim.id in claims)
    return Contradiction(incident.id, "time", claims, "; ".join(told))


def summary(steps: Iterable[StatusStep]) -> dict[Aspect, AspectStatus]:
    """The status of each aspect."""
    return {step.aspect: step.status for step in steps}
