"""One event as its words give it, before roles are named: what trigger, who stands where around it. Between the finders and events.py."""

from dataclasses import dataclass

from trucewatch.records.terms import Confidence, Effect, Stage


@dataclass(slots=True)
class Draft:
    """Head tokens by role. ``doers_how`` is the confidence the syntax gives the doers; ``extra`` triggers' words beside the head
    ("open *fire*"); ``fighters`` are the sides of a clash."""

    token: int
    type: str
    effect: Effect
    words: tuple[int, int]
    rule: str
    stage: Stage = "accomplished"
    doers: tuple[int, ...] = ()
    doers_how: Confidence = "fact"
    patients: tuple[int, ...] = ()
    instruments: tuple[int, ...] = ()
    fighters: tuple[int, ...] = ()
    anaphoric: bool = False
    pattern: bool = False
    verb: int | None = None
    """The verb that carries an event noun, whose modality is the event's."""
