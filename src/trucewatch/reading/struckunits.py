"""Bare figures after an attack → whose they are: the patrol, the post or the mission that was struck, the nation that serves in a mission.

As in "ambushed an army patrol, killing three", "raided the barracks; four men died", "four Kenyans were hurt" of a United Nations force.
Enters: a parse, the first token of a figure's words and the token of its head. Leaves: the population, or None where the text struck
nobody who fights.
"""

from functools import cache
from typing import TYPE_CHECKING

from trucewatch.reading.fighting import fights
from trucewatch.reading.people import names_people, people, population_at, singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Population

_UNITS = frozenset(
    "patrol platoon squad garrison battalion regiment brigade detachment contingent company column picket escort unit".split()
)
_WORKS = frozenset("barracks outpost garrison blockhouse".split())
"""Places where nobody lives but those who fight."""
_STATIONS = frozenset(
    """post posts base bases position positions station stations checkpoint checkpoints roadblock camp convoy headquarters vehicle vehicles
    truck lorry jeep helicopter boat""".split()
)
"""Places and vehicles that are a force's where its name stands before them."""
_ARMS = frozenset("rifle engineer tank artillery infantry reconnaissance mechanised mechanized marine commando airborne signals".split())
_AIMED = frozenset("at on upon into against over by through near".split())
_ATTACKING = frozenset(
    """attack ambush raid storm shell bomb bombard mortar fire shoot open hit strike rake assault overrun assail mine blast pound
    machine-gun rake strafe rocket target waylay intercept surprise besiege charge rush engage harass hose spray pepper ambuscade
    raze burn blow destroy ram explode detonate lob throw hurl drop launch attempt assault bombing shelling attacking clash fight
    seize capture take invade penetrate infiltrate sweep riddle snipe""".split()
)
"""Verbs, and nouns, of striking a body that fights."""
_BORNE = frozenset(("party forces", "mission personnel"))


@cache
def _missions() -> frozenset[str]:
    """Return the words by which a text tells of a mission."""
    return people().mission_modifiers - {"weapons", "observer", "mission", "service"} | {"un", "u.n.", "peacekeepers", "peacekeeping"}


def struck_unit(parse: "Parse", first: int) -> "Population | None":
    """Return whose people fell in the attack that the words before token ``first`` tell, None where they were not a force's."""
    doc, here = parse.doc, parse.sentence_of[first]
    for at in range(first - 1, -1, -1):
        if here - parse.sentence_of[at] > 1 or parse.paragraph_of[at] != parse.paragraph_of[first]:
            return None
        token = doc[at]
        if token.tag_[:2] != "NN" or token.dep_ in ("compound", "nmod"):
            continue
        unit = _unit(parse, token)
        if unit is not None:
            return unit if _struck(token) else None
        if token.tag_ in ("NNS", "NNPS") and names_people(token.lower_) and token.dep_ not in ("nsubj", "agent"):
            return None
    return None


def national(parse: "Parse", first: int, head: int, found: "Sequence[Counted]") -> "Population | None":
    """Return "mission personnel" for people called by a nation that serves in a mission of which the text has just told."""
    here, doc, lower = parse.sentence_of[head], parse.doc, parse.tree.lower
    if any(one.population == "mission personnel" and here - parse.sentence_of[one.quantity.head] <= 2 for one in found):
        return "mission personnel"
    stem = lower[head].removesuffix("s")
    told = (at for at in range(first) if lower[at] == stem and doc[at].head.i > at)
    if any(population_at(doc, doc[at].head.i, lower) == "mission personnel" for at in told):
        return "mission personnel"
    for at in range(first - 1, -1, -1):
        if here - parse.sentence_of[at] > 1 or parse.paragraph_of[at] != parse.paragraph_of[first]:
            return None
        if lower[at] in _missions():
            return "mission personnel"
        if doc[at].tag_ in ("NNS", "NNPS") and names_people(lower[at]) and doc[at].dep_ not in ("nsubj", "agent"):
            return None
    return None


def _unit(parse: "Parse", token: "Token") -> "Population | None":
    """The people of a body that fights, or of what it mans."""
    word = token.lower_
    before = {child.lower_ for child in token.lefts}
    if any(names_people(one) and people().population.get(singular(one)) not in _BORNE for one in before):
        return None  # "a refugee column"
    if word in _WORKS:
        return "party forces"
    if word == "company" and not before & (_ARMS | people().force_modifiers):
        return None
    if word in _STATIONS:
        serving = before & people().force_modifiers or any(people().population.get(one) == "party forces" for one in before)
        mission = before & _missions()
        return "mission personnel" if mission else "party forces" if serving else None
    return fights(parse, token) if word in _UNITS else None


def _struck(token: "Token") -> bool:
    """Whether an attack hit what a noun names: its object, its passive's subject, what it aimed at, and nothing that struck back."""
    if any(child.dep_ == "relcl" and any(c.dep_ == "nsubj" for c in child.children) for child in token.children):
        return False  # "a police patrol, which used birdshot"
    above = token
    while above.dep_ == "conj" and above.head.i < above.i:
        above = above.head
    if above.dep_ == "pobj":
        aimed = above.head.lower_ in _AIMED or (above.head.lower_ == "of" and above.head.head.pos_ == "NOUN")
        return aimed and above.head.dep_ != "agent" and above.head.head.lemma_.lower() in _ATTACKING
    return above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_.lower() in _ATTACKING
