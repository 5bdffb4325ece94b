"""Claims → Incidents: features that decide, linkage, clusters. Pure functions over frozen records."""

from collections.abc import Mapping, Sequence

from trucewatch.matching.matcher import Matcher
from trucewatch.records.analysis import Grouping
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.decision import Decision

__all__ = ["Matcher", "match"]


def match(readings: Sequence[Reading], documents: Mapping[str, Document], *, decisions: Sequence[Decision] = ()) -> Grouping:
    """Bring the event claims of all readings together into incidents.

    ``documents`` are by id. ``decisions`` are replayed after matching, in order of time. The order of ``readings`` changes nothing.
    """
    matcher = Matcher()
    for reading in readings:
        matcher.add(reading, documents[reading.document])
    return matcher.grouping()
