"""Words of denial → drafts of responsibility claims: what a party denies of itself, and what somebody declines to say.

Each rule takes a scene and the token of its word, and yields the drafts that word gives.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.allegations import allegations
from trucewatch.reading.blaming import DENIED, blame_draft, blaming, outside, stated
from trucewatch.reading.denial import is_party
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.governors import asks_how, denies_nothing
from trucewatch.reading.mentions import Stance
from trucewatch.reading.parties import Party, object_of, party_at, subject_of
from trucewatch.reading.scene import Draft, Scene
from trucewatch.reading.weighing import trigger_end
from trucewatch.records.assertion import ResponsibilityPayload

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

OPERATIONS = frozenset("""operation raid strike sortie flight activity bombardment fire attack troop weapon""".split())


VIOLENT = frozenset(
    """shoot shell bomb kill target hit use aim open cross enter carry violate touch fly move approach overfly operate stray leave drop
    launch land sail pass go come""".split()
)


_FORCES = frozenset(
    """aircraft plane jet helicopter drone pilot gun tank shell round shot missile rocket mortar ship vessel boat soldier troop unit patrol
    man policeman gunner battery vehicle convoy force fighter guard ranger marine column crew bomb""".split()
)
"""Who and what belongs to a side that says "no aircraft had flown there"."""


def did_not(scene: Scene, token: "Token") -> Iterator[Draft]:
    """A party says of its own side that it did not: "its artillery had not fired", "that its pilots aim at homes", rejected."""
    if token.pos_ != "VERB" or scene.event_at(token.i) is not None or (doer := subject_of(token)) is None:
        return
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children) or doer.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    stance = stance_of(scene.parse, token.i)
    if any(c.lower_ in ("no", "not") for c in doer.lefts) and doer.lemma_ in _FORCES:
        yield from _none_of_ours(scene, token, stance)
        return
    own = doer.lower_ in ("we", "i", "they") or any(c.lower_ in ("its", "our", "their", "his", "her") for c in doer.lefts)
    if stance.factuality != "negated" or not own:
        return
    statement = scene.statement_at(token.i)
    if statement is not None or stance.polarity == "deny":
        yield blame_draft(scene, token, party_at(scene, doer.i), "did not", stance=stated(stance))


def _none_of_ours(scene: Scene, token: "Token", stance: Stance) -> Iterator[Draft]:
    """As in "no aircraft had flown there", "not one of our guns fired", said by a party: its own denial."""
    statement = scene.statement_at(token.i)
    if stance.factuality == "negated" and statement is not None and statement.speaker.name and is_party(statement):
        party = Party(
            statement.speaker.name, statement.speaker.affiliation or statement.speaker.name, scene.parse.span(token.i, token.i + 1)
        )
        yield blame_draft(scene, token, party, "did not", stance=stated(stance))


def no_operation(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "There were no air operations in that area", said by a party: its own denial."""
    if token.lower_ == "fire" or token.lemma_ == "fire":
        if token.pos_ == "VERB":
            yield from did_not(scene, token)
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
        draft = blame_draft(scene, token, party, "no operation", stance=stance)
        spans = {scene.between(start, token.i), scene.parse.span(token.head.i, token.head.i + 1)}
        yield replace(draft, spans=tuple(sorted(spans)))


def left_unsaid(scene: Scene, token: "Token") -> Iterator[Draft]:
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


def denial(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "denied any role in", "rejected the accusation", "denied it", "denied that its men …"."""
    words = blaming()
    if token.pos_ != "VERB" or any(c.dep_ == "nsubjpass" for c in token.children):
        return
    speaker = subject_of(token)
    if speaker is None or speaker.pos_ not in ("NOUN", "PROPN", "PRON"):
        yield from _by_its_statement(scene, token)
        return
    negated = denies_nothing(token)
    stance = Stance("non-assertion", "certain", rule="denial withheld") if negated else DENIED
    what = object_of(token)
    clause = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp", "pcomp")), None)
    if clause is not None and asks_how(clause):
        return  # "refuted what the channels broadcast": who is said to have done what is inside
    alleged = _alleged(what)
    if alleged is not None and (what is None or what.lemma_ not in words.involvement):
        yield from _denied_clause(scene, token, alleged, speaker, stance)
        return
    if what is not None and what.lemma_ in _WRONGS and scene.event_at(what.i) is None:
        draft = blame_draft(scene, token, _own_side(scene, speaker), "denial", stance=stance)
        yield replace(draft, token=what.i, spans=tuple(sorted({*draft.spans, scene.parse.span(what.i, what.i + 1)})))
        return
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
        draft = blame_draft(scene, token, party, "denial", stance=stance, event=event)
        voice = scene.voice_of(speaker.i, token.i) if outside(scene, token.i, what.i) else None
        yield replace(draft, token=what.i, voice=voice, spans=tuple(sorted({*draft.spans, scene.parse.span(what.i, what.i + 1)})))
    elif clause is not None and token.lemma_ in ("deny", "dispute", "refute"):
        yield from _denied_clause(scene, token, clause, speaker, stance)


_WRONGS = OPERATIONS | frozenset(
    """abuse atrocity excess wrongdoing crime violation looting torture ill-treatment mistreatment incursion crossing intrusion reprisal
    execution raid encounter clash movement deployment loss defeat use possession presence""".split()
)


def _alleged(noun: "Token | None") -> "Token | None":
    """The clause that says what an allegation is: "rejected criticism that its men had stood by"."""
    if noun is None or noun.pos_ != "NOUN" or noun.lemma_.lower() not in allegations().nouns:
        return None
    for clause in noun.children:
        told = clause.dep_ in ("acl", "relcl", "ccomp") and clause.pos_ == "VERB"
        if told and any(c.lower_ == "that" and c.dep_ != "nsubj" and c.i < clause.i for c in clause.subtree):
            return clause
    return None


def _by_its_statement(scene: Scene, token: "Token") -> Iterator[Draft]:
    """A denial whose subject the parse lost ("a gang leader known as Ti denied that his men …"): the speaker of the statement denies it."""
    clause = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp", "pcomp")), None)
    statement = None if clause is None else scene.statement_at(clause.i)
    if clause is None or statement is None or not statement.speaker.name or scene.event_at(clause.i) is not None:
        return
    if token.lemma_ != "deny" or any(c.dep_ in ("neg", "nsubjpass") for c in (*token.children, *clause.children)):
        return
    speaker = statement.speaker
    party = Party(speaker.name, speaker.name, scene.parse.span(token.i, token.i + 1))
    draft = blame_draft(scene, token, party, "denial", stance=DENIED)
    yield replace(draft, token=clause.i, spans=(scene.parse.span(token.i, token.i + 1), scene.parse.span(clause.i, clause.i + 1)))


def _denied_clause(scene: Scene, token: "Token", clause: "Token", speaker: "Token", stance: Stance) -> Iterator[Draft]:
    """As in "denied using such weapons", "denied that its men had raided the factory": the doer of the clause, else the speaker."""
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    impersonal = doer is not None and doer.lower_ in ("it", "this", "that")
    if impersonal and (clause.lemma_ == "be" or (clause.tag_ == "VBG" and object_of(clause) is None)):
        return  # "denies that it was shelling": what happened is in dispute, not whether the speaker did it
    number = scene.event_at(clause.i)
    if number is not None and any(p.role.startswith("perpetrator") for p in scene.events[number].participants):
        return
    if any(c.dep_ == "nsubjpass" for c in clause.children) and object_of(clause, "by") is None:
        return
    other = token.lemma_ != "deny" and doer is not None and doer.lower_ in ("he", "she")  # whom somebody else's allegation is about
    own = doer is None or (doer.pos_ == "PRON" and not other) or any(c.dep_ == "poss" for c in doer.children)
    party = _own_side(scene, speaker) if own or doer is None else party_at(scene, doer.i)
    draft = blame_draft(scene, token, party, "denial", stance=stance, event=number)
    deed = scene.parse.span(clause.i, _state_end(clause) or trigger_end(scene.parse.tree, clause.i))  # "having made any arrests"
    yield replace(draft, token=clause.i, spans=tuple(sorted({*draft.spans, deed})))


def _state_end(clause: "Token") -> int | None:
    """One past the words that say where or what somebody was not: "that he was ever in custody", None where a clause does not say "was"."""
    if clause.lemma_ != "be":
        return None
    said = next((c for c in clause.children if c.dep_ in ("prep", "acomp", "attr") and c.i > clause.i), None)
    inner = None if said is None else object_of(clause, said.lower_) if said.dep_ == "prep" else said
    return None if inner is None else inner.i + 1


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


def denied_deed(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "its forces have retaken the works", which the sentence calls a lie: whoever is said to have done it did not."""
    if token.pos_ != "VERB" or scene.event_at(token.i) is not None or token.lemma_ in blaming().deny:
        return
    stance = stance_of(scene.parse, token.i)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
    doer = object_of(token, "by") if passive else subject_of(token)
    if stance.polarity != "deny":
        return
    if doer is None and not passive and token.dep_ == "pcomp":
        tale = token.head.head  # "the enemy's tale of having shot down four aircraft", "boasts of having retaken it"
        doer = next((c for c in tale.children if c.dep_ in ("poss", "nsubj")), None)
    if doer is None or doer.pos_ not in ("NOUN", "PROPN", "PRON") or doer.tag_ in ("WP", "WDT", "EX"):
        return
    if any(c.lower_ in ("no", "any") for c in doer.lefts):
        return
    yield blame_draft(scene, token, party_at(scene, doer.i), "denied deed", stance=stated(stance))


def denial_noun(scene: Scene, token: "Token") -> Iterator[Draft]:
    """As in "its denial of any role": the owner's."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if token.pos_ == "NOUN" and owner is not None and object_of(token, "of") is not None:
        yield blame_draft(scene, token, party_at(scene, owner.i), "denial", stance=DENIED, event=_event_below(scene, token))
