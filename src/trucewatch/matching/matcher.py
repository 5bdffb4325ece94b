"""The matcher: readings enter one by one or all at once, a Grouping leaves, the same either way.

A reading is turned into accounts when it is added. Blocks, pairs and clusters are recomputed where the new accounts reach; the
result is a pure function of what was added.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trucewatch.matching.decisions import Docket, Ruling, conflicting
from trucewatch.matching.features import APART, Profile, log_odds, odds_of, probability
from trucewatch.matching.incidents import build
from trucewatch.matching.likeness import traits_of
from trucewatch.matching.linkage import Pair, Scores, candidates, cluster
from trucewatch.matching.rules import Rules, rules
from trucewatch.matching.text import CONTAINED, Print, copies
from trucewatch.matching.within import Account, accounts_of
from trucewatch.records.analysis import Conflict, Grouping, Incident, Suggestion
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.decision import Decision, standing


class Matcher:
    """Holds the accounts of the readings added so far."""

    def __init__(self, rule: Rules | None = None, skipped: frozenset[str] = frozenset()) -> None:
        self.rules = rule or rules()
        self.skipped = skipped
        self.documents: dict[str, Document] = {}
        self.accounts: dict[str, Account] = {}
        self.profiles: dict[str, Profile] = {}
        self.prints: dict[str, Print] = {}

    def add(self, reading: Reading, document: Document) -> None:
        """Add one reading. Adding it again changes nothing."""
        self.documents[document.id] = document
        printed = self.prints[document.id] = Print.of(document.text)
        traits = traits_of(document.text, reading)
        for account in accounts_of(reading, document, self.rules, self.skipped):
            self.accounts[account.id] = account
            self.profiles[account.id] = Profile.of(account, document, frozenset(printed.quotations), traits)

    def grouping(self, decisions: Sequence[Decision] = ()) -> Grouping:
        """Match what was added so far, as people decided."""
        docket = Docket(self.accounts)
        ruling = docket.rule(decisions, self._groups(decisions))
        profiles = self._profiles(docket.accounts)
        copied = copies(self.prints)
        pairs_of_copies = frozenset((copy.left, copy.right) for copy in copied if copy.likeness >= CONTAINED)
        scores = Scores(profiles, self.rules, pairs_of_copies)
        barred = {pair for _, pair in ruling.apart}
        pairs = candidates(profiles, self.rules, pairs_of_copies)
        clusters = cluster(
            sorted(profiles), sorted(pairs), scores, self.rules, together=[pair for _, pair in ruling.together], barred=sorted(barred)
        )
        home = {name: group for group in clusters for name in group}
        incidents = {group: build([docket.accounts[name] for name in group], self.documents) for group in clusters}
        incidents = _with_rulings(incidents, home, ruling)
        conflicts = [*ruling.conflicts, *conflicting(ruling), *self._against(ruling, scores, home)]
        return Grouping(
            incidents=tuple(sorted(incidents.values(), key=_incident_order)),
            suggestions=self._suggestions(incidents, pairs, scores, barred),
            joins=self._joins(clusters, pairs, scores),
            copies=copied,
            conflicts=tuple(dict.fromkeys(conflicts)),
        )

    def _groups(self, decisions: Sequence[Decision]) -> tuple[tuple[str, ...], ...]:
        """The clusters as they are without the splits among ``decisions``: what a split takes claims out of."""
        held = standing(decisions)
        if not any(decision.verb == "split" for decision in held):
            return ()
        before = self.grouping([decision for decision in held if decision.verb != "split"])
        return tuple(incident.claims for incident in before.incidents)

    def _profiles(self, accounts: Mapping[str, Account]) -> Mapping[str, Profile]:
        """The profiles of the accounts, made anew for those that a decision divided."""
        return {
            name: self.profiles[name]
            if self.accounts.get(name) is account
            else Profile.of(account, self.documents[account.document], frozenset(), None)
            for name, account in accounts.items()
        }

    def _against(self, ruling: Ruling, scores: Scores, home: Mapping[str, tuple[str, ...]]) -> Iterator[Conflict]:
        """List the joins and separations by people that the evidence, as it is now, speaks against."""
        for decision, (left, right) in ruling.together:
            names = set(dict(scores.features(left, right)))
            if APART & names and decision.verb != "move":
                text = f"{decision.verb}: the two differ in {', '.join(sorted(APART & names))}"
                yield Conflict(decision.id, text, (left, right))
        for decision, (left, right) in ruling.apart:
            if decision.verb == "reject" and home.get(left) != home.get(right) and scores.odds(left, right) >= odds_of(self.rules.join):
                chance = probability(scores.odds(left, right))
                yield Conflict(decision.id, f"reject: the evidence now speaks for one incident ({chance:.2f})", (left, right))

    def _joins(self, clusters: Sequence[tuple[str, ...]], pairs: set[Pair], scores: Scores) -> tuple[Suggestion, ...]:
        """The pairs inside clusters that were compared, strongest evidence first within each cluster."""
        home = {name: at for at, group in enumerate(clusters) for name in group}
        inside = [pair for pair in pairs if home[pair[0]] == home[pair[1]]]
        return tuple(_suggestion(left, right, left, right, scores) for left, right in sorted(inside))

    def _suggestions(
        self, incidents: Mapping[tuple[str, ...], Incident], pairs: set[Pair], scores: Scores, barred: set[Pair]
    ) -> tuple[Suggestion, ...]:
        """Pairs of incidents whose average odds lie between the two thresholds, shown with their strongest pair of accounts."""
        home = {name: incident.id for group, incident in incidents.items() for name in group}
        between: dict[Pair, list[tuple[float, str, str]]] = {}
        held = {frozenset((home[left], home[right])) for left, right in barred}
        for left, right in pairs:
            ends = tuple(sorted((home[left], home[right])))
            if ends[0] != ends[1] and frozenset(ends) not in held:
                between.setdefault((ends[0], ends[1]), []).append((scores.odds(left, right), left, right))
        least = odds_of(self.rules.suggest)
        found = []
        for (one, other), scored in sorted(between.items()):
            mean = sum(odds for odds, _, _ in scored) / len(scored)
            if mean >= least:
                _, left, right = max(scored)
                found.append(_suggestion(one, other, left, right, scores, mean))
        return tuple(found)


def _suggestion(one: str, other: str, left: str, right: str, scores: Scores, odds: float | None = None) -> Suggestion:
    """Show a pair with its probability and weights."""
    features = scores.features(left, right)
    points = log_odds(features) if odds is None else odds
    return Suggestion(one, other, round(probability(points), 4), features)


def _incident_order(incident: Incident) -> tuple[str, str, str]:
    """Order incidents: what a text is about before what it mentions, then by time, then by id."""
    day = incident.when.earliest.isoformat() if incident.when and incident.when.earliest else "9999"
    return "0" if incident.main else "1", day, incident.id


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
