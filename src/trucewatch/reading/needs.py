"""The conditions of vocab/triggers.yaml by name: which of them an ambiguous word needs to tell of an event. A case in, yes or no out."""

from collections.abc import Callable

from trucewatch.reading import captivity, combat, finds, movements, ordnance
from trucewatch.reading.actors import Noun
from trucewatch.reading.captivity import carried_off, driven_out, held, taken_along
from trucewatch.reading.combat import defends, fire_of, fired_upon, hit_person, hit_through, unless_natural
from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.logged import is_logged
from trucewatch.reading.mines import on_mine, struck_mine
from trucewatch.reading.strangers import something

_CROWDS = frozenset(
    """protester protestor demonstrator worker student crowd people thousand hundred teacher employee union peasant miner farmer citizen
    resident villager activist supporter driver woman youth mourner opposition federation""".split()
)
_AGREEMENTS = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "agreement", "accord", "pact", "treaty", "deal", "plan"})
_GOODS = frozenset({"goods", "vehicle"})
_FIRE = frozenset(
    """attack assault bombing fire gunfire shellfire bombardment
    barrage strike airstrike explosion blast shelling salvo volley raid""".split()
)


def hold(conditions: Conditions, case: Case) -> bool:
    """Return whether any condition of the trigger holds (always, where it has none)."""
    if conditions.metaphor(case):
        return False
    needs = case.trigger.needs
    return not needs or any(_TESTS[need](conditions, case) for need in needs)


LIVESTOCK = frozenset(
    """goat sheep camel cattle cow donkey mule horse pig ox bull
    calf herd flock livestock head animal buffalo yak reindeer poultry dog cat""".split()
)
_COMBAT = frozenset(
    "combat battle fighting action fight clash fire gunfire duty ambush attack engagement skirmish firefight crossfire".split()
)
_BORNE = frozenset("dead body corpse wounded casualty coffin stretcher prize title victory trophy medal honour honor".split())
_REFUGE = frozenset({"shelter", "refuge", "sanctuary", "position", "cover"})
_NAMED = Noun("organisation", "civil")
_WEATHER = frozenset({"snow", "fog", "rain", "flood", "weather", "mud", "traffic", "breakdown", "storm", "landslide", "dust"})
_HEARD = frozenset({"hear", "ring", "erupt", "exchange", "crackle", "echo", "trade", "fire"})
_OFFICES = frozenset("post office seat command mission position station duty chair desk ministry embassy presidency".split())
_NOWHERE = frozenset({"air", "sky", "dark", "darkness", "distance", "sea", "head"})
"""What is fired into where nobody is hit."""
_SWEEPING = frozenset({"net", "yield", "result", "conduct", "launch", "carry", "mount", "nab", "lead", "undertake"})


def _of(conditions: Conditions, case: Case) -> list[int]:
    """Return what stands after "of" below those who suffer it ("stripped the guests of their jewellery")."""
    tree = conditions.nominals.tree
    return [below for at in case.patients for child in tree.children[at] if tree.lower[child] == "of" for below in tree.children[child]]


def _taken_thing(conditions: Conditions, at: int) -> bool:
    """True for the bell of "bandits carried off its bell": a thing, whatever it is, and none of those who cannot walk."""
    if conditions.any((at,), "person") or conditions.nominals.tree.lemma[at].lower() in _BORNE or conditions.abstract(at):
        return False
    return conditions.thing(at) or something(conditions.nominals, at)


type Test = Callable[[Conditions, Case], bool]

_TESTS: dict[str, Test] = {
    "person": Conditions.person,
    "people": lambda c, k: c.person(k) and not c.officials(k.patients),
    "physical": Conditions.physical,
    "place": Conditions.place,
    "armed": Conditions.armed,
    "stormed": lambda c, k: (
        (bool(k.doers) or k.passive)
        and not any(c.nominals.tree.lower[child] in {"to", "off", "through"} for child in c.nominals.tree.children[k.token])
        and c.any(k.patients, "target", frozenset({"building", "infrastructure", "settlement"}))
    ),
    "gave_up": lambda c, k: (
        k.intransitive and not k.through and (c.any(k.patients, "person") or any(c.nominals.tree.pos[at] == "NUM" for at in k.patients))
    ),
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
    "weapon_cache": finds.cache,
    "weapon_patient_armed": lambda c, k: c.weapon_patient(k) and c.armed(k),
    "through_hit": hit_through,
    "explosive": Conditions.explosive,
    "explosive_object": Conditions.explosive_object,
    "explosive_particle": lambda c, k: c.has_particle(k) and c.explosive(k),
    "particle": Conditions.particle,
    "bare": Conditions.bare,
    "munition": lambda c, k: c.any(k.doers, "weapon", frozenset({"bomb", "artillery"})) and (bool(k.through) or c.weapon(k)),
    "fires": lambda c, k: (
        not k.patients and (not k.through or c.lemma_in(k.through, _NOWHERE)) and not k.passive and (c.any(k.doers, "person") or c.armed(k))
    ),
    "armed_patient": lambda c, k: c.any(k.patients, "organisation", frozenset({"armed"})) or (c.armed_patient(k) and bool(k.doers)),
    "taken": captivity.taken,
    "passive": lambda c, k: k.passive and c.person(k),
    "goods": lambda c, k: c.any(k.patients, "target", _GOODS),
    "person_custody": lambda c, k: (
        c.any(k.patients, "person", frozenset({"count", "named", "held", "journalist"})) and c.any((*k.patients, *k.doers), "person")
    ),
    "held": lambda c, k: c.any(k.patients, "person", frozenset({"held"})),
    "person_named": lambda c, k: c.any(k.patients, "person", frozenset({"named"})),
    "mass": lambda c, k: c.lemma_in((*k.doers, *k.patients), _CROWDS),
    "mass_strike": lambda c, k: k.intransitive and c.any(k.doers, "person", frozenset({"worker", "medic"})),
    "observers": lambda c, k: c.observers(k) and not c.lemma_in(k.doers, _WEATHER),
    "observers_away": lambda c, k: c.observers(k) and bool(k.through),
    "passive_hit": lambda c, k: (
        ((k.passive and not k.doers) or c.lemma_in(k.doers, _FIRE)) and (c.physical(k) or c.place(k)) and unless_natural(c, k)
    ),
    "agreement_object": lambda c, k: c.lemma_in(k.patients, _AGREEMENTS),
    "agreement_through": lambda c, k: c.lemma_in(k.through, _AGREEMENTS),
    "place_armed": lambda c, k: (
        c.armed(k) and (c.place(k) or c.physical(k)) and not (k.trigger.word == "take" and c.lemma_in(k.patients, _REFUGE))
    ),
    "real_fight": combat.real_fight,
    "rages": combat.rages,
    "bomb_hits": combat.bomb_hits,
    "headed_bomb": lambda c, k: combat.headed(c, k.token, bare=True),
    "place_armed_subject": lambda c, k: c.armed(k) and c.place(k),
    "bodies": finds.bodies,
    "hurt": lambda _c, k: k.hurt,
    "existential": lambda _c, k: k.existential,
    "none": lambda _c, _k: False,
    "never": lambda _c, _k: False,
    "by_others": lambda c, k: "self" not in c.nominals.tree.lower[max(0, k.token - 5) : k.token],
    "any": lambda _c, _k: True,
    "any_definite": lambda _c, k: k.definite,
    "any_sabotage": lambda _c, k: k.trigger.word == "sabotage",
    "anaphoric_only": lambda _c, k: k.definite,
    "violent": lambda c, k: k.hurt or bool(k.doers) or unless_natural(c, k),
    "attempt_on_life": lambda c, k: c.lemma_in(k.through, frozenset({"life"})),
    "found": lambda _c, k: k.hurt or k.existential or k.passive,
    "made": lambda _c, k: k.existential,
    "access_of": lambda c, k: c.lemma_in(k.patients, frozenset({"access", "entry"})),
    "aircraft": combat.aircraft,
    "armed_thing": lambda c, k: c.forceful(k) and c.physical(k),
    "fell_to": combat.fell_to,
    "turned_upon": combat.turned_upon,
    "armed_on": lambda c, k: c.armed(k) and hit_through(c, k),
    "armed_through": lambda c, k: c.armed_patient(k) and c.someone(k),
    "armed_through_place": lambda c, k: c.armed(k) and (c.place(k) or any(c.thing(at) for at in k.through)),
    "carried_off": carried_off,
    "driven_out": driven_out,
    "explosive_does": lambda c, k: (
        (c.any((*k.doers, *k.instruments), "weapon", frozenset({"bomb", "artillery"})) or c.lemma_in(k.doers, _FIRE))
        and (c.has_particle(k) or bool(k.through))
    ),
    "fell_fighting": lambda c, k: c.armed_patient(k) and c.lemma_in(k.through, _COMBAT),
    "fell_there": combat.fell_there,
    "fire_of": fire_of,
    "held_there": held,
    "livestock": lambda c, k: (c.has_particle(k) or k.trigger.word == "make") and c.lemma_in((*k.patients, *k.through), LIVESTOCK),
    "fought": lambda c, k: c.armed_patient(k),
    "fled": lambda c, k: c.person(k) and not all(c.nominals.tree.lower[at] == "those" for at in k.patients),
    "made_off": lambda c, k: (
        k.trigger.word in {"make", "cart", "haul", "carry"}
        and c.has_particle(k)
        and (
            c.any((*k.through, *k.patients), "target", frozenset({"goods"}))
            or c.any((*k.through, *k.patients), "weapon")
            or (k.trigger.word == "make" and bool(k.through) and c.armed(k) and not c.any(k.through, "person"))
            or (c.armed(k) and not k.passive and any(_taken_thing(c, at) for at in k.patients))
        )
    ),
    "livestock_any": lambda c, k: c.lemma_in(k.patients, LIVESTOCK),
    "mine_struck": struck_mine,
    "mine_through": on_mine,
    "opens_up": lambda c, k: (
        c.has_particle(k)
        and c.forceful(k)
        and (bool(k.instruments) or hit_through(c, k) or c.any(k.doers, "weapon", frozenset({"artillery", "gun"})))
    ),
    "particle_armed": lambda c, k: (
        c.has_particle(k) and c.any(k.patients, "person") and (c.forceful(k) or (k.passive and not k.doers and unless_natural(c, k)))
    ),
    "particle_armed_person": lambda c, k: c.has_particle(k) and c.any(k.patients, "person") and c.armed(k),
    "particle_armed_thing": lambda c, k: c.has_particle(k) and c.physical(k) and c.forceful(k),
    "person_agent": lambda c, k: c.any(k.patients, "person") and c.someone(k),
    "person_hit": hit_person,
    "person_weapon": lambda c, k: c.person(k) and c.weapon(k),
    "taken_along": taken_along,
    "defends": defends,
    "fired_upon": fired_upon,
    "intrudes": lambda c, k: c.armed(k) and bool(k.through or k.patients),
    "swept": lambda c, k: c.nominals.tree.lemma[c.nominals.tree.head[k.token]].lower() in _SWEEPING,
    "engages": combat.engages,
    "fires_shots": combat.fires_shots,
    "fights_on": combat.fights_on,
    "pinned": combat.pinned,
    "intercepts": combat.intercepts,
    "taken_by": captivity.taken_by,
    "penned": captivity.penned,
    "caught": captivity.caught,
    "held_up": captivity.held_up,
    "let_go": captivity.let_go,
    "saved": captivity.saved,
    "bodies_through": finds.bodies_through,
    "found_dead": finds.found_dead,
    "graves": finds.graves,
    "weapons_within": finds.weapons_within,
    "smuggled": finds.smuggled,
    "closed_off": movements.closed_off,
    "place_manned": movements.place_manned,
    "crosses": movements.crosses,
    "lands": movements.lands,
    "pulls_out": movements.pulls_out,
    "advance_on": movements.advance_on,
    "falls_to": movements.falls_to,
    "place_falls": movements.place_falls,
    "boards": movements.boards,
    "pirates": movements.pirates,
    "collapsed": movements.collapsed,
    "mined": movements.mined,
    "detonates": movements.detonates,
    "aircraft_lost": lambda c, k: k.passive and not k.doers and combat.aircraft(c, k),
    "shots_ring": lambda c, k: c.has_particle(k) and c.lemma_in(k.patients, _FIRE | {"shot", "gunshot", "shooting"}),
    "forceful_thing": lambda c, k: c.physical(k) and (c.forceful(k) or (k.passive and not k.doers)),
    "heard": lambda c, k: c.nominals.tree.lemma[c.nominals.tree.head[k.token]].lower() in _HEARD,
    "toll_of": lambda c, k: combat.toll_of(c, k.token),
    "rounded_up": lambda c, k: c.particle(k) and not c.any(k.patients, "target", _GOODS) and not c.lemma_in(k.patients, LIVESTOCK),
    "men_lost": lambda c, k: (
        c.armed(k) and not k.passive and c.any(k.patients, "person", frozenset({"person", "forces", "combatant", "count"}))
    ),
    "armed_person": lambda c, k: c.person(k) and c.armed(k),
    "pressed": captivity.pressed,
    "handed_over": captivity.handed_over,
    "guns_hit": combat.guns_hit,
    "guns_hit_particle": lambda c, k: c.has_particle(k) and combat.guns_hit(c, k),
    "state_hit": combat.state_hit,
    "crowd_charged": combat.crowd_charged,
    "felled": movements.felled,
    "inflicted": lambda c, k: c.nominals.tree.lemma[c.nominals.tree.head[k.token]].lower() == "inflict" and bool(k.doers),
    "place_taken": lambda c, k: (
        k.passive and not k.doers and (c.place(k) or c.any(k.patients, "target", frozenset({"building", "infrastructure", "vehicle"})))
    ),
    "forceful_place": lambda c, k: c.place(k) and (c.forceful(k) or (k.passive and not k.doers)),
    "forces_met": combat.forces_met,
    "wiped_out": combat.wiped_out,
    "accounted": combat.accounted,
    "hunted": combat.hunted,
    "bullets_at": combat.bullets_at,
    "turned_on": combat.turned_on,
    "waylaid": combat.waylaid,
    "bodies_washed": lambda c, k: c.has_particle(k) and finds.bodies(c, k),
    "building_taken": lambda c, k: c.any(k.patients, "target", frozenset({"building", "infrastructure"})),
    "communal": combat.communal,
    "rammed": ordnance.rammed,
    "dispersed": ordnance.dispersed,
    "let_free": captivity.let_free,
    "goes_off": ordnance.goes_off,
    "firing_of": ordnance.firing_of,
    "war_machines": ordnance.war_machines,
    "craft_hit": ordnance.craft_hit,
    "caught_alive": captivity.caught_alive,
    "fought_out": combat.fought_out,
    "held_place": movements.held_place,
    "logged": lambda c, k: is_logged(c.nominals, k.token),
    "headed": lambda c, k: combat.headed(c, k.token),
    "picked_up": captivity.picked_up,
    "lifted": captivity.lifted,
    "run_over": ordnance.run_over,
    "munition_down": lambda c, k: (
        "down" in k.particles + tuple(c.nominals.tree.lower[child] for child in c.nominals.tree.children[k.token])
        and c.any(k.doers, "weapon", frozenset({"bomb", "artillery"}))
    ),
    "building_seized": lambda c, k: (
        c.any(k.patients, "target", frozenset({"building", "infrastructure"})) and c.any(k.doers, "person") and not c.officials(k.doers)
    ),
    "violence_breaks": lambda c, k: (
        (not k.trigger.particles or c.has_particle(k)) and k.intransitive and c.lemma_in(k.doers, frozenset({"violence", "bloodletting"}))
    ),
    "sprayed": combat.sprayed,
    "limb": combat.limb,
    "busted": finds.busted,
    "doused": lambda c, k: c.lemma_in(k.instruments, frozenset({"petrol", "gasoline", "kerosene"})) and c.physical(k),
    "person_passive": lambda c, k: k.passive and not k.doers and c.any(k.patients, "person"),
    "foes_felled": combat.foes_felled,
    "swooped": combat.swooped,
    "burned_itself": combat.burned_itself,
    "brought_down": lambda c, k: (
        (c.has_particle(k) or k.trigger.word == "topple")
        and c.physical(k)
        and (c.any(k.doers, "weapon") or c.lemma_in(k.doers, _FIRE) or c.armed(k))
    ),
    "relieved": lambda c, k: (
        (c.armed(k) or (k.passive and not k.doers and not c.lemma_in(k.through, _OFFICES)))
        and c.any(k.patients, "person")
        and (c.any(k.through, "target") or c.weapon(k) or c.any(k.through, "weapon") or any(c.any((b,), "target") for b in _of(c, k)))
    ),
    "observers_out": lambda c, k: (
        c.observers(k) and any(c.nominals.tree.lower[child] == "out" for child in c.nominals.tree.children[k.token])
    ),
    "named_place": lambda c, k: (
        c.armed(k) and any(c.nominals.proper(at) and c.nominals.noun(at) in (None, _NAMED) for at in (*k.patients, *k.through))
    ),
    "place_freed": lambda c, k: k.passive and c.place(k),
    "named_town": movements.named_town,
    "limbs_tied": combat.limbs_tied,
    "set_about": lambda c, k: not k.patients and c.any(k.through, "person") and c.someone(k),
    "came_for": lambda c, k: (
        not k.patients and c.any(k.through, "person") and (c.armed(k) or any(map(c.craft, k.doers))) and not c.officials(k.doers)
    ),
    "armed_into": movements.armed_into,
    "strikes_at": lambda c, k: not k.patients and c.forceful(k) and combat.hit_through(c, k),
    "threatened_place": combat.threatened_place,
    "struck_back": combat.struck_back,
    "no_food": combat.no_food,
    "disappeared": captivity.disappeared,
    "doers_fight": combat.doers_fight,
    "cost_lives": lambda c, k: combat.cost_lives(c, k.token),
    "armed_between": lambda c, k: c.armed_patient(k) and combat.under_way(c, k.token),
}
