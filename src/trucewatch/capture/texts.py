"""A decoded text, with what is known of it → a Document: publisher, byline, dateline, date with every basis, credits, language."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from urllib.parse import urlsplit

from trucewatch.capture.credits import credited
from trucewatch.capture.datelines import Dateline, find_dateline
from trucewatch.capture.header import Header, read_header
from trucewatch.capture.language import language_of, script_of, stated_language
from trucewatch.capture.written_dates import dates_in, day_of
from trucewatch.records.capture import DateEvidence, Document
from trucewatch.records.identity import identify
from trucewatch.records.terms import PublishedBasis

_ORDER: tuple[PublishedBasis, ...] = ("given", "metadata", "dateline", "text", "file")
_STATED = re.compile(
    r"\b(?:published|posted|issued|released|filed|first published|date of publication|publication date|last (?:updated|modified)|updated)"
    r"\s*(?:on|at|:|-|–)?\s*(?=\S)(?P<when>[^\n]{4,60})",
    re.IGNORECASE,
)
_RELEASE = re.compile(r"\bfor immediate release\b\W*(?P<when>[^\n]{4,60})?", re.IGNORECASE)
_LABEL_LINE = re.compile(
    r"^(?:date published|published|publication date|posted|date of issue)\s*:?\s*\r?\n+\s*(?P<when>[^\n]{4,60})",
    re.IGNORECASE | re.MULTILINE,
)
_BY = re.compile(r"^[ \t]*(?:by|BY|By)[: \t]+(?P<name>[^\W\d_a-z][^\n]{2,80}?)[ \t]*\r?$", re.MULTILINE)
_FILE_DATE = re.compile(r"(?<!\d)(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?!\d)")
_EDGE = 1_500


def document_of(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    path: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    external_id: str | None = None,
    item: str | None = None,
    credit: str | None = None,
    language: str | None = None,
    evidence: Iterable[DateEvidence] = (),
    plain: bool = True,
) -> Document:
    """Return the document that ``text`` is, unchanged.

    ``published`` and ``publisher`` are given by the person, and stronger than anything found. ``path`` is where the text was read from,
    as the person gave it, ``item`` the SHA-256 of its bytes. ``title``, ``byline``, ``url``, ``external_id``, ``credit``, ``language``
    are what the format says of it (a page's metadata, a table's columns), ``evidence`` the dates it gives, with their basis. ``plain``:
    the text may begin with ``Key: value`` lines; ``body_start`` is then where reading begins.

    The date used is the first of given · metadata · dateline · text · file; every basis found is kept, in that order.
    """
    header = read_header(text) if plain else Header()
    body = text[header.end :]
    dateline = find_dateline(text, header.end)
    publisher = publisher or header.get("publisher") or _host(url or header.get("url"))
    byline = byline or header.get("byline") or _byline(body)
    bases = _bases(body, published, header, dateline, path, evidence)
    day = bases[0].day if bases else None
    return Document(
        id=identify("d", text, publisher or "", day or ""),
        text=text,
        item=item,
        path=path,
        sha256=item,
        external_id=external_id or header.get("external_id"),
        url=url or header.get("url"),
        title=title or header.get("title"),
        publisher=publisher,
        byline=byline,
        dateline=dateline.text if dateline else None,
        published=day,
        published_basis=bases[0].basis if bases else "unknown",
        published_bases=bases,
        credits=credited(
            body,
            dateline=dateline.credit if dateline else None,
            byline=byline,
            fields=tuple(value for value in (credit, header.get("credit")) if value),
            publisher=publisher,
        ),
        language=language or stated_language(header.get("language")) or language_of(body),
        script=script_of(body),
        body_start=header.end,
    )


def _bases(
    body: str, given: date | None, header: Header, dateline: Dateline | None, path: str | None, evidence: Iterable[DateEvidence]
) -> tuple[DateEvidence, ...]:
    """Every basis for the publication date, the strongest first, each day once for a basis."""
    found = [DateEvidence("given", given, given.isoformat())] if given else []
    stated = header.get("published")
    if stated and (day := day_of(stated)):
        found.append(DateEvidence("metadata", day, stated))
    found += evidence
    found += _in_text(body)
    if path and (match := _FILE_DATE.search(PurePath(path).name)) and (day := day_of(match.group().replace("_", "-"))):
        found.append(DateEvidence("file", day, match.group()))
    found.sort(key=lambda basis: _ORDER.index(basis.basis))
    if dateline and dateline.written and (day := _completed(dateline, found)):
        found.append(DateEvidence("dateline", day, dateline.text))
        found.sort(key=lambda basis: _ORDER.index(basis.basis))
    return tuple({(basis.basis, basis.day): basis for basis in reversed(found)}.values())[::-1]


def _completed(dateline: Dateline, found: list[DateEvidence]) -> date | None:
    """The dateline's day; a year it leaves out is taken from the strongest other basis, never guessed."""
    written = dateline.written
    if written is None or written.year is not None:
        return written.exact if written else None
    return written.nearest(found[0].day) if found else None


def _in_text(body: str) -> list[DateEvidence]:
    """Days the text itself states as its own date, in its first or last lines."""
    found = []
    for edge in (body[:_EDGE], body[-_EDGE // 3 :] if len(body) > _EDGE else ""):
        for pattern in (_STATED, _LABEL_LINE, _RELEASE):
            match = pattern.search(edge)
            words = (match["when"] or "") if match else ""
            written = next(dates_in(words[:40]), None)
            if written and written.exact and written.start < 16:
                found.append(DateEvidence("text", written.exact, written.text))
    return found[:1]


def _byline(body: str) -> str | None:
    """The name after "By" on a line of its own near the head."""
    match = _BY.search(body[:_EDGE])
    if not match or match["name"].endswith((".", "?", "!")) or len(match["name"].split()) > 10:
        return None
    return match["name"]


def _host(url: str | None) -> str | None:
    """The site an address belongs to, as the publisher of last resort."""
    host = urlsplit(url).hostname if url and "//" in url else None
    return host.removeprefix("www.") if host else None
