"""Nouns that no vocabulary knows, read by what is done: whoever storms is people, who is murdered a person, what is burned a thing.

Token indices in, yes or no out. Abstract nouns, weather, animals, substances, times and measures are none of the three.
"""

from trucewatch.reading.nominals import Nominals
from trucewatch.reading.nouns import AMOUNTS, FIRE, PARTS, SOMEBODY, SOMETHING
from trucewatch.reading.triggers import triggers

_ABSTRACT = tuple("tion sion ment ness ity ism ence ance ship hood dom acy ency our ure ing th age".split())
_NATURE = frozenset(
    """flame fume wind rain wave snow hail storm cloud stone rock tree branch elephant lion tiger bear wolf snake crocodile shark hyena
    leopard dog bee wasp mosquito locust rat bird horse bull camel goat sheep cattle cow pig animal creature insect virus germ
    bacterium drug pill poison toxin chemical gas substance smoke ash dust mud water current tide splinter fragment pellet spark
    wire cable cut delay fault error mistake misstep failure problem condition sanction rumour rumor report figure statistic word
    rule law order policy price cost tax debt wound injury burn blow fall slip disease infection symptom cramp fever heat cold
    hunger thirst year month week day hour minute second weekend night morning evening decade century season metre meter kilometre
    kilometer mile yard foot inch ton tonne gallon litre barrel percent point factor effect consequence result reason cause
    circumstance event detail trend pattern memory image scene kind sort type nature scale manner form list leaflet letter pamphlet
    note message poster text call email phone placard slogan song word mountainside hillside slope field plain""".split()
)
_BODY = frozenset(
    """finger hand arm leg foot ear nose head eye ankle knee
    shoulder back chest stomach face neck rib wrist""".split()
)
_SOLD = frozenset(
    """goat sheep camel cattle cow donkey mule horse pig ox bull calf
    herd flock livestock animal poultry dog cat chicken""".split()
)
_STATES = frozenset("hostage prisoner captive dead time".split())
_DATES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "LANGUAGE"})
_PLURAL = frozenset({"NNS", "NNPS"})
_SHORTEST = 4


def _unknown(nominals: Nominals, at: int) -> bool:
    """True for a common noun of no vocabulary that is neither abstract nor a part, an amount or a word for an event."""
    tree, words = nominals.tree, triggers()
    lemma = tree.lemma[at].lower()
    if tree.pos[at] != "NOUN" or nominals.entity[at] in _DATES or nominals.content(at) != at or nominals.noun(at) is not None:
        return False
    if len(lemma) < _SHORTEST or lemma in _NATURE or lemma in _BODY or lemma in PARTS or lemma in AMOUNTS or lemma in FIRE:
        return False
    if lemma in words.natural or lemma in words.accidents or lemma in words.nouns or lemma in words.metaphors or lemma in words.sport:
        return False
    return not nominals.vocabulary_unit(at) and lemma not in nominals.vocabulary.collectives and not nominals.proper(at)


def people(nominals: Nominals, at: int) -> bool:
    """True for "zouaves", "dacoits": a plural that stands as who does what only people do."""
    return nominals.tree.tag[at] in _PLURAL and _unknown(nominals, at) and not nominals.tree.lemma[at].lower().endswith(_ABSTRACT)


def somebody(nominals: Nominals, at: int) -> bool:
    """Take "a sarpanch", "two stevedores" for people, as whom somebody murdered or carried off; return whether they can be."""
    tree, lemma = nominals.tree, nominals.tree.lemma[at].lower()
    if lemma in _SOLD | _STATES or lemma.endswith(_ABSTRACT) or not _unknown(nominals, at) or not _told(nominals, at):
        return False
    return tree.dep[at] not in {"compound", "amod"} and nominals.take_as(at, SOMEBODY)


def something(nominals: Nominals, at: int) -> bool:
    """Take "a ginnery", "two tukuls" for things, as what was burned, shelled or stormed; return whether they can be."""
    abstract = nominals.tree.lemma[at].lower().endswith(_ABSTRACT[:-3])
    return not abstract and _unknown(nominals, at) and _told(nominals, at) and nominals.take_as(at, SOMETHING)


def _told(nominals: Nominals, at: int) -> bool:
    """True for a plural, and for a singular with an article or an owner: a thing or a person, and no matter."""
    return nominals.tree.tag[at] in _PLURAL or nominals.tree.child(at, "det", "poss") is not None
