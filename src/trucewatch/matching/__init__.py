"""Claims → Incidents: features that decide, linkage, clusters. Pure functions over frozen records."""

from collections.abc import Mapping, Sequence

from trucewatch.matching.matcher import Matcher
from trucewatch.records.analysis import Grouping
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.corrections import changed_claims, corrected_readings, rejected_claims
from trucewatch.records.decision import Decision
from trucewatch.records.memo import Memo

__all__ = ["Matcher", "match"]


def match(
    readings: Sequence[Reading], documents: Mapping[str, Document], *, decisions: Sequence[Decision] = (), memo: Memo | None = None
) -> Grouping:
    """Bring the event claims of all readings together into incidents.

    ``documents`` are by id. ``decisions`` are replayed in the order taken. The order of ``readings`` changes nothing; nor does ``memo``,
    which holds what was matched before: only what is new, and the neighbourhood it reaches, is then compared and clustered.
    """
    memo = memo or Memo()
    changed = changed_claims(readings, decisions)
    matcher = Matcher(skipped=rejected_claims(decisions), memo=memo)
    for reading in corrected_readings(readings, decisions):
        matcher.add(reading, documents[reading.document], changed.get(reading.document, ()))
    return matcher.grouping(decisions)
