"""Texts → how alike they are in their uncommon words and names, with weights fixed by a word list, never by the case.

For accounts whose time or place a text leaves open, what they share in names of people, streets and villages decides. Names of cited
speakers, countries and regions are left out: they tell of a conflict, not of an event.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import log, sqrt
from typing import Any

from trucewatch.records.assertion import Reading
from trucewatch.records.names import fold
from trucewatch.vocab import vocabulary

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]|\d{3,}")
_NAMED = re.compile(r"\b[A-Z][a-z'’]+(?:\s+(?:[A-Z]\.?\s+)?[A-Z][\w'’-]+)+")
_INNER_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old|(?<=[a-z]), (\d{1,2}),")
_ROAD = re.compile(
    r"\b(?:(?:[NSEW]\.?|North|South|East|West|Northeast|Northwest|Southeast|Southwest) )?"
    r"((?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))(?: [A-Z][a-z]+)?) "
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Parkway|Pkwy|Highway|Hwy|Circle|Terrace|Trail|Loop"
    r"|Alley|Square)\b"
)
_PERSON = re.compile(
    r"([A-Z][a-z'’]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+))*? [A-Z][\w'’-]+),? (?:aged? )?(\d{1,2})\b[,.;)]"
    r"|\b(\d{1,2})-year-old ((?:[A-Z](?:\.|[\w'’-]+) )+[A-Z][\w'’-]+)"
)
_LEAD = 90
"""A report says in about this many words what it is about; what follows may be of other things."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING = 2.9
"""Words in more than one report in ten tell nothing and are not kept."""
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december street avenue road drive county city""".split()
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text is recognised by: unit-length word weights, of all and of its lead; uncommon name words, names of two words, ages, people
    by family name and age, roads by name, and keys of the places smaller than a region that it names."""

    words: Mapping[str, float]
    names: frozenset[str]
    pairs: frozenset[str]
    ages: frozenset[str]
    lead: Mapping[str, float] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    roads: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    """The weight of each listed word, and that of a word not listed."""
    data: Any = vocabulary("common_words")
    return {word: float(band["weight"]) for band in data["bands"] for word in band["words"].split()}, float(data["rare"])


def traits_of(text: str, reading: Reading) -> Traits:
    """Take the traits of a text."""
    weights, rare = _weights()
    known = _known_names(reading)
    inner = {word.lower() for word in _INNER_NAME.findall(text)} - known - _CALENDAR
    pairs = set()
    for match in _NAMED.finditer(text):
        words = [word.lower().replace("’s", "").replace("'s", "") for word in match.group().split() if len(word) > 2]
        for one, other in pairwise(words):
            if not {one, other} & (known | _CALENDAR) and weights.get(one, rare) + weights.get(other, rare) >= 2 * rare - 2:
                pairs.add(f"{one} {other}")
    return Traits(
        words=_telling(text),
        names=frozenset(word for word in inner if weights.get(word, rare) == rare),
        pairs=frozenset(pairs),
        ages=frozenset(one or other for one, other in _AGE.findall(text)),
        lead=_telling(" ".join(text.split()[:_LEAD])),
        people=frozenset(_people(text)),
        roads=frozenset(match.group(1).lower() for match in _ROAD.finditer(text)),
        places=frozenset(place.key for place in reading.places if place.precision not in {"country", "admin1"}),
    )


def _telling(text: str) -> dict[str, float]:
    """The words of a text that tell something, with their weights in a vector of all its words of unit length."""
    weights, rare = _weights()
    counts = Counter(word.lower().replace("’", "'") for word in _WORD.findall(text))
    raw = {word: (1 + log(number)) * weights.get(word, rare) for word, number in counts.items() if not _YEAR.fullmatch(word)}
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    return {word: value / norm for word, value in raw.items() if weights.get(word, rare) >= _TELLING}


def _people(text: str) -> Iterator[str]:
    """Family name and age of those a text gives an age: "Ali Haddad, 34," and "34-year-old Ali Haddad"."""
    for name, age, first, after in _PERSON.findall(text):
        family = (name or after).split()[-1].lower()
        if family not in _CALENDAR:
            yield f"{family} {age or first}"


def _known_names(reading: Reading) -> set[str]:
    """The words of names that tell no event apart: cited speakers, countries, regions."""
    known: set[str] = set()
    for statement in reading.statements:
        known.update(fold(f"{statement.speaker.name} {statement.speaker.affiliation or ''}").split())
    for place in reading.places:
        if place.precision in {"country", "admin1"}:
            known.update(fold(place.name).split())
    return known


def alike(left: Traits, right: Traits) -> list[str]:
    """Name how alike two texts are: bands of the cosine of their words and of their leads, and what names, ages and places they share."""
    cosine, leads = _cosine(left.words, right.words), _cosine(left.lead, right.lead)
    found = ["both_first", next((name for least, name in _COSINES if cosine >= least), "words_unlike")]
    if leads < _LEADS_ALIKE:
        found.append("lead_unlike")
    shared = len(left.names & right.names)
    found.append(next((name for least, name in _NAMES if shared >= least), "names_none"))
    pairs = len(left.pairs & right.pairs)
    if pairs:
        found.append("full_names" if pairs >= 3 else "full_name")
    if left.ages & right.ages:
        found.append("ages_shared" if len(left.ages & right.ages) > 1 else "age_shared")
    places = len(left.places & right.places)
    if left.places and right.places:
        found.append(next(name for least, name in _PLACES if places >= least))
    return [*found, *_same_people(left, right)]


def _same_people(left: Traits, right: Traits) -> list[str]:
    """Name what two texts share that two events rarely do, whatever words they are told in: people of one name and age, and roads."""
    found = []
    for kind, one, other in (("person", left.people, right.people), ("road", left.roads, right.roads)):
        shared = len(one & other)
        if shared:
            found.append(f"{kind}_shared" if shared == 1 else f"{kind}s_shared")
    if left.roads and right.roads and not left.roads & right.roads:
        found.append("roads_unlike")
    return found


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    few, many = (left, right) if len(left) < len(right) else (right, left)
    return sum(value * many[word] for word, value in few.items() if word in many)


_PLACES = ((4, "places_4"), (2, "places_2"), (1, "places_1"), (0, "places_none"))
_LEADS_ALIKE = 0.08
_COSINES = ((0.5, "words_50"), (0.4, "words_40"), (0.3, "words_30"), (0.22, "words_22"), (0.15, "words_15"), (0.1, "words_10"))
_NAMES = ((8, "names_8"), (5, "names_5"), (3, "names_3"), (2, "names_2"), (1, "names_1"))


def indexed(traits: Traits) -> tuple[tuple[str, float], ...]:
    """Return the words, with their weights, that a text is looked up by, in order."""
    weights, rare = _weights()
    return tuple(sorted((word, value) for word, value in traits.words.items() if weights.get(word, rare) >= _INDEXED))


def alike_pairs(words: Mapping[str, Iterable[tuple[str, float]]], fresh: Collection[str], least: float = 0.13) -> Iterator[tuple[str, str]]:
    """Give every pair of texts, at least one of them ``fresh``, whose uncommon words have at least this cosine.

    ``words`` are those of every text, as ``indexed`` gives them. Exact, so that no other text changes who is compared.
    """
    if len(words) < 2 or not fresh:
        return
    import numpy as np
    from scipy.sparse import csr_matrix

    names = sorted(words)
    columns = {word: at for at, word in enumerate(sorted({word for one in words.values() for word, _ in one}))}
    cells = [(row, columns[word], value) for row, name in enumerate(names) for word, value in words[name]]
    rows, places, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, places)), shape=(len(names), len(columns)))
    asked = np.array([at for at, name in enumerate(names) if name in fresh])
    for start in range(0, len(asked), _CHUNK):
        chunk = asked[start : start + _CHUNK]
        product = (matrix[chunk] @ matrix.T).tocoo()
        near = product.data >= least
        for one, other in zip(chunk[product.row[near]].tolist(), product.col[near].tolist(), strict=True):
            if one != other:
                yield names[min(one, other)], names[max(one, other)]


_INDEXED = 4.0
"""Words in more than one report in thirty are left out of the index: they would pair everything with everything."""
_CHUNK = 512
