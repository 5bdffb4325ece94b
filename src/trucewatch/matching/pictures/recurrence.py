"""Pictures in the order they were captured → for each, the earlier ones it repeats.

Hashes first: they see the same picture at another size, quality, brightness or orientation, and cost next to nothing. Then local features:
they see a piece of a picture, and a picture that was written on or turned a little. What a picture repeats depends on it and on those
before it, never on those after, so that nothing has to be computed again when a case grows.
"""

from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trucewatch.matching.pictures.alignment import Alignment, align
from trucewatch.matching.pictures.gallery import Gallery
from trucewatch.matching.pictures.hashes import Fingerprint, Hashes, between, fingerprint
from trucewatch.matching.pictures.keypoints import Keypoints, keypoints, unpacked
from trucewatch.records.pictures import Likeness, PicturePrint

KEPT = 12
"""Likenesses kept of a picture: the earliest picture it repeats, and the nearest."""
_UPRIGHT = 2


@dataclass(frozen=True, slots=True)
class Print:
    """What a picture is recognised by, ready to be compared."""

    fingerprint: Fingerprint
    points: Keypoints

    def record(self, item: str) -> PicturePrint:
        """Return it as it is kept."""
        pdq, dhash = (tuple(f"{one:0{size}x}" for one in each) for each, size in ((self.fingerprint.pdq, 64), (self.fingerprint.dhash, 16)))
        points = b64encode(self.points.packed()).decode("ascii")
        return PicturePrint(item, pdq, dhash, self.fingerprint.quality, self.points.width, self.points.height, points)

    @classmethod
    def of(cls, record: PicturePrint) -> "Print | None":
        """Return what was kept, or None where the picture could not be opened."""
        if record.reason is not None:
            return None
        pdq, dhash = (tuple(int(one, 16) for one in each) for each in (record.pdq, record.dhash))
        points = unpacked(b64decode(record.points), record.width, record.height)
        return cls(Fingerprint(pdq, dhash, record.quality), points)


def print_of(grey: NDArray[np.uint8]) -> Print:
    """Return the print of a grey picture (height × width)."""
    return Print(fingerprint(grey), keypoints(grey))


def recurrences(
    prints: Mapping[str, Print | None], known: Mapping[str, Sequence[Likeness]] | None = None, *, features: bool = True
) -> dict[str, tuple[Likeness, ...]]:
    """Return what each picture repeats. ``prints`` are by item, in the order captured, None where a picture could not be opened.

    ``known`` are the likenesses of pictures computed before: those are not computed again, and the rest come out as if all had been.
    ``features`` False compares by hashes alone.
    """
    known = known or {}
    names = list(prints)
    new = [at for at, name in enumerate(names) if name not in known]
    hashes = Hashes([each.fingerprint if each else None for each in prints.values()])
    found = {at: list(_by_hashes(names, at, prints[names[at]], hashes)) for at in new}
    if features:
        copies = {at for at, likenesses in found.items() if likenesses} | _copies(names, known)
        gallery = Gallery([None if each is None or at in copies else each.points for at, each in enumerate(prints.values())])
        for at in new:
            later = prints[names[at]]
            if later:
                found[at] += _by_features(names, at, later, prints, gallery, {each.earlier for each in found[at]})
    order = {name: at for at, name in enumerate(names)}
    return {names[at]: _kept(likenesses, order) for at, likenesses in found.items()}


def _copies(names: Sequence[str], known: Mapping[str, Sequence[Likeness]]) -> set[int]:
    """The pictures that are an earlier one as a whole: what is a piece of such a one is a piece of the earlier."""
    return {at for at, name in enumerate(names) if any(each.method == "hashes" for each in known.get(name, ()))}


def _by_hashes(names: Sequence[str], at: int, later: Print | None, hashes: Hashes) -> Iterator[Likeness]:
    for number, apart, turn in hashes.repeated(later.fingerprint, at) if later else ():
        yield Likeness(names[at], names[number], "hashes", apart, turn)


def _by_features(
    names: Sequence[str], at: int, later: Print, prints: Mapping[str, Print | None], gallery: Gallery, same: Collection[str]
) -> Iterator[Likeness]:
    for number, mirrored in gallery.closest(later.points, at):
        earlier = prints[names[number]]
        if earlier is None or names[number] in same:
            continue
        lies = align(later.points.mirrored() if mirrored else later.points, earlier.points)
        if lies:
            apart = between(later.fingerprint, earlier.fingerprint)
            turn = _turn(lies, mirrored=mirrored)
            yield Likeness(names[at], names[number], "local features", apart, turn, lies.points, lies.share, lies.shown)


def _turn(lies: Alignment, *, mirrored: bool) -> str:
    """How the later picture lies, in words."""
    degrees = round(lies.degrees)
    turned = "" if abs(degrees) < _UPRIGHT else "upside down" if abs(degrees) > 180 - _UPRIGHT else ""
    if not turned and abs(degrees) >= _UPRIGHT:
        turned = f"turned {abs(degrees)}° {'right' if degrees > 0 else 'left'}"
    return ", ".join(filter(None, ("mirrored" if mirrored else "", turned))) or "as it is"


def _kept(likenesses: Sequence[Likeness], order: Mapping[str, int]) -> tuple[Likeness, ...]:
    """The earliest picture repeated first, then the nearest: the same picture before a piece of it, fewer bits apart, more points."""
    if not likenesses:
        return ()
    first = min(likenesses, key=lambda each: order[each.earlier])
    rest = sorted((each for each in likenesses if each is not first), key=lambda each: _nearness(each, order))
    return (first, *rest[: KEPT - 1])


def _nearness(each: Likeness, order: Mapping[str, int]) -> tuple[bool, int, int]:
    return each.method != "hashes", each.distance or 0 if each.method == "hashes" else -(each.points or 0), order[each.earlier]
