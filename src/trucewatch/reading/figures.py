"""Numbers given as figures → what they are figures of: "put the toll at nine", "raised to 25", "bringing to 41 the number of …".

Enters: a parse and the token of a number. Leaves: the noun or verb that makes it a figure, its metric and population, and whether it
replaces an earlier one.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucewatch.reading.casualtywords import lexicon
from trucewatch.reading.people import names_people, people, population_at, singular

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token
    from trucewatch.records.terms import Metric, Population

_LISTS = frozenset("list register roll record records tally ledger count notebook plaque memorial".split())
_PUBLISHERS = frozenset(
    """newspaper paper daily weekly website site radio station channel television agency bulletin report account version ministry office
    edition broadcast telegram statement prosecutors hospital communique communiqué""".split()
)
_TAKEN: dict[str, "Metric"] = dict.fromkeys(
    ("held", "taken", "seized", "captured", "jailed", "rounded", "interned", "incarcerated", "confined", "imprisoned"), "detained"
)
_SET_AT = frozenset("at about around over some than least".split())
_SETTING = frozenset("put place set number estimate give count reckon fix calculate".split())
_GIVEN_AT = frozenset("put placed set estimated reckoned given numbered counted calculated".split())
_THOSE_REACH = 10
_CASES = frozenset("case incident victim attack event loss life casualty person".split())
"""What is counted where each one may be somebody hurt or dead."""
_FORMER = frozenset("previous earlier former initial original preliminary provisional".split())
"""What is said of a figure that another replaced."""
_GIVEN = frozenset("given announced issued published released quoted cited reported circulated".split())
_BEFORE = frozenset("earlier before previously initially first originally yesterday".split())
_OWNERS = frozenset(
    ("own", "military", "army", "rebel", "government", "police", "enemy", "their", "its", "our", "his", "navy", "insurgent", "militia")
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a figure. ``metric`` None: what the last total counted. ``refused``: the words say it counts something else."""

    trigger: int
    metric: "Metric | None"
    population: "Population | None"
    revising: bool
    earlier: bool = False
    refused: bool = False


def figure_at(parse: "Parse", token: "Token", lower: list[str]) -> Figure | None:
    """Return what makes the number (or counted noun) at ``token`` a figure, None where nothing does."""
    noun = _figure_noun(token)
    verb = _stating(token)
    if noun is None and token.tag_ == "CD" and (whom := those_counted(token)) is not None:
        return Figure(whom[0], whom[1], None, revising=False)
    if noun is None and verb is not None and _measures(token, verb):
        return None
    if noun is None and verb is None:
        return None
    revising = _revising(token)
    earlier = token.dep_ == "pobj" and token.head.lower_ == "from"
    if noun is None:
        assert verb is not None  # noqa: S101 — one of the two is there
        return Figure(verb.i, None, None, revising, earlier)
    earlier = earlier or any(child.lower_ in _FORMER for child in noun.lefts) or _given_before(noun)
    metric, population, refused = _figure_of(parse, noun, token, lower)
    return Figure(noun.i, metric, population, revising, earlier, refused)


def phrase_figure(phrase: "tuple[int, Metric | None, Population | None]", told: Figure | None) -> Figure:
    """Return the figure that the order of the words makes, with what the tree told of it."""
    trigger, metric, population = phrase
    revising, earlier = (told.revising, told.earlier) if told is not None else (False, False)
    return Figure(trigger, metric, population, revising, earlier)


def _given_before(noun: "Token") -> bool:
    """As in "the figure given a day earlier": another figure for the same people."""
    for child in noun.children:
        if child.dep_ == "acl" and child.lower_ in _GIVEN:
            return bool(_BEFORE & {one.lower_ for one in child.doc[child.i - 2 : child.i + 5]})
    return False


def those_counted(token: "Token") -> "tuple[int, Metric] | None":
    """What befell those of whom a verb gives the number, and the verb: "put those who died at 84", "numbers those arrested at 61"."""
    doc, words = token.doc, lexicon()
    at = token.i - 1
    while at > 0 and doc[at].lower_ in _SET_AT:
        at -= 1
    if at == token.i - 1:
        return None
    given = doc[at].lower_ in _GIVEN_AT and doc[at].tag_ in ("VBN", "VBD") and not any(c.dep_ == "nsubj" for c in doc[at].children)
    metric: Metric | None = None
    for here in range(at, max(-1, at - _THOSE_REACH), -1):
        one = doc[here]
        metric = metric or words.suffers.get(one.lemma_) or words.states.get(one.lower_) or _TAKEN.get(one.lower_)
        if one.lower_ == "those":
            verb = doc[max(0, here - 1)]
            told = metric is not None and (given or verb.lemma_ in _SETTING)
            return (at if given else verb.i, metric) if told and metric is not None else None
        if given and metric is not None and one.tag_ in ("NNS", "NNPS"):
            return at, metric  # "the villagers still interned are put at 300"
        if one.lower_ in (".", ";", ":"):
            return None
    return None


def _figure_noun(token: "Token") -> "Token | None":
    """The noun a number gives the value of: "a toll of 16", "put the dead at 27", "a figure, 44"."""
    words = lexicon()
    head = token.head
    if token.dep_ == "appos" and singular(head.lower_) in words.figures:
        return head
    if token.dep_ == "conj" and head.head.i != head.i:
        token, head = head, head.head
    if token.dep_ not in ("pobj", "dobj", "attr", "nummod", "npadvmod", "oprd", "dep", "nsubj"):
        return None
    above = head.head if head.pos_ in ("ADP", "SCONJ") or head.dep_ == "prep" else head
    if above.tag_ == "CD" and above.dep_ == "pobj" and above.head.lower_ in ("by", "from"):
        above = above.head.head  # "raised the number of their dead by 37 to 710"
    if above.dep_ == "prep" and above.head.dep_ == "acl":
        above = above.head
    if above.dep_ == "acl" and above.i != token.i:
        noun = above.head  # "gave the number killed as 60", "brought the number of insurgents killed to 50"
        if noun.dep_ == "pobj" and noun.head.lower_ == "of":
            noun = noun.head.head
        if noun.lower_ in words.figures:
            return noun
    if above.i != token.i and (above.lower_ in words.figures or singular(above.lower_) in words.figures):
        return above if token.dep_ != "nsubj" else None
    if above.pos_ in ("VERB", "AUX") and token.dep_ != "nsubj":
        for child in above.children:
            argument = child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and child.i != token.i
            argument = argument or (child.dep_ == "oprd" and token.tag_ == "CD" and token.head.lower_ == "at")
            if argument and (child.lower_ in words.figures or singular(child.lower_) in words.figures):
                return child
    return None


def _figure_of(parse: "Parse", noun: "Token", token: "Token", lower: list[str]) -> "tuple[Metric | None, Population | None, bool]":
    """The metric and population a figure's noun names: "the number of guerrillas killed", "the army's dead", "military losses"."""
    words = lexicon()
    population: Population | None = None
    owned = noun.lower_ in ("losses", "dead", "casualties", "wounded", "deaths", "fatalities", "toll", "injured")
    beside = [*noun.lefts, *parse.doc[max(0, noun.i - 1) : noun.i]]
    if owned and any(c.lower_ in _OWNERS or c.lower_ in people().force_modifiers for c in beside):
        population = "party forces"
    if noun.lower_ in ("losses", "casualties") and any(c.ent_type_ == "NORP" for c in beside):
        population = "party forces"
    metric = words.figure_metrics.get(noun.lower_)
    if metric is not None:
        return metric, population, False
    for child in noun.children:
        told = child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and noun.lower_ in ("number", "total", "count")
        if told and (metric := words.figure_metrics.get(child.lower_) or words.states.get(child.lower_) or _TAKEN.get(child.lower_)):
            return metric, population, False  # "put the number murdered at 774", "brought to two the number killed"
        if child.lower_ in words.figure_metrics and child.i < token.i:
            whom = [inner for other in noun.children for inner in _members(other) if names_people(inner.lower_)]
            population = population or (population_at(parse.doc, whom[0].i, lower) if whom else None)
            return words.figure_metrics[child.lower_], population, False
        for inner in _members(child):
            if inner.i == token.i or (inner.i > token.i and token.dep_ != "pobj" and noun.i < token.i):
                continue
            if inner.lower_ in words.figure_metrics:
                if any(c.lower_ in people().force_modifiers or c.lower_ in _OWNERS for c in inner.lefts):
                    population = population or "party forces"  # "put the number of Houthi dead at 43"
                return words.figure_metrics[inner.lower_], population, False
            if singular(inner.lower_) in ("arrest", "abduction", "kidnapping", "disappearance", "murder", "killing", "execution"):
                return words.counted[singular(inner.lower_)], population, False
            if singular(inner.lower_) in words.victims:
                return "killed", population, False
            if names_people(inner.lower_) or inner.ent_type_ == "NORP":
                counted = _happened(inner) or _happened(noun)
                return counted, population_at(parse.doc, inner.i, lower), counted is None
    if noun.lower_ in ("number", "total", "count", "tally") and _of_things(noun, token):
        return None, population, True
    those = _those_who(noun) if noun.lower_ in ("number", "figure", "total") else None
    return (those or ("killed" if noun.lower_ in ("toll", "losses", "victims") else None)), population, False


def _of_things(noun: "Token", token: "Token") -> bool:
    """Whether a number is told of things, not of people or of what befell them: "the number of settlements that joined"."""
    words = lexicon()
    for child in noun.children:
        for inner in _members(child):
            one = singular(inner.lower_)
            plural = inner.tag_ == "NNS" and inner.i != token.i and inner.i < token.i
            told = one in words.counted or one in words.nouns or one in _CASES or inner.lower_ in words.states
            if plural and not told and not names_people(inner.lower_):
                return True
    return False


def _those_who(noun: "Token") -> "Metric | None":
    """Of whom a number is told where its sentence opens with them: "As for those who fled, the agency puts their number at …"."""
    for at in range(noun.sent.start, noun.i):
        who = noun.doc[at]
        if who.tag_ in ("WP", "WDT") and noun.doc[at - 1].lower_ in ("those", "people", "residents", "villagers", "inhabitants"):
            return lexicon().suffers.get(who.head.lemma_) or lexicon().states.get(who.head.lower_)
    return None


def _members(preposition: "Token") -> "list[Token]":
    """What stands after "of", and after the "of" of a figure there: "estimates of the number of victims"."""
    if preposition.dep_ != "prep" or preposition.lower_ != "of":
        return []
    members = list(preposition.children)
    for member in tuple(members):
        if member.lower_ in lexicon().figures:
            members += [below for child in member.children for below in _members(child)]
    return members


def _happened(noun: "Token") -> "Metric | None":
    """What a participle after a noun says: "guerrillas killed", "fighters detained since"."""
    words = lexicon()
    for child in noun.children:
        if child.dep_ == "relcl" and (phrases := words.subject_phrases.get(child.lemma_)):
            lost = next((phrases[c.lemma_] for c in child.children if c.dep_ == "dobj" and c.lemma_ in phrases), None)
            if lost is not None:
                return lost  # "the number of civilians who have lost their lives"
        if child.dep_ == "relcl" and child.lemma_ in words.suffers:
            return words.suffers[child.lemma_]
        if child.dep_ == "amod" and child.lower_ == "fallen":
            return "killed"
        if child.dep_ in ("acl", "relcl", "amod") and (metric := words.states.get(child.lower_) or words.does.get(child.lemma_)):
            return metric
    return None


def _stating(token: "Token") -> "Token | None":
    """The verb that states a bare number as a figure."""
    words = lexicon()
    if token.pos_ != "NUM" and token.tag_ != "CD" and token.lower_ != "dozen":
        return None
    head = token.head
    if token.dep_ == "pobj" and head.lower_ in ("to", "at", "of", "from", "as", "than", "by", "on", "between"):
        head = head.head
    elif token.dep_ not in ("dobj", "attr", "ccomp", "oprd", "xcomp", "npadvmod", "appos"):
        return None
    if head.pos_ == "ADP":
        head = head.head
    lemma = head.lemma_
    if head.dep_ in ("acl", "nsubj") and head.tag_ == "VBN" and token.dep_ == "pobj" and _of_fighters(head):
        return None  # "rebels estimated at 200 overran the camp"
    if lemma in ("number", "total") and ((head.dep_ == "acl" and head.tag_ == "VBG") or _of_living(head)):
        return None  # "the population, numbering some 2,500", "the assailants, who numbered forty"
    if lemma in ("have", "contain", "bear", "carry", "hold") and token.dep_ == "dobj":
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        return head if subject is not None and (subject.lower_ in _LISTS or _publishes(subject)) else None
    if lemma == "run" and token.dep_ == "pobj" and token.head.lower_ == "to":
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        return head if subject is not None and (subject.lower_ in _LISTS or subject.lower_ == "that") else None
    if lemma == "be" and token.dep_ == "attr":
        subject = next((child for child in head.children if child.i < head.i and child.dep_ in ("nsubj", "expl")), None)
        return head if subject is not None and subject.lower_ in ("it", "there") else None  # "by evening it was 14"
    return head if head.pos_ == "VERB" and (lemma in words.stating or lemma in words.revising) else None


def _of_fighters(verb: "Token") -> bool:
    """Whether a participle gives the strength of those who fight."""
    noun = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "nsubj"), verb)
    lower = [token.lower_ for token in noun.doc]
    return (
        names_people(noun.lower_)
        and not lexicon().states.keys() & {noun.lower_}
        and population_at(noun.doc, noun.i, lower) == "party forces"
    )


def _of_living(verb: "Token") -> bool:
    """Whether a verb gives the number of people of whom nothing else is told: a clause about them, or they themselves."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return False
    people_ = verb.head if subject.tag_ in ("WP", "WDT") else subject
    word = people_.lower_
    return (
        names_people(word)
        and word not in lexicon().states
        and singular(word) not in lexicon().victims
        and singular(word) not in lexicon().counted
    )


def _publishes(subject: "Token") -> bool:
    """Whether somebody who publishes figures stands there: "the website Tiempo had eleven", "the ministry has 21"."""
    words = {subject.lower_, *(child.lower_ for child in subject.children if child.dep_ in ("compound", "appos", "nmod"))}
    return bool(words & _PUBLISHERS) or subject.ent_type_ == "ORG"


def _measures(token: "Token", verb: "Token") -> bool:
    """Whether the verb gives the size of something else: "put the strength of the rebels at 1,500"."""
    if token.dep_ != "pobj" or token.head.lower_ != "at":
        return False
    told = next((c for c in verb.children if c.dep_ == "dobj" and c.i != token.i), None)
    if told is None or told.pos_ != "NOUN" or told.tag_ == "CD":
        return False
    return not names_people(told.lower_) and token.dep_ == "pobj" and token.head.lower_ == "at"


def _revising(token: "Token") -> bool:
    """Whether the figure replaces one given before: "later raised to 25", "bringing the toll to 14"."""
    head = token
    for _ in range(4):
        head = head.head
        if head.pos_ == "VERB":
            return head.lemma_ in lexicon().revising and token.head.lower_ != "from"
    return False
