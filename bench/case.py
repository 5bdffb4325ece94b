"""How long a case of many reports takes: capture, reading, matching and judging, the brief, the same brief again, and one report more.

    python -m bench.case TABLE [--documents 1000] [--keep DIR]

TABLE is a CSV or JSON lines of articles (columns as in docs/case.md), or a folder of reports. Everything runs as the command line runs
it: reading in several processes where there are several cores, their start-up included. Printed: seconds of each step, words per second of
reading, size of the case, peak memory. Matching and judging are timed from nothing, and after each of five further reports is added by
itself to the case as it lies on disk, with what had to be done anew; in both, documents and readings are opened. Then once more on records
in memory, without opening anything: all but the last twenty, and those one by one.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import median

from trucewatch.case import Case
from trucewatch.judging import judge
from trucewatch.matching import match
from trucewatch.records.memo import Memo
from trucewatch.view import View


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        reports, last = _part(options.table, options.documents, Path(scratch))
        case = Case.create(options.keep or Path(scratch) / "case", "benchmark")
        report = _timed("capture", lambda: case.add([reports]))
        documents = case.archive.documents()
        words = sum(len(document.text.split()) for document in documents)
        print(f"documents             {len(documents):>10,}   ({words:,} words; {len(report.failed)} rows or files failed)")
        started = time.perf_counter()
        case.read()
        seconds = time.perf_counter() - started
        print(f"read                  {seconds:>10.2f} s ({words / seconds:,.0f} words a second)")
        for library in ("datasketch", "scipy.sparse"):
            import_module(library)
        view, nothing = _cpu("match and judge", case.analyse)
        print(f"incidents             {len(view.analysis.incidents):>10,}")
        _timed("brief", case.brief)
        case.close()
        again = Case.open(case.folder.path)
        _timed("brief, case reopened", again.brief)
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again = _one_by_one(again, last, nothing) if last else again
        _in_memory(again.analyse())
        check = _timed("verify", again.verify)
        size = sum(path.stat().st_size for path in again.folder.path.rglob("*") if path.is_file())
        print(f"case folder           {size / 1e6:>10.1f} MB ({'sound' if check.sound else check.problems})")
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory           {own:>10.0f} MB, and {others:.0f} MB in the largest process that reads")
    return 0


def _one_by_one(case: Case, reports: list[Path], nothing: float) -> Case:
    """Add some reports one by one to the case as it lies on disk, and say what each costs beside matching and judging everything."""
    spent, opening, done = [], [], []
    for report in reports:
        case.add([report])
        case.read()
        case.close()
        case = Case.open(case.folder.path)
        view, seconds = _cpu(None, case.analyse)
        spent.append(seconds)
        opening.append(_cpu(None, case.analyse)[1])  # the same again: all of it is kept, only the records are opened
        done.append(view.work)
    one, only = median(spent), min(opening)
    print(
        f"one report more       {one:>10.2f} s of CPU, median of {len(reports)}; {only:.2f} s of it to open documents, readings, analysis"
    )
    typical = {field.name: median(getattr(work, field.name) for work in done) for field in fields(done[0])}
    print("  done anew           " + ", ".join(f"{name} {number:g}" for name, number in typical.items()) + " (medians)")
    alone = max(0.0, one - only) / (nothing - only)
    print(f"  beside everything   {one / nothing:>10.1%} of the CPU time; without opening {alone:.1%}")
    return case


def _in_memory(view: View) -> None:
    """Match and judge records in memory: most of them at once, the last ones each by itself."""
    readings = view.readings
    first = max(1, len(readings) - _MORE)
    memo = Memo()

    def step(number: int) -> float:
        taken = readings[:number]
        documents = {reading.document: view.documents[reading.document] for reading in taken}
        return _cpu(None, lambda: judge(match(taken, documents, memo=memo), taken, documents, memo=memo))[1]

    nothing = step(first)
    if first < len(readings):
        one = median(step(number) for number in range(first + 1, len(readings) + 1))
        print(f"records in memory     {nothing:>10.2f} s of CPU for {first:,}, {one:.3f} s for one more (median): {one / nothing:.1%}")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time a case of many reports.")
    parser.add_argument("table", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="make the case here and leave it")
    return parser.parse_args(arguments)


_LAST, _MORE = 5, 20
"""How many reports are added one by one, to the case and in memory."""


def _part(table: Path, documents: int, scratch: Path) -> tuple[Path, list[Path]]:
    """The first rows of a table, and the rows after them each as a table of its own; a folder as it is."""
    if table.is_dir():
        inner = table / "bench" / "gva" / "docs.jsonl"  # the folder of benchmark data that `make bench` names
        if not inner.is_file():
            return table, []
        table = inner
    with table.open(encoding="utf-8") as rows:
        head = [next(rows)] if table.suffix == ".csv" else []
        taken, rest = list(islice(rows, documents)), list(islice(rows, _LAST))
    tables = {"articles": taken} | {f"last{at}": [row] for at, row in enumerate(rest)}
    for name, lines in tables.items():
        (scratch / f"{name}{table.suffix}").write_text("".join([*head, *lines]), encoding="utf-8")
    first, *last = (scratch / f"{name}{table.suffix}" for name in tables)
    return first, last


def _timed[T](label: str, step: Callable[[], T]) -> T:
    started = time.perf_counter()
    result = step()
    print(f"{label:<21} {time.perf_counter() - started:>10.2f} s")
    return result


def _cpu[T](label: str | None, step: Callable[[], T]) -> tuple[T, float]:
    """Run a step of one process; return its CPU seconds, which other work on the machine stretches least."""
    started, clock = time.process_time(), time.perf_counter()
    result = step()
    spent = time.process_time() - started
    if label:
        print(f"{label:<21} {time.perf_counter() - clock:>10.2f} s ({spent:.2f} s of CPU)")
    return result, spent


if __name__ == "__main__":
    sys.exit(main())
