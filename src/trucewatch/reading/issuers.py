"""Which opening paragraphs say who issues a text, or when: their place is the sender's, not that of what is told."""

from typing import cast

from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import place_words

_ISSUERS = frozenset("headquarters staff spokesperson spokesman mission desk unit bulletin".split())


def issuing(parse: Parse, last: int) -> set[int]:
    """Return the paragraphs before ``last`` that say who issues the text, or when: "General Staff Headquarters, Skopje"."""
    bodies = place_words().bodies | _ISSUERS
    named = {number for number, word in zip(parse.paragraph_of, parse.lower, strict=True) if number < last and word in bodies}
    return named | {parse.paragraph_of[at] for at in cast("tuple[int, ...]", parse.notes.get("sent", ()))}
