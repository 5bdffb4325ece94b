"""Ordinary acts and happenings that a text narrates: told with the day that their own or other words give them, in no incident."""

import pytest

import trucewatch
from trucewatch.records.assertion import ACT, EventPayload

TOLD = [
    ("On 8 May 2024 soldiers came to the school of Oru. They lined the pupils up.", "lined", "2024-05-08"),
    ("On 8 May 2024 a helicopter ferrying villagers came down near Oru.", "came", "2024-05-08"),
    ("An armoured car went over a mine near Oru on Monday.", "went", "2024-05-13"),
    ("The attack began at dawn on 8 May 2024. Neighbours carried the wounded to a clinic.", "carried", "2024-05-08"),
    ("On Monday gunmen shot two farmers at Oru. Their families fled by boat and camped on an island.", "camped", "2024-05-13"),
]
DATED = [
    (
        "This page is about nine nuns of Oru who were killed on 8 May 1998.\n\nArmed men led them to the well and shot them.",
        "shot",
        "1998-05-08",
    ),
    ("On 8 May 1998 troops entered Oru and shot nine men.\n\nThe army claimed that rebels had killed them.", "killed", "1998-05-08"),
    (
        "A team came to Oru on 21 April 2005, nine days after the killings.\n\nSoldiers had come before dawn. They shot six men.",
        "shot",
        "2005-04-12",
    ),
    ("Nine men were hurt in what the mayor described as a raid on Monday night.", "hurt", "2024-05-13"),
    ("Masked men dragged a tailor, accused of spying for the front, from his home Monday and shot him.", "shot", "2024-05-13"),
]


def _events(text, word):
    result = trucewatch.read(text, published="2024-05-15")
    events = [claim for claim in result.claims if isinstance(claim.payload, EventPayload)]
    return result, [claim for claim in events if word in claim.payload.trigger.of(text).split()]


@pytest.mark.parametrize(("text", "word", "day"), TOLD)
def test_what_a_text_narrates_is_told_with_its_day(text, word, day):
    """No trigger names the verb, and its own clause need not say when."""
    result, events = _events(text, word)
    (act,) = [claim for claim in events if claim.rule == ACT]
    assert act.payload.when.earliest.isoformat() == day
    assert not any(act.id in incident.claims for incident in result.incidents)


@pytest.mark.parametrize(
    "text",
    [
        "On 8 May 2024 rebels attacked Oru. The town lay on a river and belonged to the Teso.",
        "On 8 May 2024 rebels attacked Oru. Traders often crossed the river there.",
        "On 8 May 2024 rebels attacked Oru. Residents feared another raid and blamed the mayor.",
        "On 8 May 2024 rebels attacked Oru. The hospital put the dead at nine.",
        "Rebels attacked Oru. Villagers crossed the river.",
    ],
)
def test_states_habits_thoughts_and_sums_are_no_acts(text):
    """What lasts, is usual, felt, counted or imagined, and what nothing dates, is no entry of a chronology."""
    claims = trucewatch.read(text, published="2024-05-15").claims
    assert [claim.payload.trigger.of(text) for claim in claims if claim.rule == ACT] == []


@pytest.mark.parametrize(("text", "word", "day"), DATED)
def test_a_text_on_one_day_goes_on_telling_of_it(text, word, day):
    """Across paragraphs, in what somebody says, counted back from a visit: the one day that was told."""
    _, (event, *_) = _events(text, word)
    assert event.payload.when.earliest.isoformat() == day


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On 8 May 2024 rebels attacked Oru. The army threatened a strike on their camps.", "strike"),
        ("On 8 May 2024 rebels attacked Oru. The front denied that its men had burned the mill.", "burned"),
        ("On 8 May 2024 rebels attacked Oru. On 9 May 2024 they left.\n\nThe men shot nine people.", "shot"),
    ],
)
def test_no_day_is_given_to_what_is_threatened_denied_or_of_one_of_several_days(text, word):
    """Where the text does not decide, there is no day."""
    _, events = _events(text, word)
    assert [claim.payload.when for claim in events] == [None] * len(events)
