"""One incident as one report tells it: its mentions, and the type, time, places, people and counts they give together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.matching.extents import fine, length
from trucewatch.matching.mentions import Mention
from trucewatch.records.assertion import CasualtyPayload, Claim
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.names import place_key
from trucewatch.records.terms import Metric


@dataclass(frozen=True, slots=True)
class Account:
    """One incident as one report tells it. ``mentions`` in text order; ``loose`` are claims tied to it without an event claim."""

    document: str
    mentions: tuple[Mention, ...]
    loose: tuple[Claim, ...] = ()
    main: bool = False
    first: bool = False
    """True for the one account most is said of."""

    @property
    def id(self) -> str:
        """The claim that opens the account."""
        return self.mentions[0].claim.id

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim of the account: its events, what is said of them, and what was tied to it."""
        ordered = dict.fromkeys(claim.id for mention in self.mentions for claim in (mention.claim, *mention.about))
        ordered.update(dict.fromkeys(claim.id for claim in self.loose))
        return tuple(ordered)

    @property
    def background(self) -> bool:
        """True where every mention is a comparison or background."""
        return all(mention.event.background for mention in self.mentions)

    @property
    def type(self) -> str:
        """The type most mentions give; one that says how outweighs one that only says there was violence."""
        return leading_type(self.told)

    @property
    def told(self) -> tuple[Mention, ...]:
        """The mentions that tell it happened, else all."""
        return tuple(mention for mention in self.mentions if mention.founds) or self.mentions

    @property
    def when(self) -> When | None:
        """The narrowest known time; the one most mentions give where several are as narrow."""
        return leading_time(self.told)

    @property
    def firm(self) -> bool:
        """True where the account opens with its time: not read off a later mention that may speak of an arrest, a hearing, a funeral."""
        when = self.when
        opening = [mention for mention in self.told[:_OPENING] if not mention.event.anaphoric]
        return when is not None and any(mention.when and mention.when.earliest == when.earliest for mention in opening)

    @property
    def placed(self) -> bool:
        """True where the account opens with a place of its own: not read off a later mention that may speak of a court or a hospital."""
        return any(fine(mention.where) for mention in self.told[:_OPENING])

    @property
    def where(self) -> tuple[Place, ...]:
        """Every distinct place of its mentions, most precise first."""
        return gathered_places(self.told)

    @property
    def victims(self) -> frozenset[str]:
        """Folded names of its named victims."""
        return frozenset().union(*(mention.victims for mention in self.mentions))

    @property
    def actors(self) -> frozenset[str]:
        """Folded names of those said to have done it."""
        return frozenset().union(*(mention.actors for mention in self.mentions))

    @property
    def targets(self) -> frozenset[str]:
        """Place keys of the names said to have been attacked: a village may be hit before it is known to be one."""
        return frozenset(
            place_key(person.name)
            for mention in self.told
            for person in mention.event.participants
            if person.role in {"target", "victim"} and person.name[:1].isupper() and len(person.name.split()) <= 3
        )

    def counts(self, metric: Metric) -> tuple[Count, ...]:
        """The counts of one metric, with those of loose claims."""
        loose = [
            claim.payload.count
            for claim in self.loose
            if isinstance(claim.payload, CasualtyPayload) and claim.payload.metric == metric and not claim.payload.part_of
        ]
        return tuple(dict.fromkeys([*(count for mention in self.mentions for count in mention.of(metric)), *loose]))


_OPENING = 2
_GENERIC = ("attack", "killing", "attack on civilians", "discovery of bodies", "other")
_RANK = {"place": 0, "near": 1, "unknown": 2, "admin2": 3, "admin1": 4, "country": 5}


def leading_type(mentions: Sequence[Mention]) -> str:
    """Return the type most mentions give, with half as much again for types that say how."""
    points: dict[str, float] = {}
    for mention in mentions:
        weight = (1.0 if mention.event.type in _GENERIC else 1.5) * (0.5 if mention.event.anaphoric else 1.0)
        points[mention.event.type] = points.get(mention.event.type, 0.0) + weight
    return max(points, key=lambda name: points[name])


def leading_time(mentions: Sequence[Mention]) -> When | None:
    """Return the narrowest known time, then the most frequent, then the first in the text; a death or a find dates only itself."""
    known = [mention.when for mention in mentions if mention.when and not mention.result and not mention.adrift]
    known = known or [mention.when for mention in mentions if mention.when]
    if not known:
        return next((mention.event.when for mention in mentions if mention.event.when), None)
    times: dict[tuple[object, object], int] = {}
    for when in known:
        times[when.earliest, when.latest] = times.get((when.earliest, when.latest), 0) + 1
    return min(known, key=lambda when: (length(when), -times[when.earliest, when.latest]))


def gathered_places(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return the distinct places by key and country, most precise first, text order kept, with the spans of every mention.

    What only points back beside another's place ("the worst since the raid on Karim") gives none where another mention does.
    """
    places: dict[str, Place] = {}
    for mention in [one for one in mentions if one.where and not one.adrift] or mentions:
        for place in mention.where:
            known = places.get(place.key)
            if known is None:
                places[place.key] = place
            elif not set(place.spans) <= set(known.spans):
                places[place.key] = replace(known, spans=tuple(sorted({*known.spans, *place.spans})))
    return tuple(sorted(places.values(), key=lambda place: _RANK[place.precision]))
