"""An event under a preposition → operators: "without firing", "instead of attacking", "will be met with a strike" (DOMAIN section 2).

Each rule adds to a Found and says whether what stands above still touches the event.
"""

from typing import TYPE_CHECKING

from trucewatch.reading.clauses import onwards
from trucewatch.reading.governors import under_noun, under_verb
from trucewatch.reading.hedging import NOMINAL, VERBAL, Found, hedges, is_definite, object_under

if TYPE_CHECKING:
    from trucewatch.reading.token import Token


def of_preposition(token: "Token", head: "Token", found: Found) -> bool:
    """From a preposition to what it hangs on: "threat of", "accused of", "prevented from", "without"."""
    if head.pos_ == "ADV" and head.lemma_ in ("close", "near", "short", "far"):
        found.add("negated", head.i)
        return False
    if head.pos_ in VERBAL or head.pos_ == "ADJ":
        if head.lemma_ in ("stop", "keep", "bar", "block", "restrain", "protect", "prevent", "dissuade") and token.lower_ == "from":
            found.add("negated", head.i)
            return onwards(head, found)
        if token.lower_ in ("for", "of", "against", "from", "on", "upon", "about", "to", "in"):
            return under_verb(token, head, found)
        if _with_modal(token, head, found) or (token.lower_ == "by" and any(c.tag_ == "VBG" for c in token.children)):
            return onwards(head, found)  # "breached the truce by raiding a port": the deed is the raid
        found.presupposed = True
        return False
    if token.lower_ == "of" and head.dep_ == "dobj" and head.head.lemma_ == "suspect":
        found.add("possible", head.head.i)  # "suspect the army of having shelled it"
        return False
    if head.pos_ in NOMINAL or head.pos_ == "NUM":
        return under_noun(token, head, found)
    return False


def _with_modal(preposition: "Token", verb: "Token", found: Found) -> bool:
    """Whether an attack is as open as the clause it is the means of: "will be met with a strike", "may have died in an ambush"."""
    event = object_under(preposition)
    if event is None or event.i != found.trigger or event.pos_ not in NOMINAL or is_definite(event) or preposition.i < verb.i:
        return False
    return preposition.lower_ in ("with", "by", "in", "through") and any(c.tag_ == "MD" for c in verb.children)


def under_preposition(head: "Token", found: Found) -> bool:
    """From an event to its preposition."""
    lower = head.lower_
    before = head.doc[head.i - 1].lower_ if head.i else ""
    if lower == "without" or (before, lower) in (
        ("instead", "of"),
        ("rather", "than"),
        ("opposed", "to"),
        ("short", "of"),
        ("far", "from"),
    ):
        found.add("negated", head.i)
        return False
    if lower in ("with", "by") and (_with_modal(head, head.head, found) or any(c.tag_ == "VBG" for c in head.children)):
        return True
    if lower in (
        "instead",
        "than",
        "like",
        "unlike",
        "despite",
        "after",
        "since",
        "following",
        "during",
        "amid",
        "by",
        "before",
        "until",
        "with",
    ):
        found.presupposed = True
        return False
    if lower == "of" and head.head.lower_ in hedges().conditional_nouns and head.head.head.lower_ == "in":
        found.add("conditional", head.head.i)
        return False
    if lower == "of" and head.head.lower_ == "instead":
        found.add("negated", head.head.i)
        return False
    return True
