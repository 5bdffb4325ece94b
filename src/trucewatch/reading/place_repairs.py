"""A parsed text → the same, with slips mended by which a place or an aside between a verb and its object hides both sides.

Communiqués tell where before they tell whom: "gendarmes arrested at Oru nine smugglers", "soldiers killed near Dori six fighters".
Heads, relations and tags change within a sentence, tokens stay.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors
from trucewatch.reading.people import names_people
from trucewatch.reading.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

WHERE = frozenset("at in near on outside off around inside".split())
_TAKEN = frozenset(("dobj", "aux", "auxpass", "agent", "mark", "neg"))
_REACH = 14
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def beyond_place(word: "Token") -> None:
    """Read "gendarmes arrested at Oru nine smugglers" with the smugglers as who was arrested, and no place of their name."""
    verb = word.head
    if word.dep_ != "prep" or verb.i > word.i or verb.tag_ not in ("VBD", "VBN") or not _harms(verb):
        return
    if any(child.dep_ in _TAKEN for child in verb.children):
        return
    number = _number_after(word)
    if number is None:
        return
    place = number.nbor(-1)
    noun = number.head if number.head.i > number.i else place.head
    if place.text != "," and (place.pos_ != "PROPN" or place.i <= word.i):
        return
    goes_on = verb.dep_ == "conj" and verb.head.tag_ == "VBD" and not any(child.dep_ in _SUBJECTS for child in verb.children)
    doer = None if goes_on else _doer(verb, noun)
    if doer is None and not goes_on:
        return
    above = noun.head
    if doer is not None:
        _lead(verb, doer)
    if place.text != "," and above.dep_ == "prep" and noun.dep_ == "pobj" and place.head.i == noun.i:
        place.head, place.dep_ = above, "pobj"
        for child in [child for child in noun.lefts if word.i < child.i < place.i]:
            child.head = place
    later = [child for child in noun.rights if child.i > noun.i]
    noun.head, noun.dep_ = verb, "dobj"
    number.head = noun
    for child in later:
        if child.is_punct:
            child.head = verb


def _harms(verb: "Token") -> bool:
    """Whether a verb is done to people or things by force."""
    known = triggers().verbs.get(verb.lemma_.lower(), ())
    return any(trigger.frame in ("does", "blocks") for trigger in known)


def _number_after(word: "Token") -> "Token | None":
    """Return the number of the people or things that follow the place after ``word``, or an aside closed by a comma."""
    doc = word.doc
    for at in range(word.i + 2, min(len(doc), word.i + _REACH)):
        token = doc[at]
        if (
            token.is_sent_start
            or token.text in (";", ":", ".")
            or (token.tag_ in ("VBD", "VBZ", "VBP", "MD", "CC") and token.lower_ != "and")
        ):
            return None
        before = doc[at - 1]
        on_place = token.head.i == before.i and before.dep_ in ("nmod", "compound") and before.head.i > at
        if token.tag_ != "CD" or token.dep_ != "nummod" or not (token.head.i > at or on_place):
            continue
        noun = before.head if on_place else token.head
        known = names_people(noun.lower_) or any(one.kind in ("weapon", "target") for one in actors().nouns.get(noun.lemma_.lower(), ()))
        told = noun.tag_ in ("NNS", "NN") and known and noun.ent_type_ not in ("DATE", "TIME")
        return token if told and (before.pos_ == "PROPN" or before.text == ",") else None
    return None


def _doer(verb: "Token", noun: "Token") -> "Token | None":
    """Return who stands before the verb as its subject, or as a noun that the parse hung it on, where nothing else governs them."""
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i), None)
    if own is not None:
        return own
    above = verb.head
    if verb.dep_ != "acl" or above.i > verb.i or above.pos_ not in ("NOUN", "PROPN"):
        return None
    while above.dep_ in ("pobj", "prep") and above.head.i < above.i and above.head.pos_ in ("NOUN", "ADP", "PROPN"):
        above = above.head  # "a unit of the army arrested", read as an army arrested
    loose = above.dep_ == "ROOT" or (above.dep_ in _SUBJECTS and above.head.i == noun.i)
    return above if loose else None


def _lead(verb: "Token", doer: "Token") -> None:
    """Make ``doer`` the subject of ``verb``, and the verb the head of what governed them."""
    if any(child.i == doer.i for child in verb.children):
        doer.dep_, verb.tag_ = "nsubj", "VBD"
        return
    top = doer if doer.dep_ == "ROOT" else doer.head
    root, relation = top.head, top.dep_
    later = [child for child in (*doer.children, *top.rights) if child.i > verb.i]
    if root.i == top.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = root, relation
    doer.head, doer.dep_ = verb, "nsubj"
    if top.i != doer.i:
        top.head, top.dep_ = verb, "dobj"
    for child in later:
        if child.i not in (verb.i, top.i):
            child.head = verb
    verb.tag_ = "VBD"


def announced_between(cue: "Token") -> None:
    """Read "A unit eliminated on Sunday, the ministry announces, in a forest of Bouira, three rebels" with the unit as what did it."""
    speaker = next((child for child in cue.children if child.dep_ == "nsubj" and child.i < cue.i), None)
    if cue.dep_ != "ROOT" or speaker is None or not speaker.left_edge.i or speaker.left_edge.nbor(-1).text != ",":
        return
    if cue.i + 1 >= len(cue.doc) or cue.nbor(1).text != ",":
        return
    doer = next((child for child in cue.children if child.dep_ in ("dep", "nsubj") and child.i < speaker.left_edge.i), None)
    deed = (
        next((child for child in doer.subtree if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD")), None) if doer is not None else None
    )
    hit = next((child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i), None)
    if doer is None or deed is None or hit is None or not _harms(deed) or any(child.dep_ in _TAKEN for child in deed.children):
        return
    joined = [child for child in cue.children if child.i > cue.i and child.dep_ in ("conj", "cc", "prep") and child.i != hit.i]
    deed.head, deed.dep_, deed.tag_ = deed, "ROOT", "VBD"
    doer.head, doer.dep_ = deed, "nsubj"
    hit.head, hit.dep_ = deed, "dobj"
    cue.head, cue.dep_ = deed, "parataxis"
    for child in joined:
        child.head = deed
