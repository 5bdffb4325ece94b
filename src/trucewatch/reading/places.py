"""Parse and gazetteer → the places the text names, one record for each name with every mention's span.

What a name means is decided by the text: countries mentioned, a country or region named right after it, other places. A
name that nothing decides stays a place without country and coordinates.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log10

from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.nameruns import Mention
from trucewatch.reading.parse import Parse
from trucewatch.reading.placenames import find_mentions
from trucewatch.reading.placewords import place_words
from trucewatch.records.extent import Candidate, Place
from trucewatch.records.names import fold, place_key
from trucewatch.records.span import Span
from trucewatch.records.terms import PlacePrecision


def find_places(parse: Parse, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places named in the text, in the order of their first mention."""
    mentions = find_mentions(parse, gazetteer)
    votes = _votes(parse, gazetteer, mentions)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(place_key(mention.name), []).append(mention)
    beside = _named_beside(parse, gazetteer, mentions)
    regions = {key for key, group in groups.items() if any(mention.kind == "admin1" for mention in group)}
    return tuple(_resolve(parse, gazetteer, key, group, votes, beside, regions - {key}) for key, group in groups.items())


def _votes(parse: Parse, gazetteer: Gazetteer, mentions: Sequence[Mention]) -> Counter[str]:
    """Count what speaks for each country: its name, the words for its people, cities that lie in one country only."""
    votes: Counter[str] = Counter()
    for word, places in parse.word_places.items():
        code = gazetteer.people.get(word)
        if code:
            votes[code] += 2 * len(places)
    for line in parse.datelines:
        first = re.split(r"[,(\u2014\u2013]| -", parse.words(line))[0].strip()
        sent_from = gazetteer.exact(first)
        if sent_from and sent_from[0].country:
            votes[sent_from[0].country] += 2
    for mention in mentions:
        code = gazetteer.country(mention.name) or place_words().areas.get(fold(mention.name))
        if code:
            votes[code] += 3 if mention.located else 2
            continue
        homes = {c.country for c in gazetteer.exact(mention.name) if c.country}
        if len(homes) == 1 and mention.located:
            votes[homes.pop()] += 1
    return votes


def _named_beside(parse: Parse, gazetteer: Gazetteer, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return, by place key, the country that stands right after a name: "Binsh near Idlib, Syria", "Houla in Syria"."""
    beside: dict[str, str] = {}
    for mention, after in pairwise(mentions):
        code = gazetteer.country(after.name) or place_words().areas.get(fold(after.name))
        gap = parse.lower[mention.end : after.start]
        if code and (gap in ((",",), (",", "in"), ("in",), ("in", "the")) or ("," in gap[:1] and len(gap) <= 3)):
            beside.setdefault(place_key(mention.name), code)
    for mention, after in reversed(list(pairwise(mentions))):
        key = place_key(after.name)
        if key in beside and parse.lower[mention.end : after.start] in (("near",), (",",), (",", "near"), ("in",), (",", "in")):
            beside.setdefault(place_key(mention.name), beside[key])
    return beside


def _theatre(votes: Counter[str]) -> str | None:
    """Return the country the text is about: the one that leads the others by two to one and has two fifths of all votes."""
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= 2 * second and ranked[0][1] * 5 >= 2 * votes.total() else None


def _resolve(
    parse: Parse,
    gazetteer: Gazetteer,
    key: str,
    group: Sequence[Mention],
    votes: Counter[str],
    beside: dict[str, str],
    regions: set[str],
) -> Place:
    """Return the place a name's mentions mean, with what the gazetteer and the text decide."""
    name = group[0].name
    spans = tuple(parse.span(m.start, m.end) for m in group)
    kind: PlacePrecision = next((m.kind for m in group if m.kind != "place"), "place")
    code = gazetteer.country(name)
    if code:
        return Place(name, key, country=code, precision="country", spans=spans)
    area = place_words().areas
    if fold(name) in area:
        return Place(name, key, country=area[fold(name)], admin1=None, precision="admin1", spans=spans)
    near = beside.get(key)
    theatre = _theatre(votes)
    countries = [near] if near else [c for c, n in votes.most_common(2) if n >= 2]
    candidates = gazetteer.lookup(name, countries)
    ranked = tuple(sorted(candidates, key=lambda c: -_weight(c, near, votes)))
    sure = ranked if gazetteer.bears(name) else tuple(c for c in ranked if gazetteer.spelt(c, key))
    chosen = _choose(key, sure, near, votes, regions)
    if chosen is None:
        country = near or (theatre if not candidates or any(c.country == theatre for c in candidates) else None)
        return Place(name, key, country=country, precision=kind, spans=spans, candidates=ranked)
    return _placed(name, key, chosen, kind, spans, ranked)


def _placed(name: str, key: str, chosen: Candidate, kind: PlacePrecision, spans: tuple[Span, ...], ranked: tuple[Candidate, ...]) -> Place:
    """Return a place that was decided. Of a region the city of its name gives the country, not the point."""
    if kind in ("admin1", "admin2"):
        admin1 = name if kind == "admin1" else chosen.admin1
        return Place(name, key, country=chosen.country, admin1=admin1, precision=kind, spans=spans, candidates=ranked)
    point = chosen.feature != "admin1"
    return Place(
        name, key, chosen.country, chosen.admin1, chosen.lat if point else None, chosen.lon if point else None,
        "admin1" if not point else kind, spans, ranked,
    )  # fmt: skip


def _weight(candidate: Candidate, near: str | None, votes: Counter[str]) -> float:
    """Order candidates: the country named beside, then what the text is about, then size."""
    country = candidate.country or ""
    return (100.0 if near and country == near else 0.0) + 2.0 * votes[country] + log10(candidate.population + 10)


def _choose(key: str, ranked: Sequence[Candidate], near: str | None, votes: Counter[str], regions: set[str]) -> Candidate | None:
    """Return the candidate that the text decides on, None where it does not.

    A place of a country the text speaks of is meant, unless it speaks of two such places and names no region that tells them apart. A
    spelling variant must agree in its vowels too. A place of a country the text says nothing of must be a great city.
    """
    if not ranked:
        return None
    first = ranked[0]
    if near and first.country != near:
        return None
    if near or (first.country and votes[first.country]):
        home = [c for c in ranked if c.country == first.country and c.feature != "country"]
        home = [c for c in home if c.admin1 and place_key(c.admin1) in regions] or home
        great = max(ranked, key=lambda c: c.population)
        if not near and home and _overshadows(great, home[0], key):
            return None if first.country == _theatre(votes) else great
        if home and _one_place(home):
            return home[0]
        return None
    rivals = [c for c in ranked[1:] if c.gazetteer_id != first.gazetteer_id]
    if rivals and place_key(first.name) != key:
        return None
    least = 300_000 if all(c.population * 10 <= first.population for c in rivals) else 1_000_000
    return first if first.population >= least else None


def _overshadows(great: Candidate, small: Candidate, key: str) -> bool:
    """Tell whether a city of another country is so much larger than its namesake that a reader thinks of it first: Lima is in Peru."""
    larger = great.population >= max(300_000, 50 * small.population)
    return larger and great.country != small.country and place_key(great.name) == key


def _one_place(candidates: Sequence[Candidate]) -> bool:
    """Tell whether candidates are one place to a reader: all near the first, or the others much smaller. A region counts as its city."""
    first = next((c for c in candidates if c.feature != "admin1"), candidates[0])
    others = [c for c in candidates if c is not first and c.feature not in {"admin1", "admin2"}]
    return all(c.population * 5 < first.population or not _apart(first, c) for c in others)


def _apart(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates lie more than about 20 km apart."""
    return abs(one.lat - other.lat) + abs(one.lon - other.lon) > 0.2
