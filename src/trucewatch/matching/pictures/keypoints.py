"""Pixels → local features: points that stay put when a picture is cropped, scaled or drawn on, each with a description in 256 bits.

Detection and description are SIFT (Lowe, "Distinctive image features from scale-invariant keypoints", 2004), as OpenCV has it. A
description is kept as two bits for each of its 128 values, above its lower and its upper third within one description: an eighth of the
bytes, compared by counting bits, which is exact and the same everywhere. What a mirror image would give is that description with its
values in another order, so nothing is computed twice.
"""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    import cv2

type Grey = NDArray[np.uint8]

MOST = 400
"""Points kept of a picture."""
_GRID = 8
"""A picture is divided into so many rows and columns, and the clearest points of each part are taken in turn: a caption is full of clear
points, and a piece cut out of the picture ought to hold its share."""
SIDE = 512
"""The longer side, in pixels, that points are looked for at; larger pictures are reduced."""
_CONTRAST = 0.02
_CELLS, _BINS = 4, 8
_VALUES = _CELLS * _CELLS * _BINS
_LEVELS = 256
_PLACE, _SIZE = 32.0, 8.0
"""Places are kept to 1/32 pixel, sizes as eighths of a doubling: what is kept and what is compared is one."""
_ROW = np.dtype([("place", "<u2", 2), ("size", "u1"), ("angle", "u1"), ("bits", "u1", 2 * _VALUES // 8)])


@dataclass(frozen=True, slots=True, eq=False)
class Keypoints:
    """The points of a picture of ``width`` × ``height`` pixels (reduced): ``places`` x + iy, ``sizes`` in pixels, ``angles`` in radians,
    ``bits`` the descriptions, 32 bytes each."""

    width: int
    height: int
    places: NDArray[np.complex128]
    sizes: NDArray[np.float64]
    angles: NDArray[np.float64]
    bits: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.places)

    def mirrored(self) -> "Keypoints":
        """Return the points that the mirror image (left and right exchanged) has."""
        values = np.unpackbits(self.bits, axis=1).reshape(-1, 2, _VALUES)[:, :, _mirror()]
        return replace(
            self,
            places=self.width - np.conj(self.places),
            angles=(np.pi - self.angles) % (2 * np.pi),
            bits=np.packbits(values.reshape(-1, 2 * _VALUES), axis=1),
        )

    def packed(self) -> bytes:
        """Return the points as bytes, 38 for each."""
        rows = np.zeros(len(self), _ROW)
        rows["place"] = np.stack((self.places.real, self.places.imag), axis=1) * _PLACE
        rows["size"], rows["angle"] = np.rint(np.log2(self.sizes) * _SIZE * 2), np.rint(self.angles * _LEVELS / (2 * np.pi)) % _LEVELS
        rows["bits"] = self.bits
        return rows.tobytes()


def unpacked(data: bytes, width: int, height: int) -> Keypoints:
    """Return the points that ``packed`` packed. Raises ValueError where the bytes are not such."""
    rows = np.frombuffer(data, _ROW)
    places = rows["place"].astype(np.float64) / _PLACE
    return Keypoints(
        width,
        height,
        places[:, 0] + 1j * places[:, 1],
        2.0 ** (rows["size"].astype(np.float64) / (2 * _SIZE)),
        rows["angle"].astype(np.float64) * 2 * np.pi / _LEVELS,
        rows["bits"],
    )


def keypoints(grey: Grey) -> Keypoints:
    """Return the points of a grey picture (height × width). The same picture gives the same points, in the same order."""
    import cv2

    cv2.setNumThreads(1)
    share = SIDE / max(grey.shape)
    if share < 1:
        size = (max(1, round(grey.shape[1] * share)), max(1, round(grey.shape[0] * share)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    height, width = grey.shape
    detector = cv2.SIFT.create(contrastThreshold=_CONTRAST)
    chosen = _spread(detector.detect(grey, None), width, height)
    if not chosen:
        return unpacked(b"", width, height)
    kept, described = detector.compute(grey, chosen)
    points = Keypoints(
        width,
        height,
        np.array([complex(*each.pt) for each in kept]).clip(0),
        np.array([max(1.0, each.size) for each in kept]),
        np.radians([each.angle for each in kept]),
        _bits(np.asarray(described, np.float64)),
    )
    return unpacked(points.packed(), width, height)


def _spread(found: "Sequence[cv2.KeyPoint]", width: int, height: int) -> "list[cv2.KeyPoint]":
    """Return the clearest points of every part of the picture, a part's second after every part's first."""
    taken: Counter[tuple[int, int]] = Counter()
    turns = []
    for point in sorted(found, key=_rank):
        part = int(point.pt[0] * _GRID / width), int(point.pt[1] * _GRID / height)
        turns.append((taken[part], *_rank(point)))
        taken[part] += 1
    order = sorted(range(len(turns)), key=turns.__getitem__)[:MOST]
    ranked = sorted(found, key=_rank)
    return [ranked[at] for at in order]


def _rank(point: "cv2.KeyPoint") -> tuple[float, ...]:
    """The clearest first; the rest only settles ties."""
    return (-point.response, *point.pt, point.size, point.angle)


def _bits(described: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Turn each description into two bits a value: above the lower third of its values, above the upper third."""
    ranked = np.sort(described, axis=1)
    low, high = ranked[:, _VALUES // 2, None], ranked[:, _VALUES * 3 // 4, None]
    return np.packbits(np.concatenate((described > low, described > high), axis=1), axis=1)


@cache
def _mirror() -> NDArray[np.int64]:
    """The order of a description's values in the mirror image: rows of cells and directions reversed about the point's own direction."""
    row, column, direction = np.meshgrid(np.arange(_CELLS), np.arange(_CELLS), np.arange(_BINS), indexing="ij")
    return (((_CELLS - 1 - row) * _CELLS + column) * _BINS + (-direction) % _BINS).ravel()
