"""Readings → what matching looks up and what it compares: a sheet for each report, the profiles of its accounts, the report taken apart.

Sheets and profiles are kept in the memo. All sheets are looked through; profiles are asked where something is compared, and a report is
taken apart only where it is new or where an incident it tells of is built anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.matching.account import Account
from trucewatch.matching.candidates import Card
from trucewatch.matching.features import Profile
from trucewatch.matching.likeness import traits_of
from trucewatch.matching.nesting import Nested, nested_in
from trucewatch.matching.related import Note
from trucewatch.matching.rules import Rules
from trucewatch.matching.text import Print, Sketch
from trucewatch.matching.within import accounts_of
from trucewatch.records.assertion import Reading
from trucewatch.records.capture import Document
from trucewatch.records.memo import Memo


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one report is looked up by: the cards of its accounts, and what it tells as part of something else; the card of the text alone
    where it tells of nothing."""

    cards: tuple[Card, ...]
    nested: tuple[Nested, ...] = ()
    note: Card | None = None


@dataclass(frozen=True, slots=True)
class Profiles:
    """What the accounts of one report are compared by, in the order of its text."""

    each: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """One report taken apart: its text's print, and its accounts by id."""

    printed: Print
    accounts: Mapping[str, Account]


class Shelf:
    """The reports added so far. ``skipped`` are claims that people rejected."""

    def __init__(self, rules: Rules, skipped: frozenset[str], memo: Memo) -> None:
        self.rules = rules
        self.skipped = skipped
        self.memo = memo
        self.documents: dict[str, Document] = {}
        self.contents: dict[str, str] = {}
        self._readings: dict[str, Reading] = {}
        self._opened: dict[str, Opened] = {}
        self._profiles: dict[str, Mapping[str, Profile]] = {}

    def add(self, reading: Reading, document: Document, content: str) -> None:
        """Add one reading. ``content`` is the digest of it and of its document as they count."""
        self.documents[document.id] = document
        self.contents[document.id] = content
        self._readings[document.id] = reading
        for held in (self._opened, self._profiles):
            held.pop(document.id, None)

    def sheet(self, document: str) -> Sheet:
        """Return the sheet of a report: as kept, or written now."""
        self.memo.want(Profiles, self.contents[document])
        kept = self.memo.get(Sheet, self.contents[document])
        if kept is not None:
            return kept
        self.memo.count("documents")
        cards = tuple(Card.of(profile, self.rules) for profile in self.profiles(document).values())
        opened = self.open(document)
        nested = tuple(nested_in(tuple(opened.accounts.values()), self.documents[document].text, self.rules))
        note = None if cards else self.note(document).card
        return self.memo.keep(self.contents[document], Sheet(cards, nested, note))

    def sketch(self, document: str) -> Sketch:
        """Return what the text of a report is looked up by among others: as kept, or drawn now."""
        kept = self.memo.get(Sketch, self.contents[document])
        return kept or self.memo.keep(self.contents[document], Sketch.of(self.open(document).printed))

    def note(self, document: str) -> Note:
        """Return what a report that tells of no incident is compared by: as kept, or taken now."""
        kept = self.memo.get(Note, self.contents[document])
        if kept is not None:
            return kept
        given, printed = self.documents[document], self.open(document).printed
        profile = Profile.of_report(given, frozenset(printed.quotations), traits_of(given.text, self._readings[document]))
        return self.memo.keep(self.contents[document], Note(profile, Card.of(profile, self.rules)))

    def profiles(self, document: str) -> Mapping[str, Profile]:
        """Return what the accounts of a report are compared by, by id: as kept, or taken now."""
        if document not in self._profiles:
            kept = self.memo.get(Profiles, self.contents[document])
            if kept is None:
                kept = self.memo.keep(self.contents[document], Profiles(tuple(self._take_profiles(document))))
            self._profiles[document] = {profile.id: profile for profile in kept.each}
        return self._profiles[document]

    def open(self, document: str) -> Opened:
        """Return a report taken apart."""
        if document not in self._opened:
            given, reading = self.documents[document], self._readings[document]
            accounts = {account.id: account for account in accounts_of(reading, given, self.rules, self.skipped)}
            self._opened[document] = Opened(Print.of(given.text), accounts)
        return self._opened[document]

    def _take_profiles(self, document: str) -> Iterator[Profile]:
        given, opened = self.documents[document], self.open(document)
        traits = traits_of(given.text, self._readings[document])
        for account in opened.accounts.values():
            yield Profile.of(account, given, frozenset(opened.printed.quotations), traits)
