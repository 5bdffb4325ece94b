"""Which of a sentence's times dates an event: its own modifiers first, then its clause, linked clauses, and what earlier sentences told.

A time that hangs on a verb of saying is when somebody spoke, never the event's. Where nothing decides, the answer is None.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.reading.carrying import told_elsewhere, told_next
from trucewatch.reading.dealings import only_dealt_with
from trucewatch.reading.hanging import (
    AFTERWARDS,
    Hung,
    apart_in_time,
    came_later,
    clause_of,
    day_it_happened,
    is_saying,
    linked,
    opens_sentence,
    outside_quotation,
    passes_other_event,
    where_clause,
)
from trucewatch.reading.headings import of_document
from trucewatch.reading.lonetimes import cut_off, is_possessed, shares_time
from trucewatch.reading.noundays import day_said_more_of, of_another_occasion, of_the_balance, of_the_clause, of_the_noun
from trucewatch.reading.parse import Parse
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When

_NOT_OWN = frozenset(("counted back", "dateline"))
_REPORTS = frozenset(("report", "news", "account", "allegation", "claim", "word", "rumour", "rumor"))
_FINDING = frozenset(("find", "see", "visit", "show", "encounter", "enter", "reach", "discover", "meet"))


def choose_time(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the time that dates the event at ``token``, None where no words decide. ``hung`` are the times as ``hang`` gives them."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    there = hung.get(sentence) or cut_off(parse, token, times, hung)
    if not there:
        return told_elsewhere(parse, token, clause_of(tree, token), times, hung) or told_next(parse, token, times, hung) if hung else None
    if tree.dep[token] == "dobj" and tree.lemma[tree.head[token]] == "claim" and any(tree.lower[c] == "the" for c in tree.children[token]):
        return None  # "claimed the attack on 6 August": the day of the claim
    counted = _counted_back(tree, token, times, there)
    if counted is not None:
        return counted
    here = [h for h in there if not h.saying or _told_where(tree, token, h) or _set_apart(tree, token, h)]
    here = [h for h in here if times[h.number].rule not in _NOT_OWN and not _of_issue(parse, h, times)]
    here = [h for h in here if not passes_other_event(tree, h, token) and not _leads_to(tree, h, times, token)]
    here = [h for h in here if not (h.start > token and ";" in tree.lower[token : h.start])]  # "two kidnapped at Oru; ransomed in August"
    here = [h for h in here if not outside_quotation(parse, token, h) and not _reported_then(tree, token, h)]
    here = [h for h in here if not _since_record(tree, times, h) and not _died_later(tree, times, h, clause_of(tree, token))]
    here = [h for h in here if not _apart(tree, h, token) and not _of_source(parse, h) and not of_another_occasion(tree, h, token)]
    here = [h for h in here if not only_dealt_with(tree, token, h)]
    here = [h for h in here if not came_later(tree, h.governor) or token >= h.governor]
    close = [h for h in here if _trails(tree, token, h) or _lost_subject(tree, token, h) or _before_verb(tree, token, h)]
    if close:
        return _best_time(tree, close, times, token)
    own = [h for h in here if token in h.path and not _noun_between(tree, h, token)]
    own = own or of_the_balance(tree, token, there) or of_the_clause(tree, token, there) or of_the_noun(tree, token, there)
    if own:
        return _best_time(tree, own, times, token)
    day = _day_of_when(tree, token, there) or day_said_more_of(tree, token, there)
    if day is not None and times[day.number].known:
        return _first_of(times[day.number])
    verb = clause_of(tree, token)
    if verb == token and tree.dep[token] in ("csubj", "csubjpass") and tree.pos[tree.head[token]] == "VERB":
        verb = tree.head[token]  # "Shelling of the town that day killed two"
    if verb >= 0 and (verb == token or not is_saying(tree, verb)):
        same = [h for h in here if h.governor == verb and not _other_event(tree, h, token, verb)]
        if same:
            return _best_time(tree, same, times, token)
    home = where_clause(tree, verb)
    for other in (*linked(tree, verb if verb >= 0 else token), *_main_after(tree, verb)):
        same = [h for h in here if h.governor == other and where_clause(tree, other) in (-1, home) and not _total(tree, times, h, other)]
        same = [h for h in same if times[h.number].known and not _only_spoken_of(tree, h, token, other)]
        same = [] if verb >= 0 and _of_a_thing(tree, other, verb) else same
        if same:
            return _best_time(tree, same, times, token)
    if len(here) == 1 and (here[0].governor < 0 or here[0].governor == verb or _misparsed(tree, token) or _fronted(parse, token, here[0])):
        return times[here[0].number]
    if len(here) == 1 and shares_time(parse, token, verb, here[0]):
        return times[here[0].number]
    if here:
        return None
    return told_elsewhere(parse, token, verb, times, hung) or (
        told_next(parse, token, times, hung) if all(h.saying for h in there) else None
    )


def _of_issue(parse: Parse, one: Hung, times: Sequence[When]) -> bool:
    """Tell whether the day that opens a text before a dash is that of its issue: "June 18, 2007 - Government troops overran"."""
    if one.start or one.end >= len(parse.lower) or parse.lower[one.end] not in _DASHES:
        return False
    return times[one.number].earliest == parse.notes.get("published")


_DASHES = frozenset(("-", "–", "—", "--"))


def _of_source(parse: Parse, one: Hung) -> bool:
    """Tell whether a day heads what a source of that day tells: "2. Generalitat bulletin, 9 November: the planes came back at noon"."""
    if not of_document(parse, one.start):
        return False
    stop = next((at for at in range(one.end, min(one.end + _OF_SOURCE, len(parse.lower))) if parse.lower[at] == ":"), -1)
    return stop >= 0 and all(parse.tree.pos[at] not in ("VERB", "AUX") for at in range(one.end, stop))


_OF_SOURCE = 14
"""Words at most from the day of a source to the colon that what it tells follows."""


def _day_of_when(tree: Tree, token: int, there: Sequence[Hung]) -> Hung | None:
    """Return the day that the clause of an event says more of: "on the evening of Friday, when fourteen men seized the post"."""
    verb = clause_of(tree, token)
    if verb < 0 or not day_it_happened(tree, verb):
        return None
    while tree.dep[verb] == "conj":
        verb = tree.head[verb]
    head = tree.head[verb]
    return next((h for h in there if h.start <= head < h.end or head in h.path[:1]), None)


def _apart(tree: Tree, one: Hung, token: int) -> bool:
    """Tell whether a day is of what was done long after: by a court, by those who came back, by the end of a war."""
    verb = clause_of(tree, token)
    if verb < 0:
        return False
    if one.governor == verb and tree.lemma[verb] in AFTERWARDS and _is_about(tree, token, verb):
        if _beside(tree, token, one):
            return False
        return one.start < token or token not in one.path
    while tree.dep[verb] == "conj":
        verb = tree.head[verb]
    above = clause_of(tree, tree.head[verb]) if tree.dep[verb] in ("relcl", "acl") else -1
    if above < 0 or not apart_in_time(tree, verb, above):
        return False
    first, last = tree.edges(verb)[0], tree.edges(verb)[1]
    return not first <= one.start <= last


def _beside(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a time stands right after the noun of an event: "charged with the abduction in April of a priest"."""
    return tree.pos[token] == "NOUN" and one.start == token + 2 and tree.lower[token + 1] in ("in", "on", "of")


_ABOUT = frozenset(("for", "with", "over", "of", "in", "from"))


def _is_about(tree: Tree, token: int, verb: int) -> bool:
    """Tell whether a noun is what a court, a mourner or an envoy deals with: "charged a mayor with the massacre"."""
    at = token
    while tree.head[at] != at and at != verb:
        if tree.lower[at] in _ABOUT and tree.dep[at] == "prep":
            return True
        at = tree.head[at]
    return False


def _of_a_thing(tree: Tree, other: int, verb: int) -> bool:
    """Tell whether a participle tells of a thing that only an aside of the clause names: "refused, citing mines laid overnight"."""
    thing = tree.head[other]
    if tree.dep[other] != "acl" or tree.tag[other] != "VBN" or tree.dep[thing] not in ("dobj", "pobj"):
        return False
    aside = clause_of(tree, thing)
    return aside not in (verb, other) and tree.tag[aside] == "VBG" and tree.dep[aside] == "advcl" and tree.lower[aside - 1] == ","


_SPOKEN_OF = frozenset("threaten vow promise plan pledge order refuse offer agree warn demand".split())


def _only_spoken_of(tree: Tree, one: Hung, token: int, verb: int) -> bool:
    """Tell whether a day is of a threat or a plan and not of what is threatened: "threatened on Sunday to shell the port"."""
    return one.start < token and verb < token and tree.lemma[verb] in _SPOKEN_OF


def _first_of(when: When) -> When:
    """Return the day itself where "since" names it: "in custody since Friday, when they were seized"."""
    return replace(when, latest=when.earliest, precision="day") if when.rule == "since" else when


def _main_after(tree: Tree, verb: int) -> list[int]:
    """Return the verb that a participle the parser took for a main verb belongs to ("a missile fired at the town today came down")."""
    if verb < 0 or tree.dep[verb] != "ccomp" or tree.tag[verb] not in ("VBD", "VBN"):
        return []
    return [
        c for c in tree.children[tree.head[verb]] if c > verb and tree.dep[c] == "ccomp" and tree.child(c, "nsubj", "nsubjpass") is None
    ]


_OPENING = 7


def _fronted(parse: Parse, token: int, one: Hung) -> bool:
    """Tell whether a time opens the sentence, or what somebody says in it, before the event: it dates all of it, however it is parsed."""
    tree, at = parse.tree, one.start - 1
    low = max(opens_sentence(parse, token), one.start - _OPENING)
    while at >= low and (tree.pos[at] in ("ADP", "DET", "NUM", "ADV", "PUNCT", "CCONJ", "ADJ") or tree.lower[at] in time_words().parts):
        at -= 1
    return one.start < token and (at < low or tree.lower[at] == "that") and tree.pos[token] == "VERB"


def _misparsed(tree: Tree, token: int) -> bool:
    """Tell whether the parser made an object of a verb in the past tense ("Fighters who had crossed the river stormed a post")."""
    return tree.pos[token] == "VERB" and tree.dep[token] in ("dobj", "pobj", "nsubj", "csubj") and tree.lower[token].endswith("ed")


def _told_where(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a report's time stands for the event's: "the hamlet where killings were reported on 6 June"."""
    verb = one.governor
    return tree.head[token] == verb and tree.dep[verb] == "relcl" and any(tree.lower[child] == "where" for child in tree.children[verb])


def _reported_then(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a time dates the word of an event or its traces: "yesterday after reports of it", "on Friday to find burned homes"."""
    if tree.pos[token] == "VERB" and token < one.start and tree.dep[token] in ("acl", "relcl"):
        return False  # "word of three teachers snatched last Monday"
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


_RECORD = 14
"""Within how many words "since" follows "the worst clash"."""


def _since_record(tree: Tree, times: Sequence[When], one: Hung) -> bool:
    """Tell "the first such attack since 1982", "the bloodiest clash since the revolt began last August": what was before, not when."""
    low = max(0, one.start - _RECORD)
    since = next((at for at in range(one.end - 1, low, -1) if tree.lower[at] in (".", "since")), -1)
    since = since if tree.lower[since] == "since" else -1
    if since < 0 or (times[one.number].rule != "since" and one.governor < since):
        return False
    best = [at for at in range(low, since) if tree.tag[at] in ("JJS", "RBS") or tree.lower[at] in ("first", "only")]
    return any(tree.lower[at - 1] != "at" for at in best)  # "at least" tells a number


def _trails(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a time follows the noun of an event inside its phrase: "the killing of 108 people in Houla on 25 May, which …"."""
    if tree.pos[token] != "NOUN" or not token < one.start <= token + 16:
        return False
    if tree.dep[token] in ("nsubj", "nsubjpass"):
        return False
    between = tree.pos[token + 1 : one.start]
    return _set_apart(tree, token, one) or not any(pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") for pos in between)


def _set_apart(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether commas set a time apart after the noun of an event: "Of the shooting, at dawn on the 12th, he recalls …"."""
    if tree.pos[token] != "NOUN" or not token < one.start <= token + _SET_APART or tree.lower[token + 1] != ",":
        return False
    if one.end >= len(tree) or tree.lower[one.end] not in (",", ")", ";", "–", "—"):
        return False
    return all(tree.pos[at] in ("ADP", "DET", "ADV", "ADJ") or tree.lower[at] in time_words().parts for at in range(token + 2, one.start))


_SET_APART = 7
"""Words at most from the noun of an event to a time that commas set apart after it."""


def _died_later(tree: Tree, times: Sequence[When], one: Hung, verb: int) -> bool:
    """Tell whether a time only counts on from what a verb tells to the next one: "was struck with a hoe and died two days later"."""
    if times[one.number].rule != "discourse" or tree.dep[one.governor] not in ("conj", "advcl") or not -1 < verb < one.governor:
        return False
    if tree.dep[one.governor] == "advcl" and tree.tag[one.governor] != "VBG":
        return False
    words = times[one.number].text.lower().split()
    return bool(_ONWARDS.intersection(words)) and not _SHORT.intersection(words)


_ONWARDS = frozenset(("later", "next", "following", "afterwards", "after"))
_SHORT = frozenset(("minute", "minutes", "hour", "hours", "moment", "moments"))


def _total(tree: Tree, times: Sequence[When], one: Hung, verb: int) -> bool:
    """Tell whether a time is of a total told in passing: "taken into custody, bringing to 63 the number detained since 1 November"."""
    if times[one.number].rule != "calendar" and times[one.number].rule != "since":
        return False
    return tree.dep[verb] == "acl" and tree.lower[tree.head[verb]] in ("number", "total", "toll", "tally", "fighters", "count")


def _lost_subject(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether the parser cut the noun of an event off its verb: "a raid on the village, on Tuesday left 17 people dead"."""
    verb = one.governor
    if tree.pos[token] != "NOUN" or not token < one.start < one.end <= verb <= one.end + 2:
        return False
    if any(tree.dep[child] in ("nsubj", "nsubjpass") for child in tree.children[verb]):
        return False
    return all(tree.pos[at] not in ("VERB", "AUX") for at in range(token + 1, one.start))


def _before_verb(tree: Tree, token: int, one: Hung) -> bool:
    """Tell whether a time stands between a participle and the verb of those it tells of: "Four men seized last month returned at …"."""
    if tree.tag[token] != "VBN" or tree.dep[token] != "acl" or not token < one.start or one.end >= len(tree):
        return False
    if tree.tag[one.end] not in ("VBD", "VBZ", "VBP") or one.end <= token + 1:
        return False
    return all(tree.tag[at] not in ("VBD", "VBN", "VBZ", "VBG", ",", "WP", "WDT") for at in range(token + 1, one.start))


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


_CLAUSE = 26
"""Tokens at most of a clause that "two days after" opens."""


def _counted_back(tree: Tree, token: int, times: Sequence[When], here: Iterable[Hung]) -> When | None:
    """Return the time of the event that "two days after" leads to, where ``token`` is that event."""
    for one in here:
        if times[one.number].rule == "counted back" and one.end <= token <= one.end + _CLAUSE:
            word = one.end - 1
            if tree.head[word] == token and tree.dep[word] == "mark":
                return times[one.number]
            top = token
            while top > one.end - 1 and tree.head[top] != top:
                if tree.head[top] == word or (tree.dep[word] == "mark" and tree.head[word] == top):
                    return times[one.number]
                if tree.pos[top] == "VERB" and _of_its_own(tree, top):
                    break
                top = tree.head[top]
            if tree.dep[token] in ("pobj", "advcl", "pcomp") and not any(tree.pos[i] in ("NOUN", "VERB") for i in range(one.end, token)):
                return times[one.number]
    return None


def _of_its_own(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is told apart from the one it hangs on: a relative one, or one beside it with a subject of its own."""
    if tree.dep[verb] in ("relcl", "acl"):
        return tree.tag[verb] != "VBG"
    return tree.dep[verb] == "conj" and tree.tag[verb] != "VBG" and tree.child(verb, "nsubj", "nsubjpass") is not None


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
            and is_possessed(tree, one)
        )
    inner = [i for i in one.path[1:-1] if tree.pos[i] == "NOUN"]
    return bool(inner) and token not in one.path and is_possessed(tree, one)


def _best_time(tree: Tree, found: Sequence[Hung], times: Sequence[When], token: int) -> When:
    """Return the narrowest of several times, the nearest first among equals."""
    known = [h for h in found if times[h.number].known] or list(found)
    known = [h for h in known if not _bracketed(tree, h)] or known

    def order(one: Hung) -> tuple[int, int]:
        when = times[one.number]
        width = (when.latest - when.earliest).days if when.earliest and when.latest else 99999
        return width, abs(one.start - token)

    return times[min(known, key=order).number]


def _bracketed(tree: Tree, one: Hung) -> bool:
    """Tell whether a time stands in brackets after something else: "four sisters in the Jir district (15 September)"."""
    return one.start > 0 and tree.lower[one.start - 1] == "("
