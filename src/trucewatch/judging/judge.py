"""Incidents, readings and documents → the analysis: counts, responsibility, origins, status, contradictions, warnings.

Each incident is judged by itself, from its claims and the register; what a memo holds is taken as kept. What reaches across incidents
(origins, lost hedges, patterns) is put together from parts that are kept too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.judging.decided import Verdicts
from trucewatch.judging.drift import lost_hedges, turned_bounds
from trucewatch.judging.evidence import Archive, Evidence, country_of
from trucewatch.judging.figures import figures_of
from trucewatch.judging.origins import Stated, origins_of, stated_in
from trucewatch.judging.ranges import ranges_of
from trucewatch.judging.register import Register
from trucewatch.judging.responsibility import Blame, accused_blocs, bare, blames_of, findings_of, matrix, patterns_of
from trucewatch.judging.status import contradictions_of, steps_of
from trucewatch.records.analysis import (
    Analysis,
    Attribution,
    CasualtyRange,
    Contradiction,
    Copy,
    Finding,
    Grouping,
    Incident,
    Origin,
    StatusStep,
)
from trucewatch.records.assertion import Reading, Warning
from trucewatch.records.capture import Document, Source
from trucewatch.records.corrections import changed_claims, corrected_readings
from trucewatch.records.decision import Decision
from trucewatch.records.memo import Memo, mark


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that an incident's claims blame, folded: a person may link any of them to an actor."""

    each: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging adds to an incident, before grades and statuses that people gave; and what of it reaches beyond the incident."""

    counts: tuple[CasualtyRange, ...]
    responsibility: tuple[Attribution, ...]
    status: tuple[StatusStep, ...]
    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    findings: tuple[Finding, ...]
    contradictions: tuple[Contradiction, ...]
    warnings: tuple[Warning, ...]
    stated: tuple[Stated, ...]


def judge(
    grouping: Grouping,
    readings: Sequence[Reading],
    documents: Mapping[str, Document],
    *,
    sources: Sequence[Source] = (),
    decisions: Sequence[Decision] = (),
    memo: Memo | None = None,
) -> Analysis:
    """Judge every incident of a grouping.

    ``sources`` are the case's own, added to the register that ships; ``decisions`` are replayed in the order taken. Pure: the same
    records give the same analysis, whatever ``memo`` holds of what was judged before.
    """
    memo = memo or Memo()
    changed = changed_claims(readings, decisions)
    contents = {name: memo.content(name, changed.get(name, ())) for name in documents}
    archive = Archive(corrected_readings(readings, decisions), documents, Register(sources))
    verdicts = Verdicts.of(decisions, archive.claims)
    bench = _Bench(grouping, archive, verdicts, memo, contents, mark("register", *sources))
    published = {name: document.published.isoformat() for name, document in documents.items() if document.published}
    incidents: list[Incident] = []
    contradictions: list[Contradiction] = []
    warnings: list[Warning] = []
    stated: list[Stated] = []
    conflicts = list(grouping.conflicts)
    for incident in grouping.incidents:
        found = bench.judged(incident)
        judged = replace(
            incident,
            counts=found.counts,
            responsibility=found.responsibility,
            status=found.status,
            origins=verdicts.graded(found.origins),
            outlets=found.outlets,
            findings=found.findings,
        )
        status, against = verdicts.stepped(judged, found.contradictions, published)
        incidents.append(replace(judged, status=status))
        conflicts += against
        contradictions += found.contradictions
        warnings += found.warnings
        stated += found.stated
    warnings += lost_hedges(archive, {name: mark("voices", contents[name], bench.register) for name in sorted(archive.readings)}, memo)
    return Analysis(
        incidents=tuple(incidents),
        contradictions=tuple(contradictions),
        warnings=tuple(dict.fromkeys(warnings)),
        origins=verdicts.graded(origins_of(stated, grouping.copies)),
        suggestions=grouping.suggestions,
        patterns=patterns_of(archive),
        joins=grouping.joins,
        copies=grouping.copies,
        related=grouping.related,
        conflicts=tuple(dict.fromkeys(conflicts)),
    )


class _Bench:
    """Judges incidents, each once: under a digest of its content, of its copies, of what people refuted and linked, and of the register."""

    def __init__(
        self, grouping: Grouping, archive: Archive, verdicts: Verdicts, memo: Memo, contents: Mapping[str, str], register: str
    ) -> None:
        self.grouping = grouping
        self.archive = archive
        self.verdicts = verdicts
        self.memo = memo
        self.contents = contents
        self.register = register
        self.copies: dict[str, list[Copy]] = {}
        for copy in grouping.copies:
            self.copies.setdefault(copy.left, []).append(copy)

    def judged(self, incident: Incident) -> Judged:
        """Return what judging adds to an incident: as kept, or judged now."""
        copies = self._copies(incident)
        key = self._key(incident, copies)
        labels = self.memo.get(Labels, key)
        evidence: tuple[Evidence, ...] | None = None
        if labels is None:
            evidence = self.archive.gather(incident)
            said = {bare(blame.label) for blame in self._blames(incident, evidence)}
            labels = self.memo.keep(key, Labels(tuple(sorted(said))))
        links = [(label, self.verdicts.links[label]) for label in labels.each if label in self.verdicts.links]
        linked = mark(key, links)
        kept = self.memo.get(Judged, linked)
        if kept is not None:
            return kept
        self.memo.count("incidents")
        return self.memo.keep(linked, self._judge(incident, evidence or self.archive.gather(incident), copies))

    def _judge(self, incident: Incident, evidence: Sequence[Evidence], copies: Sequence[Copy]) -> Judged:
        """Judge one incident."""
        register, country = self.archive.register, self._country(incident)
        blames = self.verdicts.linked(self._blames(incident, evidence), register, country)
        figures = figures_of(evidence, incident)
        counts = ranges_of(figures, accused_blocs(blames), self.verdicts.refuted)
        findings = findings_of(blames)
        contradictions = contradictions_of(incident, evidence, counts, blames)
        stated = stated_in(evidence)
        return Judged(
            counts=counts,
            responsibility=matrix(blames, "incident"),
            status=steps_of(incident, evidence, counts, blames, findings, contradictions),
            origins=origins_of(stated, copies),
            outlets=tuple(sorted({one.outlet for one in evidence})),
            findings=findings,
            contradictions=contradictions,
            warnings=turned_bounds(figures),
            stated=stated,
        )

    def _blames(self, incident: Incident, evidence: Sequence[Evidence]) -> tuple[Blame, ...]:
        """Every voice on who did it, as the words have it."""
        return blames_of(evidence, self.archive.register, self._country(incident))

    def _country(self, incident: Incident) -> str | None:
        """Where an incident lies: by its places, else by those of its reports."""
        known = (code for name in incident.documents if (code := self.archive.country_of(name)))
        return country_of(incident) or next(known, None)

    def _copies(self, incident: Incident) -> tuple[Copy, ...]:
        """The copies among the documents that an incident's claims are in."""
        documents = self._documents(incident)
        return tuple(copy for name in documents for copy in self.copies.get(name, ()) if copy.right in documents)

    def _documents(self, incident: Incident) -> Mapping[str, str]:
        """The documents that an incident's claims are in, with their contents, in order of their ids."""
        return {
            name: self.contents[name]
            for name in sorted({self.archive.claims[claim].document for claim in incident.claims if claim in self.archive.claims})
        }

    def _key(self, incident: Incident, copies: Sequence[Copy]) -> str:
        """The digest of all that judging an incident rests on, but for the labels that people linked."""
        content = self.grouping.contents.get(incident.id) or mark(incident)
        refuted = sorted(self.verdicts.refuted.intersection(incident.claims))
        return mark("judged", content, sorted(self._documents(incident).items()), copies, refuted, self.register)
