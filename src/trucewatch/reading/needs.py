"""The conditions of vocab/triggers.yaml by name: which of them an ambiguous word needs to tell of an event. A case in, yes or no out."""

from collections.abc import Callable

from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.natural import natural_cause

_CROWDS = frozenset(
    """protester protestor demonstrator worker student crowd people thousand hundred teacher employee union peasant miner farmer citizen
    resident villager activist supporter driver woman youth mourner opposition federation""".split()
)
_AGREEMENTS = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "agreement", "accord", "pact", "treaty", "deal", "plan"})
_GOODS = frozenset({"goods", "vehicle"})
_CACHES = frozenset({"cache", "stockpile", "depot", "arsenal", "weapon", "rifle", "ammunition", "explosive", "mortar", "grenade"})
_FIRE = frozenset("""fire gunfire shellfire bombardment barrage strike airstrike explosion blast shelling salvo volley raid""".split())


def hold(conditions: Conditions, case: Case) -> bool:
    """Return whether any condition of the trigger holds (always, where it has none)."""
    if conditions.metaphor(case):
        return False
    needs = case.trigger.needs
    return not needs or any(_TESTS[need](conditions, case) for need in needs)


_LIVESTOCK = frozenset(
    "goat sheep camel cattle cow donkey mule horse pig ox bull calf herd flock livestock head animal buffalo yak reindeer poultry".split()
)
_MINES = frozenset({"mine", "landmine", "ied", "device", "trap", "booby-trap", "tripwire", "bomb", "explosive", "charge", "bomblet"})
_AIRCRAFT = frozenset({"airliner", "airplane", "aeroplane", "airship", "balloon"})
_COMBAT = frozenset(
    "combat battle fighting action fight clash fire gunfire duty ambush attack engagement skirmish firefight crossfire".split()
)
_ROUGH = frozenset({"drag", "haul", "bundle", "whisk", "spirit"})
"""Verbs by which nobody is led away of his own will."""
_CARRIED = frozenset({"carry", "lead", "march"})
_RESCUING = frozenset("rubble wreckage debris ruin water river sea car wreck collapsed stretcher flame fire danger safety hospital".split())
_HOLDING = frozenset({"responsible", "accountable", "liable", "guilty", "back", "up", "together", "down"})
_FIRING = frozenset(
    "sniper hostile enemy incoming automatic shell artillery mortar rocket tank gun rifle small-arm small-arms arms arm machinegun".split()
)


def _has_particle(conditions: Conditions, case: Case) -> bool:
    """The particle of the meaning is there, whether the parse holds it for a particle or an adverb."""
    tree = conditions.nominals.tree
    return bool(set(case.particles) & set(case.trigger.particles)) or any(
        tree.lower[child] in case.trigger.particles and tree.dep[child] in {"advmod", "prt", "prep", "acomp", "oprd"}
        for child in tree.children[case.token]
    )


def _someone(conditions: Conditions, case: Case) -> bool:
    """People or a body do it."""
    lemma, units = conditions.nominals.tree.lemma, conditions.nominals.vocabulary.units
    return (
        any(lemma[at].lower() in units for at in case.doers)
        or conditions.any(case.doers, "person")
        or conditions.any(case.doers, "organisation")
    )


def _forceful(conditions: Conditions, case: Case) -> bool:
    return conditions.armed(case) or conditions.weapon(case)


def _hit_through(conditions: Conditions, case: Case) -> bool:
    return bool(case.through) and (
        conditions.any(case.through, "person") or conditions.place(case) or any(conditions.thing(at) for at in case.through)
    )


def _hit_person(conditions: Conditions, case: Case) -> bool:
    """People "were hit", and no car, no drought and no tax did it."""
    tree = conditions.nominals.tree
    plain = case.passive and not case.doers and not any(tree.lower[child].startswith("hard") for child in tree.children[case.token])
    return plain and conditions.any(case.patients, "person") and not natural_cause(conditions.nominals, case)


def _carried_off(conditions: Conditions, case: Case) -> bool:
    """People are led away, or dragged out of where they were, by those who fight or against their will; a rescue is none."""
    tree, word = conditions.nominals.tree, case.trigger.word
    if not conditions.any(case.patients, "person") or conditions.any(case.patients, "person", frozenset({"hurt"})):
        return False
    if conditions.lemma_in(case.through, _RESCUING) or any(
        tree.lemma[below].lower() in _RESCUING for child in tree.children[case.token] for below in tree.children[child]
    ):
        return False
    away = _has_particle(conditions, case)
    if away and word == "drive" and conditions.armed_patient(case):
        return False  # raiders who are driven off are beaten, not led away
    if conditions.armed(case):
        return away or conditions.from_place(case.token) or word in _ROUGH
    nobody = case.passive and not case.doers
    if word in _ROUGH:
        return (away or bool(case.through)) and (nobody or conditions.any(case.doers, "person"))
    return nobody and away and word in _CARRIED


def _held(conditions: Conditions, case: Case) -> bool:
    """People are held by those who fight, or nobody says by whom; not held responsible, not held up, not observers on their way."""
    tree = conditions.nominals.tree
    if not conditions.any(case.patients, "person") or case.particles or conditions.observers(case):
        return False
    if all(tree.lower[at] == "those" for at in case.patients):
        return False  # "those held said": who they are, not what happened
    if any(tree.lower[child] in _HOLDING for child in tree.children[case.token]):
        return False
    return conditions.armed(case) or (case.passive and not case.doers)


def _taken_along(conditions: Conditions, case: Case) -> bool:
    """As in "took three boys with them", where those who fight take people along."""
    tree = conditions.nominals.tree
    own = any(tree.lower[at] in {"them", "him", "it"} for at in case.through)
    return own and conditions.any(case.patients, "person") and conditions.armed(case)


def _mines(conditions: Conditions, heads: tuple[int, ...]) -> bool:
    return conditions.any(heads, "weapon", frozenset({"bomb"})) and conditions.lemma_in(heads, _MINES)


def _struck_mine(conditions: Conditions, case: Case) -> bool:
    """A vehicle or a man hits or sets off a mine; those who fight and "set off" a bomb did so on purpose."""
    if not case.doers or not _mines(conditions, case.patients):
        return False
    if case.trigger.word in {"trigger", "set"}:
        particle = case.trigger.word == "trigger" or _has_particle(conditions, case)
        on_purpose = conditions.any(case.doers, "person", frozenset({"combatant"})) or conditions.any(case.doers, "organisation")
        return particle and not on_purpose
    if case.trigger.word == "detonate":
        return any(conditions.thing(at) for at in case.doers)
    return any(conditions.thing(at) for at in case.doers) or _someone(conditions, case) or any(map(conditions.nominals.crewed, case.doers))


def _on_mine(conditions: Conditions, case: Case) -> bool:
    return bool(case.doers) and (_mines(conditions, case.through) or (bool(case.particles) and _mines(conditions, case.patients)))


def _driven_out(conditions: Conditions, case: Case) -> bool:
    """People who do not fight are driven somewhere by those who do."""
    unarmed = conditions.any(case.patients, "person") and not conditions.armed_patient(case)
    return unarmed and conditions.armed(case) and bool(case.through)


def _fire_of(conditions: Conditions, case: Case) -> bool:
    """Fire of a weapon or of those who shoot, not what burns."""
    tree = conditions.nominals.tree
    before = [child for child in tree.children[case.token] if child < case.token and tree.dep[child] in {"compound", "nmod", "amod"}]
    return any(tree.lemma[child].lower() in _FIRING or conditions.any((child,), "weapon") for child in before)


_ASSAULTS = frozenset(
    """attack assault attempt infiltration incursion offensive ambush bid crossing advance raid counterattack counter-attack thrust push
    operation plot intrusion onslaught""".split()
)
_ALIVE = frozenset({"survivor", "wounded", "injured"})
_SWEEPING = frozenset({"net", "yield", "result", "conduct", "launch", "carry", "mount", "nab", "lead", "undertake"})


def _defends(conditions: Conditions, case: Case) -> bool:
    """Those who fight beat off others who fight, or an attack; a plot or a bid that nobody armed foiled is no fight."""
    if case.trigger.particles and not _has_particle(conditions, case):
        return False
    attack = conditions.lemma_in(case.patients, _ASSAULTS)
    fought = conditions.armed_patient(case) or attack or any(conditions.fighting_thing(at) for at in case.patients)
    return fought and (
        _forceful(conditions, case) or any(map(conditions.nominals.crewed, case.doers)) or (case.passive and not case.doers and attack)
    )


def _fired_upon(conditions: Conditions, case: Case) -> bool:
    """As in "were fired upon by": the preposition has no object, since its object is the subject."""
    tree = conditions.nominals.tree
    upon = any(tree.lower[child] in {"on", "upon", "at"} and not tree.children[child] for child in tree.children[case.token])
    return case.passive and upon and (conditions.person(case) or conditions.physical(case) or conditions.armed_patient(case))


def _unless_natural(conditions: Conditions, case: Case) -> bool:
    return not natural_cause(conditions.nominals, case)


type Test = Callable[[Conditions, Case], bool]

_TESTS: dict[str, Test] = {
    "person": Conditions.person,
    "people": lambda c, k: c.person(k) and not c.officials(k.patients),
    "physical": Conditions.physical,
    "place": Conditions.place,
    "armed": Conditions.armed,
    "armed_only": lambda c, k: c.armed(k) and not c.verbal(k),
    "armed_hit": lambda c, k: (c.armed(k) or c.weapon(k)) and (c.person(k) or c.physical(k) or c.place(k)),
    "both_armed": lambda c, k: c.armed(k) and (c.armed_patient(k) or not k.patients) and bool(k.patients or k.through),
    "person_armed": lambda c, k: c.person(k) and (c.armed(k) or k.passive),
    "person_armed_subject": lambda c, k: c.armed(k) or c.armed_patient(k),
    "physical_agent": lambda c, k: c.physical(k) and (bool(k.doers) or k.passive) and not c.any(k.doers, "weapon", frozenset({"chemical"})),
    "weapon": lambda c, k: c.weapon(k) and (bool(k.patients or k.through) or k.passive),
    "weapon_object": lambda c, k: c.weapon_patient(k) and (c.armed(k) or bool(k.through) or k.passive),
    "weapon_patient": Conditions.weapon_patient,
    "place_hit": lambda c, k: c.place(k) and not c.verbal(k),
    "taken_from": lambda c, k: c.person(k) and c.armed(k) and bool(k.through),
    "weapon_cache": lambda c, k: c.weapon_patient(k) and (c.armed(k) or k.passive or c.lemma_in(k.patients, _CACHES)),
    "weapon_patient_armed": lambda c, k: c.weapon_patient(k) and c.armed(k),
    "through_hit": lambda c, k: bool(k.through) and (c.any(k.through, "person") or c.place(k) or any(c.thing(at) for at in k.through)),
    "explosive": Conditions.explosive,
    "explosive_object": Conditions.explosive_object,
    "explosive_particle": lambda c, k: bool(set(k.particles) & set(k.trigger.particles)) and c.explosive(k),
    "particle": Conditions.particle,
    "bare": Conditions.bare,
    "munition": lambda c, k: c.any(k.doers, "weapon", frozenset({"bomb", "artillery"})) and (bool(k.through) or c.weapon(k)),
    "fires": lambda c, k: not k.patients and not k.through and not k.passive and (c.any(k.doers, "person") or c.armed(k)),
    "armed_patient": lambda c, k: c.any(k.patients, "organisation", frozenset({"armed"})) or (c.armed_patient(k) and bool(k.doers)),
    "taken": lambda c, k: (
        c.person(k) and (c.armed(k) or (k.passive and not k.doers)) and bool(set(k.particles) & {"away", "off"} or c.from_place(k.token))
    ),
    "passive": lambda c, k: k.passive and c.person(k),
    "goods": lambda c, k: c.any(k.patients, "target", _GOODS),
    "person_custody": lambda c, k: (
        c.any(k.patients, "person", frozenset({"count", "named", "held", "journalist"})) and c.any((*k.patients, *k.doers), "person")
    ),
    "held": lambda c, k: c.any(k.patients, "person", frozenset({"held"})),
    "person_named": lambda c, k: c.any(k.patients, "person", frozenset({"named"})),
    "mass": lambda c, k: c.lemma_in((*k.doers, *k.patients), _CROWDS),
    "mass_strike": lambda c, k: k.intransitive and c.any(k.doers, "person", frozenset({"worker", "medic"})),
    "observers": Conditions.observers,
    "observers_away": lambda c, k: c.observers(k) and bool(k.through),
    "passive_hit": lambda c, k: (
        ((k.passive and not k.doers) or c.lemma_in(k.doers, _FIRE)) and (c.physical(k) or c.place(k)) and _unless_natural(c, k)
    ),
    "agreement_object": lambda c, k: c.lemma_in(k.patients, _AGREEMENTS),
    "agreement_through": lambda c, k: c.lemma_in(k.through, _AGREEMENTS),
    "place_armed": lambda c, k: c.armed(k) and (c.place(k) or c.physical(k)),
    "place_armed_subject": lambda c, k: c.armed(k) and c.place(k),
    "bodies": lambda c, k: c.any(k.patients, "person", frozenset({"hurt"})) and not c.lemma_in(k.patients, _ALIVE),
    "hurt": lambda _c, k: k.hurt,
    "existential": lambda _c, k: k.existential,
    "none": lambda _c, _k: False,
    "never": lambda _c, _k: False,
    "by_others": lambda c, k: "self" not in c.nominals.tree.lower[max(0, k.token - 5) : k.token],
    "any": lambda _c, _k: True,
    "any_definite": lambda _c, k: k.definite,
    "any_sabotage": lambda _c, k: k.trigger.word == "sabotage",
    "anaphoric_only": lambda _c, k: k.definite,
    "violent": lambda c, k: k.hurt or bool(k.doers) or _unless_natural(c, k),
    "attempt_on_life": lambda c, k: c.lemma_in(k.through, frozenset({"life"})),
    "found": lambda _c, k: k.hurt or k.existential or k.passive,
    "made": lambda _c, k: k.existential,
    "access_of": lambda c, k: c.lemma_in(k.patients, frozenset({"access", "entry"})),
    "aircraft": lambda c, k: (
        (c.any(k.patients, "weapon", frozenset({"air"})) or c.lemma_in(k.patients, _AIRCRAFT))
        and (not k.trigger.particles or _has_particle(c, k))
        and (k.passive or _forceful(c, k) or _someone(c, k))
    ),
    "armed_thing": lambda c, k: _forceful(c, k) and c.physical(k),
    "armed_on": lambda c, k: c.armed(k) and _hit_through(c, k),
    "armed_through": lambda c, k: c.armed_patient(k) and _someone(c, k),
    "armed_through_place": lambda c, k: c.armed(k) and (c.place(k) or any(c.thing(at) for at in k.through)),
    "carried_off": _carried_off,
    "driven_out": _driven_out,
    "explosive_does": lambda c, k: (
        (c.any((*k.doers, *k.instruments), "weapon", frozenset({"bomb", "artillery"})) or c.lemma_in(k.doers, _FIRE))
        and (_has_particle(c, k) or bool(k.through))
    ),
    "fell_fighting": lambda c, k: c.armed_patient(k) and c.lemma_in(k.through, _COMBAT),
    "fire_of": _fire_of,
    "held_there": _held,
    "livestock": lambda c, k: (_has_particle(c, k) or k.trigger.word == "make") and c.lemma_in((*k.patients, *k.through), _LIVESTOCK),
    "fought": lambda c, k: c.armed_patient(k),
    "fled": lambda c, k: c.person(k) and not all(c.nominals.tree.lower[at] == "those" for at in k.patients),
    "made_off": lambda c, k: (
        k.trigger.word == "make" and _has_particle(c, k) and (c.any(k.through, "target", _GOODS) or c.any(k.through, "weapon"))
    ),
    "livestock_any": lambda c, k: c.lemma_in(k.patients, _LIVESTOCK),
    "mine_struck": _struck_mine,
    "mine_through": _on_mine,
    "opens_up": lambda c, k: _has_particle(c, k) and _forceful(c, k) and (bool(k.instruments) or _hit_through(c, k)),
    "particle_armed": lambda c, k: (
        _has_particle(c, k)
        and c.any(k.patients, "person")
        and (_forceful(c, k) or (k.trigger.word in {"mow", "cut"} and k.passive and not k.doers and _unless_natural(c, k)))
    ),
    "particle_armed_person": lambda c, k: _has_particle(c, k) and c.any(k.patients, "person") and c.armed(k),
    "particle_armed_thing": lambda c, k: _has_particle(c, k) and c.physical(k) and _forceful(c, k),
    "person_agent": lambda c, k: c.any(k.patients, "person") and _someone(c, k),
    "person_hit": _hit_person,
    "person_weapon": lambda c, k: c.person(k) and c.weapon(k),
    "taken_along": _taken_along,
    "defends": _defends,
    "fired_upon": _fired_upon,
    "intrudes": lambda c, k: c.armed(k) and bool(k.through or k.patients),
    "swept": lambda c, k: c.nominals.tree.lemma[c.nominals.tree.head[k.token]].lower() in _SWEEPING,
}
