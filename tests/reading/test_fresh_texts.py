"""Whole texts as a stranger would paste them in: what a careful reader would call wrong must not be there."""

from datetime import date

from trucewatch import read
from trucewatch.oneshot import Result
from trucewatch.records.assertion import CasualtyPayload, EventPayload


def _events(result: Result) -> list[EventPayload]:
    return [claim.payload for claim in result.claims if isinstance(claim.payload, EventPayload)]


def _counts(result: Result) -> list[tuple[str, int, int | None]]:
    found = [claim.payload for claim in result.claims if isinstance(claim.payload, CasualtyPayload)]
    return [(count.metric, count.low, count.high) for count in found]


def _suffered(result: Result) -> set[str]:
    return {person.name for event in _events(result) for person in event.participants if person.role == "victim"}


def test_a_game_is_no_attack() -> None:
    """Shots at goal and bombarded penalty areas are no incidents."""
    text = "City bombarded the goal after half-time, but the striker shot wide and Mensah fired home from a header. The coach called it a massacre."
    assert read(text, published="2015-03-22").incidents == ()


def test_a_stadium_bombing_is_an_attack() -> None:
    """Words of sport beside words of violence take nothing away."""
    text = "A bomb exploded during a football match in Jos on Sunday, killing 12 fans and the goalkeeper, police said."
    result = read(text, published="2014-05-27")
    assert len(result.incidents) == 1
    assert ("killed", 12, 12) in _counts(result)


def test_illness_floods_and_road_accidents_are_no_incidents() -> None:
    """Neither events nor counts come of deaths nobody brought about."""
    for text in (
        "The health ministry said a cholera outbreak had killed 17 people and floods had displaced 400 families.",
        "A minibus overturned on the coast road on Friday, killing 11 passengers and injuring six.",
    ):
        result = read(text, published="2015-03-22")
        assert result.incidents == ()
        assert _counts(result) == []


def test_where_people_come_from_is_not_where_they_were_attacked() -> None:
    """Two peacekeepers from Burundi who are killed near Bocaranga are killed near Bocaranga."""
    text = "Two peacekeepers from Burundi were killed and four from Bangladesh were injured in an ambush near Bocaranga on Tuesday."
    result = read(text, published="2017-01-18")
    assert {place.name for event in _events(result) for place in event.where} == {"Bocaranga"}


def test_places_an_attack_was_near_are_no_victims() -> None:
    """Those who repel attacks near towns are attacked; the towns are where."""
    result = read("Our defenders repelled attacks near Bakhmut, Ivanivske and Vuhledar.", published="2023-02-03")
    assert _suffered(result) == {"defenders"}


def test_who_speaks_in_a_quotation_is_not_the_him_of_it() -> None:
    """"They shot him", says the sister: the brother was shot."""
    text = 'A teacher said that five men in uniform took her brother from the church. "They shot him because of his name," she said.'
    shot = [event for event in _events(read(text, published="2014-08-20")) if event.type == "attack"]
    assert [person.name for event in shot for person in event.participants if person.role == "victim"] == ["brother"]


def test_a_range_of_days_after_between_has_both_ends() -> None:
    """Between April 15 and 18 is four days."""
    text = "Soldiers killed 40 villagers in Bentiu between April 15 and 18."
    whens = [event.when for event in _events(read(text, published="2014-08-20")) if event.when]
    assert {(when.earliest, when.latest) for when in whens} == {(date(2014, 4, 15), date(2014, 4, 18))}


def test_a_toll_of_years_is_no_incident_of_its_own() -> None:
    """What has happened since 2004 is a pattern, not one event."""
    text = "Gunmen killed a trader in Pattani on Thursday.\n\nMore than 3,400 people have died in the region since 2004."
    result = read(text, published="2009-07-31")
    assert len(result.incidents) == 1


def test_fighters_who_flee_are_not_displaced() -> None:
    """Displacement is of those who do not fight."""
    assert read("The troops returned fire, forcing the terrorists to flee.", published="2020-11-09").incidents[0].type == "armed clash"
