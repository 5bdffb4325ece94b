"""How an event record, one row of an event table written out as lines, is known: capture writes it, reading reads it."""

from trucewatch.records.capture import Document

HEAD = "Event record of "
"""How the text of every event record begins; the dataset's name follows."""


def is_event_record(document: Document) -> bool:
    """Return whether a document is an event record."""
    return document.text.startswith(HEAD)
