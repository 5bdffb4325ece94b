"""The matcher: readings enter one by one or all at once, a Grouping leaves, the same either way.

What a memo holds is taken as kept: only new reports are taken apart, and only the neighbourhoods they reach are clustered again. The result
is a pure function of what was added, whatever the memo held.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.matching.candidates import Alike, Card, candidates
from trucewatch.matching.decisions import Docket, Ruling, conflicting
from trucewatch.matching.desk import Desk
from trucewatch.matching.features import APART, Features, Profile, log_odds, odds_of, probability
from trucewatch.matching.linkage import Scores
from trucewatch.matching.neighbourhoods import Between, Land, Members, Plat, settle
from trucewatch.matching.rules import Rules, rules
from trucewatch.matching.shelf import Shelf
from trucewatch.matching.text import CONTAINED, Shared, Sketch
from trucewatch.matching.within import Account
from trucewatch.records.analysis import Conflict, Copy, Grouping, Incident, Suggestion
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.decision import Decision, standing
from trucewatch.records.memo import Memo, mark


@dataclass(frozen=True, slots=True)
class Compared:
    """The features of two accounts that a decision speaks of."""

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
        copied = self._copies({name: sheet.sketch for name, sheet in sheets.items()})
        held = standing(decisions)
        groups: tuple[Members, ...] = ()
        if any(decision.verb == "split" for decision in held):
            # what a split takes claims out of: the clusters as they are without it
            before = self._grouped([one for one in held if one.verb != "split"], (), cards, copied, "before splits")
            groups = tuple(incident.claims for incident in before.incidents)
        return self._grouped(decisions, groups, cards, copied, "as decided")

    def _copies(self, sketches: Mapping[str, Sketch]) -> tuple[Copy, ...]:
        """The documents that share their text."""
        known = self.memo.get(Shared, "texts") or Shared()
        shared, compared = known.with_texts(sketches, lambda name: self._shelf.open(name).printed)
        self.memo.count("texts", compared)
        return self.memo.keep("texts", shared).copies

    def _grouped(
        self, decisions: Sequence[Decision], groups: Sequence[Members], cards: Mapping[str, Card], copied: Sequence[Copy], stand: str
    ) -> Grouping:
        """Match the accounts of these cards. ``stand`` names what is matched, for the memo: it says where to start from."""
        docket = Docket(
            {name: card.claims for name, card in cards.items()}, lambda name: self._shelf.open(cards[name].document).accounts[name]
        )
        ruling = docket.rule(decisions, groups)
        desk = Desk(self._shelf, cards, docket, frozenset((copy.left, copy.right) for copy in copied if copy.likeness >= CONTAINED))
        alike = self.memo.keep(stand, (self.memo.get(Alike, stand) or Alike()).with_cards(desk.cards, desk.marks))
        pairs = {pair: desk.copied(pair) for pair in sorted(candidates(desk.cards, alike.pairs, desk.copies))}
        scores = Scores(desk.profile, self.rules, desk.copied)
        barred = {pair for _, pair in ruling.apart}
        land = Land(desk.marks, pairs, [pair for _, pair in ruling.together], barred, scores, self.rules, desk.incident)
        settled, plat = settle(land, self.memo, self.memo.get(Plat, stand) or Plat())
        self.memo.keep(stand, plat)
        home = {name: group for each in settled.values() for group in each.groups for name in group}
        built = {group: incident for each in settled.values() for group, incident in zip(each.groups, each.incidents, strict=True)}
        incidents = _with_rulings(built, home, ruling)
        between = [one for found in (*(each.between for each in settled.values()), *plat.borders.values()) for one in found]
        conflicts = [*ruling.conflicts, *conflicting(ruling), *self._against(ruling, desk, scores, home)]
        return Grouping(
            incidents=tuple(sorted(incidents.values(), key=_incident_order)),
            suggestions=_suggestions(between, {name: incidents[group].id for name, group in home.items()}, barred),
            joins=tuple(sorted((join for each in settled.values() for join in each.joins), key=lambda join: (join.left, join.right))),
            copies=tuple(copied),
            conflicts=tuple(dict.fromkeys(conflicts)),
            contents={
                incident.id: mark([(name, desk.marks[name]) for name in group], incident.claims, incident.exhibits)
                for group, incident in incidents.items()
            },
        )

    def _against(self, ruling: Ruling, desk: Desk, scores: Scores, home: Mapping[str, Members]) -> Iterator[Conflict]:
        """List the joins and separations by people that the evidence, as it is now, speaks against."""
        for decision, (left, right) in ruling.together:
            names = set(dict(self._features(left, right, desk, scores)))
            if APART & names and decision.verb != "move":
                text = f"{decision.verb}: the two differ in {', '.join(sorted(APART & names))}"
                yield Conflict(decision.id, text, (left, right))
        for decision, (left, right) in ruling.apart:
            if decision.verb == "reject" and home.get(left) != home.get(right):
                odds = log_odds(self._features(left, right, desk, scores))
                if odds >= odds_of(self.rules.join):
                    text = f"reject: the evidence now speaks for one incident ({probability(odds):.2f})"
                    yield Conflict(decision.id, text, (left, right))

    def _features(self, left: str, right: str, desk: Desk, scores: Scores) -> Features:
        """The features of two accounts that a decision speaks of: as kept, or compared now."""
        one, other = sorted((left, right))
        key = mark("compared", one, desk.marks[one], other, desk.marks[other], desk.copied((one, other)))
        kept = self.memo.get(Compared, key)
        return kept.features if kept else self.memo.keep(key, Compared(scores.features(one, other))).features


def _suggestions(between: Iterable[Between], incidents: Mapping[str, str], barred: Iterable[tuple[str, str]]) -> tuple[Suggestion, ...]:
    """What is put to people, in terms of incidents (``incidents`` names that of each account), where they have not held the two apart."""
    held = {frozenset((incidents[left], incidents[right])) for left, right in barred}
    found = []
    for one in between:
        left, right = sorted((incidents[one.left], incidents[one.right]))
        if frozenset((left, right)) not in held:
            found.append(Suggestion(left, right, one.probability, one.features))
    return tuple(sorted(found, key=lambda each: (each.left, each.right)))


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
