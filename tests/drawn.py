"""Pictures drawn by code for the tests: fractal ground with boxes and blots on it, and the changes people make to pictures."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw


def texture(random, height, width, power=1.2):
    """Detail at every scale, as photographs have."""
    across = np.hypot(np.fft.fftfreq(height)[:, None] * height, np.fft.rfftfreq(width)[None, :] * width)
    plane = np.fft.irfft2(np.fft.rfft2(random.standard_normal((height, width))) / np.maximum(1, across) ** power, (height, width))
    return plane / np.abs(plane).max()


def drawn(seed, size=(640, 480)):
    """A picture that no other seed gives, though all have the same kind of things in them."""
    random = np.random.default_rng(seed)
    width, height = size
    picture = Image.fromarray((127.5 + 90 * texture(random, height, width)).astype(np.uint8)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y, w, h = (int(each) for each in random.integers((0, 0, 12, 12), (width, height, 90, 70)))
        colour = tuple(int(each) for each in random.integers(20, 235, 3))
        (draw.rectangle if random.random() < 0.6 else draw.ellipse)((x, y, x + w, y + h), fill=colour)
    return picture


def captioned(picture, words="LATEST FROM THE FRONT: DOZENS FEARED LOST"):
    """The picture with a caption and a station's mark on it."""
    picture = picture.copy()
    draw = ImageDraw.Draw(picture)
    width, height = picture.size
    draw.rectangle((0, int(height * 0.8), width, int(height * 0.94)), fill=(150, 10, 10))
    draw.text((width * 0.03, height * 0.82), words, fill="white", font_size=height * 0.05)
    draw.ellipse((width * 0.84, height * 0.04, width * 0.97, height * 0.2), fill=(20, 60, 160))
    draw.text((width * 0.87, height * 0.08), "R9", fill="white", font_size=height * 0.07)
    return picture


def cut(picture, share):
    """A piece from the lower right, with this share of the area."""
    width, height = picture.size
    part = share**0.5
    left, top = int(width * (1 - part) * 0.8), int(height * (1 - part) * 0.7)
    return picture.crop((left, top, left + int(width * part), top + int(height * part)))


def jpeg(picture, quality=60):
    """The picture as JPEG bytes."""
    page = BytesIO()
    picture.convert("RGB").save(page, "JPEG", quality=quality)
    return page.getvalue()


def grey(picture):
    """Its pixels."""
    return np.asarray(picture.convert("L"))
