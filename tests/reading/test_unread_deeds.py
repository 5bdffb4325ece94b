"""Deeds whose verb, noun or place in the sentence hid them: limbs cut off, people lifted or made to work, asides before "of" and "by"."""

import pytest

import trucewatch

SIDES = [
    # a limb hacked off is somebody's
    ("On Friday militiamen hacked off the left hand of a ferryman at Kolda.", "hacked", "militiamen", "ferryman"),
    ("Two former child soldiers confessed to chopping off the arms of villagers.", "chopping", "child soldiers", "villagers"),
    ("Prisoners' fingers were sliced off by the guards.", "sliced", "guards", "Prisoners"),
    ("A third, herself a former captive, admitted hacking off the hands of two boys.", "hacking", "captive", "boys"),
    # guns turned, garrisons, volleys
    ("The garrison, unable to find them, turned its guns on the hovels of Akria.", "turned", "garrison", "hovels"),
    ("On Monday the garrison shot three fishermen.", "shot", "garrison", "fishermen"),
    ("A volley from the guards struck two mourners.", "struck", "guards", "mourners"),
    ("A nurse was killed by a mine that guerrillas had sown beside the well.", "killed", "guerrillas", "nurse"),
    # people lifted, run over, confined, made to work, made to pay
    ("Paratroopers lifted eleven men in dawn raids on the estate.", "lifted", "Paratroopers", "men"),
    ("She was lifted from her house at dawn on 4 May.", "lifted", None, "She"),
    ("The guards ran over two prisoners with a jeep.", "ran", "guards", "prisoners"),
    ("Rina Tal (19), student. Run over and killed near the gate on 4 May.", "killed", None, "Rina Tal"),
    ("The people of Loma have been confined to their homes by a dissident front.", "confined", "dissident front", "people"),
    ("The villagers were made to carry ammunition for Battalion 24 in June.", "made", "Battalion", "villagers"),
    ("Soldiers at the bridge demanded money from the drivers of four lorries.", "demanded", "Soldiers", "drivers"),
    ("Armed men emptied the barn and marched off with porters, 25 by one account.", "marched", "Armed men", "porters"),
    # nouns with "of" and "by", however far
    ("The liquidation on Tuesday of two informers by a hit squad was the third.", "liquidation", "hit squad", "informers"),
    ("Gravest was the murder last May, by a three-man unit, of the mayor Edgar Malonzo.", "murder", "three-man unit", "Edgar Malonzo"),
    ("The patrol's interception of six couriers near Timbo was reported on Friday.", "interception", "patrol", "couriers"),
    ("The killing by a patrol, near the ford on Sunday, of two shepherds was condemned.", "killing", "patrol", "shepherds"),
    # participles after a comma
    ("The Front handed over nine pilots, captured when rebels retook the town of Shatoy, and a cook.", "captured", "rebels", "pilots"),
    ("Two pilots, captured when guerrillas overran the airstrip, were released.", "captured", "guerrillas", "pilots"),
    ("The other two were Greeks, brothers by the name of Kouris, gunned down at their mill on Monday.", "gunned", None, "brothers"),
    ("The army freed nine miners, all of them seized in May.", "seized", None, "miners"),
    ("The army rolled into the city, killing, by its own count, 41 militiamen loyal to the cleric.", "killing", "army", "militiamen"),
    # lines without auxiliaries
    ("Bus stopped near Mocha; four Hindu traders picked out and shot.", "shot", None, "Hindu traders"),
    ("Two mayors dragged out and hanged.", "hanged", None, "mayors"),
    ("Three herders waylaid and stabbed near Tolu.", "waylaid", None, "herders"),
    ("Farmers attacked and robbed on the Gao road.", "robbed", None, "Farmers"),
    # the subject or the agent stands far off
    ("The worst is that of Friday, when rebels stopped a lorry, shot the driver and left.", "shot", "rebels", "driver"),
    ("Our comrade Luis Rey was pulled off the bus in which he was travelling and murdered.", "murdered", None, "Luis Rey"),
    ("The mayor was stabbed at noon, as he left the mosque, by a youth on a scooter.", "stabbed", "youth", "mayor"),
    ("Seven porters, a boy of ten included, were shot at the ford.", "shot", None, "porters"),
    ("Rebels, some in uniform, overran Barlo displaced people's camp.", "overran", "Rebels", "Barlo displaced people's camp"),
    (
        "The company came by night. It burned a mill, shot a miller and carried four captives to gaol.",
        "carried",
        "company",
        "captives",
    ),
    ("The camp at Labu was stormed, an act claimed by the Red Column.", "stormed", "Red Column", "camp"),
    ("Six farmers were killed at Oru, a massacre blamed on the 3rd Battalion.", "killed", "3rd Battalion", "farmers"),
    # what is carried off, fired empty, cut; and the accused
    ("Bandits looted a convent and carried off its bell.", "carried", "Bandits", "bell"),
    ("The corporal emptied his magazine into the queue.", "emptied", "corporal", "queue"),
    ("Rebels seized a driver and cut off his ears.", "cut", "Rebels", "driver"),
    ("Rebels seized the miller and slit his throat.", "slit", "Rebels", "miller"),
    ("The first accused shot two boys at the mill.", "shot", "accused", "boys"),
    ("The accused were tortured by the guards.", "tortured", "guards", "accused"),
    # the text gives nobody
    ("Somebody lobbed a grenade at the post.", "lobbed", None, "post"),
    ("Nine pupils were wounded by splinters.", "wounded", None, "pupils"),
]
NO_SIDES = [
    ("Parliament approved the liquidation of the state bank.", "liquidation"),
    ("The court forced the ministry to pay compensation.", "forced"),
    ("Captain Aris led his men away eastward.", "led"),
    ("A bus ran over a child.", "ran"),
    ("They carried off their dead.", "carried"),
    ("Rebels carried off the trophy.", "carried"),
    ("Four soldiers fired and withdrew.", "withdrew"),
    ("Two detectives picked up the trail and left.", "picked"),
    ("The mob came back on Friday for an attack on the wounded.", "came"),
]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), SIDES)
def test_a_deed_is_read_where_its_word_or_its_place_hides_it(sides, text, word, doer, sufferer):
    """Whoever did it and whoever suffered it stand on their own sides; where the text gives nobody, nobody did it."""
    doers, sufferers = sides(text, word)
    assert doer in doers if doer is not None else not doers
    assert sufferer in sufferers


@pytest.mark.parametrize(("text", "word"), NO_SIDES)
def test_nobody_suffers_where_nothing_is_done_to_anybody(sides, text, word):
    """Firms are wound up, accidents happen, and leaders lead their own."""
    doers, sufferers = sides(text, word)
    assert not doers or not sufferers


def test_both_sides_of_a_clash_are_read_after_a_night_named_before_the_verb():
    """The night of "on Monday night clashed with" fights nobody."""
    text = "A patrol gave chase and on Monday night clashed with rebels near the weir."
    clashes = [claim.payload for claim in trucewatch.read(text).claims if claim.kind == "event" and claim.payload.type == "armed clash"]
    assert [{one.name for one in clash.participants} for clash in clashes] == [{"patrol", "rebels"}]
