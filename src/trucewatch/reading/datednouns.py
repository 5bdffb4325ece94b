"""Nouns that have a day of their own → the nouns: "Sunday's accord", "the 3 May truce", "a contact on Tuesday", "the coup, 4 May".

Enters: a scene and a mention of a time in its tree. Leaves: the noun whose day it is, None for people, things and parts of time ("Monday's
gunmen", "the night of 14 June"). What has a day is something that happened, whatever the clause around it says.
"""

from functools import cache
from typing import cast

from trucewatch.reading.actors import actors
from trucewatch.reading.hanging import Hung
from trucewatch.reading.scene import Scene
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers
from trucewatch.records.extent import When
from trucewatch.vocab import vocabulary

_OWN = frozenset(("poss", "compound", "nmod", "nummod", "amod"))
_DOING = ("ing", "ings", "tion", "tions", "sion", "sions", "ment", "ments", "talks", "exchange", "visit", "vote")
"""Endings and words of nouns that take place "on" a day; after another noun "on" leads on from the verb."""
_CLOCK = frozenset(("hour", "light", "a.m.", "p.m.", "am", "pm", "hrs", "o'clock", "minute", "second"))
_SUMS = frozenset(
    "toll number total figure count tally casualty fatality death victim price rate temperature weather edition issue rest end".split()
)
"""What a day has without anything having happened ("Monday's toll")."""
_FINE = frozenset(("day", "days", "hour", "night"))
_PREPOSITIONS = frozenset(("of", "on", "in", "at"))


def dated_noun(scene: Scene, one: Hung, when: When) -> int | None:
    """Return the noun whose own day or month a mention is."""
    tree = scene.parse.tree
    if len(one.path) < 2:
        return None
    if tree.dep[one.path[0]] in _OWN:
        noun = one.path[1]
        own = noun >= one.end and (when.precision in _FINE or is_occasion(tree, noun))
    elif tree.dep[one.path[0]] in ("appos", "npadvmod") and one.path[0] > one.path[1] and tree.pos[one.path[1]] == "NOUN":
        noun = one.path[1]
        own = tree.dep[one.path[0]] == "appos" and when.precision in _FINE and is_occasion(tree, noun)
    else:
        if len(one.path) < 3 or tree.dep[one.path[1]] != "prep":
            return None
        noun = one.path[2]
        own = _after(tree, noun, tree.lower[one.path[1]], when)
    return noun if own and tree.pos[noun] == "NOUN" and _happens(scene, noun) else None


_LEADING = frozenset(("lead", "result", "end", "culminate", "issue"))
_YIELDING = frozenset(("bring", "see", "witness", "allow", "enable", "permit", "include", "mark"))
_BODIES = frozenset("commission committee court board panel tribunal council bureau office department centre center house".split())


def led_to(scene: Scene, one: Hung) -> int | None:
    """Return the happening that a dated verb led to or saw: "it led this morning to the interception of two men", "Monday saw clashes"."""
    tree, verb = scene.parse.tree, one.governor
    if verb < 0 or one.saying or tree.tag[verb] != "VBD" or any(tree.dep[child] == "neg" for child in tree.children[verb]):
        return None
    if tree.lemma[verb] in _LEADING:
        ways = [child for child in tree.children[verb] if tree.dep[child] == "prep" and tree.lower[child] in ("to", "in", "with")]
        found = [below for way in ways for below in tree.children[way] if tree.dep[below] == "pobj"]
    elif tree.lemma[verb] in _YIELDING:
        found = [child for child in tree.children[verb] if tree.dep[child] == "dobj"]
    else:
        return None
    return next((noun for noun in found if is_occasion(tree, noun) and tree.pos[noun] == "NOUN" and _happens(scene, noun)), None)


def _after(tree: Tree, noun: int, preposition: str, when: When) -> bool:
    """Tell whether a preposition ties a time to its noun and does not lead on from the verb."""
    if preposition not in _PREPOSITIONS:
        return False
    if is_occasion(tree, noun):
        return when.precision in _FINE or preposition == "of"
    if when.precision != "day":
        return False
    return (preposition == "of" and tree.tag[noun] == "NN") or (preposition == "on" and tree.lower[noun].endswith(_DOING))


def _happens(scene: Scene, noun: int) -> bool:
    """Tell whether a noun names neither people nor a time nor a sum, and no event stands for it yet."""
    tree, words = scene.parse.tree, time_words()
    lemma, lower = tree.lemma[noun].lower(), tree.lower[noun]
    above = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[above] == "of" and tree.lemma[tree.head[above]] in _BODIES:
        return False  # "testified before the commission of inquiry on Tuesday"
    if lemma in _CLOCK or lemma in words.parts or lemma in words.units or lower in words.parts or lemma in _SUMS:
        return False
    if scene.event_at(noun) is not None:
        return False
    known = actors().noun(lemma)
    return known is None or (known.kind in ("weapon", "target") and tree.tag[noun] == "NN" and is_occasion(tree, noun))


def is_occasion(tree: Tree, noun: int) -> bool:
    """Tell whether a noun names what takes place: a deed of vocab/triggers.yaml, an accord, a meeting, a vote (vocab/narration.yaml)."""
    lemma = tree.lemma[noun].lower()
    return lemma in _occasions() or lemma in triggers().nouns or tree.lower[noun] in triggers().nouns


@cache
def _occasions() -> frozenset[str]:
    """Return the nouns of what takes place and is no deed of violence."""
    return frozenset(cast(dict[str, list[str]], vocabulary("narration"))["occasions"])
