"""Texts → what they share: utterances in quotation marks, near-duplicate texts by word shingles, long runs outside quotations.

Shingles are runs of five folded words (Broder 1997); MinHash with locality-sensitive hashing (datasketch) proposes pairs, and so does
any shared sentence of a dozen words; what decides is the exact share of shingles, or the length of the longest shared run.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

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


def copies(prints: Mapping[str, Print]) -> tuple[Copy, ...]:
    """Return every pair of documents that share their text, in order of their ids. Prints are by document id."""
    found = []
    for left, right in sorted(_candidates(prints)):
        copy = compare(left, prints[left], right, prints[right])
        if copy is not None:
            found.append(copy)
    return tuple(found)


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


def _candidates(prints: Mapping[str, Print]) -> set[tuple[str, str]]:
    """Propose pairs: by MinHash, and by a long sentence in common that is not common to the whole case."""
    pairs: set[tuple[str, str]] = set()
    holders: dict[int, list[str]] = {}
    for name in sorted(prints):
        for sentence in prints[name].sentences:
            holders.setdefault(sentence, []).append(name)
    for names in holders.values():
        window = names if len(names) <= _COMMON_SENTENCE else names[:_COMMON_SENTENCE]
        pairs.update((left, right) for at, left in enumerate(window) for right in names if left < right and at >= 0)
    return pairs | _by_minhash(prints)


def _by_minhash(prints: Mapping[str, Print]) -> set[tuple[str, str]]:
    """Propose pairs that share about a third of all their shingles or more."""
    if len(prints) < 2:
        return set()
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.35, num_perm=64)
    pairs: set[tuple[str, str]] = set()
    for name in sorted(prints):
        if not prints[name].shingles:
            continue
        sketch = MinHash(num_perm=64, hashfunc=_low_bits)
        sketch.update_batch(prints[name].shingles)
        pairs.update((min(name, other), max(name, other)) for other in index.query(sketch))
        index.insert(name, sketch)
    return pairs


def _low_bits(value: int) -> int:
    """Datasketch wants 32 bits; ours are already evenly spread."""
    return value & 0xFFFFFFFF
