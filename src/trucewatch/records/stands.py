"""Where actors stand: positions and their shifts, measures over time, the Council and what its members stated."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from trucewatch.records.extent import Count
from trucewatch.records.terms import MeasureStatus, Polarity

type Vote = Literal["in favour", "against", "unknown"]


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
