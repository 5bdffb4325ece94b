"""Responsibility claims → the matrix of an incident: who asserts, implies, denies and found what; never a bare "were killed by X"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from trucewatch.judging.evidence import HAPPENED, Archive, Evidence
from trucewatch.judging.register import Register
from trucewatch.records.analysis import Attribution, Finding, Voice
from trucewatch.records.assertion import EventPayload, ResponsibilityPayload
from trucewatch.records.names import fold
from trucewatch.records.terms import ResponsibilityRole, ResponsibilityScope
from trucewatch.vocab import vocabulary

_ARTICLES = ("the ", "a ", "an ", "some ", "its ", "his ", "their ")


@dataclass(frozen=True, slots=True)
class Blame:
    """One voice on one label. ``bloc`` is whose side the label's own words, or a person's link, put the blamed on."""

    label: str
    actor: str | None
    role: ResponsibilityRole
    scope: ResponsibilityScope
    how: str
    bloc: str | None
    evidence: Evidence

    @property
    def key(self) -> tuple[str, str, str]:
        """What rows are told apart by."""
        return fold(self.actor) if self.actor else bare(self.label), self.role, self.scope


@dataclass(slots=True)
class _Row:
    """One row while voices are gathered."""

    actor: str | None
    label: str
    role: ResponsibilityRole
    scope: ResponsibilityScope
    voices: dict[str, list[Voice]] = field(default_factory=lambda: {"asserted": [], "implied": [], "denied": [], "found": []})


def bare(label: str) -> str:
    """Fold a label without its article."""
    folded = fold(label)
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    return folded


def blames_of(evidence: Sequence[Evidence], register: Register, country: str | None) -> tuple[Blame, ...]:
    """Return every voice on who did it: responsibility claims, and doers an event claim names where nothing more exact is claimed."""
    found = [
        _of_claim(one, one.claim.payload, register, country) for one in evidence if isinstance(one.claim.payload, ResponsibilityPayload)
    ]
    said = {(blame.evidence.claim.about, bare(blame.label)) for blame in found}
    for one in evidence:
        if isinstance(one.claim.payload, EventPayload):
            found += [
                blame for blame in _of_event(one, one.claim.payload, register, country) if (one.claim.id, bare(blame.label)) not in said
            ]
    return tuple(found)


def _of_claim(one: Evidence, payload: ResponsibilityPayload, register: Register, country: str | None) -> Blame:
    """Turn a responsibility claim into a voice."""
    bloc = register.side_of(payload.label, country) or (register.side_of(payload.actor, country) if payload.actor else None)
    return Blame(payload.label, payload.actor, payload.role, payload.scope, _how(one), bloc, one)


def _of_event(one: Evidence, payload: EventPayload, register: Register, country: str | None) -> Iterable[Blame]:
    """Turn the perpetrators an event claim names into voices of its speaker."""
    if payload.pattern or one.claim.polarity == "non-assertion" or one.claim.factuality not in {*HAPPENED, "negated"}:
        return
    if one.claim.factuality == "negated" and one.claim.polarity != "deny":
        return
    for person in payload.participants:
        if person.role in {"perpetrator_individual", "perpetrator_organisation"}:
            bloc = register.side_of(person.name, country)
            yield Blame(person.name, None, "perpetrator", "incident", _how(one), bloc, one)


def _how(one: Evidence) -> str:
    """Say in which column a voice belongs."""
    if one.claim.polarity == "deny" or one.claim.factuality == "negated":
        return "denied"
    if one.claim.polarity == "non-assertion":
        return "none"
    if finds(one):
        return "found"
    return "implied" if one.claim.polarity == "implicate" else "asserted"


def finds(one: Evidence) -> bool:
    """Return whether a competent body states a finding: with a verb of finding, and not held back as merely possible."""
    cue = one.statement.cue.lemma if one.statement and one.statement.cue else ""
    verbs: tuple[str, ...] = tuple(vocabulary("sources")["finding_verbs"])  # type: ignore[index]
    return cue in verbs and one.claim.factuality == "certain" and any(root.competent for root in one.roots)


def matrix(blames: Iterable[Blame], scope: ResponsibilityScope) -> tuple[Attribution, ...]:
    """Return the rows of one scope, each voice once a row, in order of first mention."""
    rows: dict[tuple[str, str, str], _Row] = {}
    for blame in blames:
        if blame.scope != scope or blame.how == "none":
            continue
        row = rows.setdefault(blame.key, _Row(blame.actor, blame.label, blame.role, blame.scope))
        one = blame.evidence
        voice = Voice(one.speaker, one.claim.id, *_standing(blame))
        if all(known.speaker != voice.speaker or known.claim == voice.claim for known in row.voices[blame.how]):
            row.voices[blame.how].append(voice)
    return tuple(
        Attribution(
            row.actor, row.label, row.role, row.scope,
            tuple(row.voices["asserted"]), tuple(row.voices["implied"]), tuple(row.voices["denied"]), tuple(row.voices["found"]),
        )
        for row in rows.values()
    )  # fmt: skip


def _standing(blame: Blame) -> tuple[str | None, str | None]:
    """The body and standard of proof of a finding; nothing for other voices."""
    if blame.how != "found":
        return None, None
    body = next(root.origin if root.origin == root.name else root.name for root in blame.evidence.roots if root.competent)
    return body, standard_in(blame.evidence.document.text)


def standard_in(text: str) -> str | None:
    """Return the standard of proof a report names, or None."""
    folded = text.lower()
    standards: list[str] = vocabulary("sources")["standards"]  # type: ignore[index]
    return next((standard for standard in standards if standard in folded), None)


def findings_of(blames: Iterable[Blame]) -> tuple[Finding, ...]:
    """Return the findings of competent bodies among the voices, one for each body."""
    bodies: dict[str, list[Blame]] = {}
    for blame in blames:
        if blame.how == "found" and blame.scope == "incident":
            bodies.setdefault(_standing(blame)[0] or "", []).append(blame)
    return tuple(
        Finding(
            body=body,
            standard=next((standard for blame in group if (standard := _standing(blame)[1])), None),
            scope="incident",
            actors=tuple(dict.fromkeys(blame.actor or blame.label for blame in group)),
            claims=tuple(dict.fromkeys(blame.evidence.claim.id for blame in group)),
            day=min((blame.evidence.day for blame in group if blame.evidence.day), default=None),
        )
        for body, group in bodies.items()
    )


def accused_blocs(blames: Iterable[Blame]) -> frozenset[str]:
    """Return the blocs somebody holds responsible, denials apart."""
    return frozenset(
        blame.bloc for blame in blames if blame.bloc and blame.scope == "incident" and blame.how in {"asserted", "implied", "found"}
    )


def patterns_of(archive: Archive) -> tuple[Attribution, ...]:
    """Return the rows that speak of a pattern: over all documents, in no incident's matrix."""
    blames = []
    for name in sorted(archive.claims):
        payload = archive.claims[name].payload
        if isinstance(payload, ResponsibilityPayload) and payload.scope == "pattern":
            one = archive.evidence(name, None)
            if one is not None and one.claim.factuality in {*HAPPENED, "negated"}:
                blames.append(_of_claim(one, payload, archive.register, archive.country_of(one.document.id)))
    blames.sort(
        key=lambda blame: (
            blame.evidence.day.isoformat() if blame.evidence.day else "9999",
            blame.evidence.document.id,
            blame.evidence.start,
        )
    )
    return matrix(blames, "pattern")
