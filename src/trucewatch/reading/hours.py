"""An hour without a day → the day that was told last: "Around 10 p.m. a car was riddled", "In the afternoon troops drove into the town".

Enters: a parse, the word of an event, the times by sentence. Leaves: the day, or None where the sentence names no hour, has a day of its
own, or nothing before it told one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from trucewatch.reading.anchors import DAY
from trucewatch.reading.carrying import LOOKING, NOT_CARRIED, breaks
from trucewatch.reading.hanging import Hung, clause_of, is_before, is_narrated, opens_sentence, quoted, told_by
from trucewatch.reading.parse import Parse
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When

_HOUR = re.compile(
    r"(?:at|around|about|towards?|shortly after|shortly before|just after|just before|by|before|after|from|some time after) "
    r"(?:(?:about|around|roughly) )?"
    r"(?:\d{1,2}(?: ?[:.h] ?\d\d)?(?: ?(?:a\.?m\.?|p\.?m\.?|hours|hrs|hours?|o'clock|h))|\d{1,2}[:.]\d\d|\d{4} (?:hours|hrs)|\d{4}h"
    r"|(?<=at )(?:[01]\d|2[1-3])[0-5]\d"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half past \w+) (?:o'clock|o’clock)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven) in the (?:morning|afternoon|evening)"
    r"|noon|midday|midnight|dusk|dawn|daybreak|sunrise|sunset|nightfall|first light)\b"
    r"|(?:between|from) (?:noon|midday|midnight|dusk|dawn|daybreak|sunrise|sunset|breakfast) and \w+\b"
    r"|(?:during|in|in the course of) the night\b|after dark\b|shortly (?:before|after|afterwards?)\b|soon after(?:wards?)?\b"
    r"|(?:moments|minutes) (?:later|earlier|afterwards?)\b|at the same time\b|simultaneously\b|immediately afterwards?\b"
    r"|in the (?:late |early )?(?:morning|afternoon|evening)\b|(?:later|earlier) in the day\b|by (?:evening|nightfall|noon)\b"
)
_REACH = 7
"""Sentences back within which a day was told."""


def day_of_hour(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day of an event whose sentence tells its hour only, None where none is told before."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    verb = clause_of(tree, token)
    teller = told_by(tree, verb) if verb >= 0 else -1
    if (
        verb < 0
        or not (is_narrated(tree, teller) or is_before(tree, teller))
        or any(times[one.number].rule != "dateline" for one in hung.get(sentence, ()))
    ):
        return None
    if quoted(parse)[token] or _HOUR.search(_words(parse, token)) is None:
        return None
    for number in range(sentence - 1, max(-1, sentence - _REACH), -1):
        told = [one for one in hung.get(number, ()) if _is_day(times[one.number]) and not one.saying]
        told = [one for one in told if not breaks(tree, one) or _lasted(tree, one)]
        told = [one for one in told if one.governor < 0 or tree.lemma[one.governor] not in LOOKING]
        if told:
            when = times[told[-1].number]
            return _shifted(parse, when, _words(parse, token))
    return None


_LASTING = frozenset("live stay stand remain hold last be shelter work camp exist keep survive serve run lodge dwell sleep wait".split())


def _lasted(tree: Tree, one: Hung) -> bool:
    """Tell whether a day is until when something lasted: "lived at the factory until Saturday. Before daybreak a band attacked"."""
    if one.governor < 0 or tree.lemma[one.governor] not in _LASTING or len(one.path) < 3:
        return False
    return tree.lower[one.path[-2]] in ("until", "till") and not is_before(tree, one.governor)


def day_beside(parse: Parse, token: int, when: When) -> When:
    """Return the day that an earlier sentence told, or the one after it where this sentence tells of the dawn after that night."""
    start = parse.tokens_in(when.spans[0])[0]
    if parse.sentence_of[start] >= parse.sentence_of[token] or not _by_night(parse, when):
        return when
    return _shifted(parse, when, _words(parse, token)) or when


def _shifted(parse: Parse, when: When, words: str) -> When | None:
    """Return a day told, or the one beside it: dawn after a night told of, the night before the day of the report itself."""
    if _DAWN.search(words) and _by_night(parse, when) and not _LASTED.search(words):
        return _moved(when, DAY)
    return _moved(when, -DAY) if when.earliest == parse.notes.get("published") and _BY_NIGHT.search(words) else when


_DAWN = re.compile(r"\b(?:at|before|by|towards?|until|between|from) (?:dawn|daybreak|sunrise|first light)\b|^(?:early )?in the morning\b")


_LASTED = re.compile(
    r"\b(?:began|begun|started|opened|broke out|erupted|launched|from|between)\b"
    r".*\b(?:midnight|evening|dusk|nightfall|sunset|night|p\.?m\.?)\b.*\b(?:until|till|to|and|lasted|went on)\b"
)
"""What began in the night and went on until its dawn is of the night."""


def _by_night(parse: Parse, when: When) -> bool:
    """Tell whether a day told is its night: "Friday night", "on the night of 14 March", "late on Friday"."""
    start, end = parse.tokens_in(when.spans[0])
    return not _NIGHTLY.isdisjoint(parse.lower[max(0, start - 3) : end])


_NIGHTLY = frozenset(("night", "evening", "late"))
_BY_NIGHT = re.compile(r"\b(?:during|in|in the course of) the night\b")


def _moved(when: When, days: timedelta) -> When | None:
    """Return the day so many days on."""
    if when.earliest is None or when.latest is None:
        return None
    return replace(when, earliest=when.earliest + days, latest=when.latest + days)


def _words(parse: Parse, token: int) -> str:
    """Return the words of the sentence of ``token`` in lower case, with those before it that the parser cut off without a verb."""
    first, last = opens_sentence(parse, token), token
    number, sentences, tree = parse.sentence_of[token], parse.sentence_of, parse.tree
    if first > 0 and parse.paragraph_of[first - 1] == parse.paragraph_of[token]:
        before = opens_sentence(parse, first - 1)
        if not any(tree.pos[at] in ("VERB", "AUX") for at in range(before, first)):
            first = before
    while last < len(sentences) and sentences[last] == number:
        last += 1
    return " ".join(tree.lower[first:last])


def _is_day(when: When) -> bool:
    return when.known and when.precision == "day" and when.rule not in NOT_CARRIED
