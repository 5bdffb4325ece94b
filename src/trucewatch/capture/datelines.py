"""Datelines → place, day and agency: "BEIRUT, June 7 (Wire A) -", "SAN SALVADOR, 3 Jan 90 --", "Damascus, 8 June 2012" alone on a line."""

import re
from dataclasses import dataclass

from trucewatch.capture.written_dates import MONTH_NUMBERS, WrittenDate, dates_in

_CALENDAR = "|".join([*MONTH_NUMBERS, "mon", "tues?", "wed", "thur?s?", "fri", "sat", "sun"])
_WORD = rf"(?!(?i:{_CALENDAR})(?:day|nesday|urday)?\b)(?:[^\W\d_a-z][\w'’.-]*|[aA]l-[\w'’-]+)"
_PLACE = (
    rf"(?P<place>{_WORD}(?:[ /-](?:{_WORD}|de|del|la|el|es|of|the|and|on|upon|sur)){{0,5}}"
    rf"(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}(?: \([^\W\d][^()\n]{{1,30}}\)(?=,))?)"
)
_WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = r"(?P<date>(?=[^\n]{0,12}\d)[^()\[\]\n–—―]{3,24}?)"
_CREDIT = r"(?:[(\[](?P<credit>[^()\[\]\n]{2,60})[)\]])"
_DASH = r"(?:\s*(?:--+|[–—―])\s*|\s+-\s+|\s*:?\s*(?=\[(?:TEXT|REPORT|EXCERPT)))"

_RUN_IN = re.compile(rf"\s*{_PLACE}(?:,?\s+{_WEEKDAY}{_DATE})?,?\s*{_CREDIT}?\s*{_DASH}")
_BRACKETED = re.compile(rf"\s*\({_PLACE}(?:,\s+{_WEEKDAY}{_DATE})?\)(?P<credit>)?\s*{_DASH}")
_SENTENCE = re.compile(rf"\s*{_PLACE},\s+{_WEEKDAY}{_DATE}\s*{_CREDIT}?\.\s+(?=\S)")
_ALONE = re.compile(rf"\s*(?:{_PLACE}(?:,?\s+|\s+\|\s+))?{_WEEKDAY}{_DATE}\.?\s*")
_BARE = re.compile(rf"\s*{_WEEKDAY}{_DATE}\.?\s*")
_LABELS = frozenset(
    "published posted updated issued released date dated incident modified last first created accessed archived on by for".split()
)
_FIRST_LINES = 12


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed. ``text`` is the dateline as written, from code point ``start``."""

    text: str
    start: int
    place: str | None
    written: WrittenDate | None
    credit: str | None


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """Return the dateline of the report that begins at ``start``, or None.

    Looked for at the head of the first lines: run into the first sentence before a dash, or alone on a line with a full date. A line
    that a label stands over ("Incident date") gives another date, not the report's.
    """
    at, before = start, ""
    for line in text[start : start + 6_000].split("\n")[:_FIRST_LINES]:
        found = _run_in(line, at)
        if not found and not before.lower().strip(" :\r").endswith(("date", "dates")):
            found = _alone(line, at)
        if found:
            return found
        at += len(line) + 1
        before = line.strip() or before
    return None


def _run_in(line: str, at: int) -> Dateline | None:
    """A dateline run into the first sentence: it has a date, an agency in brackets, or a place in capitals."""
    bracketed = _BRACKETED.match(line[:200])
    match = bracketed or _RUN_IN.match(line[:200]) or _SENTENCE.match(line[:200])
    if not match:
        return None
    written = _whole_date(match["date"])
    if match["date"] and not written:
        return None
    bare = not (written or match["credit"] or bracketed)
    if bare and not (match["place"].isupper() and any(letter.islower() for letter in line[match.end() :])):
        return None
    return _dateline(match, at, match["place"], written, match["credit"])


def _alone(line: str, at: int) -> Dateline | None:
    """A dateline on a line of its own: a full date, perhaps after a place."""
    if len(line) > 80:
        return None
    for pattern in (_BARE, _ALONE):
        match = pattern.fullmatch(line.rstrip())
        written = _whole_date(match["date"]) if match else None
        if not match or not written or written.year is None:
            continue
        place = match.groupdict().get("place")
        if place and place.split()[0].lower().strip(".:") in _LABELS:
            return None
        return _dateline(match, at, place, written, None)
    return None


def _dateline(match: re.Match[str], at: int, place: str | None, written: WrittenDate | None, credit: str | None) -> Dateline:
    found = match.group()
    text = found.strip().rstrip("-–—―:. ").strip("()" if found.lstrip().startswith("(") else "")
    return Dateline(text, at + len(found) - len(found.lstrip()), place, written, credit)


def _whole_date(words: str | None) -> WrittenDate | None:
    """The date that ``words`` are, and nothing but a date."""
    if not words:
        return None
    written = next(dates_in(words), None)
    return written if written and len(written.text) >= len(words.strip(" ,.")) else None
