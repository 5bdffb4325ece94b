"""A parsed text → the same, with slips mended by which an aside about time, source or kind takes what the main clause tells.

Heads, relations and tags change within a sentence, tokens stay. A token only goes under one that stood above it: no cycle.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.people import names_people
from trucewatch.reading.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKEN_FOR = frozenset(
    """believed thought reported presumed suspected known understood alleged rumoured rumored supposed assumed feared claimed considered
    deemed said""".split()
)
"""Participles by which people say what somebody is or did ("gunmen believed to be bandits")."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_FINITE = frozenset(("VBD", "VBN", "VBZ", "VBP"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_RESULT = 12
"""Tokens from "to" within which the verb of the main clause follows."""
_AGREED = frozenset(
    """truce ceasefire cease accord agreement deal pact talks negotiations summit deadline election elections vote resolution meeting
    conference armistice pause lull fire guns mediation dialogue peace plan protocol memorandum holiday feast ultimatum mandate
    curfew""".split()
)
"""What hurts nobody and ends nobody's life: what was signed, began or ran out before the deed."""
_AGREEING = frozenset("sign agree announce pledge promise vow declare meet adopt accept arrive initial shake undertake endorse".split())


def taken_for(word: "Token") -> None:
    """Read "Warplanes believed to be Russian bombed a village" with the warplanes as what bombed it: "believed" says what they are."""
    doc = word.doc
    people = next((child for child in word.children if child.dep_ in _SUBJECTS and child.right_edge.i + 1 == word.i), None)
    if people is None or people.pos_ not in _NOUNS or word.tag_ not in ("VBD", "VBN") or doc[word.i + 1 : word.i + 2].text != "to":
        return
    being = next((child for child in word.children if child.dep_ == "xcomp" and child.i > word.i), None)
    if being is None or any(child.dep_ in ("aux", "auxpass") for child in word.children):
        return
    verb = next((child for child in word.children if child.i > being.i and child.dep_ in ("ccomp", "conj") and child.tag_ in _FINITE), None)
    if verb is None or verb.i > word.i + _RESULT or any(doc[at].text in (",", ";", "and") for at in range(word.i, verb.i)):
        return
    kind = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if kind is not None:
        if kind.i > verb.i or kind.left_edge.i != being.i + 1:
            return
        kind.head, kind.dep_ = being, "attr"
    later = [child for child in word.children if child.i > verb.i]
    before = [child for child in word.children if child.i < people.i]
    if word.head.i == word.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = word.head, word.dep_
    for child in (*before, *later):
        child.head = verb
    verb.tag_ = "VBD" if verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children) else verb.tag_
    people.head, people.dep_ = verb, "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"
    word.head, word.dep_, word.tag_ = people, "acl", "VBN"


def after_accord(word: "Token") -> None:
    """Read "shelled the town, hours after the accord was signed, killing nine" with the shelling as what killed: no signature does.

    Commas close the aside, and what it tells hurts nobody.
    """
    aside = word.head
    main = aside.head
    if word.dep_ != "mark" or aside.dep_ not in ("advcl", "conj") or main.tag_ not in ("VBD", "VBN", "VBZ") or not main.i < word.i:
        return
    opening = aside.left_edge
    if not opening.i or "," not in (opening.text, opening.nbor(-1).text) or main.head.i == aside.i:
        return
    subject = next((child for child in aside.children if child.dep_ in _SUBJECTS), None)
    if subject is None or not (subject.lower_ in _AGREED or aside.lemma_ in _AGREEING):
        return
    for verb in [below for below in aside.subtree if below.tag_ == "VBG" and below.dep_ == "advcl" and below.i > aside.i]:
        if verb.nbor(-1).text == "," and not any(child.dep_ in _SUBJECTS for child in verb.children):
            verb.head = main


def who_they_are(word: "Token") -> None:
    """Read "the conduct of soldiers who, in July, burned huts" with the soldiers as who burned them: "who" tells of no conduct."""
    verb = word.head
    if word.dep_ != "nsubj" or verb.i < word.i or word.i < 2 or verb.dep_ not in ("relcl", "ccomp", "advcl", "dep"):
        return
    before = word.nbor(-2) if word.nbor(-1).text == "," else word.nbor(-1)
    if before.pos_ not in _NOUNS or not (names_people(before.lower_) or before.lemma_ in ("youth", "troop")):
        return
    known = verb.head
    if verb.dep_ == "relcl":
        if known.i == before.i or known.i > before.i or names_people(known.lower_) or known.lemma_.lower() in actors().collectives:
            return
        if not any(above.i == known.i for above in before.ancestors) or known.pos_ not in _NOUNS:
            return
    elif not known.i < before.i or any(above.i == verb.i for above in before.ancestors):
        return
    for day in [child for child in word.children if child.dep_ == "npadvmod"]:
        day.head = verb
    first = before
    while first.dep_ == "conj" and first.head.i > known.i and first.nbor(-1).text != "," and names_people(first.head.lower_):
        first = first.head  # "soldiers and allied youth who"
    verb.head, verb.dep_ = first, "relcl"


def in_aside(word: "Token") -> None:
    """Read "The movement, found guilty of extorting money, accepted the ruling" with what it accepted as what is told of it."""
    subject = next((child for child in word.children if child.dep_ in _SUBJECTS and child.i < word.i), None)
    if subject is None or word.tag_ not in ("VBD", "VBN") or word.nbor(-1).text != ",":
        return
    if any(child.dep_ in ("aux", "auxpass", "cc", "dobj") for child in word.children):
        return
    told = next((child for child in word.children if child.dep_ == "conj" and child.tag_ in _FINITE and child.i > word.i), None)
    closing = told.nbor(-1) if told is not None else None
    if told is None or closing is None or closing.text != "," or any(child.dep_ in _SUBJECTS for child in told.children):
        return
    before = [child for child in word.children if child.i < subject.i]
    later = [child for child in word.children if child.i > told.i]
    if word.head.i == word.i:
        told.head, told.dep_ = told, "ROOT"
    else:
        told.head, told.dep_ = word.head, word.dep_
    for child in (*before, *later):
        child.head = told
    subject.head, subject.dep_ = told, "nsubj"
    word.head, word.dep_, word.tag_ = subject, "acl", "VBN"


IN_ASIDE = frozenset(
    """found accused charged convicted suspected blamed wanted held sentenced jailed arrested named seized captured freed released wounded
    hurt injured trapped ambushed besieged expelled exiled backed armed trained led""".split()
)
"""Participles that say of somebody, between commas, what befell him or what he is held for."""


def beyond_source(word: "Token") -> None:
    """Read "Rockets fell on the market, a doctor reported, killing eight" with the rockets as what killed: the doctor told of it."""
    cue = word.head.head if word.dep_ == "acl" and word.head.dep_ == "nsubj" else word.head
    if cue.i > word.i or cue.pos_ != "VERB" or word.nbor(-1).text != "," or word.lemma_.lower() not in triggers().verbs:
        return
    told = next((child for child in cue.children if child.dep_ == "ccomp" and child.i < cue.i), None)
    if told is None and cue.dep_ == "conj" and cue.lemma_ in SAYING and not any(child.dep_ == "cc" for child in cue.head.children):
        told = cue.head  # "Rebels attacked Goma, the governor tweeted, wounding nine"
    source = next((child for child in cue.children if child.dep_ == "nsubj"), None)
    if told is None or source is None or told.pos_ != "VERB" or any(child.dep_ == "mark" for child in told.children):
        return
    opening = source.left_edge if source.i < cue.i else cue
    if opening.i <= told.i or opening.nbor(-1).text not in (",", '"', "”") or word.lemma_ in _TELLING:
        return
    word.head, word.dep_ = told, "advcl"


_TELLING = frozenset("accuse blame call condemn urge claim allege deny warn threaten say add".split())


def said_last(word: "Token") -> None:
    """Read "raided the hamlet of Bou, Mali's ministry said Friday" with the hamlet as what was raided, and the ministry as who said so."""
    thing = next((child for child in word.children if child.dep_ == "nsubj" and child.i < word.i), None)
    verb = word.head
    if thing is None or word.dep_ != "ccomp" or verb.tag_ != "VBD" or verb.i != thing.left_edge.i - 1:
        return
    if any(child.dep_ in ("dobj", "auxpass") for child in verb.children):
        return
    speaker = next((below for below in thing.subtree if below.dep_ == "appos" and below.right_edge.i == word.i - 1), None)
    if speaker is None or speaker.left_edge.nbor(-1).text != ",":
        return
    top = verb
    while top.head.i != top.i:
        top = top.head
    thing.head, thing.dep_ = verb, "dobj"
    word.head, word.dep_ = word, "ROOT"
    speaker.head, speaker.dep_ = word, "nsubj"
    top.head, top.dep_ = word, "ccomp"
