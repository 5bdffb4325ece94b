"""A plan's compliance → its part of the brief: the latest period, violations one by one, the rest by state."""

from collections.abc import Iterable, Iterator

from trucewatch.product import plan_words, wording
from trucewatch.product.model import Group, Line
from trucewatch.records.compliance import Compliance, ComplianceCell
from trucewatch.records.plan import Plan


def compliance_groups(plans: Iterable[tuple[Plan, Compliance]]) -> tuple[Group, ...]:
    """Return a group for each plan: how far it was kept in the latest period with evidence. Everything in it is a proposal until a named
    person approves it; ``trucewatch plan show`` has every cell and period."""
    return tuple(
        Group(f"{plan.title}, {plan_words.period(found.periods[-1])}", tuple(_lines(plan, found))) for plan, found in plans if found.periods
    )


def _lines(plan: Plan, found: Compliance) -> Iterator[Line]:
    cells = [cell for cell in found.cells if cell.period == found.periods[-1]]
    actions = {each.id: each.action for each in plan.commitments}
    names = plan_words.names_of(plan)
    for cell in cells:
        if cell.violations or cell.state == "scored":
            about = f"{cell.commitment}, {names[cell.obligor]}: {actions[cell.commitment]}"
            refs = tuple(dict.fromkeys(violation.happening.ref for violation in cell.violations)) or cell.evidence
            yield Line(f"{about} — {_outcome(plan, cell)}", refs, flags=("approved",) if cell.approval else ("proposed",))
    rest: dict[str, list[ComplianceCell]] = {}
    for cell in cells:
        if not cell.violations and cell.state != "scored":
            rest.setdefault(cell.condition if cell.condition in {"suspended", "not triggered"} else cell.state, []).append(cell)
    for state, group in rest.items():
        commitments = wording.listing([cell.commitment for cell in group], limit=40)
        yield Line(
            f"{wording.sentence(state)}: {commitments}{_why(state, group)}",
            tuple(dict.fromkeys(ref for cell in group for ref in cell.evidence)),
        )


def _outcome(plan: Plan, cell: ComplianceCell) -> str:
    statuses = plan_words.statuses(cell)
    return plan_words.state(plan, cell) + (f" ({statuses})" if statuses else "")


def _why(state: str, cells: Iterable[ComplianceCell]) -> str:
    """Say why nothing can be said: silence where nobody could look is no compliance."""
    if state != "not assessable":
        return ""
    most = max((cell.observability.share or 0 for cell in cells), default=0)
    seen = f"at most {most:.0%} of what was planned was seen" if most else "nothing of what was planned to be seen is known to have been"
    return f" — {seen}, so that silence means nothing"
