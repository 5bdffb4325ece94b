"""Link synthetic event tables with known truth, at growing sizes.

    python -m bench.event_tables [--sizes 1000 5000 20000 100000 1000000] [--sources 2] [--seed 1]

Events fall in towns at a constant rate for each town and day, whatever the size. Each source sees an event with chance 0.8, dates it a day
off in four cases of ten, sets it about a kilometre away, changes its type in one case of ten, and perturbs its count; no keys are shared.
Prints for each size: rows, seconds, peak memory, precision and recall of pairs, and the same of an oracle that knows the generator.
For scale: MELTT took 57 s for 20,000 rows at precision .62 and recall .82.
"""

import argparse
import resource
import sys
import time

import numpy as np
from scipy.spatial import cKDTree
from scipy.stats import norm

from trucewatch.matching.tables import Rows, assign, link

SEEN, DAY_OFF, TYPE_CHANGED, KM, TYPES = 0.8, 0.4, 0.1, 1.0, 8
EVENTS_PER_TOWN_DAY, DAYS, SPACING_KM = 0.1, 365, 12.0
COUNT_SPREAD = 0.15


def generate(rows, sources, seed):
    """Return rows of ``sources`` tables, about ``rows`` in all, and the true event of each."""
    random = np.random.default_rng(seed)
    events = int(rows / (SEEN * sources))
    towns = max(1, round(events / (EVENTS_PER_TOWN_DAY * DAYS)))
    side = int(np.ceil(np.sqrt(towns)))
    town = random.integers(0, towns, events)
    degree = 111.2
    latitude = 5.0 + (town // side) * SPACING_KM / degree
    longitude = 5.0 + (town % side) * SPACING_KM / degree
    day, kind = random.integers(0, DAYS, events), random.integers(0, TYPES, events)
    dead = random.geometric(0.15, events) - 1
    parts = []
    for source in range(sources):
        seen = np.flatnonzero(random.random(events) < SEEN)
        n = len(seen)
        off = np.where(random.random(n) < DAY_OFF, random.choice([-1, 1], n), 0)
        changed = random.random(n) < TYPE_CHANGED
        types = np.where(changed, (kind[seen] + random.integers(1, TYPES, n)) % TYPES, kind[seen])
        counted = np.maximum(0, np.rint(dead[seen] * (1 + COUNT_SPREAD * random.standard_normal(n)))).astype(np.int64)
        north, east = random.standard_normal((2, n)) * KM / np.sqrt(2)
        at = latitude[seen] + north / degree
        parts.append(
            (np.full(n, source), day[seen] + off, at, longitude[seen] + east / (degree * np.cos(np.radians(at))), types, counted, seen)
        )
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    shuffled = random.permutation(len(columns[0]))
    source, day, latitude, longitude, types, counted, truth = (column[shuffled] for column in columns)
    size = len(source)
    table = Rows(source, day, latitude, longitude, np.full(size, KM), np.zeros(size, np.int64), types, counted, counted)
    return table, truth


def score(labels, truth):
    """Precision and recall over pairs of rows of different sources."""

    def pairs(groups):
        _, sizes = np.unique(groups, return_counts=True)
        return int((sizes * (sizes - 1) // 2).sum())

    both = pairs(labels.astype(np.int64) * (truth.max() + 1) + truth)
    made, real = pairs(labels), pairs(truth)
    return both / max(1, made), both / max(1, real)


def oracle(table, truth):
    """Assign two sources with the generator's own likelihoods and the threshold that the truth shows best."""
    here, there = np.flatnonzero(table.source == 0), np.flatnonzero(table.source == 1)
    degree = 111.2
    place = np.column_stack((table.latitude * degree, table.longitude * degree * np.cos(np.radians(table.latitude)), table.day * 3.0))
    tree = cKDTree(place[there])
    _, found = tree.query(place[here], k=min(24, len(there)), distance_upper_bound=9.0, workers=-1)
    rank, column = np.nonzero(found < len(there))
    left, right = here[rank], there[found[rank, column]]
    late = np.abs(table.day[left] - table.day[right])
    apart2 = ((place[left, :2] - place[right, :2]) ** 2).sum(1)
    # a pair's displacement is the difference of two: variance KM² on each axis, for the same event and for the same town alike
    half = DAY_OFF / 2
    by_day = np.array([(1 - DAY_OFF) ** 2 + 2 * half**2, 2 * half * (1 - DAY_OFF), half**2])
    same = np.where(late <= 2, by_day[np.minimum(late, 2)], 0.0) * DAYS
    agree = (1 - TYPE_CHANGED) ** 2 + TYPE_CHANGED**2 / (TYPES - 1)
    type_odds = np.where(table.type[left] == table.type[right], agree * TYPES, (1 - agree) * TYPES / (TYPES - 1))
    in_town = 1 / (1 + np.exp(np.clip(apart2 / 2 - 30, -50, 50)))
    weight = np.log(np.maximum(same * type_odds * count_odds(table.low[left], table.low[right]) * in_town, 1e-12))
    weight += np.log(SEEN / (EVENTS_PER_TOWN_DAY * DAYS * SEEN))
    reached = [accept(left, right, weight - least, table, truth) for least in np.arange(-4.0, 2.1, 0.5)]
    return max(reached, key=lambda each: 2 * each[0] * each[1] / (each[0] + each[1]))


def accept(left, right, weight, table, truth):
    """Precision and recall where pairs of positive weight are assigned."""
    kept = weight > 0
    left, right, weight = left[kept], right[kept], weight[kept]
    chosen = assign(left, right, weight)
    labels = np.arange(len(table))
    labels[right[chosen]] = left[chosen]
    return score(labels, truth)


def count_odds(one, other):
    """How much likelier two counts are of one event than of two, from the generator's own noise."""
    most = 80
    dead = np.arange(most)
    prior = 0.15 * 0.85**dead
    noise = np.zeros((most, most))
    for true in dead:
        spread = max(COUNT_SPREAD * true, 1e-9)
        edges = np.r_[-np.inf, np.arange(most - 1) + 0.5, np.inf]
        noise[true] = np.diff(norm.cdf(edges, true, spread))
    joint = (prior[:, None, None] * noise[:, :, None] * noise[:, None, :]).sum(0)
    single = joint.sum(0)
    ratio = joint / np.maximum(single[:, None] * single[None, :], 1e-15)
    return ratio[np.minimum(one, most - 1), np.minimum(other, most - 1)]


def main(arguments=None):
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", help="not used: the tables are generated")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000, 100_000, 1_000_000])
    parser.add_argument("--sources", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    print(f"{'rows':>9} {'seconds':>8} {'peak MB':>8} {'precision':>9} {'recall':>7} {'oracle p':>8} {'oracle r':>8}")
    for size in given.sizes:
        table, truth = generate(size, given.sources, given.seed)
        start = time.perf_counter()
        labels = link(table)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        precision, recall = score(labels, truth)
        best = oracle(table, truth) if given.sources == 2 else (float("nan"), float("nan"))
        print(f"{len(table):>9} {seconds:>8.2f} {peak:>8.0f} {precision:>9.3f} {recall:>7.3f} {best[0]:>8.3f} {best[1]:>8.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
