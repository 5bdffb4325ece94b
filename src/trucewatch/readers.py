"""Many documents read at once: several processes, each with its own model, and the readings in the order of the documents.

Worth its start-up (a model for each process) from a few hundred documents on. A process that dies takes nothing with it: its batch is
handed back unread, and the caller reads it itself.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import batched
from pathlib import Path
from queue import SimpleQueue
from struct import Struct
from typing import IO, Self

from trucewatch.reading.reader import Reader
from trucewatch.records.assertion import Reading, Warning
from trucewatch.records.capture import Document
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.store.shapes import from_json, to_json

_LENGTH = Struct(">Q")
_MOST, _BATCH = 4, 32


class Readers:
    """A few processes that read. Use as a context manager; ``places`` are the case's own."""

    def __init__(self, places: Sequence[GazetteerEntry], processes: int) -> None:
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._all = [_start(places) for _ in range(processes)]
        for process in self._all:
            self._idle.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._all:
            process.kill()
            process.communicate()

    def read(self, batches: Iterable[Sequence[Document]]) -> Iterator[tuple[Sequence[Document], tuple[Reading, ...] | None]]:
        """Yield each batch with its readings, in order; None in their place where the process that read it died."""
        batches = list(batches)
        with ThreadPoolExecutor(len(self._all)) as threads:
            yield from zip(batches, threads.map(self._one, batches), strict=True)

    def _one(self, batch: Sequence[Document]) -> tuple[Reading, ...] | None:
        process = self._idle.get()
        try:
            assert process.stdin is not None  # noqa: S101 - both are pipes, as _start asks
            assert process.stdout is not None  # noqa: S101
            _send(process.stdin, to_json(tuple(batch), tuple[Document, ...]))
            return from_json(tuple[Reading, ...], _receive(process.stdout))
        except (OSError, EOFError):
            return None
        finally:
            self._idle.put(process)


def processes_for(documents: int) -> int:
    """Return how many processes are worth starting for so many documents: one for each core, at most four, and 1 for small numbers."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, _MOST, documents // 100))


def read_all(
    documents: Sequence[Document], reader: Callable[[], Reader], places: Sequence[GazetteerEntry], processes: int | None = None
) -> Iterator[tuple[Reading, ...]]:
    """Yield the readings of all ``documents`` in order, some at a time: with several processes where that is worth it, else with what
    ``reader`` gives, which is asked only when it is needed."""
    count = processes_for(len(documents)) if processes is None else processes
    batches = list(batched(documents, _BATCH))
    if count == 1:
        loaded = reader() if batches else None
        yield from (tuple(read_each(loaded, batch)) for batch in batches if loaded)
        return
    with Readers(places, count) as readers:
        for batch, readings in readers.read(batches):
            yield tuple(read_each(reader(), batch)) if readings is None else readings


def read_each(reader: Reader, documents: Sequence[Document]) -> Iterator[Reading]:
    """Yield the readings of ``documents`` in order. A text on which a rule breaks gives an empty reading with a warning that says so."""
    try:
        yield from list(reader.read_many(documents))
    except Exception as error:  # noqa: BLE001 - whatever breaks on one text must not keep the others from being read
        if len(documents) > 1:
            for document in documents:
                yield from read_each(reader, [document])
            return
        (document,) = documents
        text = f"The report could not be read ({type(error).__name__}: {str(error)[:120]}); nothing in it has been taken into account."
        yield Reading((), (), (Warning("reading-failed", text, document=document.id),), document.id)


def with_places(reader: Reader, places: Sequence[GazetteerEntry]) -> Reader:
    """Return a reader that knows ``places`` too."""
    return Reader(reader.parser, reader.gazetteer.with_places(places)) if places else reader


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Read batches until the other side hangs up. The first message holds the places."""
    reader = with_places(Reader.load(), from_json(tuple[GazetteerEntry, ...], _receive(requests)))
    while True:
        try:
            documents = from_json(tuple[Document, ...], _receive(requests))
        except EOFError:
            return
        _send(answers, to_json(tuple(read_each(reader, documents)), tuple[Reading, ...]))


def _start(places: Sequence[GazetteerEntry]) -> subprocess.Popen[bytes]:
    """Start a process, with this package on its path and nothing of the current folder's."""
    home = str(Path(__file__).resolve().parents[1])
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {home!r}); from trucewatch.readers import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None  # noqa: S101
    _send(process.stdin, to_json(tuple(places), tuple[GazetteerEntry, ...]))
    return process


def _send(stream: IO[bytes], text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def main() -> None:
    """What a reading process runs."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # a library that prints must not spoil an answer
    serve(sys.stdin.buffer, answers)
