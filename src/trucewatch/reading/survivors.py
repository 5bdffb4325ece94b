"""Few who came out alive → how many did not: "only two of the 30 miners got out alive", "none of the passengers, 22 in all, survived".

Enters: a parse, a quantity of survivors and the token above it in the tree. Leaves: how many of the whole died and the word that says so,
or None where the whole is not given or the survival is no more than a hope.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.numerals import numeral_at
from trucewatch.records.extent import Count

if TYPE_CHECKING:
    from trucewatch.reading.mentions import Quantity
    from trucewatch.reading.parse import Parse
    from trucewatch.reading.token import Token

_LIVING = frozenset("get come make emerge escape walk return crawl be stay remain".split())
_WHOSE = frozenset("the its their his our those these all".split())
_REACH = 5


def died_of(parse: "Parse", quantity: "Quantity", top: "Token", end: int) -> "tuple[Count, int] | None":
    """Return the number of those who died where ``quantity`` counts the survivors of a number given beside it."""
    if not quantity.count.exact or quantity.named:
        return None
    trigger = top.i if top.lower_ in ("survivor", "survivors") else _survival(top)
    whole = None if trigger is None else whole_at(parse, quantity.head, end)
    if trigger is None or whole is None or whole <= quantity.count.low:
        return None
    dead = whole - quantity.count.low
    return Count(dead, dead), trigger


def whole_at(parse: "Parse", at: int, end: int) -> int | None:
    """The number of the whole that a part is taken from: "of the 30 miners", "among its 22 passengers"."""
    lower = parse.tree.lower
    for here in range(max(0, at - _REACH), min(end + 2, len(lower) - 2)):
        if lower[here] not in ("of", "among", "from", "on") or lower[here + 1] not in _WHOSE:
            continue
        whole = numeral_at(lower, here + 2, lambda _: None)
        if whole is not None and whole.kind == "number" and whole.low == whole.high:
            return whole.low
    return None


def _survival(top: "Token") -> int | None:
    """The verb that says that those above which ``top`` stands came out alive, as something that took place."""
    verb = top.head
    if top.dep_ != "nsubj" or any(child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ == "to" for child in verb.children):
        return None
    if verb.lemma_ in ("survive", "live"):
        return None if any(child.dep_ == "prep" for child in verb.children) and verb.lemma_ == "live" else verb.i
    near = verb.doc[verb.i + 1 : verb.i + _REACH]
    return verb.i if verb.lemma_ in _LIVING and any(token.lower_ == "alive" for token in near) else None
