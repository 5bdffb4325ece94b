"""Ties → clusters: average linkage, largest odds first, step by step; where a step was taken before and nothing in it changed, it is taken
again without weighing anything.

Nothing depends on the order of arrival: ties are broken by ids, and sums are of whole numbers.

Linkage joins, of all pairs of clusters, the two with the largest odds, until none has enough. A course keeps the steps. When the case has
grown, a cluster is *in step* where it is one that stood at this point of the known course. The odds of two clusters in step are what they
were, so that the best of all pairs in step is the next step of the known course, if both its clusters are in step. Where one is not, the
other will not be joined to it now: it *leaves* the course. New accounts, and those whose content, ties or bars changed, have left from the
start; what they are joined to leaves with them. Only clusters that have left are weighed, against whatever they are tied to. So the result
is that of linkage from nothing, and the work is that of the neighbourhood.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.matching.candidates import Pair
from trucewatch.matching.features import APART, Profile, extents, merge, odds_of, weighed
from trucewatch.matching.scores import MILLION, Scores, Tie, points

type Members = tuple[str, ...]
type Step = tuple[float, str, str]
"""Minus the points, and the two clusters joined, each named by its least account: the least step is taken first."""


@dataclass(frozen=True, slots=True)
class Course:
    """How linkage went: over which accounts (``marks`` are digests of what each holds), ties and bars; the clusters it started from where
    people had joined some, with the joins inside each; and the steps it took."""

    marks: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    barred: tuple[Pair, ...] = ()
    starts: tuple[tuple[Members, tuple[Pair, ...]], ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Clusters:
    """What linkage gives: the clusters, sorted, in order; the course it took; how many pairs of clusters were weighed."""

    groups: tuple[Members, ...]
    course: Course
    weighed: int


def cluster(
    marks: Mapping[str, str], ties: Sequence[Tie], scores: Scores, *, together: Sequence[Pair], barred: Sequence[Pair], known: Course
) -> Clusters:
    """Join accounts into clusters, largest odds first, down to the threshold ``join``; a cluster is compared by all its members say.

    What people joined (``together``) is joined first, what they hold apart (``barred``) never is. ``known`` is a course taken before, over
    whatever there was then: it changes the work, not the result.
    """
    grown = _Linkage(marks, ties, scores, barred)
    home = {name: name for name in marks}
    for left, right in together:
        one, other = sorted((_top(home, left), _top(home, right)))
        if one != other and other not in grown.barred.get(one, ()):
            grown.absorb(one, other)
            home[other] = one
    starts = tuple(_starts(grown.members.values(), together))
    run = _Run(grown, known)
    run.begin(_changed(marks, ties, barred, known), starts)
    run.go()
    groups = tuple(sorted(tuple(sorted(group)) for group in grown.members.values()))
    return Clusters(groups, Course(marks, tuple(ties), tuple(barred), starts, tuple(run.taken)), run.weighed)


def _top(home: Mapping[str, str], name: str) -> str:
    """Follow joins to the cluster that survived."""
    while home[name] != name:
        name = home[name]
    return name


def _starts(groups: Iterable[Sequence[str]], together: Sequence[Pair]) -> Iterator[tuple[Members, tuple[Pair, ...]]]:
    """Give the clusters that people joined, with the joins inside each."""
    for group in groups:
        if len(group) > 1:
            members = frozenset(group)
            yield tuple(sorted(group)), tuple(pair for pair in together if members.issuperset(pair))


def _changed(marks: Mapping[str, str], ties: Iterable[Tie], barred: Iterable[Pair], known: Course) -> set[str]:
    """The accounts that are new or hold something else than on the known course, and one of every two that were there, but tied or held
    apart otherwise: a pair is as it was where both its ends are."""
    changed = {name for name, content in marks.items() if known.marks.get(name) != content}
    edges = [(tie[0], tie[1]) for tie in set(ties) ^ set(known.ties)]
    edges += set(barred) ^ set(known.barred)
    same = marks.keys() - changed
    changed.update(left for left, right in edges if left in same and right in same)
    return changed


class _Told:
    """What a cluster is compared by, merged from its two parts when it is asked for."""

    __slots__ = ("name", "parts", "profile")

    def __init__(self, name: str, *parts: "_Told") -> None:
        self.name = name
        self.parts = parts
        self.profile: Profile | None = None

    def get(self, scores: Scores) -> Profile:
        """Return it; parts first, however deep they go."""
        waiting = [self]
        while waiting:
            last = waiting[-1]
            open_parts = [part for part in last.parts if part.profile is None]
            if last.profile is None and open_parts:
                waiting += open_parts
                continue
            if last.profile is None:
                profiles = [part.profile for part in last.parts if part.profile]
                last.profile = merge(*profiles) if profiles else scores.profile(last.name)
            waiting.pop()
        assert self.profile is not None  # noqa: S101 - the loop ends when it is there
        return self.profile


class _Linkage:
    """Clusters while they grow: members, what each is compared by, and for each linked pair the sum and number of what texts add."""

    def __init__(self, names: Iterable[str], ties: Iterable[Tie], scores: Scores, barred: Iterable[Pair]) -> None:
        self.scores = scores
        self.barred: dict[str, set[str]] = {}
        for left, right in barred:
            self.barred.setdefault(left, set()).add(right)
            self.barred.setdefault(right, set()).add(left)
        self.members: dict[str, list[str]] = {name: [name] for name in names}
        self.told = {name: _Told(name) for name in self.members}
        self.grown = dict.fromkeys(self.members, 0)
        """How often each cluster has grown: what was weighed before says nothing of it now."""
        self.links: dict[str, dict[str, tuple[int, int]]] = {name: {} for name in self.members}
        for left, right, _, told, _ in ties:
            self.links[left][right] = self.links[right][left] = (told, 1)

    def points(self, left: str, right: str) -> float | None:
        """The points of two linked clusters: their extents compared as wholes, their texts on average; None where people hold them
        apart."""
        left, right = sorted((left, right))
        if right in self.barred.get(left, ()):
            return None
        found = extents(self.told[left].get(self.scores), self.told[right].get(self.scores), self.scores.rules)
        total, compared = self.links[left][right]
        told = total / compared
        if APART.intersection(found) and not self._copies(left, right):
            told = min(0.0, told)
        return points(weighed(["prior", *found], self.scores.rules)) + told

    def _copies(self, left: str, right: str) -> bool:
        """Return whether two single accounts come from texts that are copies."""
        return len(self.members[left]) == len(self.members[right]) == 1 and "text_copy" in dict(self.scores.features(left, right))

    def absorb(self, left: str, right: str) -> None:
        """Give ``right``'s members and links to ``left``."""
        self.members[left] += self.members.pop(right)
        self.told[left] = _Told(left, self.told[left], self.told.pop(right))
        self.grown[left] += 1
        self.links[left].pop(right, None)
        for other in self.barred.pop(right, set()):
            self.barred[other].discard(right)
            self.barred[other].add(left)
            self.barred.setdefault(left, set()).add(other)
        for other, (total, count) in self.links.pop(right).items():
            if other != left:
                self.links[other].pop(right)
                known_total, known_count = self.links[left].get(other, (0, 0))
                self.links[left][other] = self.links[other][left] = (known_total + total, known_count + count)


class _Run:
    """One run of linkage along a known course."""

    def __init__(self, grown: _Linkage, known: Course) -> None:
        self.grown = grown
        self.known = known
        self.floor = odds_of(grown.scores.rules.join) * MILLION
        self.left: set[str] = set()
        self.taken: list[Step] = []
        self.weighed = 0
        self._at = 0
        self._heap: list[tuple[Step, int, int]] = []

    def begin(self, changed: set[str], starts: Iterable[tuple[Members, tuple[Pair, ...]]]) -> None:
        """Let the clusters leave the course that hold what changed, or that it did not start from."""
        before = {name: start for start in self.known.starts for name in start[0]}
        now = {name: start for start in starts for name in start[0]}
        for name, members in self.grown.members.items():
            if not changed.isdisjoint(members) or before.get(name) != now.get(name):
                self.left.add(name)
        for name in sorted(self.left):
            self._weigh(name, {other for other in self.grown.links[name] if other not in self.left or other > name})

    def go(self) -> None:
        """Take steps, the least first, until none is left: of the known course, or of clusters that have left it."""
        while True:
            step = self._next_known()
            while self._heap and not self._stands(self._heap[0]):
                heapq.heappop(self._heap)
            if step and not (self._heap and self._heap[0][0] < step):
                self._at += 1
                self._take(step)
                self._weigh(step[1], self.left.intersection(self.grown.links[step[1]]))
            elif self._heap:
                step = heapq.heappop(self._heap)[0]
                self._take(step)
                self.left.discard(step[2])
                self.left.add(step[1])
                self._weigh(step[1], self.grown.links[step[1]])
            else:
                return

    def _next_known(self) -> Step | None:
        """The next step of the known course whose two clusters are in step; the one left behind by a step that is not leaves the course."""
        while self._at < len(self.known.steps):
            step = self.known.steps[self._at]
            here = [name for name in (step[1], step[2]) if name in self.grown.members and name not in self.left]
            if len(here) == 2:
                return step
            self._at += 1
            for name in here:
                self.left.add(name)
                self._weigh(name, self.grown.links[name])
        return None

    def _take(self, step: Step) -> None:
        self.grown.absorb(step[1], step[2])
        self.taken.append(step)

    def _weigh(self, name: str, others: Iterable[str]) -> None:
        """Weigh a cluster against others that it is linked to."""
        for other in others:
            self.weighed += 1
            found = self.grown.points(name, other)
            if found is not None and found >= self.floor:
                one, two = sorted((name, other))
                heapq.heappush(self._heap, ((-found, one, two), self.grown.grown[one], self.grown.grown[two]))

    def _stands(self, entry: tuple[Step, int, int]) -> bool:
        """Return whether what was weighed is still so: both clusters are there, and neither has grown."""
        (_, left, right), one, other = entry
        members, grown = self.grown.members, self.grown.grown
        return left in members and right in members and grown[left] == one and grown[right] == other
