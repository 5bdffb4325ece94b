"""What else a text dates: acts that are no violence stand in the chronology, and found no incident."""

import pytest

import trucewatch
from trucewatch.records.assertion import ACT, EventPayload

DATED = [
    ("Ten days after the shooting of 4 March 2024 our team visited Qadian.", "visited", "2024-03-14"),
    ("On Monday a blogger uploaded the drone's own video.", "uploaded", "2024-05-13"),
    ("The observers examined the wreck on 8 May.", "examined", "2024-05-08"),
    ("In its reply of 2 May the ministry maintained that nine guerrillas had died.", "reply", "2024-05-02"),
    ("At the hearing, held on 6 May, the witnesses named nobody.", "hearing", "2024-05-06"),
    ("In a letter sent to the mission on 3 May the governor asked for guards.", "sent", "2024-05-03"),
    ("The movement, whose delegates had sat down with officials on 28 April, made no statement.", "sat", "2024-04-28"),
    ("Some 900 families have crossed the river since 9 May.", "crossed", "2024-05-09"),
    ("A team reached the settlement on 8 May.", "reached", "2024-05-08"),
]


def _acts(text):
    result = trucewatch.read(text, published="2024-05-15")
    return result, [claim for claim in result.claims if isinstance(claim.payload, EventPayload) and claim.rule == ACT]


@pytest.mark.parametrize(("text", "word", "day"), DATED)
def test_an_act_with_a_day_of_its_own_is_told_with_it(text, word, day):
    """A visit, a letter, a hearing: when it was, is read at the word that names it."""
    result, acts = _acts(text)
    (act,) = [claim for claim in acts if claim.payload.trigger.of(text) == word]
    assert act.payload.type == "other"
    assert act.payload.when.earliest.isoformat() == day
    assert not any(act.id in incident.claims for incident in result.incidents)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Monday that the road was open.",
        "The road had been closed since 9 May, officials believe.",
        "The delegates will meet on Friday.",
        "A mine killed two farmers near Mosul on Monday.",
        "In the early hours of 9 May a mine killed two farmers near Mosul.",
        "The attack took place on 9 May.",
        "The dead of 9 May were buried.",
        "The toll reached 55 on 9 May.",
    ],
)
def test_sayings_states_plans_and_parts_of_a_day_are_no_acts(text):
    """Nothing is added for what is only said, lasts, is planned, or is an event already."""
    _, acts = _acts(text)
    assert [claim.payload.trigger.of(text) for claim in acts] in ([], ["buried"], ["closed"])


def test_a_denied_act_is_denied():
    """An act keeps the stance of the words it stands in."""
    _, (act,) = _acts("The army denied that its engineers visited the bridge on 9 May.")
    assert (act.polarity, act.factuality) == ("deny", "negated")


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("The inquiry found that a soldier may have supplied the car.", "supplied", ("assert", "possible")),
        ("Investigators concluded that it was probably ordered at division level.", "ordered", ("assert", "probable")),
        ("The general denied that anyone had been put aboard.", "put", ("deny", "negated")),
        ("It is likely that some such vehicle was used.", "used", ("assert", "probable")),
        ("The guards will answer if drones cross over Vorukh again.", "cross", ("assert", "conditional")),
        ("No reprisals took place.", "reprisals", ("assert", "negated")),
        ("Nine men who were aboard are presumed to have sailed north.", "sailed", ("assert", "probable")),
    ],
)
def test_what_is_denied_or_supposed_is_told_as_such(text, word, stance):
    """An act without a day is told where somebody denies or supposes it, never as a plain fact."""
    result, acts = _acts(text)
    (act,) = [claim for claim in acts if claim.payload.trigger.of(text) == word]
    assert (act.polarity, act.factuality) == stance
    assert not result.incidents


def test_a_plain_act_without_a_day_is_not_told():
    """What nobody dates, denies or supposes is no entry of a chronology."""
    assert not _acts("The observers examined the wreck and drove home.")[1]


def test_a_denied_gerund_that_the_parse_takes_for_an_adjective_is_denied():
    """As in "denied issuing orders of any kind"."""
    _, (act,) = _acts("The general denied issuing orders of any kind.")
    assert (act.payload.trigger.of("The general denied issuing orders of any kind."), act.polarity) == ("issuing", "deny")


def test_what_is_said_in_a_dated_letter_is_not_said_of_the_letter():
    """As in "in its reply of 2 May the ministry denied it": the reply was sent."""
    _, acts = _acts("In its reply of 2 May the ministry denied that its men had entered the park.")
    assert [(claim.polarity, claim.factuality) for claim in acts if claim.payload.when] == [("assert", "certain")]


def test_an_act_shows_what_was_acted_on():
    """The words of the object stand beside the verb."""
    text = "The observers examined the wreck on 8 May."
    _, (act,) = _acts(text)
    assert [span.of(text) for span in act.spans] == ["examined", "wreck"]


def test_what_describes_a_denied_tale_is_not_denied():
    """As in "a clip that has been viewed by thousands claims that …. This is untrue"."""
    text = "A clip that has been viewed by thousands claims that our jets bombed the hospital. This is untrue."
    assert [claim.payload.trigger.of(text) for claim in _acts(text)[1]] == []
