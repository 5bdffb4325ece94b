"""How long a case of many reports takes: capture, reading, matching and judging, the brief, the same brief again, and one report more.

    python -m bench.case TABLE [--documents 1000] [--keep DIR]

TABLE is a CSV or JSON lines of articles (columns as in docs/case.md), or a folder of reports. Everything runs as the command line runs
it: reading in several processes where there are several cores, their start-up included. Printed: seconds of each step, words per second of
reading, size of the case, peak memory. Matching and judging are timed from nothing, and after the last report is added by itself to the
case as it was left on disk, with what had to be done anew; both times with opening the readings, which is also timed alone.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from itertools import islice
from pathlib import Path

from trucewatch.case import Case


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
        started = time.perf_counter()
        view = _timed("match and judge", case.analyse)
        nothing = time.perf_counter() - started
        print(f"incidents             {len(view.analysis.incidents):>10,}")
        _timed("brief", case.brief)
        case.close()
        again = Case.open(case.folder.path)
        _timed("brief, case reopened", again.brief)
        if last:
            _one_more(again, last, nothing)
        check = _timed("verify", again.verify)
        size = sum(path.stat().st_size for path in again.folder.path.rglob("*") if path.is_file())
        print(f"case folder           {size / 1e6:>10.1f} MB ({'sound' if check.sound else check.problems})")
    own, others = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory           {own:>10.0f} MB, and {others:.0f} MB in the largest process that reads")
    return 0


def _one_more(case: Case, report: Path, nothing: float) -> None:
    """Add one report to the case, and say what that costs beside matching and judging everything."""
    case.add([report])
    case.read()
    case.close()
    case = Case.open(case.folder.path)
    started = time.perf_counter()
    view = _timed("one report more", case.analyse)
    one = time.perf_counter() - started
    opening = _timed("  opening readings", lambda: _seconds(case.analyse))
    work = view.work
    print(
        f"  done anew           {work.documents} report, {work.pairs} pairs of accounts and {work.texts} of texts, "
        f"{work.weighed} pairs of clusters weighed, {work.incidents} of {len(view.analysis.incidents):,} incidents judged"
    )
    alone = max(0.0, one - opening) / (nothing - opening)
    print(f"  beside everything   {one / nothing:>10.1%} of the time; {alone:.1%} without opening readings")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time a case of many reports.")
    parser.add_argument("table", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="make the case here and leave it")
    return parser.parse_args(arguments)


def _part(table: Path, documents: int, scratch: Path) -> tuple[Path, Path | None]:
    """The first rows of a table, and the row after them as a table of its own; a folder as it is."""
    if table.is_dir():
        inner = table / "bench" / "gva" / "docs.jsonl"  # the folder of benchmark data that `make bench` names
        if not inner.is_file():
            return table, None
        table = inner
    part, last = (scratch / f"{name}{table.suffix}" for name in ("articles", "last"))
    with table.open(encoding="utf-8") as rows:
        head = [next(rows)] if table.suffix == ".csv" else []
        part.write_text("".join([*head, *islice(rows, documents)]), encoding="utf-8")
        rest = list(islice(rows, 1))
    if rest:
        last.write_text("".join([*head, *rest]), encoding="utf-8")
    return part, last if rest else None


def _timed[T](label: str, step: Callable[[], T]) -> T:
    started = time.perf_counter()
    result = step()
    print(f"{label:<21} {time.perf_counter() - started:>10.2f} s")
    return result


def _seconds(step: Callable[[], object]) -> float:
    started = time.perf_counter()
    step()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
