"""Acts that no finite verb tells: infinitives and -ing forms of what was done, nouns of happening, titles, what takes effect."""

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

DONE = [
    ("On Friday militiamen entered Goma. They forced the men to dig a pit.", "dig", "2024-05-10"),
    ("On Friday militiamen entered Goma. They made the women cook for them.", "cook", "2024-05-10"),
    ("Two nurses said that they had been made to carry ammunition for the brigade on Monday.", "carry", "2024-05-13"),
    ("On Sunday the guards were seen to fire into the yard.", "fire", "2024-05-12"),
    ("On Sunday the guards broke the gate and went on to search the huts.", "search", "2024-05-12"),
    ("On Sunday the soldiers seized the chance to search the shops.", "search", "2024-05-12"),
    ("On Tuesday villagers began to bury their dead.", "bury", "2024-05-14"),
    ("The settlers fled on 9 April 2024, when barns in the valley began to burn.", "burn", "2024-04-09"),
    ("The raiders went through the market on 3 March, overturning stalls.", "overturning", "2024-03-03"),
    ("The decree lapsed on Friday.", "lapsed", "2024-05-10"),
    ("It was the third breach since the armistice took effect on 3 May.", "took", "2024-05-03"),
    ("The driver's body was come upon in a ditch on Sunday.", "come", "2024-05-12"),
    ("A search led this morning to the interception of two scouts near Oru.", "interception", "2024-05-15"),
    ("Worst of all was the liquidation last Saturday, by a squad of five, of the mayor of Oru.", "liquidation", "2024-05-11"),
    ("Colonel Ruiz testified before the commission of inquiry on Tuesday that his men had fired in the air.", "testified", "2024-05-14"),
    ("The sweep of Kato-Oru, 5 February 2021\n\n1. The Government said that the men had been questioned.", "sweep", "2021-02-05"),
]


def _days(text, word):
    result = trucewatch.read(text, published="2024-05-15")
    events = [c for c in result.claims if isinstance(c.payload, EventPayload) and word in c.payload.trigger.of(text).split()]
    return [c for c in events if c.factuality == "certain"], {c.payload.when.earliest.isoformat() for c in events if c.payload.when}


@pytest.mark.parametrize(("text", "word", "day"), DONE)
def test_what_was_done_is_told_with_its_day_whatever_form_it_has(text, word, day):
    """What cannot be true unless it was done is an act of the day of its clause."""
    events, days = _days(text, word)
    assert events
    assert days == {day}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On Sunday the rebels came to dig a trench.", "dig"),
        ("The soldiers were ordered on Monday to leave the town.", "leave"),
        ("On Monday the guards planned to search the huts.", "search"),
        ("On Monday the envoy hoped to cross the river.", "cross"),
        ("We ask her captors for one thing, that they let her telephone her mother.", "telephone"),
    ],
)
def test_a_purpose_an_order_a_plan_and_a_wish_are_no_act(text, word):
    """Nobody says that it was done."""
    events, _ = _days(text, word)
    assert events == []
