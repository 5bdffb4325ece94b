"""Compliance cells → plain English: the state, who is charged or said to have done it, what was seen, the trend, the approval."""

from collections.abc import Iterable, Mapping

from trucewatch.product import wording
from trucewatch.records.compliance import Allegation, Compliance, ComplianceCell, Observability, Said, Violation
from trucewatch.records.plan import Period, Plan
from trucewatch.records.stands import Measure, Outlook, Position, Shift

LEVELS = ("0 not begun", "1 begun", "2 under way", "3 done")
"""The levels of the Kroc Peace Accords Matrix in words."""


_STANCES = {-2: "firmly against", -1: "doubtful", 0: "neither for nor against", 1: "in favour", 2: "firmly for"}


def names_of(plan: Plan) -> Mapping[str, str]:
    """Return the full name of every party by id."""
    return {party.id: party.name for party in plan.parties}


def period(value: Period) -> str:
    """Return a period in words: its name, or its days."""
    return value.name or wording.days(value.start, value.end)


def state(plan: Plan, cell: ComplianceCell) -> str:
    """Return a cell's state in a few words, with the charge for a violation and the level for a score."""
    if cell.state == "violated":
        return f"violated, {charge(plan, cell)}"
    if cell.state == "scored" and cell.implementation is not None:
        return f"implementation {LEVELS[cell.implementation]}" + (f" (due: {cell.due})" if cell.due is not None and cell.due < 3 else "")
    if cell.condition == "due":
        return f"due; {cell.state}"
    return cell.state


def charge(plan: Plan, cell: ComplianceCell) -> str:
    """Return to whom a cell's violations are charged, or that nobody is charged, or known."""
    names = names_of(plan)
    if cell.charged:
        return "charged to " + wording.listing([names[party] for party in cell.charged])
    if any(violation.actor_known for violation in cell.violations):
        return "charged to nobody"
    return "actor not known"


def statuses(cell: ComplianceCell) -> str:
    """Return a cell's violations by status: "2 verified, 5 reported"."""
    return ", ".join(f"{number} {wording.STATUS_WORDS[status]}" for status, number in cell.by_status)


def seen(value: Observability) -> str:
    """Return how much of what was planned was seen; presence nobody planned is said to be unknown."""
    if value.share is None:
        return "presence not known"
    return f"{value.share:.0%} of {wording.number(value.planned, 'planned place-day')} seen"


def violation(plan: Plan, value: Violation) -> str:
    """Return one violation in a sentence: what, where, when, how sure, and by whom on whose word."""
    happening = value.happening
    number = f"{happening.number} × " if happening.number > 1 else ""
    at = f" at {happening.place}" if happening.place else ""
    when = wording.days(happening.start, happening.end)
    head = f"{number}{happening.type}{at}, {when} ({wording.STATUS_WORDS[happening.status]})"
    if value.charged:
        by = wording.listing([names_of(plan)[party] for party in value.charged])
        labels = [each.label for each in happening.allegations if each.party in value.charged]
        named = f" ({labels[0]})" if labels and labels[0] != by else ""
        word = dict.fromkeys(voice for each in happening.allegations if each.party in value.charged for voice in each.asserted_by)
        told = f"; on the word of {wording.listing(list(word))}" if word else ""
        return f"{head}: charged to {by}{named} — {happening.charge}{told}"
    said = [allegation(plan, each) for each in happening.allegations if each.asserted_by or each.implied_by or each.found_by]
    return f"{head}: {'; '.join(said[:4]) if said else 'nobody says who did it'}"


def allegation(plan: Plan, value: Allegation) -> str:
    """Return who says that a party did it, never that it did."""
    who = f"“{value.label}”" if value.party is None else value.label
    parts = [
        f"{verb} {wording.listing(voices, limit=3)}"
        for verb, voices in (
            ("found by", value.found_by),
            ("on the word of", value.asserted_by),
            ("implied by", value.implied_by),
            ("denied by", value.denied_by),
        )
        if voices
    ]
    party = names_of(plan).get(value.party or "")
    aligned = f" ({party})" if party and party.casefold() != value.label.casefold() else ""
    return f"by {who}{aligned}, {', '.join(parts)}"


def said(value: Said) -> str:
    """Return what somebody says about compliance, as their word."""
    what = "the plan" if value.whole else value.commitment
    return f"{value.speaker} on {what}: “{value.verdict}”"


def approval(cell: ComplianceCell) -> str:
    """Return who approved a cell and whether what it rests on has changed since; a cell nobody approved is a proposal."""
    if cell.approval is None:
        return "proposed by rule, approved by nobody yet"
    text = f"approved by {cell.approval.by} on {wording.day(cell.approval.at.date())} as “{cell.approval.state}”"
    return text + (": what it rests on has changed since" if cell.basis_changed else "")


def explained(plan: Plan, cell: ComplianceCell) -> tuple[str, ...]:
    """Return everything a cell rests on, line by line: the rule, its violations, what was seen, trend, claims beside it, approval."""
    commitment = next(each for each in plan.commitments if each.id == cell.commitment)
    names = names_of(plan)
    lines = [
        f"{commitment.id}, {names[cell.obligor]}: {commitment.action}",
        f"{period(cell.period)}: {state(plan, cell)} — {cell.rule}",
    ]
    lines += [f"  violation: {violation(plan, each)}" for each in cell.violations]
    if cell.implementation is None and cell.indicated:
        lines.append(f"  evidence of implementation, not scored: {LEVELS[cell.indicated]}")
    lines.append(f"  {seen(cell.observability)} (threshold {cell.threshold:.0%}); confidence: {_confidence(cell)}")
    if cell.observability.blocked:
        lines.append(f"  in the way: {wording.listing(cell.observability.blocked, limit=6)}")
    lines.append(f"  trend: {cell.trend} — {cell.trend_because}")
    lines += [f"  said: {said(each)}" for each in cell.said]
    lines += [f"  contradiction: {each}" for each in cell.contradictions]
    if cell.evidence:
        lines.append(f"  rests on: {wording.listing(cell.evidence, limit=12)}")
    lines.append(f"  {approval(cell)}")
    return tuple(lines)


def _confidence(cell: ComplianceCell) -> str:
    of = f" ({wording.number(len(cell.origins), 'origin')}; {wording.listing(cell.methods)})" if cell.origins else ""
    return f"{cell.confidence}{of}"


def position(value: Position) -> str:
    """Return a position in a sentence: stance, issue, day, hedges, and the words; what was left unsaid is said to be."""
    stance = "did not say" if value.polarity == "non-assertion" else _STANCES.get(value.stance, str(value.stance))
    hedges = f", hedged ({', '.join(value.hedges)})" if value.hedges else ""
    return f"{value.actor}, {wording.day(value.day)}: {stance}{hedges} — {value.issue}: {wording.quoted(wording.shortened(value.quote))}"


def shift(value: Shift) -> str:
    """Return a shift in a sentence, with both days and both quotes."""
    before, after = value.before, value.after
    return (
        f"{value.actor} on {value.issue}: {_STANCES.get(before.stance, '')} on {wording.day(before.day)} "
        f"({wording.quoted(wording.shortened(before.quote))}), {_STANCES.get(after.stance, '')} on {wording.day(after.day)} "
        f"({wording.quoted(wording.shortened(after.quote))})"
    )


def measure(value: Measure) -> str:
    """Return a measure in a sentence: who, what, against whom, because of what, and every status with its day."""
    against = f" against {value.target}" if value.target else ""
    because = f", because of {value.because_of}" if value.because_of else ""
    steps = ", ".join(f"{wording.MEASURE_WORDS[step.status]} {wording.day(step.day)}" for step in value.steps)
    return f"{value.actor}: {value.type}{against}{because} — {steps}" + (" (denied)" if value.denied else "")


def outlook(value: Outlook) -> tuple[str, ...]:
    """Return an outlook line by line: what is stated and missing, then every member with its latest position and quote."""
    lines = [f"Security Council of {value.year}: {value.draft}", value.because]
    for row in value.rows:
        seat = ", permanent" if row.permanent else ""
        vote = "veto announced" if row.veto else row.vote
        words = f" — {row.position.speaker}, {wording.day(row.position.day)}: {wording.quoted(row.position.quote)}" if row.position else ""
        lines.append(f"  {row.member}{seat}: {vote}{words}" + (f" ({row.missing})" if row.missing else ""))
    return (*lines, f"Stated positions only. Membership: {value.source}.")


def table(plan: Plan, cells: Iterable[ComplianceCell]) -> tuple[tuple[str, ...], ...]:
    """Return rows for a table: commitment, obligor, period, state, violations by status, seen, confidence, trend, approval."""
    names = names_of(plan)
    return tuple(
        (
            cell.commitment,
            names[cell.obligor],
            period(cell.period),
            state(plan, cell),
            statuses(cell),
            "not known" if cell.observability.share is None else f"{cell.observability.share:.0%}",
            cell.confidence,
            cell.trend,
            "approved; basis changed" if cell.basis_changed else "approved" if cell.approval else "proposed",
        )
        for cell in cells
    )


def text(plan: Plan, compliance: Compliance) -> str:
    """Return the compliance of a plan as plain text: what is said of the whole plan, then every cell explained."""
    lines = [plan.title, ""]
    lines += [said(each) for each in compliance.said]
    lines += [f"contradiction: {each}" for each in compliance.contradictions]
    if compliance.changed:
        lines += ["", f"approved, and changed since: {', '.join(compliance.changed)}"]
    for cell in compliance.cells:
        lines += ["", *explained(plan, cell)]
    if compliance.undated:
        lines += ["", f"{wording.number(len(compliance.undated), 'happening')} whose day is too uncertain for any period"]
    return "\n".join(lines) + "\n"
