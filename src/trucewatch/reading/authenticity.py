"""Words for pictures, films and recordings → drafts of authenticity claims: what is said of an exhibit, in the text's words.

Enters: a scene. Leaves: one draft for each exhibit whose origin or genuineness is asserted, denied or given up. Refuting an exhibit never
refutes what it is said to show. The lexicon is ``vocab/exhibits.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import Stance
from trucewatch.reading.people import singular
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import AuthenticityPayload
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.token import Token


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The typed content of ``vocab/exhibits.yaml``."""

    media: Mapping[str, str]
    judging: frozenset[str]
    making: frozenset[str]
    withdrawing: frozenset[str]
    elsewhere: frozenset[str]
    origins: frozenset[str]


@cache
def exhibits() -> Exhibits:
    """Load the vocabulary of exhibits."""
    raw = cast("Mapping[str, Any]", vocabulary("exhibits"))
    media = {str(word): str(medium) for medium, words in raw["media"].items() for word in words}
    return Exhibits(media, *(frozenset(map(str, raw[key])) for key in ("judging", "making", "withdrawing", "elsewhere", "origins")))


def find_authenticity(scene: Scene) -> list[Draft]:
    """Return drafts of authenticity claims in text order."""
    words = exhibits()
    found = []
    for index, pos in enumerate(scene.parse.tree.pos):
        if pos not in ("NOUN", "PROPN"):
            continue
        medium = words.media.get(singular(scene.lower[index])) or words.media.get(scene.lemma[index])
        if medium is None:
            continue
        draft = _exhibit(scene, scene.parse.doc[index], medium)
        if draft is not None:
            found.append(draft)
    return found


def _exhibit(scene: Scene, noun: "Token", medium: str) -> Draft | None:
    """What is said of one exhibit: by its own "from", by its adjective, by its predicate."""
    told = _origin(noun) or _predicated(noun) or _adjective(noun) or _further_on(noun)
    if told is None:
        return None
    trigger, start, end, negated = told
    stance = stance_of(scene.parse, trigger.i)
    if negated and stance.factuality == "negated":
        stance = Stance("assert", "certain", stance.hedges, stance.rule)
    span = scene.parse.span(start, end)
    exhibit = scene.parse.span(*_extent(noun, start))
    payload = AuthenticityPayload(_text(scene, exhibit), medium, _text(scene, span))
    token = noun.i if start <= noun.i < end else start
    draft = Draft("authenticity", token, stance, tuple(sorted({exhibit, span})), payload, None, "exhibit")
    return replace(draft, event=_event(scene, noun))


def _text(scene: Scene, span: Any) -> str:
    return " ".join(span.of(scene.parse.text).split())


def _event(scene: Scene, noun: "Token") -> int | None:
    """What the exhibit is said to show: an event among its own words, else the last one told before it."""
    for child in noun.subtree:
        if (number := scene.event_at(child.i)) is not None:
            return number
    return scene.event_near(noun.i)


def _extent(noun: "Token", before: int) -> tuple[int, int]:
    """The exhibit's own words: its modifiers and an "of" phrase, ending where what is said of it begins."""
    start = noun.i
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nummod", "poss", "nmod") and child.i != before:
            start = min(start, child.left_edge.i)
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "showing") and child.i == end:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                end = inner.i + 1
                break
    if start <= before < end:
        end = max(noun.i + 1, before) if before > noun.i else end
        start = before + 1 if before <= noun.i else start
    return start, max(end, start + 1)


def _origin(noun: "Token") -> "tuple[Token, int, int, bool] | None":
    """As in "pictures of a flood from another province"."""
    words = exhibits()
    attached = [c for c in noun.head.children if c.i > noun.i] if noun.dep_ == "dobj" else []
    for child in (*noun.subtree, *attached):
        if child.dep_ != "prep" or child.lower_ not in ("from", "in", "of", "at"):
            continue
        place = next((c for c in child.children if c.dep_ == "pobj"), None)
        if place is None:
            continue
        elsewhere = any(c.lower_ in words.elsewhere for c in place.lefts)
        if elsewhere and (place.lemma_ in words.origins or child.lower_ == "from"):
            return noun, child.i, place.right_edge.i + 1, False
    return None


def _predicated(noun: "Token") -> "tuple[Token, int, int, bool] | None":
    """As in "is genuine", "was taken in another war", "was found to have been filmed elsewhere", "withdrew the picture"."""
    words = exhibits()
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in words.withdrawing | {
        "judge",
        "call",
        "verify",
        "authenticate",
        "doctor",
        "stage",
        "fake",
        "fabricate",
        "forge",
    }:
        judged = next((c for c in verb.children if c.dep_ in ("oprd", "acomp", "ccomp") and c.lower_ in words.judging), None)
        if judged is not None:
            return verb, judged.i, judged.i + 1, False
        return verb, verb.i, verb.i + 1, False
    if noun.dep_ == "conj":
        verb = noun.head.head
    if noun.dep_ not in ("nsubj", "nsubjpass", "conj"):
        return _own_clause(noun)
    if verb.lemma_ == "be":
        for child in verb.children:
            if child.dep_ in ("acomp", "attr") and (
                child.lower_ in words.judging or child.lemma_ in ("fake", "forgery", "fabrication", "hoax", "montage")
            ):
                negation = next((c for c in verb.children if c.dep_ == "neg"), None)
                return verb, negation.i if negation is not None else child.i, child.i + 1, True
            if child.dep_ == "prep" and child.lower_ == "from":
                return verb, child.i, child.right_edge.i + 1, True
    if verb.lemma_ in words.withdrawing and noun.dep_ == "nsubjpass":
        return verb, verb.i, verb.i + 1, False
    for made in (verb, *(c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))):
        if (
            made.lemma_ in words.making
            and made.pos_ == "VERB"
            and (noun.dep_ == "nsubjpass" or made.lemma_ in ("come", "date", "originate"))
        ):
            return made, made.i, made.right_edge.i + 1, False
        if made.lemma_ == "be":
            judged = next((c for c in made.children if c.dep_ in ("acomp", "attr") and c.lower_ in words.judging), None)
            if judged is not None:
                return made, judged.i, judged.i + 1, True
    return _own_clause(noun)


def _own_clause(noun: "Token") -> "tuple[Token, int, int, bool] | None":
    """As in "a film … judged authentic", "a picture taken in another country", "which proved to be old"."""
    words = exhibits()
    for child in noun.rights:
        if child.dep_ not in ("acl", "relcl"):
            continue
        if child.lower_ in words.judging:
            return child, child.i, child.i + 1, False
        if child.lemma_ in ("take", "film", "shoot", "record", "doctor", "stage", "fabricate", "manipulate"):
            elsewhere = any(c.lower_ in words.elsewhere for c in child.subtree)
            made_up = child.lemma_ in ("doctor", "stage", "fabricate", "manipulate")
            if elsewhere or made_up:
                return child, child.i, child.right_edge.i + 1, False
        judged = next((c for c in child.subtree if c.lower_ in words.judging and c.dep_ in ("acomp", "oprd", "attr")), None)
        if judged is not None:
            return child, judged.i, judged.i + 1, False
    return None


def _further_on(noun: "Token") -> "tuple[Token, int, int, bool] | None":
    """A predicate the parser lost behind a long subject: "a photograph said to show … was taken in another war"."""
    for index in range(noun.i + 2, noun.sent.end):
        verb = noun.doc[index]
        if verb.tag_ != "VBN" or verb.lemma_ not in ("take", "film", "shoot", "record", "stage", "fabricate", "fake"):
            continue
        owner = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if any(c.dep_ == "auxpass" for c in verb.children) and (owner is None or owner.i == noun.i):
            return verb, verb.i, verb.right_edge.i + 1, False
    return None


def _adjective(noun: "Token") -> "tuple[Token, int, int, bool] | None":
    """As in "fake footage", "the 'true images'"."""
    words = exhibits()
    plain = ("old", "original", "verified", "edited", "real", "generated", "unrelated")
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound") and child.lower_ in words.judging and child.lower_ not in plain:
            return noun, child.i, child.i + 1, False
    return None
