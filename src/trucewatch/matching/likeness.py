"""Texts → how alike they are in their uncommon words and names, with weights fixed by a word list, never by the case.

For accounts whose time or place a text leaves open, what they share in names of people, streets and villages decides. Names of cited
speakers, countries and regions are left out: they tell of a conflict, not of an event.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
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
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING = 2.9
"""Words in more than one report in ten tell nothing and are not kept."""
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december street avenue road drive county city""".split()
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text is recognised by: unit-length word weights, uncommon name words, names of two words, and ages of people."""

    words: Mapping[str, float]
    names: frozenset[str]
    pairs: frozenset[str]
    ages: frozenset[str]


@cache
def _weights() -> tuple[Mapping[str, float], float]:
    """The weight of each listed word, and that of a word not listed."""
    data: Any = vocabulary("common_words")
    return {word: float(band["weight"]) for band in data["bands"] for word in band["words"].split()}, float(data["rare"])


def traits_of(text: str, reading: Reading) -> Traits:
    """Take the traits of a text."""
    weights, rare = _weights()
    counts = Counter(word.lower().replace("’", "'") for word in _WORD.findall(text))
    raw = {word: (1 + log(number)) * weights.get(word, rare) for word, number in counts.items() if not _YEAR.fullmatch(word)}
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    telling = {word: value / norm for word, value in raw.items() if weights.get(word, rare) >= _TELLING}
    known = _known_names(reading)
    inner = {word.lower() for word in _INNER_NAME.findall(text)} - known - _CALENDAR
    pairs = set()
    for match in _NAMED.finditer(text):
        words = [word.lower().replace("’s", "").replace("'s", "") for word in match.group().split() if len(word) > 2]
        for one, other in pairwise(words):
            if not {one, other} & (known | _CALENDAR) and weights.get(one, rare) + weights.get(other, rare) >= 2 * rare - 2:
                pairs.add(f"{one} {other}")
    return Traits(
        words=telling,
        names=frozenset(word for word in inner if weights.get(word, rare) == rare),
        pairs=frozenset(pairs),
        ages=frozenset(one or other for one, other in _AGE.findall(text)),
    )


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
    """Name how alike two texts are: a band of the cosine of their words, and how many uncommon names and ages they share."""
    few, many = (left.words, right.words) if len(left.words) < len(right.words) else (right.words, left.words)
    cosine = sum(value * many[word] for word, value in few.items() if word in many)
    found = [next((name for least, name in _COSINES if cosine >= least), "words_unlike")]
    shared = len(left.names & right.names)
    found.append(next((name for least, name in _NAMES if shared >= least), "names_none"))
    pairs = len(left.pairs & right.pairs)
    if pairs:
        found.append("full_names" if pairs >= 3 else "full_name")
    if left.ages & right.ages:
        found.append("ages_shared" if len(left.ages & right.ages) > 1 else "age_shared")
    return found


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
