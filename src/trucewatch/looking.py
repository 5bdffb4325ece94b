"""A case's pictures → what each repeats: opened once in the worker, compared with those captured before, kept as computed data.

Nobody has to look at a picture for this, and none is shown: a suggestion names two items and says by what they are alike.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import numpy as np

from trucewatch.capture.limits import DEFAULT, ItemFailed, Limits, megabytes
from trucewatch.capture.pixels import is_compared
from trucewatch.capture.worker import Worker
from trucewatch.matching.pictures.recurrence import Print, print_of, recurrences
from trucewatch.records.capture import Item
from trucewatch.records.pictures import Likeness, PicturePrint
from trucewatch.store.archive import Archive
from trucewatch.store.blobs import Blobs
from trucewatch.store.pictures import PictureShelf
from trucewatch.store.versions import rules_version

_RULES = ("trucewatch.matching.pictures", "trucewatch.records.pictures", "trucewatch.capture.pixels")
_TOOLS = ("opencv-python-headless", "pillow", "numpy")
_BATCH = 32

type Likenesses = Mapping[str, tuple[Likeness, ...]]


def look(
    archive: Archive,
    blobs: Blobs,
    clock: Callable[[], datetime],
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = DEFAULT,
) -> int:
    """Open and compare the pictures that were not yet by the present rules, and return how many that were. ``progress``: done, of all."""
    items = [item for item in archive.items() if is_compared(item.media_type)]
    if not items:
        return 0
    shelf = _shelf(archive)
    done = shelf.printed()
    waiting = [item for item in items if item.id not in done]
    with Worker(limits) as worker:
        for start in range(0, len(waiting), _BATCH):
            shelf.keep_prints([_print(item, blobs, worker, limits) for item in waiting[start : start + _BATCH]])
            if progress:
                progress(min(start + _BATCH, len(waiting)), len(waiting))
    compared = shelf.compared()
    if all(item.id in compared for item in items):
        return len(waiting)
    kept = shelf.prints()
    known = shelf.likenesses()
    prints = {item.id: Print.of(kept[item.id]) for item in items}
    shelf.keep_likenesses(recurrences(prints, known))
    archive.note("compared", clock(), {"pictures": len(items) - len(known), "version": shelf.version})
    return len(waiting)


def likenesses(archive: Archive, items: Sequence[Item]) -> Likenesses:
    """Return what each of ``items`` repeats among them, those that repeat something."""
    if not any(is_compared(item.media_type) for item in items):
        return {}
    held = {item.id for item in items}
    found = _shelf(archive).likenesses()
    kept = {name: tuple(each for each in found[name] if each.earlier in held) for name in held if name in found}
    return {name: kept[name] for name in sorted(kept) if kept[name]}


def not_compared(archive: Archive, items: Sequence[Item]) -> Mapping[str, str]:
    """Return the pictures that could not be opened to be compared, with the reason."""
    if not any(is_compared(item.media_type) for item in items):
        return {}
    held = {item.id for item in items}
    return {name: each.reason for name, each in _shelf(archive).prints().items() if each.reason is not None and name in held}


def _shelf(archive: Archive) -> PictureShelf:
    return PictureShelf(archive.database, rules_version(_RULES, _TOOLS))


def _print(item: Item, blobs: Blobs, worker: Worker, limits: Limits) -> PicturePrint:
    """Open one picture; one that cannot be opened is kept with its reason, so that it is not tried again and again."""
    if item.size > limits.picture_bytes:
        return PicturePrint(item.id, reason=f"has more than {megabytes(limits.picture_bytes)}")
    try:
        found = worker.pixels(blobs.read(item.id))
    except ItemFailed as error:
        return PicturePrint(item.id, reason=str(error))
    except OSError as error:
        return PicturePrint(item.id, reason=f"its bytes cannot be read ({error.strerror})")
    return print_of(np.frombuffer(found.grey, np.uint8).reshape(found.height, found.width)).record(item.id)
