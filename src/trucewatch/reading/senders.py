"""Which opening paragraphs say who issues a text, or when: their place is the sender's, not that of what is told."""

from typing import cast

from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import place_words

SENDERS = frozenset("headquarters staff spokesperson spokesman mission desk unit bulletin governorship prefecture".split())
"""Words for bodies that issue texts, beside those of places."""


def sender_paragraphs(parse: Parse) -> frozenset[int]:
    """Return the paragraphs that name a body, or when the text was issued: "General Staff Headquarters, Skopje"; kept beside the parse."""
    kept = parse.notes.get("sender paragraphs")
    if not isinstance(kept, frozenset):
        dated = cast("tuple[int, ...]", parse.notes.get("sent", ()))
        named = parse.word_places.places(place_words().bodies | SENDERS)
        kept = parse.notes["sender paragraphs"] = frozenset(parse.paragraph_of[at] for at in (*named, *dated))
    return kept
