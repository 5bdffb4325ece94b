"""What a mission records: patrols, observations with how they are known, and restrictions."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from trucewatch.records.extent import Count
from trucewatch.records.terms import AccessKind, Metric, Population

type Manner = Literal["saw", "heard", "recorded", "was told", "assessed as"]
"""How an observer came to know (mission wording, DOMAIN section 5)."""

_ONE = Count(1, 1)


@dataclass(frozen=True, slots=True)
class Patrol:
    """A patrol, planned or made. ``reached`` False: it did not get there, or was not made at all. ``source`` names file and row."""

    id: str
    day: date
    place: str
    planned: bool
    made: bool
    reached: bool
    team: str | None = None
    area: str | None = None
    observers: int | None = None
    note: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Harm:
    """People killed, injured, detained … as one observation has it."""

    metric: Metric
    count: Count
    population: Population = "all"


@dataclass(frozen=True, slots=True)
class Observation:
    """What observers saw, heard, recorded or were told, once. ``number`` counts events of ``kind`` (12 explosions); ``harm`` people.

    ``by`` is who did it as the record says and ``by_manner`` how the observers know that. ``commitment``, ``level``, ``done`` and ``total``
    are for what a mission verifies directly: 214 of 840 weapons handed in. ``at`` is the local time of day as written.
    """

    id: str
    day: date
    place: str
    manner: Manner
    kind: str
    number: Count = _ONE
    weapon: str | None = None
    by: str | None = None
    by_manner: Manner | None = None
    target: str | None = None
    harm: tuple[Harm, ...] = ()
    commitment: str | None = None
    level: int | None = None
    done: int | None = None
    total: int | None = None
    at: str | None = None
    area: str | None = None
    team: str | None = None
    patrol: str | None = None
    photos: tuple[str, ...] = ()
    note: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """An obstacle to the mission: who was hindered, by whom (None: not known), the reason given in its words, and what came of it."""

    id: str
    day: date
    place: str
    kind: AccessKind
    who: str
    by: str | None = None
    reason: str | None = None
    effect: str | None = None
    minutes: int | None = None
    area: str | None = None
    team: str | None = None
    patrol: str | None = None
    at: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class MissionRecords:
    """Everything a mission recorded."""

    patrols: tuple[Patrol, ...] = ()
    observations: tuple[Observation, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
