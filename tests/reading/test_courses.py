"""Days of what lasted, of what a heading or a clause with "when" dates, and of the sentence that follows one with two days."""

from datetime import date

import pytest

import trucewatch

PUBLISHED = date(2014, 3, 18)


def _days(text, word, published=PUBLISHED):
    at = text.index(word)
    for claim in trucewatch.read(text, published=published).claims:
        if claim.kind == "event" and claim.payload.trigger.start <= at < claim.payload.trigger.end:
            when = claim.payload.when
            return f"{when.earliest} {when.latest}" if when else None
    return "no event"


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("The raids began on Friday and went on until Saturday afternoon.", "raids", "2014-03-14 2014-03-15"),
        ("The fighting for the bridge began on 4 June 1992 and was over by nightfall on the 6th.", "fighting", "1992-06-04 1992-06-06"),
        ("The shelling started on Thursday and lasted until Sunday. Nine people were killed.", "killed", "2014-03-13 2014-03-16"),
        ("The siege, which began on 3 March, ended on 9 March.", "siege", "2014-03-03 2014-03-09"),
        ("Gunmen shot a judge at Oru and fled in a taxi. The attack took place on Sunday.", "shot", "2014-03-16 2014-03-16"),
        ("The siege began on 3 March, when militiamen burned the gate.", "burned", "2014-03-03 2014-03-03"),
    ],
)
def test_what_began_and_ended_lasted_from_day_to_day(text, word, days):
    """The whole stretch is the event's, and of what is told of it next."""
    assert _days(text, word) == days


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Police freed a trader on Sunday whom rebels had seized on 2 March. Two guards were shot.", "shot", "2014-03-16 2014-03-16"),
        ("Tanks shelled Tarem on Sunday, a day after 80 people died there.\n\nA boy was shot.", "shot", "2014-03-16 2014-03-16"),
        ("Families returned on Sunday, two days after raiders burned Oru. Ten men were killed.", "killed", "2014-03-14 2014-03-14"),
        ("Guns shelled Tarem on Friday night. At dawn gunmen shot a miller.", "shot", "2014-03-15 2014-03-15"),
        ("A court heard in 1995 that soldiers had shot four boys.", "shot", None),
    ],
)
def test_of_two_days_the_sentence_after_takes_that_of_the_news(text, word, days):
    """What a relative clause looks back on, or a burial or a hearing long after, is another day."""
    assert _days(text, word) == days


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("Incident date: 20/05/2013\nDate of report: 30 May 2013", "2013-05-20 2013-05-20"),
        ("Ambush at Kilometre 40, 3 June 2001. Page updated 1 June 2013.", "2001-06-03 2001-06-03"),
        ("The Kitale road shootings, 4-6 March 1993", "1993-03-04 1993-03-06"),
        ("Testimony of a miller, recorded 12 March 2004", None),
    ],
)
def test_a_heading_dates_by_the_day_of_the_incident_only(head, days):
    """When a page was edited or a testimony taken is no day of what it tells."""
    assert _days(f"{head}\n\nMasked men shot the driver and burned his lorry.", "shot") == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on 30 January or 1 February", "2014-01-30 2014-02-01"),
        ("on the last two days of January", "2014-01-30 2014-01-31"),
        ("on the first day of March", "2014-03-01 2014-03-01"),
        ("on the Sunday before Christmas 1982", "1982-12-19 1982-12-19"),
        ("for three days from 3 March", "2014-03-03 2014-03-05"),
        ("late last month", "2014-02-21 2014-02-28"),
        ("earlier in the week", "2014-03-17 2014-03-18"),
        ("the night before last", "2014-03-16 2014-03-16"),
        ("a year ago today", "2013-03-18 2013-03-18"),
        ("on the evening of 14th", "2014-03-14 2014-03-14"),
        ("from Friday onwards", "2014-03-14 2014-03-18"),
        ("near Mon district", None),
        ("on the Sunday before the vote", None),
    ],
)
def test_days_given_by_parts_and_neighbours(words, days):
    """Parts of a month, alternatives, days beside a feast; "Mon district" is none."""
    assert _days(f"Gunmen attacked the farm {words}.", "attacked") == days


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Four men died on Friday in a confrontation with police.", "confrontation"),
        ("Three of the captives were let go on Friday with broken ribs.", "let go"),
        ("A patrol came upon the kidnappers at Oru on Friday.", "came"),
        ("Troops broke up a funeral march on Friday.", "broke"),
        ("By Friday evening the garrison had pulled back to Oru.", "pulled"),
        ("A bomb went off on Friday. Gunmen then burst in and shot guests.", "burst"),
    ],
)
def test_acts_of_a_day_are_told_whatever_their_words(text, word):
    """Fighting told by a noun, and acts told by light verbs or in the past perfect with their own day."""
    assert _days(text, word) == "2014-03-14 2014-03-14"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The court sentenced a colonel on Friday. The students were strangled in 1993, his lawyer said.", "sentenced"),
        ("On Friday SLA fighters waylaid a convoy and abducted three drivers, releasing them the day after.", "abducted"),
        ("14 March. Two surveyors kidnapped at Oru; ransomed in April.", "kidnapped"),
    ],
)
def test_the_day_stays_with_its_own_deed(text, word):
    """What came of a deed later has another day."""
    assert _days(text, word) == "2014-03-14 2014-03-14"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A judge, who was wounded in an ambush, returned to work on Monday. Her driver was killed.", "wounded"),
        ("A judge, who was wounded in an ambush, returned to work on Monday. Her driver was killed.", "killed"),
        ("Prosecutors charged a mayor on Thursday with the massacre of 90 refugees.", "massacre"),
        ("The rebels threatened on Sunday to shell the port.", "shell"),
        ("The sect, which kidnapped three nuns last year, has often attacked churches.", "attacked"),
        ("The town was attacked on 3 March and again on 7 March. In one of the raids a teacher was shot.", "shot"),
        ("On 14 March they signed an accord that ended a war in which whole towns were razed.", "razed"),
    ],
)
def test_days_of_courts_threats_and_returns_date_nothing_else(text, word):
    """A wrong day is worse than none."""
    assert _days(text, word) is None
