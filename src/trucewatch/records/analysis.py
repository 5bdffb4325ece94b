"""What is computed from assertions and decisions: incidents with their counts, responsibility and status. Delete it and it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trucewatch.records.assertion import Participant, Warning
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.terms import (
    Aspect,
    AspectStatus,
    Metric,
    Population,
    ResponsibilityRole,
    ResponsibilityScope,
    Stage,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: the documents, outlets and claims that go back to it, and why they are one (DOMAIN section 4).

    ``members`` names the roots that count as this one origin: several where they share an owner, an utterance or a party bloc.
    """

    id: str
    name: str
    known: bool
    bloc: str | None
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[str, ...]
    reasons: tuple[str, ...]
    members: tuple[str, ...] = ()
    reliability: str = "F"


@dataclass(frozen=True, slots=True)
class CountPoint:
    """One step in the history of a count. ``live`` False: superseded, derived or refuted, ``why`` says which."""

    claim: str
    day: date | None
    low: int
    high: int | None
    origin: str | None
    live: bool = True
    why: str = ""
    scope: str | None = None
    accused: bool = False


@dataclass(frozen=True, slots=True)
class CasualtyRange:
    """Lowest lower bound to highest finite bound over live claims. ``best`` is None unless ``rule`` fired."""

    metric: Metric
    population: Population
    scope: str | None
    low: int
    high: int | None
    best: int | None
    rule: str | None
    without_accused: Count | None
    floor: int | None
    history: tuple[CountPoint, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's word in a responsibility matrix, and the claim that carries it."""

    speaker: str
    claim: str
    body: str | None = None
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One row of the responsibility matrix. Never rendered as a bare "were killed by X"."""

    actor: str | None
    label: str
    role: ResponsibilityRole
    scope: ResponsibilityScope
    asserted_by: tuple[Voice, ...] = ()
    implied_by: tuple[Voice, ...] = ()
    denied_by: tuple[Voice, ...] = ()
    found_by: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a body with a mandate concluded. ``standard`` is its standard of proof, ``limits`` what it left open; it may move a status."""

    body: str
    standard: str | None
    scope: str
    actors: tuple[str, ...]
    claims: tuple[str, ...]
    day: date | None = None
    mandate: str | None = None
    limits: str | None = None


@dataclass(frozen=True, slots=True)
class StatusStep:
    """The status of one aspect and what it rests on; ``proposed`` is what the machine proposes and a person has yet to accept."""

    aspect: Aspect
    status: AspectStatus
    proposed: AspectStatus | None
    contested: bool
    because: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims about the same event, brought together. Matching fills the first part, judging the second."""

    id: str
    type: str
    stage: Stage
    main: bool
    when: When | None
    where: tuple[Place, ...]
    participants: tuple[Participant, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    parent: str | None = None
    rule: str = ""
    # judged
    counts: tuple[CasualtyRange, ...] = ()
    responsibility: tuple[Attribution, ...] = ()
    status: tuple[StatusStep, ...] = ()
    origins: tuple[Origin, ...] = ()
    outlets: tuple[str, ...] = ()
    main_in: tuple[str, ...] = ()
    """The documents that are about this incident, apart from those that only mention it."""
    findings: tuple[Finding, ...] = ()
    exhibits: tuple[str, ...] = ()

    @property
    def contested(self) -> tuple[Aspect, ...]:
        """The aspects on which identified sources contradict one another."""
        return tuple(step.aspect for step in self.status if step.contested)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims of identified sources on one aspect of one incident that cannot all be true."""

    incident: str
    aspect: Aspect
    claims: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An uncertain join, put to a person. ``probability`` and the weight of each feature are shown."""

    left: str
    right: str
    probability: float
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A report that tells of no incident, and the one its words, names and places are about. It adds nothing to what is known of it."""

    document: str
    incident: str
    probability: float
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share their text. ``likeness`` is the share of word shingles in common, ``run`` the longest shared run of
    words outside quotations, ``why`` says which of the two decided."""

    left: str
    right: str
    likeness: float
    run: int
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A person's decision that new evidence, or another decision, speaks against. It still holds until a person changes it."""

    decision: str
    text: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """What matching gives: incidents not yet judged, the joins made and why, suggestions, copies, and conflicts with decisions."""

    incidents: tuple[Incident, ...]
    suggestions: tuple[Suggestion, ...] = ()
    joins: tuple[Suggestion, ...] = ()
    """The pairs of mentions that were joined across documents, with probability and weights: ``left`` and ``right`` are claim ids."""
    copies: tuple[Copy, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Related, ...] = ()
    """Reports that tell of no incident of their own, each beside the one it is about."""
    contents: Mapping[str, str] = field(default_factory=dict)
    """For each incident the digest of all it was made from: where that is the same, so is the incident."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What judging gives for a whole case or one text."""

    incidents: tuple[Incident, ...]
    contradictions: tuple[Contradiction, ...]
    warnings: tuple[Warning, ...]
    origins: tuple[Origin, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    patterns: tuple[Attribution, ...] = ()
    """Responsibility of scope *pattern*: it stands beside the incidents, in no incident's matrix."""
    joins: tuple[Suggestion, ...] = ()
    copies: tuple[Copy, ...] = ()
    related: tuple[Related, ...] = ()
    """Reports that tell of no incident of their own, each beside the one it is about."""
    conflicts: tuple[Conflict, ...] = ()
