"""Events and words of entry → drafts of access claims: whose way was barred, delayed, made conditional, or shot at, and by whom.

Enters: a scene. Leaves: one draft for each hindrance. ``by`` is None where the text names nobody. The lexicon is ``vocab/access.yaml``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.parties import object_of, party_at, subject_of
from trucewatch.reading.people import singular
from trucewatch.reading.scene import UNREAL, Draft, Scene
from trucewatch.records.assertion import AccessPayload
from trucewatch.records.terms import AccessKind
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.token import Token


_VIOLENT = frozenset(("attack", "shelling", "bombing", "air strike", "armed clash", "killing", "suicide bombing"))


@dataclass(frozen=True, slots=True)
class Entry:
    """The typed content of ``vocab/access.yaml``."""

    kinds: Mapping[str, AccessKind]
    seekers: frozenset[str]
    goods: frozenset[str]
    granting: frozenset[str]
    reaching: frozenset[str]
    unable: frozenset[str]


@cache
def entry() -> Entry:
    """Load the vocabulary of access."""
    raw = cast("Mapping[str, Any]", vocabulary("access"))
    kinds: dict[str, AccessKind] = {str(word): kind for kind, words in raw["kinds"].items() for word in words}
    return Entry(kinds, *(frozenset(map(str, raw[key])) for key in ("seekers", "goods", "granting", "reaching", "unable")))


_JAMMING = frozenset(("jam", "scramble"))


def find_access(scene: Scene) -> list[Draft]:
    """Return drafts of access claims in text order."""
    found = [draft for number, event in enumerate(scene.events) for draft in _of_event(scene, number, event)]
    taken = {draft.token for draft in found}
    words = entry()
    for index in scene.parse.lemma_places.places(words.goods | words.reaching | _JAMMING):
        lemma, token = scene.lemma[index], scene.parse.doc[index]
        if lemma in words.goods and token.pos_ == "NOUN":
            draft = _refused(scene, token)
        elif lemma in _JAMMING and token.pos_ == "VERB":
            draft = _jammed(scene, token)
        elif lemma in words.reaching and token.pos_ == "VERB":
            draft = _not_reached(scene, token)
        else:
            continue
        if draft is not None and draft.token not in taken:
            taken.add(draft.token)
            found.append(draft)
    return found


def _of_event(scene: Scene, number: int, event: EventMention) -> Iterator[Draft]:
    """What events of blocking, and of firing on observers, say of access."""
    if event.stance.factuality in UNREAL or event.stance.polarity != "assert" or event.stance.factuality == "negated":
        return
    people = [p for p in event.participants if p.role in ("victim", "target")]
    observed = event.type in _VIOLENT and any(p.population == "mission personnel" or _of_mission(p.name) for p in people)
    if event.type not in ("access restriction", "attack on observers") and not observed:
        return
    doers = [p for p in event.participants if p.role.startswith("perpetrator")]
    if not people:
        return
    kind = entry().kinds.get(scene.lemma[event.token], "fire" if event.type == "attack on observers" else "denial")
    if observed or event.type == "attack on observers":
        kind = "fire"
    by = doers[0].name if doers else _named_below(scene, event.token)
    payload = AccessPayload(people[0].name, by, kind, _reason(scene, event.token))
    yield Draft("access", event.token, event.stance, (event.trigger,), payload, number, f"event:{event.type}")


def _of_mission(name: str) -> bool:
    """Whether a target is the mission's own: "the monitors' launch", "a UN patrol"."""
    words = name.lower().replace("’", "'").replace("'", " ").split()
    return any(singular(word) in ("observer", "monitor", "peacekeeper", "inspector") or word in ("un", "u.n.") for word in words)


def _named_below(scene: Scene, token: int) -> str | None:
    """Who bars the way where "by" hangs on what is barred: "blocked from entering it by the army"."""
    for child in scene.parse.doc[token].subtree:
        if child.lower_ == "by" and child.i > token and child.dep_ in ("prep", "agent"):
            doer = next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)
            if doer is not None and child.head.tag_ in ("VBG", "VBN") and doer.ent_type_ not in ("DATE", "TIME", "LOC", "FAC"):
                return party_at(scene, doer.i).label
    return None


def _reason(scene: Scene, token: int) -> str | None:
    """The reason given for a hindrance: "because it had not paid", "for lack of a permit"."""
    verb = scene.parse.doc[token]
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in ("because", "since", "as") and c.dep_ == "mark" for c in child.children):
            return _words(scene, child)
        if child.dep_ == "prep" and child.lower_ in ("because", "over", "due"):
            return _words(scene, child)
    return None


def _words(scene: Scene, token: "Token") -> str:
    return " ".join(scene.parse.span(token.left_edge.i, token.right_edge.i + 1).of(scene.parse.text).split())


def _refused(scene: Scene, good: "Token") -> Draft | None:
    """As in "had been refused access", "denied them entry", "access was denied to the team", "was granted no access"."""
    verb = good.head if good.dep_ in ("dobj", "oprd", "nsubjpass", "attr", "nsubj") else good.head.head
    words = entry()
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    kind = words.kinds.get(verb.lemma_)
    stance = stance_of(scene.parse, verb.i)
    if verb.lemma_ in words.granting:
        withheld = stance.factuality == "negated" or any(c.lower_ == "no" for c in good.lefts)
        if not withheld:
            return None
        kind = "denial"
    elif kind in (None, "fire", "threat") or stance.factuality in UNREAL or stance.factuality == "negated":
        return None
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    who = _seeker(verb, good, passive=passive)
    if who is None:
        return None
    doer = object_of(verb, "by") if passive else subject_of(verb)
    by = None if doer is None or doer.i == who.i else party_at(scene, doer.i).label
    plain = stance if verb.lemma_ not in words.granting else type(stance)("assert", "certain", stance.hedges, "access withheld")
    payload = AccessPayload(party_at(scene, who.i).label, by, kind, _reason(scene, verb.i))
    spans = tuple(sorted({scene.parse.span(verb.i, verb.i + 1), scene.parse.span(good.i, good.i + 1)}))
    return Draft("access", verb.i, plain, spans, payload, scene.event_at(verb.i), "access refused")


def _seeker(verb: "Token", good: "Token", *, passive: bool) -> "Token | None":
    """Who is refused: the passive subject, the other object, or who stands after "to" or "for"."""
    for child in verb.children:
        if child.i != good.i and child.dep_ in ("dative", "nsubjpass") and child.pos_ in ("NOUN", "PROPN", "PRON"):
            return child
    for head in (verb, good):
        given = object_of(head, "to", "for")
        if given is not None and given.pos_ in ("NOUN", "PROPN", "PRON") and (head is verb or singular(given.lower_) in entry().seekers):
            return given
    if passive and good.dep_ != "nsubjpass":
        return subject_of(verb)
    other = next((c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i != good.i and c.pos_ in ("NOUN", "PROPN", "PRON")), None)
    return other if other is not None and singular(other.lower_) in entry().seekers else None


def _jammed(scene: Scene, token: "Token") -> Draft | None:
    """As in "their radios were jammed", "the army jammed the mission's drone"."""
    what = object_of(token) or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    stance = stance_of(scene.parse, token.i)
    if what is None or stance.factuality in UNREAL or stance.factuality == "negated":
        return None
    owner = next((c for c in what.lefts if c.dep_ == "poss"), what)
    doer = object_of(token, "by") if any(c.dep_ == "nsubjpass" for c in token.children) else subject_of(token)
    by = None if doer is None else party_at(scene, doer.i).label
    payload = AccessPayload(party_at(scene, owner.i).label, by, "jamming", _reason(scene, token.i))
    return Draft("access", token.i, stance, (scene.parse.span(token.i, token.i + 1),), payload, scene.event_at(token.i), "jamming")


def _not_reached(scene: Scene, token: "Token") -> Draft | None:
    """As in "was not able to visit", "were not allowed to enter", "could not reach the site": who forbids it may be unknown."""
    words = entry()
    governor = token.head
    who = subject_of(token)
    if who is None or (singular(who.lower_) not in words.seekers and not any(c.lower_ in ("un", "aid", "relief") for c in who.lefts)):
        return None
    forbidden = (
        token.dep_ == "xcomp"
        and governor.lemma_ in ("allow", "permit", "let", "able")
        and any(c.dep_ == "neg" for c in (*governor.children, *governor.head.children))
    )
    could = any(c.dep_ == "neg" for c in token.children) and any(c.lower_ in ("could", "can") for c in token.children)
    if not (forbidden or could or (token.dep_ == "xcomp" and governor.lemma_ == "unable")):
        return None
    doer = object_of(governor, "by") if forbidden else None
    payload = AccessPayload(
        party_at(scene, who.i).label, None if doer is None else party_at(scene, doer.i).label, "denial", _reason(scene, token.i)
    )
    stance = stance_of(scene.parse, token.i)
    plain = type(stance)("assert", "certain", stance.hedges, "access withheld")
    return Draft("access", token.i, plain, (scene.parse.span(token.i, token.i + 1),), payload, scene.event_at(token.i), "not reached")
