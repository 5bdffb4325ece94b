"""One file → what it is and the documents it holds. The way in for every format; each format's reader is a module beside this one."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from trucewatch.capture.decode import decode
from trucewatch.capture.event_tables import mapping_of, read_event_table
from trucewatch.capture.folder import open_regular, read_bytes
from trucewatch.capture.header import read_header
from trucewatch.capture.kinds import TABLES, is_media, media_type
from trucewatch.capture.limits import DEFAULT, ItemFailed, Limits, megabytes
from trucewatch.capture.rendition import Rendition
from trucewatch.capture.tables import NOTHING_GIVEN, Given, header_of, is_article_table, read_table
from trucewatch.capture.texts import document_of
from trucewatch.capture.worker import Worker
from trucewatch.capture.written_dates import day_of
from trucewatch.records.capture import DateEvidence, Document, Failure

_HEAD = 4_096
_PROPERTIES = 64 << 20


@dataclass(frozen=True, slots=True)
class Captured:
    """What one file holds. ``method`` names the reader used, ``failures`` the rows of a table that were not taken, ``properties`` what
    a media file says of itself."""

    media_type: str
    method: str
    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


def inspect(path: Path, limits: Limits = DEFAULT) -> tuple[str, int]:
    """Return the media type of a file and the most bytes it may have. Raises ItemFailed where it cannot be taken.

    Looks at the first bytes and the size only, so that a file that is refused is never copied.
    """
    with open_regular(path) as file:
        size = path.stat().st_size
        try:
            head = file.read(_HEAD)
        except OSError as error:
            raise ItemFailed(f"cannot be read: {error.strerror}") from error
    if not head:
        raise ItemFailed("is empty")
    kind = media_type(path.name, head)
    limit = _limit(kind, limits)
    if size > limit:
        raise ItemFailed(f"is too large ({megabytes(size)}; the limit for its kind is {megabytes(limit)})")
    return kind, limit


def capture_file(
    path: Path, *, worker: Worker, given: Given = NOTHING_GIVEN, shown: str | None = None, sha: str | None = None, limits: Limits = DEFAULT
) -> Captured:
    """Return what the file at ``path`` holds. Raises ItemFailed where nothing of it can be taken.

    ``shown`` is the path that documents and failures carry (``path`` without it, when bytes are read from a copy), ``sha`` the SHA-256
    of the bytes where it is known. ``worker`` opens what only a process of its own may open.
    """
    shown = str(path) if shown is None else shown
    kind, limit = _kind_of_copy(path, shown, limits)
    if is_media(kind):
        return Captured(kind, f"media {kind}", properties=_media_properties(path, kind, worker))
    data = read_bytes(path, limit)
    item = sha or sha256(data).hexdigest()
    if kind in TABLES:
        return _table(data, kind, given, shown, item, limits)
    if kind.startswith("text/") and kind != "text/html":
        return _text(data, kind, given, shown, item, limits)
    return _rendered(worker.open(kind, data), kind, given, shown, item)


def _kind_of_copy(path: Path, shown: str, limits: Limits) -> tuple[str, int]:
    """As ``inspect``, by the name the file had where it came from."""
    with open_regular(path) as file:
        head = file.read(_HEAD)
    if not head:
        raise ItemFailed("is empty")
    kind = media_type(PurePath(shown).name, head)
    return kind, _limit(kind, limits)


def _limit(kind: str, limits: Limits) -> int:
    if is_media(kind):
        return limits.media_bytes
    if kind in TABLES:
        return limits.table_bytes
    return limits.text_bytes if kind in ("text/plain", "text/markdown") else limits.page_bytes


def _text(data: bytes, kind: str, given: Given, shown: str, item: str, limits: Limits) -> Captured:
    text, encoding = decode(data)
    if len(text) > limits.text_characters:
        raise ItemFailed(f"holds more than {limits.text_characters:,} characters of text; split it")
    if not text[read_header(text).end :].strip():
        raise ItemFailed("holds no text")
    document = document_of(text, published=given.published, publisher=given.publisher, path=shown, item=item)
    return Captured(kind, f"text {encoding}", (document,))


def _table(data: bytes, kind: str, given: Given, shown: str, item: str, limits: Limits) -> Captured:
    text, encoding = decode(data)
    names = () if "json" in kind else header_of(text)
    events = None if is_article_table(names, dict(given.columns)) else mapping_of(names, dict(given.columns))
    rows = (
        tuple(read_event_table(text, events, publisher=given.publisher, path=shown, item=item))
        if events
        else tuple(read_table(text, kind, given=given, path=shown, item=item, limits=limits))
    )
    documents = tuple(row for row in rows if isinstance(row, Document))
    failures = tuple(row for row in rows if isinstance(row, Failure))
    if not documents:
        reasons = {failure.reason for failure in failures}
        raise ItemFailed(reasons.pop() if len(reasons) == 1 else f"holds no article that could be taken; row 1: {failures[0].reason}")
    return Captured(kind, f"table {encoding}", documents, failures)


def _rendered(found: Rendition, kind: str, given: Given, shown: str, item: str) -> Captured:
    """A page, PDF or office file as a document: its statement of publication is metadata, its own date only a file's."""
    evidence = []
    if found.published and (day := day_of(found.published)):
        evidence.append(DateEvidence("metadata", day, found.published))
    if found.created and (day := day_of(found.created)):
        evidence.append(DateEvidence("file", day, found.created))
    document = document_of(
        found.text,
        published=given.published,
        publisher=given.publisher or found.publisher,
        path=shown,
        title=found.title,
        byline=found.byline,
        url=found.url,
        item=item,
        credit=found.credit,
        evidence=evidence,
        plain=False,
    )
    return Captured(kind, f"rendition {kind}", (document,), properties=found.properties)


def _media_properties(path: Path, kind: str, worker: Worker) -> tuple[tuple[str, str], ...]:
    """What an image says of itself; a video's inside is not looked at, and neither is an image of a format that cannot be opened."""
    if not kind.startswith("image/") or kind == "image/heic":
        return ()
    with open_regular(path) as file:
        return worker.open(kind, file.read(_PROPERTIES)).properties
