"""A parsed text → the same, with slips mended by which a relative clause or a participle swallows what the main clause tells.

Heads, relations and tags change within a sentence, tokens stay. A token only goes under one that stood above it: no cycle.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people
from trucewatch.reading.verb_repairs import hang_as

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset(("them", "whom"))
_BANDS = frozenset(
    "group crowd party family team crew band gang congregation bus lorry truck van car minibus boat convoy train taxi".split()
)
_NOUNS = frozenset(("NOUN", "PROPN"))
_LINKS = 5


def and_they(word: "Token") -> None:
    """Read "a mob entered a post where traders had hidden and clubbed six of them" with the mob as who clubbed: nobody clubs himself."""
    below = word.head
    deed = next((child for child in below.children if child.dep_ == "conj" and child.i > word.i), None)
    if deed is None or deed.tag_ != "VBD" or below.pos_ != "VERB" or not _does_to_them(deed):
        return
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in deed.children):
        return
    clause = below
    for _ in range(_LINKS):
        if clause.dep_ == "relcl":
            break
        clause = clause.head
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if clause.dep_ != "relcl" or subject is None or clause.i < clause.head.i:
        return
    theirs = clause.head if subject.lower_ in ("who", "that", "which") else subject
    main = clause.head.head
    for _ in range(_LINKS):
        if main.pos_ == "VERB":
            break
        main = main.head
    if theirs.tag_ not in ("NNS", "NNPS") or main.pos_ != "VERB" or main.tag_ not in ("VBD", "VBN") or main.i > clause.head.i:
        return
    others = range(main.i + 1, deed.i)
    if any(word.doc[at].tag_ in ("NNS", "NNPS") and word.doc[at].i != theirs.i and names_people(word.doc[at].lower_) for at in others):
        return
    deed.head, word.head = main, main


def beyond_where(word: "Token") -> None:
    """Read "raided a bar, where youths were watching football, and arrested nine" with the police as who arrested.

    Commas part the clause from what goes on, and it tells of what was under way; the deed that follows is the main verb's.
    """
    below, doc = word.head, word.doc
    if word.i < 2 or doc[word.i - 1].lower_ != "," or below.dep_ != "relcl":
        return
    deed = next((child for child in below.children if child.dep_ == "conj" and child.i > word.i), None)
    if deed is None or deed.tag_ != "VBD" or any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in deed.children):
        return
    first = below.left_edge
    own = any(child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WP", "WDT") for child in below.children)
    opens = first.lower_ == "where" or [token.lower_ for token in doc[first.i + 1 : first.i + 2]] in (["which"], ["whose"])
    under_way = below.lemma_ == "be" or any(child.dep_ in ("aux", "auxpass") for child in below.children)
    if not (own and opens and under_way) or first.i < 1 or doc[first.i - 1].lower_ != ",":
        return
    main = below.head
    for _ in range(_LINKS):
        if main.pos_ == "VERB":
            break
        main = main.head
    if main.pos_ == "VERB" and main.tag_ == "VBD" and main.i < first.i:
        deed.head, word.head = main, main


def charged_and(word: "Token") -> None:
    """Read "accused the headman of selling out and shot him" with those who accused as who shot: a past goes on from a past."""
    gerund = word.head
    if gerund.tag_ != "VBG" or gerund.dep_ != "pcomp":
        return
    deed = next((child for child in gerund.children if child.dep_ == "conj" and child.i > word.i), None)
    if deed is None or deed.tag_ != "VBD" or not any(child.dep_ == "dobj" and child.i > deed.i for child in deed.children):
        return
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in deed.children):
        return
    main = gerund.head
    for _ in range(_LINKS):
        if main.pos_ == "VERB":
            break
        main = main.head
    if main.pos_ == "VERB" and main.tag_ == "VBD" and main.i < gerund.i:
        deed.head, word.head = main, main


def _does_to_them(verb: "Token") -> bool:
    """Whether the object is "them" or some of them."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ in _PRONOUNS:
            return True
        if child.dep_ == "dobj" and any(item.lower_ in _PRONOUNS for of in child.children if of.lower_ == "of" for item in of.children):
            return True
    return False


def at_play(word: "Token") -> None:
    """Read "fired on a group playing dominoes" with the group as what was fired on: "a" is no article of a plural."""
    noun, doc = word.head, word.doc
    if noun.tag_ != "NNS" or noun.dep_ not in ("pobj", "dobj", "nsubjpass", "nsubj") or noun.i < word.i + 3:
        return
    busy = next((child for child in noun.lefts if child.dep_ in ("compound", "amod") and child.lower_.endswith("ing")), None)
    if busy is None or busy.i < word.i + 2:
        return
    people = doc[busy.i - 1]
    if people.tag_ != "NN" or people.head.i not in (noun.i, busy.i) or not (people.lower_ in _BANDS or names_people(people.lower_)):
        return
    head, relation = noun.head, noun.dep_
    for child in [child for child in (*noun.lefts, *busy.lefts) if child.i < people.i]:
        child.head = people
    people.head, people.dep_ = head, relation
    busy.tag_, busy.pos_, busy.lemma_ = "VBG", "VERB", busy.lower_.removesuffix("ing")
    busy.head, busy.dep_ = people, "acl"
    noun.head, noun.dep_ = busy, "dobj"


def both(word: "Token") -> None:
    """Read "murdered both in cold blood" with the two as who was murdered: nothing is both "in" and something else there."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    verb = word.nbor(-1) if word.i else None
    if word.dep_ != "preconj" or after is None or after.dep_ != "prep" or verb is None or verb.pos_ != "VERB":
        return
    if after.head.i != verb.i or any(child.dep_ in ("dobj", "auxpass") or child.lower_ == "and" for child in verb.children):
        return
    word.head, word.dep_ = verb, "dobj"


def mounted(word: "Token") -> None:
    """Read "a gunman on a motorcycle shoots dead a teacher" with the gunman as who shoots, and not a motorcycle that does."""
    preposition = word.head
    holder = preposition.head
    ride = next((child for child in word.children if child.dep_ == "nsubj" and child.i < word.i), None)
    if word.dep_ != "pobj" or word.tag_ not in ("VBZ", "VBD", "VBP") or ride is None or preposition.dep_ != "prep":
        return
    if holder.pos_ not in _NOUNS or holder.i > preposition.i or not names_people(holder.lower_):
        return
    later = [child for child in holder.children if child.i > word.i]
    hang_as(word, holder)
    ride.head, ride.dep_ = preposition, "pobj"
    holder.head, holder.dep_ = word, "nsubj"
    for child in later:
        child.head = word
