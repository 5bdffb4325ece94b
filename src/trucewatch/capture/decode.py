"""Bytes → text and the encoding it was in. Nothing is repaired: text that was garbled before it reached us stays garbled."""

import codecs
import re
from itertools import islice

from trucewatch.capture.limits import ItemFailed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN = ("cp1252", "latin_1", "iso8859_15")
_SAMPLE = 256_000


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text that ``data`` encodes, without its byte order mark, and the encoding's name.

    Tried in order: a byte order mark, UTF-8, UTF-16 by its zero bytes, the ``declared`` encoding, and what charset-normalizer makes of
    it, Windows-1252 before its rarer relatives. Raises ItemFailed where the bytes are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name), name
    if b"\x00" in data[:4096]:
        wide = _wide(data[:4096])
        if wide is None:
            raise ItemFailed("is not a text file: it holds zero bytes")
        return _strictly(data, wide), wide
    try:
        return _readable(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error.start)
    if declared:
        try:
            return _readable(data.decode(declared)), declared.lower()
        except (LookupError, UnicodeDecodeError):
            pass
    name = _guess(data)
    return _strictly(data, name), name


def _strictly(data: bytes, name: str) -> str:
    try:
        return _readable(data.decode(name))
    except UnicodeDecodeError as error:
        raise ItemFailed(f"cannot be decoded: it looks like {name} but byte {error.start} does not fit; save it again as UTF-8") from error


def _refuse_damaged(data: bytes, at: int) -> None:
    """Raise ItemFailed where ``data`` is plainly UTF-8 with bytes broken: read as anything else, all its accents would turn to garbage."""
    sample = data[max(0, at - _SAMPLE) : at + _SAMPLE]
    good = sum(letter > "\x7f" for letter in sample.decode("utf-8", "ignore"))
    bad = sample.decode("utf-8", "replace").count("\ufffd")
    if good >= 3 and bad <= good:
        raise ItemFailed(f"is damaged UTF-8: byte {at} fits no character; copy it again from where it came, or save it again as UTF-8")


def _readable(text: str) -> str:
    """``text``, unless more of it is control characters than any writing has."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if "\x00" in text or controls > max(2, len(sample) // 200):
        raise ItemFailed("is not a text file: it holds control characters")
    return text


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: zeros stand at every odd (little-endian) or every even (big-endian) byte of Western text."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else None


def _guess(data: bytes) -> str:
    """The encoding charset-normalizer finds likeliest for bytes that are not UTF-8."""
    from charset_normalizer import from_bytes

    matches = list(islice(from_bytes(data[:_SAMPLE], threshold=0.35), 12))
    if not matches:
        raise ItemFailed("is in no encoding that can be told; save it again as UTF-8")
    best = matches[0]
    equal = {match.encoding for match in matches if match.chaos <= best.chaos and match.coherence >= best.coherence - 0.1}
    equal |= set(best.could_be_from_charset)
    return next((name for name in _WESTERN if name in equal), best.encoding)
