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
    ],
)
def test_what_harms_nobody_is_no_deed(text):
    """Help, care, command, movement and speech make no perpetrator."""
    assert _deeds(text)[1] == []


def test_a_denied_deed_stays_denied():
    """The stance is the text's."""
    _, (deed,) = _deeds("The general denied that his men had stopped any bus.")
    assert (deed.polarity, deed.factuality) == ("deny", "negated")
