"""Reports that tell of no incident → the incident that their words, names and places are about.

A report of a funeral, a trial or an accident, or a page of which little but the heading is left, may tell of no event that was read. It is
laid beside the incident its text is most like, with the features that say so. It adds nothing to the incident: no claim, no outlet, no
origin.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from trucewatch.matching.candidates import Card, Pair
from trucewatch.matching.features import Features, Profile, log_odds, odds_of, probability, texts, weighed
from trucewatch.matching.rules import Rules
from trucewatch.records.analysis import Related


@dataclass(frozen=True, slots=True)
class Note:
    """A report that tells of no incident: what it is compared by, and its card."""

    profile: Profile
    card: Card


def related(
    pairs: Iterable[Pair], notes: Mapping[str, Note], home: Mapping[str, str], profile: Callable[[str], Profile], rules: Rules
) -> tuple[Related, ...]:
    """Lay each report of ``notes`` beside one incident at most.

    ``pairs`` are alike in words; ``home`` names the incident of each account.
    """
    found = []
    for document, told in sorted(_by_report(pairs, notes, home).items()):
        likely: dict[str, list[tuple[float, str, Features]]] = {}
        for account in sorted(told):
            features = _features(notes[document].profile, profile(account), rules)
            likely.setdefault(home[account], []).append((log_odds(features), account, features))
        odds = {incident: sum(points for points, _, _ in scored) / len(scored) for incident, scored in likely.items()}
        best = max(sorted(odds), key=lambda incident: odds[incident])
        if odds[best] >= odds_of(rules.join):
            found.append(Related(document, best, round(probability(odds[best]), 4), max(likely[best])[2]))
    return tuple(found)


def _by_report(pairs: Iterable[Pair], notes: Mapping[str, Note], home: Mapping[str, str]) -> Mapping[str, set[str]]:
    """The accounts that each report is worth comparing with."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        for report, account in _both_ways(pair):
            if report in notes and account in home:
                found.setdefault(report, set()).add(account)
    return found


def _both_ways(pair: Pair) -> Iterator[Pair]:
    yield pair
    yield pair[1], pair[0]


def _features(note: Profile, account: Profile, rules: Rules) -> Features:
    """The features of a report and an account: of their texts alone, since the report says neither when nor where."""
    return weighed(["prior", "both_main", "time_open", *texts(note, account, copied=False, apart=False)], rules)
