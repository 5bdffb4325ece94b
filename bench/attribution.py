"""Score attribution on PolNeAR: exact, begin and Jaccard figures of source, cue and content.

    python -m bench.attribution DATA [--part dev|train] [--limit DOCUMENTS]

DATA holds ``polnear/train.jsonl`` and ``polnear/dev.jsonl`` (one paragraph a line: id, tokens, BIO labels, begin and end offsets), made
from https://github.com/networkdynamics/PolNeAR (Newell, Margolin, Ruths: "An attribution relations corpus for political news", LREC 2018;
the authors ask that nobody look at the development and test parts while building: develop on ``train``, use ``dev`` for figures only).

Scores follow CofeNet (Wang et al., "Context and Former-Label Enhanced Net for Complicated Quotation Extraction", COLING 2022), over the
spans of all paragraphs, for each of source, cue and content: *exact*, spans with the same begin and end (precision, recall, F1); *begin*,
spans with the same first token; *Jaccard*, the mean over gold spans of the best overlap with a predicted span (intersection over union in
tokens), predicted spans that touch no gold one counting as 0.

The corpus is flat and keeps quotation marks inside content; the product nests, leaves marks out and splits at them. The adapter below,
which only this benchmark uses, keeps the outermost citation and puts the marks back.
"""

import argparse
import json
import resource
import sys
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucewatch.reading.attribution import find_citations
from trucewatch.reading.citations import Citation
from trucewatch.reading.parser import Parser
from trucewatch.reading.view import MARKS, Range, View

PARTS = ("source", "cue", "content")
PUBLISHED = (
    ("rules (published)", "10.7 / 22.8 / 5.6"),
    ("CoreNLP quotes", "13.9 / – / 17.5"),
    ("CRF", "50.6 / 53.4 / 28.6"),
    ("BERT", "81.1 / 74.0 / 68.9"),
    ("BERT + CofeNet", "83.2 / 75.3 / 72.9"),
)
_SIGNS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "`": "'", "--": "—", "...": "…"}


@dataclass(slots=True)
class Tally:
    """Right, given and expected spans of one part, and the Jaccard values."""

    right: int = 0
    given: int = 0
    expected: int = 0
    begins: int = 0
    overlaps: list[float] = field(default_factory=list)

    def add(self, gold: Sequence[Range], found: Sequence[Range]) -> None:
        """Count the spans of one paragraph."""
        self.expected += len(gold)
        self.given += len(found)
        self.right += len(set(gold) & set(found))
        self.begins += len({start for start, _ in gold} & {start for start, _ in found})
        self.overlaps.extend(max((_overlap(span, other) for other in found), default=0.0) for span in gold)
        self.overlaps.extend(0.0 for span in found if not any(_overlap(span, other) > 0 for other in gold))

    def line(self) -> str:
        """Return precision, recall and F1, exact then begin, and Jaccard, in percent."""
        exact, begin = _prf(self.right, self.given, self.expected), _prf(self.begins, self.given, self.expected)
        jaccard = 100 * sum(self.overlaps) / len(self.overlaps) if self.overlaps else 0.0
        return "  ".join(f"{value:5.1f}" for value in (*exact, *begin, jaccard))


def _prf(right: int, given: int, expected: int) -> tuple[float, float, float]:
    precision, recall = 100 * right / given if given else 0.0, 100 * right / expected if expected else 0.0
    return precision, recall, 200 * right / (given + expected) if given + expected else 0.0


def _overlap(one: Range, other: Range) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def spans(labels: Sequence[str]) -> dict[str, list[Range]]:
    """Return the spans of BIO labels by part."""
    found: dict[str, list[Range]] = {part: [] for part in PARTS}
    start, part = 0, ""
    for at, label in enumerate([*labels, "O"]):
        if part and (label[:2] != "I-" or label[2:] != part):
            found[part].append((start, at))
            part = ""
        if label[:2] == "B-":
            start, part = at, label[2:]
    return found


def documents(path: Path) -> Iterator[list[dict[str, Any]]]:
    """Yield the paragraphs of each document of a corpus file."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            paragraph = json.loads(line)
            grouped[paragraph["id"]].append(paragraph)
    yield from grouped.values()


def text_of(paragraphs: Sequence[dict[str, Any]]) -> str:
    """Rebuild a document's text from its tokens and their offsets."""
    signs = [" "] * max(paragraph["end"][-1] for paragraph in paragraphs)
    for number, paragraph in enumerate(paragraphs):
        if number and paragraph["begin"][0]:
            signs[paragraph["begin"][0] - 1] = "\n"
        for token, begin, end in zip(paragraph["tokens"], paragraph["begin"], paragraph["end"], strict=True):
            written = token if len(token) == end - begin else _SIGNS.get(token, token)
            signs[begin:end] = written.ljust(end - begin)[: end - begin]
    return "".join(signs)


def flat(view: View, citations: Iterable[Citation]) -> dict[str, list[Range]]:
    """Return the outermost citations as character ranges by part, marks put back around what stands in them (the adapter)."""
    kept = outermost(list(citations))
    found: dict[str, set[Range]] = {part: set() for part in PARTS}
    tree = view.tree
    for citation in kept:
        found["cue"].add((tree.start[citation.cue[0]], tree.end[citation.cue[1] - 1]))
        found["source"].update((tree.start[start], tree.end[_closed(view, start, end) - 1]) for start, end in citation.source)
        for start, end in _joined(view, citation.content):
            found["content"].add((tree.start[start], tree.end[end - 1]))
    return {part: sorted(ranges) for part, ranges in found.items()}


def _closed(view: View, start: int, end: int) -> int:
    """Take in the comma that closes an apposition, as the corpus does."""
    lower = view.tree.lower
    inner = any(lower[at] == "," for at in range(start, end))
    return end + 1 if inner and end < len(lower) and lower[end] == "," else end


def outermost(citations: list[Citation]) -> list[Citation]:
    """Leave out citations whose cue stands in the content, source or cue of another."""
    kept = []
    for citation in citations:
        inside = False
        for other in citations:
            if other is citation:
                continue
            ranges = [*other.content, *other.source]
            if any(start <= citation.head < end for start, end in ranges) and not any(
                start <= other.head < end for start, end in (*citation.content, *citation.source)
            ):
                inside = True
                break
            if other.cue[0] <= citation.head < other.cue[1] and other.head != citation.head:
                inside = True
                break
        if not inside:
            kept.append(citation)
    return kept


def _joined(view: View, ranges: Sequence[Range]) -> list[Range]:
    """Take in the quotation marks at the edges of each range and join ranges that only marks part."""
    lower = view.tree.lower
    grown: list[Range] = []
    for first, last in ranges:
        start = first - 1 if first > 0 and lower[first - 1] in MARKS and view.quoted[first] >= 0 else first
        end = last + 1 if last < len(lower) and lower[last] in MARKS and view.quoted[last - 1] >= 0 else last
        if grown and start <= grown[-1][1]:
            grown[-1] = grown[-1][0], max(end, grown[-1][1])
        else:
            grown.append((start, end))
    return grown


def tokens_under(paragraph: dict[str, Any], ranges: Sequence[Range]) -> list[Range]:
    """Return character ranges as token ranges of one paragraph; ranges outside it are left out, those over its edge cut."""
    begins, ends = paragraph["begin"], paragraph["end"]
    found = []
    for start, end in ranges:
        if end <= begins[0] or start >= ends[-1]:
            continue
        first = bisect_left(ends, start + 1)
        last = bisect_left(begins, end)
        if first < last:
            found.append((first, last))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--part", choices=("dev", "train"), default="dev")
    options.add_argument("--limit", type=int, default=None, help="read only the first so many documents")
    chosen = options.parse_args(arguments)
    corpus = list(documents(chosen.data / "polnear" / f"{chosen.part}.jsonl"))[: chosen.limit]
    if not corpus:
        print("nothing to read", file=sys.stderr)
        return 3
    tallies = {part: Tally() for part in PARTS}
    parser, words, parsing, finding = Parser.load(), 0, 0.0, 0.0
    clock = time.perf_counter()
    for paragraphs, parse in zip(corpus, parser.parse_many(text_of(paragraphs) for paragraphs in corpus), strict=True):
        parsing += time.perf_counter() - clock
        clock = time.perf_counter()
        view = View.of(parse)
        citations = find_citations(view)
        finding += time.perf_counter() - clock
        words += len(parse.doc)
        score(view, citations, paragraphs, tallies)
        clock = time.perf_counter()
    report(tallies, chosen.part, len(corpus), words, parsing, finding)
    return 0


def score(view: View, citations: list[Citation], paragraphs: Sequence[dict[str, Any]], tallies: dict[str, Tally]) -> None:
    """Add one document's spans to the tallies."""
    found = flat(view, citations)
    for paragraph in paragraphs:
        gold = spans(paragraph["labels"])
        for part in PARTS:
            tallies[part].add(gold[part], tokens_under(paragraph, found[part]))


def report(tallies: dict[str, Tally], part: str, size: int, words: int, parsing: float, finding: float) -> None:
    """Print the figures."""
    print(f"PolNeAR {part}, {size} documents, {words} words")
    print("           exact P      R     F1  begin P    R     F1  Jaccard   (percent)")
    for name in PARTS:
        print(f"{name:10} {tallies[name].line()}")
    print("published on the test part, exact F1 source / cue / content:")
    for name, figures in PUBLISHED:
        print(f"  {name:18} {figures}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = f"{words / finding:,.0f} words/s ({1e6 * finding / words:.1f} µs a word)"
    print(f"attribution {speed}; bare parser {words / parsing:,.0f} words/s")
    print(f"peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    raise SystemExit(main())
