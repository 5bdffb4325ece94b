import numpy as np
import pytest

from trucewatch.matching.images import distance, fingerprint, seen_before


def picture(seed, height=240, width=320):
    """A picture with detail at every scale, as photographs have, that no other seed gives."""
    random = np.random.default_rng(seed)
    across = np.hypot(np.fft.fftfreq(height)[:, None] * height, np.fft.rfftfreq(width)[None, :] * width)
    planes = [
        np.fft.irfft2(np.fft.rfft2(random.standard_normal((height, width))) / np.maximum(1, across) ** 1.2, (height, width))
        for _ in range(3)
    ]
    stacked = np.stack(planes, axis=-1)
    return (127.5 + 120 * stacked / np.abs(stacked).max()).astype(np.uint8)


def test_pdq_is_the_references_bit_for_bit():
    """The hash of a known picture is the one that the reference implementation gives."""
    assert f"{fingerprint(picture(1)).pdq[0]:064x}" == "9d290059a3b094fb40acf468b43de406f3e6f8cef0387768fd0e02955a96dd3e"


@pytest.mark.parametrize("turns", range(8))
def test_a_picture_turned_or_mirrored_is_recognised(turns):
    """Any of the eight orientations."""
    turned = np.rot90(np.fliplr(picture(1)) if turns >= 4 else picture(1), turns % 4)
    found = seen_before({"new": fingerprint(turned)}, {"old": fingerprint(picture(1))})
    assert [(one.later, one.earlier) for one in found] == [("new", "old")]


def test_a_smaller_brighter_noisier_copy_is_recognised():
    """Half the size, brighter, with noise on it."""
    noise = np.random.default_rng(7).normal(0, 6, (120, 160, 3))
    copy = np.clip(picture(1)[::2, ::2] * 1.1 + 8 + noise, 0, 255).astype(np.uint8)
    assert len(seen_before({"new": fingerprint(copy)}, {"old": fingerprint(picture(1))})) == 1


def test_other_pictures_are_not_recognised():
    """Twenty pictures, none of which is another."""
    prints = {str(seed): fingerprint(picture(seed)) for seed in range(20)}
    assert seen_before(prints, prints) == ()


def test_an_empty_picture_matches_nothing():
    """A black frame has a hash but no quality, so two black frames are no sighting."""
    black = fingerprint(np.zeros((100, 100), np.uint8))
    assert seen_before({"new": black}, {"old": black}) == ()


def test_distance_counts_bits():
    """Bits that differ."""
    assert distance(0b1011, 0b0010) == 2
