"""Words of sanction, recall, veto, aid → drafts of measure claims: who takes what against whom, how far it has come, and because of what.

Enters: a scene. Leaves: one draft for each measure called for, threatened, promised, decided, taken or lifted. The lexicon is
``vocab/measures.yaml``.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.measuring import STATIVE, UNNAMED, actor_of, label_of, measures, span_of, status_of, words_of_asking
from trucewatch.reading.mentions import Stance
from trucewatch.reading.parties import object_of, party_at, subject_of
from trucewatch.reading.people import singular
from trucewatch.reading.scene import Draft, Scene
from trucewatch.reading.undertakings import demanded_thing, undertaking
from trucewatch.records.assertion import MeasurePayload

if TYPE_CHECKING:
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Factuality


def find_measures(scene: Scene) -> list[Draft]:
    """Return drafts of measure claims in text order."""
    words = measures()
    found: list[Draft] = []
    lemmas, doc = scene.lemma, scene.parse.doc
    for index, pos in enumerate(scene.parse.tree.pos):
        draft = None
        if pos == "NOUN":
            if scene.lower[index] in words.nouns:
                draft = _noun(scene, doc[index])
        elif pos in ("VERB", "AUX"):
            lemma = lemmas[index]
            if pos == "VERB" and (lemma in words.verbs or lemma in words.intransitive):
                draft = _verb(scene, doc[index], lemma)
            if draft is None and lemma not in STATIVE and scene.event_at(index) is None:
                draft = undertaking(scene, doc[index], lemma) or demanded_thing(scene, doc[index])
        if draft is not None:
            found.append(draft)
    return found


def _verb(scene: Scene, verb: "Token", lemma: str) -> Draft | None:
    """As in "nine states expelled the envoys", "urged him to step down"."""
    kind, target = _kind(verb, lemma)
    if kind is None:
        return None
    stance = stance_of(scene.parse, verb.i)
    if stance.factuality == "negated" or stance.polarity != "assert":
        return None
    status = status_of(scene, verb, stance, lemma)
    actor = actor_of(scene, verb)
    if actor is None and stance.factuality not in ("future", "demanded", "conditional"):
        return None
    who, number = actor or (UNNAMED, None)
    taken = target
    if target is not None and kind in ("sanctions", "embargo", "ban", "asset freeze"):
        target = object_of(target, "on", "against") or object_of(verb, "on", "against") or target
    if lemma in words_of_asking() and stance.factuality == "certain":
        status = measures().governors[lemma]
        factuality: Factuality = "demanded" if status == "called_for" else "future"
        stance = Stance("assert", factuality, stance.hedges, f"measure {status}")
    payload = MeasurePayload(who, label_of(scene, target), kind, status, _because(scene, verb), number)
    words_of = {scene.parse.span(verb.i, verb.i + 1), *(span_of(scene, noun) for noun in (taken, target) if noun is not None)}
    spans = tuple(sorted(words_of))
    return Draft("measure", verb.i, stance, spans, payload, None, f"verb:{lemma}")


def _kind(verb: "Token", lemma: str) -> "tuple[str | None, Token | None]":
    """The measure a verb and its object make, and the object."""
    words = measures()
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    target = passive if passive is not None else object_of(verb)
    kinds = words.verbs.get(lemma, {})
    if passive is not None and "passive" in kinds:
        return kinds["passive"], passive
    if target is not None:
        kind = kinds.get(target.lemma_.lower()) or kinds.get(singular(target.lower_)) or kinds.get(target.lower_)
        if kind is not None:
            return kind, target
        if "*" in kinds and target.pos_ in ("PROPN", "NOUN"):
            return kinds["*"], target
    for name, kind in words.intransitive.get(lemma, {}).items():
        gap = verb.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.tag_ not in ("WP", "WDT") for child in verb.children)
        if name == "" and target is None and not gap:  # "a picture that we have withdrawn": what is withdrawn stands before
            return kind, None
        for child in verb.children:
            if child.lower_ == name or (child.dep_ == "prep" and any(c.lower_ == name for c in child.children)):
                return kind, None
    return None, None


def _because(scene: Scene, verb: "Token") -> str | None:
    """What prompted it: the event a "which" refers back to, or what stands after "over", "after", "because of", "in response to"."""
    token = verb
    for _ in range(6):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("over", "after", "because", "following") and (why := _event_in(scene, child)):
                return why
        if token.dep_ == "relcl" and token.lemma_ in ("prompt", "lead", "cause", "move", "force", "spur", "trigger"):
            return _event_word(scene, token.head)
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _event_in(scene: Scene, preposition: "Token") -> str | None:
    for inner in preposition.children:
        if inner.dep_ == "pobj" and scene.event_at(inner.i) is not None:
            return label_of(scene, inner)
    return None


def _event_word(scene: Scene, noun: "Token") -> str | None:
    """The event a relative clause hangs on, looked for up its own phrase ("the burning of a mill in the valley, which …")."""
    best = None
    token = noun
    for _ in range(8):
        if scene.event_at(token.i) is not None:
            best = token
        if token.head.i == token.i or token.head.pos_ == "VERB":
            break
        token = token.head
    if best is None:
        sentence = scene.parse.sentence_of
        before = [event.token for event in scene.events if event.token < noun.i and sentence[event.token] == sentence[noun.i]]
        best = scene.parse.doc[before[-1]] if before else noun
    return label_of(scene, best)


def _noun(scene: Scene, noun: "Token") -> Draft | None:
    """As in "called for sanctions", "threatened a veto", "promised an inquiry": the noun itself under a word of asking or threatening."""
    words = measures()
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and governor.pos_ == "NOUN":
        return _called_for(scene, noun, governor)
    if noun.dep_ not in ("dobj", "pobj", "conj") or governor.lemma_ not in words.governors or governor.pos_ != "VERB":
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ not in ("for", "with", "on", "to", "of"):
        return None
    if governor.lemma_ in words.verbs and noun.dep_ == "dobj":
        return None
    subject = subject_of(governor)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    target = object_of(noun, "against", "on", "of", "into")
    status = words.governors[governor.lemma_]
    payload = MeasurePayload(party_at(scene, subject.i).label, label_of(scene, target), words.nouns[noun.lower_], status)
    stance = stance_of(scene.parse, noun.i)
    if stance.polarity != "assert" or stance.factuality == "negated":
        return None
    return Draft("measure", noun.i, stance, (scene.parse.span(noun.i, noun.i + 1),), payload, None, f"noun:{noun.lower_}")


def _called_for(scene: Scene, noun: "Token", call: "Token") -> Draft | None:
    """As in "renewed its call for a ceasefire", "repeated appeals for a truce": whoever calls."""
    if measures().asking.get(call.lemma_) != "called_for" or noun.head.lower_ not in ("for", "of"):
        return None
    owner = next((c for c in call.lefts if c.dep_ == "poss"), None)
    caller = subject_of(call.head) if call.dep_ == "dobj" and (owner is None or owner.pos_ == "PRON") else owner
    stance = stance_of(scene.parse, noun.i)
    if caller is None or caller.pos_ not in ("NOUN", "PROPN", "PRON") or stance.polarity != "assert" or stance.factuality == "negated":
        return None
    payload = MeasurePayload(party_at(scene, caller.i).label, None, measures().nouns[noun.lower_], "called_for")
    asked = Stance("assert", "demanded", stance.hedges, "called for")
    return Draft("measure", noun.i, asked, (scene.parse.span(noun.i, noun.i + 1),), payload, None, f"noun:{noun.lower_}")
