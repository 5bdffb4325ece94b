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
from trucewatch.reading.issuedby import addressed_by, following_by, press_of
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
_SIGNS = re.compile(r"\(?(?:signed|sgd|for|on behalf of)(?:[:.)] ?| )(?:the )?", re.IGNORECASE)
"""What leads a signature in: "Signed: …", "For the Front, …"."""
_PRESS = re.compile(
    r"\b(?:press|media|information|public (?:relations|affairs|information)) (?:\w+ )?(?:service|cell|office|team|unit|desk|wing|section|"
    r"department|directorate|bureau|cent(?:re|er))\b|\bpublic relations\b|\bspokes\w+",
    re.IGNORECASE,
)
"""What in a body's name says that it speaks for another."""
_OFFICE_PART = re.compile(
    r"(?:.* )?(?:spokes\w+|commander|secretary|president|representative|director|chair\w*|co-?ordinator|head|leader|chief)", re.IGNORECASE
)
"""A part of a signature that says what office its signer holds."""
_OFFICE_OF = re.compile(r"(?:\w+ ){0,3}spokes\w+ (?:of|for) [^,;.]+")
"""An office with what it speaks for, before the name of who holds it: "official spokesman of the army"."""
_SPOKEN_FOR = re.compile(
    r"(?:the )?(?:\w+ )?(?:spokes\w+|commander|secretary|president|representative|director|chair\w*|coordinator) (?:of|for) (?:the )?"
)
"""Who signs for a body: "spokesman of the Front"."""
_FEET = 4
"""Lines at the foot of a text at most that hold who signed it, where and when."""
_LEAST = 12
"""Tokens of a body of text at least."""
_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_DOCUMENT = re.compile(
    r"\b(?:communiqu[eé]|statement|bulletin|announcement|press (?:release|note|notice|statement|centre|center|office|service)"
    r"|message|news release|for immediate release|"
    r"declaration|proclamation|manifesto|open letter|order of the day|flash note|"
    r"(?:situation|unrest|incident|daily|weekly|operational|spot|activity) report|sitrep)s?\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:(?:official|joint|military|press|news|public|daily|war|special) )*(?:communiqu[eé]|statement|bulletin|announcement|release|note|"
    r"message|declaration|notice|bulletin|proclamation|manifesto|appeal|protest|memorandum|order of the day|open letter|flash note|alert)"
    r"(?: (?:n[o°]s?\.? ?)?\d+)?(?: (?:by|of|from|issued by|attributable to)(?: the)? )|From the ",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.:]\s+(?=[A-Z0-9À-Þ])")
_PARTS = re.compile(r"(?<!\bN[o°])(?<!\bn[o°])(?<!\bNos)[,.;:(\[|·•\n]+\s*| [-–—]+ ")
"""Where a heading parts; the full stop of "No. 7" does not part it."""
_RELEASE = re.compile(
    r"(?!OFFICIAL|JOINT|MILITARY|PUBLIC|SPECIAL|DAILY|WEEKLY|FINAL|FIRST|OPEN|URGENT|GENERAL|WAR|NEWS|PRESS)"
    r"([A-Z][A-Z-]{2,}) (?i:(?:media|press|news) (?:release|statement|briefing|note)|statement|communiqu[eé]|bulletin)\b"
)
"""A body known by its letters, with the kind of its document ("INTERFET MEDIA RELEASE")."""
_OPENS = re.compile(
    r"(?:The |the |We, the (?:\w+ of the )?)?(?P<name>[A-ZÀ-Þ][^.:;\n]{2,100}?),? (?:hereby |today |again |herewith )?(?:"
    r"(?:inform(?:s|ed)?|communicate[sd]?|notif(?:y|ies|ied)|(?:has )?issue[sd]|(?:makes?|made) public|publishe[sd]|announce[sd]?"
    r"|state[sd]?|declare[sd]?|report(?:s|ed)?)\b(?P<rest>(?:N[o°]s?\. ?|[^.:\n]){0,120})(?P<end>:(?!\d)|\.)"
    r"|(?:(?:ha(?:s|ve) )?(?:gave|given?|gives|made|makes?|releases?d?|presents?|presented|read out) "
    r"(?P<given>[^.:\n]{0,80}\b(?:following|details|account|balance|summary|results|report|update)\b[^.:\n]{0,80})(?P<stop>[:.]))"
    r"|(?:reports?|writes?|announces?|declares?) (?:[^.:\n]{0,60} )?as follows(?P<follows>[:.])"
    r"|draws? the attention of (?P<drawn>[^.:\n]{0,80}?\bfollowing\b[^.:\n]{0,40})(?P<dot>[:.])"
    r"|(?:makes? (?:it )?known (?P<told>[^.:\n]{0,160}?)(?P<colon>:))"
    r"|(?:(?:makes?|brings?) (?:it |the following |this )?(?:known )?to (?:the )?(?:[\w-]+ ){0,4}?"
    r"(?:attention|knowledge|public|opinion|nation|people)|"
    r"(?:wishes|has the honou?r|is in a position|deems it (?:its duty|necessary)) to (?:inform|make known|bring|clarify|announce))"
    r"(?P<known>[^.:\n]{0,160}?)(?P<that>[:.]| that ))"
)
"""A first sentence in which a body says that it makes something known."""
_OF_ITS_OWN = re.compile(
    r" (?:its|his|a|the|this|the following|another|a new) (?:\w+ ){0,2}?"
    r"(?:communiqu[eé]|bulletin|statement|announcement|release|press note)\b"
    r"(?! (?:saying|that|in which|condemning|accusing|denying|denouncing|claiming|on|about))",
    re.IGNORECASE,
)
"""A document that a first sentence says a body issued, where the rest of the text is that document."""
_PERFORMS = re.compile(
    r"(?:The |the )?(?P<name>[A-ZÀ-Þ][^.:;\n]{2,120}?),? (?:(?:hereby|today|again|once more|strongly|deeply|firmly|categorically|also) )*"
    r"(?:informs? |communicates? |notif(?:y|ies) |announces? |states? that|(?:makes?|brings?) (?:it )?(?:known|public|to the)\b|"
    r"(?:wishes|has the honou?r|is in a position|regrets|is obliged|considers it (?:its duty|necessary)) to |"
    r"regrets? |condemns? |denounces? |deplores? |protests? |mourns? |expresses |conveys |addresses |rejects |reports on |"
    r"has learn(?:ed|t) (?:with|of) |takes note |calls (?:up)?on |"
    r"is (?:(?:deeply|gravely|extremely) )?(?:concerned|saddened|shocked|alarmed|appalled|outraged|aware) )"
)
"""A first sentence in which a body speaks in its own present: "The Front regrets …", "The Ministry informs that …"."""
_TITLE = re.compile(r"(?:press|media|news) (?!unit|office|service|department|bureau|centre|center)\w+", re.IGNORECASE)
_ACRONYM = re.compile(r" \([A-ZÀ-Þ][\w/-]*\)$")
"""The letters a body is known by, after its name."""
_CAPITAL = re.compile(r"(?:[a-z]{2}-)?[A-ZÀ-Þ]|\d{1,3}(?:st|nd|rd|th)?$")
"""How a word of a name begins ("al-Shohada")."""
_SMALL = frozenset("of the for and in on to de du la le des di da del a an &".split())
_LINKS = frozenset("of for in on to de du del di da".split())
_VOICES = frozenset("source spokesman spokeswoman spokesperson minister".split())
"""Words for those who speak for a body."""
_DOCUMENTS = frozenset("report note release bulletin update".split())
"""Kinds of document that the tagger takes for verbs."""
_LEADING = frozenset("in on at for with by after during".split())
"""What opens a phrase before the name ("In the interest of transparency the Minister …")."""
_FORCES = frozenset(
    """police army navy force forces command constabulary gendarmerie carabineros guard guards militia unit room corps bureau secretariat
    rangers rifles service battalion brigade division regiment headquarters hq ministry mission presidency emirate government
    forum society league initiative platform coordination coordinating coalition assembly congress directorate prosecutor ombudsman tribunal
    resistance mujahideen tigers lions eagles brigades battalions committees councils workers fighters liberation organisation diocese
    archdiocese bishops elders ulema clergy chiefs superiors families mothers lawyers doctors journalists conference synod
    garrison fleet squadron press information operations""".split()
)
"""Last words of names of bodies, beside those of vocab/offices.yaml ("Manipur Police Control Room")."""
_WORDS = 12
"""Words of a body's name at most."""
_HEADS = frozenset(
    """headquarters staff commander commander-in-chief spokesman spokesperson spokeswoman relations secretariat inspectorate directorate
    inspector-general corps""".split()
)


def issued_citation(view: View) -> Citation | None:
    """Return the citation of all the text under a heading that names who issued it, None for any other text."""
    found = _heading(view) or _opening(view) or _signature(view) or _performing(view)
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
    sender = _sender(view, start)
    if sender is not None:
        return sender
    foot = paragraphs[-1]
    signed = len(paragraphs) > 1 and foot.end - foot.start < _FOOT and _DATED.search(text, foot.start, foot.end) is not None
    for end in _ends(view):
        if end <= start:
            continue  # a stop within the dateline
        if end - start > _LONGEST or _has_verb(view, start, end):
            break
        words = text[start:end]
        known = signed or _DOCUMENT.search(words) or _DATED.search(words) or words.startswith("From the ") or _PRESS.search(words)
        name = _issuer(text, start, end) if known or _all_bodies(words) else None
        following = _body(view, end)
        if name is not None and following is not None:
            found = name, following
    if found is None:
        return None
    (first, last), following = found
    source = _tokens(view, first, last)
    return None if source is None else (source, following)


def _sender(view: View, start: int) -> tuple[Range, int] | None:
    """Return the body that a dateline opens with ("Military Headquarters, Asmara, 3 May -") and the first token after it."""
    text, first = view.parse.text, view.parse.paragraphs[0].start
    name = text[first:start].partition(",")[0].replace(" – ", " - ").partition(" - ")[0]
    if name == text[first:start] or " " not in name or not _names_body(name):
        return None
    source, following = _tokens(view, first, first + len(name)), _body(view, start)
    return None if source is None or following is None else (source, following)


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
    text = view.parse.text
    for start in _starts(view):
        passive = following_by(text, start)
        if passive is not None:
            (first, last), end = passive
            source, body = _tokens(view, first, last), _body(view, end)
            if source is not None and body is not None and (_names_body(text[first:last]) or press_of(text, first, last)):
                return source, body
        found = _OPENS.match(text, start)
        if found is None:
            continue
        body_name = found["name"].replace(" – ", " - ").partition(" - ")[0]  # "The Army Command - Orientation Directorate"
        letters = body_name.isupper() and body_name.isalpha()  # "ETA makes known that …"
        if not (letters or _names_body(body_name) or _voice(found["name"])):
            continue
        whole = found["end"] == ":" or found["that"] is not None or "following" in (found["rest"] or "")
        whole = whole or _OF_ITS_OWN.match(found["rest"] or "") is not None
        whole = whole or any(found[end] is not None for end in ("stop", "colon", "dot", "follows"))
        name = found["name"].partition(",")[0] if _voice(found["name"]) else body_name  # "Ali Omar, spokesman of the Front, announces:"
        source, body = _tokens(view, found.start("name"), found.start("name") + len(name)), _body(view, found.end())
        if not whole or source is None or body is None:
            continue
        listed = ":" in found[0] or "follow" in found[0]
        return source, body if listed or found["that"] == " that " else bisect_left(view.tree.start, start)
    return None


def _performing(view: View) -> tuple[Range, int] | None:
    """Return the body that speaks in its own present in the first sentence, and the first token of that sentence."""
    for start in _starts(view):
        found = _PERFORMS.match(view.parse.text, start)
        if found is None:
            continue
        words = found["name"]
        name = words.partition(",")[0].replace(" – ", " - ").partition(" - ")[0]
        letters = name.isupper() and name.isalpha()
        if not (letters or _names_body(name) or _voice(words)):
            continue
        source = _tokens(view, found.start("name"), found.start("name") + len(name))
        if source is not None:
            return source, bisect_left(view.tree.start, start)
    return None


def _starts(view: View) -> list[int]:
    """Return where the sentence that names the issuer may begin: in the first paragraph, and in those after headings without a verb."""
    text, paragraphs = view.parse.text, view.parse.paragraphs
    if not paragraphs:
        return []
    start = _after_dateline(view)
    starts = [start, *(stop.end() for stop in _STOP.finditer(text, start, paragraphs[0].end))][:_LINES]
    for before, after in pairwise(paragraphs[: _LINES + 1]):
        if _has_verb(view, before.start, before.end):
            break
        line = next((line.end for line in view.parse.datelines if line.start == after.start), after.start)
        starts.append(line + len(text[line : after.end]) - len(text[line : after.end].lstrip()))
    return starts


def _voice(words: str) -> bool:
    """Tell whether words call somebody who speaks for a body: "A source at the Ministry", "Ali Omar, spokesman of the Front"."""
    parts = [word.strip(",").lower() for word in words.split()]
    return words[:1].isupper() and parts[0] not in _LEADING and not _VOICES.isdisjoint(parts)


def _signature(view: View) -> tuple[Range, int] | None:
    """Return the body that signs at the foot of a text, alone or with who signs for it, and the first token of the text."""
    paragraphs, text = view.parse.paragraphs, view.parse.text
    if len(paragraphs) < _SIGNED:
        return None
    dated = any(line.start == paragraphs[0].start for line in view.parse.datelines)
    signed: list[Range] = []
    for foot in reversed(paragraphs[max(1, len(paragraphs) - _FEET) :]):
        line = text[foot.start : foot.end]
        if len(line) > _LONGEST // 2 or _has_verb(view, foot.start, foot.end):
            break
        lead = _SIGNS.match(line)
        if dated and lead is None:
            continue
        first = foot.start + (lead.end() if lead is not None else 0)
        whole = lead is None and _names_body(line.strip(" .\n"))
        found = (first, first + len(_ACRONYM.sub("", line.strip(" .\n")))) if whole else _issuer(text, first, foot.end)
        if found is not None:
            signed.append(found)
    if not signed or len(signed) > 2:
        return None  # more than two are the names of many under one text
    source = _tokens(view, *signed[-1])
    return None if source is None else (source, 0)


def _ends(view: View) -> list[int]:
    """Return where the heading may end: after each sentence of the first line, then after each of the next lines, the shortest first."""
    first, *others = view.parse.paragraphs[:_LINES]
    stops = [first.start + found.end() for found in _STOP.finditer(view.parse.text[first.start : first.end])]
    return [*stops, first.end, *(line.end for line in others)]


def _all_bodies(words: str) -> bool:
    """Whether two lines or more of a heading each name a body: "PRESIDENCY OF THE REPUBLIC" over "Press Directorate"."""
    lines = [line for line in words.split("\n") if line.strip()]
    return len(lines) > 1 and all(_names_body(line.strip()) for line in lines)


def _has_verb(view: View, start: int, end: int) -> bool:
    tree = view.tree
    words = range(bisect_left(tree.start, start), bisect_left(tree.start, end))
    return any(tree.tag[at] in _VERBS and tree.lower[at] not in _DOCUMENTS for at in words)


def _body(view: View, end: int) -> int | None:
    """Return the first word after the heading."""
    tree = view.tree
    return next((at for at in range(bisect_left(tree.start, end), len(tree)) if tree.pos[at] != "SPACE"), None)


def _issuer(text: str, start: int, end: int) -> Range | None:
    """Return the characters of the first part of a heading that names a body or its voice."""
    release = _RELEASE.match(text, start, end)
    if release is not None:
        return release.span(1)
    if (addressed := addressed_by(text, start, end)) is not None:
        return addressed
    here, office = start, False
    for piece in [*_PARTS.finditer(text, start, end), None]:
        stop = piece.start() if piece is not None else end
        first, last = here, stop
        lead = _KIND.match(text, first, last)
        if lead is not None:
            first = lead.end()
            last = first + len(_titled(text[first:last]))
        if press_of(text, first, last):
            return first, last
        if _names_body(text[first:last]) and not _DOCUMENT.fullmatch(text[first:last].strip()) and not _TITLE.fullmatch(text, first, last):
            return first, last
        spoken = _SPOKEN_FOR.match(text, here, stop)
        if spoken is not None and _capitalised(text[spoken.end() : stop]):
            return spoken.end(), stop
        if office and _capitalised(text[here:stop]) and not _DATED.search(text, here, stop) and " " in text[here:stop].strip():
            return here, stop  # "Peter Lasu, Coordinator, Southern Relief"
        held = text[first:stop].strip()
        office = (here > start or lead is not None) and (_OFFICE_PART.fullmatch(held) or _OFFICE_OF.fullmatch(held)) is not None
        here = piece.end() if piece is not None else end
    return None


def _titled(words: str) -> str:
    """Return the name that opens the title of a document, without what the document is on: "the Ministry of Defence on the raid"."""
    parts = words.split()
    end = next((at for at, part in enumerate(parts) if _CAPITAL.match(part) is None and part.lower() not in _SMALL), len(parts))
    end = next((at for at in range(1, end) if parts[at] in ("on", "in") and _lower_later(parts[at + 1 :])), end)
    while end and parts[end - 1] in _SMALL:
        end -= 1
    return " ".join(parts[:end]) if words == " ".join(parts) else words


def _capitalised(words: str) -> bool:
    """Whether every word is a name's."""
    parts = words.split()
    return bool(parts) and all(_CAPITAL.match(word) is not None or word in _SMALL for word in parts)


def _lower_later(parts: list[str]) -> bool:
    """Whether a word that is no name stands among these: "on the shelling of Tavush"."""
    return any(part[:1].islower() and part not in _SMALL for part in parts)


def _names_body(words: str) -> bool:
    """Tell whether words are the name of a body: every word a name's, and what is named ("of" whomever) a body or its spokesman."""
    known, parts = offices(), _ACRONYM.sub("", words.removeprefix("The ")).split()
    if not parts or len(parts) > _WORDS or any(_CAPITAL.match(part) is None and part.lower() not in _SMALL for part in parts):
        return False
    lower = [part.lower() for part in parts]
    if len(parts) == 1 and lower[0] in _HEADS:
        return False
    if lower[0] in ("hq", "headquarters") and len(parts) > 2:
        return True
    head = next((before for before, word in pairwise(lower) if word in _LINKS), lower[-1])
    return head in _FORCES or head in known.institutions or head in _HEADS or " ".join(lower) in known.bodies
