"""When and where an event happened, by its trigger: its own modifiers and clause first, then the sentence, then what came before.

A time or place hangs on the predicate its words modify. One that hangs on a verb of saying is when or where somebody spoke, never the
event's. Where nothing decides, the answer is None or an empty tuple.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.reading.hanging import (
    SAYING,
    Hung,
    clause_of,
    hang,
    is_narrated,
    is_site,
    linked,
    passes_other_event,
    quoted,
    site_words,
)
from trucewatch.reading.parse import Parse
from trucewatch.reading.people import names_people
from trucewatch.reading.placewords import place_words
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import Place, When
from trucewatch.records.span import Span

_AT = frozenset(("in", "at", "of", "near", "on", "outside", "against", "around"))
_NAMED_AFTER = frozenset(
    "missile rocket rifle howitzer mortar drone helicopter tank jet launcher pistol bomb grenade fighter rebel militant militia".split()
)
_GATHERED = frozenset(
    "group band gang faction member fighter rebel militant gunman soldier troop militiaman column supporter leader".split()
)
_HEAD_WORDS = 14
_TOWNS = frozenset(("village", "town", "city", "hamlet", "camp", "settlement", "district", "neighbourhood", "suburb"))
_COARSE = frozenset(("admin1", "admin2", "country"))
_ACCOUNTING = SAYING | frozenset(
    "cite count register receive certify put list give treat reject dismiss record publish identify document".split()
)
_BASED = frozenset(("base", "headquarter"))
_REMOVING = frozenset(
    """kidnap abduct take seize flee displace evacuate drive expel withdraw retreat recover free escape disappear snatch force evict remove
    capture arrest drag steal loot pull uproot lead march carry exclude bar keep turn""".split()
)
_NOT_OWN = frozenset(("counted back", "dateline"))
_NOT_CARRIED = frozenset(("counted back", "dateline", "since", "past span", "weekday to come", "vague", "ago"))


def when_of(parse: Parse, token: int, times: Sequence[When]) -> When | None:
    """Return when the event with its trigger at ``token`` happened, None where the text does not decide.

    ``times`` are those of ``find_times`` for the same parse.
    """
    hung = hang(parse, "times", len(times), lambda: [(when.spans[0], index) for index, when in enumerate(times)])
    chosen = _choose_time(parse, token, times, hung)
    if chosen is None and (headed := _headed(parse, token, hung)):
        chosen = times[headed[0].number]
    return chosen if chosen is not None and chosen.known else None


def where_of(parse: Parse, token: int, places: Sequence[Place]) -> tuple[Place, ...]:
    """Return where the event with its trigger at ``token`` happened, the most exact place first; empty where the text does not decide.

    ``places`` are those of ``find_places`` for the same parse. Each place returned carries the span of the mention that decided, and the
    precision of that mention ("near").
    """
    hung = hang(parse, "places", len(places), lambda: _mentions(parse, places))
    chosen = _choose_places(parse, token, places, hung) or _headed(parse, token, hung)
    return tuple(_as_mentioned(parse, places[one.number], one) for one in chosen)


def _headed(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the times or places of the words without a verb that head the paragraph ("Houla, Friday, 25 May. The observers …")."""
    paragraph, sentence = parse.paragraph_of[token], parse.sentence_of[token]
    at = token
    while at > 0 and parse.paragraph_of[at - 1] == paragraph:
        at -= 1
    first = parse.sentence_of[at]
    if first == sentence or first not in hung:
        return []
    words = [i for i in range(at, min(at + _HEAD_WORDS + 1, token)) if parse.sentence_of[i] == first]
    if len(words) > _HEAD_WORDS or any(parse.tree.pos[i] in ("VERB", "AUX") for i in words):
        return []
    if any(line.touches(parse.span(at, at + 1)) for line in parse.datelines):
        return []
    return hung[first]


def _mentions(parse: Parse, places: Sequence[Place]) -> list[tuple[Span, int]]:
    """Return every mention of a place with the place's number, in text order; what a dateline names is left out."""
    mentions = [(span, index) for index, place in enumerate(places) for span in place.spans]
    mentions.sort(key=lambda pair: pair[0].start)
    return [pair for pair in mentions if not any(line.covers(pair[0]) for line in parse.datelines)]


def _choose_time(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    tree, sentence = parse.tree, parse.sentence_of[token]
    there = hung.get(sentence)
    if not there:
        return _carried(parse, token, clause_of(tree, token), times, hung) if hung else None
    counted = _counted_back(tree, token, times, there)
    if counted is not None:
        return counted
    here = [h for h in there if (not h.saying or _told_where(tree, token, h)) and times[h.number].rule not in _NOT_OWN]
    here = [h for h in here if not passes_other_event(tree, h, token) and not _leads_to(tree, h, times, token)]
    here = [h for h in here if not _outside(parse, token, h) and not _reported_then(tree, token, h)]
    close = [h for h in here if _trails(tree, token, h)]
    if close:
        return _best_time(close, times, token)
    own = [h for h in here if token in h.path and not _noun_between(tree, h, token)]
    if own:
        return _best_time(own, times, token)
    verb = clause_of(tree, token)
    if verb >= 0 and (verb == token or tree.lemma[verb] not in SAYING):
        same = [h for h in here if h.governor == verb and not _other_event(tree, h, token, verb)]
        if same:
            return _best_time(same, times, token)
    home = _where_clause(tree, verb)
    for other in linked(tree, verb if verb >= 0 else token):
        same = [h for h in here if h.governor == other and _where_clause(tree, other) in (-1, home)]
        if same:
            return _best_time(same, times, token)
    if len(here) == 1 and (here[0].governor < 0 or here[0].governor == verb):
        return times[here[0].number]
    return None if here else _carried(parse, token, verb, times, hung)


def _told_where(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a report's time stands for the event's: "the hamlet where killings were reported on 6 June"."""
    verb = one.governor
    return tree.head[token] == verb and tree.dep[verb] == "relcl" and any(tree.lower[child] == "where" for child in tree.children[verb])


_REPORTS = frozenset(("report", "news", "account", "allegation", "claim", "word", "rumour", "rumor"))
_FINDING = frozenset(("find", "see", "visit", "show", "encounter", "enter", "reach", "discover", "meet"))


def _reported_then(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a time dates the word of an event or its traces: "yesterday after reports of it", "on Friday to find burned homes"."""
    if tree.dep[token] == "amod" and tree.tag[token] == "VBN":
        verb = clause_of(tree, tree.head[token])
        return verb >= 0 and tree.lemma[verb] in _FINDING and token not in one.path
    at = token
    while tree.head[at] != at and at != one.governor:
        at = tree.head[at]
        if at in one.path and at != one.governor:
            return False
        if tree.pos[at] == "NOUN" and tree.lemma[at] in _REPORTS:
            return True
    return False


def _outside(parse: Parse, token: int, one: Hung) -> bool:
    """Tell whether a mention stands outside the quotation marks that hold the whole clause of ``token``: it is of the writing or saying."""
    marks = quoted(parse)
    verb = clause_of(parse.tree, token)
    return marks[token] and not marks[one.start] and verb >= 0 and marks[verb]


def _trails(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a time follows the noun of an event inside its phrase: "the killing of 108 people in Houla on 25 May, which …"."""
    if tree.pos[token] != "NOUN" or not token < one.start <= token + 16:
        return False
    if tree.dep[token] in ("nsubj", "nsubjpass"):
        return False
    return all(tree.pos[i] not in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") for i in range(token + 1, one.start))


def _leads_to(tree: Tree, one: Hung, times: Sequence[When], token: int) -> bool:
    """Tell whether ``token`` is what "two weeks after" counts from: the phrase does not date it."""
    if times[one.number].rule != "anchored" or not one.end <= token <= one.end + 12:
        return False
    at = token
    while at >= one.end and tree.head[at] != at:
        if tree.head[at] == one.end - 1:
            return True
        at = tree.head[at]
    return False


def _carried(parse: Parse, token: int, verb: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the time an earlier sentence of the paragraph gives, where the trigger's clause goes on telling in the past tense."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if verb < 0 or not is_narrated(tree, verb):
        return None
    paragraph = parse.paragraph_of[token]
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        told = [h for h in hung.get(earlier, ()) if parse.paragraph_of[h.start] == paragraph and not h.saying]
        told = [h for h in told if times[h.number].rule not in _NOT_CARRIED and times[h.number].precision in ("day", "days")]
        if told:
            return times[told[-1].number]
    return None


def _counted_back(tree: Tree, token: int, times: Sequence[When], here: Iterable[Hung]) -> When | None:
    """Return the time of the event that "two days after" leads to, where ``token`` is that event."""
    for one in here:
        if times[one.number].rule == "counted back" and one.end <= token <= one.end + 12:
            word = one.end - 1
            top = token
            while top > one.end - 1 and tree.head[top] != top:
                if tree.head[top] == word:
                    return times[one.number]
                if tree.dep[top] in ("relcl", "acl", "conj") and tree.pos[top] == "VERB":
                    break
                top = tree.head[top]
            if tree.dep[token] in ("pobj", "advcl", "pcomp") and not any(tree.pos[i] in ("NOUN", "VERB") for i in range(one.end, token)):
                return times[one.number]
    return None


def _noun_between(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether another noun of happening stands between a mention and ``token`` on the way up ("the trial over Saturday's raid")."""
    at = one.path.index(token)
    return any(tree.pos[i] == "VERB" for i in one.path[1:at])


def _other_event(tree: Tree, one: Hung, token: int, verb: int) -> bool:
    """Tell whether a mention inside an argument of ``verb`` belongs to another noun than ``token``."""
    if len(one.path) < 3 or token == verb:
        inner = [i for i in one.path[1:-1] if tree.pos[i] == "NOUN"]
        return (
            bool(inner)
            and tree.dep[inner[-1]] in ("nsubj", "nsubjpass", "dobj", "pobj")
            and tree.dep[one.path[0]] != "npadvmod"
            and _possessed(tree, one)
        )
    inner = [i for i in one.path[1:-1] if tree.pos[i] == "NOUN"]
    return bool(inner) and token not in one.path and _possessed(tree, one)


def _possessed(tree: Tree, one: Hung) -> bool:
    """Tell whether a time is the possessor or a modifier of a noun: "Saturday's raid", "the 1982 massacre"."""
    return tree.dep[one.path[0]] in ("poss", "compound", "nmod", "amod", "nummod")


def _best_time(found: Sequence[Hung], times: Sequence[When], token: int) -> When:
    """Return the narrowest of several times, the nearest first among equals."""
    known = [h for h in found if times[h.number].known] or list(found)

    def order(one: Hung) -> tuple[int, int]:
        when = times[one.number]
        width = (when.latest - when.earliest).days if when.earliest and when.latest else 99999
        return width, abs(one.start - token)

    return times[min(known, key=order).number]


def _choose_places(parse: Parse, token: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    tree, sentence = parse.tree, parse.sentence_of[token]
    if sentence not in hung:
        if not hung:
            return []
        if _points_back(parse, token):
            return _last_before(tree, sentence, hung, places)
        return _carried_places(parse, token, clause_of(tree, token), places, hung)
    marks = quoted(parse)
    there = [h for h in hung[sentence] if _placing(tree, h, places) and not _of_source(tree, h) and not passes_other_event(tree, h, token)]
    there = [h for h in there if (marks[token] or not marks[h.start]) and not _outside(parse, token, h)]
    here = [h for h in there if not h.saying]
    close = [h for h in there if _follows(tree, token, h)]
    levels = [_antecedent(tree, token, hung[sentence]), close, [h for h in here if token in h.path and _reaches(tree, h, token)]]
    verb = clause_of(tree, token)
    if verb >= 0 and (verb == token or tree.lemma[verb] not in SAYING):
        levels.append([h for h in here if h.governor == verb and _reaches(tree, h, verb)])
    levels.extend(
        [h for h in here if h.governor == other and _reaches(tree, h, other)] for other in linked(tree, verb if verb >= 0 else token)
    )
    found = next((level for level in levels if level), [])
    if not found and not here and _points_back(parse, token):
        return _last_before(tree, sentence, hung, places)
    if found:
        if all(places[h.number].precision in _COARSE for h in found):
            found = next((level for level in levels if any(places[h.number].precision not in _COARSE for h in level)), []) + found
        return sorted(dict.fromkeys(found), key=lambda h: (places[h.number].precision in _COARSE, len(h.path), h.start))
    rest = [h for h in here if h.governor < 0 or tree.lemma[h.governor] not in SAYING]
    if len(rest) == 1:
        return rest
    opening = [
        h
        for h in there
        if h.saying
        and (tree.tag[h.start - 1] == "IN" or h.path[1:2] == (_opens(parse, token),))
        and h.start < min(token, h.governor)
        and h.start - _opens(parse, token) < 5
    ]
    if len(opening) == 1 and not rest:
        return opening
    return _carried_places(parse, token, verb, places, hung) if not here else []


def _where_clause(tree: Tree, verb: int) -> int:
    """Return the verb of the clause with "where" that ``verb`` stands in ("Houla, where the mission says 108 died"), −1 in none."""
    asked = False
    for _ in range(3):
        if verb < 0:
            return -1
        asked = asked or any(tree.lower[child] == "where" for child in tree.children[verb])
        if tree.dep[verb] == "relcl":
            return verb if asked else -1
        if tree.dep[verb] not in ("ccomp", "conj"):
            return -1
        verb = tree.head[verb]
    return -1


def _antecedent(tree: Tree, token: int, here: Sequence[Hung]) -> list[Hung]:
    """Return the place a clause with "where" hangs on: "al-Qubayr, the hamlet where killings were reported"."""
    verb = _where_clause(tree, clause_of(tree, token))
    if verb < 0:
        return []
    at = tree.head[verb]
    for _ in range(3):
        found = [h for h in here if h.start <= at < h.end]
        if found or tree.dep[at] != "appos":
            return found
        at = tree.head[at]
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
    for at in range(_opens(parse, token), len(tree)):
        if parse.sentence_of[at] != parse.sentence_of[token]:
            return False
        if tree.lower[at] == "there" and tree.dep[at] == "advmod":
            return True
        if tree.lower[at] in _TOWNS and tree.lower[at - 1] in ("the", "same", "that") and tree.dep[at] in ("pobj", "dobj"):
            return True
    return False


def _opens(parse: Parse, token: int) -> int:
    """Return the first token of the sentence ``token`` stands in."""
    return bisect_left(parse.sentence_of, parse.sentence_of[token])


def _follows(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a mention follows the noun of an event with nothing but "at the village of" between: the parser may hang it higher."""
    if tree.pos[token] != "NOUN" or not token < one.start <= token + 5 or tree.lower[token + 1] not in _AT:
        return False
    words = place_words()
    return all(
        tree.pos[i] in ("ADP", "DET") or tree.lower[i] in words.settlements or tree.pos[i] == "ADJ" for i in range(token + 1, one.start)
    )


def _carried_places(parse: Parse, token: int, verb: int, places: Sequence[Place], hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the places an earlier sentence of the paragraph gives, where the trigger's clause goes on telling in the past tense."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if verb < 0 or not is_narrated(tree, verb):
        return []
    paragraph = parse.paragraph_of[token]
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        told = [h for h in hung.get(earlier, ()) if parse.paragraph_of[h.start] == paragraph and not h.saying and _placing(tree, h, places)]
        told = [h for h in told if (h.governor < 0 or _reaches(tree, h, h.governor)) and not _of_source(tree, h)]
        if told:
            near = place_words().near
            told = [h for h in told if not any(tree.lower[at] in near for at in h.path)] or told
            leading = [h for h in told if h.governor >= 0 and tree.dep[h.governor] == "ROOT"]
            return (leading or told)[-1:]
    return []


def _placing(tree: Tree, one: Hung, places: Sequence[Place]) -> bool:
    """Tell whether a mention is used as a place: after a preposition, or before the noun of an event ("the Houla massacre")."""
    head = one.path[0]
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] not in ("VERB", "AUX"):
        head = tree.head[head]
    dep = tree.dep[head]
    if dep == "dobj" and places[one.number].precision == "country":
        return False
    if dep in ("pobj", "appos", "conj", "compound", "nmod", "npadvmod", "advmod", "dobj", "poss", "ROOT", "dep"):
        before = tree.lower[tree.head[head]] if dep == "pobj" else ""
        if _comes_from(tree, one) or _names_thing(tree, head):
            return False
        return before not in ("by", "with", "for", "against", "about", "like", "than", "as", "between", "because", "between")
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
        if tree.lower[at] == "from" and tree.pos[at] == "ADP":
            above = tree.head[at]
            if tree.pos[above] in ("VERB", "AUX"):
                return tree.lemma[above] not in _REMOVING
            return _people_from(tree, above) or (tree.dep[above] == "dobj" and tree.lemma[tree.head[above]] not in _REMOVING)
    return False


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


def _as_mentioned(parse: Parse, place: Place, one: Hung) -> Place:
    """Return the place with the span of one mention and the precision its words give."""
    tree = parse.tree
    before = tree.lower[one.start - 1] if one.start else ""
    two = tree.lower[one.start - 2] if one.start > 1 else ""
    near = before in place_words().near or (before == "of" and two in place_words().near)
    precision = "near" if near and place.precision == "place" else place.precision
    return replace(place, spans=(parse.span(one.start, one.end),), precision=precision)
