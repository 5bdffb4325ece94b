"""People who left where they lived → whether a verb of going or of staying somewhere says so.

As in "some 4,000 people have run to the town", "500 villagers are sheltering in a church", "took to the bush". Enters: a verb and its
subject in a parse. Leaves: yes or no. The lexicon is ``vocab/casualties.yaml``.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import singular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trucewatch.reading.casualtywords import Lexicon
    from trucewatch.reading.token import Token

_TOWARDS = frozenset("to into across over towards toward through in at for inside onto from".split())
_NUMBERS = frozenset("dozens hundreds thousands scores tens many most others number half".split())
_PARTY = frozenset("street streets square plaza stadium polls hall court parliament talks meeting courtroom".split())
_CARRYING = frozenset("take bring bus move lead transfer transport relocate ferry drive carry conduct escort airlift".split())
_LODGING = frozenset("put lodge house accommodate shelter billet quarter settle install host resettle rehouse".split())
_CAMPS = frozenset(
    """camp tent shelter school church mosque barrack monastery shanty embankment stadium hut hovel cave gymnasium hangar warehouse bush
    forest gym station encampment settlement tarpaulin tarpaulins canvas sheeting tree trees open ruin ruins rough plastic""".split()
)
_STRIKING = frozenset(
    """attack raid ambush fire shoot shell burn kill seize kidnap abduct spray rake storm assault plant lay detonate loot rob steal torch
    open blow destroy capture bomb machine-gun strafe murder slaughter hurl throw lob surround overrun rustle exchange clash""".split()
)
"""What those who go somewhere to strike do there."""
_WILDS = frozenset("mountain forest bush jungle hill swamp cave wood marsh thicket wilderness gorge canebrake".split())
_NEAR = 9
DEPARTING = frozenset("leave walk run head board depart travel go quit".split())
"""Verbs of going that are leaving home only where many go, or are told to go for good."""
_VESSELS = frozenset("ferry boat ship bus truck lorry train barge vessel dhow trawler canoe".split())
_LANDS = frozenset(
    """plain coast border capital hill mountain valley lowland highland interior delta countryside abroad frontier bush forest desert
    island north south east west shore lake town city province line""".split()
)
_ERRANDS = frozenset(
    """work market meeting talks conference rally funeral polls school mass prayer prayers pilgrimage front congress ceremony session
    mecca exam exams election hajj""".split()
)
_TIMES = frozenset(("DATE", "TIME"))
_DWELLINGS = frozenset(
    """village villages hamlet hamlets home homes house houses hut huts farm farms town quarter quarters neighbourhood neighbourhoods
    neighborhood neighborhoods settlement settlements suburb suburbs valley area areas district districts camp camps""".split()
)


def flees(verb: "Token", subject: "Token", words: "Lexicon") -> bool:
    """Whether the subject, people who live somewhere, leaves for a refuge or stays in one."""
    lemma = verb.lemma_.lower()
    if lemma not in words.going and lemma not in words.staying:
        return False
    if not resident(subject, words):
        return False
    if lemma in words.staying:
        if (
            singular(subject.lower_) == subject.lower_
            and subject.tag_ == "NN"
            and subject.lower_ not in ("family", "population", "household")
        ):
            return False
        if lemma == "hide" and any(token.lemma_ in _WILDS for token in _after(verb)) and any(token.tag_ == "CD" for token in subject.lefts):
            return True  # "some 200 survivors hid in the mountains"
        lasting = verb.tag_ == "VBG" or any(child.lower_ in ("has", "have", "had", "now", "still") for child in verb.children)
        if lemma == "shelter" and verb.tag_ == "VBG" and not any(child.dep_ == "dobj" for child in verb.children):
            return True
        if lemma in ("live", "stay", "lodge") and not any(token.lemma_ in _CAMPS for token in _after(verb)):
            return False
        return lasting and any(token.lower_ in ("in", "at", "on", "under", "inside", "with", "near") for token in _after(verb))
    if any(child.dep_ == "conj" and child.lemma_ in _STRIKING and child.i > verb.i for child in verb.children):
        return False  # "a dozen men crossed the line and sprayed a tent with bullets"
    goals = list(_goals(verb))
    if lemma in ("cross", "arrive") and singular(subject.lower_) in ("refugee", "evacuee"):
        return any(token.tag_ == "CD" for token in subject.lefts)  # "roughly 15,000 refugees crossed"
    if lemma == "cross" and any(child.dep_ == "dobj" and child.pos_ == "PROPN" for child in verb.children):
        return True  # "thousands crossed the Chari"
    if any(goal.lower_ in _PARTY for goal in goals):
        return False
    haven = any(goal.lemma_.lower() in words.havens or goal.lower_ in words.havens for goal in goals)
    if lemma == "arrive" and any(token.lower_ == "foot" for token in _after(verb)):
        return any(goal.pos_ == "PROPN" for goal in goals)
    return haven or (lemma not in words.loose_going and any(goal.pos_ == "PROPN" for goal in goals))


def departs(verb: "Token", subject: "Token", words: "Lexicon") -> bool:
    """Whether people leave where they live for good, as far as the verb says so: asked of many, a few may only be on their way.

    As in "20,000 residents have left", "700 people left for the plain", "214 people had walked to San Jacinto".
    """
    lemma = verb.lemma_.lower()
    if lemma not in DEPARTING or not resident(subject, words) or verb.tag_ == "VBG":
        return False
    if any(child.dep_ in ("neg", "xcomp", "ccomp") or child.tag_ == "MD" for child in verb.children):
        return False
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if lemma == "board":
        return any(one.lemma_ in _VESSELS for one in objects) and any(goal.pos_ == "PROPN" for goal in _goals(verb))
    if objects:
        return False
    after = list(_after(verb))
    where = list(_goals(verb))
    if any(goal.lower_ in _PARTY or goal.lower_ in _ERRANDS for goal in where):
        return False
    if any(goal.pos_ == "PROPN" and goal.ent_type_ not in _TIMES for goal in where) or any(_refuge(goal, words) for goal in where):
        return True
    perfect = any(child.lower_ in ("has", "have", "had") for child in verb.children)
    if lemma == "leave":
        return perfect and all(token.tag_ in ("RB", "IN", "DT", "NN", "NNP", "CD", "NNS", ",") for token in after) and not where
    return any(token.lower_ in _DWELLINGS and token.dep_ == "pobj" and token.head.lower_ in ("from", "of") for token in after)


def _refuge(goal: "Token", words: "Lexicon") -> bool:
    lemma = goal.lemma_.lower()
    return lemma in words.havens or lemma in _LANDS


def away(verb: "Token") -> bool:
    """As in "are still away from their homes", "remain away from home"."""
    after = [token.lower_ for token in _after(verb)]
    return "away" in after[:3] and bool({"home", "homes", "villages", "houses", "farms"} & {*after})


def not_back(verb: "Token") -> bool:
    """As in "have not returned home": people who left and are still away."""
    negated = any(child.dep_ == "neg" and child.lower_ in ("not", "n't") for child in verb.children)
    perfect = any(child.lower_ in ("has", "have") for child in verb.children)
    after = {token.lower_ for token in _after(verb)}
    return verb.lemma_ == "return" and negated and perfect and bool({"home", "homes", "villages", "houses"} & after)


def taken_to_refuge(verb: "Token", people: "Token", words: "Lexicon") -> bool:
    """Whether residents are brought to a refuge: "1,250 persons were taken to schools"."""
    lodged = verb.lemma_.lower() in _LODGING
    if (verb.lemma_.lower() not in _CARRYING and not lodged) or not resident(people, words):
        return False
    if verb.lemma_ == "put" and not any(child.lower_ == "up" for child in verb.children):
        return False
    where = ("in", "at", "with") if lodged else ("to", "into")
    to = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ in where), None)
    goals = [] if to is None else list(to.children)
    return any(goal.lemma_.lower() in words.havens or goal.lower_ in words.havens for goal in goals)


def resident(subject: "Token", words: "Lexicon") -> bool:
    """Whether a word names people who live somewhere, or stands for a number of them."""
    if singular(subject.lower_) in words.residents or subject.lower_ in _NUMBERS or subject.tag_ == "CD":
        return True
    return subject.ent_type_ == "NORP"


def _after(verb: "Token") -> "Iterator[Token]":
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _NEAR]:
        if token.lower_ in (".", ";", "and", "but", "when") or token.is_sent_start:
            return
        yield token


def _goals(verb: "Token") -> "Iterator[Token]":
    """The nouns after a preposition of place behind the verb, in the order of the words."""
    open_ = False
    for token in _after(verb):
        if token.lower_ in _TOWARDS:
            open_ = True
        elif open_ and token.pos_ in ("NOUN", "PROPN"):
            yield token
        elif token.lower_ in ("since", "during", "by", "on", "after"):
            open_ = False
