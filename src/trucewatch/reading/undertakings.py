"""Deeds that are no measure with a name, asked for, promised, threatened or refused → drafts of measure claims.

"Demanded that it return to barracks", "will hand them over", "would not suspend the talks", "had no plan to fight": who is to do what, and
whether it is asked for, promised, threatened or refused. Each rule takes a scene and the token of a verb.
"""

from typing import TYPE_CHECKING, Any

from trucewatch.reading.actors import actors
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.governors import asked_across
from trucewatch.reading.measuring import STATIVE, UNNAMED, actor_of, label_of, measures, span_of, status_of
from trucewatch.reading.mentions import Stance
from trucewatch.reading.parties import object_of, party_at
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import MeasurePayload

if TYPE_CHECKING:
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import MeasureStatus


def undertaking(scene: Scene, verb: "Token", lemma: str) -> Draft | None:
    """What somebody demands, promises or threatens to do that is no measure with a name: "demanded that it return to barracks"."""
    words = measures()
    if lemma in words.governors or lemma in STATIVE:
        return None
    accused = _accused_of(scene, verb, lemma)
    if accused is not None:
        return accused
    governor = _governor(verb)
    asked = governor is not None or _asked_of(verb) or _condition(scene, verb)
    if not asked and not _pending(verb) and (scene.statement_at(verb.i) is None or not _announced(verb)):
        return None
    stance = stance_of(scene.parse, verb.i)
    if stance.polarity != "assert" or stance.factuality not in ("demanded", "future", "conditional", "negated"):
        return None
    refused = stance.factuality == "negated"
    if refused and (governor is not None and governor.lemma_ not in words.asking and governor.lemma_ not in words.governors):
        return None
    status = _governed(governor) if governor is not None else "called_for" if asked else status_of(scene, verb, stance, lemma)
    if refused and status == "taken":
        status = "decided"
    actor = actor_of(scene, verb)
    target = object_of(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    kind = ("not " if refused else "") + (lemma if target is None else f"{lemma} {target.lemma_.lower()}")
    payload = MeasurePayload(actor[0] if actor else UNNAMED, label_of(scene, target), kind, status, None, actor[1] if actor else None)
    return Draft("measure", verb.i, stance, (_phrase(scene, verb),), payload, None, "asked")


def demanded_thing(scene: Scene, verb: "Token") -> Draft | None:
    """A thing that is no measure with a name and that somebody demands: "demanded safe passage for his patrols", "called for restraint"."""
    if verb.lemma_ not in _DEMANDING or any(c.dep_ in ("nsubjpass", "neg") or c.tag_ == "MD" for c in verb.children):
        return None
    noun = object_of(verb, "for") if verb.lemma_ in _FOR else object_of(verb)
    actor = actor_of(scene, verb)
    if noun is None or noun.pos_ != "NOUN" or actor is None or noun.i < verb.i or scene.event_at(noun.i) is not None:
        return None
    lemma = noun.lemma_.lower()
    if lemma in measures().nouns or actors().noun(lemma) is not None or stance_of(scene.parse, verb.i).factuality != "certain":
        return None
    payload = MeasurePayload(actor[0], None, lemma, "called_for", None, actor[1])
    stance = Stance("assert", "demanded", (), "demanded thing")
    return Draft("measure", noun.i, stance, (span_of(scene, noun),), payload, None, "demanded")


def _governed(governor: "Token") -> "MeasureStatus":
    """How far a deed has come by the word that governs it."""
    words = measures()
    lemma = governor.lemma_
    if governor.pos_ == "NOUN":
        return words.asking[lemma]
    return words.governors.get(lemma, "called_for" if lemma in _WANTING else "decided")


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
        "measure", target.i, Stance("assert", "future", (), "accused of preparing"), (span_of(scene, target),), payload, None, "accused of"
    )


def _pending(verb: "Token") -> bool:
    """Whether a passive with "will" says what is to be done with people: "those found innocent will be released"."""
    coming = any(c.lower_ in ("will", "shall", "must") and c.tag_ == "MD" for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return coming and passive and (verb.lemma_ in _PENDING or (verb.dep_ in ("ROOT", "conj") and _does(verb)))


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
    """The word of asking, threatening, promising or planning right above."""
    words = measures()
    above = verb.head
    if verb.dep_ == "pcomp" or (verb.dep_ == "relcl" and above.pos_ != "VERB"):
        return None
    if verb.dep_ == "conj" and above.pos_ == "VERB":
        verb, above = above, above.head
    if verb.dep_ in ("ccomp", "xcomp") and above.lemma_ in ("have", "get", "see") and verb.tag_ in ("VBN", "VBD"):
        verb, above = above, above.head  # "appealed to parliament to have the ravine searched"
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if verb.dep_ in ("acl", "relcl") and above.pos_ == "NOUN" and above.lemma_ in words.asking and (to or own):
        return above if to or verb.tag_ == "VB" else None
    if verb.dep_ == "xcomp" and above.pos_ == "ADJ" and above.lemma_ in words.ready and to:
        return above
    if above.pos_ != "VERB" or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return None
    if above.lemma_ in _WANTING:
        return above if own and (to or verb.tag_ in ("VBN", "VBD")) else None
    if above.lemma_ in words.governors and above.lemma_ != "announce":
        return above if verb.tag_ == "VB" or verb.dep_ == "ccomp" else None
    return None


def _asked_of(verb: "Token") -> bool:
    """Whether an infinitive hangs, by the parse, on what those who are asked do: "calls on those who carry arms to surrender"."""
    relative = verb.head
    return verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and relative.dep_ in ("relcl", "acl") and asked_across(verb)


def _condition(scene: Scene, verb: "Token") -> bool:
    """Whether a deed is the condition on which something is promised or threatened: "will honour it if the tanks go back"."""
    main = verb.head
    if verb.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in verb.children):
        return False
    return scene.statement_at(verb.i) is not None and any(c.tag_ == "MD" for c in main.children) and _does(verb)


def _does(verb: "Token") -> bool:
    """Whether people, a body or their tanks and ships do it."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    noun = actors().noun(subject.lemma_.lower())
    return subject.pos_ in ("PRON", "PROPN") or (noun is not None and (noun.kind != "place"))


def _announced(verb: "Token") -> bool:
    """Whether a speaker says what he, or his side, will or must do: "we will enter the city", "they must be let go"."""
    modal = any(c.tag_ == "MD" and c.lower_ in ("will", "would", "must", "shall", "'ll", "wo") for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.dep_ == "conj" and modal:
        return True
    if not modal or subject is None or verb.dep_ in ("relcl", "acl"):
        return False
    if subject.lower_ == "it":
        return verb.dep_ == "ccomp" and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.head.children)
    if subject.pos_ == "PRON":
        return subject.lower_ not in ("that", "this", "there", "which", "who")
    if any(c.lower_ in ("his", "our", "its", "their", "her", "my") for c in subject.lefts):
        return True
    noun = actors().noun(subject.lemma_.lower())
    return noun is not None and noun.kind in ("person", "organisation", "weapon")


_DEMANDING = frozenset(("demand", "request", "call", "appeal", "plead", "press"))
_FOR = frozenset(("call", "appeal", "plead", "press"))
_WANTING = frozenset(("want", "need", "like"))
_PENDING = frozenset(
    ("release", "try", "prosecute", "punish", "compensate", "investigate", "disband", "withdraw", "deploy", "send", "exchange")
)
