"""Sides that an aside, a place, a source or a date hides: whoever tells of a deed has not done it, whoever is told of has."""

import pytest

SIDES = [
    # what people are taken for
    ("Jets thought to be Libyan bombed a hamlet near Zouar on Monday.", "bombed", "Jets", "hamlet"),
    ("Youths reported to belong to the Brotherhood burned a chapel.", "burned", "Youths", "chapel"),
    # what was signed or ran out before the deed hurts nobody
    ("Marines shelled the port on Tuesday, a day after the pact was signed, wounding nine dockers.", "wounding", "Marines", "dockers"),
    ("Guerrillas crossed the river, hours after the truce took effect, killing two herders.", "killing", "Guerrillas", "herders"),
    # who tells of a deed has not done it
    ("Rebels overran the post, a nurse reported, killing eight guards.", "killing", "Rebels", "guards"),
    ("Gunmen raided a hamlet, its headman recalled, burning 40 huts.", "burning", "Gunmen", "huts"),
    ("Bandits stopped a lorry, said the sub-prefect, wounding its driver.", "wounding", "Bandits", "driver"),
    ("Militiamen attacked Sel, the mayor tweeted, wounding nine people.", "wounding", "Militiamen", "people"),
    # places and days before what is done
    ("Gendarmes arrested at Sel nine smugglers in two boats.", "arrested", "Gendarmes", "smugglers"),
    ("A unit of the army captured yesterday at Tissa three raiders.", "captured", "unit of the army", "raiders"),
    ("Police seized near Dori six poachers and shot a seventh.", "seized", "Police", "poachers"),
    ("On 4 June two Turkish aircraft bombed a farm.", "bombed", "Turkish aircraft", "farm"),
    ("It says that on 9 May 1999 between 40 and 50 masked men fell upon the farm.", "fell", "masked men", "farm"),
    ("On 22 May 1994 soldiers and party youths set fire to nine farms.", "set", "soldiers", "farms"),
    # munitions reach what stands after "into" and "at", wherever the parse hung it
    ("Rebels lobbed shells into the quarter.", "lobbed", "Rebels", "quarter"),
    ("Frontier guards fired mortars at Dubova on Sunday night.", "fired", "Frontier guards", "Dubova"),
    ("The mission deplores the firing of rockets into the Hamra district by the militia.", "firing", "militia", "Hamra district"),
    ("A raid with incendiary grenades on the mill left nobody hurt.", "raid", None, "mill"),
    # who "who", "which", "they" and "her" tell of
    ("He deplored the conduct of soldiers who, in July, burned 80 huts.", "burned", "soldiers", "huts"),
    ("It was entered by a unit of the Defence Front, which burned nine farms.", "burned", "unit of the Defence Front", "farms"),
    ("Kyiv accused marines of bad faith, saying they had shelled a school.", "shelled", "marines", "school"),
    ("Among them is a midwife, Ana Ruiz, whose sister insists that soldiers killed her.", "killed", "soldiers", "Ana Ruiz"),
    ("Soldiers shot at anyone running.", "shot", "Soldiers", "anyone"),
    # verbs between doer and deed
    ("Guerrillas are likely to have murdered the mayor.", "murdered", "Guerrillas", "mayor"),
    ("The Liberation Front, found guilty of burning a mill, accepted the ruling.", "burning", "Liberation Front", "mill"),
    ("A column had crossed 90 km of dunes to overrun the fort.", "overrun", "column", "fort"),
    ("The colonel recalls that bandits stormed the clinic, beat the guards and abducted a nurse.", "abducted", "bandits", "nurse"),
    # who could do it, and what it could be done to
    ("An armed crowd stormed the police department.", "stormed", "armed crowd", "police department"),
    ("The Kenyan contingent ransacked the mission.", "ransacked", "Kenyan contingent", "mission"),
    ("We shelled the barracks at dawn.", "shelled", "We", "barracks"),
    ("Two Syrian aircraft violated the airspace of Jordan.", "violated", "Syrian aircraft", "airspace"),
    ("A sniper's bullet felled a constable.", "felled", "sniper", "constable"),
    ("A crowd smashed the windows of two embassies.", "smashed", "crowd", "embassies"),
    ("A column of conscripts was fired at near Erk.", "fired", None, "column of conscripts"),
    ("A clerk of the Fund, Abdi Nur, was abducted.", "abducted", None, "Abdi Nur"),
    ("Men on horses and camels rode into the camp at dusk.", "rode", "Men", "camp"),
    ("Fighters held the monitors' vehicles for six hours.", "held", "Fighters", "monitors' vehicles"),
    # another sentence says who
    ("Four herders were abducted at Sel. The abductors are believed to be rebels.", "abducted", "rebels", "herders"),
    ("Two nurses were shot near Sel. The attackers appear to have been militiamen.", "shot", "militiamen", "nurses"),
    ("A convoy was ambushed on Sunday. The escort beat off the bandits.", "ambushed", "bandits", "convoy"),
    ("A trader was found beheaded. Ali Nur, who speaks for the Taliban, owned the killing in a call.", "beheaded", "Taliban", "trader"),
    ("A bus was ambushed near Mere, it is believed by fighters of the Front.", "ambushed", "fighters of the Front", "bus"),
    ("A man fired a shotgun at a dance, and two women were hit by pellets.", "hit", "man", "women"),
    (
        "A bomb ripped through a bar. The prefect said it had been planted by the Revolutionary Front.",
        "planted",
        "Revolutionary Front",
        None,
    ),
]

NOT_DOERS = [
    ("Shells fell on the market, an aide wrote, killing eight people.", "killing"),
    ("Two shells landed in a yard, according to the mayor, killing three children.", "killing"),
    ("A bomb went off near the station, the ministry confirmed, wounding 11.", "wounding"),
    ("The attackers are not believed to be rebels; two nurses were shot.", "shot"),
    ("Nine smugglers arrested at Oru two days ago were freed.", "arrested"),
    ("Officers believed to be corrupt were dismissed after two clerks were shot.", "shot"),
]

QUIET = ["Police officers rode into town on Monday to open a post.", "The minister said it had been planted by farmers in spring."]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), SIDES)
def test_an_aside_hides_neither_side(sides, text, word, doer, sufferer):
    """Whoever did it and whoever suffered it are read past what stands between them."""
    doers, sufferers = sides(text, word)
    assert doer in doers if doer is not None else not doers
    assert sufferer is None or sufferer in sufferers


@pytest.mark.parametrize(("text", "word"), NOT_DOERS)
def test_who_tells_of_it_or_is_only_near_has_not_done_it(sides, text, word):
    """Mayors, aides and ministries report deeds, and people found by an "at" are no doers."""
    assert not sides(text, word)[0]


@pytest.mark.parametrize("text", QUIET)
def test_nobody_suffers_from_riding_and_planting_alone(sides, text):
    """Police who ride into town and farmers who plant harm nobody."""
    assert not [side for word in ("rode", "planted") if word in text for side in sides(text, word)[1]]
