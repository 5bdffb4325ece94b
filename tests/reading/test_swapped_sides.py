"""Nobody is given the other side's part, and nobody a part who had none."""

import pytest

import trucewatch


def sides(text):
    """The doers and the sufferers of every event told."""
    people = [p for c in trucewatch.read(text, published="2024-03-15").claims if c.kind == "event" for p in c.payload.participants]
    doers = {p.name.lower() for p in people if p.role.startswith("perpetrator")}
    return doers, {p.name.lower() for p in people if p.role in {"victim", "target"}}


@pytest.mark.parametrize(
    ("text", "doer", "sufferer"),
    [
        ("Soldiers shot at them on Monday.", "soldiers", "them"),
        ("Rebel fighters shot at him near Oro.", "rebel fighters", "him"),
        ("Government soldiers shot at us at Oro, a farmer said.", "government soldiers", "us"),
        ("Police shot at by gunmen returned fire at Oro.", "gunmen", "police"),
        ("A journalist was shot at near Oro by a sniper.", "sniper", "journalist"),
        ("Avila. The mission, raided for blankets and money by armed men in September, will close.", "armed men", "mission"),
        ("Oro. The depot, looted for grain and oil by deserters in May, has been shut.", "deserters", "depot"),
        ("Oro. The army, helped by militiamen, raided the mission in May.", "army", "mission"),
        ("On Monday militiamen fell on the hamlet of Oro.", "militiamen", "hamlet of oro"),
    ],
)
def test_who_did_it_is_not_who_suffered_it(text, doer, sufferer):
    """A heading leaves out "was" ("Two shot at market"), but nobody is shot "at them"; an aside between commas is about the noun before."""
    doers, sufferers = sides(text)
    assert doer in doers
    assert sufferer in sufferers
    assert doer not in sufferers


@pytest.mark.parametrize(
    "text", ["On Monday soldiers fell into the river at Oro.", "The patrol fell into a trench on 4 March.", "Rebels fell in the mud."]
)
def test_those_who_fall_into_something_attack_nobody(text):
    """To fall on a village is an attack, to fall into a river is none."""
    assert sides(text) == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "Police took the guard off the list on Monday.",
        "On 4 March the ministry took two officers off the payroll.",
        "Three deputies were taken off the committee on Monday.",
    ],
)
def test_who_is_struck_off_a_list_is_nobodys_captive(text):
    """To take nine men off a bus is a kidnapping; nobody lays hands on who is struck off a list."""
    claims = trucewatch.read(text, published="2024-03-15").claims
    assert not [c for c in claims if c.kind == "casualty" or (c.kind == "event" and c.payload.type in {"kidnapping", "detention"})]


@pytest.mark.parametrize("text", ["Gunmen took nine men off a bus at Oro on Monday.", "Soldiers took nine men from their post at Oro."])
def test_who_is_taken_off_a_bus_or_from_a_post_is_held(text):
    """Places and vehicles are where people are taken from."""
    claims = trucewatch.read(text, published="2024-03-15").claims
    assert [c.payload.low for c in claims if c.kind == "casualty" and c.payload.metric == "detained"] == [9]
