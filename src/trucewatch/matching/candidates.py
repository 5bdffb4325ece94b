"""Accounts → cards, and cards → the pairs worth comparing: a block in common and days that may agree, names, words or a text in common.

A card is what an account is looked up by, small enough to be kept: whoever looks for the neighbours of a new report opens no other.
Nothing depends on the order of arrival: blocks are sets, and ties are broken by ids.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from trucewatch.matching.features import Profile, located
from trucewatch.matching.likeness import alike_pairs, indexed
from trucewatch.matching.rules import Rules
from trucewatch.records.names import consonant_key

type Pair = tuple[str, str]

_SLACK = 3
"""Days by which two dates may differ and still be worth comparing."""
_LONG = 10
"""Times longer than this are looked up by their report's publication instead."""
_CROWD = 60
"""In a crowded block each profile is compared with this many neighbours in order of date."""
_NAMED = frozenset({"victim", "utterance"})
_FEW = 25


@dataclass(frozen=True, slots=True)
class Card:
    """What one account is looked up by: blocks, days, and its text's uncommon words where it is what the text says most of."""

    id: str
    document: str
    claims: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]
    days: tuple[date, date] | None
    placed: bool
    published: date | None
    words: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, profile: Profile, rules: Rules) -> "Card":
        """Write the card of one account's profile."""
        (document,) = profile.documents
        family = rules.family.get(profile.type, profile.type)
        return cls(
            id=profile.id,
            document=document,
            claims=profile.claims,
            blocks=tuple(dict.fromkeys(block_keys(profile, family))),
            days=_days(profile),
            placed=bool(located(profile)),
            published=profile.published,
            words=indexed(profile.traits) if profile.traits else (),
        )


@dataclass(frozen=True, slots=True)
class Alike:
    """The pairs of accounts known to share uncommon words: ``known`` gives the mark of each account that was looked at."""

    known: Mapping[str, str] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()

    def with_cards(self, cards: Mapping[str, Card], marks: Mapping[str, str]) -> "Alike":
        """Return the pairs among ``cards``: those known are taken over, what is new is compared with all. Exact, whatever was known."""
        words = {name: card.words for name, card in cards.items() if card.words}
        fresh = {name for name in words if self.known.get(name) != marks[name]}
        old = [(left, right) for left, right in self.pairs if left in words and right in words and left not in fresh and right not in fresh]
        return Alike({name: marks[name] for name in sorted(words)}, tuple(sorted({*old, *alike_pairs(words, fresh)})))


def block_keys(profile: Profile, family: str) -> Iterator[tuple[str, ...]]:
    """Give the blocks of a profile: places by consonants, names, utterances, single days, and its country where no place is known."""
    for place in located(profile):
        yield "place", consonant_key(place.name) or place.key
    for name in sorted(profile.victims):
        words = [word for word in name.split() if len(word) >= 4]
        if words:
            yield "victim", words[-1]
    for utterance in sorted(profile.utterances):
        yield "utterance", str(utterance)
    for country in sorted({place.country for place in profile.where if place.country}) if not located(profile) else ():
        yield "region", family, country
    days = profile.when
    if days and days.earliest and days.latest and (days.latest - days.earliest).days <= _SLACK:
        for at in range((days.latest - days.earliest).days + 1):
            yield "day", family, (days.earliest + timedelta(days=at)).isoformat()


def candidates(cards: Mapping[str, Card], alike: Iterable[Pair], copied: Iterable[Pair] = ()) -> set[Pair]:
    """Return the pairs worth comparing: a block in common and days that may agree, names in common whatever the days, or a shared text.

    ``alike`` are accounts that share uncommon words, ``copied`` documents that share their text.
    """
    dated: dict[tuple[str, ...], list[Card]] = {}
    named: dict[tuple[str, ...], list[Card]] = {}
    for name in sorted(cards):
        for key in cards[name].blocks:
            home = named if key[0] in _NAMED else dated
            home.setdefault(key, []).append(cards[name])
    pairs: set[Pair] = set(alike)
    for key, members in dated.items():
        pairs.update(_neighbours(members, loose=key[0] == "day"))
    for members in named.values():
        pairs.update(_together(members))
    pairs.update(_of_copies(cards, copied))
    return pairs


def _together(members: Sequence[Card]) -> Iterator[Pair]:
    """Pair all members of a small block; in a larger one each with those next to it by date of publication."""
    if len(members) < 2:
        return
    ordered = sorted(members, key=lambda card: (card.published or date.max, card.id))
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + 1 + _FEW]:
            yield (left.id, right.id) if left.id < right.id else (right.id, left.id)


def _of_copies(cards: Mapping[str, Card], copied: Iterable[Pair]) -> Iterator[Pair]:
    """Pair the accounts of documents that share their text."""
    by_document: dict[str, list[str]] = {}
    for name, card in cards.items():
        by_document.setdefault(card.document, []).append(name)
    for left, right in copied:
        for one in by_document.get(left, ()):
            for other in by_document.get(right, ()):
                yield (one, other) if one < other else (other, one)


def _neighbours(members: Sequence[Card], *, loose: bool = False) -> Iterator[Pair]:
    """Pair the members whose days may agree, each with its nearest in a crowd; ``loose``: only where one of the two has no place."""
    if len(members) < 2:
        return
    dated = sorted((card.days[0], card.days[1], card.id, card.placed) for card in members if card.days)
    for at, (_, last, name, placed) in enumerate(dated):
        for later_first, _, other, other_placed in dated[at + 1 : at + 1 + _CROWD]:
            if later_first > last + timedelta(days=_SLACK):
                break
            if not (loose and placed and other_placed):
                yield (name, other) if name < other else (other, name)


def _days(profile: Profile) -> tuple[date, date] | None:
    """The days a profile is looked up by."""
    if profile.when and profile.when.earliest and profile.when.latest and (profile.when.latest - profile.when.earliest).days <= _LONG:
        return profile.when.earliest, profile.when.latest
    return profile.days
