"""Do those who fight move, land, cross a line or take a place here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.triggers import triggers

_LINES = frozenset("border frontier line fence boundary wire river canal strait demarcation strip buffer".split())
_BOATS = frozenset(
    """boat ship vessel dhow tanker trawler freighter skiff yacht ferry barge canoe speedboat launch sloop schooner tug carrier coaster
    merchantman flotilla""".split()
)
_WATER = frozenset({"well", "water", "reservoir", "spring", "cistern", "river", "tank", "waterhole"})
_STANDING = frozenset("tree orchard grove vine vineyard pylon pole mast line cable wire pipeline olive palm crop fence statue".split())
_LANDING = frozenset({"helicopter", "gunship"})


def closed_off(conditions: Conditions, case: Case) -> bool:
    """Those who fight or keep order seal off a place or a street."""
    return conditions.armed(case) and (conditions.place(case) or conditions.physical(case))


def place_manned(conditions: Conditions, case: Case) -> bool:
    """Tanks or warships surround or enter a place."""
    return any(map(conditions.craft, case.doers)) and conditions.place(case)


def crosses(conditions: Conditions, case: Case) -> bool:
    """Those who fight cross a border, a line or a river."""
    nominals = conditions.nominals
    line = conditions.lemma_in(case.patients, _LINES) or any(nominals.proper(at) for at in case.patients)
    return conditions.armed(case) and (line or (not case.patients and conditions.lemma_in(case.through, _LINES)))


def lands(conditions: Conditions, case: Case) -> bool:
    """Troops, or helicopters of theirs, land somewhere."""
    tree = conditions.nominals.tree
    flown = any(tree.lemma[at].lower() in _LANDING and tree.tag[at] in {"NNS", "NNPS"} for at in case.doers)
    somewhere = conditions.place(case) or any(conditions.thing(at) or conditions.nominals.proper(at) for at in case.through)
    return case.intransitive and bool(case.through) and ((conditions.armed(case) and somewhere) or flown)


def pulls_out(conditions: Conditions, case: Case) -> bool:
    """Those who fight leave a place or move into one."""
    moved = conditions.has_particle(case) or (case.trigger.word == "move" and bool(case.through))
    return moved and case.intransitive and conditions.armed(case) and conditions.place(case)


def advance_on(conditions: Conditions, case: Case) -> bool:
    """An advance on a place or a thing."""
    return bool(case.through) and (conditions.place(case) or conditions.physical(case))


def falls_to(conditions: Conditions, case: Case) -> bool:
    """A place falls into the hands of those who fight."""
    return conditions.armed(case) and any(
        conditions.any((at,), "place") or conditions.any((at,), "target", frozenset({"settlement", "building"})) for at in case.patients
    )


def place_falls(conditions: Conditions, case: Case) -> bool:
    """A town, a camp or a fort falls, with nothing said of what it fell to: "Karvan falls", "as the garrison fell"."""
    nominals = conditions.nominals
    tree, verb = nominals.tree, case.token
    if tree.tag[verb] not in {"VBZ", "VBD", "VBN"} or tree.child(verb, "acomp", "oprd", "dobj", "attr", "xcomp", "prt") is not None:
        return False
    for child in tree.children[verb]:
        if tree.dep[child] == "prep" and not (tree.lower[child] in _WHEN_FELL or nominals.entity[child + 1] in {"DATE", "TIME"}):
            return False
        if tree.dep[child] == "npadvmod" and nominals.entity[child] not in {"DATE", "TIME"}:
            return False
        if tree.lower[child] in _OTHERWISE:
            return False
    if verb + 1 < len(tree) and tree.pos[verb + 1] in {"ADJ", "NUM", "NOUN", "PROPN"} and nominals.entity[verb + 1] not in {"DATE", "TIME"}:
        return False
    bare = tree.tag[verb] == "VBZ" and verb + 1 < len(tree) and tree.lower[verb + 1] in {".", ";"}
    return any(
        conditions.any((at,), "place")
        or conditions.any((at,), "target", frozenset({"settlement"}))
        or tree.lemma[at].lower() in _STRONGHOLDS
        or (bare and nominals.proper(at) and nominals.name(at)[0] == at and tree.lower[at - 1] in {".", ":", "-", "–", "—"})
        or (nominals.proper(at) and not nominals.nouns(at) and nominals.entity[at] in {"GPE", "LOC", "FAC"})
        for at in case.patients
    )


_WHEN_FELL = frozenset("to after before without within with during by at until".split())
_OTHERWISE = frozenset("short silent apart behind back asleep ill away off under through out over down in sharply slightly".split())
_STRONGHOLDS = frozenset("garrison outpost fort fortress stronghold base citadel camp barracks enclave redoubt pocket position".split())


def boards(conditions: Conditions, case: Case) -> bool:
    """Those who fight or keep watch board a vessel."""
    return conditions.armed(case) and conditions.lemma_in(case.patients, _BOATS)


def pirates(conditions: Conditions, case: Case) -> bool:
    """Pirates or gunmen board a vessel."""
    return conditions.any(case.doers, "person", frozenset({"combatant"})) and conditions.lemma_in(case.patients, _BOATS)


def collapsed(conditions: Conditions, case: Case) -> bool:
    """A building falls in where the paragraph tells of weapons, and no quake or flood did it."""
    nominals, words = conditions.nominals, triggers()
    if not conditions.any(case.patients, "target", frozenset({"building", "infrastructure"})):
        return False
    tree, paragraph, number = nominals.tree, nominals.parse.paragraph_of, nominals.parse.sentence_of
    here = [at for at in range(max(0, case.token - 90), min(len(tree), case.token + 90)) if paragraph[at] == paragraph[case.token]]
    if any(tree.lower[at] in words.natural for at in here if number[at] == number[case.token]):
        return False
    return any(tree.lemma[at].lower() in words.violence for at in here)


def mined(conditions: Conditions, case: Case) -> bool:
    """A road, a field or a house is mined, or rigged with explosives."""
    if not (case.passive or conditions.armed(case) or case.instruments):
        return False
    if case.trigger.word in {"rig", "wire"}:
        return bool(case.instruments) and (conditions.physical(case) or conditions.place(case) or conditions.person(case))
    if case.trigger.word in {"sow", "seed", "strew"}:
        laid = conditions.any(case.patients, "weapon", frozenset({"bomb"}))  # "a minefield sown by the column"
        return (laid or conditions.any(case.instruments, "weapon", frozenset({"bomb"}))) and bool(case.patients)
    if case.trigger.word != "mine":
        return bool(case.patients)
    return conditions.physical(case) or conditions.place(case)


def detonates(conditions: Conditions, case: Case) -> bool:
    """Somebody sets off what he wears or carries."""
    return bool(case.patients) and conditions.someone(case)


def felled(conditions: Conditions, case: Case) -> bool:
    """Those who fight, or settlers, cut down trees or pylons, cut cables, or foul wells."""
    word = case.trigger.word
    hostile = conditions.armed(case) or conditions.lemma_in(case.doers, frozenset({"settler", "saboteur", "vandal"}))
    if word in {"poison", "contaminate", "pollute"}:
        return hostile and conditions.lemma_in(case.patients, _WATER)
    return (hostile or bool(case.instruments)) and conditions.lemma_in(case.patients, _STANDING)


def held_place(conditions: Conditions, case: Case) -> bool:
    """Those who fight hold a settlement for a time they are said to have held it: "held the town for three hours"."""
    tree = conditions.nominals.tree
    lasting = any(tree.lower[child] in {"for", "until", "overnight"} for child in tree.children[case.token])
    return lasting and tree.tag[case.token] in {"VBD", "VBN"} and conditions.armed(case) and conditions.place(case)


def named_town(conditions: Conditions, case: Case) -> bool:
    """Those who fight took what has a name that nobody knows ("took Kindu without a shot"): a town, unless they took it somewhere."""
    nominals, tree = conditions.nominals, conditions.nominals.tree
    if not conditions.armed(case) or case.passive or len(case.patients) != 1:
        return False
    at = case.patients[0]
    noun = nominals.noun(at)
    unknown = noun is None or (noun.kind == "organisation" and noun.group == "civil")
    if not nominals.proper(at) or not unknown or nominals.entity[at] in {"PERSON", "NORP", "PRODUCT", "DATE", "TIME"}:
        return False
    after = (child for child in tree.children[case.token] if child > case.token and child != at)
    return not any(tree.dep[child] in {"prt", "oprd", "xcomp", "dobj"} or tree.lower[child] in _TAKEN_TO for child in after)


_TAKEN_TO = frozenset("to into from with off away aboard hostage prisoner captive for as out along".split())


def armed_into(conditions: Conditions, case: Case) -> bool:
    """Those who fight ride, drive or pour into a place where people live or work, with nobody and nothing for an object."""
    tree = conditions.nominals.tree
    into = any(tree.lower[child] in {"into", "onto"} for child in tree.children[case.token])
    return into and case.intransitive and conditions.armed(case) and any(map(conditions.place_at, case.through))
