"""Days that an incident's record, a title, a stretch of days or an earlier mention gives an event."""

from datetime import date

import pytest

import trucewatch


def day_of(text, word, published=date(2016, 4, 20)):
    events = [claim.payload for claim in trucewatch.read(text, published=published).claims if claim.kind == "event"]
    when = next(event.when for event in events if text[event.trigger.start :].startswith(word))
    return (str(when.earliest), str(when.latest)) if when else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Incident: Raid on Rahma clinic\nDate: 14 March 2012\nKilled: 5\n\nGunmen shot the nurse.", "shot", "2012-03-14"),
        ("Faro mill raid\nLocation: near Rahma\nDate: 14 March 2012\n\nGunmen shot the miller.", "raid", "2012-03-14"),
        ("Bombing of the Faro mill. On 14 March 2012 a bomb exploded in the store.", "Bombing", "2012-03-14"),
        ("On 14 March 2012 rebels attacked Rahma. In 2015 a court sentenced three men for the attack.", "attack.", "2012-03-14"),
        ("The siege of Rahma lasted from 3 to 9 March 2012. On the second day a shell killed the surgeon.", "killed", "2012-03-04"),
        ("The siege of Rahma lasted from 3 to 9 March 2012. On the last day a shell killed the surgeon.", "killed", "2012-03-09"),
        ("FARO, 20 April 2016. On the 14th our battalions destroyed a column.", "destroyed", "2016-04-14"),
        (
            "Rebels shot two men at Rahma on Sunday night, a note said here on Tuesday. Next day they killed a guard.",
            "killed",
            "2016-04-18",
        ),
    ],
)
def test_the_day_is_taken_from_what_was_told(text, word, day):
    """A reader knows the day of what stands under a record's fields, after a title, in a stretch told before, or is named again."""
    assert day_of(text, word) == (day, day)


def test_days_after_a_day():
    """The following two days are the two after the day told before."""
    text = "Gunmen shot ten villagers on 7 April 2000. Over the following two days mobs burned the hamlet."
    assert day_of(text, "burned") == ("2000-04-08", "2000-04-09")


def test_a_record_is_no_letterhead():
    """The date of an incident's record is never taken for the date of publication."""
    reading = trucewatch.read("Date: 14 March 2012\nLocation: Rahma\nKilled: 5\n\nGunmen shot the nurse on Monday.")
    assert reading.document.published is None
