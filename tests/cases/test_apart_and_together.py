"""What one report tells apart and what it tells again: through the one-call door, in sentences of our own."""

import pytest

import trucewatch

APART = {
    "the same day elsewhere": """A car bomb killed six people in Bozoum on Monday. Hours later gunmen shot dead two teachers
in Bocaranga.""",
    "another day at the same place": """Shells killed four people in Bozoum on Monday, medics said. On Sunday shells had
killed nine people there.""",
    "turned to": """Gunmen shot dead a judge in Bozoum on Monday, the police said.

Separately, a bomb killed three policemen in Bocaranga the same day, they said.""",
    "an operation beside an operation": """Troops killed four rebels near Bozoum on 12 May, the ministry announced.

In another operation, conducted near Bocaranga on 11 May, troops arrested two men.""",
    "entries of a list": """Security incidents reported on Wednesday, May 14:

* BOZOUM - Gunmen shot dead a policeman on Tuesday, a doctor said.

* BOCARANGA - Four soldiers were killed by a roadside bomb on Tuesday.""",
    "districts": """A patrol was ambushed in Bozoum district on Tuesday and one soldier was killed.

Rebels shelled a market in Bouar district on Tuesday and killed three women.""",
    "the day after": """Rebels burst into the church at Bozoum on 2 May 2014 and killed 12 people. On 3 May soldiers killed
five rebels in Bozoum.""",
}

TOGETHER = {
    "the other side's fire": """Terrorists attacked a police patrol near Bozoum on Monday and killed a sergeant. In
returning fire the patrol
killed six of the attackers.""",
    "arrests there and then": """A mine killed nine passengers of a bus near Bozoum on Monday. Security forces at the spot
detained three men.""",
    "a truce that holds": """Two men were shot dead in Bozoum on Monday. The rebels, whose truce with the army began in
February, blamed bandits.""",
    "bloodshed again": """Sniper fire killed a sergeant in Bozoum on Monday. The governor, speaking in Bangui, deplored the
latest bloodshed.""",
    "a count of later years": """Soldiers shot dead 20 villagers at Bozoum on 3 May 1984.

A commission that sat in 1996 spoke of up to 31 dead.""",
    "graves opened": """Soldiers shot dead 20 villagers at Bozoum on 3 May 1984. The remains of 18 people were dug up there
in 1996.""",
    "where people got to": """Gunmen raided Bozoum on 3 May and killed 12 people. Nearly 900 people have fled the area since 3 May.""",
    "conceded later": """A patrol entered Bozoum on 3 May 2014 and shot dead 29 people. The army denied any operation in the
area; on 9 May
it conceded that seven people had been killed.""",
    "a heading": """Policeman shot dead in village bar

BANGUI, May 14 - Rebels are believed to have carried out Tuesday's shooting at a bar in Bozoum in which a policeman was killed.""",
    "what was done to a protest": """Police opened fire on a protest in Bozoum on Monday and killed three people. Nine
people were injured.""",
}


def incidents(text):
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    return trucewatch.read("\n\n".join(paragraphs), published="2014-05-14").incidents


def shown(found):
    return [(one.type, str(one.when and one.when.earliest), [place.name for place in one.where]) for one in found]


@pytest.mark.parametrize("told", APART)
def test_two_events_of_one_report_are_two_incidents(told):
    """Another day, another place, another entry of a list or a turn of the words keeps events apart."""
    found = incidents(APART[told])
    assert len(found) == 2, shown(found)


@pytest.mark.parametrize("told", TOGETHER)
def test_what_is_told_again_or_goes_on_is_one_incident(told):
    """The answer to an attack, its count in later years, a heading over it and words that only point to it open nothing beside it."""
    found = incidents(TOGETHER[told])
    assert len(found) == 1, shown(found)


def test_a_total_over_a_week_is_no_incident_beside_those_it_sums_up():
    """Nine killed in a week of which two days are told are not a third incident."""
    text = (
        "From 4 to 10 May 2014 monitors documented nine civilians killed in Bozoum. On 6 May a shell killed four people in Bozoum.\n\n"
        "On 8 May gunmen killed two traders at Bocaranga."
    )
    found = incidents(text)
    assert len(found) == 2, shown(found)


def test_the_day_after_a_raid_is_not_the_day_of_the_raid():
    """What happened on the day after the raid, elsewhere, gives the raid neither its day nor its place."""
    text = (
        "Commandos raided a camp at Bozoum on 6 November 1979 and killed 200 people. The day after the raid, at Bocaranga, "
        "fighters killed 16 soldiers."
    )
    found = {str(one.when.earliest): {place.name for place in one.where} for one in incidents(text) if one.when}
    assert "Bocaranga" not in found["1979-11-06"]
