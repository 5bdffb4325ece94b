"""Happenings × a plan's indicators → which happening bears on which commitment. General code: what counts is data in the plan."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from trucewatch.plan.parties import Parties
from trucewatch.plan.words import mentions
from trucewatch.records.compliance import Happening
from trucewatch.records.names import place_key
from trucewatch.records.plan import Commitment, Indicator, Period

_WEEK = timedelta(days=6)


class Evidence:
    """Happenings by what indicators ask for, so that a commitment looks only at those that may concern it."""

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self.happenings = happenings
        self._by: dict[tuple[str, str], list[int]] = {}
        for at, each in enumerate(happenings):
            named = ("type", each.type), ("family", each.family), ("access", each.access), ("commitment", each.commitment)
            for key in ((what, word) for what, word in named if word):
                self._by.setdefault(key, []).append(at)

    def on(self, commitment: Commitment, parties: Parties) -> tuple[tuple[Happening, Indicator], ...]:
        """Return what bears on a commitment, each with the first indicator it meets, in order of day.

        A violation counts before an implementation. A record that names the commitment and how far it was kept needs no indicator.
        """
        found: dict[int, tuple[Happening, Indicator]] = {}
        obligors = parties.obligors(commitment.obligor)
        for indicator in commitment.indicators:
            for at in self._candidates(indicator):
                each = self.happenings[at]
                if at not in found and meets(each, indicator, commitment, obligors):
                    found[at] = (each, indicator)
        for at in self._by.get(("commitment", commitment.id), ()):
            each = self.happenings[at]
            if at not in found and (each.level is not None or each.total):
                found[at] = (each, Indicator("implementation", "recorded by the mission for this commitment"))
        return tuple(found[at] for at in sorted(found))

    def _candidates(self, indicator: Indicator) -> list[int]:
        wanted: list[tuple[str, str]] = [("type", word) for word in (*indicator.incidents, *indicator.records)]
        wanted += [("family", word) for word in indicator.families] + [("access", word) for word in indicator.access]
        return sorted({at for key in wanted for at in self._by.get(key, ())})


def meets(happening: Happening, indicator: Indicator, commitment: Commitment, obligors: frozenset[str]) -> bool:
    """Return whether a happening meets an indicator: its kind, its targets, its weapons, its places, and whose deed it is."""
    # A record made for another commitment is no evidence on this one.
    if happening.commitment and happening.commitment != commitment.id:
        return False
    if not _kind(happening, indicator):
        return False
    if indicator.targets and not mentions(indicator.targets, happening.targets):
        return False
    if indicator.weapons and not mentions(indicator.weapons, happening.weapons):
        return False
    places = (*indicator.places, *commitment.places)
    if places and not {place_key(place) for place in places} & set(happening.place_keys):
        return False
    return indicator.by == "any" or indicator.effect != "violation" or _obligors_deed(happening, obligors)


def _kind(happening: Happening, indicator: Indicator) -> bool:
    if happening.source == "observation" and happening.type in indicator.records:
        return True
    if happening.type in indicator.incidents or (happening.family is not None and happening.family in indicator.families):
        return True
    return happening.access is not None and happening.access in indicator.access


def _obligors_deed(happening: Happening, obligors: frozenset[str]) -> bool:
    """Whether an obligor did it, is said to have done it, or nobody who is a party is said to have: not where only others are accused."""
    if happening.charged:
        return bool(obligors & set(happening.charged))
    accused = {each.party for each in happening.allegations if each.asserted_by or each.implied_by or each.found_by}
    return not accused or bool(obligors & accused) or None in accused


def assign(happenings: Iterable[Happening], periods: Sequence[Period]) -> Mapping[str, Period]:
    """Return the period of each happening by reference: the one that holds its whole interval of days.

    An interval of up to a week that straddles two periods belongs to the one it begins in; a longer one, or an unknown day, to none.
    """
    by_day = {}
    found = {}
    for period in periods:
        day = period.start
        while day <= period.end:
            by_day[day] = period
            day += timedelta(days=1)
    for each in happenings:
        if each.start is None or each.end is None:
            continue
        home = by_day.get(each.start)
        if home is not None and (each.end <= home.end or each.end - each.start <= _WEEK):
            found[each.ref] = home
    return found
