"""Whether the words around a run of capitalised words use it as a place: "in X", "the hamlet of X", "X, a town", "shelled X"."""

from trucewatch.reading.actors import actors
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.headings import opens_line
from trucewatch.reading.leads import is_label
from trucewatch.reading.nameruns import IN, PLACE_ENTITIES, PROPER, Mention
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import PlaceWords, place_words
from trucewatch.reading.timewords import time_words

_MOTION = frozenset(
    "take go travel lead bring drive flee move return head march fly send come walk withdraw retreat escape deport transfer".split()
)
ATTACKING = frozenset(
    """liberate free clear cleanse enter reach regain secure comb sweep surround encircle pound strafe mortar rocket attack shell infiltrate
    penetrate bomb bombard besiege overrun raid storm capture recapture retake seize occupy invade loot burn torch raze""".split()
)
_ATTACKS = frozenset("attack assault raid offensive strike airstrike shelling bombardment siege bombing battle capture fall".split())
_AIMED = frozenset("fire rain drop fall turn train advance march converge descend swoop open pour lob hail".split())
_TITLED = frozenset(
    """massacre massacres killing killings siege airstrike airstrikes battle shelling shooting shootings ambush bombardment fighting clash
    clashes raid attack attacks bombing bombings encounter operation standoff blast explosion strike burning fire expulsion expulsions
    incident events executions disappearances deaths murders abduction abductions kidnapping kidnappings riot riots crossfire""".split()
)
_LABELS = frozenset(
    """date time incident source sources note notes names name casualties toll victims summary background update correction killed wounded
    injured weapon target perpetrator type status grading analysis caption photo video subject reference press statement report""".split()
)
_FIELDS = frozenset(("location", "place", "where", "site", "area", "town", "village", "district"))
RESIDENTS = frozenset(
    """resident villager inhabitant mayor elder headman townspeople townsfolk parishioner native mourner worshipper worshiper churchgoer
    congregation peasant farmer fisherman herder herdsman shepherd shopkeeper stallholder householder homeowner tenant schoolmaster
    schoolteacher headmaster parson vicar curé rector imam muezzin sacristan mukhtar prefect sub-prefect subprefect burgomaster alderman
    innkeeper miller ferryman stationmaster postmaster midwife townsman townswoman countryman smallholder settler squatter homesteader
    crofter wedding funeral burial feast fair pilgrim refugee""".split()
)
_DWELLERS = frozenset("resident villager inhabitant townspeople townsfolk parishioner mourner worshipper churchgoer".split())
"""Those who are always of a place, never of a group or a person."""
_GUNS = frozenset("gun fire artillery rocket shell bomb mortar missile round howitzer cannon".split())
_TOWNS = frozenset(
    """town village hamlet city suburb settlement municipality township neighbourhood neighborhood quarter district commune locality camp
    port island parish barrio slum colony farmstead outpost valley""".split()
)
SIDES = frozenset(("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower", "nearby"))


def named_as_settlement(parse: Parse, words: PlaceWords, start: int, end: int) -> bool:
    """Tell "the hamlet of X", "the village X", "X town" from a name without such a word."""
    lower = parse.lower
    before, two = (lower[start - 1] if start else ""), (lower[start - 2] if start > 1 else "")
    if before == "state" and two == "of":
        return False  # "Secretary of State Margaret Hale"
    if before == "of" and _divides(words, two):
        return two not in ("area", "side", "road", "border", "coast", "zone", "stretch", "capital")
    if before not in _ALSO_OTHERS and _divides(words, before):
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


_ALSO_OTHERS = frozenset(("area", "side", "road", "border", "port", "coast", "capital", "city", "town", "district", "camp"))
"""Kinds of settlement that as often stand before the name of something else."""


def _divides(words: PlaceWords, word: str) -> bool:
    """Tell a noun for a settlement or for a part of a country."""
    return word in words.settlements or word in words.regions or word in words.districts


def town_apposed(parse: Parse, end: int) -> bool:
    """Tell "X, a Kurdish town on the border": an phrase after a comma whose noun is a kind of settlement."""
    lower = parse.lower
    if end + 2 >= len(lower) or lower[end] not in (",", "is", "was") or lower[end + 1] not in ("a", "an", "the"):
        return False
    return any(lower[at] in _TOWNS for at in range(end + 2, min(end + 5, len(lower))))


def of_that_name(parse: Parse, end: int) -> bool:
    """Tell "X was a raid on the village of that name": a name in a sentence that says it is a village's."""
    lower, sentence = parse.lower, parse.sentence_of
    return any(
        lower[at : at + 3] == ("of", "that", "name") and lower[at - 1] in _TOWNS
        for at in range(end, min(end + 30, len(lower) - 3))
        if lower[at] == "of" and sentence[at] == sentence[end - 1]
    )


def heads_item(parse: Parse, start: int, end: int) -> bool:
    """Tell a name that heads what follows: "Boga, Monday 31 May: …", "* LOGAR - A bomb …", "Location: Hasana", "· Hasana ·"."""
    lower, tree = parse.lower, parse.tree
    if lower[start] in _FIELDS or lower[start] in _LABELS or not _stands_apart(parse, start, end):
        return False
    return not is_label(parse.text[tree.start[start] : tree.end[end - 1]])


def _stands_apart(parse: Parse, start: int, end: int) -> bool:
    """Tell a name that a mark parts from what follows, at the head of a line or of a field."""
    lower, tree = parse.lower, parse.tree
    after = lower[end] if end < len(lower) else ""
    before = lower[start - 1] if start else ""
    if before in ("·", "•", "|") or (before == ":" and lower[start - 2] in _FIELDS):
        return True
    if after not in ("-", "–", "—", ":", ",", "(") or not opens_line(parse, start):
        return False
    if after not in (",", "(") and end + 4 < len(lower):
        return tree.start[end] > tree.end[end - 1] or after == ":"
    return after in (",", "(") and ":" in lower[end : end + 8] and any(word in time_words().months for word in lower[end : end + 8])


def titles_text(parse: Parse, gazetteer: Gazetteer, start: int, end: int) -> bool:
    """Tell the name in what a page is about: "The Ban Saikao siege was …"; not whose deed it is ("the Hamas raid")."""
    lower, tree = parse.lower, parse.tree
    if parse.sentence_of[start] or start > _TITLE_OPENS or end >= len(lower) or end - start > _TITLE_OPENS:
        return False
    noun = next((at for at in range(end, min(end + 3, len(lower))) if lower[at] in _TITLED), -1)
    if noun < 0 or tree.dep[noun] not in ("nsubj", "nsubjpass", "ROOT", "attr", "dep", "pobj") or lower[start - 1] in ("a", "an"):
        return False
    if any(tree.pos[at] not in ("NOUN", "PROPN") for at in range(end, noun)):
        return False
    if parse.doc[start].ent_type_ == "ORG" and lower[noun] not in _SCENES:
        return False
    return not any(
        word in actors().groups or word in gazetteer.people or word in time_words().months or word in time_words().weekdays
        for word in lower[start:end]
    )


_TITLE_OPENS = 5
_SCENES = frozenset("massacre massacres siege battle shootings killings fire".split())
"""Deeds that are called after where they were done, not after who did them."""


def at_site(parse: Parse, start: int) -> bool:
    """Tell "the market of X", "the hamlet of X"."""
    words, lower = place_words(), parse.lower
    if start < 2 or lower[start - 1] != "of":
        return False
    return lower[start - 2] in words.sites or lower[start - 2] in words.settlements or parse.tree.lemma[start - 2] in RESIDENTS


def is_taken(parse: Parse, words: PlaceWords, end: int) -> bool:
    """Tell whether a name is the object of a verb that takes places: "entered Lira", "shelled Homs"."""
    tree = parse.tree
    return tree.dep[end - 1] == "dobj" and tree.lower[tree.head[end - 1]] in words.locative


def is_attacked(parse: Parse, start: int, end: int) -> bool:
    """Tell one name that stands where a town is attacked ("shelled Karanda", "the attack on Karanda") and is no known group's."""
    tree = parse.tree
    last = end - 1
    if sum(tree.tag[at] in PROPER for at in range(start, end)) != 1 or tree.lower[last] in actors().groups:
        return False
    head = tree.head[last]
    if tree.dep[last] in ("dobj", "nsubjpass"):
        return tree.lemma[head] in ATTACKING
    if tree.dep[last] != "pobj" or tree.lower[head] not in ("on", "of", "against", "for"):
        return False
    above = tree.head[head]
    if tree.lower[head] == "on" and tree.lemma[above] in _GUNS and tree.dep[above] == "dobj":
        above = tree.head[above]
    return tree.lemma[above] in _ATTACKS or (tree.lower[head] == "on" and tree.lemma[above] in _AIMED and tree.pos[above] == "VERB")


_HELD = frozenset(
    """farm ranch shop store garage workshop farmhouse barn
    estate plantation mill factory restaurant bar pub cafe café hotel orchard orchards
    grove vineyard compound base camp headquarters bunker position positions front group court land lands field fields post site pit well
    school""".split()
)
"""Sites that are called after their owner too: "the farm of Juan Pérez", "positions of Daesh"."""
_RAIDED = frozenset("raid assault airstrike shelling bombardment bombing offensive siege advance march strike descent".split())
_REMOVED = frozenset("carry drive evict expel abduct kidnap take flee evacuate displace oust chase drag snatch dislodge force".split())
_CALLED = frozenset(("called", "named"))


def surely_located(parse: Parse, words: PlaceWords, start: int, end: int) -> bool:
    """Tell a name that only a place can stand for, whatever the recogniser made of it: "the outskirts of X", "a raid on X",
    "driven from X", "X, a village on the coast, was burned"."""
    lower, tree = parse.lower, parse.tree
    if start < 2 or tree.tag[end - 1] == "NNPS" or any(word in actors().groups for word in lower[start:end]):
        return apposed_as_site(parse, words, start, end)
    before, two = lower[start - 1], lower[start - 2]
    at = start - 2 if two != "proper" else start - 3
    if before == "of":
        named = lower[at] in words.bearings or any(one in words.sites or one in words.settlements for one in (lower[at], tree.lemma[at]))
        named = named or tree.lemma[at] in _DWELLERS
        owned = lower[at] in _HELD or tree.lemma[at] in _HELD
        return (named and not owned) or (tree.lemma[at] in _RAIDED and tree.lemma[at] not in ("strike", "march", "advance"))
    if before in ("on", "upon"):
        return tree.lemma[at] in _RAIDED
    if before == "from":
        above = tree.head[start - 1]
        return tree.lemma[above] in _REMOVED and parse.doc[start].ent_type_ != "NORP"
    if before in _CALLED or (before == "as" and two == "known"):
        noun = start - 2 if before in _CALLED else start - 3
        return lower[noun] in words.settlements or lower[noun] in words.sites or lower[noun] in ("place", "spot", "point")
    return apposed_as_site(parse, words, start, end)


def apposed_as_site(parse: Parse, words: PlaceWords, start: int, end: int) -> bool:
    """Tell a name that an apposition calls a site or settlement: "Nakes Aimau, a health post in the highlands, was set on fire"."""
    tree, lower = parse.tree, parse.lower
    if end + 2 >= len(lower) or lower[end] not in (",", "(") or lower[end + 1] not in ("a", "an", "the", "another"):
        return False
    noun = next((at for at in range(end + 2, min(end + 7, len(lower))) if tree.dep[at] == "appos" and start <= tree.head[at] < end), -1)
    return noun >= 0 and tree.tag[noun] == "NN" and (lower[noun] in words.settlements or lower[noun] in words.sites)


def moved_to(parse: Parse, start: int) -> bool:
    """Tell "taking monitors to Saraf Umra": after "to" or "from" under a verb of motion."""
    tree = parse.tree
    at = start - 1
    return at > 0 and tree.lower[at] in ("to", "from") and tree.lemma[tree.head[at]] in _MOTION


def is_located(parse: Parse, words: PlaceWords, start: int, end: int, last: Mention | None) -> bool:
    """Tell whether the words around use the run as a place: "in X", "north of X", "to X", "Homs, Hama and X"."""
    lower = parse.lower
    at = start - 1
    if at >= 0 and lower[at] == "for" and parse.tree.lemma[parse.tree.head[at]] in _BOUND:
        return True
    if at >= 0 and lower[at] == "the":
        at -= 1
    while at > 0 and (
        lower[at] in SIDES or parse.tree.tag[at] in ("JJ", "VBN", "HYPH", "``", "''") or (lower[at + 1] == "-" and lower[at].isalpha())
    ):
        at -= 1
    before, two = (lower[at] if at >= 0 else ""), (lower[at - 1] if at >= 1 else "")
    if before in IN or on_the_way(parse, start):
        return True
    if before == "and" and last is not None and last.located and last.end == at and lower[last.start - 1] == "between":
        return True
    if before == "of" and (
        parse.tree.lemma[at - 1] in RESIDENTS
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
        return before not in ("on", "over") or parse.doc[start].ent_type_ in PLACE_ENTITIES or over_from_the_air(parse, start)
    follows = lower[end] if end < len(lower) else ""
    if follows in words.settlements or (before == "'s" and last is not None and last.end == at):
        return True
    return last is not None and last.located and before in (",", "and", "or") and at - last.end <= 1


_BOUND = frozenset(("head", "bind", "bound", "leave", "make", "depart", "embark", "sail"))
"""After these "for" leads to where somebody was going."""
_WAYS = frozenset("road roads highway motorway track trail path railway line route bridge border frontier street avenue lane".split())
_AIRBORNE = frozenset(
    """helicopter helicopters aircraft jet jets plane planes drone drones air flight flights airspace airliner fighter fighters warplane
    warplanes bomber bombers glider sortie sorties pilot balloon chopper gunship gunships""".split()
)


def on_the_way(parse: Parse, start: int) -> bool:
    """Tell a name to which a road or the like leads: "the road to X", "the track between X and Y", "the road out of X"."""
    if start < 2:
        return False
    before, two = parse.lower[start - 1], parse.lower[start - 2]
    return (before in ("to", "between", "from") and two in _WAYS) or (before == "of" and two == "out")


def over_from_the_air(parse: Parse, start: int) -> bool:
    """Tell a name after "over" in a sentence about what flies: "a helicopter was fired upon over Rugari"."""
    if not start or parse.lower[start - 1] != "over":
        return False
    number, at = parse.sentence_of[start], start - 1
    while at >= 0 and parse.sentence_of[at] == number:
        if parse.lower[at] in _AIRBORNE:
            return True
        at -= 1
    return False


def site_after(parse: Parse, words: PlaceWords, end: int) -> int:
    """Return the end of a site's noun that follows a name within two words ("Mitiga airport", "Gouro livestock market"), 0 without one."""
    lower, tree = parse.lower, parse.tree
    if lower[end : end + 1] == ("(",) and lower[end + 2 : end + 3] == (")",):
        end += 3  # "the Dağlıca (Oramar) ridge"
    reach = 4 if lower[end + 1 : end + 2] == ("-",) else 2  # "the Taana air-defence base"
    for at in range(end, min(end + reach, len(lower))):
        if lower[at] == "-" and reach > 2:
            continue
        if (lower[at] in words.sites or tree.lemma[at] in words.sites) and tree.pos[at] in ("NOUN", "PROPN"):
            return at + 1
        if tree.pos[at] != "NOUN" or not lower[at].isalpha():
            return 0
    return 0
