"""First lines that say in the passive who issued a text: "The following was released by the Ministry of Information", "Message of
condolence addressed on 3 May by the President of the Republic to his brother".

Enters: the characters of a text from some place on; leaves: where the name of the issuer stands and where what it issued begins. Whether
the name is that of a body is asked by who calls.
"""

import re

_OF_WHAT_SORT = "official|joint|military|press|news|public|daily|war|special|full|brief|short"
_WHAT = (
    "communiqu[eé]|statement|bulletin|announcement|release|press note|note|notice|message|letter|telegram|declaration|proclamation|"
    "appeal|text|report|account|summary|address|speech|telegramme|cable|manifesto"
)
_KINDS = rf"(?:(?:{_OF_WHAT_SORT}) )*(?:{_WHAT})s?"
_HOW = (
    "released|issued|published|put out|made public|broadcast|read(?: out)?|received|given(?: out)?|distributed|circulated|sent(?: out)?|"
    "handed out|transmitted|addressed|delivered|signed|adopted|made|posted|faxed|telexed|pronounced"
)
_GIVEN_OUT = rf"(?:{_HOW})"
_WHEN = r"(?:[^.:\n]{0,60}? )?"
_NAME = r"(?:the |a )?(?P<name>[A-ZÀ-Þ][^.:;,\n]{2,110}?)"
_TELLS = r"(?:was|is|were|has been|have been)"
_LATER = r"(?: (?:on|at|in|today|yesterday|this|last|late)\b[^.:\n]{0,50})?(?P<end>[:.])(?!\d)"
_LED = rf"(?:The |the )?following(?: {_KINDS})?(?: No\. ?\d+)? {_TELLS} {_WHEN}{_GIVEN_OUT} {_WHEN}(?:by|from) {_NAME}{_LATER}"
_TEXT = rf"Following (?:is|are) (?:the |a )?(?:full )?(?:text of )?(?:the |a )?{_KINDS} {_WHEN}(?:by|from|of) (?:the )?"
_FOLLOWING = re.compile(rf"{_LED}|{_TEXT}(?P<other>[A-ZÀ-Þ][^.:;,\n]{{2,110}}?)(?P<stop>[:.])(?!\d)", re.IGNORECASE)
_ADDRESSED = re.compile(
    rf"(?:The |the )?(?i:{_KINDS})(?: of \w+)? {_GIVEN_OUT} {_WHEN}by {_NAME}(?= to |,|\.|:|\n|$| on (?:the |his |her |its ))"
)
_PRESS_OF = re.compile(
    r"(?:The )?(?:Press|Media|Information|News|Public [Rr]elations) (?:\w+ )?(?:[Ss]ervice|[Oo]ffice|[Cc]ell|[Dd]esk|[Dd]epartment|[Uu]nit|"
    r"[Cc]ent(?:re|er)|[Bb]ureau|[Ss]ection|[Dd]irectorate) (?:of|at|for) (?:the )?[A-ZÀ-Þ](?:\w|[ '’-])+"
)
"""A body that speaks for another, whose common nouns are written small: "Press service of the MIA of the Republic"."""


def following_by(text: str, start: int) -> tuple[tuple[int, int], int] | None:
    """Return the name, and the end, of "The following was released by …:" at ``start``, None where nothing of the kind stands there."""
    found = _FOLLOWING.match(text, start)
    if found is None:
        return None
    name = "name" if found["name"] is not None else "other"
    return (_named(found.start(name), found[name]), found.end()) if found[name][:1].isupper() else None


def addressed_by(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the name in a heading like "Message of condolence addressed on 3 May by the President of the Republic to …"."""
    found = _ADDRESSED.match(text, start, end)
    return _named(found.start("name"), found["name"]) if found is not None else None


def press_of(text: str, start: int, end: int) -> bool:
    """Whether a stretch is the name of a press service or office."""
    return _PRESS_OF.fullmatch(text, start, end) is not None


def _named(at: int, name: str) -> tuple[int, int]:
    """Return the characters of a name without spaces around it."""
    return at, at + len(name.rstrip())
