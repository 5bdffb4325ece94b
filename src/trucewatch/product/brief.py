"""Documents, readings and analysis → a Brief. A pure function: the same case gives the same brief."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from trucewatch.product import wording
from trucewatch.product.compliance import compliance_groups
from trucewatch.product.incidents import NO_BEST, every_side, incident_view, matrix
from trucewatch.product.index import Index
from trucewatch.product.model import Brief, CountView, DocumentLine, Group, IncidentView, Line, OriginLine, Sources
from trucewatch.product.pictures import doubt_lines, picture_lines, recurrence_lines
from trucewatch.product.questions import question_lines
from trucewatch.product.sections import (
    OBSERVER_TYPES,
    access_lines,
    contradiction_lines,
    failure_lines,
    measure_lines,
    other_lines,
    plan_groups,
    plan_verdicts,
    suggestion_lines,
    warning_lines,
)
from trucewatch.records.analysis import Analysis, Incident
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document, Failure, Item
from trucewatch.records.compliance import Compliance
from trucewatch.records.decision import Decision
from trucewatch.records.pictures import PictureFindings
from trucewatch.records.plan import Plan

FULL = 8
"""How many incidents a brief sets out in full; the rest stand in a list, and ``trucewatch incidents`` has them all."""
LISTED = 30
_KEY = 3
_SHARE = 6
"""A key point is about an incident that at least a sixth as many documents tell of as of the first."""


def make_brief(
    documents: Iterable[Document],
    readings: Iterable[Reading],
    analysis: Analysis,
    *,
    label: str | None = None,
    items: Sequence[Item] = (),
    decisions: Sequence[Decision] = (),
    pictures: PictureFindings | None = None,
    failures: Sequence[Failure] = (),
    until: date | None = None,
    as_of: datetime | None = None,
    plans: Sequence[tuple[Plan, Compliance]] = (),
    version: str = "",
) -> Brief:
    """Return the brief of a case.

    ``documents`` and ``readings`` are those the analysis was made from; ``until`` and ``as_of`` are only stated, the caller has already cut
    by them. ``pictures`` says which items repeat which. ``label`` names the case, ``plans`` are those it holds, with how far they are kept,
    ``version`` is the program's. There is no clock in a brief.
    """
    index = Index(documents, readings, analysis, items=items, decisions=decisions, pictures=pictures or PictureFindings())
    ranked = by_weight(analysis.incidents)
    full = _in_full(ranked, len(index.documents))
    rest = [incident for incident in ranked if incident not in full]
    views = tuple(incident_view(index, incident) for incident in full)
    sources = _sources(index)
    access = access_lines(index)
    plan = plan_groups(index)
    others = tuple(other_lines(rest[:LISTED]))
    if len(rest) > LISTED:
        others += (Line(f"… and {len(rest) - LISTED} more; `trucewatch incidents` lists every one"),)
    partial = Brief(
        label=label or "Reports",
        subject=wording.title(full[0]) if full else "No incident in these reports",
        until=until.isoformat() if until else None,
        as_of=as_of.isoformat(timespec="seconds") if as_of else None,
        version=version,
        sources=sources,
        key_points=tuple(_key_points(views, access, plan, plan_verdicts(index))),
        incidents=views,
        others=others,
        patterns=matrix(analysis.patterns),
        access=access,
        plan=plan,
        measures=measure_lines(index),
        contradictions=contradiction_lines(index),
        warnings=(*doubt_lines(index), *warning_lines(index)),
        questions=question_lines(views),
        images=picture_lines(index),
        failures=failure_lines(failures),
        quotes={},
        compliance=compliance_groups(plans),
        suggestions=suggestion_lines(index),
        recurrences=recurrence_lines(index),
    )
    return _with_quotes(partial, index)


def by_weight(incidents: Iterable[Incident]) -> list[Incident]:
    """Return incidents with those first that most reports are about."""
    return sorted(incidents, key=_rank)


def _rank(incident: Incident) -> tuple[object, ...]:
    """Main incidents first, then those that more reports are about or tell of; the id breaks ties."""
    return (not incident.main, -len(incident.main_in), -len(incident.documents), -len(incident.claims), incident.id)


def _in_full(ranked: Sequence[Incident], documents: int) -> list[Incident]:
    """Return the incidents that a brief sets out: those that several reports tell of, or that a body has made a finding on.

    In a case of one or two reports, and where no incident has several, those that a report is about.
    """
    several = [each for each in ranked if each.main and (len(each.documents) > 1 or each.findings)]
    return (several if several and documents > 2 else [each for each in ranked if each.main] or list(ranked[:1]))[:FULL]


def _sources(index: Index) -> Sources:
    published = sorted(document.published for document in index.documents.values() if document.published)
    origins = sorted(index.analysis.origins, key=lambda origin: (not origin.known, -len(origin.documents), origin.name))
    listed = sorted(index.documents.values(), key=lambda document: (str(document.published or "9999"), document.path or "", document.id))
    return Sources(
        listed=tuple(
            DocumentLine(d.id, index.outlet(d.id), wording.day(d.published), d.title or "", d.path or d.external_id or d.url or "")
            for d in listed
        ),
        outlets=tuple(sorted({document.publisher for document in index.documents.values() if document.publisher})),
        origins=tuple(
            OriginLine(o.id, wording.origin(o), o.known, o.bloc, len(o.documents), len(o.outlets), o.reasons, wording.voices(o))
            for o in origins
        ),
        first=wording.day(published[0]) if published else None,
        last=wording.day(published[-1]) if published else None,
    )


def _key_points(
    views: Sequence[IncidentView], access: Sequence[Line], plan: Sequence[Group], verdicts: Mapping[str, Sequence[str]]
) -> Iterator[Line]:
    """Yield what a reader with one minute needs: the main incidents, then access, then the plan."""
    main = [view for view in views if view.main and view.type not in OBSERVER_TYPES]
    for view in [view for view in main if view.documents * _SHARE >= main[0].documents][:_KEY]:
        yield from _incident_points(view)
    if access:
        refs = tuple(dict.fromkeys(ref for line in access for ref in line.refs))
        more = f"; {wording.number(len(access) - 1, 'more account')} of hindered access" if len(access) > 1 else ""
        yield Line(f"Access: {access[0].text}{more}.", refs)
    if plan and verdicts:
        refs = tuple(dict.fromkeys(ref for group in plan for line in group.lines for ref in line.refs))
        said = [f"{verdict} — {wording.listing(holders)}" for verdict, holders in verdicts.items()]
        yield Line(f"On the plan: {'; '.join(said[:_KEY])}.", refs)


def _incident_points(view: IncidentView) -> Iterator[Line]:
    dead = next((count for count in view.counts if count.what == "killed"), None)
    rests = f"rests on {view.rests_on.replace(' · ', ', ')}"
    if dead:
        yield Line(f"{wording.sentence(view.short)}: {_dead(view, dead)}; {rests}.", (dead.ref,), flags=_flags(view, "count"))
    else:
        yield Line(f"{wording.sentence(view.short)}: {_occurrence(view)}; {rests}.", (view.id,), flags=_flags(view, "occurrence"))
    if view.matrix:
        yield Line(f"Said to be responsible: {_responsibility(view)}", (f"{view.id}/attribution",), flags=_flags(view, "attribution"))


def _dead(view: IncidentView, dead: CountView) -> str:
    status = next((row.status for row in view.status if row.aspect == wording.ASPECT_WORDS["count"]), "reported")
    text = f"{dead.value} {status} killed" if status == "reported" else f"{dead.value} killed ({status})"
    if dead.without_accused and dead.without_accused != dead.value:
        text += f" ({dead.without_accused} without the figures of those accused)"
    if dead.floor:
        text += f", {dead.floor} named on a list"
    return text + (", no best figure" if dead.best == NO_BEST else f", best figure {dead.best} ({dead.rule})")


def _occurrence(view: IncidentView) -> str:
    row = next((row for row in view.status if row.aspect == wording.ASPECT_WORDS["occurrence"]), None)
    return row.status if row else "reported"


def _responsibility(view: IncidentView) -> str:
    """Who accuses whom, the rows that most stand behind first; then who denies, so that no denial is lost among many accusations."""
    parts: list[str] = []
    denied: dict[str, str] = {}
    rows = [row for row in view.matrix if row.found_by or row.asserted_by or row.implied_by]
    for row in every_side(rows, _KEY):
        said = [
            f"{verb} {wording.listing([voice.speaker for voice in voices], limit=3)}"
            for verb, voices in (("found by", row.found_by), ("asserted by", row.asserted_by), ("implied by", row.implied_by))
            if voices
        ]
        parts.append(f"{row.actor} — {', '.join(said)}")
    if len(rows) > len(parts):
        parts.append(wording.number(len(rows) - len(parts), "more name", "more names"))
    for row in view.matrix:
        for voice in row.denied_by:
            denied.setdefault(voice.speaker, row.actor)
    if denied:
        denials = [f"{speaker} (of {actor})" for speaker, actor in denied.items()]
        parts.append(f"denied by {wording.listing(denials, limit=3)}")
    return "; ".join(parts) + "."


def _flags(view: IncidentView, aspect: str) -> tuple[str, ...]:
    row = next((row for row in view.status if row.aspect == wording.ASPECT_WORDS[aspect]), None)
    if row is None:
        return ()
    flags = ["contested"] if row.contested else []
    return (*flags, f"status: {row.status}", *((f"proposed: {row.proposed}",) if row.proposed else ()))


def _with_quotes(brief: Brief, index: Index) -> Brief:
    """Fill the appendix: the words behind every claim that a line, a history row or a voice names, in order of first mention."""
    from dataclasses import replace

    found = {ref: quote for ref in dict.fromkeys(_claim_refs(brief)) if (quote := index.quote(ref))}
    return replace(brief, quotes=found)


def _claim_refs(brief: Brief) -> Iterator[str]:
    """Yield every reference that a brief makes, in the order it makes them."""
    for view in brief.incidents:
        for count in view.counts:
            yield from (row.ref for row in count.history)
        for row in view.matrix:
            for voices in (row.asserted_by, row.implied_by, row.denied_by, row.found_by):
                yield from (ref for voice in voices for ref in voice.refs)
        for line in (*view.findings, *view.exhibits):
            yield from line.refs
    for row in brief.patterns:
        for voices in (row.asserted_by, row.implied_by, row.denied_by, row.found_by):
            yield from (ref for voice in voices for ref in voice.refs)
    groups = [line for group in brief.plan for line in group.lines]
    groups += [line for group in brief.compliance for line in group.lines]
    for line in (*brief.access, *groups, *brief.measures, *brief.contradictions, *brief.warnings):
        yield from line.refs
