"""Pictures as they are opened to be compared."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from trucewatch.capture.limits import DEFAULT, ItemFailed, Limits
from trucewatch.capture.pixels import SIDE, read_pixels
from trucewatch.capture.worker import Worker


def saved(picture, form):
    page = BytesIO()
    picture.save(page, form)
    return page.getvalue()


SLOPE = Image.fromarray(np.tile(np.arange(0, 256, dtype=np.uint8), (64, 1)))
DEEP = Image.fromarray(np.tile(np.arange(0, 65_536, 257, dtype=np.uint16), (64, 1)))


@pytest.mark.parametrize(
    ("data", "most"),
    [
        (saved(SLOPE, "PNG"), 0),
        (saved(DEEP, "PNG"), 1),
        (saved(SLOPE.convert("RGB"), "TIFF"), 0),
        (saved(SLOPE.convert("P"), "GIF"), 0),
        (saved(SLOPE.convert("RGBA"), "WEBP"), 8),
        (saved(SLOPE.convert("CMYK"), "JPEG"), 8),
    ],
    ids=["png", "png of 16 bits", "tiff", "gif", "webp", "jpeg for print"],
)
def test_the_same_picture_in_any_format_gives_the_same_brightness(data, most):
    """Eight bits, sixteen, palettes, inks."""
    found = read_pixels(data, DEFAULT)
    assert (found.width, found.height) == (256, 64)
    grey = np.frombuffer(found.grey, np.uint8).reshape(64, 256).astype(int)
    assert np.abs(grey - np.arange(256)).max() <= most


def test_what_is_transparent_is_white_paper():
    """Hidden colours are not compared."""
    hidden = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    assert set(read_pixels(saved(hidden, "PNG"), DEFAULT).grey) == {255}


def test_a_large_picture_is_reduced():
    """The longer side decides; a line of pixels keeps one."""
    found = read_pixels(saved(Image.new("L", (3000, 1500)), "JPEG"), DEFAULT)
    assert (found.width, found.height) == (SIDE, SIDE // 2)
    assert read_pixels(saved(Image.new("L", (5000, 1)), "PNG"), DEFAULT).height == 1


def test_too_many_pixels_are_refused_before_they_are_unpacked():
    """By the size the file announces."""
    with pytest.raises(ItemFailed, match="more than the limit of 100"):
        read_pixels(saved(Image.new("L", (20, 20)), "PNG"), Limits(picture_pixels=100))


def test_the_worker_gives_pixels_and_survives_what_is_none():
    """A damaged picture fails alone."""
    with Worker() as worker:
        with pytest.raises(ItemFailed, match="cannot be opened as an image"):
            worker.pixels(b"\xff\xd8\xff nothing")
        assert worker.pixels(saved(SLOPE, "PNG")).width == 256
