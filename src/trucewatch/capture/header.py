"""The head of a plain-text file: ``Key: value`` lines, or a Markdown file's front matter, and where the text proper begins."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from trucewatch.vocab import vocabulary

_LINE = re.compile(r"(?P<key>[^\W\d_][\w /-]{0,30}?)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*\r?$")
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\r?\n\s*")
_LONGEST = 8_000

KEYS = {
    "source": "publisher", "publisher": "publisher", "outlet": "publisher", "publication": "publisher", "newspaper": "publisher",
    "organization": "publisher", "organisation": "publisher", "site": "publisher",
    "from": "publisher", "to": "note",
    "published": "published", "publication date": "published", "date published": "published", "pubdate": "published", "date": "published",
    "posted": "published", "issued": "published", "released": "published",
    "byline": "byline", "author": "byline", "authors": "byline", "by": "byline", "reporter": "byline",
    "headline": "title", "title": "title", "subject": "title",
    "url": "url", "link": "url", "permalink": "url",
    "credit": "credit", "credits": "credit", "agency": "credit", "agencies": "credit", "via": "credit",
    "id": "external_id", "note": "note", "language": "language", "lang": "language", "updated": "updated", "modified": "updated",
    "section": "section", "place": "place", "tags": "tags", "keywords": "tags", "copyright": "credit",
}  # fmt: skip
"""Field names as people write them, and the field each means. ``note``, ``section``, ``place`` and ``tags`` are read past."""
_WEAK = frozenset({"note", "section", "place", "tags", "title", "language"})


@dataclass(frozen=True, slots=True)
class Header:
    """The fields at the head of a text, by the names of ``KEYS``' values; ``end`` is the code point where the text proper begins."""

    fields: dict[str, str] = field(default_factory=dict)
    end: int = 0

    def get(self, name: str) -> str | None:
        """Return the field ``name``, or None where the head does not give it."""
        return self.fields.get(name)


def read_header(text: str) -> Header:
    """Return the head of ``text``; empty, ending at 0, where the text begins at once.

    A head is a first block of nothing but ``Key: value`` lines, up to a blank line, that names a publisher, date, byline, address or
    two other known fields; so a first paragraph such as "Note: …" or "Clinton: we …" stays text, as do the fields of an incident's record.
    """
    start = len(text) - len(text.lstrip("﻿\r\n \t"))
    front = _FRONT.match(text, start, start + _LONGEST)
    if front:
        fields, _ = _fields(front["fields"])
        return Header(fields, _after(text, front.end()))
    end = _BLANK.search(text, start, start + _LONGEST)
    if not end:
        return Header()
    fields, whole = _fields(text[start : end.start()])
    if _is_record(text[start : end.start()]) and not fields.keys() - {"published", "place", "title", "external_id", "note"}:
        return Header()
    strong = [name for name in fields if name not in _WEAK]
    if not whole or not (strong or len(fields) > 1):
        return Header()
    return Header(fields, end.end())


def _fields(block: str) -> tuple[dict[str, str], bool]:
    """Known fields of a block, the first of each name, and whether every line is a field or continues one."""
    fields: dict[str, str] = {}
    last, whole = "", True
    for line in block.splitlines():
        match = _LINE.match(line)
        if match and not line[0].isspace():
            last = KEYS.get(" ".join(match["key"].lower().split()), "")
            if last:
                fields.setdefault(last, _unquoted(match["value"]))
        elif line.strip() and not (line[0].isspace() and fields):
            whole = False
    return fields, whole


def _is_record(block: str) -> bool:
    """Whether the fields of a block tell of an incident: "Location: …", "Killed: 5"."""
    lines = re.split(r"\r?\n|[.;|·] (?=[A-Z])", block)
    keys = (match["key"].lower() for line in lines if (match := _LINE.match(line)))
    return any(word in _recorded() for key in keys for word in (key, key.split()[-1]))


@cache
def _recorded() -> frozenset[str]:
    """Field names of a record of one incident: its date is the incident's, not that of publication, and all of it is text."""
    known = cast("dict[str, list[str]]", vocabulary("incident_fields"))["fields"]
    return frozenset(known) | frozenset("location county governorate belligerents result participants".split())


def _unquoted(value: str) -> str:
    """The value without the quotation marks that YAML may put round it."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _after(text: str, at: int) -> int:
    """The first code point at or after ``at`` that is no white space."""
    return at + len(text[at:]) - len(text[at:].lstrip())
