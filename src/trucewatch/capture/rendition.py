"""What a format reader gives for one file: the text that spans will point into, and what the format says of its publication."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """The immutable text of a page, PDF or office file. ``published`` is a statement of publication, ``created`` the file's own date;
    both as written."""

    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    created: str | None = None
    credit: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
