"""Which runs of capitalised words name a place: a parse and a gazetteer go in, mentions come out.

A run is a place where the gazetteer, the words around it or the entity recogniser say so. Names of people, bodies, languages, days and
months are none, unless the words around use them as one ("in Washington", "the village of San Martín").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from trucewatch.reading.actors import actors
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.headings import opens_line
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import PlaceWords, place_words
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.records.names import ARTICLES, fold
from trucewatch.records.terms import PlacePrecision

_PROPER = frozenset(("NNP", "NNPS"))
_IN = frozenset(
    """in at near outside around inside into toward towards across throughout within off entering above below behind beyond beside
    past""".split()
)
_MOTION = frozenset(
    "take go travel lead bring drive flee move return head march fly send come walk withdraw retreat escape deport transfer".split()
)
_ATTACKING = frozenset(
    "attack shell bomb bombard besiege overrun raid storm capture recapture retake seize occupy invade loot burn torch raze".split()
)
_ATTACKS = frozenset("attack assault raid offensive strike airstrike shelling bombardment siege bombing battle capture fall".split())
_AIMED = frozenset("fire rain drop fall turn train advance march converge descend swoop open pour lob hail".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
_TITLED = frozenset(
    "massacre massacres killing killings siege airstrike battle shelling shooting shootings ambush bombardment fighting clash".split()
)
_FIELDS = frozenset(("location", "place", "where", "site", "area", "town", "village", "district"))
_RESIDENTS = frozenset("resident villager inhabitant mayor elder headman townspeople townsfolk parishioner native".split())
_GUNS = frozenset("gun fire artillery rocket shell bomb mortar missile round howitzer cannon".split())
_HOLY = frozenset(("sheikh", "sheik", "saint", "king", "father", "don", "prince", "queen", "pope"))
_TOWNS = frozenset(
    """town village hamlet city suburb settlement municipality township neighbourhood neighborhood quarter district commune locality camp
    port island parish barrio slum colony farmstead outpost valley""".split()
)
_SIDES = frozenset(("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower", "nearby"))
_CONNECTORS = frozenset("al el ez ad as ar ash at an es esh de del la las los le les d' l' da do dos du tis bin ibn abu y -".split())
_ONLY_JOINED = frozenset(("at", "as", "an", "ad", "y"))
"""Connectors that are other words too, unless a hyphen follows."""
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
    passed: list[tuple[int, int]] = []
    for start, end in _runs(parse):
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


def _named_before(parse: Parse, words: PlaceWords, named: dict[str, Mention], people: set[str], start: int, end: int) -> Mention | None:
    """Return a run that the text uses as a place elsewhere, as one here too."""
    start, end, _ = _trimmed(parse, words, start, end)
    if start >= end or parse.lower[start - 1] in words.titles or any(word in people for word in parse.lower[start:end]):
        return None
    name = " ".join(parse.text[parse.starts[start] : parse.tree.end[end - 1]].split())
    known = named.get(fold(name))
    return Mention(start, end, name, False, known.kind, known.entity) if known and name != name.lower() else None  # noqa: FBT003


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
        while (
            end < length
            and opens[end] != 1
            and not (_changes(entities, person, end) and lower[end] not in _CONNECTORS)
            and lower[end] not in _DAYS
        ):
            if tags[end] in _PROPER or (titled[end] and entities[end] and entities[end] == entities[end - 1]):
                end += 1
            elif lower[end] in _CONNECTORS and _goes_on(tree, titled, end):
                end += 2 if lower[end + 1] != "-" else 3
            elif _hyphened(tree, titled, end):
                end += 4
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


def _hyphened(tree: Tree, titled: Sequence[bool], end: int) -> bool:
    """Tell whether "-au-Prince" goes on a name: a small word between hyphens without spaces, then a capital."""
    if end + 3 >= len(tree) or tree.lower[end] != "-" or tree.lower[end + 2] != "-" or len(tree.lower[end + 1]) > 3:
        return False
    return titled[end + 3] and tree.end[end - 1] == tree.start[end] and tree.end[end + 2] == tree.start[end + 3]


def _goes_on(tree: Tree, titled: Sequence[bool], end: int) -> bool:
    """Tell whether a connector at ``end`` is followed by more of the name. A hyphen joins only where no space stands beside it."""
    after = end + 1
    if after >= len(tree) or (tree.lower[end] in _ONLY_JOINED and tree.lower[after] != "-"):
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
        if before in _SIDES:
            before = parse.lower[entity.start - 2]
        if before in _IN or (before == "of" and parse.lower[entity.start - 2] in words.settlements):
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
            start, end, whole, _located(parse, words, start, end, last), "country" if gazetteer.country(whole) else "admin1", "GPE"
        )
    start, end, kind = _trimmed(parse, words, start, end)
    if start >= end:
        return None
    text = parse.text[parse.starts[start] : parse.tree.end[end - 1]]
    name, key = " ".join(text.split()), fold(text)
    entity = parse.doc[start].ent_type_ or parse.doc[end - 1].ent_type_
    label, titled = _labels(parse, start, end), _titles(parse, gazetteer, start, end)
    strong = kind != "place" or label or _named_as_settlement(parse, words, start, end) or _town_apposed(parse, end)
    if _is_other(parse, words, people, start, end, key, strong=strong):
        return None
    attacked = _attacked(parse, start, end) and key not in people and key not in gazetteer.people
    located = (
        strong or attacked or _of_that_name(parse, end) or titled or _located(parse, words, start, end, last) or _taken(parse, words, end)
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
    site = 0 if known else _site_after(parse, words, end)
    if site and (located or entity in _PLACE_ENTITIES or parse.lower[start - 1] == "the"):
        whole = " ".join(parse.text[parse.starts[start] : parse.tree.end[site - 1]].split())
        return Mention(start, site, whole, located, "place", entity)
    if strong:
        return Mention(start, end, name, located, kind, entity)
    if located and not known and not attacked and _taken(parse, words, end) and entity not in _PLACE_ENTITIES:
        return None
    named = all(word in people for word in parse.lower[start:end] if word not in _CONNECTORS)
    if entity in ("PERSON", "NORP") and not titled and (not located or named or key in gazetteer.people):
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
    if end - start > 1 and lower[end - 1] in words.regions and not _department(parse, start, end):
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


def _department(parse: Parse, start: int, end: int) -> bool:
    """Tell a body from a region: "the Public Relations Department of the Army"."""
    return parse.lower[end - 1] == "department" and (parse.doc[start].ent_type_ == "ORG" or parse.lower[end : end + 1] == ("of",))


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
        or (entity in ("DATE", "TIME") and before not in _IN)
        or key in _DAYS
        or _adjective(parse, start, end)
    ):
        return True
    if strong:
        return False
    if end - start == 1 and lower[start] in people and entity not in _PLACE_ENTITIES:
        return True
    return end - start == 1 and written.isupper() and len(written) <= 6 and entity not in ("GPE", "LOC")


def _adjective(parse: Parse, start: int, end: int) -> bool:
    """Tell "the Andean village": an adjective made from a name."""
    tree = parse.tree
    ends = ("ean", "ian", "ese", "ish", "can")
    return end - start == 1 and tree.tag[start] == "JJ" and tree.dep[start] == "amod" and tree.lower[start].endswith(ends)


def _common(parse: Parse, start: int, end: int) -> bool:
    """Tell a body or product that stands after a preposition ("in Parliament", "at NATO") from an unknown place."""
    entity = parse.doc[start].ent_type_
    if entity == "ORG":
        return end - start > 1 and parse.lower[start - 1] not in _IN and not _moved_to(parse, start) and not _at_site(parse, start)
    if entity in ("PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE", "NORP"):
        return not _at_site(parse, start) and (
            end - start > 1 or entity not in ("PRODUCT", "EVENT", "NORP") or parse.lower[start - 1] not in _IN
        )
    return parse.tree.pos[end - 1] not in ("PROPN", "NOUN") and not entity


def _at_site(parse: Parse, start: int) -> bool:
    """Tell "the market of X", "the hamlet of X"."""
    words, lower = place_words(), parse.lower
    if start < 2 or lower[start - 1] != "of":
        return False
    return lower[start - 2] in words.sites | words.settlements or parse.tree.lemma[start - 2] in _RESIDENTS


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
    if tree.dep[last] != "pobj" or tree.lower[head] not in ("on", "of", "against", "for"):
        return False
    above = tree.head[head]
    if tree.lower[head] == "on" and tree.lemma[above] in _GUNS and tree.dep[above] == "dobj":
        above = tree.head[above]
    return tree.lemma[above] in _ATTACKS or (tree.lower[head] == "on" and tree.lemma[above] in _AIMED and tree.pos[above] == "VERB")


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
        parse.tree.lemma[at - 1] in _RESIDENTS
        or two in words.bearings
        or two in words.sites
        or two in words.settlements
        or parse.tree.lemma[at - 1] in words.sites
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


def _labels(parse: Parse, start: int, end: int) -> bool:
    """Tell a name that heads what follows: "Boga, Monday 31 May: …", "* LOGAR - A bomb …", "Location: Hasana", "· Hasana ·"."""
    lower, tree = parse.lower, parse.tree
    after = lower[end] if end < len(lower) else ""
    before = lower[start - 1] if start else ""
    if before in ("·", "•", "|") or (before == ":" and lower[start - 2] in _FIELDS):
        return True
    if not opens_line(parse, start):
        return False
    if after in ("-", "–", "—", ":") and end + 4 < len(lower):
        return tree.start[end] > tree.end[end - 1] or after == ":"
    return after in (",", "(") and ":" in lower[end : end + 8] and any(word in time_words().months for word in lower[end : end + 8])


def _titles(parse: Parse, gazetteer: Gazetteer, start: int, end: int) -> bool:
    """Tell the name in what a page is about: "The Ban Saikao siege was …", whose people and groups are known by their words."""
    lower, tree = parse.lower, parse.tree
    if parse.sentence_of[start] or start > 2 or end >= len(lower) or lower[0] != "the" or parse.doc[start].ent_type_ == "ORG":
        return False
    noun = next((at for at in range(end, min(end + 2, len(lower))) if lower[at] in _TITLED), -1)
    if (
        noun < 0
        or tree.dep[noun] not in ("nsubj", "nsubjpass")
        or tree.lemma[tree.head[noun]] not in ("be", "take", "occur", "commit", "happen")
    ):
        return False
    return not any(word in actors().groups or word in gazetteer.people for word in lower[start:end])


def _of_that_name(parse: Parse, end: int) -> bool:
    """Tell "X was a raid on the village of that name": a name in a sentence that says it is a village's."""
    lower, sentence = parse.lower, parse.sentence_of
    return any(
        lower[at : at + 3] == ("of", "that", "name") and lower[at - 1] in _TOWNS
        for at in range(end, min(end + 30, len(lower) - 3))
        if lower[at] == "of" and sentence[at] == sentence[end - 1]
    )


def _town_apposed(parse: Parse, end: int) -> bool:
    """Tell "X, a Kurdish town on the border": an phrase after a comma whose noun is a kind of settlement."""
    lower = parse.lower
    if end + 2 >= len(lower) or lower[end] != "," or lower[end + 1] not in ("a", "an", "the"):
        return False
    return any(lower[at] in _TOWNS for at in range(end + 2, min(end + 5, len(lower))))
