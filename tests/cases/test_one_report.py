"""How many incidents one report tells of, and where and when each was, through the one-call door."""

import pytest

import trucewatch


def incidents(text, published="2014-05-14"):
    return trucewatch.read(text, published=published).incidents


def names(incident):
    return {place.name for place in incident.where}


TOLD_IN_PARTS = {
    "parts and denials": """BANGUI, May 14 - Gunmen ambushed a lorry near Bozoum on Monday, killing four traders, an official said.

The mayor said nine passengers were kidnapped. A rebel spokesman in Paris denied that his men had touched the lorry.""",
    "manner and month": """Gunmen shot two farmers dead in Bozoum on 12 March 2014, the police said. A third man was hacked to death.""",
    "accusation and later deaths": """Mortar fire struck the market of Bozoum on Monday and killed six people, medics said.

The army accused the rebels of shelling the market from Bocaranga. A doctor said another two people died of their wounds on Tuesday.""",
    "running total": """Troops killed five rebels in a clash at Bozoum on Monday, bringing to 63 the number of rebels killed since the start
of the month. No civilians were hurt in the operation, the army said.""",
    "truce": """A bomb killed two policemen in Bozoum on Monday despite a week-old truce, the mayor said.""",
}


@pytest.mark.parametrize("told", TOLD_IN_PARTS)
def test_one_attack_told_in_parts_is_one_incident(told):
    """Its parts, its denial, its retelling and a running total open no incident beside it."""
    found = incidents(TOLD_IN_PARTS[told])
    assert len(found) == 1, [(i.type, str(i.when)) for i in found]


def test_where_an_account_is_given_is_no_place_of_the_event():
    """A spokesman in Geneva and a monitor based in Britain say where they speak, not where people died."""
    text = (
        "Two shells hit a school at Bozoum on Monday. A spokesman in Geneva said that nine pupils had been killed. "
        "Peace Watch, a monitor based in Britain, said that twelve had been killed."
    )
    assert all(not names(one) & {"Geneva", "Britain"} for one in incidents(text))


def test_counts_of_another_village_go_to_its_own_killing():
    """Killings reported at a place on a day are an incident of their own, and what follows counts its dead."""
    text = (
        "Militiamen killed 40 people at Bozoum on 2 May, the mission found.\n\n"
        "For Bocaranga, the town where killings were reported on 9 May, there is no finding. Nine died according to the government."
    )
    found = {str(one.when.earliest): one for one in incidents(text) if one.when}
    assert {"2014-05-02", "2014-05-09"} <= set(found)
    assert [c.high for c in found["2014-05-02"].counts if c.metric == "killed" and c.population == "all"] == [40]


def test_a_person_speaks_for_the_body_named_with_the_name():
    """The words "Sow of the council" give the voice of the council cited before."""
    text = "The Bozoum Relief Council put the toll at 40. Adama Sow of the council said that ten children had been killed."
    said = {s.speaker.name: s.speaker.affiliation for s in trucewatch.read(text, published="2014-05-14").statements}
    assert said.get("Adama Sow") == "Bozoum Relief Council"


def test_denying_what_happened_is_no_denial_of_having_done_it():
    """A committee that denies that it was shelling says what it was not; nobody accused the committee."""
    text = "Forty people were killed in Bozoum on Monday. A judicial committee denies that it was shelling and blames gunmen."
    claims = trucewatch.read(text, published="2014-05-14").claims
    assert not [c for c in claims if c.kind == "responsibility" and c.polarity == "deny"]
