"""Whether a mention of a place is used as one: where something happened, not whence people come or whose they are.

A tree and a mention go in, a yes or no comes out.
"""

from collections.abc import Sequence

from trucewatch.reading.hanging import (
    SAYING,
    Hung,
    is_site,
    site_words,
)
from trucewatch.reading.locating import ATTACKING, RESIDENTS
from trucewatch.reading.people import names_people
from trucewatch.reading.placewords import place_words
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import Place

_AT = frozenset(("in", "at", "of", "near", "on", "outside", "against", "around"))
_INSIDE = frozenset(("in", "at", "near", "outside", "inside", "around"))
_NAMED_AFTER = frozenset(
    "missile rocket rifle howitzer mortar drone helicopter tank jet launcher pistol bomb grenade fighter rebel militant militia".split()
)
_GATHERED = frozenset(
    "group band gang faction member fighter rebel militant gunman soldier troop militiaman column supporter leader".split()
)
_COMPANIES = frozenset("gathering meeting member dozen hundred score number group crowd queue row part some rest number all".split())
"""Words for some of those who are somewhere: "a gathering of elders at Nevi Adda", "members of a family at the mill"."""
_COARSE = frozenset(("admin1", "admin2", "country"))
_ACCOUNTING = SAYING | frozenset(
    "cite count register receive certify put list give treat reject dismiss record publish identify document".split()
)
_BETWEEN = frozenset(
    """talk agreement accord deal truce ceasefire cease-fire fighting clash war battle conflict relation tie tension exchange difference
    dispute hostility combat firefight gunfight skirmish duel border frontier distance meeting""".split()
)
_BASED = frozenset(("base", "headquarter"))
_REMOVING = frozenset(
    """dislodge oust flush chase clear push repel rout expel rescue save liberate release retrieve exhume kidnap abduct take seize flee
    displace evacuate drive expel withdraw retreat recover free escape disappear snatch force evict remove capture arrest drag steal
    loot pull uproot lead march carry exclude bar keep turn""".split()
)
_STAYING = frozenset(
    "interview shelter live stay reside question reach hear meet base be flee arrive settle exile work treat visit camp house".split()
)
"""What is told of those who tell: where they are now, or were asked."""
_STRUCK = frozenset(
    """hit strike destroy flatten level set target sack pillage plunder reduce wipe cordon seal search ring rock shake hold take blow
    defend evacuate""".split()
)
_JOURNEYS = frozenset("way journey trip voyage flight route return".split())
_TRAVELLING = frozenset(
    """go travel head return march walk fly sail drive ride carry escort take bring transport convoy ferry move leave depart set bind lead
    accompany rush""".split()
)
_SENT = frozenset("fire launch come arrive shoot lob originate start travel fly hail be".split())


def of_source(tree: Tree, one: Hung) -> bool:
    """Tell whether a place is of those who give an account: "a spokesman in Geneva said", "the hospital in Homs counted 43 dead"."""
    if one.governor < 0:
        return False
    if tree.lemma[one.governor] in _BASED or _of_teller(tree, one):
        return True
    if tree.lemma[one.governor] not in _ACCOUNTING:
        return False
    return any(
        tree.dep[at] == "nsubj" and (tree.pos[below] == "ADP" or tree.dep[below] in ("compound", "poss", "nmod"))
        for below, at in zip(one.path, one.path[1:], strict=False)
    )


def _of_teller(tree: Tree, one: Hung) -> bool:
    """Tell whether a participle or clause says where those are who tell: "survivors interviewed in Yola gave different totals"."""
    verb = one.governor
    for _ in range(3):
        if tree.dep[verb] in ("acl", "relcl", "csubj"):
            break
        if tree.dep[verb] not in ("conj", "xcomp", "advcl") or tree.head[verb] == verb:
            return False
        verb = tree.head[verb]
    noun, above = tree.head[verb], tree.head[tree.head[verb]]
    if tree.dep[one.governor] == "csubj" and tree.lemma[one.governor] in _STAYING:
        return tree.lemma[tree.head[one.governor]] in _ACCOUNTING
    if tree.dep[verb] not in ("acl", "relcl") or tree.dep[noun] != "nsubj" or tree.lemma[above] not in _ACCOUNTING:
        return False
    return tree.lemma[verb] in _STAYING


def goes_to(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether a place is only where somebody or something was bound: "troops escorting tankers to La Paz fired into crowds"."""
    if one.governor < 0 or one.governor == token or tree.lemma[one.governor] not in _TRAVELLING:
        return False
    return any(tree.lower[at] in ("to", "for", "towards", "toward") and tree.pos[at] == "ADP" for at in one.path[1:3])


def follows(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a mention follows the noun of an event with nothing but "at the village of" between: the parser may hang it higher."""
    if tree.pos[token] != "NOUN" or not token < one.start <= token + 14 or tree.lower[token + 1] not in _AT:
        return False
    words, dates = place_words(), time_words().months.keys() | time_words().weekdays.keys() | {","}
    return all(
        tree.pos[i] in ("ADP", "DET", "ADJ", "PART", "NUM")
        or tree.lower[i] in words.settlements
        or tree.lower[i] in words.sites
        or tree.head[i] in one.path
        or tree.lower[i] in dates
        for i in range(token + 1, one.start)
    )


def is_placing(tree: Tree, one: Hung, places: Sequence[Place]) -> bool:
    """Tell whether a mention is used as a place: after a preposition, or before the noun of an event ("the Houla massacre")."""
    head = one.path[0]
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] not in ("VERB", "AUX"):
        head = tree.head[head]
    dep = tree.dep[head]
    if (
        tree.lower[one.start - 1] in _INSIDE
        and one.start
        and not comes_from(tree, one)
        and dep in ("nsubj", "nsubjpass", "attr", "ccomp", "oprd", "pcomp", "advcl", "xcomp")
    ):
        return True  # "At Dzhulda on Monday gunmen attacked …", of which the parser makes a subject
    if dep == "dobj" and places[one.number].precision == "country":
        return False
    if dep == "nsubjpass" and places[one.number].precision not in _COARSE and tree.lemma[tree.head[head]] in ATTACKING | _STRUCK:
        return True  # "Kabala was infiltrated on Sunday", "Nakes Aimau was set on fire"
    if dep in ("pobj", "appos", "conj", "compound", "nmod", "npadvmod", "advmod", "dobj", "poss", "ROOT", "dep"):
        before = tree.lower[tree.head[head]] if dep == "pobj" else ""
        if comes_from(tree, one) or _names_thing(tree, head):
            return False
        if before == "between":
            return places[one.number].precision != "country" and tree.lemma[tree.head[tree.head[head]]] not in _BETWEEN
        if before == "by" and tree.lower[one.start - 1] == "the" and (tree.lower[one.end - 1] in place_words().sites):
            return True  # "raked positions by the Tetovo stadium"
        return before not in ("by", "with", "for", "against", "about", "like", "than", "as", "because")
    return False


def _names_thing(tree: Tree, head: int) -> bool:
    """Tell whether a name is that of a weapon or of fighters: "a Tochka-U missile", "a group of Mai-Mai Yakutumba"."""
    above = tree.head[head]
    if tree.dep[head] in ("compound", "nmod"):
        return tree.lemma[above].lower() in _NAMED_AFTER
    return (
        tree.lower[above] == "of"
        and tree.lemma[tree.head[above]].lower() in _GATHERED
        and tree.tag[head] == "NNP"
        and tree.dep[head] == "pobj"
    )


def comes_from(tree: Tree, one: Hung) -> bool:
    """Tell whether people or shots come from a place, and nothing happened there: "peacekeepers from Burundi", "fired from Pisky"."""
    if _bound_for(tree, one):
        return True
    for at in one.path:
        if tree.lower[at] in ("in", "at", "near", "outside") and tree.lemma[one.governor] not in _SENT:
            return False  # "hanged from a tree in Shahjoy"
        if tree.lower[at] == "from" and tree.pos[at] == "ADP":
            above = tree.head[at]
            if tree.pos[above] in ("VERB", "AUX"):
                return tree.lemma[above] not in _REMOVING
            return _people_from(tree, above) or (tree.dep[above] == "dobj" and tree.lemma[tree.head[above]] not in _REMOVING)
    return False


def _bound_for(tree: Tree, one: Hung) -> bool:
    """Tell whether a place is one end of a journey: "on its way from Bria to Bambari"."""
    ways = [number for number, at in enumerate(one.path) if number and tree.lemma[at] in _JOURNEYS]
    return bool(ways) and tree.lower[one.path[1]] in ("from", "to", "for", "between")


def _people_from(tree: Tree, at: int) -> bool:
    """Tell whether "from" says where people come from, not where anything happened: "two peacekeepers from Burundi"."""
    return tree.pos[at] == "NUM" or (tree.pos[at] == "NOUN" and names_people(tree.lower[at]))


def reaches(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether the way from a mention up to ``token`` is one of place: no people, bodies or things merely *of* the place."""
    sites, inside = site_words(), False
    for below, at in zip(one.path, one.path[1:], strict=False):
        if at == token:
            break
        if tree.pos[at] in ("NOUN", "PROPN") and tree.lower[below] == "of" and not is_site(tree, at, sites):
            if tree.lemma[at] in RESIDENTS and tree.dep[at] in ("dobj", "nsubjpass"):
                return True  # "gathered residents of Oru and opened fire"
            return inside and (tree.lemma[at] in _COMPANIES or not names_people(tree.lower[at]))
        inside = inside or (tree.lower[below] in ("in", "at", "near", "outside") and tree.pos[below] == "ADP")
        if tree.pos[at] in ("NOUN", "PROPN") and tree.dep[below] in ("compound", "poss", "nmod") and not is_site(tree, at, sites):
            return False
    return True
