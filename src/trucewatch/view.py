"""A case as read, matched and judged: what ``Case.analyse`` gives and every product is made from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from trucewatch.product.brief import make_brief
from trucewatch.product.index import Index
from trucewatch.product.model import Brief
from trucewatch.product.pictures import is_picture, picture_json
from trucewatch.product.reading_json import Json, incident_json
from trucewatch.records.analysis import Analysis
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document, Failure, Item
from trucewatch.records.compliance import Compliance
from trucewatch.records.decision import Decision, about_pictures, is_item
from trucewatch.records.memo import Work
from trucewatch.records.pictures import PictureFindings
from trucewatch.records.plan import Plan
from trucewatch.store.archive import Issued, Sighting
from trucewatch.store.shapes import digest, to_json
from trucewatch.version import __version__

_HEIGHT = {"unassessed": 0, "reported": 1, "corroborated": 2, "verified": 3}
"""How much a status claims; the exits (refuted, withdrawn, unverifiable, merged) claim nothing."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A product given out, each status it stated that is lower now (incident, aspect, then, now), and each exhibit it listed that is no
    longer attached (incident, exhibit)."""

    issued: Issued
    lower: tuple[tuple[str, str, str, str], ...]
    detached: tuple[tuple[str, str], ...] = ()


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
    pictures: PictureFindings = field(default_factory=PictureFindings)

    @property
    def index(self) -> Index:
        """Every record by id."""
        return Index(
            self.documents.values(), self.readings, self.analysis, items=self.items, decisions=self.decisions, pictures=self.pictures
        )

    def named(self, ref: str) -> str:
        """Return the one id that ``ref`` is or begins, else ``ref`` as it is."""
        found = self.index.resolve(ref)
        return found[0] if len(found) == 1 and "/" not in ref else ref

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
            decisions=self.decisions,
            pictures=self.pictures,
            failures=self.failures,
            until=self.until,
            as_of=self.as_of,
            plans=plans,
            version=__version__,
        )

    def picture_list(self) -> Iterator[dict[str, Json]]:
        """Yield every picture and video as JSON, in the order captured: what it repeats, where it is attached, what speaks against that."""
        index = self.index
        for item in filter(is_picture, self.items):
            yield picture_json(index, item)

    def incidents(self) -> Iterator[dict[str, Json]]:
        """Yield every incident as JSON, with every report of it by external id or path, exact duplicates included."""
        home = {claim.id: claim.document for reading in self.readings for claim in reading.claims}
        index = self.index
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
                [picture_json(index, index.items[each]) for each in incident.exhibits if each in index.items],
            )

    def issued(self, product: object, kind: str) -> Issued:
        """Return the record that ``product`` was given out: its digest, the cuts, the status stated of each aspect, and
        the exhibits listed."""
        statuses = tuple((each.id, each.claims[0], step.aspect, step.status) for each in self.analysis.incidents for step in each.status)
        until, as_of = (cut.isoformat() if cut else None for cut in (self.until, self.as_of))
        exhibits = tuple((each.id, each.claims[0], exhibit) for each in self.analysis.incidents for exhibit in each.exhibits)
        return Issued(kind, digest(to_json(product)), until, as_of, statuses, exhibits)

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
        gone = []
        for name, claim, exhibit in issued.exhibits:
            incident = home.get(claim)
            if incident is None or exhibit not in incident.exhibits:
                gone.append((incident.id if incident else name, exhibit))
        return Outdated(issued, tuple(lower), tuple(gone)) if lower or gone else None


def problem_with(decision: Decision, view: View) -> str | None:
    """Return what is wrong with a decision on records of the case as ``view`` has it, in words, or None."""
    incident = decision.value("incident") if decision.verb in {"attach", "detach"} else None
    strange = view.unknown((*decision.subjects, *([incident] if incident else ())))
    if strange:
        return f"the case has no record with the id {strange[0]}"
    items = [subject for subject in decision.subjects if is_item(subject)]
    if decision.verb in {"accept", "reject"} and items and not about_pictures(decision):
        return f"{decision.verb} of a picture needs the two that are or are not the same, both by their ids"
    if incident is None:
        return None
    index = view.index
    found = index.incidents.get(index.incident_of.get(incident, incident))
    if found is None:
        return f"{incident} is no incident"
    said = {claim for claim in found.claims if claim in index.claims and index.claims[claim].kind == "authenticity"}
    for subject in decision.subjects:
        if not is_item(subject) and not (subject in index.claims and index.claims[subject].kind == "authenticity"):
            return f"{subject} is no exhibit: a captured file, or a claim about a picture or film"
        if decision.verb == "detach" and subject not in {*found.exhibits, *said}:
            return f"{subject[:12]} is not attached to {found.id}"
    return None
