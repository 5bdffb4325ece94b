"""A small case made by hand: three reports on killings in an invented hamlet, one of them with words that try to be markup."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from trucewatch.product.brief import make_brief
from trucewatch.product.index import Index
from trucewatch.records.analysis import (
    Analysis,
    Attribution,
    CasualtyRange,
    Contradiction,
    CountPoint,
    Incident,
    Origin,
    StatusStep,
    Suggestion,
    Voice,
)
from trucewatch.records.assertion import (
    AccessPayload,
    AuthenticityPayload,
    CasualtyPayload,
    Claim,
    CompliancePayload,
    Cue,
    EventPayload,
    MeasurePayload,
    Participant,
    PositionPayload,
    Reading,
    ResponsibilityPayload,
    Speaker,
    Statement,
    Warning,
)
from trucewatch.records.capture import Document, Failure, Item
from trucewatch.records.decision import Decision
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.span import Span

WIRE = """At least 31 people were killed in Dar Salim on Monday, the Valley Monitor said.
Colonel Idris, who speaks for the army, denied that soldiers took part. "Four bandits died, nobody else," he said.
Observers were turned back at a checkpoint, the mission said. The truce is not being kept, said Ms Okafor."""
DAILY = """As many as 31 died in Dar Selim, according to the Valley Monitor.
Lena <script>alert(1)</script> Park of the Relief Council blamed "the grey brigade"."""
ARABIC = """قُتل سبعة في دار سليم. The list of Dar Salim holds 12 names, the Relief Council said.
Eight states suspended aid. The film of the burial is old, said Colonel Idris."""


DECISIONS = (
    Decision(
        "k000000000a", "grade", ("Wire One",), (("reliability", "B"),), "A. Analyst", "long experience", datetime(2021, 3, 6, tzinfo=UTC)
    ),
)


@dataclass(frozen=True)
class Case:
    """The parts that make a brief."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    analysis: Analysis
    items: tuple[Item, ...]
    failures: tuple[Failure, ...]

    @property
    def index(self):
        return Index(self.documents, self.readings, self.analysis, items=self.items, decisions=DECISIONS)

    def brief(self, **options):
        return make_brief(self.documents, self.readings, self.analysis, items=self.items, failures=self.failures, **options)


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def said(id_, document, text, speaker, words, cue, **more):
    span = at(text, cue)
    return Statement(
        id=id_,
        document=document,
        speaker=Speaker(speaker, more.pop("kind", "person"), role=more.pop("role", None)),
        source=(),
        chain=more.pop("chain", ("narrator",)),
        cue=Cue(span, more.pop("lemma", "say")),
        mode=more.pop("mode", "indirect"),
        content=(at(text, words),),
        rule="cue verb",
        **more,
    )


def claim(id_, document, text, words, kind, payload, statement=None, **more):
    return Claim(
        id=id_,
        document=document,
        statement=statement,
        kind=kind,
        polarity=more.pop("polarity", "assert"),
        factuality=more.pop("factuality", "certain"),
        spans=(at(text, words),),
        payload=payload,
        rule=more.pop("rule", "a rule"),
        **more,
    )


def killed(low, high, text, **more):
    return CasualtyPayload("killed", "all", None, low, high, None, text, **more)


MONDAY = When(date(2021, 3, 1), date(2021, 3, 1), "day", "Monday", rule="weekday before publication")
HAMLET = Place("Dar Salim", "dar salim", country="SD", precision="place")


def event(text, words, kind="killing"):
    victims = Participant("victim", "31 people", False, (at(text, words),), Count(31, None), "killed", population="all")
    return EventPayload(kind, at(text, words), "accomplished", MONDAY, (HAMLET,), (victims,))


def readings():
    wire = Reading(
        statements=(
            said(
                "s000000000a",
                "d000000000a",
                WIRE,
                "Valley Monitor",
                "At least 31 people were killed in Dar Salim on Monday",
                "said",
                kind="group",
            ),
            said(
                "s000000000b",
                "d000000000a",
                WIRE,
                "Colonel Idris",
                "that soldiers took part",
                "denied",
                role="army spokesman",
                lemma="deny",
            ),
            said("s000000000c", "d000000000a", WIRE, "Colonel Idris", "Four bandits died, nobody else,", "he said", mode="direct"),
            said(
                "s000000000d",
                "d000000000a",
                WIRE,
                "the mission",
                "Observers were turned back at a checkpoint",
                "the mission said",
                kind="institution",
            ),
            said("s000000000e", "d000000000a", WIRE, "Ms Okafor", "The truce is not being kept", "said Ms Okafor", role="envoy"),
        ),
        claims=(
            claim("c0000000001", "d000000000a", WIRE, "killed", "event", event(WIRE, "killed"), "s000000000a"),
            claim(
                "c0000000002",
                "d000000000a",
                WIRE,
                "At least 31 people",
                "casualty",
                killed(31, None, "At least 31"),
                "s000000000a",
                about="c0000000001",
            ),
            claim(
                "c0000000003",
                "d000000000a",
                WIRE,
                "soldiers took part",
                "responsibility",
                ResponsibilityPayload("the army", "soldiers", "perpetrator", "incident"),
                "s000000000b",
                polarity="deny",
                factuality="negated",
            ),
            claim("c0000000004", "d000000000a", WIRE, "Four bandits died", "casualty", killed(4, 4, "Four"), "s000000000c"),
            claim(
                "c0000000005",
                "d000000000a",
                WIRE,
                "turned back at a checkpoint",
                "access",
                AccessPayload("observers", None, "denial"),
                "s000000000d",
            ),
            claim(
                "c0000000006",
                "d000000000a",
                WIRE,
                "The truce is not being kept",
                "compliance",
                CompliancePayload("the truce", None, "not implemented"),
                "s000000000e",
            ),
        ),
        warnings=(),
        document="d000000000a",
    )
    daily = Reading(
        statements=(
            said("s000000000f", "d000000000b", DAILY, "Valley Monitor", "As many as 31 died in Dar Selim", "according to", lemma="accord"),
            said(
                "s0000000010",
                "d000000000b",
                DAILY,
                "Lena <script>alert(1)</script> Park",
                "the grey brigade",
                "blamed",
                mode="mixed",
                lemma="blame",
            ),
        ),
        claims=(
            claim("c0000000007", "d000000000b", DAILY, "died", "event", event(DAILY, "died"), "s000000000f"),
            claim("c0000000008", "d000000000b", DAILY, "As many as 31", "casualty", killed(0, 31, "As many as 31"), "s000000000f"),
            claim(
                "c0000000009",
                "d000000000b",
                DAILY,
                "the grey brigade",
                "responsibility",
                ResponsibilityPayload(None, "the grey brigade", "perpetrator", "incident"),
                "s0000000010",
            ),
        ),
        warnings=(),
        document="d000000000b",
    )
    arabic = Reading(
        statements=(said("s0000000011", "d000000000c", ARABIC, "Relief Council", "The list of Dar Salim holds 12 names", "said"),),
        claims=(
            claim("c000000000a", "d000000000c", ARABIC, "قُتل سبعة في دار سليم", "casualty", killed(7, 7, "سبعة")),
            claim(
                "c000000000b", "d000000000c", ARABIC, "12 names", "casualty", killed(12, None, "12 names", named_list=True), "s0000000011"
            ),
            claim(
                "c000000000c",
                "d000000000c",
                ARABIC,
                "Eight states suspended aid",
                "measure",
                MeasurePayload("eight states", None, "suspension of aid", "taken"),
            ),
            claim(
                "c000000000d",
                "d000000000c",
                ARABIC,
                "The film of the burial is old",
                "authenticity",
                AuthenticityPayload("the film of the burial", "film", "is old"),
                polarity="deny",
            ),
            claim(
                "c000000000e",
                "d000000000c",
                ARABIC,
                "The film",
                "position",
                PositionPayload("Eight states", "aid", -1),
                polarity="non-assertion",
            ),
        ),
        warnings=(Warning("date-bases", "The dateline and the header disagree.", document="d000000000c"),),
        document="d000000000c",
    )
    return wire, daily, arabic


def analysis():
    monitor = Origin(
        "o000000000a",
        "Valley Monitor",
        True,
        None,
        ("d000000000a", "d000000000b"),
        ("Wire One", "Daily Two"),
        ("c0000000002", "c0000000008"),
        ("both cite the Valley Monitor",),
    )
    army = Origin("o000000000b", "Army", True, "government", ("d000000000a",), ("Wire One",), ("c0000000004",), ("one party",))
    council = Origin(
        "o000000000c", "Relief Council", True, None, ("d000000000c",), ("Bulletin Three",), ("c000000000b",), ("its own list",)
    )
    unknown = Origin("o000000000d", "not known", False, None, ("d000000000c",), ("Bulletin Three",), ("c000000000a",), ("nobody is cited",))
    history = (
        CountPoint("c0000000002", date(2021, 3, 2), 31, None, "o000000000a"),
        CountPoint("c0000000004", date(2021, 3, 2), 4, 4, "o000000000b", accused=True),
        CountPoint("c0000000008", date(2021, 3, 3), 0, 31, "o000000000a", live=False, why="derived from c0000000002"),
        CountPoint("c000000000b", date(2021, 3, 4), 12, None, "o000000000c"),
        CountPoint("c000000000a", date(2021, 3, 4), 7, 7, "o000000000d", live=False, why="no source named"),
    )
    dead = CasualtyRange("killed", "all", None, 4, 31, None, None, Count(12, 31), 12, history)
    incident = Incident(
        id="i000000000a",
        type="killing",
        stage="accomplished",
        main=True,
        when=MONDAY,
        where=(HAMLET,),
        participants=(),
        claims=tuple(f"c000000000{n}" for n in "1234789ab"),
        documents=("d000000000a", "d000000000b", "d000000000c"),
        spellings=("Dar Salim", "Dar Selim", "دار سليم"),
        rule="same day, same place",
        counts=(dead,),
        responsibility=(
            Attribution("the army", "soldiers", "perpetrator", "incident", denied_by=(Voice("Colonel Idris", "c0000000003"),)),
            Attribution(
                None,
                "the grey brigade",
                "perpetrator",
                "incident",
                asserted_by=(Voice("Lena <script>alert(1)</script> Park", "c0000000009"),),
            ),
        ),
        status=(
            StatusStep("occurrence", "reported", "corroborated", False, "three independent origins", ("c0000000001",)),
            StatusStep("time", "reported", None, False, "one origin gives the day"),
            StatusStep("place", "reported", None, False, "all name the hamlet"),
            StatusStep("count", "reported", None, True, "4 against 31", ("c0000000002", "c0000000004")),
            StatusStep("attribution", "reported", None, True, "asserted and denied", ("c0000000003", "c0000000009")),
            StatusStep("legal", "unassessed", None, False, "nobody has assessed it"),
        ),
        origins=(monitor, army, council, unknown),
        outlets=("Wire One", "Daily Two", "Bulletin Three"),
        main_in=("d000000000a",),
        exhibits=("c000000000d",),
    )
    later = Incident(
        id="i000000000b", type="arson", stage="accomplished", main=False, when=None, where=(), participants=(), claims=(),
        documents=("d000000000a",),
    )  # fmt: skip
    return Analysis(
        incidents=(incident, later),
        contradictions=(
            Contradiction("i000000000a", "count", ("c0000000002", "c0000000004"), "The Valley Monitor says at least 31, the army 4."),
        ),
        warnings=(Warning("turned-bound", "“As many as 31” turns the bound of “At least 31”.", refs=("c0000000008", "c0000000002")),),
        origins=(monitor, army, council, unknown),
        suggestions=(Suggestion("i000000000a", "i000000000b", 0.62, (("same day", 1.2), ("place doubtful", -0.8))),),
        patterns=(Attribution(None, "gunmen in the valley", "perpetrator", "pattern", asserted_by=(Voice("Ms Okafor", "c0000000006"),)),),
    )


@pytest.fixture
def case():
    documents = (
        Document(
            "d000000000a",
            WIRE,
            title="Killings in Dar Salim",
            publisher="Wire One",
            published=date(2021, 3, 2),
            published_basis="given",
            path="wire.txt",
            sha256="0" * 64,
        ),
        Document(
            "d000000000b",
            DAILY,
            title="<b>Dead</b> in Dar Selim",
            publisher="Daily Two",
            published=date(2021, 3, 3),
            published_basis="given",
        ),
        Document("d000000000c", ARABIC, publisher="Bulletin Three", published=date(2021, 3, 4), published_basis="metadata"),
    )
    picture = Item("f" * 64, "image/jpeg", 2048, datetime(2021, 3, 5, tzinfo=UTC), "A. Recorder", "add", "1", original_path="burial.jpg")
    return Case(documents, readings(), analysis(), (picture,), (Failure("broken.pdf", "The file is not a PDF: it ends after 12 bytes."),))
