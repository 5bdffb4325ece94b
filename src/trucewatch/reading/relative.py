"""Weekdays, words for a day and parts of one: "yesterday", "Friday night", "this morning", "that evening", "the eve of the truce"."""

from trucewatch.reading.anchors import DAY, UNKNOWN, WEEK, Extent, calendar_unit, through, weekday, weekday_of_month
from trucewatch.reading.dates import Found, Scan
from trucewatch.reading.timewords import time_words
from trucewatch.reading.unitwords import begins_phrase, nth_day, of_publication

_AFTER_SHORT = frozenset("at in on to and or the when by after before early late through last next from while as night".split())


_NAMING = frozenset("black bloody red white terrible dark holy green bitter purple sad great cursed".split())
"""What makes the name of a day remembered out of a weekday: "Bloody Sunday", "Black Saturday"."""
_QUOTES = frozenset(('"', "“", "«", "'", "‘", "*"))


def _dates(scan: Scan, index: int) -> bool:
    """Tell whether a word is of a date: a month or a part of the day."""
    return scan.at(index) in time_words().months or scan.at(index) in time_words().parts


def read_weekday(scan: Scan, index: int) -> Found | None:
    """Read "Friday", "last Friday", "next Friday", "early on Friday night", "Friday last week", "Monday to Wednesday"."""
    number, start, end = time_words().weekdays[scan.at(index)], index, index + 1
    if len(scan.at(index)) <= 4 and not scan.written(index)[:1].isupper():
        return None
    if len(scan.at(index)) == 3 and scan.at(index + 1).isalpha() and scan.at(index + 1) not in _AFTER_SHORT and not _dates(scan, index + 1):
        return None  # "Mon district", "Sun City"
    lead, direction, rule = scan.at(index - 1), "past", "weekday"
    if (
        lead in _NAMING
        and scan.written(index - 1)[:1].isupper()
        and scan.written(index)[:1].isupper()
        and not scan.written(index - 1).isupper()
    ):
        return None
    if lead in _NAMING and scan.at(index - 2) in _QUOTES:
        return None
    if (
        lead == "the"
        and scan.at(index + 1) in ("before", "after", "following")
        and begins_phrase(scan, index + 2)
        and scan.at(index + 2) != "last"
    ):
        return Found(index, index + 1, UNKNOWN, rule)
    if lead == "a" and scan.at(index - 2) in ("on", "was"):
        return None  # "on a Friday": any one
    ordinal = scan.at(index + 2) if scan.at(index + 1) == "the" else ""
    if (
        ordinal[:1].isdigit()
        and ordinal.endswith(("st", "nd", "rd", "th"))
        and (extent := weekday_of_month(scan.published, number, int(ordinal[:-2]))) is not UNKNOWN
    ):
        return Found(index, index + 3, extent, "date without year")
    if numbered := _numbered(scan, index, number):
        return numbered
    if lead in ("last", "past"):
        start, direction = index - 1, "before"
    elif lead in ("next", "coming"):
        start, direction, rule = index - 1, "after", "weekday to come"
    elif lead == "this":
        start = index - 1
    if direction == "past" and scan.future(index):
        direction, rule = "future", "weekday to come"
    extent = weekday(scan.published, number, direction)
    after = scan.at(index + 1)
    if after in time_words().parts:
        end = index + 2
        after = scan.at(end)
    if after == "before" and scan.at(end + 1) == "last" and extent.earliest:
        return Found(start, end + 2, Extent.day(extent.earliest - WEEK), "weekday of week")
    if after in ("last", "past") and direction == "past" and scan.at(end + 1) not in ("week", "month", "year"):
        return Found(start, end + 1, weekday(scan.published, number, "before"), rule)
    if after == "of" and scan.at(end + 1) in ("last", "this", "next") and scan.at(end + 2) == "week":
        end, after = end + 1, scan.at(end + 1)
    if after in ("last", "this", "next") and scan.at(end + 1) == "week":
        week = calendar_unit(scan.published, "week", {"last": -1, "this": 0, "next": 1}[after])
        extent, end = Extent.day(week.earliest + number * DAY) if week.earliest else UNKNOWN, end + 2
        rule = "weekday of week"
    elif after in ("to", "through", "-", "until") and scan.at(end + 1) in time_words().weekdays and direction == "past":
        last = weekday(scan.published, time_words().weekdays[scan.at(end + 1)])
        gap = (time_words().weekdays[scan.at(end + 1)] - number) % 7
        if last.latest is not None:
            extent, end, rule = through(Extent.day(last.latest - gap * DAY), last), end + 2, "weekdays"
    if scan.at(start - 1) == "on" and scan.at(start - 2) in ("early", "late"):
        start -= 2
    elif scan.at(start - 1) in ("early", "late"):
        start -= 1
    return Found(start, end, extent, rule)


_AFTER_NUMBER = frozenset(". : ; , ( ) - – — | · •".split())
"""Marks after "Monday 16" that part it from what it dates."""


def _numbered(scan: Scan, index: int, number: int) -> Found | None:
    """Read "Thursday 14" where it opens a stretch ("Thursday 14 to Friday 15 April") or stands apart ("Monday 16. Pub bombed")."""
    at = index + 1 + (scan.at(index + 1) in (".", ",") and len(scan.at(index)) <= 5)
    day = scan.at(at).removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
    if not day.isdigit() or len(day) > 2:
        return None
    opens = scan.at(at + 1) in ("to", "and", "-", "–") and scan.at(at + 2) in time_words().weekdays
    if not opens and scan.at(at + 1) not in _AFTER_NUMBER:
        return None
    extent = weekday_of_month(scan.published, number, int(day))
    return Found(index, at + 1, extent, "date without year") if extent is not UNKNOWN else None


def read_day_word(scan: Scan, index: int) -> Found | None:
    """Read "yesterday", "today", "tonight", "tomorrow", "overnight", and "the day before yesterday"."""
    word, start, published = scan.at(index), index, scan.published
    if published is None:
        return Found(index, index + 1, UNKNOWN, "day word")
    if word == "overnight":
        lead = scan.at(index + 1)
        near = scan.at(index + 1 + (lead in ("on", "into", "to")))
        if near in time_words().weekdays and lead in ("into", "to"):
            extent = weekday(published, time_words().weekdays[near])
            return Found(index, index + 3, Extent(extent.earliest - DAY, extent.latest, "days"), "weekday") if extent.earliest else None
        opens = scan.at(index + 2) in ("to", "-", "–", "into")
        if (near in time_words().weekdays and not opens) or scan.at(index - 1) in time_words().weekdays:
            return None
        return Found(index, index + 1, Extent(published - DAY, published, "days"), "overnight")
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[word]
    if scan.at(index - 1) in ("before", "after") and scan.at(index - 2) == "day":
        shift += -1 if scan.at(index - 1) == "before" else 1
        start = index - 2 - (scan.at(index - 3) == "the")
    elif scan.at(index - 1) in ("early", "late", "earlier", "later"):
        start = index - 1
    elif scan.at(index - 1) in time_words().parts:
        start = index - 1 - (scan.at(index - 2) in ("at", "this"))
    end = index + 1 + (scan.at(index + 1) in time_words().parts)
    if word == "today" and scan.at(index + 1) == "'s" and scan.at(index - 1) in ("of", "in"):
        return None
    return Found(start, end, Extent.day(published + shift * DAY), "day word")


def read_part(scan: Scan, index: int) -> Found | None:
    """Read "this morning", "last night", "the night before", "that night", "the same evening"; a bare part of the day is no date."""
    lead = scan.at(index - 1)
    word = scan.at(index)
    if lead == "this" and (scan.at(index - 2) != "of" or scan.at(index - 3) == "hours"):
        return Found(index - 1, index + 1, of_publication(scan), "this part of the day")
    if lead == "last" and word in ("night", "evening"):
        extent = Extent.day(scan.published - DAY) if scan.published else UNKNOWN
        return Found(index - 1, index + 1, extent, "last night")
    if lead in ("that", "same"):
        return Found(index - 1, index + 1, UNKNOWN, "discourse", 0, "day", 1)
    if word in ("night", "evening") and lead == "the" and scan.at(index + 1) == "before" and scan.at(index + 2) == "last":
        return Found(index - 1, index + 3, Extent.day(scan.published - 2 * DAY) if scan.published else UNKNOWN, "last night")
    if counted := _from_happening(scan, index) or nth_day(scan, index):
        return counted
    if lead in ("next", "following"):
        return Found(index - 1, index + 1, UNKNOWN, "discourse", 1, "day", 1)
    if lead == "previous" or (scan.at(index + 1) == "before" and scan.at(index - 1) == "the" and not begins_phrase(scan, index + 2)):
        end = index + 1 + (lead != "previous")
        return Found(index - 1, end, UNKNOWN, "discourse", 1, "day", -1)
    return None


def _from_happening(scan: Scan, index: int) -> Found | None:
    """Read "the morning after the attack", "the night before gunmen came", "on the evening of the attack"."""
    sign = {"after": 1, "before": -1, "of": 0}.get(scan.at(index + 1))
    if sign is None or scan.at(index - 1) != "the" or not begins_phrase(scan, index + 2):
        return None
    if not sign and not (scan.at(index + 2) in ("the", "that", "this") and scan.at(index + 3) in time_words().happenings):
        return None
    return Found(index - 1, index + 2, UNKNOWN, "counted", abs(sign), "day", sign or 1)


def read_eve(scan: Scan, index: int) -> Found | None:
    """Read "on the eve of the truce": the day before it."""
    if scan.at(index - 1) == "the" and scan.at(index + 1) == "of" and begins_phrase(scan, index + 2):
        return Found(index - 1, index + 2, UNKNOWN, "counted", 1, "day", -1)
    return None
