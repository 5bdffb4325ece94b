"""The plan: instruments, parties, commitments with their indicators, periods and planned presence, as data."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from trucewatch.records.terms import AccessKind

type CommitmentKind = Literal["discrete", "progressive", "recurring", "continuing positive", "continuing negative", "conditional"]

type Effect = Literal["violation", "implementation", "trigger"]
"""What it means for a commitment that something matches an indicator."""

type Doer = Literal["obligor", "any"]
"""Whose deeds an indicator counts: the obligor's and nobody's in particular, or anybody's."""


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
