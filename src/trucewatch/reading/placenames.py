"""Which runs of capitalised words name a place: a parse and a gazetteer go in, mentions come out.

A run is a place where the gazetteer, the words around it or the entity recogniser say so. Names of people, bodies, languages, days and
months are none, unless the words around use them as one ("in Washington", "the village of San Martín").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from trucewatch.reading.actors import actors
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import PlaceWords, place_words
from trucewatch.reading.tree import Tree
from trucewatch.records.names import ARTICLES, fold
from trucewatch.records.terms import PlacePrecision

_PROPER = frozenset(("NNP", "NNPS"))
_IN = frozenset("in at near outside around inside into toward towards across throughout within off entering".split())
_MOTION = frozenset(
    "take go travel lead bring drive flee move return head march fly send come walk withdraw retreat escape deport transfer".split()
)
_ATTACKING = frozenset(
    "attack shell bomb bombard besiege overrun raid storm capture recapture retake seize occupy invade loot burn torch raze".split()
)
_ATTACKS = frozenset("attack assault raid offensive strike airstrike shelling bombardment siege bombing battle capture fall".split())
_HOLY = frozenset(("sheikh", "sheik", "saint", "king", "father", "don", "prince", "queen", "pope"))
_TOWNS = frozenset("town village hamlet city suburb settlement municipality township neighbourhood neighborhood".split())
_SIDES = frozenset(("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower", "nearby"))
_CONNECTORS = frozenset("al el ez ad as ar ash at an es esh de del la las los le les d' l' da do dos du tis bin ibn abu y -".split())
_PLACE_ENTITIES = frozenset(("GPE", "LOC", "FAC"))
_NOT_PLACES = frozenset(
    """defense defence state justice treasury interior health education labor labour agriculture energy commerce islamic pentagon next west
    east north south god internet islam christmas ramadan easter congress senate twitter facebook youtube embargoed
    text bureau parliament arabic english
    french spanish russian german portuguese hebrew persian farsi dari pashto urdu hindi tamil kurdish turkish chinese mandarin swahili
    hausa amharic tigrinya oromo somali dinka nuer serbian croatian bosnian albanian ukrainian latin eid interpol""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of tokens ``[start, end)`` that names a place. ``located``: the words around use it as one."""

    start: int
    end: int
    name: str
    located: bool
    kind: PlacePrecision
    entity: str


def find_mentions(parse: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """Return the mentions of places in text order."""
    words, people = place_words(), _people(parse)
    found: list[Mention] = []
    for start, end in _runs(parse):
        mention = _judge(parse, gazetteer, words, people, start, end, found[-1] if found else None)
        if mention:
            found.append(mention)
    return found


def _runs(parse: Parse) -> list[tuple[int, int]]:
    """Return the runs of proper nouns, connectors inside them included. None crosses a sentence's start."""
    doc, tree = parse.doc, parse.tree
    shown, opens = parse.shown, doc.to_array("SENT_START").tolist()
    titled = [shown[at].isupper() for at in parse.starts]
    entities = doc.to_array("ENT_TYPE").tolist()
    places = {doc.vocab.strings[label] for label in _PLACE_ENTITIES}
    person = doc.vocab.strings["PERSON"]
    lower, tags, length = tree.lower, tree.tag, len(tree)
    runs, index = list[tuple[int, int]](), 0
    while index < length:
        if (
            tags[index] not in _PROPER
            and not (entities[index] in places and titled[index])
            and not _used_as_name(lower, titled, opens, index)
        ):
            index += 1
            continue
        end = index + 1
        while end < length and opens[end] != 1 and not _changes(entities, person, end):
            if tags[end] in _PROPER or (titled[end] and entities[end] and entities[end] == entities[end - 1]):
                end += 1
            elif lower[end] in _CONNECTORS and _goes_on(tree, titled, end):
                end += 2 if lower[end + 1] != "-" else 3
            else:
                break
        runs.append((_with_article(tree, index), min(end, length)))
        index = end
    return runs


def _changes(entities: Sequence[int], person: int, end: int) -> bool:
    """Tell whether a person's name begins or ends between two proper nouns ("… for the Middle East Tobias Ellwood")."""
    before, after = entities[end - 1], entities[end]
    return bool(before and after) and before != after and person in {before, after}


def _used_as_name(lower: Sequence[str], titled: Sequence[bool], opens: Sequence[int], index: int) -> bool:
    """Tell a capitalised word after a preposition of place, whatever the tagger took it for."""
    return titled[index] and index > 0 and opens[index] != 1 and lower[index - 1] in _IN and lower[index][:2].isalpha()


def _with_article(tree: Tree, index: int) -> int:
    """Return where a run starts with its small article: "al-Khawkha", "el Geneina"."""
    if index > 1 and tree.lower[index - 1] == "-" and tree.lower[index - 2] in ARTICLES and tree.end[index - 1] == tree.start[index]:
        return index - 2
    return index - 1 if index and tree.lower[index - 1] in ("al", "el") else index


def _goes_on(tree: Tree, titled: Sequence[bool], end: int) -> bool:
    """Tell whether a connector at ``end`` is followed by more of the name. A hyphen joins only where no space stands beside it."""
    after = end + 1
    if after >= len(tree):
        return False
    if tree.lower[end] == "-":
        return (
            tree.end[end - 1] == tree.start[end]
            and tree.end[end] == tree.start[after]
            and (tree.tag[after] in _PROPER or bool(titled[after]))
        )
    if tree.lower[after] == "-" and after + 1 < len(tree):
        after += 1
    return tree.tag[after] in _PROPER or bool(titled[after])


def _people(parse: Parse) -> set[str]:
    """Return the lower-case words of people's names that the text gives in full or with a title."""
    words, names = place_words(), set[str]()
    for entity in parse.doc.ents:
        if entity.label_ != "PERSON":
            continue
        before = parse.lower[entity.start - 1] if entity.start else ""
        if before in _IN or (before == "of" and parse.lower[entity.start - 2] in words.settlements):
            continue
        if len(entity) > 1 or before in words.titles:
            names.update(parse.lower[entity.start : entity.end])
    return names - {"al", "el", "-", "'s", "the"}


def _judge(
    parse: Parse, gazetteer: Gazetteer, words: PlaceWords, people: set[str], start: int, end: int, last: Mention | None
) -> Mention | None:
    """Return the run as a place, or None where it names something else."""
    start, end, kind = _trimmed(parse, words, start, end)
    if start >= end:
        return None
    text = parse.text[parse.starts[start] : parse.tree.end[end - 1]]
    name, key = " ".join(text.split()), fold(text)
    entity = parse.doc[start].ent_type_ or parse.doc[end - 1].ent_type_
    strong = kind != "place" or _named_as_settlement(parse, words, start, end) or _town_apposed(parse, end)
    if _is_other(parse, words, people, start, end, key, strong=strong):
        return None
    attacked = _attacked(parse, start, end) and key not in people and key not in gazetteer.people
    located = strong or attacked or _located(parse, words, start, end, last) or _taken(parse, words, end)
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
    site = 0 if known else _site_after(parse, words, end)
    if site and (located or entity in _PLACE_ENTITIES or parse.lower[start - 1] == "the"):
        whole = " ".join(parse.text[parse.starts[start] : parse.tree.end[site - 1]].split())
        return Mention(start, site, whole, located, "place", entity)
    if strong:
        return Mention(start, end, name, located, kind, entity)
    if located and not known and not attacked and _taken(parse, words, end) and entity not in _PLACE_ENTITIES:
        return None
    if entity in ("PERSON", "NORP") and (not located or key in people or key in gazetteer.people):
        return None
    if located and (known or not _common(parse, start, end)):
        return Mention(start, end, name, located, kind, entity)
    if entity in _PLACE_ENTITIES and (known or entity != "FAC"):
        return Mention(start, end, name, located, kind, entity)
    return None


def _trimmed(parse: Parse, words: PlaceWords, start: int, end: int) -> tuple[int, int, PlacePrecision]:
    """Take the words for a kind of place off a run: "Hama Province" is Hama, a first-level region."""
    lower, kind = parse.lower, "place"
    while end - start > 1 and lower[end - 1] in ("-", "'s", "of", "the"):
        end -= 1
    if end - start > 1 and lower[end - 1] in words.regions:
        kind, end = "admin1", end - 1
    elif end - start > 1 and lower[end - 1] in words.districts:
        kind, end = "admin2", end - 1
    elif end - start > 1 and lower[end - 1] in words.settlements and lower[end - 1] not in words.sites:
        end -= 1
    if end - start > 1 and lower[start] == "the":
        start += 1
    while end - start > 1 and lower[start] in words.settlements | _SIDES and lower[start] not in ("port", "camp", "mount"):
        start += 1
    follows = lower[end] if end < len(lower) else ""
    if kind == "place" and follows in words.regions and parse.tree.head[end - 1] == end:
        kind = "admin1"
    elif kind == "place" and follows in words.districts and parse.tree.head[end - 1] == end:
        kind = "admin2"
    return start, end, cast("PlacePrecision", kind)


def _named_as_settlement(parse: Parse, words: PlaceWords, start: int, end: int) -> bool:
    """Tell "the hamlet of X", "the village X", "X town" from a name without such a word."""
    lower = parse.lower
    before, two = (lower[start - 1] if start else ""), (lower[start - 2] if start > 1 else "")
    kinds = words.settlements | words.regions | words.districts
    if before == "of" and two in kinds:
        return two not in ("area", "side", "road", "border", "coast", "zone", "stretch", "capital")
    if before in kinds and before not in ("area", "side", "road", "border", "port", "coast", "capital", "city", "town", "district", "camp"):
        return True
    follows = lower[end] if end < len(lower) else ""
    return follows in (
        "town",
        "village",
        "hamlet",
        "district",
        "province",
        "governorate",
        "oblast",
        "subdistrict",
        "township",
        "municipality",
    )


def _site_after(parse: Parse, words: PlaceWords, end: int) -> int:
    """Return the end of a site's noun that follows a name within two words ("Mitiga airport", "Gouro livestock market"), 0 without one."""
    lower, tree = parse.lower, parse.tree
    for at in range(end, min(end + 2, len(lower))):
        if lower[at] in words.sites and tree.pos[at] in ("NOUN", "PROPN"):
            return at + 1
        if tree.pos[at] != "NOUN" or not lower[at].isalpha():
            return 0
    return 0


def _is_other(parse: Parse, words: PlaceWords, people: set[str], start: int, end: int, key: str, *, strong: bool) -> bool:
    """Tell names of people, bodies, days and months from names that may be places."""
    lower = parse.lower
    before = lower[start - 1] if start else ""
    entity = parse.doc[start].ent_type_
    if lower[end - 1] in words.bodies or before in words.titles or key in _NOT_PLACES:
        return True
    if any(word in words.titles and word not in _HOLY for word in lower[start + 1 : end]):
        return True
    if lower[start] in words.titles and not (lower[start] in _HOLY and before in _IN):
        return True
    written = parse.doc[start].text
    if (
        len(key) < 2
        or parse.shown[parse.starts[start] : parse.tree.end[end - 1]].islower()
        or any(char.isdigit() for char in key)
        or entity in ("DATE", "TIME")
    ):
        return True
    if strong:
        return False
    if end - start == 1 and lower[start] in people and entity not in _PLACE_ENTITIES:
        return True
    return end - start == 1 and written.isupper() and len(written) <= 6 and entity not in ("GPE", "LOC")


def _common(parse: Parse, start: int, end: int) -> bool:
    """Tell a body or product that stands after a preposition ("in Parliament", "at NATO") from an unknown place."""
    entity = parse.doc[start].ent_type_
    if entity == "ORG":
        return end - start > 1 and parse.lower[start - 1] not in _IN and not _moved_to(parse, start)
    if entity in ("PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE", "NORP"):
        return end - start > 1 or entity not in ("PRODUCT", "EVENT", "NORP") or parse.lower[start - 1] not in _IN
    return parse.tree.pos[end - 1] not in ("PROPN", "NOUN") and not entity


def _taken(parse: Parse, words: PlaceWords, end: int) -> bool:
    """Tell whether a name is the object of a verb that takes places: "entered Lira", "shelled Homs"."""
    tree = parse.tree
    return tree.dep[end - 1] == "dobj" and tree.lower[tree.head[end - 1]] in words.locative


def _attacked(parse: Parse, start: int, end: int) -> bool:
    """Tell one name that stands where a town is attacked ("shelled Karanda", "the attack on Karanda") and is no known group's."""
    tree = parse.tree
    last = end - 1
    if sum(tree.tag[at] in _PROPER for at in range(start, end)) != 1 or tree.lower[last] in actors().groups:
        return False
    head = tree.head[last]
    if tree.dep[last] in ("dobj", "nsubjpass"):
        return tree.lemma[head] in _ATTACKING
    return tree.dep[last] == "pobj" and tree.lower[head] in ("on", "of", "against", "for") and tree.lemma[tree.head[head]] in _ATTACKS


def _moved_to(parse: Parse, start: int) -> bool:
    """Tell "taking monitors to Saraf Umra": after "to" or "from" under a verb of motion."""
    tree = parse.tree
    at = start - 1
    return at > 0 and tree.lower[at] in ("to", "from") and tree.lemma[tree.head[at]] in _MOTION


def _located(parse: Parse, words: PlaceWords, start: int, end: int, last: Mention | None) -> bool:
    """Tell whether the words around use the run as a place: "in X", "north of X", "to X", "Homs, Hama and X"."""
    lower = parse.lower
    at = start - 1
    if at >= 0 and lower[at] == "the":
        at -= 1
    while at > 0 and (lower[at] in _SIDES or parse.tree.tag[at] in ("JJ", "VBN", "HYPH") or (lower[at + 1] == "-" and lower[at].isalpha())):
        at -= 1
    before, two = (lower[at] if at >= 0 else ""), (lower[at - 1] if at >= 1 else "")
    if before in _IN:
        return True
    if before == "of" and (
        two in words.bearings or two in words.sites or two in words.settlements or parse.tree.lemma[at - 1] in words.sites
    ):
        return True
    if before in ("from", "to", "on", "through", "between", "over") and parse.doc[start].ent_type_ in (
        "GPE",
        "LOC",
        "FAC",
        "PERSON",
        "ORG",
        "",
    ):
        return before not in ("on", "over") or parse.doc[start].ent_type_ in _PLACE_ENTITIES
    follows = lower[end] if end < len(lower) else ""
    if follows in words.settlements or (before == "'s" and last is not None and last.end == at):
        return True
    return last is not None and last.located and before in (",", "and", "or") and at - last.end <= 1


def _town_apposed(parse: Parse, end: int) -> bool:
    """Tell "X, a Kurdish town on the border": an phrase after a comma whose noun is a kind of settlement."""
    lower = parse.lower
    if end + 2 >= len(lower) or lower[end] != "," or lower[end + 1] not in ("a", "an", "the"):
        return False
    return any(lower[at] in _TOWNS for at in range(end + 2, min(end + 5, len(lower))))
