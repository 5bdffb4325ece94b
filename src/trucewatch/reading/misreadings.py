"""Where the parser hung the subject or object of a verb of violence elsewhere → the heads that belong to it. Token indices in and out.

Each rule undoes one slip that the parse makes of a common order of words; ``arguments`` asks them. Nothing here knows what the verb means.
"""

from collections.abc import Iterator

from trucewatch.reading.coordination import coordinated
from trucewatch.reading.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_COMPASS = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split())
_DITRANSITIVE = frozenset(
    "give name call award deny owe pay send offer teach tell ask dub accord grant sentence fine hand refuse charge show".split()
)
"""Verbs of two objects: their participle keeps one ("a man denied entry")."""
_HOURS = frozenset({"night", "morning", "afternoon", "evening"})
_COUNTING = frozenset({"NUM", "ADV", "ADP", "ADJ", "DET", "SCONJ", "NOUN", "PROPN"})
"""What stands between a verb and the people it is done to."""
BY_WHICH = frozenset(
    """night day dawn dusk noon midnight morning evening afternoon daybreak nightfall road sea air land rail boat foot km kilometre mile
    metre mistake surprise chance""".split()
)
"""What stands after "by" and does nothing: a time, a way, a measure."""
MOVING = frozenset(
    """retreating fleeing withdrawing advancing departing returning marauding rampaging roaming opposing pursuing passing defecting
    mutinying defending invading attacking occupying remaining escaping patrolling infiltrating charging""".split()
)
"""Participles that say of those who fight what they were about: "retreating troops"."""
CLOSE = 3
"""Tokens between two verbs that share an object ("attacked and looted the village")."""


def prepositional(tree: Tree, preposition: int) -> Iterator[int]:
    """Yield the heads of a preposition's objects; a second preposition ("from inside the house") is passed through."""
    for child in tree.children[preposition]:
        if tree.dep[child] == "pcomp" and (called := _called(tree, child)):
            yield from called
        elif (
            tree.dep[child] == "pcomp" and tree.tag[child] == "VBG" and (at_it := tree.child(child, "nsubj")) is not None and at_it < child
        ):
            yield from coordinated(tree, at_it)  # "shot at anyone running"
        elif tree.dep[child] in {"pobj", "pcomp"}:
            yield from coordinated(tree, child)
        elif tree.dep[child] == "prep" or (tree.dep[child] == "conj" and tree.lower[child] == tree.lower[preposition]):
            yield from prepositional(tree, child)  # "not by the police but by a militia"


def joined_active(tree: Tree, verb: int) -> list[int]:
    """Return the colonel of "rebels shot and wounded a colonel", read as though the rebels were shot: the two verbs share their object."""
    if tree.child(verb, "auxpass") is not None:
        return []
    for child in tree.children[verb]:
        shared = tree.child(child, "dobj") if tree.dep[child] == "conj" else None
        if shared is not None and child - verb <= CLOSE and tree.child(child, "auxpass", "nsubj", "nsubjpass") is None:
            return list(coordinated(tree, shared))
    return []


def busy(tree: Tree, verb: int) -> list[int]:
    """Return who did it in "officers searching a house detained a man", read as their searching beside somebody's detaining."""
    under = [below for child in tree.children[verb] if tree.dep[child] == "prep" and child < verb for below in tree.children[child]]
    for child in (*tree.children[verb], *under):  # "On 2 October soldiers searching for weapons seized nine men"
        if child < verb and tree.dep[child] in {"advcl", "pcomp"} and tree.tag[child] == "VBG" and tree.child(child, "mark", "aux") is None:
            inner = tree.child(child, "nsubj")
            if inner is not None and inner + 1 == child:
                return list(coordinated(tree, inner))
    return []


def before_list(tree: Tree, verb: int) -> list[int]:
    """Return the patrollers of "the patrollers returned, burned the maize and left", read as though it were when they returned."""
    for child in tree.children[verb]:
        listed = tree.dep[child] == "advcl" and child < verb and tree.tag[child] == tree.tag[verb] and tree.lower[verb - 1] == ","
        opening = opened(tree, child) and not _listed_when(tree, child, verb)
        if listed and not opening and (subject := tree.child(child, "nsubj")) is not None and subject < child:
            return list(coordinated(tree, subject))
    return []


def _listed_when(tree: Tree, clause: int, verb: int) -> bool:
    """True for the clause of "The worst remains that of Sunday, when men held up a bus, robbed it and left": a present stands before it."""
    told = next((child for child in tree.children[verb] if tree.dep[child] == "ccomp" and child < clause), None)
    return told is not None and tree.tag[told] in {"VBZ", "VBP"} and tree.tag[verb] == "VBD"


def shifted_object(tree: Tree, verb: int) -> list[int]:
    """Return the nuns of "kidnapped from the mission two nuns", where the parse made them another word for the mission."""
    if tree.tag[verb] not in {"VBD", "VBN", "VBP", "VBZ"} or tree.child(verb, "auxpass", "agent") is not None:
        return []
    for child in tree.children[verb]:
        place = tree.child(child, "pobj") if tree.dep[child] == "prep" and child > verb else None
        beside = tree.child(place, "appos") if place is not None else None
        if place is None or beside is None or beside < place or tree.child(beside, "det", "nummod") is None:
            continue
        first = tree.edges(beside)[0]
        if first == place + 1 and tree.tag[place] not in {"NNP", "NNPS"}:
            return list(coordinated(tree, beside))
    return []


def chained(tree: Tree, verb: int) -> int | None:
    """Return the passive that "were stopped at a roadblock, taken from the bus and shot" goes on with, read as a bus-load of roadblocks."""
    first = tree.head[verb] if tree.dep[verb] == "conj" else verb
    if tree.dep[first] != "acl" or tree.tag[first] != "VBN" or first == 0 or tree.lower[first - 1] != ",":
        return None
    if first == verb and not any(tree.dep[child] == "conj" and tree.tag[child] in {"VBN", "VBD"} for child in tree.children[verb]):
        return None
    noun = tree.head[first]
    governor = tree.head[tree.head[noun]] if tree.dep[noun] == "pobj" else noun
    return governor if tree.pos[governor] == "VERB" and tree.child(governor, "auxpass") is not None and governor < noun else None


def heading(tree: Tree, verb: int) -> list[int]:
    """Return who did it in "seven herders shot dead by soldiers", a passive without its auxiliary that the parse took for a past tense."""
    if tree.tag[verb] not in {"VBD", "VBN"} or tree.child(verb, "aux") is not None or tree.lemma[verb] == "come":
        return []  # "came under ambush by rebels" is no passive
    for child in tree.children[verb]:
        if child > verb and (tree.dep[child] == "agent" or (tree.lower[child] == "by" and tree.tag[verb] == "VBN")):
            heads = [head for head in prepositional(tree, child) if tree.pos[head] not in _VERBAL]
            if heads and not any(tree.lower[head] in BY_WHICH for head in heads):
                return heads
    return []


def labelled(tree: Tree, label: int, verb: int) -> list[int]:
    """Return the lorries of "Kuma: two lorries hired by the mission were seized", where the parse took the label for what was seized."""
    if tree.lower[label + 1] != ":" or label + 2 >= verb:
        return []
    within = (
        here for here in range(label + 2, verb) if tree.dep[here] in {"nsubj", "nsubjpass", "appos"} and tree.tag[here] in {"NNS", "NN"}
    )
    told = next(within, None)
    return [] if told is None or tree.edges(told)[0] != label + 2 else list(coordinated(tree, told))


def inverted(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the mayor of "Also killed by the guerrillas was the mayor": what is told of stands behind "be"."""
    own = tree.child(verb, "auxpass")
    if own is not None and tree.dep[verb] == "ROOT" and verb < own and tree.child(verb, "nsubjpass", "nsubj") is None:
        behind = tree.child(own, "attr", "nsubj")  # "Killed by the burst were a conductor and a nurse."
        return tuple(coordinated(tree, behind)) if behind is not None and behind > own else ()
    be = tree.head[verb]
    if tree.dep[verb] not in {"csubj", "advcl", "ccomp", "amod", "acomp"} or tree.lemma[be] != "be" or be < verb:
        return ()
    told = next((child for child in tree.children[be] if child > be and tree.dep[child] in {"nsubj", "attr", "nsubjpass"}), None)
    before = tree.child(be, "nsubj", "expl")
    if told is None or (before is not None and before < be) or tree.pos[told] == "PRON":
        return ()
    return tuple(coordinated(tree, told))


def after_colon(tree: Tree, subject: int, verb: int) -> int:
    """Return who did it in "Tabi, Wednesday 2 June: assailants hacked a nurse", where the parse took the heading for the subject."""
    if ":" not in tree.lower[subject:verb]:
        return subject
    colon = tree.lower.index(":", subject, verb)
    return next((child for child in tree.children[subject] if tree.dep[child] == "appos" and child > colon), subject)


def finite(tree: Tree, verb: int) -> int | None:
    """Return who did it in "separatists machine-gunned a bar", read as a participle of the bar: an article after it says it is none."""
    noun = tree.head[verb]
    above = tree.head[noun]
    article = next((child for child in tree.children[noun] if tree.dep[child] == "det"), None)
    stands = article is not None and article > verb and above < verb and tree.pos[above] in {"NOUN", "PROPN"}
    return above if stands else None


def riding(tree: Tree, verb: int) -> list[int]:
    """Return who did it in "assailants riding a motorcycle hurled a grenade", where the parse hung the main verb on the motorcycle."""
    noun = tree.head[verb]
    holder = tree.head[noun]
    if tree.dep[noun] == "pobj":
        holder = tree.head[holder]
    if tree.dep[holder] == "acl" and tree.tag[holder] in {"VBG", "VBN"}:
        return list(coordinated(tree, tree.head[holder]))
    rider = tree.child(holder, "nsubj") if tree.tag[holder] == "VBG" and tree.child(holder, "aux") is None else None
    if rider is not None and rider + 1 == holder:  # "soldiers searching for weapons rounded up students"
        return list(coordinated(tree, rider))
    return []


def gapped(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Return the men and the abbot of "the abbot, whom men in masks arrested", read as masks that were arrested."""
    opening = next((at for at in range(verb - 1, max(0, verb - 12), -1) if tree.lower[at] in {"whom", "which", ","}), 0)
    if not opening or tree.lower[opening] == "," or tree.child(verb, "agent") is not None or tree.child(verb, "auxpass") is not None:
        return None
    subject = next(
        (at for at in range(opening + 1, verb) if tree.pos[at] in {"NOUN", "PROPN", "NUM"} and not opening < tree.head[at] < verb), None
    )
    told = opening - 1 if tree.lower[opening - 1] != "," else opening - 2
    while told > 1 and tree.pos[told] == "PROPN" and tree.dep[told] == "pobj" and tree.pos[tree.head[tree.head[told]]] == "NOUN":
        told = tree.head[tree.head[told]]  # "three workers from Gostivar, whom …"
    told = described(tree, told)
    if subject is None or told < 0 or tree.pos[told] not in {"NOUN", "PROPN", "NUM"}:
        return None
    return subject, told


def described(tree: Tree, at: int) -> int:
    """Return the name that "treasurer of the weavers" says more of, in "Ana Ruiz, treasurer of the weavers, whom …", else ``at``."""
    office = at
    while tree.dep[office] == "pobj" and tree.lower[tree.head[office]] in {"of", "for", "in", "at"}:
        office = tree.head[tree.head[office]]
    name = tree.head[office]
    return name if tree.dep[office] == "appos" and office != at and tree.pos[name] == "PROPN" and tree.tag[office] == "NN" else at


def ranked(tree: Tree, noun: int) -> int:
    """Return the barber of "the barber was the first the raiders killed", where the relative clause hangs on "first"."""
    be = tree.head[noun]
    if tree.dep[noun] != "attr" or tree.lower[noun] not in {"first", "second", "third", "last", "next", "only", "one"}:
        return noun
    subject = tree.child(be, "nsubj")
    return noun if subject is None or tree.lemma[be] != "be" or tree.pos[subject] == "PRON" else subject


def dated(tree: Tree, verb: int) -> list[int]:
    """Return the pupils of "On Monday nine pupils were seized", read as a time of pupils'."""
    if tree.child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return []
    for child in tree.children[verb]:
        head = tree.child(child, "pobj") if tree.dep[child] == "prep" and tree.lower[child] == "on" and child < verb else None
        if head is None or head > verb or tree.tag[head] not in {"NNS", "NN"} or tree.lower[head] in _HOURS:
            continue  # "on Monday night clashed with the rearguard"
        if any(tree.lower[item].endswith("day") and item == child + 1 for item in tree.children[head]):
            return list(coordinated(tree, head))
    return []


def mounted(tree: Tree, verb: int) -> list[int]:
    """Return the raiders of "raiders on motorbikes swept into the village", read as motorbikes that swept."""
    noun = tree.head[verb]
    preposition = tree.head[noun]
    if tree.dep[noun] != "pobj" or tree.lower[preposition] not in {"on", "in", "aboard"} or tree.tag[tree.head[preposition]] != "NNS":
        return []
    return list(coordinated(tree, tree.head[preposition]))


def interrupted(tree: Tree, verb: int) -> list[int]:
    """Return the guns of "the guns had on the contrary wounded two", where an aside parts "had" from its verb."""
    for had in range(verb - 1, max(-1, verb - 8), -1):
        if tree.lower[had] in {"had", "has", "have"}:
            subject = tree.child(had, "nsubj")
            alone = tree.child(had, "dobj", "ccomp", "xcomp", "attr") is None and had != verb - 1
            return list(coordinated(tree, subject)) if alone and subject is not None and subject < had else []
        if tree.pos[had] in _VERBAL or tree.lower[had] in {"and", "but", "or", ";", ":"}:
            break
    return []


def set_off(tree: Tree, verb: int) -> bool:
    """True for the participle of "the mission, raided for money by armed men in May, will close": commas set it off before a verb."""
    first, last = tree.edges(verb)
    if tree.dep[verb] != "acl" or first != verb or tree.lower[verb - 1] != "," or last >= len(tree) or tree.lower[last] != ",":
        return False
    noun = tree.head[verb]
    return tree.dep[noun] in {"nsubj", "nsubjpass"} and tree.head[noun] > last and tree.child(verb, "dobj", "nsubj") is None


def fronted(tree: Tree, verb: int) -> list[int]:
    """Return who did it in "Near Duru, a band of men shelled the town", where the parse made the band another word for the place."""
    if tree.dep[verb] not in {"ROOT", "ccomp"} or tree.child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return []
    for child in tree.children[verb]:
        place = tree.child(child, "pobj") if tree.dep[child] == "prep" and child < verb else None
        for _ in range(3):  # "in the vicinity of Duru, a patrol …"
            if place is None:
                break
            beside = next(
                (item for item in tree.children[place] if tree.dep[item] == "appos" and tree.pos[item] in {"NOUN", "PROPN"}), None
            )
            if beside is not None and place < beside < verb and tree.lower[beside - 1 : beside] != [","]:
                return list(coordinated(tree, beside))
            preposition = tree.child(place, "prep")
            place = tree.child(preposition, "pobj") if preposition is not None else None
    return []


def finite_after_name(tree: Tree, verb: int) -> list[int]:
    """Return who did it in "In Niono, a patrol arrested five men", where the parse made the patrol another word for the place.

    A participle has no object: "snipers pinned down engineers" tells what the snipers did.
    """
    noun = tree.head[verb]
    own = tree.child(verb, "dobj")
    if own is not None and tree.tag[verb] == "VBD" and (bearers := _bearers(tree, noun)):
        return bearers
    apart = tree.child(verb, "prt", "prep")
    if own is None and apart is not None and tree.child(apart, "pobj") is not None and tree.dep[noun] == "ROOT" and noun + 1 == verb:
        return list(
            coordinated(tree, noun)
        )  # "Near Sarkand, troops sealed off a suburb": the noun is the subject of a clause without a verb
    if apart is not None and own is None and tree.child(apart, "pobj") is not None and tree.dep[noun] == "pobj":
        above = tree.head[tree.head[noun]]  # "Near Duru, men in masks sealed off the square"
        if tree.dep[above] == "ROOT" and tree.pos[above] == "NOUN":
            return list(coordinated(tree, above))
    timed = own is None or tree.lower[own] in BY_WHICH or (tree.pos[own] == "PROPN" and tree.lower[own].endswith("day"))
    beside = tree.tag[verb] == "VBD" or noun + 1 == verb or tree.dep[noun] == "appos"
    if timed or tree.lemma[verb].lower() in _DITRANSITIVE or not beside:
        return []
    return list(coordinated(tree, noun))


def _bearers(tree: Tree, noun: int) -> list[int]:
    """Return the police of "police with batons charged strikers", read as batons that charged."""
    preposition = tree.head[noun]
    holder = tree.head[preposition]
    beside = tree.dep[noun] == "pobj" and tree.lower[preposition] in {"with", "on", "aboard"} and preposition == holder + 1
    return list(coordinated(tree, holder)) if beside and tree.tag[holder] in {"NNS", "NNPS"} else []


def _misplaced(tree: Tree, subject: int) -> int:
    """Return what "a factory in X, south of Y, was bombed" and "in X, between 9 and 12 people were killed" tell of where the parse errs."""
    for child in tree.children[subject]:
        if tree.lower[child] == "between" and tree.dep[child] == "prep":
            head = tree.child(child, "pobj")
            if head is not None and tree.child(head, "nummod") is not None:
                return head
    if tree.lower[subject] not in _COMPASS or subject < 2 or tree.lower[subject - 1] != ",":
        return subject
    at, found = subject - 2, subject
    while tree.pos[at] == "PUNCT" and at > 0:
        at -= 1
    for _ in range(8):
        if tree.pos[at] in {"NOUN", "PROPN"}:
            found = at
        if tree.head[at] == at or tree.pos[at] in _VERBAL or tree.head[at] > subject:
            break
        at = tree.head[at]
    return found


def _beside(tree: Tree, one: int) -> int | None:
    """Return the column of "a second column, this one led by a captain, fell upon the camp"."""
    noun = one - 3
    return noun if noun >= 0 and tree.head[noun] == tree.head[one] and tree.pos[noun] in {"NOUN", "PROPN"} else None


def whose(tree: Tree, subject: int) -> int:
    """Return who "X, whose brother and cousin were killed" tells of, where the parse took them for X."""
    subject = _misplaced(tree, subject)
    if tree.lower[subject - 2 : subject + 1] == [",", "this", "one"] and (first := _beside(tree, subject)) is not None:
        return first
    if tree.pos[subject] == "ADJ" and (named := tree.child(subject, "appos")) is not None:
        return named  # "a sixth, the night watchman, had been executed"
    for child in tree.children[subject]:
        if tree.dep[child] == "appos" and any(tree.lower[below] == "whose" for below in tree.children[child]):
            return child
    return subject


def approximate(tree: Tree, verb: int) -> list[int]:
    """Return an object that the parse hung under a word of approximation ("shot dead around 120 people")."""
    for child in tree.children[verb]:
        up_to = tree.lower[child] == "to" and tree.lower[child - 1] == "up"
        measured = tree.lower[child] in {"around", "about", "over", "under", "between"}
        if tree.dep[child] == "prep" and child > verb and (up_to or measured):
            head = tree.child(child, "pobj")
            if head is not None and tree.child(head, "nummod") is not None:
                return list(coordinated(tree, head))
    return []


def engaged(tree: Tree, verb: int) -> int | None:
    """Return the people of "killed 20 people waiting for water", read as what they were doing when somebody killed."""
    for clause in tree.children[verb]:
        if tree.dep[clause] not in {"advcl", "ccomp"} or tree.tag[clause] != "VBG" or clause < verb:
            continue
        subject = tree.child(clause, "nsubj")
        if subject is not None and subject > verb and all(tree.pos[at] in _COUNTING for at in range(verb + 1, subject)):
            return subject
    return None


def others(tree: Tree, verb: int, subjects: list[int], objects: list[int]) -> list[int]:
    """Return the mob of "a mob broke into a post where traders hid and clubbed six of them": nobody's "them" is himself."""
    clause = tree.head[verb]
    if tree.dep[verb] != "conj" or tree.dep[clause] not in {"relcl", "advcl"} or _acted_on(tree, clause):
        return subjects
    under = [below for head in objects for child in tree.children[head] if tree.lower[child] == "of" for below in tree.children[child]]
    if not any(tree.lower[head] == "them" for head in (*objects, *under)):
        return subjects
    above = tree.head[clause]
    for _ in range(4):
        if tree.pos[above] == "VERB" and (subject := tree.child(above, "nsubj")) is not None and subject not in subjects:
            return list(coordinated(tree, subject))
        above = tree.head[above]
    return subjects


def _acted_on(tree: Tree, verb: int) -> bool:
    """True where the verb is done to several: they may be "them" as well."""
    thing = tree.child(verb, "dobj")
    return thing is not None and tree.tag[thing] in {"NNS", "NNPS", "CD", "PRP"}


def _called(tree: Tree, verb: int) -> list[int]:
    """Return the gunmen of "by what the police described as gunmen"."""
    if not any(tree.lower[child] == "what" for child in tree.children[verb]):
        return []
    return [head for child in tree.children[verb] if tree.lower[child] == "as" for head in prepositional(tree, child)]


def whose_thing(tree: Tree, subject: int) -> int | None:
    """Return the car of "policemen whose car guerrillas had blown up", where the parse made it say what guerrillas they were."""
    if not any(tree.lower[child] == "whose" for child in tree.children[subject]):
        return None
    return next((child for child in tree.children[subject] if tree.dep[child] == "compound" and tree.tag[child] in {"NN", "NNS"}), None)


def among(tree: Tree, noun: int) -> list[int]:
    """Return "those arrested" and who "Among those arrested was a teacher" tells to be one of them."""
    preposition = tree.head[noun]
    if tree.dep[noun] != "pobj" or tree.lower[preposition] not in {"among", "amongst"} or tree.dep[preposition] != "prep":
        return []
    verb = tree.head[preposition]
    if tree.lemma[verb].lower() != "be":
        return []
    told = [child for child in tree.children[verb] if child != preposition and tree.dep[child] in {"nsubj", "attr"}]
    return [noun, *(head for child in told if tree.pos[child] != "PRON" for head in coordinated(tree, child))]


def opened(tree: Tree, verb: int) -> bool:
    """True for a clause that a word like "when" or "as" opens."""
    return any(tree.dep[child] == "mark" or tree.tag[child] in {"WRB", "WDT", "WP"} for child in tree.children[verb])


def related(tree: Tree, verb: int) -> list[int]:
    """Return the soldiers of "soldiers, who he says fired into a crowd": the relative pronoun hangs on the verb of saying."""
    says = tree.head[verb]
    if tree.dep[verb] != "ccomp" or tree.dep[says] != "relcl" or tree.lower[verb - 1] == "that":
        return []
    subjects = [child for child in tree.children[says] if tree.dep[child] in {"nsubj", "dobj"} and child < says]
    told = len(subjects) > 1 and tree.lower[subjects[0]] in {"who", "which", "that"}
    return list(coordinated(tree, tree.head[says])) if told else []


def modified(tree: Tree, verb: int) -> list[int]:
    """Return the troops of "said that retreating troops shot a farmer", read as somebody's retreating troops: they are its object."""
    noun = verb - 1
    if tree.tag[verb] != "VBD" or verb < 2 or tree.dep[noun] != "dobj" or tree.head[noun] > noun:
        return []
    participle = tree.head[noun]
    own = [child for child in tree.children[participle] if tree.dep[child] == "nsubj" and tree.lower[child] != "that"]
    stands = tree.lower[participle] in MOVING and not own and tree.child(participle, "aux") is None
    return list(coordinated(tree, noun)) if stands and tree.child(noun, "det") is None else []


SEEING = frozenset({"see", "watch", "witness", "find", "film", "observe", "recall", "show", "hear"})


def seen_so(tree: Tree, verb: int) -> bool:
    """Return whether "had seen four of the pupils shot dead at a quarry" is read as the pupils' shooting: it was done to them."""
    above = tree.head[verb]
    if tree.dep[verb] != "ccomp" or tree.tag[verb] not in {"VBD", "VBN"} or tree.lemma[above] not in SEEING or above > verb:
        return False
    if tree.child(verb, "aux", "auxpass", "mark", "dobj", "advmod") is not None or tree.child(verb, "nsubj") is None:
        return False
    by = any(tree.lower[child] == "by" for child in tree.children[verb])
    return by or tree.tag[verb] == "VBN" or tree.child(verb, "oprd", "agent") is not None


_FOUND = frozenset({"find", "see", "discover", "report", "count", "show", "observe", "photograph", "film", "encounter", "note"})


def found_so(tree: Tree, at: int) -> bool:
    """Return whether a participle in a list of what was found is read as a verb: "to find an empty village, burned homes and tracks"."""
    if tree.dep[at] != "conj" or at < 2 or tree.lower[at - 1] != "," or tree.child(at, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    noun = at - 2
    while tree.dep[noun] in {"pobj", "prep", "conj"} and tree.head[noun] < noun:
        noun = tree.head[noun]
    finding = tree.head[noun]
    return tree.dep[noun] == "dobj" and tree.lemma[finding] in _FOUND and tree.tag[finding] != "VBG"  # "and, finding nobody, burned huts"
