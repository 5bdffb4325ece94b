"""A noun or pronoun → whether it names those who fight, or a mission: who suffers losses of its own, "the Front", "FALA", "it" of an army.

Enters: a parse and a token. Leaves: the population of that body's people, or None where it is no such body.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.people import people, population_at

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Population

_BODIES = frozenset(
    """army military navy force forces troops police gendarmerie command battalion brigade division regiment unit platoon company column
    patrol garrison escort detachment squad militia guerrillas rebels enemy adversary side front movement insurgency junta marines
    paramilitaries militias commandos infantry airforce corps contingent picket outpost separatists insurgents maquis resistance""".split()
)
_NAMED = frozenset("front army movement party brigades brigade force forces guard militia command corps bloc faction".split())
"""Nouns that make a name with a capital one of a body that fights."""
_NO_FORCE = frozenset("usa uae eu uk who icrc un bbc afp aid ngo".split())
_CIVIL = frozenset("bus mining oil tea mobile insurance transport shipping trading security labour salvation".split())


def fights(parse: "Parse", token: "Token") -> "Population | None":
    """Return the population of the people of the body ``token`` names, None where it is none that fights and no mission."""
    word = token.lower_
    if token.tag_ == "PRP":
        return _speaker(parse, token)
    lower = parse.tree.lower
    if word in people().mission_modifiers and word not in ("weapons", "observer"):
        return "mission personnel" if word != "mission" or _mission(lower, token.i) else None
    near = {child.lower_ for child in token.lefts}
    if near & (people().mission_modifiers - {"weapons", "observer", "mission"}):
        return "mission personnel"
    found = population_at(parse.doc, token.i, lower)
    if found in ("party forces", "mission personnel"):
        return found
    if near & _CIVIL or "'s" in lower[token.i + 1 : token.i + 2]:
        return None
    if word in _BODIES or token.ent_type_ == "NORP" or word in people().force_modifiers:
        return "party forces"
    if any(word == name for name in _NAMED) and token.text[:1].isupper():
        return "party forces"
    capitals = token.text.isupper() and len(token.text) > 2 and word not in _NO_FORCE
    return "party forces" if capitals else None


def _mission(lower: "list[str]", at: int) -> bool:
    """Whether "the mission" is a body of observers or peacekeepers: the text named one before."""
    return any(word in people().mission_modifiers and word not in ("mission", "observer", "weapons") for word in lower[:at])


def _speaker(parse: "Parse", pronoun: "Token") -> "Population | None":
    """Whom "it", "they" or "we" stands for in what a body says of itself: "the army said it lost one soldier"."""
    verb = pronoun.head
    for _ in range(4):
        if verb.head.i == verb.i:
            break
        verb = verb.head
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i != pronoun.i and child.tag_ != "PRP":
                return fights(parse, child)
    if pronoun.lower_ == "we":
        return "party forces"
    start = pronoun.sent.start
    if pronoun.i - start > 1 or start == 0:
        return None
    root = parse.doc[start - 1].sent.root  # "The garrison held. It suffered two killed."
    before = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    same = before is not None and parse.paragraph_of[before.i] == parse.paragraph_of[pronoun.i]
    return fights(parse, before) if before is not None and same and before.tag_ != "PRP" else None
