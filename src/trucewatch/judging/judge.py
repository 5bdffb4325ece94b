"""Incidents, readings and documents → the analysis: counts, responsibility, origins, status, contradictions, warnings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.judging.decided import Verdicts
from trucewatch.judging.drift import lost_hedges, turned_bounds
from trucewatch.judging.evidence import Archive, country_of
from trucewatch.judging.figures import Figure, figures_of
from trucewatch.judging.origins import origins_of
from trucewatch.judging.ranges import ranges_of
from trucewatch.judging.register import Register
from trucewatch.judging.responsibility import accused_blocs, blames_of, findings_of, matrix, patterns_of
from trucewatch.judging.status import contradictions_of, steps_of
from trucewatch.records.analysis import Analysis, Contradiction, Copy, Grouping, Incident, Origin
from trucewatch.records.assertion import Reading, Warning
from trucewatch.records.capture import Document, Source
from trucewatch.records.corrections import corrected_readings
from trucewatch.records.decision import Decision


def judge(
    grouping: Grouping,
    readings: Sequence[Reading],
    documents: Mapping[str, Document],
    *,
    sources: Sequence[Source] = (),
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """Judge every incident of a grouping.

    ``sources`` are the case's own, added to the register that ships; ``decisions`` are replayed in the order taken. Pure: the same
    records give the same analysis.
    """
    archive = Archive(corrected_readings(readings, decisions), documents, Register(sources))
    verdicts = Verdicts.of(decisions, archive.claims)
    published = {name: document.published.isoformat() for name, document in documents.items() if document.published}
    incidents: list[Incident] = []
    contradictions: list[Contradiction] = []
    warnings: list[Warning] = []
    conflicts = list(grouping.conflicts)
    for incident in grouping.incidents:
        judged, clashes, figures = judge_incident(incident, archive, grouping.copies, verdicts)
        status, against = verdicts.stepped(judged, clashes, published)
        incidents.append(replace(judged, status=status))
        conflicts += against
        contradictions += clashes
        warnings += turned_bounds(figures)
    warnings += lost_hedges(archive)
    return Analysis(
        incidents=tuple(incidents),
        contradictions=tuple(contradictions),
        warnings=tuple(dict.fromkeys(warnings)),
        origins=verdicts.graded(_all_origins(incidents, archive, grouping.copies)),
        suggestions=grouping.suggestions,
        patterns=patterns_of(archive),
        joins=grouping.joins,
        copies=grouping.copies,
        conflicts=tuple(dict.fromkeys(conflicts)),
    )


def judge_incident(
    incident: Incident, archive: Archive, copies: Sequence[Copy], verdicts: Verdicts
) -> tuple[Incident, tuple[Contradiction, ...], tuple[Figure, ...]]:
    """Judge one incident; also its contradictions and the figures its counts rest on."""
    evidence = archive.gather(incident)
    country = country_of(incident) or next((code for name in incident.documents if (code := archive.country_of(name))), None)
    blames = verdicts.linked(blames_of(evidence, archive.register, country), archive.register, country)
    figures = figures_of(evidence, incident)
    counts = ranges_of(figures, accused_blocs(blames), verdicts.refuted)
    findings = findings_of(blames)
    contradictions = contradictions_of(incident, evidence, counts, blames)
    judged = replace(
        incident,
        counts=counts,
        responsibility=matrix(blames, "incident"),
        status=steps_of(incident, evidence, counts, blames, findings, contradictions),
        origins=verdicts.graded(origins_of(evidence, copies)),
        outlets=tuple(sorted({one.outlet for one in evidence})),
        findings=findings,
    )
    return judged, contradictions, figures


def _all_origins(incidents: Iterable[Incident], archive: Archive, copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """The origins behind every claim of the case's incidents."""
    evidence = [one for incident in incidents for one in archive.gather(incident)]
    return origins_of(evidence, copies)
