"""Names become places where gazetteer and context say so; what the text does not decide stays without country and coordinates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trucewatch
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.places import find_places
from trucewatch.records.extent import Candidate
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.records.names import fold, place_key, same_place


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.fixture(scope="module")
def places(parser, gazetteer):
    def read(text, own=()):
        known = gazetteer.with_places(own) if own else gazetteer
        return {place.name: place for place in find_places(parser.parse(text), known)}

    return read


@pytest.mark.parametrize(
    "spelling",
    [
        "Mazraat al-Qubeir", "al-Kubeir", "Qubair", "al-Qubayr", "Mazraat al-Kubayr", "Al Qubeir", "el-Kubeir", "Mazra'at al-Qubayr",
        "Qoubeir", "Kubair", "al-Qubeer", "al-Qubeīr",
    ],
)  # fmt: skip
def test_spellings_of_a_village_share_one_key(spelling):
    """Article, farm, q or k, ei or ay make no other place of it."""
    assert place_key(spelling) == place_key("Qubeir")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Houla", "al-Hula"),
        ("Raqqa", "ar-Rakkah"),
        ("Tell Abyad", "Tal Abyad"),
        ("Deir ez-Zor", "Dayr al-Zour"),
        ("Kiev", "Kyiv"),
        ("Binsh", "Binnish"),
    ],
)
def test_spellings_of_known_towns_are_one_place(one, other):
    """Press, French and official romanisations meet."""
    assert same_place(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Qubeir", "Kabir"), ("San Salvador", "San Miguel"), ("Goma", "Gao"), ("Bor", "Bari")]
)
def test_other_places_keep_other_keys(one, other):
    """A consonant or two in common is not enough."""
    assert place_key(one) != place_key(other)


@given(st.text(max_size=40))
def test_keys_of_keys_are_stable(name):
    """Folding twice is folding once; no name breaks it."""
    assert fold(fold(name)) == fold(name)
    assert same_place(name, name)


def test_a_town_is_placed_by_the_country_the_text_speaks_of(places):
    """Tripoli is in Lebanon beside Sidon and Beirut, in Libya beside Misrata."""
    assert (
        places("Shells hit Tripoli, and Lebanese troops left Sidon.\n\nThe wounded were taken to Beirut from Tripoli.")["Tripoli"].country
        == "LB"
    )
    assert places("Libyan militias fought in Tripoli and in Misrata on Friday.")["Tripoli"].country == "LY"


def test_a_hamlet_in_no_gazetteer_is_a_place_without_coordinates(places):
    """The words name it; nothing says where it lies, and a look-alike town does not lend its point."""
    place = places("Observers reached the hamlet of Zuhreddin in Syria, where Syrian troops stood.")["Zuhreddin"]
    assert (place.country, place.lat, place.admin1) == ("SY", None, None)
    assert place.precision == "place"


def test_a_small_town_named_without_context_is_not_guessed(places):
    """Nothing in the text says which San Miguel burned."""
    place = places("A church burned in San Miguel.")["San Miguel"]
    assert place.country is None
    assert len(place.candidates) > 1


def test_a_region_named_in_the_text_tells_two_villages_apart(places):
    """Two villages of one name lie in one country; the governorate decides, without it neither is meant."""
    own = [
        GazetteerEntry(Candidate("own:1", "Bayt Zahr", "SY", "Hama", 35.1, 36.7, "city")),
        GazetteerEntry(Candidate("own:2", "Bayt Zahr", "SY", "Idlib", 35.9, 36.6, "city")),
    ]
    told = places("Syrian troops shelled the village of Beit Zahr in Idlib province.", own)["Beit Zahr"]
    assert (told.admin1, told.lat) == ("Idlib", 35.9)
    untold = places("Syrian troops shelled the village of Beit Zahr in Syria.", own)["Beit Zahr"]
    assert (untold.country, untold.lat) == ("SY", None)


def test_a_place_of_ones_own_is_found_under_every_name(places):
    """Own entries come before those that ship."""
    own = [GazetteerEntry(Candidate("own:1", "Upper Mill", "GB", None, 51.5, -0.2, "place"), ("Melin Uchaf",))]
    assert places("British police went to Melin Uchaf near London.", own)["Melin Uchaf"].lat == 51.5


def test_people_and_bodies_are_no_places(places):
    """A surname, a title, a council and a language name no place."""
    found = places("Mr Jordan told the Security Council in Arabic that General Paris had left. Michael Jordan agreed.")
    assert found == {}


def test_a_district_and_a_province_keep_their_kind(places):
    """They are wider than a town of the same name."""
    found = places("Rebels hold Hama province and parts of Lira district, the Ugandan army and Syria say.")
    assert (found["Hama"].precision, found["Lira"].precision) == ("admin1", "admin2")
    assert found["Hama"].lat is None


def test_a_place_in_capitals_is_read(places):
    """Old wires write every word so."""
    found = places("GUERRILLAS ATTACKED A BRIDGE NEAR USULUTAN IN EL SALVADOR ON TUESDAY, SALVADORAN TROOPS SAID.")
    assert found["USULUTAN"].country == "SV"
    assert found["EL SALVADOR"].precision == "country"


def test_every_mention_of_a_name_is_kept_exactly(places):
    """Two spellings of a village are one place with two spans."""
    text = "Gunmen entered the hamlet of al-Kubeir in Syria. Syrian troops left Qubeir, and nobody in Qubeir would speak."
    place = places(text)["al-Kubeir"]
    assert [span.of(text) for span in place.spans] == ["al-Kubeir", "Qubeir", "Qubeir"]


def test_whoever_holds_an_office_of_state_is_no_place():
    """A name after "Secretary of State" is a person's."""
    text = "US Secretary of State Margaret Hale\nThe killing at Karsa bore a resemblance to that at Dermat."
    result = trucewatch.read(text, published=date(2012, 6, 8))
    assert not {place.name for incident in result.incidents for place in incident.where} & {"Margaret Hale"}


def test_months_continents_and_groups_are_no_places(places):
    """In May is a time; the European Union and African troops are no places."""
    text = "In May the European Union sent African troops. Shells hit Sidon in Lebanon."
    assert set(places(text)) == {"Sidon", "Lebanon"}
