"""A plan over a case → the groups of lines by which a brief shows it: the commitments of one period, then positions, then the Council."""

from collections.abc import Iterable, Sequence

from trucewatch.product import plan_words, wording
from trucewatch.product.model import Group, Line
from trucewatch.records.plan import Compliance, ComplianceCell, Measure, Period, Plan, Position, Shift

_SILENT = ("not assessable", "not due", "not triggered", "no violation seen")


def plan_section(
    plan: Plan, compliance: Compliance, positions: Iterable[Position] = (), shifts: Iterable[Shift] = (), measures: Iterable[Measure] = ()
) -> tuple[Group, ...]:
    """Return the groups for a brief: cells that say something one by one, the others by state in a line each; what the parties say, and the
    positions on the plan. () where nothing on record falls into a period of the plan."""
    period = telling_period(compliance)
    if period is None:
        return ()
    cells = [cell for cell in compliance.cells if cell.period == period]
    groups = [Group(f"Commitments of the plan, {plan_words.period(period)}", tuple(_cells(plan, cells)))]
    said = [Line(plan_words.said(each), each.claims) for each in compliance.said]
    said += [Line(each, flags=("contradiction",)) for each in compliance.contradictions]
    if said:
        groups.append(Group("Said about the plan as a whole", tuple(said)))
    held = [*(_position(each) for each in positions), *(_shift(each) for each in shifts)]
    if held:
        groups.append(Group("Positions", tuple(held)))
    announced = [each for each in measures if "veto" in each.type.casefold().split()]
    if announced:
        groups.append(Group("Vetoes announced", tuple(_measure(each) for each in announced)))
    return tuple(groups)


def telling_period(compliance: Compliance) -> Period | None:
    """Return the latest period in which a commitment was violated or scored, else the latest of all."""
    telling = [cell.period for cell in compliance.cells if cell.state in {"violated", "scored"}]
    return max(telling, default=compliance.periods[-1] if compliance.periods else None)


def _cells(plan: Plan, cells: Sequence[ComplianceCell]) -> Iterable[Line]:
    for cell in cells:
        if cell.state not in _SILENT:
            yield _cell(plan, cell)
    for state in _SILENT:
        quiet = [cell for cell in cells if cell.state == state]
        if quiet:
            names = ", ".join(cell.commitment for cell in quiet)
            why = f" — {quiet[0].rule}" if state == "not assessable" else ""
            yield Line(f"{state[:1].upper()}{state[1:]}: {names}{why}")


def _cell(plan: Plan, cell: ComplianceCell) -> Line:
    commitment = next(each for each in plan.commitments if each.id == cell.commitment)
    names = plan_words.names_of(plan)
    reasons = "; ".join(plan_words.violation(plan, each) for each in cell.violations[:3])
    more = f"; and {len(cell.violations) - 3} more" if len(cell.violations) > 3 else ""
    refs = tuple(dict.fromkeys(ref for each in cell.violations for ref in (each.happening.ref, *each.happening.claims[:3])))
    flags = [plan_words.statuses(cell), plan_words.seen(cell.observability)] if cell.violations else [plan_words.seen(cell.observability)]
    flags += (
        ["approved"] if cell.approval and not cell.basis_changed else ["approved, basis changed"] if cell.basis_changed else ["proposed"]
    )
    text = f"{cell.commitment} {commitment.action} ({names[cell.obligor]}): {plan_words.state(plan, cell)}"
    return Line(text + (f". {reasons}{more}" if reasons else ""), refs, flags=tuple(flags))


def _position(each: Position) -> Line:
    stance = "did not say" if each.polarity == "non-assertion" else wording.STANCE_WORDS.get(each.stance, "on")
    hedges = tuple(f"hedged: {hedge}" for hedge in each.hedges)
    return Line(f"{stance}: {each.issue} ({wording.day(each.day)})", each.claims, quote=each.quote, by=each.actor, flags=hedges)


def _shift(each: Shift) -> Line:
    before, after = wording.STANCE_WORDS.get(each.before.stance, ""), wording.STANCE_WORDS.get(each.after.stance, "")
    text = f"moved from {before} ({wording.day(each.before.day)}) to {after} ({wording.day(each.after.day)}): {each.issue}"
    return Line(text, (*each.before.claims, *each.after.claims), quote=each.after.quote, by=each.actor, flags=("shift",))


def _measure(each: Measure) -> Line:
    step = each.steps[-1]
    target = f" of {each.target}" if each.target else ""
    return Line(
        f"{each.actor}: {each.type}{target}, {wording.MEASURE_WORDS[each.status]} ({wording.day(step.day)})", step.claims, quote=step.quote
    )
