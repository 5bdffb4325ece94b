"""Words of violence that the parser's training hardly knew → the common words it is to take them for; the text stays as it is.

The parser looks at a token's norm, its ends, its shape and its vector. "Shot", which is a noun as often as a verb, and verbs that news of
ordinary things has no use for ("trod", "strafed", "neutralised") are parsed as the verb of their norm; where a word before says that a
noun is meant ("a shot"), nothing changes. Enters: a tokenised text. Leaves: the same, with norms set.
"""

from functools import cache
from typing import TYPE_CHECKING, cast

from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BEFORE_NOUN = frozenset(
    "a an the this that each every one another first second third single no any his her its their warning of by".split()
)


def set_norms(doc: "Doc") -> None:
    """Set the norms of the verbs in ``doc`` that the vocabulary names."""
    norms, unsure = _norms()
    before = ""
    for token in doc:
        lower = token.lower_
        norm = norms.get(lower)
        if norm is not None and not (lower in unsure and (before in _BEFORE_NOUN or before[:1].isdigit())):
            token.norm_ = norm
        before = lower


@cache
def _norms() -> tuple[dict[str, str], frozenset[str]]:
    """Return the norm of each word form, and the forms that are nouns too."""
    raw = cast("dict[str, dict[str, list[str]]]", vocabulary("norms"))
    forms = {form: norm for norm, listed in raw["verbs"].items() for form in listed}
    return forms, frozenset(raw["nouns too"]["forms"])
