"""A person's work: appended, attributed, reasoned, superseded but never overwritten."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``verb`` is merge, split, move, accept, reject, correct, grade, status, link, attach, detach, add-place,
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
