"""Who did it to whom in ordinary wire copy, releases and pages, in words of our own."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

TOLD = [
    ("Bandits robbed a train on Friday and the next day ambushed a bus near Toro.", "ambushed", {"Bandits"}, {"bus"}),
    ("A bomber rammed the gate on Monday, killing at least 30 people as soldiers gathered for prayer.", "killing", {"bomber"}, {"people"}),
    ("Police foiled a rebel bid to storm the jail.", "storm", {"rebel"}, {"jail"}),
    ("The mayor deplored the burning of a mill, which he blamed on the militia.", "burning", {"militia"}, {"mill"}),
    ("An attack on a barracks in May, which the rebels claimed, left nine dead.", "attack", {"rebels"}, {"barracks"}),
    ("Troops freed 20 miners, among them three boys, who had been held there by a gang.", "held", {"gang"}, {"miners"}),
    ("A column was halted by a barricade of tyres and came under fire from the hills.", "came under fire", set(), {"column"}),
    ("Witnesses recounted that soldiers closed the road, searched the carts and shot two drivers.", "shot", {"soldiers"}, {"drivers"}),
    ("Rebels opened harassing fire on the post at Karo.", "opened harassing fire", {"Rebels"}, {"post"}),
    ("Fighters routed the militia that guarded the camp and torched the huts.", "torched", {"Fighters"}, {"huts"}),
    ("Raiders seized rifles, a radio and two boats.", "seized", {"Raiders"}, {"rifles", "radio", "boats"}),
    ("An air strike killed four militants at Deo.", "air strike", set(), {"militants"}),
]


@pytest.mark.parametrize(("text", "trigger", "doers", "sufferers"), TOLD)
def test_ordinary_texts_tell_who_did_it_to_whom(text: str, trigger: str, doers: set[str], sufferers: set[str]) -> None:
    """Lists, asides, attempts and claims leave nobody out and swap nobody."""
    events = [one.payload for one in trucewatch.read(text, published=date(2020, 5, 20)).claims if isinstance(one.payload, EventPayload)]
    meant = [one for one in events if one.trigger.of(text) == trigger]
    assert meant
    people = [person for one in meant for person in one.participants]
    assert {person.name for person in people if person.role.startswith("perpetrator")} == doers
    assert {person.name for person in people if person.role in {"victim", "target"}} == sufferers
