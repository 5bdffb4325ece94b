"""One commitment in one period: the four outputs of DOMAIN section 6 from the evidence that bears on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.records.compliance import CellState, Condition, ConfidenceLevel, Happening, Observability, Violation
from trucewatch.records.plan import Commitment, CommitmentKind, Indicator, Period

_FULL = 3
_KNOWN = frozenset({"corroborated", "verified"})

type Pair = tuple[Happening, Indicator]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a cell says, before trend, claims and approval are put beside it."""

    state: CellState
    due: int | None
    implementation: int | None
    indicated: int | None
    violations: tuple[Violation, ...]
    condition: Condition | None
    rule: str
    evidence: tuple[Happening, ...]


def judge_cell(
    commitment: Commitment,
    period: Period,
    bearing: Sequence[Pair],
    so_far: Sequence[Pair],
    seen: Observability,
    threshold: float,
    obligors: frozenset[str],
    party_names: Iterable[str] = (),
    *,
    suspended: bool = False,
) -> Judged:
    """Return the state of a commitment in a period.

    ``bearing`` is the evidence of the period, ``so_far`` all evidence up to its end; ``suspended``: a commitment on which this one
    depends is breached by charged violations. Below ``threshold`` the absence of a violation says nothing; an established violation stays.
    """
    condition, kind = _condition(commitment, period, so_far, suspended=suspended)
    if condition in {"not triggered", "suspended"}:
        words = {"not triggered": "its trigger is not met", "suspended": "what it depends on is breached by charged violations"}
        state: CellState = "suspended" if condition == "suspended" else "not triggered"
        return Judged(state, None, None, None, (), condition, f"conditional: {words[state]}", tuple(h for h, _i in bearing))
    if period.end < commitment.start or (commitment.until and commitment.until < period.start):
        return Judged("not due", 0, None, None, (), condition, "outside the days on which it binds", ())
    violations = tuple(
        Violation(h, i.text, tuple(party for party in h.charged if party in obligors))
        for h, i in bearing
        if i.effect == "violation" and _binding(h, commitment)
    )
    due = due_level(commitment, kind, period)
    indicated, shown = _indicated(commitment, kind, period, bearing, so_far, frozenset(party_names))
    evidence = (*(violation.happening for violation in violations), *shown)
    assessable = seen.share is not None and seen.share >= threshold
    level = min(indicated, due) if indicated is not None and due is not None else None
    if violations:
        return Judged("violated", due, level if assessable else None, indicated, violations, condition, _violated(violations), evidence)
    if due == 0:
        return Judged("not due", due, None, indicated, (), condition, "nothing of it was due yet", evidence)
    if not assessable:
        return Judged("not assessable", due, None, indicated, (), condition, _unseen(seen, threshold), evidence)
    if kind == "continuing negative":
        return Judged(
            "no violation seen",
            due,
            None,
            None,
            (),
            condition,
            f"no violation, and {seen.share:.0%} of what was planned was seen",
            evidence,
        )
    if level is None:
        return Judged("not assessable", due, None, None, (), condition, "nothing in the plan says what would show it", evidence)
    return Judged("scored", due, level, indicated, (), condition, f"implementation {indicated} of 3 shown, {due} due", evidence)


def _condition(
    commitment: Commitment, period: Period, so_far: Sequence[Pair], *, suspended: bool
) -> tuple[Condition | None, CommitmentKind]:
    """The condition a commitment is in, and the kind by which it is judged."""
    trigger = commitment.trigger
    if commitment.kind != "conditional" or trigger is None:
        return None, commitment.kind
    met = (trigger.day is not None and trigger.day <= period.end) or any(i.effect == "trigger" for _h, i in so_far)
    if not met:
        return "not triggered", commitment.then
    return ("suspended" if suspended else "due"), commitment.then


def _binding(happening: Happening, commitment: Commitment) -> bool:
    """Whether the commitment bound on the day: from its start, not after its end; a day in doubt counts for the obligor."""
    if happening.start is None or happening.start < commitment.start:
        return False
    return commitment.until is None or happening.start <= commitment.until


def due_level(commitment: Commitment, kind: CommitmentKind, period: Period) -> int | None:
    """Return how much implementation (0–3) was due by the end of a period; None for a prohibition, which is not scored."""
    if kind == "continuing negative":
        return None
    reached = [milestone.level for milestone in commitment.milestones if milestone.day <= period.end]
    if commitment.milestones:
        past = commitment.deadline is not None and commitment.deadline <= period.end
        return _FULL if past else max(reached, default=0)
    if kind in {"discrete", "progressive"} and commitment.deadline is not None:
        return _FULL if commitment.deadline <= period.end else 0
    return _FULL


def _indicated(
    commitment: Commitment, kind: CommitmentKind, period: Period, bearing: Sequence[Pair], so_far: Sequence[Pair], own: frozenset[str]
) -> tuple[int | None, tuple[Happening, ...]]:
    """The implementation that the evidence shows and what shows it; None where the plan says nothing of what would.

    Discrete and progressive commitments stay done; continuing and recurring ones are shown anew in each period.
    """
    if kind == "continuing negative" or not (any(i.effect == "implementation" for i in commitment.indicators) or commitment.milestones):
        named = [pair for pair in so_far if pair[1].effect == "implementation"]
        if kind == "continuing negative" or not named:
            return None, ()
    pairs = [pair for pair in (so_far if kind in {"discrete", "progressive"} else bearing) if pair[1].effect == "implementation"]
    shown = tuple(h for h, _i in pairs)
    if kind == "recurring":
        days = {h.start for h, _i in pairs if _level(h, _i, own) > 0}
        return _share(len(days), period.days), shown
    return max((_level(h, i, own) for h, i in pairs), default=0), shown


def _level(happening: Happening, indicator: Indicator, own: frozenset[str]) -> int:
    """The level one happening shows. What is only reported shows a beginning at most; the obligor's own word shows nothing."""
    if happening.total:
        level = _share(happening.done or 0, happening.total)
    elif happening.level is not None:
        level = happening.level
    else:
        level = indicator.level if indicator.level is not None else 1
    if happening.status in _KNOWN:
        return level
    if happening.blocs and set(happening.blocs) <= own:
        return 0
    return min(level, 1)


def _share(done: int, total: int) -> int:
    """A share on the 0–3 scale of the Kroc Peace Accords Matrix: none · less than half · half or more · all."""
    if done <= 0 or total <= 0:
        return 0
    return _FULL if done >= total else 2 if 2 * done >= total else 1


def _violated(violations: Sequence[Violation]) -> str:
    charged = sum(bool(violation.charged) for violation in violations)
    return (
        f"{len(violations)} on record, {charged} charged to an obligor"
        if charged
        else f"{len(violations)} on record, none charged to an obligor"
    )


def _unseen(seen: Observability, threshold: float) -> str:
    if seen.share is None:
        return "no presence data: nobody is known to have been able to look"
    return f"{seen.share:.0%} of what was planned was seen, under the threshold of {threshold:.0%}"


def confidence(
    happenings: Sequence[Happening], state: CellState, seen: Observability
) -> tuple[ConfidenceLevel, tuple[str, ...], tuple[str, ...]]:
    """Return the confidence of a cell with the origins and methods it comes from.

    High: the mission saw or recorded it and another origin says so, a body found it, or three origins by two methods. Moderate: the mission
    saw it, or two origins. Low: one. Where no violation was seen, the share seen decides: 0.9 and 0.7.
    """
    origins = tuple(sorted({origin for each in happenings for origin in each.origins}))
    methods = tuple(sorted({method for each in happenings for method in each.methods}))
    if state == "no violation seen":
        share = seen.share or 0.0
        return ("high" if share >= 0.9 else "moderate" if share >= 0.7 else "low"), (), ("patrols",)
    if state not in {"violated", "scored"} or not happenings:
        return "none", origins, methods
    seen_itself = bool({"mission saw", "mission recorded", "mission"} & set(methods))
    if "finding" in methods or (seen_itself and len(origins) > 1) or (len(origins) > 2 and len(methods) > 1):
        return "high", origins, methods
    return ("moderate" if seen_itself or len(origins) > 1 else "low"), origins, methods
