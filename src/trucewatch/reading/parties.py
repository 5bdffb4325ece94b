"""A word in the text → who is meant as a party: the actor where the text decides, and the label as written.

Labels ("terrorists", "government-backed militia") stay quoted until a person links them to an actor, so their actor is None.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.reading.scene import Scene
from trucewatch.reading.speakers import resolve
from trucewatch.records.span import Span

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_ARTICLES = frozenset(("the", "a", "an", "any", "some", "both", "all"))
_INSTITUTIONS = frozenset(
    """army government regime police military navy authorities state coalition alliance opposition council ministry cabinet
    president forces""".split()
)
_OFFICES = frozenset(
    """minister president envoy ambassador secretary general commander spokesman spokeswoman mayor governor chief chairman leader premier
    chancellor king colonel brigadier admiral captain major delegate mediator negotiator director coordinator bishop priest""".split()
)
_STOPS = frozenset(("relcl", "acl", "appos", "punct", "cc", "conj", "parataxis", "advcl"))


def institutions() -> frozenset[str]:
    """Bodies a definite noun names by itself ("the army", "the government")."""
    return _INSTITUTIONS


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant. ``actor`` None: only a label is given. ``span`` covers the label without its article."""

    actor: str | None
    label: str
    span: Span


def party_at(scene: Scene, token: int) -> Party:
    """Return the party the noun, name or pronoun at ``token`` means."""
    doc = scene.parse.doc
    noun = doc[token]
    start, end = phrase_at(noun)
    span = scene.parse.span(start, end)
    label = " ".join(span.of(scene.parse.text).split())
    if noun.pos_ == "PRON" or noun.tag_ in ("PRP", "PRP$"):
        name = resolve(scene.parse, token).name
        return Party(name if name and name.lower() != label.lower() else None, name or label, span)
    if noun.lemma_.lower() in _OFFICES and any(c.dep_ in ("det", "poss", "appos") for c in noun.children):
        name = resolve(scene.parse, token).name
        if name and name.lower() != label.lower() and name[:1].isupper():
            return Party(name, label, span)
    named = any(doc[index].pos_ == "PROPN" for index in range(start, end))
    if named or noun.lower_ in _INSTITUTIONS:
        return Party(label, label, span)
    return Party(None, label, span)


def phrase_at(noun: "Token") -> tuple[int, int]:
    """Return the noun phrase of ``noun`` as token bounds: its modifiers to the left without article, and an "of" to the right."""
    start = noun.i
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "poss", "nmod", "nummod", "npadvmod", "punct"):
            start = min(start, child.left_edge.i)
    while start < noun.i and (noun.doc[start].is_punct or noun.doc[start].lower_ in _ARTICLES):
        start += 1
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == end:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                end = inner.i + 1
        elif child.dep_ in _STOPS:
            break
    return start, end


def subject_of(verb: "Token") -> "Token | None":
    """The subject of a verb, looked for through coordination, raising and open complements."""
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return _antecedent(child)
        if verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBZ", "VBP"):
            return _beside(verb)
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and verb.head.i != verb.i:
            above = verb.head
            if verb.dep_ == "xcomp":
                given = next((c for c in above.children if c.dep_ in ("dobj", "dative")), None)
                if given is not None:
                    return given
            verb = above.head if above.pos_ == "ADP" else above
        elif verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
            return verb.head
        else:
            return None
    return None


def _beside(verb: "Token") -> "Token | None":
    """The subject of a finite clause that the parse gave to its own participle: "denied that men allied to them were behind it"."""
    for clause in verb.head.children:
        if clause.dep_ == "ccomp" and clause.i < verb.i:
            return next((_antecedent(child) for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return None


def _antecedent(subject: "Token") -> "Token":
    """The noun a relative pronoun stands for."""
    if subject.tag_ in ("WP", "WDT") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def object_of(verb: "Token", *prepositions: str) -> "Token | None":
    """The direct object, or where prepositions are named the object of the first of them."""
    for child in verb.children:
        if not prepositions and child.dep_ in ("dobj", "obj"):
            return child
        if prepositions and child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            return next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
    return None
