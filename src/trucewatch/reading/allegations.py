"""A clause that says what an allegation is → what the sentence makes of the allegation: a falsehood, or a matter still looked into.

"The boast that they have captured the town does not correspond to reality", "calls a deliberate lie the report that …", "rejected claims
by the rebels that …", "It is false that …": the speaker denies what the clause tells. "The allegation that detainees died has been
referred to a team": nobody asserts it. Word order decides, since the parser often loses the predicate of so long a subject. The lexicon is
``vocab/allegations.yaml``.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

from trucewatch.reading.cues import lexicon
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.rebuttals import accuses, passed_on, rebutted
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.reading.tokens import Tokens

type Verdict = Literal["deny", "open", "doubt"]

_LINKS = frozenset(("that", "of", "about", "which", "how", "concerning", "regarding"))
_ALONE = frozenset(("of", "about", "concerning", "regarding"))
_CLAUSES = frozenset(("that", "which", "how"))
_MODIFYING = frozenset(("DET", "ADJ", "ADV", "NOUN", "PROPN", "PUNCT", "AUX", "ADP", "PART"))
_APART = frozenset((",", "which", "it", "this", "that", "who", "they", "he", "and", "but", "he", "she"))
_SUBJECTS = frozenset(("it", "they", "he", "she", "we", "i"))
_SAYING = frozenset(
    ("say", "add", "insist", "claim", "blame", "accuse", "state", "admit", "point", "tell", "maintain", "concede", "confirm", "report")
)
_COUNTERING = frozenset(
    """charge counter retort imply hint hold affirm swear pretend submit write reiterate aver post demand ask urge request order require
    propose vow promise warn threaten pledge recommend insist""".split()
)
_CAUSES = frozenset("after following amid over for despite with because before when while during since against to into from".split())
"""Between a verb and an allegation they say that the allegation is not its object: "dismissed the minister after reports that …"."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s"))
_NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
_LACKING = frozenset(("no", "without", "lack", "lacks", "lacked", "zero"))
_ANYTHING = frozenset(("any", "all", "a", "slightest", "factual", "whatsoever"))
_LACKING_ANYTHING = _LACKING | _ANYTHING
_SCRAPS = frozenset("grain shred word iota ounce scrap jot atom scintilla particle trace speck shadow".split())
_RELATION = frozenset(("relation", "relationship", "resemblance", "connection", "bearing", "link"))
_SCORN = frozenset(("scorn", "ridicule", "water", "doubt", "derision"))
_BACKING = frozenset(("support", "bear", "confirm", "corroborate", "substantiate", "back", "underpin"))
_AS = frozenset(("describe", "brand", "label", "characterise", "characterize", "dismiss", "denounce", "regard", "decry"))
_PROVING = frozenset(("substantiated", "verified", "confirmed", "corroborated", "proved", "proven", "checked", "borne"))
_WHOEVER = frozenset(("whoever", "anyone", "anybody", "those", "everyone"))
_PRETENDING = frozenset("allege pretend write assert contend suggest spread think believe".split())
_LYING = frozenset(("lie", "liar", "invent", "fabricate"))
_OPPOSITE = frozenset(("opposite", "reverse", "contrary", "converse"))
_REACH = 30
_IGNORING = frozenset(("disregard", "ignore", "distrust", "disbelieve"))
_TRUSTING = frozenset(("believe", "heed", "trust", "credit", "swallow", "repeat", "circulate", "spread"))
"""What people are told to do, or not to do, with what is false."""
_NEAR = 8
_ASIDE = 10
_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Allegations:
    """The typed content of ``vocab/allegations.yaml``."""

    nouns: frozenset[str]
    of: frozenset[str]
    false: frozenset[str]
    nothing: frozenset[str]
    unproven: frozenset[str]
    reality: frozenset[str]
    true: frozenset[str]
    disagree: frozenset[str]
    calling: frozenset[str]
    rejecting: frozenset[str]
    doubting: frozenset[str]
    open: frozenset[str]
    inquiries: frozenset[str]


@cache
def allegations() -> Allegations:
    """Load the vocabulary of allegations."""
    raw = cast("Mapping[str, Any]", vocabulary("allegations"))
    words = {name: frozenset("true" if word is True else str(word) for word in found) for name, found in raw.items()}
    words["false"] |= lexicon().denials
    return Allegations(**words)


def verdict_on(parse: "Parse", trigger: "Token") -> tuple[Verdict, int] | None:
    """Return what the sentence makes of the allegation that ``trigger`` is content of, and the word that says so; None where nothing."""
    number = parse.sentence_of[trigger.i]
    denial = rebutted(parse, allegations().false).get(number)
    if denial is not None:
        word, attributed = denial
        opening = trigger.sent.start
        if passed_on(parse, opening, trigger.i, slighted=attributed) or (not attributed and accuses(parse, opening, trigger.i)):
            return "deny", word
    if number not in _judging(parse):
        return None
    sentence, doc = trigger.sent, trigger.doc
    carrier = _carrier(trigger, sentence.start)
    if carrier is None:
        return (
            _it_is_false(doc, sentence.start, trigger.i)
            or _what_they_say(doc, sentence.start, trigger.i)
            or _whoever_lies(doc, sentence.start, trigger.i, sentence.end)
            or _that_is_false(doc, sentence.start, trigger.i, sentence.end)
        )
    end = min(sentence.end, trigger.i + _REACH)
    if doc[carrier].pos_ == "VERB":
        # "LTTE claims that a school was hit are baseless" is read as a verb and its clause.
        found = _said_after(doc, trigger.i + 1, end)
        return found if found is not None and not any(doc[at].lower_ in _APART for at in range(trigger.i + 1, found[1])) else None
    return _called_before(doc, sentence.start, carrier, trigger.i, end) or _said_after(doc, trigger.i + 1, end)


def judged(parse: "Parse") -> frozenset[int]:
    """Return the sentences in which something may be denied: those that judge an allegation, and those that the next one denies."""
    return _judging(parse).union(rebutted(parse, allegations().false))


def _judging(parse: "Parse") -> frozenset[int]:
    """Return the sentences that hold a word for a falsehood, a rejection or an inquiry: the only ones worth a walk."""
    kept = parse.notes.get("verdicts")
    if not isinstance(kept, frozenset):
        (loud, verbs), number = _loud(), parse.sentence_of
        kept = frozenset(number[at] for at in (*parse.word_places.places(loud), *parse.lemma_places.places(verbs)))
        parse.notes["verdicts"] = kept
    return kept


@cache
def _loud() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, and the lemmas of verbs, that may judge an allegation."""
    words = allegations()
    loud = words.false | words.nothing | words.unproven | words.reality | words.open | words.inquiries | words.true | _PROVING | {"never"}
    return loud, words.rejecting | words.doubting | words.disagree | _BACKING | _AS | _LYING | _IGNORING | _TRUSTING


def _carrier(trigger: "Token", start: int) -> int | None:
    """Return the noun of an allegation before ``trigger`` that "that", "of" or "according to which" ties to it."""
    doc, words, link = trigger.doc, allegations(), ""
    for at in range(trigger.i - 1, max(start, trigger.i - _REACH) - 1, -1):
        word, lower = doc[at], doc[at].lower_
        if _another(doc, at):
            return None
        if not link and at + 1 < trigger.i and doc[at + 1].lower_ in _SUBJECTS and _bare_claim(doc, at):
            return at  # "said claims it had jammed the signal were absurd"
        if link and _named(doc, at):
            noun = word.lemma_.lower() if word.lemma_.lower() in words.nouns else lower.removesuffix("s")
            if noun in words.nouns and (noun in words.of or link not in _ALONE or _bare(doc, at, trigger)):
                return at
        if (lower in _ALONE and (not link or link in _ALONE)) or (lower in _CLAUSES and _ties(doc, at)):
            link = lower
        elif lower == "to" and at + 1 < len(doc) and doc[at + 1].lower_ == "have" and not link:
            link = lower  # "the claim to have killed 200"
        elif (link in _ALONE and word.pos_ == "VERB" and word.tag_ != "VBG" and word.dep_ != "acl") or (
            link and word.tag_ in ("VBZ", "MD")
        ):
            link = ""  # "charges against men accused of killing", "rejects the version and asks that": not what it says
    return None


def _bare(doc: "Tokens", at: int, trigger: "Token") -> bool:
    """Whether what is told is only alleged, whatever the noun: "accounts of looting", never "the account of the raid"."""
    definite = any(child.dep_ in ("det", "poss") for child in (*doc[at].lefts, *trigger.lefts))
    return doc[at].tag_ == "NNS" and (trigger.pos_ == "NOUN" or trigger.tag_ == "VBG") and not definite


def _bare_claim(doc: "Tokens", at: int) -> bool:
    """Whether a noun is an allegation whose content follows without "that": "claims it had jammed the signal"."""
    return doc[at].pos_ == "NOUN" and doc[at].lemma_.lower() in allegations().of


def _another(doc: "Tokens", at: int) -> bool:
    """Whether another clause begins here, of which what follows is part: "…, but", ";", "and said", ", saying"."""
    word, lower = doc[at], doc[at].lower_
    if lower in (";", ":") or (lower in ("and", "but") and doc[at - 1].lower_ == ","):
        return True
    if word.pos_ == "VERB" and word.tag_ in ("VBD", "VBZ") and doc[at - 1].lower_ in ("and", "but") and _says_that(word):
        return True  # "rejected the charge and alleged that the guards had fired": no part of the charge
    if word.lemma_ not in _SAYING or word.pos_ != "VERB":
        return False
    if word.tag_ == "VBG":  # "a post in circulation saying that …" is what is alleged
        return word.dep_ != "acl" or word.head.lemma_.lower() not in allegations().nouns
    return doc[at - 1].lower_ in ("and", "but")


def _says_that(verb: "Token") -> bool:
    """Whether a verb of saying has a clause with "that" of its own right behind it."""
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return (verb.lemma_ in SAYING or verb.lemma_ in _COUNTERING) and any(
        clause.left_edge.i == verb.i + 1 and clause.left_edge.lower_ == "that" for clause in clauses
    )


def _ties(doc: "Tokens", at: int) -> bool:
    """Whether "that" or "which" opens what is alleged, and is no subject of a clause about it ("the report that blamed")."""
    if doc[at].lower_ == "which":
        return doc[at - 1].lower_ in ("to", "in", "by")
    return at + 1 < len(doc) and doc[at + 1].pos_ not in ("VERB", "AUX")


def _named(doc: "Tokens", at: int) -> bool:
    """Whether a word is a noun here, whatever the parser makes of "claims that" after a comma or at the head of a sentence."""
    if doc[at].pos_ in ("NOUN", "PROPN"):
        return True
    return doc[at].tag_ == "VBZ" and at + 1 < len(doc) and doc[at + 1].lower_ in _CLAUSES


def _is_false(doc: "Tokens", at: int) -> bool:
    return doc[at].lower_ in allegations().false


def _negated(doc: "Tokens", start: int, at: int) -> bool:
    return any(doc[here].lower_ in _NOT for here in range(max(start, at - 3), at))


def _called_before(doc: "Tokens", start: int, carrier: int, trigger: int, end: int) -> tuple[Verdict, int] | None:
    """Return the verdict of 'calls "a deliberate lie" the report that …', "rejected the claim that …", "there is no truth in …"."""
    words, said = allegations(), _verb_before(doc, start, carrier)
    for at in _backwards(doc, start, carrier):
        word = doc[at]
        if _is_false(doc, at) and not _negated(doc, start, at):
            return "deny", at
        scrap = at > start + 1 and doc[at - 1].lower_ == "of" and doc[at - 2].lower_ in _SCRAPS  # "not a grain of truth in"
        lacking = at > start and (scrap or doc[at - 1].lower_ in _LACKING_ANYTHING)
        if lacking and (word.lower_ in words.nothing or word.lower_ in words.unproven):
            return ("deny" if word.lower_ in words.nothing else "open"), at
        if at < carrier and (word.pos_ in ("VERB", "AUX") or (word.is_punct and word.lower_ in (",", ";"))):
            break
    if said is not None and doc[said].tag_ == "VB":
        told = doc[said].lemma_.lower()
        negated = _negated(doc, start, said)
        if (told in _IGNORING and not negated) or (told in _TRUSTING and negated):
            return "deny", said  # "asks the public to disregard the rumours of a mutiny", "do not believe reports that"
    if said is None or _negated(doc, start, said):
        return None
    lemma = doc[said].lemma_.lower()
    if lemma in ("pour", "heap", "throw") and any(doc[at].lower_ in _SCORN for at in range(said + 1, carrier)):
        return "deny", said  # "poured scorn on the claim", "threw cold water on it"
    if lemma == "dismiss" and doc[carrier].lemma_ == "charge":
        return None  # a court's matter
    if lemma in words.rejecting:
        return "deny", said
    if lemma in words.doubting:
        return "doubt", said
    if lemma in _BACKING and doc[said].pos_ == "VERB" and any(doc[at].lower_ in _LACKING for at in range(max(start, said - 5), said)):
        return "deny", said  # "no evidence supports the rumour that"
    as_what = next((at + 1 for at in range(said + 1, min(said + 4, carrier)) if doc[at].lower_ == "as"), None) if lemma in _AS else None
    if as_what is not None and doc[as_what].pos_ == "ADJ" and doc[as_what].lower_ not in words.true:
        return "deny", as_what  # "described as mischievous a story that"
    if lemma in words.calling:
        named = (at for at in range(trigger + 1, end) if _is_false(doc, at) and not _negated(doc, trigger, at))
        return next((("deny", at) for at in named), None)
    return None


def _backwards(doc: "Tokens", start: int, carrier: int) -> "Iterator[int]":
    """Yield the places before and at ``carrier``, nearest first, past an aside: "no truth, the governor said, in the story"."""
    at, left = carrier, _NEAR
    while at >= start and left:
        yield at
        at, left = at - 1, left - 1
        if at > start and doc[at].lower_ == ",":
            opened = next((here for here in range(at - 1, max(start, at - _ASIDE), -1) if doc[here].lower_ == ","), None)
            if opened is not None and any(doc[here].lemma_ in _SAYING for here in range(opened, at)):
                at = opened - 1


def _verb_before(doc: "Tokens", start: int, carrier: int) -> int | None:
    """Return the verb the allegation is the object of: the next one before it, past adverbs and what it is rejected as."""
    for at in range(carrier - 1, max(start, carrier - _BEFORE) - 1, -1):
        word = doc[at]
        if word.lower_ in (",", ";", ":") or word.tag_ in ("WDT", "WP", "WRB") or word.lower_ in ("who", "that") or word.lower_ in _CAUSES:
            return None
        if word.pos_ in ("VERB", "AUX") and (word.tag_ == "VBD" or word.dep_ not in ("amod", "aux", "auxpass")):
            return at
    return None


def _said_after(doc: "Tokens", start: int, end: int) -> tuple[Verdict, int] | None:
    """Return the verdict that follows the clause: "… is pure fantasy", "… does not correspond to reality", "… has been referred to …"."""
    words = allegations()
    for at in range(start, end):
        lower = doc[at].lower_
        if lower == ";" or (lower in ("and", "but") and doc[at - 1].lower_ == ","):
            return None
        if lower in _BE:
            found = _predicate(doc, at, end)
            if found is not None:
                return found
        elif doc[at].lemma_ in words.disagree and any(doc[here].lower_ in _NOT for here in range(at - 2, at)):
            if any(doc[here].lower_ in words.reality or doc[here].lower_ == "up" for here in range(at, min(end, at + 6))):
                return "deny", at
        elif doc[at].lemma_ in ("prove", "turn") and (out := next((h for h in range(at + 1, min(end, at + 6)) if _is_false(doc, h)), None)):
            return "deny", out  # "proved untrue", "turned out to be fiction"
        elif lower in _LACKING and at + 1 < end and doc[at + 1].lower_ in _RELATION:
            if any(doc[here].lower_ in words.reality for here in range(at + 2, min(end, at + 7))):
                return "deny", at + 1
        elif doc[at].lemma_ == "belong" and any(_is_false(doc, here) for here in range(at + 1, min(end, at + 8))):
            return "deny", at
        elif lower in _LACKING and any(doc[here].lower_ in words.nothing | words.unproven for here in range(at + 1, min(end, at + 4))):
            return "deny", at + 1
        elif lower == "nothing" and any(doc[here].lower_ in words.reality for here in range(at + 1, min(end, at + 7))):
            return "deny", at
        elif lower == "under" and at + 1 < end and doc[at + 1].lower_ in words.inquiries:
            return "open", at + 1
    return None


def _predicate(doc: "Tokens", at: int, end: int) -> tuple[Verdict, int] | None:
    words, negated = allegations(), any(doc[here].lower_ in _NOT for here in range(max(0, at - 2), at)) and doc[at].lower_ == "be"
    if negated and doc[at + 1].lower_ in _PROVING:
        return "doubt", at + 1  # "the story that … could not be substantiated"
    for here in range(at + 1, min(end, at + 8)):
        word = doc[here]
        if word.lower_ in _NOT or word.lower_ in _OPPOSITE:
            negated = True
        elif word.lower_ in ("far", "anything", "remote", "removed") and here + 1 < end:
            negated = negated or doc[here + 1].lower_ in ("from", "but")
        elif negated and word.lower_ in words.true | words.reality:
            return "deny", here
        elif _is_false(doc, here) or word.lemma_ in words.rejecting:
            return None if negated else ("deny", here)
        elif word.lower_ in words.open and word.tag_ == "VBN":
            return None if negated else ("open", here)
        elif word.tag_ == "VBN" and (word.lemma_ in words.calling or word.lemma_ in _AS):
            called = (one for one in range(here + 1, min(end, here + 11)) if _is_false(doc, one))
            return None if negated else next((("deny", one) for one in called), None)  # "were described by the palace as lies"
        elif (word.pos_ == "ADP" and not negated and word.lower_ != "of") or (
            word.pos_ not in _MODIFYING and word.tag_ not in ("VBN", "PRP$")
        ):
            return None
    return None


def _it_is_false(doc: "Tokens", start: int, trigger: int) -> tuple[Verdict, int] | None:
    """Return the falsehood in "It is false, as a weekly has published, that troops …", "it is not true that …"."""
    for at in range(start, max(start, trigger - 2)):
        if at == start or doc[at - 1].lower_ not in ("it", "this"):
            continue
        if doc[at].lower_ in _BE:
            found = _predicate(doc, at, trigger)
        elif doc[at].lower_ == "never" and doc[at + 1].lemma_ in ("happen", "occur"):
            found = "deny", at
        else:
            continue
        if found is not None and found[0] == "deny" and any(doc[here].lower_ == "that" for here in range(found[1], trigger)):
            return found
    return None


def _whoever_lies(doc: "Tokens", start: int, trigger: int, end: int) -> tuple[Verdict, int] | None:
    """Return the lie of "Whoever says that we shelled the market is lying", "those who claim it are liars"."""
    opens = next((at for at in range(start, trigger) if doc[at].lower_ in _WHOEVER), None)
    if opens is None or not any(doc[at].lemma_ in _SAYING | _PRETENDING for at in range(opens, trigger)):
        return None
    called = (at for at in range(trigger + 1, end) if doc[at].lemma_ in _LYING or _is_false(doc, at))
    return next((("deny", at) for at in called if not _negated(doc, trigger + 1, at)), None)


def _that_is_false(doc: "Tokens", start: int, trigger: int, end: int) -> tuple[Verdict, int] | None:
    """Return the falsehood of "That a patrol crossed the border is a figment of their imagination"."""
    first = start
    while first < trigger and doc[first].is_punct:
        first += 1
    if doc[first].lower_ in _WHATEVER and _put_about(doc, first, trigger):
        return _said_after(doc, trigger + 1, end)
    if doc[first].lower_ != "that" or doc[first + 1].pos_ in ("VERB", "AUX", "PUNCT") or doc[first].dep_ == "det":
        return None
    return _said_after(doc, trigger + 1, end)


_WHATEVER = frozenset(("what", "everything", "whatever", "all"))
_SPREADING = frozenset("circulate spread publish broadcast report say claim allege write print post relay put air announce assert".split())


def _put_about(doc: "Tokens", first: int, trigger: int) -> bool:
    """Whether a trigger is what somebody has put about: "What an agency has circulated about an air strike having killed three"."""
    told = next((at for at in range(first + 1, trigger) if doc[at].lemma_ in _SPREADING and doc[at].pos_ == "VERB"), None)
    if told is None or not any(doc[at].lower_ in _LINKS for at in range(told + 1, trigger)):
        return False
    event = doc[trigger]
    return event.pos_ != "NOUN" or not any(child.lower_ in ("the", "this", "that") or child.dep_ == "poss" for child in event.lefts)


def _what_they_say(doc: "Tokens", start: int, trigger: int) -> tuple[Verdict, int] | None:
    """Return the rejecting verb of "refuted what the channels broadcast about a helicopter having been brought down"."""
    words = allegations()
    for at in range(max(start, trigger - 20), trigger - 2):
        if doc[at].lemma_.lower() not in words.rejecting or doc[at].pos_ != "VERB" or _negated(doc, start, at):
            continue
        if doc[at + 1].lower_ in ("what", "everything") and any(doc[here].lower_ in _LINKS for here in range(at + 2, trigger)):
            return "deny", at
    return None
