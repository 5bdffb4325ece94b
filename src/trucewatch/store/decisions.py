"""Decisions before they are written: the verbs there are, what each asks for, and which need two people (DOMAIN section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from trucewatch.records.decision import Decision
from trucewatch.records.identity import identify
from trucewatch.store.corrections import problem_with


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb asks for: the fewest subjects, the values it must give, and whether its subjects are ids of the case's records."""

    subjects: int
    values: tuple[str, ...] = ()
    ids: bool = True


VERBS: dict[str, Verb] = {
    "merge": Verb(2),  # incidents that are one
    "split": Verb(2),  # an incident, and the claims that leave it
    "move": Verb(1, ("to",)),  # claims, to another incident
    "accept": Verb(1),  # a suggestion (two incidents) or a proposed status (an incident, with the value ``aspect``)
    "reject": Verb(1),
    "correct": Verb(1),  # a claim's, document's or plan cell's value: the field and what it ought to be
    "grade": Verb(1, ids=False),  # a source: ``reliability`` A–F, or a claim: ``credibility`` 1–6
    "status": Verb(1, ("aspect", "status")),  # an aspect of an incident
    "link": Verb(1, ("actor",), ids=False),  # a label to an actor
    "attach": Verb(1, ("incident",)),  # an exhibit to an incident
    "detach": Verb(1, ("incident",)),
    "nest": Verb(1, ("inside",)),  # an incident, into the one that holds it, or into none
    "add-place": Verb(1, ids=False),
    "undo": Verb(1),  # an earlier decision
}
_TWO_PEOPLE = ("verified", "refuted")


def names_records(decision: Decision) -> bool:
    """Return whether the subjects must be ids of the case's records; labels, sources and the cells of a plan are not."""
    return VERBS[decision.verb].ids and decision.value("basis") is None


def make_decision(
    verb: str,
    subjects: tuple[str, ...],
    values: Mapping[str, str],
    by: str,
    why: str,
    at: datetime,
    second: str | None = None,
    supersedes: str | None = None,
) -> Decision:
    """Return the decision. Raises ValueError, in words, where something that the verb asks for is missing.

    ``verified`` and ``refuted`` need two people: ``second`` is the other, and another.
    """
    asked = VERBS.get(verb)
    if asked is None:
        raise ValueError(f"there is no decision {verb!r}; there are: {', '.join(VERBS)}")
    if len(subjects) < asked.subjects:
        raise ValueError(f"{verb} needs {asked.subjects} ids, got {len(subjects)}")
    missing = [name for name in asked.values if not values.get(name)]
    if missing:
        raise ValueError(f"{verb} needs a value for {' and '.join(missing)}")
    if not by.strip() or not why.strip():
        raise ValueError("a decision needs the name of who takes it and the reason")
    if verb == "correct" and not values:
        raise ValueError("correct needs the field and its right value")
    wrong = problem_with(values["field"], values.get("value", "")) if verb == "correct" and "field" in values else None
    if wrong:
        raise ValueError(wrong)
    if verb == "grade" and not (values.get("reliability", "F") in "ABCDEF" and values.get("credibility", "6") in "123456"):
        raise ValueError("a grade is reliability A to F and credibility 1 to 6")
    if verb == "status" and values["status"] in _TWO_PEOPLE and (not second or second.strip() == by.strip()):
        raise ValueError(f"{values['status']} needs two people: name the other one as the second")
    pairs = tuple(sorted((name, value) for name, value in values.items() if value))
    name = identify("k", verb, *subjects, *pairs, by, why, at.isoformat())
    return Decision(name, verb, subjects, pairs, by.strip(), why.strip(), at, second.strip() if second else None, supersedes)
