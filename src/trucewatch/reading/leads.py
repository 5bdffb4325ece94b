"""What the items of a list stand under: "The army denies: / – shelling the market; / – that its men burned the school".

Enters: a text with its paragraphs; leaves: for every paragraph the act of speech its lead gives it, and where a "that" opens an item, which
the parser, seeing one paragraph at a time, would take for a pronoun. What is denied or demanded in this form must never read as a fact;
what is made known ("The Ministry informs: / That on Monday a band fell upon …") is one.

A lead ends with a colon, and its items are marked or numbered, open with "that" or "to", or end with semicolons. A label at the head of a
line ("FALSE: that …", "DEMANDS: That …") leads its own paragraph; a verdict under a claim ("CLAIM: … / VERDICT: false") what is claimed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

from trucewatch.records.span import Span
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse

type Lead = Literal["told", "denied", "demanded"]

_MARK = r"(?:[-*•·▪–—]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*)"
_ITEM = re.compile(rf"{_MARK}|(?:That|To|Not to)\b|[a-zà-ÿ]")
_NO_OPENER = "day|night|evening|morning|afternoon|week|month|year|same|is|was|would|will|had|has"
_OPENER = re.compile(rf"{_MARK}?([Tt]hat)[ ,](?!(?:{_NO_OPENER})\b)")
_LABEL = re.compile(rf"{_MARK}?((?:WE |IT )?[A-Z]{{4,}}(?: [A-Z]{{2,}}){{0,2}}|[A-Z][a-z]{{3,}}) ?: ?(?=\S)")
_CLAIM = re.compile(r"(?:the )?(?:claim|allegation|rumou?r|post|viral post)\b[^:.]{0,20}:", re.IGNORECASE)
_VERDICT = re.compile(
    r"(?:our |the )?(?:verdict|rating|ruling|finding|conclusion|assessment|result|status)\s?[:–—-]\s*"
    r"(?:this is |it is |the claim is )?"
    r"(?:entirely |completely |wholly )?"
    r"(?:false|fake|untrue|not true|fabricated|an? (?:fabrication|hoax|fake)|incorrect|wrong|debunked|refuted)\b",
    re.IGNORECASE,
)
_PASSING = tuple(f"(?<!{word} )" for word in ("as", "despite", "after", "since", "amid", "following"))
"""After these a demand or denial is named in passing: "Despite its appeals, the mission recorded:"."""
_NOT_A_QUESTION = r"(?! (?:about|whether|if|by|why|how|what)\b)"


def _forms(words: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Compile a pattern of any of the words, "_" for a blank."""
    return re.compile(rf"\b{before}(?:{'|'.join(words.split()).replace('_', ' ')})\b{after}", re.IGNORECASE)


@cache
def _vocabulary() -> dict[str, str]:
    return cast("dict[str, str]", vocabulary("leads"))


@cache
def _acts() -> tuple[tuple[Lead, re.Pattern[str]], ...]:
    """Return the pattern of each act of speech."""
    words = _vocabulary()
    return (
        ("denied", _forms(words["denied"])),
        ("denied", _forms(words["denied_at_end"], after=" ?:?$")),
        ("demanded", _forms(words["demanded"], "".join(_PASSING), _NOT_A_QUESTION)),
        ("told", _forms(words["told"])),
    )


_REACH = 240
"""Code points of the lead in which its act is looked for."""


def leads(text: str, paragraphs: Sequence[Span]) -> dict[int, Lead]:
    """Return the paragraphs, by number, that are led by an act of speech: items of a list, lines under a label, claims under a verdict."""
    found: dict[int, Lead] = {}
    lead: Lead | None = None
    for number, span in enumerate(paragraphs):
        words = span.of(text)
        if lead is not None and _is_item(words):
            found[number] = lead
        else:
            lead, label = None, _LABEL.match(words)
            if label is not None and (act := _act(label[1])) is not None:
                found[number] = act
            if number and _VERDICT.match(words) and _CLAIM.match(paragraphs[number - 1].of(text)):
                found[number - 1] = "denied"
        if words.rstrip(" —–-").endswith(":"):
            lead = _act(words[-_REACH:]) or lead
    return found


def _is_item(words: str) -> bool:
    """Whether a paragraph shows by its opening or its end that it is an item of a list."""
    return bool(_ITEM.match(words)) or words.endswith((";", "; and", "; or"))


def is_label(words: str) -> bool:
    """Whether the words before a colon say what the line is ("FALSE", "DEMANDS", "CLAIM"), and name neither a speaker nor a place."""
    return (
        words.lower() in _vocabulary()["kinds"].split()
        or _act(words) in ("denied", "demanded")
        or (words.isupper() and _act(words) is not None)
    )


@lru_cache(maxsize=1024)  # forms repeat their labels
def _act(words: str) -> Lead | None:
    """Return the act of speech that stands last in ``words``."""
    last = ((match.start(), act) for act, pattern in _acts() for match in pattern.finditer(words))
    return max(last, default=(0, None))[1]


def openers(text: str, paragraphs: Sequence[Span], led: Iterable[int]) -> Iterator[Span]:
    """Yield the spans of every "that" which opens a led paragraph: no word of its clause."""
    for number in led:
        span = paragraphs[number]
        opener = _OPENER.match(text, label_end(text, span), span.end)
        if opener is not None:
            yield Span(*opener.span(1))


def label_end(text: str, paragraph: Span) -> int:
    """Return where the words after the label of a led paragraph begin; where the paragraph begins if it has none."""
    label = _LABEL.match(text, paragraph.start, paragraph.end)
    return label.end() if label is not None else paragraph.start


def items_after(parse: "Parse", token: int) -> tuple[int, int] | None:
    """Return the tokens ``[start, end)`` of the items under the lead that ``token`` stands in, None where it stands in no lead."""
    over, led = parse.paragraph_of, parse.led
    number = over[token]
    if not led or number + 1 not in led or not parse.paragraphs[number].of(parse.text).rstrip(" —–-").endswith(":"):
        return None
    last = number + 1
    while last + 1 in led and not parse.paragraphs[last].of(parse.text).endswith(":"):
        last += 1
    return bisect_right(over, number), bisect_right(over, last)


def lead_over(parse: "Parse", token: int) -> Lead | None:
    """Return the act of speech that leads what ``token`` tells, None where none does or its clause is about something else."""
    if not parse.led or (lead := parse.led.get(parse.paragraph_of[token])) is None or lead == "told":
        return None
    return lead if _leading(parse, token, _DENIED_WITH if lead == "denied" else _DEMANDED_WITH) else None


_DENIED_WITH = frozenset("ROOT conj ccomp xcomp pcomp pobj dobj prep nsubj nsubjpass appos dep parataxis agent advcl".split())
_DEMANDED_WITH = frozenset(("ROOT", "conj", "ccomp", "xcomp", "dep", "parataxis"))
"""Up through which dependencies a word is what an item denies or demands: not "those who killed the priest", "the detained students"."""


def _leading(parse: "Parse", token: int, through: frozenset[str]) -> bool:
    tree, here = parse.tree, token
    while True:
        if tree.dep[here] not in through:
            return False
        if tree.head[here] == here:
            return True
        here = tree.head[here]
