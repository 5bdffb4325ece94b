"""A sentence that flatly denies the one before it → which one it denies, and by which word.

"It never happened", "This is untrue from the first word to the last", "There was no battle there", "We reject this": only what the
sentence before calls an allegation is denied by it, never what it tells in its own voice (``allegations`` asks). The lexicon is
``vocab/allegations.yaml``.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trucewatch.reading.parse import Parse

_OPENS = 14
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''", "–", "-", "—"))
_ACCUSING = frozenset(("claim", "allege", "accuse", "pretend", "boast", "assert", "charge", "contend", "circulate", "insinuate"))


@cache
def _pattern(false: str) -> re.Pattern[str]:
    degree = (
        r"(?:(?:all|simply|purely|just|totally|completely|entirely|absolutely|an?|outright|pure|sheer|utter|blatant|quite|of course) )*"
    )
    return re.compile(
        rf"(?:it|this|that|these|those|all this|none of (?:it|this|that)) (?:is|was|are|were|'s|’s) {degree}(?:{false}|not true)\b"
        r"|(?:it|this|that) (?:simply |just )?(?:never|did not|did n't) (?:happen|occur|take|took)"
        r"|(?:it|this|that|these) (?:is|was|are|were) (?:simply |just )?(?:not|n't|not at all) (?:true|so|correct|the case)\b"
        r"|nothing of the (?:kind|sort)\b|no such \w+ "
        r"|there (?:was|were|is|are|has been|have been|had been) no "
        r"(?:such|battle|fighting|clash|combat|attack|raid|strike|shelling|massacre|encounter)\b"
        r"|we (?:\w+ly )?(?:deny|reject|refute|dismiss) (?:this|it|that|these|the|such|all|any)\b"
        rf"|the (?:claim|allegation|report|story|accusation|charge|rumour|rumor)s? (?:is|are|was|were) {degree}(?:{false})\b"
        r"|(?:nonsense|lies|rubbish|not true|untrue)\b"
    )


def rebutted(parse: "Parse", false: "Iterable[str]") -> dict[int, int]:
    """Return the sentences that the next one denies, each with the first token of the denial."""
    kept = cast("dict[int, int] | None", parse.notes.get("rebuttals"))
    if kept is None:
        pattern, kept = _pattern("|".join(sorted(map(re.escape, false)))), {}
        sentences, lower = parse.sentence_of, parse.tree.lower
        for start in (at for at in range(1, len(lower)) if sentences[at] != sentences[at - 1]):
            number = sentences[start]
            words = [word for word in lower[start : start + _OPENS] if word not in _QUOTES and not word.isspace()]
            if pattern.match(" ".join(words)):
                kept[number - 1] = start
        parse.notes["rebuttals"] = kept
    return kept


def accuses(parse: "Parse", start: int, trigger: int) -> bool:
    """Whether a verb of claiming or accusing stands in the sentence before ``trigger``, whoever uses it."""
    lemma, pos = parse.tree.lemma, parse.tree.pos
    return any(lemma[at].lower() in _ACCUSING and pos[at] in ("VERB", "NOUN", "AUX") for at in range(start, trigger))
