"""Each event has its own time and place: its own words first, then its clause, then what came before; never those of the saying."""

from datetime import date

import pytest

from trucewatch.capture.texts import document_of
from trucewatch.reading.datecheck import date_warnings
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.places import find_places
from trucewatch.reading.setting import when_of, where_of
from trucewatch.reading.times import find_times

FRIDAY = date(2014, 9, 19)


@pytest.fixture(scope="module")
def setting(parser):
    gazetteer = Gazetteer.load()

    def read(text, word, nth=1):
        parse = parser.parse(text)
        token = [i for i, lower in enumerate(parse.lower) if lower == word][nth - 1]
        when = when_of(parse, token, find_times(parse, FRIDAY))
        where = where_of(parse, token, find_places(parse, gazetteer))
        return str(when.earliest) if when else None, [(place.name, place.precision) for place in where]

    return read


def test_an_event_takes_its_own_modifiers(setting):
    """Time and place stand in its clause."""
    assert setting("Shells hit the market in Sidon at dawn today.", "hit") == ("2014-09-19", [("Sidon", "place")])


def test_two_events_in_a_sentence_keep_their_own(setting):
    """The bloodshed was on Wednesday in one village, the killing on 25 May in another."""
    text = "The bloodshed in Dar Salim on Wednesday night resembled the killing of 108 people in the town of Zahr on 25 May, which shocked."
    assert setting(text, "bloodshed") == ("2014-09-17", [("Dar Salim", "place")])
    assert setting(text, "killing") == ("2014-05-25", [("Zahr", "place")])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police said on Thursday that gunmen killed twelve people.", None),
        ("Police said that gunmen killed twelve people on Thursday.", "2014-09-18"),
        ("Gunmen killed twelve people, police said on Thursday.", None),
        ("Gunmen killed twelve people on Wednesday, police said on Thursday.", "2014-09-17"),
    ],
)
def test_a_date_of_the_saying_is_not_the_date_of_the_event(setting, text, day):
    """When somebody spoke is not when it happened."""
    assert setting(text, "killed")[0] == day


def test_a_place_of_the_saying_is_not_the_place_of_the_event(setting):
    """The envoy spoke in Geneva; the shelling was in Homs."""
    text = "The envoy told reporters in Geneva that troops had shelled Homs.\n\nHe told reporters in Geneva that the truce had been broken."
    assert setting(text, "shelled")[1] == [("Homs", "place")]
    assert setting(text, "broken")[1] == []


def test_a_dateline_says_neither_when_nor_where(setting):
    """BEIRUT, Sept 19: the report was sent from there then."""
    text = "BEIRUT, Sept 19 (Agency) - Rebels blew up a bridge."
    assert setting(text, "blew") == (None, [])


def test_a_clause_inside_shares_the_time_and_place(setting):
    """They were killed when the rounds fell, where they fell."""
    text = "Fourteen people were killed when mortar rounds fell on a queue in Olovo on Monday night."
    assert setting(text, "killed") == ("2014-09-15", [("Olovo", "place")])


def test_a_paragraph_goes_on_telling(setting):
    """The next sentence of the story happens there and then; the next paragraph need not."""
    text = "Rebels entered Lira on Tuesday. They burned two houses. The army has burned many houses."
    assert setting(text, "burned") == ("2014-09-16", [("Lira", "place")])
    assert setting(text, "burned", 2)[0] is None


def test_near_a_place_is_not_in_it(setting):
    """The precision of the mention is kept."""
    assert setting("A convoy was hit near Idlib in Syria.", "hit")[1][0] == ("Idlib", "near")


def test_what_a_count_leads_to_is_not_dated_by_it(setting):
    """The raid came two weeks after the massacre: that is no date of the massacre."""
    text = "The raid in Zahr came two weeks after the massacre in Dar Salim."
    assert setting(text, "massacre") == (None, [("Dar Salim", "place")])


def warnings_of(parser, text, published):
    document = document_of(text, published=published)
    return [warning.code for warning in date_warnings(document, find_times(parser.parse(text), document.published))]


def test_the_weekday_of_publication_told_as_past_beside_yesterday_is_a_warning(parser):
    """Who writes "yesterday" of the day before does not write "on Friday" of today."""
    text = "Talks failed on Friday. The minister yesterday declared that nobody wanted them."
    assert "date-weekday" in warnings_of(parser, text, FRIDAY)
    assert warnings_of(parser, text, date(2014, 9, 20)) == []


def test_a_weekday_that_is_not_that_of_its_date_is_a_warning(parser):
    """13 September 2014 was a Saturday."""
    assert warnings_of(parser, "Rebels came on Monday, 13 September 2014.", FRIDAY) == ["date-mismatch"]


def test_a_past_date_after_publication_is_a_warning(parser):
    """The report cannot tell of what came after it."""
    assert warnings_of(parser, "Rebels took the town on 25 September 2014.", FRIDAY) == ["date-after-publication"]


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Two days earlier, rebel leaders claimed, troops had hacked two men to death.\n\nShells fell on 3 May.", "hacked", None),
        ("Shells fell on 3 May. Two days earlier, rebel leaders claimed, troops had killed two men.", "killed", "2014-05-01"),
        ("Villagers were burying nine neighbours on Thursday, a day after gunmen raided the place.", "raided", "2014-09-17"),
        ("There is no word of three teachers snatched last Monday.", "snatched", "2014-09-15"),
        ("Gunmen went through the alleys on Monday. They went from door to door, killing residents.", "killing", "2014-09-15"),
        ("Fighting resumed early on Monday after a lull on Sunday. A hospital was hit twice.", "hit", "2014-09-15"),
        ("Over the past 24 hours the town was under fire. One soldier was killed.", "killed", "2014-09-18"),
        ("Twelve people were killed when a bus was set ablaze. Nobody was caught. Friday's attack was the third.", "killed", "2014-09-19"),
        ("Case 12 · 5 August 2014 · Hasana\n\nA drone destroyed a house before dawn.", "destroyed", "2014-08-05"),
        ("Incident date: August 5, 2014. Place: Hasana.\n\nA drone destroyed a house before dawn.", "destroyed", "2014-08-05"),
        ("Report 0417\n\nDate of incident: 5 August 2014\n\nPlace: Hasana\n\nA drone destroyed a house.", "destroyed", "2014-08-05"),
        ("A boat was stopped on 6 September. Two days after the incident, rebels attacked a post.", "attacked", "2014-09-08"),
        ("Press office, 19 September 2014\n\nA drone destroyed a house before dawn.", "destroyed", None),
        ("Rebels attacked the plant before daybreak Monday.", "attacked", "2014-09-15"),
        ("The branch claimed the attack on 6 September.", "attack", None),
        ("Doctors came on Monday. Rebels shot at them. The front denied that a clinic had been hit.", "hit", None),
        ("A unit destroyed a den in the orchards, on Sunday, a military source told reporters.", "destroyed", "2014-09-14"),
        ("The press centre informs: on the night of 13 July a band attacked a post.", "attacked", "2014-07-13"),
    ],
)
def test_a_day_reaches_what_is_told_along_with_it(setting, text, word, day):
    """Told in passing, counted back, carried on, told later, headed: never the day of publication in a letterhead."""
    assert setting(text, word)[0] == day


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Armed men entered the community of Huaypa, district of Sora. They murdered nine residents.", "murdered", "Huaypa"),
        ("Rockets slammed into an outpost above Jezra and wounded six militiamen.", "wounded", "Jezra"),
        ("Gunmen fired at the vegetable market of Kafr Sanja, killing two.", "killing", "Kafr Sanja"),
        ("The Ban Sakao siege was a battle in which 16 men lost their lives.", "siege", "Ban Sakao"),
        ("Rua Pinta, a hillside quarter of the capital, was the scene of a massacre.", "massacre", "Rua Pinta"),
        ("Hundreds of children fled Port-au-Sel after a massacre at Port-au-Sel.", "massacre", "Port-au-Sel"),
        ("Residents of Buna Gare were burying neighbours, a day after gunmen raided the village.", "raided", "Buna Gare"),
        ("The mission condemns the massacre of fishermen at a hamlet near Kompong Leng.", "massacre", "Kompong Leng"),
        ("Boga, Monday 31 May: fighters attacked a camp during the night.", "attacked", "Boga"),
        ("* LOGRA - A bomb killed an interpreter on Tuesday, the alliance said.", "killed", "LOGRA"),
        ("Case 12 · 5 August 2014 · Hasana\n\nA drone destroyed a house before dawn.", "destroyed", "Hasana"),
        ("The army turned its guns on Adigra. Gunners shelled a market in the town.", "shelled", "Adigra"),
        ("A bomb hit a truck between Milo and Barga in Lamu County. Five men lost their lives in the blast.", "blast", "Milo"),
        ("Men hanged a farmer from a tree in Shahja district on Monday.", "hanged", "Shahja"),
        ("Men were fired on while clearing Boyar bazaar on Monday.", "fired", "Boyar bazaar"),
        ("On the Gandu road a band ambushed a lorry on Sunday.", "ambushed", "Gandu"),
        ("Two shells landed on al-Midar neighbourhood this morning.", "landed", "al-Midar neighbourhood"),
        ("The popular forces liberated Surkam on Thursday.", "liberated", "Surkam"),
        ("Tank fire on the Homs suburb of Bayda killed two men.", "fire", "Bayda"),
    ],
)
def test_the_words_around_a_name_make_it_the_place(setting, text, word, place):
    """No gazetteer knows these places; what heads the item, the sentence before and "the village" point at them."""
    assert place in [name for name, _ in setting(text, word)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters loyal to Alasan Watara killed two men.",
        "The commander, Bernardo Chande, said two men were killed.",
        "The Public Relations Department of the Army said two men were killed.",
        "The Hezbollah ambush was a reply. Two men were killed.",
        "Talks between Milo and Barga failed. Two men were killed.",
    ],
)
def test_people_bodies_and_groups_are_no_places(setting, text):
    """A leader, a commander, a department, a group."""
    assert setting(text, "killed")[1] == []
