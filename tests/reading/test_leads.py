"""Lists under a lead: what a party denies or demands item by item is no fact, what it makes known item by item is one."""

from datetime import date

import pytest

import trucewatch

DAY = date(1993, 8, 26)


def stances(text, kind="event"):
    """Return trigger or words → (polarity, factuality) of every claim of one kind."""
    claims = trucewatch.read(text, published=DAY).claims
    return {claim.spans[-1].of(text): (claim.polarity, claim.factuality) for claim in claims if claim.kind == kind}


def speakers(text):
    """Return (speaker, act of speech) of every statement."""
    return {(one.speaker.name, one.speech_act) for one in trucewatch.read(text, published=DAY).statements}


DENIED = """Army headquarters denies:

- shelling the market at Goma on 3 May;

- having killed 12 villagers;

- that its soldiers burned the school."""


def test_every_item_of_a_denial_is_denied():
    """No item of the list reads as something that happened."""
    assert set(stances(DENIED).values()) == {("deny", "negated")}
    assert not trucewatch.read(DENIED, published=DAY).incidents


def test_the_items_are_said_by_whoever_leads_the_list():
    """The denial is the headquarters', though each item is a paragraph of its own."""
    assert ("Army headquarters", "deny") in speakers(DENIED)


def test_a_denied_count_is_denied_too():
    """Twelve are not counted as killed because a denial names them."""
    assert stances(DENIED, "casualty") == {"killed": ("deny", "negated")}


def test_items_of_a_demand_are_demanded_and_what_they_take_for_granted_stays():
    """The students' detention is a fact, their release is asked for."""
    text = """The Front demands that:

(a) the army withdraw from Beni;

(b) the 14 detained students be released;

(c) those who killed the priest be tried."""
    found = stances(text)
    assert found["withdraw"] == found["released"] == ("assert", "demanded")
    assert found["detained"] == found["killed"] == ("assert", "certain")


def test_what_a_body_makes_known_under_that_is_told():
    """The word that opens an item hides no sentence."""
    text = """The Ministry makes known:

That on Monday a band of 40 rebels attacked the cooperative at Wina.

That yesterday Honduran mortars shelled Teotecacinte, with no persons injured."""
    found = stances(text)
    assert found["attacked"] == found["shelled"] == ("assert", "certain")


@pytest.mark.parametrize("label", ["FALSE", "DENIED", "Untrue"])
def test_a_label_denies_its_own_line_only(label):
    """The line after it is another's."""
    text = f"{label}: that the army shelled Beni on Monday.\n\nTwo soldiers were killed at Beni on Monday."
    found = stances(text)
    assert found["shelled"] == ("deny", "negated")
    assert found["killed"] == ("assert", "certain")


def test_a_verdict_denies_the_claim_above_it():
    """A fact-check's claim is no fact once it is found false, and stays one that is only claimed where the verdict says otherwise."""
    claim = "CLAIM: Rebels burned 40 houses at Kaya on Sunday."
    assert stances(f"{claim}\n\nVERDICT: False. The film is of 2009.")["burned"] == ("deny", "negated")
    assert stances(f"{claim}\n\nVERDICT: True. We counted them.")["burned"][0] == "assert"


@pytest.mark.parametrize(
    "lead",
    [
        "Despite its appeals, the mission recorded the following:",
        "Asked about the week, the spokesman listed:",
        "After the party rejected the plan, these incidents took place:",
        "The command reports:",
    ],
)
def test_a_list_of_what_took_place_stays_told(lead):
    """A demand or denial named in passing leads nothing."""
    text = f"{lead}\n\n- gunmen killed two herders at Tibi;\n\n- rebels burned the school at Kaya."
    assert set(stances(text).values()) == {("assert", "certain")}


def test_a_paragraph_that_is_no_item_ends_the_list():
    """What the report itself goes on to tell is told."""
    text = f"{DENIED}\n\nResidents said that rebels had killed a nurse at Sake on Sunday."
    assert stances(text)["killed"] == ("assert", "certain")
