"""Words of sanction, recall, veto, aid → drafts of measure claims: who takes what against whom, how far it has come, and because of what.

Enters: a scene. Leaves: one draft for each measure called for, threatened, promised, decided, taken or lifted. The lexicon is
``vocab/measures.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import Stance
from trucewatch.reading.numerals import number_at
from trucewatch.reading.parties import object_of, party_at, phrase_at, subject_of
from trucewatch.reading.people import singular
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import MeasurePayload, Statement
from trucewatch.records.extent import Count
from trucewatch.records.terms import Factuality, MeasureStatus
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Measures:
    """The typed content of ``vocab/measures.yaml``."""

    verbs: Mapping[str, Mapping[str, str]]
    lifting: frozenset[str]
    intransitive: Mapping[str, Mapping[str, str]]
    governors: Mapping[str, MeasureStatus]
    nouns: Mapping[str, str]


@cache
def measures() -> Measures:
    """Load the vocabulary of measures."""
    raw = cast("Mapping[str, Any]", vocabulary("measures"))
    statuses: tuple[MeasureStatus, ...] = ("called_for", "threatened", "promised", "decided")
    governors = {str(word): status for status in statuses for word in raw[status]}
    return Measures(raw["verbs"], frozenset(raw["lifting"]), raw["intransitive"], governors, raw["nouns"])


def words_of_asking() -> frozenset[str]:
    """Verbs whose object is what is asked for, promised or threatened ("promised an inquiry")."""
    return frozenset(("promise", "demand", "pledge"))


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
            if draft is None and lemma not in _STATIVE and scene.event_at(index) is None:
                draft = _asked(scene, doc[index], lemma)
        if draft is not None:
            found.append(draft)
    return found


def _asked(scene: Scene, verb: "Token", lemma: str) -> Draft | None:
    """What somebody demands, promises or threatens to do that is no measure with a name: "demanded that it return to barracks"."""
    words = measures()
    if lemma in words.governors or lemma in _STATIVE:
        return None
    accused = _accused_of(scene, verb, lemma)
    if accused is not None:
        return accused
    governor = _governor(verb)
    said = None
    if governor is None:
        said = scene.statement_at(verb.i)
        if not _pending(verb) and (said is None or not _announced(verb)):
            return None
    stance = stance_of(scene.parse, verb.i)
    if stance.polarity != "assert" or stance.factuality not in ("demanded", "future", "conditional"):
        return None
    status = words.governors[governor.lemma_] if governor is not None else _status(scene, verb, stance, lemma)
    actor = _actor(scene, verb)
    target = object_of(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    kind = lemma if target is None else f"{lemma} {target.lemma_.lower()}"
    payload = MeasurePayload(actor[0] if actor else _UNNAMED, _label(scene, target), kind, status, None, actor[1] if actor else None)
    return Draft("measure", verb.i, stance, (_phrase(scene, verb),), payload, None, "asked")


def _accused_of(scene: Scene, verb: "Token", lemma: str) -> Draft | None:
    """As in "accused France of preparing an invasion": what the accused is said to be about to do."""
    accuser = verb.head.head
    if lemma not in ("prepare", "plan", "plot") or verb.dep_ != "pcomp" or accuser.lemma_ not in ("accuse", "suspect"):
        return None
    accused, target = object_of(accuser), object_of(verb)
    if accused is None or target is None or scene.event_at(target.i) is not None:
        return None
    payload = MeasurePayload(party_at(scene, accused.i).label, None, target.lemma_.lower(), "decided")
    return Draft(
        "measure", target.i, Stance("assert", "future", (), "accused of preparing"), (_span(scene, target),), payload, None, "accused of"
    )


def _pending(verb: "Token") -> bool:
    """Whether a passive with "will" says what is to be done with people: "those found innocent will be released"."""
    coming = any(c.lower_ in ("will", "shall") and c.tag_ == "MD" for c in verb.children)
    return coming and verb.lemma_ in _PENDING and any(c.dep_ == "auxpass" for c in verb.children)


def _phrase(scene: Scene, verb: "Token") -> Any:
    """The verb with its particle and what it is aimed at: "return to war", "let go", "pull their artillery"."""
    last = verb.i
    for child in verb.children:
        if child.dep_ in ("prt", "ccomp", "dobj") and verb.i < child.i <= verb.i + 4:
            last = max(last, child.i)
        elif child.dep_ == "prep" and child.i == verb.i + 1 and child.lower_ in ("to", "into", "from"):
            last = max([last, *(c.i for c in child.children if c.dep_ == "pobj" and c.i <= verb.i + 4)])
    return scene.between(verb.i, last)


def _governor(verb: "Token") -> "Token | None":
    """The verb of asking, threatening or promising right above."""
    words = measures()
    above = verb.head
    if verb.dep_ == "pcomp" or (verb.dep_ == "relcl" and above.pos_ != "VERB"):
        return None
    if verb.dep_ == "conj" and above.pos_ == "VERB":
        verb, above = above, above.head
    if (
        verb.dep_ in ("xcomp", "ccomp", "advcl")
        and above.pos_ == "VERB"
        and above.lemma_ in words.governors
        and above.lemma_ not in ("announce", "want", "need")
    ):
        infinitive = verb.tag_ == "VB" or verb.dep_ == "ccomp"
        return above if infinitive else None
    return None


def _announced(verb: "Token") -> bool:
    """Whether a speaker says what he, or his side, will or must do: "we will enter the city", "they must be let go"."""
    modal = any(c.tag_ == "MD" and c.lower_ in ("will", "would", "must", "shall", "'ll") for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.dep_ == "conj" and modal:
        return True
    if not modal or subject is None:
        return False
    return (subject.pos_ == "PRON" and subject.lower_ not in ("it", "that", "this", "there", "which", "who")) or any(
        c.lower_ in ("his", "our", "its", "their", "her", "my") for c in subject.lefts
    )


_STATIVE = frozenset(
    ("be", "have", "know", "lose", "see", "think", "need", "want", "become", "remain", "find", "get", "seem", "continue", "happen", "come")
)
_PENDING = frozenset(
    ("release", "try", "prosecute", "punish", "compensate", "investigate", "disband", "withdraw", "deploy", "send", "exchange")
)
_UNNAMED = "not named"


def _verb(scene: Scene, verb: "Token", lemma: str) -> Draft | None:
    """As in "nine states expelled the envoys", "urged him to step down"."""
    kind, target = _kind(verb, lemma)
    if kind is None:
        return None
    stance = stance_of(scene.parse, verb.i)
    if stance.factuality == "negated" or stance.polarity != "assert":
        return None
    status = _status(scene, verb, stance, lemma)
    actor = _actor(scene, verb)
    if actor is None and stance.factuality not in ("future", "demanded", "conditional"):
        return None
    who, number = actor or (_UNNAMED, None)
    taken = target
    if target is not None and kind in ("sanctions", "embargo", "ban", "asset freeze"):
        target = object_of(target, "on", "against") or object_of(verb, "on", "against") or target
    if lemma in words_of_asking() and stance.factuality == "certain":
        status = measures().governors[lemma]
        factuality: Factuality = "demanded" if status == "called_for" else "future"
        stance = Stance("assert", factuality, stance.hedges, f"measure {status}")
    payload = MeasurePayload(who, _label(scene, target), kind, status, _because(scene, verb), number)
    words_of = {scene.parse.span(verb.i, verb.i + 1), *(_span(scene, noun) for noun in (taken, target) if noun is not None)}
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


def _status(scene: Scene, verb: "Token", stance: Stance, lemma: str) -> MeasureStatus:
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


def _actor(scene: Scene, verb: "Token") -> tuple[str, Count | None] | None:
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


def _label(scene: Scene, noun: "Token | None") -> str | None:
    return None if noun is None else " ".join(_span(scene, noun).of(scene.parse.text).split())


def _span(scene: Scene, noun: "Token") -> Any:
    return scene.parse.span(*phrase_at(noun))


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
            return _label(scene, inner)
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
    return _label(scene, best)


def _noun(scene: Scene, noun: "Token") -> Draft | None:
    """As in "called for sanctions", "threatened a veto", "promised an inquiry": the noun itself under a word of asking or threatening."""
    words = measures()
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
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
    payload = MeasurePayload(party_at(scene, subject.i).label, _label(scene, target), words.nouns[noun.lower_], status)
    stance = stance_of(scene.parse, noun.i)
    if stance.polarity != "assert" or stance.factuality == "negated":
        return None
    return Draft("measure", noun.i, stance, (scene.parse.span(noun.i, noun.i + 1),), payload, None, f"noun:{noun.lower_}")
