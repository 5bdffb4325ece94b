"""Which of a sentence's places an event happened at: its own modifiers first, then its clause, linked clauses, and what was told before.

A place that hangs on a verb of saying is where somebody spoke, never the event's. Where nothing decides, the answer is empty.
"""

from collections.abc import Sequence

from trucewatch.reading.hanging import (
    SAYING,
    Hung,
    clause_of,
    is_narrated,
    is_none,
    is_site,
    linked,
    opens_sentence,
    outside_quotation,
    passes_other_event,
    quoted,
    site_words,
    where_clause,
)
from trucewatch.reading.headings import opens_line
from trucewatch.reading.parse import Parse
from trucewatch.reading.people import names_people
from trucewatch.reading.placewords import place_words
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
_TOWNS = frozenset(("village", "town", "city", "hamlet", "camp", "settlement", "district", "neighbourhood", "suburb"))
_COARSE = frozenset(("admin1", "admin2", "country"))
_ACCOUNTING = SAYING | frozenset(
    "cite count register receive certify put list give treat reject dismiss record publish identify document".split()
)
_SEEING = frozenset(("be", "see", "witness", "suffer", "experience", "endure", "become"))
_BETWEEN = frozenset(
    """talk agreement accord deal truce ceasefire cease-fire fighting clash war battle conflict relation tie tension exchange difference
    dispute hostility combat firefight gunfight skirmish duel border frontier distance meeting""".split()
)
_BASED = frozenset(("base", "headquarter"))
_REMOVING = frozenset(
    """kidnap abduct take seize flee displace evacuate drive expel withdraw retreat recover free escape disappear snatch force evict remove
    capture arrest drag steal loot pull uproot lead march carry exclude bar keep turn""".split()
)


def choose_places(parse: Parse, token: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the places of the event at ``token``, the most exact first. ``hung`` are the places as ``hang`` gives them."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if sentence not in hung:
        if not hung:
            return []
        if _points_back(parse, token):
            return _last_before(tree, sentence, hung, places)
        if label := _label(parse, token, hung):
            return label
        return _carried_places(parse, token, clause_of(tree, token), places, hung)
    marks = quoted(parse)
    there = [h for h in hung[sentence] if _placing(tree, h, places) and not _of_source(tree, h) and not passes_other_event(tree, h, token)]
    there = [h for h in there if (marks[token] or not marks[h.start]) and not outside_quotation(parse, token, h)]
    here = [h for h in there if not h.saying]
    close = [h for h in there if _follows(tree, token, h)]
    levels = [_antecedent(tree, token, hung[sentence]), close, [h for h in here if token in h.path and _reaches(tree, h, token)]]
    verb = clause_of(tree, token)
    if verb >= 0 and (verb == token or tree.lemma[verb] not in SAYING):
        levels.append([h for h in here if h.governor == verb and _reaches(tree, h, verb)])
    levels.extend(
        [h for h in here if h.governor == other and _reaches(tree, h, other)] for other in linked(tree, verb if verb >= 0 else token)
    )
    levels.insert(1, _scene(tree, token, hung[sentence]))
    found = next((level for level in levels if level), [])
    if not (found and verb >= 0 and any(places[h.number].precision not in _COARSE for h in found)) and (
        pointed := _pointed(parse, token, hung, places)
    ):
        return pointed
    if not found and not here and _points_back(parse, token):
        return _last_before(tree, sentence, hung, places)
    if found:
        if all(places[h.number].precision in _COARSE for h in found):
            found = next((level for level in levels if any(places[h.number].precision not in _COARSE for h in level)), []) + found
        return sorted(dict.fromkeys(found), key=lambda h: (places[h.number].precision in _COARSE, len(h.path), h.start))
    if label := _label(parse, token, hung):
        return label
    rest = [h for h in here if h.governor < 0 or tree.lemma[h.governor] not in SAYING or (h.governor == verb and tree.dep[token] == "dobj")]
    if rest and all(rest[0].path[0] in h.path for h in rest[1:]):  # one place, and what it lies in
        return rest
    opening = [
        h
        for h in there
        if h.saying
        and (tree.tag[h.start - 1] == "IN" or h.path[1:2] == (opens_sentence(parse, token),))
        and h.start < min(token, h.governor)
        and h.start - opens_sentence(parse, token) < 5
    ]
    if len(opening) == 1 and not rest:
        return opening
    return _carried_places(parse, token, verb, places, hung) if not here else []


def _scene(tree: Tree, token: int, here: Sequence[Hung]) -> list[Hung]:
    """Return the place that is said to be the scene of an event: "Ravine Pintade was the scene of a massacre", "Homs saw a massacre"."""
    verb = clause_of(tree, token)
    if verb < 0 or tree.lemma[verb] not in _SEEING:
        return []
    if tree.lemma[verb] == "be" and not any(tree.dep[child] == "attr" for child in tree.children[verb]):
        return []
    return [h for h in here if h.governor == verb and tree.dep[h.path[-2:][0]] == "nsubj" and _subject_place(tree, h)]


def _subject_place(tree: Tree, one: Hung) -> bool:
    """Tell whether a place is the subject, or the subject is a happening of it: "The clearance of Novye Gekhi was a search operation"."""
    if len(one.path) == 2:
        return True
    subject = one.path[-2]
    return len(one.path) == 4 and tree.lower[one.path[1]] == "of" and tree.pos[subject] == "NOUN" and not names_people(tree.lower[subject])


_ITEM = 4
"""Within how many sentences of an item its heading reaches."""


def _label(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the place that heads the item an event is told in: "Boga, Monday 31 May: …", "* LOGAR - …"."""
    lower, paragraph = parse.lower, parse.paragraph_of[token]
    heads = [
        h
        for number in range(parse.sentence_of[token], max(-1, parse.sentence_of[token] - _ITEM), -1)
        for h in hung.get(number, ())
        if h.end < token and parse.paragraph_of[h.start] == paragraph and opens_line(parse, h.start)
    ]
    heads = [h for h in heads if lower[h.end] in ("-", "–", "—", ":") or ":" in lower[h.end : min(h.end + 8, token)]]
    return heads[:1]


def _antecedent(tree: Tree, token: int, here: Sequence[Hung]) -> list[Hung]:
    """Return the place a clause with "where" hangs on: "al-Qubayr, the hamlet where killings were reported"."""
    verb = where_clause(tree, clause_of(tree, token))
    if verb < 0:
        return []
    at = tree.head[verb]
    for _ in range(3):
        found = [h for h in here if h.start <= at < h.end]
        if found or tree.dep[at] != "appos":
            return found
        at = tree.head[at]
    return []


def _pointed(parse: Parse, token: int, hung: dict[int, list[Hung]], places: Sequence[Place]) -> list[Hung]:
    """Return the settlement of the same sentence that "the village" after it means: "Residents of Buni said gunmen raided the village"."""
    tree, sentence = parse.tree, parse.sentence_of
    for child in tree.children[token]:
        noun = child if tree.dep[child] == "dobj" else next(iter(tree.children[child]), -1) if tree.lower[child] in ("in", "into") else -1
        if noun < 0 or tree.lower[noun] not in _TOWNS or tree.lower[noun - 1] not in ("the", "same", "that"):
            continue
        if any(tree.dep[below] in ("prep", "relcl", "acl") for below in tree.children[noun]):
            continue
        named = [h for h in hung.get(sentence[token], ()) if h.end < noun and places[h.number].precision not in _COARSE]
        if named:
            return named[-1:]
    return []


def _last_before(tree: Tree, sentence: int, hung: dict[int, list[Hung]], places: Sequence[Place]) -> list[Hung]:
    """Return the place named last before a sentence, rather a settlement than its region, never where somebody gives an account."""
    for number in sorted((one for one in hung if one < sentence), reverse=True):
        named = [h for h in hung[number] if not _of_source(tree, h)]
        if named:
            return [h for h in named if places[h.number].precision not in _COARSE][-1:] or named[-1:]
    return []


def _of_source(tree: Tree, one: Hung) -> bool:
    """Tell whether a place is of those who give an account: "a spokesman in Geneva said", "the hospital in Homs counted 43 dead"."""
    if one.governor < 0:
        return False
    if tree.lemma[one.governor] in _BASED:
        return True
    if tree.lemma[one.governor] not in _ACCOUNTING:
        return False
    return any(tree.dep[at] == "nsubj" and tree.pos[below] == "ADP" for below, at in zip(one.path, one.path[1:], strict=False))


def _points_back(parse: Parse, token: int) -> bool:
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


def _follows(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a mention follows the noun of an event with nothing but "at the village of" between: the parser may hang it higher."""
    if tree.pos[token] != "NOUN" or not token < one.start <= token + 7 or tree.lower[token + 1] not in _AT:
        return False
    words = place_words()
    return all(
        tree.pos[i] in ("ADP", "DET", "ADJ", "PART") or tree.lower[i] in words.settlements or tree.head[i] in one.path
        for i in range(token + 1, one.start)
    )


def _carried_places(parse: Parse, token: int, verb: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the places an earlier sentence of the paragraph gives, where the trigger's clause goes on telling in the past tense."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if verb < 0 or not is_narrated(tree, verb) or is_none(tree, token):
        return []
    paragraph = parse.paragraph_of[token]
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        told = [h for h in hung.get(earlier, ()) if parse.paragraph_of[h.start] == paragraph and not h.saying and _placing(tree, h, places)]
        told = [h for h in told if (h.governor < 0 or _reaches(tree, h, h.governor)) and not _of_source(tree, h)]
        if told:
            near = place_words().near
            told = [h for h in told if not any(tree.lower[at] in near for at in h.path)] or told
            leading = [h for h in told if h.governor >= 0 and tree.dep[h.governor] == "ROOT"]
            last = (leading or told)[-1]
            beside = [h for h in leading or told if h.governor == last.governor]
            return [h for h in beside if places[h.number].precision not in _COARSE][:1] or beside[:1]
    return []


def _placing(tree: Tree, one: Hung, places: Sequence[Place]) -> bool:
    """Tell whether a mention is used as a place: after a preposition, or before the noun of an event ("the Houla massacre")."""
    head = one.path[0]
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] not in ("VERB", "AUX"):
        head = tree.head[head]
    dep = tree.dep[head]
    if (
        tree.lower[one.start - 1] in _INSIDE
        and one.start
        and not _comes_from(tree, one)
        and dep in ("nsubj", "nsubjpass", "attr", "ccomp", "oprd", "pcomp", "advcl", "xcomp")
    ):
        return True  # "At Dzhulda on Monday gunmen attacked …", of which the parser makes a subject
    if dep == "dobj" and places[one.number].precision == "country":
        return False
    if dep in ("pobj", "appos", "conj", "compound", "nmod", "npadvmod", "advmod", "dobj", "poss", "ROOT", "dep"):
        before = tree.lower[tree.head[head]] if dep == "pobj" else ""
        if _comes_from(tree, one) or _names_thing(tree, head):
            return False
        if before == "between":
            return places[one.number].precision != "country" and tree.lemma[tree.head[tree.head[head]]] not in _BETWEEN
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


def _comes_from(tree: Tree, one: Hung) -> bool:
    """Tell whether people or shots come from a place, and nothing happened there: "peacekeepers from Burundi", "fired from Pisky"."""
    for at in one.path:
        if tree.lower[at] in ("in", "at", "near", "outside") and tree.lemma[one.governor] not in _SENT:
            return False  # "hanged from a tree in Shahjoy"
        if tree.lower[at] == "from" and tree.pos[at] == "ADP":
            above = tree.head[at]
            if tree.pos[above] in ("VERB", "AUX"):
                return tree.lemma[above] not in _REMOVING
            return _people_from(tree, above) or (tree.dep[above] == "dobj" and tree.lemma[tree.head[above]] not in _REMOVING)
    return False


_SENT = frozenset("fire launch come arrive shoot lob originate start travel fly hail be".split())


def _people_from(tree: Tree, at: int) -> bool:
    """Tell whether "from" says where people come from, not where anything happened: "two peacekeepers from Burundi"."""
    return tree.pos[at] == "NUM" or (tree.pos[at] == "NOUN" and names_people(tree.lower[at]))


def _reaches(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether the way from a mention up to ``token`` is one of place: no people, bodies or things merely *of* the place."""
    sites = site_words()
    for below, at in zip(one.path, one.path[1:], strict=False):
        if at == token:
            break
        if tree.pos[at] in ("NOUN", "PROPN") and tree.lower[below] == "of" and not is_site(tree, at, sites):
            return False
        if tree.pos[at] in ("NOUN", "PROPN") and tree.dep[below] in ("compound", "poss", "nmod") and not is_site(tree, at, sites):
            return False
    return True
