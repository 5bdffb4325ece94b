"""Is somebody shot at, hit or beaten off here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.natural import natural_cause

_FIRING = frozenset(
    "sniper hostile enemy incoming automatic shell artillery mortar rocket tank gun rifle small-arm small-arms arms arm machinegun".split()
)


def hit_through(conditions: Conditions, case: Case) -> bool:
    """People, a place or a thing stand after the verb's preposition."""
    return bool(case.through) and (
        conditions.any(case.through, "person") or conditions.place(case) or any(conditions.thing(at) for at in case.through)
    )


def hit_person(conditions: Conditions, case: Case) -> bool:
    """People "were hit", and no car, no drought and no tax did it."""
    tree = conditions.nominals.tree
    plain = case.passive and not case.doers and not any(tree.lower[child].startswith("hard") for child in tree.children[case.token])
    return plain and conditions.any(case.patients, "person") and not natural_cause(conditions.nominals, case)


def fire_of(conditions: Conditions, case: Case) -> bool:
    """Fire of a weapon or of those who shoot, not what burns."""
    tree = conditions.nominals.tree
    before = [child for child in tree.children[case.token] if child < case.token and tree.dep[child] in {"compound", "nmod", "amod"}]
    return any(tree.lemma[child].lower() in _FIRING or conditions.any((child,), "weapon") for child in before)


_ASSAULTS = frozenset(
    """attack assault attempt infiltration incursion offensive ambush bid crossing advance raid counterattack counter-attack thrust push
    operation plot intrusion onslaught""".split()
)


def defends(conditions: Conditions, case: Case) -> bool:
    """Those who fight beat off others who fight, or an attack; a plot or a bid that nobody armed foiled is no fight."""
    if case.trigger.particles and not conditions.has_particle(case):
        return False
    attack = conditions.lemma_in(case.patients, _ASSAULTS)
    fought = conditions.armed_patient(case) or attack or any(conditions.fighting_thing(at) for at in case.patients)
    return fought and (
        conditions.forceful(case) or any(map(conditions.nominals.crewed, case.doers)) or (case.passive and not case.doers and attack)
    )


def fired_upon(conditions: Conditions, case: Case) -> bool:
    """As in "were fired upon by": the preposition has no object, since its object is the subject."""
    tree = conditions.nominals.tree
    upon = any(tree.lower[child] in {"on", "upon", "at"} and not tree.children[child] for child in tree.children[case.token])
    return case.passive and upon and (conditions.person(case) or conditions.physical(case) or conditions.armed_patient(case))


def unless_natural(conditions: Conditions, case: Case) -> bool:
    """No illness, accident or weather is the cause."""
    return not natural_cause(conditions.nominals, case)
