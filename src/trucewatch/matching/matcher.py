"""The matcher: readings enter one by one or all at once, a Grouping leaves, the same either way.

What a memo holds is taken as kept: only new reports are taken apart, only pairs with a new account are compared, and only clusters that
form otherwise than before are weighed and built. The result is a pure function of what was added, whatever the memo held.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.matching.account import Account
from trucewatch.matching.candidates import Alike, Card, Pair, candidates
from trucewatch.matching.decisions import Docket, Ruling, conflicting
from trucewatch.matching.desk import Desk
from trucewatch.matching.features import APART, Features, Profile, log_odds, odds_of, probability
from trucewatch.matching.linkage import Clusters, Course, Members, cluster
from trucewatch.matching.nesting import Nested, parents
from trucewatch.matching.related import related
from trucewatch.matching.rules import Rules, rules
from trucewatch.matching.scores import MILLION, Tie, ties_of
from trucewatch.matching.shelf import Shelf
from trucewatch.matching.text import CONTAINED, Shared, Sketch
from trucewatch.records.analysis import Conflict, Copy, Grouping, Incident, Suggestion
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.decision import Decision, standing
from trucewatch.records.memo import Memo, mark


@dataclass(frozen=True, slots=True)
class Built:
    """What is kept of a cluster: its incident, and its compared pairs."""

    incident: Incident
    joins: tuple[Suggestion, ...]


_JOINING = frozenset({"merge", "accept"})
"""What joins incidents: a merge, and accepting that two are one."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The features of two accounts that are shown: a suggestion's strongest pair, or two that a decision speaks of."""

    features: Features


class Matcher:
    """Holds the readings added so far. ``skipped`` are claims that people rejected; with another ``memo`` the result is the same."""

    def __init__(self, rule: Rules | None = None, skipped: frozenset[str] = frozenset(), memo: Memo | None = None) -> None:
        self.rules = rule or rules()
        self.memo = memo or Memo()
        self._shelf = Shelf(self.rules, skipped, self.memo)

    def add(self, reading: Reading, document: Document, changes: Iterable[object] = ()) -> None:
        """Add one reading, as it counts. Adding it again changes nothing. ``changes`` are what people changed in its claims."""
        self._shelf.add(reading, document, self.memo.content(document.id, changes))

    @property
    def accounts(self) -> Mapping[str, Account]:
        """Every account of the readings added, by id."""
        return {name: account for document in self._shelf.documents for name, account in self._shelf.open(document).accounts.items()}

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """What every account is compared by, by id."""
        return {name: profile for document in self._shelf.documents for name, profile in self._shelf.profiles(document).items()}

    def grouping(self, decisions: Sequence[Decision] = ()) -> Grouping:
        """Match what was added so far, as people decided."""
        sheets = {name: self._shelf.sheet(name) for name in sorted(self._shelf.documents)}
        cards = {card.id: card for sheet in sheets.values() for card in sheet.cards}
        nested = [pair for sheet in sheets.values() for pair in sheet.nested]
        notes = {name: sheet.note for name, sheet in sheets.items() if sheet.note}
        copied = self._copies({name: self._shelf.sketch(name) for name in sheets}) if len(sheets) > 1 else ()
        held = standing(decisions)
        groups: tuple[Members, ...] = ()
        merged: tuple[Members, ...] = ()
        if any(decision.verb in _JOINING and not decision.value("aspect") for decision in held):
            # what a merge brings together: the clusters as they are without it
            plain = [one for one in held if one.verb not in {"split", *_JOINING}]
            before = self._grouped(plain, (), (), cards, {}, copied, nested, "before merges")
            merged = tuple(incident.claims for incident in before.incidents)
        if any(decision.verb == "split" for decision in held):
            # what a split takes claims out of: the clusters as they are without it
            before = self._grouped([one for one in held if one.verb != "split"], (), merged, cards, {}, copied, nested, "before splits")
            groups = tuple(incident.claims for incident in before.incidents)
        return self._grouped(decisions, groups, merged, cards, notes, copied, nested, "as decided")

    def _copies(self, sketches: Mapping[str, Sketch]) -> tuple[Copy, ...]:
        """The documents that share their text."""
        known = self.memo.get(Shared, "texts") or Shared()
        shared, compared = known.with_texts(sketches, lambda name: self._shelf.open(name).printed)
        self.memo.count("texts", compared)
        return self.memo.keep("texts", shared).copies

    def _grouped(
        self,
        decisions: Sequence[Decision],
        groups: Sequence[Members],
        merged: Sequence[Members],
        cards: Mapping[str, Card],
        notes: Mapping[str, Card],
        copied: Sequence[Copy],
        nested: Sequence[Nested],
        stand: str,
    ) -> Grouping:
        """Match the accounts of these cards, and lay beside them the reports without one (``notes``).

        ``stand`` names what is matched, for the memo: it says where to start from.
        """
        docket = Docket(
            {name: card.claims for name, card in cards.items()}, lambda name: self._shelf.open(cards[name].document).accounts[name]
        )
        ruling = docket.rule(decisions, groups, merged)
        desk = Desk(self._shelf, cards, docket, frozenset((copy.left, copy.right) for copy in copied if copy.likeness >= CONTAINED))
        alike = self._alike(desk, notes, stand)
        clusters = self._cluster(desk, [pair for pair in alike if not notes.keys() & set(pair)], ruling, stand)
        home = {name: group for group in clusters.groups for name in group}
        built = self._built(clusters, desk, home)
        ruled = _with_rulings({group: one.incident for group, one in built.items()}, home, ruling)
        incidents = _nested(ruled, home, docket, nested, ruling)
        named = {name: incidents[group].id for name, group in home.items()}
        held = {frozenset((named[left], named[right])) for left, right in clusters.course.barred}
        conflicts = [*ruling.conflicts, *conflicting(ruling), *self._against(ruling, desk, home)]
        reports = {name: self._shelf.note(name) for pair in alike for name in pair if name in notes}
        return Grouping(
            incidents=tuple(sorted(incidents.values(), key=_incident_order)),
            suggestions=tuple(self._suggestions(clusters.course.ties, named, held, desk)),
            joins=tuple(sorted((join for one in built.values() for join in one.joins), key=lambda join: (join.left, join.right))),
            copies=tuple(copied),
            conflicts=tuple(dict.fromkeys(conflicts)),
            related=related(alike, reports, named, desk.profile, self.rules),
            contents={
                incident.id: mark([(name, desk.marks[name]) for name in group], incident.claims, incident.exhibits)
                for group, incident in incidents.items()
            },
        )

    def _alike(self, desk: Desk, notes: Mapping[str, Card], stand: str) -> Sequence[Pair]:
        """The accounts, and reports without one, that share uncommon words: as kept, with those of what is new."""
        marks = {**desk.marks, **{name: self._shelf.contents[name] for name in notes}}
        return self.memo.keep(stand, (self.memo.get(Alike, stand) or Alike()).with_cards({**desk.cards, **notes}, marks)).pairs

    def _cluster(self, desk: Desk, alike: Iterable[Pair], ruling: Ruling, stand: str) -> Clusters:
        """Look up who is to be compared, compare whom the memo does not know, and link from the course it knows."""
        known = self.memo.get(Course, stand) or Course()
        pairs = candidates(desk.cards, alike, desk.copies)
        ties, compared = ties_of(pairs, desk.marks, desk.scores, known.marks, known.ties)
        together, apart = ([pair for _, pair in desk.here(pairs)] for pairs in ([*ruling.together, *ruling.following], ruling.apart))
        found = cluster(desk.marks, ties, desk.scores, together=together, barred=sorted(set(apart)), known=known)
        self.memo.count("pairs", compared)
        self.memo.count("weighed", found.weighed)
        self.memo.keep(stand, found.course)
        return found

    def _built(self, clusters: Clusters, desk: Desk, home: Mapping[str, Members]) -> Mapping[Members, Built]:
        """The incident of every cluster, with the pairs that were joined: as kept, or built now."""
        inside: dict[Members, list[tuple[str, str, bool]]] = {}
        for left, right, copied, _, _ in clusters.course.ties:
            if home[left] is home[right]:
                inside.setdefault(home[left], []).append((left, right, copied))
        found = {}
        for group in clusters.groups:
            pairs = inside.get(group, [])
            key = mark("cluster", [(name, desk.marks[name]) for name in group], pairs)
            kept = self.memo.get(Built, key)
            if kept is None:
                self.memo.count("clusters")
                joins = tuple(_joined(left, right, desk.scores.features(left, right)) for left, right, _ in pairs)
                kept = self.memo.keep(key, Built(desk.incident(group), joins))
            found[group] = kept
        return found

    def _suggestions(
        self, ties: Iterable[Tie], named: Mapping[str, str], held: Collection[frozenset[str]], desk: Desk
    ) -> Iterator[Suggestion]:
        """Give the pairs of incidents whose average odds lie between the two thresholds, shown with their strongest pair of accounts.

        ``named`` is the incident of each account; pairs in ``held`` people hold apart.
        """
        between: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
        for left, right, _, _, points in ties:
            one, other = named[left], named[right]
            if one != other:
                between.setdefault((one, other) if one < other else (other, one), []).append((points, left, right))
        least = odds_of(self.rules.suggest)
        for (one, other), scored in sorted(between.items()):
            mean = sum(points for points, _, _ in scored) / len(scored) / MILLION
            if mean >= least and frozenset((one, other)) not in held:
                _, left, right = max(scored)
                yield Suggestion(one, other, round(probability(mean), 4), self._features(left, right, desk))

    def _against(self, ruling: Ruling, desk: Desk, home: Mapping[str, Members]) -> Iterator[Conflict]:
        """List the joins and separations by people that the evidence, as it is now, speaks against."""
        for decision, (left, right) in desk.here(ruling.together):
            names = set(dict(self._features(left, right, desk)))
            if APART & names and decision.verb != "move":
                text = f"{decision.verb}: the two differ in {', '.join(sorted(APART & names))}"
                yield Conflict(decision.id, text, (left, right))
        for decision, (left, right) in desk.here(ruling.apart):
            if decision.verb == "reject" and home.get(left) != home.get(right):
                odds = log_odds(self._features(left, right, desk))
                if odds >= odds_of(self.rules.join):
                    text = f"reject: the evidence now speaks for one incident ({probability(odds):.2f})"
                    yield Conflict(decision.id, text, (left, right))

    def _features(self, left: str, right: str, desk: Desk) -> Features:
        """The features of two accounts that are shown to people: as kept, or compared now."""
        one, other = sorted((left, right))
        key = mark("compared", one, desk.marks[one], other, desk.marks[other], desk.copied((one, other)))
        kept = self.memo.get(Compared, key)
        return kept.features if kept else self.memo.keep(key, Compared(desk.scores.features(one, other))).features


def _joined(left: str, right: str, features: Features) -> Suggestion:
    """Show a joined pair with its probability and weights."""
    return Suggestion(left, right, round(probability(log_odds(features)), 4), features)


def _incident_order(incident: Incident) -> tuple[str, str, str]:
    """Order incidents: what a text is about before what it mentions, then by time, then by id."""
    day = incident.when.earliest.isoformat() if incident.when and incident.when.earliest else "9999"
    return "0" if incident.main else "1", day, incident.id


def _nested(
    incidents: Mapping[Members, Incident], home: Mapping[str, Members], docket: Docket, told: Sequence[Nested], ruling: Ruling
) -> dict[Members, Incident]:
    """Name the incident that holds each nested one, as reports tell and people decided."""
    names = {claim: incidents[home[account]].id for claim, account in docket.home.items() if account in home}
    pairs = [(names[inner], names[outer]) for inner, outer in told if inner in names and outer in names]
    decided = {incidents[home[inner]].id: None if outer is None else incidents[home[outer]].id for inner, outer in ruling.nested.items()}
    found = parents(pairs, decided)
    return {group: replace(incident, parent=found.get(incident.id)) for group, incident in incidents.items()}


def _with_rulings(
    incidents: Mapping[tuple[str, ...], Incident], home: Mapping[str, tuple[str, ...]], ruling: Ruling
) -> dict[tuple[str, ...], Incident]:
    """Move counts and blames that people moved, and attach exhibits."""
    changed = dict(incidents)
    for claim, goal in ruling.moved.items():
        for group, incident in changed.items():
            if claim in incident.claims and group != home[goal]:
                changed[group] = replace(incident, claims=tuple(one for one in incident.claims if one != claim))
        target = changed[home[goal]]
        changed[home[goal]] = replace(target, claims=tuple(dict.fromkeys((*target.claims, claim))))
    for account, exhibits in ruling.exhibits.items():
        incident = changed[home[account]]
        changed[home[account]] = replace(incident, exhibits=tuple(dict.fromkeys((*incident.exhibits, *exhibits))))
    return changed
