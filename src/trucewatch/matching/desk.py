"""Accounts as people decided: those of the shelf, the divided ones in pieces, each with its card, its mark and what it is compared by."""

from collections.abc import Iterable, Iterator, Mapping

from trucewatch.matching.account import Account
from trucewatch.matching.candidates import Card, Pair
from trucewatch.matching.decisions import Docket
from trucewatch.matching.features import Profile
from trucewatch.matching.incidents import build
from trucewatch.matching.linkage import Members
from trucewatch.matching.scores import Scores
from trucewatch.matching.shelf import Shelf
from trucewatch.records.analysis import Incident
from trucewatch.records.decision import Decision
from trucewatch.records.memo import mark


class Desk:
    """What is clustered. ``copies`` are the pairs of documents that are one text told twice."""

    def __init__(self, shelf: Shelf, cards: Mapping[str, Card], docket: Docket, copies: frozenset[Pair]) -> None:
        self._shelf = shelf
        self._pieces = docket.pieces
        self._profiles: dict[str, Profile] = {}
        self.copies = copies
        self.scores = Scores(self.profile, shelf.rules, self.copied)
        self.cards = {name: card for name, card in cards.items() if name not in docket.gone}
        self.marks = {name: shelf.contents[card.document] for name, card in self.cards.items()}
        for name, piece in docket.pieces.items():
            self.cards[name] = Card.of(self.profile(name), shelf.rules)
            mentions, loose = ([claim.id for claim in claims] for claims in ([one.claim for one in piece.mentions], piece.loose))
            self.marks[name] = mark("piece", shelf.contents[piece.document], mentions, loose)

    def account(self, name: str) -> Account:
        """Return an account, or what a decision left of it."""
        if name in self._pieces:
            return self._pieces[name]
        return self._shelf.open(self.cards[name].document).accounts[name]

    def profile(self, name: str) -> Profile:
        """Return what an account is compared by, made anew for one that a decision divided."""
        if name not in self._pieces:
            return self._shelf.profiles(self.cards[name].document)[name]
        if name not in self._profiles:
            piece = self._pieces[name]
            self._profiles[name] = Profile.of(piece, self._shelf.documents[piece.document], frozenset(), None)
        return self._profiles[name]

    def copied(self, pair: Pair) -> bool:
        """Return whether the reports of two accounts are one text told twice."""
        one, other = (self.cards[name].document for name in pair)
        return (min(one, other), max(one, other)) in self.copies

    def here(self, rulings: Iterable[tuple[Decision, Pair]]) -> Iterator[tuple[Decision, Pair]]:
        """Give the rulings on accounts that are there: one that a decision speaks of may have been divided by another."""
        return ((decision, pair) for decision, pair in rulings if self.marks.keys() >= set(pair))

    def incident(self, group: Members) -> Incident:
        """Build the incident of a cluster."""
        return build([self.account(name) for name in group], self._shelf.documents)
