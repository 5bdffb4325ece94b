"""Whom those who were there name as those who did it: "survivors spoke of men in uniform", "witnesses point to the 12th Battalion".

Token indices in, heads out. Only those who fight, bands and men known by their dress are named so; the dead and wounded are not.
"""

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.conditions import Conditions

NAMING = frozenset("name identify recognise recognize describe implicate incriminate finger recall remember".split())
TELLING = frozenset("speak tell talk point".split())
_WITNESSES = frozenset(
    """survivor witness eyewitness bystander onlooker passer-by passerby resident inhabitant villager neighbour neighbor local townspeople
    townsfolk victim relative relation family parent mother father widow wife husband brother sister son daughter uncle aunt cousin kin
    kinsman friend colleague passenger driver worker employee farmer peasant fisherman herder woman man people student pupil teacher nurse
    doctor priest nun monk pastor imam elder chief headman shopkeeper trader refugee escapee patient they he she""".split()
)
_HARMED = frozenset("dead killed wounded injured hurt missing captured murdered slain abducted kidnapped arrested detained own".split())
_BANDS = frozenset("man youth gang mob attacker assailant stranger individual person".split())
_AMONG = frozenset({"among", "amongst"})


def named(conditions: Conditions, at: int, given: Arguments) -> tuple[int, ...]:
    """Return those whom witnesses name with the verb at ``at``."""
    tree = conditions.nominals.tree
    lemma = tree.lemma[at].lower()
    if given.passive or not given.subjects or not any(tree.lemma[head].lower() in _WITNESSES for head in given.subjects):
        return ()
    if any(tree.dep[child] == "neg" for child in tree.children[at]) or any(word in _AMONG for word, _ in given.preps):
        return ()
    if lemma in TELLING:
        heads = given.after("of") if lemma != "point" else given.after("to", "at", "toward", "towards")
    else:
        shown = tuple(child for child in tree.children[at] if tree.dep[child] == "oprd" and child > at)
        heads = given.objects or shown
    return tuple(head for head in heads if _may_have(conditions, head))


def _may_have(conditions: Conditions, at: int) -> bool:
    """True for those who fight, and for men told of by what they wore or carried."""
    tree = conditions.nominals.tree
    if any(tree.lower[child] in _HARMED or tree.lower[child] in _AMONG for child in tree.children[at]):
        return False
    if conditions.fights(at):
        return True
    told = any(tree.dep[child] in {"amod", "compound", "prep", "acl", "relcl"} for child in tree.children[at])
    return told and tree.lemma[at].lower() in _BANDS and tree.tag[at] == "NNS"
