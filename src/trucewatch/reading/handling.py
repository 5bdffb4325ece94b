"""Verbs that harm nobody in themselves, by which those who bear arms handle people: "held eleven nurses", "were marched to the field".

Arguments in, the people handled out. Nobody is handled who is carried to a doctor or to safety, and nobody's own men are.
"""

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.tree import Tree

_KEEPING = frozenset({"hold", "keep", "lodge", "house"})
_CONVEYING = frozenset("march move bring lead pull drive take run walk carry transfer put place load settle seat land sit get".split())
_RANGING = frozenset({"line", "gather", "assemble", "collect", "order", "summon", "call", "stand"})
HANDLING = _KEEPING | _CONVEYING | _RANGING | {"make", "ride"}
_TO = (
    "to",
    "into",
    "onto",
    "from",
    "through",
    "across",
    "past",
    "towards",
    "toward",
    "aboard",
    "behind",
    "against",
    "before",
    "over",
    "off",
)
_OUT = frozenset("out off down up together aside away".split())
_JUDGED = frozenset("responsible accountable liable guilty informed safe ready alive apart company".split())
_CARE = frozenset(
    """hospital clinic infirmary safety shelter treatment care doctor home surgery ambulance helicopter talks talk table freedom meeting
    negotiation news attention conclusion account justice power office agreement end rest victory""".split()
)


def handled(tree: Tree, at: int, given: Arguments) -> tuple[int, ...]:
    """Return whom the verb at ``at`` says to be held, led, ranged or made to do something, whoever they are."""
    lemma = tree.lemma[at].lower()
    if any(tree.lower[child] in _JUDGED for child in tree.children[at]) or tree.child(at, "neg") is not None:
        return ()
    if any(tree.lemma[head].lower() in _CARE for _, heads in given.preps for head in heads):
        return ()
    if lemma == "make":
        return _made_to(tree, at)
    out = bool(_OUT.intersection(given.particles)) or any(tree.lower[child] in _OUT for child in tree.children[at])
    if lemma in _KEEPING:
        return given.objects
    if lemma in _RANGING:
        return given.objects if out or lemma != "call" else ()
    if lemma == "ride":
        return given.objects if "down" in given.particles else ()
    return given.objects if out or given.after(*_TO) else ()


def _made_to(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the members of "made eleven members walk ahead"."""
    clause = tree.child(at, "ccomp")
    subject = tree.child(clause, "nsubj") if clause is not None and tree.tag[clause] == "VB" else None
    return coordinated(tree, subject) if subject is not None and subject > at else ()
