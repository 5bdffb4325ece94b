"""Event tables → the same event in several of them: arrays of rows enter, a cluster number for each row leaves.

Rows near in space and time are found with a k-d tree, weighed by distance, days, type and counts with fixed log-odds, and assigned
one to one between each two sources so that the sum of weights is largest. Close to linear in the number of rows; every source stays an
attributed source, so that at most one of its rows goes into a cluster.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Structured events as columns of one length.

    ``source``: which table; ``day``: days since any epoch; ``latitude`` and ``longitude`` in degrees; ``kilometres``: how exact the place
    is; ``days``: how exact the date is, 0 for a day; ``type``: any code shared by the tables, -1 for not known; ``low`` and ``high``:
    deaths, -1 for not stated.
    """

    source: Ints
    day: Ints
    latitude: Floats
    longitude: Floats
    kilometres: Floats
    days: Ints
    type: Ints
    low: Ints
    high: Ints

    def __len__(self) -> int:
        return len(self.source)


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of one rule version. ``per_day`` is lost for each day beyond what the dates' precision allows, ``beside`` for one day;
    ``neighbours`` bounds how many rows are compared with each."""

    prior: float = 5.0
    beside: float = 0.7
    per_day: float = 2.5
    type_same: float = 0.6
    type_unlike: float = -2.0
    count_equal: float = 1.2
    count_meets: float = 0.5
    count_near: float = 0.2
    count_unlike: float = -1.5
    most_days: int = 3
    most_widths: float = 3.5
    neighbours: int = 12


def link(rows: Rows, weights: Weights | None = None) -> Ints:
    """Return a cluster number for each row; rows of one number tell of one event. The order of rows changes no cluster."""
    rule = weights or Weights()
    order = np.lexsort((rows.high, rows.low, rows.type, rows.longitude, rows.latitude, rows.day, rows.source))
    ordered = take(rows, order)
    points = _points(ordered)
    found = [_between(ordered, points, one, other, rule) for one, other in _pairs(np.unique(ordered.source))]
    left = np.concatenate([pairs[0] for pairs in found]) if found else np.empty(0, np.int64)
    right = np.concatenate([pairs[1] for pairs in found]) if found else np.empty(0, np.int64)
    score = np.concatenate([pairs[2] for pairs in found]) if found else np.empty(0, np.float64)
    labels = _union(ordered.source, left, right, score)
    back = np.empty(len(rows), np.int64)
    back[order] = labels
    return back


def take(rows: Rows, at: Ints) -> Rows:
    """Return the rows at the given positions."""
    return Rows(
        rows.source[at], rows.day[at], rows.latitude[at], rows.longitude[at], rows.kilometres[at], rows.days[at], rows.type[at],
        rows.low[at], rows.high[at],
    )  # fmt: skip


def _pairs(sources: Ints) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(sources):
        for other in sources[at + 1 :]:
            yield int(one), int(other)


def _points(rows: Rows) -> Floats:
    """Put rows on the globe in kilometres; the chord is the distance for anything near enough to matter."""
    latitude, longitude = np.radians(rows.latitude), np.radians(rows.longitude)
    across = np.cos(latitude)
    return _EARTH_KM * np.stack((across * np.cos(longitude), across * np.sin(longitude), np.sin(latitude)), axis=1)


def _between(rows: Rows, points: Floats, one: int, other: int, rule: Weights) -> tuple[Ints, Ints, Floats]:
    """Match the rows of two sources one to one; return the pairs kept and their log-odds."""
    here, there = np.flatnonzero(rows.source == one), np.flatnonzero(rows.source == other)
    left, right, apart = _near(rows, points, here, there, rule)
    score = weigh(rows, left, right, apart, rule)
    kept = score > 0
    left, right, score = left[kept], right[kept], score[kept]
    chosen = assign(left, right, score)
    return left[chosen], right[chosen], score[chosen]


def _near(rows: Rows, points: Floats, here: Ints, there: Ints, rule: Weights) -> tuple[Ints, Ints, Floats]:
    """Find the candidate pairs: rows within a few widths of one another in space, and a few days in time."""
    from scipy.spatial import cKDTree

    if not len(here) or not len(there):
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float64)
    width = float(np.median(rows.kilometres))
    pace = rule.most_widths * width * 1.5 / (rule.most_days + 0.5)
    placed = np.column_stack((points, rows.day * pace))
    tree = cKDTree(placed[there], leafsize=32, balanced_tree=False, compact_nodes=False)
    nearest = min(rule.neighbours, len(there))
    reach = float(np.hypot(rule.most_widths * width * 1.5, rule.most_days * pace))
    _, found = tree.query(placed[here], k=np.arange(1, nearest + 1), distance_upper_bound=reach, workers=-1)
    rank, column = np.nonzero(found < len(there))
    left, right = here[rank], there[found[rank, column]]
    apart = np.linalg.norm(points[left] - points[right], axis=1)
    return left, right, apart


def weigh(rows: Rows, left: Ints, right: Ints, apart: Floats, rule: Weights) -> Floats:
    """Return the log-odds that each pair of rows, ``apart`` kilometres from one another, tells of one event."""
    width = np.hypot(rows.kilometres[left], rows.kilometres[right])
    score = rule.prior - 0.5 * (apart / width) ** 2
    late = np.maximum(0, np.abs(rows.day[left] - rows.day[right]) - rows.days[left] - rows.days[right])
    score -= np.where(late == 1, rule.beside, 0.0) + np.where(late > 1, rule.beside + rule.per_day * (late - 1), 0.0)
    score[(late > rule.most_days) | (apart > rule.most_widths * width)] = -np.inf
    known = (rows.type[left] >= 0) & (rows.type[right] >= 0)
    score += np.where(known, np.where(rows.type[left] == rows.type[right], rule.type_same, rule.type_unlike), 0.0)
    return score + _counts(rows, left, right, rule)


def _counts(rows: Rows, left: Ints, right: Ints, rule: Weights) -> Floats:
    """Weigh the counts: equal, overlapping, within a third or two of one another, or neither; nothing where one is not stated."""
    low, high = np.maximum(rows.low[left], rows.low[right]), np.minimum(rows.high[left], rows.high[right])
    stated = (rows.low[left] >= 0) & (rows.low[right] >= 0)
    equal = (rows.low[left] == rows.low[right]) & (rows.high[left] == rows.high[right])
    near = (low - high) <= np.maximum(2, low // 3)
    points = np.select([equal, low <= high, near], [rule.count_equal, rule.count_meets, rule.count_near], rule.count_unlike)
    return np.where(stated, points, 0.0)


def assign(left: Ints, right: Ints, score: Floats) -> Ints:
    """Choose pairs one to one with the largest sum of weights; return their positions. Exact within each connected component."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if not len(score):
        return np.empty(0, np.int64)
    rows, left_at = np.unique(left, return_inverse=True)
    columns, right_at = np.unique(right, return_inverse=True)
    size = len(rows) + len(columns)
    graph = coo_matrix((np.ones(len(score), np.int8), (left_at, right_at + len(rows))), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    component = labels[left_at]
    order = np.argsort(component, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(component[order]) != 0])
    ends = np.r_[starts[1:], len(order)]
    single = order[starts[ends - starts == 1]]
    chosen = [single]
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        group = order[start:end]
        chosen.append(_best(group, left_at[group], right_at[group], score[group]))
    return np.sort(np.concatenate(chosen))


_LARGEST = 4_000_000
"""Cells of the largest cost table that is solved exactly; beyond it the best pairs are taken one after the other."""


def _best(group: Ints, left: Ints, right: Ints, score: Floats) -> Ints:
    """Solve one component. ``left`` and ``right`` number its rows in the two sources."""
    from scipy.optimize import linear_sum_assignment

    one, row = np.unique(left, return_inverse=True)
    other, column = np.unique(right, return_inverse=True)
    if len(one) == 1 or len(other) == 1:
        return group[[int(np.argmax(score))]]
    if len(one) * len(other) > _LARGEST:
        return _greedy(group, row, column, score)
    cost = np.zeros((len(one), len(other)))
    cost[row, column] = -score
    at = np.full((len(one), len(other)), -1, np.int64)
    at[row, column] = group
    taken, by = linear_sum_assignment(cost)
    pairs: Ints = at[taken, by]
    return pairs[pairs >= 0]


def _greedy(group: Ints, row: Ints, column: Ints, score: Floats) -> Ints:
    """Take the best pair whose rows are both free, again and again."""
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    kept = []
    for at in np.lexsort((column, row, -score)):
        if row[at] not in used_rows and column[at] not in used_columns:
            used_rows.add(int(row[at]))
            used_columns.add(int(column[at]))
            kept.append(group[at])
    return np.array(kept, np.int64)


def _union(source: Ints, left: Ints, right: Ints, score: Floats) -> Ints:
    """Join pairs into clusters, largest odds first, never two rows of one source; number clusters by their first row."""
    sources = np.unique(source)
    if len(sources) == 2:
        labels = np.arange(len(source))
        labels[right] = left
        return labels
    parent = list(range(len(source)))
    held = [1 << int(at) for at in np.searchsorted(sources, source)]
    for at in np.lexsort((right, left, -score)):
        one, other = _root(parent, int(left[at])), _root(parent, int(right[at]))
        if one != other and not held[one] & held[other]:
            first, second = min(one, other), max(one, other)
            parent[second] = first
            held[first] |= held[second]
    return np.array([_root(parent, at) for at in range(len(source))], np.int64)


def _root(parent: list[int], at: int) -> int:
    """Follow joins to the first row of a cluster, shortening the way."""
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at
