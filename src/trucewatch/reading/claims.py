"""Statements, events, times and places → Claims: the assembly of what each maker found, tied to who says it.

Enters: one parse and everything read from it. Leaves: claims in text order, each with its innermost statement, its stance and the event
it is about. What an event claim says is the event mention's; the other kinds have a module each.
"""

from dataclasses import replace

from trucewatch.reading.access import find_access
from trucewatch.reading.acts import find_acts
from trucewatch.reading.authenticity import find_authenticity
from trucewatch.reading.compliance import find_compliance
from trucewatch.reading.confidence import regraded
from trucewatch.reading.counting import find_counts
from trucewatch.reading.denial import spoken_stance
from trucewatch.reading.measures import find_measures
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.parse import Parse
from trucewatch.reading.positions import find_positions
from trucewatch.reading.reservations import reservations
from trucewatch.reading.responsibility import find_responsibility
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import DEED, CasualtyPayload, Claim, EventPayload, Statement
from trucewatch.records.capture import Document
from trucewatch.records.extent import Place, When
from trucewatch.records.identity import identify


def make_claims(
    parse: Parse,
    document: Document,
    statements: tuple[Statement, ...],
    events: tuple[EventMention, ...],
    deeds: tuple[EventMention, ...],
    times: tuple[When, ...],
    places: tuple[Place, ...],
) -> tuple[Claim, ...]:
    """Return every claim of one document, in text order. ``times`` and ``places`` are those the events were set in."""
    if not len(parse.doc):
        return ()
    scene = Scene(parse, statements, events)
    told = [_told(event) for event in events]
    claims = [_claim(scene, document, draft, None) for draft in told]
    ids = [claim.id for claim in claims]
    counts = find_counts(scene)
    counted = _linked(scene, document, counts, ids)
    others: list[Draft] = []
    for find in (find_responsibility, find_authenticity, find_positions, find_measures, find_access, find_compliance):
        others += find(scene)
    others += [replace(_told(deed), rule=DEED) for deed in deeds]
    heard = frozenset(draft.token for draft in others if draft.kind == "event")
    others += find_acts(scene, times, places, frozenset(draft.token for draft in others), heard)
    claims += counted
    claims += [_claim(scene, document, draft, None if draft.event is None else ids[draft.event]) for draft in others]
    unique = {claim.id: claim for claim in reversed(_apart(claims))}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.spans[0].start, claim.spans[0].end, claim.kind, claim.id)))


def _apart(claims: list[Claim]) -> list[Claim]:
    """Give a claim that has the words and the payload of one of another polarity an id of its own.

    "The army, which denies using gas, said it had killed 40": its denial begins at the words at which its claim begins.
    """
    first: dict[str, Claim] = {}
    kept = []
    for claim in claims:
        if first.setdefault(claim.id, claim).polarity == claim.polarity:
            kept.append(claim)
        else:
            kept.append(replace(claim, id=identify("c", claim.id, claim.polarity)))
    return kept


def _told(event: EventMention) -> Draft:
    """The claim that an event took place, or will, or did not."""
    payload = EventPayload(
        type=event.type,
        trigger=event.trigger,
        stage=event.stage,
        when=event.when,
        where=event.where,
        participants=event.participants,
        anaphoric=event.anaphoric,
        pattern=event.pattern,
        background=event.background,
    )
    return Draft("event", event.token, event.stance, (event.trigger,), payload, rule=event.rule)


def _claim(scene: Scene, document: Document, draft: Draft, about: str | None) -> Claim:
    """Tie a draft to its statement and give it an id."""
    statement = scene.statement_at(draft.token) if draft.voice is None else scene.statements[draft.voice]
    stance = spoken_stance(scene, draft, statement)
    payload = draft.payload
    if isinstance(payload, EventPayload):
        participants = regraded(payload.participants, statement)
        payload = payload if participants == payload.participants else replace(payload, participants=participants)
    first = draft.spans[0]
    hedges = stance.hedges
    if draft.kind in {"position", "compliance"}:
        hedges = tuple(sorted({*hedges, *reservations(scene.parse, draft.token)}))
    return Claim(
        id=identify("c", document.id, draft.kind, first.start, first.end, _key(draft)),
        document=document.id,
        statement=statement.id if statement else None,
        kind=draft.kind,
        polarity=stance.polarity,
        factuality=stance.factuality,
        spans=draft.spans,
        payload=payload,
        about=about,
        hedges=hedges,
        rule=draft.rule,
    )


def _key(draft: Draft) -> str:
    """What tells apart claims of one kind on the same words."""
    payload = draft.payload
    if isinstance(payload, EventPayload):
        return payload.type
    if isinstance(payload, CasualtyPayload):
        return f"{payload.metric}|{payload.population}|{payload.low}|{payload.high}"
    return "|".join(str(getattr(payload, name)) for name in payload.__slots__)


def _linked(scene: Scene, document: Document, counts: list[tuple[Draft, int | None, int | None]], ids: list[str]) -> list[Claim]:
    """The count claims, each subtotal with the id of its total and each revision with the id of what it replaces."""
    plain = [_claim(scene, document, draft, None if draft.event is None else ids[draft.event]) for draft, _, _ in counts]
    linked = []
    for claim, (_, total, earlier) in zip(plain, counts, strict=True):
        payload = claim.payload
        if not isinstance(payload, CasualtyPayload) or (total is None and earlier is None):
            linked.append(claim)
            continue
        part_of = None if total is None else plain[total].id
        revises = None if earlier is None else plain[earlier].id
        linked.append(replace(claim, payload=replace(payload, part_of=part_of, revises=revises)))
    return linked
