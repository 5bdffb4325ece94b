"""Many pictures' points → the few earlier pictures worth a closer look, so that a new picture is not compared with every other.

Each description gives a few short words, made of some of its bits; a word leads to the pictures that have it. What a piece of a picture
keeps are many of its words. All words of all pictures are sorted once; a look-up costs as much as the words it finds.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from trucewatch.matching.pictures.keypoints import Keypoints

CLOSER = 5
"""Earlier pictures that are looked at closely for each new one: those that share most words, common words counting less."""
_TABLES, _BITS = 4, 24
_STEP = 97
_PICTURES = 24
"""Bits for the number of a picture: 16 million pictures."""
_LEAST_VOTES = 3
_LONGEST = 2_000
"""Pictures followed from one word, the first that had it; a word that so many have says next to nothing."""

type Words = NDArray[np.uint64]


class Gallery:
    """Pictures by number, in the order they came; None for one that gives no words (it has no points, or is a copy of an earlier one)."""

    def __init__(self, pictures: Sequence[Keypoints | None]) -> None:
        held = [(at, words_of(picture)) for at, picture in enumerate(pictures) if picture is not None and len(picture)]
        keys = [words << np.uint64(_PICTURES) | np.uint64(at) for at, words in held]
        self._keys = np.unique(np.concatenate(keys)) if keys else np.zeros(0, np.uint64)
        self._held = np.array([at for at, _ in held], np.int64)

    def closest(self, picture: Keypoints, before: int) -> tuple[tuple[int, bool], ...]:
        """Return which pictures of a number under ``before`` share most words with ``picture`` or (True) its mirror image, most first."""
        known = int(np.searchsorted(self._held, before))
        if not len(picture) or not known:
            return ()
        votes: list[tuple[float, int, bool]] = []
        for mirrored in (False, True):
            weights = self._votes(words_of(picture.mirrored() if mirrored else picture), before, known)
            found = np.flatnonzero(weights)
            votes += [(-float(weights[at]), int(at), mirrored) for at in found]
        return tuple((at, mirrored) for _, at, mirrored in sorted(votes)[:CLOSER])

    def _votes(self, words: Words, before: int, known: int) -> NDArray[np.float64]:
        """Weigh each earlier picture by the words it shares: a word that few of the ``known`` have weighs more."""
        low = np.searchsorted(self._keys, words << np.uint64(_PICTURES))
        many = np.searchsorted(self._keys, words << np.uint64(_PICTURES) | np.uint64(before)) - low
        low, many = low[many > 0], many[many > 0]
        weight = np.log1p(known / many)
        many = np.minimum(many, _LONGEST)
        at = np.repeat(low - np.concatenate(([0], np.cumsum(many)[:-1])), many) + np.arange(many.sum())
        pictures = (self._keys[at] & np.uint64((1 << _PICTURES) - 1)).astype(np.int64)
        summed = np.bincount(pictures, weights=np.repeat(weight, many), minlength=before)
        summed[np.bincount(pictures, minlength=before) < _LEAST_VOTES] = 0
        return summed


def words_of(picture: Keypoints) -> Words:
    """Return the words of a picture's points, each once: its table's number and some bits of a description."""
    bits = np.unpackbits(picture.bits, axis=1)
    words = [
        (bits[:, chosen].astype(np.uint64) << np.arange(_BITS, dtype=np.uint64)).sum(axis=1) | np.uint64(table << _BITS)
        for table, chosen in enumerate(_chosen())
    ]
    return np.unique(np.concatenate(words).astype(np.uint64))


@cache
def _chosen() -> tuple[NDArray[np.int64], ...]:
    """The bits of a description that make each table's word: all different, spread over the description."""
    order = (np.arange(_TABLES * _BITS) * _STEP) % 256
    return tuple(order[at * _BITS : (at + 1) * _BITS] for at in range(_TABLES))
