"""Deeds without a name of their own that a side denies: responsibility claims."""

from datetime import date

import pytest

import trucewatch


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("The mission rejected criticism that its Kenyan contingent had stood by.", "stood", "mission"),
        (
            "An Information Ministry official said that no aircraft had flown near the wells this month.",
            "flown",
            "Information Ministry official",
        ),
        ("The mission dismisses as gossip the allegation, now on every wall, that Kenyan guards sold bullets.", "sold", "Kenyan guards"),
        ("The radio's announcement that its troops have retaken the salt works is a barefaced lie.", "retaken", "troops"),
        ("The joint command denied any operation in the district.", "operation", "joint command"),
    ],
)
def test_a_deed_that_is_denied_is_denied_by_whoever_speaks(text, word, label):
    """Whatever the deed, and even where the parse lost who denies it."""
    result = trucewatch.read(text, published=date(2011, 3, 9))
    found = [
        claim.payload.label
        for claim in result.claims
        if claim.kind == "responsibility" and claim.polarity == "deny" and any(word in span.of(text) for span in claim.spans)
    ]
    assert any(label in each for each in found)


def test_whom_another_allegation_is_about_is_not_the_one_who_rejects_it():
    """As in "rejects the other side's allegation that he crossed over"."""
    text = "The ministry rejects the rebels' allegation that he crossed over from the east."
    result = trucewatch.read(text, published=date(2011, 3, 9))
    assert not any(claim.kind == "responsibility" and claim.payload.label == "ministry" for claim in result.claims)


def test_those_who_may_have_carried_out_an_attack_may_have():
    """The attack is certain; who did it is as sure as the verb that says so."""
    text = "Cattle thieves may have carried out the raid on the mill, according to a study."
    result = trucewatch.read(text, published=date(2011, 3, 9))
    found = [
        claim.factuality
        for claim in result.claims
        if claim.kind == "responsibility" and any("carried" in span.of(text) for span in claim.spans)
    ]
    assert found == ["possible"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The junta rejected the charge and alleged that rebels had shelled the clinic.", "assert"),
        ("The junta rejected the charge that rebels had left the town and that soldiers had shelled the clinic.", "deny"),
    ],
)
def test_who_rejects_a_charge_may_raise_one_in_return(text, polarity):
    """What a verb of saying alleges after "and" is no part of the charge; a second clause with "that" is."""
    result = trucewatch.read(text, published=date(2011, 3, 9))
    assert [claim.polarity for claim in result.claims if claim.kind == "event" and claim.payload.trigger.of(text) == "shelled"] == [
        polarity
    ]
