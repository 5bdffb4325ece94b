"""The matcher: readings enter one by one or all at once, a Grouping leaves, the same either way.

A reading is turned into accounts when it is added. Blocks, pairs and clusters are recomputed where the new accounts reach; the
result is a pure function of what was added.
"""

from collections.abc import Mapping, Sequence

from trucewatch.matching.features import Profile, log_odds, odds_of, probability
from trucewatch.matching.incidents import build
from trucewatch.matching.likeness import traits_of
from trucewatch.matching.linkage import Pair, Scores, candidates, cluster
from trucewatch.matching.rules import Rules, rules
from trucewatch.matching.text import CONTAINED, Print, copies
from trucewatch.matching.within import Account, accounts_of
from trucewatch.records.analysis import Grouping, Incident, Suggestion
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document


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

    def grouping(self) -> Grouping:
        """Match what was added so far."""
        copied = copies(self.prints)
        pairs_of_copies = frozenset((copy.left, copy.right) for copy in copied if copy.likeness >= CONTAINED)
        scores = Scores(self.profiles, self.rules, pairs_of_copies)
        pairs = candidates(self.profiles, self.rules, pairs_of_copies)
        clusters = cluster(sorted(self.profiles), sorted(pairs), scores, self.rules)
        incidents = {group: build([self.accounts[name] for name in group], self.documents) for group in clusters}
        return Grouping(
            incidents=tuple(sorted(incidents.values(), key=_incident_order)),
            suggestions=self._suggestions(incidents, pairs, scores),
            joins=self._joins(clusters, pairs, scores),
            copies=copied,
        )

    def _joins(self, clusters: Sequence[tuple[str, ...]], pairs: set[Pair], scores: Scores) -> tuple[Suggestion, ...]:
        """The pairs inside clusters that were compared, strongest evidence first within each cluster."""
        home = {name: at for at, group in enumerate(clusters) for name in group}
        inside = [pair for pair in pairs if home[pair[0]] == home[pair[1]]]
        return tuple(_suggestion(left, right, left, right, scores) for left, right in sorted(inside))

    def _suggestions(self, incidents: Mapping[tuple[str, ...], Incident], pairs: set[Pair], scores: Scores) -> tuple[Suggestion, ...]:
        """Pairs of incidents whose average odds lie between the two thresholds, shown with their strongest pair of accounts."""
        home = {name: incident.id for group, incident in incidents.items() for name in group}
        between: dict[Pair, list[tuple[float, str, str]]] = {}
        for left, right in pairs:
            ends = tuple(sorted((home[left], home[right])))
            if ends[0] != ends[1]:
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
