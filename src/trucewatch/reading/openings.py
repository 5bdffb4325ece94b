"""What a clause opens with → operators: "in all likelihood", "most likely", "according to unconfirmed reports" (DOMAIN section 2).

Enters: a parse and the token of a predicate. Leaves: operators in a Found. Word order decides: the parser hangs such openings on whatever
noun stands next. The lexicon is ``vocab/hedges.yaml``.
"""

from typing import TYPE_CHECKING, cast

from trucewatch.reading.hedging import Found, hedges

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.reading.tokens import Tokens

_BEFORE = frozenset((",", ";", ":", "that", "and", "but", "because", "as", '"', "“", "(", "–", "—"))
_REACH = 14
_SOURCES = frozenset(("according", "by"))


def read_opening(parse: "Parse", verb: "Token", found: Found) -> None:
    """Note the hedge that stands before the subject of a clause, wherever the parse hung it."""
    here = _opened(parse)
    if not here:
        return
    start = verb.sent.start
    for at in range(verb.i - 1, max(start, verb.i - _REACH) - 1, -1):
        if at in here:
            kind, words = here[at]
            if not any(verb.doc[one].pos_ == "VERB" for one in range(at + words, verb.i)):
                found.add(kind, *range(at, at + words))
            return
        if verb.doc[at].lower_ in (";", ":"):
            return


def _opened(parse: "Parse") -> dict[int, tuple[str, int]]:
    """Return where a hedged opening stands: its first token → what it does, and how many words it is."""
    noted = parse.notes.get("openings")
    kept = cast("dict[int, tuple[str, int]] | None", noted)
    if kept is None:
        kept, doc, words = {}, parse.doc, hedges()
        for at in parse.word_places.places(words.openings.keys() | _SOURCES):
            lower = parse.lower[at]
            for phrase, kind in words.openings.get(lower, ()):
                end = at + len(phrase)
                if tuple(parse.lower[at:end]) == phrase and (doc[at].is_sent_start or parse.lower[at - 1] in _BEFORE):
                    kept[at] = kind, len(phrase)
            if lower in _SOURCES and (doc[at].is_sent_start or parse.lower[at - 1] in _BEFORE):
                found = _unconfirmed(doc, at)
                if found is not None:
                    kept[at] = "possible", found - at + 1
        parse.notes["openings"] = kept
    return kept


def _unconfirmed(doc: "Tokens", at: int) -> int | None:
    """Return where "according to unconfirmed reports", "according to rumours" ends, None for another source."""
    words = hedges()
    for here in range(at + 1, min(len(doc), at + 7)):
        lower, lemma = doc[here].lower_, doc[here].lemma_.lower()
        if lemma in words.hearsay:
            return here
        if lower in ("confirmed", "verified") and doc[here - 1].lower_ in ("be", "not") and doc[here - 2].lower_ in ("to", "yet"):
            return here  # "according to reports still to be confirmed"
        if words.adjectives.get(lower) == "possible" and any(
            doc[one].lemma_.lower() in words.tidings for one in range(here + 1, min(len(doc), here + 3))
        ):
            return here + 1
        if doc[here].is_punct or doc[here].pos_ == "VERB":
            return None
    return None
