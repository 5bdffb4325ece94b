"""Is somebody shot at, hit or beaten off here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.aims import LIMBS, whose_limb
from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.natural import natural_cause
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers

_FIRING = frozenset(
    """sniper hostile enemy incoming automatic shell artillery mortar rocket tank gun rifle small-arm small-arms arms arm machinegun ground
    tracer cannon anti-aircraft antiaircraft machine-gun machine naval flak howitzer missile insurgent guerrilla militia friendly
    suppressive suppressing covering""".split()
)


def hit_through(conditions: Conditions, case: Case) -> bool:
    """People, a place or a thing stand after the verb's preposition."""
    return bool(case.through) and (
        conditions.any(case.through, "person")
        or conditions.place(case)
        or conditions.physical(case)
        or any(conditions.craft(at) or conditions.nominals.vocabulary_unit(at) for at in case.through)
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


_TOLLS = frozenset("toll casualty death injury damage victim scene aftermath".split())
_GUNS = frozenset("tank gun mortar howitzer launcher cannon artillery howitzer helicopter".split())
_BLOODLESS = frozenset("court parliament press media election poll pitch ring boardroom ballot assembly congress ground front".split())
_PEACEFUL = _BLOODLESS | frozenset(
    """legal political custody verbal price bidding budget constitutional electoral ideological uphill lifelong losing labour labor trade
    diplomatic parliamentary""".split()
)
_RAGING = frozenset(
    """rage last break erupt go continue end begin start resume subside follow ensue flare intensify spread drag cost leave claim kill
    wound injure happen occur take die abate""".split()
)
_STRETCHES = frozenset("minute hour day night week month".split())
_GARRISONS = frozenset({"garrison", "defender", "occupier"})
_BATTERIES = frozenset({"battery", "gun", "mortar", "position", "nest", "emplacement"})
_MODIFIERS = 3
_CROWDS = frozenset("demonstrator protester protestor crowd striker marcher rioter picket mourner supporter".split())
_WHERE = frozenset({"in", "at", "near", "outside", "against", "on", "under", "inside", "beside", "behind"})
_ENGAGEMENTS = frozenset({"battle", "engagement", "action", "skirmish", "fight", "firefight", "gunfight", "duel", "gunbattle"})
_BEATEN = frozenset({"foil", "thwart", "repel", "repulse", "rout", "frustrate"})
_EMPTIED = frozenset("magazine clip gun rifle pistol revolver carbine shotgun weapon barrel".split())
_SEVERING = frozenset({"hack", "chop", "lop", "slice", "amputate"})
"""Verbs by which nobody loses a limb but at another's hand."""
_BOUND = frozenset({"hand", "wrist", "foot", "leg", "ankle", "arm", "thumb"})
_COUNTED = frozenset({"first", "second", "third", "fourth", "last", "one", "both", "other", "another", "all"})
_SHOTS = frozenset("shot round bullet burst volley salvo shell gunshot flare tracer rocket mortar".split())
_CAUSES = frozenset("war army independence freedom right side rank force election navy cause rule junta regime campaign".split())
_FLYING = frozenset("missile rocket drone uav projectile plane aircraft warplane jet warhead munition".split())
_AIRCRAFT = frozenset({"flight", "airlift", "airliner", "airplane", "aeroplane", "airship", "balloon"})
ASSAULTS = frozenset(
    """attack assault attempt infiltration incursion offensive ambush bid crossing advance raid counterattack counter-attack thrust push
    operation plot intrusion onslaught uprising rebellion revolt insurrection mutiny ambuscade""".split()
)


def defends(conditions: Conditions, case: Case) -> bool:
    """Those who fight beat off others who fight, or an attack; a plot or a bid that nobody armed foiled is no fight."""
    if case.trigger.particles and not conditions.has_particle(case):
        return False
    tree = conditions.nominals.tree
    attack = any(_assault(conditions, at) for at in case.patients)
    bare = case.passive and not case.doers
    beaten = bool(case.trigger.particles) or case.trigger.word in _BEATEN
    own = any(tree.lower[child] in {"their", "its", "our", "his"} for at in case.patients for child in tree.children[at])
    manned = (
        case.trigger.word == "silence"
        and not own
        and any(conditions.craft(at) or conditions.lemma_in((at,), _BATTERIES) for at in case.patients)
    )
    fought = conditions.armed_patient(case) or attack or manned or any(conditions.fighting_thing(at) for at in case.patients)
    if not fought:
        return bare and beaten and conditions.lemma_in(case.patients, _COUNTED)  # "the first was thwarted near …"
    if conditions.forceful(case) or any(map(conditions.nominals.crewed, case.doers)):
        return True
    if conditions.any(case.patients, "person", frozenset({"combatant"})) and beaten:
        return bare or conditions.someone(case)  # "villagers drove off the raiders"
    return case.passive and (attack or (bare and beaten))


def _assault(conditions: Conditions, at: int) -> bool:
    """True for an attack, and for a bid, where a word beside it says for what."""
    tree = conditions.nominals.tree
    if tree.lemma[at].lower() == "bid":
        return any(tree.dep[child] in {"compound", "amod", "acl"} for child in tree.children[at])
    return conditions.lemma_in((at,), ASSAULTS)


def fired_upon(conditions: Conditions, case: Case) -> bool:
    """As in "were fired upon by": the preposition has no object, since its object is the subject."""
    tree = conditions.nominals.tree
    upon = any(
        tree.lower[child] in {"on", "upon", "at"} and all(tree.tag[below] == "RB" for below in tree.children[child])
        for child in tree.children[case.token]
    )  # "had been fired on first"
    hit = conditions.person(case) or conditions.physical(case) or conditions.armed_patient(case)
    return case.passive and upon and (hit or any(map(conditions.craft, case.patients)))


def fires_shots(conditions: Conditions, case: Case) -> bool:
    """Shots, rounds or bursts are fired, whatever they hit."""
    return conditions.lemma_in(case.patients, _SHOTS) and (case.passive or bool(case.doers))


def engages(conditions: Conditions, case: Case) -> bool:
    """Those who fight engage others who fight, their positions, vehicles and craft; they engage a contractor otherwise."""
    if not conditions.forceful(case) and not any(map(conditions.craft, case.doers)):
        return False
    vehicles = conditions.any(case.patients, "target", frozenset({"vehicle"}))
    manned = vehicles or any(conditions.craft(at) or conditions.fighting_thing(at) for at in case.patients)
    return manned or conditions.armed_patient(case)


def fights_on(conditions: Conditions, case: Case) -> bool:
    """Those who fight do so with nobody named ("battled in the centre of", "fought their way into"); not in a war or in an army."""
    tree = conditions.nominals.tree
    if not conditions.armed(case) or case.passive or tree.dep[case.token] in {"relcl", "acl"}:
        return False
    if any(tree.lemma[at].lower() not in {"way", "other", "another"} for at in case.patients):
        return False
    beside = (below for child in tree.children[case.token] if tree.dep[child] == "prep" for below in tree.children[child])
    return not any(tree.lemma[below].lower() in _CAUSES for below in beside)


def communal(conditions: Conditions, case: Case) -> bool:
    """People of two kinds clash, with nobody in office among them and nothing they clash "over": herders and farmers, clans, crowds."""
    tree = conditions.nominals.tree
    if conditions.officials(case.doers) or conditions.officials(case.through) or case.passive:
        return False
    spoken = any(tree.lower[child] in {"over", "about"} for child in tree.children[case.token])
    both = conditions.any(case.doers, "person") and conditions.any(case.through, "person")
    return both and (case.hurt or not spoken)


def fought_out(conditions: Conditions, case: Case) -> bool:
    """As in "the engagement was fought near the ford", "a battle fought on 3 March between …"."""
    tree = conditions.nominals.tree
    if not conditions.lemma_in(case.patients if case.passive else case.doers, _ENGAGEMENTS):
        return False
    beside = [child for child in tree.children[case.token] if tree.dep[child] == "prep"]
    if any(tree.lemma[below].lower() in _BLOODLESS for child in beside for below in tree.children[child]):
        return False
    return any(tree.lower[child] not in {"over", "for"} for child in beside)


def pinned(conditions: Conditions, case: Case) -> bool:
    """People are pinned down by those who shoot."""
    hit = conditions.person(case) or conditions.armed_patient(case) or conditions.physical(case)
    return conditions.has_particle(case) and hit and (conditions.forceful(case) or case.passive)


def intercepts(conditions: Conditions, case: Case) -> bool:
    """Missiles, rockets or drones are shot out of the sky."""
    return conditions.lemma_in(case.patients, _FLYING) and (conditions.forceful(case) or case.passive or conditions.someone(case))


def aircraft(conditions: Conditions, case: Case) -> bool:
    """Aircraft are brought down by somebody, or nobody says by whom."""
    hit = conditions.any(case.patients, "weapon", frozenset({"air"})) or conditions.lemma_in(case.patients, _AIRCRAFT)
    down = not case.trigger.particles or conditions.has_particle(case)
    return hit and down and (case.passive or conditions.forceful(case) or conditions.someone(case))


def unless_natural(conditions: Conditions, case: Case) -> bool:
    """No illness, accident or weather is the cause."""
    return not natural_cause(conditions.nominals, case)


def toll_of(conditions: Conditions, at: int) -> bool:
    """True for the bomb of "the toll from a car bomb", "damage caused by a bomb", where no verb tells of it."""
    tree = conditions.nominals.tree
    preposition = tree.head[at]
    if tree.dep[at] != "pobj" or tree.lower[preposition] not in {"from", "in", "after", "of"}:
        return False
    return tree.lemma[tree.head[preposition]].lower() in _TOLLS


def bomb_hits(conditions: Conditions, case: Case) -> bool:
    """True for the bomb of "a bomb under a culvert injured three", "the bomb that wrecked the office"."""
    tree, at = conditions.nominals.tree, case.token
    if tree.tag[at] != "NN":
        return False
    verbs = [tree.head[at]] if tree.dep[at] == "nsubj" else []
    verbs += [child for child in tree.children[at] if tree.dep[child] == "relcl" or (tree.dep[child] == "acl" and tree.tag[child] == "VBD")]
    hurting = (trigger.effect for verb in verbs for trigger in triggers().verbs.get(tree.lemma[verb].lower(), ()))
    return any(effect in {"killed", "injured", "damaged"} for effect in hurting)


def guns_hit(conditions: Conditions, case: Case) -> bool:
    """Tanks or guns are destroyed, by those who fight or nobody says by whom."""
    guns = any(map(conditions.craft, case.patients)) or conditions.lemma_in(case.patients, _GUNS)
    return guns and (conditions.forceful(case) or case.passive or conditions.someone(case))


def state_hit(conditions: Conditions, case: Case) -> bool:
    """A state strikes a thing, or those who fight ("Israel struck a depot"); a state that attacks a plan only speaks."""
    if not any(conditions.state(at) for at in case.doers):
        return False
    hit = conditions.physical(case) or conditions.armed_patient(case) or any(map(conditions.craft, case.patients))
    return hit or (case.trigger.word in {"bomb", "shell"} and conditions.place(case))


def crowd_charged(conditions: Conditions, case: Case) -> bool:
    """Police ride or run at a crowd; who is charged "with" something stands accused."""
    tree = conditions.nominals.tree
    accused = any(tree.lower[child] in {"with", "over", "for"} for child in tree.children[case.token])
    return conditions.armed(case) and not accused and conditions.lemma_in(case.patients, _CROWDS)


def forces_met(conditions: Conditions, case: Case) -> bool:
    """Those who fight do it to others who fight."""
    if case.trigger.particles and not conditions.has_particle(case):
        return False
    foes = conditions.lemma_in(case.patients, _GARRISONS) or any(
        conditions.fights(at) and not conditions.any((at,), "place") for at in case.patients
    )
    foes = foes or conditions.any(case.patients, "person", frozenset({"combatant"}))
    if case.trigger.word in {"surround", "encircle"} and not foes:  # a house, a hamlet, a man in a cave
        foes = conditions.physical(case) or conditions.place(case) or conditions.person(case)
        if case.passive and not case.doers and (conditions.physical(case) or conditions.place(case)):
            return True  # "the hamlet was surrounded"
    return foes and (conditions.armed(case) or any(map(conditions.craft, case.doers)))


def wiped_out(conditions: Conditions, case: Case) -> bool:
    """Those who fight wipe out a unit of others."""
    units = any(map(conditions.nominals.vocabulary_unit, case.patients)) or conditions.armed_patient(case)
    return conditions.has_particle(case) and units and (conditions.armed(case) or any(map(conditions.craft, case.doers)))


def accounted(conditions: Conditions, case: Case) -> bool:
    """As in "the patrol accounted for six terrorists"."""
    return conditions.armed(case) and conditions.any(case.through, "person", frozenset({"combatant"}))


def hunted(conditions: Conditions, case: Case) -> bool:
    """As in "hunted down the rebels"."""
    tree = conditions.nominals.tree
    return any(tree.lower[child] == "down" for child in tree.children[case.token]) and forces_met(conditions, case)


def bullets_at(conditions: Conditions, case: Case) -> bool:
    """Bullets or fire are sprayed at somebody or something."""
    tree = conditions.nominals.tree
    shots = conditions.lemma_in(case.patients, _SHOTS | {"fire", "gunfire"}) or (
        case.trigger.word in {"empty", "discharge"} and conditions.lemma_in(case.patients, _EMPTIED)
    )
    aimed = any(tree.lower[child] in {"at", "on", "into", "upon", "over"} for child in tree.children[case.token])
    aimed = aimed or any(tree.lower[child] in {"at", "on", "into"} for head in case.patients for child in tree.children[head])
    return shots and aimed


def turned_on(conditions: Conditions, case: Case) -> bool:
    """Guns are turned on somebody."""
    tree = conditions.nominals.tree
    guns = conditions.any(case.patients, "weapon", frozenset({"gun", "artillery"}))
    return guns and any(tree.lower[child] in {"on", "upon", "against"} for child in tree.children[case.token])


def waylaid(conditions: Conditions, case: Case) -> bool:
    """Gunmen or rebels, no policemen, stop a vehicle on the road."""
    fighters = conditions.any(case.doers, "person", frozenset({"combatant"})) or any(
        conditions.fights(at) and not conditions.any((at,), "person", frozenset({"forces"})) for at in case.doers
    )
    state = conditions.any(case.doers, "organisation", frozenset({"state"})) or conditions.any(case.doers, "person", frozenset({"forces"}))
    return fighters and not state and conditions.any(case.patients, "target", frozenset({"vehicle"})) and not conditions.observers(case)


def real_fight(conditions: Conditions, case: Case) -> bool:
    """A fight of those who bear arms, or in which people are hurt; not the fight against crime or for a cause."""
    tree = conditions.nominals.tree
    if any(tree.lower[child] in {"against", "for", "over", "to"} for child in tree.children[case.token]):
        return False
    between = any(tree.lower[child] in {"between", "with"} for child in tree.children[case.token])
    return (between and (conditions.armed(case) or conditions.armed_patient(case))) or case.hurt or headed(conditions, case.token)


def rages(conditions: Conditions, case: Case) -> bool:
    """A battle or a siege of which the words say that it went on, how long it did or that people were hurt in it; no battle in court."""
    tree, at = conditions.nominals.tree, case.token
    if any(tree.lower[child] in _PEACEFUL or tree.dep[child] == "poss" for child in tree.children[at] if child < at):
        return False
    if any(not _over_something(conditions, child) for child in tree.children[at] if tree.lower[child] in {"for", "against", "over"}):
        return False
    above, relation = tree.head[at], tree.dep[at]
    if relation in {"nsubj", "nsubjpass"} and tree.lemma[above] in _RAGING:
        return True
    if any(tree.dep[child] in {"relcl", "acl"} and tree.lemma[child] in _RAGING for child in tree.children[at]):
        return True
    if relation != "pobj":
        return False
    if tree.lower[above] == "of":
        return tree.lemma[tree.head[above]].lower() in _STRETCHES  # "forty minutes of combat"
    return tree.lower[above] in {"in", "during", "after", "by"} and (case.hurt or _harms(conditions, tree.head[above]))


def _over_something(conditions: Conditions, preposition: int) -> bool:
    """True where what is fought for, over or against is a place, a thing or people."""
    tree = conditions.nominals.tree
    heads = [below for below in tree.children[preposition] if tree.dep[below] == "pobj"]
    solid = ("place", "target", "person", "organisation")
    return any(conditions.nominals.proper(head) or any(conditions.any((head,), kind) for kind in solid) for head in heads)


def _harms(conditions: Conditions, verb: int) -> bool:
    """True for a verb that tells of people killed or hurt."""
    found = triggers().verbs.get(conditions.nominals.tree.lemma[verb].lower(), ())
    return any(trigger.effect in {"killed", "injured"} for trigger in found)


def headed(conditions: Conditions, at: int, *, bare: bool = False) -> bool:
    """True for the noun of an entry of its own: "Combat in the hills of Palo"; ``bare``: only where no clause hangs on it."""
    tree = conditions.nominals.tree
    if bare and (any(tree.dep[child] in {"acl", "relcl"} for child in tree.children[at]) or at - tree.edges(at)[0] > _MODIFIERS):
        return False
    first = tree.edges(at)[0]
    opens = first == 0 or conditions.nominals.parse.sentence_of[first - 1] != conditions.nominals.parse.sentence_of[first]
    placed = any(tree.dep[child] == "prep" and tree.lower[child] in _WHERE for child in tree.children[at])
    return tree.head[at] == at and opens and placed


def sprayed(conditions: Conditions, case: Case) -> bool:
    """Those who fight spray a vehicle or people, with nothing but bullets."""
    tree = conditions.nominals.tree
    other = any(tree.lower[child] == "with" for child in tree.children[case.token]) and not case.instruments
    hit = conditions.person(case) or conditions.any(case.patients, "target", frozenset({"vehicle", "building"}))
    return conditions.armed(case) and hit and not other


def limb(conditions: Conditions, case: Case) -> bool:
    """Those who fight break or cut off a limb of somebody's; anybody hacks one off, and nobody's own."""
    tree = conditions.nominals.tree
    if not any(tree.lemma[at].lower() in LIMBS and whose_limb(conditions.nominals, at) is not None for at in case.patients):
        return False
    if case.trigger.word in _SEVERING and case.doers and not conditions.any(case.doers, "person"):
        return False
    off = conditions.any(case.doers, "weapon", frozenset({"bomb", "artillery"})) or case.trigger.word in _SEVERING
    return (
        conditions.armed(case) or off or (conditions.someone(case) and tree.dep[case.token] == "conj")
    )  # "set upon him and broke his arm"


_UNIONS = frozenset({"union", "federation", "congress", "guild", "staff", "workforce"})
_SHELLED = frozenset(
    "pea bean nut peanut walnut almond pistachio egg prawn shrimp crab oyster mussel cashew corn pistachio seed brick wall".split()
)


def no_food(conditions: Conditions, case: Case) -> bool:
    """Whatever is shelled, but what has a shell of its own, and whatever bricks are mortared, was shot at by guns."""
    return bool(case.patients) and not conditions.lemma_in(case.patients, _SHELLED)


def struck_back(conditions: Conditions, case: Case) -> bool:
    """Those who fight strike back, at nobody named or at those who can be hit: who hits back at critics speaks."""
    if case.patients or case.passive or not conditions.forceful(case):
        return False
    if case.trigger.particles and not conditions.has_particle(case):
        return False
    return not case.through or (
        hit_through(conditions, case) and (conditions.armed_patient(case) or conditions.physical(case) or conditions.place(case))
    )


_THREATENING = frozenset("threaten vow swear pledge promise warn".split())


def threatened_place(conditions: Conditions, case: Case) -> bool:
    """Somebody threatens to strike or to burn a place ("threaten to strike Dakar"), whoever he is: nobody strikes it with words."""
    tree = conditions.nominals.tree
    above = tree.head[case.token]
    if tree.dep[case.token] not in {"xcomp", "ccomp"} or tree.lemma[above].lower() not in _THREATENING or case.passive:
        return False
    if conditions.any(case.doers, "person", frozenset({"worker", "medic"})) or conditions.lemma_in(case.doers, _UNIONS):
        return False
    for head in case.patients:
        conditions.nominals.take_unknown_as_place(head)
    return conditions.place(case)


def limbs_tied(conditions: Conditions, case: Case) -> bool:
    """People tie somebody's hands, or his hands are tied; a deal that ties a minister's does not."""
    tree = conditions.nominals.tree
    bound = any(tree.lemma[at].lower() in _BOUND and whose_limb(conditions.nominals, at) is not None for at in case.patients)
    return bound and (conditions.any(case.doers, "person") or (case.passive and not case.doers))


def foes_felled(conditions: Conditions, case: Case) -> bool:
    """Fighters "were felled", with nobody named."""
    foes = conditions.any(case.patients, "person", frozenset({"combatant", "forces"}))
    return case.passive and not case.doers and foes and (not case.trigger.particles or conditions.has_particle(case))


def fell_to(conditions: Conditions, case: Case) -> bool:
    """People fall "to a sniper", "to rebel bullets"; a town that falls to rebels is taken."""
    if case.passive or not conditions.any(case.patients, "person"):
        return False
    return any(map(conditions.fights, case.through)) or conditions.any(case.through, "weapon")


def turned_upon(conditions: Conditions, case: Case) -> bool:
    """Those who fight turn "on" people, a building or a village; the object of "on" may be read as the verb's own."""
    if "on" not in case.particles and not case.through:
        return False
    heads = (*case.through, *case.patients)
    things = frozenset({"building", "settlement", "vehicle"})
    hit = conditions.any(heads, "person") or conditions.any(heads, "target", things)
    return hit and conditions.armed(case) and not case.passive


def swooped(conditions: Conditions, case: Case) -> bool:
    """People fall upon or swoop on a village, a camp or others."""
    word = case.trigger.word
    return word in {"swoop", "pounce", "fall"} and conditions.someone(case) and hit_through(conditions, case)


def burned_itself(conditions: Conditions, case: Case) -> bool:
    """A building burned where the paragraph tells of weapons."""
    nominals, words = conditions.nominals, triggers()
    if not case.intransitive or not conditions.any(case.patients, "target", frozenset({"building", "vehicle"})):
        return False
    tree, paragraph = nominals.tree, nominals.parse.paragraph_of
    near = range(max(0, case.token - 90), min(len(tree), case.token + 90))
    return any(tree.lemma[at].lower() in words.violence for at in near if paragraph[at] == paragraph[case.token])


_THERE = frozenset({"at", "near", "outside", "around"})


def fell_there(conditions: Conditions, case: Case) -> bool:
    """Fighters "fell at the bridge on Sunday": in the past, with nothing beside but where and when; not "fell ill", "fell on the camp"."""
    tree = conditions.nominals.tree
    below = [child for child in tree.children[case.token] if child > case.token]
    said = [child for child in below if tree.dep[child] in {"prep", "prt", "acomp", "advmod", "dobj", "xcomp", "oprd"}]
    past = tree.tag[case.token] in {"VBD", "VBN"} and not any(tree.tag[child] == "MD" for child in tree.children[case.token])
    there = any(tree.lower[child] in _THERE for child in said)
    alone = all(tree.lower[child] in _THERE or _when_or_town(tree, child) for child in said)
    many = bool(case.patients) and all(
        tree.tag[at] in {"NNS", "NNPS"} and conditions.any((at,), "person") and conditions.fights(at) for at in case.patients
    )
    return past and there and alone and many


def _when_or_town(tree: Tree, at: int) -> bool:
    """True for "in" or "on" before a name or a day: "in Aleppo", "on Sunday", "on the 17th"."""
    head = tree.child(at, "pobj") if tree.lower[at] in {"in", "on"} else None
    return head is not None and (tree.tag[head] in {"NNP", "CD"} or tree.lower[head][:1].isdigit())


_COSTING = frozenset("leave kill wound injure maim hurt".split())
_LIVES = frozenset({"cost", "claim", "take"})


def doers_fight(conditions: Conditions, case: Case) -> bool:
    """Those who do it bear arms, or fly and sail what does: "a sortie by jets"; a ministry's crackdown is none."""
    return any(conditions.fights(at) or conditions.craft(at) for at in case.doers)


def cost_lives(conditions: Conditions, at: int) -> bool:
    """What is told of the noun is whom it killed or hurt: "the sortie left 17 dead", "the foray cost nine lives"."""
    tree = conditions.nominals.tree
    verb = tree.head[at]
    if tree.dep[at] != "nsubj" or tree.lemma[verb] not in _COSTING | _LIVES:
        return False
    whom = tree.child(verb, "dobj", "ccomp", "oprd")
    if whom is None:
        return False
    if tree.lemma[verb] in _LIVES:
        return tree.lemma[whom] == "life"
    return tree.pos[whom] in {"NUM", "ADJ"} or conditions.any((whom,), "person") or tree.lower[whom] in {"dead", "wounded", "injured"}


def under_way(conditions: Conditions, at: int) -> bool:
    """Hostilities break out, go on or are resumed; an end to them is none."""
    tree = conditions.nominals.tree
    verb = tree.head[at]
    if tree.dep[at] == "nsubjpass":
        return tree.lemma[verb] in {"resume", "renew"}
    return tree.dep[at] == "nsubj" and tree.lemma[verb] in _RAGING | {"resume", "recommence"}
