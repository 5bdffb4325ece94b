"""Tallies → counts: the bare numbers of a list that say for each place what its head or first entry says ("Guji, 12 dead; Borena, 7").

Enters: a parse and the counts found so far. Leaves: the numbers that no other rule took, with the metric of their list.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.nameruns import NUMBERED
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trucewatch.reading.parse import Parse
    from trucewatch.records.terms import Metric

_ENDS = frozenset((";", ".", "and", "\n"))
_MARKS = frozenset((",", ":", "-", "–", "—", "("))


def tally_numbers(parse: "Parse", taken: "Iterable[int]") -> "Iterator[tuple[Quantity, Metric, int]]":
    """Yield each bare number of a tally with the metric its list gives and the token that gives it."""
    known = set(taken)
    for sentence in parse.doc.sents:
        start, end = sentence.start, sentence.end
        lower = parse.tree.lower
        if ";" not in lower[start:end] and parse.tree.tag[start:end].count("CD") < 3:
            continue
        said = _metric(parse, start, end)
        if said is None:
            continue
        bare = [at for at in range(start + 2, end) if at not in known and _entry(parse, at, end)]
        if len(bare) + any(at in known for at in range(start, end)) < 2:
            continue
        for at in bare:
            number = int(lower[at].replace(",", ""))
            yield Quantity(parse.span(at, at + 1), at, Count(number, number), None, "all"), *said


_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _entry(parse: "Parse", at: int, end: int) -> bool:
    """Whether the number at ``at`` closes an entry: a name before it, a stop after it."""
    lower, doc = parse.tree.lower, parse.doc
    if not lower[at].replace(",", "").isdigit() or parse.tree.tag[at] != "CD":
        return False
    after = lower[at + 1] if at + 1 < end else "."
    name = at - 2 if lower[at - 1] in _MARKS else at - 1
    if lower[at - 1] in _MONTHS:
        return False  # "18 and 19 June 2024"
    if lower[at - 1] in NUMBERED:
        return False  # "on Route 585"
    placed = parse.tree.tag[name] in ("NNP", "NNPS") and doc[name].ent_type_ != "PERSON"
    return placed and (after in _ENDS or after == ",") and not _dated(parse, at)


def _dated(parse: "Parse", at: int) -> bool:
    return parse.doc[at].ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT") and parse.tree.lower[at - 1] not in _MARKS


def _metric(parse: "Parse", start: int, end: int) -> "tuple[Metric, int] | None":
    """What the head of the list, or its first entry, says the numbers count."""
    words = lexicon()
    for at in range(start, end):
        word = parse.tree.lower[at]
        metric = words.states.get(word) or words.figure_metrics.get(word)
        if metric is not None and parse.tree.tag[at][:1] in ("J", "N", "V"):
            return metric, at
        if at - start > 8:
            return None
    return None
