"""Rolls of names: people whom a list names and the event's own words only count."""

import pytest

from trucewatch.reading.events import find_events
from trucewatch.reading.parser import Parser

NAMES = {"Karim Haddad", "Samir Nasser", "Omar Aziz"}


def named(parser: Parser, text: str, *wanted: str) -> set[tuple[str, str]]:
    """Return names and effects of the named participants in the given roles."""
    mentions = find_events(parser.parse(text), (), (), ())
    told = [mention for mention in mentions if mention.stance.polarity == "assert"]
    return {(one.name, one.effect) for mention in told for one in mention.participants if one.role in wanted and one.named}


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Four people were killed in the blast. The dead are Karim Haddad, Samir Nasser and Omar Aziz.", "killed"),
        ("The names of the three people killed were made known. They are Karim Haddad, Samir Nasser, and Omar Aziz.", "killed"),
        ("The following officers died in the raid: Major Karim Haddad, Captain Samir Nasser and Sergeant Omar Aziz.", "killed"),
        ("The judge identified the dead men as Karim Haddad, 38, Samir Nasser, 42, and Omar Aziz, 19.", "killed"),
        ("Those who were kidnapped are Karim Haddad, 55, from Homs; Samir Nasser, 52, from Hama; and Omar Aziz, 35.", "detained"),
        ("Ten members of the union were killed, including Karim Haddad, Samir Nasser and Omar Aziz.", "killed"),
        ("They fled, taking as hostages engineers Karim Haddad, Samir Nasser and Omar Aziz.", "detained"),
        ("A bomb killed two guards. Also injured were Karim Haddad, Samir Nasser and Omar Aziz.", "injured"),
    ],
)
def test_the_people_of_a_roll_suffered_what_its_words_say(parser: Parser, text: str, effect: str) -> None:
    """A list that says whose names it gives adds them as victims, each with what befell him."""
    assert named(parser, text, "victim") == {(name, effect) for name in NAMES}


def test_names_of_the_accused_stay_accused(parser: Parser) -> None:
    """The names of men accused of a murder are perpetrators by accusation, never by fact."""
    text = "The police showed five men suspected of killing the mayor. Their names are Samir Nasser and Omar Aziz."
    mentions = find_events(parser.parse(text), (), (), ())
    doers = {(one.name, one.confidence) for mention in mentions for one in mention.participants if one.role == "perpetrator_individual"}
    assert {name for name, _ in doers} >= {"Samir Nasser", "Omar Aziz"}
    assert "fact" not in {how for _, how in doers}


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers fired at the students. They are Karim Haddad and Samir Nasser.",
        "Gunmen killed a guard outside the ministry. The ministers are Karim Haddad and Samir Nasser.",
        "Ten people were killed in raids on towns, including Deir Ezzor and Abu Kamal.",
        "Gunmen killed a guard. The witnesses are Karim Haddad and Samir Nasser.",
        "Three men were killed. The dead were not identified as Karim Haddad and Samir Nasser.",
    ],
)
def test_a_list_that_could_name_others_names_nobody(parser: Parser, text: str) -> None:
    """Where the words do not say whose names they are, or deny it, nobody listed becomes a doer or a victim."""
    assert named(parser, text, "victim", "perpetrator_individual") == set()


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The director, Karim Haddad, emerged unscathed from a dynamite attack in the capital.", "Karim Haddad"),
        ("Karim Haddad escaped unharmed from an attack on his car.", "Karim Haddad"),
        ("The ministry condemned the assassination in Homs of Karim Haddad, a former judge.", "Karim Haddad"),
    ],
)
def test_whom_an_attack_was_meant_for(parser: Parser, text: str, victim: str) -> None:
    """Who escaped from an attack was attacked, and a place between an assassination and its victim parts them not."""
    assert victim in {name for name, _ in named(parser, text, "victim")}


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("A plane exploded after taking off from the capital.", "target", {"plane"}),
        ("A plane exploded after taking off from the capital.", "instrument", set()),
        ("Rebels set two lorries loaded with grain on fire near the bridge.", "target", {"lorries"}),
        ("Rebels sank a fishing boat.", "target", {"fishing boat"}),
        ("Rebels machinegunned the helicopter.", "target", {"helicopter"}),
        ("The recently murdered senator Karim Haddad led the party.", "victim", {"Karim Haddad"}),
        ("The president said the massacre was the work of the guerrillas.", "perpetrator_individual", {"guerrillas"}),
        ("The president said the massacre was not the work of the guerrillas.", "perpetrator_individual", set()),
        (
            "Rebels dynamited a branch of the National Bank, a pharmacy, and two shops.",
            "target",
            {"branch of the National Bank", "pharmacy", "shops"},
        ),
        (
            "The army confirmed that a colonel, two lieutenants and two soldiers were involved in the massacre of the priests.",
            "perpetrator_individual",
            {"colonel", "lieutenants", "soldiers"},
        ),
    ],
)
def test_things_and_people_where_the_parse_misleads(parser: Parser, text: str, role: str, expected: set[str]) -> None:
    """Craft that explode are hit and are no weapons; lists read as appositions and ends of phrases far away are found."""
    mentions = find_events(parser.parse(text), (), (), ())
    assert {one.name for mention in mentions for one in mention.participants if one.role == role} == expected
