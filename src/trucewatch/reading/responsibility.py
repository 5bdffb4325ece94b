"""Events, accusations and denials → drafts of responsibility claims: who is said, implied or denied to have done it (DOMAIN section 5).

Enters: a scene. Leaves: one draft for each perpetrator an event names, and one for each accusation, claim of responsibility, duty,
pattern or denial whose event the text leaves unnamed. The lexicon is ``vocab/blame.yaml``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import EventMention, Stance
from trucewatch.reading.parties import Party, institutions, object_of, party_at, subject_of
from trucewatch.reading.people import names_people
from trucewatch.reading.scene import UNREAL, Draft, Scene
from trucewatch.records.assertion import ResponsibilityPayload
from trucewatch.records.span import Span
from trucewatch.records.terms import ResponsibilityRole, ResponsibilityScope
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEDS = frozenset(
    (
        "lay",
        "plant",
        "direct",
        "do",
        "commit",
        "order",
        "cause",
        "plan",
        "carry",
        "stage",
        "organise",
        "organize",
        "mastermind",
        "launch",
        "start",
        "perpetrate",
    )
)
_OPERATIONS = frozenset(("operation", "raid", "strike", "sortie", "flight", "activity", "bombardment", "fire", "attack", "troop", "weapon"))
_VIOLENT = frozenset(
    ("shoot", "shell", "bomb", "kill", "target", "hit", "use", "aim", "open", "cross", "enter", "carry", "violate", "touch")
)
_DENIED = Stance("deny", "negated", rule="denied")


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


_ASKED = frozenset(("who", "whom", "what", "whoever", "nobody", "anyone"))
"""Words that name nobody: a question ("who blames whom") or no one."""


def find_responsibility(scene: Scene) -> list[Draft]:
    """Return drafts of responsibility claims, those of events first."""
    found: list[Draft] = []
    for number, event in enumerate(scene.events):
        found += _of_event(scene, number, event)
    triggers = _triggers()
    known = {(draft.event, draft.payload.label.lower()) for draft in found if isinstance(draft.payload, ResponsibilityPayload)}
    for index, lemma in enumerate(scene.lemma):
        rule = triggers.get(lemma)
        if rule is None:
            continue
        for draft in rule(scene, scene.parse.doc[index]):
            payload = cast("ResponsibilityPayload", draft.payload)
            if payload.label.lower() in _ASKED and draft.stance.polarity != "non-assertion":
                continue
            key = (draft.event, payload.label.lower())
            if key not in known or draft.stance.polarity != "assert" or payload.scope == "pattern":
                known.add(key)
                found.append(draft)
    return found


@cache
def _triggers() -> "dict[str, Callable[[Scene, Token], Iterator[Draft]]]":
    """The rule for each lemma that may speak of blame."""
    words = blaming()
    triggers: dict[str, Callable[[Scene, Token], Iterator[Draft]]] = {}
    triggers |= dict.fromkeys(words.nouns, _blame_noun)
    triggers |= dict.fromkeys(words.impunity, _impunity)
    triggers |= dict.fromkeys(words.works, _work_of) | {
        "hand": _hand,
        "responsible": _responsible,
        "blame": _blame,
        "behind": _behind,
        "responsibility": _blame_noun,
    }
    triggers |= (
        dict.fromkeys(words.blaming - {"blame"}, _blame)
        | dict.fromkeys(words.accusing, _accuse)
        | dict.fromkeys(words.attributing, _attributed)
    )
    triggers |= dict.fromkeys(_OPERATIONS, _no_operation) | dict.fromkeys(_VIOLENT, _did_not)
    triggers |= dict.fromkeys(_DEEDS, _did_it) | {"who": _who}
    triggers |= dict.fromkeys(words.deny, _denial) | {"denial": _denial_noun, "finger": _pointed, "involve": _involved, "part": _took_part}
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
        stance = event.stance
        if participant.confidence == "possible" and stance.factuality == "certain":
            stance = replace(stance, factuality="possible")
        label = participant.name
        institution = label.lower().split()[-1] in institutions() and label[:1] != label[:1].lower()
        common = " " not in label and names_people(label.lower())
        actor = label if (participant.named and not common) or institution or label.lower() in institutions() else None
        payload = ResponsibilityPayload(actor, label, "perpetrator", scope)
        spans = tuple(sorted((participant.mentions[0], event.trigger)))
        yield Draft("responsibility", event.token, stance, spans, payload, number, f"event:{participant.confidence}")
    yield from _contrasted(scene, number, event)


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
        noun = next(
            (doc[i] for i in range(index + 1, min(index + 8, sentence.end)) if doc[i].pos_ in ("NOUN", "PROPN") and _heads(doc[i])), None
        )
        if noun is None or any(doc[i].pos_ in ("VERB", "AUX") for i in range(index + 1, noun.i)):
            continue
        party = party_at(scene, noun.i)
        payload = ResponsibilityPayload(party.actor, party.label, "perpetrator", "incident")
        yield Draft("responsibility", event.token, _DENIED, tuple(sorted((party.span, event.trigger))), payload, number, "contrast")
        return


def _heads(noun: "Token") -> bool:
    """Whether a noun is the head of its phrase."""
    return noun.dep_ not in ("compound", "amod", "poss", "nmod")


def _draft(
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
    given = stance or stance_of(scene.parse, trigger.i)
    if given.polarity == "assert" and given.factuality == "probable" and _implied(trigger):
        given = replace(given, polarity="implicate", rule="implied")
    if event is None and scope == "incident":
        event = scene.event_near(trigger.i)
    spans = tuple(sorted({party.span, scene.parse.span(trigger.i, trigger.i + 1)}))
    payload = ResponsibilityPayload(party.actor, party.label, role, scope)
    token = trigger.i if accused is None else accused.i
    voice = None
    if accused is not None and (accuser := subject_of(trigger)) is not None and _outside(scene, trigger.i, accused.i):
        voice = scene.voice_of(accuser.i, trigger.i)
    return Draft("responsibility", token, given, spans, payload, event, rule, voice)


def _outside(scene: Scene, trigger: int, accused: int) -> bool:
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


def _scope(scene: Scene, complement: "Token | None") -> ResponsibilityScope:
    """Blame for "the violence" at large is a pattern; blame for an attack is an incident's."""
    if complement is None:
        return "incident"
    number = scene.event_at(complement.i)
    if complement.lemma_ in blaming().general or complement.lower_ in blaming().general:
        return "pattern"
    return "pattern" if number is not None and scene.events[number].pattern else "incident"


def _blame(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "X blamed Y (for Z)", "Y was blamed", "Y was to blame"."""
    if token.pos_ == "NOUN":
        yield from _blame_noun(scene, token)
        return
    complement = object_of(token, "for")
    scope = _scope(scene, complement)
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
    yield _draft(scene, token, party_at(scene, accused.i), "blame", stance=stance, scope=scope, event=event, accused=accused)


def _accuse(scene: Scene, token: "Token") -> Iterator[Draft]:
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
    scope = _scope(scene, deed)
    draft = _draft(scene, token, party_at(scene, accused.i), "accuse", stance=stance, scope=scope, event=number)
    yield replace(draft, token=deed.i, spans=tuple(sorted({*draft.spans, scene.parse.span(deed.i, deed.i + 1)})))


def _attributed(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "the attack was attributed to Y", "pinned it on Y"."""
    accused = object_of(token, "to", "on")
    if token.pos_ != "VERB" or accused is None or accused.pos_ not in ("NOUN", "PROPN"):
        return
    what = object_of(token) or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    number = scene.event_at(what.i) if what is not None else None
    if number is None and (what is None or what.lower_ not in ("it", "them", "this")):
        return
    yield _draft(scene, token, party_at(scene, accused.i), "attribute", event=number)


def _blame_noun(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "lay the blame on Y", "responsibility lies with Y", "Y claimed responsibility", "Y bears responsibility"."""
    words = blaming()
    verb = token.head
    lemma = verb.lemma_
    if token.pos_ != "NOUN" or verb.pos_ not in ("VERB", "AUX"):
        return
    duty = any(c.lower_ in words.duty or any(i.lower_ in words.duty for i in c.children) for c in token.children)
    complement = object_of(token, "for")
    event = scene.event_at(complement.i) if complement is not None else None
    scope: ResponsibilityScope = "pattern" if duty and event is None else _scope(scene, complement)
    upon = object_of(token, "on", "upon", "with", "at") or object_of(verb, "on", "upon", "with", "at", "to")
    if lemma in words.laying and (accused := upon) is not None:
        yield _draft(scene, verb, party_at(scene, accused.i), "lay blame", scope=scope, event=event, accused=accused)
    elif lemma in words.lying and token.dep_ == "nsubj" and (accused := object_of(verb, "with", "on", "to", "upon")):
        role: ResponsibilityRole = "duty_bearer" if duty else "perpetrator"
        yield _draft(scene, verb, party_at(scene, accused.i), "responsibility lies", role=role, scope=scope, event=event)
    elif lemma in words.claiming and token.dep_ in ("dobj", "nsubjpass"):
        doer = subject_of(verb) if token.dep_ == "dobj" else object_of(verb, "by")
        if doer is not None and doer.lower_ not in ("nobody", "none", "one") and not any(c.lower_ == "no" for c in doer.lefts):
            yield _draft(scene, verb, party_at(scene, doer.i), "claimed by the doer", event=event)
    elif lemma in ("bear", "have", "share", "carry") and token.dep_ == "dobj" and (doer := subject_of(verb)) is not None:
        role = "duty_bearer" if duty else "perpetrator"
        yield _draft(scene, verb, party_at(scene, doer.i), "bears responsibility", role=role, scope=scope, event=event)


def _pointed(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "pointed the finger at Y"."""
    if token.head.lemma_ == "point" and (accused := object_of(token.head, "at", "to", "towards") or object_of(token, "at")):
        yield _draft(scene, token.head, party_at(scene, accused.i), "finger pointed", accused=accused)


def _responsible(scene: Scene, token: "Token") -> Iterator[Draft]:
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
        stance = _DENIED
    yield _draft(scene, token, party_at(scene, accused.i), "responsible", stance=stance, scope=_scope(scene, complement), event=event)


def _behind(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "Y was behind it"."""
    if token.dep_ not in ("prep", "advmod") or token.head.lemma_ != "be" or (accused := subject_of(token.head)) is None:
        return
    inner = next((c for c in token.children if c.dep_ == "pobj"), None)
    what = None if inner is None else scene.event_at(inner.i)
    if inner is not None and what is None and inner.pos_ != "PRON":
        return
    if accused.pos_ in ("NOUN", "PROPN", "PRON") and accused.tag_ not in ("WP", "WDT"):
        stance = stance_of(scene.parse, token.head.i)
        draft = _draft(scene, token.head, party_at(scene, accused.i), "behind", stance=_stated(stance), event=what)
        yield replace(draft, spans=tuple(sorted({*draft.spans, scene.parse.span(token.i, token.i + 1)})))


def _stated(stance: Stance) -> Stance:
    """A negated statement of who did it is a denial."""
    return _DENIED if stance.factuality == "negated" and stance.polarity == "assert" else stance


def _work_of(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "the work of Y", "the hand of Y"."""
    accused = object_of(token, "of")
    if token.pos_ != "NOUN" or accused is None or token.head.lemma_ not in ("be", "see", "blame", "bear", "suspect"):
        return
    if accused.pos_ in ("NOUN", "PROPN") and accused.lemma_ not in ("god", "nature", "fate"):
        stance = _stated(stance_of(scene.parse, token.head.i))
        if token.lemma_ in ("hallmark", "signature", "stamp", "fingerprint") and stance.polarity == "assert":
            stance = replace(stance, polarity="implicate", rule="implied")
        yield _draft(scene, token, party_at(scene, accused.i), "work of", stance=stance)


def _hand(scene: Scene, token: "Token") -> Iterator[Draft]:
    """A hand that is free is impunity; the hand of somebody is a deed."""
    yield from _impunity(scene, token)
    yield from _work_of(scene, token)


def _impunity(scene: Scene, token: "Token") -> Iterator[Draft]:
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
    draft = _draft(scene, token, party_at(scene, doer.i), "free rein", stance=stance, scope="pattern")
    yield replace(draft, stance=stance)


def _involved(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "National Guard men had been involved"."""
    accused = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if accused is None and token.dep_ in ("acomp", "ccomp"):
        accused = subject_of(token.head) if token.dep_ == "acomp" else None
    if accused is None or accused.pos_ not in ("NOUN", "PROPN", "PRON") or scene.event_at(accused.i) is not None:
        return
    complement = object_of(token, "in")
    yield _draft(
        scene, token, party_at(scene, accused.i), "involved", stance=_stated(stance_of(scene.parse, token.i)), event=_at(scene, complement)
    )


def _took_part(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "soldiers took part (in the attack)"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_ not in ("take", "play", "have") or (doer := subject_of(verb)) is None:
        return
    complement = object_of(token, "in") or object_of(verb, "in")
    event = _at(scene, complement)
    if complement is not None and event is None:
        return
    stance = stance_of(scene.parse, verb.i)
    if stance.factuality not in UNREAL and doer.pos_ in ("NOUN", "PROPN", "PRON"):
        yield _draft(scene, verb, party_at(scene, doer.i), "took part", stance=_stated(stance), event=event)


def _did_it(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "guerrillas had laid it", "militiamen appear to have directed it", "believed to have been laid by an armed group"."""
    if token.pos_ != "VERB" or scene.event_at(token.i) is not None:
        return
    passive = any(c.dep_ == "auxpass" for c in token.children)
    what = object_of(token)
    doer = object_of(token, "by") if passive else subject_of(token)
    if not passive and (what is None or what.lower_ not in ("it", "this", "them", "these")):
        return
    if doer is None or doer.pos_ not in ("NOUN", "PROPN") or scene.event_at(doer.i) is not None:
        return
    stance = stance_of(scene.parse, token.i)
    if stance.factuality not in UNREAL:
        yield _draft(scene, token, party_at(scene, doer.i), "did it", stance=_stated(stance))


def _did_not(scene: Scene, token: "Token") -> Iterator[Draft]:
    """A party says of its own side that it did not: "its artillery had not fired", "that its pilots aim at homes", rejected."""
    if token.pos_ != "VERB" or scene.event_at(token.i) is not None or (doer := subject_of(token)) is None:
        return
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children) or doer.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    stance = stance_of(scene.parse, token.i)
    own = doer.lower_ in ("we", "i", "they") or any(c.lower_ in ("its", "our", "their", "his", "her") for c in doer.lefts)
    if stance.factuality != "negated" or not own:
        return
    statement = scene.statement_at(token.i)
    if statement is not None or stance.polarity == "deny":
        yield _draft(scene, token, party_at(scene, doer.i), "did not", stance=_stated(stance))


def _no_operation(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "There were no air operations in that area", said by a party: its own denial."""
    if token.lower_ == "fire" or token.lemma_ == "fire":
        if token.pos_ == "VERB":
            yield from _did_not(scene, token)
        return
    if token.pos_ != "NOUN" or scene.event_at(token.i) is not None or not any(c.lower_ == "no" for c in token.lefts):
        return
    if token.dep_ not in ("attr", "nsubj", "nsubjpass", "dobj") or token.head.lemma_ not in (
        "be",
        "take",
        "carry",
        "conduct",
        "have",
        "occur",
    ):
        return
    statement = scene.statement_at(token.i)
    if statement is None or statement.speaker.name == "":
        return
    party = Party(statement.speaker.name, statement.speaker.affiliation or statement.speaker.name, scene.parse.span(token.i, token.i + 1))
    stance = stance_of(scene.parse, token.i)
    if stance.factuality == "negated":
        start = min((c.i for c in token.lefts), default=token.i)
        draft = _draft(scene, token, party, "no operation", stance=stance)
        yield replace(draft, spans=(scene.between(start, token.i),))


def _who(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "declined to say who had opened fire": nobody is named, and the text says that nobody was."""
    clause = token.head
    if (
        token.dep_ not in ("nsubj", "attr", "nsubjpass")
        or clause.dep_ not in ("ccomp", "xcomp", "pcomp")
        or clause.pos_ not in ("VERB", "AUX")
    ):
        return
    stance = stance_of(scene.parse, clause.i)
    if stance.polarity != "non-assertion":
        return
    end = max((c.i for c in clause.subtree if not c.is_punct), default=clause.i)
    payload = ResponsibilityPayload(None, "who", "perpetrator", "incident")
    yield Draft("responsibility", clause.i, stance, (scene.between(token.i, end),), payload, scene.event_near(clause.i), "left unsaid")


def _at(scene: Scene, noun: "Token | None") -> int | None:
    return None if noun is None else scene.event_at(noun.i)


def _denial(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "denied any role in", "rejected the accusation", "denied it", "denied that its men …"."""
    words = blaming()
    if token.pos_ != "VERB" or any(c.dep_ == "nsubjpass" for c in token.children):
        return
    speaker = subject_of(token)
    if speaker is None or speaker.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    negated = any(c.dep_ == "neg" for c in token.children)
    stance = Stance("non-assertion", "certain", rule="denial withheld") if negated else _DENIED
    what = object_of(token)
    clause = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp", "pcomp")), None)
    if what is not None and (
        what.lemma_.lower() in words.involvement or what.lower_ in words.allegations or what.lemma_ in words.allegations
    ):
        if (
            token.lemma_ != "deny"
            and what.lemma_ in ("report", "figure", "claim", "version", "suggestion")
            and what.lemma_ not in words.involvement
        ):
            return
        event = _event_below(scene, what)
        party = _own_side(scene, speaker)
        draft = _draft(scene, token, party, "denial", stance=stance, event=event)
        voice = scene.voice_of(speaker.i, token.i) if _outside(scene, token.i, what.i) else None
        yield replace(draft, token=what.i, voice=voice, spans=tuple(sorted({*draft.spans, scene.parse.span(what.i, what.i + 1)})))
    elif clause is not None and token.lemma_ in ("deny", "dispute", "refute"):
        yield from _denied_clause(scene, token, clause, speaker, stance)


def _denied_clause(scene: Scene, token: "Token", clause: "Token", speaker: "Token", stance: Stance) -> Iterator[Draft]:
    """As in "denied using such weapons", "denied that its men had raided the factory": the doer of the clause, else the speaker."""
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    number = scene.event_at(clause.i)
    if number is not None and any(p.role.startswith("perpetrator") for p in scene.events[number].participants):
        return
    if any(c.dep_ == "nsubjpass" for c in clause.children) and object_of(clause, "by") is None:
        return
    own = doer is None or doer.pos_ == "PRON" or any(c.dep_ == "poss" for c in doer.children)
    party = _own_side(scene, speaker) if own or doer is None else party_at(scene, doer.i)
    draft = _draft(scene, token, party, "denial", stance=stance, event=number)
    yield replace(draft, token=clause.i, spans=tuple(sorted({*draft.spans, scene.parse.span(clause.i, clause.i + 1)})))


def _own_side(scene: Scene, speaker: "Token") -> Party:
    """Whose role a speaker denies: the body a spokesman speaks for, else the speaker."""
    if speaker.lemma_ in ("spokesman", "spokeswoman", "spokesperson", "official", "leader", "commander", "chief", "general"):
        body = object_of(speaker, "for", "of") or next((c for c in speaker.lefts if c.dep_ in ("poss", "compound", "amod")), None)
        if body is not None and body.pos_ in ("NOUN", "PROPN"):
            return party_at(scene, body.i)
    return party_at(scene, speaker.i)


def _event_below(scene: Scene, noun: "Token") -> int | None:
    """The event a denied role or charge is about: "any role in the bombing", "accusations of shelling"."""
    for child in noun.children:
        for inner in child.children if child.dep_ == "prep" else (child,):
            if (number := scene.event_at(inner.i)) is not None:
                return number
    return None


def _denial_noun(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "its denial of any role": the owner's."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if token.pos_ == "NOUN" and owner is not None and object_of(token, "of") is not None:
        yield _draft(scene, token, party_at(scene, owner.i), "denial", stance=_DENIED, event=_event_below(scene, token))
