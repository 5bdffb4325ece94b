"""Parse and publication date → every time the text names, each as an interval of days with the words it rests on.

Trigger words are looked up token by token; rules read outward from each (``dates``, ``relative``). Times that count from another time
of the text ("the next day", "two weeks after the massacre in Houla") are resolved in a second pass; where the text does not give what
they count from they stay unknown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from trucewatch.reading.anchors import UNKNOWN
from trucewatch.reading.dates import (
    Found,
    Scan,
    read_joined,
    read_middle,
    read_month,
    read_numeric,
    read_season,
    read_short_date,
    read_year,
)
from trucewatch.reading.dayforms import (
    OLD_WORDS,
    ORDINAL_WORDS,
    SPELLED,
    read_easter,
    read_feast,
    read_message,
    read_old,
    read_ordinal,
    read_spelled,
)
from trucewatch.reading.headings import heading_over, is_fields, is_heading, tells_of_report
from trucewatch.reading.joining import join_times
from trucewatch.reading.parse import Parse
from trucewatch.reading.periods import Period, bare_days, heading_words, period_of, placed
from trucewatch.reading.relative import read_day_word, read_eve, read_part, read_weekday
from trucewatch.reading.summons import called_for
from trucewatch.reading.timecounts import resolve_counted
from trucewatch.reading.timewords import time_words
from trucewatch.reading.unitwords import read_unit
from trucewatch.records.extent import When

type Rule = Callable[[Scan, int], Found | None]

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
    rules["morrow"] = _morrow
    rules.update(dict.fromkeys(("day", "eve"), _feast))
    rules.update(dict.fromkeys(("christmas",), _feast))
    rules.update(dict.fromkeys(words.weekdays, _weekday))
    rules.update(dict.fromkeys(OLD_WORDS, read_old))
    rules.update(dict.fromkeys(ORDINAL_WORDS, read_ordinal))
    rules.update(dict.fromkeys(SPELLED, read_spelled))
    rules.update(dict.fromkeys(words.months, read_month))
    rules.update(dict.fromkeys(("yesterday", "today", "tonight", "tomorrow", "overnight"), read_day_word))
    rules.update(dict.fromkeys(_VAGUE_WORDS, lambda _, i: Found(i, i + 1, UNKNOWN, "vague")))
    rules.update({str(number): read_year for number in range(1500, 2100)})
    rules.update({f"{number}s": read_year for number in range(1800, 2100, 10)})
    return rules


def _feast(scan: Scan, index: int) -> Found | None:
    """Read "New Year's Day"; any other "day" is a unit."""
    return read_feast(scan, index) or (read_unit(scan, index) if scan.at(index) == "day" else read_eve(scan, index))


def _weekday(scan: Scan, index: int) -> Found | None:
    return read_easter(scan, index) or read_weekday(scan, index)


def _night(scan: Scan, index: int) -> Found | None:
    return read_part(scan, index) or read_unit(scan, index)


def _morrow(scan: Scan, index: int) -> Found | None:
    """Read "on the morrow": the day after the one told."""
    return Found(index - 1, index + 1, UNKNOWN, "discourse", 1, "day", 1) if scan.at(index - 1) == "the" else None


def find_times(parse: Parse, published: date | None) -> tuple[When, ...]:
    """Return the times of the text in text order. Relative ones are unknown where ``published`` is None, or outside the years 1000–9000."""
    doc = parse.doc
    if published is not None and not 1000 <= published.year <= 9000:
        published = None  # counting back from it would leave the calendar
    parse.notes["published"] = published
    published = _week_of(parse, _sent_on(parse, published))
    period = parse.notes["period"] = _period(parse, published)
    sent, published = published, period.latest if period and period.covering else published
    tags = parse.tree.tag
    scan = Scan(parse.lower, lambda i: doc[i].text, published, lambda i: _future(parse, i), lambda i: tags[i] if i < len(tags) else "")
    found = join_times(scan, _with_days(_scan(scan), parse, period))
    found = [placed(one, period) for one in found] if period else found
    found = _mark_datelines(parse, found, sent)
    found = resolve_counted(parse, found, published, period)
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


def _period(parse: Parse, published: date | None) -> Period | None:
    """Return the stretch of days that the headings of the text give, None where they give none."""
    end = heading_words(parse) if published and not parse.datelines else 0
    if not end:
        return None
    words = parse.lower[:end]
    scan = Scan(words, lambda i: parse.doc[i].text, published, lambda _: False)
    return period_of(parse, join_times(scan, _scan(scan)), published)


def _with_days(found: list[Found], parse: Parse, period: Period | None) -> list[Found]:
    """Return the times with the bare days of the month that head the lines of a chronicle."""
    if period is None or not period.covering:
        return found
    taken = {at for one in found for at in range(one.start, one.end)}
    days = [one for one in bare_days(parse, period) if one.start not in taken]
    return sorted([*found, *days], key=lambda one: one.start) if days else found


def _scan(scan: Scan) -> list[Found]:
    """Run the rule of every trigger word; where two readings overlap the longer one stays."""
    triggers, found = _triggers(), list[Found]()
    for index, word in enumerate(scan.words):
        rule = triggers.get(word)
        if rule is None:
            if word.isalpha():
                continue
            if len(word) >= 6 and word[0].isdigit() and word[-1].isdigit() and ("/" in word or "." in word):
                rule = read_numeric
            elif word[0].isdigit() and word[-1].isdigit() and not word.isdigit() and len(word) >= 6:
                rule = read_message
            elif 3 <= len(word) <= 5 and word[0].isdigit() and ("/" in word or "." in word):
                rule = read_short_date
            elif word.startswith("mid-") and word[4:] in triggers:
                rule = read_middle
            elif ("-" in word or "–" in word) and re.split("[-–]", word)[0] in time_words().months:
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


def _future(parse: Parse, index: int) -> bool:
    """Tell whether the clause around a time is of the future: "will meet on Friday", "due on Friday", "a deadline of Friday"."""
    token = parse.doc[index]
    for _ in range(6):
        if token.lower_ in _FUTURE and token.lower_ != "to":
            return True
        if called_for(token, index):
            return True
        if token.pos_ in ("VERB", "AUX"):
            words = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
            if any(child.lower_ in ("unless", "if") and child.dep_ == "mark" for child in token.children):
                return any(child.lower_ in ("would", "will", "'ll") and child.dep_ == "aux" for child in token.head.children)
            if words & {"will", "'ll", "’ll", "shall", "wo"}:
                return True
            if any(child.lower_ in ("had", "was", "were") and child.dep_ == "aux" for child in token.head.children):
                return False  # "had planned to return on Friday", "were going to market on Friday" are of the past
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
    marked = [replace(f, rule="dateline") if _sent(parse, f, ends, over, published) else f for f in found]
    parse.notes["sent"] = tuple(f.start for f in marked if f.rule == "dateline")
    return marked


_TRANSIT = 3
"""Days at most from a report's dateline to its publication."""


def _sent_on(parse: Parse, published: date | None) -> date | None:
    """Return the day a report counts from: that of its dateline where it was printed a few days later ("JERUSALEM, Oct. 5")."""
    if published is None or not parse.datelines:
        return published
    first, last = parse.tokens_in(parse.datelines[0])
    words = parse.lower[first:last]
    scan = Scan(words, lambda i: parse.doc[first + i].text, published, lambda _: False)
    day = next((f.extent.earliest for f in _scan(scan) if f.rule.startswith("date") and f.extent.precision == "day"), None)
    return day if day and 0 < (published - day).days <= _TRANSIT else published


_HEAD = 24
"""Tokens within which a report says which week it covers."""
_COVERED = 14
"""Days at most from the end of the week a report covers to its publication."""


def _week_of(parse: Parse, published: date | None) -> date | None:
    """Return the last day of the week that the heading of a report covers ("week to Sunday 29 November"): its weekdays count from there."""
    words = parse.lower[:_HEAD]
    at = next((i + 2 for i, word in enumerate(words[:-2]) if word == "week" and words[i + 1] in ("to", "ending", "ended", "until")), None)
    if published is None or at is None:
        return published
    scan = Scan(words, lambda i: parse.doc[i].text, published, lambda _: False)
    day = next(
        (f.extent.earliest for f in _scan(scan) if f.start >= at and f.rule.startswith("date") and f.extent.precision == "day"), None
    )
    return day if day and 0 < (published - day).days <= _COVERED else published


_OPENING = 12
"""Within how many tokens a text opens with its place and day."""


def _verbless(parse: Parse, at: int) -> bool:
    sentence, tree = parse.sentence_of[at], parse.tree
    words = [here for here in range(min(len(tree), 2 * _OPENING)) if parse.sentence_of[here] == sentence]
    return len(words) < 2 * _OPENING and not any(tree.pos[here] in ("VERB", "AUX") for here in words)


def _after_place(parse: Parse, found: Found) -> bool:
    """Tell whether a day stands after the place that opens its paragraph and before a colon: "Rawalpindi - 27 Nov 2011: Militants"."""
    first = found.start - 2
    if (
        first < 0
        or parse.lower[found.start - 1] not in ("-", "–", "—", ",", "/")
        or parse.lower[found.end : found.end + 1] not in ((":",), ("-",), ("(",))
    ):
        return False
    opens = parse.paragraphs[parse.paragraph_of[found.start]].start
    return parse.tree.tag[first] == "NNP" and parse.starts[first] - opens < _PLACE


_PLACE = 25
"""Characters at most from the start of a paragraph to the last word of the place that opens it."""


def _sent(parse: Parse, found: Found, ends: Sequence[tuple[int, int]], over: Sequence[int], published: date | None) -> bool:
    """Tell whether a time stands in a dateline, or is the day of publication in a heading ("Press office, 10 February 2020")."""
    at = parse.starts[found.start]
    if any(start <= at < end for start, end in ends):
        return True
    if found.start < _OPENING and found.rule.startswith("date") and found.extent.earliest == published and _verbless(parse, found.start):
        return True
    number = parse.paragraph_of[found.start]
    if number < 2 and found.rule.startswith("date") and found.extent.earliest == published and _after_place(parse, found):
        return True
    if over and over[number] < 0 and is_heading(parse, number) and tells_of_report(parse, found.start):
        return True
    heads = bool(over) and over[number] < 0 and number in over
    return heads and found.rule == "date" and found.extent.earliest == published and not is_fields(parse.paragraphs[number].of(parse.text))
