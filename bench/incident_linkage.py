"""Reports → incidents on the Gun Violence Archive part of LongTailQATask (https://github.com/cltl/LongTailQATask), beside TF-IDF.

    python -m bench.incident_linkage FOLDER [--split dev] [--limit N]

FOLDER holds ``docs.jsonl`` and ``incidents.jsonl``. Each report is read, all are matched, and a report's incident is the one it is most
about; a report from which no incident was read stands alone. Prints B-cubed and pairwise precision, recall and F1, the same for the
peer (TF-IDF cosine, single link, best threshold of five), how often killed and injured of an incident are right in its latest report,
and the times.

The ceiling: what a careful reader finds in those reports. ``gva_hand.csv`` holds 100 dev incidents, the first in order of the SHA-256 of
their id, taken before any was read. Of each its latest report was read once, title and text, by one reader without sight of the
archive's numbers or of ours, who wrote reading rules only afterwards and on the training part. Written down is an interval: the people
the report itself says were killed, and hurt without dying, in the shooting it says most of (the first told, where several are told at
like length). Who shot himself counts; "at least" leaves the top open; a title alone is read where the page holds no report. Empty is
*none stated*, which is right where the archive has nought. A hand reading says nothing of what other reports tell, so that the
archive's number lies outside where it was learnt later, or where a report tells of several shootings.
"""

import argparse
import csv
import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from trucewatch.capture.texts import document_of
from trucewatch.judging import judge
from trucewatch.matching import Matcher
from trucewatch.reading.reader import Reader

METRICS = ("killed", "injured")
HAND = Path(__file__).with_name("gva_hand.csv")
_WORD = re.compile(r"[a-z][a-z'’-]+|\d+")


def load(folder, split, limit):
    """The articles of a split, and the incidents by id."""
    articles = [json.loads(line) for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    incidents = [json.loads(line) for line in (folder / "incidents.jsonl").read_text(encoding="utf-8").splitlines()]
    return [article for article in articles if article["split"] == split][:limit], {each["incident"]: each for each in incidents}


def scores(gold, given):
    """B-cubed and pairwise precision, recall and F1 in percent. Both map a report to its group."""
    true, made = defaultdict(set), defaultdict(set)
    for name in gold:
        true[gold[name]].add(name)
        made[given[name]].add(name)
    precision = sum(len(true[gold[name]] & made[given[name]]) / len(made[given[name]]) for name in gold) / len(gold)
    recall = sum(len(true[gold[name]] & made[given[name]]) / len(true[gold[name]]) for name in gold) / len(gold)
    both = sum(math.comb(count, 2) for count in Counter((gold[name], given[name]) for name in gold).values())
    pairs_made = sum(math.comb(len(group), 2) for group in made.values())
    pairs_true = sum(math.comb(len(group), 2) for group in true.values())
    return (precision, recall, f1(precision, recall)), (
        both / max(1, pairs_made),
        both / max(1, pairs_true),
        2 * both / (pairs_made + pairs_true),
    )


def f1(precision, recall):
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def peer(articles, threshold):
    """TF-IDF cosine and single link."""
    counts = [Counter(_WORD.findall(f"{article['title']} {article['text']}".lower())) for article in articles]
    frequency = Counter(word for count in counts for word in count)
    words = {word: at for at, word in enumerate(frequency)}
    cells = [
        (row, words[word], (1 + math.log(number)) * math.log(len(articles) / frequency[word]))
        for row, count in enumerate(counts)
        for word, number in count.items()
        if frequency[word] > 1
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(articles), len(words)))
    matrix = matrix.multiply(1 / np.maximum(1e-12, np.sqrt(matrix.multiply(matrix).sum(1)))).tocsr()
    alike = (matrix @ matrix.T).tocoo()
    parent = list(range(len(articles)))
    for one, other, value in zip(alike.row, alike.col, alike.data, strict=True):
        if one < other and value >= threshold:
            parent[top(parent, one)] = top(parent, other)
    return {article["id"]: top(parent, at) for at, article in enumerate(articles)}


def top(parent, at):
    """Follow joins."""
    while parent[at] != at:
        at = parent[at]
    return at


def read(articles):
    """Read the articles; return pairs of document and reading by the articles' own ids."""
    documents = {
        article["id"]: document_of(f"{article['title']}\n\n{article['text']}", published=date.fromisoformat(article["dct"]), publisher=None)
        for article in articles
    }
    reader = Reader.load()
    return {
        name: (document, reading) for (name, document), reading in zip(documents.items(), reader.read_many(documents.values()), strict=True)
    }


def link(pairs):
    """Match; return each report's incident and the grouping."""
    matcher = Matcher()
    for document, reading in pairs.values():
        matcher.add(reading, document)
    grouping = matcher.grouping()
    most = {account.document: account.id for account in matcher.accounts.values() if account.first}
    home = {claim: incident.id for incident in grouping.incidents for claim in incident.claims}
    about = {each.document: each.incident for each in grouping.related}
    return {
        name: home[most[document.id]] if document.id in most else about.get(document.id, f"alone {name}")
        for name, (document, _) in pairs.items()
    }, grouping


def latest_reports(articles, truth):
    """Each incident's latest report; a report of an incident the archive does not hold is left out."""
    ordered = sorted(articles, key=lambda each: (each["dct"], each["id"]))
    return {article["incident"]: article["id"] for article in ordered if article["incident"] in truth}


def told(pairs, name):
    """What one report on its own says of the incident it is most about: a set of intervals (low, high or None) for each metric."""
    document, reading = pairs[name]
    matcher = Matcher()
    matcher.add(reading, document)
    analysis = judge(matcher.grouping(), [reading], {document.id: document})
    most = next((account.id for account in matcher.accounts.values() if account.first), None)
    incident = next((each for each in analysis.incidents if most in each.claims), None)
    rows = [row for row in incident.counts if (row.population, row.scope) == ("all", None)] if incident else []
    return {metric: {(row.low, row.high) for row in rows if row.metric == metric} for metric in METRICS}


def inside(number, intervals):
    """Whether a number lies in one of the intervals; where none is stated, whether it is nought."""
    return any(low <= number and (high is None or number <= high) for low, high in intervals) if intervals else number == 0


def by_hand(path=HAND):
    """The hand readings: incident → report and, for each metric, the set with the stated interval, empty where none is."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            row["incident"]: (
                row["report"],
                {metric: interval(row[f"{metric}_low"], row[f"{metric}_high"]) for metric in METRICS},
            )
            for row in csv.DictReader(lines)
        }


def interval(low, high):
    """The set with one interval, empty where the table leaves its low end out."""
    return {(int(low), int(high) if high else None)} if low else set()


def print_counts(pairs, latest, truth):
    """Print how the latest reports' numbers compare with the archive's, and with the hand readings where the split has them."""
    ours = {incident: told(pairs, name) for incident, name in latest.items()}
    right = {metric: share(inside(truth[incident][metric], one[metric]) for incident, one in ours.items()) for metric in METRICS}
    print(
        f"archive's number inside the range of the latest report, {len(ours)} incidents: "
        f"killed {right['killed']:.1%}, injured {right['injured']:.1%}"
    )
    hand = {incident: read_so for incident, (name, read_so) in by_hand().items() if latest.get(incident) == name}
    if not hand:
        return
    print(f"of these, {len(hand)} read by hand")
    for metric in METRICS:
        ceiling = share(inside(truth[incident][metric], hand[incident][metric]) for incident in hand)
        reached = share(inside(truth[incident][metric], ours[incident][metric]) for incident in hand)
        agreed = share(ours[incident][metric] == hand[incident][metric] for incident in hand)
        print(
            f"  {metric:<8} archive's number in the hand reading {ceiling:.0%} (ceiling), in ours {reached:.0%}; "
            f"ours is the hand reading {agreed:.0%}"
        )


def share(values):
    """The share of true values."""
    values = list(values)
    return sum(values) / max(1, len(values))


def main(arguments=None):
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int)
    given = parser.parse_args(arguments)
    articles, truth = load(given.folder, given.split, given.limit)
    gold = {article["id"]: article["incident"] for article in articles}
    start = time.perf_counter()
    pairs = read(articles)
    reading = time.perf_counter() - start
    start = time.perf_counter()
    linked, grouping = link(pairs)
    matching = time.perf_counter() - start
    print(f"{len(articles)} reports, {len(set(gold.values()))} incidents; read in {reading:.0f} s, matched in {matching:.1f} s")
    print(f"reports from which no incident was read: {sum(str(home).startswith('alone') for home in linked.values())}")
    best = max((peer(articles, threshold) for threshold in (0.25, 0.3, 0.35, 0.4, 0.45)), key=lambda each: scores(gold, each)[0][2])
    for name, groups in (("trucewatch", linked), ("TF-IDF", best)):
        cubed, pairwise = scores(gold, groups)
        print(
            f"{name:<11} B-cubed P {cubed[0]:.1%} R {cubed[1]:.1%} F1 {cubed[2]:.1%}"
            f"   pairs P {pairwise[0]:.1%} R {pairwise[1]:.1%} F1 {pairwise[2]:.1%}"
        )
    print_counts(pairs, latest_reports(articles, truth), truth)
    print(f"suggestions put to a person: {len(grouping.suggestions)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
