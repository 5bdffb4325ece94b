"""How fast files are captured: plain texts, saved pages, DOCX, and a table of articles, each made for the purpose.

    python -m bench.capture FOLDER [--files 300] [--rows 20000]

FOLDER is where the files are made (in a temporary folder inside it). Printed: files or rows a second, each with its bytes synced to disk
and its log entry committed, as always.
"""

import argparse
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from docx import Document

from trucewatch.case import Case

_SENTENCE = "The governor of the province said on Tuesday that {n} people had been killed when gunmen attacked the village at dawn. "


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description="Time the capture of files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--rows", type=int, default=20_000)
    options = parser.parse_args(arguments)
    home = options.folder if options.folder.is_dir() and _writable(options.folder) else None
    with tempfile.TemporaryDirectory(dir=home) as scratch:
        case = Case.create(Path(scratch) / "case", "benchmark")
        for kind, count in (("txt", options.files), ("html", options.files), ("docx", options.files), ("jsonl", options.rows)):
            folder = Path(scratch) / kind
            folder.mkdir()
            _make(folder, kind, count)
            started = time.perf_counter()
            report = case.add([folder])
            seconds = time.perf_counter() - started
            print(f"{kind:<6} {report.documents:>7,} documents  {seconds:>7.2f} s  {report.documents / seconds:>9,.0f} a second")
    return 0


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _make(folder: Path, kind: str, count: int) -> None:
    """Make ``count`` reports of some 500 words, all different."""
    texts = ("\n\n".join(_SENTENCE.format(n=n + k) * 4 for k in range(6)) for n in range(count))
    if kind == "jsonl":
        rows = (f'{{"id": "{n}", "published": "2014-03-05", "text": "{text}"}}'.replace("\n", "\\n") for n, text in enumerate(texts))
        (folder / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
        return
    for number, text in enumerate(texts):
        (folder / f"{number:05}.{kind}").write_bytes(_as_file(kind, text, number))


def _as_file(kind: str, text: str, number: int) -> bytes:
    if kind == "html":
        body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        return f"<html><head><title>Report {number}</title></head><body><article>{body}</article></body></html>".encode()
    if kind == "docx":
        document = Document()
        for paragraph in text.split("\n\n"):
            document.add_paragraph(paragraph)
        out = BytesIO()
        document.save(out)
        return out.getvalue()
    return text.encode()


if __name__ == "__main__":
    sys.exit(main())
