"""Two pictures' points → whether one shows part of the other: a shift, turn and scale that many points agree on, all over what is shared.

Every pair of points that are described alike proposes one similarity (it has place, size and angle), all are tried, and the one that most
pairs agree on is fitted to those: no random sampling, so that two pictures always give the same answer. A caption or a logo that two
different pictures share agrees too, but in its own corner: the agreeing points must cover what both pictures have points on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.matching.pictures.keypoints import Keypoints

LEAST_POINTS = 12
"""Points that must agree."""
LEAST_SHARE = 0.25
"""Share of the cells of what is shared that must hold an agreeing point."""
_RATIO, _FARTHEST = 0.8, 80
"""A description is paired with the nearest where the second is a quarter farther, and at most this many of 256 bits away."""
_EVERY = 256
_LOOSE, _STRICT = 24.0, 4.0
_GRID, _FILLED = 8, 2
_SCALES = (0.1, 10.0)

type Pairs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a later picture lies on an earlier one: how many points agree, the share of the cells both have that they cover, the scale from
    the later to the earlier, the degrees by which the later is turned (to the right is positive), and the share of the earlier picture
    that is shown."""

    points: int
    share: float
    scale: float
    degrees: float
    shown: float


def align(later: Keypoints, earlier: Keypoints) -> Alignment | None:
    """Return how ``later`` lies on ``earlier``, or None where it does not."""
    left, right = _paired(later, earlier)
    if len(left) < LEAST_POINTS:
        return None
    fit = _fit(later, earlier, left, right)
    if fit is None:
        return None
    scale, shift, agreeing = fit
    points = min(
        len(np.unique(np.round(places[kept]))) for places, kept in ((later.places, left[agreeing]), (earlier.places, right[agreeing]))
    )
    if points < LEAST_POINTS or not _SCALES[0] <= abs(scale) <= _SCALES[1]:
        return None
    onto, back = later.places * scale + shift, (earlier.places - shift) / scale
    shares = _covered(later, onto, earlier, left[agreeing]), _covered(earlier, back, later, right[agreeing])
    share, middle = min(share for share, _ in shares), min(middle for _, middle in shares)
    if share < LEAST_SHARE or middle < LEAST_SHARE:
        return None
    shown = min(1.0, abs(scale) ** 2 * later.width * later.height / (earlier.width * earlier.height))
    return Alignment(points, round(min(share, middle), 3), float(abs(scale)), float(-np.degrees(np.angle(scale))), round(float(shown), 3))


def _paired(later: Keypoints, earlier: Keypoints) -> tuple[Pairs, Pairs]:
    """Pair points that describe alike and unlike all others (Lowe's ratio)."""
    if len(later) < 2 or len(earlier) < 2:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    words = later.bits.view(np.uint64), earlier.bits.view(np.uint64)
    apart = np.zeros((len(later), len(earlier)), np.int16)
    for at in range(words[0].shape[1]):
        apart += np.bitwise_count(words[0][:, None, at] ^ words[1][None, :, at])
    near = apart.argmin(axis=1)
    rows = np.arange(len(later))
    best = apart[rows, near]
    apart[rows, near] = _EVERY
    left = np.flatnonzero((best <= _FARTHEST) & (best < _RATIO * apart.min(axis=1)))
    return left, near[left]


def _fit(later: Keypoints, earlier: Keypoints, left: Pairs, right: Pairs) -> tuple[complex, complex, NDArray[np.bool_]] | None:
    """Return the similarity that most pairs agree on, as z → scale · z + shift, and which pairs agree."""
    start, goal = later.places[left], earlier.places[right]
    scales = earlier.sizes[right] / later.sizes[left] * np.exp(1j * (earlier.angles[right] - later.angles[left]))
    shifts = goal - scales * start
    off = np.abs(scales[:, None] * start[None, :] + shifts[:, None] - goal[None, :])
    at = int(np.argmax((off < _LOOSE).sum(axis=1)))
    agreeing, scale, shift = off[at] < _LOOSE, complex(scales[at]), complex(shifts[at])
    for tolerance in (_LOOSE / 2, _LOOSE / 4, _STRICT, _STRICT):
        if agreeing.sum() < LEAST_POINTS:
            return None
        scale, shift = _least_squares(start[agreeing], goal[agreeing])
        agreeing = np.abs(scale * start + shift - goal) < tolerance
    return scale, shift, agreeing


def _least_squares(start: NDArray[np.complex128], goal: NDArray[np.complex128]) -> tuple[complex, complex]:
    """Fit goal = scale · start + shift."""
    centred = start - start.mean()
    spread = float((np.abs(centred) ** 2).sum())
    scale = complex((np.conj(centred) * (goal - goal.mean())).sum() / spread) if spread else 1 + 0j
    return scale, complex(goal.mean() - scale * start.mean())


def _covered(own: Keypoints, there: NDArray[np.complex128], other: Keypoints, agreeing: Pairs) -> tuple[float, float]:
    """Of the cells of ``own`` that lie inside ``other`` and hold points, return the share that holds an agreeing one: of all, and of those
    in the middle of the picture, where captions and logos do not stand."""
    inside = (there.real >= 0) & (there.real < other.width) & (there.imag >= 0) & (there.imag < other.height)
    if not inside.any():
        return 0.0, 0.0
    places = own.places[inside]
    low = complex(places.real.min(), places.imag.min())
    size = complex(max(1.0, places.real.max() - low.real), max(1.0, places.imag.max() - low.imag))

    def cells(points: NDArray[np.complex128]) -> NDArray[np.int64]:
        columns = np.clip((points.real - low.real) / size.real * _GRID, 0, _GRID - 1).astype(np.int64)
        rows = np.clip((points.imag - low.imag) / size.imag * _GRID, 0, _GRID - 1).astype(np.int64)
        return rows * _GRID + columns

    held = np.bincount(cells(places), minlength=_GRID * _GRID) >= _FILLED
    agreed = np.bincount(cells(own.places[agreeing]), minlength=_GRID * _GRID) > 0
    row, column = np.divmod(np.arange(_GRID * _GRID) + 0.5, _GRID)
    x, y = (low.real + column / _GRID * size.real) / own.width, (low.imag + (row + 0.5) / _GRID * size.imag) / own.height
    middle = (x > 0.2) & (x < 0.8) & (y > 0.2) & (y < 0.7)
    return _part(held & agreed, held), _part(held & agreed & middle, held & middle)


def _part(some: NDArray[np.bool_], every: NDArray[np.bool_]) -> float:
    """The share of some cells among every one."""
    return float(some.sum()) / max(1.0, float(every.sum()))
