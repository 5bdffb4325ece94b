"""The day of what a noun takes up: "the massacre" in a sentence of another year is that of the massacre told before.

Enters: a parse, the word of an event, the times; leaves: the day of the first mention of the same deed, or that of the sentence after a
title; None where nothing decides.
"""

from collections.abc import Sequence
from datetime import date
from typing import cast

from trucewatch.reading.carrying import is_violent
from trucewatch.reading.hanging import Hung, clause_of
from trucewatch.reading.nominal_deeds import verbs_of
from trucewatch.reading.parse import Parse
from trucewatch.reading.timewords import time_words
from trucewatch.reading.timing import choose_time
from trucewatch.reading.tree import Tree
from trucewatch.records.extent import When

_POINTING = frozenset(("the", "this", "that", "these", "those"))
_ABOUT = frozenset(("for", "over", "about", "into", "in", "behind", "during", "of", "from"))
_ELSEWHERE = frozenset(("other", "another", "earlier", "previous", "first", "second", "third", "latest", "new", "last", "similar"))


def day_taken_up(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day of an earlier mention of what a definite noun names again; None for a noun with a time of its own."""
    tree = parse.tree
    if tree.pos[token] != "NOUN" or tree.lower[token] not in time_words().happenings or not _points(tree, token):
        return None
    if any(token in one.path and one.governor not in one.path[: one.path.index(token)] for one in hung.get(parse.sentence_of[token], ())):
        return None
    if tree.dep[token] == "nsubj" and tree.tag[tree.head[token]] in ("VB", "VBZ", "VBP"):
        return None  # "should the bombing continue"
    if (blamed := _told_just_before(parse, token, times, hung)) is not None:
        return blamed
    stems = _stems(tree.lower[token])
    told: When | None = None
    for at in _mentions(parse):
        if parse.sentence_of[at] >= parse.sentence_of[token]:
            break
        if tree.lemma[at] in stems or tree.lower[at] in stems:
            found = choose_time(parse, at, times, hung)
            if found is None or not found.known or found.rule == "dateline":
                continue
            if told is not None and told.earliest != found.earliest:
                return None  # of two massacres told before, either may be meant
            told = found
    return told if told is not None and told.earliest == _first_day(times, hung) else None


_ATTRIBUTING = frozenset("attribute blame ascribe impute pin credit lay claim deny condemn denounce accuse hold deplore order".split())


def _told_just_before(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the day of what a sentence tells and then blames on somebody: "a house was levelled on Sunday, and all attributed the bombing
    to the coalition"."""
    tree = parse.tree
    verb = clause_of(tree, tree.head[token])
    if verb < 0 or tree.lemma[verb] not in _ATTRIBUTING or verb > token:
        return None
    told = [at for at in _mentions(parse) if at < verb and parse.sentence_of[at] == parse.sentence_of[token] and is_violent(tree.lemma[at])]
    days = {day for at in told if (day := choose_time(parse, at, times, hung)) is not None and day.known}
    return next(iter(days)) if len(days) == 1 else None


def _first_day(times: Sequence[When], hung: dict[int, list[Hung]]) -> date | None:
    """Return the day told first, that of what the text is about; what it tells in comparison comes later."""
    days = (times[one.number] for number in sorted(hung) for one in hung[number] if not one.saying)
    return next((when.earliest for when in days if when.known and when.rule != "dateline"), None)


def is_aside(tree: Tree, token: int) -> bool:
    """Tell whether a noun says what a clause is about: "sentenced for the killings", "took part in the massacre"."""
    return tree.dep[token] == "pobj" and tree.lower[tree.head[token]] in _ABOUT


_OF_WHOM = frozenset(("responsibility", "blame", "credit", "guilt", "part", "role", "hand", "involvement"))


def claims_or_blames(tree: Tree, token: int) -> bool:
    """Tell whether a deed is what somebody owns to or denies a part in: "takes responsibility for the slaughter", whose day is another."""
    return tree.lemma[tree.head[tree.head[token]]] in _OF_WHOM and _points(tree, token)


def _points(tree: Tree, token: int) -> bool:
    words = [tree.lower[child] for child in tree.children[token]]
    if any(tree.dep[child] in ("poss", "nummod", "prep", "relcl", "acl") for child in tree.children[token]):
        return False
    return bool(_POINTING.intersection(words)) and not _ELSEWHERE.intersection(words)


def _mentions(parse: Parse) -> tuple[int, ...]:
    """Return the words of the text that tell of a happening by noun or verb; looked for once."""
    kept = parse.notes.get("happenings")
    if kept is None:
        kept = parse.notes["happenings"] = tuple(at for at, pos in enumerate(parse.tree.pos) if pos in ("NOUN", "PROPN", "VERB"))
    return cast("tuple[int, ...]", kept)


def _stems(noun: str) -> frozenset[str]:
    """Return the lemmas of noun and verb of a deed: killing, kill; kidnapping, kidnap; explosion, explode."""
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    return frozenset(forms.union(*map(verbs_of, forms)))
