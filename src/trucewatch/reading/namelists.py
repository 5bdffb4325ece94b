"""People counted one by one by their names → one count for each list of them (DOMAIN section 3).

As in "killed Amir Hadi, Sami Noor and Ali Kazem": a closed series of names under one verb is exactly so many. As in "among the dead were
Amir Hadi and Sami Noor": an open list of names, where no number of all is told before, is a floor. Enters: a parse and its counts. Leaves:
the counts, the names of a list as one.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people
from trucewatch.records.extent import Count
from trucewatch.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse

_JOINT = re.compile(r"\s*(?:,?\s*(?:aged\s+)?\d{1,2},?|\(\d{1,2}\),?)?\s*(?:,|and|, and|&)?\s*", re.IGNORECASE)
_RULES = frozenset(("direct", "listed"))


def as_lists(parse: "Parse", found: "Sequence[Counted]") -> "list[Counted]":
    """Return ``found`` with the names of each list as one count; those that are parts of others keep their places."""
    runs = _runs(parse, found)
    if not runs:
        return list(found)
    places: dict[int, int] = {}
    told: list[Counted] = []
    inside = {index: run for run in runs for index in run}
    for index, counted in enumerate(found):
        run = inside.get(index)
        if run is not None and index != run[0]:
            places[index] = places[run[0]]
            continue
        places[index] = len(told)
        told.append(counted if run is None else _list(counted, found[run[-1]], len(run), open_=_open(parse, counted)))
    return [
        replace(
            one,
            part_of=None if one.part_of is None else places[one.part_of],
            revises=None if one.revises is None else places[one.revises],
        )
        for one in told
    ]


def _open(parse: "Parse", counted: "Counted") -> bool:
    """Whether others may stand beside those named: "the victims include …", "among the dead were …"."""
    before = parse.tree.lower[max(0, counted.trigger - 3) : counted.trigger]
    return counted.rule == "listed" or bool({"among", "amongst", "including"} & {*before})


def _list(first: "Counted", last: "Counted", many: int, *, open_: bool) -> "Counted":
    span = Span(first.quantity.span.start, last.quantity.span.end)
    count = Count(many, None if open_ else many)
    quantity = replace(first.quantity, span=span, count=count, part=False if open_ else first.quantity.part)
    return replace(first, quantity=quantity, rule="list of names" if open_ else first.rule, part_of=None if open_ else first.part_of)


def _runs(parse: "Parse", found: "Sequence[Counted]") -> list[list[int]]:
    """The counts, by index, that stand in one series of names."""
    runs: list[list[int]] = []
    for index in range(1, len(found)):
        if not _joined(parse, found[index - 1], found[index]) or _totalled(parse, found, index):
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index - 1, index])
    return runs


def _joined(parse: "Parse", one: "Counted", other: "Counted") -> bool:
    same = one.metric == other.metric and one.population == other.population and one.rule == other.rule and one.rule in _RULES
    named = one.quantity.named and other.quantity.named and one.quantity.count == other.quantity.count == Count(1, 1)
    if not (same and named) or (one.rule == "direct" and one.trigger != other.trigger):
        return False
    between = parse.text[one.quantity.span.end : other.quantity.span.start]
    if one.quantity.span.end >= other.quantity.span.start or not between.strip():
        return False
    titles = between[joint.end() :].split() if (joint := _JOINT.match(between)) else []
    return joint is not None and bool(joint.group().strip()) and len(titles) < 4 and all(names_people(word.lower()) for word in titles)


def _totalled(parse: "Parse", found: "Sequence[Counted]", index: int) -> bool:
    """Whether the number of all is told before an open list: its names are parts of that."""
    if not _open(parse, found[index]):
        return False
    return any(one.metric == found[index].metric and not one.quantity.named and not one.quantity.part for one in found[:index])
