"""The day that a report says it covers: "The following incidents were reported for Monday, 2 April 1990" dates every entry below.

Enters: a parse, its times and a trigger. Leaves: the one day (or stretch) that the opening says everything after it is of.
"""

from collections.abc import Sequence

from trucewatch.reading.hanging import Hung, clause_of, is_narrated, told_by
from trucewatch.reading.parse import Parse
from trucewatch.records.extent import When

_COVERING = frozenset(
    """update report reports summary bulletin sitrep communique communiqué incident incidents event events operation operations activity
    activities development developments situation balance result results chronology log diary roundup round-up record review violation
    violations action actions news digest""".split()
)
"""What a report calls what it tells."""
_FOR = frozenset(("for", "of", "on", "during", "covering", "from", "over", "in"))
_TELLING = frozenset("report issue follow register record log publish release note list summarise summarize occur take be".split())
_OPENING = 2
"""Paragraphs of an opening: what it covers is said in a first line or the one after a heading."""
_WORDS = 45


def covered_day(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day that the opening of the report says it covers, for a clause further down that tells what happened."""
    told = _covered(parse, times, hung)
    if told is None:
        return None
    number, paragraph = told
    verb = clause_of(parse.tree, token)
    if parse.paragraph_of[token] <= paragraph or verb < 0 or not is_narrated(parse.tree, told_by(parse.tree, verb)):
        return None
    return times[number]


def _covered(parse: Parse, times: Sequence[When], hung: dict[int, list[Hung]]) -> tuple[int, int] | None:
    """Return the number of the time that the opening covers, and the paragraph it stands in; kept beside the parse."""
    key = "covered"
    if key not in parse.notes:
        parse.notes[key] = _look(parse, times, hung)
    kept = parse.notes[key]
    return kept if isinstance(kept, tuple) else None


def _look(parse: Parse, times: Sequence[When], hung: dict[int, list[Hung]]) -> tuple[int, int] | None:
    for found in hung.values():
        for one in found:
            paragraph = parse.paragraph_of[one.start]
            if paragraph >= _OPENING or times[one.number].precision != "day" or times[one.number].rule == "dateline":
                continue
            if parse.paragraph_of[-1] > paragraph and _covers(parse, one):
                return one.number, paragraph
    return None


def _covers(parse: Parse, one: Hung) -> bool:
    """Whether a day is the one that "the following incidents were reported for"."""
    tree, sentence = parse.tree, parse.sentence_of[one.start]
    if parse.lower[one.start - 1 : one.start] and parse.lower[one.start - 1] not in _FOR:
        return False
    words = [at for at in range(max(0, one.start - _WORDS), one.start) if parse.sentence_of[at] == sentence]
    named = any(parse.lower[at] in _COVERING for at in words)
    verbs = [tree.lemma[at].lower() for at in words if tree.pos[at] == "VERB"]
    last = not any(tree.pos[at] == "VERB" and parse.sentence_of[at] == sentence for at in range(one.end, min(len(tree), one.end + _WORDS)))
    return named and last and all(lemma in _TELLING for lemma in verbs)
