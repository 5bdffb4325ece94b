"""A small plan and hand-made incidents and mission records for the tests of this room."""

from dataclasses import replace
from datetime import date, timedelta

from trucewatch.plan.parties import Parties
from trucewatch.plan.voices import Voices
from trucewatch.records.analysis import Analysis, Attribution, Incident, Origin, StatusStep, Voice
from trucewatch.records.assertion import (
    AccessPayload,
    Claim,
    CompliancePayload,
    MeasurePayload,
    Participant,
    PositionPayload,
    Reading,
    Speaker,
    Statement,
)
from trucewatch.records.capture import Document
from trucewatch.records.extent import Place, When
from trucewatch.records.identity import identify
from trucewatch.records.mission import MissionRecords, Patrol
from trucewatch.records.plan import Period
from trucewatch.records.span import Span

WEEK = Period(date(2020, 6, 1), date(2020, 6, 7))
BEFORE = Period(date(2020, 5, 25), date(2020, 5, 31))

TEXT = """
plan: river-truce
title: River truce of 2020
names: [truce, river truce, the accord]
mission: mission
instruments:
  accord: {title: Accord on the river, signed: 2020-05-01}
parties:
  north: {name: Northern Government, names: [government, government forces, army], blocs: ["government:XX"]}
  south: {name: Southern Front, names: [rebels, the Front], blocs: ["opposition:XX"]}
  both: {name: both sides, members: [north, south]}
  mission: {name: Truce Mission, names: [observers, monitors, the mission, patrol]}
commitments:
  - id: C1
    instrument: accord
    obligor: both
    kind: continuing negative
    action: Hold fire
    names: [ceasefire]
    violated_by:
      - {text: armed violence, families: [violence], records: [explosion, shots], by: any}
  - id: C2
    instrument: accord
    obligor: north
    kind: continuing negative
    action: Let observers move
    violated_by:
      - {text: observers kept out, incidents: [access restriction], access: [denial, delay], targets: [observer, mission, patrol]}
  - id: C3
    instrument: accord
    obligor: south
    kind: progressive
    deadline: 2020-07-01
    milestones: [{day: 2020-06-05, level: 1}, {day: 2020-07-01, level: 3}]
    action: Hand over 100 weapons
    implemented_by:
      - {text: weapons handed over, records: [weapons handed over]}
  - id: C4
    instrument: accord
    obligor: south
    kind: conditional
    then: discrete
    trigger:
      text: the bridge is open
      shown_by: [{records: [bridge open], by: any}]
      suspended_while: [C2]
    action: Vacate the bridgehead
    implemented_by:
      - {text: bridgehead vacated, records: [position vacated], level: 3}
  - id: C5
    instrument: accord
    obligor: both
    kind: recurring
    action: Keep a pause of two hours each day
    implemented_by:
      - {text: pause kept, records: [pause]}
"""


def patrols(share: float = 1.0, place: str = "Ardin", period: Period = WEEK) -> tuple[Patrol, ...]:
    """A planned patrol for each day of a period, of which the given share gets there."""
    reached = round(share * period.days)
    return tuple(
        Patrol(f"p-{place}-{period.start}-{day}", period.start + timedelta(days=day), place, planned=True, made=True, reached=day < reached)
        for day in range(period.days)
    )


def records(share: float = 1.0, **given) -> MissionRecords:
    return MissionRecords(patrols=patrols(share), **given)


def incident(
    ident: str = "i1", *, kind: str = "killing", day: date = date(2020, 6, 3), actor: str | None = None, attribution: str = "reported",
    status: str = "reported", found: bool = False, targets: tuple[str, ...] = ("villagers",), origins: int = 1,
) -> Incident:  # fmt: skip
    """An incident as judging gives it: ``actor`` is accused by a neighbour, or ``found`` responsible by an inquiry."""
    voice = Voice("a neighbour", "c1", body="Inquiry" if found else None, standard="reasonable grounds to believe" if found else None)
    rows = (
        (Attribution(actor, actor, "perpetrator", "incident", **({"found_by": (voice,)} if found else {"asserted_by": (voice,)})),)
        if actor
        else ()
    )
    return Incident(
        id=ident,
        type=kind,
        stage="accomplished",
        main=True,
        when=When(day, day, "day", "that day"),
        where=(Place("Ardin", "ardin"),),
        participants=tuple(Participant("victim", name, named=False, mentions=()) for name in targets),
        claims=("c1",),
        documents=("d1",),
        responsibility=rows,
        status=(
            StatusStep("occurrence", status, None, contested=False, because=""),
            StatusStep("attribution", attribution, None, contested=False, because="", claims=("c1",)),
        ),
        origins=tuple(
            Origin(f"o{n}", f"origin {n}", known=True, bloc=None, documents=("d1",), outlets=(), claims=(), reasons=())
            for n in range(origins)
        ),
    )


def analysis(*incidents: Incident) -> Analysis:
    return Analysis(incidents=incidents, contradictions=(), warnings=())


def cell_of(result, commitment: str, period: Period = WEEK):
    return next(cell for cell in result.cells if cell.commitment == commitment and cell.period == period)


def later(thing: Incident, **changes) -> Incident:
    return replace(thing, **changes)


def claim_of(payload, day, *, speaker=None, role=None, words="so they said", polarity="assert", factuality="certain", affiliation=None):
    """A claim in a report of its own, said by ``speaker`` or by the report itself: what ``voices_of`` takes."""
    kinds = {
        PositionPayload: "position",
        MeasurePayload: "measure",
        CompliancePayload: "compliance",
        AccessPayload: "access",
    }
    ident = identify("c", payload, day, speaker)
    document = Document(identify("d", ident), words, publisher="Daily Z", published=date.fromisoformat(day))
    span = Span(0, len(words))
    who = Speaker(speaker or "", "person", role=role, affiliation=affiliation)
    statement = Statement(identify("s", ident), document.id, who, (), ("narrator",), None, "indirect", (span,)) if speaker else None
    claim = Claim(ident, document.id, statement.id if statement else None, kinds[type(payload)], polarity, factuality, (span,), payload)
    return document, Reading((statement,) if statement else (), (claim,), (), document.id)


def voices_of(*reports, plan=None):
    """The voices of reports made by ``claim_of``."""
    documents = {document.id: document for document, _reading in reports}
    return Voices(documents, [reading for _document, reading in reports], Parties(plan) if plan else None)
