"""Who did what to whom in dense sentences: asides, participles, clauses without a comma, several verbs of one object."""

import pytest

import trucewatch


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Soldiers came to the chapel and, seeing no one there, flogged the sexton.", "flogged", "Soldiers", "sexton"),
        ("The raiders, finding nobody at home, set fire to the house.", "set", "raiders", "house"),
        ("On Monday rebels crossed into Oru and, finding no police, shot a trader.", "shot", "rebels", "trader"),
        (
            "Two jets flew low over the ridge and bombed a trench that this reporter visited, killing three soldiers.",
            "killing",
            "jets",
            "soldiers",
        ),
        ("When rebels opened fire on the car the bodyguards shot back, killing two attackers.", "killing", "bodyguards", "attackers"),
        ("Two gunmen, both former policemen, killed nine customers.", "killed", "gunmen", "customers"),
        ("A second column, this one led by a Captain Moussa, slaughtered 26 recruits.", "slaughtered", "column", "recruits"),
        ("A reporter who filmed soldiers beating a student was arrested.", "beating", "soldiers", "student"),
        ("The man the soldiers say attacked them was 70 years old.", "attacked", "man", "soldiers"),
        ("The minister denied that the Air Force had machine-gunned growers.", "gunned", "Air Force", "growers"),
        ("Tuareg rebels attacked, looted and burned the post at Oru.", "attacked", "rebels", "post"),
        ("Also killed by the guerrillas was the deputy mayor, Luis Campos.", "killed", "guerrillas", "deputy mayor"),
        ("A nurse, taken hostage by pirates in May, was freed.", "taken", "pirates", "nurse"),
        ("The driver was dragged out of the car, blindfolded and executed by hooded men.", "dragged", "hooded men", "driver"),
        ("Troops were beating porters and looting shops.", "looting", "Troops", "shops"),
        ("The chief, whose fighters had burned the market, was himself shot dead by a sniper.", "shot", "sniper", "chief"),
        ("Masked men gagged his wife and shot the dog.", "gagged", "Masked men", "wife"),
        ("Khaplang men shoot dead two Isak-Muivah fighters.", "shoot", "Khaplang men", "Isak-Muivah fighters"),
        ('Soldiers of the Third Battalion on Tuesday captured alias "Mocho", a courier.', "captured", "Soldiers", "alias"),
        ("Army jets launched four strikes on Harasta.", "strikes", "Army jets", "Harasta"),
        ("Two MiG-29s destroyed a bridge.", "destroyed", "MiG-29s", "bridge"),
        ("Our side shot nine paratroopers.", "shot", "side", "paratroopers"),
        ("The front shot two informers.", "shot", "front", "informers"),
    ],
)
def test_the_sides_of_a_dense_sentence(sides, text, word, did, suffered):
    """Whatever stands between the verb and those who did or suffered it, they are told."""
    doers, sufferers = sides(text, word)
    assert any(did in name for name in doers)
    assert any(suffered in name for name in sufferers)


@pytest.mark.parametrize(
    ("text", "word", "nobody"),
    [
        ("Ambushed near the ford, the column lost twelve men.", "Ambushed", "column"),
        ("A patrol that had halted to cook was fired upon but none of the soldiers was hurt, the minister added.", "fired", "minister"),
        ("The bodies of two men, shot through the head, were dumped in a field.", "shot", "bodies"),
        ("Two gunmen, both former policemen, killed nine customers.", "killed", "former policemen"),
    ],
)
def test_nobody_did_what_befell_him(sides, text, word, nobody):
    """Those who suffered a deed, who told of it or who only explain a name have not done it."""
    assert nobody not in sides(text, word)[0]


def test_what_is_not_found_does_not_undo_the_deed():
    """The "no" of a participle between commas says nothing of the verb that follows it."""
    for text in ("Police came to the square and, seeing no one there, flogged the caretaker.", "Gunmen, finding nobody, burned the house."):
        events = [claim for claim in trucewatch.read(text).claims if claim.kind == "event"]
        assert any((one.polarity, one.factuality) == ("assert", "certain") and one.payload.participants for one in events)


@pytest.mark.parametrize(
    "text",
    ["Four gunmen died in a confrontation with officers of the Second Brigade.", "Army gunners traded shellfire with rebel troops."],
)
def test_a_clash_has_both_its_sides(text):
    """Who died in an encounter with somebody, and who traded fire, are the sides of a clash."""
    clashes = [claim for claim in trucewatch.read(text).claims if claim.kind == "event" and claim.payload.type == "armed clash"]
    assert len({person.name for one in clashes for person in one.payload.participants}) > 1
