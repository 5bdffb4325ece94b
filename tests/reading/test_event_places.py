"""Which of the places a text names is where an event happened."""

from datetime import date

import pytest

from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.places import find_places
from trucewatch.reading.setting import where_of


@pytest.fixture(scope="module")
def placed(parser):
    gazetteer = Gazetteer.load()

    def read(text, word):
        parse = parser.parse(text)
        return [place.name for place in where_of(parse, parse.lower.index(word), find_places(parse, gazetteer))]

    return read


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Residents of the hill town of Minda said soldiers had burned houses there on Sunday.", "burned", "Minda"),
        ("The standoff at the Vunida police station is over. The station was seized on Monday.", "seized", "Vunida police station"),
        ("Kabala was infiltrated on Sunday by rebels.", "infiltrated", "Kabala"),
        ("A drone hit a gathering of elders at Nevi Adda on Thursday.", "hit", "Nevi Adda"),
        ("He told of the raid of last Sunday, 25 April, on the parish church of Kajuru Station.", "raid", "Kajuru Station"),
        ("Rebels ambushed a convoy on the road out of Haro Limmu.", "ambushed", "Haro Limmu"),
        ("Gunmen ambushed a convoy on Route 9, moments after it had left the port.", "ambushed", "Route 9"),
        ("He was shot at the door of the Harp Bar by two gunmen.", "shot", "Harp Bar"),
        ("They dislodged rebels from a hideout on the Muera River on 2 July.", "dislodged", "Muera River"),
        ("At Dzhulda on Monday gunmen attacked a patrol.", "attacked", "Dzhulda"),
        ("* DIWANIYA - Gunmen abducted two engineers of the water board.", "abducted", "DIWANIYA"),
    ],
)
def test_the_place_reaches_its_event(placed, text, word, name):
    """Places told of before, passive subjects, roads, bars, rivers and heads of items."""
    assert placed(text, word)[:1] == [name]


def test_references_of_an_encyclopaedia_are_no_words(parser):
    """A mark in brackets after a full stop hides neither the end of a sentence nor its date."""
    from trucewatch.reading.times import find_times

    parse = parser.parse("Guards exchanged fire near Batken on 14 June.[2] One was killed on 16 June.[citation needed]")
    assert [str(when.earliest) for when in find_times(parse, date(2022, 8, 2))] == ["2022-06-14", "2022-06-16"]
    assert len(set(parse.sentence_of)) == 2
