"""Likenesses and decisions → which pictures are one, what is attached to an incident, and why an attached picture may be of something else.

A picture is attached by a person. Detaching it, or finding that it is from another war, never refutes the incident (DOMAIN section 5).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import asin, cos, radians, sin, sqrt

from trucewatch.records.analysis import Incident
from trucewatch.records.capture import Item
from trucewatch.records.decision import Decision, about_pictures, standing
from trucewatch.records.extent import Place, When
from trucewatch.records.identity import identify
from trucewatch.records.pictures import Likeness, PictureDoubt, PictureLink

_DAYS = 1
"""Days by which zones and late hours may move a date."""
_FAR_KM = 50
_EARTH_KM = 6371.0
_TAKEN = ("DateTimeOriginal", "DateTimeDigitized", "DateTime")


@dataclass(frozen=True, slots=True)
class Exhibits:
    """What people attached to an incident and what they detached, each with the decision, in the order decided."""

    attached: Mapping[str, Decision]
    detached: Mapping[str, Decision]


def links_of(likenesses: Mapping[str, Sequence[Likeness]], decisions: Sequence[Decision], order: Sequence[str]) -> tuple[PictureLink, ...]:
    """Return the likenesses with what people decided of each, and the pairs that only a person named. ``order``: items as captured."""
    rank = {name: at for at, name in enumerate(order)}
    decided: dict[tuple[str, str], Decision] = {}
    for decision in standing(decisions):
        if about_pictures(decision):
            first, *others = decision.subjects
            decided |= {_ends(first, other, rank): decision for other in others if {first, other} <= set(rank) and first != other}
    found = {(each.later, each.earlier): PictureLink(each) for some in likenesses.values() for each in some}
    for ends, decision in decided.items():
        known = found[ends].likeness if ends in found else Likeness(*ends, "a person", None, "not known")
        if ends in found or decision.verb == "accept":
            found[ends] = PictureLink(known, "accepted" if decision.verb == "accept" else "rejected", decision.id)
    return tuple(found[ends] for ends in sorted(found, key=lambda ends: (rank[ends[0]], _order(found[ends]), rank[ends[1]])))


def _ends(one: str, other: str, rank: Mapping[str, int]) -> tuple[str, str]:
    """The later item, then the earlier."""
    return (one, other) if rank.get(one, 0) > rank.get(other, 0) else (other, one)


def _order(link: PictureLink) -> int:
    return ("accepted", "suggested", "rejected").index(link.state)


def exhibits_of(incident: Incident, decisions: Iterable[Decision]) -> Exhibits:
    """Return what is attached to an incident and what was detached from it. Decisions name it by any id it had, or by a claim of it."""
    names = {incident.id, *incident.claims, *(identify("i", claim) for claim in incident.claims)}
    attached: dict[str, Decision] = {}
    detached: dict[str, Decision] = {}
    for decision in standing(decisions):
        if decision.verb in {"attach", "detach"} and decision.value("incident") in names:
            into, out_of = (attached, detached) if decision.verb == "attach" else (detached, attached)
            for subject in decision.subjects:
                out_of.pop(subject, None)
                into[subject] = decision
    return Exhibits(attached, detached)


def doubts_of(
    incidents: Sequence[Incident], items: Sequence[Item], links: Sequence[PictureLink], decisions: Sequence[Decision]
) -> tuple[PictureDoubt, ...]:
    """Return why pictures attached to incidents may be of something else: they, or a picture that is the same, were published before it,
    say that they were taken before it, or are attached to an incident of another time or place."""
    known = {item.id: item for item in items}
    held = {incident.id: (incident, exhibits_of(incident, decisions).attached) for incident in incidents}
    homes: dict[str, list[Incident]] = {}
    for incident, attached in held.values():
        for exhibit in attached:
            homes.setdefault(exhibit, []).append(incident)
    return tuple(
        doubt
        for incident, attached in held.values()
        for exhibit in attached
        if exhibit in known
        for other, certain in _same(exhibit, links).items()
        if other in known
        for doubt in _doubts(incident, exhibit, known[other], homes.get(other, ()), certain=certain)
    )


def _same(picture: str, links: Sequence[PictureLink]) -> dict[str, bool]:
    """The pictures that are or may be the same, itself first; True where people accepted every step that leads there."""
    beside: dict[str, list[tuple[str, bool]]] = {}
    for link in links:
        if link.state != "rejected":
            later, earlier = link.ends
            beside.setdefault(later, []).append((earlier, link.state == "accepted"))
            beside.setdefault(earlier, []).append((later, link.state == "accepted"))
    apart = {end for link in links if link.state == "rejected" and picture in link.ends for end in link.ends} - {picture}
    found = {picture: True}
    for accepted_only in (True, False):
        reached = list(found)
        while reached:
            for other, accepted in beside.get(reached.pop(0), ()):
                if other not in found and other not in apart and (accepted or not accepted_only):
                    found[other] = accepted_only
                    reached.append(other)
    return found


def _doubts(incident: Incident, exhibit: str, other: Item, homes: Iterable[Incident], *, certain: bool) -> Iterator[PictureDoubt]:
    begun = incident.when.earliest if incident.when else None
    if begun and other.published and (begun - other.published).days > _DAYS:
        yield PictureDoubt(incident.id, exhibit, other.id, "published before", other.published, certain=certain)
    elif begun and (day := taken(other)) and (begun - day).days > _DAYS:
        yield PictureDoubt(incident.id, exhibit, other.id, "taken before", day, certain=certain)
    for home in homes:
        if home.id == incident.id:
            continue
        if _another_time(incident.when, home.when):
            yield PictureDoubt(incident.id, exhibit, other.id, "another time", elsewhere=home.id, certain=certain)
        elif _another_place(incident.where, home.where):
            yield PictureDoubt(incident.id, exhibit, other.id, "another place", elsewhere=home.id, certain=certain)


def taken(item: Item) -> date | None:
    """Return the day on which a picture says it was taken (EXIF): recorded, never trusted."""
    fields = dict(item.exif)
    for name in _TAKEN:
        try:
            return datetime.strptime(fields.get(name, "")[:10], "%Y:%m:%d").date()  # noqa: DTZ007 - EXIF has no zone, and only the day is used
        except ValueError:
            continue
    return None


def _another_time(one: When | None, other: When | None) -> bool:
    """Whether two known times lie more than a day apart."""
    if not (one and other and one.earliest and one.latest and other.earliest and other.latest):
        return False
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days) > _DAYS


def _another_place(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether two sets of places are known to be of other countries, or far apart."""
    countries = [{place.country for place in places if place.country} for places in (one, other)]
    if all(countries) and not countries[0] & countries[1]:
        return True
    near = [_distance(left, right) for left in one for right in other]
    known = [each for each in near if each is not None]
    return bool(known) and len(known) == len(near) and min(known) > _FAR_KM


def _distance(one: Place, other: Place) -> float | None:
    """Kilometres between two places, None where a position is not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    part = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(part))
