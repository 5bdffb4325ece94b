"""Readings and documents → evidence: each claim with the roots it goes back to, the day it was given, and where it stands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.judging.register import Register, Root
from trucewatch.records.analysis import Incident
from trucewatch.records.assertion import Claim, Reading, Speaker, Statement
from trucewatch.records.capture import Document
from trucewatch.vocab.states import country_name, country_named

HAPPENED = frozenset({"certain", "probable", "possible"})
_SPEAKS_FOR_ITSELF = frozenset({"mission", "IGO", "NGO monitor", "government", "armed group", "opposition body", "state media", "activist"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as judging sees it: ``roots``: where it comes from; ``day``: when it was said, else published; ``outlet``: its carrier."""

    claim: Claim
    statement: Statement | None
    document: Document
    roots: tuple[Root, ...]
    day: date | None
    outlet: str

    @property
    def start(self) -> int:
        """Where in the document its words begin."""
        return self.claim.spans[0].start if self.claim.spans else 0

    @property
    def speaker(self) -> str:
        """Who says it, as a person reads it: the speaker's name, or whose own words they are."""
        return self.statement.speaker.name or "unnamed source" if self.statement else self.outlet

    @property
    def hedged(self) -> bool:
        """True where the words hold back: a hedge, or an event presented as probable or possible."""
        return bool(self.claim.hedges) or self.claim.factuality in {"probable", "possible"}

    @property
    def identified(self) -> bool:
        """True where at least one root is known."""
        return any(root.known for root in self.roots)


class Archive:
    """Every claim and statement of a case by id, and who they go back to."""

    def __init__(self, readings: Iterable[Reading], documents: Mapping[str, Document], register: Register) -> None:
        self.documents = documents
        self.register = register
        self.readings = {reading.document: reading for reading in readings}
        self.claims: dict[str, Claim] = {}
        self.statements: dict[str, Statement] = {}
        for reading in self.readings.values():
            self.claims.update((claim.id, claim) for claim in reading.claims)
            self.statements.update((statement.id, statement) for statement in reading.statements)
        self._countries: dict[str, str | None] = {}
        self._known: dict[tuple[str, str | None], Evidence] = {}

    def evidence(self, claim: str, country: str | None) -> Evidence | None:
        """Return a claim with its roots, ``country`` being where its incident lies; None for an id that is not known."""
        found = self.claims.get(claim)
        if found is None:
            return None
        known = self._known.get((claim, country))
        if known is None:
            known = self._known[claim, country] = self._evidence(found, country)
        return known

    def _evidence(self, found: Claim, country: str | None) -> Evidence:
        """Find who a claim goes back to, and when it was said."""
        document = self.documents[found.document]
        statement = self.statements.get(found.statement) if found.statement else None
        said = statement.said_at.earliest if statement and statement.said_at and statement.said_at.precision == "day" else None
        where = country or self.country_of(document.id)
        day = said if said and (document.published is None or said <= document.published) else document.published
        return Evidence(found, statement, document, self._roots(statement, document, where), day, outlet_of(document))

    def gather(self, incident: Incident) -> tuple[Evidence, ...]:
        """Return the evidence of an incident, in order of day, document and position."""
        country = country_of(incident)
        found = [evidence for claim in incident.claims if (evidence := self.evidence(claim, country))]
        return tuple(sorted(found, key=order))

    def country_of(self, document: str) -> str | None:
        """The country most of a document's places lie in."""
        if document not in self._countries:
            reading = self.readings.get(document)
            seen = Counter(place.country for place in reading.places if place.country) if reading else Counter()
            self._countries[document] = max(sorted(seen), key=lambda code: seen[code]) if seen else None
        return self._countries[document]

    def _roots(self, statement: Statement | None, document: Document, country: str | None) -> tuple[Root, ...]:
        """The innermost speaker's roots; without a speaker the publisher's own where it speaks for itself, else an unknown origin."""
        if statement is not None and statement.mode != "narrator" and statement.speaker.name:
            return self.register.roots(_accredited(statement, document.text), country)
        if document.publisher and statement is None:
            own = self.register.publisher(document.publisher, country)
            if own.kind in _SPEAKS_FOR_ITSELF:
                return (own,)
        behind = document.credits[0] if document.credits else outlet_of(document)
        return (Root(f"{behind} (no source named)", f"?{behind}", "unknown", None, known=False),)


_ACCREDITED = ("ambassador", "envoy", "representative", "delegate")


def _accredited(statement: Statement, text: str) -> Speaker:
    """Return the speaker, an ambassador *to* a body given the country whose ambassador it is, where the source phrase names it."""
    speaker = statement.speaker
    if not any(word in (speaker.role or "").lower() for word in _ACCREDITED) or country_named(speaker.affiliation or ""):
        return speaker
    words = " ".join(span.of(text) for span in statement.source)
    code = country_named(words)
    return replace(speaker, affiliation=country_name(code)) if code else speaker


def outlet_of(document: Document) -> str:
    """Name who carried a document: its publisher, else its file, else its id."""
    return document.publisher or document.path or document.id


def country_of(incident: Incident) -> str | None:
    """The country an incident lies in, where a place says so."""
    return next((place.country for place in incident.where if place.country), None)


def order(evidence: Evidence) -> tuple[str, str, int, str]:
    """Order by day, then document, then position."""
    return evidence.day.isoformat() if evidence.day else "9999", evidence.document.id, evidence.start, evidence.claim.id


def asserting(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Keep what is asserted or implied of something that happened."""
    return tuple(one for one in evidence if one.claim.polarity in {"assert", "implicate"} and one.claim.factuality in HAPPENED)
