"""Ids that come from content: the same words at the same place always get the same id."""

from hashlib import sha256

_SEPARATOR = "\x1f"


def identify(prefix: str, *parts: object) -> str:
    """Return ``prefix`` followed by ten hex digits of the SHA-256 over ``parts`` (their ``str``, joined by U+001F)."""
    joined = _SEPARATOR.join(str(part) for part in parts)
    return prefix + sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]
