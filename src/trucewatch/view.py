"""A case as read, matched and judged: what ``Case.analyse`` gives and every product is made from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from trucewatch.product.brief import make_brief
from trucewatch.product.index import Index
from trucewatch.product.model import Brief
from trucewatch.product.reading_json import Json, incident_json
from trucewatch.records.analysis import Analysis
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document, Failure, Item
from trucewatch.records.compliance import Compliance
from trucewatch.records.decision import Decision
from trucewatch.records.memo import Work
from trucewatch.records.plan import Plan
from trucewatch.store.archive import Issued, Sighting
from trucewatch.store.shapes import digest, to_json
from trucewatch.version import __version__

_HEIGHT = {"unassessed": 0, "reported": 1, "corroborated": 2, "verified": 3}
"""How much a status claims; the exits (refuted, withdrawn, unverifiable, merged) claim nothing."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A product given out, and each status it stated that is lower now: incident, aspect, then, now."""

    issued: Issued
    lower: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """All of a case, or what was published by a day (``until``), or what the case knew at a time (``as_of``)."""

    label: str
    documents: Mapping[str, Document]
    readings: tuple[Reading, ...]
    analysis: Analysis
    sightings: Mapping[str, tuple[Sighting, ...]]
    items: tuple[Item, ...]
    failures: tuple[Failure, ...]
    decisions: tuple[Decision, ...]
    until: date | None = None
    as_of: datetime | None = None
    work: Work = field(default_factory=Work)
    """What matching and judging had to do anew for this view; nothing where the same analysis was kept."""

    @property
    def index(self) -> Index:
        """Every record by id."""
        return Index(self.documents.values(), self.readings, self.analysis, items=self.items, decisions=self.decisions)

    def unknown(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Return those of ``refs`` that are the id of nothing in the case."""
        index = self.index
        known = {item.id for item in self.items} | {decision.id for decision in self.decisions}
        return tuple(ref for ref in refs if ref not in known and index.resolve(ref) != (ref,))

    def brief(self, plans: Sequence[tuple[Plan, Compliance]] = ()) -> Brief:
        """Return the brief of this view, with how far the case's ``plans`` are kept."""
        return make_brief(
            self.documents.values(),
            self.readings,
            self.analysis,
            label=self.label,
            items=self.items,
            failures=self.failures,
            until=self.until,
            as_of=self.as_of,
            plans=plans,
            version=__version__,
        )

    def incidents(self) -> Iterator[dict[str, Json]]:
        """Yield every incident as JSON, with every report of it by external id or path, exact duplicates included."""
        home = {claim.id: claim.document for reading in self.readings for claim in reading.claims}
        for incident in self.analysis.incidents:
            claims: dict[str, list[Json]] = {document: [] for document in incident.documents}
            for claim in incident.claims:
                claims.setdefault(home[claim], []).append(claim)
            yield incident_json(
                incident,
                [
                    {"id": name, "claims": list(ids), "main": document in incident.main_in}
                    for document, ids in claims.items()
                    for name in dict.fromkeys(report.name for report in self.sightings[document])
                ],
            )

    def issued(self, product: object, kind: str) -> Issued:
        """Return the record that ``product`` was given out: its digest, the cuts, and the status stated of each aspect."""
        statuses = tuple((each.id, each.claims[0], step.aspect, step.status) for each in self.analysis.incidents for step in each.status)
        until, as_of = (cut.isoformat() if cut else None for cut in (self.until, self.as_of))
        return Issued(kind, digest(to_json(product)), until, as_of, statuses)

    def since(self, issued: Issued) -> Outdated | None:
        """Return what ``issued`` stated that this view no longer bears out, or None. An incident is followed by one of its claims, so
        that one which was merged into another is compared with that."""
        home = {claim: incident for incident in self.analysis.incidents for claim in incident.claims}
        lower = []
        for name, claim, aspect, then in issued.statuses:
            incident = home.get(claim)
            now = next((step.status for step in incident.status if step.aspect == aspect), "withdrawn") if incident else "withdrawn"
            if _HEIGHT.get(now, 0) < _HEIGHT.get(then, 0):
                lower.append((incident.id if incident else name, aspect, then, now))
        return Outdated(issued, tuple(lower)) if lower else None
