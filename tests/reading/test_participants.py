"""Participants: who did it and who suffered it, never the other way round."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.reading.events import find_events
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.parser import Parser
from trucewatch.records.assertion import Participant
from trucewatch.records.extent import Count

DOERS = ("perpetrator_individual", "perpetrator_organisation")


def read(parser: Parser, text: str) -> tuple[EventMention, ...]:
    """Return the event mentions of a text without times, places and statements."""
    return find_events(parser.parse(text), (), (), ())


def roles(parser: Parser, text: str, *wanted: str) -> set[str]:
    """Return the names of all participants of a text in the given roles."""
    return {one.name for mention in read(parser, text) for one in mention.participants if one.role in wanted}


@pytest.mark.parametrize(
    ("text", "doer", "sufferer"),
    [
        ("Gunmen killed twelve villagers.", "Gunmen", "villagers"),
        ("Twelve villagers were killed by gunmen.", "gunmen", "villagers"),
        ("Villagers shot by soldiers were taken to hospital.", "soldiers", "Villagers"),
        ("The killing of twelve villagers by gunmen shocked the region.", "gunmen", "villagers"),
        ("The soldiers who attacked the villagers left at dawn.", "soldiers", "villagers"),
        ("Police accused the guerrillas of killing nine farmers.", "guerrillas", "farmers"),
        ("An attack on worshippers was carried out by militants.", "militants", "worshippers"),
        ("Rebels entered the town and shot three officials.", "Rebels", "officials"),
    ],
)
def test_direction_survives_every_construction(parser: Parser, text: str, doer: str, sufferer: str) -> None:
    """Active, passive, reduced relative, nominalisation, accusation, light verb and coordination give the same two sides."""
    assert roles(parser, text, *DOERS) == {doer}
    assert roles(parser, text, "victim") == {sufferer}


@settings(max_examples=25, deadline=None)
@given(
    doer=st.sampled_from(["gunmen", "soldiers", "rebels", "militants", "policemen"]),
    verb=st.sampled_from(["killed", "wounded", "kidnapped", "attacked", "shot"]),
    number=st.integers(2, 60),
    sufferer=st.sampled_from(["villagers", "farmers", "students", "journalists", "children"]),
    passive=st.booleans(),
)
def test_the_two_sides_are_never_swapped(parser: Parser, doer: str, verb: str, number: int, sufferer: str, passive: bool) -> None:
    """Whatever the words and the voice, no doer is a victim and no victim a doer."""
    text = f"{number} {sufferer} were {verb} by {doer}." if passive else f"The {doer} {verb} {number} {sufferer}."
    assert sufferer not in roles(parser, text, *DOERS)
    assert doer not in roles(parser, text, "victim", "target")


def test_a_bare_number_never_stands_for_those_who_did_it(parser: Parser) -> None:
    """In "Gunmen kill 12" the twelve are not gunmen."""
    assert roles(parser, "Gunmen kill 12 in market raid.", "victim") == {"12"}


def test_four_were_wounded_stands_for_the_subject_before(parser: Parser) -> None:
    """A bare number as subject stands for the people of the clause it is joined to."""
    (wounded,) = read(parser, "Government troops tried to save the civilians and four were wounded in the attempt.")[-1:]
    (victim,) = wounded.participants
    assert victim.name == "Government troops"
    assert victim.number == Count(4, 4)
    assert victim.population == "party forces"


def test_nobody_named_means_nobody_blamed(parser: Parser) -> None:
    """A passive without an agent, and "nobody claimed responsibility", give no perpetrator."""
    assert roles(parser, "Observers were shot at near the hamlet. No group claimed responsibility for the attack.", *DOERS) == set()


def by_name(parser: Parser, text: str, name: str) -> Participant:
    """Return the first participant whose name is ``name``."""
    return next(one for mention in read(parser, text) for one in mention.participants if one.name == name)


@pytest.mark.parametrize(
    ("text", "name", "confidence"),
    [
        ("The FMLN claimed responsibility for the bombing of the embassy.", "FMLN", "claimed"),
        ("Colonel Perez blamed the FMLN for the murder of two priests.", "FMLN", "accused_by_authorities"),
        ("Villagers accused the militia of killing the mayor.", "militia", "accused"),
        ("The murder of the bishop was attributed to the army.", "army", "accused"),
        ("Gunmen killed the mayor.", "Gunmen", "fact"),
    ],
)
def test_confidence_says_who_accuses(parser: Parser, text: str, name: str, confidence: str) -> None:
    """A claim of responsibility, an accusation by an authority and one by others are told apart from plain narration."""
    assert by_name(parser, text, name).confidence == confidence


def test_members_of_a_group_are_people_and_the_group_an_organisation(parser: Parser) -> None:
    """The words "Members of the Shining Path" gives both: those who did it, and the body they belong to."""
    text = "The attack was carried out by members of the Shining Path."
    assert roles(parser, text, "perpetrator_individual") == {"members of the Shining Path"}
    assert roles(parser, text, "perpetrator_organisation") == {"Shining Path"}


def test_a_late_by_belongs_to_the_verb_that_lacks_its_agent(parser: Parser) -> None:
    """The words "Were blocked from the scene of the killings by the army" says who blocked, not who killed."""
    text = "The observers were blocked by the army from seeing where the killings took place."
    blamed = {mention.type: {one.name for one in mention.participants if one.role in DOERS} for mention in read(parser, text)}
    assert blamed["access restriction"] == {"army"}
    assert not blamed.get("killing")


def test_names_lose_their_titles_and_gain_their_full_form(parser: Parser) -> None:
    """The words "General Ruiz" is the Jorge Ruiz that the text named before."""
    text = "General Jorge Ruiz left his house at eight. Ruiz was killed by gunmen at the gate."
    assert roles(parser, text, "victim") == {"Jorge Ruiz"}


def test_weapons_and_things_have_their_own_roles(parser: Parser) -> None:
    """A bomb is an instrument and a bridge a target, never a perpetrator or a victim."""
    text = "A powerful bomb destroyed the bridge."
    assert roles(parser, text, "instrument") == {"powerful bomb"}
    assert roles(parser, text, "target") == {"bridge"}
    assert roles(parser, text, *DOERS, "victim") == set()


def test_a_number_counts_people_named_before_it(parser: Parser) -> None:
    """Of those told first a number may stand later: "of the people who were shot, three died"."""
    text = "There were witnesses. Of the people who were shot, three died and one — an aunt of the girl — was taken to a clinic."
    assert Count(3, 3) in {one.number for mention in read(parser, text) for one in mention.participants}


def test_the_clause_of_a_blast_says_whom_it_struck_and_where(parser):
    """What a blast struck is what its clause says; an assault in which militants killed is theirs."""
    blast = _only(parser, "The blast, which struck a patrol on Monday, was loud.", "blast")
    assert [one.name for one in blast.participants if one.role in {"victim", "target"}] == ["patrol"]
    assault = _only(parser, "Taliban militants killed 30 soldiers in pre-dawn assaults on two posts.", "assaults")
    assert "Taliban militants" in [one.name for one in assault.participants if one.role.startswith("perpetrator")]
    attack = _only(parser, "Police killed two gunmen in an attack on a station.", "attack")
    assert not [one for one in attack.participants if one.role.startswith("perpetrator")]


def _only(parser, text, word):
    (found,) = [one for one in find_events(parser.parse(text), (), (), ()) if one.trigger.of(text) == word]
    return found


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Ten people were killed when mortar rounds fell on a queue. The rounds were fired by Serb gunners.", "killed", ["Serb gunners"]),
        ("Seven passengers were killed when a taxi hit a mine. MFDC rebels had laid the mine.", "killed", ["MFDC rebels"]),
        ("A headman was hacked to death. The storekeeper says that dissidents did it.", "hacked to death", ["dissidents"]),
        ("Two men were killed by a bomb. Rebels had not planted the bomb.", "killed", []),
        (
            "Ten were killed when rounds fell on a queue, days after the bombing of a bridge. The rounds were fired by gunners.",
            "bombing",
            [],
        ),
    ],
)
def test_whoever_sent_the_weapon_did_what_it_did(parser, text, word, doers):
    """The next sentence says who fired the rounds or laid the mine, or that somebody did it; another deed named beside is not theirs."""
    people = _only(parser, text, word).participants
    assert [one.name for one in people if one.role.startswith("perpetrator")] == doers


@pytest.mark.parametrize(
    ("text", "word", "doers", "harmed"),
    [
        ("Troops clashed with rebels and five rebels were killed.", "killed", ["Troops"], ["rebels"]),
        ("Police returned fire. Two gunmen were killed.", "killed", ["Police"], ["gunmen"]),
        ("Police returned fire. Two women were killed.", "killed", [], ["women"]),
    ],
)
def test_whoever_fought_them_may_have_killed_fighters(parser, text, word, doers, harmed):
    """A clause after "and" has its own subject; who returned fire may have killed those who fought, and nobody says who killed others."""
    people = _only(parser, text, word).participants
    assert [one.name for one in people if one.role.startswith("perpetrator")] == doers
    assert [one.name for one in people if one.role == "victim"] == harmed


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("The blast was claimed by Boko Haram.", "blast", ["Boko Haram"]),
        ("The attack was not claimed by the ELN.", "attack", []),
    ],
)
def test_whoever_claimed_the_blast_is_given(parser, text, word, doers):
    """In the passive too."""
    assert [one.name for one in _only(parser, text, word).participants if one.role.startswith("perpetrator")] == doers


@pytest.mark.parametrize(
    ("text", "word", "doers", "harmed"),
    [
        ("Rebels shot at an army patrol near Oru.", "shot", ["Rebels"], ["army patrol"]),
        ("In the town of Kochubey, unidentified persons shot at a shop selling alcohol.", "shot", ["unidentified persons"], ["shop"]),
        ("Two soldiers shot at a checkpoint in Oru", "shot", [], ["soldiers"]),
        (
            "A patrol of the army came under ambush by Kuki-Chin National Front (KNF) terrorists.",
            "ambush",
            ["Kuki-Chin National Front"],
            ["patrol of the army"],
        ),
        (
            "Earlier, on Friday, army and RAB members jointly arrested at Thanchi six militants who had been trained.",
            "arrested",
            ["army", "RAB members"],
            ["militants"],
        ),
    ],
)
def test_whoever_shot_is_not_whoever_was_shot(parser, text, word, doers, harmed):
    """A plain past of "shoot at", "came under" with "by", an arrest told with its place before those arrested: no side is swapped."""
    people = _only(parser, text, word).participants
    told = {one.name for one in people if one.role.startswith("perpetrator")}
    assert told >= set(doers)
    assert not told & set(harmed)
    assert [one.name for one in people if one.role in {"victim", "target"}] == harmed
