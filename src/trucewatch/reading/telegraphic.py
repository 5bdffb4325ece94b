"""Lines that leave out "was": "Pub bombed", "Union organiser Pilar Soto gunned down outside her office", "Two Danes fired at".

Logs, chronicles and headings tell so what befell people and things; the parse takes them for those who did it. Arguments in and out.
"""

from dataclasses import replace

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.misreadings import BY_WHICH, prepositional
from trucewatch.reading.nouns import SOMETHING
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers

_CLAUSES = frozenset({"ROOT", "ccomp", "acl", "relcl", "conj", "parataxis", "appos", "dep", "advcl"})
_RELATIVES = frozenset({"who", "whom", "which", "that", "when", "where"})
_PAST_ONLY = frozenset("blew took broke drove fell stole tore threw gave went came slew sank overran beat shook seize held ran".split())
"""Forms that are no participle: whoever stands before them does it."""
_ALONE = frozenset(
    """fire shoot snipe strike charge rampage loot plunder pillage stop halt turn open fall descend swoop pounce disperse scatter break
    press drive march push storm raid advance drown choke suffocate land force recruit enlist desert fell drop hold keep engage
    ram counterattack counter-attack lose surprise tackle withdraw board""".split()
)
"""Verbs that people also do with nothing after them."""
_DEADLY = frozenset({"dead", "down", "up"})
"""After these, "shot", "gunned", "cut" and "blown" are done to somebody."""
_OPENING_UP = frozenset({"open"})
"""Verbs that with "up" are done by whoever stands before them: "soldiers opened up on the crowd"."""
_ALONE_IN_SERIES = _ALONE - {"shoot", "drown", "choke", "suffocate"}
_BEFALLING = frozenset("attack ambush waylay rob assault arrest detain abduct kidnap evict search strip".split())
"""Verbs that nobody does with nothing after them, beside those that hurt and kill."""
_SERIES = 5
"""Verbs that a line joins at most."""
_AT = frozenset({"at", "on", "upon"})
_OBJECTS = frozenset({"dobj", "dative", "ccomp"})


def as_passive(conditions: Conditions, at: int, given: Arguments) -> Arguments:
    """Return the arguments of the verb at ``at`` as those of the passive it is, where its auxiliary was left out."""
    tree = conditions.nominals.tree
    if given.objects and all(";" in tree.lower[at:head] for head in given.objects):
        given = replace(given, objects=())  # "escort blown up; a car caught behind it"
    if given.passive or given.objects or not given.subjects or tree.tag[at] not in {"VBD", "VBN"}:
        return given
    if _in_series(conditions, at, given):
        return replace(given, subjects=(), objects=given.subjects, passive=True, shared=False)
    if given.shared:
        return given
    if tree.dep[at] not in _CLAUSES or tree.lower[at] in _PAST_ONLY or not _befalls(tree, at):
        return given
    below = [child for child in tree.children[at] if ";" not in tree.lower[at:child]]
    if any(tree.dep[child] in _OBJECTS or tree.lower[child] in _RELATIVES or tree.dep[child] in {"aux", "mark"} for child in below):
        return given
    if any(head > at or tree.pos[head] == "PRON" or _carries(tree, head) for head in given.subjects):
        return given
    agents = _agents(conditions, at)
    stranded = _aimed_at(tree, at)
    deadly = tree.lower[at + 1 : at + 2] != [] and (tree.lower[at + 1] in _DEADLY or tree.lower[at + 1 : at + 3] == ["to", "death"])
    deadly = deadly and tree.lemma[at].lower() not in _OPENING_UP
    if not (agents or stranded or deadly) and (
        tree.lemma[at].lower() in _ALONE or not all(_helpless(conditions, head) for head in given.subjects)
    ):
        return given
    for head in given.subjects:
        if conditions.nominals.noun(conditions.nominals.content(head)) is None and tree.pos[head] == "NOUN":
            conditions.nominals.take_as(head, SOMETHING)
    return replace(given, subjects=agents, objects=given.subjects, passive=True)


def _in_series(conditions: Conditions, at: int, given: Arguments) -> bool:
    """True for each verb of "Four traders picked out and shot": people, none of whom fights, and a series of verbs with no object."""
    tree, first = conditions.nominals.tree, at
    while tree.dep[first] == "conj" and tree.pos[tree.head[first]] == "VERB" and tree.head[first] != first:
        first = tree.head[first]
    series = [first]
    while (following := tree.child(series[-1], "conj")) is not None and len(series) < _SERIES:
        series.append(following)
    if len(series) == 1 or tree.dep[first] not in {"ROOT", "ccomp", "parataxis", "conj"}:
        return False
    if not all(_without_object(tree, verb) and tree.lemma[verb].lower() not in _ALONE_IN_SERIES for verb in series):
        return False
    robbed = [tree.lemma[verb].lower() in _BEFALLING for verb in series]
    if not (any(_harms(tree, verb) for verb in series) or any(robbed)):
        return False
    if not all(known or _befalls(tree, verb) for known, verb in zip(robbed, series, strict=True)):
        return False
    return all(
        head < first
        and tree.tag[head] in {"NNS", "NN", "NNP", "NNPS"}
        and tree.child(head, "det", "poss") is None
        and conditions.any((head,), "person")
        and not conditions.fights(head)
        for head in given.subjects
    )


def _without_object(tree: Tree, verb: int) -> bool:
    """True for a past or participle with neither an object, an auxiliary nor anything to aim at."""
    if tree.tag[verb] not in {"VBD", "VBN"} or tree.lower[verb] in _PAST_ONLY:
        return False
    return not any(
        tree.dep[child] in _OBJECTS | {"aux", "auxpass", "mark", "neg", "xcomp"} or (tree.lower[child] in _AT and not tree.children[child])
        for child in tree.children[verb]
    )


def _harms(tree: Tree, verb: int) -> bool:
    """True for a verb by which people are killed or hurt."""
    known = triggers().verbs.get(tree.lemma[verb].lower(), ())
    return tree.lemma[verb].lower() == "shoot" or any(trigger.effect in {"killed", "injured"} for trigger in known)


def _befalls(tree: Tree, at: int) -> bool:
    """True for a verb that vocab/triggers.yaml knows to be done to somebody or something."""
    known = triggers().verbs.get(tree.lemma[at].lower(), ())
    return any(trigger.frame == "does" and trigger.effect != "none" for trigger in known) or tree.lemma[at].lower() == "fire"


def _carries(tree: Tree, at: int) -> bool:
    """True for the noun of an event or a figure of speech, which is no sufferer ("the raid wounded")."""
    return tree.lemma[at].lower() in triggers().nouns


def _agents(conditions: Conditions, at: int) -> tuple[int, ...]:
    """Return the men of "dragged from his car by four men"."""
    tree = conditions.nominals.tree
    for child in tree.children[at]:
        if child > at and tree.lower[child] == "by" and tree.dep[child] in {"agent", "prep"}:
            heads = tuple(head for head in prepositional(tree, child) if tree.lower[head] not in BY_WHICH)
            if heads and all(conditions.nominals.doer(head) for head in heads):
                return heads
    return ()


def _aimed_at(tree: Tree, at: int) -> bool:
    """True for "fired at", "shot at", "set upon" with nothing after the preposition."""
    return (
        tree.lower[at + 1 : at + 2] != []
        and tree.lower[at + 1] in _AT
        and tree.head[at + 1] == at
        and not tree.children[at + 1]
        and tree.lemma[at].lower() in {"fire", "shoot", "set", "spit"}
    )


def _helpless(conditions: Conditions, at: int) -> bool:
    """True for people and things of which nothing says that they attack: no fighters, no weapon, no crowd."""
    nominals = conditions.nominals
    if conditions.fights(at) or conditions.any((at,), "weapon") or conditions.craft(at) or nominals.force(at):
        return False
    noun = nominals.noun(nominals.content(at))
    if noun is None:
        bare = nominals.tree.child(at, "det", "poss") is None and nominals.tree.tag[at] == "NN"
        return bare and nominals.tree.pos[at] == "NOUN" and not conditions.abstract(at)
    if noun.kind == "target" or conditions.thing(at):
        return True
    return noun.kind == "person" and noun.group not in {"person", "count", "pronoun", "medic"} and nominals.tree.tag[at] in {"NN", "NNP"}
