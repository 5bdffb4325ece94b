"""The plan and the mission: commitments as data, what observers recorded, and the cells that say how far each commitment was kept."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from trucewatch.records.extent import Count
from trucewatch.records.terms import AccessKind, AspectStatus, MeasureStatus, Metric, Polarity, Population

type CommitmentKind = Literal["discrete", "progressive", "recurring", "continuing positive", "continuing negative", "conditional"]

type Effect = Literal["violation", "implementation", "trigger"]
"""What it means for a commitment that something matches an indicator."""

type Doer = Literal["obligor", "any"]
"""Whose deeds an indicator counts: the obligor's and nobody's in particular, or anybody's."""

type Manner = Literal["saw", "heard", "recorded", "was told", "assessed as"]
"""How an observer came to know (mission wording, DOMAIN section 5)."""

type CellState = Literal[
    "violated", "no violation seen", "scored", "not assessable", "not due", "not triggered", "suspended"
]  # fmt: skip

type Condition = Literal["not triggered", "due", "suspended"]

type ConfidenceLevel = Literal["none", "low", "moderate", "high"]

type Trend = Literal["better", "worse", "same", "not comparable"]

type Vote = Literal["in favour", "against", "unknown"]


_ONE = Count(1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A closed interval of days over which compliance is judged."""

    start: date
    end: date
    name: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"not a period: {self.start} to {self.end}")

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.end - self.start).days + 1

    def holds(self, first: date, last: date) -> bool:
        """Return whether the days from ``first`` to ``last`` all lie in it."""
        return self.start <= first and last <= self.end


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text a commitment comes from: a resolution, an annex, an accord. ``signed`` is the day from which it binds."""

    id: str
    title: str
    signed: date
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who owes or is owed something, or who watches. ``names`` are the words by which reports call it; ``blocs`` the sides whose
    voices are its own (``government:SY``); ``members`` the ids of the parties a joint obligor ("all parties") stands for."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What in the evidence bears on a commitment. Empty lists ask nothing; of ``incidents``, ``families``, ``access`` and ``records`` one
    must be met, of ``targets``, ``weapons`` and ``places`` each that is given.

    ``level`` is the implementation 0–3 that meeting it shows; None where the record itself gives a level or a share.
    """

    effect: Effect
    text: str = ""
    incidents: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    access: tuple[AccessKind, ...] = ()
    records: tuple[str, ...] = ()
    by: Doer = "obligor"
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    level: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """The implementation (0–3) that was due by the end of ``day``."""

    day: date
    level: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What makes a conditional commitment due: a day, or evidence that meets an indicator; ``text`` says it in words."""

    text: str
    day: date | None = None
    suspended_while: tuple[str, ...] = ()
    """Commitments whose charged violation suspends this one (reciprocity)."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing that one obligor undertook. ``then`` is the kind by which a conditional commitment is judged once it is due."""

    id: str
    point: str
    instrument: str
    obligor: str
    action: str
    kind: CommitmentKind
    start: date
    beneficiary: str | None = None
    deadline: date | None = None
    until: date | None = None
    trigger: Trigger | None = None
    then: CommitmentKind = "continuing positive"
    milestones: tuple[Milestone, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    threshold: float | None = None
    paraphrase: bool = True
    quote: str | None = None
    pam: str | None = None
    pax: str | None = None
    note: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class PlannedPresence:
    """The mission means to have eyes at ``place`` on every day from ``start`` to ``end``."""

    place: str
    start: date
    end: date
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A peace plan as data. ``names`` are the words by which reports call the whole plan; ``mission`` is the id of the party that watches;
    ``threshold`` the observability under which silence means nothing."""

    id: str
    title: str
    instruments: tuple[Instrument, ...]
    parties: tuple[Party, ...]
    commitments: tuple[Commitment, ...]
    presence: tuple[PlannedPresence, ...] = ()
    periods: tuple[Period, ...] = ()
    names: tuple[str, ...] = ()
    mission: str | None = None
    country: str | None = None
    threshold: float = 0.5
    sources: tuple[str, ...] = ()
    paraphrase: bool = True

    def party(self, name: str) -> Party:
        """Return the party with that id. Raises KeyError where there is none."""
        for each in self.parties:
            if each.id == name:
                return each
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan's file as it was loaded: what a case keeps, and the plan is read from."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Patrol:
    """A patrol, planned or made. ``reached`` False: it did not get there, or was not made at all. ``source`` names file and row."""

    id: str
    day: date
    place: str
    planned: bool
    made: bool
    reached: bool
    team: str | None = None
    area: str | None = None
    observers: int | None = None
    note: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Harm:
    """People killed, injured, detained … as one observation has it."""

    metric: Metric
    count: Count
    population: Population = "all"


@dataclass(frozen=True, slots=True)
class Observation:
    """What observers saw, heard, recorded or were told, once. ``number`` counts events of ``kind`` (12 explosions); ``harm`` people.

    ``by`` is who did it as the record says and ``by_manner`` how the observers know that. ``commitment``, ``level``, ``done`` and ``total``
    are for what a mission verifies directly: 214 of 840 weapons handed in. ``at`` is the local time of day as written.
    """

    id: str
    day: date
    place: str
    manner: Manner
    kind: str
    number: Count = _ONE
    weapon: str | None = None
    by: str | None = None
    by_manner: Manner | None = None
    target: str | None = None
    harm: tuple[Harm, ...] = ()
    commitment: str | None = None
    level: int | None = None
    done: int | None = None
    total: int | None = None
    at: str | None = None
    area: str | None = None
    team: str | None = None
    patrol: str | None = None
    photos: tuple[str, ...] = ()
    note: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """An obstacle to the mission: who was hindered, by whom (None: not known), the reason given in its words, and what came of it."""

    id: str
    day: date
    place: str
    kind: AccessKind
    who: str
    by: str | None = None
    reason: str | None = None
    effect: str | None = None
    minutes: int | None = None
    area: str | None = None
    team: str | None = None
    patrol: str | None = None
    at: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class MissionRecords:
    """Everything a mission recorded."""

    patrols: tuple[Patrol, ...] = ()
    observations: tuple[Observation, ...] = ()
    restrictions: tuple[Restriction, ...] = ()


@dataclass(frozen=True, slots=True)
class Allegation:
    """A party said to have done it, by whom, and how it stands: asserted · implied · denied · found."""

    party: str | None
    label: str
    asserted_by: tuple[str, ...] = ()
    implied_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """A piece of evidence in the form in which commitments are judged: an incident, an access claim, an observation or a restriction.

    ``charged`` names the parties whose doing it is established to be, ``charge`` why; ``targets`` are the words for whom or what it hit,
    ``weapons`` for what it was done with.
    """

    ref: str
    source: Literal["incident", "access claim", "observation", "restriction"]
    type: str
    family: str | None
    start: date | None
    end: date | None
    place: str | None
    place_keys: tuple[str, ...]
    status: AspectStatus
    proposed: AspectStatus | None
    contested: bool
    allegations: tuple[Allegation, ...]
    charged: tuple[str, ...]
    charge: str
    targets: tuple[str, ...]
    weapons: tuple[str, ...]
    access: AccessKind | None
    origins: tuple[str, ...]
    blocs: tuple[str, ...]
    methods: tuple[str, ...]
    claims: tuple[str, ...]
    number: int = 1
    commitment: str | None = None
    level: int | None = None
    done: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """A happening that breaks a commitment, and whom it is charged to. ``charged`` empty: to nobody."""

    happening: Happening
    indicator: str
    charged: tuple[str, ...]

    @property
    def actor_known(self) -> bool:
        """Whether anybody is said to have done it."""
        return any(each.asserted_by or each.implied_by or each.found_by for each in self.happening.allegations)


@dataclass(frozen=True, slots=True)
class Observability:
    """How much of what was planned could be seen: ``share`` 0–1, None without any planned presence.

    ``planned`` and ``seen`` are place-days; ``blocked`` the restrictions and failed patrols that took some away.
    """

    share: float | None
    planned: int
    seen: float
    patrols: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says about compliance, beside the score: never in it. ``whole``: it speaks of the whole plan."""

    speaker: str
    verdict: str
    positive: bool | None
    whole: bool
    claims: tuple[str, ...]
    commitment: str = ""
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """A named person's approval of a cell as it then stood."""

    by: str
    at: datetime
    why: str
    decision: str
    state: str
    implementation: int | None
    basis: str


@dataclass(frozen=True, slots=True)
class ComplianceCell:
    """One commitment, one obligor, one period: the four outputs of DOMAIN section 6 and everything that explains them.

    ``basis`` is a digest of what the outputs rest on; ``basis_changed``: it is no longer that which was approved. ``confidence`` comes with
    its origins and methods. ``indicated`` is the implementation the evidence shows, also where too little was seen to score it.
    """

    id: str
    commitment: str
    obligor: str
    period: Period
    state: CellState
    due: int | None
    implementation: int | None
    indicated: int | None
    violations: tuple[Violation, ...]
    observability: Observability
    threshold: float
    confidence: ConfidenceLevel
    origins: tuple[str, ...]
    methods: tuple[str, ...]
    condition: Condition | None
    said: tuple[Said, ...]
    contradictions: tuple[str, ...]
    trend: Trend
    trend_because: str
    rule: str
    evidence: tuple[str, ...]
    basis: str
    approval: Approval | None = None
    basis_changed: bool = False

    @property
    def charged(self) -> tuple[str, ...]:
        """The parties to whom at least one violation is charged."""
        return tuple(sorted({party for violation in self.violations for party in violation.charged}))

    @property
    def by_status(self) -> tuple[tuple[AspectStatus, int], ...]:
        """How many violations stand at each status, the strongest first."""
        order: tuple[AspectStatus, ...] = ("verified", "corroborated", "reported")
        found = [(status, sum(v.happening.number for v in self.violations if v.happening.status == status)) for status in order]
        return tuple((status, number) for status, number in found if number)


@dataclass(frozen=True, slots=True)
class Compliance:
    """The compliance of a plan: its cells, what is said of the plan as a whole, the approved cells whose basis changed, and the
    happenings whose day is too uncertain for any period."""

    plan: str
    periods: tuple[Period, ...]
    cells: tuple[ComplianceCell, ...]
    said: tuple[Said, ...]
    contradictions: tuple[str, ...]
    changed: tuple[str, ...]
    undated: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stood on an issue on a day. ``state`` is the ISO code of the state it speaks for, ``strength`` the stance without its
    sign; hedges weaken nothing, but are kept."""

    actor: str
    state: str | None
    issue: str
    stance: int
    strength: int
    polarity: Polarity
    hedges: tuple[str, ...]
    day: date | None
    quote: str
    speaker: str
    claims: tuple[str, ...]
    issue_words: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """An actor's stance on an issue changed from one day to a later one, each with its quote."""

    actor: str
    issue: str
    before: Position
    after: Position


@dataclass(frozen=True, slots=True)
class MeasureStep:
    """One status of a measure and when it was reported."""

    status: MeasureStatus
    day: date | None
    claims: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure over time: who, against whom, what, because of what, and each status it had in order of report."""

    actor: str
    target: str | None
    type: str
    because_of: str | None
    number: Count | None
    steps: tuple[MeasureStep, ...]
    denied: bool = False

    @property
    def status(self) -> MeasureStatus:
        """The latest status."""
        return self.steps[-1].status


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the Security Council; ``names`` are the words by which it is known, itself included."""

    name: str
    permanent: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Council:
    """The Security Council of one year, and where its membership is from."""

    year: int
    members: tuple[Member, ...]
    source: str


@dataclass(frozen=True, slots=True)
class OutlookRow:
    """A member's latest stated position on a draft and the vote it states; ``veto``: a permanent member announced one."""

    member: str
    permanent: bool
    vote: Vote
    veto: bool
    position: Position | None
    missing: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What members have stated on a draft. No forecast: ``because`` says what is stated, what is missing, and what the rule asks for."""

    draft: str
    year: int
    rows: tuple[OutlookRow, ...]
    in_favour: int
    against: int
    unknown: int
    vetoes: tuple[str, ...]
    because: str
    missing: tuple[str, ...]
    source: str
