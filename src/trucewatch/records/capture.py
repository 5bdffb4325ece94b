"""What came in, byte for byte: items, sources and documents. Never changed once recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from trucewatch.records.terms import PublishedBasis, SourceKind


@dataclass(frozen=True, slots=True)
class Item:
    """One captured file. ``id`` is the SHA-256 of its bytes (hex); times are UTC."""

    id: str
    media_type: str
    size: int
    captured_at: datetime
    captured_by: str
    method: str
    tool_version: str
    original_path: str | None = None
    url: str | None = None
    graphic_level: int | None = None
    sensitivity: str = "unset"
    exif: tuple[tuple[str, str], ...] = ()
    published: date | None = None
    """Of a picture or video: the day it was published, as given by who added it or corrected since. Documents carry their own."""
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be taken, with the reason in words a person can act on."""

    path: str
    reason: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks or publishes. ``reliability`` is the Admiralty letter A–F; a new source is F until a person grades it."""

    name: str
    kind: SourceKind = "unknown"
    bloc: str | None = None
    owner: str | None = None
    reliability: str = "F"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One basis for a publication date: what it says, and the words it rests on."""

    basis: PublishedBasis
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read. ``id`` comes from the text, its publisher and its date; ``text`` is immutable and what every span points into.

    ``published_bases`` keeps every basis found, the one used first. ``credits`` are the agencies the text credits. ``external_id`` is an
    article table's own id.
    """

    id: str
    text: str
    item: str | None = None
    path: str | None = None
    sha256: str | None = None
    external_id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    published_bases: tuple[DateEvidence, ...] = ()
    credits: tuple[str, ...] = ()
    language: str | None = None
    script: str | None = None
    body_start: int = 0
    """The code point at which reading begins: after the ``Key: value`` lines at the head of a text file."""
