"""Planned presence, patrols and restrictions → how much of what was planned could be seen, 0 to 1 (DOMAIN section 6).

The unit is a place-day: one planned place on one day. A patrol that got there sees it; delay, conditions, an imposed escort and jamming
halve what it sees; denial, threat and fire leave nothing, as does a patrol that was never made.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from trucewatch.records.compliance import Happening, Observability
from trucewatch.records.mission import Patrol, Restriction
from trucewatch.records.names import place_key
from trucewatch.records.plan import Period, Plan
from trucewatch.records.terms import AccessKind

LEFT: Mapping[AccessKind, float] = {
    "delay": 0.5, "condition": 0.5, "escort": 0.5, "jamming": 0.5, "denial": 0.0, "threat": 0.0, "fire": 0.0,
}  # fmt: skip
"""How much of a place-day is left to see under a restriction of each kind."""
_ONE = timedelta(days=1)

type Spot = tuple[str, date]


class Presence:
    """Planned place-days with what could be seen of each. Fewer patrols, or more restrictions, never see more."""

    def __init__(
        self, plan: Plan, patrols: Iterable[Patrol] = (), restrictions: Iterable[Restriction] = (), access: Iterable[Happening] = ()
    ) -> None:
        self._patrols: dict[Spot, list[Patrol]] = {}
        self._planned: dict[date, dict[str, None]] = {}
        for presence in plan.presence:
            for day in _days(presence.start, presence.end):
                self._planned.setdefault(day, {})[place_key(presence.place)] = None
        for patrol in patrols:
            key = place_key(patrol.place)
            self._patrols.setdefault((key, patrol.day), []).append(patrol)
            if patrol.planned:
                self._planned.setdefault(patrol.day, {})[key] = None
        self._by_patrol: dict[str, list[tuple[str, AccessKind]]] = {}
        self._by_spot: dict[Spot, list[tuple[str, AccessKind]]] = {}
        for each in restrictions:
            if each.patrol:
                self._by_patrol.setdefault(each.patrol, []).append((each.id, each.kind))
            else:
                self._by_spot.setdefault((place_key(each.place), each.day), []).append((each.id, each.kind))
        for happening in access:
            # What reports tell of hindered observers counts beside what the mission recorded of that place and day.
            told = happening.source in {"incident", "access claim"}
            if told and happening.access and happening.start and happening.start == happening.end:
                for key in happening.place_keys:
                    self._by_spot.setdefault((key, happening.start), []).append((happening.ref, happening.access))

    def over(self, period: Period, places: Iterable[str] = ()) -> Observability:
        """Return the observability of a period, over the plan's places or over ``places`` alone."""
        wanted = {place_key(place) for place in places}
        planned, seen = 0, 0.0
        patrols: list[str] = []
        blocked: list[str] = []
        for day in _days(period.start, period.end):
            for key in self._planned.get(day, ()):
                if wanted and key not in wanted:
                    continue
                planned += 1
                part, made, against = self._spot((key, day))
                seen += part
                patrols += made
                blocked += against
        share = round(seen / planned, 4) if planned else None
        return Observability(share, planned, seen, tuple(dict.fromkeys(patrols)), tuple(dict.fromkeys(blocked)))

    def _spot(self, spot: Spot) -> tuple[float, list[str], list[str]]:
        """The share of one place-day that was seen, the patrols that saw some of it, and what stood in the way."""
        best = 0.0
        made: list[str] = []
        common = self._by_spot.get(spot, [])
        against = [ref for ref, _kind in common]
        for patrol in self._patrols.get(spot, ()):
            own = [*common, *self._by_patrol.get(patrol.id, ())]
            against += [ref for ref, _kind in self._by_patrol.get(patrol.id, ())]
            left = min((LEFT[kind] for _ref, kind in own), default=1.0)
            if not (patrol.made and patrol.reached):
                against.append(patrol.id)
                continue
            # It did get there: what is reported of others' denial at that place cannot leave it nothing.
            left = max(left, 0.5) if common and not self._by_patrol.get(patrol.id) else left
            if left > 0:
                made.append(patrol.id)
            best = max(best, left)
        return best, made, against


def _days(start: date, end: date) -> Iterator[date]:
    day = start
    while day <= end:
        yield day
        day += _ONE
