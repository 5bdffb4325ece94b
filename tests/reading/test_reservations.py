"""What a speaker holds back is kept beside the stand they take."""

import pytest

import trucewatch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the peace plan had failed so far.", ["so far"]),
        ("The minister said that the peace plan had failed, although talks would go on.", ["although talks would go on"]),
        ("The minister said that the peace plan had failed.", []),
    ],
)
def test_a_reservation_is_kept_as_a_hedge(text, expected):
    """Words like "so far" and what is conceded stand beside the verdict, whose certainty they leave alone."""
    (claim,) = [c for c in trucewatch.read(text, published="2012-06-08").claims if c.kind == "compliance"]
    assert [span.of(text) for span in claim.hedges] == expected
    assert claim.factuality == "certain"
