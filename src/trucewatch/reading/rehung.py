"""Clauses that the parser hung on the wrong word → what they belong to: "denied to the monitors that …", "pleaded with the youths to …".

Enters: the verb of such a clause, with the word it hangs on. Leaves: the verb that governs it, or the word that withholds it, or None.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.actors import actors
from trucewatch.reading.allegations import allegations
from trucewatch.reading.hedging import SUBJECTS, VERBAL, hedges

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_TERMS = frozenset("hour day week minute month deadline ultimatum".split())
"""What somebody is given to do what is asked of him."""
KNOWLEDGE = frozenset("idea clue knowledge inkling notion information indication word evidence explanation".split())
"""Nouns that, with "no", say that nobody knows or says what follows."""


_WHOEVER = frozenset("few rest others those all remaining many some both remainder remnants holdouts".split())
"""Of whom something may be asked by no noun of people: "call on the remaining few to lay down their arms"."""


def asked_first(verb: "Token") -> int | None:
    """The word that withholds what a question at the head of its sentence asks: "Who fired them we are not in a position to say"."""
    who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ in ("WP", "WDT")), None)
    if who is None or verb.pos_ not in VERBAL or any(not token.is_punct for token in verb.doc[verb.sent.start : who.i]):
        return None
    doc, end = verb.doc, verb.sent.end
    said = next((at for at in range(verb.i + 1, end) if doc[at].lemma_ in hedges().saying and doc[at].tag_ in ("VB", "VBN")), None)
    if said is None:
        return None
    withheld = (at for at in range(verb.i + 1, said) if doc[at].lower_ in ("not", "n't", "n’t", "cannot", "unable"))
    return next(withheld, None)


def given_time(token: "Token", verb: "Token") -> bool:
    """Whether people are given a term to do something: "gave the garrison until Friday to surrender", "gave it 48 hours to"."""
    if verb.lemma_ not in ("give", "set", "allow") or verb.i > token.i:
        return False
    between = verb.doc[verb.i + 1 : token.i]
    return any(one.lower_ in ("until", "till") or one.lemma_ in _TERMS for one in between)


_FINDING_OUT = frozenset(
    "establish determine ascertain know clarify identify settle confirm verify find learn decide reveal disclose say".split()
)


def not_known(token: "Token", subject: "Token") -> int | None:
    """The word that withholds what the parser hung on "it": "it has not been established who laid the mine"."""
    verb = subject.head
    if subject.dep_ not in SUBJECTS or verb.lemma_ not in _FINDING_OUT or token.i < verb.i:
        return None
    if not any(c.tag_ in ("WP", "WDT", "WRB") and c.i < token.i for c in token.children):
        return None
    return next((c.i for c in verb.children if c.dep_ == "neg"), None)


def told_to(token: "Token", head: "Token") -> "Token | None":
    """The denying verb whose clause with "that" the parser hung on the last noun before it: "denied to the monitors that …"."""
    that = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    above = head.head if head.dep_ == "pobj" else head
    verb = above.head
    if that is None or that.i <= head.i or head.dep_ not in ("pobj", "npadvmod", "dobj") or verb.pos_ not in VERBAL or verb.i > head.i:
        return None
    lemma = head.lemma_.lower()
    if lemma in allegations().nouns or hedges().nouns.get(lemma) or lemma in hedges().conditional_nouns or lemma in KNOWLEDGE:
        return None
    own = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    return None if own or hedges().verbs.get(verb.lemma_) != "deny" else verb


def asked_of(token: "Token", head: "Token") -> "Token | None":
    """The verb that asks people for what an infinitive tells, hung on them: "pleaded with the youths to disperse"."""
    if token.tag_ != "VB" or head.dep_ not in ("pobj", "dobj") or not any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return None
    if head.dep_ == "pobj" and head.head.lower_ not in ("with", "on", "to", "upon"):
        return None
    verb = head.head.head if head.dep_ == "pobj" else head.head
    asking = verb.pos_ in VERBAL and hedges().verbs.get(verb.lemma_) == "demanded" and verb.lemma_ != "need"
    people = (
        head.pos_ in ("PROPN", "PRON", "NUM")
        or head.lower_ in _WHOEVER
        or actors().noun(head.lemma_.lower(), "person", "organisation") is not None
    )
    return verb if asking and people else None
