"""Who did it, where "by …" or "at the hands of …" stands far from the verb or noun of the deed. Token indices in and out.

A passive verb has one agent. The parse hangs it on a noun in between, on a verb joined to it, or on whoever is cited in passing.
"""

from dataclasses import replace

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.misreadings import BY_WHICH
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.triggers import triggers

_BY = frozenset({"prep", "agent"})
_REACH = 14
"""Tokens after the verb within which a noun may hold its "by …"."""
_BETWEEN = frozenset({"CCONJ", "PUNCT", "ADV"})
"""What may stand between two verbs that share their agent."""
_ACTS = frozenset(
    """act action attack assault deed crime raid operation killing massacre murder outrage atrocity bombing ambush shooting strike incident
    abduction kidnapping execution exploit feat""".split()
)
"""What a clause is summed up as."""
_AVOWING = {
    **dict.fromkeys(("claim", "avow", "admit", "own", "perpetrate", "commit"), ("by",)),
    **dict.fromkeys(("attribute", "ascribe", "impute"), ("to",)),
    "blame": ("on",),
}
_ASIDE = 10
"""Tokens of an aside between those who did it and what they did."""
_LINKS = 8
_SOME = frozenset("some many most several others both all".split())
_COMPLEMENTS = frozenset({"dobj", "prep", "prt", "dative"})


def with_agent(nominals: Nominals, at: int, given: Arguments) -> Arguments:
    """Return the arguments of a passive verb with its agent, where the parse hung that elsewhere."""
    if not given.passive or given.subjects:
        return given
    found = _on_noun(nominals, at) or _joined(nominals, at) or _in_passing(nominals, at) or _beyond_clause(nominals, at)
    return replace(given, subjects=found) if found else given


def fronted(nominals: Nominals, at: int, given: Arguments) -> Arguments:
    """Return the arguments of a verb with the paramilitaries of "on the road to Oru paramilitaries arrested six" as those who did it.

    The parse took them for what stands after the preposition; so "on the next day 61 of the men were driven off and shot".
    """
    tree = nominals.tree
    if given.passive and (pair := _paired(nominals, at, given)) is not None:
        return replace(given, objects=(pair, *given.objects))
    if not given.passive and (whole := _whole_of(nominals, given)) is not None:
        return replace(given, subjects=coordinated(tree, whole))
    if not given.passive and len(given.subjects) == 1 and (people := _beside_place(nominals, given.subjects[0])) is not None:
        return replace(given, subjects=coordinated(tree, people))
    if (rider := _rider(nominals, at, given)) is not None:
        return replace(given, subjects=coordinated(tree, rider), objects=(), passive=False)
    if given.passive:
        own = tree.child(at, "auxpass") is not None  # "shelled on Friday and scores of villagers were hurt", read as Friday and scores
        verb = tree.head[at] if tree.dep[at] == "conj" and not given.objects and not own else at
        told = _stranded(nominals, verb, min((child for child in tree.children[verb] if tree.dep[child] in {"aux", "auxpass"}), default=-1))
        return replace(given, objects=coordinated(tree, told)) if told is not None and not given.objects else given
    if tree.tag[at] not in {"VBD", "VBZ", "VBP"} or not any(tree.dep[child] in _COMPLEMENTS and child > at for child in tree.children[at]):
        return given
    told = _stranded(nominals, at, at)
    return replace(given, subjects=coordinated(tree, told)) if told is not None and told not in given.objects else given


def _whole_of(nominals: Nominals, given: Arguments) -> int | None:
    """Return the assailants of "the assailants, some in fatigues, burned a clinic", read as some who did it."""
    tree = nominals.tree
    part = given.subjects[0] if given.subjects else None
    if part is None or part < 2 or tree.lower[part] not in _SOME or tree.lower[part - 1] != ",":
        return None
    before = part - 2
    return before if tree.tag[before] in {"NNS", "NNPS"} and _acts(nominals, before) else None


def _paired(nominals: Nominals, at: int, given: Arguments) -> int | None:
    """Return the couple of "a married couple, both teachers, were gunned down", which the parse took for a measure."""
    tree = nominals.tree
    first = next((head for head in given.objects if tree.child(head, "det", "predet", "preconj") is not None), None)
    if first is None or not any(tree.lower[child] in {"both", "all"} for child in tree.children[first]):
        return None
    before = [child for child in tree.children[at] if child < first and tree.dep[child] in {"npadvmod", "dep", "nsubj"}]
    noun = nominals.noun(before[0]) if before else None
    return before[0] if noun is not None and noun.kind == "person" else None


def _beside_place(nominals: Nominals, at: int) -> int | None:
    """Return the police of "In Quara district, West Gondar, members of the police killed 43", read as another name of the place."""
    tree, noun = nominals.tree, nominals.noun(at)
    beside = tree.child(at, "appos")
    if noun is None or noun.kind != "place" or beside is None or beside < at or tree.tag[beside] not in {"NNS", "NNPS"}:
        return None
    return beside if at and tree.lower[at - 1] != "the" and _acts(nominals, beside) else None


def _rider(nominals: Nominals, at: int, given: Arguments) -> int | None:
    """Return the gunmen of "two gunmen on a scooter fired into a queue", read as a scooter that was fired."""
    tree = nominals.tree
    noun = tree.head[at]
    if (
        tree.dep[at] != "acl"
        or tree.lower[at] not in {"fired", "shot"}
        or given.subjects
        or tree.dep[noun] != "pobj"
        or nominals.doer(noun)
    ):
        return None
    aims = (child for child in tree.children[at] if tree.lower[child] in {"at", "on", "into", "upon"})
    above = tree.head[tree.head[noun]]
    aimed = any(tree.child(child, "pobj") is not None for child in aims)
    return above if aimed and tree.pos[above] in {"NOUN", "PROPN"} and _acts(nominals, above) else None


def _stranded(nominals: Nominals, verb: int, at: int) -> int | None:
    """Return the people right before ``at`` where the parse left their verb without a subject."""
    tree = nominals.tree
    if at < 1 or tree.child(verb, "nsubj", "nsubjpass", "csubj", "expl") is not None:
        return None
    top, found = _before_aside(nominals, at) - 1, None
    for _ in range(_LINKS):
        above = tree.head[top]
        if above == top or tree.dep[top] not in {"prep", "pobj", "conj", "nummod", "compound"}:
            return None
        if tree.dep[top] == "pobj" and (found is None or _men(nominals, top)) and _acts(nominals, top):
            found = top  # "soldiers of the Third Corps": the soldiers
        if above == verb:
            break
        top = above
    opens = top == 0 or tree.pos[top - 1] in {"PUNCT", "SPACE", "CCONJ", "SCONJ", "ADV"}
    return found if opens and tree.head[top] == verb and tree.dep[top] == "prep" else None


def _before_aside(nominals: Nominals, at: int) -> int:
    """Return the first comma of "our fighters, together with the militia, repelled it", ``at`` where no aside stands before it."""
    tree = nominals.tree
    if tree.lower[at - 1] != ",":
        return at
    for here in range(at - 2, max(0, at - 2 - _ASIDE), -1):
        if tree.lower[here] == ",":
            return here
        if tree.tag[here] in {"VBD", "VBZ", "VBP", "MD"}:
            return at
    return at


def _men(nominals: Nominals, at: int) -> bool:
    """True for people whose own "of …" says whose men they are."""
    noun = nominals.noun(at)
    return noun is not None and noun.kind == "person" and any(nominals.tree.lower[child] == "of" for child in nominals.tree.children[at])


def _acts(nominals: Nominals, at: int) -> bool:
    """True for people, a body or a craft, no place."""
    named = nominals.noun(nominals.content(at))
    return nominals.doer(at) and (named is None or named.kind in {"person", "organisation"} or nominals.crewed(nominals.content(at)))


def at_hands(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the militia of "died at the hands of the militia", "torture at the militia's hands"."""
    tree = nominals.tree
    for child in tree.children[at]:
        if tree.dep[child] != "prep" or tree.lower[child] != "at":
            continue
        hands = tree.child(child, "pobj")
        if hands is None or tree.lower[hands] not in {"hand", "hands"}:
            continue
        owner = tree.child(hands, "poss")
        below = [item for of in tree.children[hands] if tree.lower[of] == "of" for item in tree.children[of] if tree.dep[item] == "pobj"]
        return tuple(head for one in ([owner] if owner is not None else below) for head in coordinated(tree, one))
    return ()


_CLEARING = frozenset("acquit clear exonerate absolve vindicate exculpate".split())


def cleared(nominals: Nominals, at: int) -> bool:
    """True for the killing of "acquitted the sergeant of killing two farmers": it was done, and not found to be done by him."""
    tree = nominals.tree
    preposition = tree.head[at]
    if tree.dep[at] != "pcomp" or tree.lower[preposition] not in {"of", "in"}:
        return False
    above = tree.head[preposition]
    if tree.dep[above] in {"dobj", "nsubjpass"}:
        above = tree.head[above]
    return tree.lemma[above] in _CLEARING


def _objects(nominals: Nominals, preposition: int) -> tuple[int, ...]:
    tree = nominals.tree
    return tuple(item for child in tree.children[preposition] if tree.dep[child] == "pobj" for item in coordinated(tree, child))


def _on_noun(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the agent that the parse hung on an event noun within the verb's complement."""
    tree = nominals.tree
    for here in range(at + 1, min(len(tree), at + _REACH)):
        if tree.dep[here] == "prep" and tree.lower[here] == "by" and tree.pos[tree.head[here]] in {"NOUN", "PROPN"}:
            noun = tree.head[here]
            below = any(tree.dep[child] == "prep" and tree.lower[child] == "of" for child in tree.children[noun])
            if noun > at and not below and _dominates(nominals, at, noun):
                return _objects(nominals, here)
    return ()


def _joined(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the agent of the second of "were ambushed and killed by raiders": it is the agent of both."""
    tree = nominals.tree
    verb = at
    for _ in range(3):
        nexts = [
            child
            for child in tree.children[verb]
            if tree.dep[child] == "conj"
            and tree.tag[child] in {"VBN", "VBD"}
            and tree.child(child, "nsubj", "nsubjpass", "aux", "auxpass", "dobj") is None
        ]
        if not nexts:
            return _gapped(nominals, verb)
        known = triggers().verbs
        violent = tree.lemma[verb].lower() in known and tree.lemma[nexts[0]].lower() in known
        between = range(verb + 1, nexts[0])
        if any(tree.pos[here] not in _BETWEEN for here in between) and not (
            violent and not any(_theirs(nominals, here) for here in between)
        ):
            return ()  # "turned back at army checkpoints and stopped by civilians": not by them at the checkpoints
        verb = nexts[0]
        for child in tree.children[verb]:
            if tree.dep[child] == "agent" and (heads := _doers(nominals, child)):
                return heads
    return ()


def _gapped(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the police of "supporters were beaten and their leader arrested by police": one auxiliary, and so one agent, for both."""
    tree = nominals.tree
    if tree.child(at, "auxpass") is None or any(tree.dep[child] == "prep" and child > at for child in tree.children[at]):
        return ()
    for noun in tree.children[at]:
        if noun < at or tree.dep[noun] != "conj":
            continue
        verb = noun if tree.tag[noun] == "VBN" and tree.child(noun, "aux", "auxpass") is None else tree.child(noun, "acl")
        if verb is None or tree.tag[verb] != "VBN" or (verb == noun and tree.child(verb, "nsubj", "nsubjpass") is None):
            continue
        known = triggers().verbs
        agent = tree.child(verb, "agent")
        if agent is not None and tree.lemma[at].lower() in known and tree.lemma[verb].lower() in known:
            return _doers(nominals, agent)
    return ()


def _theirs(nominals: Nominals, at: int) -> bool:
    """True for a word between two verbs by which somebody else may have done the first: people, a body, those who fight, a "by"."""
    noun = nominals.noun(at) if nominals.tree.pos[at] in {"NOUN", "PROPN"} else None
    return nominals.tree.lower[at] in {"by", ","} or (noun is not None and noun.kind in {"person", "organisation"})


def _in_passing(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the agent that stands after a source in passing: "was killed, his widow says, by soldiers"."""
    tree = nominals.tree
    beside = [child for child in tree.children[at] if child > at and tree.dep[child] in {"parataxis", "ccomp"}]
    above = [tree.head[at]] if tree.dep[at] in {"ccomp", "parataxis"} and tree.head[at] > at else []
    for verb in (*beside, *above):
        if tree.lemma[verb].lower() not in SAYING or tree.child(verb, "auxpass") is not None:
            continue
        for child in tree.children[verb]:
            if child > verb and tree.dep[child] in _BY and tree.lower[child] == "by" and (heads := _doers(nominals, child)):
                return heads
    return ()


def _beyond_clause(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the man of "was gunned down, while he was climbing a pole, by a man in uniform": no active verb has an agent."""
    tree = nominals.tree
    for clause in tree.children[at]:
        if clause < at or tree.dep[clause] != "advcl" or tree.child(clause, "auxpass") is not None or tree.tag[clause] == "VBN":
            continue
        for child in tree.children[clause]:
            if child > clause and tree.dep[child] in _BY and tree.lower[child] == "by" and tree.lower[child - 1] == ",":
                return _doers(nominals, child)
    return ()


def avowed(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the brigade of "the camp was stormed, an act claimed by the brigade": the apposition says whose deed the clause tells of."""
    tree, number = nominals.tree, nominals.parse.sentence_of
    for act in range(at + 1, min(len(tree), at + _REACH)):
        if number[act] != number[at] or tree.pos[act] in {"VERB", "AUX"}:
            return ()
        if tree.lemma[act].lower() not in _ACTS or tree.dep[act] not in {"npadvmod", "appos", "dep", "ccomp"}:
            continue
        if tree.lower[tree.edges(act)[0] - 1] != ",":
            return ()
        for clause in tree.children[act]:
            if tree.dep[clause] == "acl" and clause > act and (preposition := _AVOWING.get(tree.lemma[clause].lower())) is not None:
                for child in tree.children[clause]:
                    if tree.lower[child] in preposition and (heads := _doers(nominals, child)):
                        return heads
    return ()


def _doers(nominals: Nominals, preposition: int) -> tuple[int, ...]:
    """Return those after "by" where they may have done something: not a time, a way or a measure."""
    tree = nominals.tree
    return tuple(head for head in _objects(nominals, preposition) if tree.lower[head] not in BY_WHICH and nominals.doer(head))


def _dominates(nominals: Nominals, at: int, below: int) -> bool:
    for _ in range(_LINKS):
        if below == at:
            return True
        below = nominals.tree.head[below]
    return False
