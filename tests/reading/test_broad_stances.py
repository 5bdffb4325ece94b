"""Denials, conditions, asides and facts in the turns of phrase of releases, wires and logs."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

FACT, DENY, UNDONE = ("assert", "certain"), ("deny", "negated"), ("assert", "negated")
CONDITIONAL, FUTURE, POSSIBLE, PROBABLE = ("assert", "conditional"), ("assert", "future"), ("assert", "possible"), ("assert", "probable")


def _stances(text, word):
    start = text.index(word)
    end = start + len(word)
    found = set()
    for claim in trucewatch.read(text, published=date(2012, 6, 8)).claims:
        spans = (claim.payload.trigger,) if isinstance(claim.payload, EventPayload) else claim.spans
        if any(span.start < end and span.end > start for span in spans):
            found.add((claim.polarity, claim.factuality))
    return found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Information spread by the enemy about the death of a warrant officer is yet another lie.", "death"),
        ("The Army gives no credit to versions according to which guards were mistreated at a roadblock.", "mistreated"),
        ("A post in circulation saying that a church was gutted at Moirang has been checked and is fake.", "gutted"),
        ('There was no "premature explosion", as the Press Desk put out within the hour.', "explosion"),
        ("Jakarta has denied ill-treating anyone.", "treating"),
        ("Whoever says that we shelled the market is lying.", "shelled"),
        ("That a patrol crossed the border is a figment of the enemy's imagination.", "crossed"),
        ("Claims that grain was confiscated do not stand up.", "confiscated"),
        ("The rumour that the bishop had been killed proved untrue.", "killed"),
        ("Baku's version, that our side opened fire first, is the opposite of the truth.", "opened fire"),
        ("The so-called massacre at Sono never took place.", "massacre"),
        ("It is emphasised that no shell was fired from our side.", "fired"),
        ("The company's guards neither opened fire nor carried live rounds, its director said.", "opened fire"),
        ("The prison service insists nobody was beaten.", "beaten"),
        ("The claim put out by the radio that two of our posts were captured is a product of their imagination.", "captured"),
        ("The reports of a coup were described by the palace as wishful thinking.", "coup"),
    ],
)
def test_what_somebody_calls_untrue_is_denied(text, word):
    """By whatever word, in whatever order."""
    assert DENY in _stances(text, word)
    assert FACT not in _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("Should the shelling of the line go on, the other side will bear the consequences.", "shelling", CONDITIONAL),
        ("If the killings go on, he added, he would march.", "killings", CONDITIONAL),
        ("The mission will, if threatened again, use all means.", "threatened", CONDITIONAL),
        ("Our patience is not without limit: one more raid and we shall strike at the capital.", "raid", CONDITIONAL),
        ("British paratroopers could arrive at the weekend, diplomats said.", "arrive", POSSIBLE),
        ("According to reports still to be confirmed, a second bus was attacked.", "attacked", POSSIBLE),
        ("The Reds, it appears, had earlier plundered the store.", "plundered", PROBABLE),
        ("His platoon arrived too late to intervene.", "intervene", UNDONE),
        ("No group has claimed the attack.", "claimed", UNDONE),
        ("Kiev will not begin pulling back its guns as long as its positions are under fire, a spokesman said.", "pulling back", UNDONE),
        ('Its fighters "will be back", it promises in a fax.', "be back", FUTURE),
        ("Motorists who ignore the strike will see their vehicles burned.", "burned", FUTURE),
        ("Pupils were prevented by armed youths from entering the school on Monday.", "prevented", FACT),
        ("The School No. 46 had been hit by at least one rocket, the mission observed.", "hit", FACT),
        ("A family that had moved back only because the accord said it could was burnt out on Sunday night.", "burnt out", FACT),
    ],
)
def test_conditions_asides_and_facts_are_told_apart(text, word, stance):
    """The words around an act decide, and those of another clause do not."""
    assert stance in _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Those who say that the bridge was blown by rebels are not lying.", "blown"),
        ("On the contrary, it was the rebels who shelled Oru.", "shelled"),
        ("The boy was shot by men who told lies to the court.", "shot"),
        ("If the army shelled the village on Monday, as survivors say, it broke the truce.", "broke"),
        ("It was not too late to flee, and they fled over the river.", "fled over"),
        ("Two days before the truce was to begin, rebels shelled the port.", "shelled"),
    ],
)
def test_a_fact_beside_such_words_stays_one(text, word):
    """No denial, condition or plan reaches over its own clause."""
    assert FACT in _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The hut was searched. Once seated they were tied up, and the shooting began.", "tied up"),
        ("Prisoners were lined up along the quay and machine-gunned.", "gunned"),
        ("The twelve were put against a wall and shot.", "shot"),
        ("They were marched for most of a day, hands tied in file, and then executed beside a stream.", "executed"),
        ("The other seventeen surrendered; the soldiers marched them to a clearing and shot them.", "surrendered"),
        ("His wife had both arms broken.", "broken"),
        ("On Tuesday a mine on the highway tore the front off a bus.", "tore"),
    ],
)
def test_what_is_done_to_people_by_force_is_told_whoever_did_it(text, word):
    """Also in the passive, and where the parse hung the last of it on another word."""
    assert FACT in _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The children were lined up for the photograph.", "lined"),
        ("Her hair was tied up with a ribbon.", "tied"),
        ("She had her arm broken in a fall.", "broken"),
        ("A mine employed 300 men.", "employed"),
        ("The guests were led into the garden.", "led"),
    ],
)
def test_what_harms_nobody_is_not(text, word):
    """The same words in peace."""
    assert not _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("Two deserters, by one account, were hanged.", "hanged", POSSIBLE),
        ("The order to burn the huts was never carried out.", "burn", UNDONE),
        ("The group says it carried out no attacks during the feast.", "attacks", DENY),
        ("Our side strictly observes the ceasefire and has not opened fire.", "opened fire", DENY),
        ("Not until Tuesday did the army admit that it had bombed the wrong village.", "bombed", FACT),
        ("In the south a column, backed by tanks, retook the ford on Monday.", "retook", FACT),
        ("It was the militia that kept 14 villagers as human shields until its withdrawal.", "kept", FACT),
        ("Anyone found with mud on his feet was finished off as an accomplice, and the huts were burned.", "finished off", FACT),
        ("Four guerrillas of ZANLA beat to death the headman of Karuyana before his family.", "beat to death", FACT),
        ("The quarter was sacked on Monday.", "sacked", FACT),
    ],
)
def test_orders_accounts_and_late_admissions_are_told_apart(text, word, stance):
    """What was ordered and not done, what one account has, what a side says of itself, and plain deeds in unusual clothes."""
    assert stance in _stances(text, word)
