"""Who did it and who suffered it, where the words stand in an order that parsers trip over."""

import pytest

from trucewatch import read
from trucewatch.records.assertion import EventPayload


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Ama Doku (41), clerk. Stabbed near the mill by rebels on 3 May 2021.", "Stabbed", "rebels", "Ama Doku"),
        ("- Peter Moss, 19, student. Shot outside a hall by soldiers.", "Shot", "soldiers", "Peter Moss"),
        ("The prisoners were taken from the jail to a ravine and shot dead by militiamen.", "shot", "militiamen", "prisoners"),
        ("During the civil war soldiers of the Oru garrison shot at a crowd of workers.", "shot", "soldiers", "crowd of workers"),
        ("Soldiers shot at a bus in Niono.", "shot", "Soldiers", "bus"),
        ("A unit of the same garrison fired by mistake on a lorry.", "fired", "unit of the same garrison", "lorry"),
        ("Guards had axed to death two farmers at a market.", "axed", "Guards", "farmers"),
        ("An attack by guerrillas on the commune of Oru left ten dead.", "attack", "guerrillas", "commune"),
        ("Two men were injured, one badly, when rebels exploded a mine.", "injured", "rebels", "men"),
        ("Police fired into the crowd. A boy was killed by one of their bullets.", "killed", "Police", "boy"),
        ("Shortly after 7 p.m. a convoy that had left Oru was ambushed by rebels.", "ambushed", "rebels", "convoy"),
        ("- Niono: seven herders shot dead by the gendarmerie on Monday.", "shot", "gendarmerie", "herders"),
        ("A fuel truck was burned and two soldiers shot dead by raiders on Tuesday.", "shot", "raiders", "soldiers"),
        ("In the sector of Niono, a patrol arrested five suspects, and they have been handed over.", "arrested", "patrol", "suspects"),
        ("Bandits searching a house in Goma yesterday executed a driver.", "executed", "Bandits", "driver"),
        ("Villagers were stopped at a checkpoint, taken from the bus and shot by rebels.", "shot", "rebels", "Villagers"),
        ("Among those stabbed by the army last week were two pastors.", "stabbed", "army", "pastors"),
        ("The stabbing of a constable by gunmen in Oruro was condemned.", "stabbing", "gunmen", "constable"),
        ("Maoist rebels shot and wounded an army colonel outside his house, officials said.", "shot", "Maoist rebels", "army colonel"),
        ("Soldiers of the regional brigade shot and killed the gunman; no soldier was injured.", "killed", "Soldiers", "gunman"),
        ("On Sunday rebels, who had crossed the river, shot 12 men.", "shot", "rebels", "men"),
        ("Two guards were killed by what the police described as poachers.", "killed", "poachers", "guards"),
        ("The bodies of seven herders, killed by raiders on 14 May, were found near Goma.", "killed", "raiders", "herders"),
        ("Two soldiers from Ruyigi, stabbed by raiders yesterday, are in hospital.", "stabbed", "raiders", "soldiers"),
        (
            "A mission helicopter was fired upon by unidentified armed men on Tuesday.",
            "fired",
            "unidentified armed men",
            "mission helicopter",
        ),
        ("Vietnamese guns shelled the market of Obok on Sunday.", "shelled", "Vietnamese guns", "market"),
        ("Two men attacked nine herders on Sunday.", "attacked", "men", "herders"),
        ("Horsemen attacked at dawn, killed 16 people and drove off the cattle.", "killed", "Horsemen", "people"),
    ],
)
def test_whoever_did_it_is_read_as_the_one_who_did_it(sides, text, word, did, suffered):
    """The sides stand where the sentence puts them, whatever the order of its words."""
    who, whom = sides(text, word)
    assert did in who
    assert suffered in whom
    assert not who & whom


def test_a_no_after_a_semicolon_denies_nothing_before_it():
    """That "no soldier was injured" denies nothing of the gunman who was killed before the semicolon."""
    text = "Soldiers of the regional brigade shot and killed the gunman; no soldier was injured."
    killed = [claim for claim in read(text).claims if isinstance(claim.payload, EventPayload) and claim.payload.type == "killing"]
    assert [(claim.polarity, claim.factuality) for claim in killed] == [("assert", "certain")]


@pytest.mark.parametrize(
    "later",
    [
        "The army blamed the killings on the ELN.",
        "The governor blamed the ELN for the attack.",
        "The attack was the work of the ELN.",
    ],
)
def test_an_accusation_of_the_attack_told_before_reaches_it(sides, later):
    """Whoever is blamed for "the attack" is blamed for what the sentence before told."""
    assert "ELN" in sides("Two farmers were shot in Goma on Monday. " + later, "shot")[0]


def test_whoever_repels_an_attack_has_not_suffered_it(sides):
    """The attack was on the town; those who repelled it are told to have come to no harm."""
    assert sides("The army repulsed an attack by rebels on the town of Heiban.", "attack")[1] == {"town of Heiban"}


def test_the_dead_are_not_those_who_tell_of_them(sides):
    """Villagers who say that "they had died" speak of others."""
    text = "Villagers carried the bodies of seven children to the governor and said they had died in a helicopter attack."
    assert "Villagers" not in sides(text, "died")[1]


def test_shot_is_a_verb_where_nothing_before_it_makes_it_a_noun(sides):
    """Who "shot dead a sergeant" did it, and nothing is "a shot dead"."""
    did, suffered = sides("An NPA sniper shot dead a notorious sergeant of the army.", "shot")
    assert "NPA sniper" in did
    assert "sergeant" in {name.split()[-1] for name in suffered}


@pytest.mark.parametrize("text", ["Soldiers shot at a checkpoint in Oru.", "Two soldiers shot at base."])
def test_whoever_is_shot_at_a_post_is_no_shooter(sides, text: str) -> None:
    """A heading of soldiers shot at a checkpoint makes them victims."""
    assert "oldiers" not in "".join(sides(text, "shot")[0])


def test_the_accused_named_beside_a_description_is_the_doer(sides) -> None:
    """Whoever is accused as "its rival, the …" is the one that did it, by name, and not with the deed as part of the name."""
    did, _ = sides("The Front denied it and accused its rival, the Oru Liberation Army (OLA), of the murders.", "murders")
    assert did == {"Oru Liberation Army"}


def test_a_force_does_what_it_does_and_forces_name_no_government_beside_them(sides):
    """Whoever raids as "a force" is the doer; what is said of government forces is not said of the government."""
    assert "force" in sides("A force from the Directorate raided an apartment in Tripoli.", "raided")[0]
    assert sides("Government forces killed nine villagers in Houla.", "killed")[0] == {"Government forces"}


@pytest.mark.parametrize(
    "clause",
    [
        "when gunmen broke down the door",
        "when gunmen, some in uniform, entered the hamlet",
        "after gunmen forced their way in",
        "when gunmen opened fire on a bus",
        "in an attack blamed on gunmen",
    ],
)
def test_whoever_came_when_people_died_may_have_killed_them(sides, clause):
    """Also where the clause hangs on the second of two verbs; a state's forces that came are not made the killers of civilians by it."""
    assert sides(f"A farmer was killed and two of his neighbours were wounded {clause}.", "killed")[0] in (
        {"gunmen"},
        {"gunmen, some in uniform"},
    )


def test_forces_that_came_are_nobodys_killers_by_that(sides):
    """As in "two farmers were killed when troops entered the hamlet"."""
    assert sides("Two farmers were killed when troops entered the hamlet.", "killed")[0] == set()


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Its radio accused the Front of mining the Tarem road.", "mining", "Front", "Tarem road"),
        ("June 25 - Tigers bombard a naval base at Tarem, killing an officer.", "bombard", "Tigers", "naval base"),
        ("The blast ended in the injury of three policemen.", "injury", None, "policemen"),
    ],
)
def test_verbs_that_the_parser_takes_for_nouns_have_their_sides(sides, text, word, did, suffered):
    """A gerund after "of", a verb in the present of chronicles, and harm told by its noun."""
    assert sides(text, word) == ({did} - {None}, {suffered})


@pytest.mark.parametrize("verb", ["retaliated", "responded", "answered", "opened the day"])
def test_whoever_answers_with_a_raid_raids(sides, verb):
    """What an attack is the answer with is its doer's."""
    assert sides(f"The rebels {verb} with a raid on the camp.", "raid") == ({"rebels"}, {"camp"})


def test_places_that_nobody_knows_can_be_shelled(sides):
    """A name the gazetteer has not is what the shells hit."""
    assert sides("Guns of the army pounded Duru all night.", "pounded")[1] == {"Duru"}


def test_what_follows_the_days_that_open_a_sentence_suffers_its_verb(sides):
    """No comma parts "August 1999" from the hamlets: they are not the day told again."""
    text = "From 28 to 30 August 1999 the hamlets of Oru, in the hills west of Tan, were shelled from the direction of the quarry."
    assert sides(text, "shelled") == (set(), {"hamlets of Oru"})
