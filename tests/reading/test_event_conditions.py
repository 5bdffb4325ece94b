"""When an ambiguous word tells of an event: who fights, who suffers it and what is done, in wordings of every register."""

import pytest

import trucewatch
from trucewatch.records.assertion import Claim, EventPayload

EVENTS = [
    ("A Rangers party surrounded a house in Mosul on Monday.", "surrounded", "Rangers party", "house"),
    ("Men with rifles burst into a wedding feast at Mosul.", "burst", "men", "wedding feast"),
    ("About 40 youths in fatigues entered the hamlet and shot the headman.", "entered", "youths", None),
    ("The students, whom CRPF men had picked up from their hostel, are missing.", "picked", "CRPF men", "students"),
    ("Two militants were killed and a third was captured.", "captured", None, "third"),
    ("Three terrorists were caught alive in Mosul.", "caught", None, "terrorists"),
    ("A cracker was lobbed at a picket in Mosul.", "lobbed", None, "picket"),
    ("The engagement was fought near Mosul on Monday.", "fought", None, None),
    ("The firing of rockets into the district of Mosul went on all night.", "firing", None, None),
    ("A booby-trapped car exploded opposite the barracks on Monday.", "exploded", None, "barracks"),
    ("Militants killed: 11", "killed", None, "militants"),
    ("Car bomb at a bakery. Two dead.", "car bomb", None, "bakery"),
    ("The army says it crushed a terrorist team near Mosul.", "crushed", "army", "terrorist team"),
    ("We destroyed six tanks near Mosul.", "destroyed", None, "tanks"),
    ("Rebels attacked a helicopter near Mosul.", "attacked", "rebels", "helicopter"),
    ("Guerrillas held the town of Mosul for three hours on Monday.", "held", "guerrillas", "town of Mosul"),
    ("Soldiers led eight men aboard as prisoners.", "led", "soldiers", "men"),
    ("Insurgents carried off nine girls in two boats.", "carried", "insurgents", "girls"),
    ("Soldiers captured two tanks and an armoured carrier.", "captured", "soldiers", None),
    ("A column marching on Mosul was surprised by our combatants.", "surprised", "combatants", None),
    ("Railway station dynamited in Mosul", "dynamited", None, "railway station"),
    ("Four shepherds taken away in Mosul", "taken", None, "shepherds"),
    ("Hamlet of Korr shelled in Mosul", "shelled", None, "hamlet of Korr"),
    ("The governor said Ethiopian forces who razed the village came from the hills.", "razed", "Ethiopian forces", "village"),
    ("Four policemen, whom men in masks whipped on Monday, are in hospital.", "whipped", "men", "policemen"),
    ("Three workers from Gostivar, whom uniformed men snatched at the mill, are missing.", "snatched", "uniformed men", "workers"),
    ("On Monday nine pupils were rounded up.", "rounded", None, "pupils"),
    ("Near Mosul, men in masks sealed off the quarter on Monday.", "sealed", "men", None),
    ("Near Mosul, a group of young men shelled the village on Monday.", "shelled", "group of young men", "village"),
    ("They took two of the drivers hostage in Mosul.", "took", None, "drivers"),
    ("Kamajors surrounded the mission station at Mosul.", "surrounded", "Kamajors", "mission station"),
    ("Rangers shelled positions near Mosul on Monday.", "shelled", "Rangers", "positions"),
    ("Raiders on motorbikes swept into the village of Korr before dawn.", "swept", "raiders", None),
    ("Insurgents had sown the track with mines.", "sown", "insurgents", "track"),
    ("The rebels ejected the garrison from Mosul on Monday.", "ejected", "rebels", "garrison"),
    ("Two journalists were bundled into a car by men in plain clothes.", "bundled", "men", "journalists"),
    ("The settlement was hit by nine Katyushas.", "hit", None, "settlement"),
    ("Police dispersed the mourners with live rounds.", "dispersed", "police", "mourners"),
    ("A suicide bomber drove a water tanker into the gate of the barracks.", "drove", "suicide bomber", "barracks"),
    ("Bandits stripped the guests of their jewellery.", "stripped", "bandits", "guests"),
    ("Two of the kidnapped engineers were let go on Monday.", "let", None, "kidnapped engineers"),
    ("The looters made off with two outboard motors.", "made", "looters", "outboard motors"),
    ("Two MiGs shot down over Mosul", "shot", None, "MiGs"),
    ("Herders clashed with farmers near Mosul on Monday.", "clashed", None, None),
    ("Commandos blew the rail bridge at Mosul.", "blew", "commandos", "rail bridge"),
    ("The windows of the chapel were smashed by a crowd.", "smashed", None, "chapel"),
    ("The miners kidnapped on Monday walked free on Thursday.", "walked", None, "miners"),
    ("Snipers kept the street under fire all afternoon.", "kept", "snipers", "street"),
    ("Our gunners silenced the battery at Mosul.", "silenced", "gunners", None),
    ("The storming of the post office by commandos was filmed.", "storming", "commandos", "post office"),
    ("The flogging of a teacher by militiamen was filmed.", "flogging", "militiamen", "teacher"),
    ("The wounding of two constables by gunmen was reported.", "wounding", "gunmen", "constables"),
    ("The recapture of Mosul by the army was announced.", "recapture", "army", None),
    ("The shooting down of a helicopter by rebels was announced.", "shooting", "rebels", "helicopter"),
]

NONE = [
    "The battle for the mandate was fought in the courts.",
    "The minister defended the firing of the army chief.",
    "The actor was caught in a scandal.",
    "An old man was found dead of a heart attack.",
    "The Congress party surrounded itself with lawyers.",
    "Firefighters carried off nine girls in two boats.",
    "The fight against malaria goes on.",
    "The ministers clashed with the governors over the budget.",
    "The banker walked free after the verdict.",
    "The wind blew the lorry over.",
    "The farmer had sown the field with maize.",
    "The clerks were let go when the mill closed.",
    "The boat was carrying arms off Tarem.",
    "The terrorist team had taken shelter in a house.",
]


def _violent(text: str) -> list[tuple[Claim, EventPayload]]:
    read = trucewatch.read(text)
    return [(claim, claim.payload) for claim in read.claims if isinstance(claim.payload, EventPayload) and claim.payload.type != "other"]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), EVENTS)
def test_a_word_of_violence_tells_of_an_event(text: str, word: str, doer: str | None, sufferer: str | None) -> None:
    """The word is read as an event, with those who did it and those who suffered it on their own sides."""
    found = [payload for _, payload in _violent(text) if text[payload.trigger.start : payload.trigger.end].lower().startswith(word)]
    assert found
    roles = [(one.role, one.name.lower()) for one in found[0].participants]
    doers = [name for role, name in roles if role.startswith("perpetrator") or role == "other"]
    sufferers = [name for role, name in roles if role in {"victim", "target"}]
    assert doer is None or doer.lower() in doers
    assert sufferer is None or sufferer.lower() in sufferers


@pytest.mark.parametrize("text", NONE)
def test_the_same_word_may_tell_of_none(text: str) -> None:
    """A dismissal, a figure of speech, an illness and a rescue are no events."""
    assert not [payload.type for _, payload in _violent(text)]


def test_nobody_hurt_is_told_negated_and_names_nobody() -> None:
    """Nobody was hurt: that is an event that did not happen, and "nobody" is no victim."""
    ((claim, payload),) = _violent("None of the observers was hurt.")
    assert claim.factuality == "negated"
    assert not payload.participants


def test_who_is_wounded_already_was_not_wounded_by_his_captors() -> None:
    """Who is carried off wounded: "carried off three wounded fighters" says who they are, and not that the captors wounded them."""
    for _, payload in _violent("Guardsmen carried off three wounded fighters."):
        if payload.trigger.start > 15:
            assert not [one for one in payload.participants if one.role.startswith("perpetrator")]
