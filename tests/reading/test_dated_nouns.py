"""Nouns with a day of their own, verbless lines of a log, announcements of a day: acts that no verb tells."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import ACT


def _read(text):
    return trucewatch.read(text, published=date(2012, 6, 8))


def _events(result, text, word):
    start = text.index(word)
    end = start + len(word)
    return [c for c in result.claims if c.kind == "event" and c.payload.trigger.start < end and c.payload.trigger.end > start]


def _days(text, word):
    return {(c.payload.when.earliest, c.payload.when.latest) for c in _events(_read(text), text, word) if c.payload.when is not None}


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Under Sunday's Doru agreement both armies were to pull back.", "agreement", date(2012, 6, 3)),
        ("The rebels accuse the army of breaking the 3 May truce.", "truce", date(2012, 5, 3)),
        ("Two of the men died in a contact on Tuesday in the Honde hills.", "contact", date(2012, 6, 5)),
        ("They spoke of the roundup of 4 May as a mistake.", "roundup", date(2012, 5, 4)),
        ("Police are still looking for those behind Wednesday's bomb.", "bomb", date(2012, 6, 6)),
        ("Rebel radio had announced on Sunday that a stoppage would be enforced.", "announced", date(2012, 6, 3)),
        ("The rebels who came down from the hills on Tuesday left 12 dead.", "came down", date(2012, 6, 5)),
    ],
)
def test_a_noun_with_a_day_of_its_own_is_an_act_of_that_day(text, word, day):
    """Whatever the clause around it says: what has a day took place."""
    assert (day, day) in _days(text, word)


def test_a_negation_is_not_about_the_noun_that_has_its_day():
    """As in "Neither side has kept to last month's accord": there was an accord."""
    text = "Neither side has kept to last month's peace accord."
    assert {(c.polarity, c.factuality) for c in _events(_read(text), text, "accord")} == {("assert", "certain")}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Monday's gunmen wore masks.", "gunmen"),
        ("Tuesday's toll rose to 40.", "toll"),
        ("Sunday's edition of the paper was banned.", "edition"),
        ("Last month's prices were higher.", "prices"),
        ("The minister said on Tuesday that nine had died.", "said"),
    ],
)
def test_people_sums_papers_and_sayings_of_a_day_are_no_acts(text, word):
    """A day says of them when they were there, not that anything happened."""
    assert not _events(_read(text), text, word)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("3 May. Gunfire at Lugori; nobody hurt.", "Gunfire", date(2012, 5, 3)),
        ("4 May, Tavi road. Shots at an ambulance from the ridge.", "Shots", date(2012, 5, 4)),
        ("Monday: Mavuso township. Hand grenade through the door of a councillor's house.", "grenade", date(2012, 6, 4)),
        ("5 May | Daru | IED in a drain | 3 hurt | claim: none", "IED", date(2012, 5, 5)),
        ("7 May. Four corpses behind the mill.", "corpses", date(2012, 5, 7)),
        ("23 May. Militia complete the sack of the Tal camp.", "sack", date(2012, 5, 23)),
        ("Idlib fell on 4 May after a siege of two months.", "fell", date(2012, 5, 4)),
    ],
)
def test_a_dated_line_of_a_log_needs_no_verb(text, word, day):
    """A weapon is its use there, a body its find."""
    assert (day, day) in _days(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("3 May. Mines on the road to peace are many, the mediator said.", "Mines"),
        ("3 May. Rockets and mines handed over at Doru.", "Rockets"),
        ("3 May. Gas pipeline repaired.", "Gas"),
        ("3 May. Bomb threat at the school.", "Bomb"),
        ("3 May. Rumours of gunfire at Lugori.", "gunfire"),
        ("The sergeant found a grenade in a bar.", "grenade"),
        ("Kabul fell silent on Tuesday.", "Kabul"),
    ],
)
def test_a_weapon_that_is_only_spoken_of_is_no_event(text, word):
    """Found, handed over, threatened with, or part of another word."""
    assert not [c for c in _events(_read(text), text, word) if (c.polarity, c.factuality) == ("assert", "certain") and c.rule != ACT]
