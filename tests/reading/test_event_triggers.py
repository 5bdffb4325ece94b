"""Which words tell of an event: verbs, phrases and nouns of violence, and the same words where they tell of something else."""

import pytest

import trucewatch
from trucewatch.records.assertion import Claim, EventPayload

EVENTS = [
    ("Masked men set a trader's house alight in Mosul on Monday.", "set", "Masked men", "trader's house"),
    ("Rebels set three lorries ablaze near Mosul on Monday.", "set", "Rebels", "lorries"),
    ("The rebels condemned the gunning down of two teachers in Mosul on Monday.", "gunning", None, "teachers"),
    ("Jets scored a direct hit on a barge near Mosul on Monday.", "scored", "Jets", "barge"),
    ("The two sides swapped 19 prisoners near Mosul on Monday.", "swapped", None, "prisoners"),
    ("Artillery exchanges shook Mosul on Monday.", "exchanges", None, None),
    ("Naval patrol craft engaged a cluster of rebel boats off Tarem on Monday.", "engaged", "Naval patrol craft", "cluster of rebel boats"),
    ("Rival fighters battled in the centre of Mosul on Monday.", "battled", None, None),
    ("Rebels fought their way into Mosul on Monday.", "fought", None, None),
    ("Snipers pinned down two engineers in Mosul on Monday.", "pinned", "Snipers", "engineers"),
    ("Alert troops foiled an infiltration bid near Mosul on Monday.", "foiled", "Alert troops", "infiltration bid"),
    ("The second was thwarted near Mosul on Monday.", "thwarted", None, None),
    ("Villagers drove off the raiders near Mosul on Monday.", "drove", "Villagers", "raiders"),
    ("Police broke up a terrorist cell in Mosul on Monday.", "broke", "Police", "terrorist cell"),
    ("Anti-aircraft batteries shot down two MiGs over Mosul on Monday.", "shot", "Anti-aircraft batteries", "MiGs"),
    ("Air defences intercepted two missiles over Mosul on Monday.", "intercepted", "Air defences", "missiles"),
    ("The Popular Forces liberated Mosul on Monday.", "liberated", "Popular Forces", "Mosul"),
    ("Mosul fell to the rebels on Monday.", "fell", "rebels", "Mosul"),
    ("Troops took control of Mosul on Monday.", "took control", "Troops", "Mosul"),
    ("Coast guards boarded a dhow off Tarem on Monday.", "boarded", "Coast guards", "dhow"),
    ("Shots were fired at a helicopter of the mission near Mosul on Monday.", "fired", None, "helicopter"),
    ("Gunmen of a rival gang shot at a water truck in Mosul on Monday.", "shot", "Gunmen", "water truck"),
    ("Two men on a motorbike shot and wounded a monk in Mosul on Monday.", "shot", "men", "monk"),
    ("A mine exploded under a foot patrol near Mosul on Monday.", "exploded", None, "foot patrol"),
    ("A bomb in a suitcase wrecked a carpet showroom in Mosul on Monday.", "wrecked", None, "carpet showroom"),
    ("The army's drones had targeted hamlets near Mosul on Monday.", "targeted", "army's drones", "hamlets"),
    ("Guerrillas may have rigged the building in Mosul with explosives on Monday.", "rigged", "Guerrillas", "building"),
    ("The rebels mined the track near Mosul on Monday.", "mined", "rebels", "track"),
    ("A train was derailed by a rebel mine near Mosul on Monday.", "derailed", None, "train"),
    ("Soldiers burned a row of houses in Mosul on Monday.", "burned", "Soldiers", "houses"),
    ("Soldiers locked 150 men in a stadium in Mosul on Monday.", "locked", "Soldiers", "men"),
    ("Militiamen herded villagers into a church in Mosul on Monday.", "herded", "Militiamen", "villagers"),
    ("Marines detained 27 comuneros in Mosul on Monday.", "detained", "Marines", "comuneros"),
    ("Security forces arrested 14 wanted men in Mosul on Monday.", "arrested", "Security forces", "wanted men"),
    ("Two nurses were taken by rebel fighters near Mosul on Monday.", "taken", "rebel fighters", "nurses"),
    ("Troops freed 24 migrants from a house in Mosul on Monday.", "freed", "Troops", "migrants"),
    ("A shopkeeper was found hanged in Mosul on Monday.", "found", None, "shopkeeper"),
    ("A driver came upon the corpses of three men near Mosul on Monday.", "came", None, "corpses"),
    ("A workshop holding 40 rockets was uncovered in Mosul on Monday.", "uncovered", None, None),
    ("The search led to the recovery of nine rifles in Mosul on Monday.", "recovery", None, None),
    ("Riot police sealed off the village of Mosul on Monday.", "sealed", None, None),
    ("Jets wiped out a rebel column near Mosul on Monday.", "wiped", "Jets", "rebel column"),
    ("The patrol accounted for six terrorists near Mosul on Monday.", "accounted", "patrol", "terrorists"),
    ("Gunmen on a scooter sprayed bullets at a house in Mosul on Monday.", "sprayed", "Gunmen", "house"),
    ("Soldiers turned a machine gun on the prisoners in Mosul on Monday.", "turned", "Soldiers", "prisoners"),
    ("Bandits stopped a bus near Mosul on Monday.", "stopped", "Bandits", "bus"),
    ("Mortar bombs came down on the village of Tarem on Monday.", "came", None, "village of Tarem"),
    ("Herders swooped on a farming village near Mosul on Monday.", "swooped", "Herders", "farming village"),
    ("Rebels conscripted 40 boys in Mosul on Monday.", "conscripted", "Rebels", "boys"),
    ("Militiamen used villagers as human shields in Mosul on Monday.", "used", "Militiamen", "villagers"),
    ("Guerrillas felled two pylons near Mosul on Monday.", "felled", "Guerrillas", "pylons"),
    ("Israel struck a depot in Mosul on Monday.", "struck", "Israel", "depot"),
    ("A supply convoy fell into an ambush near Mosul on Monday.", "ambush", None, "supply convoy"),
    ("Our forces knocked out two tanks near Mosul on Monday.", "knocked", "forces", "tanks"),
    ("A patrol trod on a mine near Mosul on Monday.", "trod", None, "patrol"),
    ("A rebel sniper shot dead a sergeant near Mosul on Monday.", "shot", "rebel sniper", "sergeant"),
    ("Talks go on about three workers from Tarem, whom uniformed men snatched on Monday.", "snatched", "uniformed men", "workers"),
    ("Rebels entered Mosul on Monday and tortured villagers.", "tortured", "Rebels", "villagers"),
    ("The clinic in Mosul was machine-gunned on Monday.", "gunned", None, "clinic"),
    ("Settlers armed with machetes set upon a shepherd near Mosul on Monday.", "set", "Settlers", "shepherd"),
    ("Troops stormed a ridge near Mosul on Monday, taking 20 prisoners.", "taking", "Troops", "prisoners"),
    ("The toll from a car bomb in Mosul on Monday rose to 36.", "car bomb", None, None),
]
NONE = [
    ("The army engaged a contractor to rebuild the bridge.", "engaged"),
    ("Troops battled a wildfire near Mosul on Monday.", "battled"),
    ("The general who fought in Chad retired on Monday.", "fought"),
    ("Passengers boarded a ferry in Mosul on Monday.", "boarded"),
    ("The company mined coal near Mosul on Monday.", "mined"),
    ("Elections were rigged by the army in Mosul.", "rigged"),
    ("A train derailed near Mosul on Monday, killing nine.", "derailed"),
    ("A building collapsed in Mosul on Monday after heavy rain.", "collapsed"),
    ("He was separated from his wife in 1999.", "separated"),
    ("Farmers herded cattle into a pen in Mosul.", "herded"),
    ("The ministry released figures on Monday.", "released"),
    ("Three patients were released from hospital on Monday.", "released"),
    ("Soldiers rescued 40 people from the flood near Mosul on Monday.", "rescued"),
    ("Refugees crossed the border near Mosul on Monday.", "crossed"),
    ("The minister's helicopter landed at Mosul on Monday.", "landed"),
    ("An old man was found dead of a heart attack in Mosul on Monday.", "found"),
    ("His recovery of the ball led to a goal.", "recovery"),
    ("He asked for an advance on his salary.", "advance"),
    ("The withdrawal of the bill was announced on Monday.", "withdrawal"),
    ("The raid on pension funds angered unions.", "raid"),
    ("A strike by nurses closed the clinic in Mosul on Monday.", "strike"),
    ("The strike at the factory near Mosul entered its third week on Monday.", "strike"),
    ("The army lost the case on Monday.", "lost"),
    ("Soldiers stopped a bus to check papers in Mosul on Monday.", "stopped"),
    ("Soldiers sprayed the barracks with disinfectant on Monday.", "sprayed"),
    ("Prices came down in Mosul on Monday.", "came"),
    ("The wind brought down a pylon near Mosul on Monday.", "brought"),
    ("The police charged two demonstrators with riot on Monday.", "charged"),
    ("He broke his leg while skiing near Mosul on Monday.", "broke"),
    ("Israel struck a deal with Egypt on Monday.", "struck"),
    ("The lumber firm felled 200 trees near Mosul on Monday.", "felled"),
    ("Two soldiers were held up by fog in Mosul.", "held"),
    ("Police rounded up stray dogs in Mosul on Monday.", "rounded"),
]


def _at(text: str, word: str) -> list[EventPayload]:
    """The events whose trigger touches ``word``."""
    start = text.index(word)
    claims: tuple[Claim, ...] = trucewatch.read(text, published="2024-05-15").claims
    events = [claim.payload for claim in claims if isinstance(claim.payload, EventPayload)]
    return [event for event in events if event.trigger.start < start + len(word) and start < event.trigger.end]


@pytest.mark.parametrize(("text", "word", "doer", "victim"), EVENTS)
def test_words_of_violence_tell_of_an_event(text: str, word: str, doer: str | None, victim: str | None) -> None:
    """Each tells of one event with its day, and with those who did and suffered it where the sentence names them."""
    events = _at(text, word)
    assert events
    people = [person for event in events for person in event.participants]
    assert doer is None or doer in {person.name for person in people if person.role.startswith("perpetrator")}
    assert victim is None or victim in {person.name for person in people if person.role in {"victim", "target"}}
    assert "Monday" not in text or any(event.when for event in events)


@pytest.mark.parametrize(("text", "word"), NONE)
def test_everyday_senses_of_such_words_tell_of_none(text: str, word: str) -> None:
    """Workers strike, trains derail, patients are released: no violence, only acts that have a day."""
    assert all(event.type == "other" for event in _at(text, word))


def test_releases_and_movements_open_no_incident() -> None:
    """That captives were freed, or troops withdrew, is told, but it is no incident of its own."""
    assert not trucewatch.read("The rebels freed two fishermen near Mosul on Monday.", published="2024-05-15").incidents
    assert not trucewatch.read("Rebel fighters withdrew from Mosul on Monday.", published="2024-05-15").incidents


def test_an_attack_that_was_foiled_was_tried() -> None:
    """An infiltration that troops foiled is certain, and attempted."""
    text = "Troops foiled an infiltration bid near Mosul on Monday."
    assert {event.stage for event in _at(text, "bid")} == {"attempted"}
    assert {claim.factuality for claim in trucewatch.read(text, published="2024-05-15").claims} == {"certain"}
