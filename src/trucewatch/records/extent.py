"""Extents: how many, when and where, each as an interval or a set of candidates, never as false precision."""

from dataclasses import dataclass, field
from datetime import date

from trucewatch.records.span import Span
from trucewatch.records.terms import DatePrecision, PlacePrecision


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """A count of people as a closed interval (DOMAIN section 3); ``high`` is None where no upper bound was stated."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"not an interval of counts: [{self.low}, {self.high}]")

    @property
    def exact(self) -> bool:
        """True where the words name one number."""
        return self.high == self.low


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days. Both ends None: the text does not say, or says it only relative to something unknown."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    text: str
    spans: tuple[Span, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"not an interval of days: {self.earliest} to {self.latest}")

    @property
    def known(self) -> bool:
        """True where the words, with the publication date, decide an interval."""
        return self.earliest is not None and self.latest is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry a place name may mean."""

    gazetteer_id: str
    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    feature: str
    population: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named. ``country``, ``admin1`` and coordinates are None unless gazetteer and context decide.

    ``country`` is an ISO 3166-1 alpha-2 code, ``admin1`` a first-level region's name, ``key`` the name folded for comparison over
    spellings, ``candidates`` every entry the name may mean, best first.
    """

    name: str
    key: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unknown"
    spans: tuple[Span, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=(), repr=False)
