"""Stretches of days told by their length and their end: "three days of fighting that ended Sunday", "a two-day sweep that ended on Friday".

A parse, the word of an event and the day chosen for it go in; the whole stretch comes out, or the day unchanged.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trucewatch.reading.anchors import DAY
from trucewatch.reading.courses import course, of_the_course
from trucewatch.reading.hanging import Hung
from trucewatch.reading.numerals import number_at
from trucewatch.reading.parse import Parse
from trucewatch.records.extent import When

_ENDS = frozenset(("end", "conclude", "finish"))
_REACH = 14
"""Words before its end within which the length of a stretch stands."""
_LONGEST = 31


def stretched(parse: Parse, token: int, chosen: When, times: Sequence[When], hung: dict[int, list[Hung]]) -> When:
    """Return the stretch of days that ``chosen`` ends, where the words before it say how many: ``chosen`` itself else."""
    if chosen.precision != "day" or chosen.latest is None:
        return chosen
    tree = parse.tree
    if end := _until(parse, token, times, hung):
        return replace(chosen, latest=end, precision="days") if 0 < (end - chosen.latest).days <= _MOST else chosen
    whole = course(tree, times, hung.get(parse.sentence_of[token], ()))
    if whole is not None and of_the_course(tree, token, whole[1]):
        return whole[0]
    for one in hung.get(parse.sentence_of[token], ()):
        verb = one.governor
        if times[one.number] is not chosen or not token < verb or tree.lemma[verb] not in _ENDS or tree.dep[verb] != "relcl":
            continue
        length = _length(parse, verb)
        if 1 < length <= _LONGEST:
            return replace(chosen, earliest=chosen.latest - (length - 1) * DAY, precision="days")
    return chosen


_MOST = 60
"""Days at most that something told goes on "until the 18th"."""


def _until(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> date | None:
    """Return the day until which the verb at ``token`` is said to go on: "The gang fought until the 18th"."""
    tree = parse.tree
    for one in hung.get(parse.sentence_of[token], ()):
        whose = one.governor == token or (one.governor >= 0 and tree.dep[one.governor] == "relcl" and tree.head[one.governor] == token)
        if whose and times[one.number].precision == "day" and len(one.path) > 2:
            mark = one.path[-2]
            if tree.lower[mark] in ("until", "till") and mark > token:
                return times[one.number].latest
    return None


def _length(parse: Parse, end: int) -> int:
    """Return the days that the words before the verb at ``end`` count, 0 where they count none: "four days of", "a three-day"."""
    words = parse.lower
    for at in range(end - 1, max(0, end - _REACH), -1):
        if parse.sentence_of[at] != parse.sentence_of[end]:
            break
        number = at - 2 if words[at - 1] == "-" else at - 1
        if (words[at] == "day" and number == at - 2) or (words[at] == "days" and words[at + 1] == "of"):
            return number_at(words, number)[0] or 0
    return 0
