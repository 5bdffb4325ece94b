"""The place that heads an entry: "SAMARRA - Gunmen …", "Duduza (Nigel): A mob …", "2/6 · Toribío. Two gunmen …", "k12. Tarmiya. Friday …".

A parse goes in, the tokens of such names come out, each with the tokens of the entry it heads. The form of the line decides, not the name:
marks of a list, a number or a day, then capitalised words, then what closes a head. Words that label anything else, people and sources
under their own name, and datelines are none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, cast

from trucewatch.reading.actors import actors
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.nameruns import NUMBERED
from trucewatch.reading.offices import offices
from trucewatch.reading.parse import Parse
from trucewatch.reading.periods import COVERING, Period
from trucewatch.reading.placewords import place_words
from trucewatch.reading.senders import SENDERS
from trucewatch.reading.timewords import time_words
from trucewatch.records.span import Span
from trucewatch.vocab import vocabulary

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
_WHEN = (
    rf"(?:{_DAY},?\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|{_DAY})(?:,?\s+{_DAY})?"
)
_SENT = re.compile(rf"[^,.\n]{{2,40}}(?:,[^,.\n]{{2,30}})?,?\s+{_WHEN}\s*(?:\.(?=\s)|[.:–—-]?\s*$)")
"""A place and a day at the head of a line: where and when a document was written, unless the text has several such lines."""
_RECORD = (
    r"(?:entry|incident|case|item|event|testimony|file|record|alert|visit|day|no\.?|page|village|town|city|hamlet|district|scene|site|row|line"
    r"|violation|complaint|ref|allegation|report|attack|strike|note)"
)
_PART = r"(?:\s+(?:early|late|before|after|night|morning|evening|afternoon|dawn|noon|midnight|dusk))*"
_HOUR = r"(?:,?\s+(?:at\s+|about\s+|around\s+)?\d{1,4}(?:[:.h]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|hours|hrs|h)?)?"
_GLOSSED = r"(?:\s*\([^()\n]{1,30}\))?"
_PERSON = (
    r"(?-i:[A-ZÀ-Þ][\w.'’-]+(?:\s(?:[a-z]{1,3}\s)?[A-ZÀ-Þ][\w.'’-]*){1,4})(?:,\s\d{1,2}(?=[,;]|\syears)|\s\(\d{1,2}\))[^.|\n]{0,60}\.\s+"
)
"""Somebody whose case an entry is: "JOSE LOPEZ, 26, electrician."."""
_LEAD = re.compile(
    r"[\s*•·#>–—-]*"
    rf"(?P<lead>(?:\(?\d{{1,3}}(?:/\d{{1,3}})?[.)]\s+|\(?[a-z]\)\s+|[A-Za-z]{{0,3}}-?\d[\w/-]*{_GLOSSED}\s*[.:|]\s+"
    rf"|{_RECORD}(?:\s+page)?(?:\s+[\w/.-]*\d[\w/-]*)?{_GLOSSED}\s*[.:|–—-]\s+)*"
    rf"(?:{_WHEN}{_PART}{_HOUR}{_GLOSSED}\s*[,.:·|–—-]+\s*)?(?:{_PERSON})?)",
    re.IGNORECASE,
)
_WORD = r"(?:[A-ZÀ-ÞĀĆČĐŁŚŠŞŻŽİ][\w'’ʼ-]*|St\.)"
_SMALL = r"(?:(?:de|del|della|la|las|los|el|al|da|do|dos|das|e|y|i|of|the|bin|ul|ou|sur|en|na|nad)[ -])"
_NAME = re.compile(rf"(?:[a-z]{{2}}-)?{_WORD}(?:[ ]{_SMALL}{{0,2}}(?:{_WORD}|\d{{1,3}}\b)){{0,4}}")
_GLOSS = re.compile(r"\s*\((?!\d)[^()\n]{1,40}\)")
_CLOSE = re.compile(r"\s*[:·|](?=\s)|\s+[–—-](?=\s)")
_END = re.compile(r"[.:](?=\s|$)|\s[·|–—-](?=\s)|\n|$")
_COUNTED = re.compile(r"\s*(?:at least |about |some |over )?\d[\d,]* (?:[a-z]+ )?(?:dead|killed|wounded|injured|hurt|missing|deaths?)\b")
_LONGEST = 110
"""Characters of a line within which its head ends."""
_HEAD_WORDS = frozenset(
    """of the in at near on and to from about around after before same day days night night-time evening afternoon morning noon midnight
    dawn dusk nightfall daybreak sunrise sunset late early shortly approximately hours hrs local time week official name also known as km
    p.m. a.m. pm am first second third half between municipality jurisdiction testimonies d'état""".split()
)


_DOCUMENTS = frozenset(
    """release communique communiqué statement bulletin report reports note update summary factbox correction background chronology timeline
    press dispatch cable telegram message briefing advisory alert appeal notice""".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """The tokens ``[start, end)`` of a name that heads the entry whose tokens end before ``stop``."""

    start: int
    end: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    line: int
    sure: bool
    shape: str


@cache
def _common() -> frozenset[str]:
    """Return the common words of the news, none of which is a place by itself."""
    data = cast("dict[str, Any]", vocabulary("common_words"))
    return frozenset(word for band in data["bands"] for word in str(band["words"]).split())


def entry_heads(parse: Parse, gazetteer: Gazetteer) -> tuple[Head, ...]:
    """Return the places that head entries, in text order; kept beside the parse."""
    kept = parse.notes.get("entry heads")
    if isinstance(kept, tuple):
        return cast("tuple[Head, ...]", kept)
    found = list(_lines(parse, gazetteer))
    alike = Counter(one.shape for one in found)
    sent = [one for one in found if _SENT.match(parse.text[one.line :].partition("\n")[0].strip())]
    if len(sent) == 1 and not _within(parse, sent[0].line) and not _long_ago(parse):
        found.remove(sent[0])
    names = Counter(parse.text[one.start : one.end].lower() for one in found)
    found = [one for one in found if one.sure or (alike[one.shape] > 1 and names[parse.text[one.start : one.end].lower()] == 1)]
    heads = parse.notes["entry heads"] = tuple(_reaching(parse, found))
    return heads


def _within(parse: Parse, at: int) -> bool:
    """Tell whether a line stands amid a text, where nobody writes from where and when it was sent."""
    first, _ = parse.tokens_in(Span(at, at + 1))
    number, last = parse.paragraph_of[min(first, len(parse.paragraph_of) - 1)], parse.paragraph_of[-1]
    return _OPENING < number < last and len(parse.paragraphs[number].of(parse.text)) > _ALONE


_OPENING = 2
"""Paragraphs at most before the line that says where and when a text was written."""
_ALONE = 45
"""Characters at most of a line that says nothing else."""


_RECENT = 14
"""Days at most from a report's own day to its publication."""


def _long_ago(parse: Parse) -> bool:
    """Tell whether the headings give a day long before publication: that of what happened, not of the report."""
    period, published = parse.notes.get("period"), parse.notes.get("published")
    return isinstance(period, Period) and isinstance(published, date) and (published - period.latest).days > _RECENT


def head_over(parse: Parse, token: int) -> Head | None:
    """Return the head of the entry a token stands in, None in no entry or before heads were looked for."""
    kept = cast("tuple[Head, ...]", parse.notes.get("entry heads", ()))
    return next((head for head in kept if head.end <= token < head.stop), None)


def heading_spans(parse: Parse) -> frozenset[int]:
    """Return where in the text the names start that head entries."""
    kept = cast("tuple[Head, ...]", parse.notes.get("entry heads", ()))
    return frozenset(parse.starts[head.start] for head in kept)


def _reaching(parse: Parse, found: list[_Found]) -> Iterator[Head]:
    """Yield each head with where its entry ends: its paragraph, or all that follows where nothing else is headed."""
    spans = [parse.tokens_in(Span(one.start, one.end)) for one in found]
    for number, (start, end) in enumerate(spans):
        if start >= end:
            continue
        after = next((low for low, high in spans[number + 1 :] if low < high), len(parse.tree))
        paragraph = parse.paragraph_of[start]
        last = next((at for at in range(end, len(parse.tree)) if parse.paragraph_of[at] > paragraph), len(parse.tree))
        alone = last - end <= _BARE  # a line of its own heads what follows it
        yield Head(start, end, after if alone or len(spans) == 1 else min(after, last))


_BARE = 25


def _lines(parse: Parse, gazetteer: Gazetteer) -> Iterator[_Found]:
    """Yield what may be the place at the head of each line."""
    datelines = [line for line in parse.datelines if not re.search(r"\d|\(", line.of(parse.text))]
    sent_on = {parse.starts[token] for token in cast("tuple[int, ...]", parse.notes.get("sent", ()))}
    text, start = parse.text, 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start : min(stop, start + _LONGEST * 2)]
        sent = [one for one in parse.datelines if one.start <= start + 3 and one.end > start]
        if not sent or (len(datelines) > 1 and sent[0] in datelines):
            found = _head_of(line, gazetteer, title=not text[:start].strip() and stop < len(text))
            if found is not None and not any(start <= at < start + _LONGEST for at in sent_on):
                low, high, sure, shape = found
                if _may_be_place(parse, Span(start + low, start + high), shape):
                    yield _Found(start + low, start + high, start, sure, shape)
        start = stop + 1


def _may_be_place(parse: Parse, name: Span, shape: str) -> bool:
    """Tell whether a head may be a place: nobody whose case an entry is ("John Mbeki. Shot at his home"), and before a stop no label."""
    first, last = parse.tokens_in(name)
    tree = parse.tree
    if last - first > 1 and all(parse.doc[at].ent_type_ == "PERSON" for at in range(first, last)):
        after = last
        while after < len(tree) - 1 and (not tree.lower[after].isalnum()):
            after += 1
        if tree.tag[after] in ("VBN", "VBD", "PRP", "PRP$") or tree.lower[after] in _OF_PERSONS:
            return False
    return shape != "stop" or all(tree.tag[at] in ("NNP", "NNPS") for at in range(first, last))


_OF_PERSONS = frozenset(
    "aged age born son daughter brother sister wife husband widow shot killed arrested abducted stabbed taken seized".split()
)


def _head_of(line: str, gazetteer: Gazetteer, *, title: bool = False) -> tuple[int, int, bool, str] | None:
    """Return where in a line its head names a place, whether the form alone makes it sure, and the form."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    led = bool(lead and re.search(r"[\w)]", lead["lead"]))
    name = _NAME.match(line, at)
    if name is None:
        return None
    site = _site_end(line, name.end())
    gloss = _GLOSS.match(line, site)
    end = gloss.end() if gloss else site
    close = _CLOSE.match(line, end)
    if gazetteer.country(name[0]):
        return None  # "Syria: rival accounts of deaths": the country of a text, not the place of an entry
    known = bool(gazetteer.exact(name[0]))
    if close is not None:
        if not is_place_like(name[0]) or _COUNTED.match(line, close.end()):
            return None
        return at, site, known or bool(gloss) or led or title or site > name.end(), "close" + close[0].strip()
    kind = _KIND.match(line, end)
    if led or title or line[end : end + 1] == "," or line[end : end + 2] == ". " or (kind and line[kind.end() : kind.end() + 1] in ",."):
        fields = _of_fields(line, at, gazetteer, led=led, title=title)
        end = kind.end() if kind else end
        if fields is None and not title and line[end : end + 2] == ". " and is_place_like(name[0]):
            return at, site, False, "stop"  # "Avila. The mission was raided": where other lines begin so too
        return fields
    return None


def _of_fields(line: str, at: int, gazetteer: Gazetteer, *, led: bool, title: bool) -> tuple[int, int, bool, str] | None:
    """Return the first place among the fields of a head parted by commas: "Shooting, Baquba, same day, afternoon."."""
    first = line.find(".", at)
    stop = _END.search(line, at)
    if stop is None or stop.start() > at + _LONGEST:
        return None
    dated = re.match(rf"\.\s+{_WHEN}", line[first:]) is not None if first >= 0 else False
    fields = line[at : stop.start()]
    dated = (
        dated or re.search(_WHEN, fields) is not None or re.match(rf"\s*[–—-]\s(?:[a-z]+ of )?{_WHEN}", line[stop.start() :]) is not None
    )
    if not _only_fields(fields, most=_UNKNOWN if title else 1) or not (led or dated or (title and _lies_in(fields, gazetteer))):
        return None
    if not led and any(word.lower() in place_words().bodies | SENDERS for word in re.findall(r"[A-ZÀ-Þ]\w+", fields)):
        return None  # "General Staff Headquarters, Skopje": who issues the text
    here = at
    for part in fields.split(", "):
        name = _NAME.match(part)
        if name is not None and not re.fullmatch(_WHEN, part.strip()):
            site = _site_end(part, name.end())
            gloss = _GLOSS.match(part, site)
            whole = (gloss.end() if gloss else site) >= len(part.rstrip()) or _KIND.fullmatch(part, site) is not None
            whole = whole or (title and _DEED.fullmatch(part, site) is not None)
            if whole and is_place_like(name[0]):
                return here, here + site, led or dated or bool(gazetteer.exact(name[0])) or len(fields) > len(part), "fields"
        here += len(part) + 2
    return None


_UNKNOWN = 3
"""Words at most in a title's head that are none of place or time: "Rasheed wedding tent, Qa'a Shams, Dhamar governorate"."""
_KIND = re.compile(r"\s(?:direction|sector|sub-?sector|front|axis|section|TTL|area|side|stretch|crossing|cercle|circle)\s*")
"""Words for a kind of place after a name that are no part of it."""
_DEED = re.compile(
    r"(?:\s[a-z]+){0,2}\s(?:operation|massacres?|killings?|murders?|bombings?|attacks?|raids?|shootings?|fighting|clash(?:es)?|siege|battle"
    r"|incident|airstrikes?|shelling|ambush|expulsions?|abductions?|disappearances?|executions?|blast|explosion|case)\s*"
)
"""What a title calls after a place: "Malka airstrip operation", "Tubig mosque killings"."""


def _lies_in(fields: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a later field says in what region the first lies: "Tigazarene well, Abala department, Tillabéri region"."""
    known = place_words()
    kinds = known.regions | known.districts | known.settlements
    later = fields.split(", ")[1:]
    return any(gazetteer.exact(part) or gazetteer.country(part) or part.split()[-1].lower() in kinds for part in later if part.strip())


def _only_fields(words: str, most: int = 1) -> bool:
    """Tell whether words are a head: names, numbers, days and words of place, no clause."""
    known = place_words()
    kinds = known.settlements | known.regions | known.districts | known.bearings | known.sites | known.near | time_words().parts
    lower = [word for word in re.findall(r"[^\s,;()]+", words) if word[:1].islower()]
    return sum(word not in kinds and word not in _HEAD_WORDS for word in lower) <= most


def _site_end(line: str, end: int) -> int:
    """Return where the noun for a site ends that follows a name: "Sare Bidji market", "Boundoré gold site"."""
    after = re.match(r"\s([a-z]+(?: [a-z]+)?)(?=[\s,.:;(]|$)", line[end:])
    if after is None:
        return end
    for words in (after[1], after[1].split()[0]):
        last = words.split()[-1]
        if last in place_words().sites or last in place_words().settlements | place_words().regions | place_words().districts:
            return end + 1 + len(words)
    return end


_COUNTED_PLACES = tuple(
    [word]
    for word in """stage block camp section sector zone phase unit ward extension kilometre kilometer post checkpoint point gate
    quarter area district mile hill bridge school kilo cité""".split()
)
"""What a number tells apart: "Imbali Stage 2"."""


def is_place_like(name: str) -> bool:
    """Tell whether capitalised words may name a place: no common words, days, groups, bodies or persons with a title."""
    words = [word.lower() for word in re.split(r"[\s-]+", name)]
    months = time_words()
    if words[-1] in _DOCUMENTS | COVERING or any(word in offices().adjectives for word in words):
        return False  # "Syrian hamlet: what each side says"
    if all(word in _common() or word in place_words().bearings or word.isdigit() for word in words):
        return False
    if any(re.search(r"\d", word) for word in words) and words[0] not in NUMBERED and words[-2:-1] not in _COUNTED_PLACES:
        return False  # "MMR-24-0388", "Illustrative case 87"
    if any(word in months.months or word in months.weekdays or word in actors().groups for word in words):
        return False
    return words[-1] not in place_words().bodies and words[0] not in place_words().titles and len(name) > 2
