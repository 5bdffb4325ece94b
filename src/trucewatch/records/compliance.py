"""How far commitments are kept: evidence in one form, violations, what could be seen, cells and approvals. Computed, never stored."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from trucewatch.records.plan import Period
from trucewatch.records.terms import AccessKind, AspectStatus

type CellState = Literal[
    "violated", "no violation seen", "scored", "not assessable", "not due", "not triggered", "suspended"
]  # fmt: skip

type Condition = Literal["not triggered", "due", "suspended"]

type ConfidenceLevel = Literal["none", "low", "moderate", "high"]

type Trend = Literal["better", "worse", "same", "not comparable"]


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
