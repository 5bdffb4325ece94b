"""Profiles → clusters: average linkage over the compared pairs, largest odds first.

Nothing depends on the order of arrival: ties are broken by ids. Two accounts *touch* where clusters they were in could have been joined at
some moment of the linkage; what never touches (``neighbourhoods``) would have been clustered the same without one another.
"""

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from trucewatch.matching.candidates import Pair
from trucewatch.matching.features import APART, Features, Profile, compare, extents, log_odds, merge, odds_of, texts, weighed
from trucewatch.matching.rules import Rules


class Scores:
    """The compared pairs, with their features: filled on demand, the same for the same two profiles whenever asked."""

    def __init__(self, profile: Callable[[str], Profile], rules: Rules, copied: Callable[[Pair], bool]) -> None:
        self.profile = profile
        self.rules = rules
        self.copied = copied
        self._features: dict[Pair, Features] = {}

    def features(self, left: str, right: str) -> Features:
        """The features of a pair."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._features:
            self._features[pair] = compare(self.profile(pair[0]), self.profile(pair[1]), self.rules, copied=self.copied(pair))
        return self._features[pair]

    def odds(self, left: str, right: str) -> float:
        """The log-odds of a pair."""
        return log_odds(self.features(left, right))

    def text_odds(self, left: str, right: str) -> float:
        """What the texts of a pair of accounts add, whatever their times and places."""
        one, other = self.profile(left), self.profile(right)
        return log_odds(weighed(texts(one, other, copied=self.copied((left, right)), apart=False), self.rules))


class _Linkage:
    """Clusters while they grow: members, what each cluster is compared by, and for each linked pair the sum and number of text odds."""

    def __init__(self, names: Iterable[str], pairs: Iterable[Pair], scores: Scores, barred: Iterable[Pair] = ()) -> None:
        self.scores = scores
        self.barred: dict[str, set[str]] = {}
        for left, right in barred:
            self.barred.setdefault(left, set()).add(right)
            self.barred.setdefault(right, set()).add(left)
        self.members: dict[str, list[str]] = {name: [name] for name in names}
        self.profiles = {name: scores.profile(name) for name in self.members}
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


@dataclass(frozen=True, slots=True)
class Clusters:
    """What linkage gives: ``groups``, the clusters, and ``neighbourhoods``, the sets of accounts that touched; both sorted, in order."""

    groups: tuple[tuple[str, ...], ...]
    neighbourhoods: tuple[tuple[str, ...], ...]


def cluster(
    names: Iterable[str], pairs: Iterable[Pair], scores: Scores, rules: Rules, *, together: Iterable[Pair] = (), barred: Iterable[Pair] = ()
) -> Clusters:
    """Join profiles into clusters, largest odds first, down to the threshold ``join``; a cluster is compared by all its members say.

    What people joined (``together``) is joined first, what they hold apart (``barred``) never is.
    Of two that join the lesser name survives, so that no order of arrival is left over.
    """
    floor = odds_of(rules.join)
    grown = _Linkage(names, pairs, scores, barred)
    touched = Unions(grown.members)
    home = Unions(grown.members)
    for left, right in together:
        one, other = sorted((home.top(left), home.top(right)))
        touched.join(left, right)
        if one != other and other not in grown.barred.get(one, ()):
            grown.absorb(one, other)
            home.join(one, other)
    heap: list[tuple[float, str, str]] = []
    for left in grown.links:
        for right in grown.links[left]:
            if left < right and (odds := grown.odds(left, right)) is not None and odds >= floor:
                heap.append((-odds, left, right))
                touched.join(left, right)
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
                touched.join(left, other)
    return Clusters(tuple(sorted(tuple(sorted(group)) for group in grown.members.values())), touched.groups())


class Unions:
    """Sets of names that grow by joining; each is known by its least name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def top(self, name: str) -> str:
        """Return the least name of the set that ``name`` is in."""
        above = self._above
        while above[name] != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    def join(self, left: str, right: str) -> None:
        """Make the sets of two names one."""
        one, other = sorted((self.top(left), self.top(right)))
        self._above[other] = one

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return the sets, sorted, in order."""
        found: dict[str, list[str]] = {}
        for name in sorted(self._above):
            found.setdefault(self.top(name), []).append(name)
        return tuple(tuple(group) for group in found.values())
