"""Which runs of capitalised words name a place: a parse and a gazetteer go in, mentions come out.

A run is a place where the gazetteer, the words around it or the entity recogniser say so. Names of people, bodies, languages, days and
months are none, unless the words around use them as one ("in Washington", "the village of San Martín").
"""

from collections.abc import Sequence
from typing import cast

from trucewatch.reading.actors import actors
from trucewatch.reading.entryheads import Head, entry_heads
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.locating import (
    SIDES,
    at_site,
    heads_item,
    is_attacked,
    is_located,
    is_taken,
    moved_to,
    named_as_settlement,
    of_that_name,
    on_the_way,
    over_from_the_air,
    site_after,
    surely_located,
    titles_text,
    town_apposed,
)
from trucewatch.reading.nameruns import CONNECTORS, DAYS, IN, NUMBERED, PLACE_ENTITIES, Mention, name_runs
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import PlaceWords, place_words
from trucewatch.reading.timewords import time_words
from trucewatch.records.names import fold
from trucewatch.records.terms import PlacePrecision

_HOLY = frozenset("sheikh sheik saint king father don prince queen pope mullah haji hajji imam".split())
"""Titles with which names of places begin too: Sheikh Zuweid, Mullah Quli, King's Lynn."""
_NAMED_ACTS = frozenset("operation exercise article chapter section annex resolution paragraph act law treaty war".split())
_NOT_PLACES = frozenset(
    """location place date european african asian arab american western
    defense defence state justice treasury interior health education labor labour agriculture energy commerce islamic pentagon next west
    east north south god internet islam christmas ramadan easter congress senate twitter facebook youtube embargoed
    text bureau parliament information operations arabic english
    french spanish russian german portuguese hebrew persian farsi dari pashto urdu hindi tamil kurdish turkish chinese mandarin swahili
    hausa amharic tigrinya oromo somali dinka nuer serbian croatian bosnian albanian ukrainian latin eid interpol""".split()
)


def find_mentions(parse: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """Return the mentions of places in text order."""
    words, people = place_words(), _people(parse)
    found: list[Mention] = []
    passed: list[tuple[int, int]] = []
    heads = entry_heads(parse, gazetteer)
    for start, end in _runs(parse, heads):
        if any(head.start == start and head.end == end for head in heads):
            found.append(_at_head(parse, gazetteer, words, start, end))
            continue
        mention = _judge(parse, gazetteer, words, people, start, end, found[-1] if found else None)
        if mention:
            found.append(mention)
        else:
            passed.append((start, end))
    named = {fold(mention.name): mention for mention in found if mention.located and mention.kind != "country"}
    for start, end in passed if named else ():
        one = _named_before(parse, words, named, people, start, end)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda mention: mention.start)


def _runs(parse: Parse, heads: Sequence[Head]) -> list[tuple[int, int]]:
    """Return the runs of capitalised words, those of heads as their form cuts them."""
    cut = [(head.start, head.end) for head in heads]
    taken = {token for start, end in cut for token in range(start, end)}
    return sorted([*cut, *((start, end) for start, end in name_runs(parse) if taken.isdisjoint(range(start, end)))])


def _at_head(parse: Parse, gazetteer: Gazetteer, words: PlaceWords, start: int, end: int) -> Mention:
    """Return the place at the head of an entry, whatever the tagger made of its name."""
    start, end, kind = _trimmed(parse, words, start, end)
    name = " ".join(parse.text[parse.starts[start] : parse.tree.end[end - 1]].split())
    if gazetteer.country(name) or fold(name) in words.areas:
        kind = "country" if gazetteer.country(name) else "admin1"
    return Mention(start, end, name, True, kind, "GPE")  # noqa: FBT003


def _named_before(parse: Parse, words: PlaceWords, named: dict[str, Mention], people: set[str], start: int, end: int) -> Mention | None:
    """Return a run that the text uses as a place elsewhere, as one here too."""
    start, end, _ = _trimmed(parse, words, start, end)
    if start >= end or parse.lower[start - 1] in words.titles or any(word in people for word in parse.lower[start:end]):
        return None
    name = " ".join(parse.text[parse.starts[start] : parse.tree.end[end - 1]].split())
    known = named.get(fold(name))
    return Mention(start, end, name, False, known.kind, known.entity) if known and name != name.lower() else None  # noqa: FBT003


def _people(parse: Parse) -> set[str]:
    """Return the lower-case words of people's names that the text gives in full or with a title."""
    words, names = place_words(), set[str]()
    for entity in parse.doc.ents:
        if entity.label_ != "PERSON":
            continue
        before = parse.lower[entity.start - 1] if entity.start else ""
        if before in SIDES:
            before = parse.lower[entity.start - 2]
        if (
            before in IN
            or (before == "of" and parse.lower[entity.start - 2] in words.settlements)
            or over_from_the_air(parse, entity.start)
        ):
            continue
        after = parse.lower[entity.end] if entity.end < len(parse.lower) else ""
        if after in words.settlements or after in words.regions or after in words.sites:
            continue
        if len(entity) > 1 or before in words.titles:
            names.update(parse.lower[entity.start : entity.end])
    return names - {"al", "el", "-", "'s", "the"}


def _judge(
    parse: Parse, gazetteer: Gazetteer, words: PlaceWords, people: set[str], start: int, end: int, last: Mention | None
) -> Mention | None:
    """Return the run as a place, or None where it names something else."""
    whole = " ".join(parse.text[parse.starts[start] : parse.tree.end[end - 1]].split())
    if end - start > 1 and (gazetteer.country(whole) or fold(whole) in words.areas):
        return Mention(
            start, end, whole, is_located(parse, words, start, end, last), "country" if gazetteer.country(whole) else "admin1", "GPE"
        )
    start, end, kind = _trimmed(parse, words, start, end)
    if start >= end:
        return None
    text = parse.text[parse.starts[start] : parse.tree.end[end - 1]]
    name, key = " ".join(text.split()), fold(text)
    entity = parse.doc[start].ent_type_ or parse.doc[end - 1].ent_type_
    label, titled = heads_item(parse, start, end), titles_text(parse, gazetteer, start, end)
    strong = (
        kind != "place"
        or label
        or _by_its_name(words, parse.lower, start, end)
        or named_as_settlement(parse, words, start, end)
        or town_apposed(parse, end)
        or surely_located(parse, words, start, end)
        or _after_street(parse, start, last)
    )
    if _is_other(parse, words, people, start, end, key, strong=strong):
        return None
    attacked = is_attacked(parse, start, end) and key not in people and key not in gazetteer.people
    located = (
        strong
        or attacked
        or of_that_name(parse, end)
        or titled
        or is_located(parse, words, start, end, last)
        or is_taken(parse, words, end)
    )
    if all(word in gazetteer.people for word in parse.lower[start:end]):
        return None
    country = gazetteer.country(name)
    if country and len(name) <= 4 and name.isupper() and not parse.shown[parse.starts[start] : parse.tree.end[end - 1]].isupper():
        return None  # "CAR" in a text all of capitals is a car
    if country or key in words.areas:
        if entity in ("PERSON", "ORG") and not located and key not in words.areas and end - start > 1:
            return None
        return Mention(start, end, name, located, "country" if country else "admin1", entity)
    known = bool(gazetteer.exact(name))
    site = 0 if known else site_after(parse, words, end)
    if site and (
        located or entity in PLACE_ENTITIES or parse.lower[start - 1] == "the" or _beside_site(parse, gazetteer, words, start, end)
    ):
        whole = " ".join(parse.text[parse.starts[start] : parse.tree.end[site - 1]].split())
        return Mention(start, site, whole, located, "place", entity)
    if strong or (known and _beside_site(parse, gazetteer, words, start, end)):
        return Mention(start, end, name, True, kind, entity)  # noqa: FBT003
    if located and not known and not attacked and is_taken(parse, words, end) and entity not in PLACE_ENTITIES:
        return None
    named = all(word in people for word in parse.lower[start:end] if word not in CONNECTORS) and not _set_in(parse, start, end)
    if entity in ("PERSON", "NORP") and not titled and (not located or named or key in gazetteer.people):
        return None
    taken = attacked and parse.tree.tag[end - 1] != "NNPS"
    if located and (known or taken or not _common(parse, start, end)):
        return Mention(start, end, name, located, kind, entity)
    if entity in PLACE_ENTITIES and (known or entity != "FAC"):
        return Mention(start, end, name, located, kind, entity)
    return None


def _by_its_name(words: PlaceWords, lower: Sequence[str], start: int, end: int) -> bool:
    """Tell names whose first word is one for mountains, rivers, ports or camps: Jabal al-Halal, Cerro La Bola, Mount Rtanj."""
    if end - start > 1 and lower[end - 1] in _NAMED_SITES and lower[start] not in words.titles:
        return True
    return end - start > 1 and (lower[start] in words.prefixes or (lower[start] in NUMBERED and lower[end - 1][:1].isdigit()))


_PARTS_OF_SITES = frozenset(
    """garden ground floor gate campus yard wing ward lobby basement cellar compound kitchen canteen dormitory corridor stairs wall
    staircase outside inside remains wreck shell ruins premises chancel nave""".split()
)
_NAMED_SITES = frozenset(
    """road street avenue boulevard highway expressway motorway square hotel airport airfield airstrip bridge barracks market bazaar souk
    river island prison cemetery junction crossing crossroads roundabout stadium harbour harbor mosque valley hill mountain ridge plateau
    camp peninsula""".split()
)
"""Last words of names that only sites bear: "Carrickmore Road", "the Holiday Hotel"."""


def _after_street(parse: Parse, start: int, last: Mention | None) -> bool:
    """Tell the town in an address: "in Lenin Street, Tsotsi-Yurt"."""
    if last is None or not last.located or last.end != start - 1 or parse.lower[start - 1] != ",":
        return False
    return parse.lower[last.end - 1] in _NAMED_SITES and parse.tree.pos[start] != "VERB"


def _beside_site(parse: Parse, gazetteer: Gazetteer, words: PlaceWords, start: int, end: int) -> bool:
    """Tell a name that stands before a site someone goes to or strikes ("on the Ganda road", "clearing Boya bazaar"), and is no group's."""
    site = site_after(parse, words, end)
    if not site or parse.tree.dep[site - 1] not in ("pobj", "dobj", "nsubjpass"):
        return False
    return not any(word in actors().groups or word in gazetteer.people for word in parse.lower[start:end])


def _trimmed(parse: Parse, words: PlaceWords, start: int, end: int) -> tuple[int, int, PlacePrecision]:
    """Take the words for a kind of place off a run: "Hama Province" is Hama, a first-level region."""
    lower, kind = parse.lower, "place"
    while end - start > 1 and lower[end - 1] in ("-", "'s", "of", "the"):
        end -= 1
    if end - start > 1 and lower[end - 1] in words.regions and not _department(parse, start, end):
        kind, end = "admin1", end - 1
    elif end - start > 1 and lower[end - 1] in words.districts:
        kind, end = "admin2", end - 1
    elif (
        end - start > 1
        and lower[end - 1] in words.settlements
        and lower[end - 1] not in words.sites
        and not (end - start == 2 and lower[start] in words.prefixes | words.settlements)  # "Camp Delta"
    ):
        end -= 1
    if end - start > 1 and lower[start] == "the":
        start += 1
    while end - start > 1 and lower[start] in words.settlements | SIDES and lower[start] not in ("port", "camp", "mount"):
        start += 1
    follows = lower[end] if end < len(lower) else ""
    if kind == "place" and follows in words.regions and parse.tree.head[end - 1] == end:
        kind = "admin1"
    elif kind == "place" and follows in words.districts and parse.tree.head[end - 1] == end:
        kind = "admin2"
    return start, end, cast("PlacePrecision", kind)


def _department(parse: Parse, start: int, end: int) -> bool:
    """Tell a body from a region: "the Public Relations Department of the Army"."""
    return parse.lower[end - 1] == "department" and (parse.doc[start].ent_type_ == "ORG" or parse.lower[end : end + 1] == ("of",))


def _is_other(parse: Parse, words: PlaceWords, people: set[str], start: int, end: int, key: str, *, strong: bool) -> bool:
    """Tell names of people, bodies, days and months from names that may be places."""
    lower = parse.lower
    before = lower[start - 1] if start else ""
    entity = parse.doc[start].ent_type_
    housed = lower[end - 1] in words.sites and end - start > 1 and _led_into(parse, words, start)  # "the tents at Balboa High School"
    if (lower[end - 1] in words.bodies and not housed) or before in words.titles or key in _NOT_PLACES:
        return True
    if lower[end : end + 2] == (",", "who"):
        return True
    if any(word in words.titles and word not in _HOLY for word in lower[start + 1 : end]):
        return True
    if lower[start] in words.titles and not (
        lower[start] in _HOLY
        and (before in IN or strong or (before in SIDES and lower[start - 2] in IN))
        and lower[end : end + 1] != ("'s",)
    ):
        return True
    written = parse.doc[start].text
    if (
        len(key) < 2
        or parse.shown[parse.starts[start] : parse.tree.end[end - 1]].islower()
        or (any(char.isdigit() for char in key) and lower[start] not in NUMBERED)
        or (entity in ("DATE", "TIME") and before not in IN and not strong)
        or key in DAYS
        or key in time_words().months
        or _adjective(parse, start, end)
    ):
        return True
    if strong:
        return False
    if end - start == 1 and lower[start] in actors().groups:
        return True
    if end - start == 1 and lower[start] in people and entity not in PLACE_ENTITIES:
        return True
    return end - start == 1 and written.isupper() and len(written) <= 6 and entity not in ("GPE", "LOC")


def _led_into(parse: Parse, words: PlaceWords, start: int) -> bool:
    """Tell whether a preposition of place leads to a name: "at the Balboa High School", "in the yard of the Red Cross Hospital"."""
    at = start - 1 - (parse.lower[start - 1] == "the" and start > 1)
    led = parse.lower[at] if at >= 0 else ""
    return led in IN or (led == "of" and at > 0 and parse.lower[at - 1] in words.sites | words.bearings | _PARTS_OF_SITES)


def _adjective(parse: Parse, start: int, end: int) -> bool:
    """Tell "the Andean village": an adjective made from a name."""
    tree = parse.tree
    ends = ("ean", "ian", "ese", "ish", "can")
    return end - start == 1 and tree.tag[start] == "JJ" and tree.dep[start] == "amod" and tree.lower[start].endswith(ends)


def _set_in(parse: Parse, start: int, end: int) -> bool:
    """Tell a name right after "in" or "near": nobody is near a person by full name, whatever the recogniser made of it elsewhere."""
    led = parse.lower[start - 1] in ("in", "at", "near", "outside") or on_the_way(parse, start)
    return end - start > 1 and led and parse.lower[end : end + 1] not in (("'s",), ("’s",))


def _of_people(parse: Parse, start: int, end: int) -> bool:
    """Tell a name that is of a group or people, not of where they are ("in Hutu Power")."""
    return parse.tree.tag[end - 1] == "NNPS" or any(word in actors().groups for word in parse.lower[start:end])


def _common(parse: Parse, start: int, end: int) -> bool:
    """Tell a body or product that stands after a preposition ("in Parliament", "at NATO") from an unknown place."""
    entity, before = parse.doc[start].ent_type_, parse.lower[start - 1]
    if parse.lower[start] in _NAMED_ACTS and end - start > 1:
        return True
    if on_the_way(parse, start) or parse.lower[end : end + 1] in (("area",), ("district",), ("sector",), ("front",)):
        return _of_people(parse, start, end)
    if entity == "ORG" and parse.lower[end - 1] in place_words().sites and end - start > 1:
        return parse.lower[end - 1] in place_words().bodies and not _led_into(parse, place_words(), start)
    if entity == "ORG":
        return end - start > 1 and before not in IN and not moved_to(parse, start) and not at_site(parse, start)
    if entity in ("PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE", "NORP"):
        if at_site(parse, start):
            return False
        if before not in IN:
            return True
        return end - start > 1 and (
            parse.lower[start] in _NAMED_ACTS or (before == "in" and entity == "EVENT") or _of_people(parse, start, end)
        )
    return parse.tree.pos[end - 1] not in ("PROPN", "NOUN") and not entity
