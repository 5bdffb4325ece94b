"""Who said it and what it says: statements and claims. Never changed once read; a person's correction is a Decision."""

from dataclasses import dataclass

from trucewatch.records.extent import Count, Place, When
from trucewatch.records.span import Span
from trucewatch.records.terms import (
    AccessKind,
    ClaimKind,
    Confidence,
    Effect,
    Factuality,
    MeasureStatus,
    Metric,
    Mode,
    Polarity,
    Population,
    ResponsibilityRole,
    ResponsibilityScope,
    Role,
    SpeakerKind,
    SpeechAct,
    Stage,
)

NARRATOR = "narrator"
"""The last link of every attribution chain: the text's own voice."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is cited, resolved within the text. ``mention`` is the name or pronoun as written; ``role`` and ``affiliation`` as given."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    mention: Span | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """The whole cue phrase ("has also said in a statement") and the lemma of its head."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying. ``content`` spans leave out quotation marks and may be discontinuous around the cue.

    ``source`` is the whole source phrase; ``chain`` lists, innermost relayer first, the ids of the statements (or ``narrator``) through
    which this one reached us; ``rule`` names the reading rule that found it.
    """

    id: str
    document: str
    speaker: Speaker
    source: tuple[Span, ...]
    chain: tuple[str, ...]
    cue: Cue | None
    mode: Mode
    content: tuple[Span, ...]
    speech_act: SpeechAct = "assert"
    addressee: str | None = None
    venue: str | None = None
    said_at: When | None = None
    hedges: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something in an event. ``name`` is verbatim without title, the most informative mention first, named or not.

    ``actor_key`` folds the name for comparison; ``population`` says who the people are where they are people.
    """

    role: Role
    name: str
    named: bool
    mentions: tuple[Span, ...]
    number: Count | None = None
    effect: Effect = "unknown"
    confidence: Confidence = "fact"
    population: Population | None = None
    actor_key: str = ""
    claims: tuple[str, ...] = ()
    rule: str = ""


ACT = "act"
"""The rule of an event claim that is a dated act of no type ("our team visited the site on 8 March"): it founds no incident."""
DEED = "deed"
"""The rule of an event claim that is a deed of fighters, of no type ("riot police cleared the barricades"): it founds no incident."""


@dataclass(frozen=True, slots=True)
class EventPayload:
    """An event as one passage tells it.

    ``anaphoric``: it points back ("the massacre"); ``pattern``: it speaks of such events in general.
    """

    type: str
    trigger: Span
    stage: Stage
    when: When | None
    where: tuple[Place, ...]
    participants: tuple[Participant, ...]
    anaphoric: bool = False
    pattern: bool = False
    background: bool = False


@dataclass(frozen=True, slots=True)
class CasualtyPayload:
    """A count of people. ``scope`` None: the whole event; ``part_of``: the claim id of the total this is a subtotal of;
    ``revises``: the claim id of an earlier count in the same text that this one replaces."""

    metric: Metric
    population: Population
    scope: str | None
    low: int
    high: int | None
    qualifier: str | None
    text: str
    derived: bool = False
    vague: bool = False
    named_list: bool = False
    part_of: str | None = None
    revises: str | None = None

    @property
    def count(self) -> Count:
        """The interval as a value object."""
        return Count(self.low, self.high)


@dataclass(frozen=True, slots=True)
class ResponsibilityPayload:
    """Who is said to be responsible. ``actor`` None where only a label is given and nobody has linked it to an actor."""

    actor: str | None
    label: str
    role: ResponsibilityRole
    scope: ResponsibilityScope


@dataclass(frozen=True, slots=True)
class AuthenticityPayload:
    """What is said about an exhibit: ``alleged`` is what is alleged of it, in the text's words."""

    exhibit: str
    medium: str
    alleged: str


@dataclass(frozen=True, slots=True)
class PositionPayload:
    """Where an actor stands on an issue: ``stance`` −2 firmly against … 2 firmly for, 0 neither."""

    actor: str
    issue: str
    stance: int


@dataclass(frozen=True, slots=True)
class MeasurePayload:
    """A measure: expulsions, sanctions, a veto, a suspension, aid withheld."""

    actor: str
    target: str | None
    type: str
    status: MeasureStatus
    because_of: str | None = None
    number: Count | None = None


@dataclass(frozen=True, slots=True)
class AccessPayload:
    """Whose access was hindered, by whom (None: not known), and how."""

    who: str
    by: str | None
    kind: AccessKind
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CompliancePayload:
    """What somebody says about compliance: ``verdict`` is implemented · partly · not implemented · violated · fulfilled · unclear."""

    commitment: str
    obligor: str | None
    verdict: str


type Payload = (
    EventPayload
    | CasualtyPayload
    | ResponsibilityPayload
    | AuthenticityPayload
    | PositionPayload
    | MeasurePayload
    | AccessPayload
    | CompliancePayload
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement (or the narrator: ``statement`` None) says. ``spans`` are the words it rests on.

    ``about`` is the id of the event claim of the same document this claim speaks of (a count of its victims, who did it); None for
    event claims and where the text does not decide. ``rule`` names the reading rule.
    """

    id: str
    document: str
    statement: str | None
    kind: ClaimKind
    polarity: Polarity
    factuality: Factuality
    spans: tuple[Span, ...]
    payload: Payload
    about: str | None = None
    hedges: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a person should look at: ``code`` is stable, ``text`` says what and why, ``refs`` name records by id."""

    code: str
    text: str
    spans: tuple[Span, ...] = ()
    document: str | None = None
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document."""

    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[Warning, ...]
    document: str
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
