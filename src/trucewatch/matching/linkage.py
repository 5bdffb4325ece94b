"""Profiles → clusters: candidate pairs from blocks, then average linkage over the compared pairs, largest odds first.

Nothing depends on the order of arrival: blocks are sets, ties are broken by ids, and clusters in different neighbourhoods (components of
pairs that could join) never touch, so that a new document changes only its own.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from trucewatch.matching.extents import gap
from trucewatch.matching.features import Features, Profile, compare, located, log_odds, odds_of
from trucewatch.matching.rules import Rules
from trucewatch.records.extent import When
from trucewatch.records.names import consonant_key

type Pair = tuple[str, str]

_SLACK = 3
"""Days by which two dates may differ and still be worth comparing."""
_LONG = 10
"""Times longer than this are looked up by their report's publication instead."""
_CROWD = 60
"""In a crowded block each profile is compared with this many neighbours in order of date."""


def block_keys(profile: Profile, family: str) -> Iterator[tuple[str, ...]]:
    """Give the blocks of a profile: places by consonants, victims, utterances, and single days where no place is known."""
    for place in located(profile):
        yield "place", consonant_key(place.name) or place.key
    for name in profile.victims:
        words = [word for word in name.split() if len(word) >= 4]
        if words:
            yield "victim", words[-1]
    for utterance in profile.utterances:
        yield "utterance", str(utterance)
    if not located(profile):
        for place in profile.where or ():
            yield "region", family, place.country or place.key
        if not profile.where:
            yield "nowhere", family


def candidates(profiles: Mapping[str, Profile], rules: Rules, copied: Iterable[Pair] = ()) -> set[Pair]:
    """Return the pairs worth comparing: same block and days that may agree, or main accounts of documents that share their text."""
    blocks: dict[tuple[str, ...], list[Profile]] = {}
    regions: dict[tuple[str, ...], list[Profile]] = {}
    for name in sorted(profiles):
        profile = profiles[name]
        family = rules.family.get(profile.type, profile.type)
        for key in block_keys(profile, family):
            blocks.setdefault(key, []).append(profile)
        for country in sorted({place.country for place in profile.where if place.country}):
            regions.setdefault(("region", family, country), []).append(profile)
    pairs: set[Pair] = set()
    for members in blocks.values():
        pairs.update(_neighbours(members))
    for key, members in regions.items():
        if key in blocks:
            pairs.update(_neighbours(members))
    pairs.update(_of_copies(profiles, copied))
    return pairs


def _of_copies(profiles: Mapping[str, Profile], copied: Iterable[Pair]) -> Iterator[Pair]:
    """Pair the accounts of documents that share their text."""
    by_document: dict[str, list[str]] = {}
    for name, profile in profiles.items():
        by_document.setdefault(profile.document, []).append(name)
    for left, right in copied:
        for one in by_document.get(left, ()):
            for other in by_document.get(right, ()):
                yield (one, other) if one < other else (other, one)


def _neighbours(members: Sequence[Profile]) -> Iterator[Pair]:
    """Pair the members whose days may agree, each with its nearest in a crowd."""
    dated = sorted((days[0], days[1], profile.id) for profile in members if (days := _days(profile)))
    undated = sorted(profile.id for profile in members if not _days(profile))
    for at, (first, last, name) in enumerate(dated):
        for later_first, _, other in dated[at + 1 : at + 1 + _CROWD]:
            if later_first > last + timedelta(days=_SLACK):
                break
            if first <= later_first:
                yield (name, other) if name < other else (other, name)
    names = [*undated, *(name for _, _, name in dated)]
    for at, name in enumerate(undated[:_CROWD]):
        for other in names[at + 1 : at + 1 + _CROWD]:
            yield (name, other) if name < other else (other, name)


def _days(profile: Profile) -> tuple[date, date] | None:
    """The days a profile is looked up by."""
    if profile.when and profile.when.earliest and profile.when.latest and (profile.when.latest - profile.when.earliest).days <= _LONG:
        return profile.when.earliest, profile.when.latest
    return profile.days


class Scores:
    """The compared pairs, with their features: filled on demand, the same for the same two profiles whenever asked."""

    def __init__(self, profiles: Mapping[str, Profile], rules: Rules, copied: frozenset[Pair]) -> None:
        self.profiles = profiles
        self.rules = rules
        self.copied = copied
        self._features: dict[Pair, Features] = {}

    def features(self, left: str, right: str) -> Features:
        """The features of a pair."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._features:
            one, other = self.profiles[pair[0]], self.profiles[pair[1]]
            documents = (min(one.document, other.document), max(one.document, other.document))
            self._features[pair] = compare(one, other, self.rules, copied=documents in self.copied)
        return self._features[pair]

    def odds(self, left: str, right: str) -> float:
        """The log-odds of a pair."""
        return log_odds(self.features(left, right))


def cluster(names: Iterable[str], pairs: Iterable[Pair], scores: Scores, rules: Rules) -> tuple[tuple[str, ...], ...]:
    """Join profiles into clusters by average linkage over the compared pairs, down to the threshold ``join``.

    Pairs never compared say nothing either way. Returns clusters as sorted tuples, in order.
    """
    floor = odds_of(rules.join)
    members: dict[str, list[str]] = {name: [name] for name in names}
    links: dict[str, dict[str, tuple[float, int]]] = {name: {} for name in members}
    for left, right in pairs:
        odds = scores.odds(left, right)
        links[left][right] = links[right][left] = (odds, 1)
    heap = [(-odds, left, right) for left in links for right, (odds, _) in links[left].items() if left < right and odds >= floor]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if left not in members or right not in members or links[left].get(right, (None,))[0] is None:
            continue
        total, count = links[left][right]
        if abs(total / count + negative) > 1e-9:
            continue
        members[left] += members.pop(right)
        _absorb(left, right, links, heap, floor)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _absorb(
    left: str, right: str, links: dict[str, dict[str, tuple[float, int]]], heap: list[tuple[float, str, str]], floor: float
) -> None:
    """Give ``right``'s links to ``left`` and put the changed averages on the heap. The lesser name survives, so no order is left over."""
    links[left].pop(right)
    moved = links.pop(right)
    for other, (total, count) in moved.items():
        if other == left:
            continue
        links[other].pop(right)
        known_total, known_count = links[left].get(other, (0.0, 0))
        joined = (known_total + total, known_count + count)
        links[left][other] = links[other][left] = joined
    for other, (total, count) in links[left].items():
        if total / count >= floor:
            heapq.heappush(heap, (-total / count, min(left, other), max(left, other)))


def near(left: When | None, right: When | None, days: int) -> bool:
    """Return whether two times are at most ``days`` apart, or one is not known."""
    if left is None or right is None or not left.known or not right.known:
        return True
    return gap(left, right) <= days
