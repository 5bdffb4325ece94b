"""Measure speed and size: the whole reading beside the bare parser, the first result of a fresh process, memory, ``--help``.

    python -m bench.speed [FOLDER] [--rounds 3] [--profile]
    PYTHONPATH=build/compiled python -m bench.speed         # the compiled rules, after `make compiled`

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
from dataclasses import dataclass
from pathlib import Path

import yaml

from trucewatch.capture.texts import document_of
from trucewatch.reading.matrices import on_one_thread
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


@dataclass(frozen=True)
class Cost:
    """Microseconds a word that a piece of work takes: elapsed, and of processor time."""

    elapsed: float
    processor: float


def costs(texts: Sequence[str], rounds: int) -> tuple[Cost, Cost, Cost]:
    """Return what the model as installed, the parser with components of ours in the place of slow ones, and the whole reading cost: the
    medians of interleaved rounds."""
    reader = Reader.load()
    parser = reader.parser
    documents = [document_of(text) for text in texts]
    words = sum(len(text.split()) for text in texts)

    def parse() -> int:
        with on_one_thread():
            return sum(len(doc) for doc in parser.nlp.pipe(texts, batch_size=16))

    def installed() -> int:
        with parser.as_installed() as model:
            return sum(len(doc) for doc in model.pipe(texts, batch_size=16))

    works: tuple[Callable[[], object], ...] = (installed, parse, lambda: [one.document for one in reader.read_many(documents)])
    turns = [[work_of(work) for work in works] for _ in range(rounds + 1)][1:]  # the first turn warms up
    one, two, three = (
        Cost(*(1e6 * statistics.median(column) / words for column in zip(*rows, strict=True))) for rows in zip(*turns, strict=True)
    )
    return one, two, three


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
    bare, parse, whole = costs(texts, options.rounds)
    rules = "as Python" if str(sys.modules[Reader.__module__].__file__).endswith(".py") else "compiled (scripts/compile.py)"
    print(f"texts {len(texts)}, words {sum(len(text.split()) for text in texts)}; the rules of the reading {rules}")
    print(f"bare parser      {1e6 / bare.elapsed:8.0f} words/s   the model as installed")
    print(f"whole reading    {1e6 / whole.elapsed:8.0f} words/s   {bare.elapsed / whole.elapsed:.0%} of the bare parser")
    print(f"by processor time {bare.processor / whole.processor:7.0%} of the bare parser")
    print(f"quicker parser   {1e6 / parse.elapsed:8.0f} words/s   with our components in the place of slow ones")
    print(f"our own steps    {whole.processor - parse.processor:8.0f} µs a word, beside {parse.processor:.0f} for the quicker parser")
    print(f"read, first use  {first:8.2f} s         one article, start-up included")
    print(f"--help           {helped:8.2f} s")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    if options.profile:
        for name, share in profile(texts):
            print(f"{share:6.1%}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
