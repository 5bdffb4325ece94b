"""Places that a text points back at: "there", "in the village", "the station", the head of an item, and what the sentences before gave.

A parse, the word of an event and the places by sentence go in; mentions come out, none where nothing is pointed at.
"""

from collections.abc import Sequence

from trucewatch.reading.entryheads import head_over
from trucewatch.reading.hanging import (
    Hung,
    is_before,
    is_narrated,
    is_none,
    opens_sentence,
)
from trucewatch.reading.parse import Parse
from trucewatch.reading.placeuse import is_placing, of_source, reaches
from trucewatch.reading.placewords import place_words
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import Place

_TOWNS = frozenset(("village", "town", "city", "hamlet", "camp", "settlement", "district", "neighbourhood", "suburb"))
_COARSE = frozenset(("admin1", "admin2", "country"))


def label_of(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the place that heads the entry an event is told in: "Boga, Monday 31 May: …", "* LOGAR - …"."""
    head = head_over(parse, token)
    if head is None:
        return []
    return [h for h in hung.get(parse.sentence_of[head.start], ()) if head.start <= h.start < head.end][:1]


def pointed_at(parse: Parse, token: int, hung: dict[int, list[Hung]], places: Sequence[Place]) -> list[Hung]:
    """Return the settlement of the same sentence that "the village" after it means: "Residents of Buni said gunmen raided the village"."""
    tree, sentence = parse.tree, parse.sentence_of
    beside = tree.head[token] if tree.dep[token] == "conj" and tree.pos[tree.head[token]] == "VERB" else token
    for child in [*tree.children[token], *(tree.children[beside] if beside < token else ())]:
        noun = child if tree.dep[child] == "dobj" else next(iter(tree.children[child]), -1) if tree.lower[child] in ("in", "into") else -1
        if (
            noun < 0
            or tree.lower[noun] not in _TOWNS
            or not any(tree.lower[below] in ("the", "same", "that") for below in tree.children[noun])
        ):
            continue
        if any(tree.dep[below] in ("prep", "relcl", "acl") or tree.pos[below] == "PROPN" for below in tree.children[noun]):
            continue
        named = [h for h in hung.get(sentence[token], ()) if h.end < noun and places[h.number].precision not in _COARSE]
        if named:
            return named[-1:]
    return []


def named_there(parse: Parse, token: int, hung: dict[int, list[Hung]], places: Sequence[Place]) -> list[Hung]:
    """Return the place named before "there" in its sentence: "Residents of Mindat said soldiers had burned houses there"."""
    tree, sentence = parse.tree, parse.sentence_of
    there = next((at for at in range(token, len(tree)) if sentence[at] == sentence[token] and tree.lower[at] == "there"), -1)
    if there < 0:
        return []
    return [h for h in hung.get(sentence[token], ()) if h.end <= token and places[h.number].precision not in _COARSE][-1:]


def site_again(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the place that "the station" takes up: "the standoff at the Vunidawa police station … The station was seized", "report to the
    centre at Magburaka … Rebels surround the centre"."""
    tree = parse.tree
    for child in tree.children[token]:
        inside = tree.dep[child] == "prep" and tree.lower[child] in ("in", "at", "on", "into", "near", "outside")
        noun = next(iter(tree.children[child]), -1) if inside else child if tree.dep[child] in ("dobj", "nsubjpass") else -1
        if noun < 1 or tree.lower[noun - 1] not in ("the", "that"):
            continue
        if tree.lower[noun] not in place_words().sites and tree.lower[noun] not in place_words().settlements:
            continue
        before = [h for number in sorted(hung) for h in hung[number] if h.end <= noun]
        named = [h for h in before if (tree.lower[h.end - 1] == tree.lower[noun] and h.end - h.start > 1) or _site_at(tree, h, noun)]
        if named:
            return named[-1:]
    return []


def _site_at(tree: Tree, one: Hung, noun: int) -> bool:
    """Tell whether a mention says where a site of the same name is: "the reception centre at Magburaka"."""
    if len(one.path) < 3 or tree.lower[one.path[1]] not in ("at", "in", "of"):
        return False
    return tree.lower[one.path[2]] == tree.lower[noun] and tree.dep[one.path[2]] != "attr"


def last_before(tree: Tree, sentence: int, hung: dict[int, list[Hung]], places: Sequence[Place]) -> list[Hung]:
    """Return the place named last before a sentence, rather a settlement than its region, never where somebody gives an account."""
    for number in sorted((one for one in hung if one < sentence), reverse=True):
        named = [h for h in hung[number] if not of_source(tree, h)]
        if named:
            fine = [h for h in named if places[h.number].precision not in _COARSE] or named
            fine = [h for h in fine if is_subject(tree, h)] or [h for h in fine if not _further(tree, h, fine)] or fine
            return fine[-1:]
    return []


def is_subject(tree: Tree, one: Hung) -> bool:
    """Tell whether a sentence is about a place: "Cibindye is a gold-washing settlement on the Ulindi"."""
    if one.governor < 0 or len(one.path) != 2 or tree.lemma[one.governor] != "be" or tree.dep[one.path[0]] != "nsubj":
        return False
    attribute, kinds = tree.child(one.governor, "attr"), place_words()
    return attribute is not None and (tree.lower[attribute] in kinds.settlements or tree.lower[attribute] in kinds.sites)


def _further(tree: Tree, one: Hung, named: Sequence[Hung]) -> bool:
    """Tell whether a mention only says where the one before it lies: "Valle Hondo, municipality of Ixcán", "Dari, near Marivan"."""
    before = next((h for h in reversed(named) if h.end <= one.start), None)
    if before is None or one.start - before.end > _BESIDE:
        return False
    kinds = place_words()
    between = kinds.settlements | kinds.regions | kinds.districts | kinds.near | kinds.bearings | _LINKS
    return all(tree.lower[at] in between or tree.lower[at].isdigit() for at in range(before.end, one.start))


_BESIDE = 7
_LINKS = frozenset(
    """, ( of the in 's jurisdiction at km kilometres kilometers kilometre miles mile m metres n s e w ne nw se sw
    some about from""".split()
)


def points_back(parse: Parse, token: int) -> bool:
    """Tell whether a clause says where by pointing back: "there", "in the same city", "in the village"."""
    tree = parse.tree
    for at in range(opens_sentence(parse, token), len(tree)):
        if parse.sentence_of[at] != parse.sentence_of[token]:
            return False
        if tree.lower[at] == "there" and tree.dep[at] == "advmod":
            return True
        if tree.lower[at] in _TOWNS and tree.lower[at - 1] in ("the", "same", "that") and tree.dep[at] in ("pobj", "dobj"):
            return True
    return False


_SCENE = 5
"""Tokens at most before the place that opens an entry: its hour or number, "in", an article."""


def _opens_entry(parse: Parse, one: Hung) -> bool:
    """Tell whether a place opens its paragraph as the scene of all of it: "11:05 In Hranitne, two craters", "At Oru a farmer said …"."""
    tree, paragraph = parse.tree, parse.paragraph_of[one.start]
    first = one.start
    while first and parse.paragraph_of[first - 1] == paragraph and one.start - first <= _SCENE:
        first -= 1
    led = [at for at in range(first, one.start) if tree.lower[at] in ("in", "at", "near", "outside")]
    return one.start - first <= _SCENE and bool(led) and not any(tree.pos[at] in ("VERB", "AUX") for at in range(first, one.start))


def sent_from(parse: Parse, token: int) -> bool:
    """Tell whether a sentence points at where the report was sent from: "behind this village", "in the city" of which nothing is told."""
    tree, at, sentence = parse.tree, opens_sentence(parse, token), parse.sentence_of[token]
    while parse.datelines and at < len(tree) and parse.sentence_of[at] == sentence:
        if tree.lower[at] in _HERE and tree.lower[at - 1] in ("this", "the") and tree.dep[at] in ("pobj", "dobj"):
            alone = not any(tree.dep[below] in ("prep", "relcl", "acl", "compound", "amod") for below in tree.children[at])
            if alone and (tree.lower[at - 1] == "this" or tree.lower[at] in ("city", "town", "capital")):
                return True
        at += 1
    return False


_HERE = _TOWNS | frozenset(("capital", "port", "stretch", "quarter", "valley", "island", "hillside", "road"))


def carried_places(parse: Parse, token: int, verb: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the places an earlier sentence of the paragraph gives, where the trigger's clause goes on telling in the past tense."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if verb < 0 or not (is_narrated(tree, verb) or is_before(tree, verb)) or is_none(tree, token):
        return []
    paragraph = parse.paragraph_of[token]
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        told = [h for h in hung.get(earlier, ()) if parse.paragraph_of[h.start] == paragraph]
        opening = [h for h in told if _opens_entry(parse, h)]
        told = [h for h in told if not h.saying and is_placing(tree, h, places)] if is_narrated(tree, verb) else []
        told = told or opening
        told = [h for h in told if h in opening or ((h.governor < 0 or reaches(tree, h, h.governor)) and not of_source(tree, h))]
        if told:
            near = place_words().near
            told = [h for h in told if not any(tree.lower[at] in near for at in h.path)] or told
            leading = [h for h in told if h.governor >= 0 and tree.dep[h.governor] == "ROOT"]
            last = (leading or told)[-1]
            beside = [h for h in leading or told if h.governor == last.governor]
            return [h for h in beside if places[h.number].precision not in _COARSE][:1] or beside[:1]
    return []
