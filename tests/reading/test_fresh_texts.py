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


def _did(result: Result) -> set[str]:
    return {person.name for event in _events(result) for person in event.participants if person.role.startswith("perpetrator")}


def test_a_game_is_no_attack() -> None:
    """Shots at goal and bombarded penalty areas are no incidents."""
    text = "City bombarded the goal, but the striker shot wide and Mensah fired home from a header. The coach called it a massacre."
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
    """Towns that attacks were repelled near are where; nobody is told to have suffered, those who repelled them least of all."""
    result = read("Our defenders repelled attacks near Bakhmut, Ivanivske and Vuhledar.", published="2023-02-03")
    assert _suffered(result) == set()


def test_who_speaks_in_a_quotation_is_not_the_him_of_it() -> None:
    """Who speaks of "him" is another than he: "They shot him", says the sister, and the brother was shot."""
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


def _voices(result: Result) -> list[str]:
    return [statement.speaker.name for statement in result.statements]


def test_between_two_numbers_of_people_is_one_count() -> None:
    """Between three and five civilians are three to five killed, whatever comes between."""
    text = "Between three and five civilians, among them two children, were killed and up to nine others injured in a drone strike."
    assert {("killed", 3, 5), ("killed", 2, 2), ("injured", 0, 9)} == set(_counts(read(text, published="2020-01-20")))


def test_a_finite_verb_is_the_speakers_own() -> None:
    """He urged both sides to stop and demanded a release: he demanded it, not the sides."""
    text = "Barnaba Deng spoke in Juba. He urged both sides to avoid any massacre and demanded the release of 14 abducted teachers."
    assert set(_voices(read(text, published="2012-08-30"))) == {"Barnaba Deng"}


def test_the_army_is_not_the_last_rebel_army_named() -> None:
    """The Army of a state is not the National Liberation Army."""
    text = (
        "It was reported that the National Liberation Army (ELN) dynamited a pipeline.\n\n"
        "Meanwhile, the Army reported that it had captured six guerrillas in Meta."
    )
    assert "National Liberation Army" not in _voices(read(text, published="1989-11-30"))


def test_a_town_before_a_colon_is_no_speaker() -> None:
    """SRINAGAR: says where the report is from."""
    text = "SRINAGAR: Six persons were killed and 11 others injured in separate incidents in Kashmir since last night, officials said."
    assert _voices(read(text, published="2001-10-23")) == ["officials"]


def test_money_is_nobody() -> None:
    """Rs 40,000 recovered are no 40,000 victims."""
    text = "Two rifles, five magazines and Rs 40,000 in cash were recovered from the militants in Anantnag."
    assert _suffered(read(text, published="2001-10-23")) == set()


def test_killed_and_wounded_together_are_no_number_of_dead() -> None:
    """One number for both counts neither."""
    assert _counts(read("Enemy losses amounted to over 195 servicemen killed and wounded near Lyman.", published="2023-05-21")) == []


def test_a_toll_since_an_offensive_began_reaches_to_the_day_of_writing() -> None:
    """The dead since Tuesday did not all die on Tuesday."""
    text = "At least 121 people have been killed since the offensive began on Tuesday, officials say."
    whens = [event.when for event in _events(read(text, published="2014-07-12")) if event.when]
    assert {(when.earliest, when.latest) for when in whens} == {(date(2014, 7, 8), date(2014, 7, 12))}


def test_a_states_air_strike_is_the_states() -> None:
    """A Turkish drone strike names who flew it."""
    result = read("A Turkish drone strike killed two men near Tal Tamr on Monday.", published="2020-01-15")
    assert _did(result) == {"Turkish"}


def test_words_are_no_raid() -> None:
    """A bank raids reserves, a minister attacks his critics: nobody was attacked."""
    for text in (
        "The central bank's raid on reserves drew criticism from economists.",
        "The foreign minister launched a blistering attack on his critics on Thursday.",
        "An explosion of prices and a barrage of questions awaited the minister.",
        "The bill is an assault on democracy, the union said.",
    ):
        assert read(text, published="2012-08-30").incidents == ()


def test_passage_denied_is_no_denial() -> None:
    """A soldier who denies a patrol passage says nothing."""
    assert _voices(read("A soldier denied the patrol passage at Berezove, citing demining.", published="2016-06-09")) == []


def test_lines_of_a_form_count_people_and_tell_no_events() -> None:
    """Children killed: 2 is a count; nobody is its perpetrator."""
    text = (
        "Location: Marib city\nSuspected belligerent: Houthi forces\nCivilians killed: 4-7\nCivilians injured: 11\nChildren killed: 2\n\n"
        "A missile struck a petrol station in the city on the evening of May 29th, 2021."
    )
    result = read(text, published="2021-06-04")
    assert {("killed", 4, 7), ("injured", 11, 11), ("killed", 2, 2)} == set(_counts(result))
    assert [event.type for event in _events(result)] == ["air strike"] or len(_events(result)) == 1


def test_the_subject_after_since_storms_not_the_dead() -> None:
    """An apposition after "since the rebels" does not hand their deed to those who were killed."""
    text = (
        "At least 11 civilians had been killed and 13,000 residents displaced since the rebels, a faction of the Moro Front, "
        "stormed several coastal villages on Monday."
    )
    assert not _did(read(text, published="2013-09-13")) & {"civilians", "residents"}


def test_a_drill_and_a_play_are_no_incidents() -> None:
    """What happens in a drill or on a stage happened to nobody."""
    for text in (
        "Police took part in a drill in which gunmen seized a ferry and took 40 passengers hostage.",
        "In the last scene, soldiers shoot 12 villagers.",
    ):
        assert read(text, published="2010-04-12").incidents == ()


def test_an_office_of_a_place_is_held_by_who_is_named() -> None:
    """The attorney general of Nuevo Leon is not called Nuevo Leon."""
    text = "The attorney general of Nuevo Leon, Adrian de la Garza, said a drug cartel was apparently responsible for the attack."
    assert "Nuevo Leon" not in _voices(read(text, published="2011-08-26"))


def test_who_claims_responsibility_claims_what_was_told() -> None:
    """The group that claims a bombing does not claim the death of its bomber's brother."""
    text = (
        "A bomber killed 19 people in a restaurant on Saturday.\n\nThe Front claimed responsibility and named the bomber as Hana Jaradat, "
        "whose brother was killed by soldiers in June."
    )
    result = read(text, published="2003-10-05")
    killed = next(claim for claim in result.claims if claim.kind == "event")
    assert [claim.about for claim in result.claims if claim.rule == "claimed by the doer"] == [killed.id]


def test_those_disguised_as_soldiers_are_no_soldiers() -> None:
    """Militants in uniform did it, not the army."""
    text = "Suspected Boko Haram militants disguised as soldiers slaughtered scores of villagers in Damboa on Saturday night."
    assert _did(read(text, published="2014-07-08")) == {"Boko Haram militants", "Boko Haram"}


def test_a_place_which_killed_nobody() -> None:
    """An airstrike in a district which killed four: the airstrike did."""
    text = "The mission is concerned about an airstrike on 20 November in Haska Mina district, Nangarhar, which killed a man and his sons."
    assert _did(read(text, published="2019-11-22")) == set()


def test_a_toll_since_a_beginning_has_its_own_scope() -> None:
    """All the dead of a war are not the dead of one raid."""
    text = (
        "The raid on the town of Aitou killed 18 people and injured four, the ministry said.\n\n"
        "The number of wounded since the beginning of the aggression has reached 10,782."
    )
    counts = [claim.payload for claim in read(text, published="2024-10-14").claims if isinstance(claim.payload, CasualtyPayload)]
    assert [count.scope for count in counts if count.low == 10782] == ["since the beginning of the aggression"]


def test_the_assassination_a_film_is_about_did_not_happen() -> None:
    """A thriller about a failed assassination is a film."""
    assert read("A thriller about a failed assassination drew 2,000 viewers on Friday.", published="2006-03-08").incidents == ()


def test_what_had_the_bomb_exploded_says_did_not_happen() -> None:
    """An inverted condition, a rumour and a controlled explosion are no incidents."""
    for text in (
        "Had the bomb exploded, dozens would have died.",
        "Rumours of a massacre proved false.",
        "The army destroyed 200 old mines in a controlled explosion on Friday.",
    ):
        assert read(text, published="2011-05-02").incidents == ()
