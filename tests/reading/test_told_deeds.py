"""Deeds that were not found at all: chronicles in the present, nouns of attack, weapons used, breaches committed; and what is peaceful."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

DAY = date(2024, 3, 15)

SIDES = [
    # a chronicle in the present, its verb taken for a noun
    ("Robbers in a van fire at a customs post, wounding two.", "fire", "Robbers", "customs post"),
    ("Two men on a motorcycle attack the clinic and flee.", "attack", "men", "clinic"),
    ("Soldiers from the fort torch 12 huts.", "torch", "Soldiers", "huts"),
    ("On 5 May gunmen on foot attack a bus and kill two.", "attack", "gunmen", "bus"),
    ("Rebels of the south shell the airport and a hotel.", "shell", "Rebels", "airport"),
    ("An armed band attacks the mission, kills the cook and makes off with the radio.", "attacks", "armed band", "mission"),
    ("Fighters of the Front open fire on a minibus.", "open", "Fighters", "minibus"),
    # nouns of attack
    ("A sortie by government jets left 12 dead on Friday.", "sortie", "jets", None),
    ("A foray into the valley by rebels cost nine lives on Sunday.", "foray", "rebels", None),
    ("Rebels carried out reprisals against the villagers.", "reprisals", "Rebels", "villagers"),
    ("Paramilitaries went on a rampage in the market.", "rampage", "Paramilitaries", "market"),
    ("Hostilities between the army and the rebels resumed on Monday.", "Hostilities", None, None),
    ("The taking of hostages by raiders was confirmed.", "taking", "raiders", "hostages"),
    # fire that meets people, weapons that are used, those who rise
    ("Bailiffs were met with gunfire by outlaws holed up in a barn.", "gunfire", "outlaws", "Bailiffs"),
    ("The column was greeted with a hail of stones.", "greeted", None, "column"),
    ("The army used flamethrowers against the monastery.", "used", "army", "monastery"),
    ("Rubber bullets were used against the marchers.", "used", None, "marchers"),
    ("The navy deployed drones against the port.", "deployed", "navy", "port"),
    ("Conscripts rebelled against their officers at the fort.", "rebelled", "Conscripts", "officers"),
    ("Soldiers fired into the air to disperse the crowd.", "fired", "Soldiers", None),
    # what somebody is accused of
    ("Kinshasa accused the rebels of stealing cattle.", "stealing", "rebels", "cattle"),
    ("The union blamed police for wounding strikers.", "wounding", "police", "strikers"),
    ("The court acquitted the sergeant of killing two farmers.", "killing", None, "farmers"),
    # breaches that somebody commits
    ("The militia's violation of the truce on Monday angered mediators.", "violation", "militia", None),
    ("Two violations of the truce by government troops were logged.", "violations", "government troops", None),
    ("The regiment committed three ceasefire violations on Monday.", "violations", "regiment", None),
    # particles taken for prepositions, hands tied, people put out of their homes
    ("The attackers finished off the wounded with pistols.", "finished", "attackers", "wounded"),
    ("Our air defence shot down two enemy drones.", "shot", "air defence", "drones"),
    ("Guards tied the prisoners' hands.", "tied", "Guards", "prisoners"),
    ("Families were turned out of their homes by soldiers.", "turned", "soldiers", "Families"),
    ("Not content with looting the stores, the mob set about the watchman.", "set about", "mob", "watchman"),
    ("Masked men came for the headmaster.", "came", "Masked men", "headmaster"),
    ("Warplanes unleashed 12 bombs on the town.", "unleashed", "Warplanes", "town"),
    ("A nurse hit by shrapnel was flown to Nairobi.", "hit", None, "nurse"),
    ("The rebels took Kindu without a shot.", "took", "rebels", "Kindu"),
    ("Police chief slain in Sinaloa ambush", "slain", None, "Police chief"),
    ("Settlers torch mosque near Nablus", "torch", "Settlers", "mosque"),
    ("A journalist went missing on the Goma road on Tuesday.", "missing", None, "journalist"),
    # people set free, places threatened, riders who come in, limbs
    ("Near Saltillo, soldiers set free nine abducted farmhands.", "set free", "soldiers", "farmhands"),
    ("The rebels threatened to burn Potiskum.", "burn", "rebels", "Potiskum"),
    ("The general vowed to strike Tel Aviv.", "strike", "general", "Tel Aviv"),
    ("Armed men on camels rode into the camp at dusk.", "rode", "Armed men", "camp"),
    ("Tanks rolled into the town of Beit Lahia.", "rolled", "Tanks", "town"),
    ("Rebels cut off the lips of two women.", "cut", "Rebels", "women"),
    ("The militia broke the truce with an assault on the fort.", "assault", "militia", None),
    # passives that go on, subjects of their own, what is said in between
    ("Houses were looted, then put to the torch.", "put to", None, "Houses"),
    ("A grenade was lobbed into a yard and a tractor went up in flames in Zupce.", "went", None, "tractor"),
    ("Guerrillas made hostages of 21 teachers.", "made", "Guerrillas", "teachers"),
    ("The rebels did away with the headman.", "did away", "rebels", "headman"),
    ("Elements of the 9th Battalion fired without provocation on a delegation of elders.", "fired", "Elements", "delegation"),
    ("Militiamen raided the camp at Sortoni on Sunday, the UN said, shooting dead an elder.", "shooting", "Militiamen", "elder"),
    ("Militiamen mounted on camels raided the camp at Sortoni on Sunday.", "raided", "Militiamen", "camp"),
    ("Sniper fire from the silo cut down a nun who was hanging out washing.", "cut", None, "nun"),
    ("The army hit back at rebel positions.", "hit", "army", "positions"),
    ("The rebels retaliated against a police post.", "retaliated", "rebels", "police post"),
    ("A taxi driver was lured to his death by a bogus call.", "lured", None, "taxi driver"),
    ("On 3 August mortar rounds struck a school.", "struck", None, "school"),
    ("On 9 March three jets dropped cluster bombs on the hamlet of Gerset.", "dropped", "jets", "hamlet"),
    # disappearances and disguises
    ("The farmer disappeared at the hands of an army patrol.", "disappeared", "army patrol", "farmer"),
    ("The bishop said gunmen dressed as monks raided the abbey.", "raided", "gunmen", "abbey"),
]

PEACEFUL = [
    ("Residents of the burned quarter rebuild their homes.", "rebuild"),
    ("Children of the village hold a party.", "hold"),
    ("Players in the semi-final hit the crossbar twice.", "hit"),
    ("Tourists on mountain bikes hit the trail at dawn.", "hit"),
    ("Candidates for the seat rush to file papers.", "rush"),
    ("The minister announced a crackdown on corruption.", "crackdown"),
    ("His foray into politics lasted a year.", "foray"),
    ("A sortie to the market cost him his wallet.", "sortie"),
    ("The invasion of privacy angered readers.", "invasion"),
    ("A hail of criticism met the plan.", "hail"),
    ("Police launched a crackdown on drunk driving.", "crackdown"),
    ("Farmers used sticks against snakes.", "used"),
    ("The minister was met with applause.", "met"),
    ("Voters rebelled against the tax.", "rebelled"),
    ("The mission recorded 14 ceasefire violations in April.", "violations"),
    ("The company's breach of contract cost it the case.", "breach"),
    ("The deal tied the minister's hands.", "tied"),
    ("The committee set about the task.", "set"),
    ("Officers came for the parade.", "came"),
    ("The rebels took Monday off.", "took"),
    ("Workers strike deal with mill", "strike"),
    ("The union threatened to strike the docks.", "strike"),
    ("Cyclists rode into the town.", "rode"),
    ("Soldiers drove a lorry into the garage.", "drove"),
    ("Parliament did away with the tax.", "did away"),
    ("The army hit back at critics.", "hit"),
    ("The colonel was relieved of his post.", "relieved"),
    ("Women shelled peas.", "shelled"),
    ("The attackers disappeared into the forest.", "disappeared"),
]


def _events(text: str, word: str) -> list[EventPayload]:
    """Return what is read at a word."""
    at = text.index(word)
    claims = trucewatch.read(text, published=DAY).claims
    found = [claim.payload for claim in claims if isinstance(claim.payload, EventPayload)]
    return [payload for payload in found if payload.trigger.start < at + len(word) and at < payload.trigger.end]


@pytest.mark.parametrize(("text", "word", "doer", "victim"), SIDES)
def test_a_deed_is_found_with_its_sides(text: str, word: str, doer: str | None, victim: str | None) -> None:
    """A deed is told with who did it and who suffered it, whatever verb, noun or construction tells of it."""
    told = _events(text, word)
    assert told
    people = [person for payload in told for person in payload.participants]
    doers = [person.name for person in people if person.role.startswith("perpetrator")]
    sufferers = [person.name for person in people if person.role in ("victim", "target")]
    assert any(doer in name for name in doers) if doer else not doers
    assert victim is None or any(victim in name for name in sufferers)


@pytest.mark.parametrize(("text", "word"), PEACEFUL)
def test_what_is_peaceful_is_no_deed(text: str, word: str) -> None:
    """A word of violence that is said of something peaceful tells of no deed."""
    assert not [payload for payload in _events(text, word) if payload.type != "other"]


FACTUALITY = [
    ("Analysts consider more raids likely.", "raids", "probable"),
    ("The mission considers an attack on the town unlikely.", "attack", "negated"),
    ("Two sappers are missing, believed captured.", "captured", "probable"),
    ("The charge that the shoot-out was stage-managed is firmly denied.", "stage-managed", "negated"),
    ("Villagers expect a famine should the fighting drag on.", "fighting", "conditional"),
]


@pytest.mark.parametrize(("text", "word", "factuality"), FACTUALITY)
def test_what_is_thought_likely_is_told_as_likely(text: str, word: str, factuality: str) -> None:
    """A deed that somebody thinks likely, believes, denies or makes a condition of is told so."""
    at = text.index(word)
    claims = trucewatch.read(text, published=DAY).claims
    told = [
        claim.factuality
        for claim in claims
        if isinstance(claim.payload, EventPayload) and claim.payload.trigger.start < at + len(word) and at < claim.payload.trigger.end
    ]
    assert factuality in told
