"""Which paragraph heads the ones after it: a line of fields ("Case 12 · 5 July 2011 · Hasokhel") or of words without a clause.

Enters: a parse; leaves: for every paragraph the heading over it. What happened in the text under a heading happened on its day and at its
place, where the text itself gives no other.
"""

import re
from functools import cache
from typing import cast

from trucewatch.reading.parse import Parse
from trucewatch.vocab import vocabulary

_LONGEST = 45
"""Tokens of a heading at most."""
_FIELDS = re.compile(r" [·•|] |\b(?:date|when|location|place|where|site)(?: of (?:incident|event|strike|attack))?: ", re.IGNORECASE)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = re.compile(
    rf"\W*(?:{_WEEKDAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?:{_WEEKDAY}|\d{{4}}))*\W*"
    rf"|\W*{_WEEKDAY}\W*",
    re.IGNORECASE,
)
"""A line that is a day and nothing else."""
_POINT = re.compile(r"\s*(?:[-*•▪–—] *)?(?:\d{1,2}[:.h]\d\d|\d{4} ?(?:hrs|hours|h\b)|[-*•▪–—] )")
"""What opens a line of a list: a mark, an hour."""


def heading_over(parse: Parse) -> tuple[int, ...]:
    """Return for every paragraph the number of the first heading over it, −1 where there is none; a heading has none over it."""
    kept = parse.notes.get("headings")
    if isinstance(kept, tuple):
        return cast("tuple[int, ...]", kept)
    tags, over, current = _tags(parse), list[int](), -1
    for number, span in enumerate(parse.paragraphs):
        line = span.of(parse.text)
        if is_fields(line) or _DAY.fullmatch(line) or (_is_bare(tags[number]) and not _POINT.match(line)):
            current = current if current >= 0 and over[-1:] == [-1] else number
            over.append(-1)
        else:
            over.append(current)
    found = parse.notes["headings"] = tuple(over)
    return found


_SEPARATED = re.compile(r"[·•|;\n]|[.!?)] ")
_REPORTING = re.compile(
    r"\W*(?:(?:(?:date|day|time)(?: of)?|last|first|page|entry|record|report) )*"
    r"(?:report(?:ed|ing)?(?: date)?\b(?!.*\b(?:on|of) \w+ (?:attack|incident))|publi(?:shed|cation)|posted|edited|updated?|revised"
    r"|modified"
    r"|accessed|retrieved|filed|received|entered|compiled|uploaded|added|recorded|signed|printed|registered|submitted|interviewed|written"
    r"|(?:sources?|statement|testimony|version|interview|issued?|opened|closed|verified|document|reference)\b[^:]*:)",
    re.IGNORECASE,
)
"""What opens a field that tells when something was reported, not when it happened."""
_WRITTEN = re.compile(
    r"\b(?:recorded|taken|given|dated|published|posted|edited|updated|filed|interviewed|compiled|signed|written|printed|accessed|reported)"
    r"(?: (?:on|in|at))?\W*$"
    r"|\bas (?:of|at)(?: \d[\d:.]*)?(?: ?(?:hours|hrs|h|[ap]\.?m\.?|gmt|local time))?(?:,| on)?\W*$",
    re.IGNORECASE,
)
_INCIDENT = re.compile(r"\W*(?:date|day|when|incident|event|occurred|happened|attack)\b", re.IGNORECASE)


def is_heading(parse: Parse, number: int) -> bool:
    """Tell whether a paragraph heads others or is one of several lines that do."""
    over = heading_over(parse)
    while number >= 0 and over[number] < 0:
        if number in over:
            return True
        number -= 1
    return False


_MARKED = re.compile(r"\s*(?:[-*•▪–—‣·] |\(?(?:[a-z]|[ivx]+|\d{1,2})[.)] )")
"""What opens an item of a list."""


def is_list_item(parse: Parse, token: int) -> bool:
    """Tell whether the paragraph of a token is an item of a list: "- Near Avdi …", "• In Bor …", "b) At the bridge …"."""
    span = parse.paragraphs[parse.paragraph_of[token]]
    return _MARKED.match(parse.text, span.start) is not None


def field_of(parse: Parse, token: int) -> str:
    """Return the words before a token in its field: those after the last separator of its line ("Last edited", "Date of incident:")."""
    text, end = parse.text, parse.starts[token]
    start = max(parse.paragraphs[parse.paragraph_of[token]].start, text.rfind("\n", 0, end) + 1)
    words = text[start:end]
    return words[max((found.end() for found in _SEPARATED.finditer(words)), default=0) :]


def tells_of_report(parse: Parse, token: int) -> bool:
    """Tell whether a time in a heading is when something was reported, published or edited."""
    field = field_of(parse, token)
    return _REPORTING.match(field) is not None or _WRITTEN.search(field) is not None


def tells_of_incident(parse: Parse, token: int) -> bool:
    """Tell whether the field of a time says that it is when something happened."""
    return _INCIDENT.match(field_of(parse, token)) is not None


_DOCUMENTS = frozenset(
    """bulletin communique communiqué diary radio broadcast telegram cable letter report statement newspaper gazette dispatch despatch memo
    memorandum affidavit deposition testimony leaflet pamphlet editorial article video footage post tweet transcript minutes logbook
    version release note submission petition verdict judgment ruling indictment register""".split()
)


def of_document(parse: Parse, token: int) -> bool:
    """Tell whether a day at the head of a line is that of a source: "2. Generalitat bulletin, 9 May: 87 dead", "Version 1 (9 May):"."""
    start = parse.starts[token]
    line = parse.text[parse.text.rfind("\n", 0, start) + 1 : start]
    return len(line) < _SOURCE and not _DOCUMENTS.isdisjoint(re.findall(r"\w+", line.lower()))


_SOURCE = 60
"""Characters at most of the name of a source."""


def opens_line(parse: Parse, token: int) -> bool:
    """Tell whether a token is the first word of its line, marks of a list apart."""
    start = parse.starts[token]
    return not parse.text[parse.text.rfind("\n", 0, start) + 1 : start].strip(" \t*•·-–—#>")


def is_fields(text: str) -> bool:
    """Tell whether a paragraph is a short line of fields."""
    line = text.strip()
    return len(text) < 6 * _LONGEST and "\n" not in line and (_FIELDS.search(text) is not None or _record().match(line) is not None)


@cache
def _record() -> re.Pattern[str]:
    """Return the form of a field of the record of an incident: "Deaths: 21–24"."""
    known = cast("dict[str, list[str]]", vocabulary("incident_fields"))["fields"]
    return re.compile(rf"(?:{'|'.join(known)}|attack type|case|country): \S+(?: \S+){{,9}}$", re.IGNORECASE)


def _tags(parse: Parse) -> list[list[str]]:
    tags: list[list[str]] = [[] for _ in parse.paragraphs]
    aside = False
    for number, tag, word in zip(parse.paragraph_of, parse.tree.tag, parse.tree.lower, strict=True):
        aside = (aside or word == "(") and word != ")" and bool(tags[number])  # "31 January (preliminary; figures may rise)"
        if not aside:
            tags[number].append("VBN" if word in _OF_REPORTS and tag == "VBD" else tag)
    return tags


_OF_REPORTS = frozenset(
    """recorded taken dated published posted edited updated filed interviewed compiled signed written printed accessed reported revised
    modified""".split()
)
"""Participles of a heading's own field ("Page updated 1 June"), which the parser takes for its verb."""


def _is_bare(tags: list[str]) -> bool:
    return 2 < len(tags) <= _LONGEST and not any(tag in _FINITE for tag in tags)
