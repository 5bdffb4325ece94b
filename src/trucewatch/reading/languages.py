"""A document's language → a warning where it is not one that is read: a text that gives nothing must not look like a quiet day."""

from trucewatch.records.assertion import Warning
from trucewatch.records.capture import Document

READ = frozenset({"en"})
"""Languages with rules (ISO 639-1)."""
_ENOUGH = 20
"""Words below which a language is not told surely enough to warn."""


def language_warnings(document: Document) -> tuple[Warning, ...]:
    """Return a warning where ``document`` is surely in a language that is not read."""
    if document.language is None or document.language in READ or len(document.text[document.body_start :].split()) < _ENOUGH:
        return ()
    text = f"The report is in a language that is not read yet ({document.language}); nothing in it has been taken into account."
    return (Warning("language-not-read", text, document=document.id),)
