"""Accounts and the pairs worth comparing → settled neighbourhoods: clustered where something changed, taken as kept where nothing did.

A *neighbourhood* is a set of accounts that touch: clusters they were in could have been joined at some moment of the linkage. Between two
neighbourhoods runs a *border*, the compared pairs with an end in each. That linkage over two neighbourhoods together finds nothing to join
across their border depends on those two alone, whatever else the case holds: linkage takes the largest odds first, and which of two steps
comes first depends on the odds of these two. So a division into neighbourhoods is right where each was clustered and each border found
apart, and then clustering them one by one gives what clustering everything gives.

Both findings are kept under a digest of what they rest on. A new account starts as a neighbourhood of its own; it is clustered with those
it borders on, without the borders among these that are known. Where it touches one, the neighbourhood that results has new borders, and
so on until every neighbourhood is settled and every border known. Where nothing is known this clusters the whole case once.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.matching.candidates import Pair
from trucewatch.matching.features import Features, log_odds, odds_of, probability
from trucewatch.matching.linkage import Scores, Unions, cluster
from trucewatch.matching.rules import Rules
from trucewatch.records.analysis import Incident, Suggestion
from trucewatch.records.memo import Memo, mark

type Members = tuple[str, ...]
type Border = tuple[Members, Members]


@dataclass(frozen=True, slots=True)
class Between:
    """Two clusters, each named by its least account, whose odds lie under the threshold to join and not under the one to suggest."""

    left: str
    right: str
    probability: float
    features: Features


@dataclass(frozen=True, slots=True)
class Settled:
    """A neighbourhood as clustered: its clusters, the incident of each, the pairs joined, and what is suggested inside it."""

    groups: tuple[Members, ...]
    incidents: tuple[Incident, ...]
    joins: tuple[Suggestion, ...]
    between: tuple[Between, ...]


@dataclass(frozen=True, slots=True)
class Plat:
    """How the case was divided when last looked at, to start from: any division will do. ``borders`` are those found apart, by digest,
    with what is suggested across them."""

    neighbourhoods: tuple[Members, ...] = ()
    borders: Mapping[str, tuple[Between, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Land:
    """What is to be settled. ``marks`` are digests of every account's content; ``pairs`` those worth comparing, with whether their texts
    are copies; ``together`` and ``barred`` are what people joined and hold apart; ``build`` makes the incident of a cluster."""

    marks: Mapping[str, str]
    pairs: Mapping[Pair, bool]
    together: Sequence[Pair]
    barred: Collection[Pair]
    scores: Scores
    rules: Rules
    build: Callable[[Members], Incident]


def settle(land: Land, memo: Memo, known: Plat) -> tuple[Mapping[Members, Settled], Plat]:
    """Return every neighbourhood, settled, and the plat to start from next time. Whatever was known, the clusters are the same."""
    survey = _Survey(land, memo, known)
    while survey.go_on():
        pass
    memo.count("pairs", len(survey.compared))
    settled = {members: survey.settled(members) for members in survey.neighbourhoods}
    return settled, Plat(tuple(sorted(settled)), survey.borders(settled))


class _Survey:
    """A division of the land while it is being found. Neighbourhoods only grow together, so that it comes to an end."""

    def __init__(self, land: Land, memo: Memo, known: Plat) -> None:
        self.land = land
        self.memo = memo
        self.known = known
        self.compared: set[Pair] = set()
        self._grouped: dict[Members, tuple[Members, ...]] = {}
        self._apart: set[str] = set()
        self._keys: dict[Members, str] = {}
        self._divide(_division(land, [members for members in known.neighbourhoods if land.marks.keys() >= set(members)]))
        unsettled = {name for members in self.neighbourhoods if not self._is_settled(members) for name in members}
        self._divide(_division(land, [members for members in self.neighbourhoods if members[0] not in unsettled]))

    def go_on(self) -> bool:
        """Cluster what is not settled, and both sides of every border that is not known, together; return whether there was any."""
        unknown = [border for border in self._across if not self._is_apart(border)]
        active = {members for members in self.neighbourhoods if not self._is_settled(members)}.union(*unknown)
        if not active:
            return False
        edges = [edge for members in active for edge in self._inside.get(members, ())]
        edges += [edge for border in unknown for edge in self._across[border]]
        names = frozenset(name for members in active for name in members)
        pairs = {(left, right) for left, right, compared, _ in edges if compared}
        together, barred = ([pair for pair in given if names.issuperset(pair)] for given in (self.land.together, self.land.barred))
        found = cluster(sorted(names), sorted(pairs), self.land.scores, self.land.rules, together=together, barred=sorted(barred))
        self.compared |= pairs
        self._divide(_division(self.land, [*self.neighbourhoods, *found.neighbourhoods]))
        self._note(found.groups, names, pairs)
        return True

    def _note(self, groups: Iterable[Members], names: Collection[str], pairs: Collection[Pair]) -> None:
        """Note what clustering ``names`` over ``pairs`` has shown: of neighbourhoods and borders none of whose pairs were left out."""
        home = {name: group for group in groups for name in group}
        for members in self.neighbourhoods:
            if members[0] in names and self._holds(self._inside.get(members, ()), pairs):
                self._grouped[members] = tuple(dict.fromkeys(home[name] for name in members))
        for border, edges in self._across.items():
            if border[0][0] in names and border[1][0] in names and self._holds(edges, pairs):
                self._apart.add(self._digest(border))

    @staticmethod
    def _holds(edges: Iterable["_Edge"], pairs: Collection[Pair]) -> bool:
        return all((left, right) in pairs for left, right, compared, _ in edges if compared)

    def _is_settled(self, members: Members) -> bool:
        return members in self._grouped or self.memo.get(Settled, self._key(members)) is not None

    def _is_apart(self, border: Border) -> bool:
        digest = self._digest(border)
        return digest in self._apart or digest in self.known.borders

    def settled(self, members: Members) -> Settled:
        """A neighbourhood with its incidents: as kept, or as clustered now."""
        kept = self.memo.get(Settled, self._key(members))
        if kept is not None:
            return kept
        groups = self._grouped[members]
        home = {name: group for group in groups for name in group}
        inside = [(left, right) for left, right, compared, _ in self._inside.get(members, ()) if compared]
        made = Settled(
            groups=groups,
            incidents=tuple(self.land.build(group) for group in groups),
            joins=tuple(self._join(pair) for pair in inside if home[pair[0]] == home[pair[1]]),
            between=self._between(inside, home),
        )
        self.memo.count("neighbourhoods")
        return self.memo.keep(self._key(members), made)

    def borders(self, settled: Mapping[Members, Settled]) -> Mapping[str, tuple[Between, ...]]:
        """Every border with what is suggested across it: as known, or as compared now."""
        found = {}
        for border, edges in self._across.items():
            digest = self._digest(border)
            known = self.known.borders.get(digest)
            if known is None:
                home = {name: group for side in border for group in settled[side].groups for name in group}
                known = self._between([(left, right) for left, right, compared, _ in edges if compared], home)
            found[digest] = known
        return dict(sorted(found.items()))

    def _divide(self, neighbourhoods: Sequence[Members]) -> None:
        """Take a division, and note which pairs lie inside each neighbourhood and which cross each border: what is compared, and what
        people hold apart."""
        self.neighbourhoods = neighbourhoods
        home = {name: members for members in neighbourhoods for name in members}
        self._inside: dict[Members, list[_Edge]] = {}
        self._across: dict[Border, list[_Edge]] = {}
        edges = [(left, right, True, copied) for (left, right), copied in self.land.pairs.items()]
        edges += [(left, right, False, False) for left, right in self.land.barred]
        for edge in sorted(edges):
            one, other = home[edge[0]], home[edge[1]]
            if one is other:
                self._inside.setdefault(one, []).append(edge)
            else:
                self._across.setdefault((min(one, other), max(one, other)), []).append(edge)

    def _key(self, members: Members) -> str:
        """The digest of all that clustering a neighbourhood rests on."""
        if members not in self._keys:
            own = frozenset(members)
            contents = [(name, self.land.marks[name]) for name in members]
            together = [pair for pair in self.land.together if pair[0] in own]
            self._keys[members] = mark("neighbourhood", contents, self._inside.get(members, ()), together)
        return self._keys[members]

    def _digest(self, border: Border) -> str:
        """The digest of all that finding a border apart rests on."""
        return mark("border", self._key(border[0]), self._key(border[1]), self._across[border])

    def _join(self, pair: Pair) -> Suggestion:
        features = self.land.scores.features(*pair)
        return Suggestion(*pair, round(probability(log_odds(features)), 4), features)

    def _between(self, pairs: Iterable[Pair], home: Mapping[str, Members]) -> tuple[Between, ...]:
        """The clusters whose average odds are enough for a suggestion, shown with their strongest pair of accounts."""
        compared: dict[Pair, list[tuple[float, str, str]]] = {}
        for left, right in pairs:
            one, other = sorted((home[left][0], home[right][0]))
            if one != other:
                compared.setdefault((one, other), []).append((self.land.scores.odds(left, right), left, right))
        found = []
        for (one, other), scored in sorted(compared.items()):
            mean = sum(odds for odds, _, _ in scored) / len(scored)
            if mean >= odds_of(self.land.rules.suggest):
                _, left, right = max(scored)
                found.append(Between(one, other, round(probability(mean), 4), self.land.scores.features(left, right)))
        return tuple(found)


type _Edge = tuple[str, str, bool, bool]
"""Two accounts, whether they are compared (else people hold them apart), and whether their texts are copies."""


def _division(land: Land, sets: Iterable[Members]) -> tuple[Members, ...]:
    """The finest division in which no set, and nothing that people joined, is parted."""
    unions = Unions(land.marks)
    for members in sets:
        for name in members[1:]:
            unions.join(members[0], name)
    for left, right in land.together:
        unions.join(left, right)
    return unions.groups()
