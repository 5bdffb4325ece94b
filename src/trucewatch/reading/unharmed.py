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
_RAISING = frozenset("escape emerge survive remain stay get come walk be return".split())

_ESCAPED = frozenset("injury injuries harm hurt wounds damage".split())


def spared_at(tree: "Tree", at: int) -> "tuple[int, Metric] | None":
    """Return the token of the word that says that those named at ``at`` came to no harm and the harm they did not take, else None."""
    for _ in range(3):  # "the observers and the reporters with them were not harmed"
        if tree.dep[at] != "conj" or tree.pos[tree.head[at]] not in {"NOUN", "PROPN", "PRON", "NUM"}:
            break
        at = tree.head[at]
    verb = tree.head[at]
    if tree.dep[at] not in {"nsubj", "nsubjpass"}:
        return None
    if tree.lower[verb] in SAFE:
        return verb, "injured"
    if tree.lemma[verb].lower() == "be":
        for child in tree.children[verb]:  # "are safe and unharmed"
            for told in (child, *tree.children[child]) if tree.dep[child] == "acomp" else ():
                if tree.lower[told] in SAFE:
                    return told, "injured"
    if tree.lemma[verb].lower() in _RAISING:
        for child in tree.children[verb]:
            if tree.lower[child] in SAFE and child > verb:
                return child, "injured"
    if tree.lemma[verb].lower() == "escape" and not any(tree.dep[child] == "neg" for child in tree.children[verb]):
        for child in tree.children[verb]:  # "the crew escaped injury"
            if tree.dep[child] == "dobj" and tree.lower[child] in _ESCAPED:
                return child, "injured"
    if tree.lemma[verb].lower() in {"come", "suffer"}:
        for child in range(verb + 1, min(verb + 5, len(tree))):
            if tree.lower[child] == "harm" and "no" in tree.lower[verb:child]:
                return child, "injured"  # "came to no harm"
    harm = _HARMS.get(tree.lemma[verb].lower())
    negated = any(tree.dep[child] == "neg" and tree.lower[child] in {"not", "n't", "never"} for child in tree.children[verb])
    suffers = tree.dep[at] == "nsubjpass" or tree.lemma[verb].lower() in {"die", "perish"}
    return (verb, harm) if harm is not None and negated and suffers else None


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
    verb = tree.head[at]
    harm = _HARMS.get(tree.lemma[verb].lower())
    if tree.dep[at] != "dobj" or harm is None or _named(tree, at):
        return None
    above = tree.head[verb]
    if any(tree.lower[child] in ("do", "does", "will", "would", "can", "must", "should") for child in tree.children[verb]):
        return None  # "we do not kill farmers" tells of no event
    without = tree.dep[verb] == "pcomp" and tree.lower[above] == "without"
    return (verb, harm) if without or any(tree.dep[child] == "neg" for child in tree.children[verb]) else None
