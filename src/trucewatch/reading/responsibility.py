"""Events, accusations and denials → drafts of responsibility claims: who is said, implied or denied to have done it (DOMAIN section 5).

Enters: a scene. Leaves: one draft for each perpetrator an event names, and one for each accusation, claim of responsibility, duty,
pattern or denial whose event the text leaves unnamed. The lexicon is ``vocab/blame.yaml``.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from trucewatch.reading.accusations import accused, attributed, behind, blame_noun, blamed, hand, impunity, pointed, responsible, work_of
from trucewatch.reading.allegations import judged
from trucewatch.reading.arguments import clause_head
from trucewatch.reading.blaming import DENIED, blame_draft, blaming, event_of, stated
from trucewatch.reading.denials import OPERATIONS, VIOLENT, denial, denial_noun, denied_deed, did_not, left_unsaid, no_operation
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import EventMention, Stance
from trucewatch.reading.parties import institutions, object_of, party_at, subject_of
from trucewatch.reading.people import names_people
from trucewatch.reading.scene import UNREAL, Draft, Scene
from trucewatch.records.assertion import ResponsibilityPayload
from trucewatch.records.span import Span

if TYPE_CHECKING:
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import ResponsibilityScope

_DEEDS = frozenset(
    """lay plant direct do commit order cause plan carry stage organise organize mastermind launch start perpetrate""".split()
)


_BEFORE = 6
"""Tokens from a name back to the noun of "the work of" it."""
_ASKED = frozenset(("who", "whom", "what", "whoever", "nobody", "anyone"))
"""Words that name nobody: a question ("who blames whom") or no one."""


def _judged_verbs(scene: Scene) -> Iterator[int]:
    """Yield the verbs of the sentences in which something may be denied."""
    judging, pos = judged(scene.parse), scene.parse.tree.pos
    if judging:
        yield from (at for at, number in enumerate(scene.parse.sentence_of) if number in judging and pos[at] == "VERB")


def find_responsibility(scene: Scene) -> list[Draft]:
    """Return drafts of responsibility claims, those of events first."""
    found: list[Draft] = []
    for number, event in enumerate(scene.events):
        found += _of_event(scene, number, event)
    triggers = _triggers()
    known = {_key(scene, draft) for draft in found}
    for index in sorted({*scene.parse.lemma_places.places(triggers), *_judged_verbs(scene)}):
        rule = triggers.get(scene.lemma[index], denied_deed)
        for draft in rule(scene, scene.parse.doc[index]):
            payload = cast("ResponsibilityPayload", draft.payload)
            if payload.label.lower() in _ASKED and draft.stance.polarity != "non-assertion":
                continue
            key = _key(scene, draft)
            if key not in known or draft.stance.polarity != "assert" or payload.scope == "pattern":
                known.add(key)
                found.append(draft)
    return found


def _key(scene: Scene, draft: Draft) -> tuple[int | None, str, str | None]:
    """What makes two drafts one: the same event, the same label, the same statement. Another voice is another claim."""
    payload = cast("ResponsibilityPayload", draft.payload)
    statement = scene.statement_at(draft.token) if draft.voice is None else scene.statements[draft.voice]
    return draft.event, payload.label.lower(), statement.id if statement else None


@cache
def _triggers() -> "dict[str, Callable[[Scene, Token], Iterator[Draft]]]":
    """The rule for each lemma that may speak of blame."""
    words = blaming()
    triggers: dict[str, Callable[[Scene, Token], Iterator[Draft]]] = {}
    triggers |= dict.fromkeys(words.nouns, blame_noun)
    triggers |= dict.fromkeys(words.impunity, impunity)
    triggers |= dict.fromkeys(words.works, work_of) | {
        "hand": hand,
        "responsible": responsible,
        "blame": blamed,
        "behind": behind,
        "responsibility": blame_noun,
    }
    triggers |= (
        dict.fromkeys(words.blaming - {"blame"}, blamed)
        | dict.fromkeys(words.accusing, accused)
        | dict.fromkeys(words.attributing, attributed)
    )
    triggers |= dict.fromkeys(OPERATIONS, no_operation) | dict.fromkeys(VIOLENT, did_not)
    triggers |= dict.fromkeys(_DEEDS, _did_it) | {"who": left_unsaid}
    triggers |= dict.fromkeys(words.deny, denial) | {"denial": denial_noun, "finger": pointed, "involve": _involved, "part": _took_part}
    return triggers


def _of_event(scene: Scene, number: int, event: EventMention) -> Iterator[Draft]:
    """Each perpetrator an event names, and whom the same words say it was not."""
    if event.type not in blaming().harmful or event.stance.factuality in UNREAL:
        return
    if event.stance.factuality == "negated" and event.stance.polarity != "deny":
        return
    scope: ResponsibilityScope = "pattern" if event.pattern else "incident"
    for participant in event.participants:
        if not participant.role.startswith("perpetrator") or not participant.mentions:
            continue
        if _contradistinct(scene, participant.mentions[0]):
            continue
        stance = _carried_out(scene, event)
        if participant.confidence == "possible" and stance.factuality == "certain":
            stance = replace(stance, factuality="possible")
        label = participant.name
        institution = label.lower().split()[-1] in institutions() and label[:1] != label[:1].lower()
        common = " " not in label and names_people(label.lower())
        actor = label if (participant.named and not common) or institution or label.lower() in institutions() else None
        payload = ResponsibilityPayload(actor, label, "perpetrator", scope)
        token, spans = event.token, {participant.mentions[0], event.trigger, *_verb_of(scene, event)}
        if participant.rule.startswith("blame:"):
            named = scene.parse.tokens_in(participant.mentions[0])[0]
            stance = _as_sure(stance, stance_of(scene.parse, clause_head(scene.parse.tree, named)))
            spans.update(_works(scene, named) if participant.rule == "blame:work of" else ())
            if scene.parse.sentence_of[named] != scene.parse.sentence_of[token]:
                token = named  # said by whoever accuses, not by whoever told of the event
        yield Draft("responsibility", token, stance, tuple(sorted(spans)), payload, number, f"event:{participant.confidence}")
    yield from _contrasted(scene, number, event)


def _as_sure(event: Stance, accusation: Stance) -> Stance:
    """An accusation is no surer than its own words make it."""
    return replace(event, factuality=accusation.factuality) if accusation.factuality in ("possible", "probable") else event


def _works(scene: Scene, named: int) -> Iterator[Span]:
    """The noun of "the work of Y"."""
    before = next((at for at in range(named - 1, max(-1, named - _BEFORE), -1) if scene.parse.tree.lemma[at] in blaming().works), None)
    if before is not None:
        yield scene.parse.span(before, before + 1)


def _verb_of(scene: Scene, event: EventMention) -> Iterator[Span]:
    """The verb by which an attack is done: "carried out"."""
    noun = scene.parse.doc[event.token]
    if noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ in _DEEDS:
        yield scene.parse.span(noun.head.i, noun.head.i + 1)


def _carried_out(scene: Scene, event: EventMention) -> Stance:
    """Who did it is as sure as the verb that says so: an attack is certain, those "believed to have carried it out" are not."""
    noun = scene.parse.doc[event.token]
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj" or verb.pos_ != "VERB" or event.stance.factuality != "certain":
        return event.stance
    stance = stance_of(scene.parse, verb.i)
    return stance if stance.polarity == "assert" and stance.factuality in ("possible", "probable") else event.stance


def _contradistinct(scene: Scene, mention: Span) -> bool:
    """Whether the words before a mention say that it was somebody else: ", not the police"."""
    before = scene.parse.text[max(0, mention.start - 12) : mention.start].lower().split()
    while before and before[-1] in ("the", "a", "an", "any"):
        before.pop()
    return bool(before) and before[-1] == "not"


def _contrasted(scene: Scene, number: int, event: EventMention) -> Iterator[Draft]:
    """As in "'bandits', not the police, had burned it": the second party is denied."""
    doc = scene.parse.doc
    sentence = doc[event.token].sent
    for index in range(sentence.start + 1, sentence.end - 1):
        if scene.lower[index] != "not" or not doc[index - 1].is_punct or doc[index + 1].pos_ == "ADP":
            continue
        if doc[index - 1].text != "," or scene.lower[index + 1] in ("one", "a", "even"):
            continue  # "not one shell was fired", "not a single mourner": nobody is set against anybody
        noun = next(
            (doc[i] for i in range(index + 1, min(index + 8, sentence.end)) if doc[i].pos_ in ("NOUN", "PROPN") and _heads(doc[i])), None
        )
        if noun is None or any(doc[i].pos_ in ("VERB", "AUX") for i in range(index + 1, noun.i)):
            continue
        party = party_at(scene, noun.i)
        payload = ResponsibilityPayload(party.actor, party.label, "perpetrator", "incident")
        yield Draft("responsibility", event.token, DENIED, tuple(sorted((party.span, event.trigger))), payload, number, "contrast")
        return


def _heads(noun: "Token") -> bool:
    """Whether a noun is the head of its phrase."""
    return noun.dep_ not in ("compound", "amod", "poss", "nmod")


def _involved(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "National Guard men had been involved"."""
    accused = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if accused is None and token.dep_ in ("acomp", "ccomp"):
        accused = subject_of(token.head) if token.dep_ == "acomp" else None
    if accused is None or accused.pos_ not in ("NOUN", "PROPN", "PRON") or scene.event_at(accused.i) is not None:
        return
    complement = object_of(token, "in")
    yield blame_draft(
        scene,
        token,
        party_at(scene, accused.i),
        "involved",
        stance=stated(stance_of(scene.parse, token.i)),
        event=event_of(scene, complement),
    )


def _took_part(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "soldiers took part (in the attack)"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_ not in ("take", "play", "have") or (doer := subject_of(verb)) is None:
        return
    complement = object_of(token, "in") or object_of(verb, "in")
    event = event_of(scene, complement)
    if complement is not None and event is None:
        return
    stance = stance_of(scene.parse, verb.i)
    if stance.factuality not in UNREAL and doer.pos_ in ("NOUN", "PROPN", "PRON"):
        yield blame_draft(scene, verb, party_at(scene, doer.i), "took part", stance=stated(stance), event=event)


def _did_it(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "guerrillas had laid it", "militiamen appear to have directed it", "believed to have been laid by an armed group"."""
    if token.pos_ != "VERB" or scene.event_at(token.i) is not None:
        return
    passive = any(c.dep_ == "auxpass" for c in token.children)
    what = object_of(token)
    doer = object_of(token, "by") if passive else subject_of(token)
    told = None if passive else event_of(scene, what)
    if told is not None and any(p.role.startswith("perpetrator") for p in scene.events[told].participants):
        return
    if not passive and told is None and (what is None or what.lower_ not in ("it", "this", "them", "these")):
        return
    if (door := object_of(token, "at")) is not None and door.lemma_ in ("door", "foot"):
        return  # "lays them at the door of a militia" blames, and does nothing
    if doer is None or doer.pos_ not in ("NOUN", "PROPN") or scene.event_at(doer.i) is not None:
        return
    stance = stance_of(scene.parse, token.i)
    if stance.factuality not in UNREAL:
        yield blame_draft(scene, token, party_at(scene, doer.i), "did it", stance=stated(stance), event=told)
