"""Document, reading and analysis → the JSON object of ``read --json``, and an incident → its object. Every bound is inclusive."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, cast

from trucewatch.records.analysis import Analysis, Attribution, CasualtyRange, Incident, Origin, Voice
from trucewatch.records.assertion import Claim, EventPayload, Participant, Payload, Reading, Statement, Warning
from trucewatch.records.capture import Document
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.span import Span
from trucewatch.vocab import vocabulary

type Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def reading_json(document: Document, reading: Reading, analysis: Analysis) -> dict[str, Json]:
    """Return one text's statements, claims, incidents, contradictions and warnings, as FORMATS ``read --json`` lays down.

    Spans are ``[start, end]`` in Unicode code points of ``document.text``, end-exclusive.
    """
    home = {claim: incident.id for incident in analysis.incidents for claim in incident.claims}
    return {
        "document": document_json(document),
        "statements": [_statement(each) for each in reading.statements],
        "claims": [_claim(each, home) for each in reading.claims],
        "incidents": [incident_json(each) for each in analysis.incidents],
        "contradictions": [
            {"incident": each.incident, "aspect": each.aspect, "claims": list(each.claims), "text": each.text}
            for each in analysis.contradictions
        ],
        "patterns": [_attribution(each) for each in analysis.patterns],
        "origins": [_origin(each) for each in analysis.origins],
        "warnings": [_warning(each) for each in (*reading.warnings, *analysis.warnings)],
    }


def document_json(document: Document) -> dict[str, Json]:
    """Return a document with its text and what is known of it."""
    return {
        "id": document.id,
        "external_id": document.external_id,
        "path": document.path,
        "sha256": document.sha256,
        "text": document.text,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "dateline": document.dateline,
        "published": document.published.isoformat() if document.published else None,
        "published_basis": document.published_basis,
        "published_bases": [{"basis": b.basis, "day": b.day.isoformat(), "text": b.text} for b in document.published_bases],
        "credits": list(document.credits),
        "language": document.language,
        "script": document.script,
    }


def incident_json(
    incident: Incident, documents: Sequence[Mapping[str, Json]] | None = None, pictures: Sequence[Mapping[str, Json]] | None = None
) -> dict[str, Json]:
    """Return an incident. ``documents``, where given, are the reports of it: ``{"id", "claims", "main"}``; ``pictures`` the captured files
    among its exhibits."""
    found: dict[str, Json] = {
        "id": incident.id,
        "main": incident.main,
        "type": incident.type,
        "codes": codes(incident.type),
        "stage": incident.stage,
        "when": _when(incident.when),
        "where": [_place(place) for place in incident.where],
        "spellings": list(incident.spellings),
        "participants": [_participant(each) for each in incident.participants],
        "counts": [_count(each) for each in incident.counts],
        "responsibility": [_attribution(each) for each in incident.responsibility],
        "status": {step.aspect: step.status for step in incident.status},
        "proposed": {step.aspect: step.proposed for step in incident.status if step.proposed and step.proposed != step.status},
        "because": {step.aspect: step.because for step in incident.status},
        "contested": list(incident.contested),
        "findings": [
            {
                "body": finding.body,
                "standard": finding.standard,
                "scope": finding.scope,
                "actors": list(finding.actors),
                "claims": list(finding.claims),
                "date": finding.day.isoformat() if finding.day else None,
                "limits": finding.limits,
            }
            for finding in incident.findings
        ],
        "exhibits": list(incident.exhibits),
        "outlets": list(incident.outlets),
        "origins": [_origin(origin) for origin in incident.origins],
        "parent": incident.parent,
        "claims": list(incident.claims),
    }
    if documents is not None:
        found["documents"] = [dict(document) for document in documents]
    if pictures is not None:
        found["pictures"] = [dict(picture) for picture in pictures]
    return found


@cache
def _types() -> dict[str, dict[str, Any]]:
    return cast(dict[str, dict[str, Any]], vocabulary("event_types"))


def codes(kind: str) -> dict[str, Json]:
    """Return ACLED's exact event and sub-event names and the UCDP type of violence of an incident type, as export codes."""
    entry = _types().get(kind, {})
    return {"acled": list(entry.get("acled", [])), "ucdp": entry.get("ucdp")}


def _spans(spans: Sequence[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _span(span: Span) -> Json:
    return [span.start, span.end]


def _number(count: Count | None) -> Json:
    return {"low": count.low, "high": count.high} if count else None


def _when(when: When | None) -> Json:
    if when is None:
        return None
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
        "text": when.text,
        "spans": _spans(when.spans),
        "rule": when.rule,
    }


def _place(place: Place) -> Json:
    return {
        "name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "spans": _spans(place.spans),
    }


def _participant(each: Participant) -> Json:
    return {
        "role": each.role,
        "name": each.name,
        "named": each.named,
        "mentions": _spans(each.mentions),
        "number": _number(each.number),
        "effect": each.effect,
        "population": each.population,
        "confidence": each.confidence,
        "claims": list(each.claims),
    }


def _count(each: CasualtyRange) -> Json:
    return {
        "metric": each.metric,
        "population": each.population,
        "scope": each.scope,
        "low": each.low,
        "high": each.high,
        "best": each.best,
        "rule": each.rule,
        "without_accused": _number(each.without_accused),
        "floor": each.floor,
        "history": [
            {
                "claim": point.claim,
                "date": point.day.isoformat() if point.day else None,
                "low": point.low,
                "high": point.high,
                "origin": point.origin,
                "live": point.live,
                "why": point.why,
                "scope": point.scope,
                "accused": point.accused,
            }
            for point in each.history
        ],
    }


def _voices(voices: Sequence[Voice]) -> list[Json]:
    found: list[Json] = []
    for voice in voices:
        entry: dict[str, Json] = {"speaker": voice.speaker, "claim": voice.claim}
        if voice.body or voice.standard:
            entry |= {"body": voice.body, "standard": voice.standard}
        found.append(entry)
    return found


def _attribution(row: Attribution) -> Json:
    return {
        "actor": row.actor,
        "label": row.label,
        "role": row.role,
        "scope": row.scope,
        "asserted_by": _voices(row.asserted_by),
        "implied_by": _voices(row.implied_by),
        "denied_by": _voices(row.denied_by),
        "found_by": _voices(row.found_by),
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "name": origin.name,
        "known": origin.known,
        "bloc": origin.bloc,
        "documents": list(origin.documents),
        "outlets": list(origin.outlets),
        "claims": list(origin.claims),
        "reasons": list(origin.reasons),
    }


def _warning(warning: Warning) -> Json:
    return {"code": warning.code, "text": warning.text, "spans": _spans(warning.spans), "refs": list(warning.refs)}


def _statement(each: Statement) -> Json:
    speaker = each.speaker
    return {
        "id": each.id,
        "speaker": {
            "name": speaker.name,
            "kind": speaker.kind,
            "role": speaker.role,
            "affiliation": speaker.affiliation,
            "former": speaker.former,
            "mention": _span(speaker.mention) if speaker.mention else None,
        },
        "source": _spans(each.source),
        "chain": list(each.chain),
        "cue": {"span": _span(each.cue.span), "lemma": each.cue.lemma} if each.cue else None,
        "mode": each.mode,
        "content": _spans(each.content),
        "speech_act": each.speech_act,
        "addressee": each.addressee,
        "venue": each.venue,
        "said_at": _when(each.said_at),
        "hedges": _spans(each.hedges),
        "rule": each.rule,
    }


def _claim(each: Claim, home: Mapping[str, str]) -> Json:
    return {
        "id": each.id,
        "statement": each.statement,
        "kind": each.kind,
        "polarity": each.polarity,
        "factuality": each.factuality,
        "spans": _spans(each.spans),
        "incident": home.get(each.id),
        "about": each.about,
        "hedges": _spans(each.hedges),
        "rule": each.rule,
        "payload": payload_json(each.payload),
    }


def payload_json(payload: Payload) -> dict[str, Json]:
    """Return a payload's fields under their own names."""
    if isinstance(payload, EventPayload):
        return {
            "type": payload.type,
            "trigger": _span(payload.trigger),
            "stage": payload.stage,
            "when": _when(payload.when),
            "where": [_place(place) for place in payload.where],
            "participants": [_participant(each) for each in payload.participants],
            "anaphoric": payload.anaphoric,
            "pattern": payload.pattern,
            "background": payload.background,
        }
    found: dict[str, Json] = {}
    for field in fields(payload):
        value = getattr(payload, field.name)
        found[field.name] = _number(value) if isinstance(value, Count) else cast(Json, value)
    return found
