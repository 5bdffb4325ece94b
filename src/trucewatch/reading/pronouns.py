"""He, she, him, her → single victims whom only a pronoun names: "… struck a seamstress; she died on the way", "shot him dead".

Enters: a parse and its quantities. Leaves: a quantity of one for each such pronoun that can take up a single person told before, with that
person's population, and the token of that person. Whether anything befell them is asked elsewhere.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.people import names_people
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trucewatch.reading.parse import Parse

UNKNOWN = frozenset(("whereabouts", "fate"))
"""What nobody knows of people who are missing."""
_HE = frozenset(("he", "him"))
_SHE = frozenset(("she", "her"))
_ROLES = frozenset(("nsubj", "nsubjpass", "dobj"))
_MALE = frozenset("man boy father son brother husband uncle grandfather nephew monk priest imam fisherman policeman farmer".split())
_FEMALE = frozenset("woman girl mother daughter sister wife aunt grandmother niece nun widow seamstress nurse housewife schoolgirl".split())
_PEOPLE = _HE | _SHE | {"they", "them", "their"}
_FURTHEST = 70


def pronoun_people(parse: "Parse", quantities: "Sequence[Quantity]") -> "Iterator[tuple[Quantity, int]]":
    """Yield a quantity for each such pronoun, with the head token of the person it takes up."""
    lower, doc = parse.tree.lower, parse.doc
    single = [one for one in quantities if one.count == Count(1, 1)]
    many = [one for one in quantities if one.count.low > 1 and not one.part]
    for at in parse.word_places.places(_PEOPLE):
        word = lower[at]
        theirs = (word == "they" and doc[at].dep_ == "nsubjpass") or (word == "them" and _all_of(parse, at))
        theirs = theirs or (word == "their" and doc[at].head.lower_ in UNKNOWN)
        theirs = theirs or (word == "they" and doc[at].dep_ == "nsubj" and parse.doc[at].head.lemma_ in lexicon().suffers)
        if theirs and (those := _told_before(parse, at, many)) is not None:
            head = at if doc[at].dep_ != "pobj" else at - 2
            yield Quantity(parse.span(at, at + 1), head, those.count, those.qualifier, those.population, vague=those.vague), those.head
        if (word not in _HE and word not in _SHE) or doc[at].dep_ not in _ROLES or doc[at].tag_ != "PRP":
            continue
        taken = _antecedent(parse, at, single)
        if taken is not None:
            yield Quantity(parse.span(at, at + 1), at, Count(1, 1), None, taken.population), taken.head


def _all_of(parse: "Parse", at: int) -> bool:
    """As in "killed all of them", "and shot them": every one of those told."""
    token = parse.doc[at]
    return token.dep_ == "dobj" or parse.tree.lower[max(0, at - 2) : at] == ["all", "of"]


def _told_before(parse: "Parse", at: int, many: "Sequence[Quantity]") -> "Quantity | None":
    """The people by number whom "they" takes up: the last told, in its sentence or the one before, no other people in the plural after."""
    before = [one for one in many if one.head < at]
    last = before[-1] if before else None
    if last is None or last.count.high is None or parse.sentence_of[at] - parse.sentence_of[last.head] > 1:
        return None
    others = range(last.head + 1, at)
    plural = any(
        parse.tree.tag[other] == "NNS" and names_people(parse.tree.lower[other]) and not _describes(parse, other, last.head)
        for other in others
    )
    return None if plural else last


def _describes(parse: "Parse", noun: int, head: int) -> bool:
    """Whether a noun only says which people are meant: "three boys of the Murui people"."""
    for _ in range(3):
        noun = parse.tree.head[noun]
        if noun == head:
            return True
    return False


def _leads(parse: "Parse", person: "Quantity") -> bool:
    """Whether somebody is the subject of his sentence's main verb: of two told there, the next "he" takes up him."""
    token = parse.doc[person.head]
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"


def _antecedent(parse: "Parse", at: int, single: "Sequence[Quantity]") -> "Quantity | None":
    """The last single person before the pronoun, in its sentence or the two before, of a sex that fits."""
    female = parse.tree.lower[at] in _SHE
    for one in sorted(single, key=lambda person: (parse.sentence_of[person.head], _leads(parse, person), person.head), reverse=True):
        if one.head >= at or at - one.head > _FURTHEST or parse.sentence_of[at] - parse.sentence_of[one.head] > 2:
            continue
        own = parse.doc[one.head]
        if own.dep_ in ("nsubj", "nsubjpass") and own.head.i == parse.doc[at].head.i:
            continue  # "a reservist shot him": not himself
        word = parse.tree.lower[one.head]
        if word in (_MALE if female else _FEMALE) or (one.population == "women" and not female):
            continue
        return one
    return None
