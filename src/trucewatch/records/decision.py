"""A person's work: appended, attributed, reasoned, superseded but never overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``verb`` is merge, split, move, accept, reject, correct, grade, status, link, attach, detach, nest, add-place,
    undo; ``subjects`` are record ids; ``values`` the typed arguments of the verb as ordered name–value pairs of text."""

    id: str
    verb: str
    subjects: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    by: str
    why: str
    at: datetime
    second: str | None = None
    supersedes: str | None = None

    def value(self, name: str) -> str | None:
        """Return the argument ``name``, or None where the decision does not give it."""
        return next((value for key, value in self.values if key == name), None)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that hold, in the order taken: none that a later one supersedes or undoes; an undo undone brings back.

    Undoing decisions themselves are left out: what they did is done by leaving out what they undo.
    """
    gone: set[str] = set()
    found: list[Decision] = []
    for decision in sorted(decisions, key=lambda each: (each.at, each.id), reverse=True):
        if decision.id in gone:
            continue
        gone |= {decision.supersedes} if decision.supersedes else set()
        if decision.verb == "undo":
            gone |= set(decision.subjects)
        else:
            found.append(decision)
    return tuple(reversed(found))


def about_pictures(decision: Decision) -> bool:
    """Return whether a decision accepts or rejects that captured files, named by their SHA-256, show the same picture."""
    return decision.verb in {"accept", "reject"} and len(decision.subjects) > 1 and all(is_item(each) for each in decision.subjects)


def is_item(ref: str) -> bool:
    """Return whether an id is that of a captured file: a SHA-256 in hex."""
    return len(ref) == _SHA256 and set(ref) <= _HEX


_SHA256, _HEX = 64, frozenset("0123456789abcdef")
