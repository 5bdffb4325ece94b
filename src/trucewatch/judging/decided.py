"""Decisions → what judging must respect: statuses set by people, labels linked to actors, sources graded, claims refuted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.judging.origins import independent
from trucewatch.judging.register import Register
from trucewatch.judging.responsibility import Blame, bare
from trucewatch.records.analysis import Conflict, Contradiction, Incident, Origin, StatusStep
from trucewatch.records.decision import Decision, standing
from trucewatch.records.identity import identify
from trucewatch.records.names import fold
from trucewatch.records.terms import ASPECTS, Aspect, AspectStatus

_STATUSES: frozenset[AspectStatus] = frozenset(
    {"unassessed", "reported", "corroborated", "verified", "unverifiable", "refuted", "withdrawn", "merged"}
)
_TWO_PEOPLE: frozenset[AspectStatus] = frozenset({"verified", "refuted"})


@dataclass(slots=True)
class Verdicts:
    """The standing decisions that judging replays, by what they are about."""

    statuses: dict[str, list[Decision]] = field(default_factory=dict)
    links: dict[str, Decision] = field(default_factory=dict)
    grades: dict[str, str] = field(default_factory=dict)
    refuted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, decisions: Iterable[Decision], claims: Iterable[str]) -> "Verdicts":
        """Sort the standing decisions. ``claims`` are the ids of the case's claims: a status may be about one of them."""
        known = frozenset(claims)
        found = cls()
        refuted: set[str] = set()
        for decision in standing(decisions):
            if decision.verb == "link":
                found.links.update((bare(label), decision) for label in decision.subjects)
            elif decision.verb == "grade" and decision.value("reliability"):
                found.grades.update((fold(name), decision.value("reliability") or "F") for name in decision.subjects)
            elif decision.verb in {"status", "accept", "reject"} and decision.value("aspect"):
                for subject in decision.subjects:
                    if subject in known and decision.value("status") == "refuted" and decision.second:
                        refuted.add(subject)
                    found.statuses.setdefault(subject, []).append(decision)
        found.refuted = frozenset(refuted)
        return found

    def linked(self, blames: Sequence[Blame], register: Register, country: str | None) -> tuple[Blame, ...]:
        """Return the voices with the labels that people linked to actors."""
        return tuple(self._link(blame, register, country) for blame in blames)

    def _link(self, blame: Blame, register: Register, country: str | None) -> Blame:
        decision = self.links.get(bare(blame.label))
        actor = decision.value("actor") if decision else None
        if decision is None or actor is None:
            return blame
        known = register.find(actor)
        bloc = decision.value("bloc") or (known.bloc if known else None) or register.side_of(actor, country) or blame.bloc
        return replace(blame, actor=actor, bloc=bloc)

    def graded(self, origins: Sequence[Origin]) -> tuple[Origin, ...]:
        """Return the origins with the reliability people gave; an origin no person graded is F."""
        return tuple(
            replace(
                origin, reliability=next((grade for name in (origin.name, *origin.members) if (grade := self.grades.get(fold(name)))), "F")
            )
            for origin in origins
        )

    def stepped(
        self, incident: Incident, contradictions: Sequence[Contradiction], published: Mapping[str, str]
    ) -> tuple[tuple[StatusStep, ...], list[Conflict]]:
        """Return an incident's status with what people decided, and what now speaks against it.

        ``published`` gives the publication day of each document as ISO text.
        """
        names = {incident.id, *(identify("i", claim) for claim in incident.claims)}
        taken = sorted((one for name in names for one in self.statuses.get(name, ())), key=lambda one: (one.at, one.id))
        steps = {step.aspect: step for step in incident.status}
        conflicts: list[Conflict] = []
        for decision in taken:
            aspect = next((name for name in ASPECTS if name == decision.value("aspect")), None)
            if aspect is None:
                conflicts.append(Conflict(decision.id, f"status: there is no aspect {decision.value('aspect')!r}", (incident.id,)))
                continue
            step, problem = _decide(steps[aspect], decision, incident)
            steps[aspect] = step
            if problem:
                conflicts.append(Conflict(decision.id, problem, (incident.id,)))
            conflicts += _later(decision, aspect, contradictions, incident, published)
        return tuple(steps[step.aspect] for step in incident.status), conflicts


def _decide(step: StatusStep, decision: Decision, incident: Incident) -> tuple[StatusStep, str]:
    """Return a step as decided, and what is wrong with the decision as things stand."""
    wanted = decision.value("status") if decision.verb == "status" else step.proposed
    if decision.verb == "reject":
        return replace(step, proposed=None, because=f"{step.because}; proposal rejected by {decision.by}: {decision.why}"), ""
    status = next((name for name in _STATUSES if name == wanted), None)
    if status is None:
        return step, f"{decision.verb}: nothing is proposed for {step.aspect} now"
    if status in _TWO_PEOPLE and not decision.second:
        return step, f"{decision.verb}: {status} needs two people"
    people = decision.by if not decision.second else f"{decision.by} and {decision.second}"
    decided = replace(step, status=status, proposed=None, because=f"{people}: {decision.why}")
    if status == "corroborated" and independent(incident.origins) < 2:
        return decided, f"{step.aspect} is corroborated by decision but rests on {independent(incident.origins)} independent origin now"
    return decided, ""


def _later(
    decision: Decision, aspect: Aspect, contradictions: Sequence[Contradiction], incident: Incident, published: Mapping[str, str]
) -> list[Conflict]:
    """List contradictions on a decided aspect that rest on reports published after the decision."""
    fresh = [name for name in incident.documents if published.get(name, "") > decision.at.date().isoformat()]
    against = [one for one in contradictions if one.incident == incident.id and one.aspect == aspect]
    if not fresh or not against or decision.value("status") in {None, "unassessed", "reported"}:
        return []
    return [Conflict(decision.id, f"{aspect}: later reports speak against what was decided: {one.text}", one.claims) for one in against]
