"""Accounts → profiles, and two profiles → the features that decide whether they tell of one incident, each with its weight."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log

from trucewatch.matching.account import Account
from trucewatch.matching.extents import compare_counts, compare_places, compare_published, compare_times, fine, length
from trucewatch.matching.likeness import Traits, alike
from trucewatch.matching.rules import Rules
from trucewatch.records.capture import Document
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.terms import Metric, Stage

type Features = tuple[tuple[str, float], ...]

_METRICS: tuple[Metric, ...] = ("killed", "injured", "detained", "displaced")
_REPORTED_WITHIN = 7
"""Where a report leaves the time open, its event is looked for in the week before publication."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one account, or a cluster of accounts, is compared by. ``firm``: it opens with its time."""

    id: str
    documents: frozenset[str]
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
    placed: bool = True
    targets: frozenset[str] = frozenset()
    traits: Traits | None = None
    size: int = 1

    @classmethod
    def of(cls, account: Account, document: Document, utterances: frozenset[int], traits: Traits | None = None) -> "Profile":
        """Fold an account into what is compared. ``traits`` of the text stand for the account most is said of."""
        when = account.when
        return cls(
            id=account.id,
            documents=frozenset({account.document}),
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
            placed=account.placed,
            targets=account.targets,
            traits=traits if account.first else None,
        )

    @classmethod
    def of_report(cls, document: Document, utterances: frozenset[int], traits: Traits) -> "Profile":
        """What a report that tells of no incident is compared by: its text."""
        return cls(
            id=document.id, documents=frozenset({document.id}), published=document.published, type="other", stage="accomplished", when=None,
            where=(), counts=(), victims=frozenset(), actors=frozenset(), utterances=utterances, main=True, background=False, opens=False,
            claims=(), traits=traits,
        )  # fmt: skip

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
    """Return the features of a pair of accounts with their weights, the prior first. Symmetric in its arguments."""
    found = extents(left, right, rules)
    return weighed(["prior", *found, *texts(left, right, copied=copied, apart=bool(APART.intersection(found)))], rules)


def weighed(names: Iterable[str], rules: Rules) -> Features:
    """Put each feature's weight beside it; what has none decides nothing."""
    return tuple(
        (name, rules.bias if name == "prior" else rules.weights[name])
        for name in dict.fromkeys(names)
        if name == "prior" or name in rules.weights
    )


def extents(left: Profile, right: Profile, rules: Rules) -> list[str]:
    """Name how two profiles compare in kind, time, place, numbers and people."""
    found = ["both_main"] if left.main and right.main else []
    shared = len(left.documents & right.documents)
    if shared:
        found.append("same_report" if 2 * shared >= min(len(left.documents), len(right.documents)) else "some_reports")
    found.append(f"type_{rules.kinship(left.type, right.type)}")
    if left.stage != right.stage:
        found.append("stage_unlike")
    time = compare_times(left.when, right.when)
    if time in {"days_apart", "far_apart"} and not (left.firm and right.firm):
        time = "time_doubtful"
    place = compare_places(left.where, right.where)
    if place in {"place_unlike", "place_far"} and not (left.placed and right.placed):
        place = "place_doubtful"
    if place in {None, "place_inside"} and _hits(left, right):
        place = "place_same"
    found += [time or "time_open", place or ""]
    found += [compare_counts(left.of_metric(metric), right.of_metric(metric)) or "" for metric in _METRICS[:2]]
    found += _names(left, right)
    if left.background != right.background:
        found.append("one_background")
    if left.opens and right.opens:
        found.append("new_event_words")
    return found


def _hits(left: Profile, right: Profile) -> bool:
    """Return whether what one says was attacked is where the other says it happened ("attacked Karim", "in Karim")."""
    here, there = ({place.key for place in located(one)} for one in (left, right))
    return bool(left.targets & there or right.targets & here)


def texts(left: Profile, right: Profile, *, copied: bool, apart: bool) -> list[str]:
    """Name how the reports of two accounts compare: days of publication, utterances, and words where both are their reports' first.

    ``apart``: days or places are known to differ; then only copies are compared.
    """
    if (apart and not copied) or left.documents & right.documents:
        return []  # one report has one day of publication and one set of utterances, whatever it tells
    found = [compare_published(left.published, right.published) or ""]
    if left.utterances & right.utterances:
        found.append("utterance_same")
    if copied and left.main == right.main:
        found.append("text_copy")
    if left.traits and right.traits:
        found += alike(left.traits, right.traits)
        if _LATER.intersection(found) and _KNOWN.intersection(found):
            found.append("later_known")
    return found


def merge(left: Profile, right: Profile) -> Profile:
    """Return what a cluster of both is compared by: what one leaves open the other may say. Texts are compared account by account."""
    first, second = sorted((left, right), key=lambda profile: profile.id)
    timed = sorted((one for one in (first, second) if one.when), key=lambda one: (not one.firm, length(one.when) if one.when else 0))
    places = {place.key: place for place in (*first.where, *second.where)}
    counts = {metric: tuple(dict.fromkeys((*first.of_metric(metric), *second.of_metric(metric)))) for metric in _METRICS}
    return Profile(
        id=first.id,
        documents=first.documents | second.documents,
        published=min((day for day in (first.published, second.published) if day), default=None),
        type=first.type if first.size >= second.size else second.type,
        stage=first.stage if first.size >= second.size else second.stage,
        when=timed[0].when if timed else None,
        where=tuple(places[key] for key in sorted(places)),
        counts=tuple((metric, found) for metric, found in counts.items() if found),
        victims=first.victims | second.victims,
        actors=first.actors | second.actors,
        utterances=frozenset(),
        main=first.main or second.main,
        background=first.background and second.background,
        opens=first.opens and second.opens,
        claims=(),
        firm=timed[0].firm if timed else False,
        placed=first.placed or second.placed,
        targets=first.targets | second.targets,
        size=first.size + second.size,
    )


_LATER = frozenset({"published_30", "published_120", "published_365", "published_years"})
_KNOWN = frozenset({"full_names", "person_shared", "persons_shared", "ages_shared", "road_shared", "roads_shared"})
"""A report of a hearing or a trial comes months later, and names the people and the road again."""

APART = frozenset({"days_apart", "far_apart", "country_unlike", "place_far"})
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
