"""Ordinary acts and happenings that a text narrates: told with the day that their own or other words give them, in no incident."""

import pytest

import trucewatch
from trucewatch.records.assertion import ACT, DEED, EventPayload

TOLD = [
    ("On 8 May 2024 soldiers came to the school of Oru. They lined the pupils up.", "lined", "2024-05-08", DEED),
    ("On 8 May 2024 a helicopter ferrying villagers came down near Oru.", "came", "2024-05-08", ACT),
    ("A lorry went into the river near Oru on Monday.", "went", "2024-05-13", ACT),
    ("The attack began at dawn on 8 May 2024. Neighbours carried the wounded to a clinic.", "carried", "2024-05-08", ACT),
    ("On Monday gunmen shot two farmers at Oru. Their families fled by boat and camped on an island.", "camped", "2024-05-13", ACT),
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


@pytest.mark.parametrize(("text", "word", "day", "rule"), TOLD)
def test_what_a_text_narrates_is_told_with_its_day(text, word, day, rule):
    """No trigger names the verb, and its own clause need not say when."""
    result, events = _events(text, word)
    (act,) = [claim for claim in events if claim.rule == rule]
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


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Gunmen attacked the port on Monday, two days after gangs broke open the prison of Oru.", "broke", "2024-05-11"),
        ("The shops were shut on Monday, a day after militiamen went from house to house, killing two clerks.", "killing", "2024-05-12"),
        ("Aid workers left Oru on Monday, two days after horsemen rode into the camp and scattered the people.", "scattered", "2024-05-11"),
        ("Father Lee is still in the hands of the rebels, four days after they took him from his mission.", "took", "2024-05-11"),
        ("A roadside blast claimed the lives of a couple in Oru on Monday.", "claimed", "2024-05-13"),
        ("At dusk on 3 May 1998, nine survivors told us, three aircraft dropped bombs over Oru.", "dropped", "1998-05-03"),
        ("On the night of 3 May 1998, the radio said two days later, rebels raided the lock-up.", "raided", "1998-05-03"),
        ("On 3 May 1998 the army seals off the town. The men are kept there until dusk.", "kept", "1998-05-03"),
        ("2/5 · Oru. A gunman shoots dead a teacher.\n\n4/5 · Sula. A drone drops a grenade on a post.", "drops", "2024-05-04"),
        ("Events, Wednesday 3 January 2007 (preliminary; figures may rise)\n\nOru: a car bomb goes off at a post.", "goes", "2007-01-03"),
        ("Attack on the Sula police post. Oru, mid-western hills. Night of 7 March 2002.", "Attack", "2002-03-07"),
        (
            "Gunmen stormed Oru on 3 May 1998. On 5 May 1998 the mayor raised the toll to 55. Six guards were killed.",
            "killed",
            "1998-05-03",
        ),
    ],
)
def test_the_day_is_found_where_it_is_counted_back_set_apart_or_headed(text, word, day):
    """Counted back in a clause, before a saying in passing, in a chronicle of the present, in a title; never the day of a new toll."""
    _, (event, *_) = _events(text, word)
    assert event.payload.when.earliest.isoformat() == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Fifteen people have been killed in Oru since tanks appeared on the ridge on Friday.", "killed", "2024-05-10"),
        ("The army shelled Oru on Monday. Some 900 villagers have fled since then.", "fled", "2024-05-13"),
        ("Since the start of the operation on 1 May, nine rebels have been killed and six captured.", "captured", "2024-05-01"),
        ("Since the beginning of the year, mines have claimed the lives of 13 civilians.", "claimed", "2024-01-01"),
        ("About 2,500 people have been trucked out since the frontier was closed on 2 May.", "trucked", "2024-05-02"),
        ("From 9 January to date 178 persons have been detained.", "detained", "2024-01-09"),
    ],
)
def test_what_has_happened_since_lasts_to_publication(text, word, day):
    """From the day that "since" names, whatever stands between, to the day of publication."""
    _, (event, *_) = _events(text, word)
    assert (event.payload.when.earliest.isoformat(), event.payload.when.latest.isoformat()) == (day, "2024-05-15")


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("On 9 March 1994 men came to the farm of Oru. Her uncle was struck with a hoe and died two days later.", "struck", "1994-03-09"),
        ("On 9 March 1994 men shot her uncle, who died two days later. Her mother hid and crept out of the yard.", "crept", "1994-03-09"),
        ("6 April: a team lands at Oru by helicopter. It photographs twenty graves.", "photographs", "2024-04-06"),
        ("Gunmen blocked the road near Oru on Monday and pelted a bus with stones.", "pelted", "2024-05-13"),
    ],
)
def test_a_death_days_later_and_a_present_chronicle_leave_each_act_its_day(text, word, day):
    """What is told after a death goes on from the attack; an entry in the present is of the day that heads it."""
    _, (event, *_) = _events(text, word)
    assert event.payload.when.earliest.isoformat() == day


def test_what_goes_on_from_a_week_is_not_of_the_day_before_it():
    """As in "the following week the prefect visited. He distributed grain"."""
    text = "Raiders shot nine herders on 2 May 2011 at Oru.\n\nThe following week the prefect visited the camp. He distributed grain."
    _, events = _events(text, "distributed")
    assert all(claim.payload.when is None or claim.payload.when.earliest.isoformat() != "2011-05-02" for claim in events)
