"""Parse and publication date → every time the text names, each as an interval of days with the words it rests on.

Trigger words are looked up token by token; rules read outward from each (``dates``, ``relative``). Times that count from another time
of the text ("the next day", "two weeks after the massacre in Houla") are resolved in a second pass; where the text does not give what
they count from they stay unknown.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from trucewatch.reading.anchors import UNKNOWN, Extent, day_of_month, month, through
from trucewatch.reading.dates import Found, Scan, read_joined, read_middle, read_month, read_numeric, read_season, read_year
from trucewatch.reading.headings import heading_over, is_fields
from trucewatch.reading.parse import Parse
from trucewatch.reading.relative import read_day_word, read_part, read_unit, read_weekday
from trucewatch.reading.timecounts import resolve_counted
from trucewatch.reading.timewords import time_words
from trucewatch.records.extent import When

type Rule = Callable[[Scan, int], Found | None]

_BEGAN = frozenset(("began", "begun", "started", "erupted", "launched", "broke", "out", "resumed", "collapsed", "ended"))
_VAGUE_WORDS = frozenset(("recently", "previously", "formerly"))
_FUTURE = frozenset(
    ("will", "'ll", "’ll", "shall", "wo", "would", "due", "scheduled", "planned", "expected", "to", "next", "deadline", "tomorrow")
)


@cache
def _triggers() -> dict[str, Rule]:
    """Return the rule of every trigger word."""
    words = time_words()
    rules: dict[str, Rule] = {}
    rules.update(dict.fromkeys(words.seasons, read_season))
    rules.update(dict.fromkeys(words.parts, read_part))
    rules.update(dict.fromkeys(words.units, read_unit))
    rules["night"] = _night
    rules.update(dict.fromkeys(("day", "eve"), _feast))
    rules.update(dict.fromkeys(("christmas",), _feast))
    rules.update(dict.fromkeys(words.weekdays, read_weekday))
    rules.update(dict.fromkeys(words.months, read_month))
    rules.update(dict.fromkeys(("yesterday", "today", "tonight", "tomorrow", "overnight"), read_day_word))
    rules.update(dict.fromkeys(_VAGUE_WORDS, lambda _, i: Found(i, i + 1, UNKNOWN, "vague")))
    rules.update({str(number): read_year for number in range(1500, 2100)})
    rules.update({f"{number}s": read_year for number in range(1800, 2100, 10)})
    return rules


_FEASTS = {
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "eve"): (12, 31),
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("may", "day"): (5, 1),
}


def _feast(scan: Scan, index: int) -> Found | None:
    """Read "New Year's Day", "Christmas Eve"; any other "day" is a unit."""
    for words, (number, day) in _FEASTS.items():
        start = index + 1 - len(words)
        if start >= 0 and tuple(scan.words[start : index + 1]) == words and scan.at(index + 1) not in ("day", "eve"):
            return Found(start, index + 1, day_of_month(scan.published, number, day, None, future=scan.future(index)), "date without year")
    return read_unit(scan, index) if scan.at(index) == "day" else None


def _night(scan: Scan, index: int) -> Found | None:
    return read_part(scan, index) or read_unit(scan, index)


def find_times(parse: Parse, published: date | None) -> tuple[When, ...]:
    """Return the times of the text in text order. Relative ones are unknown where ``published`` is None, or outside the years 1000–9000."""
    doc = parse.doc
    if published is not None and not 1000 <= published.year <= 9000:
        published = None  # counting back from it would leave the calendar
    scan = Scan(parse.lower, lambda i: doc[i].text, published, lambda i: _future(parse, i))
    found = _merge(scan, _scan(scan))
    found = _mark_datelines(parse, found, published)
    found = resolve_counted(parse, found, published)
    return tuple(
        When(
            f.extent.earliest,
            f.extent.latest,
            f.extent.precision,
            parse.words(parse.span(f.start, f.end)),
            (parse.span(f.start, f.end),),
            f.rule,
        )
        for f in found
    )


def _scan(scan: Scan) -> list[Found]:
    """Run the rule of every trigger word; where two readings overlap the longer one stays."""
    triggers, found = _triggers(), list[Found]()
    for index, word in enumerate(scan.words):
        rule = triggers.get(word)
        if rule is None:
            if len(word) >= 6 and word[0].isdigit() and word[-1].isdigit() and ("/" in word or "." in word):
                rule = read_numeric
            elif word.startswith("mid-") and word[4:] in triggers:
                rule = read_middle
            elif "-" in word and word.partition("-")[0] in time_words().months:
                rule = read_joined
            else:
                continue
        if found and found[-1].end > index and rule in (read_year, read_part):
            continue
        one = rule(scan, index)
        if one is None:
            continue
        while found and found[-1].start >= one.start and found[-1].end <= one.end:
            found.pop()
        if found and found[-1].end > one.start:
            if one.end - one.start <= found[-1].end - found[-1].start:
                continue
            found.pop()
        found.append(one)
    return found


def _merge(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """Join what names one time: "Friday, 25 May", "on the night of 25 May", "between 3 May and 5 May", "since March 2011"."""
    merged: list[Found] = []
    for one in found:
        if merged:
            last = merged[-1]
            gap = scan.words[last.end : one.start]
            joined = _join(scan, last, one, tuple(gap))
            if joined:
                merged[-1] = joined
                continue
        merged.append(one)
    return [_since(scan, one) for one in merged]


_PLAIN_GAPS = {
    (),
    (",",),
    ("the",),
    (",", "the"),
    ("(",),
    ("on",),
    ("of",),
    ("at",),
    ("on", "the"),
    (",", "on"),
    ("on", "the", "night", "of"),
}


def _join(scan: Scan, last: Found, one: Found, gap: tuple[str, ...]) -> Found | None:
    """Return the join of two neighbouring times, None where they are two times."""
    if gap in _PLAIN_GAPS:
        if last.rule.startswith("weekday") and one.rule.startswith("date"):
            agree = one.extent is UNKNOWN or one.extent.earliest is None or not scan.published or _same_weekday(scan, last, one)
            rule = one.rule if agree else "date against weekday"
            return Found(last.start, one.end, one.extent, rule)
        if last.rule in ("overnight", "this part of the day") and one.rule.startswith("weekday"):
            return Found(last.start, one.end, one.extent, one.rule)
        if last.rule.startswith("date") and one.rule == "weekday" and _same_weekday(scan, one, last):
            return Found(last.start, one.end, last.extent, last.rule)
        if last.rule == "month without year" and one.rule == "calendar" and scan.at(one.end - 1) == "year":
            return _month_of_year(scan, last, one)
    if gap in (("and",), ("to",), ("until",), ("-",), ("–",), ("through",)) and last.rule.split()[0] == one.rule.split()[0]:
        lead = scan.at(last.start - 1)
        if (gap == ("and",)) != (lead == "between"):
            return None
        if gap != ("and",) and lead not in ("from", "between", "of", "for", "during", "(") and gap[0] not in ("-", "–", "through"):
            return None
        first = last.extent
        extent = through(first, one.extent)
        return Found(last.start, one.end, extent, one.rule + " range") if extent is not UNKNOWN else None
    return None


def _month_of_year(scan: Scan, last: Found, one: Found) -> Found | None:
    """Return "August this year", "August of last year"."""
    if last.extent.earliest is None or one.extent.earliest is None:
        return None
    number = next(time_words().months[word] for word in scan.words[last.start : last.end] if word in time_words().months)
    return Found(last.start, one.end, month(None, number, one.extent.earliest.year), "month")


def _same_weekday(scan: Scan, last: Found, one: Found) -> bool:
    """Tell whether the weekday named is that of the date named."""
    names = time_words().weekdays
    named = next((names[w] for w in scan.words[last.start : last.end] if w in names), None)
    return one.extent.earliest is None or named is None or one.extent.earliest.weekday() == named


def _since(scan: Scan, one: Found) -> Found:
    """Stretch "since March 2011" to the publication date; a night from one day to the next is the day it began."""
    if one.extent.precision == "days" and scan.at(one.start - 1) in ("of", "between", "from") and scan.at(one.start - 2) == "night":
        first, last = one.extent.earliest, one.extent.latest
        if first and last and (last - first).days == 1:
            return replace(one, extent=Extent.day(first))
    since = _since_clause(scan, one)
    if since is not None and one.extent.earliest and scan.published and one.extent.earliest <= scan.published:
        return Found(one.start, one.end, Extent(one.extent.earliest, scan.published, "range"), "since")
    if (
        scan.at(one.start - 1) == "since"
        and one.extent.earliest
        and scan.published
        and one.extent.earliest <= scan.published
        and one.rule != "ago"
    ):
        return Found(one.start - 1, one.end, Extent(one.extent.earliest, scan.published, "range"), "since")
    return one


def _since_clause(scan: Scan, one: Found) -> int | None:
    """Return where "since the offensive began on Tuesday" opens, None where the time ends no such clause."""
    at = one.start - 1
    if scan.at(at) in ("on", "in", "at", "last"):
        at -= 1
    if scan.at(at) not in _BEGAN:
        return None
    return next((here for here in range(at - 1, max(-1, at - 8), -1) if scan.at(here) == "since"), None)


def _future(parse: Parse, index: int) -> bool:
    """Tell whether the clause around a time is of the future: "will meet on Friday", "due on Friday", "a deadline of Friday"."""
    token = parse.doc[index]
    for _ in range(6):
        if token.lower_ in _FUTURE and token.lower_ != "to":
            return True
        if token.pos_ in ("VERB", "AUX"):
            words = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
            if words & {"will", "'ll", "’ll", "shall", "wo"}:
                return True
            if any(child.lower_ == "had" and child.dep_ == "aux" for child in token.head.children):
                return False  # "had planned to return on Friday" is of the past
            return (
                "to" in words
                and token.tag_ == "VB"
                and token.head.lemma_ in ("plan", "go", "expect", "schedule", "due", "intend", "promise", "vow", "be", "agree")
            )
        if token.head is token:
            return False
        token = token.head
    return False


def _mark_datelines(parse: Parse, found: Sequence[Found], published: date | None) -> list[Found]:
    """Name the rule of times in datelines: they say when a report was sent, not when anything happened."""
    ends = [(line.start, line.end) for line in parse.datelines]
    over = heading_over(parse) if found and published else ()
    return [replace(f, rule="dateline") if _sent(parse, f, ends, over, published) else f for f in found]


_OPENING = 12
"""Within how many tokens a text opens with its place and day."""


def _verbless(parse: Parse, at: int) -> bool:
    sentence, tree = parse.sentence_of[at], parse.tree
    words = [here for here in range(min(len(tree), 2 * _OPENING)) if parse.sentence_of[here] == sentence]
    return len(words) < 2 * _OPENING and not any(tree.pos[here] in ("VERB", "AUX") for here in words)


def _sent(parse: Parse, found: Found, ends: Sequence[tuple[int, int]], over: Sequence[int], published: date | None) -> bool:
    """Tell whether a time stands in a dateline, or is the day of publication in a heading ("Press office, 10 February 2020")."""
    at = parse.starts[found.start]
    if any(start <= at < end for start, end in ends):
        return True
    if found.start < _OPENING and found.rule.startswith("date") and found.extent.earliest == published and _verbless(parse, found.start):
        return True
    number = parse.paragraph_of[found.start]
    heads = bool(over) and over[number] < 0 and number in over
    return heads and found.rule == "date" and found.extent.earliest == published and not is_fields(parse.paragraphs[number].of(parse.text))
