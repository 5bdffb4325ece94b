"""Bare numbers that somebody gives → figures of what was told before: "the army says 12, the guerrillas 30", "a monk told us nine".

Enters: a parse and the tokens of a number without a noun. Leaves: the token that makes it somebody's figure, or None: a verb of telling
right before it, or the name of a source whose verb stands with the figure before. What the figure is of, the counts before it say, or the
words "how many died" and "the dead" near it.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.people import names_people

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Metric

_TELLING = frozenset(
    """say tell give concede admit claim report speak talk put estimate acknowledge cite quote insist assert maintain own allow recall
    remember recollect believe swear reckon think hear mention name announce declare testify affirm state write certify establish
    confirm find calculate compute note arrive settle hold stick boast brag exult crow gloat trumpet insist adhere cling""".split()
)
"""Verbs whose object is a number, where it is somebody's figure."""
_CLAIMS = frozenset(("claims", "reports", "counts", "estimates", "states", "quotes", "records"))
_REACHING = frozenset(("of", "at", "on", "as", "to", "in", "by"))
_HEARERS = frozenset(
    """us me him her them court commission parliament reporters journalists team committee mission press tribunal radio agency newspaper
    congress council investigators observers inquiry""".split()
)
_CLOSERS = frozenset((".", ";", ",", ")", "and", "but", "while", "whereas", "—", "–", "”", '"', "''", "according", ":", "?", "!"))
_JOINTS = frozenset((",", ";", "and", "but", "while", "whereas", "—", "–"))
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BEFORE_CLAIMS = frozenset((*_NOUNS, "CD"))
_PHRASE = (*_NOUNS, "DT", "JJ", "POS", "PRP$", "HYPH", "VBN")
_SOURCE_TAGS = frozenset((*_PHRASE, "PRP", "IN"))
_OPENERS = frozenset((*_NOUNS, "CD"))
_LONGEST = 7
_TOPICS = frozenset(("dead", "killed", "deaths", "toll", "died", "slain", "fatalities"))
_TOPIC_REACH = 45


def given_by(parse: "Parse", first: int, end: int) -> int | None:
    """Return the verb, or the last word of the source, that gives the number ``[first, end)``."""
    lower, doc = parse.tree.lower, parse.doc
    if end < len(lower) and lower[end] not in _CLOSERS:
        return None
    at = first - 1
    while at >= 0 and lower[at] in ("“", '"', "``", "that", "there", "were", "was", "it", "they"):
        at -= 1
    if at >= 0 and lower[first - 1] == "it" and doc[at].lemma_ in ("make", "bring") and doc[at].tag_ in ("VBD", "VBZ", "VBP"):
        return at  # "two priests made it 31"
    if at == first - 1 and at > 0 and lower[at] in _CLAIMS and doc[at].tag_ == "NNS" and doc[at - 1].tag_ in _BEFORE_CLAIMS:
        return at  # "a brochure printed in 1985 claims 58", taken for a noun
    stated = at < first - 1 and lower[first - 1] in ("was", "were")
    if at >= 0 and lower[at] in _REACHING and not stated:
        at -= 1
    at -= lower[at] in ("it", "them", "this", "that") if at >= 0 else 0
    heard = at
    while heard >= 0 and first - heard < _LONGEST and doc[heard].tag_ in _SOURCE_TAGS and not _telling(parse, heard):
        heard -= 1
    if heard >= 0 and _telling(parse, heard) and (heard == at or any(word in _HEARERS for word in lower[heard + 1 : at + 1])):
        return heard
    return None if stated else _gapped(parse, first)


def gapped_source(parse: "Parse", first: int, end: int) -> int | None:
    """Return the last word of the source whose verb is left out before people it counts: "…; the front, 90 villagers"."""
    lower = parse.tree.lower
    if end < len(lower) and lower[end] not in _CLOSERS:
        return None
    return _gapped(parse, first)


def _personal(source: "Token") -> bool:
    """Whether a source is somebody whose age may follow: no body known by its letters ("SWAPO")."""
    return source.ent_type_ == "PERSON" and not _acronym(source)


def _acronym(source: "Token") -> bool:
    """Whether a word is a body's letters, whatever the parser takes them for: initials of a person are shorter."""
    return len(source.text) > 2 and source.text.isupper() and source.text.isalpha() and source.ent_type_ in ("ORG", "PERSON", "NORP", "")


def _in_phrase(word: "Token") -> bool:
    return word.tag_ in _PHRASE or _acronym(word)


def topic(parse: "Parse", at: int) -> "tuple[Metric, int] | None":
    """Return what a figure is of, where nobody gave one yet: "How many died is disputed", "nobody agrees on the dead"."""
    lower = parse.tree.lower
    for before in range(at - 1, max(-1, at - _TOPIC_REACH), -1):
        if parse.paragraph_of[before] != parse.paragraph_of[at]:
            return None
        if lower[before] == "how" and lower[before + 1] == "many":
            words = lexicon()
            for later in range(before + 2, min(before + 9, at)):
                told = words.suffers.get(parse.tree.lemma[later]) or words.states.get(lower[later])
                if told is not None:
                    return told, later
        if lower[before] in _TOPICS and lower[before - 1] in ("the", "of", "on", "death"):
            return "killed", before
    return None


def _telling(parse: "Parse", at: int) -> bool:
    token = parse.doc[at]
    return token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG") and token.lemma_ in _TELLING


def _gapped(parse: "Parse", first: int) -> int | None:
    """The source whose verb is left out: ", the guerrillas 30", "; the government on Tuesday, of 62", "Court: 31."."""
    lower, doc = parse.tree.lower, parse.doc
    at = first - 1
    if at > 0 and lower[at] in ("of", "at", "by", "to"):
        at -= 1
    label = lower[at] == ":"
    at -= at > 0 and lower[at] in (",", ":")
    last = at
    if doc[last].ent_type_ == "DATE":  # "the government on 26 March, of 157"
        while last > 0 and (doc[last].ent_type_ == "DATE" or lower[last] in ("on", "in")):
            last -= 1
        at = last
    while at >= 0 and last - at < _LONGEST and (_in_phrase(doc[at]) or (doc[at].lower_ in ("on", "of", "in") and at < last)):
        at -= 1
    opens = label and at >= 0 and lower[at] == "." and parse.paragraph_of[at] == parse.paragraph_of[first]
    parted = at >= 0 and lower[at] == ";" and parse.paragraph_of[at] == parse.paragraph_of[first]  # the parser ends sentences there
    joined = parted or (at >= 0 and lower[at] in _JOINTS and parse.sentence_of[at] == parse.sentence_of[first])
    if last == at or not (joined or opens):
        return None
    source = doc[last]
    opening = doc[at + 1].tag_ in ("DT", "NNP", "NNPS", "NNS", "PRP$", "NN")
    if not _acronym(source) and not (source.tag_ in _NOUNS and opening):
        return None
    aged = not label and (
        _personal(source) or (source.tag_ == "NN" and names_people(source.lower_)) or lower[last] in ("youngest", "eldest")
    )
    return None if aged else last
