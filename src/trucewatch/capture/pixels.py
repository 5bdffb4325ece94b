"""Picture bytes → a small grey picture, to be compared with others and never shown. Runs inside the worker (worker.py)."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from trucewatch.capture.limits import ItemFailed, Limits

if TYPE_CHECKING:
    from PIL import Image

SIDE = 512
"""The longer side of what comes out, in pixels. Smaller pictures keep their size."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """Brightness (0–255) of ``width`` × ``height`` pixels, row by row from the top left."""

    width: int
    height: int
    grey: bytes


def is_compared(kind: str) -> bool:
    """Return whether pictures of a media type are opened and compared."""
    return kind.startswith("image/") and kind != "image/heic"


def read_pixels(data: bytes, limits: Limits) -> Pixels:
    """Return the first frame of a picture, as a person would see it on white paper.

    Raises ItemFailed where it cannot be opened, or would unpack to more pixels than the limits allow (a decompression bomb).
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # our own limit is checked before anything is unpacked
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image: Image.Image = Image.open(BytesIO(data))
            _check_size(image, limits)
            image.draft("RGB", (SIDE, SIDE))
            image = ImageOps.exif_transpose(image)
            image.thumbnail((SIDE, SIDE), Image.Resampling.BOX if image.mode in {"1", "P"} else Image.Resampling.LANCZOS)
            grey = _grey(image)
    except ItemFailed:
        raise
    except Exception as error:
        raise ItemFailed("cannot be opened as an image; it may be damaged or cut short") from error
    return Pixels(grey.width, grey.height, grey.tobytes())


def _check_size(image: "Image.Image", limits: Limits) -> None:
    if image.width * image.height > limits.picture_pixels:
        raise ItemFailed(f"has {image.width:,} × {image.height:,} pixels, more than the limit of {limits.picture_pixels:,}")


def _grey(image: "Image.Image") -> "Image.Image":
    """Brightness; what is transparent is white, more than eight bits are scaled down."""
    from PIL import Image

    if image.mode.startswith(("I", "F")):
        low, high = image.convert("F").getextrema()
        image = image.convert("F").point(lambda value: (value - low) * (255 / max(1e-6, high - low)))  # type: ignore[operator]
    elif image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return image.convert("L")
