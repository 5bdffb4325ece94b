"""Mentions of one report → accounts: the incidents as this one report tells them.

Two passes. Mentions with a time or place of their own found or join accounts first; what has neither ("the massacre", "five people
died") then joins the best account around it, a later one too where the text introduces an event before it names it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from trucewatch.matching.extents import compare_counts, compare_places, compare_times, fine, length
from trucewatch.matching.mentions import HAPPENED, Layout, Mention, mentions_of
from trucewatch.matching.rules import Rules
from trucewatch.records.assertion import CasualtyPayload, Claim, Reading, ResponsibilityPayload
from trucewatch.records.capture import Document
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
_OLDER_DAYS = 2
_DIES_WITHIN = 30
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
    known = [mention.when for mention in mentions if mention.when and not mention.result]
    known = known or [mention.when for mention in mentions if mention.when]
    if not known:
        return next((mention.event.when for mention in mentions if mention.event.when), None)
    times: dict[tuple[object, object], int] = {}
    for when in known:
        times[when.earliest, when.latest] = times.get((when.earliest, when.latest), 0) + 1
    return min(known, key=lambda when: (length(when), -times[when.earliest, when.latest]))


def gathered_places(mentions: Iterable[Mention]) -> tuple[Place, ...]:
    """Return the distinct places by key and country, most precise first, text order kept, with the spans of every mention."""
    places: dict[str, Place] = {}
    for mention in mentions:
        for place in mention.where:
            known = places.get(place.key)
            if known is None:
                places[place.key] = place
            elif not set(place.spans) <= set(known.spans):
                places[place.key] = replace(known, spans=tuple(sorted({*known.spans, *place.spans})))
    return tuple(sorted(places.values(), key=lambda place: _RANK[place.precision]))


@dataclass(slots=True)
class _Draft:
    """An account while its mentions are being gathered."""

    mentions: list[Mention] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)


def accounts_of(reading: Reading, document: Document, rules: Rules, skipped: frozenset[str] = frozenset()) -> tuple[Account, ...]:
    """Return the incidents of one report, in the order the text opens them. ``skipped`` are claims a person rejected."""
    mentions = mentions_of(reading, document, rules, skipped)
    drafts: list[_Draft] = []
    later = []
    for mention in mentions:
        if not mention.founds or not (mention.when or fine(mention.where)):
            later.append(mention)
        else:
            _place(mention, drafts, rules)
    for mention in later:
        _place(mention, drafts, rules)
    accounts = [Account(document.id, tuple(sorted(draft.mentions, key=_text_order))) for draft in drafts]
    accounts.sort(key=lambda account: _text_order(account.mentions[0]))
    tied = _tie(reading, accounts, skipped, Layout.of(document.text))
    return _mark_main([replace(account, loose=tuple(tied.get(account.id, ()))) for account in accounts], document)


def _text_order(mention: Mention) -> tuple[int, str]:
    return mention.start, mention.claim.id


def _place(mention: Mention, drafts: list[_Draft], rules: Rules) -> None:
    """Put a mention into the best account, or open one where it may."""
    begun = [draft for draft in drafts if _begun(draft, mention)]
    scored = []
    for index, draft in enumerate(drafts):
        points = affinity(draft.mentions, mention, rules, first=index == 0)
        if points is not None:
            known = begun if _begun(draft, mention) else drafts  # what comes later in the text makes nothing told before it old
            scored.append((points + _age(draft.mentions, mention, _newest(known), rules), -index))
    best = max(scored, default=None)
    needed = rules.within["enough"] if mention.founds else rules.within["deny_enough"]
    if best is not None and best[0] >= needed:
        drafts[-best[1]].add(mention)
    elif mention.founds:
        drafts.append(_Draft([mention]))


def _begun(draft: _Draft, mention: Mention) -> bool:
    """Return whether an account is opened before a mention in the text."""
    return any(other.start <= mention.start for other in draft.mentions)


def _newest(drafts: Sequence[_Draft]) -> date | None:
    """Return the latest day among accounts."""
    return max((when.latest for draft in drafts if (when := leading_time(draft.mentions)) and when.latest), default=None)


def _age(mentions: Sequence[Mention], mention: Mention, newest: date | None, rules: Rules) -> float:
    """Points against an older account for words that only point back: a report is about the latest event it dates."""
    when = leading_time(mentions)
    if newest is None or when is None or when.latest is None or mention.when or fine(mention.where):
        return 0.0
    return rules.within["older"] if (newest - when.latest).days > _OLDER_DAYS else 0.0


def affinity(mentions: Sequence[Mention], mention: Mention, rules: Rules, *, first: bool) -> float | None:
    """Return the points for ``mention`` telling of the same incident as ``mentions``; None where it cannot."""
    kinship = rules.kinship(leading_type(mentions), mention.event.type)
    if kinship == "unlike" and all(rules.kinship(other.event.type, mention.event.type) == "unlike" for other in mentions):
        return None
    extents = _extents(mentions, mention)
    if _EXCLUDE.intersection(extents) or (kinship == "part" and not _one_operation(mentions, mention, extents)):
        return None
    points = rules.within[f"type_{kinship}" if kinship != "unlike" else "type_kin"] + sum(rules.within.get(name, 0.0) for name in extents)
    points += _people(mentions, mention, rules) + _discourse(mentions, mention, rules)
    return points + (rules.within["first"] if first and mention.event.anaphoric else 0.0)


_EXCLUDE = frozenset({"days_apart", "far_apart", "place_unlike", "place_far"})
"""What no other feature outweighs inside one report. A country alone does not exclude: it often comes from the sentence, not the event."""


def _one_operation(mentions: Sequence[Mention], mention: Mention, extents: Sequence[str]) -> bool:
    """Return whether acts of different kinds are told as one operation: same sentence or paragraph and nothing that sets them apart."""
    if mention.opens or (mention.when and not {"same_day", "days_overlap"}.intersection(extents) and not _follows(mentions, mention)):
        return False
    if mention.where and "place_same" not in extents and fine(mention.where):
        return False
    observers = [one.event.type == _OBSERVERS for one in (mention, *mentions)]
    if any(observers) and not all(observers) and not {"same_day", "place_same"} <= set(extents) and not _harmed(mention):
        return False  # shots at observers are told beside what they came to see; one wounded in it is a part of it
    if any(other.sentence == mention.sentence or other.paragraph == mention.paragraph for other in mentions):
        return True
    reach = 0 if mention.when or mention.event.type in _OWN_ACTS else 2 if mention.event.type == "displacement" else 1
    return any(0 < mention.paragraph - other.paragraph <= reach for other in mentions)


def _harmed(mention: Mention) -> bool:
    """Return whether a mention tells of people killed or hurt, not only of shots at them."""
    return any(person.role == "victim" and person.effect in {"killed", "injured"} for person in mention.event.participants)


_OBSERVERS = "attack on observers"
_OWN_ACTS = frozenset({"detention", "weapons seizure", _OBSERVERS})
"""What a report tells in a paragraph of its own is an act of its own: arrests, finds of weapons, shots at observers."""


def _extents(mentions: Sequence[Mention], mention: Mention) -> list[str]:
    """Name how time, place and counts compare."""
    time = compare_times(leading_time(mentions), mention.when)
    if time in _APART and _follows(mentions, mention):
        time = None
    place = compare_places(gathered_places(mentions), mention.where)
    counts = [
        compare_counts([count for other in mentions if _one_voice(other, mention) for count in other.of(metric)], mention.of(metric))
        for metric in ("killed", "injured", "detained", "displaced")
    ]
    return [feature for feature in (time, place, *counts) if feature]


_ANSWERS = 0.25


_REBELS = frozenset(
    """rebels rebel terrorists terrorist militants militant insurgents insurgent gunmen gunman guerrillas fighters attackers attacker
    assailants assailant raiders bandits""".split()
)
_TROOPS = frozenset("troops soldiers soldier forces force army military servicemen marines".split())


def _sides(mention: Mention) -> frozenset[str]:
    """Return the sides, "rebels" and "troops", that the doers' head words put them on."""
    doers = [person for person in mention.event.participants if person.role.startswith("perpetrator") and person.name.split()]
    heads = {person.name.lower().split()[-1] for person in doers}
    return frozenset(side for side, words in (("rebels", _REBELS), ("troops", _TROOPS)) if heads & words)


def _named_doer(mention: Mention) -> bool:
    """Return whether a doer is called by a name, not only described."""
    return any(person.role.startswith("perpetrator") and any(map(str.isupper, person.name)) for person in mention.event.participants)


_APART = frozenset({"day_beside", "days_apart", "far_apart"})


def _follows(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether one tells of a death or find within weeks of the other's event: the wounded die and the dead are found later."""
    own, other = mention.when, leading_time(mentions)
    if not own or not other or not own.earliest or not other.earliest:
        return False
    if mention.result:
        return 0 <= (own.earliest - other.earliest).days <= _DIES_WITHIN
    return all(one.result for one in mentions) and 0 <= (other.earliest - own.earliest).days <= _DIES_WITHIN


def _one_voice(left: Mention, right: Mention) -> bool:
    """Return whether both mentions are one statement's words or the narrator's: accounts of different speakers may differ."""
    return left.claim.statement == right.claim.statement or not (left.claim.statement and right.claim.statement)


def _same_voice(left: Mention, right: Mention) -> bool:
    """Return whether both mentions are one statement's words, or both the narrator's: an accusation retells under other doers."""
    return left.claim.statement == right.claim.statement


def _people(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> float:
    """Points for victims in common, and against one voice that names different doers for different kinds of event."""
    points = 0.0
    if any(mention.victims & other.victims for other in mentions):
        points += rules.within["victim_same"]
    suffers = any(person.role in {"victim", "target"} for person in mention.event.participants)
    doers = [
        other
        for other in mentions
        if other.actors
        and other.event.type != mention.event.type
        and (_same_voice(other, mention) or (suffers and _one_voice(other, mention)))
    ]
    if mention.actors and doers and not any(other.actors & mention.actors for other in doers):
        # the other side's part in one fight is told without a time or place of its own ("militants opened fire; the force returned it"),
        # and one side is described in several ways ("terrorists", "the rebels")
        goes_on = not mention.when and not fine(mention.where) and not mention.opens
        described = not any(map(_named_doer, (mention, *doers))) and any(_sides(mention) & _sides(other) for other in doers)
        points += rules.within["actor_unlike"] * (_ANSWERS if goes_on or described else 1.0)
    return points


def _discourse(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> float:
    """Points for how the text leads from the account to the mention."""
    weights = rules.within
    points = 0.0
    if mention.event.anaphoric:
        points += weights["anaphoric"] + weights["salience"] * min(5, len(mentions))
    if mention.result and mention.when and _follows(mentions, mention):
        points += weights["follows"]
    elif mention.opens and not mention.event.anaphoric:
        points += weights["new_event_words"]
    if mention.latest and not all(other.event.background for other in mentions):
        points += weights["latest_words"]
    if not fine(mention.where):
        points += weights["nothing_own" if not mention.when else "no_place_own"]
    if mention.event.background != all(other.event.background for other in mentions):
        points += weights["background_unlike"]
    return points + _nearness(mentions, mention, rules)


def _nearness(mentions: Sequence[Mention], mention: Mention, rules: Rules) -> float:
    """Points for the nearest mention of the account before this one, else (a little less) after it."""
    before = [other for other in mentions if other.start <= mention.start]
    nearest = max(before, key=_text_order) if before else min(mentions, key=_text_order)
    points = 0.0 if before else rules.within["ahead"]
    if nearest.sentence == mention.sentence:
        return points + rules.within["same_sentence"]
    apart = abs(mention.paragraph - nearest.paragraph)
    if apart == 0:
        return points + rules.within["same_paragraph"]
    return points + max(rules.within["farthest"], rules.within["per_paragraph"] * apart)


def _tie(reading: Reading, accounts: Sequence[Account], skipped: frozenset[str], layout: Layout) -> dict[str, list[Claim]]:
    """Tie claims whose event the reading left open: a count or a blame of the whole event goes to the nearest account before it.

    Nothing is tied to a mere comparison, nor to an account elsewhere where the claim's own sentence names another village.
    """
    named: dict[int, list[Place]] = {}
    for place in fine(reading.places):
        for span in place.spans:
            named.setdefault(layout.sentence(span.start), []).append(place)
    tied: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.about or claim.id in skipped or claim.factuality not in {*HAPPENED, "negated"} or not _is_loose(claim):
            continue
        at = claim.spans[0].start if claim.spans else 0
        here = named.get(layout.sentence(at), ())
        open_to = [
            account
            for account in accounts
            if not account.background
            and _suits(claim, account)
            and compare_places(here, account.where) not in {"place_unlike", "place_far"}
        ]
        if open_to:
            nearest = min(open_to, key=lambda account: _distance(account, at))
            tied.setdefault(nearest.id, []).append(claim)
    return tied


def _is_loose(claim: Claim) -> bool:
    """Return whether a claim speaks of a whole incident without naming its event."""
    if isinstance(claim.payload, ResponsibilityPayload):
        return claim.payload.scope == "incident"
    return isinstance(claim.payload, CasualtyPayload) and claim.factuality in HAPPENED


_METRIC_FAMILIES: dict[Metric, tuple[str, ...]] = {
    "killed": ("violence", "observers", "protest"),
    "injured": ("violence", "observers", "protest"),
    "missing": ("violence", "custody", "displacement"),
    "detained": ("custody", "violence", "protest"),
    "displaced": ("displacement", "violence", "movement"),
}


def _suits(claim: Claim, account: Account) -> bool:
    """Return whether the account's kind of event may have such a count."""
    from trucewatch.matching.rules import rules

    if not isinstance(claim.payload, CasualtyPayload):
        return True
    return rules().family.get(account.type, "other") in _METRIC_FAMILIES[claim.payload.metric]


def _distance(account: Account, at: int) -> tuple[int, int]:
    """Order accounts for a loose claim: the nearest mention before it, then the nearest after it."""
    before = [mention.start for mention in account.mentions if mention.start <= at]
    return (0, at - max(before)) if before else (1, account.mentions[0].start - at)


def _mark_main(accounts: Sequence[Account], document: Document) -> tuple[Account, ...]:
    """Mark what the text is about: the account most is said of, and others told at about that length or opening the text beside it.

    An arrest, a flight or a seizure that follows is not what a report of violence is about.
    """
    if not accounts:
        return ()
    lead = max(400, len(document.text) // 5)
    size = [
        0.0 if account.background else len(account.claims) + sum(2.0 for mention in account.mentions if mention.start < lead)
        for account in accounts
    ]
    top = max(size)
    if top == 0.0:
        return tuple(replace(account, main=len(accounts) == 1, first=len(accounts) == 1) for account in accounts)
    first = accounts[size.index(top)]
    return tuple(
        replace(account, main=account is first or (points >= _MAIN_SHARE * top and not _sequel(account, first)), first=account is first)
        for account, points in zip(accounts, size, strict=True)
    )


_MAIN_SHARE = 0.6
_SEQUELS = frozenset({"detention", "displacement", "weapons seizure", "release", "surrender", "discovery of bodies"})


def _sequel(account: Account, first: Account) -> bool:
    """Return whether an account tells only of what followed the first one."""
    return account.type in _SEQUELS and first.type not in _SEQUELS
