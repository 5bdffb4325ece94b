"""Which of the places a text names is where an event happened."""

from datetime import date

import pytest

import trucewatch
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


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Unrest report.\n\nDuduza (Nigel): A mob stoned a police car.\n\nKwaMbata (Natal): A man was stabbed.", "stabbed", "KwaMbata"),
        ("2/6 · Toribío. Two gunmen fired at a teacher.\n\n4/6 · Caloto. A grenade exploded at the station.", "exploded", "Caloto"),
        ("k1001. Tarmiya. Friday 3 November 2006. A guard was gunned down outside his house.", "gunned", "Tarmiya"),
        ("Entry k17. Shooting, Baquba, same day. Gunmen attacked a barber's shop.", "attacked", "Baquba"),
        ("4. Um Haraz, 29 September. Some 300 riders burned 40 huts.\n\n5. Tawila, 30 September. Troops beat a man.", "beat", "Tawila"),
        ("SAMARRA - Gunmen stopped a bus.\n\nTUZ - A mortar round killed three children.", "killed", "TUZ"),
    ],
)
def test_the_place_at_the_head_of_an_entry_is_that_of_what_it_tells(placed, text, word, name):
    """Labels with a gloss, days, numbers of records and fields, whatever the tagger made of the name."""
    assert placed(text, word)[:1] == [name]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police: 2 dead. A bomb exploded on Monday.", "exploded"),
        ("Background: rebels attacked the post on Monday.", "attacked"),
        ("PRESS RELEASE, 3 May 2011. Gunmen attacked a patrol.", "attacked"),
        ("MMR-24-0388 | Incident record\n\nGunmen attacked a patrol on 3 May.", "attacked"),
    ],
)
def test_labels_sources_and_codes_head_no_entry_of_a_place(placed, text, word):
    """What labels a field, gives a count or numbers a record is no place."""
    assert placed(text, word) == []


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Kilwa shootings were carried out by soldiers in October 2004. Women were beaten.", "shootings", "Kilwa"),
        ("Mortar bombs fell on the outskirts of Tal Rifat on Sunday.", "fell", "Tal Rifat"),
        ("The raid on Ain Sefra left 14 dead, the ministry in Algiers said.", "raid", "Ain Sefra"),
        ("Kalinda is a mining hamlet near Walo. Rebels seized the hamlet on Monday.", "seized", "Kalinda"),
        ("Gunmen stormed Dolo on Monday. Survivors interviewed in Yola said they killed a teacher.", "killed", "Dolo"),
        ("A convoy on its way from Bria to Bambari was attacked near Ippy.", "attacked", "Ippy"),
    ],
)
def test_an_event_without_a_place_is_where_the_text_is_set(placed, text, word, name):
    """The sentence before sets what goes on; where tellers are, and whence or whither people went, sets nothing."""
    assert placed(text, word)[:1] == [name]


def test_a_sender_sets_nothing(placed):
    """The place in the heading of whoever issued a text is not that of what it tells."""
    assert placed("General Staff Headquarters, Skopje\n\nTerrorists attacked a patrol on Monday.", "attacked") == []


@pytest.mark.parametrize(
    "opening",
    [
        "Note to media: visit to Sule\n\nZagreb, 8 June 2012\n\n1. Soldiers shot two herders at Sule on 7 June.\n\n2. A house was burned.",
        "ZAGREB, 8 June 2012. Soldiers shot two herders at Sule on 7 June. A house was burned.",
    ],
)
def test_where_a_document_was_written_is_no_place_of_what_it_tells(opening):
    """One line of a place and a day is the sender's; several are the entries of a log."""
    claims = trucewatch.read(opening, published="2012-06-08").claims
    assert not any(place.name.lower() == "zagreb" for one in claims if one.kind == "event" for place in one.payload.where)


@pytest.mark.parametrize("title", ["Syria: rival accounts of deaths at Sule", "Syrian hamlet: what each side says"])
def test_a_country_or_its_people_head_no_entry(title):
    """A title that opens with the country tells nothing of where in it."""
    claims = trucewatch.read(f"{title}\n\nSoldiers shot two herders on 7 June.", published="2012-06-08").claims
    assert not any(
        place.precision != "country" for one in claims if one.kind == "event" for place in one.payload.where if place.name[:4] == "Syri"
    )
