"""Where a paragraph opens with a dateline ("BEIRUT, Oct 6 (AFP) -", "SAN SALVADOR, 3 JAN 90 -- [TEXT]"), so that it joins no sentence."""

import re

from trucewatch.records.span import Span

_LONGEST = 120
_NAME = r"(?:[A-ZÀ-Þ][\w.'’]*(?:[- /][\w.'’]+){0,3})"
_DATE = r"(?:(?:on )?\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?(?:,? '?\d{2,4})?"
_DATE += r"|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|[A-Z][a-z]+day)"
_PART = rf"(?:{_DATE}|{_NAME})"
_DATELINE = re.compile(
    rf"(?:{_NAME}(?: ?[,/;] ?{_PART}){{0,4}}(?: {_DATE})?(?: ?[(\[][^()\[\]]{{1,40}}[)\]])*|[(\[][A-Z][\w .,/-]{{1,40}}[)\]]|{_DATE})"
    r"[,:.]?(?: ?(?:--|—|–) ?| - )(?: ?\[[^\]]{1,60}\])*(?: ?\([A-Z]{2,10}\) ?(?:--|—|–|-))?[ \n]*(?=[\"“”'‘(\[A-Z0-9À-Þ])"
)
_OPENERS = frozenset("The A An In On At By He She It They We This That But And For Of As If No".split())
_BEFORE_COLON = re.compile(rf"[A-ZÀ-Þ]{{4,}}(?:[ -][A-ZÀ-Þ]{{2,}})?(?:, ?{_DATE})?: ?(?=[A-ZÀ-Þ\d][^\n]{{40}})")
"""A place in capitals and a colon, as South Asian papers write it ("SRINAGAR: Six persons …")."""
_ENTRY = re.compile(rf"(?:^|[.\n] ?){_DATE} ?(?:--|—|–|- )", re.MULTILINE)
_OUTSIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_RANGE = re.compile(r"\d[–-]\d")
"""The dash of "Night of 26–27 September"."""
_BRACKETED = re.compile(r"(?:[ \n]*\[[^\]]{1,60}\])+[ \n]*")


def dateline_of(text: str, paragraph: Span) -> Span | None:
    """Return the span of the dateline ``paragraph`` opens with, its dash included, None where it opens with none."""
    window = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    if (place := _BEFORE_COLON.match(window)) is not None:
        return Span(paragraph.start, paragraph.start + place.end())
    if "-" not in window and "—" not in window and "–" not in window:
        return None
    found = _DATELINE.match(window.replace("\n", " "))
    alone = paragraph.start == 0 and _ENTRY.search(text, paragraph.start + (found.end() if found else 0)) is None
    if not found or not _is_dateline(found[0], alone=alone) or _RANGE.fullmatch(window[max(0, found.end() - 2) : found.end() + 1]):
        return None
    end = paragraph.start + found.end()
    after = _BRACKETED.match(text, end)
    return Span(paragraph.start, after.end() if after and after.end() < paragraph.end else end)


def _is_dateline(words: str, *, alone: bool) -> bool:
    """Tell a dateline from a clause with a dash: a place in capitals, words with a date or agency, or one or two names.

    A day with its year is one where it opens a text and no other day does so (``alone``).
    """
    head = re.split(r"[,(\[—–]|--| - ", words)[0].strip()
    letters = [c for c in head if c.isalpha()]
    if letters and all(c.isupper() for c in letters) and len(letters) > 2:
        return True
    plain = words.rstrip(" -—–\n")
    names = plain.split()
    if re.fullmatch(_DATE, plain.rstrip(",:. ")):
        return alone and plain[-5:].strip(",:. ")[-4:].isdigit()  # "April 27 - Rival units …": an entry of a chronology
    if names[0] in _OPENERS or any(word.islower() and len(word) > 3 for word in _OUTSIDE.sub(" ", plain).split()):
        return False
    return any(c.isdigit() for c in plain) or "(" in plain or (len(names) <= 2 and names[0] not in _OPENERS and names[-1][:1].isupper())
