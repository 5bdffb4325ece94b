"""Measure speed and size: the whole reading beside the bare parser, the first result of a fresh process, memory, ``--help``.

    python -m bench.speed [FOLDER] [--rounds 3] [--profile]

FOLDER holds passages (``*.yaml``), articles (``*.jsonl`` with a ``text``) or texts (``*.txt``); without it, the project's own passages.
Parser and reader take turns on the same texts in the same process, and the median of the rounds counts, so that a machine that is busy
slows both. ``--profile`` adds the share of time of every reading step.
"""

import argparse
import cProfile
import json
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml

from trucewatch.capture.texts import document_of
from trucewatch.reading.reader import Reader

STEPS = ("find_times", "find_places", "find_statements", "find_events", "make_claims", "date_warnings", "parse_many")


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts of a file or folder; what the project sets aside (``held``) is never read."""
    if path.is_dir():
        for inside in sorted(path.iterdir()):
            if inside.name != "held":
                yield from texts_of(inside)
    elif path.suffix == ".yaml":
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield from (row["text"] for row in rows if isinstance(row, dict) and "text" in row)
    elif path.suffix == ".jsonl":
        rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        yield from (row["text"] for row in rows if "text" in row)
    elif path.suffix == ".txt":
        yield path.read_text(encoding="utf-8")


def timed(work: Callable[[], object]) -> float:
    """Return the seconds ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def work_of(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds ``work`` takes and the processor seconds of them, which other programs on the machine change less."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor


def throughput(texts: Sequence[str], rounds: int) -> tuple[float, float, float]:
    """Return words a second of the bare parser and of the whole reading, as medians of interleaved rounds, and the ratio of their
    processor time."""
    reader = Reader.load()
    documents = [document_of(text) for text in texts]
    words = sum(len(text.split()) for text in texts)
    bare, whole = list[tuple[float, float]](), list[tuple[float, float]]()
    for turn in range(rounds + 1):
        one = work_of(lambda: [len(doc) for doc in reader.parser.nlp.pipe(texts, batch_size=16)])
        two = work_of(lambda: [reading.document for reading in reader.read_many(documents)])
        if turn:  # the first turn warms up
            bare.append(one)
            whole.append(two)
    (wall_bare, used_bare), (wall_whole, used_whole) = (
        tuple(statistics.median(column) for column in zip(*rows, strict=True)) for rows in (bare, whole)
    )
    return words / wall_bare, words / wall_whole, used_bare / used_whole


def fresh(command: Sequence[str], rounds: int = 3) -> float:
    """Return the median seconds of a command in a fresh process, output thrown away."""
    return statistics.median(timed(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(rounds))


def profile(texts: Sequence[str]) -> list[tuple[str, float]]:
    """Return the share of time of every reading step, of the parse, and the ten functions that take most themselves."""
    reader = Reader.load()
    documents = [document_of(text) for text in texts]
    list(reader.read_many(documents[:5]))
    profiler = cProfile.Profile()
    profiler.runcall(lambda: list(reader.read_many(documents)))
    stats = pstats.Stats(profiler)
    rows = stats.stats  # type: ignore[attr-defined]
    total = sum(row[2] for row in rows.values())
    shares = [(name, row[3] / total) for (_, _, name), row in rows.items() if name in STEPS]
    ours = sorted(
        ((f"  own time: {Path(file).stem}.{name}", row[2] / total) for (file, _, name), row in rows.items() if "trucewatch" in file),
        key=lambda r: -r[1],
    )
    return sorted(shares, key=lambda row: -row[1]) + ours[:12]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, or 3 where there was nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).resolve().parents[1] / "passages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args(arguments)
    texts = list(texts_of(options.folder))
    if not texts:
        return 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(max(texts, key=len), encoding="utf-8")
        program = [sys.executable, "-m", "trucewatch"]
        first = fresh([*program, "read", str(path), "--published", "2012-06-08", "--json"])
        helped = fresh([*program, "--help"], 5)
    bare, whole, ratio = throughput(texts, options.rounds)
    print(f"texts {len(texts)}, words {sum(len(text.split()) for text in texts)}")
    print(f"bare parser      {bare:8.0f} words/s")
    print(f"whole reading    {whole:8.0f} words/s   {whole / bare:.0%} of the bare parser, {1e6 / whole - 1e6 / bare:.0f} µs a word more")
    print(f"by processor time {ratio:7.0%} of the bare parser")
    print(f"read, first use  {first:8.2f} s         one article, start-up included")
    print(f"--help           {helped:8.2f} s")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    if options.profile:
        for name, share in profile(texts):
            print(f"{share:6.1%}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
