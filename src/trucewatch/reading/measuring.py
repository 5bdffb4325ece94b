"""vocab/measures.yaml as typed values, and what every rule of measures shares: who takes it, against what, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.mentions import Stance
from trucewatch.reading.numerals import number_at
from trucewatch.reading.parties import object_of, party_at, phrase_at, subject_of
from trucewatch.reading.scene import Scene
from trucewatch.records.assertion import Statement
from trucewatch.records.extent import Count
from trucewatch.records.terms import MeasureStatus
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

UNNAMED = "not named"
STATIVE = frozenset(
    ("be", "have", "know", "lose", "see", "think", "need", "want", "become", "remain", "find", "get", "seem", "continue", "happen", "come")
)


@dataclass(frozen=True, slots=True)
class Measures:
    """The typed content of ``vocab/measures.yaml``."""

    verbs: Mapping[str, Mapping[str, str]]
    lifting: frozenset[str]
    intransitive: Mapping[str, Mapping[str, str]]
    governors: Mapping[str, MeasureStatus]
    nouns: Mapping[str, str]
    asking: Mapping[str, MeasureStatus]
    ready: frozenset[str]


@cache
def measures() -> Measures:
    """Load the vocabulary of measures."""
    raw = cast("Mapping[str, Any]", vocabulary("measures"))
    statuses: tuple[MeasureStatus, ...] = ("called_for", "threatened", "promised", "decided")
    governors = {str(word): status for status in statuses for word in raw[status]}
    asking: dict[str, MeasureStatus] = {str(word): status for status in statuses for word in raw["asking"][status]}
    return Measures(raw["verbs"], frozenset(raw["lifting"]), raw["intransitive"], governors, raw["nouns"], asking, frozenset(raw["ready"]))


def words_of_asking() -> frozenset[str]:
    """Verbs whose object is what is asked for, promised or threatened ("promised an inquiry")."""
    return frozenset(("promise", "demand", "pledge"))


def status_of(scene: Scene, verb: "Token", stance: Stance, lemma: str) -> MeasureStatus:
    """How far the measure has come: from what governs it, else from its tense."""
    words = measures()
    token = verb
    for _ in range(5):
        above = token.head
        purpose = token.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
        if above.i == token.i or (token.dep_ in ("advcl", "relcl", "acl") and not purpose):
            break
        if token.dep_ == "ccomp" and above.lemma_ in ("say", "announce") and stance.factuality == "certain":
            break
        complement = above.lemma_ in words.governors and token.dep_ in ("xcomp", "ccomp", "dobj", "pcomp", "prep", "advcl")
        if complement and (above.lemma_ != "warn" or stance.factuality in ("future", "conditional")):
            return words.governors[above.lemma_]
        token = above
    if stance.factuality == "demanded":
        return "called_for"
    if stance.factuality == "conditional":
        return "threatened"
    if stance.factuality == "future":
        statement = scene.statement_at(verb.i)
        return _by_act(statement)
    if lemma in words.lifting:
        return "lifted"
    return "taken"


def _by_act(statement: Statement | None) -> MeasureStatus:
    """A future measure is promised, threatened or decided by the act of saying it."""
    act = None if statement is None else statement.speech_act
    if act in ("warn", "threaten"):
        return "threatened"
    return "promised" if act == "promise" else "decided"


def actor_of(scene: Scene, verb: "Token") -> tuple[str, Count | None] | None:
    """Who takes it, and how many of them; for a passive without "by", nobody."""
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    doer = object_of(verb, "by") if passive else subject_of(verb)
    if doer is None:
        return None
    if doer.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    number = None
    for child in doer.lefts:
        if child.dep_ == "nummod" and (value := number_at(scene.lower, child.left_edge.i)[0]) is not None:
            number = Count(value, value)
    return party_at(scene, doer.i).label, number


def label_of(scene: Scene, noun: "Token | None") -> str | None:
    """The words of a noun phrase."""
    return None if noun is None else " ".join(span_of(scene, noun).of(scene.parse.text).split())


def span_of(scene: Scene, noun: "Token") -> Any:
    """The span of a noun phrase."""
    return scene.parse.span(*phrase_at(noun))
