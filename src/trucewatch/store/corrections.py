"""What people corrected of captured records → the records as they count. The captured rows stay as they are.

A ``correct`` decision on a document gives ``field`` (published, publisher, title, byline, language, url) and ``value``; on an item,
``field`` graphic_level (0–4), sensitivity, published or publisher. A value that cannot be read changes nothing: decisions are checked
before they are written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from trucewatch.records.capture import DateEvidence, Document, Item
from trucewatch.records.corrections import corrections_in
from trucewatch.records.decision import Decision

_WORDS = frozenset({"publisher", "title", "byline", "language", "url"})


def problem_with(field: str, value: str) -> str | None:
    """Return what is wrong with a correction of a captured field, or None."""
    if field == "published":
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"{value!r} is no date; write YYYY-MM-DD"
    if field == "graphic_level" and value not in {"0", "1", "2", "3", "4"}:
        return "a graphic level is 0 to 4"
    return None


def corrected_documents(documents: Iterable[Document], decisions: Sequence[Decision]) -> tuple[tuple[Document, ...], frozenset[str]]:
    """Return the documents as corrected, and the ids of those that are not as captured."""
    changes = corrections_in(decisions)
    found, changed = [], set()
    for document in documents:
        after = document
        for field, value in changes.get(document.id, ()):
            if field == "published" and problem_with(field, value) is None:
                day = date.fromisoformat(value)
                given = DateEvidence("given", day, value)
                after = replace(after, published=day, published_basis="given", published_bases=(given, *after.published_bases))
            elif field in _WORDS:
                after = _with(after, field, value or None)
        if after != document:
            changed.add(document.id)
        found.append(after)
    return tuple(found), frozenset(changed)


def corrected_items(items: Iterable[Item], decisions: Sequence[Decision]) -> tuple[Item, ...]:
    """Return the items with the graphic level, sensitivity, day of publication and publisher that people set."""
    changes = corrections_in(decisions)
    found = []
    for item in items:
        fields = dict(changes.get(item.id, ()))
        level = fields.get("graphic_level", "")
        graphic = int(level) if level.isdigit() else item.graphic_level
        day = fields.get("published", "")
        found.append(
            replace(
                item,
                graphic_level=graphic,
                sensitivity=fields.get("sensitivity", item.sensitivity),
                published=date.fromisoformat(day) if day and problem_with("published", day) is None else item.published,
                publisher=fields.get("publisher", item.publisher),
            )
        )
    return tuple(found)


def _with(document: Document, field: str, value: str | None) -> Document:
    """The document with one field of words changed."""
    change: Any = {field: value}
    return replace(document, **change)
