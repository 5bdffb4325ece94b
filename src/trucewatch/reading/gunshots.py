"""People who were shot or hurt → what became of them, as the sentences around tell it.

"Shot" says that a bullet hit, not that it killed: who is only said to have been shot was hurt. A fate told beside it goes before: he "was
pronounced dead", two of the six "died", "one fatally"; and where bodies, a massacre or an execution are spoken of, shot means dead. One
who was hurt and then died is one who was killed. "A quadruple shooting" hit four, a "triple homicide" killed three.

Enters: a parse and its counts. Leaves: the counts, those of people shot with the metric and the number that the text leaves them.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.people import population_at
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trucewatch.reading.counted import Counted
    from trucewatch.reading.parse import Parse

SHOT = frozenset(("shoot", "shooting"))
"""Lemmas that say a bullet hit."""
MULTIPLE = "multiple"
"""The rule of a count of those hit in "a double shooting"."""
_AFTER = 4
"""A death is looked for in this many sentences after the shot."""
_SAYING = frozenset("said says told reported claimed claims announced stated added according alleged".split())
_IN_HANDS = frozenset(
    """drag haul pull lead march take order line tie blindfold force round seize abduct kidnap capture herd remove bind pick
    select single separate gather""".split()
)
"""What is done to people before they are put to death."""
_HELD = frozenset("captives captive prisoners prisoner hostages hostage detainees detainee abductees abductee".split())
_EXECUTED = frozenset("nape bound blindfolded kneeling knelt tied trussed squad".split())
"""Words that say of people who were shot that they could not run."""
_TIED = frozenset(("bound", "tied", "trussed"))
_LIMBS = frozenset(("hand", "hands", "foot", "feet", "arms"))
_WALLS = frozenset("wall walls post stake tree fence".split())
_WHOLE = frozenset(("both", "they", "them", "all"))
_SEVERAL = 5
"""So many people whom one force shoots, none of them said to be hurt, were put to death; fewer may live."""
_HURT = frozenset(
    """hurt wounded injured wounds wound injuries hospital clinic treated leg legs arm arms foot feet hand hands thigh knee shoulder rubber
    survived survivor crossfire dispersed wounding injuring critical""".split()
)
_CROWDS = frozenset("protesters demonstrators rioters marchers protestors strikers looters fans".split())
_ARMED = frozenset(
    """army police troops forces they militia paramilitaries patrol garrison commandos cadres men band gang crew battalion company platoon
    column squad detachment regiment unit legion brigade force it he who which guerrillas""".split()
)
_RANKED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth only last latest".split())
_HE = frozenset("man boy father son brother husband uncle grandfather teenager teen".split())
_SHE = frozenset("woman girl mother daughter sister wife aunt grandmother".split())
_SOMEBODY = _HE | _SHE | {"victim", "old", "child", "teenager"}


def told_at(parse: "Parse", shot: "Counted") -> "Counted":
    """A count of people shot is one of people killed where its sentence, or one beside it, speaks of bodies, a massacre or an execution."""
    if not _shot(parse, shot):
        return shot
    tree, number, words = parse.tree, parse.sentence_of, lexicon().executions
    here = number[shot.trigger]
    if tree.lower[shot.trigger + 1 : shot.trigger + 2] == ["dead"] or _put_to_death(parse, shot):
        return replace(shot, metric="killed")
    executed = any(
        tree.lower[at] in words and abs(number[at] - here) <= 1
        for at in range(max(0, shot.trigger - 70), min(len(tree), shot.trigger + 70))
    )
    return replace(shot, metric="killed") if executed else shot


def _put_to_death(parse: "Parse", shot: "Counted") -> bool:
    """As in "dragged five peasants out of the chapel and shot them": whom they had in their hands, and no wound told."""
    verb = parse.doc[shot.trigger]
    led = verb.dep_ == "conj" and verb.head.lemma_ in _IN_HANDS
    sentence = parse.tree.lower[verb.sent.start : verb.sent.end]
    near = {*parse.tree.lower[verb.head.i if led else max(verb.sent.start, verb.i - 12) : verb.i + 20]}
    held = parse.tree.lower[shot.quantity.head] in _HELD or not _EXECUTED.isdisjoint(near)
    walled = any(sentence[at] in _WALLS and "against" in sentence[max(0, at - 4) : at] for at in range(len(sentence)))
    hurt = near & _HURT
    if near & _TIED:
        hurt -= _LIMBS  # "their hands bound"
    return (led or held or walled or _in_the_head(parse, verb.i)) and not hurt


def _in_the_head(parse: "Parse", shot: int) -> bool:
    """As in "were shot in the head", "shot through the back of the neck"."""
    after = parse.tree.lower[shot + 1 : shot + 8]
    at = next((place for place, word in enumerate(after) if word in ("in", "through", "behind")), None)
    return at is not None and at < 3 and bool({"head", "temple", "skull", "forehead", "nape"} & {*after[at : at + 5]})


def settle(parse: "Parse", found: "Sequence[Counted]") -> "tuple[Counted, ...]":
    """Give counts of people shot what became of them; a count whose people are counted apart by their fates is left out."""
    settled: list[Counted | None] = [_settled(parse, counted, found) for counted in found]
    for index, counted in enumerate(settled):
        total = None if counted is None or counted.part_of is None else settled[counted.part_of]
        if counted is not None and total is not None and total.metric == "killed" and total.trigger == counted.trigger:
            settled[index] = replace(counted, metric="killed")  # "shot eleven peasants, four of them children"
    if None not in settled:
        return tuple(counted for counted in settled if counted is not None)  # every count keeps its place
    places: dict[int, int] = {}
    for index, counted in enumerate(settled):
        if counted is not None:
            places[index] = len(places)
    return tuple(
        replace(
            counted,
            part_of=None if counted.part_of is None else places.get(counted.part_of),
            revises=None if counted.revises is None else places.get(counted.revises),
        )
        for counted in settled
        if counted is not None
    )


def multiples(parse: "Parse") -> "Iterator[Quantity]":
    """The people hit in "a quadruple shooting", "a double murder"."""
    lower, numbers, nouns = parse.tree.lower, lexicon().multiples, lexicon().multiplied
    for at in range(len(lower) - 1):
        if lower[at] in numbers and lower[at + 1] in nouns and lower[at + 2 : at + 3] != ["-"]:
            number = numbers[lower[at]]
            yield Quantity(parse.span(at, at + 2), at + 1, Count(number, number), None, "all", derived=True)


def _settled(parse: "Parse", counted: "Counted", found: "Sequence[Counted]") -> "Counted | None":
    if counted.metric != "injured":
        return counted
    if counted.rule == MULTIPLE:
        return _left(counted, found)
    if _shot(parse, counted):
        return _fate(parse, counted, found)
    one = counted.quantity.count.high == 1 and not counted.quantity.part
    return replace(counted, metric="killed") if one and _dies(parse, counted, found) else counted


def _left(multiple: "Counted", found: "Sequence[Counted]") -> "Counted | None":
    """Those hit in "a quadruple shooting" less the dead that the text counts, None where it counts the hurt too."""
    others = [one.quantity.count for one in found if one.metric == "injured" and one.rule != MULTIPLE]
    if any(count.high is None or count.high > 1 for count in others):
        return None
    dead = max((one.quantity.count.high or 0 for one in found if one.metric == "killed"), default=0)
    left = multiple.quantity.count.low - dead
    return replace(multiple, quantity=replace(multiple.quantity, count=Count(left, left))) if left > 0 else None


def _shot(parse: "Parse", counted: "Counted") -> bool:
    return counted.metric == "injured" and parse.tree.lemma[counted.trigger].lower() in SHOT


def _fate(parse: "Parse", shot: "Counted", found: "Sequence[Counted]") -> "Counted | None":
    """The count of people shot as the text around leaves it, None where their fates are counted apart."""
    number = shot.quantity.count
    if shot.quantity.named and any(_same_name(parse, shot, one) for one in found):
        return None
    if number.high == 1:
        return replace(shot, metric="killed") if _dies(parse, shot, found) else shot
    if _run_down(parse, shot, found):
        return replace(shot, metric="killed")
    near = [one for one in found if one is not shot and _among(parse, shot, one)]
    if any(one.metric == "injured" and one.quantity.count.high != 0 and not _shot(parse, one) for one in near):
        return None
    fatal = [one for one in near if one.metric == "killed" and one.quantity.count.high]
    dead = max((one.quantity.count.high or 0 for one in fatal), default=0)
    if any(_rest_of(parse, shot, total, found) for total in found):
        return replace(shot, metric="killed")
    if not dead and _executed(parse, shot):
        return replace(shot, metric="killed")
    if not dead or number.high is None:
        return shot
    if any(parse.tree.lower[one.quantity.head] in _WHOLE and one.quantity.count == number for one in fatal):
        return None  # "three boys were shot … They died on Sunday"
    if any(_another_tells(parse, shot, one) for one in fatal):  # as one tells it all were hurt, as another some died
        return replace(shot, quantity=replace(shot.quantity, count=Count(max(0, number.low - dead), number.high), derived=True))
    if dead >= number.high:
        return None
    left = Count(max(1, number.low - dead), number.high - dead)
    return replace(shot, quantity=replace(shot.quantity, count=left, derived=True))


def _rest_of(parse: "Parse", shot: "Counted", total: "Counted", found: "Sequence[Counted]") -> bool:
    """As in "fourteen died … cut the throats of nine. The other five were shot": what is left of a total of dead."""
    many = total.quantity.count.high
    if total.metric != "killed" or many is None or "other" not in parse.tree.lower[max(0, shot.quantity.head - 3) : shot.quantity.head]:
        return False
    left = many - shot.quantity.count.low
    return any(one.metric == "killed" and one is not total and one.quantity.count.high == left > 0 for one in found)


def _executed(parse: "Parse", shot: "Counted") -> bool:
    """As in "troops shot eleven peasants": a force that shoots several people, of no crowd or side, puts them to death.

    Not where the sentence or the next speaks of wounds, care or a part of the body, nor of people who protest: there they may be hurt.
    """
    tree, number = parse.tree, parse.sentence_of
    if shot.quantity.count.low < _SEVERAL or shot.population in {"party forces", "mission personnel"}:
        return False
    here = number[shot.trigger]
    near = {tree.lower[at] for at in range(max(0, shot.trigger - 40), min(len(tree), shot.trigger + 40)) if 0 <= number[at] - here <= 1}
    if near & _HURT or tree.lower[shot.quantity.head] in _CROWDS:
        return False
    verb = parse.doc[shot.trigger]
    doers = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    doers += [inner for child in verb.children if child.dep_ == "agent" for inner in child.children]
    return any(population_at(parse.doc, doer.i, list(tree.lower)) == "party forces" or doer.lower_ in _ARMED for doer in doers)


def _run_down(parse: "Parse", shot: "Counted", found: "Sequence[Counted]") -> bool:
    """As in "34 men perished and four women were shot as they ran": those told beside dead, shot in flight, no wound told."""
    here = parse.sentence_of[shot.trigger]
    dead = any(one.metric == "killed" and one.quantity.count.high != 0 and parse.sentence_of[one.trigger] == here for one in found)
    if not dead:
        return False
    verb = parse.doc[shot.trigger]
    ran = any(child.dep_ == "advcl" and child.lemma_ in ("run", "flee", "escape", "try") and child.i > verb.i for child in verb.children)
    return ran and not {token.lower_ for token in verb.sent} & _HURT


def _another_tells(parse: "Parse", shot: "Counted", one: "Counted") -> bool:
    """Whether a clause of saying stands between the two counts: "seven were shot; the opposition said two of them had died"."""
    first, last = sorted((shot.quantity.head, one.quantity.head))
    return any(parse.tree.lower[at] in _SAYING for at in range(first + 1, last))


def _same_name(parse: "Parse", shot: "Counted", one: "Counted") -> bool:
    """Whether somebody of the name is counted as killed: "the murder of Edgardo Cruz … Cruz was shot outside his station"."""
    return one.metric == "killed" and one.quantity.named and parse.tree.lower[one.quantity.head] == parse.tree.lower[shot.quantity.head]


def _among(parse: "Parse", shot: "Counted", one: "Counted") -> bool:
    """Whether a count is of some of those shot: told in their sentence, or as a part or a bare number soon after."""
    apart = parse.sentence_of[one.quantity.head] - parse.sentence_of[shot.quantity.head]
    if apart == 0:
        return True
    whole = parse.tree.lower[one.quantity.head] in _WHOLE
    bare = whole or parse.tree.pos[one.quantity.head] == "NUM" or parse.tree.lower[one.quantity.head] in lexicon().victims
    return 0 < apart <= _AFTER and (one.quantity.part or bare)


def _dies(parse: "Parse", shot: "Counted", found: "Sequence[Counted]") -> bool:
    """Whether the one person shot is said to be dead before another is said to be shot: "he died", "the boy was pronounced dead"."""
    tree, number, words = parse.tree, parse.sentence_of, lexicon()
    first = number[shot.quantity.head]
    others = [one.quantity.head for one in found if one is not shot and _shot(parse, one) and one.quantity.head > shot.quantity.head]
    last = min((number[head] for head in others), default=first + _AFTER + 1)
    for at in range(shot.quantity.head, len(tree)):
        if number[at] > min(first + _AFTER, max(first, last - 1)):
            return False
        dead = words.suffers.get(tree.lemma[at].lower()) == "killed" or words.states.get(tree.lower[at]) == "killed"
        dead = dead or _counted_first(parse, at)
        dead = dead or (tree.lemma[at].lower() == "pass" and tree.lower[at + 1 : at + 2] == ["away"])
        if dead and tree.pos[at] in {"VERB", "ADJ", "AUX"} and _of_him(parse, at, shot):
            return True
    return False


def _counted_first(parse: "Parse", verb: int) -> bool:
    """As in "he was the first fatality of the round", "she became the only victim to die"."""
    tree = parse.tree
    if tree.lemma[verb].lower() not in ("be", "become") or tree.lower[verb + 1 : verb + 2] != ["the"]:
        return False
    noun = next((at for at in range(verb + 2, min(verb + 5, len(tree))) if tree.tag[at] == "NN"), None)
    return noun is not None and tree.lower[noun] in ("fatality", "death") and tree.lower[verb + 2] in _RANKED


def _of_him(parse: "Parse", at: int, shot: "Counted") -> bool:
    """Whether the subject of a word of death is the person shot: himself, a pronoun of his sex, "the …" or a name, and no other."""
    tree = parse.tree
    verb = at
    for _ in range(3):
        subjects = [child for child in tree.children[verb] if tree.dep[child] in {"nsubj", "nsubjpass"}]
        if subjects:
            break
        verb = tree.head[verb]
    else:
        near = parse.sentence_of[at] - parse.sentence_of[shot.quantity.head] <= (tree.lower[at - 1] == ";") and tree.tag[at] in {
            "VBD",
            "VBN",
        }
        return near and tree.lower[at - 1] in {";", "and", ","}  # "hit in the neck …; died that evening"
    subject, who = subjects[0], tree.lower[shot.quantity.head].removesuffix("s" if shot.quantity.part else "")
    if subject == shot.quantity.head:
        return True
    word = tree.lower[subject]
    if word in {"he", "she"}:
        return not (word == "he" and who in _SHE) and not (word == "she" and who in _HE)
    if word == "who":
        return parse.sentence_of[at] == parse.sentence_of[shot.quantity.head]
    if word == "victim":
        return True
    if tree.pos[subject] == "PROPN":  # a name told with the person; another's death is another's
        number, here = parse.sentence_of, parse.sentence_of[shot.quantity.head]
        sentence = range(max(0, shot.quantity.head - 30), min(len(tree), shot.quantity.head + 30))
        return any(tree.lower[other] == word and number[other] == here for other in sentence)
    return any(tree.lower[child] == "the" for child in tree.children[subject]) and (word == who or word in _SOMEBODY)
