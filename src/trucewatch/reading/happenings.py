"""An event of which something is said → operators: "an attack is likely", "a raid was called off", "rumours spread that …" (DOMAIN 2)."""

from typing import TYPE_CHECKING

from trucewatch.reading.clauses import onwards
from trucewatch.reading.hedging import NOMINAL, SUBJECTS, VERBAL, Found, hedges, is_definite

if TYPE_CHECKING:
    from trucewatch.reading.token import Token


_BROOKING = frozenset("tolerate accept condone forgive excuse countenance permit ignore overlook forget punish intimidate cow".split())
"""Verbs of what people put up with: what is put up with, or not, is there."""
_EFFECTING = frozenset("lead make do have see face suffer order plan plot direct undertake".split())
"""Light verbs that in the active tell what an event brought about: "the killing might have led to a wider attack"."""


def as_subject(token: "Token", head: "Token", found: Found, kind: str | None) -> bool:
    """An event noun as subject: a definite one is taken for granted unless the verb says no more than that it happened."""
    if token.pos_ not in NOMINAL:
        return True
    if head.tag_ == "MD" and not is_definite(token):
        modal = hedges().modals.get(head.lower_, "would")
        found.add("conditional" if modal == "would" else "possible" if modal == "able" else modal, head.i)
        return False
    if token.i != found.trigger and head.lemma_ in _BROOKING:
        return False  # "threats to avenge them will not be tolerated": they were made
    passive_verb = any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)
    light = head.lemma_ in hedges().light and (passive_verb or head.lemma_ not in _EFFECTING)
    if is_definite(token) and not light:
        return False
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children)
    if kind in ("possible", "probable", "future", "deny") and passive:
        found.add("possible" if kind == "deny" else kind, head.i)
    elif (kind == "negated" and passive) or called_off(head):
        found.add("negated", head.i)
    elif kind == "probable" and head.lemma_ in ("appear", "seem"):
        found.add(kind, head.i)
    elif head.lemma_ == "be":
        _said_to_be(head, found)
        if is_definite(token) and not _comes(head):
            return False  # "the blast may have been an accident": what it was is open, not whether it was
    return onwards(head, found)


def _comes(verb: "Token") -> bool:
    """Whether a clause is about what is to come."""
    return any(c.tag_ == "MD" and c.lower_ in ("will", "shall", "would", "'ll", "’ll") for c in verb.children)


def _said_to_be(verb: "Token", found: Found) -> None:
    """What a predicate makes of an event: "a raid is imminent", "an attack is likely", "a strike was not ruled out"."""
    verdict = next((c for c in verb.children if c.dep_ == "acomp"), None)
    kind = hedges().heads.get(verdict.lemma_) if verdict is not None else None
    if verdict is not None and kind in ("possible", "probable", "future", "negated"):
        found.add(kind, verdict.i)


def is_hearsay(token: "Token", head: "Token") -> bool:
    """Whether what is told is hearsay: "rumours spread that …", "unconfirmed reports spoke of …"."""
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i == token.i or token.dep_ not in ("ccomp", "prep", "acl", "relcl", "xcomp", "dobj"):
        return False
    words, lemma = hedges(), subject.lemma_.lower()
    if lemma in words.hearsay:
        return head.pos_ in VERBAL and head.lemma_ != "be"
    hedged = any(words.adjectives.get(c.lower_) == "possible" for c in subject.lefts)
    return lemma in words.tidings and (hedged or (head.lemma_ in words.spreading and token.dep_ != "dobj" and lemma != "source"))


def called_off(verb: "Token") -> bool:
    """Whether a verb is "call off"."""
    return verb.lemma_ == "call" and any(c.lower_ == "off" for c in verb.children)
