"""How long a case of many reports takes: capture, reading, matching and judging, the brief, and the same brief again.

    python -m bench.case TABLE [--documents 1000] [--keep DIR]

TABLE is a CSV or JSON lines of articles (columns as in docs/case.md), or a folder of reports. Everything runs as the command line runs
it: reading in several processes where there are several cores, their start-up included. Printed: seconds of each step, words per second of
reading, size of the case, peak memory.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from trucewatch.case import Case


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        reports = _part(options.table, options.documents, Path(scratch))
        case = Case.create(options.keep or Path(scratch) / "case", "benchmark")
        report = _timed("capture", lambda: case.add([reports]))
        documents = case.archive.documents()
        words = sum(len(document.text.split()) for document in documents)
        print(f"documents             {len(documents):>10,}   ({words:,} words; {len(report.failed)} rows or files failed)")
        started = time.perf_counter()
        case.read()
        seconds = time.perf_counter() - started
        print(f"read                  {seconds:>10.2f} s ({words / seconds:,.0f} words a second)")
        view = _timed("match and judge", case.analyse)
        print(f"incidents             {len(view.analysis.incidents):>10,}")
        _timed("brief", case.brief)
        case.close()
        again = Case.open(case.folder.path)
        _timed("brief, case reopened", again.brief)
        check = _timed("verify", again.verify)
        size = sum(path.stat().st_size for path in again.folder.path.rglob("*") if path.is_file())
        print(f"case folder           {size / 1e6:>10.1f} MB ({'sound' if check.sound else check.problems})")
    own, others = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory           {own:>10.0f} MB, and {others:.0f} MB in the largest process that reads")
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time a case of many reports.")
    parser.add_argument("table", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="make the case here and leave it")
    return parser.parse_args(arguments)


def _part(table: Path, documents: int, scratch: Path) -> Path:
    """The first rows of a table; a folder as it is."""
    if table.is_dir():
        inner = table / "bench" / "gva" / "docs.jsonl"  # the folder of benchmark data that `make bench` names
        if not inner.is_file():
            return table
        table = inner
    part = scratch / f"articles{table.suffix}"
    with table.open(encoding="utf-8") as rows, part.open("w", encoding="utf-8") as taken:
        taken.writelines(islice(rows, documents + (table.suffix == ".csv")))
    return part


def _timed[T](label: str, step: Callable[[], T]) -> T:
    started = time.perf_counter()
    result = step()
    print(f"{label:<21} {time.perf_counter() - started:>10.2f} s")
    return result


if __name__ == "__main__":
    sys.exit(main())
