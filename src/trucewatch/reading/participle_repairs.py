"""A parsed text → the same, with participles mended that the parser took for nouns, for main verbs or for part of a relative clause.

Heads, relations and tags change within a sentence, tokens stay. A token only goes under one that stood above it, or beside it: no cycle.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people

if TYPE_CHECKING:
    from spacy.tokens import Token

DISPLACED = frozenset(("displaced", "wounded", "injured", "armed", "detained"))
"""Participles that say what people they are, before a noun of people."""
HOURS = frozenset(("night", "morning", "evening", "afternoon"))
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())
_PEOPLE = frozenset("people persons person families family civilians men women children villagers".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_BEHIND = frozenset(("by", "on", "at", "and", "in", "near", "outside", "while", "when", "during", ",", "."))
_LINKS = 4
_OPENING = frozenset(("open", "return", "direct", "deliver", "bring", "pour", "give", "lay"))


def of_the_day(word: "Token") -> None:
    """Read "gave chase and on Monday night clashed with rebels" with the night as when, and not as what clashed."""
    before = word.nbor(-1) if word.i else None
    if before is None or word.dep_ not in ("nsubj", "nsubjpass") or before.lower_ not in _WEEKDAYS:
        return
    preposition, verb = before.head, word.head
    if before.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.i != before.i - 1 or verb.i < word.i:
        return
    word.head, word.dep_ = preposition, "pobj"
    before.head, before.dep_ = word, "compound"


def describing(word: "Token") -> None:
    """Read "overran Barlonyo displaced people's camp" with the displaced as whose camp it is, and not as what Barlonyo did to them."""
    doc = word.doc
    if word.dep_ == "amod" or word.tag_ not in ("VBD", "VBN") or word.i + 1 >= len(doc) or doc[word.i + 1].lower_ not in _PEOPLE:
        return
    people, verb = doc[word.i + 1], word.head
    owned = people.head if people.dep_ == "poss" else people
    if owned.head.i != word.i or owned.dep_ != "dobj" or verb.pos_ != "VERB" or verb.i > word.i or word.dep_ not in ("ccomp", "xcomp"):
        return
    owned.head, owned.dep_ = verb, "dobj"
    for child in list(word.lefts):
        child.head, child.dep_ = owned, "compound" if child.pos_ in ("NOUN", "PROPN") else child.dep_
    for child in list(word.rights):
        child.head = verb
    word.head, word.dep_, word.pos_ = people, "amod", "ADJ"


GOING = frozenset(
    """returning fleeing retreating withdrawing advancing approaching departing arriving passing marching protesting demonstrating striking
    sleeping praying mourning kneeling unresisting surrendering resisting escaping departing oncoming waiting queuing queueing patrolling
    travelling traveling sheltering grazing grieving screaming crying panicking onrushing rioting mutinying defecting invading
    attacking opposing pursuing remaining working shopping swimming bathing playing dancing celebrating worshipping picnicking
    migrating roaming marauding defending surviving starving dying disembarking converging infiltrating rampaging looting""".split()
)
"""Participles without an object that say what people are about: "fired at returning residents"."""
_TOGETHER = frozenset("families crowds households columns convoys groups vehicles boats".split())
_BEFORE_PEOPLE = frozenset(("compound", "amod", "nmod"))


def going_about(word: "Token") -> None:
    """Read "fired at returning residents" with the residents as who was fired at, and not as what somebody's return did."""
    if word.tag_ != "VBG" or word.dep_ not in ("pcomp", "xcomp", "ccomp", "advcl", "acl") or not word.i:
        return
    noun = next((child for child in word.children if child.dep_ == "dobj"), None)
    above = word.head
    if noun is None or noun.tag_ not in ("NNS", "NNPS") or noun.left_edge.i != word.i + 1 or above.i != word.i - 1:
        return
    if any(child.dep_ not in _BEFORE_PEOPLE for child in noun.lefts) or not (names_people(noun.lower_) or noun.lower_ in _TOGETHER):
        return
    noun.head, noun.dep_ = above, "pobj" if above.pos_ in ("ADP", "SCONJ") else "dobj"
    clause = above.head if above.pos_ in ("ADP", "SCONJ") else above
    for child in [child for child in word.rights if child.i != noun.i]:
        child.head = clause if child.dep_ in ("prep", "npadvmod", "advmod", "punct") else noun
    word.head, word.dep_ = noun, "amod"


def run_over(word: "Token") -> None:
    """Read "Run over and killed on 14 May", "Run over by a lorry" as what befell somebody, and not as a command."""
    doc = word.doc
    if not word.is_sent_start or word.tag_ != "VB" or word.i + 2 >= len(doc) or doc[word.i + 1].lower_ not in ("over", "down", "through"):
        return
    if doc[word.i + 2].lower_ not in _BEHIND or any(child.dep_ == "dobj" for child in word.children):
        return
    for verb in (word, *(child for child in word.children if child.dep_ == "conj")):
        if verb.tag_ in ("VB", "VBD", "VBN"):
            verb.tag_ = "VBN"


def beyond_relative(word: "Token") -> None:
    """Read "was pulled off the bus in which he was travelling and murdered" with the murder as what was done to him as well.

    Nothing that lasts is coordinate with a participle: "was travelling and murdered".
    """
    clause = word.head
    if word.i + 1 >= len(word.doc) or clause.dep_ != "relcl":
        return
    if clause.lemma_ == "be" and clause.tag_ in ("VBP", "VBZ"):
        _beyond_state(word, clause)
    if clause.tag_ != "VBG":
        return
    deed = next((child for child in clause.children if child.dep_ == "conj" and child.i > word.i), None)
    if deed is None or deed.tag_ not in ("VBD", "VBN") or deed.i > word.i + 2:
        return
    if any(child.dep_ in _SUBJECTS | {"aux", "auxpass", "dobj"} for child in deed.children):
        return
    main = clause.head
    for _ in range(_LINKS):
        if main.pos_ == "VERB":
            break
        main = main.head
    if main.i > clause.i or main.tag_ != "VBN" or not any(child.dep_ == "auxpass" for child in main.children):
        return
    deed.tag_ = "VBN"
    deed.head, word.head = main, main


def _beyond_state(word: "Token", clause: "Token") -> None:
    """Read "freed nine persons, two of whom are minors, and detained three" with those who freed as those who detained."""
    deed = next((child for child in clause.children if child.dep_ == "conj" and child.i > word.i and child.tag_ == "VBD"), None)
    main = clause.head
    while main.tag_ != "VBD" and main.head.i != main.i:
        main = main.head
    if deed is None or main.tag_ != "VBD" or main.i > clause.i or any(child.dep_ in _SUBJECTS for child in deed.children):
        return
    deed.head, word.head = main, main


NOMINAL = frozenset("firing shelling bombing shooting strafing mortaring sniping bombarding".split())
"""Deeds told as nouns by who did them: "killed in firing by troops"."""


def done_by(word: "Token") -> None:
    """Read "was killed in firing by troops" with the firing as what the troops did, and not as what was killed fired."""
    if word.tag_ != "VBG" or word.dep_ != "pcomp" or any(child.dep_ in ("dobj", "aux", "mark") for child in word.children):
        return
    if not any(child.lower_ == "by" and child.i > word.i for child in word.children):
        return
    word.tag_, word.pos_, word.dep_ = "NN", "NOUN", "pobj"


def included(word: "Token") -> None:
    """Read "Eleven others, two monitors included, were hit" with the eleven as who was hit, and the monitors as some of them."""
    doc, verb = word.doc, word.head
    part = next((child for child in word.children if child.dep_ in ("nsubj", "nsubjpass") and child.i == word.i - 1), None)
    if part is None or word.i + 2 >= len(doc) or doc[word.i + 1].text != ",":
        return
    first = part.left_edge.i
    if first < 2 or doc[first - 1].text != ",":
        return
    whole = next((child for child in (*word.children, *verb.children) if child.dep_ in _SUBJECTS and child.i < first - 1), None)
    whole = whole if whole is not None else word.head if word.dep_ == "relcl" and word.head.i < first else None
    if whole is None or whole.i > first - 2:
        return
    if whole.head.i == word.i and verb.i > word.i and verb.pos_ in ("VERB", "AUX"):
        whole.head = verb
        whole.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"
        word.head, word.dep_ = whole, "acl"


def hyphened(word: "Token") -> None:
    """Read "herself an ex-combatant" with the combatant as the noun, where the parse parted him from his "ex"."""
    doc = word.doc
    if word.i + 2 >= len(doc) or doc[word.i + 1].text != "-" or doc[word.i + 2].head.i > word.i + 2:
        return
    noun, hyphen = doc[word.i + 2], doc[word.i + 1]
    if noun.head.i == word.i or word.head.i in (hyphen.i, noun.i) or not names_people(noun.lower_):
        return
    if noun.head.i == noun.i or noun.dep_ not in ("amod", "appos", "acl", "dep") or noun.head.i != word.head.i:
        return
    noun.head, noun.dep_, noun.tag_, noun.pos_ = word.head, word.dep_, "NN", "NOUN"
    hyphen.head, hyphen.dep_ = noun, "punct"
    for child in list(word.lefts):
        child.head = noun
    word.head, word.dep_ = noun, "compound"


def fired_so(word: "Token") -> None:
    """Read "opened harassing fire on the station" with the fire as what was opened, and the participle as what kind of fire it was."""
    if word.lower_ not in ("fire", "gunfire") or word.dep_ != "dobj" or word.head.i != word.i - 1:
        return
    kind = word.head
    verb = kind.head
    if kind.tag_ != "VBG" or kind.dep_ not in ("xcomp", "advcl", "ccomp") or verb.lemma_ not in _OPENING or verb.i != kind.i - 1:
        return
    for child in list(kind.children):
        if child.i != word.i:
            child.head = verb
    word.head, word.dep_ = verb, "dobj"
    kind.head, kind.dep_, kind.pos_ = word, "amod", "ADJ"


def passing_by(word: "Token") -> None:
    """Read "cost two passers-by their lives" with the passers as the noun, and what follows as the verb's: "by" governs nothing there."""
    doc = word.doc
    if word.i < 2 or doc[word.i - 1].text != "-" or doc[word.i - 2].lower_ not in ("passer", "passers"):
        return
    noun, hyphen = doc[word.i - 2], doc[word.i - 1]
    if noun.head.i == word.i and noun.dep_ != "ROOT" and word.head.i != noun.i:
        noun.head, noun.dep_ = word.head, word.dep_
        hyphen.head, hyphen.dep_ = noun, "punct"
        for child in list(word.children):
            child.head = noun
        word.head, word.dep_, word.tag_, word.pos_ = noun, "prep", "IN", "ADP"
    if noun.tag_ not in ("NN", "NNS"):
        noun.tag_, noun.pos_ = ("NN" if noun.lower_ == "passer" else "NNS"), "NOUN"
    verb = noun.head
    governed = [child for child in word.children if child.dep_ == "pobj"]
    if word.head.i == noun.i and noun.dep_ in ("dobj", "dative") and governed:
        noun.dep_ = "dative"
        for child in governed:
            child.head, child.dep_ = verb, "dobj"


def in_the_dock(word: "Token") -> None:
    """Read "the first accused shot two boys" with the accused as a person: a participle with an article is subject as a noun."""
    if word.tag_ not in ("VBN", "VBD", "JJ") or word.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return
    if word.lower_ != "deceased" and not any(child.dep_ == "det" and child.i < word.i for child in word.children):
        return  # who is deceased has no article before a coroner
    word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_


def said_to(word: "Token") -> None:
    """Read "nabbed a woman said to be a courier" with what is said as of the woman, and not as a second deed of the police."""
    before = word.nbor(-1) if word.i else None
    if before is None or word.dep_ != "conj" or word.tag_ not in ("VBD", "VBN") or word.doc[word.i + 1 : word.i + 2].text != "to":
        return
    if before.pos_ not in ("NOUN", "PROPN") or before.dep_ not in ("dobj", "pobj", "nsubjpass") or before.head.i > word.i:
        return
    if any(child.dep_ in _SUBJECTS or child.dep_ in ("cc", "aux", "auxpass") for child in word.children):
        return
    if any(child.dep_ == "cc" and before.i < child.i < word.i for child in word.head.children):
        return
    word.head, word.dep_, word.tag_ = before, "acl", "VBN"


_ASCRIBED = frozenset("believed thought said suspected reported understood presumed assumed alleged rumoured rumored known".split())


def to_be(word: "Token") -> None:
    """Read "Jets believed to be Russian bombed the port" with the jets as what bombed it, and not as what was bombed."""
    doc, verb, at = word.doc, word.head, word.i
    if word.dep_ != "auxpass" or verb.tag_ not in ("VBN", "VBD") or verb.i != at + 2 or at < 3:
        return
    to, said, who, kind = doc[at - 1], doc[at - 2], doc[at - 3], doc[at + 1]
    if to.lower_ != "to" or said.lower_ not in _ASCRIBED or kind.tag_ not in ("JJ", "NNP") or verb.head.i != said.i:
        return
    if who.head.i != said.i or who.dep_ not in _SUBJECTS or any(child.dep_ in ("agent", "aux") and child.i > at for child in verb.children):
        return
    thing = next((child for child in verb.children if child.i == verb.i + 1 or child.left_edge.i == verb.i + 1), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or thing.dep_ not in ("dobj", "oprd", "attr"):
        return
    verb.head, verb.dep_ = (verb, "ROOT") if said.head.i == said.i else (said.head, said.dep_)
    for child in list(said.children):
        if child.i > verb.i or child.i < who.left_edge.i:
            child.head = verb
    who.head, who.dep_ = verb, "nsubj"
    said.head, said.dep_, said.tag_ = who, "acl", "VBN"
    word.head, word.dep_ = said, "xcomp"
    to.head, kind.head, kind.dep_ = word, word, "acomp"
    thing.dep_, verb.tag_ = "dobj", "VBD"
