"""Words of blame → drafts of responsibility claims: accusations, claims of responsibility, duties, patterns.

Each rule takes a scene and the token of its word, and yields the drafts that word gives.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.blaming import DENIED, blame_draft, blaming, scope_of, stated
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.parties import object_of, party_at, subject_of
from trucewatch.reading.scene import UNREAL, Draft, Scene

if TYPE_CHECKING:
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import ResponsibilityRole, ResponsibilityScope


def blamed(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "X blamed Y (for Z)", "Y was blamed", "Y was to blame"."""
    if token.pos_ == "NOUN":
        yield from blame_noun(scene, token)
        return
    complement = object_of(token, "for")
    scope = scope_of(scene, complement)
    event = scene.event_at(complement.i) if complement is not None else None
    passive = any(c.dep_ == "nsubjpass" for c in token.children)
    if token.tag_ == "VB" and token.head.lemma_ == "be" and token.dep_ == "xcomp":
        accused = subject_of(token.head)
    elif passive:
        accused = next(c for c in token.children if c.dep_ == "nsubjpass")
        if (upon := object_of(token, "on", "upon")) is not None:
            event, accused = scene.event_at(accused.i), upon
    else:
        accused = object_of(token)
        on = object_of(token, "on", "upon")
        if on is not None and accused is not None and scene.event_at(accused.i) is not None:
            event, accused = scene.event_at(accused.i), on
    stance = stance_of(scene.parse, token.i)
    if accused is None or accused.pos_ not in ("NOUN", "PROPN", "PRON") or (passive and stance.factuality in UNREAL):
        return
    if stance.factuality == "negated":
        return
    yield blame_draft(scene, token, party_at(scene, accused.i), "blame", stance=stance, scope=scope, event=event, accused=accused)


def accused(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "X accused Y of …" where what Y is accused of is no event by itself."""
    if token.pos_ != "VERB":
        return
    deed = object_of(token, "of", "with", "in", "over")
    passive = any(c.dep_ == "nsubjpass" for c in token.children)
    accused = next((c for c in token.children if c.dep_ == "nsubjpass"), None) if passive else object_of(token)
    if accused is None or deed is None or accused.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    if deed.lemma_ in ("broadcast", "lie", "publish", "show", "report", "exaggerate", "invent"):
        return
    stance = stance_of(scene.parse, deed.i)
    if stance.factuality in UNREAL:
        return
    number = scene.event_at(deed.i)
    scope = scope_of(scene, deed)
    draft = blame_draft(scene, token, party_at(scene, accused.i), "accuse", stance=stance, scope=scope, event=number)
    yield replace(draft, token=deed.i, spans=tuple(sorted({*draft.spans, scene.parse.span(deed.i, deed.i + 1)})))


def attributed(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "the attack was attributed to Y", "pinned it on Y"."""
    accused = object_of(token, "to", "on")
    if token.pos_ != "VERB" or accused is None or accused.pos_ not in ("NOUN", "PROPN"):
        return
    what = object_of(token) or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    number = scene.event_at(what.i) if what is not None else None
    if number is None and (what is None or what.lower_ not in ("it", "them", "this")):
        return
    yield blame_draft(scene, token, party_at(scene, accused.i), "attribute", event=number)


def blame_noun(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "lay the blame on Y", "responsibility lies with Y", "Y claimed responsibility", "Y bears responsibility"."""
    words = blaming()
    verb = token.head
    lemma = verb.lemma_
    if token.pos_ != "NOUN" or verb.pos_ not in ("VERB", "AUX"):
        return
    duty = any(c.lower_ in words.duty or any(i.lower_ in words.duty for i in c.children) for c in token.children)
    complement = object_of(token, "for")
    event = scene.event_at(complement.i) if complement is not None else None
    scope: ResponsibilityScope = "pattern" if duty and event is None else scope_of(scene, complement)
    upon = object_of(token, "on", "upon", "with", "at") or object_of(verb, "on", "upon", "with", "at", "to")
    if lemma in words.laying and (accused := upon) is not None:
        yield blame_draft(scene, verb, party_at(scene, accused.i), "lay blame", scope=scope, event=event, accused=accused)
    elif lemma in words.lying and token.dep_ == "nsubj" and (accused := object_of(verb, "with", "on", "to", "upon")):
        role: ResponsibilityRole = "duty_bearer" if duty else "perpetrator"
        yield blame_draft(scene, verb, party_at(scene, accused.i), "responsibility lies", role=role, scope=scope, event=event)
    elif lemma in words.claiming and token.dep_ in ("dobj", "nsubjpass"):
        doer = subject_of(verb) if token.dep_ == "dobj" else object_of(verb, "by")
        if doer is not None and doer.lower_ not in ("nobody", "none", "one") and not any(c.lower_ == "no" for c in doer.lefts):
            told = event if event is not None else _told_before(scene, verb.i)
            yield blame_draft(scene, verb, party_at(scene, doer.i), "claimed by the doer", event=told)
    elif lemma in ("bear", "have", "share", "carry") and token.dep_ == "dobj" and (doer := subject_of(verb)) is not None:
        role = "duty_bearer" if duty else "perpetrator"
        yield blame_draft(scene, verb, party_at(scene, doer.i), "bears responsibility", role=role, scope=scope, event=event)


def pointed(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "pointed the finger at Y"."""
    if token.head.lemma_ == "point" and (accused := object_of(token.head, "at", "to", "towards") or object_of(token, "at")):
        yield blame_draft(scene, token.head, party_at(scene, accused.i), "finger pointed", accused=accused)


def responsible(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "Y was responsible", "held Y responsible"."""
    verb = token.head
    if token.dep_ not in ("acomp", "oprd", "ccomp", "xcomp", "attr") or verb.pos_ not in ("VERB", "AUX"):
        return
    accused = object_of(verb) if verb.lemma_ == "hold" else subject_of(verb)
    if (
        accused is None
        or accused.tag_ in ("WP", "WDT")
        or accused.pos_ not in ("NOUN", "PROPN", "PRON")
        or accused.lower_ in ("those", "anyone")
    ):
        return
    complement = object_of(token, "for")
    event = scene.event_at(complement.i) if complement is not None else None
    stance = stance_of(scene.parse, verb.i)
    if stance.factuality == "negated" and stance.polarity == "assert":
        stance = DENIED
    yield blame_draft(
        scene, token, party_at(scene, accused.i), "responsible", stance=stance, scope=scope_of(scene, complement), event=event
    )


def behind(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "Y was behind it"."""
    if token.dep_ not in ("prep", "advmod") or token.head.lemma_ != "be" or (accused := subject_of(token.head)) is None:
        return
    inner = next((c for c in token.children if c.dep_ == "pobj"), None)
    what = None if inner is None else scene.event_at(inner.i)
    if inner is not None and what is None and inner.pos_ != "PRON":
        return
    if accused.pos_ in ("NOUN", "PROPN", "PRON") and accused.tag_ not in ("WP", "WDT"):
        stance = stance_of(scene.parse, token.head.i)
        draft = blame_draft(scene, token.head, party_at(scene, accused.i), "behind", stance=stated(stance), event=what)
        yield replace(draft, spans=tuple(sorted({*draft.spans, scene.parse.span(token.i, token.i + 1)})))


def work_of(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "the work of Y", "the hand of Y"."""
    accused = object_of(token, "of")
    if token.pos_ != "NOUN" or accused is None or token.head.lemma_ not in ("be", "see", "blame", "bear", "suspect"):
        return
    if accused.pos_ in ("NOUN", "PROPN") and accused.lemma_ not in ("god", "nature", "fate"):
        stance = stated(stance_of(scene.parse, token.head.i))
        if token.lemma_ in ("hallmark", "signature", "stamp", "fingerprint") and stance.polarity == "assert":
            stance = replace(stance, polarity="implicate", rule="implied")
        yield blame_draft(scene, token, party_at(scene, accused.i), "work of", stance=stance)


def hand(scene: Scene, token: "Token") -> Iterator[Draft]:
    """A hand that is free is impunity; the hand of somebody is a deed."""
    yield from impunity(scene, token)
    yield from work_of(scene, token)


def impunity(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "the gendarmes were given a free hand": a pattern, in no incident's matrix."""
    if token.pos_ != "NOUN":
        return
    if token.lemma_ in ("rein", "hand", "licence", "license") and not any(c.lower_ == "free" for c in token.lefts):
        return
    verb = token.head if token.dep_ == "dobj" else token.head.head if token.dep_ == "pobj" and token.head.lower_ == "with" else None
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return
    doer = object_of(verb, "to") or object_of(verb) if verb.lemma_ in ("give", "grant", "allow") else subject_of(verb)
    if doer is None or doer.i == token.i or doer.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    stance = stance_of(scene.parse, verb.i)
    draft = blame_draft(scene, token, party_at(scene, doer.i), "free rein", stance=stance, scope="pattern")
    yield replace(draft, stance=stance)


def _told_before(scene: Scene, token: int) -> int | None:
    """The last real event told before a word: whoever claims responsibility without a word of what for claims that one."""
    real = [n for n, event in enumerate(scene.events) if event.stance.factuality not in UNREAL and not event.pattern]
    told = [n for n in real if scene.events[n].token < token]
    sentence = scene.parse.sentence_of
    before = [n for n in told if sentence[scene.events[n].token] == sentence[token]] or told
    return before[-1] if before else None
