"""Figures → casualty ranges: one live figure for each origin, derived ones represented by their root (DOMAIN section 3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.judging.figures import Figure
from trucewatch.judging.origins import group_of
from trucewatch.records.analysis import CasualtyRange, CountPoint
from trucewatch.records.extent import Count
from trucewatch.records.terms import Metric, Population

METRICS: tuple[Metric, ...] = ("killed", "injured", "missing", "detained", "displaced")
POPULATIONS: tuple[Population, ...] = ("all", "civilians", "children", "women", "party forces", "mission personnel")
_DISJOINT: Mapping[str, frozenset[str]] = {
    "civilians": frozenset({"party forces", "mission personnel"}),
    "children": frozenset({"women", "party forces", "mission personnel"}),
    "women": frozenset({"children", "party forces", "mission personnel"}),
    "party forces": frozenset({"civilians", "children", "women", "mission personnel"}),
    "mission personnel": frozenset({"civilians", "children", "women", "party forces"}),
}
_AGREEMENT = 0.10


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the history, with whether it stands and why not."""

    figure: Figure
    live: bool
    why: str = ""

    def record(self, accused: frozenset[str]) -> CountPoint:
        """The step as a record."""
        figure = self.figure
        return CountPoint(
            claim=figure.claim,
            day=figure.day,
            low=figure.payload.low,
            high=figure.payload.high,
            origin=figure.root.origin if figure.root.known else None,
            live=self.live,
            why=self.why,
            scope=figure.scope,
            accused=figure.root.bloc in accused,
        )


def ranges_of(figures: Sequence[Figure], accused: frozenset[str], refuted: frozenset[str] = frozenset()) -> tuple[CasualtyRange, ...]:
    """Return a range for each metric, population and scope. ``accused`` are blocs said to be responsible, ``refuted`` claim ids.

    Each metric present has a row for population ``all``: derived where only sub-populations are claimed.
    """
    rows: list[CasualtyRange] = []
    for metric in METRICS:
        own = [figure for figure in figures if figure.payload.metric == metric]
        for scope in [None, *sorted({figure.scope for figure in own if figure.scope})]:
            scoped = [figure for figure in own if figure.scope == scope]
            rows += _rows(metric, scope, scoped, accused, refuted)
    return tuple(rows)


def _rows(
    metric: Metric, scope: str | None, figures: Sequence[Figure], accused: frozenset[str], refuted: frozenset[str]
) -> list[CasualtyRange]:
    """Return the rows of one metric and scope, ``all`` first."""
    if not figures:
        return []
    rows = []
    for population in POPULATIONS:
        own = [figure for figure in figures if figure.payload.population == population]
        totals = [figure for figure in own if population != "all" or not figure.payload.part_of]
        derived = ""
        if population == "all" and not totals:
            totals, derived = derive_all(figures), "derived from the populations claimed"
        if totals:
            rows.append(_range(metric, population, scope, settle(totals, refuted), accused, derived))
    return rows


def derive_all(figures: Sequence[Figure]) -> list[Figure]:
    """Where nobody gives a total: disjoint populations coordinated in one statement are summed, otherwise a part is a lower bound."""
    sentences: dict[tuple[str, str | None, str], list[Figure]] = {}
    for figure in figures:
        sentences.setdefault((figure.document, figure.statement, figure.root.origin), []).append(figure)
    totals = []
    for group in sentences.values():
        parts = _coordinated(group)
        first = parts[0]
        if len(parts) > 1:
            low = sum(part.payload.low for part in parts)
            highs = [part.payload.high for part in parts]
            high = None if any(value is None for value in highs) else sum(value or 0 for value in highs)
        else:
            low, high = (first.payload.low, None if first.payload.low else first.payload.high)
        payload = replace(first.payload, population="all", low=low, high=high, derived=True, part_of=None, named_list=False)
        totals.append(replace(first, payload=payload))
    return totals


def _coordinated(group: Sequence[Figure]) -> list[Figure]:
    """Return the parts of one statement that may be summed: first of each population, all disjoint and close together; else the largest."""
    firsts: dict[str, Figure] = {}
    for figure in sorted(group, key=lambda figure: figure.start):
        firsts.setdefault(figure.payload.population, figure)
    parts = list(firsts.values())
    close = all(later.start - earlier.start < 80 for earlier, later in pairwise(parts))
    disjoint = all(
        later.payload.population in _DISJOINT.get(earlier.payload.population, frozenset())
        for at, earlier in enumerate(parts)
        for later in parts[at + 1 :]
    )
    whole = not any(part.payload.part_of for part in parts)
    if len(parts) > 1 and close and disjoint and whole:
        return parts
    return [max(parts, key=lambda figure: (figure.payload.low, -figure.start))]


def settle(figures: Sequence[Figure], refuted: frozenset[str] = frozenset()) -> list[Point]:
    """Decide which figures stand: first givings only, derived ones by their root, the latest of each origin, known before unknown."""
    ordered = sorted(figures, key=lambda figure: figure.order)
    points = [_first_giving(figure, ordered, refuted) for figure in ordered]
    latest: dict[str, Figure] = {}
    for point in points:
        if point.live:
            kept = latest.get(point.figure.root.origin)
            if kept is None or _replaces(point.figure, kept):
                latest[point.figure.root.origin] = point.figure
    known = any(figure.root.known for figure in latest.values())
    return [_standing(point, latest, known=known) for point in points]


def _replaces(figure: Figure, kept: Figure) -> bool:
    """Return whether a later figure of one origin takes an earlier one's place.

    Inside one report it does not unless it says so: a report leads with what holds, and tells what was said before, or of a part, after it.
    """
    if kept.revised or figure.revised:
        return kept.revised
    return figure.document != kept.document or figure.payload.revises == kept.claim


def _standing(point: Point, latest: Mapping[str, Figure], *, known: bool) -> Point:
    """Take a point's life where a later figure of its origin, or any known origin beside an unknown one, stands instead."""
    if not point.live:
        return point
    newest = latest[point.figure.root.origin]
    if newest is not point.figure:
        later = newest.document != point.figure.document or newest.order > point.figure.order
        why = f"superseded by {newest.claim}: a later figure of the same origin" if later else f"its report leads with {newest.claim}"
        return replace(point, live=False, why=why)
    if known and not point.figure.root.known:
        return replace(point, live=False, why="no source named, and a named one gives a figure")
    return point


def _first_giving(figure: Figure, ordered: Sequence[Figure], refuted: frozenset[str]) -> Point:
    """Take the life of a refuted figure, of a repetition (it keeps its first day), and of one derived from a root with the same number."""
    if figure.claim in refuted:
        return Point(figure, live=False, why="refuted")
    root = root_of(figure, ordered)
    if root is None:
        return Point(figure, live=True)
    same = root.count == figure.count
    return Point(figure, live=False, why=f"repeats {root.claim}" if same else f"derived from {root.claim}, which represents it")


def root_of(figure: Figure, ordered: Sequence[Figure]) -> Figure | None:
    """Return the earlier figure this one goes back to: its origin's own same number, or for an unsourced one anybody's."""
    for other in ordered:
        if other is figure:
            return None
        if other.root.origin != figure.root.origin and figure.root.known:
            continue
        if other.count == figure.count and other.root.origin == figure.root.origin:
            return other
        if figure.number is not None and other.number == figure.number and (other.root.known or not figure.root.known):
            return other
    return None


def _range(
    metric: Metric, population: Population, scope: str | None, points: Sequence[Point], accused: frozenset[str], derived: str
) -> CasualtyRange:
    """Put the live points into a row."""
    live = [point.figure for point in points if point.live]
    low, high = bounds(live)
    best, rule = best_of(live)
    apart = [figure for figure in live if figure.root.bloc not in accused]
    without = bounds(apart) if apart else None
    standing = {(figure.root.origin, figure.number) for figure in live}
    floors = [
        point.figure.payload.low
        for point in points
        if point.figure.payload.named_list and (point.figure.root.origin, point.figure.number) in standing
    ]
    return CasualtyRange(
        metric=metric,
        population=population,
        scope=scope,
        low=low,
        high=high,
        best=best,
        rule=rule or derived or None,
        without_accused=Count(*without) if without else None,
        floor=max(floors, default=None),
        history=tuple(point.record(accused) for point in points),
    )


def bounds(figures: Iterable[Figure]) -> tuple[int, int | None]:
    """Return the lowest lower bound and the highest finite bound; an interval that would cross itself has no upper bound."""
    lows = [figure.payload.low for figure in figures]
    highs = [figure.payload.high for figure in figures if figure.payload.high is not None]
    low = min(lows, default=0)
    high = max(highs, default=None)
    # a floor above every finite bound ("at least 120" beside "100") leaves the top open
    return low, None if high is not None and high < max(lows, default=0) else high


def best_of(live: Sequence[Figure]) -> tuple[int | None, str | None]:
    """Return the best figure and the rule that gives it, or nothing: never an average, never a sum over reports."""
    exact = [figure for figure in live if figure.count.exact and figure.root.known and not figure.payload.vague]
    counted = [figure for figure in exact if figure.root.competent and not figure.payload.derived]
    if counted:
        newest = max(counted, key=lambda figure: figure.order)
        return newest.payload.low, f"counted by a competent body: {newest.root.origin}"
    named = [figure for figure in live if figure.payload.named_list and figure.root.known]
    if len({group_of(figure.root) for figure in named}) > 1 and len({figure.payload.low for figure in named}) == 1:
        return named[0].payload.low, "a named list confirmed by two origins"
    for at, one in enumerate(exact):
        for other in exact[at + 1 :]:
            if group_of(one.root) == group_of(other.root):
                continue
            if abs(one.payload.low - other.payload.low) <= _AGREEMENT * max(one.payload.low, other.payload.low):
                return _of_two(one, other).payload.low, f"agreement of two independent origins: {one.root.origin}, {other.root.origin}"
    return None, None


def _of_two(one: Figure, other: Figure) -> Figure:
    """Of two that agree take the one that speaks for no party, else the later: never their mean."""
    if one.root.party != other.root.party:
        return other if one.root.party else one
    return max(one, other, key=lambda figure: figure.order)
