"""Document and its times → warnings about dates: bases that disagree, weekday words and dates that contradict the publication date."""

from collections.abc import Sequence
from datetime import date

from trucewatch.reading.timewords import time_words
from trucewatch.records.assertion import Warning
from trucewatch.records.capture import Document
from trucewatch.records.extent import When

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_warnings(document: Document, times: Sequence[When]) -> tuple[Warning, ...]:
    """Return what about the dates of ``document`` a person should look at.

    ``date-bases``: metadata, dateline and text give different publication dates. ``date-weekday``: a text that tells of *yesterday* also
    tells, as past, of the weekday it was published on. ``date-mismatch``: a weekday written beside a date is not that date's.
    ``date-after-publication``: a past event bears a date after publication.
    """
    warnings = [*_bases(document)]
    if document.published is not None:
        warnings += [*_weekdays(document, document.published, times), *_later(document, document.published, times)]
    warnings += _mismatches(document, times)
    return tuple(warnings)


def _bases(document: Document) -> list[Warning]:
    """Compare the publication dates that different bases give."""
    days = {evidence.day for evidence in document.published_bases}
    if len(days) < 2:
        return []
    told = ", ".join(f"{evidence.basis} {evidence.day.isoformat()} ({evidence.text})" for evidence in document.published_bases)
    return [Warning("date-bases", f"The publication date differs by its basis: {told}.", document=document.id)]


def _weekdays(document: Document, published: date, times: Sequence[When]) -> list[Warning]:
    """Warn where "yesterday" and the weekday of publication, as past, stand in one text: whoever writes "yesterday" writes "today"."""
    if not any(when.text.lower().endswith("yesterday") for when in times if when.rule == "day word"):
        return []
    same = [when for when in times if when.rule == "weekday" and when.earliest == published and _names_day(when.text, published)]
    if not same:
        return []
    name = _DAYS[published.weekday()]
    text = (
        f"The text tells of {name} as past and of yesterday, but {published.isoformat()} is itself a {name}: "
        "the publication date may be a day or more too early."
    )
    return [Warning("date-weekday", text, tuple(span for when in same for span in when.spans), document.id)]


def _names_day(text: str, day: date) -> bool:
    names = time_words().weekdays
    return any(names.get(word) == day.weekday() for word in text.lower().split())


def _mismatches(document: Document, times: Sequence[When]) -> list[Warning]:
    """Warn where a weekday written beside a date is not that date's."""
    return [
        Warning("date-mismatch", f"“{when.text}” is a {_DAYS[when.earliest.weekday()]}.", when.spans, document.id)
        for when in times
        if when.rule == "date against weekday" and when.earliest
    ]


def _later(document: Document, published: date, times: Sequence[When]) -> list[Warning]:
    """Warn where a full date of the past tense lies after publication."""
    return [
        Warning(
            "date-after-publication", f"“{when.text}” lies after the publication date {published.isoformat()}.", when.spans, document.id
        )
        for when in times
        if when.rule == "date" and when.earliest and when.earliest > published
    ]
