"""Which of a sentence's places an event happened at: its own modifiers first, then its clause, linked clauses, and what was told before.

A place that hangs on a verb of saying is where somebody spoke, never the event's. Where nothing decides, the answer is empty.
"""

from collections.abc import Sequence

from trucewatch.reading.hanging import (
    SAYING,
    Hung,
    came_later,
    clause_of,
    linked,
    opens_sentence,
    outside_quotation,
    passes_other_event,
    quoted,
    where_clause,
)
from trucewatch.reading.parse import Parse
from trucewatch.reading.people import names_people
from trucewatch.reading.placeuse import follows, goes_to, is_placing, of_source, reaches
from trucewatch.reading.pointing import carried_places, label_of, last_before, named_there, pointed_at, points_back, site_again
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import Place

_COARSE = frozenset(("admin1", "admin2", "country"))
_SEEING = frozenset(("be", "see", "witness", "suffer", "experience", "endure", "become"))


def choose_places(parse: Parse, token: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the places of the event at ``token``, the most exact first. ``hung`` are the places as ``hang`` gives them."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if sentence not in hung:
        if not hung:
            return []
        if again := site_again(parse, token, hung):
            return again
        if points_back(parse, token):
            return last_before(tree, sentence, hung, places)
        return carried_places(parse, token, clause_of(tree, token), places, hung) or label_of(parse, token, hung)
    marks = quoted(parse)
    there = [h for h in hung[sentence] if is_placing(tree, h, places) and not of_source(tree, h) and not passes_other_event(tree, h, token)]
    there = [h for h in there if not goes_to(tree, h, token)] or there
    there = [h for h in there if (marks[token] or not marks[h.start]) and not outside_quotation(parse, token, h)]
    there = [h for h in there if not came_later(tree, h.governor) or token >= h.governor]
    here = [h for h in there if not h.saying]
    close = [h for h in there if follows(tree, token, h)]
    levels = [_antecedent(tree, token, hung[sentence]), close, [h for h in here if token in h.path and reaches(tree, h, token)]]
    verb = clause_of(tree, token)
    if verb >= 0 and (verb == token or tree.lemma[verb] not in SAYING):
        levels.append([h for h in here if h.governor == verb and reaches(tree, h, verb)])
    levels.extend(
        [h for h in here if h.governor == other and reaches(tree, h, other)] for other in linked(tree, verb if verb >= 0 else token)
    )
    levels.insert(1, _scene(tree, token, hung[sentence]))
    found = next((level for level in levels if level), [])
    if not (found and verb >= 0 and any(places[h.number].precision not in _COARSE for h in found)) and (
        pointed := pointed_at(parse, token, hung, places)
    ):
        return pointed
    if not found and not here and (again := site_again(parse, token, hung)):
        return again
    if not found and not here and points_back(parse, token):
        return named_there(parse, token, hung, places) or last_before(tree, sentence, hung, places)
    if found:
        if all(places[h.number].precision in _COARSE for h in found):
            found = next((level for level in levels if any(places[h.number].precision not in _COARSE for h in level)), []) + found
        return sorted(dict.fromkeys(found), key=lambda h: (places[h.number].precision in _COARSE, len(h.path), h.start))
    if label := label_of(parse, token, hung):
        return label
    rest = [h for h in here if places[h.number].precision != "country" or reaches(tree, h, h.governor)]
    rest = [h for h in rest if h.governor < 0 or tree.lemma[h.governor] not in SAYING or (h.governor == verb and tree.dep[token] == "dobj")]
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
    return carried_places(parse, token, verb, places, hung) if not here else []


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
