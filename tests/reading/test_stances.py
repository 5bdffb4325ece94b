"""Stances of sentences in many frames: what is denied, demanded, yet to come, conditional, open or undone, and what stays a plain fact."""

from datetime import date

import pytest

import trucewatch
from trucewatch.records.assertion import EventPayload

DENIED, UNDONE = ("deny", "negated"), ("assert", "negated")
DEMANDED, FUTURE = ("assert", "demanded"), ("assert", "future")
CONDITIONAL, POSSIBLE = ("assert", "conditional"), ("assert", "possible")
CERTAIN, OPEN = ("assert", "certain"), ("non-assertion", "possible")


def _stances(text, word):
    result = trucewatch.read(text, published=date(2012, 6, 8))
    start = text.index(word)
    end = start + len(word)
    found = [claim for claim in result.claims if any(one.start < end and one.end > start for one in _words(claim))]
    events = [claim for claim in found if claim.kind == "event"]
    return {(claim.polarity, claim.factuality) for claim in events or found}


def _words(claim):
    return (claim.payload.trigger,) if isinstance(claim.payload, EventPayload) else claim.spans


DENIALS = [
    ("There was no truth, the prefect said, in the tale that gendarmes had clubbed the marchers.", "clubbed"),
    ("There is not a shred of truth in reports that our troops retreated, the general staff said.", "retreated"),
    ("The colonel brushed aside allegations of looting.", "looting"),
    ('Asked whether his men had burned the granaries, the warlord replied: "Never."', "burned"),
    ('"Absolutely not," the minister said when asked whether troops had used gas.', "used"),
    ("The front's envoy insisted that none of its fighters had fired on the village.", "fired"),
    ("The army spokesman said the gunships had not opened fire.", "opened fire"),
    ("A spokesman replied that the brigade had not left its barracks.", "left"),
    ("No aircraft of ours was near the ford and no bomb was dropped, the air force said.", "dropped"),
    ('"I never gave such an order," the general told the tribunal.', "gave"),
    ("The government maintains that no prisoner has been tortured.", "tortured"),
    ("The camp's commander denied having made any arrests.", "arrests"),
    ("The ministry denies the information concerning the downing of a transport plane.", "downing"),
]
DEMANDS = [
    ("The envoy appealed for the sailors to be freed.", "freed"),
    ("The union insisted that Chad pull out its forces from the oasis.", "pull out"),
    ("The siege has to be lifted before any talks, he said.", "lifted"),
    ("The detainees ought to be charged or freed, a jurist said.", "charged"),
    ("The rebels gave the garrison until Friday to surrender.", "surrender"),
    ("He gave the government 48 hours to ground its pilots.", "ground"),
    ('"Do not travel on this road," a notice told drivers.', "travel"),
    ("A judge ordered the arrest of Captain Rojas.", "arrest"),
    ("The party wants an independent inquiry into the deaths.", "inquiry"),
    ("His order to the army not to attack still stands.", "attack"),
]
COMING = [
    ("The observers will travel to the village on Saturday.", "travel"),
    ("A court is to try eleven officers.", "try"),
    ("The captain was to be tried in absentia.", "tried"),
    ("The rebels are massing for an attack on the capital, diplomats said.", "attack"),
    ("Keep away from the hills until the army enters the last hamlets.", "enters"),
    ("The faction gave notice that it would resume its raids at midnight.", "raids"),
    ("After that, he said, his forces would advance on the port.", "advance"),
    ("The army leaves the town tomorrow.", "leaves"),
]
IFS = [
    ("Any plane that enters the zone will be shot down.", "enters"),
    ("Those who help the rebels will be hanged, the notice said.", "help"),
    ("They threatened to blow it up should the army intervene.", "intervene"),
]
NOT_DONE = [
    ("The charge was made safe before it could explode.", "explode"),
    ('"They killed my son and nobody has been arrested," she said.', "arrested"),
    ("The garrison was too weak to resist.", "resist"),
    ("The rebels no longer hold the bridge.", "hold"),
    ("The police did nothing to stop the looters.", "stop"),
    ("The column was to have left on Sunday but the road was mined.", "left"),
    ("The column stopped short of entering the town.", "entering"),
]
UNSAID = [
    ("Asked if soldiers had shot the boy, the colonel said the matter was being studied.", "shot"),
    ("The ministry stopped short of saying that the consul had been killed.", "killed"),
    ("He refused to be drawn on whether the army had fired the rockets.", "fired"),
    ("The envoy asked whether the hamlet had been shelled.", "shelled"),
    ("The mission said it had no knowledge of any shelling in the sector.", "shelling"),
    ("The minister denied having said that the bishop was murdered.", "murdered"),
]
FACTS = [
    ("The attack left no casualties.", "attack"),
    ("The landmine that wounded five officers on Saturday was not ours.", "landmine"),
    ("The bombing might have been the work of a cell, police said.", "bombing"),
    ("No member of our organisation took part in the kidnapping.", "kidnapping"),
    ("They were told to kneel and were shot.", "shot"),
    ("The warlord ordered the killing of the priest.", "killing"),
    ('Asked if soldiers had shot the boy, the colonel said: "Yes."', "shot"),
    ("It was not until dawn that the troops entered the town.", "entered"),
    ("The two men did not know that soldiers had surrounded the house.", "surrounded"),
    ('"They killed my son and nobody has been arrested," she said.', "killed"),
    ("After forty minutes of combat the guerrillas withdrew.", "combat"),
    ("The siege lasted eleven days.", "siege"),
    ("In the confrontation outside the stadium a boy was trampled.", "confrontation"),
    ("A car bomb outside the ministry killed a vendor.", "bomb"),
]


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        *((*case, DENIED) for case in DENIALS),
        *((*case, DEMANDED) for case in DEMANDS),
        *((*case, FUTURE) for case in COMING),
        *((*case, CONDITIONAL) for case in IFS),
        *((*case, UNDONE) for case in NOT_DONE),
        *((*case, OPEN) for case in UNSAID),
        *((*case, CERTAIN) for case in FACTS),
        ("It has been suggested that the gunmen came from the north.", "came", POSSIBLE),
        ("There were unconfirmed accounts of looting.", "looting", POSSIBLE),
    ],
)
def test_a_deed_is_told_as_its_frame_presents_it(text, word, stance):
    """What governs the deed decides how it is told, in whatever order the words stand."""
    assert stance in _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A legal battle over the mine has lasted ten years.", "battle"),
        ("The battle against malaria goes on.", "battle"),
        ("The court battle lasted two years.", "battle"),
        ("The delegates will visit the port.", "visit"),
        ("The delegates will meet on Friday.", "meet"),
    ],
)
def test_figures_of_speech_and_mere_plans_tell_of_no_deed(text, word):
    """A battle in court is none, and a visit that only lies ahead is no act of the record."""
    assert not _stances(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The general promised there would be no reprisals.", "reprisals"),
        ("The refugees said they had not eaten for three days.", "eaten"),
        ("The nurse said nobody was hurt.", "hurt"),
    ],
)
def test_what_nobody_is_accused_of_is_no_denial(text, word):
    """A promise and a plain negation are no denials."""
    assert DENIED not in _stances(text, word)


def test_what_some_escaped_does_not_negate_what_befell_others():
    """Of 60 captives "22 were freed, 31 escaped": nobody escaped being freed."""
    text = "Of the 60 captives, 22 were freed on payment of a ransom, 31 escaped and nine are not accounted for."
    (freed,) = [c for c in trucewatch.read(text).claims if c.kind == "event" and c.payload.trigger.of(text) == "freed"]
    assert freed.factuality == "certain"
