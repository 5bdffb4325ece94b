"""Stretches up to publication: "have fled since then", "have been killed since tanks appeared on Tuesday", "since the start of the year".

Enters: a parse with its times and the word of an event told in the perfect. Leaves: the stretch from what "since" names to the day of
publication, or None where the sentence has no such words or the text does not give their day.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from trucewatch.reading.hanging import Hung, clause_of, is_before, is_saying
from trucewatch.reading.parse import Parse
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When

_HAVE = frozenset(("has", "have", "'ve", "’ve"))
_REACH = 16
"""Words after "since" within which its day stands."""
_THEN = frozenset(("then", "."))
_OTHER = frozenset(("since", "past span", "dateline", "weekday to come", "vague"))


def since_told(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the stretch from the day that "since" names to publication, for an event told in the present perfect."""
    published = parse.notes.get("published")
    if not isinstance(published, date):
        return None
    here = _since(parse, token)
    if here is None:
        return None
    sentence = parse.sentence_of[token]
    if parse.lower[here + 1] in _THEN:
        told = [h for number in hung if number < sentence for h in hung[number] if not h.saying and times[h.number].rule not in _OTHER]
        told = [h for h in told if times[h.number].known and times[h.number].precision == "day"][-1:]
    else:
        told = [h for h in hung.get(sentence, ()) if here < h.start <= here + _REACH and times[h.number].known][:1]
    if not told:
        return None
    when = times[told[0].number]
    if when.earliest is None or when.earliest > published:
        return None
    return replace(when, latest=published, precision="range", rule="since")


def _since(parse: Parse, token: int) -> int | None:
    """Return the "since" of the clause of an event, None where the clause is not in the perfect or has none."""
    places = _places(parse)
    if not places:
        return None
    tree = parse.tree
    verb = clause_of(tree, token)
    if verb < 0 or not _perfect(tree, verb):
        return None
    return next((at for at in places if parse.sentence_of[at] == parse.sentence_of[token] and not _holds(tree, at, verb)), None)


def _places(parse: Parse) -> tuple[int, ...]:
    kept = parse.notes.get("since")
    if kept is None:
        kept = parse.notes["since"] = tuple(at for at, word in enumerate(parse.lower[:-1]) if word == "since")
    return cast("tuple[int, ...]", kept)


def _perfect(tree: Tree, verb: int) -> bool:
    for _ in range(3):
        if any(tree.lower[child] in _HAVE and tree.dep[child] == "aux" for child in tree.children[verb]):
            return True
        if is_before(tree, verb) and tree.dep[verb] == "ccomp" and is_saying(tree, tree.head[verb]):
            return True  # "said today that 4,800 had been slain since the truce took hold on Jan. 28"
        if tree.dep[verb] != "conj" or tree.tag[verb] != "VBN" or any(tree.dep[child] == "aux" for child in tree.children[verb]):
            return False
        verb = tree.head[verb]
    return False


def _holds(tree: Tree, since: int, verb: int) -> bool:
    """Tell whether a verb stands in the clause that "since" opens."""
    return tree.dep[since] == "mark" and tree.head[since] == verb
