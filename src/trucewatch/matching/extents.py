"""Compare extents: two times, two sets of places, two counts; each comparison gives the name of a feature, or None."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from math import asin, cos, radians, sin, sqrt

from trucewatch.records.extent import Count, Place, When
from trucewatch.records.names import fold, same_place

_EARTH_KM = 6371.0
_NEAR_KM = 10.0
_FAR_KM = 50.0
_LARGE = 10
"""Two reports rarely give one number from here on by chance."""


def gap(left: When, right: When) -> int:
    """Return the days between two known intervals: 0 where they share a day."""
    if not (left.earliest and left.latest and right.earliest and right.latest):
        raise ValueError("a gap needs two known intervals")
    if left.latest < right.earliest:
        return (right.earliest - left.latest).days
    return max(0, (left.earliest - right.latest).days)


def length(when: When) -> int:
    """Return how many days a known interval spans, at least 1."""
    return (when.latest - when.earliest).days + 1 if when.earliest and when.latest else 0


def compare_times(left: When | None, right: When | None) -> str | None:
    """Name how two times compare; None where one is not known."""
    if left is None or right is None or not left.known or not right.known:
        return None
    days = gap(left, right)
    longer = max(length(left), length(right))
    if days == 0:
        return "same_day" if longer == 1 else "days_overlap" if longer <= 8 else "long_overlap"
    if days == 1:
        return "day_beside"
    return "days_apart" if days <= 3 else "far_apart"


def compare_published(left: date | None, right: date | None) -> str | None:
    """Name how two publication dates compare."""
    if left is None or right is None:
        return None
    days = abs((left - right).days)
    return next((name for most, name in _PUBLISHED if days <= most), "published_years")


_PUBLISHED = (
    (0, "published_same"),
    (2, "published_2"),
    (7, "published_7"),
    (30, "published_30"),
    (120, "published_120"),
    (365, "published_365"),
)


def kilometres(left: Place, right: Place) -> float | None:
    """Return the great-circle distance of two located places, or None."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    phi, psi = radians(left.lat), radians(right.lat)
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(right.lon - left.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def fine(places: Iterable[Place]) -> tuple[Place, ...]:
    """Keep the places that are no region or country."""
    return tuple(place for place in places if place.precision not in {"admin2", "admin1", "country"})


def one_place(left: Place, right: Place) -> bool:
    """Return whether two mentions name one place: same key or spelling, and not far apart where both are located."""
    if left.country and right.country and left.country != right.country:
        return False
    if left.key != right.key and not same_place(left.name, right.name):
        return False
    away = kilometres(left, right)
    return away is None or away < 5 * _NEAR_KM


def compare_places(left: Sequence[Place], right: Sequence[Place]) -> str | None:
    """Name how two sets of places compare; None where one is empty or nothing follows."""
    if not left or not right:
        return None
    fine_left, fine_right = fine(left), fine(right)
    countries = {place.country for place in left if place.country}, {place.country for place in right if place.country}
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return "country_unlike"
    if any(one_place(one, other) for one in fine_left for other in fine_right):
        return "place_same"
    if not fine_left or not fine_right:
        return "place_inside" if _share_region(left, right) else None
    away = [km for one in fine_left for other in fine_right if (km := kilometres(one, other)) is not None]
    if away and min(away) <= _NEAR_KM:
        return "place_near"
    if away and min(away) > _FAR_KM:
        return "place_far"
    if any(_names_within(one.name, other.name) for one in fine_left for other in fine_right):
        return "place_inside"
    return "place_doubtful" if any(_may_hold(one, other) for one in fine_left for other in fine_right) else "place_unlike"


def _names_within(left: str, right: str) -> bool:
    """Return whether one name stands inside the other ("Humboldt Park", "Humboldt Park neighbourhood")."""
    short, long = sorted((fold(left).split(), fold(right).split()), key=len)
    return bool(short) and len("".join(short)) >= 4 and set(short) <= set(long)


def _may_hold(left: Place, right: Place) -> bool:
    """Return whether one may be a quarter, street or site in the other: a city beside a name the gazetteer does not place, or a site."""
    if any(_SITE.search(place.name) for place in (left, right)):
        return True
    city, part = (left, right) if left.lat is not None else (right, left)
    population = max((candidate.population for candidate in city.candidates[:1]), default=0)
    return city.lat is not None and part.lat is None and population >= _CITY


_CITY = 200_000
_SITE = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd|highway|block|school|hospital|park|square|bridge|market|station|airport|"
    r"university|college|church|mosque|neighbou?rhood|district|quarter|suburb)\b",
    re.IGNORECASE,
)


def _share_region(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Return whether the two name a region or country in common, or one lies in the other's."""
    names = {place.key for place in left} & {place.key for place in right}
    regions = {place.admin1 for place in left if place.admin1} & {place.admin1 for place in right if place.admin1}
    countries = {place.country for place in left if place.country} & {place.country for place in right if place.country}
    return bool(names or regions or countries)


def compare_counts(left: Sequence[Count], right: Sequence[Count]) -> str | None:
    """Name how counts of one metric compare; the most agreeable pair decides."""
    if not left or not right:
        return None
    equal = [one.low for one in left for other in right if one == other and one.exact]
    if equal:
        return "count_equal_large" if max(equal) >= _LARGE else "count_equal"
    if any(overlap(one, other) for one in left for other in right):
        return "count_reconcilable"
    return "count_irreconcilable"


def overlap(left: Count, right: Count) -> bool:
    """Return whether one number may satisfy both counts."""
    return (right.high is None or left.low <= right.high) and (left.high is None or right.low <= left.high)
