"""What softens a stand without making it less certain: "has failed so far", "…, although it had not run out". A token in, spans out."""

import re

from trucewatch.reading.parse import Parse
from trucewatch.records.span import Span

_RESERVATION = re.compile(
    r"\b(?:so far|for now|as yet|to date|for the moment|for the time being|in its present form|(?:although|though|even if)\b[^.;!?\n\"”]*)",
    re.IGNORECASE,
)


def reservations(parse: Parse, token: int) -> tuple[Span, ...]:
    """Return the words of the sentence of ``token`` that hold a stand back: until when it is taken, and what it concedes."""
    sentence = parse.sentence_of
    first, last = token, token
    while first > 0 and sentence[first - 1] == sentence[token]:
        first -= 1
    while last + 1 < len(sentence) and sentence[last + 1] == sentence[token]:
        last += 1
    span = parse.span(first, last + 1)
    found = _RESERVATION.finditer(parse.text, span.start, span.end)
    return tuple(Span(match.start(), match.start() + len(match[0].rstrip(" ,"))) for match in found)
