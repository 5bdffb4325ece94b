"""How much of a stranger's file we are willing to take in, and the two ways a capture can end badly."""

from dataclasses import dataclass

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file and on one folder; docs/safety.md lists them with their reasons. Sizes are in bytes, time in seconds."""

    text_bytes: int = 32 * _MIB
    page_bytes: int = 64 * _MIB
    table_bytes: int = 1024 * _MIB
    media_bytes: int = 8192 * _MIB
    picture_bytes: int = 64 * _MIB
    picture_pixels: int = 100_000_000
    text_characters: int = 1_000_000
    field_characters: int = 1_100_000
    rows: int = 2_000_000
    pages: int = 2_000
    unpacked_bytes: int = 512 * _MIB
    unpacked_ratio: int = 200
    seconds: float = 60.0
    memory_bytes: int = 3072 * _MIB
    folder_depth: int = 32
    folder_files: int = 500_000


DEFAULT = Limits()


class ItemFailed(Exception):
    """This file or row cannot be taken; the message says why in words a person can act on. The run goes on with the next."""


def megabytes(size: int) -> str:
    """Return ``size`` bytes as people read it: "64 MB"."""
    return f"{size / _MIB:,.0f} MB" if size >= _MIB else f"{size:,} bytes"
