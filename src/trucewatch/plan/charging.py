"""Who is said to have done it, and whose doing it is established to be: the only violations that are charged (DOMAIN section 6).

A violation is charged where a competent body found it, where the attribution of the incident is corroborated or verified, or where the
mission itself says who hindered or attacked it. An accusation charges nobody, however many repeat it.
"""

from collections.abc import Callable, Iterable

from trucewatch.plan.parties import Parties
from trucewatch.plan.voices import Voices
from trucewatch.records.analysis import Attribution, Incident, Voice
from trucewatch.records.assertion import AccessPayload, Claim
from trucewatch.records.compliance import Allegation
from trucewatch.records.decision import Decision

_ESTABLISHED = frozenset({"corroborated", "verified"})
_OBSERVERS = frozenset({"access restriction", "attack on observers"})
_DOERS = frozenset({"perpetrator_individual", "perpetrator_organisation"})


def allegations_of(
    incident: Incident, access: Iterable[tuple[Claim, AccessPayload]], voices: Voices, parties: Parties
) -> tuple[Allegation, ...]:
    """Return who is said to have done it: the incident's matrix, the doers its reports name, and those its access claims name.

    Labels of one party are one allegation; a label that names no party stays as written.
    """
    said: dict[str, _Sum] = {}
    for row in incident.responsibility:
        _sum(said, parties, row.actor, row.label).add(
            *(_speakers(said_by, voices) for said_by in (row.asserted_by, row.implied_by, row.denied_by, row.found_by))
        )
    for person in incident.participants:
        if person.role in _DOERS and person.confidence != "possible":
            claims = [voices.claims[ref] for ref in person.claims or incident.claims if ref in voices.claims]
            _sum(said, parties, None, person.name).add([voices.cited(claim) for claim in claims])
    for claim, payload in access:
        if payload.by:
            speaker = [voices.cited(claim)]
            _sum(said, parties, None, payload.by).add(*(((), (), speaker) if claim.polarity == "deny" else (speaker,)))
    return tuple(said[key].done() for key in sorted(said))


def charges_of(
    incident: Incident, access: Iterable[tuple[Claim, AccessPayload]], voices: Voices, parties: Parties, decisions: Iterable[Decision]
) -> tuple[tuple[str, ...], str]:
    """Return the parties to which the incident is charged, and why; ((), "") where it is nobody's established doing."""
    if found := _parties(incident.responsibility, parties, lambda row: row.found_by):
        voice = next(voice for row in incident.responsibility for voice in row.found_by)
        return found, f"found by {voice.body or voice.speaker}" + (f", {voice.standard}" if voice.standard else "")
    for decision in decisions:
        if decision.verb == "status" and incident.id in decision.subjects and decision.value("aspect") == "attribution":
            party = parties.of(decision.value("actor"))
            if party and decision.value("status") in _ESTABLISHED:
                return (party,), f"attribution {decision.value('status')} by decision of {decision.by}"
    step = next((step for step in incident.status if step.aspect == "attribution"), None)
    if step and step.status in _ESTABLISHED:
        resting = set(step.claims)
        every = incident.responsibility
        rows = [row for row in every if resting & {voice.claim for voice in row.asserted_by}] or list(every)
        found = _parties(rows, parties, lambda row: row.asserted_by)
        # Several parties named and nothing that says on which of them the status rests: then it charges none.
        if len(found) == 1:
            return found, f"attribution {step.status}"
    if incident.type in _OBSERVERS:
        own = _own_word(incident, access, voices, parties)
        return own, "the mission's own word" if own else ""
    return (), ""


def _own_word(incident: Incident, access: Iterable[tuple[Claim, AccessPayload]], voices: Voices, parties: Parties) -> tuple[str, ...]:
    """The parties that the mission itself says hindered or attacked it: of its own access nobody is a better witness."""
    named: set[str | None] = set()
    for claim, payload in access:
        if claim.polarity == "assert" and voices.from_mission(claim):
            named.add(parties.of(payload.by))
    for row in incident.responsibility:
        if any(voice.claim in voices.claims and voices.from_mission(voices.claims[voice.claim]) for voice in row.asserted_by):
            named.add(parties.of(row.actor, row.label))
    for person in incident.participants:
        if person.role in _DOERS and any(ref in voices.claims and voices.from_mission(voices.claims[ref]) for ref in person.claims):
            named.add(parties.of(person.name))
    return tuple(sorted(party for party in named if party))


def _parties(rows: Iterable[Attribution], parties: Parties, pick: Callable[[Attribution], tuple[Voice, ...]]) -> tuple[str, ...]:
    found = {parties.of(row.actor, row.label) for row in rows if pick(row)}
    return tuple(sorted(party for party in found if party))


def _speakers(said_by: Iterable[Voice], voices: Voices) -> list[str]:
    """Who says it, under the names that claims are cited by; a body that found it by its own."""
    claims = voices.claims
    return [voice.body or (voices.cited(claims[voice.claim]) if voice.claim in claims else voice.speaker) for voice in said_by]


class _Sum:
    """Collects the voices of one allegation."""

    def __init__(self, party: str | None, label: str) -> None:
        self.party = party
        self.labels = {label}
        self.voices: tuple[set[str], ...] = (set(), set(), set(), set())

    def add(self, *groups: Iterable[str]) -> None:
        """Add who asserts, implies, denies, has found, in that order."""
        for voices, speakers in zip(self.voices, groups, strict=False):
            voices.update(speakers)

    def done(self) -> Allegation:
        """Return the allegation, its voices sorted."""
        label = min(self.labels, key=lambda word: (-len(word), word))
        return Allegation(self.party, label, *(tuple(sorted(voices)) for voices in self.voices))


def _sum(said: dict[str, _Sum], parties: Parties, actor: str | None, label: str) -> _Sum:
    party = parties.of(actor, label)
    known = said.setdefault(party or f"label: {(actor or label).casefold()}", _Sum(party, actor or label))
    known.labels.add(actor or label)
    return known
