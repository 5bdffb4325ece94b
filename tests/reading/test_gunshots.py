"""People who were shot: hurt, unless the text says that it killed them."""

from datetime import date

import pytest

from trucewatch.reading.reader import Reader
from trucewatch.records.capture import Document


@pytest.fixture(scope="module")
def read(parser):
    from trucewatch.reading.gazetteer import Gazetteer

    reader = Reader(parser, Gazetteer.load())

    def reading(text):
        return reader.read(Document(id="d", text=text, published=date(2016, 6, 8)))

    return reading


def counts(reading):
    found = [claim.payload for claim in reading.claims if claim.kind == "casualty"]
    return {(count.metric, count.population, count.low, count.high) for count in found}


def roles(reading):
    found = [claim.payload for claim in reading.claims if claim.kind == "event"]
    return {(person.role, person.name) for event in found for person in event.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four people were shot at a tea house in Karanda on Friday.", {("injured", "all", 4, 4)}),
        ("Soldiers shot four clerks in Karanda on Friday.", {("injured", "all", 4, 4)}),
        ("Six men were shot in Karanda on Friday, two of them fatally.", {("injured", "all", 4, 4), ("killed", "all", 2, 2)}),
        ("Six men were shot in Karanda on Friday. Two of the victims died.", {("injured", "all", 4, 4), ("killed", "all", 2, 2)}),
        ("The fatal shooting of a boy in Karanda shocked the town.", {("killed", "children", 1, 1)}),
        ("A man was shot in Karanda on Friday. He was pronounced dead at a clinic.", {("killed", "all", 1, 1)}),
        ("A man was shot in Karanda on Friday. She died of a fever, said his aunt.", {("injured", "all", 1, 1)}),
        (
            "Seven clerks were shot in Karanda on Friday; the opposition said two of them had died.",
            {("injured", "all", 5, 7), ("killed", "all", 2, 2)},
        ),
        ("A massacre took place at Karanda. Soldiers shot 25 people there.", {("killed", "all", 25, 25)}),
        ("Five clerks shot by rebels in Karanda died on the way to a clinic.", {("killed", "all", 5, 5)}),
        ("The observers were shot at near Karanda.", set()),
        ("A clerk was wounded in Karanda on Friday. He was taken to a clinic, where he died.", {("killed", "all", 1, 1)}),
        ("The boy was pronounced dead at a clinic in Karanda.", {("killed", "children", 1, 1)}),
        ("Police spoke of a quadruple shooting in Karanda on Friday.", {("injured", "all", 4, 4)}),
        ("Police spoke of a triple murder in Karanda on Friday.", {("killed", "all", 3, 3)}),
        ("A double shooting in Karanda left one clerk dead.", {("killed", "all", 1, 1), ("injured", "all", 1, 1)}),
    ],
)
def test_a_bullet_that_hit_is_only_known_to_have_hurt(read, text, expected):
    """Shot is not killed: deaths told beside it are counted, the others were hurt; executions kill; who was hurt and died was killed."""
    assert counts(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Teacher shot in Karanda", "Teacher"),
        ("4 shot at Karanda market", "4"),
        ("Police: Teacher shot to death in Karanda", "Teacher"),
        ("A 15-year-old was shot near a mill in Karanda.", "15-year-old"),
    ],
)
def test_who_is_shot_in_a_heading_is_no_gunman(read, text, victim):
    """Headings leave the auxiliary out, and an age may stand for the person: those told to be shot were hit."""
    found = roles(read(text))
    assert ("victim", victim) in found
    assert not any(role.startswith("perpetrator") and name == victim for role, name in found)


@pytest.mark.parametrize("text", ["The guard shot in the air.", "A gunman shot at two clerks in Karanda.", "The guard shot from a window."])
def test_who_shoots_is_not_hit(read, text):
    """A shot without an object, at somebody or out of something has a doer and leaves him unhurt."""
    assert not {name for role, name in roles(read(text)) if role == "victim"} & {"guard", "gunman"}


def test_a_wound_by_a_bullet_tells_of_an_attack_unless_it_is_his_own_hand(read):
    """Who suffered a gunshot wound was attacked; a self-inflicted one tells of none."""
    suffered = read("A clerk suffered a gunshot wound to the leg in Karanda on Friday.")
    assert ("victim", "clerk") in roles(suffered)
    assert not [claim for claim in read("It was a self-inflicted gunshot wound.").claims if claim.kind == "event"]
