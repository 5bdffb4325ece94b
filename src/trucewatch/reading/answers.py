"""Numbers that answer "how many?": "How many died? Forty, according to the mayor", also in marks of quotation.

Enters: a parse and the tokens of a number. Leaves: what the question asks of, and the token that says it, or None. The question stands in
the number's paragraph or, as a heading, in the one before; what it asks may also be told after the answers.
"""

from typing import TYPE_CHECKING, cast

from trucewatch.reading.casualtywords import lexicon

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric

type Question = "tuple[int, Metric, int]"
"""Token of "how many", what it asks of, and the token that says it."""

_QUOTES = frozenset(('"', "“", "”", "''", "``", "'", "‘", "’"))
_AFTER = frozenset((",", ".", ";", "?", "said", "says", "according", "by", "in", *_QUOTES))
_FURTHEST = 3
"""Sentences between a question and its answer."""
_REACH = 14


def answered(parse: "Parse", first: int, end: int) -> "tuple[Metric, int] | None":
    """Return what the number ``[first, end)`` answers, None where it stands in a sentence of its own or no question is near."""
    questions = _questions(parse)
    if not questions or not _stands_apart(parse, first, end):
        return None
    here, paragraph = parse.sentence_of[first], parse.paragraph_of[first]
    for at, metric, trigger in reversed(questions):
        apart = here - parse.sentence_of[at]
        near = 0 < apart <= _FURTHEST if at < first else 0 < -apart <= _FURTHEST
        if near and 0 <= paragraph - parse.paragraph_of[at] <= (at < first):
            return metric, trigger
    return None


def _stands_apart(parse: "Parse", first: int, end: int) -> bool:
    """Whether a number is all that is said: it opens a sentence or what follows a semicolon, and a stop, a source or a mark comes next."""
    lower, doc = parse.tree.lower, parse.doc
    start = first
    while start and lower[start - 1] in _QUOTES:
        start -= 1
    if lower[end : end + 1] == ["."] and doc[start].idx == parse.paragraphs[parse.paragraph_of[start]].start and lower[first].isdigit():
        return False  # the number of a paragraph
    opens = start == 0 or doc[start].is_sent_start or doc[first].is_sent_start or lower[start - 1] in (";", "?")
    return opens and (end >= len(lower) or lower[end] in _AFTER)


def _questions(parse: "Parse") -> "tuple[Question, ...]":
    """The questions and clauses with "how many" of a text that ask of the dead, the hurt, the missing, the held or those who fled."""
    kept = parse.notes.get("how many")
    if isinstance(kept, tuple):
        return cast("tuple[Question, ...]", kept)
    lower = parse.tree.lower
    found = []
    for at in range(len(lower) - 1):
        if lower[at] == "how" and lower[at + 1] == "many":
            told = next(((metric, later) for later in range(at + 2, min(at + _REACH, len(lower))) if (metric := _fate(parse, later))), None)
            if told is not None:
                found.append((at, *told))
    parse.notes["how many"] = tuple(found)
    return tuple(found)


def _fate(parse: "Parse", at: int) -> "Metric | None":
    words, lower = lexicon(), parse.tree.lower[at]
    told = words.states.get(lower) or words.suffers.get(parse.tree.lemma[at])
    return told or (words.does.get(parse.tree.lemma[at]) if parse.tree.tag[at] == "VBN" else None)
