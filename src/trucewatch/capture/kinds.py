"""Name and first bytes of a file → its media type. Bytes outrank the name; what is not read is named, so that a person knows what to do."""

from pathlib import PurePath

from trucewatch.capture.limits import ItemFailed

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "application/pdf"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (8, b"WEBP", "image/webp"),
    (8, b"AVI ", "video/x-msvideo"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"\x00\x00\x01\xba", "video/mpeg"),
    (0, b"FLV\x01", "video/x-flv"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-executable"),
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NAMES = {
    ".txt": "text/plain", ".text": "text/plain", ".asc": "text/plain", ".log": "text/plain", "": "text/plain",
    ".md": "text/markdown", ".markdown": "text/markdown",
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html",
    ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".jsonl": "application/x-ndjson", ".ndjson": "application/x-ndjson", ".json": "application/json",
}  # fmt: skip
_ARCHIVES = ("zip", "gzip", "bzip2", "xz", "7z", "rar", "tar")
_REASONS = {
    "application/x-ole-storage": "is an old Office file or an encrypted one; open it, and save it as PDF or as DOCX without a password",
    "application/rtf": "is RTF, which is not read; save it as DOCX or plain text",
    "application/vnd.sqlite3": "is a database, not a report",
    "application/x-executable": "is a program, not a report",
    ".xlsx": "is a spreadsheet; save the sheet as CSV",
    ".ods": "is a spreadsheet; save the sheet as CSV",
    ".odt": "is an OpenDocument text, which is not read yet; save it as DOCX or PDF",
    ".pptx": "is a slide show, which is not read; save it as PDF",
    ".epub": "is an e-book, which is not read; save it as HTML or plain text",
    ".xml": "is XML, which is not read; save it as HTML, CSV or plain text",
    ".eml": "is a message, which is not read yet; save its text",
    ".msg": "is a message, which is not read yet; save its text",
    ".mhtml": "is a web archive, which is not read yet; save the page as HTML",
    ".mht": "is a web archive, which is not read yet; save the page as HTML",
    ".warc": "is a web archive, which is not read yet; save the pages as HTML",
}
_NO_REPORTS = frozenset(
    ".yaml .yml .toml .ini .cfg .conf .py .js .mjs .ts .css .scss .sh .bat .c .h .cpp .java .go .rs .rb .sql .svg .lock .map .woff"
    " .woff2 .ttf .db .sqlite .pyc .so .dll .exe .ics .vcf .bib .tex .ipynb .geojson .kml .gpx .shp .dbf .mp3 .wav .ogg .m4a".split()
)
TABLES = frozenset({"text/csv", "text/tab-separated-values", "application/x-ndjson", "application/json"})


def media_type(name: str, head: bytes) -> str:
    """Return the media type of a file from its first 4 KiB and its name. Raises ItemFailed where it is of a kind that is not read."""
    suffix = PurePath(name).suffix.lower()
    kind = next((kind for at, magic, kind in _MAGIC if head[at : at + len(magic)] == magic), None)
    if kind == "application/zip" and suffix in (".docx", ".docm", ".dotx"):
        return DOCX
    if kind and kind.split("/")[0] in ("image", "video"):
        return kind
    reason = _REASONS.get(suffix) or (_REASONS.get(kind) if kind else None)
    if reason and not (kind is None and suffix not in _REASONS):
        raise ItemFailed(reason)
    if kind and kind.removeprefix("application/").removeprefix("x-").split("-")[0].removeprefix("vnd.") in _ARCHIVES:
        raise ItemFailed("is an archive; unpack it and add what it holds (archives are not opened)")
    if kind == "application/pdf":
        return kind
    if suffix in (".pdf", ".docx", ".jpg", ".jpeg", ".png"):
        raise ItemFailed(f"is called {suffix} but its bytes are not; it may be damaged or cut short")
    if suffix in _NO_REPORTS:
        raise ItemFailed(f"is called {suffix}, which is no format of reports; if it is a text to read, rename it to .txt")
    return _NAMES.get(suffix) or _by_content(head)


def is_media(kind: str) -> bool:
    """Return whether ``kind`` is kept as an item and not read: an image or a video."""
    return kind.startswith(("image/", "video/"))


def _by_content(head: bytes) -> str:
    """Text of an unknown name: a page where it opens like one, else plain."""
    opening = head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" if opening.startswith((b"<!doctype html", b"<html")) else "text/plain"
