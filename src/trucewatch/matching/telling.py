"""How the words round a trigger tell it: whether a time or place belongs to it, whether it only counts, whether its sentence sums up."""

import re
from collections.abc import Iterable

from trucewatch.records.assertion import Claim, EventPayload
from trucewatch.records.span import Span

_BESIDE = re.compile(
    r"\s*(?:(?:in|at|on|of|near|outside|inside|around|over|against|upon|by|from|last|late|early|earlier|this|that|the|a|an|town|"
    r"city|village|hamlet|night|morning|day|area|district|province|region|camp|port|afternoon|evening|between|and|\w+day)\b\s*)*",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"\b(?:happened|happens|occurred|took place|taken place|began|broke out|erupted|unfolded|lasted|raged|started|struck|hit|"
    r"killed|left|wounded|injured|claimed|"
    r"(?:was|were|is|are|came) (?:at|in|on|near|carried|committed|reported|launched|staged|mounted|directed|aimed))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\w+ty-\w+|dozen|dozens|"
    r"scores|hundred|hundreds|many|several|more|others|people|persons|civilians|villagers|residents|men))\s+$",
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    r"\b(?:after|before|since|following|until|preceding|prior to)\s+"
    r"(?:(?:the|this|that|these|those|its|their|his|\S+['’]s?)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_HARM = frozenset({"killed", "injured", "wounded", "dead", "missing", "hurt"})


def belongs(text: str, event: EventPayload, spans: Iterable[Span]) -> bool:
    """Return whether one of the words that give a time or place stands beside the trigger or in its own clause.

    "The raid on Karim", "Monday's raid", "the raid took place in Karim"; not "the army, speaking in Karim on Monday of the raid".
    """
    return any(_belongs(text, event.trigger, span) for span in spans)


_FRONT = re.compile(r"(?:^|[.!?:;\n][\"”’')]*|[,\"“*•–—-])\s*(?:\w+ ){0,3}?(?:the )?$")


def opens_sentence(text: str, span: Span) -> bool:
    """Return whether a time or place stands in front of its sentence or clause ("In Karim, nine people were killed")."""
    return _FRONT.search(text[: span.start][-40:]) is not None


def anchors(text: str, event: EventPayload) -> bool:
    """Return whether something else is told by when it was to this event: "the day after the raid"."""
    return _ANCHOR.search(text[: event.trigger.start][-48:]) is not None


def _belongs(text: str, trigger: Span, span: Span) -> bool:
    if span.touches(trigger):
        return True
    if span.end <= trigger.start:
        return len(text[span.end : trigger.start].split()) <= 2
    between = text[trigger.end : span.start]
    return _BESIDE.fullmatch(between) is not None or _HAPPENING.search(between[:24]) is not None


def counts_only(text: str, claim: Claim, event: EventPayload) -> bool:
    """Return whether a mention only says how many there were ("31 dead", "recorded nine killed"), not what befell them."""
    word = event.trigger.of(text).lower()
    return word in _HARM and (claim.rule.startswith("state:") or _NUMBER.search(text[: event.trigger.start][-24:]) is not None)
