"""Words of violence that the parser's training hardly knew → the common words it is to take them for; the text stays as it is.

The parser looks at a token's norm, its ends, its shape and its vector. "Shot", which is a noun as often as a verb, and verbs that news of
ordinary things has no use for ("trod", "strafed", "neutralised") are parsed as the verb of their norm; where a word before says that a
noun is meant ("a shot"), nothing changes. Enters: a tokenised text. Leaves: the same, with norms set.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

_BEFORE_NOUN = frozenset(
    "a an the this that each every one another first second third single no any his her its their warning of by".split()
)

_AFTER = frozenset(
    """in at by near on outside during while as after before to from with through inside when for of over under behind beside into late
    early yesterday today monday tuesday wednesday thursday friday saturday sunday last overnight there here""".split()
)


def set_norms(doc: "Doc") -> None:
    """Set the norms of the verbs in ``doc`` that the vocabulary names."""
    if not len(doc):
        return
    norms, unsure = _norms()
    known = _ids(doc.vocab.strings)
    for at, word in enumerate(doc.to_array("LOWER").tolist()):
        if word not in known:
            continue
        lower = known[word]
        before = doc[at - 1].lower_ if at else ""
        noun = lower in unsure and (before in _BEFORE_NOUN or before[:1].isdigit())
        if not noun and (lower != "shot" or _somebody_follows(doc[at])):
            doc[at].norm_ = norms[lower]


@lru_cache(maxsize=1)
def _ids(strings: "StringStore") -> dict[int, str]:
    """Return the word forms that have a norm by their ids."""
    return {strings[form]: form for form in _norms()[0]}


def _somebody_follows(token: "Token") -> bool:
    """True for "shot dead a sergeant", "shot and wounded two": in "Policeman shot dead in bar" nobody did anything."""
    doc, after = token.doc, token.i + 1
    if after < len(doc) and doc[after].lower_ in {"dead", "down"}:
        after += 1
    return after < len(doc) and doc[after].is_alpha and doc[after].lower_ not in _AFTER


@cache
def _norms() -> tuple[dict[str, str], frozenset[str]]:
    """Return the norm of each word form, and the forms that are nouns too."""
    raw = cast("dict[str, dict[str, list[str]]]", vocabulary("norms"))
    forms = {form: norm for norm, listed in raw["verbs"].items() for form in listed}
    return forms, frozenset(raw["nouns too"]["forms"])
