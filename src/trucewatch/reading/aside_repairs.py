"""What is done to people whom an aside parts from their verb: "wounding, according to the ministry, nine guards"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 9
_REACH = 7
_OBJECTS = ("dobj", "nsubjpass")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def beyond_aside(word: "Token") -> None:
    """Hang what follows an aside on the participle before it, which has no object else."""
    if word.i < 2 or word.nbor(-1).text != ",":
        return
    doc, verb = word.doc, word.nbor(-2)
    participle = verb.tag_ == "VBG" or (verb.dep_ == "advcl" and verb.lower_.endswith("ing"))
    if not participle or any(child.dep_ in _OBJECTS or (child.dep_ == "prep" and child.i < word.i) for child in verb.children):
        return
    closing = next((at for at in range(word.i + 1, min(len(doc), word.i + _LONGEST)) if doc[at].text == ","), None)
    if closing is None or closing + 1 >= len(doc) or doc[closing + 1].sent != word.sent:
        return
    noun = doc[closing + 1]
    while noun.head.i > noun.i and noun.head.i <= closing + _REACH and noun.head.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = noun.head
    loyal = noun.head
    if noun.dep_ == "npadvmod" and loyal.i == noun.i + 1 and loyal.pos_ == "ADJ":  # "41 men loyal to him", read as men's loyalty
        loyalty = [child for child in loyal.children if child.dep_ in ("cc", "conj")]
        noun.head, noun.dep_ = verb, "dobj"
        loyal.head, loyal.dep_ = noun, "amod"
        for child in loyalty:
            child.head = verb
    if noun.pos_ not in ("NOUN", "PROPN", "NUM", "PRON") or noun.head.i > noun.i or noun.dep_ in ("pobj", "conj"):
        return
    noun.head, noun.dep_ = verb, "dobj"
    if verb.tag_ != "VBG":
        verb.tag_, verb.pos_, verb.lemma_ = "VBG", "VERB", verb.lower_.removesuffix("ing")


def named_beside(word: "Token") -> None:
    """Hang the name of "drove away with the manager's brother, Ali Haddad, a baker", read as a time or measure, on whom it names."""
    if word.dep_ != "npadvmod" or word.pos_ != "PROPN" or word.ent_type_ != "PERSON" or word.head.i > word.i:
        return
    doc, start = word.doc, word.left_edge.i
    if start < 2 or doc[start - 1].text != ",":
        return
    noun = doc[start - 2]
    if noun.tag_ == "NN" and noun.dep_ in ("pobj", "dobj") and any(child.dep_ in ("poss", "det") for child in noun.lefts):
        word.head, word.dep_ = noun, "appos"


def suffered_by(word: "Token") -> None:
    """Read "The mission, raided for blankets by armed men, will close" with the mission as what was raided, and the men as who did it.

    A comma between a subject and its verb says that the verb is an aside about it, where a verb without a subject follows.
    """
    doc = word.doc
    verb = next((doc[at] for at in range(word.i - 1, max(1, word.i - _LONGEST), -1) if doc[at].tag_ in ("VBD", "VBN")), None)
    if verb is None or verb.dep_ != "advcl" or verb.nbor(-1).text != "," or verb.head.i < word.i:
        return
    noun = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    main = verb.head
    if noun is None or noun.i > verb.i or noun.right_edge.i != verb.i - 1 or any(child.dep_ in _SUBJECTS for child in main.children):
        return
    if any(child.dep_ in ("dobj", "aux", "auxpass") for child in verb.children) or not any(child.dep_ == "pobj" for child in word.children):
        return
    noun.head, noun.dep_ = main, "nsubjpass" if any(child.dep_ == "auxpass" for child in main.children) else "nsubj"
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    word.head, word.dep_ = verb, "agent"
