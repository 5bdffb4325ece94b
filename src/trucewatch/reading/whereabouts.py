"""Where people now are, or that nobody knows → what befell them: "of five soldiers there is no news", "thirty are still in the wards".

A parse and the head of a quantity in; out: what befell those it counts and the token that says so, or None.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Metric

_ABOUT = frozenset(("of", "about", "from"))
_TIDINGS = frozenset("news word trace sign tidings information".split())
_NONE = frozenset(("no", "any", "without", "neither", "little"))
_HEARING = frozenset("hear know see learn find discover trace recover".split())
_NOTHING = frozenset(("nothing",))
_STAYING = frozenset("be lie remain stay recover".split())
_WARDS = frozenset("ward wards infirmary sickbay".split())
_RESTING = frozenset("lie lies lay rest rests sleep are were".split())
_DOWN_IN = frozenset("in inside under beneath at below".split())
_GRAVES = frozenset("pit pits grave graves cemetery graveyard churchyard ossuary latrine latrines crypt tomb tombs mound mounds".split())
_HOSPITALS = frozenset("hospital hospitals clinic clinics".split())
_BEING = frozenset("is are was were being still remain remained now left".split())
_LASTING = frozenset(("still", "yet", "also"))
_SHELTERING = frozenset("shelter camp squat bivouac".split())
_MAIMED = frozenset("wounded injured burned burnt maimed hurt bandaged mutilated bleeding crippled".split())
_ROOFS = frozenset("roof shelter home roofs homes".split())


def whereabouts(parse: "Parse", head: int) -> "tuple[Metric, int] | None":
    """Return what befell the people at token ``head`` as their whereabouts tell it."""
    token = parse.doc[head]
    if (grave := _in_grave(parse, head)) is not None:
        return "killed", grave
    if (lost := _no_trace(token)) is not None:
        return "missing", lost
    if (lying := _lying(parse, head)) is not None:
        return "injured", lying
    unheard = _unheard(token)
    if unheard is not None:
        return "missing", unheard
    if (lacking := _without(parse, head)) is not None:
        return lacking
    verb = token.head
    if token.dep_ != "nsubj" or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    if verb.lemma_ in _STAYING and (ward := _in_ward(verb)) is not None:
        return "injured", ward
    if (
        verb.lemma_ in _SHELTERING
        and verb.pos_ == "VERB"
        and not any(c.dep_ == "dobj" for c in verb.children)
        and any(c.dep_ == "prep" and c.lower_ in ("in", "under", "round") for c in verb.children)
    ):
        return "displaced", verb.i
    roof = _under(verb, "without", _ROOFS) if verb.lemma_ == "be" else None
    return None if roof is None else ("displaced", roof)


def _without(parse: "Parse", head: int) -> "tuple[Metric, int] | None":
    """As in "sixty soldiers being without news", "160 people without a roof", with a form of "be" or none."""
    lower = parse.tree.lower
    at = head + 1
    while at < len(lower) and lower[at] in _BEING:
        at += 1
    if lower[at : at + 1] != ["without"]:
        return None
    for later in range(at + 1, min(at + 5, len(lower))):
        if lower[later] in _ROOFS:
            return "displaced", later
        if lower[later] == "news":
            return "missing", later
        if parse.doc[later].tag_ not in ("DT", "JJ", "PRP$", "CC", "NN") or lower[later] in (".", ",", ";"):
            return None
    return None


def _no_trace(token: "Token") -> int | None:
    """The trace of "Marko Ilic, of whom there has been no trace since Friday"."""
    for clause in token.children:
        if clause.dep_ != "relcl" or not any(c.lower_ in _ABOUT and any(w.lower_ == "whom" for w in c.children) for c in clause.children):
            continue
        for word in (clause, *clause.children):
            if word.lower_ in _TIDINGS and _NONE & {c.lower_ for c in word.lefts}:
                return word.i
            if word.lower_ in _NOTHING and clause.lemma_ in _HEARING:
                return clause.i
    return None


def _lying(parse: "Parse", head: int) -> int | None:
    """The state of "another 90 or so lie burned or maimed in the hospital", whatever the parse makes of the verb."""
    lower = parse.tree.lower
    at = head + 1
    at += 2 if lower[at : at + 2] == ["or", "so"] else 0
    while at < len(lower) and lower[at] in _LASTING | {"now"}:
        at += 1
    if lower[at : at + 1] not in (["lie"], ["lies"], ["lay"]):
        return None
    at += 1
    while at < len(lower) and (lower[at] in _LASTING or parse.doc[at].tag_ == "RB"):
        at += 1
    return at if at < len(lower) and lower[at] in _MAIMED else None


def _in_grave(parse: "Parse", head: int) -> int | None:
    """The pit of "more than 2,000 lie in the three pits", whatever the parse makes of the verb."""
    lower = parse.tree.lower
    at = head + 1
    at += lower[at : at + 1] in (["still"], ["now"], ["are"], ["were"])
    if at >= len(lower) or lower[at] not in _RESTING or at + 1 >= len(lower):
        return None
    at += lower[at + 1] in ("buried", "still", "now", "interred")
    if at + 1 >= len(lower) or lower[at + 1] not in _DOWN_IN:
        return None
    for later in range(at + 2, min(at + 8, len(lower))):
        if lower[later] in _GRAVES:
            return later
        if parse.doc[later].tag_ not in ("DT", "CD", "JJ", "NN", "PRP$", "IN", "NNP", "HYPH") or lower[later] in (".", ",", ";"):
            return None
    return None


def _unheard(token: "Token") -> int | None:
    """The "news" of "there is no news of them", the verb of "nothing has been heard of them"."""
    token = token.head if token.head.lower_ in _NOTHING and token.i < token.head.i else token
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ not in _ABOUT:
        return None
    if token.lower_ in _NOTHING and prep.head.lemma_ in _HEARING:
        return prep.head.i  # "of the remaining 18 nothing is known", read as one phrase
    for word in (prep.head, *prep.head.children):
        if word.lower_ in _TIDINGS and _NONE & {c.lower_ for c in (*word.lefts, word.head)}:
            return word.i
    verb = prep.head if prep.head.lower_ != "since" else prep.head.head
    silent = any(c.lower_ in _NOTHING and c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in verb.children)
    return verb.i if silent and verb.lemma_ in _HEARING else None


def _in_ward(verb: "Token") -> int | None:
    """The ward in which people lie; a hospital, where they are still there: others than the sick go to one too."""
    ward = _under(verb, "in", _WARDS)
    if ward is not None:
        return ward
    lasting = verb.lemma_ != "be" or any(c.lower_ in _LASTING for c in verb.children)
    return _under(verb, "in", _HOSPITALS) if lasting else None


def _under(verb: "Token", preposition: str, words: frozenset[str]) -> int | None:
    """The first of ``words`` after ``preposition`` under ``verb``."""
    places = (place for c in verb.children if c.dep_ == "prep" and c.lower_ == preposition for place in c.children)
    return next((place.i for place in places if place.lower_ in words), None)
