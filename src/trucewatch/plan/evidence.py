"""Incidents, access claims and mission records → happenings: evidence in the one form in which commitments are judged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from trucewatch.plan.charging import allegations_of, charges_of
from trucewatch.plan.parties import Parties
from trucewatch.plan.voices import Voices
from trucewatch.records.analysis import Analysis, Incident
from trucewatch.records.assertion import AccessPayload, Claim, EventPayload
from trucewatch.records.compliance import Allegation, Happening
from trucewatch.records.decision import Decision
from trucewatch.records.extent import Place, When
from trucewatch.records.mission import MissionRecords, Observation, Restriction
from trucewatch.records.names import place_key
from trucewatch.records.terms import AccessKind, AspectStatus
from trucewatch.vocab import vocabulary

_LIVE: frozenset[AspectStatus] = frozenset({"reported", "corroborated", "verified", "unassessed"})
_ASSERTED = frozenset({"certain", "probable"})
_DEFAULT_ACCESS: Mapping[str, AccessKind] = {"access restriction": "denial", "attack on observers": "fire"}
_DAY = timedelta(days=1)
_SEEN = frozenset({"saw", "recorded"})
_AGAINST = frozenset({"fire", "threat"})


def gather(
    analysis: Analysis | None, voices: Voices, parties: Parties, records: MissionRecords, decisions: Iterable[Decision] = ()
) -> tuple[Happening, ...]:
    """Return everything that may bear on a commitment, in order of day and reference.

    Of incidents those that happened or were attempted and are not refuted, withdrawn, merged or found unverifiable; access claims that no
    incident holds; every observation and restriction the mission recorded.
    """
    families = _families()
    choices = tuple(decisions)
    found: list[Happening] = []
    access = [
        (claim, claim.payload)
        for claim in voices.claims.values()
        if isinstance(claim.payload, AccessPayload) and claim.factuality in _ASSERTED
    ]
    told: dict[str, list[tuple[Claim, AccessPayload]]] = {}
    for pair in access:
        for key in dict.fromkeys((pair[0].id, pair[0].about or pair[0].id)):
            told.setdefault(key, []).append(pair)
    held: set[str] = set()
    for incident in analysis.incidents if analysis else ():
        own = list({pair[0].id: pair for ref in incident.claims for pair in told.get(ref, ())}.values())
        held.update(claim.id for claim, _payload in own)
        happening = _incident(incident, own, voices, parties, choices, families)
        if happening:
            found.append(happening)
    found = _placed(found)
    found += _access_claims([pair for pair in access if pair[0].id not in held and pair[0].polarity == "assert"], voices, parties)
    found += [_observation(each, parties, families) for each in records.observations]
    found = _recorded(found, [_restriction(each, parties) for each in records.restrictions])
    return tuple(sorted(found, key=lambda each: (each.start is None, str(each.start), each.ref)))


def _families() -> Mapping[str, str]:
    data: Any = vocabulary("event_types")
    return {name: entry["family"] for name, entry in data.items()}


def _incident(
    incident: Incident,
    access: list[tuple[Claim, AccessPayload]],
    voices: Voices,
    parties: Parties,
    decisions: Iterable[Decision],
    families: Mapping[str, str],
) -> Happening | None:
    step = next((step for step in incident.status if step.aspect == "occurrence"), None)
    status: AspectStatus = step.status if step else "reported"
    if incident.stage == "threatened" or status not in _LIVE:
        return None
    payloads = [payload for claim, payload in access if claim.polarity == "assert"]
    allegations = allegations_of(incident, access, voices, parties)
    charged, charge = charges_of(incident, access, voices, parties, decisions)
    hit = [p for p in incident.participants if p.role in {"target", "victim"}]
    kinds = [payload.kind for payload in payloads]
    witnessed = any(voices.from_mission(voices.claims[ref]) for ref in incident.claims if ref in voices.claims)
    days = incident.when if incident.when and incident.when.known else _told(incident, voices)
    return Happening(
        ref=incident.id,
        source="incident",
        type=incident.type,
        family=families.get(incident.type),
        start=days.earliest if days else None,
        end=days.latest if days else None,
        place=incident.where[0].name if incident.where else None,
        place_keys=_keys(incident.where),
        status="reported" if status == "unassessed" else status,
        proposed=step.proposed if step else None,
        contested="attribution" in incident.contested or "occurrence" in incident.contested,
        allegations=allegations,
        charged=charged,
        charge=charge,
        targets=_ordered([*(p.name for p in hit), *(p.population for p in hit if p.population), *(payload.who for payload in payloads)]),
        weapons=_ordered(p.name for p in incident.participants if p.role == "instrument"),
        access=_strongest(kinds) or _DEFAULT_ACCESS.get(incident.type),
        origins=_ordered(origin.name for origin in incident.origins if origin.known),
        blocs=_ordered(origin.bloc or "" for origin in incident.origins if origin.known),
        methods=_ordered(["reports", *(["mission"] if witnessed else []), *(["finding"] if incident.findings else [])]),
        claims=_ordered([*incident.claims, *(claim.id for claim, _payload in access)]),
    )


def _told(incident: Incident, voices: Voices) -> When | None:
    """For what befell observers on a day that no report gives: the day it was first told of. Such things are told at once or not at all;
    of other undated incidents nobody can say how old they are."""
    if incident.type not in _DEFAULT_ACCESS:
        return None
    days = [day for ref in incident.claims if ref in voices.claims and (day := voices.day(voices.claims[ref]))]
    return When(min(days), min(days), "day", "", rule="the day it was first told of") if days else None


def _placed(incidents: list[Happening]) -> list[Happening]:
    """Count an incident that no report places only where nothing of its family on those days is placed: it is a further word on that, and
    joins it with its claims and origins. One that is charged to somebody stands for itself."""
    homes: dict[tuple[str | None, object], int] = {}
    for at, each in enumerate(incidents):
        if each.place_keys and each.start:
            homes.setdefault((each.family, each.start), at)
    joined = list(incidents)
    kept = []
    for at, each in enumerate(incidents):
        home = homes.get((each.family, each.start)) if each.start and not each.place_keys and not each.charged else None
        if home is None:
            kept.append(at)
            continue
        other = joined[home]
        joined[home] = replace(
            other,
            origins=_ordered([*other.origins, *each.origins]),
            blocs=_ordered([*other.blocs, *each.blocs]),
            methods=_ordered([*other.methods, *each.methods]),
            claims=_ordered([*other.claims, *each.claims]),
        )
    return [joined[at] for at in kept]


def _strongest(kinds: list[AccessKind]) -> AccessKind | None:
    """The gravest of several kinds of one obstacle: fire before denial before delay."""
    order: tuple[AccessKind, ...] = ("fire", "threat", "denial", "jamming", "delay", "condition", "escort")
    return next((kind for kind in order if kind in kinds), None)


def _access_claims(claims: list[tuple[Claim, AccessPayload]], voices: Voices, parties: Parties) -> Iterator[Happening]:
    """Yield one happening for each obstacle that claims tell of: same kind, same day, same people kept out, same doer."""
    groups: dict[tuple[object, ...], list[tuple[Claim, AccessPayload]]] = {}
    for claim, payload in claims:
        when, _where = _setting(claim, voices)
        by = parties.of(payload.by) or payload.by
        who = "mission" if parties.is_mission(payload.who) else payload.who.casefold()
        groups.setdefault((payload.kind, when and when.earliest, who, by), []).append((claim, payload))
    for members in groups.values():
        yield _access(members, voices, parties)


def _access(pairs: list[tuple[Claim, AccessPayload]], voices: Voices, parties: Parties) -> Happening:
    first, payload = pairs[0]
    claims = [claim for claim, _payload in pairs]
    when, where = _setting(first, voices)
    speakers = _ordered(voices.cited(claim) for claim in claims)
    party = parties.of(payload.by)
    own = [claim for claim in claims if voices.from_mission(claim)]
    return Happening(
        ref=first.id,
        source="access claim",
        type="attack on observers" if payload.kind in _AGAINST and parties.is_mission(payload.who) else "access restriction",
        family="observers" if payload.kind in _AGAINST and parties.is_mission(payload.who) else "access",
        start=when.earliest if when else None,
        end=when.latest if when else None,
        place=where[0].name if where else None,
        place_keys=_keys(where),
        status="verified" if own else "reported",
        proposed=None,
        contested=False,
        allegations=(Allegation(party, payload.by, asserted_by=speakers),) if payload.by else (),
        charged=(party,) if party and own else (),
        charge="the mission's own word" if party and own else "",
        targets=(payload.who,),
        weapons=(),
        access=payload.kind,
        origins=speakers,
        blocs=(),
        methods=("mission", "reports") if own else ("reports",),
        claims=tuple(claim.id for claim in claims),
    )


def _setting(claim: Claim, voices: Voices) -> tuple[When | None, tuple[Place, ...]]:
    """When and where an access claim's event was: as its event claim says, else the day it was told of."""
    event = voices.claims.get(claim.about or "")
    payload = event.payload if event else None
    where = payload.where if isinstance(payload, EventPayload) else ()
    if isinstance(payload, EventPayload) and payload.when and payload.when.known:
        return payload.when, where
    day = voices.day(claim)
    return (When(day, day, "day", "", rule="the day it was told of") if day else None), where


def _observation(record: Observation, parties: Parties, families: Mapping[str, str]) -> Happening:
    seen = record.manner in _SEEN
    party = parties.of(record.by)
    charged = (party,) if party and seen and record.by_manner in _SEEN else ()
    mission = _mission_name(parties)
    return Happening(
        ref=record.id,
        source="observation",
        type=record.kind,
        family=families.get(record.kind),
        start=record.day,
        end=record.day,
        place=record.place,
        place_keys=(place_key(record.place),),
        status="verified" if seen else "reported",
        proposed=None,
        contested=False,
        allegations=(Allegation(party, record.by, asserted_by=(mission,)),) if record.by else (),
        charged=charged,
        charge=f"the mission {record.by_manner} who did it" if charged else "",
        targets=_ordered([record.target or "", *(harm.population for harm in record.harm)]),
        weapons=(record.weapon,) if record.weapon else (),
        access=None,
        origins=(mission,),
        blocs=(),
        methods=(f"mission {record.manner}",),
        claims=(),
        number=max(1, record.number.low),
        commitment=record.commitment,
        level=record.level,
        done=record.done,
        total=record.total,
    )


def _restriction(record: Restriction, parties: Parties) -> Happening:
    party = parties.of(record.by)
    mission = _mission_name(parties)
    at = record.kind in _AGAINST
    base = Happening(
        ref=record.id,
        source="restriction",
        type="attack on observers" if at else "access restriction",
        family="observers" if at else "access",
        start=record.day,
        end=record.day,
        place=record.place,
        place_keys=(place_key(record.place),),
        status="verified",
        proposed=None,
        contested=False,
        allegations=(Allegation(party, record.by, asserted_by=(mission,)),) if record.by else (),
        charged=(),
        charge="",
        targets=_ordered([record.who, mission]),
        weapons=(),
        access=record.kind,
        origins=(mission,),
        blocs=(),
        methods=("mission recorded",),
        claims=(),
    )
    return replace(base, charged=(party,), charge="the mission recorded who did it") if party else base


def _recorded(told: list[Happening], records: list[Happening]) -> list[Happening]:
    """Join what reports tell of an obstacle with the mission's own record of it: the same kind, within a day, at no other place.

    An obstacle that was recorded and reported is one. Where two records fit, the report goes to the first of them.
    """
    by_type: dict[str, list[int]] = {}
    for at, record in enumerate(records):
        by_type.setdefault(record.type, []).append(at)
    joined = list(records)
    kept = []
    for each in told:
        fit = next((at for at in by_type.get(each.type, ()) if each.source != "observation" and _same(each, records[at])), None)
        if fit is None:
            kept.append(each)
            continue
        record = joined[fit]
        joined[fit] = replace(
            record,
            allegations=(*record.allegations, *(a for a in each.allegations if a not in record.allegations)),
            origins=_ordered([*record.origins, *each.origins]),
            methods=_ordered([*record.methods, *each.methods]),
            claims=_ordered([*record.claims, *each.claims]),
        )
    return kept + joined


def _same(told: Happening, record: Happening) -> bool:
    if told.start is None or told.end is None or record.start is None:
        return False
    near = told.start - _DAY <= record.start <= told.end + _DAY
    return near and (not told.place_keys or bool(set(told.place_keys) & set(record.place_keys)))


def _mission_name(parties: Parties) -> str:
    return parties.names().get(parties.plan.mission or "", "the mission")


def _keys(places: Iterable[Place]) -> tuple[str, ...]:
    return _ordered(key for place in places for key in (place.key or place_key(place.name), place_key(place.admin1 or "")) if key)


def _ordered(values: Iterable[str]) -> tuple[str, ...]:
    """Values once each, sorted, empty ones left out: order of arrival must not show."""
    return tuple(sorted({value for value in values if value}))
