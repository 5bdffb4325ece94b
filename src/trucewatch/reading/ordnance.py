"""Is a bomb, a shell or a weapon spoken of here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.natural import natural_sentence
from trucewatch.reading.triggers import triggers

_RIGGED = frozenset(
    {"trapped", "booby-trapped", "boobytrapped", "laden", "packed", "rigged", "stuffed", "loaded", "mined", "bomb", "explosives"}
)
_PARCELS = frozenset(
    "parcel package packet bag suitcase briefcase backpack rucksack envelope letter object item box basket vest belt".split()
)
_ROUNDS = frozenset("rocket shell missile mortar grenade round projectile bomb munition artillery gun salvo howitzer".split())
_WAR_MACHINES = frozenset("tank carrier apc bmp launcher howitzer gun helicopter lorry truck vehicle jeep armour armor pickup".split())
_OF_WAR = frozenset("armoured armored military combat army enemy government mounted fighting gun-mounted technical police".split())


def goes_off(conditions: Conditions, case: Case) -> bool:
    """A vehicle or a parcel explodes by itself, or something explodes and hurts people; no boiler, no gas and no accident."""
    if case.passive or case.patients or natural_sentence(conditions.nominals.parse, case.token):
        return False
    tree = conditions.nominals.tree
    vehicle = conditions.any(case.doers, "target", frozenset({"vehicle"}))
    if not vehicle and not conditions.lemma_in(case.doers, _PARCELS):
        return False
    rigged = any(tree.lower[child] in _RIGGED for at in case.doers for child in tree.below(at))
    return rigged or not vehicle or _violent(conditions, case.token)


def _violent(conditions: Conditions, token: int) -> bool:
    """True where the paragraph speaks of weapons or of those who bear them, beside the word itself."""
    nominals, words = conditions.nominals, triggers().violence
    tree, paragraph = nominals.tree, nominals.parse.paragraph_of
    near = range(max(0, token - 60), min(len(tree), token + 60))
    return any(
        tree.lemma[at].lower() in words and tree.pos[at] in {"NOUN", "PROPN"}
        for at in near
        if at != token and paragraph[at] == paragraph[token]
    )


def firing_of(conditions: Conditions, case: Case) -> bool:
    """Rounds are fired, or fire is opened at something: not the firing of a minister."""
    tree = conditions.nominals.tree
    if conditions.lemma_in(case.instruments, _ROUNDS):
        return True
    aimed = any(
        tree.dep[child] == "prep" and tree.lower[child] in {"on", "at", "upon", "into", "towards"} for child in tree.children[case.token]
    )
    return aimed and bool(case.through or case.patients)


def run_over(conditions: Conditions, case: Case) -> bool:
    """Those who fight, or their armour, run people over; with nobody named, only where the paragraph speaks of weapons or their bearers."""
    over = conditions.has_particle(case) or bool(case.through)
    if not over or not conditions.any((*case.patients, *case.through), "person"):
        return False
    if case.doers:
        return conditions.armed(case) or any(map(conditions.craft, case.doers))
    tree = conditions.nominals.tree
    entry = tree.dep[case.token] == "ROOT" and tree.tag[case.token] == "VBN"  # of a list of the dead: "Run over near the gate on 4 May"
    return case.passive and (entry or _violent(conditions, case.token))


def rammed(conditions: Conditions, case: Case) -> bool:
    """A bomber or another attacker drives a vehicle into people or a building, or a vehicle laden with explosives runs into them."""
    attackers = conditions.any(case.doers, "person", frozenset({"combatant"}))
    vehicle = conditions.any(case.patients, "target", frozenset({"vehicle"})) or conditions.any(case.patients, "weapon")
    struck = tuple(map(conditions.nominals.content, case.through))
    hit = any(conditions.thing(at) or conditions.nominals.vocabulary_unit(at) for at in struck) or conditions.any(struck, "person")
    return (attackers and vehicle and hit) or (conditions.any(case.doers, "weapon", frozenset({"bomb"})) and hit)


def dispersed(conditions: Conditions, case: Case) -> bool:
    """Those who fight or keep order scatter people with weapons."""
    armed = conditions.armed(case) or (case.passive and not case.doers)
    return (
        armed
        and bool(case.instruments)
        and (conditions.person(case) or conditions.lemma_in(case.patients, frozenset({"crowd", "march", "rally"})))
    )


def war_machines(conditions: Conditions, case: Case) -> bool:
    """Those who fight capture tanks, armoured vehicles or military lorries."""
    tree = conditions.nominals.tree
    for at in case.patients:
        lemma = tree.lemma[at].lower()
        if lemma in _WAR_MACHINES and (
            lemma in {"tank", "apc", "bmp", "howitzer", "launcher"} or any(tree.lower[child] in _OF_WAR for child in tree.children[at])
        ):
            return conditions.armed(case) or (case.passive and not case.doers)
    return False


def craft_hit(conditions: Conditions, case: Case) -> bool:
    """Aircraft, tanks or other manned weapons are attacked or damaged, by no office that only speaks."""
    if not any(map(conditions.craft, case.patients)):
        return False
    return conditions.forceful(case) or case.passive or any(conditions.nominals.tree.pos[at] == "PRON" for at in case.doers)
