"""The day of what is told with its hour only, of entries under several words without a verb, and of pages that look back."""

from datetime import date

import pytest

import trucewatch


def _day(text, word, published):
    at = text.index(word)
    for claim in trucewatch.read(text, published=published).claims:
        if claim.kind == "event" and claim.payload.trigger.start <= at < claim.payload.trigger.end:
            return claim.payload.when.earliest.isoformat() if claim.payload.when else None
    return "no event"


@pytest.mark.parametrize(
    ("second", "word"),
    [
        ("Around 10 p.m. a car was riddled with bullets near Tarem.", "riddled"),
        ("In the afternoon troops burned 22 houses in Tarem.", "burned"),
        ("At 9.15 sappers defused a bomb in Tarem.", "defused"),
        ("Towards noon militiamen attacked the market of Tarem.", "attacked"),
    ],
)
def test_an_hour_without_a_day_is_of_the_day_told_last(second, word):
    """The paragraph before gave the day, this one goes on."""
    text = f"Gunmen shot two guards at Tarem on 5 January 2022. One guard survived.\n\n{second}"
    assert _day(text, word, date(2022, 5, 12)) == "2022-01-05"


def test_the_day_of_a_visit_is_not_that_of_what_the_visitors_were_told():
    """Whoever looks into it comes later."""
    text = "A team visited Tarem on 21 April 2005.\n\nAt dusk soldiers burned three houses."
    assert _day(text, "burned", date(2006, 1, 1)) is None


def test_an_entry_is_dated_by_all_the_words_before_its_first_sentence():
    """Number, place and day stand each as a sentence of its own."""
    text = "k4473. Al-Dawr, south of Tikrit. Saturday 11 November 2006. A roadside bomb killed two soldiers."
    assert _day(text, "killed", date(2009, 1, 1)) == "2006-11-11"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("CHRONICLE FOR FEBRUARY 1983\n\nSaturday 5 Feb., Tarem. Soldiers shot five boys.", "shot", "1983-02-05"),
        (
            "She was hit by a missile on 3 September 1986; it sank the next year.\n\nA tug struck a mine on 5 September.",
            "struck",
            "1986-09-05",
        ),
        (
            "What we found. On 9 April 2011 men shot at guests. The Sunday edition told of it.\n\nOn 13 April soldiers shot a man.",
            "shot a man",
            "2011-04-13",
        ),
    ],
)
def test_a_page_counts_from_the_dates_it_gave(text, word, day):
    """A date without a year lies near the last full date."""
    assert _day(text, word, date(2012, 10, 30)) == day


def test_weekdays_of_a_weekly_report_count_from_the_week_it_covers():
    """The report may be published after that week."""
    text = "COAST WATCH, week to Sunday 29 November 2020\n\nTarem island, Tuesday. Insurgents beheaded three fishermen."
    assert _day(text, "beheaded", date(2020, 12, 1)) == "2020-11-24"
