"""Texts → what they share: utterances in quotation marks, near-duplicate texts by word shingles, long runs outside quotations.

Shingles are runs of five folded words (Broder 1997); MinHash with locality-sensitive hashing (datasketch) proposes pairs, and so does
any shared sentence of a dozen words; what decides is the exact share of shingles, or the length of the longest shared run.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from trucewatch.records.analysis import Copy

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{12,600})[\"”»]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+|\n+")
_SIZE = 5
_LEAST = 20
_LONG_SENTENCE = 12
_COMMON_SENTENCE = 40
CONTAINED = 0.5
"""From this share of the shorter text's shingles on, two texts are one text told twice."""
RUN = 25
"""From this many words in one shared run outside quotations on, one text has copied the other, or both a third."""


@dataclass(frozen=True, slots=True)
class Print:
    """What a text leaves behind: hashes of its shingles in order, its long sentences and its longer quotations."""

    shingles: tuple[int, ...]
    sentences: tuple[int, ...]
    quotations: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Print":
        """Take the print of a text. Quotations are left out of shingles and sentences: two reporters may hear the same words."""
        outside = _QUOTED.sub(' "" ', text)
        words = [word.lower() for word in _WORD.findall(outside)]
        shingles = tuple(_hash(" ".join(words[at : at + _SIZE])) for at in range(max(0, len(words) - _SIZE + 1)))
        sentences = []
        for sentence in _SENTENCE_END.split(outside):
            folded = [word.lower() for word in _WORD.findall(sentence)]
            if len(folded) >= _LONG_SENTENCE:
                sentences.append(_hash(" ".join(folded)))
        return cls(shingles, tuple(dict.fromkeys(sentences)), tuple(dict.fromkeys(utterances(text))))


def utterances(text: str) -> list[int]:
    """Return a hash for each quotation of five words or more, case and punctuation apart."""
    found = []
    for match in _QUOTED.finditer(text):
        words = [word.lower() for word in _WORD.findall(match.group(1))]
        if len(words) >= _SIZE:
            found.append(_hash(" ".join(words)))
    return found


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is looked up by among others: its long sentences, and bands of its MinHash."""

    sentences: tuple[int, ...]
    bands: tuple[str, ...]

    @classmethod
    def of(cls, printed: Print) -> "Sketch":
        """Draw the sketch of a print."""
        return cls(printed.sentences, tuple(_bands(printed.shingles)) if printed.shingles else ())


@dataclass(frozen=True, slots=True)
class Shared:
    """The pairs of documents whose texts were compared, and those of them that share their text."""

    compared: tuple[tuple[str, str], ...] = ()
    copies: tuple[Copy, ...] = ()

    def with_texts(self, sketches: Mapping[str, Sketch], print_of: Callable[[str], Print]) -> tuple["Shared", int]:
        """Return every pair among ``sketches`` that shares its text, in order, and how many pairs were compared anew.

        ``print_of`` gives the print of a document where it must be compared. Exact, whatever was known.
        """
        wanted = sorted(_candidates(sketches))
        known = set(self.compared)
        fresh = [pair for pair in wanted if pair not in known]
        found = {(copy.left, copy.right): copy for copy in self.copies}
        for left, right in fresh:
            copy = compare(left, print_of(left), right, print_of(right))
            if copy is not None:
                found[left, right] = copy
        return Shared(tuple(wanted), tuple(found[pair] for pair in wanted if pair in found)), len(fresh)


def compare(left: str, one: Print, right: str, other: Print) -> Copy | None:
    """Compare two prints exactly; None where they are no copies."""
    shared = set(one.shingles) & set(other.shingles)
    fewest = min(len(set(one.shingles)), len(set(other.shingles)))
    if not shared or fewest < _LEAST:
        return None
    contained = len(shared) / fewest
    run = longest_run(one.shingles, other.shingles)
    if contained >= CONTAINED:
        return Copy(left, right, round(contained, 3), run, f"{contained:.0%} of the shorter text's five-word runs are in the other")
    if run >= RUN:
        return Copy(left, right, round(contained, 3), run, f"a run of {run} words outside quotations is the same")
    return None


def longest_run(one: Iterable[int], other: Iterable[int]) -> int:
    """Return the length in words of the longest run of ``one`` whose shingles stand in the same order in ``other``."""
    following: dict[int, set[int]] = {}
    previous = None
    for shingle in other:
        if previous is not None:
            following.setdefault(previous, set()).add(shingle)
        following.setdefault(shingle, set())
        previous = shingle
    best = run = 0
    previous = None
    for shingle in one:
        follows = run and previous is not None and shingle in following.get(previous, ())
        run = 0 if shingle not in following else run + 1 if follows else 1
        best = max(best, run)
        previous = shingle
    return best + _SIZE - 1 if best else 0


def _candidates(sketches: Mapping[str, Sketch]) -> set[tuple[str, str]]:
    """Propose pairs: by MinHash, and by a long sentence in common that is not common to the whole case."""
    pairs: set[tuple[str, str]] = set()
    holders: dict[int, list[str]] = {}
    banded: dict[tuple[int, str], list[str]] = {}
    for name in sorted(sketches):
        for sentence in sketches[name].sentences:
            holders.setdefault(sentence, []).append(name)
        for number, band in enumerate(sketches[name].bands):
            banded.setdefault((number, band), []).append(name)
    for names in holders.values():
        for at, left in enumerate(names[:_COMMON_SENTENCE]):
            pairs.update((left, right) for right in names[at + 1 :])
    for names in banded.values():
        pairs.update(combinations(names, 2))
    return pairs


_PERMUTATIONS, _BANDS, _ROWS = 64, 21, 3
"""Twenty-one bands of three: texts that share about a third of all their shingles or more are proposed (Broder 1997; Leskovec, Rajaraman
and Ullman, Mining of Massive Datasets, chapter 3)."""


def _bands(shingles: Iterable[int]) -> Iterator[str]:
    """Give the bands of a text's MinHash; two texts that share one are compared."""
    from datasketch import MinHash

    sketch = MinHash(num_perm=_PERMUTATIONS, hashfunc=_low_bits)
    sketch.update_batch(shingles)
    values = sketch.hashvalues
    for at in range(_BANDS):
        yield ".".join(f"{int(value):x}" for value in values[at * _ROWS : (at + 1) * _ROWS])


def _low_bits(value: int) -> int:
    """Datasketch wants 32 bits; ours are already evenly spread."""
    return value & 0xFFFFFFFF
