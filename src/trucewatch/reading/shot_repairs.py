"""A parsed text → the same, with "shot" mended where the parser took it for a noun. Heads, relations and tags change, tokens stay."""

from typing import TYPE_CHECKING

from trucewatch.reading.people import names_people
from trucewatch.reading.verb_repairs import rise

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOES_ON = frozenset("at dead and him her them his their its down to".split())
_NOUNS = frozenset(("NOUN", "PROPN"))


def shooting(word: "Token") -> None:
    """Read "Gunmen of a gang shot at a truck", "men on a motorbike shot and wounded a monk" with "shot" as the verb."""
    doc = word.doc
    if word.tag_ not in ("NN", "NNP") or word.dep_ != "pobj" or word.i < 3 or word.i + 1 >= len(doc):
        return
    before, after, preposition = doc[word.i - 1], doc[word.i + 1], word.head
    if before.dep_ not in ("compound", "nmod", "amod", "nummod") or before.head.i != word.i or before.pos_ not in _NOUNS:
        return
    if after.lower_ not in _GOES_ON and after.tag_ not in ("CD", "DT", "PRP$", "PRP"):
        return
    top = preposition.head
    while top.dep_ == "pobj":
        top = top.head.head
    if top.pos_ not in _NOUNS or top.i > word.i or not names_people(top.lower_):
        return
    if any(doc[at].pos_ in ("VERB", "AUX") for at in range(top.i, word.i)):
        return
    for child in list(word.lefts):
        child.head = before
    word.lemma_ = "shoot"
    rise(word, before, preposition, top)


def _told_last(word: "Token") -> bool:
    """Read "were put against a wall and shot" with the shot as what was done to them last, and not beside the wall."""
    beside = word.head
    if word.dep_ != "conj" or word.tag_ != "NN" or word.nbor(-1).lower_ not in ("and", "then") or list(word.lefts):
        return False
    if beside.dep_ != "pobj" or beside.right_edge.i > word.right_edge.i:
        return False
    verb = beside
    while verb.pos_ != "VERB" and verb.head.i != verb.i:
        verb = verb.head
    if verb.tag_ != "VBN" or not any(child.dep_ == "auxpass" for child in verb.children):
        return False
    for child in [child for child in beside.children if child.dep_ == "cc"]:
        child.head = verb
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", "shoot"
    word.head, word.dep_ = verb, "conj"
    return True


def shot_and(word: "Token") -> None:
    """Read "soldiers of the brigade shot and killed the man" as what the soldiers did, not as a shot of the brigade's."""
    if not word.i:
        return
    doc = word.doc
    people = word.head
    if _told_last(word):
        return
    if word.dep_ == "conj" and word.tag_ == "NN" and people.head.dep_ == "agent" and word.i == people.right_edge.i and not list(word.lefts):
        verb = people.head.head  # "were led into the forest by men and shot"
        word.tag_, word.pos_, word.lemma_, word.head = "VBN", "VERB", "shoot", verb
        for joint in [child for child in people.children if child.dep_ == "cc"]:
            joint.head = verb
        return
    if word.i + 2 >= len(doc) or word.nbor(1).lower_ != "and" or word.nbor(2).tag_ not in ("VBD", "VBN"):
        return
    verb, noun = word.nbor(2), word.nbor(-1)
    if word.dep_ not in ("pobj", "nsubj", "dobj", "conj", "appos", "ROOT") or noun.head.i != word.i or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if noun.dep_ != "compound" or not any(child.dep_ == "dobj" for child in verb.children):
        return
    above, relation = word.head, word.dep_
    people = noun
    if relation == "pobj":  # "soldiers of the brigade": the brigade is theirs, and they shot
        noun.head, noun.dep_ = above, "pobj"
        people = above.head
        above, relation = people.head, people.dep_
    for child in list(word.children):
        if child.i < word.i and child.i != noun.i and child.i > people.i:
            child.head = noun
    word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", "shoot"
    root = above.i == people.i or relation == "ROOT"
    word.head, word.dep_ = (word, "ROOT") if root else (above, relation if relation in ("ccomp", "conj", "advcl") else "ccomp")
    people.head, people.dep_ = word, "nsubj"
    verb.head, verb.dep_ = word, "conj"
    word.nbor(1).head = word
