"""How a mention's time, place and counts compare with those of an account of the same report, by name of feature.

Two things enter, the mentions gathered so far and one more; names of features leave (``vocab/matching.yaml``, ``within``).
"""

import re
from collections.abc import Sequence

from trucewatch.matching.account import gathered_places, leading_time
from trucewatch.matching.extents import compare_counts, compare_places, compare_times, length
from trucewatch.matching.mentions import Mention
from trucewatch.records.extent import Place


def extents_of(mentions: Sequence[Mention], mention: Mention) -> list[str]:
    """Name how time, place and counts compare."""
    time = compare_times(leading_time(mentions), mention.when)
    if not mention.founds and mention.when and length(mention.when) > MONTH:
        time = None  # a year that a court, a report or a memory gave
    sources = {mention.sentence, mention.dated_by, mention.placed_by}
    beside = [other for other in mentions if other.result and other.sentence in sources and other.start < mention.start]
    later = any(rule(mentions, mention) for rule in (follows, _counts_again, _found_later))
    later = later or any(other.when == mention.when for other in beside)
    if time in APART and (later or mention.adrift or mention.headline):
        time = None
    if time == "day_beside" and _another_day(mentions, mention):
        time = "another_day"
    if time in APART and _passed_over(mentions, mention, mention.dated_by):
        time = None
    where = gathered_places(mentions)
    place = compare_places(where, mention.where)
    if place in _ELSEWHERE and (mention.adrift or mention.headline or any(other.where == mention.where for other in beside)):
        place = None
    if place == "place_doubtful" and any(other.sentence == mention.sentence and other.actors & mention.actors for other in mentions):
        place = None  # who stopped a train near a city and robbed it at a hamlet did so at one place
    if place in _ELSEWHERE and mention.aside and time not in {*APART, "another_day"}:
        place = None
    if place != "place_same" and _other_region(where, mention.where):
        place = "region_unlike"
    if place in _ELSEWHERE and _passed_over(mentions, mention, mention.placed_by):
        place = None
    moved = _moved(mentions, mention)
    if place in _ELSEWHERE and moved:
        place = None
    counts = [
        compare_counts([count for other in mentions if one_voice(other, mention) for count in other.of(metric)], mention.of(metric))
        for metric in ("killed", "injured", "detained", "displaced")
    ]
    if moved and mention.word in _DYING:
        counts = []  # one of the wounded who died later is no other toll
    return [feature for feature in (time, place, *counts) if feature]


MONTH = 31
_DIES_WITHIN = 30
_ELSEWHERE = frozenset({"place_unlike", "place_far", "place_doubtful", "place_near"})


_DYING = frozenset({"died", "dies", "succumbed"})


def _moved(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether a place only says where people got to: the refuge of those who fled, the hospital where one wounded died."""
    near = any(abs(mention.paragraph - other.paragraph) <= 1 for other in mentions)
    if not near or mention.opens:
        return False
    if mention.event.type == "displacement":
        return True
    later = mention.when is not None and follows(mentions, mention) and compare_times(leading_time(mentions), mention.when) in APART
    return later and mention.word in _DYING


APART = frozenset({"day_beside", "days_apart", "far_apart"})


def follows(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether one tells of a death or find within weeks of the other's event: the wounded die and the dead are found later."""
    own, other = mention.when, leading_time(mentions)
    if not own or not other or not own.earliest or not other.earliest:
        return False
    if mention.result:
        return 0 <= (own.earliest - other.earliest).days <= _DIES_WITHIN
    return all(one.result for one in mentions) and 0 <= (other.earliest - own.earliest).days <= _DIES_WITHIN


def _passed_over(mentions: Sequence[Mention], mention: Mention, source: int | None) -> bool:
    """Return whether a time or place comes from a sentence before which the account had not ended: then it may be another event's."""
    last = max((other.sentence for other in mentions if other.start < mention.start), default=-1)
    return source is not None and source != mention.sentence and source <= last


def _another_day(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether a mention's own sentence gives the day beside: a night has two, and a death or a find comes after."""
    other = leading_time(mentions)
    if not mention.dated or mention.result or not mention.when or not other or max(length(mention.when), length(other)) > 1:
        return False
    return not any(_NIGHT.search(when.text) for when in (mention.when, other))


_NIGHT = re.compile(r"\b(?:night|overnight|midnight|early|late|dawn|evening)\b", re.IGNORECASE)


def _counts_again(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether a mention only says how many dead there were, on a later day and nowhere else: the day is when somebody counted."""
    own, other = mention.when, leading_time(mentions)
    if not mention.counting or not own or not other or not own.earliest or not other.earliest:
        return False
    return own.earliest >= other.earliest and not (
        mention.placed and compare_places(gathered_places(mentions), mention.where) in _ELSEWHERE
    )


def _found_later(mentions: Sequence[Mention], mention: Mention) -> bool:
    """Return whether a mention tells of the dead found or dug up, however long after, and nowhere else."""
    own, other = mention.when, leading_time(mentions)
    if mention.event.type != "discovery of bodies" or not own or not other or not own.earliest or not other.earliest:
        return False
    return own.earliest >= other.earliest and compare_places(gathered_places(mentions), mention.where) not in _ELSEWHERE


def _other_region(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Return whether both name districts, or both provinces, and none in common."""
    for rank in ("admin2", "admin1"):
        names = [{place.key for place in places if place.precision == rank} for places in (left, right)]
        if all(names) and not names[0] & names[1]:
            return True
    return False


def one_voice(left: Mention, right: Mention) -> bool:
    """Return whether both mentions are one statement's words or the narrator's: accounts of different speakers may differ."""
    return left.claim.statement == right.claim.statement or not (left.claim.statement and right.claim.statement)
