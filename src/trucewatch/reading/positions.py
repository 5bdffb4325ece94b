"""Words of support and refusal → drafts of position claims: an actor, an issue, and a stance from −2 to 2 (DOMAIN section 6).

Enters: a scene. Leaves: one draft for each actor and issue. What somebody refrained from saying stays a non-assertion and is no
position. The lexicon is ``vocab/stances.yaml``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.factuality import stance_of
from trucewatch.reading.mentions import Stance
from trucewatch.reading.parties import object_of, party_at, phrase_at, subject_of
from trucewatch.reading.scene import Draft, Scene
from trucewatch.records.assertion import PositionPayload
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_OTHERS = frozenset(("will", "shall", "can", "support", "backing", "no"))
_GIVING = frozenset(("give", "grant", "issue", "adopt", "approve", "authorise", "authorize", "pass", "be"))


@dataclass(frozen=True, slots=True)
class Stances:
    """The typed content of ``vocab/stances.yaml``."""

    verbs: Mapping[str, int]
    prepositions: Mapping[str, Mapping[str, int]]
    phrases: Mapping[str, Mapping[str, int]]
    predicates: Mapping[str, int]
    issues: frozenset[str]


@cache
def stances() -> Stances:
    """Load the vocabulary of stances."""
    raw = cast("Mapping[str, Any]", vocabulary("stances"))
    verbs = {str(word): int(value) for value, words in raw["verbs"].items() for word in words}
    return Stances(verbs, raw["prepositions"], raw["phrases"], raw["predicates"], frozenset(raw["issues"]))


def find_positions(scene: Scene) -> list[Draft]:
    """Return drafts of position claims in text order."""
    words = stances()
    found: list[Draft] = []
    wanted = words.verbs.keys() | words.prepositions.keys() | words.phrases.keys() | words.predicates.keys() | _OTHERS
    for index in scene.parse.lemma_places.places(wanted):
        lemma, token = scene.lemma[index], scene.parse.doc[index]
        if token.pos_ == "VERB" and (lemma in words.verbs or lemma in words.prepositions or lemma in words.phrases):
            found += _verb(scene, token, lemma)
        elif lemma in words.predicates and token.dep_ in ("acomp", "advmod"):
            found += _predicate(scene, token, lemma)
        elif lemma in ("support", "backing") and token.pos_ == "NOUN":
            found += _lent(scene, token)
        elif token.tag_ == "MD" and lemma in ("will", "shall", "can"):
            found += _will_not(scene, token)
        elif lemma == "no" and token.dep_ == "det":
            found += _withheld(scene, token)
    return found


def _issue(scene: Scene, noun: "Token | None") -> str | None:
    """The issue a noun phrase names, None where it names no issue."""
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    words = stances().issues
    if noun.lemma_.lower() not in words and noun.lower_ not in words:
        return None
    start, end = phrase_at(noun)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("for", "on", "with", "in") and child.i == end:
            end = child.right_edge.i + 1
            break
    # A clause about the issue is no part of its name: "a mandate for a blockade, which would need nine votes".
    end = next((at for at in range(start + 1, end) if noun.doc[at].text in (",", ";") or noun.doc[at].tag_ in ("WDT", "WP")), end)
    return " ".join(scene.parse.span(start, end).of(scene.parse.text).split())


def _meant(scene: Scene, noun: "Token | None") -> "Token | None":
    """The noun an object stands for: itself, or for "it" the last issue named in this sentence or the one before."""
    if noun is None or noun.lower_ not in ("it", "them", "this"):
        return noun
    sentence = scene.parse.sentence_of
    words = stances().issues
    for at in range(noun.i - 1, max(-1, noun.i - 60), -1):
        if sentence[noun.i] - sentence[at] > 1:
            return None
        if scene.lemma[at] in words and scene.parse.doc[at].pos_ in ("NOUN", "PROPN"):
            return scene.parse.doc[at]
    return None


def _withheld(scene: Scene, determiner: "Token") -> Iterator[Draft]:
    """As in "the Council would give no mandate for a blockade", said by somebody: the speaker is firmly against."""
    noun = determiner.head
    verb = noun.head
    if noun.dep_ not in ("dobj", "attr", "nsubjpass") or verb.lemma_ not in _GIVING or not any(c.tag_ == "MD" for c in verb.children):
        return
    if any(c.lower_ in ("if", "unless") for child in verb.children if child.dep_ == "advcl" for c in child.children):
        return
    issue = _issue(scene, noun)
    if issue is not None:
        yield from _spoken(scene, verb, issue.removeprefix("no "), -2, Stance("assert", "certain", (), "withheld"), "withheld")


def _verb(scene: Scene, verb: "Token", lemma: str) -> Iterator[Draft]:
    """As in "Kenya and Ghana both support the roadmap", "ruled out intervention", "objected to the draft"."""
    words = stances()
    value, issue_noun = words.verbs.get(lemma), object_of(verb)
    for particle, given in words.phrases.get(lemma, {}).items():
        if any(c.lower_ == particle and c.dep_ in ("prt", "advmod") for c in verb.children):
            value = given
    for preposition, given in words.prepositions.get(lemma, {}).items():
        if (noun := object_of(verb, preposition)) is not None:
            value, issue_noun = given, noun
    if value is None:
        return
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        issue_noun = passive
    issue = _issue(scene, issue_noun)
    if issue is None and issue_noun is not None and issue_noun.lower_ in ("it", "this", "them"):
        issue = _issue(scene, _meant(scene, issue_noun))
    if issue is None and issue_noun is None and lemma in words.verbs:
        issue = next((found for at in range(verb.i + 1, min(verb.i + 6, len(scene.lower))) if (found := _issue(scene, verb.doc[at]))), None)
    holder = object_of(verb, "by") if passive is not None else subject_of(verb)
    if issue is None or holder is None or holder.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    stance = stance_of(scene.parse, verb.i)
    if stance.factuality == "demanded":
        return
    if stance.factuality == "negated":
        value, stance = -value // abs(value), Stance("assert", "certain", stance.hedges, "not so")
    for actor in _actors(scene, holder):
        yield _draft(scene, verb, actor, issue, value, stance, f"verb:{lemma}")


def _actors(scene: Scene, holder: "Token") -> Iterator[str]:
    """Each of "Russia and China" holds the position."""
    party = party_at(scene, holder.i)
    yield party.actor or party.label
    for child in holder.children:
        if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN"):
            yield from _actors(scene, child)


def _lent(scene: Scene, noun: "Token") -> Iterator[Draft]:
    """As in "lent the truce its full support", "voiced support for the truce"."""
    verb = noun
    for _ in range(4):
        verb = verb.head
        if verb.pos_ == "VERB":
            break
    if verb.lemma_ not in ("give", "lend", "offer", "throw", "voice", "express", "pledge", "reiterate", "declare", "promise"):
        return
    given = object_of(noun, "for", "to", "behind") or object_of(verb, "to", "for", "behind")
    given = given or next((c for c in verb.children if c.dep_ == "dative"), None)
    holder = subject_of(verb)
    for candidate in () if given is None else (given, *given.children):
        issue = _issue(scene, candidate)
        if issue is not None and holder is not None and holder.pos_ in ("NOUN", "PROPN", "PRON"):
            statement = scene.statement_at(verb.i)
            first = holder.lower_ in ("i", "we", "us") and statement is not None
            actor = statement.speaker.name if first and statement is not None else party_at(scene, holder.i).label
            yield _draft(scene, noun, actor, issue, 2, Stance("assert", "certain", (), "support"), "support lent")
            return


def _predicate(scene: Scene, token: "Token", lemma: str) -> Iterator[Draft]:
    """As in "that the plan was dead": a position of whoever says so; nobody's where nobody says it."""
    verb = token.head
    if verb.lemma_ != "be":
        return
    subject = subject_of(verb)
    issue = _issue(scene, subject)
    if issue is None:
        return
    stance = stance_of(scene.parse, verb.i)
    yield from _spoken(scene, token, issue, stances().predicates[lemma], stance, f"predicate:{lemma}")


def _will_not(scene: Scene, modal: "Token") -> Iterator[Draft]:
    """As in "there will not be an amnesty", "sanctions will not help": the speaker is against."""
    verb = modal.head
    if verb.pos_ not in ("VERB", "AUX") or not any(c.dep_ == "neg" for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ in ("attr", "nsubj") and _issue(scene, c)), None)
    helpful = verb.lemma_ in ("be", "happen", "come", "work", "resolve", "solve", "help", "bring", "end", "succeed", "have")
    if subject is None:
        for child in verb.children:
            subject = (
                subject or next((c for c in child.children if c.dep_ == "conj" and _issue(scene, c)), None)
                if child.dep_ == "nsubj"
                else subject
            )
    issue = _issue(scene, subject)
    if issue is None or not helpful:
        return
    value = -2 if verb.lemma_ in ("be", "happen", "come") else -1
    yield from _spoken(scene, verb, issue, value, Stance("assert", "certain", (), "will not"), "will not")


def _spoken(scene: Scene, token: "Token", issue: str, value: int, stance: Stance, rule: str) -> Iterator[Draft]:
    """A position of the statement's speaker; of nobody where the narrator speaks, unless it was left unsaid."""
    statement = scene.statement_at(token.i)
    if stance.factuality in ("conditional", "demanded"):
        return
    if statement is not None:
        yield _draft(scene, token, statement.speaker.name, issue, value, stance, rule)
    elif stance.polarity == "non-assertion":
        above = token
        while above.head.i != above.i and above.dep_ != "ROOT":
            above = above.head
        subject = subject_of(above)
        if subject is not None:
            yield _draft(scene, token, party_at(scene, subject.i).label, issue, value, stance, rule)


def _draft(scene: Scene, token: "Token", actor: str, issue: str, value: int, stance: Stance, rule: str) -> Draft:
    payload = PositionPayload(actor, issue, value)
    return Draft("position", token.i, stance, (scene.parse.span(token.i, token.i + 1),), payload, None, rule)
