"""A case as read, matched and judged: what ``Case.analyse`` gives and every product is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from trucewatch.product.brief import make_brief
from trucewatch.product.index import Index
from trucewatch.product.model import Brief
from trucewatch.product.reading_json import Json, incident_json
from trucewatch.records.analysis import Analysis
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document, Failure, Item
from trucewatch.records.decision import Decision
from trucewatch.store.archive import Issued, Sighting
from trucewatch.store.shapes import digest, to_json


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

    @property
    def index(self) -> Index:
        """Every record by id."""
        return Index(self.documents.values(), self.readings, self.analysis)

    def brief(self) -> Brief:
        """Return the brief of this view."""
        return make_brief(
            self.documents.values(),
            self.readings,
            self.analysis,
            label=self.label,
            items=self.items,
            failures=self.failures,
            until=self.until,
            as_of=self.as_of,
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
                    {"id": report.name, "claims": list(ids), "main": document in incident.main_in}
                    for document, ids in claims.items()
                    for report in self.sightings[document]
                ],
            )

    def issued(self, product: object, kind: str) -> Issued:
        """Return the record that ``product`` was given out: its digest, the cuts, and the status stated of each aspect."""
        statuses = tuple((each.id, step.aspect, step.status) for each in self.analysis.incidents for step in each.status)
        until, as_of = (cut.isoformat() if cut else None for cut in (self.until, self.as_of))
        return Issued(kind, digest(to_json(product)), until, as_of, statuses)
