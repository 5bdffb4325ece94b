"""Who accuses decides how sure a perpetrator is: an event's participants and the statement it stands in → the participants, regraded.

The classes are those of the MUC-4 organisation-confidence slot: fact (the text's own word), claimed (the doer's own), accused, accused by
authorities, possible.
"""

from collections.abc import Iterable
from dataclasses import replace

from trucewatch.reading.triggers import triggers
from trucewatch.records.assertion import Participant, Speaker, Statement
from trucewatch.records.names import fold
from trucewatch.records.terms import Confidence

_OWN = frozenset({"our", "ours", "we", "us"})


def regraded(participants: Iterable[Participant], statement: Statement | None) -> tuple[Participant, ...]:
    """Return the participants with every perpetrator that a cited speaker names graded by that speaker.

    What the narrator says stays as read, and so does a grade that the event's own words gave ("blamed", "suspected").
    """
    if statement is None:
        return tuple(participants)
    return tuple(
        replace(one, confidence=_grade(one, statement.speaker)) if one.role.startswith("perpetrator") and one.confidence == "fact" else one
        for one in participants
    )


def _grade(doer: Participant, speaker: Speaker) -> Confidence:
    """Grade one doer by the speaker who names it."""
    said_by = {*fold(speaker.name).split(), *fold(speaker.affiliation or "").split()}
    named = set(fold(doer.name).split())
    if named & _OWN or (named and named <= said_by) or (said_by and said_by <= named):
        return "claimed"
    words = {*said_by, *fold(speaker.role or "").split()}
    return "accused_by_authorities" if words & triggers().authorities else "accused"
