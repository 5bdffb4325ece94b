"""Names no gazetteer need know are places by the words around them or by their own first word."""

import pytest

from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.places import find_places


@pytest.fixture(scope="module")
def named(parser):
    gazetteer = Gazetteer.load()

    def read(text):
        return [place.name for place in find_places(parser.parse(text), gazetteer)]

    return read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Near Cosnita, a patrol disarmed four men.", "Cosnita"),
        ("A patrol was attacked near Komorane at 10.30 last night.", "Komorane"),
        ("Units raided a hideout on Jabal al-Halal.", "Jabal al-Halal"),
        ("A mission helicopter was fired upon over Rugari.", "Rugari"),
        ("Gunmen attacked a patrol in Sar-e Pol.", "Sar-e Pol"),
        ("Gunmen attacked the village of Sheikh Zuwar.", "Sheikh Zuwar"),
        ("Gunmen attacked a patrol at Vaalkop Drift.", "Vaalkop Drift"),
        ('In "DPR"-controlled Yasna, monitors saw two craters.', "Yasna"),
    ],
)
def test_a_name_is_a_place_by_what_stands_around_it(named, text, name):
    """Prepositions of place, aircraft over it, and first words that only places bear."""
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    ["Tue 15/07: a guard was shot.", "Ban Ki-moon condemned it.", "They died in Operation Sunrise.", "The dispute over Amir went on."],
)
def test_what_is_no_place_stays_none(named, text):
    """Days, people and operations."""
    assert named(text) == []
