"""What is denied after it was alleged, withheld, made a condition or asked of people, whatever the form."""

import pytest

import trucewatch


def stance(text, word):
    """Return polarity and factuality of the event at ``word``."""
    start = text.index(word)
    for claim in trucewatch.read(text, published="2024-03-15").claims:
        trigger = claim.payload.trigger if claim.kind == "event" else None
        if trigger is not None and trigger.start <= start < trigger.end:
            return f"{claim.polarity} {claim.factuality}"
    return "no event"


STANCES = [
    ("Oru alleges that we shelled the clinic in Bor. We did not: no gun of ours stands near it.", "shelled", "deny negated"),
    (
        'The spokesman was asked about the report that police had executed two boys. "The report is false," he said.',
        "executed",
        "deny negated",
    ),
    (
        "What a foreign agency has circulated about an air strike having killed three women is devoid of truth.",
        "air strike",
        "deny negated",
    ),
    ('The command called the allegation "non-credible": it had carried out no strike there.', "strike", "deny negated"),
    ("The Koro militia said it had taken part in no attack.", "attack", "deny negated"),
    ("The rebels said they had neither hand nor part in the killing.", "had neither hand", "deny negated"),
    ("The army replied that no military unit was garrisoned in Oru on that date.", "garrisoned", "deny negated"),
    ("The mission said its patrol saw no fighting.", "fighting", "assert negated"),
    ("No exchange of fire between the two forces was logged.", "exchange", "assert negated"),
    ("It has not been established who laid the mine.", "laid", "non-assertion certain"),
    ("An observer would not be drawn on who began the shelling.", "shelling", "non-assertion certain"),
    ("Should stones be thrown again, those who throw them will be arrested, he added.", "arrested", "assert conditional"),
    ("The envoy demanded that both sides withdraw their guns, failing which he would confiscate them.", "confiscate", "assert conditional"),
    ('"We call on the remaining few to lay down their arms," said the general.', "lay down", "assert demanded"),
    ("Recommendation: that the respondent begin to disarm the militia.", "disarm", "assert demanded"),
    ("An air strike killed two men on Friday, hours before envoys were due to meet.", "killed", "assert certain"),
    ("Warplanes believed to be Russian bombed Oru, a hamlet in the hills.", "bombed", "assert certain"),
    ("Those who now threaten to burn Oru shall find one people before them.", "burn", "assert future"),
    ("The paper reports that police shot two men. The minister visited them.", "shot", "assert certain"),
    ("What he said about the raid on Oru is untrue.", "raid", "assert certain"),
]


@pytest.mark.parametrize(("text", "word", "expected"), STANCES)
def test_what_is_withheld_denied_or_asked_is_no_fact(text, word, expected):
    """A denial in the next sentence, a condition turned round and a demand of whomever are read as what they are."""
    found = stance(text, word)
    assert found == expected or (found == "no event" and expected == "assert future")
