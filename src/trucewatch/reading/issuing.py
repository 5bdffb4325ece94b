"""Parse → the citation of a release by the body that its heading or first line names as its issuer.

"BORDER GUARD COMMAND. Communiqué No. 7. …", "Army Spokesperson, 4 May 2003. …": what follows is that body's word, sentence by sentence,
unless the text gives it to somebody else. A heading counts only where it has no verb, is written as a name and calls itself a document
or bears a date; a dateline names a place, never an issuer, and what follows it may be a heading. A release may open with a sentence that
names its issuer instead ("The Ministry of Defence informs the public of the following:"), or close with its name.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from trucewatch.reading.citations import Citation
from trucewatch.reading.cues import Sense
from trucewatch.reading.offices import offices
from trucewatch.reading.view import Range, View

ISSUED = "issuer"
"""Rule of what a release says as a whole."""
_SAY = Sense("say", "assert")
_LONGEST = 240
"""Characters of a heading at most."""
_LINES = 3
_FOOT = 50
"""Characters at most of a last line that only dates the document."""
_SIGNED = 3
"""Paragraphs of a text that closes with a signature, at least."""
_LEAST = 12
"""Tokens of a body of text at least."""
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_DOCUMENT = re.compile(
    r"\b(?:communiqu[eé]|statement|bulletin|announcement|press (?:release|note|notice|statement|centre|center|office|service)"
    r"|message|news release|"
    r"declaration|(?:situation|unrest|incident|daily|weekly|operational|spot|activity) report|sitrep)s?\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:(?:official|joint|military|press|news|public|daily|war|special) )*(?:communiqu[eé]|statement|bulletin|announcement|release|note|"
    r"message|declaration|notice)(?: n[o°]s?\.? ?\d+)?(?: (?:by|of|from|issued by)(?: the)? )",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.:]\s+(?=[A-Z0-9À-Þ])")
_PARTS = re.compile(r"(?<!\bN[o°])(?<!\bn[o°])(?<!\bNos)[,.;:(\[|·•\n]+\s*| [-–—]+ ")
"""Where a heading parts; the full stop of "No. 7" does not part it."""
_RELEASE = re.compile(r"([A-Z][A-Z-]{3,}) (?:MEDIA|PRESS|NEWS) (?:RELEASE|STATEMENT|BRIEFING|NOTE)\b")
"""A body known by its letters, with the kind of its document ("INTERFET MEDIA RELEASE")."""
_OPENS = re.compile(
    r"(?:The |the )?(?P<name>[A-ZÀ-Þ][^.:;\n]{2,100}?),? (?:hereby |today |again |herewith )?(?:"
    r"(?:inform(?:s|ed)?|communicate[sd]?|notif(?:y|ies|ied)|(?:has )?issue[sd]|(?:makes?|made) public|publishe[sd]|announce[sd]?"
    r"|state[sd]?|declare[sd]?|report(?:s|ed)?)\b(?P<rest>[^.:\n]{0,120})(?P<end>:(?!\d)|\.)"
    r"|(?:(?:ha(?:s|ve) )?(?:gave|given?|gives|made|makes?|releases?d?|presents?|presented|read out) "
    r"(?P<given>[^.:\n]{0,80}\b(?:following|details|account|balance|summary|results|report|update)\b[^.:\n]{0,80})(?P<stop>[:.]))"
    r"|draws? the attention of (?P<drawn>[^.:\n]{0,80}?\bfollowing\b[^.:\n]{0,40})(?P<dot>[:.])"
    r"|(?:makes? (?:it )?known (?P<told>[^.:\n]{0,160}?)(?P<colon>:))"
    r"|(?:(?:makes?|brings?) (?:it |the following |this )?(?:known )?to (?:the )?(?:[\w-]+ ){0,4}?"
    r"(?:attention|knowledge|public|opinion|nation|people)|"
    r"(?:wishes|has the honou?r|is in a position|deems it (?:its duty|necessary)) to (?:inform|make known|bring|clarify|announce))"
    r"(?P<known>[^.:\n]{0,160}?)(?P<that>[:.]| that ))"
)
"""A first sentence in which a body says that it makes something known."""
_TITLE = re.compile(r"(?:press|media|news) (?!unit|office|service|department|bureau|centre|center)\w+", re.IGNORECASE)
_ACRONYM = re.compile(r" \([A-ZÀ-Þ][\w-]*\)$")
"""The letters a body is known by, after its name."""
_CAPITAL = re.compile(r"(?:[a-z]{2}-)?[A-ZÀ-Þ]")
"""How a word of a name begins ("al-Shohada")."""
_SMALL = frozenset("of the for and in on to de du la le des di da del a an &".split())
_LINKS = frozenset("of for in on to de du del di da".split())
_VOICES = frozenset("source spokesman spokeswoman spokesperson minister".split())
"""Words for those who speak for a body."""
_LEADING = frozenset("in on at for with by after during".split())
"""What opens a phrase before the name ("In the interest of transparency the Minister …")."""
_FORCES = frozenset(
    """police army navy force forces command constabulary gendarmerie carabineros guard guards militia unit room corps bureau secretariat
    rangers rifles service battalion brigade division regiment headquarters ministry mission""".split()
)
"""Last words of names of bodies, beside those of vocab/offices.yaml ("Manipur Police Control Room")."""
_WORDS = 12
"""Words of a body's name at most."""
_HEADS = frozenset(
    "headquarters staff spokesman spokesperson spokeswoman relations secretariat inspectorate directorate inspector-general corps".split()
)


def issued_citation(view: View) -> Citation | None:
    """Return the citation of all the text under a heading that names who issued it, None for any other text."""
    found = _heading(view) or _opening(view) or _signature(view)
    if found is None:
        return None
    source, start = found
    body = view.trim(start, len(view.tree))
    if body[1] - body[0] < _LEAST:
        return None
    citation = Citation(source[1] - 1, "issue", _SAY, ISSUED, source, [body], [source])
    citation.source_head = source[1] - 1
    return citation


def _heading(view: View) -> tuple[Range, int] | None:
    """Return the name of the issuer and the first token of the text under the heading, None where the text has no such heading."""
    text, paragraphs = view.parse.text, view.parse.paragraphs
    if not paragraphs:
        return None
    start, found = _after_dateline(view), None
    foot = paragraphs[-1]
    signed = len(paragraphs) > 1 and foot.end - foot.start < _FOOT and _DATED.search(text, foot.start, foot.end) is not None
    for end in _ends(view):
        if end <= start:
            continue  # a stop within the dateline
        if end - start > _LONGEST or _has_verb(view, start, end):
            break
        words = text[start:end]
        name = _issuer(text, start, end) if signed or _DOCUMENT.search(words) or _DATED.search(words) else None
        following = _body(view, end)
        if name is not None and following is not None:
            found = name, following
    if found is None:
        return None
    (first, last), following = found
    source = _tokens(view, first, last)
    return None if source is None else (source, following)


def _after_dateline(view: View) -> int:
    """Return where the words of the first paragraph begin, after its dateline."""
    first, text = view.parse.paragraphs[0], view.parse.text
    lines = (line.end for line in view.parse.datelines if line.start == first.start)
    start = next((end for end in lines if not _names_body(text[first.start : end].strip(" -–—"))), first.start)
    return start + len(text[start : first.end]) - len(text[start : first.end].lstrip())


def _tokens(view: View, first: int, last: int) -> Range | None:
    """Return the tokens of a stretch of characters, None for none."""
    found = bisect_left(view.tree.start, first), bisect_left(view.tree.start, last)
    return found if found[0] < found[1] else None


def _opening(view: View) -> tuple[Range, int] | None:
    """Return the issuer that a first sentence names, and the first token of what it makes known."""
    text, paragraphs = view.parse.text, view.parse.paragraphs
    if not paragraphs:
        return None
    starts = [
        _after_dateline(view),
        *(stop.end() for stop in _STOP.finditer(text, _after_dateline(view), paragraphs[0].end)),
    ]
    for start in starts[:_LINES]:
        found = _OPENS.match(text, start)
        if found is None:
            continue
        body_name = found["name"].partition(" - ")[0]  # "The Army Command - Orientation Directorate"
        letters = body_name.isupper() and body_name.isalpha()  # "ETA makes known that …"
        if not (letters or _names_body(body_name) or _voice(found["name"])):
            continue
        whole = found["end"] == ":" or found["that"] is not None or "following" in (found["rest"] or "")
        whole = whole or any(found[end] is not None for end in ("stop", "colon", "dot"))
        name = found["name"].partition(",")[0] if _voice(found["name"]) else body_name  # "Ali Omar, spokesman of the Front, announces:"
        source, body = _tokens(view, found.start("name"), found.start("name") + len(name)), _body(view, found.end())
        if whole and source is not None and body is not None:
            return source, body
    return None


def _voice(words: str) -> bool:
    """Tell whether words call somebody who speaks for a body: "A source at the Ministry", "Ali Omar, spokesman of the Front"."""
    parts = [word.strip(",").lower() for word in words.split()]
    return words[:1].isupper() and parts[0] not in _LEADING and not _VOICES.isdisjoint(parts)


def _signature(view: View) -> tuple[Range, int] | None:
    """Return the body whose name alone is the last paragraph, and the first token of the text."""
    paragraphs, text = view.parse.paragraphs, view.parse.text
    if len(paragraphs) < _SIGNED or any(line.start == paragraphs[0].start for line in view.parse.datelines):
        return None
    last = paragraphs[-1]
    if not _names_body(text[last.start : last.end].strip(" .\n")):
        return None
    source = _tokens(view, last.start, last.end)
    return None if source is None else (source, 0)


def _ends(view: View) -> list[int]:
    """Return where the heading may end: after each sentence of the first line, then after each of the next lines, the shortest first."""
    first, *others = view.parse.paragraphs[:_LINES]
    stops = [first.start + found.end() for found in _STOP.finditer(view.parse.text[first.start : first.end])]
    return [*stops, first.end, *(line.end for line in others)]


def _has_verb(view: View, start: int, end: int) -> bool:
    tree = view.tree
    return any(tree.tag[at] in _VERBS for at in range(bisect_left(tree.start, start), bisect_left(tree.start, end)))


def _body(view: View, end: int) -> int | None:
    """Return the first word after the heading."""
    tree = view.tree
    return next((at for at in range(bisect_left(tree.start, end), len(tree)) if tree.pos[at] != "SPACE"), None)


def _issuer(text: str, start: int, end: int) -> Range | None:
    """Return the characters of the first part of a heading that names a body or its voice."""
    release = _RELEASE.match(text, start, end)
    if release is not None:
        return release.span(1)
    here = start
    for piece in [*_PARTS.finditer(text, start, end), None]:
        stop = piece.start() if piece is not None else end
        first, last = here, stop
        lead = _KIND.match(text, first, last)
        first = lead.end() if lead is not None else first
        if _names_body(text[first:last]) and not _DOCUMENT.fullmatch(text[first:last].strip()) and not _TITLE.fullmatch(text, first, last):
            return first, last
        here = piece.end() if piece is not None else end
    return None


def _names_body(words: str) -> bool:
    """Tell whether words are the name of a body: every word a name's, and what is named ("of" whomever) a body or its spokesman."""
    known, parts = offices(), _ACRONYM.sub("", words).split()
    if not parts or len(parts) > _WORDS or any(_CAPITAL.match(part) is None and part.lower() not in _SMALL for part in parts):
        return False
    lower = [part.lower() for part in parts]
    head = next((before for before, word in pairwise(lower) if word in _LINKS), lower[-1])
    return head in _FORCES or head in known.institutions or head in _HEADS or " ".join(lower) in known.bodies
