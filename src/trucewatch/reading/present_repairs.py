"""A parsed text → the same, with slips mended in chronicles told in the present, where the parser takes the verb of many for a noun.

Only heads, relations and tags within a sentence change; tokens and sentences stay. ``repair`` asks for each rule at its own word only.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors
from trucewatch.reading.people import names_people
from trucewatch.reading.verb_repairs import hang_as

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD = frozenset(
    """attack raid torch fire bomb shell ambush storm mine rocket mortar loot murder sack plunder ram stone club rob seize hit strike cordon
    ring charge rush sweep board burn shoot lynch kidnap hijack assault ransack strafe target massacre march surge open hold block cross
    stab blast pound harass land force""".split()
)
"""Verbs of violence that a chronicle tells of many in the present, and that are nouns or adjectives as well."""
_AFTER = frozenset(("DT", "CD", "PRP$", "NNS", "NNP", "NNPS", "JJ", "WRB"))
_FIRING = {
    "fire": frozenset("at on into upon along over across through from towards toward".split()),
    "sweep": frozenset("through into across down over".split()),
    "march": frozenset("on into through".split()),
    "charge": frozenset("into at through".split()),
    "land": frozenset("at on near".split()),
    "rush": frozenset("into at".split()),
    "surge": frozenset("into through".split()),
    "storm": frozenset(("into",)),
}
"""Verbs that need no object, with the prepositions that may follow them."""
_BURNING = frozenset(
    """house camp forest bush brush factory hotel warehouse kitchen grass peat mill theatre theater tyre tire oil chip nightclub kiln
    artillery mortar rifle automatic machine small sniper friendly enemy heavy tank rocket gun arms weapon""".split()
)
"""Before "fire" they tell what burned or what kind of fire it was."""
_NOUNS = frozenset(("NOUN", "PROPN"))
_CALENDAR = frozenset("january february march april may june july august september october november december".split())
_DAYS = _CALENDAR | frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PAST = frozenset(("VBD", "MD"))
_ADRIFT = frozenset(("NN", "NNS", "NNP", "VB", "VBP", "VBZ", "JJ"))
_BETWEEN = frozenset(("DT", "CD", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "HYPH", "POS"))
_ENDING = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD"))
_FARTHEST = 7
"""Tokens from the preposition to the verb."""


def beyond_phrase(word: "Token") -> None:
    """Read "Gunmen in a taxi fire at a post", "Men on mules attack the clinic" with the gunmen and the men as who does it."""
    opening = word.lower_ == "fire" and word.i > 1 and word.nbor(-1).lower_ == "open"
    first = word.nbor(-1) if opening else word
    if word.tag_ not in _ADRIFT or not first.i or not _goes_on(word):
        return
    preposition = _before(first)
    if preposition is None:
        return
    people, ride = preposition.nbor(-1), first.nbor(-1)
    if preposition.head.i != people.i or preposition.dep_ != "prep" or not _may_do(people) or first.is_ancestor(people):
        return
    if word.lower_ == "fire" and ride.lower_ in _BURNING:
        return
    noun = actors().noun(ride.lower_, "weapon")
    if noun is not None or _told_in_past(word):
        return
    _rise(people, preposition, ride, first, word)


def _goes_on(word: "Token") -> bool:
    """Whether what follows may be what the verb is done to."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if after is None or after.sent.start != word.sent.start:
        return False
    return (after.tag_ in _AFTER and after.lower_ not in ("which", "that")) or after.lower_ in _FIRING.get(word.lower_, frozenset())


def _before(first: "Token") -> "Token | None":
    """Return the preposition whose phrase ends right before ``first``, with nothing but that phrase in between."""
    doc = first.doc
    for at in range(first.i - 1, max(first.sent.start, first.i - _FARTHEST), -1):
        if doc[at].tag_ == "IN":
            return doc[at] if at < first.i - 1 and doc[first.i - 1].tag_ in _ENDING else None
        if doc[at].tag_ not in _BETWEEN:
            return None
    return None


def _may_do(people: "Token") -> bool:
    """Whether a noun names several people, as the subject a sentence begins with."""
    plural = people.tag_ in ("NNS", "NNPS") or people.lower_ in ("police", "militiamen", "gunmen")
    if not plural or not names_people(people.lower_) or people.dep_ in ("dobj", "appos") or (people.dep_ == "pobj" and not _day(people)):
        return False
    return not any(token.pos_ in ("VERB", "AUX") and token.dep_ != "amod" for token in people.doc[people.sent.start : people.i])


def _day(people: "Token") -> "Token | None":
    """Return the month or weekday of "On 5 May gunmen …", which the parse hung on the gunmen."""
    opening = people.head
    if opening.head.i != opening.i or opening.i != opening.sent.start:
        return None
    before = people.nbor(-1)
    return before if before.i > opening.i and before.head.i == people.i and before.lower_ in _DAYS else None


def _told_in_past(word: "Token") -> bool:
    """Whether the sentence has another main verb, in the past, or what is said of the noun: then the word may well be a noun."""
    for token in word.sent:
        if token.tag_ in _PAST and token.lower_ not in _CALENDAR:
            return True
        if token.i > word.i and token.tag_ in ("VBZ", "VBP") and token.lower_ in ("is", "are", "has", "have"):
            return True
    return False


def _rise(people: "Token", preposition: "Token", ride: "Token", first: "Token", word: "Token") -> None:
    """Make ``first`` the verb of ``people``; ``word`` is its object where the verb is "open"."""
    top = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    later = [child for child in people.children if child.i > word.i]
    opening, day = people.head, _day(people) if people.dep_ == "pobj" else None
    if day is None:
        hang_as(first, people)
    else:
        later += [child for child in opening.children if child.i > word.i]
        first.head, first.dep_ = first, "ROOT"
        for child in [child for child in people.children if child.i < day.i]:
            child.head = day
        day.head, day.dep_ = opening, "pobj"
        opening.head, opening.dep_ = first, "prep"
    first.tag_, first.pos_, first.lemma_ = "VBP", "VERB", first.lower_
    for child in [child for child in (*word.children, *first.children) if preposition.i < child.i < first.i and child.i != ride.i]:
        child.head = ride
    if top is not None and top.i > word.i:
        for child in [child for child in top.children if preposition.i < child.i < first.i and child.i != ride.i]:
            child.head = ride
        top.head, top.dep_ = first, "dobj"
    ride.head, ride.dep_ = preposition, "pobj"
    for child in [child for child in preposition.children if child.i > word.i]:
        child.head, child.dep_ = first, "dobj"
    if first.i != word.i:
        word.head, word.dep_ = first, "dobj"
    for child in [child for child in word.children if child.i > word.i and child.dep_ == "appos"]:
        child.dep_ = "dobj"
    people.head, people.dep_ = first, "nsubj"
    for child in later:
        child.head = first
        if child.dep_ == "appos" or (day is not None and child.dep_ == "pobj"):
            child.dep_ = "dobj"


def and_do(word: "Token") -> None:
    """Read "board the bus and fire along the aisle" with a second verb, where the parse makes a noun of it."""
    verb, before = word.head, word.nbor(-1) if word.i else None
    if word.tag_ != "NN" or word.dep_ != "conj" or verb.tag_ != "VBP" or before is None or before.lower_ not in ("and", "then", ","):
        return
    if verb.pos_ == "VERB" and not any(child.dep_ in ("det", "poss", "amod", "compound") for child in word.children) and _goes_on(word):
        word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", word.lower_


def with_subject(word: "Token") -> None:
    """Read "a band attacks the mission, kills the cook" with the band attacking: what has a subject and no article is no noun."""
    if word.tag_ not in ("NN", "NNS") or word.pos_ not in _NOUNS or word.dep_ not in ("ROOT", "conj", "ccomp", "advcl"):
        return
    subject = next((child for child in word.children if child.dep_ == "nsubj" and child.i < word.i), None)
    if subject is None or subject.pos_ not in _NOUNS or (subject.tag_ in ("NN", "NNP")) != word.lower_.endswith("s"):
        return
    if any(child.dep_ in _DESCRIBED for child in word.children) or not (_goes_on(word) or word.nbor(1).lower_ in _ONWARD):
        return
    stem = word.lower_.removesuffix("s") if word.tag_ == "NNS" else word.lower_
    word.tag_, word.pos_, word.lemma_ = "VBZ" if word.tag_ == "NNS" else "VBP", "VERB", stem


_DESCRIBED = frozenset(("det", "poss", "amod", "compound", "aux", "cop", "nummod", "auxpass"))
_ONWARD = frozenset("at on into upon through over across from".split())
ONE_TELLS = frozenset(verb + "s" for verb in TOLD if verb[-1] not in "shx") | {"ambushes", "torches", "crosses", "lynches", "marches"}
"""The same verbs, told of one."""


def headed(word: "Token") -> None:
    """Read "Settlers torch mosque near Nablus" with the settlers torching it, where the parse makes one noun phrase of the heading."""
    before = word.nbor(-1) if word.i else None
    thing = word.head
    if (
        word.dep_ not in ("compound", "nmod", "amod")
        or word.tag_ not in ("NN", "NNP", "JJ")
        or thing.i <= word.i
        or thing.pos_ not in _NOUNS
    ):
        return
    if before is None or before.i != word.sent.start or not before.lower_.endswith(("s", "men", "people")) or before.head.i != thing.i:
        return
    if not names_people(before.lower_) or before.dep_ not in ("compound", "nmod", "nsubj") or thing.head.i != thing.i:
        return
    if any(token.tag_ in _VERBAL for token in word.sent) or any(child.dep_ == "det" for child in thing.children):
        return
    later = [child for child in thing.children if child.i > thing.i]
    word.head, word.dep_ = word, "ROOT"
    word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", word.lower_
    before.head, before.dep_ = word, "nsubj"
    thing.head, thing.dep_ = word, "dobj"
    for child in later:
        child.head = word


def participle(word: "Token") -> None:
    """Read "Police chief slain in ambush" with the chief as who was: "slain" is no noun."""
    if word.tag_ in ("NN", "NNP", "JJ") and any(child.dep_ in ("nsubj", "nsubjpass") and child.i < word.i for child in word.children):
        word.tag_, word.pos_ = "VBN", "VERB"


SLAIN = frozenset("slain beheaded lynched knifed abducted kidnapped strangled gunned torched burgled firebombed".split())
"""Participles that the tagger takes for nouns in headings."""
_VERBAL = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "VB"))


def turned_round(word: "Token") -> None:
    """Read "expect an exodus should the fighting go on" with the exodus as what is expected: "should" before its subject is a condition."""
    verb = word.head
    above = verb.head
    if word.dep_ != "aux" or verb.dep_ != "ccomp" or above.i > word.i:
        return
    told = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    first, own = (told[0], told[-1]) if len(told) > 1 else (None, None)
    if first is None or own is None or not first.i < word.i < own.i < verb.i or any(c.dep_ == "dobj" for c in above.children):
        return
    first.head, first.dep_ = above, "dobj"
    verb.dep_ = "advcl"


def thought(word: "Token") -> None:
    """Read "Four were missing, believed captured" with "were" as the main verb, and the capture as what is joined to it."""
    verb = word.head
    if word.dep_ != "auxpass" or verb.i != word.i + 1 or verb.tag_ != "VBN" or word.nbor(-1).text != ",":
        return
    before = next((child for child in (*word.children, *verb.children) if child.dep_ == "ccomp" and child.i < word.i), None)
    if (
        before is None
        or before.lemma_ not in ("be", "remain", "go")
        or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    ):
        return
    hang_as(before, verb)
    verb.head, verb.dep_ = before, "conj"
    for child in [child for child in (*word.children, *verb.children) if child.i < word.i and child.i != before.i]:
        child.head = before


THOUGHT = frozenset("believed presumed feared thought reported assumed".split())


def own_day(word: "Token") -> None:
    """Read "On 3 August mortar rounds struck a school" with the rounds under no day: "on" has its day for an object."""
    noun = word.head
    number = word.nbor(-1) if word.i else None
    opening = number.nbor(-1) if number is not None and number.i else None
    if number is None or opening is None or number.tag_ != "CD" or opening.lower_ not in ("on", "by", "until", "since"):
        return
    if word.dep_ not in ("compound", "nmod") or noun.i <= word.i or noun.pos_ not in _NOUNS or opening.dep_ != "prep":
        return
    if opening.n_rights or noun.is_ancestor(opening) or word.is_ancestor(opening):
        return
    word.head, word.dep_ = opening, "pobj"
    number.head, number.dep_ = word, "nummod"
    word.ent_type_ = number.ent_type_ = "DATE"


MONTHS = _CALENDAR
