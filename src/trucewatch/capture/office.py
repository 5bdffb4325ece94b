"""DOCX → the text of its body, paragraphs and tables in order. Runs inside the worker (worker.py)."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from trucewatch.capture.limits import ItemFailed, Limits, megabytes
from trucewatch.capture.rendition import Rendition


def read_docx(data: bytes, limits: Limits) -> Rendition:
    """Return the text of a DOCX: a paragraph a line, blank lines between; table cells parted by tabs.

    Raises ItemFailed where it is damaged, holds no text, or would unpack to more than the limits allow (a zip bomb).
    """
    _check_unpacked(data, limits)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, BadZipFile) as error:
        raise ItemFailed("is damaged: it cannot be opened as DOCX") from error
    text = "\n\n".join(block for block in _blocks(document) if block.strip())
    if not text.strip():
        raise ItemFailed("holds no text")
    facts = document.core_properties
    return Rendition(
        text=text,
        title=facts.title or None,
        byline=facts.author or None,
        created=facts.created.date().isoformat() if facts.created else None,
    )


def _check_unpacked(data: bytes, limits: Limits) -> None:
    """Refuse a container whose directory announces more than the limits, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as container:
            members = container.infolist()
    except BadZipFile as error:
        raise ItemFailed("is damaged: it cannot be opened as DOCX") from error
    if any(member.flag_bits & 1 for member in members):
        raise ItemFailed("is encrypted; open it with its password and save it without one")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes or unpacked > max(len(data), 1 << 16) * limits.unpacked_ratio:
        raise ItemFailed(f"would unpack from {megabytes(len(data))} to {megabytes(unpacked)}: refused as a zip bomb")


def _blocks(document: object) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield block.text
