"""The words around place names as typed, frozen values (vocab/places.yaml)."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from trucewatch.records.names import fold
from trucewatch.vocab import vocabulary


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lower-case words by what they tell of a name beside them; ``areas`` gives the country of regions known by name."""

    settlements: frozenset[str]
    regions: frozenset[str]
    districts: frozenset[str]
    bearings: frozenset[str]
    locative: frozenset[str]
    near: frozenset[str]
    sites: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    prefixes: frozenset[str]
    areas: dict[str, str | None]


@cache
def place_words() -> PlaceWords:
    """Return the vocabulary of places."""
    raw = cast("dict[str, Any]", vocabulary("places"))
    return PlaceWords(
        settlements=frozenset(raw["settlements"]),
        regions=frozenset(raw["regions"]),
        districts=frozenset(raw["districts"]),
        bearings=frozenset(raw["bearings"]),
        locative=frozenset(raw["locative"]),
        near=frozenset(raw["near"]),
        sites=frozenset(raw["sites"]),
        titles=frozenset(raw["titles"]),
        bodies=frozenset(raw["bodies"]),
        prefixes=frozenset(raw["prefixes"]),
        areas={fold(name): country for name, country in raw["areas"].items()},
    )
