"""Event factuality on UW and MEANTIME (−3 … 3): mean absolute error and Pearson r, beside baselines and published figures.

    python -m bench.factuality DATA [--split dev] [--confusion]

DATA holds ``{uw,meantime}_{train,dev}.jsonl``, made from the unified factuality data of Stanovsky and others 2017
(https://github.com/gabrielStanovsky/unified-factuality). Our classes are mapped to numbers by their labels in the training part, and by a
fixed table that knows no data; a target word is scored by ``stance_of`` at its last token. The texts come tokenised: tokens are kept.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.parse import Layout, Parse
from trucewatch.reading.parser import Parser

FIXED = {
    "certain": 3.0, "probable": 1.5, "possible": 1.0, "conditional": 0.0, "future": 1.0, "demanded": 0.5, "negated": -2.5,
    "non-assertion": 0.5, "deny": -2.0,
}  # fmt: skip
"""What a class is worth where no data is asked."""

PUBLISHED = {
    "uw": (("Lee and others 2015", 0.511, 0.708), ("Stanovsky and others 2017", 0.42, 0.66)),
    "meantime": (("Stanovsky and others 2017", 0.34, 0.47),),
}
"""(system, MAE, Pearson r) on the test parts, as reported by Stanovsky and others 2017 and Rudinger and others 2018."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One target: its gold label, our class, and the tense-and-modal baseline's value."""

    gold: float
    ours: str
    simple: float
    word: str
    text: str


def load(path: Path) -> list[dict[str, Any]]:
    """Return the sentences of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judge(parser: Parser, sentences: Sequence[dict[str, Any]]) -> Iterator[Judged]:
    """Read every target of every sentence."""
    docs = parser.nlp.pipe(_given(parser, sentence["text"].split()) for sentence in sentences)
    for sentence, doc in zip(sentences, docs, strict=True):
        parse = Parse.of(Layout.of(doc.text), doc)
        for target in sentence["targets"]:
            at = min(target["span1"][1] - 1, len(doc) - 1)
            stance = stance_of(parse, at)
            ours = stance.polarity if stance.polarity in ("deny", "non-assertion") else stance.factuality
            yield Judged(float(target["label"]), ours, _simple(doc, at), doc[at].text, doc.text)


def _given(parser: Parser, words: list[str]) -> Any:
    """A document of the tokens as given, with the quotation marks of the corpora made plain."""
    plain = ['"' if word in ("``", "''", "' '") else word for word in words]
    return Doc(parser.nlp.vocab, words=plain)


def _simple(doc: Any, at: int) -> float:
    """A baseline of one look: a negation or a modal beside the word, else a fact."""
    children = {child.lower_ for child in doc[at].children}
    if children & {"not", "n't", "no", "never"}:
        return -3.0
    return 1.0 if children & {"may", "might", "could", "would", "will", "can", "should"} else 3.0


def figures(gold: Iterable[float], given: Iterable[float]) -> tuple[float, float]:
    """Return mean absolute error and Pearson r (nan where the given values do not vary)."""
    left, right = np.array(list(gold)), np.array(list(given))
    error = float(np.abs(left - right).mean())
    return error, float(np.corrcoef(left, right)[0, 1]) if right.std() else float("nan")


def means(judged: Sequence[Judged]) -> dict[str, float]:
    """Return each class's median label: what to say for it so that the mean absolute error is least."""
    labels: dict[str, list[float]] = defaultdict(list)
    for one in judged:
        labels[one.ours].append(one.gold)
    return {name: float(np.median(values)) for name, values in labels.items()}


def averages(judged: Sequence[Judged]) -> dict[str, float]:
    """Return each class's mean label, which serves the correlation best."""
    labels: dict[str, list[float]] = defaultdict(list)
    for one in judged:
        labels[one.ours].append(one.gold)
    return {name: float(np.mean(values)) for name, values in labels.items()}


def report(name: str, train: Sequence[Judged], dev: Sequence[Judged], seconds: float, *, confusion: bool) -> None:
    """Print the figures of one corpus."""
    gold = [one.gold for one in dev]
    median, mean = means(train), averages(train)
    rows = [
        ("all +3", figures(gold, [3.0] * len(gold))),
        ("negation and modal beside the word", figures(gold, [one.simple for one in dev])),
        ("ours, fixed values", figures(gold, [FIXED[one.ours] for one in dev])),
        ("ours, class medians of the training part", figures(gold, [median.get(one.ours, FIXED[one.ours]) for one in dev])),
        ("ours, class means of the training part", figures(gold, [mean.get(one.ours, FIXED[one.ours]) for one in dev])),
        *((f"published, test part: {system}", (error, r)) for system, error, r in PUBLISHED[name]),
    ]
    print(f"{name}: {len(dev)} targets, {len(dev) / seconds:,.0f} targets a second with the parse")
    for label, (error, r) in rows:
        print(f"  {label:48} MAE {error:.3f}  r {r:.3f}")
    if confusion:
        _confusion(dev, mean)


def _confusion(dev: Sequence[Judged], mean: dict[str, float]) -> None:
    """Our classes against the gold label in five bands."""
    bands = ("−3…−1.5", "−1.5…−0.5", "−0.5…0.5", "0.5…1.5", "1.5…3")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in dev:
        band = bands[int(np.searchsorted([-1.5, -0.5, 0.5, 1.5], one.gold))]
        table[one.ours][band] += 1
    print("  " + " " * 14 + "".join(f"{band:>12}" for band in bands) + "   mean label")
    for ours in sorted(table, key=lambda c: -sum(table[c].values())):
        print(f"  {ours:14}" + "".join(f"{table[ours][band]:12}" for band in bands) + f"   {mean.get(ours, float('nan')):+.2f}")


def misses(judged: Sequence[Judged], count: int) -> None:
    """Name the targets furthest from their class's usual label (training part only)."""
    mean = averages(judged)
    for one in sorted(judged, key=lambda j: -abs(j.gold - mean[j.ours]))[:count]:
        print(f"    {one.gold:+.1f} {one.ours:12} {one.word!r} | {one.text}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    parser.add_argument("--corpus", choices=("uw", "meantime"))
    parser.add_argument("--confusion", action="store_true", help="our classes against the labels in five bands")
    parser.add_argument("--misses", type=int, default=0, help="name this many misses of the training part")
    options = parser.parse_args(arguments)
    model = Parser.load()
    for name in (options.corpus,) if options.corpus else ("uw", "meantime"):
        train = list(judge(model, load(options.data / f"{name}_train.jsonl")))
        sentences = load(options.data / f"{name}_{options.split}.jsonl")
        begun = time.perf_counter()
        dev = list(judge(model, sentences))
        report(name, train, dev, time.perf_counter() - begun, confusion=options.confusion)
        if options.misses:
            misses(train, options.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
