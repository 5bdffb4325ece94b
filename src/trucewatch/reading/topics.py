"""The place a whole text is about: the one its title names, else where its first sentence sets what it tells.

A parse and the places by sentence go in; one mention comes out, None where the opening names none or more than one. What happened in a
later sentence that gives no place of its own, and goes on from none, happened there.
"""

from collections.abc import Sequence
from typing import cast

from trucewatch.reading.hanging import Hung, clause_of, is_narrated, is_none, is_told_now, told_by
from trucewatch.reading.headings import heading_over
from trucewatch.reading.parse import Parse
from trucewatch.reading.placeuse import is_placing, of_source, reaches
from trucewatch.reading.placewords import place_words
from trucewatch.reading.pointing import is_subject
from trucewatch.records.extent import Place

_ISSUERS = frozenset("headquarters staff spokesperson spokesman mission desk unit bulletin".split())
_COARSE = frozenset(("admin1", "admin2", "country"))


def topic_place(parse: Parse, token: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the place the text is about, for an event further down that its clause tells as something that happened."""
    verb = clause_of(parse.tree, token)
    if verb < 0 or is_none(parse.tree, token):
        return []
    teller = told_by(parse.tree, verb)
    if not is_narrated(parse.tree, teller) and not is_told_now(parse.tree, teller):
        return []
    tree = parse.tree
    here = hung.get(parse.sentence_of[token], ())
    if any(is_placing(tree, h, places) and not of_source(tree, h) for h in here):
        return []  # it happened at a place of its own sentence, whichever
    topic = _topic(parse, places, hung)
    return [topic] if topic is not None and parse.sentence_of[topic.start] < parse.sentence_of[token] else []


def _topic(parse: Parse, places: Sequence[Place], hung: dict[int, list[Hung]]) -> Hung | None:
    """Return the place of the title, else of the first sentence that tells something; kept beside the parse."""
    if "topic" not in parse.notes:
        parse.notes["topic"] = _of_title(parse, places, hung) or _of_first(parse, places, hung)
    kept = parse.notes["topic"]
    return kept if isinstance(kept, Hung) else None


def _of_title(parse: Parse, places: Sequence[Place], hung: dict[int, list[Hung]]) -> Hung | None:
    """Return the first place in the words without a clause that head the text, or in the question it opens with."""
    over = heading_over(parse)
    titled = {number for number, above in enumerate(over) if above < 0 and number < len(over) - 1 and number in over}
    if not titled or 0 not in titled:
        opening = next((at for at, number in enumerate(parse.sentence_of) if number > 0), len(parse.tree))
        if not opening or "?" not in parse.lower[max(0, opening - 2) : opening]:
            return None
        return _finest(places, hung.get(0, ()))
    last = next((number for number in range(len(over)) if over[number] >= 0), 0)
    issued = issuing(parse, last)
    named = [h for number in sorted(hung) for h in hung[number] if parse.paragraph_of[h.start] < last]
    named = [h for h in named if parse.paragraph_of[h.start] not in issued]
    return _finest(places, named)


def issuing(parse: Parse, last: int) -> set[int]:
    """Return the paragraphs before ``last`` that say who issues the text, or when: "General Staff Headquarters, Skopje"."""
    bodies = place_words().bodies | _ISSUERS
    named = {number for number, word in zip(parse.paragraph_of, parse.lower, strict=True) if number < last and word in bodies}
    return named | {parse.paragraph_of[at] for at in cast("tuple[int, ...]", parse.notes.get("sent", ()))}


def _finest(places: Sequence[Place], named: Sequence[Hung]) -> Hung | None:
    return next((h for h in named if places[h.number].precision not in _COARSE), None)


def _of_first(parse: Parse, places: Sequence[Place], hung: dict[int, list[Hung]]) -> Hung | None:
    """Return the settlement or site at which the first sentence sets what it tells, or which it tells about."""
    tree = parse.tree
    issued = issuing(parse, 1) if heading_over(parse)[:1] == (-1,) else set[int]()
    begun = {number: [h for h in found if parse.paragraph_of[h.start] not in issued] for number, found in hung.items()}
    first = next((number for number in sorted(hung) if any(not h.saying for h in begun[number])), -1)
    if not 0 <= first <= _OPENING:
        return None
    here = begun[first]
    told = [h for h in here if is_placing(tree, h, places) and not h.saying and not of_source(tree, h)]
    told = [h for h in told if h.governor < 0 or reaches(tree, h, h.governor)]
    told += [h for h in here if h not in told and is_subject(tree, h)]
    near = place_words().near
    told = [h for h in told if not any(tree.lower[at] in near for at in h.path)] or told
    return _finest(places, sorted(told, key=lambda h: h.start))


_OPENING = 2
"""Within how many sentences, a title included, a text says where it is set."""
