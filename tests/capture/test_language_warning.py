"""A report in a language that is not read."""

import pytest

from trucewatch.capture.texts import document_of
from trucewatch.reading.languages import language_warnings

SPANISH = "El ejército dijo el miércoles que los guerrilleros atacaron la aldea y mataron a 14 personas. El gobernador no habló de heridos."


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (SPANISH, True),
        (SPANISH.split(".", maxsplit=1)[0][:60], False),
        (
            "The army said on Wednesday that the rebels had attacked the village and killed 14 people. The governor spoke of no wounded.",
            False,
        ),
    ],
)
def test_a_report_that_is_not_read_says_so(text, warned):
    """A longer text that is surely in another language carries a warning; English and scraps do not."""
    assert [warning.code for warning in language_warnings(document_of(text))] == ["language-not-read"] * warned
