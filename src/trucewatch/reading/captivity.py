"""Is somebody led away, held or driven out here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.conditions import Case, Conditions

_ROUGH = frozenset({"drag", "haul", "bundle", "whisk", "spirit"})
"""Verbs by which nobody is led away of his own will."""
_CARRIED = frozenset({"carry", "lead", "march"})
_RESCUING = frozenset("rubble wreckage debris ruin water river sea car wreck collapsed stretcher flame fire danger safety hospital".split())
_HOLDING = frozenset({"responsible", "accountable", "liable", "guilty", "back", "up", "together", "down"})


def carried_off(conditions: Conditions, case: Case) -> bool:
    """People are led away, or dragged out of where they were, by those who fight or against their will; a rescue is none."""
    tree, word = conditions.nominals.tree, case.trigger.word
    if not conditions.any(case.patients, "person") or conditions.any(case.patients, "person", frozenset({"hurt"})):
        return False
    if conditions.lemma_in(case.through, _RESCUING) or any(
        tree.lemma[below].lower() in _RESCUING for child in tree.children[case.token] for below in tree.children[child]
    ):
        return False
    away = conditions.has_particle(case)
    if away and word == "drive" and conditions.armed_patient(case):
        return False  # raiders who are driven off are beaten, not led away
    if conditions.armed(case):
        return away or conditions.from_place(case.token) or word in _ROUGH
    nobody = case.passive and not case.doers
    if word in _ROUGH:
        return (away or bool(case.through)) and (nobody or conditions.any(case.doers, "person"))
    return nobody and away and word in _CARRIED


def held(conditions: Conditions, case: Case) -> bool:
    """People are held by those who fight, or nobody says by whom; not held responsible, not held up, not observers on their way."""
    tree = conditions.nominals.tree
    if not conditions.any(case.patients, "person") or case.particles or conditions.observers(case):
        return False
    if all(tree.lower[at] == "those" for at in case.patients):
        return False  # "those held said": who they are, not what happened
    if any(tree.lower[child] in _HOLDING for child in tree.children[case.token]):
        return False
    return conditions.armed(case) or (case.passive and not case.doers)


def taken_along(conditions: Conditions, case: Case) -> bool:
    """As in "took three boys with them", where those who fight take people along."""
    tree = conditions.nominals.tree
    own = any(tree.lower[at] in {"them", "him", "it"} for at in case.through)
    return own and conditions.any(case.patients, "person") and conditions.armed(case)


def driven_out(conditions: Conditions, case: Case) -> bool:
    """People who do not fight are driven somewhere by those who do."""
    unarmed = conditions.any(case.patients, "person") and not conditions.armed_patient(case)
    return unarmed and conditions.armed(case) and bool(case.through)
