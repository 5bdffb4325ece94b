"""Pixels → perceptual hashes, and which earlier pictures are the same as a whole, in any of eight orientations.

PDQ follows Facebook's reference ("The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019): luminance, two box
blurs, a 64 × 64 sample, the 16 × 16 low frequencies of its cosine transform, one bit for each above the median. dHash compares
neighbours in a 9 × 8 thumbnail.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

type Grey = NDArray[np.float32]
type Bits = NDArray[np.bool_]

PDQ_NEAR = 31
"""Bits of 256 in which two PDQ hashes of one picture may differ: the reference's recommendation."""
DHASH_NEAR = 8
"""Bits of 64; checked beside PDQ so that one flat picture does not stand for another."""
LEAST_QUALITY = 50
"""Pictures with too little in them (a page of text, a black frame) give hashes that mean nothing."""
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_TURNS = (
    "as it is",
    "turned left",
    "upside down",
    "turned right",
    "mirrored",
    "mirrored, turned left",
    "mirrored, upside down",
    "mirrored, turned right",
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a picture is recognised by: its PDQ hash in eight orientations, its quality (0–100), its dHash in the same orientations."""

    pdq: tuple[int, ...]
    dhash: tuple[int, ...]
    quality: int


def fingerprint(pixels: NDArray[np.uint8]) -> Fingerprint:
    """Return the fingerprint of a picture: height × width × 3 (RGB) or height × width (grey)."""
    grey = pixels[..., :3].astype(np.float32) @ _LUMA if pixels.ndim == 3 else pixels.astype(np.float32)
    sample, quality = _sample(grey)
    turned = [_turn(sample, at) for at in range(8)]
    thumbs = [_turn(grey, at) for at in range(8)]
    return Fingerprint(tuple(_pdq(each) for each in turned), tuple(_dhash(each) for each in thumbs), quality)


def _turn(square: Grey, at: int) -> Grey:
    """Return one of the eight orientations: four turns, and the same of the mirror image."""
    return np.rot90(np.fliplr(square) if at >= 4 else square, at % 4)


def _sample(grey: Grey) -> tuple[Grey, int]:
    """Blur twice with boxes that fit the size, sample 64 × 64, and measure how much there is to see."""
    height, width = grey.shape
    for _ in range(2):
        grey = _box(_box(grey, (width + 127) // 128, 1), (height + 127) // 128, 0)
    rows = ((np.arange(64) + 0.5) * height / 64).astype(int)
    columns = ((np.arange(64) + 0.5) * width / 64).astype(int)
    sample = grey[np.ix_(rows, columns)]
    steps = [np.trunc(np.abs(np.diff(sample, axis=axis)) * 100 / 255).sum() for axis in (0, 1)]
    return sample, min(100, int(sum(steps) / 90))


def _box(grey: Grey, width: int, axis: int) -> Grey:
    """Average over a window of ``width``, shortened at the edges, as the reference does."""
    half = (width + 2) // 2
    size = grey.shape[axis]
    total = np.concatenate((np.zeros_like(np.take(grey, [0], axis)), np.cumsum(grey, axis=axis, dtype=np.float64)), axis=axis)
    at = np.arange(size)
    first, last = np.maximum(0, at - (width - half)), np.minimum(size, at + half)
    span = (last - first).reshape([-1 if each == axis else 1 for each in range(2)])
    averaged: Grey = ((np.take(total, last, axis) - np.take(total, first, axis)) / span).astype(np.float32)
    return averaged


@cache
def _cosines() -> Grey:
    """The 16 × 64 matrix of the reference's cosine transform, the constant row left out."""
    rows, columns = np.arange(1, 17)[:, None], np.arange(64)[None, :]
    matrix: Grey = (np.sqrt(2 / 64) * np.cos(np.pi / 128 * rows * (2 * columns + 1))).astype(np.float32)
    return matrix


def _pdq(sample: Grey) -> int:
    """Hash a 64 × 64 sample into 256 bits."""
    low = _cosines() @ sample @ _cosines().T
    middle = np.partition(low.ravel(), 127)[127]
    return _pack(low.ravel()[::-1] > middle)


def _dhash(grey: Grey) -> int:
    """Hash a 9 × 8 thumbnail of means: is each cell brighter than its neighbour?"""
    height, width = grey.shape
    rows, columns = np.linspace(0, height, 9).astype(int), np.linspace(0, width, 10).astype(int)
    cells = np.array(
        [
            [grey[top : max(top + 1, end), left : max(left + 1, right)].mean() for left, right in _spans(columns)]
            for top, end in _spans(rows)
        ]
    )
    return _pack((cells[:, 1:] > cells[:, :-1]).ravel())


def _spans(edges: NDArray[np.int64]) -> Iterable[tuple[int, int]]:
    return zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)


def _pack(bits: Bits) -> int:
    """Put bits into one number, first bit highest."""
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def distance(one: int, other: int) -> int:
    """Count the bits in which two hashes differ."""
    return (one ^ other).bit_count()


class Hashes:
    """The hashes of many pictures in the order they came, to compare one with all of them at once."""

    def __init__(self, prints: Sequence[Fingerprint | None]) -> None:
        held = [each or _NOTHING for each in prints]
        self._pdq = _rows([each.pdq[0] for each in held], 32)
        self._dhash = _rows([each.dhash[0] for each in held], 8)
        self._clear = np.array([each.quality >= LEAST_QUALITY for each in held], bool)

    def repeated(self, later: Fingerprint, before: int) -> Iterator[tuple[int, int, str]]:
        """Yield the pictures numbered under ``before`` that are ``later`` in some orientation: number, bits that differ, turn."""
        if later.quality < LEAST_QUALITY:
            return
        turned = np.stack([_apart(_rows([pdq], 32), self._pdq[:before]) for pdq in later.pdq])
        other = np.stack([_apart(_rows([dhash], 8), self._dhash[:before]) for dhash in later.dhash])
        at = turned.argmin(axis=0)
        apart, small = (np.take_along_axis(each, at[None], axis=0)[0] for each in (turned, other))
        for number in np.flatnonzero(self._clear[:before] & (apart <= PDQ_NEAR) & (small <= 2 * DHASH_NEAR)).tolist():
            yield number, int(apart[number]), _TURNS[int(at[number])]


_NOTHING = Fingerprint((0,) * 8, (0,) * 8, 0)


def _rows(hashes: Sequence[int], size: int) -> NDArray[np.uint64]:
    """Hashes of ``size`` bytes as rows of 64-bit words."""
    return np.frombuffer(b"".join(each.to_bytes(size, "big") for each in hashes), np.uint64).reshape(-1, size // 8)


def _apart(one: NDArray[np.uint64], others: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Count the bits in which a hash differs from each of the others."""
    counted: NDArray[np.int64] = np.bitwise_count(one ^ others).sum(axis=1, dtype=np.int64)
    return counted


def between(later: Fingerprint, earlier: Fingerprint) -> int | None:
    """Return the bits in which two pictures differ in the orientation that fits best, or None where one has too little in it."""
    if min(later.quality, earlier.quality) < LEAST_QUALITY:
        return None
    return min(distance(turned, earlier.pdq[0]) for turned in later.pdq)
