"""Events: what happened, and what only looks as if it had."""

import pytest

from trucewatch.reading.events import find_events
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.parser import Parser


def read(parser: Parser, text: str) -> tuple[EventMention, ...]:
    """Return the event mentions of a text without times, places and statements."""
    return find_events(parser.parse(text), (), (), ())


def kinds(parser: Parser, text: str) -> list[str]:
    """Return the event types of a text in order."""
    return [mention.type for mention in read(parser, text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels kidnapped three teachers near the river on Monday.", "kidnapping"),
        ("The killing of nine farmers by gunmen was reported at noon.", "killing"),
        ("A car bomb attack on the police station wounded six people.", "bombing"),
        ("Soldiers opened fire on a minibus at the bridge.", "attack"),
        ("Protesters set fire to the town hall.", "arson"),
        ("Militants took four engineers hostage in the desert.", "kidnapping"),
        ("There was shelling during the night.", "shelling"),
        ("Warplanes bombed the village before dawn.", "air strike"),
        ("Gunmen kill 12 in market raid", "killing"),
        ("Masked men robbed a bank in the port.", "robbery"),
        ("UN observers were shot at on their way to the hamlet.", "attack on observers"),
        ("The army turned the UN monitors back at a checkpoint.", "access restriction"),
        ("Nine bodies were found in a ditch.", "discovery of bodies"),
        ("Rebels fired mortars at the airport.", "shelling"),
        ("A truck carrying labourers struck a landmine near the dam.", "bombing"),
        ("The bus ran over an improvised bomb.", "bombing"),
        ("A shell slammed into the maternity ward.", "shelling"),
        ("Gunmen opened up with machine guns on a church.", "attack"),
        ("Police said the gunmen sprayed the minibus with bullets.", "attack"),
        ("The convoy came under fire outside the town.", "attack"),
        ("The two armies traded shells across the river on Thursday.", "armed clash"),
        ("Rebels shot down a government helicopter.", "attack"),
        ("Cattle raiders drove off 200 camels.", "looting"),
        ("Masked men dragged the editor out of his office.", "kidnapping"),
        ("Police picked up a dozen students.", "detention"),
        ("Militiamen drove 300 villagers into the hills.", "displacement"),
        ("Villagers abandoned their homes.", "displacement"),
        ("Twenty fighters fell in battle near the dam.", "killing"),
        ("The paramilitaries cut the throats of eight peasants.", "killing"),
        ("Three soldiers succumbed to their wounds.", "killing"),
        ("A gun battle broke out between police and smugglers.", "armed clash"),
        ("Separatists machine-gunned a bar in the port.", "attack"),
        ("The village was reduced to ashes by the soldiers.", "destruction"),
        ("A patrol struck a mine near the pass.", "bombing"),
        ("The settlers' car was pelted with rocks.", "attack"),
        ("Armed men stopped a bus and made off with its fuel.", "looting"),
        ("A shopkeeper was found shot dead in the market.", "attack on civilians"),
        ("The army thwarted an infiltration attempt by rebels.", "armed clash"),
        ("Private Karim Haddad embraced martyrdom.", "killing"),
    ],
)
def test_events_are_found_whatever_form_tells_of_them(parser: Parser, text: str, kind: str) -> None:
    """Verbs, nominalisations, compounds, light verbs, fixed phrases, headlines and existentials each give an event of the right type."""
    assert kind in kinds(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "The senator attacked the proposal in a long speech.",
        "Parliament killed the bill on Thursday.",
        "The committee buried the plan.",
        "Twelve people died of cholera in the camp.",
        "An earthquake killed forty people in the valley.",
        "The crash killed three passengers.",
        "He suffered a heart attack at work.",
        "The minister blasted the opposition over the budget.",
        "A painting of the massacre hangs in the hall.",
        "The minister came under fire for his remarks about the budget.",
        "He took out a loan and finished off the work.",
        "The company was held responsible for the spill.",
        "Rescuers dragged two children from the rubble.",
        "Farmers were hit hard by the drought.",
        "The old man succumbed to cancer.",
        "The shop opened up on Monday.",
        "Shares fell on Monday in heavy trading.",
        "Rescue teams dug five survivors out of the ruins.",
        "Passengers lost their lives when the ferry capsized in a storm.",
    ],
)
def test_figures_of_speech_accidents_and_depictions_are_no_events(parser: Parser, text: str) -> None:
    """What is attacked or killed in words, what nature does, and what is only painted tells of no violence."""
    assert [mention for mention in read(parser, text) if mention.stance.factuality == "certain" and not mention.pattern] == []


def test_a_threat_is_an_event_that_has_not_happened(parser: Parser) -> None:
    """The words "Threatened to attack" gives a mention whose stage is threatened."""
    (mention,) = [one for one in read(parser, "The rebels threatened to attack the convoy.") if one.type.startswith("attack")]
    assert mention.stage == "threatened"


def test_an_attempt_is_attempted(parser: Parser) -> None:
    """The words "Tried to kidnap" and "assassination attempt" are attempts, not accomplished acts."""
    mentions = read(parser, "Guerrillas tried to kidnap the ambassador. The assassination attempt failed.")
    assert {mention.stage for mention in mentions} == {"attempted"}


def test_a_definite_noun_points_back_and_a_bare_plural_speaks_of_a_pattern(parser: Parser) -> None:
    """The words "The massacre" is anaphoric, "such massacres" a pattern, and neither is a new event."""
    back, pattern = read(parser, "The massacre shocked the country. Such massacres must end.")
    assert back.anaphoric
    assert not back.pattern
    assert pattern.pattern


def test_weapons_tell_what_kind_of_attack_it_was(parser: Parser) -> None:
    """A grenade, a drone and a suicide vest give different types from the same words."""
    assert kinds(parser, "A drone attack hit the depot.")[0] == "air strike"
    assert "bombing" in kinds(parser, "A truck packed with explosives was detonated at the gate.")


def test_a_mine_is_no_deed_of_those_who_step_on_it(parser: Parser) -> None:
    """Who steps on a mine or drives over one suffers it; who detonates one does it."""
    stepped = read(parser, "A soldier stepped on a mine near the bridge.")
    assert [(one.role, one.name) for one in stepped[0].participants if one.role != "instrument"] == [("victim", "soldier")]
    laid = read(parser, "Rebels detonated a mine under an army truck.")
    assert [(one.role, one.name) for one in laid[0].participants if one.role.startswith("perp")] == [("perpetrator_individual", "Rebels")]


def test_diplomats_who_are_expelled_are_not_displaced(parser: Parser) -> None:
    """Expelling residents is an event; expelling envoys is a measure."""
    assert "displacement" in kinds(parser, "Militiamen expelled 40 families from the village.")
    assert "displacement" not in kinds(parser, "Nine governments expelled Syrian diplomats.")


def _doers(parser: Parser, text: str, trigger: str) -> set[str]:
    """Return the perpetrators of the event whose trigger begins with ``trigger``."""
    found = [mention for mention in read(parser, text) if mention.trigger.of(text).startswith(trigger)]
    return {one.name for mention in found for one in mention.participants if one.role.startswith("perpetrator")}


def test_a_clause_that_tells_how_people_died_lends_its_doers(parser: Parser) -> None:
    """Who "were killed when rebels raided" were killed by the rebels; fighters are never made to have killed their own side."""
    assert _doers(parser, "Nine villagers were killed when rebels raided a market.", "killed") == {"rebels"}
    assert _doers(parser, "Four gunmen were killed when rebels attacked the post.", "killed") == set()


def test_an_attack_told_right_before_lends_its_doers_only_where_the_sides_are_opposed(parser: Parser) -> None:
    """Policemen shot after separatists ambushed a convoy were shot by them; of civilians who died after troops came nothing follows."""
    assert _doers(parser, "A convoy was ambushed by separatists. Two policemen were killed.", "killed") == {"separatists"}
    assert _doers(parser, "Soldiers attacked a camp. Six farmers were killed.", "killed") == set()


def test_they_are_not_those_whom_a_relative_clause_is_about(parser: Parser) -> None:
    """Who the main clause tells of goes on as "they"."""
    text = "Some 80 rebels entered the hamlet, whose peasants had formed a committee. They murdered 23 residents."
    assert _doers(parser, text, "murdered") == {"rebels"}


def test_who_stands_after_not_did_nothing(parser: Parser) -> None:
    """A contrast with "not" makes nobody a doer."""
    assert _doers(parser, "Hunters, not soldiers, shot four militants.", "shot") == {"Hunters"}


def test_an_attack_that_was_beaten_off_has_both_its_sides(parser: Parser) -> None:
    """Who repulses an assault does it to those who made it."""
    text = "The army repulsed an assault by rebels on the dam."
    (repulsed,) = [one for one in read(parser, text) if one.trigger.of(text) == "repulsed"]
    assert {(one.role.split("_")[0], one.name) for one in repulsed.participants} == {("perpetrator", "army"), ("victim", "rebels")}


def test_the_agent_of_a_second_participle_is_no_victim(parser: Parser) -> None:
    """In "were overpowered and arrested by a patrol" the patrol arrests."""
    text = "The men were overpowered and arrested on the spot by an army patrol."
    assert "army patrol" in _doers(parser, text, "arrested")


def test_whom_the_verb_shot_dead_is_found_wherever_the_parse_hangs_it(parser: Parser) -> None:
    """In "gunned down a district judge" and "shot dead two brothers" people suffer, whatever the parse made of them."""
    text = "Insurgents riding three motorcycles gunned down a district judge at a petrol pump, the governor's office said."
    (gunned,) = [one for one in read(parser, text) if one.trigger.of(text).startswith("gunned")]
    assert {(one.role.split("_")[0], one.name) for one in gunned.participants if one.role != "target"} >= {
        ("perpetrator", "Insurgents"),
        ("victim", "district judge"),
    }
