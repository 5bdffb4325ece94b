"""Days that other sentences give an event: what was told before goes on, what is told next dates what a report opens with.

A parse, the word of an event and the times by sentence go in; a time comes out, or None where nothing decides.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import cast

from trucewatch.reading.courses import course
from trucewatch.reading.hanging import (
    AFTERWARDS,
    BREAKS,
    SAYING,
    Hung,
    clause_of,
    is_before,
    is_narrated,
    is_none,
    is_told_now,
    of_the_day,
    opens_sentence,
    told_by,
)
from trucewatch.reading.headings import is_list_item
from trucewatch.reading.parse import Parse
from trucewatch.reading.timewords import time_words
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import triggers
from trucewatch.records.extent import When
from trucewatch.vocab import vocabulary

_REPORTED = 2
_AHEAD = frozenset("threaten fear plan await expect order prepare demand predict prevent avert urge want seek oppose forbid".split())
"""Verbs whose object is no deed of their time: "threatened a strike"."""
NOT_CARRIED = frozenset(("counted back", "dateline", "since", "past span", "weekday to come", "vague", "ago"))

LOOKING = frozenset("visit reach find examine inspect interview meet arrive question investigate publish issue receive write".split())
"""What those who look into it do: its day is not that of what they are told."""


def told_elsewhere(parse: Parse, token: int, verb: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the time that earlier sentences give the event at ``token``, whose clause has ``verb``."""
    return _carried(parse, token, verb, times, hung) or _retold(parse, token, times, hung)


def _carried(parse: Parse, token: int, verb: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the time an earlier sentence of the paragraph gives, where the trigger's clause goes on telling in the past tense."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    if verb < 0 or is_none(tree, token):
        return None
    now = not is_narrated(tree, told_by(tree, verb))
    if now and not is_told_now(tree, told_by(tree, verb)):
        return None
    paragraph = parse.paragraph_of[token]
    within = tree.dep[verb] == "ccomp"
    if _denied(tree, verb) or (verb != token and tree.lemma[verb] in _AHEAD):
        return None
    passing: When | None = None
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        told = [h for h in hung.get(earlier, ()) if parse.paragraph_of[h.start] == paragraph and not h.saying]
        if earlier == sentence - 1 and (month := _of_the_month(parse, verb, times, told)) is not None:
            return month
        stops = bool(told) and within  # what somebody says happened then goes on from the sentence before, from no earlier one
        told = [h for h in told if _lasting(times[h.number]) and not breaks(tree, h)]
        told = [h for h in told if not _dies(tree, h) or times[h.number].rule != "discourse"] or told
        told = [h for h in told if not now or h.governor < 0 or is_told_now(tree, h.governor)]  # a chronicle in the present
        if told and passing is None and all(_in_passing(tree, times, h) for h in told):
            passing = _before_it(tree, times, told[-1])  # unless the sentences before it give the day of the whole
            continue
        if told:
            if whole := course(tree, times, hung[earlier]):
                return whole[0]
            told = [h for h in told if not _aside_before(tree, h)] or told
            if told[-1].governor >= 0 and tree.lemma[told[-1].governor] in AFTERWARDS and _points_back(tree, verb):
                return passing
            if _one_of_several(parse, times, told):
                return passing
            return _of_the_news(tree, times, told, hung.get(earlier, ()))
        if stops:
            return passing
    return passing


_WIDER = frozenset(("week", "month"))
_THEIRS = frozenset(("its", "they", "he", "she", "them", "him"))


def _of_the_month(parse: Parse, verb: int, times: Sequence[When], told: Sequence[Hung]) -> When | None:
    """Return the week or month the sentence before tells, for a clause about the same people: "carried shells in May. Two … by its men".

    A clause that names nobody told of before may be of any other day.
    """
    tree = parse.tree
    wide = [h for h in told if times[h.number].precision in _WIDER and times[h.number].rule not in NOT_CARRIED and not breaks(tree, h)]
    if not wide or len(wide) < len(told) or wide[-1].governor < 0:
        return None
    first, last = tree.edges(verb)
    if tree.dep[verb] != "ROOT" or not any(tree.lower[at] in _THEIRS for at in range(first, last)):
        return None
    main = told_by(tree, wide[-1].governor)
    if not is_narrated(tree, main) and not is_before(tree, main):
        return None
    return times[wide[-1].number] if is_violent(tree.lemma[verb]) or is_violent(tree.lemma[wide[-1].governor]) else None


def _points_back(tree: Tree, verb: int) -> bool:
    """Tell whether a clause tells what people told of had suffered: "The students were strangled", "Her driver was killed"."""
    subject = tree.child(verb, "nsubjpass")
    if subject is None:
        return False
    return tree.tag[subject] == "PRP" or any(tree.lower[c] in _POINTERS or tree.dep[c] == "poss" for c in tree.children[subject])


_POINTERS = frozenset(("the", "these", "those", "this", "that"))


def _one_of_several(parse: Parse, times: Sequence[When], told: Sequence[Hung]) -> bool:
    """Tell whether a verb was told of on two days, or "in one of the raids" leaves open which."""
    days = {(times[h.number].earliest, times[h.number].latest) for h in told if h.governor == told[-1].governor}
    return len(days) > 1 and all(parse.tree.dep[h.path[0]] in ("pobj", "npadvmod") for h in told)


def _aside_before(tree: Tree, one: Hung) -> bool:
    """Tell whether a time is of what a relative clause looks back on: "freed a rancher whom the band had seized on 14 August"."""
    return one.governor >= 0 and tree.dep[one.governor] == "relcl" and is_before(tree, one.governor)


def _of_the_news(tree: Tree, times: Sequence[When], told: Sequence[Hung], there: Sequence[Hung]) -> When:
    """Return the day told last, or that counted back from it where only the latter is of violence: "returned on Friday, a day after raiders
    burned their homes"."""
    back = [h for h in there if times[h.number].rule == "counted back" and times[h.number].known]
    if not back or (told[-1].governor >= 0 and is_violent(tree.lemma[told[-1].governor])):
        return times[told[-1].number]
    return times[back[-1].number]


@cache
def is_violent(verb: str) -> bool:
    """Tell whether a verb tells of violence by itself; "come", "hold" and "bury" do so only beside other words."""
    if verb in _NOT_BY_ITSELF or verb in cast("dict[str, list[str]]", vocabulary("narration"))["light"]:
        return False
    return any(trigger.type in _VIOLENCE for trigger in triggers().verbs.get(verb, ()))


_NOT_BY_ITSELF = frozenset(("bury", "hold", "open", "march", "find", "land", "cross", "enter", "withdraw"))
_VIOLENCE = frozenset(
    ("attack", "bombing", "killing", "destruction", "detention", "armed clash", "kidnapping", "shelling", "looting", "arson", "robbery")
)


def _denied(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is what somebody denies."""
    return tree.dep[verb] == "ccomp" and tree.lemma[tree.head[verb]] in ("deny", "dismiss", "reject")


_NEXT = 2
"""Within how many sentences the day is told of an event given a weekend first."""
_SOON = 6
"""Within how many sentences the day of what a report opens with is told."""


def told_next(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day that the next sentence gives what the first one tells: "The bus was torn apart by a mine. … Monday's explosion"."""
    tree, sentence = parse.tree, parse.sentence_of[token]
    verb = clause_of(tree, token)
    if verb < 0 or not is_narrated(tree, told_by(tree, verb)) or any(number < sentence for number in hung if _dated(times, hung[number])):
        return None
    following = [h for number in range(sentence + 1, sentence + _SOON) for h in hung.get(number, ())]
    named = [h for h in following if tree.dep[h.path[0]] == "poss" and tree.lemma[tree.head[h.path[0]]] in time_words().happenings]
    named = [h for h in named if (h.saying or not breaks(tree, h)) and times[h.number].precision == "day"]
    if len({times[h.number].earliest for h in named}) == 1:
        return times[named[0].number]
    return _of_the_event(parse, [h for h in following if parse.sentence_of[h.start] <= sentence + 1 + _NEXT], times)


_OCCURRING = frozenset("happen occur take begin start come erupt last unfold commence".split())


def _of_the_event(parse: Parse, following: Sequence[Hung], times: Sequence[When]) -> When | None:
    """Return the day told next of what happened: "The attack took place on Friday", "The raids began late on Friday"."""
    tree = parse.tree
    for one in following:
        if one.saying or one.governor < 0 or tree.lemma[one.governor] not in _OCCURRING or breaks(tree, one):
            continue
        subject = next((c for c in tree.children[one.governor] if tree.dep[c] == "nsubj" and c < one.governor), None)
        if subject is not None and {tree.lower[subject], tree.lemma[subject]} & time_words().happenings and _points(tree, subject):
            whole = course(tree, times, [h for h in following if parse.sentence_of[h.start] == parse.sentence_of[one.start]])
            return whole[0] if whole else times[one.number] if times[one.number].precision in ("day", "days") else None
    return None


def narrowed(parse: Parse, token: int, chosen: When, times: Sequence[When], hung: dict[int, list[Hung]]) -> When:
    """Return the day of a weekend that the next sentences give: "a weekend attack … entered the hamlet late on Saturday"."""
    if chosen.rule != "calendar" or chosen.precision != "days" or chosen.earliest is None or chosen.latest is None:
        return chosen
    tree, sentence = parse.tree, parse.sentence_of[token]
    here = parse.paragraph_of[token]
    told = [h for number in range(sentence + 1, sentence + 1 + _NEXT) for h in hung.get(number, ()) if not h.saying]
    lead = here == 0 and _ends_paragraph(parse, token)
    told = [h for h in told if lead or parse.paragraph_of[h.start] == here]  # another paragraph tells of another raid
    told = [h for h in told if h.governor < 0 or tree.lemma[h.governor] not in ("find", "discover", "arrive", "visit", "bury")]
    days = [times[h.number] for h in told if times[h.number].precision == "day" and times[h.number].rule not in NOT_CARRIED]
    inside = [when for when in days if when.earliest and chosen.earliest <= when.earliest <= chosen.latest]
    return inside[0] if inside and len({when.earliest for when in inside}) == 1 else chosen


def _ends_paragraph(parse: Parse, token: int) -> bool:
    """Tell whether no sentence of its paragraph follows the one a word stands in."""
    sentence, paragraph = parse.sentence_of[token], parse.paragraph_of[token]
    at = bisect_right(parse.sentence_of, sentence)
    return at == len(parse.sentence_of) or parse.paragraph_of[at] != paragraph


def _retold(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day of what "the strike" takes up again, where everything told before it happened on one day."""
    tree = parse.tree
    if not (_taken_up(tree, token) or _goes_on(parse, token, hung)):
        return None
    told = [h for number in hung if number < parse.sentence_of[token] for h in hung[number] if not h.saying]
    days = [times[h.number] for h in told if times[h.number].rule not in NOT_CARRIED]
    known = [when for when in days if when.known]
    return known[-1] if known and known[-1].precision == "day" and len({when.earliest for when in known}) == 1 else None


_AT = frozenset(("in", "at", "near", "outside", "around", "of"))


def _turns_elsewhere(parse: Parse, token: int) -> bool:
    """Tell whether a sentence opens its paragraph at a place not named before: "Rebels fired at a camp near Rahma"."""
    tree, at = parse.tree, opens_sentence(parse, token)
    if at == 0 or parse.paragraph_of[at - 1] == parse.paragraph_of[at] or is_list_item(parse, at):
        return False
    sentence, before, verb = parse.sentence_of[token], frozenset(tree.lower[:at]), clause_of(tree, token)
    while at < len(tree) and parse.sentence_of[at] == sentence:
        head = tree.head[at]
        if tree.tag[at] == "NNP" and tree.dep[at] == "pobj" and tree.lower[head] in _AT and tree.lower[at] not in before:
            return clause_of(tree, at) == verb
        at += 1
    return False


def _points(tree: Tree, noun: int) -> bool:
    """Tell whether a noun speaks of what was told or counts it: "the raid", "five deaths"."""
    return any(tree.dep[child] == "nummod" or tree.lower[child] in ("the", "this", "that") for child in tree.children[noun])


def only_day(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day of what a clause goes on to narrate, where all told before it was on one day and nothing dates it.

    A clause told in the sentence of another time is not dated, nor is what somebody denies, fears, demands or condemns.
    """
    tree, sentence = parse.tree, parse.sentence_of[token]
    verb = clause_of(tree, token)
    if verb < 0 or not is_narrated(tree, told_by(tree, verb)) or is_none(tree, token) or _denied(tree, verb):
        return None
    if verb != token and (tree.lemma[verb] in _AHEAD or (tree.lemma[verb] in SAYING and not _points(tree, token))):
        return None  # "condemned attacks"
    if any(times[h.number].rule != "dateline" and not h.saying for h in hung.get(sentence, ())):
        return None
    if _turns_elsewhere(parse, token):
        return None
    told = [h for number in hung if number < sentence for h in hung[number] if not h.saying and times[h.number].rule != "dateline"]
    main = [h for h in told if h.governor < 0 or tree.dep[h.governor] != "relcl"]  # "whose burns were dressed this week" is told aside
    last = [h for h in main if times[h.number].rule != "counted back"][-1:]
    if last and times[last[0].number].precision in ("week", "month") and not breaks(tree, last[0]):
        return None  # "The following week the prefect came. He …": of that week
    told = [h for h in told if h.governor < 0 or tree.lemma[h.governor] not in LOOKING or times[h.number].rule == "counted back"]
    told = [h for h in told if not _in_passing(tree, times, h) and not _aside_before(tree, h)]
    if _points_back(tree, verb):
        told = [h for h in told if h.governor < 0 or tree.lemma[h.governor] not in AFTERWARDS]
    told = [h for h in told if times[h.number].rule == "counted back" or (_lasting(times[h.number]) and not breaks(tree, h))]
    told = [h for h in told if times[h.number].known]
    plain = [h for h in told if times[h.number].rule != "counted back" and h.governor >= 0 and is_violent(tree.lemma[h.governor])]
    back = [h for h in told if times[h.number].rule == "counted back"]  # "came on 21 April, nine days after the killings"
    known = [times[h.number] for h in ((plain or back) if back else told)]
    return (
        known[-1]
        if known and known[-1].precision in ("day", "days") and len({(when.earliest, when.latest) for when in known}) == 1
        else None
    )


def _taken_up(tree: Tree, token: int) -> bool:
    """Tell whether a noun of happening takes up what was told: "the strike"."""
    if tree.lemma[token] not in time_words().happenings or tree.pos[token] != "NOUN":
        return False
    return any(tree.lower[child] in ("the", "this", "that") for child in tree.children[token])


_FIRING = frozenset(("fire", "shoot", "hit", "strike"))
_FIGHTS = frozenset(("battle", "firefight", "gunfight", "gunbattle", "clash", "fighting", "shooting", "exchange", "encounter", "attack"))


def _goes_on(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> bool:
    """Tell whether a clause goes on from the sentence before it: "The guards fired back, killing one", "In the battle they killed 9"."""
    tree, verb = parse.tree, clause_of(parse.tree, token)
    if verb < 0 or not any(not h.saying for h in hung.get(parse.sentence_of[token] - 1, ())):
        return False
    main = told_by(tree, verb)
    if not is_narrated(tree, main):
        return False
    if tree.lemma[main] in _FIRING and any(tree.lower[child] == "back" for child in tree.children[main]):
        return True
    if tree.lemma[main] == "return" and any(tree.lower[child] == "fire" for child in tree.children[main]):
        return True
    inside = [child for child in tree.children[main] if tree.lower[child] in ("in", "during") and child < main]
    fights = [below for child in inside for below in tree.children[child] if tree.lemma[below] in _FIGHTS]
    return any(tree.lower[child] in ("the", "this", "that", "a") for fight in fights for child in tree.children[fight])


def _in_passing(tree: Tree, times: Sequence[When], one: Hung) -> bool:
    """Tell whether a time is of what had happened before: "On the previous evening a grenade had killed two sentries"."""
    if times[one.number].rule != "discourse" or one.governor < 0:
        return False
    return _dies(tree, one) or any(tree.lower[child] == "had" and tree.dep[child] == "aux" for child in tree.children[one.governor])


def _dies(tree: Tree, one: Hung) -> bool:
    """Tell whether a time is of a death or a find: "died two days later", "his corpse surfaced"; what is told next goes on before."""
    if one.governor < 0:
        return False
    if tree.lemma[one.governor] in ("die", "succumb"):
        return True
    if tree.lemma[one.governor] not in _TURNING_UP:
        return False
    return any(tree.dep[c] in ("nsubj", "nsubjpass", "dobj") and tree.lemma[c] in _REMAINS for c in tree.children[one.governor])


_TURNING_UP = frozenset("surface float appear turn wash find recover discover retrieve drift rise emerge fish dig pull bury locate".split())
_REMAINS = frozenset("body corpse remains remain cadaver carcass head torso".split())


def _before_it(tree: Tree, times: Sequence[When], one: Hung) -> When | None:
    """Return the time told in passing, None for that of a death."""
    return None if _dies(tree, one) else times[one.number]


def breaks(tree: Tree, one: Hung) -> bool:
    """Tell whether a mention hangs under a word that leads to another time ("after a lull on Sunday", "following the raid on Sunday")."""
    if one.governor >= 0 and tree.lower[one.governor] == "following":
        return True
    return any(tree.lower[at] in BREAKS and tree.pos[at] in ("ADP", "SCONJ") and not of_the_day(tree, at) for at in one.path[1:-1])


def _dated(times: Sequence[When], found: Sequence[Hung]) -> bool:
    return any(times[one.number].rule != "dateline" for one in found)


def _lasting(when: When) -> bool:
    """Tell whether a time holds for the sentences after it: a day or few, or the day or two up to publication that a report covers."""
    if when.rule == "past span":
        return when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= _REPORTED
    return when.rule not in NOT_CARRIED and when.precision in ("day", "days")
