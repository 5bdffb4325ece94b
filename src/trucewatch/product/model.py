"""The nouns of a brief: frozen, already worded, ready for any renderer. Every line names the records it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trucewatch.product import wording
from trucewatch.product.index import Quote


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief. ``refs`` are the ids that ``explain`` opens; ``quote`` holds verbatim words, shown with a direction of
    their own; ``by`` whom they are from; ``flags`` short remarks set apart ("contested", "proposed: corroborated")."""

    text: str
    refs: tuple[str, ...] = ()
    quote: str | None = None
    by: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a common heading, such as one actor's words on the plan."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One origin of the case: how many documents and outlets carry it and why they count as one."""

    id: str
    name: str
    known: bool
    bloc: str | None
    documents: int
    outlets: int
    reasons: tuple[str, ...]
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of the case: what it is and where it came from."""

    id: str
    outlet: str
    published: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The three numbers of DOMAIN section 4, with names."""

    listed: tuple[DocumentLine, ...]
    outlets: tuple[str, ...]
    origins: tuple[OriginLine, ...]
    first: str | None
    last: str | None

    @property
    def documents(self) -> int:
        """How many documents."""
        return len(self.listed)

    @property
    def independent(self) -> int:
        """How many known origins; what cannot be traced adds none."""
        return sum(origin.known for origin in self.origins)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One step in the history of a count. ``live`` False: does not count, ``why`` says so; ``repeated``: how often it was said
    again; ``known``: whether its origin is."""

    ref: str
    day: str
    value: str
    low: int
    high: int | None
    origin: str
    speaker: str
    words: str
    live: bool
    why: str
    accused: bool
    scope: str | None
    repeated: int = 0
    known: bool = True


@dataclass(frozen=True, slots=True)
class CountView:
    """A casualty range with everything that stands beside it. ``best`` is "none" unless ``rule`` fired."""

    ref: str
    what: str
    value: str
    low: int
    high: int | None
    best: str
    rule: str | None
    without_accused: str | None
    floor: int | None
    history: tuple[HistoryRow, ...]
    whole: bool = True
    """Whether it counts everybody in the whole incident; a subtotal belongs to its total and is never added."""

    @property
    def told(self) -> tuple[HistoryRow, ...]:
        """The history without the figures that name no source and do not count."""
        return tuple(row for row in self.history if row.live or row.known)

    @property
    def unsourced(self) -> tuple[HistoryRow, ...]:
        """The figures that name no source and do not count."""
        return tuple(row for row in self.history if not row.live and not row.known)


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A speaker in a responsibility matrix, once, with every claim in which they say so."""

    speaker: str
    refs: tuple[str, ...]
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Who asserts, implies, denies and has found that ``actor`` (or those given a ``label``) had ``role``.

    ``sides`` are the party blocs whose voices say so.
    """

    actor: str
    role: str
    asserted_by: tuple[VoiceView, ...]
    implied_by: tuple[VoiceView, ...]
    denied_by: tuple[VoiceView, ...]
    found_by: tuple[VoiceView, ...]
    sides: tuple[str, ...] = ()


_COLUMNS = (("Asserted by", "asserted_by"), ("Implied by", "implied_by"), ("Denied by", "denied_by"), ("Found by", "found_by"))


def columns_of(rows: Sequence[MatrixRow]) -> tuple[tuple[str, str], ...]:
    """Return heading and field of those columns of a responsibility matrix in which somebody stands."""
    return tuple((name, field) for name, field in _COLUMNS if any(getattr(row, field) for row in rows))


@dataclass(frozen=True, slots=True)
class StatusRow:
    """The status of one aspect: in words, what the machine proposes, whether sources contradict one another, and why."""

    ref: str
    aspect: str
    status: str
    proposed: str | None
    contested: bool
    because: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident of a brief."""

    id: str
    title: str
    short: str
    main: bool
    type: str
    when: str
    where: str
    earliest: str | None
    latest: str | None
    spellings: tuple[str, ...]
    documents: int
    outlets: int
    origins: tuple[str, ...]
    counts: tuple[CountView, ...]
    matrix: tuple[MatrixRow, ...]
    status: tuple[StatusRow, ...]
    findings: tuple[Line, ...]
    exhibits: tuple[Line, ...]
    reports: tuple[tuple[str, str], ...] = ()
    """The documents that tell of it: id, and outlet with day."""
    nesting: tuple[Line, ...] = ()
    """The incident it is told as part of, and those told as part of it."""

    @property
    def rests_on(self) -> str:
        """The three numbers of an incident: documents, outlets, independent origins."""
        parts = ((self.documents, "document"), (self.outlets, "outlet"), (len(self.origins), "independent origin"))
        return " · ".join(wording.number(amount, name) for amount, name in parts)


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a brief says, in the order it says it. ``quotes`` is the appendix: the words behind each claim that a line names."""

    label: str
    subject: str
    until: str | None
    as_of: str | None
    version: str
    sources: Sources
    key_points: tuple[Line, ...]
    incidents: tuple[IncidentView, ...]
    others: tuple[Line, ...]
    patterns: tuple[MatrixRow, ...]
    access: tuple[Line, ...]
    plan: tuple[Group, ...]
    measures: tuple[Line, ...]
    contradictions: tuple[Line, ...]
    warnings: tuple[Line, ...]
    questions: tuple[Line, ...]
    images: tuple[Line, ...]
    failures: tuple[Line, ...]
    quotes: Mapping[str, Quote]
    compliance: tuple[Group, ...] = ()
    suggestions: tuple[Line, ...] = ()
    recurrences: tuple[Line, ...] = ()
    """Pictures perhaps seen before, which a person has yet to decide."""

    @property
    def coverage(self) -> str:
        """The sentence that says which reports the brief covers."""
        span = f"Reports of {self.sources.first} to {self.sources.last}" if self.sources.first else "Reports without a date"
        if self.sources.first and self.sources.first == self.sources.last:
            span = f"Reports of {self.sources.first}"
        parts = [span]
        if self.until:
            parts.append(f"published up to {self.until}")
        if self.as_of:
            parts.append(f"as the case stood at {self.as_of}")
        return ", ".join(parts) + ". What nobody is cited for is the outlet's own word."
