"""Every way of giving a day, a night, a week, a month or a stretch of them is read against a Wednesday, 20 April 2016."""

from datetime import date

import pytest

from trucewatch.reading.times import find_times

WEDNESDAY = date(2016, 4, 20)


@pytest.fixture(scope="module")
def times(parser):
    def read(text, published=WEDNESDAY):
        return [(w.text, str(w.earliest), str(w.latest)) for w in find_times(parser.parse(text), published)]

    return read


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("on the 14th instant", "2016-04-14", "2016-04-14"),
        ("on the 28th ult.", "2016-03-28", "2016-03-28"),
        ("on the 14th", "2016-04-14", "2016-04-14"),
        ("on the 24th", "2016-03-24", "2016-03-24"),
        ("on the night of the 14th", "2016-04-14", "2016-04-14"),
        ("on the 14th of last month", "2016-03-14", "2016-03-14"),
        ("on 14APR15", "2015-04-14", "2015-04-14"),
        ("at 141430Z APR 15", "2015-04-14", "2015-04-14"),
        ("at 0330Z 14 APR", "2016-04-14", "2016-04-14"),
        ("on the night of 14/15 April", "2016-04-14", "2016-04-14"),
        ("on the night of Thursday 14 to Friday 15 April", "2016-04-14", "2016-04-14"),
        ("overnight from Thursday to Friday", "2016-04-14", "2016-04-14"),
        ("overnight on 14-15 April", "2016-04-14", "2016-04-14"),
        ("overnight into Thursday", "2016-04-13", "2016-04-14"),
        ("between 28 March and 3 April 2015", "2015-03-28", "2015-04-03"),
        ("from 30 December 2014 to 2 January 2015", "2014-12-30", "2015-01-02"),
        ("from 30 December to 2 January 2015", "2014-12-30", "2015-01-02"),
        ("on 14–16 April 2015", "2015-04-14", "2015-04-16"),
        ("on 30 March–2 April 2015", "2015-03-30", "2015-04-02"),
        ("on April 14, 15 and 16", "2016-04-14", "2016-04-16"),
        ("from the 14th to the 16th of April", "2016-04-14", "2016-04-16"),
        ("on the evening of 14 April and the morning of 15 April", "2016-04-14", "2016-04-15"),
        ("on Sunday, Monday and Tuesday", "2016-04-17", "2016-04-19"),
        ("in March and April 2015", "2015-03-01", "2015-04-30"),
        ("between March and May 2015", "2015-03-01", "2015-05-31"),
        ("in the first week of April 2015", "2015-04-01", "2015-04-07"),
        ("in the last week of March", "2016-03-25", "2016-03-31"),
        ("in the second half of March", "2016-03-16", "2016-03-31"),
        ("on the first Thursday of April", "2016-04-07", "2016-04-07"),
        ("late in March", "2016-03-21", "2016-03-31"),
        ("since the beginning of April", "2016-04-01", "2016-04-20"),
        ("in the week of 11 April", "2016-04-11", "2016-04-17"),
        ("in the week ending 17 April", "2016-04-11", "2016-04-17"),
        ("in the second quarter of 2015", "2015-04-01", "2015-06-30"),
        ("in 2013-15", "2013-01-01", "2015-12-31"),
        ("in the early 1990s", "1990-01-01", "1993-12-31"),
        ("on 14 April last year", "2015-04-14", "2015-04-14"),
        ("last week on Tuesday", "2016-04-12", "2016-04-12"),
        ("a week ago on Wednesday", "2016-04-13", "2016-04-13"),
        ("the Thursday before last", "2016-04-07", "2016-04-07"),
        ("on Wednesday last", "2016-04-13", "2016-04-13"),
        ("on Good Friday", "2016-03-25", "2016-03-25"),
        ("on Easter Monday 2015", "2015-04-06", "2015-04-06"),
        ("on Christmas Eve 2014", "2014-12-24", "2014-12-24"),
    ],
)
def test_each_form_gives_its_interval(times, words, earliest, latest):
    """One phrase, one interval, wherever it stands in the sentence."""
    for sentence in (f"Shells fell {words}.", f"{words[0].upper()}{words[1:]}, shells fell."):
        assert [row[1:] for row in times(sentence)] == [(earliest, latest)]


@pytest.mark.parametrize("words", ["on the 14th floor", "the 14th Army", "the 2nd attack", "in the first half of the match"])
def test_an_ordinal_of_something_else_is_no_day(times, words):
    """Floors, armies and attacks are counted too."""
    assert times(f"Shells fell on a house where {words} was.") == []


def test_a_day_without_month_goes_by_the_date_told_before(times):
    """What a page of 2016 tells of 30 May 1992 goes on on the 2nd of June."""
    rows = times("Gunmen took the town on 30 May 1992. On the 2nd, they left. On the night of the 31st a house burned.")
    assert [row[1] for row in rows] == ["1992-05-30", "1992-06-02", "1992-05-31"]


def test_two_days_apart_are_two_times(times):
    """Monday and Thursday are no stretch."""
    assert len(times("Shells fell on Thursday and Monday.")) == 2


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The following morning", "2016-04-15"),
        ("The previous day", "2016-04-13"),
        ("The night before", "2016-04-13"),
        ("That evening", "2016-04-14"),
        ("A few hours later", "2016-04-14"),
        ("The day after the attack", "2016-04-15"),
        ("The morning after the attack", "2016-04-15"),
        ("On the eve of the attack", "2016-04-13"),
        ("On the day of the attack", "2016-04-14"),
        ("Two days before the attack", "2016-04-12"),
    ],
)
def test_a_time_counts_from_the_day_told_of(times, words, day):
    """What the sentence before dates is what the next one counts from."""
    rows = times(f"Gunmen raided the village on 14 April. {words}, soldiers shot two herders.")
    assert [row[1:] for row in rows][-1] == (day, day)


def test_the_previous_month_is_that_of_the_calendar(times):
    """The month before the one told of, not thirty days back from the day."""
    rows = times("Three rounds fell on a queue on 9 November 1993. A similar shelling the previous month killed five.")
    assert rows[-1][1:] == ("1993-10-01", "1993-10-31")


def test_a_count_in_front_of_a_dated_clause_counts_back_from_it(times):
    """A day after gunmen raided it, troops came on Saturday: the raid was on Friday."""
    rows = times("A day after gunmen raided Rahma, soldiers shot two herders on Saturday.")
    assert rows[0][1] == "2016-04-15"
