"""The day that the noun of a deed and the relative clause about it share: "a raid that killed two on 5 May", "the pogroms of January, in
which 300 died", "since 6 March, when they entered the city".

Enters: a tree, the word of an event and the times of its sentence. Leaves: the times that are of that deed, none where the clause tells of
something else: how it was told of, what came of it, when it was over.
"""

from collections.abc import Sequence

from trucewatch.reading.hanging import Hung, clause_of, is_saying
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers

_TAKING = frozenset(
    """kill wound injure maim hurt hit strike destroy damage level raze leave claim cost happen occur take begin start erupt rage last go
    shake rock rip tear blow burn displace uproot demolish cripple paralyse paralyze target wreck gut kidnap abduct injure empty cut drive
    flatten scar martyr set sweep engulf send force victimise victimize fell decimate wipe traumatise orphan""".split()
)
"""What a deed does by itself: the day of its doing is the day of the deed."""
_PRONOUNS = frozenset(("that", "which", "in", "during", "where", "when", "wherein"))


def deed_noun(tree: Tree, token: int) -> bool:
    """Tell whether a word is a noun of what happens: of vocab/times.yaml or a trigger."""
    if tree.pos[token] != "NOUN":
        return False
    words = time_words().happenings
    return tree.lemma[token] in words or tree.lower[token] in words or tree.lemma[token] in triggers().nouns


def of_the_clause(tree: Tree, token: int, here: Sequence[Hung]) -> list[Hung]:
    """Return the times of the relative clause that says what the deed named at ``token`` did: "an attack that killed two on 5 May"."""
    if tree.pos[token] != "NOUN":
        return []
    clauses = [child for child in tree.children[token] if tree.dep[child] == "relcl" and tree.lemma[child] in _TAKING]
    clauses = [clause for clause in clauses if _is_subject(tree, clause) and clause > token]
    return [one for one in here if one.governor in clauses and not one.saying] if clauses else []


def _is_subject(tree: Tree, clause: int) -> bool:
    """Tell whether the noun itself does what its relative clause tells: "that killed", "which began"."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    return subject is not None and tree.lower[subject] in ("that", "which")


def of_the_noun(tree: Tree, token: int, here: Sequence[Hung]) -> list[Hung]:
    """Return the own times of the deed whose relative clause ``token`` tells of: "the pogroms of January, in which 300 were massacred"."""
    verb = clause_of(tree, token)
    for _ in range(4):
        if verb < 0 or tree.dep[verb] == "relcl":
            break
        above = tree.head[verb]
        if tree.dep[verb] not in ("conj", "xcomp", "ccomp", "advcl") or (is_saying(tree, above) and not _is_hearsay(tree, above)):
            return []
        verb = tree.head[verb] if tree.pos[tree.head[verb]] in ("VERB", "AUX") else -1
    if verb < 0 or tree.dep[verb] != "relcl":
        return []
    noun = tree.head[verb]
    if (day := next((one for one in here if one.start <= noun < one.end and len(one.path) > 2), None)) is not None:
        noun = day.path[2]  # "the attack of 3 March, which …", parsed as of the day
    if not deed_noun(tree, noun) and tree.lemma[verb] in _TAKING and _is_subject(tree, verb):
        noun = _deed_over(tree, noun)  # "last month's bombing of a church in Jolo, which killed nine", parsed as of Jolo
    if not deed_noun(tree, noun):
        return []
    if not _is_within(tree, verb, noun):
        return []
    return [one for one in here if noun in one.path[1:3] and one.start < verb and (one.end <= noun or one.start - noun <= 3)]


def _deed_over(tree: Tree, noun: int) -> int:
    """Return the noun of a deed whose phrase a noun stands in, the noun itself where there is none."""
    at = noun
    for _ in range(6):
        if tree.dep[at] not in ("pobj", "prep", "appos", "conj", "nmod") or tree.head[at] == at:
            break
        at = tree.head[at]
        if deed_noun(tree, at):
            return at
    return noun


def _is_hearsay(tree: Tree, verb: int) -> bool:
    """Tell whether a saying only makes what it tells uncertain: "are believed to have been massacred"."""
    return tree.tag[verb] == "VBN" and tree.child(verb, "auxpass") is not None


def _is_within(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether a relative clause tells what happened in the deed or what it did."""
    if tree.lemma[verb] in _TAKING and _is_subject(tree, verb):
        return True
    opening = [at for at in range(noun + 1, verb) if tree.lower[at] in ("which", "when", "where")]
    if not opening:
        return False
    at = opening[0]
    return tree.lower[at] in ("when", "where") or (tree.lower[at - 1] in ("in", "during") and tree.dep[at] == "pobj")


def day_said_more_of(tree: Tree, token: int, there: Sequence[Hung]) -> Hung | None:
    """Return the day right before the "when" of an event's clause: "since 6 March, when fighters entered the city"."""
    verb = clause_of(tree, token)
    while verb >= 0 and tree.dep[verb] == "conj" and tree.pos[tree.head[verb]] in ("VERB", "AUX"):
        verb = tree.head[verb]
    if verb < 0:
        return None
    mark = next((child for child in tree.children[verb] if tree.lower[child] == "when" and child < verb), -1)
    if mark < 1 or tree.lower[mark - 1] != ",":
        return None
    return next((one for one in there if one.end == mark - 1), None)


_INQUIRIES = frozenset(
    """exhumation inquiry enquiry census accord agreement treaty law decree constitution election amnesty report survey count investigation
    trial judgment verdict charter resolution convention pact protocol statute ordinance act list register map photograph film study
    visit mission""".split()
)
"""What has a day or a year of its own that is not that of what is told with it: "on the strength of the exhumation of 1996"."""
_WHILE = frozenset(("in", "during", "at", "by", "after", "before"))


def of_another_occasion(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether a time is that of an inquiry, an accord or a law that the clause of an event only names."""
    if len(one.path) < 4 or tree.lower[one.path[1]] != "of" or token in one.path[:3]:
        return False
    noun = one.path[2]
    if tree.lemma[noun] not in _INQUIRIES:
        return False
    return not (tree.dep[one.path[3]] == "prep" and tree.lower[one.path[3]] in _WHILE)


_BALANCES = frozenset(
    """balance result results toll tally summary record figure figures statistics statistic total totals breakdown review overview account
    report losses score""".split()
)
_OVER = frozenset(("for", "of", "in", "during", "covering", "from", "over"))


def of_the_balance(tree: Tree, token: int, there: Sequence[Hung]) -> list[Hung]:
    """Return the time of the figures that a colon opens: "presented its balance for the month of May: 112 fighters killed"."""
    colon = next((at for at in range(token - 1, max(-1, token - _LIST), -1) if tree.lower[at] == ":"), -1)
    if colon < 0 or any(_tells(tree, at) for at in range(colon, token + 1)):
        return []
    return [one for one in there if one.end <= colon and _is_of_balance(tree, one) and _covers(tree, one)]


def _tells(tree: Tree, at: int) -> bool:
    """Tell whether a word is a finite verb; a past without an object may be a participle that the tagger took for one."""
    if tree.tag[at] == "VBD":
        return tree.child(at, "dobj", "ccomp", "aux") is not None
    return tree.tag[at] in ("VBZ", "VBP", "MD")


def _is_of_balance(tree: Tree, one: Hung) -> bool:
    """Tell whether a time hangs on a balance or on the verb that gives one."""
    if any(tree.lemma[at] in _BALANCES for at in one.path[1:5]):
        return True
    thing = tree.child(one.governor, "dobj") if one.governor >= 0 else None
    return thing is not None and tree.lemma[thing] in _BALANCES and thing < one.start


_LIST = 40
"""Words at most from a colon to one of the figures it opens."""


def _covers(tree: Tree, one: Hung) -> bool:
    """Tell whether a time is the stretch that a balance is of."""
    return any(tree.dep[at] == "prep" and tree.lower[at] in _OVER for at in one.path[1:4]) or tree.dep[one.path[0]] == "poss"
