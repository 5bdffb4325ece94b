"""Plan and compliance → JSON for `plan show --json`: one object, ids and dates as text, everything a cell rests on inside it."""

from collections.abc import Iterable

from trucewatch.product.reading_json import Json
from trucewatch.records.compliance import Compliance, ComplianceCell, Said, Violation
from trucewatch.records.plan import Commitment, Period, Plan
from trucewatch.records.stands import Measure, Outlook, Position, Shift


def plan_json(
    plan: Plan,
    compliance: Compliance,
    positions: Iterable[Position] = (),
    shifts: Iterable[Shift] = (),
    measures: Iterable[Measure] = (),
    outlooks: Iterable[Outlook] = (),
) -> dict[str, Json]:
    """Return a plan with its cells, what is said of it, positions, shifts, measures and outlooks.

    Days are ``YYYY-MM-DD``, shares 0 to 1.
    """
    return {
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "paraphrase": plan.paraphrase,
            "threshold": plan.threshold,
            "sources": list(plan.sources),
        },
        "parties": [{"id": each.id, "name": each.name, "members": list(each.members)} for each in plan.parties],
        "commitments": [_commitment(each) for each in plan.commitments],
        "periods": [_period(each) for each in compliance.periods],
        "cells": [_cell(each) for each in compliance.cells],
        "said": [_said(each) for each in compliance.said],
        "contradictions": list(compliance.contradictions),
        "changed": list(compliance.changed),
        "undated": [each.ref for each in compliance.undated],
        "positions": [_position(each) for each in positions],
        "shifts": [
            {"actor": each.actor, "issue": each.issue, "from": _position(each.before), "to": _position(each.after)} for each in shifts
        ],
        "measures": [_measure(each) for each in measures],
        "outlooks": [_outlook(each) for each in outlooks],
    }


def _period(value: Period) -> dict[str, Json]:
    return {"name": value.name or None, "from": value.start.isoformat(), "to": value.end.isoformat()}


def _commitment(value: Commitment) -> dict[str, Json]:
    return {
        "id": value.id,
        "point": value.point,
        "instrument": value.instrument,
        "obligor": value.obligor,
        "beneficiary": value.beneficiary,
        "action": value.action,
        "kind": value.kind,
        "trigger": value.trigger.text if value.trigger else None,
        "deadline": value.deadline.isoformat() if value.deadline else None,
        "paraphrase": value.paraphrase,
        "quote": value.quote,
        "pam": value.pam,
        "pax": value.pax,
    }


def _cell(value: ComplianceCell) -> dict[str, Json]:
    share = value.observability
    approved = value.approval
    return {
        "id": value.id,
        "commitment": value.commitment,
        "obligor": value.obligor,
        "period": _period(value.period),
        "state": value.state,
        "condition": value.condition,
        "implementation": value.implementation,
        "indicated": value.indicated,
        "due": value.due,
        "violations": [_violation(each) for each in value.violations],
        "by_status": dict[str, Json](value.by_status),
        "charged": list(value.charged),
        "observability": share.share,
        "place_days": {"planned": share.planned, "seen": share.seen},
        "threshold": value.threshold,
        "patrols": list(share.patrols),
        "blocked": list(share.blocked),
        "confidence": value.confidence,
        "origins": list(value.origins),
        "methods": list(value.methods),
        "said": [_said(each) for each in value.said],
        "contradictions": list(value.contradictions),
        "trend": {"is": value.trend, "because": value.trend_because},
        "rule": value.rule,
        "evidence": list(value.evidence),
        "basis": value.basis,
        "approval": {
            "by": approved.by,
            "at": approved.at.isoformat(),
            "why": approved.why,
            "state": approved.state,
            "decision": approved.decision,
        }
        if approved
        else None,
        "basis_changed": value.basis_changed,
    }


def _violation(value: Violation) -> dict[str, Json]:
    each = value.happening
    return {
        "ref": each.ref,
        "from": each.source,
        "type": each.type,
        "number": each.number,
        "earliest": each.start.isoformat() if each.start else None,
        "latest": each.end.isoformat() if each.end else None,
        "place": each.place,
        "status": each.status,
        "proposed": each.proposed,
        "contested": each.contested,
        "indicator": value.indicator,
        "charged": list(value.charged),
        "charge": each.charge or None,
        "actor_known": value.actor_known,
        "allegations": [
            {
                "party": one.party,
                "label": one.label,
                "asserted_by": list(one.asserted_by),
                "implied_by": list(one.implied_by),
                "denied_by": list(one.denied_by),
                "found_by": list(one.found_by),
            }
            for one in each.allegations
        ],
        "claims": list(each.claims),
    }


def _said(value: Said) -> dict[str, Json]:
    return {
        "speaker": value.speaker,
        "party": value.party,
        "verdict": value.verdict,
        "commitment": value.commitment or None,
        "whole": value.whole,
        "claims": list(value.claims),
    }


def _position(value: Position) -> dict[str, Json]:
    return {
        "actor": value.actor,
        "state": value.state,
        "issue": value.issue,
        "stance": value.stance,
        "strength": value.strength,
        "polarity": value.polarity,
        "hedges": list(value.hedges),
        "date": value.day.isoformat() if value.day else None,
        "quote": value.quote,
        "speaker": value.speaker,
        "claims": list(value.claims),
    }


def _measure(value: Measure) -> dict[str, Json]:
    return {
        "actor": value.actor,
        "target": value.target,
        "type": value.type,
        "because_of": value.because_of,
        "number": {"low": value.number.low, "high": value.number.high} if value.number else None,
        "status": value.status,
        "denied": value.denied,
        "steps": [
            {"status": step.status, "date": step.day.isoformat() if step.day else None, "claims": list(step.claims), "quote": step.quote}
            for step in value.steps
        ],
    }


def _outlook(value: Outlook) -> dict[str, Json]:
    return {
        "draft": value.draft,
        "year": value.year,
        "in_favour": value.in_favour,
        "against": value.against,
        "unknown": value.unknown,
        "vetoes": list(value.vetoes),
        "because": value.because,
        "missing": list(value.missing),
        "source": value.source,
        "members": [
            {
                "member": row.member,
                "permanent": row.permanent,
                "vote": row.vote,
                "veto": row.veto,
                "position": _position(row.position) if row.position else None,
                "missing": row.missing or None,
            }
            for row in value.rows
        ],
    }
