"""A clause that says what an allegation is → what the sentence makes of the allegation: a falsehood, or a matter still looked into.

"The boast that they have captured the town does not correspond to reality", "calls a deliberate lie the report that …", "It is false
that …": the speaker denies what the clause tells. "The allegation that detainees died has been referred to a team": nobody asserts it.
Word order decides, since the parser often loses the predicate of so long a subject.
"""

from typing import TYPE_CHECKING, Literal

from trucewatch.reading.cues import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from trucewatch.reading.parse import Parse

type Verdict = Literal["deny", "open"]

_ALLEGATIONS = frozenset(
    """claim report allegation accusation charge suggestion rumour rumor story assertion version boast tale statement contention
    insinuation account criticism talk legend propaganda notion idea news narrative message information post pretence pretense""".split()
)
_LINKS = frozenset(("that", "of", "about", "which", "how"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s"))
_FALSE = frozenset(
    """false untrue baseless unfounded groundless fabricated fabrication incorrect fictitious lie lies invention nonsense fantasy fantasies
    daydream hoax myth canard falsehood untruth disinformation misinformation figment concoction fiction fake bogus inaccurate
    mendacious slander libel
    devoid absurd ludicrous preposterous ridiculous propaganda""".split()
)
_NOTHING = frozenset(("substance", "foundation", "basis", "merit", "truth", "grounds", "evidence", "credibility"))
_REALITY = frozenset(("reality", "truth", "fact", "facts"))
_OPEN = frozenset("referred investigated examined verified assessed reviewed probed studied".split())
_INQUIRIES = frozenset(("investigation", "review", "examination"))
_VERDICTS = _FALSE | _NOTHING | _REALITY | _OPEN | _INQUIRIES
_REACH = 30


def verdict_on(parse: "Parse", trigger: "Token") -> tuple[Verdict, int] | None:
    """Return what the sentence makes of the allegation that ``trigger`` is content of, and the word that says so; None where nothing."""
    if parse.sentence_of[trigger.i] not in _judging(parse):
        return None
    sentence, doc = trigger.sent, trigger.doc
    carrier = _carrier(trigger, sentence.start)
    if carrier is None:
        return _it_is_false(doc, sentence.start, trigger.i)
    before = _called_before(doc, sentence.start, carrier)
    if before is not None:
        return "deny", before
    return _said_after(doc, trigger.i + 1, min(sentence.end, trigger.i + _REACH))


def _judging(parse: "Parse") -> frozenset[int]:
    """Return the sentences that hold a word for a falsehood or an inquiry: the only ones worth a walk."""
    kept = parse.notes.get("verdicts")
    if not isinstance(kept, frozenset):
        words, number = _VERDICTS | lexicon().denials, parse.sentence_of
        kept = frozenset(number[at] for at, lower in enumerate(parse.lower) if lower in words)
        parse.notes["verdicts"] = kept
    return kept


def _carrier(trigger: "Token", start: int) -> int | None:
    """Return the noun of an allegation before ``trigger`` that "that", "of" or "according to which" ties to it."""
    doc, linked = trigger.doc, False
    for at in range(trigger.i - 1, max(start, trigger.i - _REACH) - 1, -1):
        lower = doc[at].lower_
        if lower in (";", ":") or (lower in ("and", "but") and doc[at - 1].lower_ == ","):
            return None
        named = doc[at].pos_ == "NOUN" or (doc[at].tag_ == "VBZ" and doc[at + 1].lower_ == "that" and doc[at - 1].is_punct)
        if linked and named and (doc[at].lemma_.lower() in _ALLEGATIONS or lower in _ALLEGATIONS):
            return at
        linked = linked or lower in _LINKS
    return None


def _is_false(doc: "Doc", at: int) -> bool:
    return doc[at].lower_ in _FALSE or doc[at].lower_ in lexicon().denials


def _called_before(doc: "Doc", start: int, carrier: int) -> int | None:
    """Return the falsehood in 'calls "a deliberate lie" the report that …', "there is no truth in the claim that …"."""
    for at in range(carrier - 1, max(start, carrier - 6) - 1, -1):
        word = doc[at]
        if _is_false(doc, at) and not any(doc[here].lower_ in ("not", "n't") for here in range(max(start, at - 3), at)):
            return at
        if word.lower_ in _NOTHING and doc[at - 1].lower_ in ("no", "without"):
            return at
        if word.pos_ in ("VERB", "AUX") or (word.is_punct and word.lower_ in (",", ";")):
            return None
    return None


def _said_after(doc: "Doc", start: int, end: int) -> tuple[Verdict, int] | None:
    """Return the verdict that follows the clause: "… is pure fantasy", "… does not correspond to reality", "… has been referred to …"."""
    for at in range(start, end):
        lower = doc[at].lower_
        if lower == ";" or (lower in ("and", "but") and doc[at - 1].lower_ == ","):
            return None
        if lower in _BE:
            found = _predicate(doc, at, end)
            if found is not None:
                return found
        elif doc[at].lemma_ == "correspond" and any(doc[here].lower_ in ("not", "n't") for here in range(at - 2, at)):
            if any(doc[here].lower_ in _REALITY for here in range(at, min(end, at + 5))):
                return "deny", at
        elif lower in ("no", "without") and at + 1 < end and doc[at + 1].lower_ in _NOTHING:
            return "deny", at + 1
        elif lower == "under" and at + 1 < end and doc[at + 1].lower_ in _INQUIRIES:
            return "open", at + 1
    return None


def _predicate(doc: "Doc", at: int, end: int) -> tuple[Verdict, int] | None:
    for here in range(at + 1, min(end, at + 7)):
        word = doc[here]
        if word.lower_ in ("not", "n't", "never"):
            return None
        if _is_false(doc, here):
            return "deny", here
        if word.lower_ in _OPEN and word.tag_ == "VBN":
            return "open", here
        if word.pos_ not in ("DET", "ADJ", "ADV", "NOUN", "PUNCT", "AUX"):
            return None
    return None


def _it_is_false(doc: "Doc", start: int, trigger: int) -> tuple[Verdict, int] | None:
    """Return the falsehood in "It is false, as a weekly has published, that troops …"."""
    for at in range(start, max(start, trigger - 2)):
        if doc[at].lower_ in _BE and at > start and doc[at - 1].lower_ == "it":
            found = _predicate(doc, at, trigger)
            if found is not None and found[0] == "deny" and any(doc[here].lower_ == "that" for here in range(found[1], trigger)):
                return found
    return None
