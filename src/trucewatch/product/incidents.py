"""Judged incidents → their part of the brief: counts with history, the responsibility matrix, status for each aspect."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.judging.exhibits import exhibits_of
from trucewatch.product import wording
from trucewatch.product.index import Index
from trucewatch.product.model import CountView, HistoryRow, IncidentView, Line, MatrixRow, StatusRow, VoiceView
from trucewatch.product.pictures import exhibit_lines
from trucewatch.records.analysis import Attribution, CasualtyRange, CountPoint, Incident, Origin, StatusStep, Voice
from trucewatch.records.assertion import AuthenticityPayload, CasualtyPayload
from trucewatch.records.terms import ASPECTS

NO_BEST = "none"
_ROLE_WORDS = {"perpetrator": "did it", "duty_bearer": "had the duty to prevent it", "enabler": "made it possible"}


def incident_view(index: Index, incident: Incident) -> IncidentView:
    """Return what the brief says of one incident."""
    counts = tuple(count_view(index, incident, each) for each in incident.counts)
    return IncidentView(
        id=incident.id,
        title=wording.title(incident),
        short=wording.short(incident),
        main=incident.main,
        type=incident.type,
        when=wording.when(incident.when),
        where=wording.where(incident.where),
        earliest=incident.when.earliest.isoformat() if incident.when and incident.when.earliest else None,
        latest=incident.when.latest.isoformat() if incident.when and incident.when.latest else None,
        spellings=incident.spellings,
        documents=len(incident.documents),
        outlets=len(incident.outlets) or len({index.outlet(each) for each in incident.documents}),
        origins=tuple(wording.origin(origin) for origin in incident.origins if origin.known),
        counts=counts,
        matrix=matrix(incident.responsibility, incident.origins),
        status=tuple(_status_row(incident, step) for step in sorted(incident.status, key=lambda step: ASPECTS.index(step.aspect))),
        findings=tuple(_findings(incident)),
        exhibits=tuple(_exhibits(index, incident)),
        reports=tuple(_reports(index, incident)),
        nesting=tuple(_nesting(index, incident)),
    )


def _nesting(index: Index, incident: Incident) -> Iterable[Line]:
    outer = index.incidents.get(incident.parent or "")
    if outer is not None:
        yield Line(f"Told as part of: {wording.title(outer)}", (outer.id,))
    for inner in index.incidents.values():
        if inner.parent == incident.id:
            yield Line(f"Holds: {wording.title(inner)}", (inner.id,))


def _reports(index: Index, incident: Incident) -> Iterable[tuple[str, str]]:
    found = [index.documents[each] for each in incident.documents if each in index.documents]
    for document in sorted(found, key=lambda document: (str(document.published or "9999"), document.id)):
        yield document.id, f"{index.outlet(document.id)}, {wording.day(document.published)}"


def count_ref(incident: str, value: CasualtyRange) -> str:
    """Return the reference of a range, such as ``i1a2b3c4d5e/killed`` or ``i1a2b3c4d5e/killed/children``."""
    parts = [incident, value.metric]
    if value.population != "all" or value.scope:
        parts.append(value.population.replace(" ", "-"))
    if value.scope:
        parts.append("-".join(value.scope.lower().split()))
    return "/".join(parts)


def count_view(index: Index, incident: Incident, value: CasualtyRange) -> CountView:
    """Return a range with its history, newest last; what an origin says again is one row, with how often."""
    points = sorted(value.history, key=lambda point: (str(point.day or "9999"), not point.live, point.claim))
    rows: dict[tuple[object, ...], HistoryRow] = {}
    for row in (_history_row(index, point) for point in points):
        key = (row.low, row.high, row.origin, row.scope)
        kept = rows.get(key)
        if kept is None:
            rows[key] = row
        elif row.live and not kept.live:
            rows[key] = replace(row, day=kept.day, repeated=kept.repeated + 1)
        else:
            rows[key] = replace(kept, repeated=kept.repeated + 1)
    return CountView(
        ref=count_ref(incident.id, value),
        what=wording.counted(value),
        value=wording.interval(value.low, value.high),
        low=value.low,
        high=value.high,
        best=NO_BEST if value.best is None else str(value.best),
        rule=value.rule,
        without_accused=wording.count(value.without_accused) if value.without_accused else None,
        floor=value.floor,
        history=tuple(rows.values()),
        whole=value.population == "all" and value.scope is None,
    )


def _history_row(index: Index, point: CountPoint) -> HistoryRow:
    claim = index.claims.get(point.claim)
    origin = index.origins.get(point.origin or "")
    return HistoryRow(
        ref=point.claim,
        day=wording.day(point.day),
        value=wording.interval(point.low, point.high),
        low=point.low,
        high=point.high,
        origin=wording.origin(origin) if origin else (point.origin or "origin not known").lstrip("?"),
        speaker=index.speaker(claim) if claim else "",
        words=claim.payload.text if claim and isinstance(claim.payload, CasualtyPayload) else "",
        live=point.live,
        why=_with_words(index, point.why),
        accused=point.accused,
        scope=point.scope,
        known=origin.known if origin else bool(point.origin) and not (point.origin or "").startswith("?"),
    )


def _with_words(index: Index, why: str) -> str:
    """Return a reason in which every claim it names by id is named by its words too."""

    def named(match: re.Match[str]) -> str:
        claim = index.claims.get(match.group())
        return f"“{claim.payload.text}” [{claim.id}]" if claim and isinstance(claim.payload, CasualtyPayload) else match.group()

    return re.sub(r"\bc[0-9a-f]{10}\b", named, why)


def matrix(rows: Iterable[Attribution], origins: Iterable[Origin] = ()) -> tuple[MatrixRow, ...]:
    """Return the responsibility matrix: what is said of one actor in one role stands in one row.

    Rows with a body's finding come first, then those that most speakers stand behind. ``origins`` say whose voices speak for a side.
    """
    blocs = {claim: origin.bloc for origin in origins if origin.bloc for claim in origin.claims}
    merged: dict[tuple[str, str], list[Attribution]] = {}
    for row in rows:
        actor = row.actor or wording.quoted(row.label)
        merged.setdefault((actor, _ROLE_WORDS[row.role]), []).append(row)
    found = (
        MatrixRow(
            actor=actor,
            role=role,
            asserted_by=_voices(voice for row in group for voice in row.asserted_by),
            implied_by=_voices(voice for row in group for voice in row.implied_by),
            denied_by=_voices(voice for row in group for voice in row.denied_by),
            found_by=_voices(voice for row in group for voice in row.found_by),
            sides=tuple(sorted({blocs[voice.claim] for row in group for voice in _saying_so(row) if voice.claim in blocs})),
        )
        for (actor, role), group in merged.items()
    )
    return tuple(sorted(found, key=lambda row: (-len(row.found_by), -len({v.speaker for v in (*row.asserted_by, *row.implied_by)}))))


def _saying_so(row: Attribution) -> tuple[Voice, ...]:
    """Return whoever asserts, implies or has found what a row says."""
    return (*row.asserted_by, *row.implied_by, *row.found_by)


def every_side(rows: Sequence[MatrixRow], most: int) -> list[MatrixRow]:
    """Return ``most`` rows, more where there are more sides: no accusation of a side is left out for one more name by a side already heard.

    Of each side, and of those who speak for none, the first row; then the next rows as long as there is room.
    """
    heard: set[str | None] = set()
    first = []
    for row in rows:
        speaking: set[str | None] = {*row.sides} or {None}
        if not speaking <= heard:
            first.append(row)
            heard |= speaking
    rest = [row for row in rows if row not in first][: max(0, most - len(first))]
    return [row for row in rows if row in first or row in rest]


def _voices(voices: Iterable[Voice]) -> tuple[VoiceView, ...]:
    claims: dict[tuple[str, str | None], list[str]] = {}
    for voice in voices:
        claims.setdefault((voice.body or voice.speaker, voice.standard), []).append(voice.claim)
    return tuple(VoiceView(speaker, tuple(dict.fromkeys(refs)), standard) for (speaker, standard), refs in claims.items())


def _status_row(incident: Incident, step: StatusStep) -> StatusRow:
    proposed = step.proposed if step.proposed and step.proposed != step.status else None
    return StatusRow(
        ref=f"{incident.id}/{step.aspect}",
        aspect=wording.ASPECT_WORDS[step.aspect],
        status=wording.STATUS_WORDS[step.status],
        proposed=wording.STATUS_WORDS[proposed] if proposed else None,
        contested=step.contested,
        because=step.because,
    )


def _findings(incident: Incident) -> Iterable[Line]:
    for finding in incident.findings:
        standard = f" ({finding.standard})" if finding.standard else ""
        actors = f": {wording.listing(finding.actors)}" if finding.actors else ""
        limits = f"; left open: {finding.limits}" if finding.limits else ""
        yield Line(f"{finding.body}, {wording.day(finding.day)}, on {finding.scope}{actors}{standard}{limits}", finding.claims)


def _exhibits(index: Index, incident: Incident) -> Iterable[Line]:
    """What people attached or detached, then what reports say of pictures and films; a claim that was detached stands with the former."""
    yield from exhibit_lines(index, incident)
    detached = exhibits_of(incident, index.decisions.values()).detached
    said = [claim for claim in incident.claims if claim in index.claims and index.claims[claim].kind == "authenticity"]
    for ref in dict.fromkeys((*incident.exhibits, *said)):
        if ref in detached or ref in index.items:
            continue
        claim = index.claims.get(ref)
        if claim and isinstance(claim.payload, AuthenticityPayload):
            payload = claim.payload
            says = {"deny": "disputes", "assert": "says of", "implicate": "suggests of"}.get(claim.polarity, "does not commit to")
            yield Line(
                f"{index.speaker(claim)} {says} the {payload.medium or 'exhibit'} ({payload.exhibit}):", (ref,), quote=payload.alleged
            )
        elif claim is None:
            yield Line(f"Exhibit {ref}", (ref,))
