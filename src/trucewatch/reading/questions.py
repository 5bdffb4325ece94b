"""A question that somebody is asked → what he answers it with: "Asked whether his men had burned the huts, he said: 'Never.'" is a denial.

Enters: the verb of the question and the verb of asking it hangs on. Leaves: "deny" where the answer is no, "granted" where it is yes,
"open" where it is neither, None where nothing is asked.
"""

from typing import TYPE_CHECKING, Literal

from trucewatch.reading.allegations import allegations

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

type Answer = Literal["deny", "granted", "open"]

_ASKED = frozenset("ask question press quiz challenge query".split())
_NO = frozenset(("no", "never", "not", "nothing", "nobody", "none"))
_YES = frozenset(("yes", "certainly", "indeed", "sure", "correct", "naturally"))
_QUOTES = frozenset(('"', "“", "``"))
_FIRST = 3
"""Words of an answer that say yes or no."""


def answer_to(question: "Token", asked: "Token") -> Answer | None:
    """Return how a question with "whether" or "if" is answered in its own sentence."""
    mark = next((c for c in question.children if c.dep_ == "mark" and c.lower_ in ("whether", "if")), None)
    if mark is None:
        return None
    before = question.doc[mark.i - 1] if mark.i else None
    if before is not None and before.lower_ == "asked":
        asked = before  # wherever the parser hung the question
    if asked.dep_ == "prep" and asked.lower_ in ("on", "about", "over"):
        asked = asked.head  # "pressed on whether"
    if asked.lemma_ not in _ASKED or asked.tag_ != "VBN" or asked.dep_ not in ("advcl", "acl"):
        return None
    doc, sentence = question.doc, question.sent
    first, last = min(asked.i, question.left_edge.i), max(asked.i, question.right_edge.i)
    outside = [at for at in range(sentence.start, sentence.end) if not first <= at <= last]
    quote = next((at for at in outside if doc[at].lower_ in _QUOTES), None)
    words = [doc[at].lower_ for at in range(quote + 1, min(len(doc), quote + 1 + _FIRST))] if quote is not None else []
    if not words:
        said = next((c for c in asked.head.children if c.dep_ == "ccomp" and not first <= c.i <= last), None)
        if said is None:
            return "open"
        # "he said they had not", "said it never happened": no more than that they did not
        bare = not any(c.dep_ in ("dobj", "attr", "prep", "agent") for c in said.children)
        words = [c.lower_ for c in said.children] if bare else []
    if _NO.intersection(words) or allegations().false.intersection(words):
        return "deny"
    return "granted" if _YES.intersection(words) else "open"
