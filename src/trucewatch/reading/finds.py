"""Are bodies, graves or weapons found here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.natural import natural_sentence

_ALIVE = frozenset({"survivor", "wounded", "injured"})
_CACHES = frozenset({"cache", "stockpile", "depot", "arsenal", "weapon", "rifle", "ammunition", "explosive", "mortar", "grenade"})
_DEAD = frozenset(
    """dead shot hanged hanging murdered killed strangled stabbed beheaded decapitated slain burned burnt lifeless mutilated executed
    slaughtered garrotted""".split()
)
_HOLDING = frozenset("hold contain carry hide store load pack fill conceal house transport bear laden bring smuggle use".split())
_CARRIAGE = frozenset("passage smuggling transfer transport transportation delivery shipment movement entry crossing".split())
_GRAVES = frozenset({"mass", "shallow", "clandestine", "unmarked", "secret", "common"})


def bodies(conditions: Conditions, case: Case) -> bool:
    """What is found is the dead."""
    return _dead(conditions, case.patients)


def bodies_through(conditions: Conditions, case: Case) -> bool:
    """Somebody comes upon the dead; "came back on the 15th for an attack on the wounded" is no find."""
    tree = conditions.nominals.tree
    near = any(tree.head[here] == case.token and tree.dep[here] == "prep" for here in range(case.token + 1, min(len(tree), case.token + 3)))
    return near and "back" not in tree.lower[case.token + 1 : case.token + 2] and _dead(conditions, case.through)


def _dead(conditions: Conditions, heads: tuple[int, ...]) -> bool:
    found = conditions.any(heads, "person", frozenset({"hurt"})) or conditions.lemma_in(heads, frozenset({"skeleton", "skull", "remains"}))
    return found and not conditions.lemma_in(heads, _ALIVE)


def found_dead(conditions: Conditions, case: Case) -> bool:
    """People are found dead, shot or hanged, of no illness and no accident."""
    tree = conditions.nominals.tree
    if not conditions.any(case.patients, "person"):
        return False
    how = (child for child in tree.children[case.token] if tree.dep[child] in {"xcomp", "oprd", "acomp", "ccomp", "advcl", "dep"})
    return any(tree.lower[child] in _DEAD for child in how) and not natural_sentence(conditions.nominals.parse, case.token)


def graves(conditions: Conditions, case: Case) -> bool:
    """A mass grave is found."""
    tree = conditions.nominals.tree
    return any(
        tree.lemma[at].lower() in {"grave", "graf"} and any(tree.lower[child] in _GRAVES for child in tree.children[at])
        for at in case.patients
    )


def cache(conditions: Conditions, case: Case) -> bool:
    """Weapons are found by those who fight, by nobody named, or where they were hidden."""
    armed = conditions.armed(case) or case.passive or conditions.lemma_in(case.patients, _CACHES)
    return conditions.weapon_patient(case) and armed


def weapons_within(conditions: Conditions, case: Case) -> bool:
    """A workshop, a boat or a house is found with weapons in it."""
    if not conditions.armed(case) and not (case.passive and not case.doers):
        return False
    return any(_holds(conditions, at) for at in case.patients)


def smuggled(conditions: Conditions, case: Case) -> bool:
    """Weapons are stopped on their way by those who fight or keep watch."""
    tree = conditions.nominals.tree
    return conditions.armed(case) and any(
        tree.lemma[at].lower() in _CARRIAGE and any(conditions.any((below,), "weapon") for below in _under(conditions, at))
        for at in case.patients
    )


def _holds(conditions: Conditions, at: int) -> bool:
    """True for a thing whose own words say that weapons were in it."""
    tree = conditions.nominals.tree
    if not any(noun.kind == "target" for noun in conditions.nominals.nouns(at)):
        return False
    for child in tree.children[at]:
        carrying = (tree.dep[child] in {"acl", "relcl"} or (tree.dep[child] == "amod" and child > at)) and tree.lemma[
            child
        ].lower() in _HOLDING
        if (carrying or (tree.dep[child] == "prep" and tree.lower[child] in {"with", "of", "full"})) and any(
            conditions.any((below,), "weapon") for below in _under(conditions, child)
        ):
            return True
    return False


def _under(conditions: Conditions, at: int) -> range:
    first, last = conditions.nominals.tree.edges(at)
    return range(first, last)


def busted(conditions: Conditions, case: Case) -> bool:
    """Those who fight or keep order break up a hideout or a cell, or disarm others."""
    if case.trigger.word == "disarm":
        return (conditions.armed(case) or (case.passive and not case.doers)) and conditions.armed_patient(case)
    den = conditions.any(case.patients, "target", frozenset({"building", "infrastructure"})) or conditions.armed_patient(case)
    return conditions.armed(case) and (den or conditions.lemma_in(case.patients, frozenset({"module", "network", "cell", "hideout"})))
