"""What rumour, the press or the other side is said to tell, and the words that deny it: before, after and in the next sentence."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

TOLD = "soldiers executed four peasants in El Ripial"
CALLED = [
    "The claim that {x} bears no relation to the truth.",
    "The report that {x} does not stand up to scrutiny, the army said.",
    "The general laughed off the story that {x}.",
    "The spokesman poured scorn on the tale that {x}.",
    "The rumour that {x} belongs in the realm of fairy tales, he said.",
    "The ministry repudiates the slander that {x}.",
    "The spokesman called the lie that {x} a fabrication.",
]
BEFORE = [
    "It has been put about that {x}.",
    "Certain papers have written that {x}.",
    "Foreign radios have claimed that {x}.",
    "Certain Western agencies are circulating rumours to the effect that {x}.",
]
AFTER = [
    "This is untrue; no patrol was there.",
    "The Directorate finds no truth in this.",
    "These reports are without foundation.",
    "The Command categorically denies these reports.",
    "The spokesman said that no such thing had happened.",
]


def _stances(text, word="executed"):
    result = trucewatch.read(text, published=date(1998, 5, 5))
    at = text.index(word)
    events = [claim for claim in result.claims if isinstance(claim.payload, EventPayload) and claim.payload.trigger.start == at]
    return {(claim.polarity, claim.factuality) for claim in events}, result.incidents


@pytest.mark.parametrize("frame", CALLED)
def test_an_allegation_called_false_is_denied(frame):
    """Whatever the words that call it false, nothing happened by them."""
    assert _stances(frame.format(x=TOLD)) == ({("deny", "negated")}, ())


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("after", AFTER)
def test_what_is_put_about_and_denied_in_the_next_sentence_is_denied(before, after):
    """The text passes it on in order to deny it."""
    assert _stances(f"{before.format(x=TOLD)} {after}") == ({("deny", "negated")}, ())


def test_what_a_party_says_stays_its_word_beside_the_denial_of_the_other():
    """Both are told, side by side: nothing is flattened."""
    found, incidents = _stances(f"The rebels said that {TOLD}. The army denies this categorically.")
    assert found == {("assert", "certain")}
    assert len(incidents) == 1


def test_the_claim_to_have_done_it_is_denied():
    """As in "the enemy's claim to have killed them is a lie"."""
    found, incidents = _stances("The enemy's claim to have killed 2,000 of our soldiers is a lie.", "killed")
    assert found == {("deny", "negated")}
    assert not incidents


def test_what_only_rumour_tells_is_possible_and_opens_no_incident():
    """As in "Rumours of another massacre could not be confirmed"."""
    found, incidents = _stances("Rumours of another massacre at Mitego could not be confirmed.", "massacre")
    assert found == {("assert", "possible")}
    assert not incidents
