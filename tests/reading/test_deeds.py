"""What those who fight did, whatever the verb: told with its sides, its day and its place, and founding no incident."""

import pytest

import trucewatch
from trucewatch.records.assertion import DEED, EventPayload

DEEDS = [
    ("Riot police cleared the barricades on Sunday.", "cleared", "police", "barricades"),
    ("On Monday infantrymen charged the earthworks south of Oru.", "charged", "infantrymen", "earthworks"),
    ("Rebels emptied the bank before the army came.", "emptied", "Rebels", "bank"),
    ("The bus was halted by soldiers at the bridge.", "halted", "soldiers", "bus"),
    ("Protesters held three engineers at the plant for five hours.", "held", "Protesters", "engineers"),
    ("The general denied that his men had stopped any bus.", "stopped", "men", "bus"),
    ("Militiamen slaughtered the camels of the herders.", "slaughtered", "Militiamen", "camels"),
    ("Settlers encircled the hamlet and mobbed two shepherds.", "mobbed", "Settlers", "shepherds"),
    ("Settlers came at noon. They defaced a mosque.", "defaced", "Settlers", "mosque"),
    ("Soldiers set dogs on the prisoners.", "set", "Soldiers", "prisoners"),
    ("Masked men burst in at noon. The editor was slapped. Before leaving they emptied the safe.", "emptied", "men", "safe"),
    ("Youths threw acid at a campaigner.", "threw", "Youths", "campaigner"),
    ("Republicans rammed a bread van through the gates of the barracks.", "rammed", "Republicans", "barracks"),
    ("The patrol met guards, one of whom pointed his rifle at the leader.", "pointed", "guards", "leader"),
    ("Relatives blame police for handing the men over to a cartel.", "handing", "police", "men"),
    ("Officers of the brigade inflicted severe pain on two farmers.", "inflicted", "Officers", "farmers"),
    ("A coast guard vessel blocked the supply boat for two hours.", "blocked", "vessel", "boat"),
    ("An attempt by commandos to land on the islet failed.", "attempt", "commandos", "islet"),
    ("The gunners may have been aiming at the road.", "aiming", "gunners", "road"),
    ("Insurgents made off with 24 constables.", "made", "Insurgents", "constables"),
    ("Rebel groups attempted to breach the fence on Monday.", "breach", "groups", "fence"),
    ("The number of guards held by inmates rose to nine.", "held", "inmates", "guards"),
    ("Ecuador expelled the ambassador.", "expelled", "Ecuador", "ambassador"),
    ("Aid groups condemned the confiscation of the cattle by soldiers.", "confiscation", "soldiers", "cattle"),
    ("The army's uprooting of the orchards went on.", "uprooting", "army", "orchards"),
    ("The soldiers left on Friday after their desecration of the cemetery.", "desecration", "soldiers", "cemetery"),
]


def _deeds(text):
    result = trucewatch.read(text, published="2024-05-15")
    return result, [claim for claim in result.claims if isinstance(claim.payload, EventPayload) and claim.rule == DEED]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), DEEDS)
def test_what_fighters_did_is_told_with_both_sides(text, word, doer, sufferer):
    """No trigger names the verb: who did it and to whom is told all the same, and no incident rests on it."""
    result, deeds = _deeds(text)
    (deed,) = [claim for claim in deeds if claim.payload.trigger.of(text) == word]
    roles = {person.role.partition("_")[0]: person.name for person in deed.payload.participants}
    assert doer in roles["perpetrator"]
    assert sufferer in (roles.get("victim") or roles.get("target"))
    assert not any(deed.id in incident.claims for incident in result.incidents)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers rescued the hostages.",
        "Police escorted the convoy through the town.",
        "Officers drove a lorry to the depot.",
        "The rebels held the road.",
        "The defence ministry suspended a commander.",
        "The army met to frighten nobody.",
        "Doctors cleared the corridor.",
        "The captain told the villagers to wait.",
        "Soldiers took the wounded to a hospital.",
        "Officers took reporters there on Monday.",
        "A neighbour who tried to bar the door got away with a friend.",
        "A school was opened and a road was paved.",
        "Villagers harvested the maize and men painted the church.",
        "The protection of civilians by peacekeepers goes on.",
        "The minister praised the treatment of the villagers by medics.",
    ],
)
def test_what_harms_nobody_is_no_deed(text):
    """Help, care, command, movement and speech make no perpetrator."""
    assert _deeds(text)[1] == []


@pytest.mark.parametrize(
    ("text", "sufferer"),
    [
        ("Two clerks were slapped near Oru.", "clerks"),
        ("The garrison was encircled.", "garrison"),
        ("The sinking of the ferry was filmed.", "ferry"),
    ],
)
def test_what_was_done_by_nobody_named_is_told_with_whom_it_befell(text, sufferer):
    """A passive that is no verb of peaceful life, and a noun of violence, need no doer."""
    _, (deed,) = _deeds(text)
    assert [person.name for person in deed.payload.participants if not person.role.startswith("perpetrator")] == [sufferer]


def test_a_denied_deed_stays_denied():
    """The stance is the text's."""
    _, (deed,) = _deeds("The general denied that his men had stopped any bus.")
    assert (deed.polarity, deed.factuality) == ("deny", "negated")


SIDES = [
    ("The soldiers left two days after their shelling of the market.", "shelling", "soldiers", "market"),
    ("The army's abduction of the priest was filmed.", "abduction", "army", "priest"),
    ("Residents condemned the demolition of the houses by soldiers.", "demolition", "soldiers", "houses"),
    ("The siege of Madaya by government forces went on.", "siege", "government forces", "Madaya"),
    ("Detainees were stripped, hung from bars and beaten by gendarmes.", "stripped", "gendarmes", "Detainees"),
    ("The bishop condemned a grenade attack on a taxi by youths.", "attack", "youths", "taxi"),
    ("Four officers took part in the torture of a clerk.", "torture", "officers", "clerk"),
    ("A patrol was surrounded by men of Tibnin, who cut its cable, seized two radios and left.", "seized", "men", "radios"),
    ("Rebels sealed the village.", "sealed", "Rebels", "village"),
    ("The rebels gathered the residents and, after a mock trial, hanged the mayor.", "hanged", "rebels", "mayor"),
    ("In Duru gunmen torched a shop, drove off a trader and looted a clinic.", "looted", "gunmen", "clinic"),
    ("He told the mission how soldiers parted the men from the women, marched them off and cut them down.", "cut", "soldiers", "men"),
    ("A rider was run over by a police truck.", "run", "truck", "rider"),
]
SIDES += [
    ("A section of the Kestrel Front murdered the teachers.", "murdered", "section", "teachers"),
    ("Vandals set fire to the police station.", "set fire", "Vandals", "police station"),
    ("A crowd set one of the barges alight on Saturday.", "set one of the barges alight", "crowd", "barges"),
    ("Soldiers took three women to the barracks at Oru.", "took", "Soldiers", "women"),
    ("Men said to belong to the Front shot dead two captives.", "shot", "Men", "captives"),
    ("The Front's fighters killed the deputy sarpanch.", "killed", "fighters", "deputy sarpanch"),
    ("Gunmen fired at a pick-up carrying harvest workers.", "fired", "Gunmen", "pick-up"),
    ("11 May: an army helicopter attacks a hamlet near Oru.", "attacks", "helicopter", "hamlet"),
]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), SIDES)
def test_both_sides_are_found_where_words_or_parse_are_unusual(text, word, doer, sufferer):
    """A part of a force, people by an unknown word, one of several, a load, a chronicle's present: who did it, and to whom."""
    claims = trucewatch.read(text, published="2024-05-15").claims
    (event,) = [claim for claim in claims if isinstance(claim.payload, EventPayload) and claim.payload.trigger.of(text) == word]
    people = event.payload.participants
    assert any(doer in person.name for person in people if person.role.startswith("perpetrator"))
    assert any(sufferer in person.name for person in people if person.role in {"victim", "target"})


@pytest.mark.parametrize("text", ["Landslides killed two herders.", "Complications killed two patients."])
def test_what_kills_without_anybody_is_no_perpetrator(text):
    """A plural that no vocabulary knows is people only where it can be."""
    claims = trucewatch.read(text, published="2024-05-15").claims
    people = [person for claim in claims if isinstance(claim.payload, EventPayload) for person in claim.payload.participants]
    assert not any(person.role.startswith("perpetrator") for person in people)


def test_a_vehicle_laden_with_explosives_is_the_weapon():
    """It runs into what it hits, and nobody is said to drive it."""
    text = "A vehicle laden with explosives rammed into one of its convoys near Oru."
    (event,) = [claim for claim in trucewatch.read(text, published="2024-05-15").claims if isinstance(claim.payload, EventPayload)]
    assert [(person.role, person.name) for person in event.payload.participants] == [("target", "convoys"), ("instrument", "vehicle")]


MISREAD = [
    ("Serb tank crews had killed at least 20 people waiting for water.", "killed", "crews", "people"),
    (
        "A mob broke into a post where traders had taken refuge and clubbed six of them to death.",
        "clubbed six of them to death",
        "mob",
        "traders",
    ),
    ("The rebels held Oru for a day. When they stormed the city on Friday, two gendarmes fled.", "stormed", "rebels", "city"),
    ("Mortar shells fired by militants struck their camp.", "struck", "militants", "camp"),
    ("The commission urged police to free 11 elders whom they arrested.", "arrested", "police", "elders"),
    ("Ten people were blown apart by African Union gunners.", "blown", "African Union", "people"),
]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), MISREAD)
def test_both_sides_are_found_where_a_pronoun_or_a_clause_misleads(text, word, doer, sufferer):
    """Nobody's "them" is himself, a clause that opens with "When they" speaks of those told before, a participle is no main verb."""
    test_both_sides_are_found_where_words_or_parse_are_unusual(text, word, doer, sufferer)


def test_of_the_policemen_eleven_were_policemen():
    """A bare number after "Of the 19 policemen" counts policemen, and nobody else told of before."""
    text = "Gunmen overran a post, Afghan officials said. Of the 19 policemen on duty, 11 were killed."
    claims = trucewatch.read(text, published="2024-05-15").claims
    (event,) = [one for one in claims if isinstance(one.payload, EventPayload) and one.payload.trigger.of(text) == "killed"]
    assert [person.name for person in event.payload.participants if person.role == "victim"] == ["policemen"]


@pytest.mark.parametrize(
    ("text", "word", "sufferer"),
    [
        ("A number of camels were killed near the wells.", "killed", "camels"),
        ("A preacher told that a pregnant woman had been drowned at the bridge.", "drowned", "woman"),
        ("Twelve of their posts, along with a cave, were demolished.", "demolished", "posts"),
    ],
)
def test_what_was_done_is_told_though_nobody_is_said_to_have_done_it(text, word, sufferer):
    """A passive of a verb of violence names whom or what it befell."""
    claims = trucewatch.read(text, published="2024-05-15").claims
    events = [claim.payload for claim in claims if isinstance(claim.payload, EventPayload) and claim.payload.trigger.of(text) == word]
    assert any(sufferer in person.name for event in events for person in event.participants if person.role in {"victim", "target"})
