"""Accounts → profiles, and two profiles → the features that decide whether they tell of one incident, each with its weight."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log

from trucewatch.matching.extents import compare_counts, compare_places, compare_published, compare_times, fine
from trucewatch.matching.likeness import Traits, alike
from trucewatch.matching.rules import Rules
from trucewatch.matching.within import Account
from trucewatch.records.capture import Document
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.terms import Metric, Stage

type Features = tuple[tuple[str, float], ...]

_METRICS: tuple[Metric, ...] = ("killed", "injured", "detained", "displaced")
_REPORTED_WITHIN = 7
"""Where a report leaves the time open, its event is looked for in the week before publication."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one account is compared by. ``span`` are the days it may lie in, ``names`` folded rare names of its report."""

    id: str
    document: str
    published: date | None
    type: str
    stage: Stage
    when: When | None
    where: tuple[Place, ...]
    counts: tuple[tuple[Metric, tuple[Count, ...]], ...]
    victims: frozenset[str]
    actors: frozenset[str]
    utterances: frozenset[int]
    main: bool
    background: bool
    opens: bool
    claims: tuple[str, ...]
    firm: bool = True
    traits: Traits | None = None

    @classmethod
    def of(cls, account: Account, document: Document, utterances: frozenset[int], traits: Traits | None = None) -> "Profile":
        """Fold an account into what is compared. ``traits`` of the text stand for the account most is said of."""
        when = account.when
        return cls(
            id=account.id,
            document=account.document,
            published=document.published,
            type=account.type,
            stage=account.told[0].event.stage,
            when=when if when and when.known else None,
            where=account.where,
            counts=tuple((metric, counts) for metric in _METRICS if (counts := account.counts(metric))),
            victims=account.victims,
            actors=account.actors,
            utterances=utterances if account.main else frozenset(),
            main=account.main,
            background=account.background,
            opens=account.mentions[0].opens,
            claims=account.claims,
            firm=account.firm,
            traits=traits if account.first else None,
        )

    @property
    def days(self) -> tuple[date, date] | None:
        """The days its incident may lie in: its own time, else the week before publication."""
        if self.when and self.when.earliest and self.when.latest:
            return self.when.earliest, self.when.latest
        if self.published:
            return self.published - timedelta(days=_REPORTED_WITHIN), self.published
        return None

    def of_metric(self, metric: Metric) -> tuple[Count, ...]:
        """The counts of one metric."""
        return next((counts for name, counts in self.counts if name == metric), ())


def compare(left: Profile, right: Profile, rules: Rules, *, copied: bool = False) -> Features:
    """Return the features of a pair with their weights, the prior first. Symmetric in its arguments."""
    found = ["both_main"] if left.main and right.main else []
    if left.document == right.document:
        found.append("same_report")
    kinship = rules.kinship(left.type, right.type)
    found.append(f"type_{kinship}")
    if left.stage != right.stage:
        found.append("stage_unlike")
    time = compare_times(left.when, right.when)
    if time in {"days_apart", "far_apart"} and not (left.firm and right.firm):
        time = "time_doubtful"
    place = compare_places(left.where, right.where)
    apart = time in _APART or place in _APART
    found += [time or "time_open", place or "", "" if apart else compare_published(left.published, right.published) or ""]
    found += [compare_counts(left.of_metric(metric), right.of_metric(metric)) or "" for metric in _METRICS[:2]]
    found += _names(left, right)
    if left.utterances & right.utterances:
        found.append("utterance_same")
    if copied and (left.main == right.main):
        found.append("text_copy")
    if left.traits and right.traits and (copied or not apart):
        found += alike(left.traits, right.traits)
    if left.background != right.background:
        found.append("one_background")
    if left.opens and right.opens:
        found.append("new_event_words")
    return (("prior", rules.bias), *((name, rules.weights[name]) for name in dict.fromkeys(found) if name in rules.weights))


_APART = frozenset({"days_apart", "far_apart", "country_unlike", "place_far"})
"""Where days or places are known to differ, like words tell only of one pen: bulletins repeat their own phrases about every event."""


def _names(left: Profile, right: Profile) -> list[str]:
    """Features of the people: victims in common or not, doers in common."""
    found = []
    if left.victims and right.victims:
        found.append("victim_same" if share_name(left.victims, right.victims) else "victim_unlike" if _one_each(left, right) else "")
    if left.actors & right.actors:
        found.append("actor_same")
    return found


def share_name(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether a full name, or a family name beside the same first letter, stands in both."""
    if left & right:
        return True
    return any(_one_person(one, other) for one in left for other in right)


def _one_person(one: str, other: str) -> bool:
    """Return whether two names may be one person's: all words of the shorter in the longer, at least one of four letters."""
    short, long = sorted((one.split(), other.split()), key=len)
    return bool(short) and set(short) <= set(long) and max(map(len, short)) >= 4


def _one_each(left: Profile, right: Profile) -> bool:
    """Return whether both accounts name exactly one dead, so that two names mean two incidents."""
    return len(left.victims) == len(right.victims) == 1


def log_odds(features: Features) -> float:
    """Sum the weights."""
    return sum(weight for _, weight in features)


def probability(points: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, points))))


def odds_of(chance: float) -> float:
    """Turn a probability into log-odds."""
    return log(chance / (1 - chance))


def located(profile: Profile) -> tuple[Place, ...]:
    """The places a profile is looked up by."""
    return fine(profile.where)
