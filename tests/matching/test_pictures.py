from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageOps

from drawn import captioned, cut, drawn, grey, jpeg, texture
from trucewatch.matching.pictures.hashes import distance, fingerprint
from trucewatch.matching.pictures.keypoints import keypoints, unpacked
from trucewatch.matching.pictures.recurrence import KEPT, print_of, recurrences


def picture(seed, height=240, width=320):
    random = np.random.default_rng(seed)
    stacked = np.stack([texture(random, height, width) for _ in range(3)], axis=-1)
    return (127.5 + 120 * stacked / np.abs(stacked).max()).astype(np.uint8)


def found(later, *earlier, features=True):
    """The likenesses of one picture to earlier ones, captured in the order given."""
    prints = {f"old{number}": print_of(grey(each)) for number, each in enumerate(earlier)}
    return recurrences({**prints, "new": print_of(grey(later))}, features=features)["new"]


def test_pdq_is_the_references_bit_for_bit():
    """The hash of a known picture is the one that the reference implementation gives."""
    random = np.random.default_rng(1)
    across = np.hypot(np.fft.fftfreq(240)[:, None] * 240, np.fft.rfftfreq(320)[None, :] * 320)
    planes = [np.fft.irfft2(np.fft.rfft2(random.standard_normal((240, 320))) / np.maximum(1, across) ** 1.2, (240, 320)) for _ in range(3)]
    stacked = np.stack(planes, axis=-1)
    known = (127.5 + 120 * stacked / np.abs(stacked).max()).astype(np.uint8)
    assert f"{fingerprint(known).pdq[0]:064x}" == "9d290059a3b094fb40acf468b43de406f3e6f8cef0387768fd0e02955a96dd3e"


@pytest.mark.parametrize("turns", range(8))
def test_a_picture_turned_or_mirrored_is_recognised(turns):
    """Any of the eight orientations, by hashes alone."""
    turned = np.rot90(np.fliplr(picture(1)) if turns >= 4 else picture(1), turns % 4)
    assert [one.earlier for one in found(Image.fromarray(turned), Image.fromarray(picture(1)), features=False)] == ["old0"]


def test_a_smaller_brighter_noisier_copy_is_recognised():
    """Half the size, brighter, with noise on it."""
    noise = np.random.default_rng(7).normal(0, 6, (120, 160, 3))
    copy = np.clip(picture(1)[::2, ::2] * 1.1 + 8 + noise, 0, 255).astype(np.uint8)
    (one,) = found(Image.fromarray(copy), Image.fromarray(picture(1)), features=False)
    assert (one.method, one.turn) == ("hashes", "as it is")
    assert one.distance <= 31


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda one: cut(one, 0.7), id="cut to seven tenths"),
        pytest.param(lambda one: cut(one, 0.5), id="cut to half"),
        pytest.param(lambda one: cut(one, 0.35), id="cut to a third"),
        pytest.param(captioned, id="written on"),
        pytest.param(lambda one: one.rotate(7, Image.Resampling.BICUBIC), id="turned a little"),
        pytest.param(lambda one: ImageOps.mirror(cut(one, 0.5)), id="cut and mirrored"),
        pytest.param(lambda one: one.resize((256, 192)), id="smaller"),
        pytest.param(lambda one: Image.open(BytesIO(jpeg(captioned(cut(one, 0.6)), 35))), id="cut, written on and compressed"),
    ],
)
def test_a_changed_piece_of_a_picture_is_recognised_by_local_features(changed):
    """What hashes do not see."""
    later = changed(drawn(1))
    assert [one.earlier for one in found(later, drawn(0), drawn(1), drawn(2))] == ["old1"]


def test_how_a_piece_lies_is_said():
    """Mirrored or turned, how many points agree, and how much of the earlier picture is shown."""
    (turned,) = found(cut(drawn(1), 0.5).rotate(9, Image.Resampling.BICUBIC), drawn(1))
    assert turned.turn == "turned 9° left"
    assert 0.4 < turned.shown < 0.6
    assert turned.points >= 12
    (mirrored,) = found(ImageOps.mirror(cut(drawn(1), 0.5)), drawn(1))
    assert mirrored.turn == "mirrored"


def test_other_pictures_are_not_recognised():
    """Twenty pictures of the same kind of things, none of which is another."""
    likenesses = recurrences({str(seed): print_of(grey(drawn(seed, (320, 240)))) for seed in range(20)})
    assert set(likenesses.values()) == {()}


def test_a_caption_and_a_mark_that_two_pictures_share_make_them_no_copies():
    """A station's design is on all of its pictures."""
    assert found(captioned(drawn(1)), captioned(drawn(2)), captioned(drawn(3))) == ()


def test_an_empty_picture_matches_nothing():
    """A black frame has a hash but no quality and no points, so two black frames are no sighting."""
    black = Image.new("L", (100, 100))
    assert found(black, black) == ()
    assert found(Image.new("L", (1, 1)), Image.new("L", (1, 1))) == ()


def test_what_a_picture_repeats_does_not_depend_on_what_came_later():
    """One by one or all at once, the same likenesses."""
    prints = {
        "a": print_of(grey(drawn(1))),
        "b": print_of(grey(cut(drawn(1), 0.6))),
        "c": None,
        "d": print_of(grey(drawn(2))),
        "e": print_of(grey(captioned(drawn(1)))),
    }
    known = {}
    for number in range(1, len(prints) + 1):
        known |= recurrences(dict(list(prints.items())[:number]), known)
    assert known == recurrences(prints)
    assert [one.earlier for one in known["e"]] == ["a", "b"]


def test_of_many_copies_the_earliest_and_the_nearest_are_kept():
    """A picture that everybody posts does not fill the case with pairs."""
    prints = {f"{number:02}": print_of(grey(drawn(1).resize((640 - 4 * number, 480 - 3 * number)))) for number in range(KEPT + 5)}
    likenesses = recurrences(prints)
    last = likenesses[f"{KEPT + 4:02}"]
    assert len(last) == KEPT
    assert last[0].earlier == "00"


def test_points_kept_as_bytes_come_back_the_same():
    """What is stored is what was compared."""
    points = keypoints(grey(drawn(1)))
    again = unpacked(points.packed(), points.width, points.height)
    assert again.packed() == points.packed()
    assert points.packed() == keypoints(grey(drawn(1))).packed()


def test_distance_counts_bits():
    """Bits that differ."""
    assert distance(0b1011, 0b0010) == 2


def test_a_station_whose_caption_is_on_every_picture_hides_no_piece_of_an_earlier_one():
    """Forty pictures with the same caption; a captioned piece of one without is found among them."""
    prints = {"old": print_of(grey(drawn(1, (320, 240))))}
    prints |= {f"other{seed}": print_of(grey(captioned(drawn(seed, (320, 240))))) for seed in range(2, 42)}
    known = dict.fromkeys(prints, ())
    later = print_of(grey(captioned(cut(drawn(1, (320, 240)), 0.6))))
    assert [one.earlier for one in recurrences({**prints, "new": later}, known)["new"]] == ["old"]
