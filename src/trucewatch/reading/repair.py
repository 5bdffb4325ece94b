"""A parsed text → the same, with a few slips of the parser mended that would put words into the wrong mouths or lose the people counted.

Only heads and relations within a sentence change, and the tag of "shot" where it is read as a noun; tokens and sentences stay.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from trucewatch.reading.aside_repairs import beyond_aside, named_beside, suffered_by
from trucewatch.reading.clause_repairs import IN_ASIDE, TAKEN_FOR, after_accord, beyond_source, in_aside, said_last, taken_for, who_they_are
from trucewatch.reading.entry_repairs import ALIKE, CALLS, called_in_quotes, undergone, undergone_next
from trucewatch.reading.inversions import had, inverted
from trucewatch.reading.joined_repairs import (
    OPENING,
    accused_of,
    again,
    at_the_hour,
    check_post,
    joined_to_and,
    opened_by_day,
    opened_by_time,
    own_clause,
    pick_up,
    resumed,
    same_tense,
    two_verbs,
    when_one,
)
from trucewatch.reading.participle_repairs import (
    DISPLACED,
    GOING,
    HOURS,
    NOMINAL,
    beyond_relative,
    describing,
    done_by,
    fired_so,
    going_about,
    hyphened,
    in_the_dock,
    included,
    of_the_day,
    passing_by,
    run_over,
    said_to,
    to_be,
)
from trucewatch.reading.people import names_people
from trucewatch.reading.place_repairs import WHERE, announced_between, beyond_place
from trucewatch.reading.present_repairs import (
    MONTHS,
    ONE_TELLS,
    SLAIN,
    THOUGHT,
    TOLD,
    and_do,
    beyond_phrase,
    headed,
    own_day,
    participle,
    thought,
    turned_round,
    with_subject,
)
from trucewatch.reading.relative_repairs import and_they, at_play, beyond_where, both, charged_and, mounted
from trucewatch.reading.shot_repairs import shooting, shot_and
from trucewatch.reading.speech_repairs import (
    APPEALS,
    CHRONICLED,
    CONDITIONS,
    GERUNDS,
    PRESENT,
    SAYING,
    TITLES,
    blamed_too,
    chronicled,
    condition,
    gerund,
    heading_verb,
    said_between,
    titled,
    told_now,
)
from trucewatch.reading.timed_repairs import TIMES, time_before_people
from trucewatch.reading.verb_repairs import (
    COMPASS,
    CONVEYING,
    DESCRIBED,
    HYPHENED,
    SENT,
    STRONG,
    alias,
    alight,
    and_did,
    armed,
    article,
    beside,
    broken_off,
    conveying,
    described,
    hang_as,
    hyphenated,
    loyal,
    opening_clause,
    past,
    plural,
    reduced,
    sought,
    trod,
    voiced,
    wanted,
    whom,
    whose_figure,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

_FINITE = frozenset(("VBD", "VBZ"))
_GUISES = frozenset(("disguised", "dressed", "posing", "masquerading", "clad", "attired", "uniformed"))
_SHOOTERS = frozenset("gunman gunmen shooter shooters sniper snipers attacker attackers assailant assailants suspect suspects".split())
_HOW = frozenset("fatally critically badly seriously".split())
_FULL = frozenset(("aux", "auxpass", "dobj", "nsubjpass", "agent", "det", "poss", "prt", "xcomp"))
_WHERE = frozenset("to in at near outside inside on during by while and or after before multiple dead several when as overnight".split())
_AIMS = frozenset("air sky self-defense self-defence defense defence return response retaliation crowd direction general".split())
_LEMMAS = {
    "bases": "base",
    "axes": "axe",
    "geese": "goose",
    "oxen": "ox",
    "raped": "rape",
    "raping": "rape",
    "rapes": "rape",
    "maimed": "maim",
    "slew": "slay",
    "slain": "slay",
    "mown": "mow",
    "lamed": "lame",
    "retook": "retake",
    "overran": "overrun",
    "perish": "perish",
    "trod": "tread",
    "trodden": "tread",
    **dict.fromkeys(("raged", "raging", "rages"), "rage"),
    **dict.fromkeys(("waged", "waging", "wages"), "wage"),
    **dict.fromkeys(("sniped", "sniping"), "snipe"),
    **dict.fromkeys(("caned", "caning"), "cane"),
    **dict.fromkeys(("gutted", "gutting"), "gut"),
    **dict.fromkeys(("cordoned", "cordoning"), "cordon"),
    **dict.fromkeys(("installed", "installing"), "install"),
    "riding": "ride",
    "axed": "axe",
    "singed": "singe",
    "stricken": "strike",
    "reoccupied": "reoccupy",
}
"""Forms that the lemmatiser, or the tagger before it, takes for something else."""
_DESCRIBING = frozenset(
    """armed wounded injured trained masked uniformed hired displaced detained captured mixed limited increased reduced renewed continued
    reported alleged suspected known unknown repeated planned armoured armored mounted united unfinished unexploded""".split()
)
"""Participles before a noun after "had" that describe it: "the rebels had armed men there"."""
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december""".split()
)
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_SUFFERED = frozenset(("sustained", "suffered", "received"))
_AUXILIARIES = frozenset(("aux", "auxpass"))


def repair(doc: "Doc") -> "Doc":
    """Mend ``doc`` in place and return it."""
    if not len(doc):
        return doc
    asked = _asked(doc.vocab.strings)
    for at, (dep, tag, lower) in enumerate(doc.to_array(["DEP", "TAG", "LOWER"]).tolist()):
        word = asked.words.get(lower, _NOTHING)
        if word.lemma:
            doc[at].lemma_ = word.lemma
        if word.suffered and doc[at].dep_ == "amod":
            _wounds_taken(doc[at])
        if dep == asked.conj:
            if tag in asked.finite:
                joined_to_and(doc[at])
                _joined_higher(doc[at])
                same_tense(doc[at])
            elif tag == asked.participle:
                _suffered_last(doc[at])
        elif dep in asked.auxiliaries:
            voiced(doc[at])
        elif dep == asked.compound and tag in asked.present:
            _own_verb(doc[at])
        elif tag == asked.third and dep in asked.nominal:
            plural(doc[at])
        elif dep == asked.measure and tag == asked.name:
            named_beside(doc[at])
        elif tag == asked.gerund and dep in asked.clauses:
            beyond_source(doc[at])
        for mend in word.mends:
            mend(doc[at])
    return doc


@dataclass(frozen=True, slots=True)
class Word:
    """What is asked at one word: the lemma it has whatever the lemmatiser says, whether one suffers it, and the slips it takes part in."""

    lemma: str = ""
    suffered: bool = False
    mends: "tuple[Callable[[Token], None], ...]" = ()


_NOTHING = Word()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked at which word, relation and tag, by the ids of their strings."""

    words: dict[int, Word]
    finite: frozenset[int]
    present: frozenset[int]
    participle: int
    auxiliaries: frozenset[int]
    nominal: frozenset[int]
    conj: int
    compound: int
    third: int
    measure: int
    name: int
    clauses: frozenset[int]
    gerund: int


@lru_cache(maxsize=1)
def _asked(strings: "StringStore") -> Asked:
    """Return what is asked, by the ids of ``strings``."""
    mends = _mends()
    words = {*mends, *_LEMMAS, *_SUFFERED}
    return Asked(
        {strings[word]: Word(_LEMMAS.get(word, ""), word in _SUFFERED, mends.get(word, ())) for word in words},
        frozenset(strings[tag] for tag in _FINITE),
        frozenset(strings[tag] for tag in {*_FINITE, "VBP"}),
        strings["VBN"],
        frozenset(strings[relation] for relation in _AUXILIARIES),
        frozenset(strings[relation] for relation in ("nsubj", "nsubjpass", "dobj", "pobj")),
        strings["conj"],
        strings["compound"],
        strings["VBZ"],
        strings["npadvmod"],
        strings["NNP"],
        frozenset(strings[relation] for relation in ("advcl", "acl")),
        strings["VBG"],
    )


@cache
def _mends() -> "dict[str, tuple[Callable[[Token], None], ...]]":
    """Return what is asked at which word, so that a slip costs nothing where its word does not occur.

    A word that stands in several rows is asked about all of them, in their order.
    """
    asked: dict[str, list[Callable[[Token], None]]] = {}
    for words, mends in _rows():
        for word in words:
            known = asked.setdefault(word, [])
            known += [mend for mend in mends if mend not in known]
    return {word: tuple(mends) for word, mends in asked.items()}


def _rows() -> "tuple[tuple[Iterable[str], tuple[Callable[[Token], None], ...]], ...]":
    """Return the words at which each slip is looked for."""
    return (
        (("between",), (_counted_subject,)),
        (("since", "after", "before", "until"), (_clause_after,)),
        (("blamed", "denied", "urged", "condemned", "accused"), (blamed_too,)),
        (("accuses", "accuse", "accusing", "accused"), (accused_of,)),
        (("p.m.", "a.m.", "pm", "am"), (at_the_hour,)),
        (("when",), (when_one,)),
        (OPENING, (opened_by_time,)),
        (("from", "on", "in"), (opened_by_day,)),
        (("as",), (_disguised, _as_clause)),
        (("when", "while", "once", "because", "after", "as"), (opening_clause,)),
        (("after", "before"), (resumed, after_accord)),
        (TAKEN_FOR, (taken_for,)),
        (IN_ASIDE, (in_aside,)),
        (("who",), (who_they_are,)),
        (WHERE, (beyond_place,)),
        (("with", "of", "for"), (again,)),
        (SAYING | {"reports", "states"}, (announced_between,)),
        (("in", "as", "by", "according"), (beyond_aside,)),
        (("by",), (suffered_by, passing_by)),
        (("up", "ups"), (pick_up,)),
        (("of",), (_number_of,)),
        (("had",), (_unfulfilled,)),
        (("had", "have", "has"), (_had_done,)),
        (("warning",), (_without_warning,)),
        (("without",), (_without_cause,)),
        (("shot",), (_hit, shooting, shot_and)),
        (("alight", "ablaze", "afire"), (alight,)),
        (("wanted",), (wanted, sought)),
        (("check",), (check_post,)),
        (("(",), (whose_figure,)),
        (("were", "was", "been"), (own_clause,)),
        (("were", "was", "is", "are"), (inverted,)),
        (("had", "have", "has"), (had,)),
        (("were", "was"), (broken_off, reduced)),
        ({"beat", "hit", "cut", "put", "set", "burst", "hurt"} | STRONG, (past,)),
        (ALIKE, (undergone, undergone_next)),
        (CALLS, (called_in_quotes,)),
        (CONVEYING, (conveying,)),
        (COMPASS, (beside,)),
        (("armed",), (armed,)),
        (("alias",), (alias,)),
        (("and", "then"), (beyond_relative,)),
        (("and",), (and_did, and_they, beyond_where, charged_and, two_verbs)),
        (("whom",), (whom,)),
        (("a", "an"), (article, at_play)),
        (("trod",), (trod,)),
        (HYPHENED, (hyphenated,)),
        (_CALENDAR, (_dated,)),
        (DESCRIBED | SENT | {"said"}, (described,)),
        (("loyal", "faithful", "opposed", "hostile", "sympathetic"), (described, loyal)),
        (SAYING | {"said"}, (said_between, said_last)),
        (APPEALS, (heading_verb,)),
        (GERUNDS, (gerund,)),
        (("both",), (both,)),
        (PRESENT, (told_now,)),
        (TOLD | ONE_TELLS, (headed, beyond_phrase, and_do, with_subject)),
        (SLAIN, (participle,)),
        (("should",), (turned_round,)),
        (THOUGHT, (thought,)),
        (MONTHS, (own_day,)),
        (TITLES, (titled,)),
        (CONDITIONS, (condition,)),
        (CHRONICLED | {"guns"}, (chronicled,)),
        (CHRONICLED, (mounted,)),
        (HOURS, (of_the_day,)),
        (DISPLACED, (describing,)),
        (GOING, (going_about,)),
        (NOMINAL, (done_by,)),
        (TIMES, (time_before_people,)),
        (("included", "excluded", "excepted"), (included,)),
        (("ex",), (hyphened,)),
        (("fire", "gunfire"), (fired_so,)),
        (("accused", "deceased"), (in_the_dock,)),
        (("run", "mown", "knocked"), (run_over,)),
        (("be",), (to_be,)),
        (("said", "thought", "reported", "rumoured", "rumored", "understood"), (said_to,)),
    )


def _hit(word: "Token") -> None:
    """Read "Woman shot in Karanda", "4 shot at market" as the passives that headings make of them: who is told to be shot was hit.

    Nobody shoots without an object, "at" somebody, or "into", "from" and "through" something; those who do are gunmen.
    """
    if not word.i:
        return
    doc = word.doc
    before = word.nbor(-1)
    people = before.nbor(-1) if before.lower_ in _HOW and before.i else before
    if any(child.dep_ in _FULL for child in word.children) or people.lower_ in _SHOOTERS or not _somebody(people):
        return
    told = word.dep_ == "acl" and people.dep_ == "nsubj" and any(child.text == ":" for child in word.head.children)
    if people.head.i != word.i or (word.dep_ in ("compound", "acl", "relcl", "amod") and not told and word.tag_ != "NN"):
        return
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    if after is not None and after.sent == word.sent and not after.is_space and not after.is_punct and after.lower_ not in _WHERE:
        return
    places = [inner for child in word.children if child.dep_ == "prep" for inner in child.children if inner.dep_ == "pobj"]
    if any(inner.lower_ in _AIMS or (inner.head.lower_ == "at" and (_people(inner) or inner.tag_ == "PRP")) for inner in places):
        return  # "at the guard", "at them"
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", "shoot"
    people.dep_ = "nsubjpass"
    if word.dep_ == "acl":
        word.dep_ = "ccomp"


def _as_clause(word: "Token") -> None:
    """Read "Two killed as bar is attacked" with the bar as what is attacked, not as what the two were killed for."""
    noun = next((child for child in word.children if child.dep_ == "pobj"), None)
    if word.dep_ != "prep" or noun is None or noun.i + 1 >= len(word.doc):
        return
    auxiliary = noun.nbor(1)
    verb = auxiliary.head
    if auxiliary.dep_ not in ("auxpass", "aux") or verb.dep_ != "conj" or verb.head.i != word.head.i or verb.i < noun.i:
        return
    if any(child.dep_ in _SUBJECTS or child.dep_ == "cc" for child in verb.children):
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if auxiliary.dep_ == "auxpass" else "nsubj"
    word.head, word.dep_ = verb, "mark"
    verb.dep_ = "advcl"


def _number_of(word: "Token") -> None:
    """Read "shot 22 of the captives" with the captives under their number: the parse may hang them on the verb."""
    if not word.i or word.dep_ != "prep":
        return
    number = word.nbor(-1)
    if number.tag_ == "CD" and number.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj") and word.head.i == number.head.i:
        word.head = number


def _dated(word: "Token") -> None:
    """Read "On Sunday rebels, who had crossed the river, shot 12 men" with the rebels as those who shot, not as a name of the day."""
    if word.dep_ in ("compound", "nmod") and word.head.dep_ == "pobj":
        people, day = word.head, word
    else:
        people = next((child for child in word.children if child.dep_ == "appos" and child.i > word.i), word)
        day = None
    if people.i <= word.i or any(word.doc[at].is_punct for at in range(word.i + 1, people.i)):
        return
    verb = people.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.i < people.i or verb.tag_ not in _FINITE or any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    if day is not None:
        preposition = people.head
        numbers = [child for child in people.children if child.i < day.i and child.pos_ == "NUM"]
        day.head, day.dep_ = preposition, "pobj"
        for number in numbers:
            number.head = day
    people.head, people.dep_ = verb, "nsubj"


def _people(token: "Token") -> bool:
    """Whether a word or the title before it names people: "shot at Captain Ruiz"."""
    return names_people(token.lower_) or any(child.dep_ == "compound" and names_people(child.lower_) for child in token.children)


def _wounds_taken(word: "Token") -> None:
    """Read "seven persons, including a jawan, sustained bullet injuries" as a verb: nobody's injuries are "sustained injuries" there."""
    if word.head.lemma_ in ("wound", "injury", "burn", "fracture") and word.nbor(-1).tag_ in ("NN", "NNS", "NNP", ",", "JJR"):
        word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", {"suffered": "suffer", "received": "receive"}.get(word.lower_, "sustain")


def _somebody(token: "Token") -> bool:
    """Whether a token before "shot" names people or a number of them, as its subject or what the parse makes of it there."""
    if token.dep_ not in ("nsubj", "nummod", "compound", "npadvmod") and token.lower_ != "old":
        return False
    return token.pos_ == "NUM" or token.lower_ == "old" or (token.pos_ in ("NOUN", "PROPN") and names_people(token.lower_))


def _joined_higher(verb: "Token") -> None:
    """Join "demanded" to "urged" in "He urged both sides to stop and demanded …": a finite verb is not coordinate with an infinitive.

    Nor is it with a participle before a comma: "came to the square and, seeing no one there, flogged the caretaker".
    """
    low = verb.head
    if low.tag_ == "VBG":
        _joined_beyond(verb, low)
        return
    if low.tag_ != "VB" or not any(child.lower_ == "to" and child.dep_ == "aux" for child in low.children):
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    above = low
    while above.head.i != above.i and above.tag_ != verb.tag_:
        above = above.head
    if above.tag_ != verb.tag_ or above.i > low.i:
        return
    joint = next((child for child in low.children if child.dep_ == "cc" and low.i < child.i < verb.i), None)
    verb.head = above
    if joint is not None:
        joint.head = above


def _suffered_last(verb: "Token") -> None:
    """Read "were lined up along the quay and machine-gunned" with the gunning as what was done to them, and not beside the quay.

    So too "were marched for a day, hands tied, and executed": the hands were not executed.
    """
    beside = verb.head
    first = verb.i
    if first > 1 and verb.doc[first - 1].text == "-":
        first -= 2
    before = verb.doc[first - 1] if first else None
    if before is None or before.lower_ not in ("and", "then", "or", "before") or any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    loose = beside.tag_ == "VBN" and beside.dep_ == "acl" and beside.head.dep_ == "npadvmod" and beside.i < verb.i
    if not loose and (beside.pos_ not in ("NOUN", "PROPN") or beside.dep_ not in ("pobj", "conj") or beside.tag_ == "VBN"):
        return
    above = beside.head
    while (above.pos_ != "VERB" and above.head.i != above.i) or (loose and above.i == beside.i):
        above = above.head
    if above.tag_ != "VBN" or not any(child.dep_ == "auxpass" for child in above.children) or above.i > verb.i:
        return
    for child in [child for child in beside.children if child.dep_ == "cc" and child.i < verb.i]:
        child.head = above
    verb.head, verb.dep_ = above, "conj"


def _own_verb(verb: "Token") -> None:
    """Read "as gunmen attack Sindh mosque" with a mosque that they attack, and not as an attack mosque: the verb has its subject."""
    noun = verb.head
    if noun.i < verb.i or not any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children):
        return
    before = [child for child in noun.lefts if child.i < verb.i]
    hang_as(verb, noun)
    for child in before:
        child.head = verb
    for child in [child for child in noun.rights if child.dep_ in ("prep", "npadvmod", "advcl", "punct")]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"


def _joined_beyond(verb: "Token", participle: "Token") -> None:
    """Join a finite verb that the parse joined to the participle before its comma to the verb or the subject that both go with."""
    if verb.nbor(-1).text != "," or any(child.dep_ in _AUXILIARIES for child in participle.children):
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children) or participle.dep_ not in ("advcl", "acl"):
        return
    above = participle.head
    if participle.dep_ == "acl" and above.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        above.head, above.dep_ = verb, "nsubj"
        for child in [child for child in above.children if child.i > verb.i]:
            child.head = verb
    elif participle.dep_ == "advcl" and above.tag_ == verb.tag_ and above.i < participle.i:
        verb.head = above


def _clause_after(word: "Token") -> None:
    """Read "displaced since the rebels, a faction of the Front, stormed villages" as a clause whose subject the rebels are."""
    doc = word.doc
    noun = next((child for child in word.children if child.dep_ == "pobj"), None)
    if word.dep_ != "prep" or noun is None or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return
    end = min(len(doc), noun.i + 18)
    verb = next((doc[at] for at in range(noun.i + 2, end) if doc[at].pos_ in ("VERB", "AUX") or doc[at].is_sent_start), None)
    if verb is None or verb.tag_ not in _FINITE or verb.nbor(-1).text != "," or verb.dep_ != "conj":
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children) or word.head.i > word.i:
        return
    for at in range(noun.i + 2, verb.i):
        if doc[at].dep_ in ("appos", "conj") and doc[at].head.i < word.i:
            doc[at].head, doc[at].dep_ = noun, "appos"
    verb.head, verb.dep_ = word.head, "advcl"
    noun.head, noun.dep_ = verb, "nsubj"
    word.head, word.dep_ = verb, "mark"


def _disguised(word: "Token") -> None:
    """Read "militants disguised as soldiers slaughtered villagers" with the militants as those who did it, not the soldiers."""
    if not word.i:
        return
    looks, verb = word.nbor(-1), word.head
    if looks.lower_ not in _GUISES or word.dep_ != "mark" or verb.tag_ not in _FINITE or verb.head.i != looks.i:
        return
    seeming = next((child for child in verb.children if child.dep_ in _SUBJECTS and word.i < child.i < verb.i), None)
    if seeming is None:
        return
    actors = looks.head
    above = looks.tag_ == "VBN" and not any(child.dep_ in _AUXILIARIES for child in looks.children)
    own = next((child for child in looks.children if child.dep_ == "nsubj" and child.i < looks.i), None) if above else None
    if own is not None:  # "said rebels disguised as soldiers …", where the parse took the disguise for the verb
        later = [child for child in looks.children if child.i > verb.i]
        hang_as(verb, looks)
        own.head, own.dep_ = verb, "nsubj"
        looks.head, looks.dep_ = own, "acl"
        actors = own
    elif looks.dep_ in ("acl", "amod") and actors.pos_ in ("NOUN", "PROPN") and actors.i < looks.i:
        later = [child for child in actors.children if child.i > verb.i]
        hang_as(verb, actors)
    else:
        return
    actors.head, actors.dep_ = verb, "nsubj"
    word.head, word.dep_ = looks, "prep"
    seeming.head, seeming.dep_ = word, "pobj"
    for child in later:
        child.head = verb


def _unfulfilled(word: "Token") -> None:
    """Read "Had the bomb exploded, dozens would have died" as a condition: "had" is the auxiliary of what did not happen."""
    main = word.head
    verb = next((child for child in word.children if child.dep_ == "ccomp" and child.i > word.i), None)
    if word.dep_ != "advcl" or verb is None or verb.tag_ not in ("VBN", "VBD") or main.i < verb.i:
        return
    if not any(child.lower_ in ("would", "could", "might") for child in main.children):
        return
    verb.head, verb.dep_ = main, "advcl"
    word.head, word.dep_ = verb, "aux"


def _had_done(word: "Token") -> None:
    """Read "drones had targeted hamlets" with the hamlets as what was targeted, not as what the drones had."""
    doc = word.doc
    at = word.i + 3 if doc[word.i + 2 : word.i + 3].text == "-" else word.i + 1  # "had machine-gunned growers"
    verb = doc[at] if at < len(doc) else None
    if verb is None or verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.lower_ in _DESCRIBING or word.pos_ == "PUNCT":
        return
    noun = verb.head
    if noun.dep_ != "dobj" or noun.head.i != word.i or noun.i < verb.i:
        return
    verb.pos_ = "VERB"
    if word.head.i == word.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = word.head, word.dep_
    for child in [child for child in word.children if child.i != verb.i]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"
    word.head, word.dep_, word.pos_ = verb, "aux", "AUX"


def _without_warning(word: "Token") -> None:
    """Read "exploded without warning outside a bar on Friday" with the bar and the day on the explosion."""
    if not word.i:
        return
    before = word.nbor(-1)
    if before.lower_ != "without" or word.pos_ != "VERB" or word.head.i != before.i or before.head.i == before.i:
        return
    for child in [child for child in word.children if child.dep_ in ("prep", "npadvmod", "advmod", "punct")]:
        child.head = before.head
    word.tag_, word.pos_, word.dep_ = "NN", "NOUN", "pobj"


def _without_cause(word: "Token") -> None:
    """Read "fired without provocation on a delegation" with the delegation as what was fired on, and not as what provoked nobody."""
    verb, cause = word.head, word.nbor(1) if word.i + 1 < len(word.doc) else word
    if word.dep_ != "prep" or verb.pos_ != "VERB" or cause.lower_ not in _CAUSES or cause.head.i != word.i:
        return
    for child in [child for child in cause.children if child.i > cause.i and child.dep_ in ("prep", "npadvmod")]:
        if child.lower_ not in ("of", "for"):
            child.head = verb


_CAUSES = frozenset("provocation reason cause notice distinction mercy discrimination cessation pause letup let-up".split())


def _counted_subject(word: "Token") -> None:
    """Read "Between three and five civilians were killed" with the civilians as its subject."""
    verb = word.head
    if word.dep_ != "prep" or verb.i < word.i or any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    noun = next((child for child in word.children if child.dep_ == "pobj"), None)
    number = None if noun is None else next((child for child in noun.children if child.dep_ == "nummod"), None)
    if noun is None or number is None or not any(child.dep_ == "conj" for child in number.children):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    word.head, word.dep_ = number, "quantmod"
