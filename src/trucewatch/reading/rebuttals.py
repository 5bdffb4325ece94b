"""A sentence that denies the one before it → which one it denies, and by which word.

"It never happened", "This is untrue from the first word to the last", "There was no battle there", "We reject this": only what the
sentence before calls an allegation, or what rumour and the press have it say, is denied by it, never what it tells in its own voice. A body
that denies ("The Directorate finds no truth in this") denies only what is put about by nobody of standing ("certain papers"): what a party
or a named source says stays its word, beside the denial. The lexicon is ``vocab/allegations.yaml``.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse

_OPENS = 24
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''", "–", "-", "—"))
_PRESS = frozenset(
    """paper newspaper radio agency outlet channel website site post broadcast bulletin press medium media circle quarter voice tongue
    rumour rumor gossip propaganda propagandist station broadcaster mouthpiece enemy video clip page portal""".split()
)
"""Whose word the text only passes on in order to deny it."""
_SLIGHTED = frozenset(
    "certain foreign hostile enemy western so-called biased tendentious hired imperialist malicious ill-intentioned".split()
)
_PASSED_ON = frozenset("put say allege claim rumour rumor write report circulate suggest assert hint whisper bruit noise".split())
_ACCUSING = frozenset(("claim", "allege", "accuse", "pretend", "boast", "assert", "charge", "contend", "circulate", "insinuate"))


_NOUNS = (
    r"(?:claim|allegation|report|stor(?:y|ie)|accusation|charge|rumou?r|assertion|slander|tale|version|suggestion|insinuation|"
    r"fabrication|invention|lie|falsehood|account)s?"
)
_THIS = rf"(?:it|this|that|them|all this|(?:the|this|these|those|such|all|any such) {_NOUNS})"
_BY = re.compile(
    r"(?:(?:[\w'’.-]+|,) ){2,16}?(?:(?:categorically|firmly|flatly|strongly|totally|utterly|formally) )?"
    rf"(?:(?:denie[sd]|reject(?:s|ed)|refute[sd]|repudiate[sd]|dismisse[sd]|contradict(?:s|ed)) {_THIS}\b"
    rf"|(?:finds?|found|sees?|saw) no (?:truth|substance|grounds?) (?:in|for) {_THIS}\b"
    r"|(?:says?|said|states?|stated|points? out|pointed out|affirms?|affirmed|makes? it clear|made it clear)(?: that)?"
    r" (?:no such |nothing of the (?:kind|sort)\b"
    r"|(?:this|that|it|they|such a thing) (?:simply )?(?:never|did not|had not|had never) (?:happen|occur|take|took)))"
)
"""A body that denies, with its subject."""
_BY_WORDS = frozenset(
    """denies denied rejects rejected refutes refuted repudiates repudiated dismisses dismissed contradicts contradicted no nothing never
    not""".split()
)
"""Without one of these no body denies: only then the pattern, which is dear, is tried."""


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    false = "|".join(sorted(map(re.escape, words)))
    degree = (
        r"(?:(?:all|simply|purely|just|totally|completely|entirely|absolutely|an?|outright|pure|sheer|utter|blatant|quite|of course) )*"
    )
    return re.compile(
        rf"(?:it|this|that|these|those|all this|none of (?:it|this|that)) (?:is|was|are|were|'s|’s) {degree}(?:{false}|not true)\b"
        r"|(?:it|this|that) (?:simply |just )?(?:never|did not|did n't) (?:happen|occur|take|took)"
        r"|(?:it|this|that|these) (?:is|was|are|were) (?:simply |just )?(?:not|n't|not at all) (?:true|so|correct|the case)\b"
        r"|nothing of the (?:kind|sort)\b|no such \w+ "
        rf"|(?:these|those|such|all|all these|both) {_NOUNS} (?:are|were|is|was) {degree}(?:{false}|not true|without (?:any )?foundation)\b"
        rf"|(?:it|this|that|these|those|the {_NOUNS}) (?:has|have|had|is|are|was|were) (?:no|without|without any|devoid of|devoid of any) "
        r"(?:basis|foundation|truth|substance)\b"
        rf"|there (?:is|was) (?:no|not a word of|not a shred of) truth (?:in|to) (?:it|this|that|these|them|the {_NOUNS})\b"
        r"|there (?:was|were|is|are|has been|have been|had been) no "
        r"(?:such|battle|fighting|clash|combat|attack|raid|strike|shelling|massacre|encounter)\b"
        r"|we (?:\w+ly )?(?:deny|reject|refute|dismiss) (?:this|it|that|these|the|such|all|any)\b"
        rf"|(?:the|that|this|such an?) {_NOUNS} (?:is|are|was|were) {degree}(?:{false})\b"
        r"|(?:we|they|our (?:\w+ )?(?:forces|men|troops|army|fighters|soldiers|gunners|side)|he|she) "
        r"(?:(?:did|have|had) (?:not|n't|n’t|no such thing|nothing of the (?:kind|sort))|never did)(?= ?(?:[:.;,—–-]|$))"
        r"|(?:nonsense|lies|rubbish|not true|untrue)\b"
    )


def rebutted(parse: "Parse", false: frozenset[str]) -> dict[int, tuple[int, bool]]:
    """Return the sentences that the next one denies, each with the first token of the denial, and whether a body is named that denies."""
    kept = cast("dict[int, tuple[int, bool]] | None", parse.notes.get("rebuttals"))
    if kept is None:
        pattern, kept = _pattern(false), {}
        sentences, lower = parse.sentence_of, parse.tree.lower
        for start in (at for at in range(1, len(lower)) if sentences[at] != sentences[at - 1]):
            opening = lower[start : start + _OPENS]
            words = " ".join(word for word in opening if word not in _QUOTES and not word.isspace())
            if pattern.match(words):
                kept[sentences[start] - 1] = start, False
            elif not _BY_WORDS.isdisjoint(opening) and _BY.match(words):
                kept[sentences[start] - 1] = start, True
        parse.notes["rebuttals"] = kept
    return kept


def passed_on(parse: "Parse", start: int, trigger: int, *, slighted: bool) -> bool:
    """Whether what ``trigger`` tells is the word of rumour or the press: "it has been put about that", "certain papers have written that".

    ``slighted``: only of those the text makes little of ("certain papers", "the enemy's radio"), or of nobody ("it is said").
    """
    tree = parse.tree
    for at in range(start, trigger):
        if tree.lower[at] == "it" and tree.dep[at] in ("nsubjpass", "nsubj"):
            verb = tree.head[at]
            if verb < trigger and tree.lemma[verb] in _PASSED_ON and tree.child(verb, "auxpass") is not None:
                return True
        if tree.lemma[at].lower() not in _PRESS or tree.pos[at] not in ("NOUN", "PROPN"):
            continue
        told = any(tree.lower[here] in ("that", "of", "about") for here in range(at + 1, trigger))
        little = any(tree.lower[here] in _SLIGHTED for here in range(max(start, at - 4), at)) or tree.lemma[at].lower() in (
            "rumour",
            "rumor",
        )
        if told and (little or not slighted):
            return True
    return False


def accuses(parse: "Parse", start: int, trigger: int) -> bool:
    """Whether a verb of claiming or accusing stands in the sentence before ``trigger``, whoever uses it."""
    lemma, pos = parse.tree.lemma, parse.tree.pos
    if any(lemma[at].lower() in _ACCUSING and pos[at] in ("VERB", "NOUN", "AUX") for at in range(start, trigger)):
        return True
    asked = next((at for at in range(start, trigger) if lemma[at].lower() in _ASKING and pos[at] == "VERB"), None)
    return asked is not None and any(parse.tree.lower[at] in _ABOUT for at in range(asked + 1, trigger))


_ASKING = frozenset("ask question press quiz query challenge confront".split())
_ABOUT = frozenset(("about", "on", "regarding", "concerning", "whether", "if", "with", "over"))
"""What leads to the allegation that somebody is asked about."""
