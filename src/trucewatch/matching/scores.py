"""Pairs of accounts → how strongly they speak for one incident: features with their weights, and the two sums that linkage works with."""

from collections.abc import Callable, Iterable, Mapping

from trucewatch.matching.candidates import Pair
from trucewatch.matching.features import Features, Profile, compare, log_odds, texts, weighed
from trucewatch.matching.rules import Rules

type Tie = tuple[str, str, bool, int, int]
"""A compared pair: two accounts, whether their texts are copies, the points that their texts add, and their points altogether."""

MILLION = 1_000_000
"""Points are log-odds in millionths: whole numbers have one sum, in whatever order clusters came together, and what is equal ties."""


def points(features: Features) -> int:
    """Sum the weights, as points."""
    return round(log_odds(features) * MILLION)


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

    def tie(self, left: str, right: str) -> Tie:
        """Compare a pair. What texts add is taken whatever the times and places of the two."""
        one, other, copied = self.profile(left), self.profile(right), self.copied((left, right))
        told = weighed(texts(one, other, copied=copied, apart=False), self.rules)
        return left, right, copied, points(told), points(self.features(left, right))


def ties_of(
    pairs: Iterable[Pair], marks: Mapping[str, str], scores: Scores, known: Mapping[str, str], ties: Iterable[Tie]
) -> tuple[tuple[Tie, ...], int]:
    """Return the ties of all ``pairs``, in order, and how many were compared anew.

    ``marks`` are digests of what each account holds; ``ties`` are those taken before, when the marks were ``known``.
    """
    same = {name for name, content in marks.items() if known.get(name) == content}
    kept = {(tie[0], tie[1]): tie for tie in ties if tie[0] in same and tie[1] in same}
    found, fresh = [], 0
    for pair in sorted(pairs):
        tie = kept.get(pair)
        if tie is None or tie[2] != scores.copied(pair):
            tie, fresh = scores.tie(*pair), fresh + 1
        found.append(tie)
    return tuple(found), fresh
