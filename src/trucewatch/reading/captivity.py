"""Is somebody led away, held or driven out here? Conditions of vocab/triggers.yaml: a case in, yes or no out."""

from trucewatch.reading.agents import at_hands
from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.tree import Tree

_ROUGH = frozenset({"drag", "haul", "bundle", "whisk", "spirit"})
"""Verbs by which nobody is led away of his own will."""
_CARRIED = frozenset({"carry", "lead", "march"})
_RESCUING = frozenset(
    """rubble wreckage debris ruin water river sea car wreck collapsed stretcher flame fire
    danger safety hospital flood avalanche ship boat wave mountain cave trap clinic prison drowning""".split()
)
_CAPTIVE = frozenset("kidnap abduct hostage captive prisoner detain detainee capture captor ransom hold seize arrest".split())
_PRESSING = frozenset({"conscript", "press-gang", "pressgang"})
_CUSTODY = frozenset(
    """barrack barracks camp base garrison station headquarters prison jail gaol cell stadium fort fortress compound outpost stockade
    dungeon detention stronghold hideout forest bush jungle""".split()
)
_FIRE = frozenset("fire gunfire shellfire shelling bombardment fighting violence attack raid clash threat arson war".split())
_LIFTING = frozenset({"onto", "out", "over", "up", "aboard", "down", "into", "above", "clear", "to", "shoulder", "high"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_MEN = frozenset("man men troop soldier fighter band unit column patrol comrade follower company guerrilla force party group team".split())
_KIN = frozenset("family woman child wife mother relative other rest crowd group villager passenger parent".split())
_HOLDING = frozenset({"responsible", "accountable", "liable", "guilty", "back", "up", "together", "down"})


def own_men(tree: Tree, at: int) -> bool:
    """True for "his men", "their fighters": whoever leads them away takes nobody."""
    owner = tree.child(at, "poss")
    return owner is not None and tree.lower[owner] in _OWNERS and tree.lemma[at].lower() in _MEN


def carried_off(conditions: Conditions, case: Case) -> bool:
    """People are led away, or dragged out of where they were, by those who fight or against their will; a rescue is none."""
    tree, word = conditions.nominals.tree, case.trigger.word
    if not conditions.any(case.patients, "person") or conditions.any(case.patients, "person", frozenset({"hurt"})):
        return False
    if all(own_men(tree, at) for at in case.patients):
        return False  # "led his men away"
    if _struck_off(conditions, case):
        return False
    into_car = word in {"bundle", "whisk", "force", "push", "haul", "drag"} and conditions.any(
        [below for child in tree.children[case.token] if tree.lower[child] == "into" for below in tree.children[child]], "target"
    )
    captors = into_car or conditions.any(case.doers, "person", frozenset({"combatant"})) or word in {"lead", "march"}
    if not (captors and (into_car or conditions.armed(case))) and (
        conditions.lemma_in(case.through, _RESCUING)
        or any(tree.lemma[below].lower() in _RESCUING for child in tree.children[case.token] for below in tree.children[child])
    ):
        return False
    away = conditions.has_particle(case)
    if away and word == "drive" and conditions.armed_patient(case):
        return False  # raiders who are driven off are beaten, not led away
    if conditions.armed(case):
        if word == "march" and case.through:
            return True  # "marched them to the schoolyard"
        if any(conditions.any((below,), "person", frozenset({"held"})) for below in _as(conditions, case.token)):
            return True  # "led eight men aboard as prisoners"
        down = word != "carry" and any(
            tree.lower[child] in {"off", "out"} for child in tree.children[case.token]
        )  # "forced the passengers off a bus"
        return away or down or conditions.from_place(case.token) or word in _ROUGH
    nobody = case.passive and not case.doers
    if word in _ROUGH:
        return (away or bool(case.through)) and (nobody or conditions.any(case.doers, "person"))
    return nobody and away and word in _CARRIED


def _as(conditions: Conditions, verb: int) -> list[int]:
    tree = conditions.nominals.tree
    return [below for child in tree.children[verb] if tree.lower[child] == "as" for below in tree.children[child]]


def held(conditions: Conditions, case: Case) -> bool:
    """People are held by those who fight, or nobody says by whom; not held responsible, not held up, not observers on their way."""
    tree = conditions.nominals.tree
    if not conditions.any(case.patients, "person") or case.particles or conditions.observers(case):
        return False
    if all(tree.lower[at] == "those" for at in case.patients):
        return False  # "those held said": who they are, not what happened
    below = (child for at in (case.token, *case.patients) for child in tree.children[at])
    if any(tree.lower[child] in _HOLDING for child in below):
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
    out = any(conditions.nominals.tree.lower[child] == "out" for child in conditions.nominals.tree.children[case.token])
    if unarmed and out and case.trigger.word == "drive":
        return conditions.forceful(case) or (case.passive and (not case.doers or conditions.lemma_in(case.doers, _FIRE)))
    return unarmed and conditions.armed(case) and bool(case.through)


def taken(conditions: Conditions, case: Case) -> bool:
    """People are taken away, or from where they were, by those who fight or nobody says by whom."""
    tree = conditions.nominals.tree
    if _struck_off(conditions, case):
        return False
    away = any(tree.lower[child] in {"away", "off"} for child in tree.children[case.token]) or bool(set(case.particles) & {"away", "off"})
    away = away or any(_off_a_thing(conditions, child) for at in case.patients for child in tree.children[at] if child > case.token)
    whom = conditions.person(case) and (conditions.armed(case) or (case.passive and not case.doers))
    return whom and (bool(away) or conditions.from_place(case.token) or _to_custody(conditions, case.token))


def _struck_off(conditions: Conditions, case: Case) -> bool:
    """True for "took the guard off the list": nobody is held who is only written off."""
    tree = conditions.nominals.tree
    off = (child for above in (case.token, *case.patients) for child in tree.children[above] if tree.lower[child] in {"off", "from"})
    papers = lexicon().unless["take"]
    return any(tree.lower[below] in papers for child in off for below in tree.children[child])


def _off_a_thing(conditions: Conditions, preposition: int) -> bool:
    """True for the "off a bus" of "took two privates off a bus", read as what the privates are off."""
    tree = conditions.nominals.tree
    return tree.lower[preposition] == "off" and any(conditions.any((head,), "target") for head in tree.children[preposition])


def _to_custody(conditions: Conditions, verb: int) -> bool:
    """True where people are taken to where they are held, or nobody knows where: "to the barracks", "into the forest"."""
    tree = conditions.nominals.tree
    return any(
        tree.lemma[head].lower() in _CUSTODY or (tree.lemma[head].lower() == "location" and "unknown" in tree.lower[verb:head])
        for child in tree.children[verb]
        if tree.dep[child] == "prep" and tree.lower[child] in {"to", "into"}
        for head in tree.children[child]
    )


def taken_by(conditions: Conditions, case: Case) -> bool:
    """People "were taken by gunmen", and not to a hospital or to safety."""
    tree = conditions.nominals.tree
    onward = any(tree.dep[child] == "prep" and tree.lower[child] in {"to", "into", "for", "aboard"} for child in tree.children[case.token])
    return case.passive and not onward and conditions.armed(case) and conditions.any(case.patients, "person")


def penned(conditions: Conditions, case: Case) -> bool:
    """People are locked in, herded together or parted from their families by those who fight, or nobody says by whom."""
    tree, word = conditions.nominals.tree, case.trigger.word
    if not conditions.any(case.patients, "person") or conditions.any(case.patients, "person", frozenset({"hurt"})):
        return False
    into = any(
        tree.dep[child] == "prep" and tree.lower[child] in {"in", "inside", "into", "together"} for child in tree.children[case.token]
    )
    if word == "separate":
        kin = conditions.lemma_in(case.through, _KIN)
        several = any(tree.tag[at] in {"NNS", "NNPS"} for at in case.patients)
        return kin and (conditions.armed(case) or (case.passive and not case.doers and several))
    if conditions.armed(case):
        return into or word in {"herd", "corral"}
    return case.passive and not case.doers and into and word in {"herd", "corral", "lock"}


def caught(conditions: Conditions, case: Case) -> bool:
    """Those who fight or keep order catch somebody."""
    people = conditions.any(case.patients, "person", frozenset({"combatant", "count", "person", "held", "forces"}))
    return conditions.armed(case) and people and not case.passive


def caught_alive(conditions: Conditions, case: Case) -> bool:
    """Those who fight, suspects and the like "were caught alive", "were caught with rifles"; not in a crossfire, not by surprise."""
    tree = conditions.nominals.tree
    if not case.passive or (case.doers and not conditions.armed(case)):
        return False
    people = conditions.any(case.patients, "person", frozenset({"combatant", "forces", "count", "some"})) or conditions.armed_patient(case)
    people = people or (bool(case.instruments) and conditions.any(case.patients, "person"))
    beside = [child for child in tree.children[case.token] if tree.lower[child] in {"in", "up", "between", "off", "unawares", "under"}]
    amid = any(not conditions.any(tree.children[child], "place") for child in beside)
    return people and not amid


def let_free(conditions: Conditions, case: Case) -> bool:
    """Captives "were let go": who is told of as kidnapped or held in the same sentence."""
    tree, number = conditions.nominals.tree, conditions.nominals.parse.sentence_of
    if not any(tree.lower[child] in ({"go", "free"} if case.trigger.word == "let" else {"free"}) for child in tree.children[case.token]):
        return False
    near = range(max(0, case.token - 25), min(len(tree), case.token + 25))
    held_there = any(tree.lemma[at].lower() in _CAPTIVE and number[at] == number[case.token] for at in near)
    people = bool(case.patients) and all(conditions.any((at,), "person") for at in case.patients)
    return people and held_there


def held_up(conditions: Conditions, case: Case) -> bool:
    """Robbers hold up a bank or a bus, and those who fight hold up people; what fog holds up is late."""
    robbed = conditions.physical(case) and conditions.someone(case)
    if conditions.has_particle(case) and conditions.armed(case) and case.patients and not case.passive and not conditions.observers(case):
        return not conditions.armed_patient(case)
    return conditions.has_particle(case) and (robbed or (conditions.any(case.patients, "person") and conditions.armed(case)))


def let_go(conditions: Conditions, case: Case) -> bool:
    """People are set free by those who fight or hold power, or nobody says by whom; not from a hospital or from rubble."""
    if not conditions.any(case.patients, "person") or _rescued(conditions, case):
        return False
    if conditions.lemma_in(case.patients, frozenset({"figure", "subject"})):
        return False  # a ministry releases figures
    return conditions.armed(case) or (case.passive and not case.doers) or conditions.any(case.doers, "organisation")


def saved(conditions: Conditions, case: Case) -> bool:
    """Those who fight or keep order rescue people from captors, not from rubble, flames or the sea."""
    return conditions.any(case.patients, "person") and conditions.armed(case) and not _rescued(conditions, case)


def _rescued(conditions: Conditions, case: Case) -> bool:
    tree = conditions.nominals.tree
    beside = (below for child in tree.children[case.token] for below in (child, *tree.children[child]))
    return any(tree.lemma[below].lower() in _RESCUING for below in beside if below not in case.patients)


def pressed(conditions: Conditions, case: Case) -> bool:
    """Those who fight take children, or people by force, into their ranks."""
    tree = conditions.nominals.tree
    forced = any(tree.lower[child] in {"forcibly", "forcefully"} for child in tree.children[case.token]) or case.trigger.word in _PRESSING
    if case.trigger.word == "press":
        forced = any(tree.lemma[below] in {"service", "labour", "labor", "porterage"} for below in range(*tree.edges(case.token)))
        return forced and conditions.armed(case) and conditions.any(case.patients, "person")
    young = conditions.any(case.patients, "person", frozenset({"child"}))
    return conditions.any(case.patients, "person") and (conditions.armed(case) or case.passive) and (forced or young)


def handed_over(conditions: Conditions, case: Case) -> bool:
    """Captives are handed over."""
    return conditions.has_particle(case) and conditions.any(case.patients, "person", frozenset({"held"}))


def lifted(conditions: Conditions, case: Case) -> bool:
    """Police or soldiers lift somebody, or he is lifted from his home: arrested; nobody hurt, and neither onto nor out of anything."""
    tree = conditions.nominals.tree
    if not conditions.any(case.patients, "person") or conditions.any(case.patients, "person", frozenset({"hurt", "mission"})):
        return False
    beside = [child for child in tree.children[case.token] if child > case.token]
    if any(tree.lower[child] in _LIFTING for child in beside) or conditions.armed_patient(case):
        return False
    if conditions.armed(case):
        return not any(tree.lemma[below].lower() in _RESCUING for child in beside for below in tree.children[child])
    dated = tree.dep[case.token] == "acl" and not case.doers  # "the six local men lifted that Sunday"
    return case.passive and (dated or conditions.from_place(case.token))


def picked_up(conditions: Conditions, case: Case) -> bool:
    """Suspects or activists "were picked up", with nobody named, or anybody was picked up "from his home"."""
    tree = conditions.nominals.tree
    words = frozenset("suspect man people youth student activist person leader member boy".split())
    if not conditions.has_particle(case):
        return False
    home = any(
        tree.lemma[below].lower() in {"home", "house", "residence", "field", "hostel", "checkpoint", "village"}
        for child in tree.children[case.token]
        if tree.lower[child] in {"from", "at"}
        for below in tree.children[child]
    )
    nobody = case.passive and not case.doers
    return nobody and (conditions.lemma_in(case.patients, words) or (home and conditions.any(case.patients, "person")))


_CUSTODY_OF = frozenset("custody detention captivity hands prison barracks".split())


def disappeared(conditions: Conditions, case: Case) -> bool:
    """People disappeared at somebody's hands, by force or in custody; whoever only disappears may have gone."""
    tree = conditions.nominals.tree
    if case.patients and all(map(conditions.fights, case.patients)):
        return False
    if not conditions.any(case.patients, "person"):
        return False
    forced = any(tree.lower[child] in {"forcibly", "forcefully"} for child in tree.children[case.token])
    held_by = any(
        tree.lower[below] in _CUSTODY_OF
        for child in tree.children[case.token]
        if tree.dep[child] == "prep" and tree.lower[child] in {"in", "from", "at"}
        for below in tree.children[child]
    )
    return forced or held_by or bool(at_hands(conditions.nominals, case.token))
