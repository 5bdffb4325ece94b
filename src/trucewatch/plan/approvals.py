"""Decisions → which cells a named person approved, and what of them has changed since."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from trucewatch.records.compliance import Approval, ComplianceCell
from trucewatch.records.decision import Decision

_VERBS = frozenset({"accept", "correct"})


def approval_values(cell: ComplianceCell) -> tuple[tuple[str, str], ...]:
    """Return the values a Decision must carry to approve ``cell`` as it stands: state, implementation and basis.

    Record it as ``Decision(verb="accept", subjects=(cell.id,), values=approval_values(cell), …)``. A person who judges otherwise records
    ``correct`` with a ``state`` or ``implementation`` of their own and the same basis.
    """
    shown = "" if cell.implementation is None else str(cell.implementation)
    return (("state", cell.state), ("implementation", shown), ("basis", cell.basis))


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that stand, in the order taken: neither superseded nor undone."""
    every = tuple(decisions)
    gone = {decision.supersedes for decision in every if decision.supersedes}
    gone |= {subject for decision in every if decision.verb == "undo" for subject in decision.subjects}
    return tuple(sorted((each for each in every if each.id not in gone), key=lambda each: (each.at, each.id)))


def approvals(decisions: Iterable[Decision]) -> Mapping[str, Approval]:
    """Return the latest approval of each cell, by cell id. ``decisions`` are those that stand, in the order taken."""
    found: dict[str, Approval] = {}
    for decision in decisions:
        basis = decision.value("basis")
        if decision.verb not in _VERBS or basis is None:
            continue
        level = decision.value("implementation")
        for subject in decision.subjects:
            found[subject] = Approval(
                by=decision.by,
                at=decision.at,
                why=decision.why,
                decision=decision.id,
                state=decision.value("state") or "",
                implementation=int(level) if level and level.isdigit() else None,
                basis=basis,
            )
    return found


def with_approval(cell: ComplianceCell, found: Mapping[str, Approval]) -> ComplianceCell:
    """Return the cell with its approval, flagged where what it rests on is no longer what was approved."""
    approval = found.get(cell.id)
    return replace(cell, approval=approval, basis_changed=approval.basis != cell.basis) if approval else cell
