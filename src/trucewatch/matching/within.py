"""Mentions of one report → accounts: the incidents as this one report tells them.

Two passes. Mentions with a time or place of their own found or join accounts first; what has neither ("the massacre", "five people
died") then joins the best account around it, a later one too where the text introduces an event before it names it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from trucewatch.matching.account import Account, leading_time
from trucewatch.matching.affinity import affinity
from trucewatch.matching.contrasts import MONTH
from trucewatch.matching.extents import compare_places, fine, length
from trucewatch.matching.layout import Layout
from trucewatch.matching.mentions import HAPPENED, Mention, mentions_of, text_order
from trucewatch.matching.rules import Rules
from trucewatch.records.assertion import CasualtyPayload, Claim, Reading, ResponsibilityPayload
from trucewatch.records.capture import Document
from trucewatch.records.extent import Place, When
from trucewatch.records.terms import Metric

_OLDER_DAYS = 2


@dataclass(slots=True)
class _Draft:
    """An account while its mentions are being gathered."""

    mentions: list[Mention] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)


def accounts_of(reading: Reading, document: Document, rules: Rules, skipped: frozenset[str] = frozenset()) -> tuple[Account, ...]:
    """Return the incidents of one report, in the order the text opens them. ``skipped`` are claims a person rejected."""
    mentions = _settled(mentions_of(reading, document, rules, skipped))
    drafts: list[_Draft] = []
    later = []
    for mention in mentions:
        if mention.headline or not mention.founds or not (mention.when or fine(mention.where)):
            later.append(mention)
        else:
            _place(mention, drafts, rules)
    for mention in later:
        _place(mention, drafts, rules)
    accounts = [Account(document.id, tuple(sorted(draft.mentions, key=text_order))) for draft in drafts]
    accounts.sort(key=lambda account: text_order(account.mentions[0]))
    tied = _tie(reading, accounts, skipped, Layout.of(document.text))
    return _mark_main([replace(account, loose=tuple(tied.get(account.id, ()))) for account in accounts], document)


def _settled(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out what only sums up; let what has no day and no place, or only tells who fled, join what is told and open nothing."""
    exact = [mention for mention in mentions if mention.founds and not _vague(mention)]
    if not exact:
        return list(mentions)
    days = {mention.when for mention in exact if mention.when and length(mention.when) == 1}
    told = [mention for mention in mentions if not _sums_up(mention, days)]
    return [replace(mention, founds=False, attaches=True) if mention.founds and _vague(mention) else mention for mention in told]


def _sums_up(mention: Mention, days: Collection[When]) -> bool:
    """Return whether a mention counts who was harmed over a time within which several days are told of one by one."""
    when = mention.when
    if when is None or not when.earliest or not when.latest or length(when) < _SPELL or not mention.harmed:
        return False
    return len({day.earliest for day in days if day.earliest and when.earliest <= day.earliest <= when.latest}) > 1


_SPELL = 5


def _vague(mention: Mention) -> bool:
    """Return whether a mention tells of no one event: a year without a place, or people who have fled over a time."""
    if mention.when is None or fine(mention.where):
        return False
    return length(mention.when) > MONTH or (mention.event.type == "displacement" and length(mention.when) > 1)


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
