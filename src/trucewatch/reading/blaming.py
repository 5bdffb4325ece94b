"""vocab/blame.yaml as typed values, and what every rule of blame shares: the draft of a responsibility claim, its scope and its voice."""

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import Stance
from trucewatch.reading.parties import Party, subject_of
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import ResponsibilityPayload
from trucewatch.records.terms import ResponsibilityRole, ResponsibilityScope
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trucewatch.reading.token import Token

DENIED = Stance("deny", "negated", rule="denied")


@dataclass(frozen=True, slots=True)
class Blaming:
    """The typed content of ``vocab/blame.yaml``."""

    blaming: frozenset[str]
    accusing: frozenset[str]
    attributing: frozenset[str]
    laying: frozenset[str]
    nouns: frozenset[str]
    pointing: frozenset[str]
    claiming: frozenset[str]
    lying: frozenset[str]
    duty: frozenset[str]
    deny: frozenset[str]
    allegations: frozenset[str]
    involvement: frozenset[str]
    impunity: frozenset[str]
    enabling: frozenset[str]
    general: frozenset[str]
    works: frozenset[str]
    implying: frozenset[str]
    harmful: frozenset[str]


@cache
def blaming() -> Blaming:
    """Load the vocabulary of blame."""
    raw = cast("Mapping[str, Any]", vocabulary("blame"))
    types = cast("Mapping[str, Mapping[str, Any]]", vocabulary("event_types"))

    def words(key: str) -> frozenset[str]:
        return frozenset(map(str, raw[key]))

    return Blaming(
        blaming=words("blaming"),
        accusing=words("accusing"),
        attributing=words("attributing"),
        laying=words("laying"),
        nouns=words("blame nouns"),
        pointing=words("pointing"),
        claiming=words("claiming"),
        lying=words("lying"),
        duty=words("duty words"),
        deny=words("deny"),
        allegations=words("allegations"),
        involvement=words("involvement"),
        impunity=words("impunity"),
        enabling=words("enabling"),
        general=words("general"),
        works=words("works"),
        implying=words("implying"),
        harmful=frozenset(
            name
            for name, kind in types.items()
            if kind["family"] in ("violence", "property", "custody", "observers", "access", "displacement")
        ),
    )


def blame_draft(
    scene: Scene,
    trigger: "Token",
    party: Party,
    rule: str,
    *,
    stance: Stance | None = None,
    role: ResponsibilityRole = "perpetrator",
    scope: ResponsibilityScope = "incident",
    event: int | None = None,
    accused: "Token | None" = None,
) -> Draft:
    """Return the draft that ``trigger`` blames ``party``; whom it accuses decides whose voice it is."""
    given = stance or stance_of(scene.parse, trigger.i)
    if given.polarity == "assert" and given.factuality == "probable" and _implied(trigger):
        given = replace(given, polarity="implicate", rule="implied")
    if event is None and scope == "incident":
        event = scene.event_near(trigger.i)
    spans = tuple(sorted({party.span, scene.parse.span(trigger.i, trigger.i + 1)}))
    payload = ResponsibilityPayload(party.actor, party.label, role, scope)
    token = trigger.i if accused is None else accused.i
    voice = None
    if accused is not None and (accuser := subject_of(trigger)) is not None and outside(scene, trigger.i, accused.i):
        voice = scene.voice_of(accuser.i, trigger.i)
    return Draft("responsibility", token, given, spans, payload, event, rule, voice)


def outside(scene: Scene, trigger: int, accused: int) -> bool:
    """Whether no statement of the accuser's own covers whom he accuses."""
    return scene.statement_at(trigger) is scene.statement_at(accused)


def _implied(trigger: "Token") -> bool:
    """Whether a raising verb above makes the blame a hint: "appeared to lay the blame on"."""
    words = blaming()
    token = trigger
    for _ in range(3):
        if token.lemma_ in words.implying:
            subject = subject_of(token)
            return subject is not None and (subject.ent_type_ in ("PERSON", "ORG", "GPE") or subject.pos_ in ("PROPN", "PRON"))
        token = token.head
    return False


def scope_of(scene: Scene, complement: "Token | None") -> ResponsibilityScope:
    """Blame for "the violence" at large is a pattern; blame for an attack is an incident's."""
    if complement is None:
        return "incident"
    number = scene.event_at(complement.i)
    if complement.lemma_ in blaming().general or complement.lower_ in blaming().general:
        return "pattern"
    return "pattern" if number is not None and scene.events[number].pattern else "incident"


def stated(stance: Stance) -> Stance:
    """A negated statement of who did it is a denial."""
    return DENIED if stance.factuality == "negated" and stance.polarity == "assert" else stance


def event_of(scene: Scene, noun: "Token | None") -> int | None:
    """The event whose trigger is ``noun``."""
    return None if noun is None else scene.event_at(noun.i)
