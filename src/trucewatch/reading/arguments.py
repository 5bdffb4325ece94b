"""Verb → its arguments: who does it, who has it done to them, and what stands after prepositions. Token indices in and out.

Passives, reduced relatives, relative pronouns, coordination and control are undone here, so that a rule about a verb asks one question
("who is its subject?") whatever the syntax. Nothing here knows what the verb means.
"""

from dataclasses import dataclass
from typing import cast

from trucewatch.reading.coordination import coordinated
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.misreadings import (
    BY_WHICH,
    SEEING,
    after_colon,
    among,
    approximate,
    before_list,
    busy,
    chained,
    dated,
    engaged,
    finite,
    finite_after_name,
    fronted,
    gapped,
    heading,
    interrupted,
    inverted,
    joined_active,
    labelled,
    modified,
    mounted,
    opened,
    others,
    prepositional,
    ranked,
    related,
    riding,
    seen_so,
    set_off,
    shifted_object,
    whose,
    whose_thing,
)
from trucewatch.reading.tree import Tree

_SUBJECT = frozenset({"nsubj", "csubj"})
_OBJECT = frozenset({"dobj", "obj"})
_VERBAL = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_STOPPING = frozenset("foil thwart prevent avert frustrate abort stop stag uncover discover denounce condemn fear reject".split())
_OBJECTLESS = frozenset(
    """slam crash land fall explode burst clash die flee rain thud plough plow swoop collide erupt perish collapse skirmish go
    sweep swarm advance march charge roll descend pounce pour stream stray blunder""".split()
)
"""Verbs that take no object: read as a reduced relative clause, they are the main verb of what they hang on."""
_PARTED = frozenset(
    (verb, particle)
    for verb, particles in {
        "seal": ("off",), "cordon": ("off",), "drive": ("off", "back"), "fight": ("off",), "beat": ("off", "back"), "fend": ("off",),
        "ward": ("off",), "blow": ("up", "down"), "gun": ("down",), "shoot": ("down", "up"), "round": ("up",), "pick": ("up", "off"),
        "mow": ("down",), "cut": ("down", "off"), "set": ("off",), "break": ("up",), "burn": ("down",), "knock": ("out", "down"),
        "wipe": ("out",), "take": ("out",), "hold": ("up",), "bring": ("down",), "pin": ("down",), "hunt": ("down",), "lock": ("up",),
        "hack": ("off",), "chop": ("off",), "slice": ("off",), "lop": ("off",), "saw": ("off",), "tear": ("off",), "rip": ("off",),
        "bite": ("off",), "shear": ("off",), "push": ("back",), "throw": ("back",), "stave": ("off",), "carry": ("off",), "lay": ("down",),
    }.items()
    for particle in particles
)  # fmt: skip
"""Verbs with the particles that the parse may take for prepositions."""
_HELD = frozenset({"hostage", "prisoner", "captive"})
"""What those who are taken become: no object of a participle's own."""
_CATCHING = frozenset("catch spot photograph depict picture record capture surprise".split())
"""What one does to people who are at something."""
_SPANS = frozenset({"day", "night", "morning", "evening", "afternoon", "week", "month", "year", "hour"})
_FOLLOWING = frozenset({"next", "following", "same", "previous", "that"})
_COMING = _OBJECTLESS | {"come", "disappear", "vanish", "survive", "lie", "remain", "succumb", "bleed"}
_GUARDING = frozenset({"guard", "protect", "defend", "escort"})
_HOSTILE = frozenset(
    """rebel guerrilla guerilla insurgent terrorist militant maoist separatist jihadist army police government opposition enemy militia
    islamist secessionist paramilitary""".split()
)
"""Words before an attempt that say whose it is."""
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
"""Beside a subject they only stress it: "the chief was himself shot"."""
_RAISING = frozenset("likely unlikely certain sure able unable ready bound due set prone quick first last".split())
"""Adjectives after which an infinitive says what their subject does."""
_GUILTY = frozenset({"guilty", "responsible", "culpable", "capable"})
_CROSSING = frozenset("cross travel traverse climb ford enter leave breach scale jump walk march ride cover brave pass".split())
"""Verbs of moving, whose object is where they lead and no doer of what follows: "crossed the river to storm the fort"."""
_HEARING = frozenset({"hear", "learn", "establish", "recall", "find"})
_MAX_CLIMB = 4
_LINKING = frozenset({"VERB", "CCONJ", "PUNCT", "ADV", "PART"})
"""What stands between verbs that share the object of the last."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Heads of the arguments of one verb, coordination undone. ``subjects`` do it, ``objects`` have it done to them, whatever the voice.

    ``preps`` pairs each preposition (lower case) with the heads of its objects; ``shared``: the subjects come from a governing verb.
    """

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    preps: tuple[tuple[str, tuple[int, ...]], ...] = ()
    particles: tuple[str, ...] = ()
    passive: bool = False
    shared: bool = False

    def after(self, *words: str) -> tuple[int, ...]:
        """Return the heads that stand after any of the prepositions ``words``."""
        return tuple(head for word, heads in self.preps if word in words for head in heads)


def arguments(tree: Tree, verb: int, depth: int = 0) -> Arguments:
    """Return the arguments of the verb at token ``verb``; ``depth``: how many verbs asked for those of another."""
    kept = cast("dict[tuple[int, int], Arguments]", tree.notes.setdefault("arguments", {}))  # each of several rules asks for them
    found = kept.get((verb, depth))
    if found is None:
        found = kept[verb, depth] = _arguments(tree, verb, depth)
    return found


def _arguments(tree: Tree, verb: int, depth: int) -> Arguments:
    subjects: list[int] = []
    objects: list[int] = []
    preps: list[tuple[str, tuple[int, ...]]] = []
    particles: list[str] = []
    passive = False
    dep, tag = tree.dep, tree.tag
    if dep[verb] == "acl" and tag[verb] == "VBN" and (state := tree.child(verb, "dobj", "oprd")) is not None and tree.lower[state] in _HELD:
        passive = tree.child(verb, "nsubj") is None  # "an engineer, taken hostage by pirates"
    for child in tree.children[verb]:
        relation = dep[child]
        if relation in _SUBJECT and subjects and child < verb and _below_preposition(tree, child):
            continue
        if relation in _SUBJECT and tree.lower[child] in _SELVES and (who := tree.child(child, "appos")) is not None and not subjects:
            subjects.append(who)  # "A third, herself an ex-combatant, admitted"
            continue
        if relation in _SUBJECT and (before := _on_the_day(tree, verb, child)) is not None:
            subjects.extend(arguments(tree, before, depth + 1).subjects)  # "derailed a train and the next day ambushed a convoy"
            continue
        if relation in _SUBJECT and (_set_apart(tree, verb, child) or tree.lower[child] in _SELVES):
            continue
        if relation in _SUBJECT and tree.lower[child] == "whom" and (inner := tree.child(child, "nsubj")) is not None:
            subjects.extend(coordinated(tree, inner))  # "peacekeepers whom armed elements had seized"
            objects.append(child)
            continue
        if relation in _SUBJECT:
            gerund = tree.child(child, "nsubj") if tree.tag[child] in {"VBG", "VBN"} else None
            if gerund is not None and gerund < child:  # "bandits searching a house killed a driver", read as their searching it
                subjects.extend(coordinated(tree, gerund))
                continue
            if relation == "csubj" and (doers := modified(tree, verb)):
                subjects.extend(doers)
                continue
            numbered = tree.pos[child] == "NUM" and bool(subjects) and tree.pos[subjects[-1]] != "NUM"  # "the band, eleven strong, fled"
            if subjects and (numbered or tag[child] == tag[subjects[-1]] == "NNS") and _explains(tree, child, verb):
                continue
            if subjects and subjects[-1] < child < verb and tree.lower[child - 1] != "and":
                subjects.clear()  # two subjects the parse gave one verb: the nearer is its own
            told = coordinated(tree, after_colon(tree, whose(tree, child), verb))
            patient = relation == "nsubj" and tag[verb] == "VBN" and child < verb and tree.child(verb, "auxpass") is not None
            (objects if patient else subjects).extend(told)
        elif relation == "advmod" and tag[child] == "NN" and tree.lower[child].endswith("fire") and child == verb + 1:
            objects.append(child)  # "traded shellfire with troops"
        elif relation in _OBJECT and child > verb and tree.lower[tree.edges(child)[0] - 1] == ";":
            continue  # "escort blown up; a car caught behind it": another clause begins there
        elif relation in _OBJECT and _off_it(tree, verb, child):
            preps.append((tree.lower[tree.edges(child)[0] - 1], coordinated(tree, child)))
        elif relation in _OBJECT and (tree.lower[child] != "dead" or tree.child(child, "det", "poss", "nummod") is not None):
            # not the dead of "shot dead around 120 people", but of "carried off their dead"
            objects.extend(coordinated(tree, child))
        elif relation == "oprd" and tree.lower[child] == "alive" and (taken := tree.child(child, "dobj")) is not None:
            objects.extend(coordinated(tree, taken))  # "captured alive a captain"
        elif relation == "nsubjpass" and tree.child(verb, "auxpass") is None and opened(tree, verb) and tag[verb] in {"VBN", "VBD"}:
            subjects.extend(coordinated(tree, child))  # "killed when soldiers shot at a truck": a clause has a passive's auxiliary
        elif relation == "nsubjpass" and (common := joined_active(tree, verb)):
            subjects.extend(coordinated(tree, whose(tree, child)))
            objects.extend(common)
        elif relation == "nsubjpass":
            passive = True
            objects.extend(coordinated(tree, whose(tree, child)))
        elif relation == "csubjpass" and (busied := tree.child(child, "nsubj")) is not None and busied < child:
            passive = True  # "soldiers patrolling the road were attacked", read as their patrolling it
            objects.extend(coordinated(tree, busied))
        elif relation == "auxpass":
            passive = True
        elif relation == "prt" or (
            relation == "prep" and (tree.lemma[verb], tree.lower[child]) in _PARTED and tree.child(verb, "dobj") is None
        ):
            particles.append(tree.lower[child])
            if (tree.lemma[verb], tree.lower[child]) in _PARTED or dep[verb] != "relcl":  # not "the two workers we seized off Bonny"
                objects.extend(prepositional(tree, child))  # "sealed off the village", read as a preposition
        elif relation in {"agent", "prep", "dative"}:
            heads = tuple(prepositional(tree, child))
            if relation == "agent" and child > verb and tree.child(verb, "dobj") is not None and not passive:
                continue  # "shot dead 36 fighters, by the army's count": an active verb has no agent
            if relation == "agent" and tag[verb] in {"VBD", "VBZ", "VBP"} and not passive and tree.lemma[verb] == "come" and subjects:
                preps.append(("by", heads))  # "a patrol came under ambush by rebels"
                continue
            if relation == "agent" or (tree.lower[child] == "by" and tag[verb] == "VBN"):
                subjects.extend(head for head in heads if tree.pos[head] not in _VERBAL)
            elif heads:
                preps.append((tree.lower[child], heads))
            elif relation == "dative" and tree.pos[child] != "ADP":
                preps.append(("to", coordinated(tree, child)))
    if not subjects and not passive and tag[verb] == "VBD":
        found = busy(tree, verb) or before_list(tree, verb) or fronted(tree, verb) or dated(tree, verb) or interrupted(tree, verb)
        subjects.extend(found)
    if passive and not objects:
        objects.extend(dated(tree, verb) or fronted(tree, verb))
    if passive and objects and (named := labelled(tree, objects[0], verb)):
        objects = named
    if not objects and not passive and subjects and (doers := heading(tree, verb)):
        subjects, objects, passive = doers, [head for head in subjects if head not in doers], True
    if not objects and not passive and tag[verb] == "VBG" and (slain := _read_as_subject(tree, verb)) is not None:
        objects.extend(coordinated(tree, slain))
    if not objects and not passive:
        objects.extend(approximate(tree, verb))
        if objects and dep[verb] == "acl" and not subjects:  # "gendarmes seized up to nine peacekeepers", read as a reduced relative
            subjects.append(tree.head[verb])
    if not objects and not passive and (shifted := shifted_object(tree, verb)):
        objects.extend(shifted)
        if dep[verb] == "acl" and not subjects:
            subjects.extend(coordinated(tree, tree.head[verb]))
    if not objects and not passive and (doing := engaged(tree, verb)) is not None:
        objects.append(doing)
    if dep[verb] == "acl" and not objects and (gap := gapped(tree, verb)) is not None:
        return Arguments(coordinated(tree, gap[0]), (gap[1],), tuple(preps), tuple(particles))
    if dep[verb] == "acl" and objects and not subjects and not passive and tag[verb] in {"VBN", "VBD"}:
        subjects.extend(riding(tree, verb) or finite_after_name(tree, verb))
    unpassive = dep[verb] == "acl" and tag[verb] in {"VBD", "VBN"} and not objects and tree.lemma[verb].lower() in _OBJECTLESS
    if unpassive and not subjects:
        subjects.extend(riding(tree, verb) or mounted(tree, verb) or coordinated(tree, tree.head[verb]))  # "a shell slammed into the ward"
    if dep[verb] == "acl" and not objects and all(tree.lower[head] in BY_WHICH for head in subjects) and _fired_on(tree, verb):
        subjects, unpassive = riding(tree, verb) or list(coordinated(tree, tree.head[verb])), True
    if dep[verb] == "amod" and tag[verb] in {"VBD", "VBN"} and (doer := finite(tree, verb)) is not None:
        return Arguments(coordinated(tree, doer), coordinated(tree, tree.head[verb]), tuple(preps), tuple(particles))
    agent = tree.child(verb, "agent") is not None
    bare = dep[verb] == "acl" and tag[verb] == "VBD" and not objects and (agent or not subjects)
    if bare and (state := tree.child(verb, "oprd")) is not None:
        passive = True  # "three men shot dead by soldiers"
        subjects.extend(head for below in tree.children[state] if dep[below] == "agent" for head in prepositional(tree, below))
    if seen_so(tree, verb) and subjects and not objects:
        subjects, objects, passive = [], subjects, True
        subjects.extend(head for child in tree.children[verb] if tree.lower[child] == "by" for head in prepositional(tree, child))
    if first := chained(tree, verb):
        above = arguments(tree, first, depth + 1)
        return Arguments(tuple(subjects), above.objects, tuple(preps), tuple(particles), passive=True, shared=True)
    held = dep[verb] == "acl" and passive and len(objects) == 1 and tree.lower[objects[0]] in _HELD
    if held:
        objects = [*_whole_list(tree, verb, tree.head[verb]), *objects]
    passive = passive or (dep[verb] in {"acl", "amod"} and tag[verb] == "VBN" and not objects and not unpassive)
    passive = passive or (tag[verb] == "VBD" and not objects and not subjects and not unpassive and set_off(tree, verb))
    if not objects and tag[verb] == "VBN" and (behind := inverted(tree, verb)):
        objects, passive = list(behind), True
    fronted_participle = dep[verb] == "advcl" and tag[verb] == "VBN" and verb < tree.head[verb] and not subjects and not objects
    if fronted_participle and verb == tree.edges(verb)[0] and tree.lemma[verb].lower() not in _OBJECTLESS:
        passive = True  # "Ambushed near the ford, the column turned back"
    subjects, objects = _relatives(tree, verb, subjects, objects, passive)
    shared = False
    if depth < _MAX_CLIMB:
        subjects, objects, passive, shared = _inherited(tree, verb, subjects, objects, passive, depth)
        if shared and not passive:
            subjects = others(tree, verb, subjects, objects)
    if not objects and not passive and not preps and depth == 0:
        objects = _raised(tree, verb)
    return Arguments(tuple(subjects), tuple(objects), tuple(preps), tuple(particles), passive, shared)


def _off_it(tree: Tree, verb: int, thing: int) -> bool:
    """True for the bus of "was pulled off the bus", read as an object: a passive verb has its object before it."""
    before = tree.edges(thing)[0] - 1
    return tree.dep[before] == "prt" and tree.lower[before] == "off" and tree.child(verb, "nsubjpass") is not None


def _explains(tree: Tree, subject: int, verb: int) -> bool:
    """True for the second subject of "the gunmen, both former policemen, killed nine": commas set it off, it says who they are."""
    first, end = tree.edges(subject)
    return first > 0 and subject < verb and tree.lower[first - 1] == "," and "," in {tree.lower[end - 1], tree.lower[end]} and end <= verb


def _below_preposition(tree: Tree, subject: int) -> bool:
    """True for the captain of "guardsmen led by one Captain Ruiz broke in", read as a second subject: "by" has no object but him."""
    before = tree.edges(subject)[0] - 1
    return before > 0 and tree.tag[before] == "IN" and tree.dep[before] in {"agent", "prep"} and not tree.children[before]


def _read_as_subject(tree: Tree, verb: int) -> int | None:
    """Return the people of "killing 47 people as troops gathered", read as people who gathered as troops."""
    for child in tree.children[verb]:
        subject = tree.child(child, "nsubj") if tree.dep[child] == "ccomp" and child > verb else None
        if subject is None or tree.pos[subject] not in {"NOUN", "PROPN"}:
            continue
        after = tree.child(subject, "prep")
        first = tree.edges(subject)[0]
        if after == subject + 1 and tree.lower[after] in {"as", "while"} and first == verb + 1 and tree.child(after, "pobj") is not None:
            return subject
    return None


def _on_the_day(tree: Tree, verb: int, subject: int) -> int | None:
    """Return the verb before the day of "took a village and the next day shot its chief", read as a day that shot him."""
    if subject > verb or tree.lower[subject] not in _SPANS or tree.tag[verb] not in {"VBD", "VBZ", "VBP"}:
        return None
    joint = tree.edges(subject)[0] - 1
    if joint < 1 or tree.lower[joint] not in {"and", ","} or not any(tree.lower[c] in _FOLLOWING for c in tree.children[subject]):
        return None
    before = tree.head[joint] if tree.lower[joint] == "and" else tree.head[verb]
    if before >= joint or tree.pos[before] not in _VERBAL or tree.child(before, "nsubj") is None:
        return None
    return before


def _set_apart(tree: Tree, verb: int, subject: int) -> bool:
    """True for the trial of "gathered them and, after a mock trial, hanged one", read as a clause in which a trial hanged one."""
    if tree.dep[verb] != "advcl" or tree.lower[subject + 1] != "," or subject + 2 != verb:
        return False
    mark = tree.child(verb, "mark")
    return mark is not None and tree.lower[mark] in {"after", "before", "since", "until"} and tree.lower[mark - 1] == ","


def _fired_on(tree: Tree, verb: int) -> bool:
    """True for "a unit of the garrison fired by mistake on a lorry", read as a unit that was fired: no other verb tells what it did."""
    head = tree.head[verb]
    if tree.lower[verb] not in {"fired", "shot"} or _has_predicate(tree, head) or tree.pos[head] not in {"NOUN", "PROPN"}:
        return False
    if verb == head + 1:
        return False  # "Bus fired on near Oru" is a heading
    return any(
        tree.dep[child] == "prep" and tree.lower[child] in {"on", "at", "upon", "into"} and tree.child(child, "pobj") is not None
        for child in tree.children[verb]
    )


def _has_predicate(tree: Tree, at: int) -> bool:
    """True where a verb other than a participle stands above."""
    for _ in range(12):
        if tree.pos[at] in _VERBAL and tree.dep[at] != "acl":
            return True
        if tree.head[at] == at:
            return False
        at = tree.head[at]
    return False


def _relatives(tree: Tree, verb: int, subjects: list[int], objects: list[int], passive: bool) -> tuple[list[int], list[int]]:  # noqa: FBT001
    """Put the noun a relative clause hangs on in the place of its pronoun, or in its gap."""
    relation, head = tree.dep[verb], tree.head[verb]
    head = _explained(tree, ranked(tree, head)) if relation == "relcl" else head
    if relation == "acl" and passive and not objects and (told := among(tree, head)):
        return subjects, told
    if relation == "amod" and passive and not objects:
        return subjects, [_titled(tree, head)]
    if relation == "ccomp" and tree.dep[head] == "relcl":  # "soldiers, who he says fired on a bus"
        noun = tree.head[head]
        whom = tree.lower[tree.edges(head)[0]] in {"whom", "which", "that"} and bool(subjects) and not objects and not passive
        if whom and noun not in subjects and not _relative(tree, subjects) and tree.child(verb, "xcomp", "ccomp") is None:
            return subjects, [noun]  # "a conscript whom comrades say an officer shot"
        return _spread(subjects, _relative(tree, subjects), [noun]), _spread(objects, _relative(tree, objects), [noun])
    if relation not in {"relcl", "acl"}:
        return subjects, objects
    holds = [item for item in (*subjects, *objects) if tree.lower[item] in _RELATIVE]
    if holds:
        people = any(tree.lower[item] in {"who", "whom"} for item in holds)  # "eleven women and 16 children, whom rebels had abducted"
        whole = _whole_list(tree, verb, head) if people else [head]
        return _spread(subjects, holds, whole), _spread(objects, holds, whole)
    if relation == "acl":
        if tree.tag[verb] == "VBG" and not subjects:
            return _beside_comma(tree, verb, head) or [head], objects
        if passive and not objects:
            return subjects, _whole_list(tree, verb, head)
    elif subjects and not objects and not passive:
        return subjects, [whose_thing(tree, subjects[0]) or head]
    return subjects, objects


def _explained(tree: Tree, noun: int) -> int:
    """Return the brothers of "the brothers Ali and Omar Haddad, students, whom policemen beat": a bare plural only says what they are."""
    name = tree.head[noun]
    first = tree.edges(noun)[0]
    if tree.lower[max(0, first - 2) : first] in (["among", "them"], ["amongst", "them"]):
        first -= 2
    if tree.lower[first : first + 2] in (["among", "them"], ["amongst", "them"]) and tree.lower[first - 1] == ",":
        whole = [child for child in tree.children[name] if tree.dep[child] in _OBJECT | {"nsubjpass", "nsubj"} and child < first - 1]
        if whole and tree.edges(whole[-1])[1] >= first - 1 and tree.pos[whole[-1]] in {"NOUN", "PROPN"}:
            return whole[-1]  # "freed 16 migrants, among them four women, who had been held there"
    if tree.dep[noun] != "appos" or tree.tag[noun] != "NNS" or tree.pos[name] != "PROPN" or tree.lower[first - 1] != ",":
        return noun
    if tree.child(noun, "det", "nummod", "poss", "cc", "conj") is not None or tree.lower[noun + 1 : noun + 2] != [","]:
        return noun
    while tree.dep[name] == "conj" and tree.pos[tree.head[name]] == "PROPN":
        name = tree.head[name]
    called = tree.head[name]
    return called if tree.dep[name] == "appos" and tree.tag[called] == "NNS" and called < name else name


def _relative(tree: Tree, items: list[int]) -> list[int]:
    """Return the relative pronouns among ``items``."""
    return [item for item in items if tree.lower[item] in _RELATIVE]


def _spread(items: list[int], holds: list[int], whole: list[int]) -> list[int]:
    """Return ``items`` with ``whole`` in the place of each that ``holds`` has."""
    return [one for item in items for one in (whole if item in holds else [item])]


def _whole_list(tree: Tree, verb: int, last: int) -> list[int]:
    """Return all of "a priest, two nuns and a driver, killed by guards": after a comma it is said of the whole list."""
    first = last
    while tree.dep[first] == "conj" and tree.pos[tree.head[first]] not in _VERBAL:
        first = tree.head[first]
    together = coordinated(tree, first)
    after_comma = tree.lower[tree.edges(verb)[0] - 1] == "," and verb > max(together)
    return list(together) if after_comma and len(together) > 1 else [last]


def _beside_comma(tree: Tree, verb: int, noun: int) -> list[int]:
    """Return the guerrillas of "guerrillas wiped out a column on the track, killing 28 soldiers", read as a track that kills."""
    if verb == 0 or tree.lower[verb - 1] != "," or tree.dep[noun] not in {"pobj", "dobj", "conj", "appos"}:
        return []
    governor = clause_head(tree, noun)
    if tree.pos[governor] not in _VERBAL or governor > noun:
        return []
    return [head for head in arguments(tree, governor, 1).subjects if head != noun]


def _titled(tree: Tree, at: int) -> int:
    """Return the name after an office: "the murdered senator X" is X."""
    above = tree.head[at]
    return above if tree.dep[at] == "compound" and above > at and tree.pos[above] == "PROPN" and tree.pos[at] == "NOUN" else at


_HELPING = frozenset("back aid support assist help accompany reinforce escort flank join cover lead".split())
"""Participles after which "by" names who was with those who act."""
_USING = frozenset("use exploit spend take seize choose lose waste need".split())
"""Verbs whose object does not do what follows: "used the lull to shell the town"."""


def _inherited(
    tree: Tree,
    verb: int,
    subjects: list[int],
    objects: list[int],
    passive: bool,  # noqa: FBT001
    depth: int,
) -> tuple[list[int], list[int], bool, bool]:
    """Fill missing arguments from the governing verb: coordination, control, and clauses without a subject."""
    relation, head = tree.dep[verb], tree.head[verb]
    if not subjects and not passive and (doers := related(tree, verb) or modified(tree, verb)):
        return doers, objects, False, False
    finite = tree.tag[verb] in {"VBD", "VBZ", "VBP"}
    if (relation == "conj" or (relation == "dep" and finite and head < verb)) and tree.pos[head] in _VERBAL:
        if finite and tree.tag[head] == "VB" and tree.dep[head] in {"ccomp", "xcomp"} and tree.child(head, "aux") is None:
            head = tree.head[head]  # "made the passengers lie down and opened fire": the second verb goes with "made"
        return _from_conjunct(tree, verb, head, subjects, objects, passive, depth)
    if relation == "advcl" and finite and objects and not subjects and not passive and not opened(tree, verb):
        clause = _told(tree, verb, head)
        if clause is not None and not (outer := arguments(tree, clause, depth + 1)).passive:
            return list(outer.subjects), objects, False, True  # "recounted that men blocked the road, shot a driver", read as a clause
    if relation == "acomp" and tree.tag[verb] == "VBN" and not objects and tree.lower[verb - 1] == "-" and tree.lemma[head] == "be":
        return subjects, list(arguments(tree, head, depth + 1).subjects), True, True  # "was pistol-whipped"
    if relation == "pcomp" and passive and not objects and tree.pos[tree.head[head]] in _VERBAL:
        above = arguments(tree, tree.head[head], depth + 1)  # "went missing after being stopped by soldiers"
        return subjects, list(above.objects if above.passive else above.subjects), True, True
    told = relation == "ccomp" and tree.lemma[head] in SAYING and tree.child(verb, "auxpass") is not None
    if passive and not objects and relation in {"xcomp", "ccomp", "advcl"} and tree.pos[head] in _VERBAL and not told:
        above = arguments(tree, head, depth + 1)
        return subjects, list(above.objects if above.passive else above.subjects), True, True
    if subjects or passive:
        return subjects, objects, passive, False
    if relation == "xcomp" and tree.lemma[head] in _RAISING and tree.lemma[tree.head[head]] == "be":
        return list(arguments(tree, tree.head[head], depth + 1).subjects), objects, passive, True  # "are likely to have murdered him"
    if relation in {"xcomp", "oprd"} and tree.tag[verb] == "VBN" and not objects and tree.child(head, "auxpass") is not None:
        above = arguments(tree, head, depth + 1)
        if above.passive:
            return subjects, list(above.objects), True, True  # "was found shot dead", "were found burned to death"
    if relation in {"xcomp", "ccomp"} and tree.tag[verb] == "VBN" and not objects and tree.child(verb, "aux") is None:
        counted = tree.child(head, "dobj")  # "claimed as many as 113 killed", "left four wounded": they are who suffered it
        return subjects, [counted] if counted is not None else objects, True, True
    if relation == "ccomp" and tree.tag[verb] in {"VBD", "VBZ", "VBP"} and tree.lemma[head] in SAYING:
        if (before := _told_before(tree, verb, head)) is not None and not passive:
            above = arguments(tree, before, depth + 1)
            return list(above.objects if above.passive else above.subjects), objects, passive, True
        return subjects, objects, passive, False  # "rebels stormed a bank, officials said": whoever says it has not done it
    if relation in {"xcomp", "ccomp"} and tree.dep[head] == "relcl" and tree.lemma[head] in SAYING and tree.tag[verb] in {"VBD", "VBN"}:
        bare = tree.child(verb, "aux", "auxpass", "mark") is None
        return (list(coordinated(tree, tree.head[head])) if bare else subjects), objects, passive, False  # "the man they say attacked them"
    if (seen := _seen_doing(tree, verb, head)) is not None:
        return list(coordinated(tree, seen)), objects, passive, True
    if relation in {"xcomp", "advcl", "ccomp"} and tree.pos[head] in _VERBAL:
        if relation == "advcl" and tree.tag[verb] == "VBG" and tree.lemma[head] in SAYING and (deed := _before_saying(tree, verb, head)):
            told_of = arguments(tree, deed, depth + 1)
            return list(told_of.objects if told_of.passive and not told_of.subjects else told_of.subjects), objects, passive, True
        above = arguments(tree, head, depth + 1)
        parted = tree.child(verb, "nsubj") is not None  # "and, after a mock trial, hanged one"
        if (
            relation == "advcl"
            and objects
            and head < verb
            and tree.tag[verb] == "VBD"
            and (parted or not opened(tree, verb))
            and not above.passive
        ):
            return list(above.subjects), objects, passive, True  # "attacked at dawn, killed 16 people and drove off the cattle"
        listed = tree.tag[verb] in {"VBN", "VBD"} and not objects and head < verb and not opened(tree, verb)
        if relation == "advcl" and above.passive and listed and tree.lower[verb - 1] == "," and tree.child(verb, "aux", "auxpass") is None:
            return list(above.subjects), list(above.objects), True, True  # "were stopped near a bridge, robbed and killed by men"
        if relation == "advcl" and tree.tag[verb] != "VBG" and _infinitive_of_other(tree, verb):
            reduced = tree.tag[head] == "VBN" and head < verb and tree.child(verb, "mark", "advmod") is None
            if reduced and not above.passive:  # "a bomb packed into a cooker went off", where the parse took the participle for the verb
                return list(above.subjects), objects, passive, True
            return subjects, objects, passive, False
        if (
            relation == "xcomp"
            and above.objects
            and not above.passive
            and tree.tag[verb] == "VB"
            and tree.lemma[head] not in _USING | _CROSSING
        ):
            return list(above.objects), objects, passive, True
        if relation == "advcl" and above.passive and tree.dep[head] == "acl" and tree.lemma[head] in _HELPING and tree.tag[verb] == "VBG":
            return list(above.objects), objects, passive, True  # "police backed by tanks swept the hills, driving out the villagers"
        if relation == "advcl" and above.passive:
            return (list(above.subjects) if tree.tag[verb] == "VBG" else []), objects, passive, True
        return list(above.objects if above.passive else above.subjects), objects, passive, True
    if relation == "acl" and tree.tag[verb] == "VB":
        own = _owners(tree, head)
        if own:
            return own, objects, passive, True
        governor = clause_head(tree, head)
        if tree.pos[governor] in _VERBAL and governor != verb and tree.lemma[governor].lower() not in _STOPPING:
            above = arguments(tree, governor, depth + 1)
            return list(above.objects if above.passive else above.subjects), objects, passive, True
    if relation == "pcomp" and tree.dep[head] in {"prep", "agent"}:
        governor = tree.head[head]
        if tree.lower[governor] in _GUILTY and tree.dep[tree.head[governor]] == "acl":
            return list(coordinated(tree, tree.head[tree.head[governor]])), objects, passive, True  # "the Front, found guilty of burning"
        if tree.pos[governor] in _VERBAL:
            above = arguments(tree, governor, depth + 1)
            controls: bool | tuple[int, ...] = tree.lower[head] in {"of", "for", "from", "with"} and above.objects
            return list(above.objects if controls or above.passive else above.subjects), objects, passive, True
        if tree.lower[head] == "of":
            while tree.dep[governor] == "pobj" and tree.dep[tree.head[governor]] == "prep":
                governor = tree.head[tree.head[governor]]  # "accused a group of armed men of beating"
            if tree.dep[governor] in _OBJECT:
                return list(coordinated(tree, governor)), objects, passive, True
    return subjects, objects, passive, False


def _told_before(tree: Tree, verb: int, head: int) -> int | None:
    """Return the storming of "recalls that bandits stormed the college, overpowered the guards": one clause of what is said goes on."""
    if tree.lower[verb - 1] != "," or tree.child(verb, "nsubj", "nsubjpass", "mark", "aux") is not None:
        return None
    clauses = [child for child in tree.children[head] if tree.dep[child] == "ccomp" and head < child < verb]
    told = clauses[-1] if clauses else None
    return told if told is not None and tree.tag[told] == tree.tag[verb] and tree.child(told, "nsubj") is not None else None


def _seen_doing(tree: Tree, verb: int, head: int) -> int | None:
    """Return the soldiers of "filmed soldiers beating a student", "caught policemen kicking him": whoever is seen at it does it."""
    if tree.tag[verb] != "VBG" or tree.dep[verb] not in {"xcomp", "advcl", "ccomp"} or tree.lemma[head] not in SEEING | _CATCHING:
        return None
    seen = tree.child(head, "dobj")
    return seen if seen is not None and head < seen and tree.edges(seen)[1] == tree.edges(verb)[0] else None


def _owners(tree: Tree, noun: int) -> list[int]:
    """Return whose attempt, plan or threat it is ("an attempt by rebels to …", "the rebels' plan to …")."""
    found: list[int] = []
    for child in tree.children[noun]:
        if tree.dep[child] == "poss":
            found.append(child)
        elif tree.dep[child] in {"prep", "agent"} and tree.lower[child] in {"by", "of"}:
            found.extend(prepositional(tree, child))
        elif tree.dep[child] in {"compound", "amod", "nmod"} and child == noun - 1 and _names_a_side(tree, child):
            found.append(child)  # "an LTTE attempt to infiltrate", "a rebel bid to storm the fort"
    return found


def _names_a_side(tree: Tree, at: int) -> bool:
    """True for a name in capitals or a word for those who fight, right before the noun of what they try."""
    return tree.lower[at] in _HOSTILE or (tree.pos[at] == "PROPN" and tree.dep[at] == "compound")


_ONLY_PAST = frozenset(
    """went fell came ran began broke drove flew gave rang rose saw shook spoke sprang swam swore took threw tore woke wrote did withdrew
    died perished fled exploded collapsed happened occurred arrived vanished disappeared erupted retreated remained followed
    succumbed escaped burst lay stood sat crept got had refused""".split()
)
"""Pasts that are no participle, and those of verbs that nothing is done by: with a subject of their own they are no passive."""


def _before_saying(tree: Tree, verb: int, saying: int) -> int:
    """Return the raid of "militiamen raided the camp, the UN said, shooting a man": they shot him, whoever said so; 0 where none is."""
    if tree.lower[saying + 1] != "," or verb < saying:
        return 0
    return next(
        (child for child in tree.children[saying] if tree.dep[child] == "ccomp" and child < saying and tree.pos[child] in _VERBAL), 0
    )


def _from_conjunct(
    tree: Tree,
    verb: int,
    head: int,
    subjects: list[int],
    objects: list[int],
    passive: bool,  # noqa: FBT001
    depth: int,
) -> tuple[list[int], list[int], bool, bool]:
    """Fill the arguments of a verb coordinated with ``head``."""
    if tree.tag[verb] in {"VBD", "VBZ", "VBP"} and objects and not subjects and (doers := _goes_on(tree, verb, head)):
        return doers, objects, False, True
    if tree.dep[head] == "relcl" and tree.lemma[head] in _GUARDING and objects and not subjects and tree.tag[verb] == "VBD":
        first = clause_head(tree, tree.head[head])  # "rebels overran the post that guarded it and burned the huts"
        outer = arguments(tree, first, depth + 1) if first not in (head, verb) and tree.pos[first] in _VERBAL else Arguments()
        if outer.subjects and not outer.passive and first < head:
            return list(outer.subjects), objects, False, True
    told = _told(tree, verb, head)
    above = arguments(tree, head if told is None else told, depth + 1)
    participle = tree.tag[verb] in {"VBN", "VBD"}
    auxiliary = tree.child(verb, "aux") is not None
    if above.passive and not subjects and not passive and tree.tag[verb] == "VBD" and tree.lemma[verb] in _COMING:
        return list(above.objects), objects, False, True  # "was halted by a roadblock and came under fire"
    if above.passive and not subjects and not objects and tree.child(verb, "ccomp") is not None and tree.tag[verb] == "VBD":
        return [], objects, False, True  # "whose body was burned, and pillaged what was left"
    if above.passive and not subjects and not objects and not auxiliary and participle:
        return list(above.subjects), list(above.objects), True, True
    if above.passive and subjects and min(subjects) > verb and not objects and participle and not auxiliary:
        return subjects, list(above.objects), True, True  # "were overpowered and arrested by a patrol"
    if above.passive and subjects and not objects and participle and not auxiliary and tree.lower[verb] not in _ONLY_PAST:
        return [], subjects, True, True  # "three trucks were destroyed and dozens of soldiers killed"
    if passive and not objects:
        return subjects, list(above.objects if above.passive else above.subjects), True, True
    if not subjects and not passive:
        return _bearing(tree, verb, head) or list(above.objects if above.passive else above.subjects), objects, False, True
    return subjects, objects, passive, False


def _goes_on(tree: Tree, verb: int, head: int) -> list[int]:
    """Return the youths of "was surrounded by youths, who slashed its tyres and seized two radios", read as what was surrounded seized."""
    if tree.child(head, "auxpass") is None:
        return []
    for agent in (child for child in tree.children[head] if tree.dep[child] == "agent" and head < child < verb):
        for clause in (below for below in tree.below(agent) if tree.dep[below] == "relcl" and below < verb):
            if tree.tag[clause] == tree.tag[verb] and tree.lower[tree.edges(clause)[0]] in {"who", "which"}:
                return list(prepositional(tree, agent))
    return []


def _told(tree: Tree, verb: int, head: int) -> int | None:
    """Return the first deed of "said that soldiers came, tied the men and led them off", read as said and tied.

    So that of "has been able to establish that a column entered the town, shut in the men": a past tense does not go on with "been".
    """
    if tree.tag[head] in {"VBN", "VB"} and tree.tag[verb] == "VBD" and tree.lower[verb - 1] in {",", "and"}:
        for clause in sorted(tree.below(head), reverse=True):
            known = tree.lemma[tree.head[clause]] in SAYING or tree.lemma[tree.head[clause]] in _HEARING
            if (
                known
                and clause < verb
                and tree.dep[clause] == "ccomp"
                and tree.tag[clause] == "VBD"
                and tree.child(clause, "nsubj") is not None
            ):
                return clause
    if tree.lower[verb - 1] == "and" and tree.tag[verb] == "VBD" and tree.lemma[head] in SAYING:
        listed = [child for child in tree.children[head] if tree.dep[child] == "conj" and head < child < verb]
        if listed and tree.lower[listed[-1] - 1] == ",":
            return _told(tree, listed[-1], head)  # "said that men blocked the road, searched the carts and shot two traders"
    if (
        (tree.lemma[head] not in SAYING and tree.lemma[head] not in _HEARING)
        or tree.lower[verb - 1] != ","
        or tree.tag[verb] not in {"VBD", "VBZ", "VBP"}
    ):
        return None
    clauses = [child for child in tree.children[head] if tree.dep[child] == "ccomp" and head < child < verb]
    return clauses[-1] if clauses and tree.child(clauses[-1], "nsubj") is not None else None


def _bearing(tree: Tree, verb: int, head: int) -> list[int]:
    """Return who did it in "it began when men armed with machetes attacked", where the parse made a clause of "men armed"."""
    for child in tree.children[head]:
        if head < child < verb and tree.dep[child] == "advcl" and tree.tag[child] == "VBN" and tree.child(child, "aux", "auxpass") is None:
            return [item for below in tree.children[child] if tree.dep[below] == "nsubj" for item in coordinated(tree, below)]
    return []


def _raised(tree: Tree, verb: int) -> list[int]:
    """Return the objects two coordinated verbs share ("attacked and looted the village"), for the first of them."""
    last = verb
    for _ in range(_MAX_CLIMB):
        last = next((child for child in tree.children[last] if tree.dep[child] == "conj" and _alike(tree, child, verb)), -1)
        if last < 0 or any(tree.pos[here] not in _LINKING for here in range(verb + 1, last)):
            return []
        if shared := [head for below in tree.children[last] if tree.dep[below] in _OBJECT for head in coordinated(tree, below)]:
            return shared
        if (fatal := _to_death(tree, last)) is not None:
            return list(coordinated(tree, fatal))
    return []


def _to_death(tree: Tree, verb: int) -> int | None:
    """Return the guests of "stabbed or clubbed to death nine guests", read as a death of guests."""
    to = tree.child(verb, "prep")
    if to is None or tree.lower[to : to + 2] != ["to", "death"]:
        return None
    told = tree.child(to, "pobj")
    return told if told is not None and told > to + 1 else None


def _alike(tree: Tree, one: int, other: int) -> bool:
    """True for two verbs of one form, past tense and participle taken for one."""
    return tree.tag[one] == tree.tag[other] or {tree.tag[one], tree.tag[other]} == {"VBD", "VBN"}


def clause_head(tree: Tree, at: int) -> int:
    """Return the nearest verb at or above ``at``, or the root it reaches."""
    for _ in range(12):
        if tree.pos[at] in _VERBAL or tree.head[at] == at:
            return at
        at = tree.head[at]
    return at


def _infinitive_of_other(tree: Tree, verb: int) -> bool:
    """True for a finite adverbial clause, which has a subject of its own even where the parse shows none."""
    return tree.tag[verb] in {"VBD", "VBZ", "VBP"}
