"""Many pictures' points → the few earlier pictures worth a closer look, so that a new picture is not compared with every other.

Each description gives a few short words, made of some of its bits; a word leads to the points of earlier pictures that have it. Each such
pair of points says how the one picture would lie on the other, and pairs count together where they say about the same (the Hough vote of
Lowe 2004). A word that many pictures have counts little, and a part of the new picture counts once: a station's caption on all of its
pictures outvotes nothing. All words of all pictures are sorted once; a look-up costs as much as the words it finds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from trucewatch.matching.pictures.keypoints import Keypoints

CLOSER = 20
"""Earlier pictures that are looked at closely for each new one."""
_TABLES, _BITS = 4, 24
_STEP = 97
_PICTURES = 24
"""Bits for the number of a picture: 16 million pictures."""
_LEAST_PARTS = 3
"""Parts of the new picture that must agree on how it lies."""
_LONGEST = 2_000
"""Points followed from one word, the first that had it; a word that so many have says next to nothing."""
_GRID = 8
_PLACE, _PLACES, _MARGIN = 128.0, 24, 8
_SIZES, _ANGLES = 12, 8
"""How pictures lie is told apart by 128 pixels, a doubling, and an eighth of a turn; each pair votes for the two nearest of each."""

type Numbers = NDArray[np.int64]
type Words = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Poses:
    """Where points lie: x + iy, log2 of the size, angle as a part of a turn."""

    places: NDArray[np.complex64]
    sizes: NDArray[np.float32]
    angles: NDArray[np.float32]

    def at(self, which: Numbers) -> "_Poses":
        return _Poses(self.places[which], self.sizes[which], self.angles[which])


class Gallery:
    """Pictures by number, in the order they came; None for one that gives no words (it has no points, or is a copy of an earlier one)."""

    def __init__(self, pictures: Sequence[Keypoints | None]) -> None:
        held = [(at, picture) for at, picture in enumerate(pictures) if picture is not None and len(picture)]
        found = [(at, *_words_of(picture), _poses_of(picture)) for at, picture in held]
        keys = [words << np.uint64(_PICTURES) | np.uint64(at) for at, words, _, _ in found] or [np.zeros(0, np.uint64)]
        order = np.argsort(np.concatenate(keys), kind="stable")
        self._keys = np.concatenate(keys)[order]
        poses = [pose.at(points) for _, _, points, pose in found] or [_NO_POSES]
        self._poses = _Poses(
            np.concatenate([each.places for each in poses])[order],
            np.concatenate([each.sizes for each in poses])[order],
            np.concatenate([each.angles for each in poses])[order],
        )
        self._held = np.array([at for at, _ in held], np.int64)

    def closest(self, picture: Keypoints, before: int) -> tuple[tuple[int, bool], ...]:
        """Return which pictures of a number under ``before`` share most with ``picture`` or (True) its mirror image, most first."""
        known = int(np.searchsorted(self._held, before))
        if not len(picture) or not known:
            return ()
        votes = [
            (-weight, number, mirrored)
            for mirrored in (False, True)
            for number, weight in self._votes(picture.mirrored() if mirrored else picture, before, known)
        ]
        return tuple((number, mirrored) for _, number, mirrored in sorted(votes)[:CLOSER])

    def _votes(self, picture: Keypoints, before: int, known: int) -> list[tuple[int, float]]:
        """Weigh the earlier pictures that share words with ``picture``: number and weight."""
        words, points = _words_of(picture)
        low = np.searchsorted(self._keys, words << np.uint64(_PICTURES))
        many = np.searchsorted(self._keys, words << np.uint64(_PICTURES) | np.uint64(before)) - low
        low, many, points = low[many > 0], many[many > 0], points[many > 0]
        if not len(many):
            return []
        rare = np.log1p(known / many) ** 2
        many = np.minimum(many, _LONGEST)
        at = np.repeat(low - np.concatenate(([0], np.cumsum(many)[:-1])), many) + np.arange(many.sum())
        numbers = (self._keys[at] & np.uint64((1 << _PICTURES) - 1)).astype(np.int64)
        own = np.repeat(points, many)
        lies = _lies(picture, _poses_of(picture).at(own), self._poses.at(at))
        part = _parts(picture)[own]
        ballots = ((numbers * (_PLACES * _PLACES * _SIZES * _ANGLES))[:, None] + lies) * (_GRID * _GRID) + part[:, None]
        return _counted(ballots.ravel(), np.repeat(np.repeat(rare, many), lies.shape[1]))


def _counted(ballots: Numbers, weights: NDArray[np.float64]) -> list[tuple[int, float]]:
    """Count the votes: each part of the new picture once for each way to lie, and for each earlier picture its best way."""
    order = np.lexsort((weights, ballots))
    ballots, weights = ballots[order], weights[order]
    last = np.append(ballots[1:] != ballots[:-1], True)  # of equal ballots the heaviest stands last
    ways, weights = ballots[last] // (_GRID * _GRID), weights[last]
    first = np.flatnonzero(np.append(True, ways[1:] != ways[:-1]))
    summed, parts = np.add.reduceat(weights, first), np.diff(np.append(first, len(ways)))
    numbers, summed = ways[first] // (_PLACES * _PLACES * _SIZES * _ANGLES), np.where(parts >= _LEAST_PARTS, summed, 0.0)
    first = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
    best = np.maximum.reduceat(summed, first)
    return [(int(number), float(weight)) for number, weight in zip(numbers[first], best, strict=True) if weight]


def _lies(picture: Keypoints, own: _Poses, other: _Poses) -> Numbers:
    """Return for each pair of points the sixteen numbers of how the new picture, by its middle, would lie on the earlier."""
    doubled, turned = other.sizes - own.sizes, other.angles - own.angles
    middle = complex(picture.width, picture.height) / 2
    there = other.places + 2.0**doubled * np.exp(2j * np.pi * turned) * (middle - own.places)
    votes = np.zeros((len(doubled), 1), np.int64)
    for value, size in (
        (there.real / _PLACE + _MARGIN, _PLACES),
        (there.imag / _PLACE + _MARGIN, _PLACES),
        (doubled + _SIZES / 2, _SIZES),
        (turned * _ANGLES, _ANGLES),
    ):
        near = np.floor(value - 0.5).astype(np.int64)
        two = np.stack((near, near + 1), axis=1)
        two = two % size if size == _ANGLES else np.clip(two, 0, size - 1)
        votes = (votes[:, :, None] * size + two[:, None, :]).reshape(len(votes), -1)
    return votes


def _poses_of(picture: Keypoints) -> _Poses:
    return _Poses(
        picture.places.astype(np.complex64),
        np.log2(picture.sizes).astype(np.float32),
        (picture.angles / (2 * np.pi)).astype(np.float32),
    )


_NO_POSES = _Poses(np.zeros(0, np.complex64), np.zeros(0, np.float32), np.zeros(0, np.float32))


def _parts(picture: Keypoints) -> Numbers:
    """Return in which part of the picture each point lies."""
    column = np.clip(picture.places.real * _GRID / picture.width, 0, _GRID - 1).astype(np.int64)
    row = np.clip(picture.places.imag * _GRID / picture.height, 0, _GRID - 1).astype(np.int64)
    return row * _GRID + column


def _words_of(picture: Keypoints) -> tuple[Words, Numbers]:
    """Return the words of a picture, each once (its table's number and some bits of a description), and a point that has it."""
    bits = np.unpackbits(picture.bits, axis=1)[:, _chosen()].reshape(-1, _TABLES, _BITS)
    parts = np.packbits(bits, axis=2).astype(np.uint32)
    words = parts[..., 0] << 16 | parts[..., 1] << 8 | parts[..., 2] | np.arange(_TABLES, dtype=np.uint32) << _BITS
    each, first = np.unique(words, return_index=True)
    return each.astype(np.uint64), (first // _TABLES).astype(np.int64)


@cache
def _chosen() -> NDArray[np.int64]:
    """The bits of a description that make its words, table by table: all different, spread over the description."""
    return (np.arange(_TABLES * _BITS) * _STEP) % 256
