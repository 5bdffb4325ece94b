"""Who fights, by more than a name: by weapons and dress, by the force a party is of, by whom they go on to kill.

Tokens in, yes or no out.
"""

from trucewatch.reading.arguments import arguments
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.triggers import triggers

_BEARING = frozenset({"carry", "wield", "brandish", "bear", "arm", "hold", "tote", "shoulder", "dress", "wear", "clothe", "mask"})
_MEN = frozenset({"men", "personnel", "boys", "cadres", "regulars"})
_DRESS = frozenset(
    "uniform fatigue fatigues camouflage mask balaclava hood khaki battledress helmet flak headscarf disguise clothes clothing".split()
)
_MOUNTS = frozenset({"horse", "camel", "horseback", "camelback", "mule"})
_PARTIES = frozenset({"party", "team", "contingent", "crew", "detachment", "group", "column", "company", "unit", "convoy"})
_ANYBODY = frozenset({"person", "pronoun", "count", "inhabitant"})
"""Groups of people who may be anybody."""
_HARMING = frozenset({"killed", "injured"})
_CIVIC = frozenset(
    "democrats republicans conservatives liberals socialists greens tories lakers yankees nations states unions news times affairs".split()
)
_UNSURE = frozenset({"attack", "armed clash", "protest", "release", "agreement"})
"""Types of events of which figures of speech are full: only where the text speaks of weapons does an unknown name bring them about."""
_REACH = 30
"""How many tokens after a verb the same people are looked for as killers."""


def bears_arms(nominals: Nominals, at: int) -> bool:
    """True for people whose own words say that they carry weapons or wear what fighters wear ("men with rifles", "youths in fatigues")."""
    tree, content = nominals.tree, nominals.content(at)
    noun = nominals.noun(content)
    if noun is None or noun.kind != "person":
        return False
    for child in dict.fromkeys((*tree.children[at], *tree.children[content])):
        bearing = tree.dep[child] in {"acl", "relcl"} and tree.lemma[child].lower() in _BEARING
        beside = tree.dep[child] == "prep" and tree.lower[child] in {"with", "in"}
        if tree.dep[child] == "prep" and tree.lower[child] == "on" and any(tree.lemma[head] in _MOUNTS for head in tree.children[child]):
            return True  # "men on horses and camels"
        if bearing and any(_arms(nominals, below) for below in range(child, min(tree.edges(child)[1], child + 9))):
            return True
        if beside and any(_arms(nominals, item) for head in tree.children[child] for item in coordinated(tree, head)):
            return True
    return False


def _arms(nominals: Nominals, at: int) -> bool:
    tree = nominals.tree
    if tree.pos[at] not in {"NOUN", "PROPN"}:
        return False
    return tree.lemma[at].lower() in _DRESS or any(noun.kind == "weapon" and noun.group != "air" for noun in nominals.nouns(at))


def detached(nominals: Nominals, at: int) -> bool:
    """True for a party, a team or men of a force's ("a Rangers party", "CRPF men"), no political party."""
    tree = nominals.tree
    lemma = tree.lemma[at].lower()
    if tree.lower[at] in _MEN:
        return any(nominals.capitals[child] for child in tree.children[at] if child < at and tree.dep[child] in {"compound", "nmod"})
    if lemma not in _PARTIES:
        return False
    if nominals.armed_words(at):
        return True
    beside = [child for child in tree.children[at] if child < at and tree.dep[child] in {"compound", "nmod", "poss", "amod"}]
    heads = nominals.vocabulary.name_heads
    if any(heads.get(tree.lower[child]) == "armed" for child in beside):
        return True
    of = [
        item
        for child in tree.children[at]
        if tree.lower[child] == "of"
        for head in tree.children[child]
        for item in coordinated(tree, head)
    ]
    if any(nominals.capitals[item] for item in of):
        return True  # "a party of the BSF and the police"
    return lemma == "contingent" and any(nominals.entity[child] == "NORP" for child in beside)


def named_band(nominals: Nominals, verb: int, at: int, kind: str) -> bool:
    """True for a name in the plural that no vocabulary knows, or a people's, where weapons are spoken of or the deed itself says so."""
    tree, noun = nominals.tree, nominals.noun(at)
    if tree.pos[at] != "PROPN" or nominals.titled(at) or nominals.name(at) != (at, at + 1) or tree.lower[at] in _CIVIC:
        return False
    plural = tree.tag[at] == "NNPS" or (tree.lower[at].endswith("s") and not tree.lower[at].endswith(("ss", "us", "is")))
    if not plural or (noun is not None and noun.kind not in {"person", "organisation"}) or nominals.capitals[at]:
        return False
    if kind not in _UNSURE:
        return True
    words, paragraph = triggers().violence, nominals.parse.paragraph_of
    near = range(max(0, verb - 60), min(len(tree), verb + 60))
    return any(tree.lemma[here].lower() in words and here not in {at, verb} and paragraph[here] == paragraph[verb] for here in near)


def goes_on_to_kill(nominals: Nominals, verb: int, at: int) -> bool:
    """True for people who may be anybody and of whom the sentence goes on to say that they killed, hurt or shot at somebody."""
    tree, noun, number = nominals.tree, nominals.noun(nominals.content(at)), nominals.parse.sentence_of
    if noun is None or noun.kind != "person" or noun.group not in _ANYBODY:
        return False
    known = triggers().verbs
    for later in range(verb + 1, min(len(tree), verb + _REACH)):
        if number[later] != number[verb]:
            return False
        if tree.pos[later] != "VERB" or tree.lemma[later].lower() in {"hit", "hurt", "harm"}:
            continue
        found = known.get(tree.lemma[later].lower(), ())
        harms = any(trigger.effect in _HARMING and trigger.frame == "does" for trigger in found[:1]) or tree.lemma[later] in {
            "shoot",
            "fire",
        }
        if harms and at in (did := arguments(tree, later)).subjects and not did.passive:
            return True
    return False
