"""What a text does not simply tell: denied, demanded, threatened, conditional and undone acts, whatever the verb or noun."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

DENY, UNDONE = ("deny", "negated"), ("assert", "negated")
DEMANDED, CONDITIONAL, FUTURE = ("assert", "demanded"), ("assert", "conditional"), ("assert", "future")


def _read(text):
    return trucewatch.read(text, published=date(2024, 5, 15))


def _stances(result, text, word):
    start = text.index(word)
    end = start + len(word)
    return {
        (claim.polarity, claim.factuality)
        for claim in result.claims
        if any(span.start < end and span.end > start for span in _words(claim))
    }


def _words(claim):
    return (claim.payload.trigger,) if isinstance(claim.payload, EventPayload) else claim.spans


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("The grenade left in the cart failed to go off.", "go off", UNDONE),
        ("He ruled out a ceasefire while the city was under siege.", "ceasefire", UNDONE),
        ("The observers have verified no violation of the accord.", "violation", UNDONE),
        ("The gunners fired at nothing and nobody.", "fired", UNDONE),
        ("No prisoner was fed, nor was any doctor let in, a nurse said.", "let in", UNDONE),
        ("The officials said the settlers must quit the valley by Friday.", "quit", DEMANDED),
        ("The United Nations has pleaded for a humanitarian truce.", "truce", DEMANDED),
        ('"Hand over the rifles, or we will come and take them," the chief said.', "Hand over", DEMANDED),
        ('"If the premier comes back, there will be a civil war," the gang leader said.', "civil war", CONDITIONAL),
        ('"If the vote is lost, even the chickens will die," he told reporters.', "die", CONDITIONAL),
        ("Without a foreign force, a police officer said, the capital could fall within weeks.", "fall", CONDITIONAL),
        ("There could be more shooting, the mission warns, if marchers enter the zone.", "shooting", CONDITIONAL),
        ("Should the enemy attempt another landing, his boats will be sunk.", "landing", CONDITIONAL),
        ("Talks can begin, he said, provided that the troops withdraw from the hills.", "withdraw", CONDITIONAL),
        ("Any new provocation will be met with a crushing blow.", "blow", FUTURE),
        ("He warned that more bombs would follow until the guards leave the province.", "follow", FUTURE),
        ("Libya accused France of preparing an invasion.", "invasion", FUTURE),
    ],
)
def test_what_is_undone_demanded_threatened_or_conditional_is_told_as_such(text, word, stance):
    """No list of verbs or nouns decides what can be demanded, threatened, made a condition or left undone."""
    result = _read(text)
    assert _stances(result, text, word) == {stance}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebel commander told the mission that his men had not stopped any bus.", "stopped"),
        ("The front has ordered no operation since July, its liaison man said.", "ordered"),
        ("The army chief retorted that soldiers do not murder priests.", "murder"),
        ("A rebel commander says nobody on the bridge pulled a trigger.", "pulled"),
        ("The ministry replied that nine guerrillas had fallen and that no workers had been harmed.", "harmed"),
        ("A military spokesman told them that no one from the town had been brought in.", "brought in"),
        ("The embassy wrote that no village had been burned anywhere in the region.", "burned"),
        ("The secretary-general ruled out any involvement of his fighters.", "involvement"),
        ("The general denied to the monitors that his batteries had bombarded the hospital.", "bombarded"),
        ("The general added that no evidence supports the rumour that soldiers shot at herdsmen in Rengen.", "shot at"),
        ("The general described as mischievous a story on a blog that 40 farmers died in an air strike at Tsafe.", "air strike"),
        ("The rebels said two men had been killed in fighting near Kozluca. Villagers insist there was no fighting.", "no fighting"),
        ("The coalition insists it did not hit the funeral hall.", "hit"),
    ],
)
def test_a_side_that_says_it_did_not_denies_it(text, word):
    """Who speaks of whose deed makes a negation a denial, whatever the verb."""
    assert DENY in _stances(_read(text), text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Residents said no one was hurt.", "hurt"),
        ("The army said no soldier was hit by the mine.", "hit"),
        ("No one has been arrested, a government official said.", "arrested"),
        ("The bomb disposal squad said the device did not explode.", "explode"),
        ("The army said no member of the force was hurt.", "hurt"),
    ],
)
def test_a_plain_negation_is_no_denial(text, word):
    """That nobody was hurt or arrested, or that a bomb did not go off, is told, not denied."""
    assert _stances(_read(text), text, word) <= {UNDONE}


def test_a_release_in_the_first_person_denies_what_it_says_it_did_not_do():
    """A body that writes "our combatants" speaks of itself by its name too."""
    text = "The Front did not mine the road to Hargeisa. Our combatants hold the pass."
    assert _stances(_read(text), text, "mine") == {DENY}


@pytest.mark.parametrize(
    "text",
    [
        "Police said they had no idea who had murdered him.",
        "The mission did not say from where the shells were fired.",
        "The colonel would neither confirm nor deny that a patrol had shelled the village.",
    ],
)
def test_what_nobody_says_is_asserted_by_nobody(text):
    """What somebody does not know, say, confirm or deny is no assertion, and no denial either."""
    polarities = {claim.polarity for claim in _read(text).claims if claim.kind in ("event", "responsibility")}
    assert polarities == {"non-assertion"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry gave no figure and made no comment.",
        "The envoy told reporters about his plans.",
        "The mayor asked both factions to talk.",
        "Some 300 residents sought refuge in a church.",
        "The delegates will visit the port.",
        "He fled to the hills to hide.",
    ],
)
def test_what_is_no_act_or_only_a_plan_or_purpose_is_not_told(text):
    """Figures not given, people who are asked, refuge sought, plans and purposes are no threats, demands or denials."""
    assert not [claim for claim in _read(text).claims if claim.rule == "act" and claim.factuality in ("negated", "future")]


def test_a_denial_and_a_claim_on_the_same_words_stay_apart():
    """A body that denies one thing and claims another in one sentence is given both."""
    result = _read("Sudan's military, which denies using gas against civilians, said it had killed 40 insurgents.")
    assert {claim.polarity for claim in result.claims if claim.kind == "responsibility"} == {"assert", "deny"}
