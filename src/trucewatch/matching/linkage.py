"""Profiles → clusters: candidate pairs from blocks, then average linkage over the compared pairs, largest odds first.

Nothing depends on the order of arrival: blocks are sets, ties are broken by ids, and clusters in different neighbourhoods (components of
pairs that could join) never touch, so that a new document changes only its own.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from trucewatch.matching.features import APART, Features, Profile, compare, extents, located, log_odds, merge, odds_of, texts, weighed
from trucewatch.matching.likeness import alike_pairs
from trucewatch.matching.rules import Rules
from trucewatch.records.names import consonant_key

type Pair = tuple[str, str]

_SLACK = 3
"""Days by which two dates may differ and still be worth comparing."""
_LONG = 10
"""Times longer than this are looked up by their report's publication instead."""
_CROWD = 60
"""In a crowded block each profile is compared with this many neighbours in order of date."""


def block_keys(profile: Profile, family: str) -> Iterator[tuple[str, ...]]:
    """Give the blocks of a profile: places by consonants, names, utterances, single days, and its country where no place is known."""
    for place in located(profile):
        yield "place", consonant_key(place.name) or place.key
    for name in profile.victims:
        words = [word for word in name.split() if len(word) >= 4]
        if words:
            yield "victim", words[-1]
    for utterance in profile.utterances:
        yield "utterance", str(utterance)
    for country in sorted({place.country for place in profile.where if place.country}) if not located(profile) else ():
        yield "region", family, country
    days = profile.when
    if days and days.earliest and days.latest and (days.latest - days.earliest).days <= _SLACK:
        for at in range((days.latest - days.earliest).days + 1):
            yield "day", family, (days.earliest + timedelta(days=at)).isoformat()


def candidates(profiles: Mapping[str, Profile], rules: Rules, copied: Iterable[Pair] = ()) -> set[Pair]:
    """Return the pairs worth comparing: a block in common and days that may agree, names in common whatever the days, or a shared text."""
    dated: dict[tuple[str, ...], list[Profile]] = {}
    named: dict[tuple[str, ...], list[Profile]] = {}
    for name in sorted(profiles):
        profile = profiles[name]
        family = rules.family.get(profile.type, profile.type)
        for key in dict.fromkeys(block_keys(profile, family)):
            home = named if key[0] in _NAMED else dated
            home.setdefault(key, []).append(profile)
    pairs: set[Pair] = set()
    for key, members in dated.items():
        pairs.update(_neighbours(members, loose=key[0] == "day"))
    for members in named.values():
        pairs.update(_together(members))
    pairs.update(alike_pairs({name: profile.traits for name, profile in profiles.items() if profile.traits}))
    pairs.update(_of_copies(profiles, copied))
    return pairs


_NAMED = frozenset({"victim", "utterance"})
_FEW = 25


def _together(members: Sequence[Profile]) -> Iterator[Pair]:
    """Pair all members of a small block; in a larger one each with those next to it by date of publication."""
    if len(members) < 2:
        return
    ordered = sorted(members, key=lambda profile: (profile.published or date.max, profile.id))
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + 1 + _FEW]:
            yield (left.id, right.id) if left.id < right.id else (right.id, left.id)


def _of_copies(profiles: Mapping[str, Profile], copied: Iterable[Pair]) -> Iterator[Pair]:
    """Pair the accounts of documents that share their text."""
    by_document: dict[str, list[str]] = {}
    for name, profile in profiles.items():
        for document in profile.documents:
            by_document.setdefault(document, []).append(name)
    for left, right in copied:
        for one in by_document.get(left, ()):
            for other in by_document.get(right, ()):
                yield (one, other) if one < other else (other, one)


def _neighbours(members: Sequence[Profile], *, loose: bool = False) -> Iterator[Pair]:
    """Pair the members whose days may agree, each with its nearest in a crowd; ``loose``: only where one of the two has no place."""
    dated = sorted((days[0], days[1], profile.id, bool(located(profile))) for profile in members if (days := _days(profile)))
    for at, (_, last, name, placed) in enumerate(dated):
        for later_first, _, other, other_placed in dated[at + 1 : at + 1 + _CROWD]:
            if later_first > last + timedelta(days=_SLACK):
                break
            if not (loose and placed and other_placed):
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
            self._features[pair] = compare(one, other, self.rules, copied=self._copied(one, other))
        return self._features[pair]

    def odds(self, left: str, right: str) -> float:
        """The log-odds of a pair."""
        return log_odds(self.features(left, right))

    def text_odds(self, left: str, right: str) -> float:
        """What the texts of a pair of accounts add, whatever their times and places."""
        one, other = self.profiles[left], self.profiles[right]
        return log_odds(weighed(texts(one, other, copied=self._copied(one, other), apart=False), self.rules))

    def _copied(self, one: Profile, other: Profile) -> bool:
        """Return whether the reports of two accounts share their text."""
        return any((min(left, right), max(left, right)) in self.copied for left in one.documents for right in other.documents)


class _Linkage:
    """Clusters while they grow: members, what each cluster is compared by, and for each linked pair the sum and number of text odds."""

    def __init__(self, names: Iterable[str], pairs: Iterable[Pair], scores: Scores, barred: Iterable[Pair] = ()) -> None:
        self.scores = scores
        self.barred: dict[str, set[str]] = {}
        for left, right in barred:
            self.barred.setdefault(left, set()).add(right)
            self.barred.setdefault(right, set()).add(left)
        self.members: dict[str, list[str]] = {name: [name] for name in names}
        self.profiles = dict(scores.profiles)
        self.links: dict[str, dict[str, tuple[float, int]]] = {name: {} for name in self.members}
        for left, right in pairs:
            self.links[left][right] = self.links[right][left] = (scores.text_odds(left, right), 1)

    def odds(self, left: str, right: str) -> float | None:
        """The log-odds of two clusters: their extents compared as wholes, their texts on average; None where nothing links them."""
        if left not in self.members or right not in self.members or right not in self.links[left] or right in self.barred.get(left, ()):
            return None
        found = extents(self.profiles[left], self.profiles[right], self.scores.rules)
        total, compared = self.links[left][right]
        told = total / compared
        if APART.intersection(found) and not self._copies(left, right):
            told = min(0.0, told)
        return log_odds(weighed(["prior", *found], self.scores.rules)) + told

    def _copies(self, left: str, right: str) -> bool:
        """Return whether two single accounts come from texts that are copies."""
        return len(self.members[left]) == len(self.members[right]) == 1 and "text_copy" in dict(self.scores.features(left, right))

    def absorb(self, left: str, right: str) -> Iterable[str]:
        """Give ``right``'s members and links to ``left``; return whom ``left`` is linked to now."""
        self.members[left] += self.members.pop(right)
        self.profiles[left] = merge(self.profiles[left], self.profiles.pop(right))
        self.links[left].pop(right, None)
        for other in self.barred.pop(right, set()):
            self.barred[other].discard(right)
            self.barred[other].add(left)
            self.barred.setdefault(left, set()).add(other)
        for other, (total, count) in self.links.pop(right).items():
            if other != left:
                self.links[other].pop(right)
                known_total, known_count = self.links[left].get(other, (0.0, 0))
                self.links[left][other] = self.links[other][left] = (known_total + total, known_count + count)
        return self.links[left]


def cluster(
    names: Iterable[str], pairs: Iterable[Pair], scores: Scores, rules: Rules, *, together: Iterable[Pair] = (), barred: Iterable[Pair] = ()
) -> tuple[tuple[str, ...], ...]:
    """Join profiles into clusters, largest odds first, down to the threshold ``join``; a cluster is compared by all its members say.

    What people joined (``together``) is joined first, what they hold apart (``barred``) never is.
    Returns clusters as sorted tuples, in order. Of two that join the lesser name survives, so that no order of arrival is left over.
    """
    floor = odds_of(rules.join)
    grown = _Linkage(names, pairs, scores, barred)
    home = {name: name for name in grown.members}
    for left, right in together:
        one, other = sorted((_top(home, left), _top(home, right)))
        if one != other and other not in grown.barred.get(one, ()):
            grown.absorb(one, other)
            home[other] = one
    heap: list[tuple[float, str, str]] = []
    for left in grown.links:
        for right in grown.links[left]:
            if left < right and (odds := grown.odds(left, right)) is not None and odds >= floor:
                heap.append((-odds, left, right))  # noqa: PERF401
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        odds = grown.odds(left, right)
        if odds is None or abs(odds + negative) > 1e-9:
            continue
        for other in grown.absorb(left, right):
            now = grown.odds(left, other)
            if now is not None and now >= floor:
                heapq.heappush(heap, (-now, min(left, other), max(left, other)))
    return tuple(sorted(tuple(sorted(group)) for group in grown.members.values()))


def _top(home: Mapping[str, str], name: str) -> str:
    """Follow joins to the cluster that survived."""
    while home[name] != name:
        name = home[name]
    return name
