"""Pictures drawn by code: five kinds of scene as reports show them, alike within a kind down to windows, cars and people.

``scene(kind, seed)`` always gives the same picture. ``moment`` draws other people, vehicles and light into the same place.
"""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 960, 640
KINDS = ("street", "rubble", "crowd", "convoy", "rows")


def scene(kind, seed, moment=0):
    """Return the picture of a kind of scene: 960 × 640 pixels, with uneven light and noise as a camera's."""
    place, now = np.random.default_rng([KINDS.index(kind), seed]), np.random.default_rng([KINDS.index(kind), seed, 7, moment])
    picture = _SCENES[kind](place, now).filter(ImageFilter.GaussianBlur(0.6))
    pixels = np.asarray(picture).astype(np.float32)
    pixels *= 0.75 + 0.5 * _clouds(now, HEIGHT, WIDTH, 2.2)[..., None]
    pixels += now.normal(0, 4, pixels.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _clouds(random, height, width, power):
    """Fractal noise between 0 and 1; the greater the power, the softer."""
    across = np.hypot(np.fft.fftfreq(height)[:, None] * height, np.fft.rfftfreq(width)[None, :] * width)
    plane = np.fft.irfft2(np.fft.rfft2(random.standard_normal((height, width))) / np.maximum(1, across) ** power, (height, width))
    return (plane - plane.min()) / (plane.max() - plane.min())


def _colour(random, low, high):
    value = int(random.integers(low, high))
    return tuple(int(np.clip(value + off, 0, 255)) for off in random.integers(-14, 15, 3))


def _ground(random, picture, top, colour, power):
    cloud = _clouds(random, HEIGHT - top, WIDTH, power)[..., None]
    picture.paste(Image.fromarray((np.array(colour) * (0.45 + 0.9 * cloud)).clip(0, 255).astype(np.uint8)), (0, top))


def _sky(random):
    cloud = _clouds(random, HEIGHT, WIDTH, 2.0)[..., None]
    return Image.fromarray((random.integers(120, 200, 3) * (0.7 + 0.5 * cloud)).clip(0, 255).astype(np.uint8))


def _building(random, draw, left, right, top, bottom):
    draw.rectangle((left, top, right, bottom), fill=_colour(random, 110, 210))
    columns, rows = int(random.integers(3, 8)), int(random.integers(3, 9))
    wide, high = (right - left) / (columns + 1), (bottom - top) / (rows + 1)
    for column in range(columns):
        for row in range(rows):
            x, y = left + wide * (column + 0.7), top + high * (row + 0.6)
            draw.rectangle((x, y, x + wide * 0.55, y + high * 0.5), fill=_colour(random, 20, 90))
    for _ in range(int(random.integers(0, 5))):
        x, y, size = random.integers(left, max(left + 1, right)), random.integers(top, bottom), random.integers(6, 22)
        _blot(random, draw, x, y, size, size, 9, _colour(random, 15, 60))


def _blot(random, draw, x, y, wide, high, corners, colour):
    angles = np.sort(random.uniform(0, 2 * np.pi, corners))
    reach = random.uniform(0.6, 1.3, corners)
    draw.polygon(
        [(x + wide * r * np.cos(a), y + high * r * np.sin(a)) for a, r in zip(angles, reach, strict=True)],
        fill=colour,
        outline=tuple(each // 2 for each in colour),
    )


def _person(random, draw, horizon, y=None):
    y = int(random.integers(horizon + 30, HEIGHT)) if y is None else y
    x, size = int(random.integers(0, WIDTH)), (y - horizon + 40) / 8
    draw.ellipse((x - size * 0.25, y - size * 2.2, x + size * 0.25, y - size * 1.7), fill=_colour(random, 90, 180))
    coat = [(x + size * a, y - size * b) for a, b in ((-0.5, 1.6), (0.5, 1.6), (0.35, 0.6), (-0.35, 0.6))]
    draw.polygon(coat, fill=_colour(random, 20, 200))
    for left, right in ((-0.3, -0.05), (0.05, 0.3)):
        draw.rectangle((x + size * left, y - size * 0.6, x + size * right, y), fill=_colour(random, 20, 90))


def _car(random, draw, x, y, scale):
    colour, wide, high = _colour(random, 40, 230), 150 * scale, 44 * scale
    draw.rectangle((x, y, x + wide, y + high), fill=colour)
    draw.polygon([(x + wide * a, y - high * b) for a, b in ((0.2, 0), (0.3, 0.8), (0.75, 0.8), (0.85, 0))], fill=colour)
    for left, right in ((0.32, 0.5), (0.55, 0.72)):
        draw.rectangle((x + wide * left, y - high * 0.65, x + wide * right, y - 2), fill=(30, 40, 50))
    for at in (0.2, 0.75):
        draw.ellipse((x + wide * at - high * 0.35, y + high * 0.6, x + wide * at + high * 0.35, y + high * 1.3), fill=(18, 18, 18))


def _people(random, draw, horizon, low, high):
    for _ in range(int(random.integers(low, high))):
        _person(random, draw, horizon)


def _street(place, now):
    picture, horizon = _sky(place), int(place.integers(360, 440))
    _ground(place, picture, horizon, _colour(place, 100, 150), 1.2)
    draw, x = ImageDraw.Draw(picture), -int(place.integers(0, 60))
    while x < WIDTH:
        wide = int(place.integers(110, 230))
        _building(place, draw, x, x + wide, int(place.integers(60, 240)), horizon + int(place.integers(0, 25)))
        x += wide + int(place.integers(-10, 40))
    _people(now, draw, horizon, 6, 14)
    for _ in range(int(now.integers(1, 4))):
        _car(now, draw, int(now.integers(0, WIDTH)), int(now.integers(horizon + 40, HEIGHT - 40)), now.uniform(0.6, 1.3))
    return picture


def _rubble(place, now):
    picture, horizon = _sky(place), int(place.integers(220, 330))
    _ground(place, picture, horizon, _colour(place, 120, 170), 1.0)
    draw = ImageDraw.Draw(picture)
    for _ in range(int(place.integers(1, 4))):
        x = int(place.integers(-50, WIDTH))
        _building(place, draw, x, x + int(place.integers(90, 220)), int(place.integers(60, horizon - 40)), horizon + 30)
    for y in sorted(place.integers(horizon, HEIGHT, int(place.integers(160, 260)))):
        size = place.uniform(6, 16 + (y - horizon) / 7)
        _blot(place, draw, place.integers(0, WIDTH), y, size, size * 0.7, int(place.integers(4, 7)), _colour(place, 60, 220))
    _people(now, draw, horizon, 2, 7)
    return picture


def _crowd(place, now):
    picture, horizon, x = _sky(place), int(place.integers(180, 280)), 0
    _ground(place, picture, horizon, _colour(place, 110, 150), 1.2)
    draw = ImageDraw.Draw(picture)
    while x < WIDTH:
        wide = int(place.integers(90, 200))
        _building(place, draw, x, x + wide, int(place.integers(20, horizon - 60)), horizon + 10)
        x += wide
    for y in sorted(now.integers(horizon + 20, HEIGHT, int(now.integers(150, 260)))):
        _person(now, draw, horizon - 20, int(y))
    return picture


def _convoy(place, now):
    picture, horizon = _sky(place), int(place.integers(260, 360))
    _ground(place, picture, horizon, _colour(place, 130, 180), 1.3)
    draw, number = ImageDraw.Draw(picture), int(now.integers(3, 7))
    ridge = [(x, horizon - int(place.integers(10, 110))) for x in range(0, WIDTH + 120, 120)]
    draw.polygon([(0, horizon), *ridge, (WIDTH, horizon)], fill=_colour(place, 70, 130))
    for at in range(number):
        x, y = 30 + at * WIDTH / number + now.integers(-20, 20), horizon + 50 + at * 25 + now.integers(-15, 15)
        _car(now, draw, x, y, 0.6 + 0.16 * at)
    _people(now, draw, horizon, 4, 10)
    return picture


def _rows(place, now):
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    _ground(place, picture, 0, _colour(place, 110, 160), 1.1)
    draw, columns, rows = ImageDraw.Draw(picture), int(place.integers(4, 7)), int(place.integers(3, 5))
    wide, high = WIDTH / columns, HEIGHT / rows
    for row in range(rows):
        for column in range(columns):
            x, y = wide * (column + 0.2) + place.integers(-9, 9), high * (row + 0.12) + place.integers(-9, 9)
            draw.rounded_rectangle(
                (x, y, x + wide * 0.5, y + high * 0.75), radius=wide * 0.2, fill=_colour(place, 190, 245), outline="grey"
            )
            for part in (0.2, 0.4, 0.56):
                band = y + high * part + place.integers(-6, 6)
                draw.line((x, band, x + wide * 0.5, band + place.integers(-6, 6)), fill=_colour(place, 90, 180), width=3)
            for _ in range(int(place.integers(2, 6))):
                left, top, size = x + place.uniform(0, wide * 0.4), y + place.uniform(0, high * 0.6), place.uniform(2, 9)
                draw.ellipse((left, top, left + size, top + size), fill=_colour(place, 60, 160))
    _people(now, draw, 100, 2, 6)
    return picture


_SCENES = {"street": _street, "rubble": _rubble, "crowd": _crowd, "convoy": _convoy, "rows": _rows}
