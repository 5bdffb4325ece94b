"""Events that a clause only deals with: its day is that of the trial, the arrest or the burial, and not of what was done before.

"A lawyer who had documented the killings was shot on 4 March", "suspects in the massacre appeared in court on Monday".
"""

from trucewatch.reading.hanging import AFTERWARDS, Hung, is_before
from trucewatch.reading.tree import Tree

_VERBS = AFTERWARDS | frozenset(
    """survive escape witness film photograph document denounce investigate probe report criticise criticize expose condemn protest cover
    chronicle link tie blame accuse suspect implicate want wanted order mastermind plan commission finance oversee avenge recall describe
    research examine study reconstruct deplore decry lament deny remember relive escape outlive record monitor verify confirm""".split()
)
"""What those of whom a clause tells did about an event, or are held to have done, at another time than the clause tells of."""
_NOUNS = frozenset(
    """suspect witness survivor eyewitness accused defendant culprit mastermind inquiry enquiry investigation probe trial hearing verdict
    tribunal case charge sentence indictment funeral memorial anniversary commemoration vigil burial mourning relative family widow mother
    father brother sister son daughter orphan victim protest demonstration rally outrage anger condemnation retaliation revenge reprisal
    resolution prosecution perpetrator author convict responsibility lawsuit compensation evidence photograph footage video film""".split()
)
"""People and doings after an event that a preposition ties to it: "relatives of those killed", "an inquiry into the shelling"."""
_TIES = frozenset("of in to into for over against on with behind from about after".split())
_CLIMB = 14


def only_dealt_with(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether the mention ``one`` is of a clause that only deals with the event at ``token``."""
    at, dealt = token, -1
    for _ in range(_CLIMB):
        if at == one.governor or tree.head[at] == at:
            break
        if at != token and at in one.path:
            return False  # the mention stands inside: "wanted for the killing of a priest on Monday"
        if at != token and _deals(tree, at, one.governor):
            dealt = at
        elif at == token and tree.dep[at] == "relcl" and is_before(tree, at) and tree.child(at, "auxpass") is not None:
            dealt = at  # "two nurses who had been kidnapped were freed on Tuesday"
        at = tree.head[at]
    first, last = (0, -1) if dealt < 0 else tree.edges(dealt)
    return at == one.governor and dealt >= 0 and not first <= one.start <= last


def _deals(tree: Tree, at: int, governor: int) -> bool:
    """Tell whether a word on the way up from an event says that it was before: a verb of an aside, or a noun with a preposition below."""
    if tree.dep[at] in ("relcl", "acl") and tree.pos[at] in ("VERB", "AUX"):
        return tree.lemma[at] in _VERBS or is_before(tree, at)
    return (
        tree.pos[at] == "NOUN"
        and tree.lemma[at] in _NOUNS
        and tree.dep[at] in ("nsubj", "nsubjpass", "dobj")
        and tree.head[at] == governor
        and any(tree.dep[child] == "prep" and child > at and tree.lower[child] in _TIES for child in tree.children[at])
    )
