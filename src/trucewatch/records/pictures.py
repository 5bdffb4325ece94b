"""Pictures that repeat earlier ones: what is computed of them, and what a person decided. A likeness is a suggestion, never a finding."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

type LikenessMethod = Literal["hashes", "local features", "a person"]
type LinkState = Literal["suggested", "accepted", "rejected"]
type DoubtKind = Literal["published before", "taken before", "another time", "another place"]


@dataclass(frozen=True, slots=True)
class PicturePrint:
    """What an item is recognised by: ``pdq`` and ``dhash`` as hex in eight orientations, ``quality`` 0–100, ``points`` in base 64 of a
    picture reduced to ``width`` × ``height``. All empty where the picture could not be opened, for the ``reason``."""

    item: str
    pdq: tuple[str, ...] = ()
    dhash: tuple[str, ...] = ()
    quality: int = 0
    width: int = 0
    height: int = 0
    points: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A picture seen before. ``later`` and ``earlier`` are items in the order captured.

    ``distance``: the bits of 256 in which their PDQ hashes differ (31 and less are one picture); None where a hash says nothing. By
    ``local features`` also says how many ``points`` agree, what ``share`` of what both show they cover (0–1), and how much of the earlier
    picture the later one shows (``shown``, 0–1). ``turn`` says how the later one lies: "as it is", "mirrored", "turned 8° left".
    """

    later: str
    earlier: str
    method: LikenessMethod
    distance: int | None
    turn: str
    points: int | None = None
    share: float | None = None
    shown: float | None = None


@dataclass(frozen=True, slots=True)
class PictureLink:
    """A likeness and what became of it: ``suggested`` until a person accepts or rejects it by ``decision``."""

    likeness: Likeness
    state: LinkState = "suggested"
    decision: str | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """The later and the earlier item."""
        return self.likeness.later, self.likeness.earlier


@dataclass(frozen=True, slots=True)
class PictureDoubt:
    """Why a picture attached to an ``incident`` may be of something else.

    ``other`` is the item that says so: the ``exhibit`` itself, or a picture that it repeats or that repeats it (``certain``: a person
    accepted that). ``day`` is when that one was published or says it was taken, ``elsewhere`` the incident that one is attached to.
    """

    incident: str
    exhibit: str
    other: str
    kind: DoubtKind
    day: date | None = None
    elsewhere: str | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class PictureFindings:
    """All that is known of a case's pictures beside the items: links, doubts, and which could not be opened (item and reason)."""

    links: tuple[PictureLink, ...] = ()
    doubts: tuple[PictureDoubt, ...] = ()
    unopened: tuple[tuple[str, str], ...] = ()
