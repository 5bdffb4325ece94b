"""People who came to no harm → where the words say so: "the girl beside him was unhurt", "the observers were not harmed", "no one was hit".

Enters: a tree and the token of a noun for people, or of nobody. Leaves: the token of the word that says so and what did not happen.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trucewatch.reading.tree import Tree
    from trucewatch.records.terms import Metric

SAFE = frozenset("unhurt unharmed uninjured unscathed unwounded".split())
_HARMS: "dict[str, Metric]" = {
    "hurt": "injured",
    "harm": "injured",
    "injure": "injured",
    "wound": "injured",
    "hit": "injured",
    "strike": "injured",
    "touch": "injured",
    "kill": "killed",
    "die": "killed",
    "slay": "killed",
    "perish": "killed",
}
_RAISING = frozenset(
    """escape emerge survive remain stay get come walk be return climb crawl scramble step run jump land leave go pull crawl stagger drive
    swim stumble clamber wriggle slip stroll ride limp bail parachute eject live""".split()
)
_LET_BE = frozenset("let leave spare set turn put send".split())
"""Verbs of leaving people as they are: "were let off unharmed"."""
_MARKS = frozenset("scratch graze bruise mark injury injuries wound wounds harm hurt blemish nick cut damage hitch scathe".split())
"""What those who came out "without a …" would bear."""


def spared_at(tree: "Tree", at: int) -> "tuple[int, Metric] | None":
    """Return the token of the word that says that those named at ``at`` came to no harm and the harm they did not take, else None."""
    for _ in range(3):  # "the observers and the reporters with them were not harmed"
        if tree.dep[at] not in {"conj", "appos"} or tree.pos[tree.head[at]] not in {"NOUN", "PROPN", "PRON", "NUM"}:
            break
        at = tree.head[at]
    verb = tree.head[at]
    if tree.dep[at] not in {"nsubj", "nsubjpass"}:
        return None
    if tree.lower[verb] in SAFE:
        return verb, "injured"
    if (told := _left_alone(tree, at, verb) or _unmarked(tree, verb)) is not None:
        return told, "injured"
    for joined in tree.children[verb]:  # "had been sent away beforehand and was unhurt"
        if tree.dep[joined] == "conj" and tree.lemma[joined].lower() == "be" and tree.child(joined, "nsubj") is None:
            safe = next((child for child in tree.children[joined] if tree.lower[child] in SAFE), None)
            if safe is not None:
                return safe, "injured"
    if tree.lemma[verb].lower() == "be":
        for child in tree.children[verb]:  # "are safe and unharmed"
            for told in (child, *tree.children[child]) if tree.dep[child] == "acomp" else ():
                if tree.lower[told] in SAFE:
                    return told, "injured"
    if tree.lemma[verb].lower() in _RAISING:
        for child in tree.children[verb]:
            if tree.lower[child] in SAFE and child > verb:
                return child, "injured"
    if tree.lemma[verb].lower() in {"come", "suffer"}:
        for child in range(verb + 1, min(verb + 5, len(tree))):
            if tree.lower[child] == "harm" and "no" in tree.lower[verb:child]:
                return child, "injured"  # "came to no harm"
    harm = _HARMS.get(tree.lemma[verb].lower())
    negated = any(tree.dep[child] == "neg" and tree.lower[child] in {"not", "n't", "never"} for child in tree.children[verb])
    suffers = tree.dep[at] == "nsubjpass" or tree.lemma[verb].lower() in {"die", "perish"}
    return (verb, harm) if harm is not None and negated and suffers else None


def _left_alone(tree: "Tree", at: int, verb: int) -> int | None:
    """The word of "three women were let off unharmed", "was left unscathed": nobody laid hands on them. Captives let go were taken."""
    if tree.dep[at] != "nsubjpass" or tree.lemma[verb].lower() not in _LET_BE:
        return None
    return next((child for child in range(verb + 1, min(verb + 5, len(tree))) if tree.lower[child] in SAFE), None)


def _unmarked(tree: "Tree", verb: int) -> int | None:
    """The mark of "walked away without a scratch", "came through it without so much as a bruise"."""
    if tree.lemma[verb].lower() not in _RAISING:
        return None
    for at in range(verb + 1, min(verb + 9, len(tree))):
        if tree.lower[at] in (".", ";", ","):
            return None
        if tree.lower[at] == "without":
            return next((one for one in range(at + 1, min(at + 7, len(tree))) if tree.lower[one] in _MARKS), None)
    return None


def _named(tree: "Tree", at: int) -> bool:
    """Whether one known person stands there: "our units did not kill the governor" leaves open who did."""
    return any(tree.lower[child] == "the" for child in tree.children[at]) and tree.tag[at] == "NN"


def nobody_hit(tree: "Tree", at: int) -> int | None:
    """Return the verb of "no one was hit", "no peacekeepers had been struck": with nobody as its subject no word needs to negate it."""
    verb = tree.head[at]
    hit = tree.dep[at] == "nsubjpass" and tree.lemma[verb].lower() in {"hit", "strike", "touch"}
    return verb if hit else None


def without_harm(tree: "Tree", at: int) -> "tuple[int, Metric] | None":
    """Return the verb of "without injuring anyone", "did not kill anybody" whose object stands at ``at``, and the harm; else None."""
    if tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "of" and tree.lower[tree.head[tree.head[at]]] == "any":
        at = tree.head[tree.head[at]]  # "without wounding any of the passengers"
    verb = tree.head[at]
    harm = _HARMS.get(tree.lemma[verb].lower())
    if tree.dep[at] != "dobj" or harm is None or _named(tree, at):
        return None
    first = verb
    while tree.dep[first] == "conj" and tree.lemma[tree.head[first]].lower() in _HARMS:
        first = tree.head[first]  # "without killing or wounding anyone"
    above = tree.head[first]
    if any(tree.lower[child] in ("do", "does", "will", "would", "can", "must", "should") for child in tree.children[first]):
        return None  # "we do not kill farmers" tells of no event
    without = tree.dep[first] == "pcomp" and tree.lower[above] == "without"
    return (verb, harm) if without or any(tree.dep[child] == "neg" for child in tree.children[first]) else None


def harms_joined(tree: "Tree", verb: int) -> "tuple[int, Metric] | None":
    """The verb joined before ``verb`` that does another harm to the same people: "without killing or wounding anyone"."""
    above = tree.head[verb]
    harm = _HARMS.get(tree.lemma[above].lower())
    joined = tree.dep[verb] == "conj" and above < verb and tree.child(above, "dobj") is None and verb - above <= 3
    return (above, harm) if joined and harm is not None and harm != _HARMS.get(tree.lemma[verb].lower()) else None
