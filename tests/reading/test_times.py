"""Words of time become intervals of days against the publication date; what the text does not decide stays unknown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.anchors import Extent, shifted, weekday
from trucewatch.reading.times import find_times

FRIDAY = date(2014, 9, 19)


@pytest.fixture(scope="module")
def times(parser):
    def read(text, published=FRIDAY):
        return [(w.text, str(w.earliest), str(w.latest)) for w in find_times(parser.parse(text), published)]

    return read


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Shells fell on Wednesday night.", "2014-09-17", "2014-09-17"),
        ("Shells fell on Friday.", "2014-09-19", "2014-09-19"),
        ("Shells fell last Friday.", "2014-09-12", "2014-09-12"),
        ("Shells fell early on Friday.", "2014-09-19", "2014-09-19"),
        ("Shells fell yesterday.", "2014-09-18", "2014-09-18"),
        ("Shells fell the day before yesterday.", "2014-09-17", "2014-09-17"),
        ("Shells fell last night.", "2014-09-18", "2014-09-18"),
        ("Shells fell overnight.", "2014-09-18", "2014-09-19"),
        ("Shells fell at dawn today.", "2014-09-19", "2014-09-19"),
        ("Shells fell this morning.", "2014-09-19", "2014-09-19"),
        ("Shells fell on 12 September.", "2014-09-12", "2014-09-12"),
        ("Shells fell on Sept. 12.", "2014-09-12", "2014-09-12"),
        ("Shells fell on 3-5 May.", "2014-05-03", "2014-05-05"),
        ("Shells fell between May 3 and May 5.", "2014-05-03", "2014-05-05"),
        ("Shells fell from 3 to 5 May 1999.", "1999-05-03", "1999-05-05"),
        ("Shells fell on 24 December.", "2013-12-24", "2013-12-24"),
        ("Shells fell on the night of Tuesday 13 July 1993.", "1993-07-13", "1993-07-13"),
        ("Shells fell on 2014-08-30.", "2014-08-30", "2014-08-30"),
        ("Shells fell on 30/08/2014.", "2014-08-30", "2014-08-30"),
        ("Shells fell in May.", "2014-05-01", "2014-05-31"),
        ("Shells fell in mid-May.", "2014-05-11", "2014-05-20"),
        ("Shells fell in March 2011.", "2011-03-01", "2011-03-31"),
        ("Shells have fallen since March 2011.", "2011-03-01", "2014-09-19"),
        ("Shells fell in 1982.", "1982-01-01", "1982-12-31"),
        ("Shells fell in the 1990s.", "1990-01-01", "1999-12-31"),
        ("Shells fell last week.", "2014-09-08", "2014-09-14"),
        ("Shells fell last month.", "2014-08-01", "2014-08-31"),
        ("Shells fell earlier this month.", "2014-09-01", "2014-09-19"),
        ("Shells fell last summer.", "2014-06-01", "2014-08-31"),
        ("Shells fell three days ago.", "2014-09-16", "2014-09-16"),
        ("Shells fell over the past three days.", "2014-09-16", "2014-09-19"),
        ("Talks will open on Monday.", "2014-09-22", "2014-09-22"),
        ("Shells fell on Friday the 12th.", "2014-09-12", "2014-09-12"),
        ("Shells fell on 9, 10 and 11 September.", "2014-09-09", "2014-09-11"),
        ("Shells fell on September 9 and 11.", "2014-09-09", "2014-09-11"),
        ("Shells fell on the fifteenth of September.", "2014-09-15", "2014-09-15"),
        ("Shells fell on 15 September (Monday).", "2014-09-15", "2014-09-15"),
        ("Shells fell on 12-Sep-2014.", "2014-09-12", "2014-09-12"),
        ("Date: 15-09-2014.", "2014-09-15", "2014-09-15"),
        ("Date: 11 August 2009", "2009-08-11", "2009-08-11"),
        ("Shells fell on 12/9/2014.", "2014-09-12", "2014-09-12"),
        ("Shells fell in August of last year.", "2013-08-01", "2013-08-31"),
        ("Shells fell in a weekend attack.", "2014-09-13", "2014-09-14"),
        ("Shells fell on New Year's Day.", "2014-01-01", "2014-01-01"),
        ("Shells fell on Christmas Eve.", "2013-12-24", "2013-12-24"),
    ],
)
def test_one_phrase_gives_one_interval(times, text, earliest, latest):
    """Each way of naming a time is read against a Friday, 19 September 2014."""
    assert [row[1:] for row in times(text)] == [(earliest, latest)]


@pytest.mark.parametrize("text", ["He may go.", "They march on the town.", "The second man fled.", "A minute of silence was kept."])
def test_words_that_only_look_like_times_are_none(times, text):
    """The verb "may", the verb "march" and the like name no month."""
    assert times(text) == []


def test_a_date_that_can_be_read_two_ways_is_not_decided(times):
    """12/02/1996 is in February or in December; the text does not say."""
    assert times("Shells fell on 12/02/1996.") == [("12/02/1996", "None", "None")]


def test_what_counts_from_another_day_of_the_text_is_counted(times):
    """The next day and two days later count from the last day told of."""
    text = "Rebels took the bridge on 3 May. The next day they blew it up. Two days later the army came."
    assert [row[1] for row in times(text)] == ["2014-05-03", "2014-05-04", "2014-05-06"]


def test_a_count_beside_a_date_dates_the_other_event(times):
    """On Sunday, two days after the bombing: the bombing was on Friday."""
    rows = times("Monitors came on Sunday, two days after the bombing of a bus.")
    assert [row[1] for row in rows] == ["2014-09-14", "2014-09-12"]


def test_a_count_from_an_event_uses_the_date_the_text_gives_it(times):
    """Two weeks after a massacre dated elsewhere in the text: around a fortnight on, never a single day, never past publication."""
    text = "On 1 September gunmen killed nine people at Dar Salim. The raid came two weeks after the massacre in Dar Salim."
    assert times(text)[-1][1:] == ("2014-09-12", "2014-09-18")


def test_a_count_from_an_event_without_a_date_stays_unknown(times):
    """Nobody says when the massacre was."""
    assert times("The raid came two weeks after the massacre in Dar Salim.")[-1][1:] == ("None", "None")


def test_a_dateline_with_a_short_year_is_read(times):
    """Old wires write 3 JAN 90."""
    rows = times("SAN MIGUEL, 3 JAN 90 -- [TEXT] GUERRILLAS BLEW UP A BRIDGE ON 2 JANUARY.", date(1990, 1, 4))
    assert [row[1] for row in rows] == ["1990-01-03", "1990-01-02"]


def test_without_a_publication_date_relative_times_are_unknown_and_full_dates_known(times):
    """Only what the words themselves decide is given."""
    rows = times("Shells fell on Friday and on 3 May 2001.", None)
    assert [row[1] for row in rows] == ["None", "2001-05-03"]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_nearest_one_not_after_publication(published, number):
    """At most six days back, and of that name."""
    found = weekday(published, number).earliest
    assert found is not None
    assert found.weekday() == number
    assert timedelta(0) <= published - found <= timedelta(6)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.sampled_from(["day", "week", "month", "year"]))
def test_counting_on_and_back_keeps_intervals_in_order(day, number, unit):
    """No interval ends before it starts."""
    for sign in (-1, 1):
        found = shifted(Extent.day(day), number, unit, sign)
        assert found.earliest <= found.latest


def test_a_text_that_looks_back_counts_from_its_own_dates(times):
    """A page of 2015 on a massacre of 1988: what it dates without a year was in 1988, or in the year it named last."""
    text = (
        "The Bisse massacre took place on 14 February 1988. Six of the wounded died on 16 February. On the Friday the army left. "
        "Two officers were arrested in May.\n\nIn 1991 a court acquitted them. The dead were buried again in June."
    )
    rows = [row[1] for row in times(text, date(2015, 3, 10))]
    assert rows == ["1988-02-14", "1988-02-16", "1988-02-19", "1988-05-01", "1991-01-01", "1991-06-01"]


def test_a_report_that_names_an_old_date_counts_from_its_publication(times):
    """A pact of 1988 in a report with weekdays moves none of them."""
    rows = times(
        "Gunmen killed two men on Friday. The pact of 3 May 1988 was signed there. On 2 March they burned a school.", date(2015, 3, 10)
    )
    assert [row[1] for row in rows] == ["2015-03-06", "1988-05-03", "2015-03-02"]


def test_within_the_hour_is_the_day_told_of(times):
    """Hours later, within minutes and later in the day are the same day."""
    text = "Rebels took the bridge on 3 May. Within half an hour they blew it up. Hours later they left. Later in the day troops came."
    assert [row[1] for row in times(text)] == ["2014-05-03"] * 4
