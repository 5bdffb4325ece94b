"""Marches that are called, meetings that are announced: what is to be, and on which day to come ("called a march for Friday")."""

from typing import TYPE_CHECKING, Literal

from trucewatch.reading.hedging import is_definite

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_GATHERINGS = frozenset(
    """march strike rally demonstration protest sit-in boycott stoppage walkout shutdown procession vigil blockade picket parade
    meeting""".split()
)
_APPOINTING = frozenset("announce schedule set fix declare proclaim slate plan".split())


def summoned(noun: "Token", verb: "Token") -> Literal["demanded", "future"] | None:
    """Return what the verb that governs an event noun makes of it, None where it is no summons or appointment."""
    if noun.dep_ not in ("dobj", "nsubjpass") or is_definite(noun):
        return None
    if verb.lemma_ == "call":
        named = any(c.dep_ == "oprd" for c in verb.children)  # "called a strike on the camp a crime"
        return "demanded" if noun.lemma_ in _GATHERINGS and not named else None
    awaited = (c for word in (noun, verb) for c in word.children if c.dep_ == "prep" and c.lower_ == "for")
    dated = any(day.ent_type_ in ("DATE", "TIME") for c in awaited for day in c.children)
    return "future" if verb.lemma_ in _APPOINTING and dated else None


def called_for(token: "Token", day: int) -> bool:
    """Whether ``token``, on the way up from a day, makes it the day for which something is called: "a march for Friday"."""
    if token.lower_ == "for":
        noun = token.head if token.head.pos_ == "NOUN" else next((c for c in token.head.children if c.dep_ in ("dobj", "nsubjpass")), token)
        return token.head.lemma_ in _APPOINTING or noun.lemma_ in _GATHERINGS
    asked = (c for c in token.children if c.lower_ == "for" and token.i < c.i < day) if token.lemma_ == "call" else ()
    return any(thing.lemma_ in _GATHERINGS for c in asked for thing in c.children)
