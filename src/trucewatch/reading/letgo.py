"""People set free, exchanged, handed over or carried along → they were held: "swapped 19 policemen for 11 guards", "freed six nurses".

Enters: a verb or a preposition in a parse. Leaves: whether the people it takes were in somebody's hands, and where the words leave it open
whether anybody was let go ("to be freed", "will release"), no.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people, people, singular

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_FREEING = frozenset("free liberate release ransom parole".split())
_SWAPPING = frozenset("swap exchange trade barter".split())
_HANDING = frozenset("hand deliver surrender turn give return yield".split())
_TAKERS = frozenset(
    """mission police army authorities military cross crescent gendarmes gendarmerie government court troops peacekeepers soldiers forces
    side families family command prosecutors tribunal embassy relatives guards custody jailers captors""".split()
)
"""Those to whom people are handed over."""
_LIFELESS = frozenset("body bodies remains corpse corpses name names figure figures baby babies letter letters".split())
_HELD = frozenset("prisoner prisoners captive captives hostage hostages detainee detainees internee internees pow pows".split())
_TAKING = frozenset("seize capture hijack board commandeer impound detain divert take sequester intercept arrest".split())
_UNREAL = frozenset(("to", "will", "would", "may", "might", "must", "should", "could", "can", "shall", "'ll"))
_EXCHANGED = frozenset("captured seized abducted kidnapped return exchange swap".split())
_CARE = frozenset("hospital clinic ward care".split())


def released(verb: "Token", token: "Token") -> bool:
    """Whether a verb lets go the people that ``token`` names, who are its object or the subject of its passive."""
    lemma = verb.lemma_
    if not lets_go(lemma):
        return False
    if not _told(verb) or not _person(token) or _uncounted(token):
        return False
    after = [one.lower_ for one in verb.doc[verb.i + 1 : verb.i + 14]]
    if lemma in _FREEING:
        return not _CARE & {*after[:4]}
    if lemma in _SWAPPING:
        return "for" in after or "against" in after or token.lower_ in _HELD
    if lemma == "repatriate":
        return token.lower_ in _HELD or people().population.get(singular(token.lower_)) == "party forces"
    if lemma == "set":
        return any(child.lower_ == "free" for child in verb.children)
    over = any(child.lower_ in ("over", "back", "up") and child.dep_ in ("prt", "advmod") for child in verb.children)
    taker = any(
        inner.lower_ in _TAKERS for child in verb.children if child.dep_ in ("prep", "dative") for inner in (child, *child.children)
    )
    if over and lemma in _HANDING and _EXCHANGED & {*after} and token.tag_ != "NN":
        return True  # "handed over 11 conscripts, captured in August, and received in return …"
    return taker and (over or lemma in ("deliver", "surrender", "return"))


def lets_go(lemma: str) -> bool:
    """Whether a verb lets people go, swaps them or hands them over."""
    return lemma in _FREEING or lemma in _SWAPPING or lemma in _HANDING or lemma in ("set", "repatriate")


def sets_free(lemma: str) -> bool:
    """Whether a verb sets people free."""
    return lemma in _FREEING or lemma == "set"


def unreal(verb: "Token") -> bool:
    """Whether a verb of letting go tells what did not take place, or not yet: "promised to free", "will be swapped"."""
    return lets_go(verb.lemma_) and not _told(verb)


def swapped_for(preposition: "Token") -> bool:
    """Whether "for" gives those for whom others are exchanged: "were swapped for 52 rebels"."""
    verb = preposition.head
    if verb.lemma_ not in _SWAPPING or verb.pos_ not in ("VERB", "NOUN"):
        return False
    whom = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return whom is not None and _person(whom) and (verb.pos_ == "NOUN" or _told(verb))


def carried_along(preposition: "Token") -> int | None:
    """Return the verb of "seized the tanker with 22 sailors aboard", None where nothing that people are on is taken."""
    above = preposition.head
    verb = above if above.pos_ == "VERB" else above.head
    whom = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if whom is None or not _person(whom) or verb.lemma_ not in _TAKING or not _told(verb):
        return None
    near = [token.lower_ for token in preposition.doc[whom.i + 1 : whom.i + 4]]
    return verb.i if near[:1] in (["aboard"], ["inside"]) or near[:2] == ["on", "board"] else None


def no_contact(preposition: "Token") -> bool:
    """As in "contact was lost with three guards", "there is no contact with nine soldiers", "has not been established with eight"."""
    above = preposition.head
    if above.lower_ == "contact":
        verb = above.head
        return any(child.lower_ == "no" for child in above.lefts) or verb.lemma_ == "lose" or _denied(verb)
    spoken = any(child.lower_ == "contact" and child.dep_ in ("nsubjpass", "dobj", "nsubj") for child in above.children)
    none = any(child.lower_ == "no" for one in above.children if one.lower_ == "contact" for child in one.lefts)
    return spoken and (above.lemma_ == "lose" or none or _denied(above))


def _denied(verb: "Token") -> bool:
    return any(child.dep_ == "neg" for child in verb.children) and verb.lemma_ in (
        "establish",
        "make",
        "restore",
        "have",
        "regain",
        "resume",
    )


def _told(verb: "Token") -> bool:
    """Whether somebody was let go: not "to be freed", "will release", "refused to free"."""
    return not any(child.lower_ in _UNREAL or child.dep_ == "neg" for child in verb.children if child.i < verb.i)


def _uncounted(token: "Token") -> bool:
    """As in "gunmen freed prisoners": so many that nobody says how many."""
    return token.tag_ in ("NNS", "NNPS") and not any(child.dep_ in ("nummod", "det", "amod", "prep") for child in token.children)


def _person(token: "Token") -> bool:
    word = token.lower_
    if word in _LIFELESS:
        return False
    counted = token.tag_ == "CD" or token.ent_type_ in ("PERSON", "NORP") or word in people().nominals
    return counted or names_people(word) or singular(word) in people().population
