"""Denials, conditions and silences that are told in other words than "deny", "if" and "no comment"."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

DENY, CONDITIONAL, UNSAID = ("deny", "negated"), ("assert", "conditional"), ("non-assertion", "possible")
STANCES = [
    ("Nor did the Air Force, as the radio maintains, bomb a clinic in Oru.", "bomb", DENY),
    ('The command wrote that its pilots "would not have attacked a mosque".', "attacked", DENY),
    ("The government asks the people to disregard the rumours of a mutiny at Oru.", "mutiny", DENY),
    ("The prefect urged residents not to believe reports that the bridge had been shelled.", "shelled", DENY),
    ('The junta calls talk of a massacre "bandit propaganda" and rules out a truce.', "massacre", DENY),
    ("The rebels called the massacre a fabrication.", "massacre", DENY),
    ('He condemned as a "base pretext" the allegation that guards had shot two nurses.', "shot", DENY),
    ("The Pathet Lao radio said that no raid took place at Ban Oru.", "raid", DENY),
    ("A further swap depends on whether the army burns the harvest.", "burns", CONDITIONAL),
    ("Aid is contingent on the rebels releasing the hostages.", "releasing", CONDITIONAL),
    ("He said that if another of his people were waylaid the village would look to itself.", "waylaid", CONDITIONAL),
    ("He would not be drawn on reports that napalm may have been dropped.", "dropped", UNSAID),
    ("The spokesman sidestepped questions about whether the convoy had been bombed.", "bombed", UNSAID),
    ("The general remained silent on whether his men had burned the market.", "burned", UNSAID),
    ("From the Governorship of Oru\n\nThe families left. No house was set on fire by the security forces.", "set on fire", DENY),
    ("The force said it would ask both sides for another day.", "ask", ("assert", "future")),
    ("Threats by youths in Oru to avenge themselves on the traders will not be tolerated.", "avenge", ("assert", "future")),
]
PLAIN = [
    ("She called the massacre a crime.", "massacre", ("assert", "certain")),
    ("The envoy called the killings wrong.", "killings", ("assert", "certain")),
    ("Had patrols not been present, the killing might well have led to a riot.", "killing", ("assert", "certain")),
    ("The army ignored reports that the bridge had been shelled.", "shelled", ("assert", "possible")),
    ("The spokesman said that the army would not attack the town.", "attack", ("assert", "negated")),
    ("Attacks on our posts will not be tolerated.", "Attacks", ("assert", "negated")),
    ("Sgt. Ali Haddad, 21. Cut down by gunfire on 3 March.", "Cut", ("assert", "certain")),
    ("Red Cross, Press Office\n\nNo village was bombed by the army on Friday.", "bombed", ("assert", "negated")),
    ("Run for your lives.", "Run", ("assert", "demanded")),
]


def _stances(text, word):
    start = text.index(word)
    claims = trucewatch.read(text, published=date(2024, 5, 15)).claims
    spans = [((c.payload.trigger,) if isinstance(c.payload, EventPayload) else c.spans, c) for c in claims]
    touching = [c for found, c in spans if any(span.start < start + len(word) and span.end > start for span in found)]
    events = [c for c in touching if c.kind == "event"] or touching
    return {(c.polarity, c.factuality) for c in events}


@pytest.mark.parametrize(("text", "word", "stance"), STANCES + PLAIN)
def test_a_denial_a_condition_and_a_silence_are_told_as_such(text, word, stance):
    """Whatever the words; what they take for granted stays a fact."""
    assert _stances(text, word) == {stance}


def test_a_state_denied_is_told_with_its_words():
    """What somebody says that he never was stands in the claim: "ever in custody"."""
    text = "The superintendent denies that he was ever in custody."
    claims = trucewatch.read(text, published=date(2024, 5, 15)).claims
    assert any(c.polarity == "deny" and any("in custody" in span.of(text) for span in c.spans) for c in claims)
