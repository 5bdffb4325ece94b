"""What a shot was aimed at, who sent it and whose limb it cost, where a clause or a vehicle stands between. Tokens in and out."""

from trucewatch.reading.arguments import Arguments, arguments
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.nominals import Nominals

LIMBS = frozenset(
    """fingernail collarbone tooth eye rib arm leg hand foot finger ear nose skull jaw
    lip heel forearm thigh shoulder hip elbow ankle wrist tongue limb kneecap thumb toe breast""".split()
)
"""Parts of the body that are broken or cut off."""
_LINKS = 4


def where(nominals: Nominals, at: int) -> tuple[int, ...]:
    """Return the slum of "the slum, where planes dropped bombs": the place the clause is about is what was hit."""
    tree = nominals.tree
    verb = at
    for _ in range(_LINKS):
        if tree.dep[verb] not in {"conj", "xcomp"} or tree.head[verb] == verb:
            break
        verb = tree.head[verb]
    if tree.dep[verb] != "relcl" or not any(tree.lower[child] == "where" for child in tree.children[verb]):
        return ()
    place = tree.head[verb]
    noun = nominals.noun(nominals.content(place))
    known = noun is not None and noun.kind in {"place", "target"}
    return (place,) if known or nominals.take_unknown_as_place(place) else ()


def from_whose(nominals: Nominals, given: Arguments) -> tuple[int, ...]:
    """Return the police of "mourners were fired on from a police van", and the helicopter of "was strafed from a helicopter"."""
    tree = nominals.tree
    found: list[int] = []
    heads = given.after("from")
    manned = all(nominals.crewed(nominals.content(at)) and tree.lemma[at].lower() != "artillery" for at in heads)
    for at in heads:
        owners = [
            child
            for child in tree.children[at]
            if child < at and tree.dep[child] in {"compound", "nmod", "poss"} and _armed(nominals, child)
        ]
        if not owners and tree.pos[at] != "PROPN" and _armed(nominals, at) and tree.child(at, "appos") == at + 1:
            owners = [at]  # "a police Casspir", where the parse made the vehicle another name of the police
        found.extend(owners or ([at] if manned else []))  # "from artillery, mortars and tanks" names weapons
    return tuple(found)


def _armed(nominals: Nominals, at: int) -> bool:
    noun = nominals.noun(at)
    return noun is not None and noun.armed and noun.kind in {"person", "organisation"}


def avowing(nominals: Nominals, verb: int, deeds: frozenset[str]) -> tuple[int, ...]:
    """Return the Front of "the device, which the Front later said it had planted", where ``verb`` is "said"."""
    tree = nominals.tree
    told = tree.child(verb, "ccomp")
    if tree.lemma[verb] not in SAYING or told is None or tree.lemma[told].lower() not in deeds:
        return ()
    own = [child for child in tree.children[told] if tree.dep[child] == "nsubj" and tree.lower[child] in {"it", "they"}]
    says = [child for child in tree.children[verb] if tree.dep[child] == "nsubj" and tree.lower[child] not in {"which", "that"}]
    return tuple(says) if own else ()


def whose_limb(nominals: Nominals, at: int) -> int | None:
    """Return the teacher of "cut off two fingers of a teacher" and of "a teacher's fingers", None where ``at`` is no part of a body."""
    tree = nominals.tree
    if tree.lemma[at].lower() not in LIMBS:
        return None
    owner = tree.child(at, "poss")
    below = (item for child in tree.children[at] if tree.lower[child] == "of" for item in tree.children[child] if tree.dep[item] == "pobj")
    return owner if owner is not None else next(below, None)


def caught_before(nominals: Nominals, verb: int, owner: int) -> int:
    """Return the driver of "seized a driver and cut off his ears": the verb before says whose limb it is; ``owner`` where none does."""
    tree = nominals.tree
    if tree.lower[owner] not in {"his", "their"}:
        return owner
    for _ in range(_LINKS):
        if tree.dep[verb] != "conj" or tree.head[verb] > verb:
            break
        verb = tree.head[verb]
        for caught in arguments(tree, verb).objects:
            noun = nominals.noun(nominals.content(caught))
            many = tree.tag[caught] in {"NNS", "NNPS"} or tree.child(caught, "conj") is not None
            if noun is not None and noun.kind == "person" and many == (tree.lower[owner] == "their"):
                return caught
    return owner
