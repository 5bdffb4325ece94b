"""A second process that opens pages, PDFs, office files and images: what hangs, crashes or eats memory there is stopped and reported.

One worker serves many files. It gets bytes over a pipe, opens no file by name, may write none, and has no network.
"""

import json
import os
import subprocess
import sys
from base64 import b64decode, b64encode
from dataclasses import asdict
from pathlib import Path
from struct import Struct
from threading import Event, Timer
from typing import IO, TYPE_CHECKING, Any, Self

from trucewatch.capture.kinds import DOCX
from trucewatch.capture.limits import DEFAULT, ItemFailed, Limits, megabytes
from trucewatch.capture.pixels import Pixels, read_pixels
from trucewatch.capture.rendition import Rendition

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTH = Struct(">Q")
_PIXELS = "pixels"
"""Asks for a picture's pixels, where a media type asks for a rendition."""


class Worker:
    """Opens files in a process of its own, started when first needed. Use as a context manager, or call ``close``."""

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def open(self, kind: str, data: bytes) -> Rendition:
        """Return the rendition of ``data``, a file of media type ``kind``. Raises ItemFailed, also on time-out and crash."""
        answer = self._ask(kind, data)
        answer["properties"] = tuple((name, value) for name, value in answer["properties"])
        return Rendition(**answer)

    def pixels(self, data: bytes) -> Pixels:
        """Return a picture as a small grey one, to be compared. Raises ItemFailed, also on time-out and crash."""
        answer = self._ask(_PIXELS, data)
        grey = b64decode(answer["grey"])
        if not 0 < answer["width"] * answer["height"] == len(grey):
            raise ItemFailed("could not be opened: the program that reads its format gave nonsense")
        return Pixels(answer["width"], answer["height"], grey)

    def _ask(self, kind: str, data: bytes) -> dict[str, Any]:
        """Send one file to the process and return what it answers."""
        process = self._process or self._start()
        late = Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = Timer(self.limits.seconds, stop)
        timer.start()
        try:
            assert process.stdin is not None  # noqa: S101 - both are pipes, as _start asks
            assert process.stdout is not None  # noqa: S101
            _send(process.stdin, json.dumps({"kind": kind, "limits": asdict(self.limits)}).encode())
            _send(process.stdin, data)
            answer: dict[str, Any] = json.loads(_receive(process.stdout))
        except (OSError, EOFError, ValueError) as error:
            self.close()
            if late.is_set():
                raise ItemFailed(f"took longer than {self.limits.seconds:g} seconds to open") from error
            raise ItemFailed("could not be opened: the program that reads its format crashed on it") from error
        finally:
            timer.cancel()
        if "reason" in answer:
            raise ItemFailed(answer["reason"])
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the process, with this package on its path and nothing of the current folder's."""
        package = str(Path(__file__).resolve().parents[2])
        paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            [sys.executable, "-P", "-m", "trucewatch.capture.worker", str(self.limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        return self._process


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until the other side hangs up."""
    while True:
        try:
            order = json.loads(_receive(requests))
            data = _receive(requests)
        except EOFError:
            return
        try:
            answer = _answer(order["kind"], data, Limits(**order["limits"]))
        except ItemFailed as error:
            answer = {"reason": str(error)}
        except MemoryError:
            answer = {"reason": f"needs more than {megabytes(order['limits']['memory_bytes'])} of memory to open"}
        except RecursionError:
            answer = {"reason": "is nested too deeply to open"}
        except Exception as error:  # noqa: BLE001 - a parser may fail in any way; the person gets to know how
            answer = {"reason": f"could not be opened ({type(error).__name__}: {str(error)[:120]})"}
        _send(answers, json.dumps(answer).encode("utf-8", "surrogatepass"))


def _answer(kind: str, data: bytes, limits: Limits) -> dict[str, object]:
    """What is sent back for one file."""
    if kind == _PIXELS:
        found = read_pixels(data, limits)
        return {"width": found.width, "height": found.height, "grey": b64encode(found.grey).decode("ascii")}
    return asdict(_open(kind, data, limits))


def _open(kind: str, data: bytes, limits: Limits) -> Rendition:
    """Open one file with the reader of its kind; readers are imported when first needed."""
    from trucewatch.capture import images, office, pages, portable

    readers: dict[str, Callable[[], Rendition]] = {
        "text/html": lambda: pages.read_page(data),
        "application/pdf": lambda: portable.read_pdf(data, limits),
        DOCX: lambda: office.read_docx(data, limits),
    }
    rendition = readers.get(kind, lambda: images.read_image(data))()
    if len(rendition.text) > limits.text_characters:
        raise ItemFailed(f"holds more than {limits.text_characters:,} characters of text; split it")
    return rendition


def _confine(memory: int) -> None:
    """Bound memory, forbid writing files and core dumps where the system can, and refuse every connection."""
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise OSError("reading a file needs no network")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]
    try:
        import resource
    except ImportError:  # no such limits on this system; the time limit still holds
        return
    for what, bound in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (bound, bound))


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


if __name__ == "__main__":
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # a library that prints must not spoil an answer
    _confine(int(sys.argv[1]))
    serve(sys.stdin.buffer, answers)
