"""An event record (one row of an event table, written out as lines) → its statement and claims, each resting on the line's words.

The dataset is the speaker: a row is what an attributed source says, not the truth. ``capture/event_tables.py`` writes the lines; this reads
them, so that a record is explained, cited and matched like any report.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

from trucewatch.records.assertion import CasualtyPayload, Claim, EventPayload, Participant, Payload, Reading, Speaker, Statement
from trucewatch.records.capture import Document
from trucewatch.records.event_record import HEAD
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.identity import identify
from trucewatch.records.names import fold, place_key
from trucewatch.records.span import Span
from trucewatch.records.terms import ClaimKind, Metric, PlacePrecision

_LINE = re.compile(r"^(?P<field>[A-Z][a-z ]+): (?P<value>.+)$", re.MULTILINE)
_PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision.__value__)


def read_event_record(document: Document) -> Reading:
    """Read one event record. A line that is missing leaves its value open."""
    fields = {match["field"]: (match["value"], Span(*match.span("value"))) for match in _LINE.finditer(document.text)}
    statement = _statement(document)
    place, when = _place(fields), _when(fields)
    kind, trigger = fields.get("Type", ("other", Span(0, len(HEAD) - 1)))
    people = (*_people(fields, "Actor", "perpetrator_organisation"), *_people(fields, "Target", "victim"))
    event = EventPayload(kind, trigger, "accomplished", when, (place,) if place else (), people)
    first = _claim(document, statement, "event", trigger, event, None)
    counts = tuple(
        _claim(document, statement, "casualty", span, CasualtyPayload(metric, "all", None, count.low, count.high, None, words), first.id)
        for metric, count, words, span in _counts(fields)
    )
    return Reading((statement,), (first, *counts), (), document.id, (place,) if place else (), (when,) if when else ())


def _statement(document: Document) -> Statement:
    """The dataset's saying of the whole record."""
    end = document.text.find("\n") if "\n" in document.text else len(document.text)
    name = Span(len(HEAD), end)
    content = Span(min(end + 1, len(document.text)), len(document.text))
    speaker = Speaker(name.of(document.text), "institution", mention=name)
    return Statement(
        id=identify("s", document.id, content.start, content.end, "record"), document=document.id, speaker=speaker, source=(name,),
        chain=("narrator",), cue=None, mode="indirect", content=(content,), rule="event record",
    )  # fmt: skip


def _claim(document: Document, statement: Statement, kind: ClaimKind, span: Span, payload: Payload, about: str | None) -> Claim:
    """One claim of the record."""
    return Claim(
        id=identify("c", document.id, kind, span.start, span.end, payload), document=document.id, statement=statement.id, kind=kind,
        polarity="assert", factuality="certain", spans=(span,), payload=payload, about=about, rule="event record",
    )  # fmt: skip


type _Fields = dict[str, tuple[str, Span]]


def _when(fields: _Fields) -> When | None:
    """``Date: 2012-06-06`` or ``2012-06-06 to 2012-06-08``."""
    if "Date" not in fields:
        return None
    value, span = fields["Date"]
    first, _, last = value.partition(" to ")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return When(start, end, "day" if start == end else "range", value, (span,), "event record")


def _place(fields: _Fields) -> Place | None:
    """``Place``, with the lines ``Region``, ``Country``, ``Coordinates`` and ``Place precision`` where they are."""
    if "Place" not in fields:
        return None
    name, span = fields["Place"]
    latitude, _, longitude = fields.get("Coordinates", ("", span))[0].partition(", ")
    stated = fields.get("Place precision", ("unknown", span))[0]
    precision: PlacePrecision = next((known for known in _PRECISIONS if known == stated), "unknown")
    return Place(
        name=name,
        key=place_key(name),
        country=fields["Country"][0] if "Country" in fields else None,
        admin1=fields["Region"][0] if "Region" in fields else None,
        lat=float(latitude) if latitude else None,
        lon=float(longitude) if longitude else None,
        precision=precision,
        spans=(span,),
    )


def _people(fields: _Fields, line: str, role: str) -> Iterator[Participant]:
    """The actor or the target, as the dataset labels it."""
    if line in fields:
        name, span = fields[line]
        doer = role == "perpetrator_organisation"
        yield Participant(
            "perpetrator_organisation" if doer else "victim", name, named=False, mentions=(span,), confidence="accused" if doer else "fact",
            actor_key=fold(name), rule="event record",
        )  # fmt: skip


def _counts(fields: _Fields) -> Iterator[tuple[Metric, Count, str, Span]]:
    """``Killed`` and ``Injured``: a number, or ``low to high``."""
    metrics: tuple[tuple[str, Metric], ...] = (("Killed", "killed"), ("Injured", "injured"))
    for line, metric in metrics:
        if line in fields:
            value, span = fields[line]
            low, _, high = value.partition(" to ")
            yield metric, Count(int(low), int(high or low)), value, span
