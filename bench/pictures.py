"""Recognise pictures again after the changes that people make to them, and tell different pictures of the same kind of scene apart.

    python -m bench.pictures [--scenes 24] [--changed 6]

All pictures are drawn by code (bench/scenes.py): five kinds of scene, ``--scenes`` of each. Of the first ``--changed`` of each kind every
change below is made, and the result is compared with all that were there, as a case does when a picture is added. Prints for each change
how often the original was suggested, by hashes alone and with local features, and how many other pictures were; then how many suggestions
there are among different pictures: plain, with one station's caption and mark on all, and so on; and the time for each picture.
"""

import argparse
import resource
import sys
import time
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from bench.scenes import HEIGHT, KINDS, WIDTH, scene
from trucewatch.capture.limits import DEFAULT
from trucewatch.capture.pixels import read_pixels
from trucewatch.matching.pictures.recurrence import print_of, recurrences


def cut(share):
    """A piece with this share of the area, anywhere."""

    def change(picture, random):
        width, height = (int(side * share**0.5) for side in picture.size)
        x, y = int(random.integers(0, picture.width - width + 1)), int(random.integers(0, picture.height - height + 1))
        return picture.crop((x, y, x + width, y + height))

    return change


def scaled(times):
    """At another size."""
    return lambda picture, _: picture.resize((int(picture.width * times), int(picture.height * times)), Image.Resampling.LANCZOS)


def compressed(quality):
    """Saved as JPEG of low quality."""

    def change(picture, _):
        page = BytesIO()
        picture.save(page, "JPEG", quality=quality)
        return Image.open(page).convert("RGB")

    return change


def written_on(picture, _=None):
    """With a station's caption and mark."""
    picture, (width, height) = picture.copy(), picture.size
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 0.8, width, height * 0.95), fill=(150, 10, 10))
    draw.text((width * 0.03, height * 0.82), "LATEST: CONVOY HIT, AT LEAST 12 REPORTED DEAD", fill="white", font_size=height * 0.055)
    draw.ellipse((width * 0.85, height * 0.04, width * 0.97, height * 0.2), fill=(20, 60, 160))
    draw.text((width * 0.872, height * 0.09), "TV7", fill="white", font_size=height * 0.06)
    return picture


def watermarked(picture, _=None):
    """With an agency's name across the middle, half transparent."""
    layer = Image.new("RGBA", picture.size)
    words = {"anchor": "mm", "fill": (255, 255, 255, 120), "font_size": picture.height * 0.16}
    ImageDraw.Draw(layer).text((picture.width / 2, picture.height / 2), "AGENCE ONE", **words)
    return Image.alpha_composite(picture.convert("RGBA"), layer.rotate(20)).convert("RGB")


def turned(degrees):
    """Turned about its middle, the corners black."""
    return lambda picture, _: picture.rotate(degrees, Image.Resampling.BICUBIC)


def bright(times):
    """Brighter or darker."""
    return lambda picture, _: ImageEnhance.Brightness(picture).enhance(times)


def slanted(picture, _):
    """As photographed from a screen, a little from the side."""
    width, height = picture.size
    corners = np.array([(0, 0), (width, height * 0.06), (width * 0.97, height * 0.95), (width * 0.03, height)])
    square = np.array([(0, 0), (width, 0), (width, height), (0, height)])
    rows = [
        row
        for (x, y), (u, v) in zip(corners, square, strict=True)
        for row in ([x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y])
    ]
    return picture.transform((width, height), Image.Transform.PERSPECTIVE, np.linalg.solve(rows, square.ravel()), Image.Resampling.BICUBIC)


def page_of_text(seed, lines=24):
    """A printed page: words in lines, no two alike but for the kind of letters."""
    random = np.random.default_rng(seed)
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(page)
    for line in range(lines):
        words = ["".join(random.choice(list("aeioudnrstlmh"), random.integers(2, 9))) for _ in range(14)]
        draw.text((30, 12 + line * 26), " ".join(words), fill="black", font_size=18)
    return page


def in_a_page(picture, random=None):
    """A quarter of a larger picture, such as a saved screen."""
    page = page_of_text(int(random.integers(10_000)) if random else 0)
    page.paste(picture.resize((picture.width // 2, picture.height // 2)), (picture.width // 3, picture.height // 4))
    return page


def several(*changes):
    """One change after another."""

    def change(picture, random):
        for each in changes:
            picture = each(picture, random)
        return picture

    return change


CHANGES = {
    "none": lambda picture, _: picture,
    "cut to 90 %": cut(0.9),
    "cut to 70 %": cut(0.7),
    "cut to 50 %": cut(0.5),
    "cut to 35 %": cut(0.35),
    "cut to 20 %": cut(0.2),
    "half the size": scaled(0.5),
    "a quarter of the size": scaled(0.25),
    "an eighth of the size": scaled(0.125),
    "twice the size": scaled(2),
    "JPEG, quality 50": compressed(50),
    "JPEG, quality 20": compressed(20),
    "JPEG, quality 10": compressed(10),
    "caption and mark": written_on,
    "watermark": watermarked,
    "mirrored": lambda picture, _: ImageOps.mirror(picture),
    "turned 90°": lambda picture, _: picture.transpose(Image.Transpose.ROTATE_90),
    "turned 3°": turned(3),
    "turned 8°": turned(8),
    "turned 15°": turned(-15),
    "brighter by 40 %": bright(1.4),
    "darker by 40 %": bright(0.6),
    "grey": lambda picture, _: ImageOps.grayscale(picture).convert("RGB"),
    "blurred": lambda picture, _: picture.filter(ImageFilter.GaussianBlur(4)),
    "stretched to 4:3": lambda picture, _: picture.resize((picture.height * 4 // 3, picture.height)),
    "from the side": slanted,
    "a quarter of a page": in_a_page,
    "cut to 50 %, mirrored": several(cut(0.5), lambda picture, _: ImageOps.mirror(picture)),
    "cut to 60 %, caption, 60 % of the size, JPEG 40": several(cut(0.6), written_on, scaled(0.6), compressed(40)),
}


def printed(picture):
    """Take a picture the way a case does: as JPEG bytes, opened, described."""
    page = BytesIO()
    picture.save(page, "JPEG", quality=90)
    found = read_pixels(page.getvalue(), DEFAULT)
    return print_of(np.frombuffer(found.grey, np.uint8).reshape(found.height, found.width))


def among(pictures):
    """Count the suggestions among pictures that are all different: by hashes, and with local features."""
    prints = {name: printed(picture) for name, picture in pictures.items()}
    return [sum(map(len, recurrences(prints, features=features).values())) for features in (False, True)]


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", help="not used: the pictures are drawn")
    parser.add_argument("--scenes", type=int, default=24, help="pictures of each kind of scene")
    parser.add_argument("--changed", type=int, default=6, help="of how many of each kind the changes are tried")
    given = parser.parse_args()
    names = [(kind, seed) for kind in KINDS for seed in range(given.scenes)]
    pictures = {f"{kind} {seed}": scene(kind, seed) for kind, seed in names}
    start = time.process_time()
    prints = {name: printed(picture) for name, picture in pictures.items()}
    each = (time.process_time() - start) / len(prints)
    known = dict.fromkeys(prints, ())
    print(f"{len(prints)} pictures; changes tried on {given.changed * len(KINDS)}")
    print(f"\n{'change':50}{'hashes':>8}{'+ local features':>18}{'others suggested':>18}")
    looked = tried = 0
    for change, make in CHANGES.items():
        changed = {
            f"{kind} {seed} changed": printed(make(pictures[f"{kind} {seed}"], np.random.default_rng([KINDS.index(kind), seed])))
            for kind in KINDS
            for seed in range(given.changed)
        }
        found, wrong = [0, 0], 0
        for at, features in enumerate((False, True)):
            start = time.process_time()
            for name, likenesses in recurrences({**prints, **changed}, known, features=features).items():
                repeated = {one.earlier for one in likenesses}
                found[at] += name.removesuffix(" changed") in repeated
                wrong += len(repeated - {name.removesuffix(" changed")}) * features
            looked, tried = looked + (time.process_time() - start) * features, tried + len(changed) * features
        print(f"{change:50}{found[0] / len(changed):8.2f}{found[1] / len(changed):18.2f}{wrong:18}")
    fewer = {name: picture for name, picture in pictures.items() if int(name.split()[1]) < 2 * given.changed}
    print(f"\n{'among different pictures':50}{'pairs':>8}{'hashes':>8}{'+ local features':>18}")
    for heading, some in (
        ("plain", pictures),
        ("the same caption and mark on all", {name: written_on(picture) for name, picture in fewer.items()}),
        ("the same watermark on all", {name: watermarked(picture) for name, picture in fewer.items()}),
        ("the same page of text around all", {name: in_a_page(picture) for name, picture in fewer.items()}),
        ("pages of text, different words", {str(seed): page_of_text(seed) for seed in range(len(fewer) // 2)}),
    ):
        hashes, both = among(some)
        print(f"{heading:50}{len(some) * (len(some) - 1) // 2:8}{hashes:8}{both:18}")
    twice = [among({"one": pictures[name], "two": scene(*name.split()[:1], int(name.split()[1]), moment=1)}) for name in fewer]
    hashes, both = (sum(column) for column in zip(*twice, strict=True))
    print(f"{'the same place at another moment':50}{len(twice):8}{hashes:8}{both:18}")
    kept = sum(len(each.points.packed()) for each in prints.values()) / len(prints) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(f"\na picture: {each * 1000:.0f} ms of processor time to open and describe, {kept:.0f} kB kept; peak memory {peak:.0f} MB")
    print(f"one new picture among {len(prints)}: {looked / tried * 1000:.0f} ms of it to compare")


if __name__ == "__main__":
    main()
