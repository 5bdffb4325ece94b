"""Deaths that no violence caused: illness, accident, weather. A case or a token in, yes or no out."""

from trucewatch.reading.conditions import Case
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.parse import Parse
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers


def natural_cause(nominals: Nominals, case: Case) -> bool:
    """True where the sentence gives an illness, an accident or the weather as the cause."""
    tree, words = nominals.tree, triggers().natural
    for heads in (case.doers, case.through):
        if any(tree.lemma[at].lower() in words or _blaze(tree, at) for at in heads):
            return True
    return natural_sentence(nominals.parse, case.token)


_OF_GUNFIRE = frozenset("heavy hostile friendly indirect direct enemy incoming intense sustained automatic return rebel from".split())
"""Words beside "fire" that say it was shot."""


_AGED = frozenset(("old", "advanced", "great", "ripe"))
"""Words beside an age of which people die: "old age", not "under ten years of age"."""
_BROUGHT_DOWN = frozenset(("collapse", "crush", "sink"))
_STRIKING = frozenset(
    """airstrike strike artillery bomb bombardment bombing blast explosion explosive grenade mine landmine missile mortar rocket shell
    shelling shellfire drone jet warplane torpedo tank raid""".split()
)


def _blaze(tree: Tree, at: int) -> bool:
    """True for "a fire", "the blaze": what burns, not what is shot."""
    if tree.lower[at] not in {"fire", "blaze", "inferno"}:
        return False
    return not any(tree.dep[child] in {"compound", "nmod"} or tree.lower[child] in _OF_GUNFIRE for child in tree.children[at])


def natural_sentence(parse: Parse, token: int) -> bool:
    """True where the words around ``token`` in its sentence name an illness, the weather or an accident, and no weapon or attack."""
    tree, known, number = parse.tree, triggers(), parse.sentence_of
    if parse.word_places.lacks(known.natural) and parse.lemma_places.lacks(known.accidents):
        return False
    sentence, accident = number[token], False
    for at in range(max(0, token - 24), min(len(tree), token + 25)):
        if number[at] != sentence:
            continue
        if (
            tree.lower[at] in known.natural
            and tree.pos[at] in {"NOUN", "PROPN"}
            and (tree.lower[at] != "age" or tree.lower[at - 1] in _AGED)
        ):
            return True
        if at != token and tree.lemma[at].lower() in known.violence:
            return False
        fell = tree.lemma[at].lower() in known.accidents and tree.pos[at] in {"VERB", "NOUN"}
        if fell and tree.lemma[at].lower() in _BROUGHT_DOWN and _struck_before(parse, token):
            return False  # "militants fired mortars at the village. Two women were killed and a roof collapsed"
        accident = accident or fell
    return accident


def _struck_before(parse: Parse, token: int) -> bool:
    """Whether the sentence before, of the same paragraph, tells of something that can bring a house down."""
    tree, number = parse.tree, parse.sentence_of
    here, paragraph = number[token], parse.paragraph_of[token]
    at = token
    while at and number[at] == here:
        at -= 1
    return any(
        tree.lemma[before].lower() in _STRIKING and parse.paragraph_of[before] == paragraph
        for before in range(max(0, at - 40), at + 1)
        if number[before] == here - 1
    )
