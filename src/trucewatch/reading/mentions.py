"""What the reading steps hand one another: mentions in one parse, before they become claims."""

from dataclasses import dataclass

from trucewatch.records.assertion import Participant
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.span import Span
from trucewatch.records.terms import Factuality, Polarity, Population, Stage


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many people a phrase speaks of. ``head`` is the token index of the counted noun (or of the number where there is none),
    ``span`` the words of number, qualifier and noun, ``qualifier`` as written ("as many as")."""

    span: Span
    head: int
    count: Count
    qualifier: str | None
    population: Population
    vague: bool = False
    derived: bool = False
    named: bool = False
    part: bool = False
    """True where the words mark a subtotal ("including 20 children", "among them")."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Polarity and factuality of one event or predicate, the hedge words, and the rule that decided."""

    polarity: Polarity
    factuality: Factuality
    hedges: tuple[Span, ...] = ()
    rule: str = "plain"


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one clause or noun phrase tells it. ``token`` is the trigger's head token index in the parse."""

    token: int
    trigger: Span
    type: str
    stage: Stage
    stance: Stance
    participants: tuple[Participant, ...]
    when: When | None = None
    where: tuple[Place, ...] = ()
    anaphoric: bool = False
    pattern: bool = False
    background: bool = False
    same_as: int | None = None
    """Token index of an earlier mention this one certainly repeats, where the reading decides it."""
    quantities: tuple[Quantity, ...] = ()
    """The quantities that count this event's victims, in text order."""
    rule: str = ""
