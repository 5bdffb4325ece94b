"""Turns of phrase of ordinary wires, releases and pages: who did what to whom, when, and how many."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import CasualtyPayload, EventPayload

PUBLISHED = date(2024, 5, 8)


def _events(text: str, word: str) -> list[EventPayload]:
    claims = trucewatch.read(text, published=PUBLISHED).claims
    return [c.payload for c in claims if isinstance(c.payload, EventPayload) and word in c.payload.trigger.of(text)]


def _sides(text: str, word: str) -> tuple[set[str], set[str], set[str]]:
    people = [p for event in _events(text, word) for p in event.participants]
    doers = {p.name for p in people if p.role.startswith("perpetrator")}
    sufferers = {p.name for p in people if p.role in ("victim", "target")}
    return doers, sufferers, {p.name for p in people if p.role == "other"}


@pytest.mark.parametrize(
    ("text", "word", "doer", "sufferer"),
    [
        ("Border guards opened fire on fleeing families near Oru.", "opened fire", "Border guards", "fleeing families"),
        ("The army used rubber bullets against striking miners.", "used rubber bullets", "army", "striking miners"),
        ("Rebels ambushed retreating soldiers.", "ambushed", "Rebels", "retreating soldiers"),
        ("The next evening masked men shot two teachers.", "shot", "masked men", "teachers"),
        ("That night army deserters burned the market.", "burned", "army deserters", "market"),
        ("Two students walking home from a rugby match were stoned to death by a mob.", "stoned to death", "mob", "students"),
        ("Insurgents raided a village police check post at Gor.", "raided", "Insurgents", "village police check post"),
        ("The bishop deplored the raids by the militia against three of its bases.", "raids", "militia", "bases"),
        ("Two enemy Hunter jets machine-gunned a caravan.", "gunned", "enemy Hunter jets", "caravan"),
        ("Guerrillas triggered a mine on a police patrol near Gor.", "triggered", "Guerrillas", "police patrol"),
        ("Serb positions fired at our lorries on Monday.", "fired", "Serb positions", "lorries"),
        ("A boy was wounded in shelling by loyalist troops.", "wounded", "loyalist troops", "boy"),
    ],
)
def test_both_sides_are_read(text, word, doer, sufferer):
    """In orders and company that the parser trips over."""
    doers, sufferers, _ = _sides(text, word)
    assert doer in doers
    assert sufferer in sufferers


@pytest.mark.parametrize(
    ("text", "word", "sufferer"),
    [
        ("The fatal shooting of a gendarme in Gor is being looked into.", "shooting", "gendarme"),
        ("The village was shelled from mortars, tanks and howitzers.", "shelled", "village"),
        ("The patrol triggered a mine on the road to Gor.", "triggered", "patrol"),
        ("A grenade was hurled over the fence of the consulate.", "hurled", "consulate"),
        ("A second raid, on the clinic of Gor, followed at noon.", "raid", "clinic"),
    ],
)
def test_nobody_is_accused_who_is_not_named(text, word, sufferer):
    """Who was shot, what was fired from and who rode over a mine did nothing."""
    doers, sufferers, _ = _sides(text, word)
    assert not doers
    assert sufferer in sufferers


@pytest.mark.parametrize(
    "text",
    [
        "An exchange of tank and mortar fire between marines and rebels was heard.",
        "Exchanges of small-arms fire between marines and rebels went on all day.",
        "An exchange of gunfire between marines and rebels broke out.",
    ],
)
def test_an_exchange_of_any_fire_has_two_sides(text):
    """Whatever is fired, neither is the doer."""
    doers, sufferers, others = _sides(text, "xchange")
    assert {"marines", "rebels"} <= others
    assert not doers | sufferers


def test_both_nations_of_one_noun_are_sides():
    """Two adjectives, one noun."""
    _, _, others = _sides("Clashes between Hema and Lendu fighters went on.", "Clashes")
    assert others == {"Hema", "Lendu fighters"}


def test_nobody_is_a_victim_where_no_one_was_hurt():
    """The shooters of the clause before are not meant."""
    doers, sufferers, _ = _sides("Guards fired at a car in Gor, but no one was hurt.", "hurt")
    assert not doers | sufferers


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("They abducted the clerk, who was released at Gor on 30 April.", "abducted", None),
        ("On 17 April the colonel denied a team access to Gor.", "denied", "2024-04-17"),
        ("Troops overran a camp at Gor after an hour-long gunbattle at dawn Saturday.", "overran", "2024-05-04"),
        ("May 8, 2024 - Government troops overran a camp at Gor.", "overran", None),
    ],
)
def test_days_belong_to_what_was_done_on_them(text, word, day):
    """Not to what came before or after, nor to the day of issue."""
    days = {str(event.when.earliest) if event.when else None for event in _events(text, word)}
    assert days == {day}


def test_what_a_patrol_is_refused_is_no_act_and_no_denial():
    """Passage denied is one access restriction, and nobody has denied anything in words."""
    result = trucewatch.read("The patrol was denied passage by two armed men at Gor.", published=PUBLISHED)
    assert [c.payload.type for c in result.claims if isinstance(c.payload, EventPayload)] == ["access restriction"]
    assert not result.statements


@pytest.mark.parametrize(
    ("text", "high"),
    [("The office registered the names of 96 victims.", None), ("The names of the 23 dead were released.", 23)],
)
def test_names_gathered_are_a_floor_and_known_ones_a_number(text, high):
    """Whoever is not on the list is not counted."""
    counts = [c.payload for c in trucewatch.read(text, published=PUBLISHED).claims if isinstance(c.payload, CasualtyPayload)]
    assert [c.high for c in counts] == [high]
