"""Who did it and who suffered it, where a clause, a vehicle, a pronoun or an accusation stands between them and the deed."""

import pytest

import trucewatch


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Guards patrolling the road to Oru, district of Niono, were attacked on Sunday by gunmen.", "attacked", "gunmen", "Guards"),
        ("Pilgrims walking home from a shrine were fired on from an army lorry near the ford.", "fired", "army", "Pilgrims"),
        ("In a statement the coalition said it had killed between six and nine insurgents.", "killed", "coalition", "insurgents"),
        ("The mission condemns the attack carried out on Friday by rebels against its camp in Oru.", "attack", "rebels", "camp"),
        ("Militiamen entered the camp and hacked to death six of its residents.", "hacked", "Militiamen", "residents"),
        ("The rebels had cut off two fingers of a nurse at Oru.", "cut", "rebels", "nurse"),
        ("Three gunmen refused to come out. The patrol killed all of them.", "killed", "patrol", "gunmen"),
        ("In the suburb of Oru, where army planes dropped bombs on Monday, 40 people wait for help.", "dropped", "army planes", "Oru"),
        ("Houthi mortars hit the silos on Monday.", "hit", "Houthi mortars", "silos"),
        ("Raiders swept through the town, stabbing guards, burning shops and leading away boys.", "burning", "Raiders", "shops"),
        ("Irregulars entered Kijevo on Monday and set it ablaze.", "set", "Irregulars", "Kijevo"),
        ("Jets bombed Oru on Monday. Cairo said they had destroyed a depot.", "destroyed", "Jets", "depot"),
        ("Two monitors of the mission seized on Monday are held by the field commander Rustam Sho.", "held", "Rustam Sho", "monitors"),
        ("The report documents the abduction, at Oru on Monday, of two priests.", "abduction", None, "priests"),
        ("He said he had seen four of the boys shot dead at a quarry.", "shot", None, "boys"),
        ("Soldiers died when their lorry went over a mine.", "went", None, "lorry"),
    ],
)  # fmt: skip
def test_both_sides_are_found_where_words_part_them(sides, text, word, did, suffered):
    """The doer is who did it and the sufferer who suffered it; neither changes sides."""
    doers, sufferers = sides(text, word)
    assert (did in doers) if did else not doers
    assert suffered in sufferers


@pytest.mark.parametrize(
    ("text", "word", "did"),
    [
        ("A grenade was thrown at a shop, for which police hold the rebels responsible.", "thrown", "rebels"),
        ("Two engineers were abducted on Monday. The report believes the captors to be the Oru militia.", "abducted", "Oru militia"),
        ("Police had no idea who had murdered him, but neighbours were sure it was the militia.", "murdered", "militia"),
        ("A farmer was beaten to death. The mayor blamed men who had been brought by the council for the killing.", "killing", "men"),
        ("Nine were killed when the town was shelled. Doctors blamed guns of the Northern Army.", "shelled", "Northern Army"),
        ("The party said the government had broken the truce and blamed it, too, for the bombing of a mill.", "bombing", "government"),
    ],
)  # fmt: skip
def test_an_accusation_nearby_gives_the_doer(sides, text, word, did):
    """Whoever is said to be behind a deed that is not named again is its doer."""
    assert did in sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A priest was shot on Sunday. It was the third such attack, said the army.", "shot"),
        ("A priest was shot on Sunday. It was the army that took him to hospital.", "shot"),
    ],
)
def test_what_it_was_names_no_doer(sides, text, word):
    """An "it was" that goes on to tell something else accuses nobody."""
    assert not sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("Cowboys in masks ambushed two surveyors on the road.", "ambushed", "Cowboys", "surveyors"),
        ("Rebels stormed the ginnery before dawn.", "stormed", "Rebels", "ginnery"),
        ("A ginnery was burned by zouaves on Monday.", "burned", "zouaves", "ginnery"),
        ("Militiamen fired rockets at a tannery.", "fired", "Militiamen", "tannery"),
        ("An attack by rebels on the sluice killed nobody.", "attack", "rebels", "sluice"),
        ("A sarpanch was murdered on Monday.", "murdered", None, "sarpanch"),
        ("The massacre of nine stevedores by soldiers was condemned.", "massacre", "soldiers", "stevedores"),
        ("A crowd set upon three guards who had come to fetch a priest and beat one of them to death.", "beat", "crowd", "guards"),
        ("Two boys were killed. Their relatives allege that the police murdered both in cold blood.", "murdered", "police", "boys"),
        ("The archbishop laid the murder of Father Ruiz at the door of the landowners.", "murder", "landowners", "Ruiz"),
        ("At Oru the assailants, some in fatigues, burned the clinic.", "burned", "assailants", "clinic"),
        ("Nine of its men, the garrison said, fell to a sniper.", "fell", "sniper", "men"),
        ("A gunman on a scooter shoots dead Ana Paz, a clerk.", "shoots", "gunman", "Ana Paz"),
        ("Men in a white car opened fire on a group playing dominoes.", "opened", "Men", "group"),
    ],
)
def test_whoever_does_it_or_suffers_it_needs_no_entry_in_a_vocabulary(sides, text, word, did, suffered):
    """What only people do was done by people, and what is done only to them, or to things, was done to such."""
    doers, sufferers = sides(text, word)
    assert (did in doers) if did else not doers
    assert suffered in sufferers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Landslides killed two farmers near Oru.", "killed"),
        ("Leaflets threatened to attack polling stations.", "attack"),
        ("Winds destroyed a ginnery on Monday.", "destroyed"),
    ],
)
def test_what_is_no_people_does_no_violence(sides, text, word):
    """Weather, leaflets and the like are nobody's doers."""
    assert not sides(text, word)[0]


@pytest.mark.parametrize(
    ("text", "did", "not_did"),
    [
        ("A tribal militia, and not the regular police as first reported, burned the market.", "tribal militia", "police"),
        ("Not the police but a militia burned the market.", "militia", "police"),
        ("The market was burned by a militia, not by the police.", "militia", "police"),
        ("The market was burned not by the police but by a militia.", "militia", "police"),
        ("The market was burned by a militia rather than the police.", "militia", "police"),
        ("Bowmen, not army, burned the market.", "Bowmen", "army"),
        ("The market was burned by bandits, and not, as the army said, by the Front.", "bandits", "Front"),
        ("The market was burned by neither the army nor the rebels.", None, "army"),
        ("Not only soldiers but policemen burned the market.", "policemen", None),
        ("The market was burned by soldiers, not just by the police.", "police", None),
        ("Not all the soldiers burned the market.", "soldiers", None),
    ],
)
def test_whoever_is_named_only_to_be_ruled_out_did_nothing(sides, text, did, not_did):
    doers, _ = sides(text, "burned")
    assert did in doers if did else not doers
    assert not any(not_did in name for name in doers if not_did)


def test_not_one_of_them_is_none(sides):
    """The soldiers, "not one of whom was hurt", were not hurt."""
    text = "The soldiers, not one of whom was hurt, burned the market."
    (hurt,) = [c for c in trucewatch.read(text).claims if c.kind == "event" and c.payload.trigger.of(text) == "hurt"]
    assert hurt.factuality == "negated"


@pytest.mark.parametrize(
    ("text", "did", "suffered"),
    [
        ("The colonel said his men had been fired on first.", None, "men"),
        ("Soldiers fired at what they said were looters.", "Soldiers", None),
    ],
)
def test_fire_is_told_where_nobody_or_an_adverb_follows_it(sides, text, did, suffered):
    doers, sufferers = sides(text, "fired")
    assert (doers, sufferers) == ({did} if did else set(), {suffered} if suffered else set())


@pytest.mark.parametrize(
    ("text", "word", "did", "suffered"),
    [
        ("On 1 June a party of herders, in pursuit of stolen cattle, shot two farmers at Karkar.", "shot", "herders", "farmers"),
        ("The army rolled into the city, killing, by its own reckoning, 41 militiamen.", "killing", "army", "militiamen"),
        ("Rebels attacked the post, wounding, according to the ministry, nine guards.", "wounding", "Rebels", "guards"),
        ("The troops used the lull to round up 30 youths.", "round", "troops", "youths"),
        ("Patrol boat chases and sinks a dinghy off Kieta.", "sinks", "Patrol boat", "dinghy"),
    ],
)
def test_days_asides_and_aims_part_nobody_from_the_deed(sides, text, word, did, suffered):
    doers, sufferers = sides(text, word)
    assert any(did in name for name in doers)
    assert any(suffered in name for name in sufferers)
    assert not any(did in name for name in sufferers)


def test_a_negative_main_clause_leaves_what_came_before_a_fact():
    """They held up a bus and robbed the passengers, whoever resisted."""
    text = "When about 20 men of the front who had failed to report held up a bus, robbed the passengers and left, nobody resisted."
    (robbed,) = [c for c in trucewatch.read(text).claims if c.kind == "event" and c.payload.trigger.of(text) == "robbed"]
    assert robbed.factuality == "certain"
