"""Words on plans and truces → drafts of compliance claims: what somebody says about how a commitment is kept (DOMAIN section 6).

Enters: a scene. Leaves: one draft each; verdicts are implemented · partly · not implemented · violated · fulfilled · unclear.
A verdict that is only feared, threatened or demanded keeps its factuality. The lexicon is ``vocab/compliance.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import Stance
from trucewatch.reading.parties import object_of, party_at, phrase_at, subject_of
from trucewatch.reading.people import singular
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import CompliancePayload
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.token import Token


@dataclass(frozen=True, slots=True)
class Keeping:
    """The typed content of ``vocab/compliance.yaml``."""

    commitments: frozenset[str]
    verdicts: Mapping[str, str]
    prepositions: Mapping[str, str]
    partly: frozenset[str]
    states: Mapping[str, str]
    nouns: Mapping[str, str]


@cache
def keeping() -> Keeping:
    """Load the vocabulary of compliance."""
    raw = cast("Mapping[str, Any]", vocabulary("compliance"))
    verdicts = {str(word): str(verdict) for verdict, words in raw["verdicts"].items() for word in words}
    return Keeping(frozenset(raw["commitments"]), verdicts, raw["prepositions"], frozenset(raw["partly"]), raw["states"], raw["nouns"])


def find_compliance(scene: Scene) -> list[Draft]:
    """Return drafts of compliance claims in text order."""
    words = keeping()
    found = []
    parse = scene.parse
    asked = parse.lemma_places.places(words.verdicts.keys() | words.states.keys() | words.nouns.keys())
    for index in sorted({*asked, *parse.word_places.places(words.states)}):
        lemma, token, draft = scene.lemma[index], parse.doc[index], None
        if lemma in words.verdicts and token.pos_ == "VERB":
            draft = _verb(scene, token, lemma)
        elif lemma in words.states or token.lower_ in words.states:
            draft = _state(scene, token)
        elif lemma in words.nouns and token.pos_ == "NOUN":
            draft = _noun(scene, token, lemma)
        if draft is not None:
            found.append(draft)
    return found


def _is_commitment(token: "Token | None") -> bool:
    return token is not None and (token.lemma_.lower() in keeping().commitments or singular(token.lower_) in keeping().commitments)


def _verb(scene: Scene, verb: "Token", lemma: str) -> Draft | None:
    """As in "the accord is not observed", "the army broke the truce", "the roadmap had failed", "it is not working"."""
    words = keeping()
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    preposition = words.prepositions.get(lemma)
    target = object_of(verb, preposition) if preposition else object_of(verb)
    subject = subject_of(verb)
    intransitive = lemma in ("work", "hold", "succeed", "function") or words.verdicts[lemma] == "not implemented"
    if passive:
        obligor = object_of(verb, "by")
        commitment: Token | None = next(c for c in verb.children if c.dep_ == "nsubjpass")
    elif _is_commitment(target) and not intransitive:
        commitment, obligor = target, subject
    elif intransitive and subject is not None:
        commitment, obligor = subject, None
    else:
        return None
    what = _commitment(scene, commitment)
    if what is None:
        return None
    stance = stance_of(scene.parse, verb.i)
    verdict, stance = _verdict(verb, words.verdicts[lemma], stance)
    return _draft(scene, verb, what, obligor, verdict, stance, f"verb:{lemma}")


def _commitment(scene: Scene, token: "Token | None") -> str | None:
    """The commitment a noun names, or a pronoun or "that" clause refers back to."""
    if token is None:
        return None
    if token.pos_ == "PRON" or token.lower_ in ("it", "this", "which", "that"):
        found = _before(scene, token.i)
        return None if found is None else _label(scene, found)
    return _label(scene, token) if _is_commitment(token) else None


def _before(scene: Scene, index: int) -> "Token | None":
    """The last commitment named before a pronoun, within its sentence and the one before."""
    sentence = scene.parse.sentence_of
    for at in range(index - 1, max(-1, index - 60), -1):
        if sentence[index] - sentence[at] > 1:
            return None
        if scene.lemma[at] in keeping().commitments and scene.parse.doc[at].pos_ == "NOUN":
            return scene.parse.doc[at]
    return None


def _label(scene: Scene, noun: "Token") -> str:
    start, end = phrase_at(noun)
    return " ".join(scene.parse.span(start, end).of(scene.parse.text).split())


def _verdict(verb: "Token", verdict: str, stance: Stance) -> tuple[str, Stance]:
    """Turn a negated keeping into "not implemented", asserted; a negated breach stays a denial of it."""
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    if stance.factuality == "negated" and stance.polarity == "assert":
        if verdict in ("implemented", "fulfilled"):
            return "not implemented", Stance("assert", "certain", stance.hedges, "not kept")
        if verdict == "not implemented":
            return "implemented", Stance("assert", "certain", stance.hedges, "still kept")
    if adverbs & keeping().partly:
        return "partly", stance
    return verdict, stance


def _state(scene: Scene, token: "Token") -> Draft | None:
    """As in "the plan was dead", "the ceasefire is over", "the truce lies in tatters", "it is not working"."""
    words = keeping()
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in ("acomp", "attr", "advmod", "pobj", "ROOT", "ccomp", "oprd", "prep") or verb.pos_ not in ("AUX", "VERB"):
        return None
    if verb.lemma_ not in ("be", "lie", "seem", "appear", "remain", "declare", "call", "stay", "look"):
        return None
    subject = subject_of(verb)
    what = _commitment(scene, subject) if subject is not None and subject.pos_ != "PRON" else None
    if what is None:
        return None
    stance = stance_of(scene.parse, verb.i)
    verdict, stance = _verdict(verb, words.states.get(token.lower_) or words.states[token.lemma_], stance)
    return _draft(scene, token, what, None, verdict, stance, f"state:{token.lower_}")


def _noun(scene: Scene, token: "Token", lemma: str) -> Draft | None:
    """As in "a violation of the truce by the army", "in breach of the agreement"."""
    words = keeping()
    complement = object_of(token, "of", "with")
    compound = next((c for c in token.lefts if c.dep_ == "compound" and _is_commitment(c)), None)
    commitment = compound if compound is not None else complement
    if not _is_commitment(commitment) or commitment is None:
        return None
    stance = stance_of(scene.parse, token.i)
    if words.nouns[lemma] == "implemented" and stance.factuality == "certain":
        return None
    doer = object_of(token, "by")
    label = commitment.text if commitment is compound else _label(scene, commitment)
    return _draft(scene, token, label, doer, words.nouns[lemma], stance, f"noun:{lemma}")


def _draft(scene: Scene, token: "Token", commitment: str, obligor: "Token | None", verdict: str, stance: Stance, rule: str) -> Draft:
    party = None
    if obligor is not None and obligor.pos_ in ("NOUN", "PROPN", "PRON") and not _is_commitment(obligor):
        party = party_at(scene, obligor.i).label
    payload = CompliancePayload(commitment, party, verdict)
    return Draft("compliance", token.i, stance, (scene.parse.span(token.i, token.i + 1),), payload, None, rule)
