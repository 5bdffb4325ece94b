"""A log, a diary or a list counts its days from those its heading gives; a page on one event counts dates without a year from it."""

from datetime import date

import pytest

from trucewatch import read
from trucewatch.records.assertion import EventPayload

LOG = """Diary of the emergency, January 1986

Monday 6. A grenade was thrown into a bus queue in Soweto; two commuters died.

Thursday 9. Police shot a student at Mamelodi.
"""
WEEK = """Protection desk, weekly incident list (29 August to 4 September 2016)

Mon: Malakal. Two nurses were beaten at a checkpoint.
Thu night: a convoy was ambushed near Guit.
"""
DAILY = """Daily patrol report, Thursday 25 February 1999

0930 At Bukos a patrol was turned back by police.
1410 Residents of Studencane said that soldiers had shelled the village on Tuesday.
1630 A farmer told the patrol that his barn had been burned the previous night.
"""
MONTH = """Monthly chronicle of attacks on journalists, September 2005

17th: gunmen killed the editor of a weekly.
21st: a bomb destroyed the office of a newspaper.
"""
HEARING = """Commission of inquiry, hearing 12. Matter: killings at the Kallar junction, July 1990

The witness says that on the evening of 14 July soldiers stopped a bus. On the 15th nine bodies were found behind the school. Last week
another witness named the officer.
"""
ISSUED = """Weekly note, issued Monday 19 August 2013

On Thursday a car bomb killed 22 people in Roueiss.
"""
TRUCE = """Log of the truce that ended on 21 March 1996

17 March. Rebels rushed a post; five soldiers were killed.

The outboard was seized on the 25th, nurses report.
"""


def day_of(text: str, word: str, published: str) -> str | None:
    """Return the day, or the first and last, of the event told by ``word``."""
    at = text.index(word)
    for claim in read(text, published=published).claims:
        if isinstance(claim.payload, EventPayload) and claim.payload.trigger.start <= at < claim.payload.trigger.end:
            when = claim.payload.when
            return None if when is None else str(when.earliest) if when.earliest == when.latest else f"{when.earliest}..{when.latest}"
    return None


@pytest.mark.parametrize(
    ("text", "word", "published", "day"),
    [
        (LOG, "thrown", "1986-03-10", "1986-01-06"),
        (LOG, "shot", "1986-03-10", "1986-01-09"),
        (WEEK, "beaten", "2016-09-12", "2016-08-29"),
        (WEEK, "ambushed", "2016-09-12", "2016-09-01"),
        (DAILY, "turned back", "1999-03-02", "1999-02-25"),
        (DAILY, "shelled", "1999-03-02", "1999-02-23"),
        (DAILY, "burned", "1999-03-02", "1999-02-24"),
        (MONTH, "killed", "2005-11-03", "2005-09-17"),
        (MONTH, "destroyed", "2005-11-03", "2005-09-21"),
        (HEARING, "stopped", "1994-05-20", "1990-07-14"),
        (HEARING, "found", "1994-05-20", "1990-07-15"),
    ],
)
def test_days_count_from_what_the_heading_covers(text: str, word: str, published: str, day: str) -> None:
    assert day_of(text, word, published) == day


@pytest.mark.parametrize(
    ("text", "word", "published", "day"),
    [
        (ISSUED, "killed", "2013-08-19", "2013-08-15"),
        (TRUCE, "seized", "1996-04-10", "1996-03-25"),
    ],
)
def test_a_day_of_issue_or_of_something_told_in_the_heading_is_no_period(text: str, word: str, published: str, day: str) -> None:
    assert day_of(text, word, published) == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Fizuli sector, 1 Aug. The ministry announces four soldiers lost in repelling a raid.", "raid", "2014-08-01"),
        ("The navy seized the trawler a week ago with 83 men aboard.", "seized", "2014-08-04"),
        ("For the fourth consecutive day artillery shelled the camps in Amman.", "shelled", "2014-08-08..2014-08-11"),
        ("Artillery shelled the village of Dapi from the 2nd to the 5th.", "shelled", "2014-08-02..2014-08-05"),
        ("Of the shooting, at dawn on the 9th, he recalls the noise only.", "shooting", "2014-08-09"),
        ("Marines entered the marsh on 3 August. The rebels resisted until the 8th.", "resisted", "2014-08-03..2014-08-08"),
        ("Four surveyors kidnapped by rebels last month returned unharmed at the weekend.", "kidnapped", "2014-07-01..2014-07-31"),
        (
            "Men pulled nine people off a bus on Saturday, six days after an accord was signed in Oru, and shot them in a ditch.",
            "shot",
            "2014-08-09",
        ),
        ("A pastor was burying a deacon who had been slain the week before. Gunmen shot the pastor on Tuesday.", "slain", None),
    ],
)
def test_the_day_is_that_of_the_event(text: str, word: str, day: str | None) -> None:
    assert day_of(text, word, str(date(2014, 8, 11))) == day


def test_the_day_of_a_source_is_not_that_of_what_it_tells() -> None:
    title = "Sources for the bombing of Figuera, Monday 8 November 1937"
    text = f"{title}\n\n2. Radio Sur, 10 November: planes came back and machine-gunned the crowd."
    assert day_of(text, "machine-gunned", "1987-11-08") != "1937-11-10"


def test_a_day_that_only_another_event_tells_is_not_taken_from_the_sentence_before() -> None:
    text = "Five men were detained on Tuesday. A spokesman charged that jets bombed the port the day the truce was signed."
    assert day_of(text, "bombed", "2014-08-11") is None
