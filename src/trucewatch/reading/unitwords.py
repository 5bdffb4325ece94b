"""Words of time built on a unit: "three days ago", "last week", "the past two months", "a year earlier", "the following day"."""

from trucewatch.reading.anchors import CALENDAR, UNKNOWN, Extent, calendar_unit, month, shifted, span_back, year
from trucewatch.reading.dates import Found, Scan, day_number
from trucewatch.reading.monthparts import part_of_this_year
from trucewatch.reading.timewords import time_words

_FORWARD = frozenset(("later", "after", "afterwards", "on", "following", "since"))
_BACKWARD = frozenset(("earlier", "before", "previously", "prior", "beforehand"))
_CALENDAR = frozenset(("week", "weekend", "month", "year", "decade"))


def read_unit(scan: Scan, index: int) -> Found | None:
    """Read the phrases built on "day", "week", "month", "year": "three days ago", "last week", "the past two months", "a year earlier"."""
    unit = time_words().units[scan.at(index)]
    return (
        _within(scan, index, unit)
        or nth_day(scan, index)
        or _days_on(scan, index)
        or _counted(scan, index, unit)
        or _of_that_month(scan, index)
        or _part_of_year(scan, index)
        or _past_span(scan, index, unit)
        or _calendar(scan, index, unit)
        or _discourse_day(scan, index, unit)
    )


def _of_that_month(scan: Scan, index: int) -> Found | None:
    """Read "on the first of that month": a day of the month told of."""
    lead = index - 1 - (scan.at(index - 1) == "same" and scan.at(index - 2) in ("that", "the"))
    day = day_number(scan.at(lead - 2)) if scan.at(lead) in ("that", "the") and scan.at(lead - 1) == "of" else None
    if scan.at(index) != "month" or day is None:
        return None
    return Found(lead - 2, index + 1, UNKNOWN, "day of month", day, "same month")


def _part_of_year(scan: Scan, index: int) -> Found | None:
    """Read "in the first half of the year", "in the year to date"."""
    part = part_of_this_year(scan, index) if scan.at(index) == "year" else None
    return Found(part[0], index + 1, part[1], "part of year") if part else None


def _number(scan: Scan, index: int) -> tuple[int | None, int]:
    """Return the number that ends at ``index`` and where its words start; None where there is none or it is vague."""
    word = scan.at(index)
    if word == "of" and scan.at(index - 1) == "couple":
        return 2, index - 2
    if word == "half" and scan.at(index - 1) in ("a", "-"):
        return None, index
    known = time_words().numbers.get(word)
    if known is not None:
        if scan.at(index - 1) == "-" and (tens := time_words().numbers.get(scan.at(index - 2), 0)) >= 20:
            return tens + known, index - 2
        return known, index
    return (int(word), index) if word.isdigit() and len(word) < 4 else (None, index)


def _within(scan: Scan, index: int, unit: str) -> Found | None:
    """Read "within half an hour", "within minutes": on the day told of."""
    if unit != "hour":
        return None
    start = next(
        (at for at in range(index - 1, max(-1, index - 5), -1) if scan.at(at) in ("within", ",", ".", "of", "the", "past", "last")), -1
    )
    if start == index - 1 and scan.at(start) == "the":  # "within the hour"
        start -= 1
    if start < 0 or scan.at(start) != "within":
        return None
    number, _ = _number(scan, index - 1)
    return Found(start, index + 1, UNKNOWN, "discourse", 0, "day", 1) if (number or 0) < 24 else None


_NTH = {word: number for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}


def nth_day(scan: Scan, index: int) -> Found | None:
    """Read "on the second day", "on the third of the four days": counted in the stretch told before, or from the day told before."""
    part = scan.at(index) in ("day", "night", "evening", "morning", "afternoon")
    if part and scan.at(index - 1) in _NTH and scan.at(index - 2) == "the" and scan.at(index - 3) in ("on", "by"):
        if scan.at(index + 1) == "of" and scan.at(index + 3) not in time_words().happenings:
            return None
        return Found(index - 2, index + 1, UNKNOWN, "discourse", _NTH[scan.at(index - 1)], "nth day", 1)
    if row := _in_a_row(scan, index):
        return row
    if part and scan.at(index - 1) in ("last", "final") and scan.at(index - 2) == "the" and scan.at(index - 3) == "on":
        return Found(index - 2, index + 1, UNKNOWN, "discourse", 0, "nth day", 1)
    if scan.at(index) == "days" and scan.at(index - 4) in _NTH and scan.at(index - 3) == "of" and scan.at(index - 2) == "the":
        return Found(index - 5, index + 1, UNKNOWN, "discourse", _NTH[scan.at(index - 4)], "nth day", 1)
    return None


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())
_ROWS = frozenset(("consecutive", "straight", "successive"))


def _in_a_row(scan: Scan, index: int) -> Found | None:
    """Read "for the fourth consecutive day", "for a third night running": the days up to publication."""
    at, end = index - 1 - (scan.at(index - 1) in _ROWS), index + 1
    if scan.at(end) == "running":
        end += 1
    elif tuple(scan.words[end : end + 3]) == ("in", "a", "row"):
        end += 3
    number = _NTH.get(scan.at(at))
    if scan.at(index) not in ("day", "night") or number is None or scan.at(at - 1) not in ("the", "a") or scan.at(at - 2) != "for":
        return None
    after = scan.at(end + (scan.at(end) in ("on", "this")))
    if _WEEKDAYS & {after, scan.at(at - 3)}:
        return None  # "for the sixth day running on Tuesday": what is told is of that day
    last = of_publication(scan)
    first = shifted(last, number - 1, "day", -1)
    if first.earliest is None or last.latest is None:
        return None
    return Found(at - 1, end, Extent(first.earliest, last.latest, "days" if number > 1 else "day"), "in a row")


def _days_on(scan: Scan, index: int) -> Found | None:
    """Read "over the following two days", "in the next three days" of what is past: the days after the day told before."""
    if scan.at(index) != "days":
        return None
    if scan.at(index + 1) in ("that", "which") and scan.at(index + 2) == "followed":
        number, start = _number(scan, index - 1)
        end = index + 3
    else:
        number, start = _number(scan, index - 1)
        end = index + 1
        if number is not None and scan.at(start - 1) in ("following", "next", "ensuing"):
            start -= 1
        elif scan.at(index - 1) in ("following", "ensuing") and (counted := _number(scan, index - 2))[0] is not None:
            number, start = counted
        else:
            return None
    if number is None or scan.at(start - 1) != "the" or scan.future(index):
        return None
    return Found(start - 1, end, UNKNOWN, "discourse", number, "days on", 1)


def _counted(scan: Scan, index: int, unit: str) -> Found | None:
    """Read a number of units before or after something: publication ("ago"), a time of the text ("later"), an event ("after the …")."""
    after = scan.at(index + 1)
    if after not in _FORWARD and after not in _BACKWARD and after not in ("ago", "back"):
        return None
    number, start = _number(scan, index - 1)
    if number is None:
        if unit == "hour" and after in ("later", "afterwards") and scan.at(index - 1) in time_words().vague:
            return Found(index - 1 - (scan.at(index - 2) == "a"), index + 2, UNKNOWN, "discourse", 0, "day", 1)
        if after == "ago" or scan.at(index - 1) in time_words().vague:
            return Found(max(index - 1, 0), index + 2, UNKNOWN, "vague")
        if scan.at(index - 1) in ("day", "the", "this") or after not in ("later", "earlier", "afterwards"):
            return None
        if unit == "hour":
            return Found(index, index + 2, UNKNOWN, "discourse", 0, "day", -1 if after == "earlier" else 1)
        return Found(index, index + 2, UNKNOWN, "vague")
    if scan.at(start - 1) in ("about", "around", "nearly", "almost", "some", "over", "than", "only", "just", "least", "exactly"):
        start -= 1
    if after in ("ago", "back"):
        once = unit == "week" and number == 1 and start == index - 1  # "a week ago" is meant to the day, "two weeks ago" is not
        extent = shifted(of_publication(scan), 7, "day", -1) if once else shifted(of_publication(scan), number, unit, -1)
        return Found(start, index + 2, extent, "ago")
    if after == "on" and scan.at(index + 2) not in (",", ".", ";", ""):
        return None
    sign = 1 if after in _FORWARD else -1
    if scan.at(index).startswith("minute"):
        number = 0
    if after in ("after", "before", "since", "following", "prior") and begins_phrase(scan, index + 2):
        if unit == "hour" and number < 24:
            number = 0
        return Found(start, index + 2, UNKNOWN, "counted", number, unit, sign)
    return Found(start, index + 2, UNKNOWN, "discourse", number, unit, sign)


def of_publication(scan: Scan) -> Extent:
    """Return the day of publication, unknown where there is none."""
    return Extent.day(scan.published) if scan.published else UNKNOWN


def begins_phrase(scan: Scan, index: int) -> bool:
    """Tell "after the massacre" from a bare "after" at the end of its phrase; "after it" points back."""
    if scan.at(index) in ("it", "them") or (scan.at(index) in ("that", "this") and not scan.at(index + 1).isalpha()):
        return False
    return scan.at(index) not in ("", ".", ",", ";", ":", '"', "”", ")", "and", "but", "in", "at", "on", "near", "by", "when", "a\u00a0")


def _past_span(scan: Scan, index: int, unit: str) -> Found | None:
    """Read "the past three days", "the last two weeks", "in recent days", "in the coming weeks", "24 hours to Monday"."""
    lead = scan.at(index - 1)
    if lead == "recent" or (lead in ("coming", "next", "past", "previous") and scan.at(index).endswith("s")):
        return Found(index - 1, index + 1, UNKNOWN, "vague")
    number, start = _number(scan, index - 1)
    if lead in ("past", "last") and scan.at(index) in ("day", "night") and scan.at(index - 2) in ("the", "this"):
        return Found(index - 1, index + 1, span_back(scan.published, 1, "day"), "past span")
    if number is None:
        vague = lead in time_words().vague and scan.at(index - 2) in ("past", "last", "next", "coming")
        return Found(index - 2, index + 1, UNKNOWN, "vague") if vague else None
    before = scan.at(start - 1)
    if before in ("past", "last", "previous", "preceding"):
        return Found(start - 1, index + 1, span_back(scan.published, number, unit), "past span")
    if before in ("next", "coming"):
        return Found(start - 1, index + 1, UNKNOWN, "vague")
    return None


def _calendar(scan: Scan, index: int, unit: str) -> Found | None:
    """Read "last week", "this month", "next year", "earlier this year", "over the weekend", "the week before last"."""
    if unit not in _CALENDAR:
        return None
    lead = scan.at(index - 1)
    if scan.at(index + 1) == "before" and scan.at(index + 2) == "last":
        return Found(index - (lead == "the"), index + 3, calendar_unit(scan.published, unit, -2), "calendar")
    shift = {"last": -1, "this": 0, "next": 1, "coming": 1, "current": 0, "past": -1}.get(lead)
    if unit == "weekend" and lead in ("the", "this", "last", "past", "a") and scan.published:
        if lead == "the" and scan.at(index - 2) not in ("over", "at", "during", "on", "of"):
            return None
        base = 0 if scan.published.weekday() >= 5 and lead != "last" else -1
        return Found(index - 1, index + 1, calendar_unit(scan.published, unit, base), "calendar")
    if lead == "the" and scan.at(index - 2) == "in" and scan.at(index - 3) == "earlier":
        shift = 0
    if lead == "the" and scan.at(index - 2) == "of" and scan.at(index - 3) in ("beginning", "start") and unit != "weekend":
        shift = 0  # "since the beginning of the year"
    if shift is None:
        return None
    if lead == "past":
        return Found(index - 1, index + 1, span_back(scan.published, 1, unit), "past span")
    extent, start = calendar_unit(scan.published, unit, shift), index - (3 if lead == "the" else 1)
    if scan.at(index - 2) == "in" and scan.at(start) == "earlier" and extent.earliest and scan.published:
        return Found(start, index + 1, Extent(extent.earliest, scan.published, extent.precision), "calendar")
    if scan.at(start - 1) in ("earlier", "later", "early", "late"):
        start -= 1
    if scan.at(start) in ("early", "late") and shift and extent.earliest and unit in ("month", "year"):
        part, first = scan.at(start), extent.earliest
        extent = month(None, first.month, first.year, part) if unit == "month" else year(first.year, part)
    if scan.at(start) == "earlier" and shift == 0 and extent.earliest and scan.published and extent.earliest < scan.published:
        extent = Extent(extent.earliest, scan.published, extent.precision)
    elif shift == 0 and extent.earliest and scan.published and not scan.future(index):
        extent = Extent(extent.earliest, min(extent.latest or scan.published, scan.published), extent.precision)
    return Found(start, index + 1, extent, "calendar")


def _discourse_day(scan: Scan, index: int, unit: str) -> Found | None:
    """Read "the following day", "the next day", "the day before", "the day after", "that day", "the same week"."""
    lead, after = scan.at(index - 1), scan.at(index + 1)
    if scan.at(index).endswith("s"):
        return None
    if unit == "day" and lead == "the" and scan.at(index - 2) == "in" and scan.at(index - 3) in ("later", "earlier", "late", "early"):
        return Found(index - 3, index + 1, UNKNOWN, "discourse", 0, unit, 1)
    whole = unit + " of" if unit + " of" in CALENDAR else unit
    if unit == "day" and lead == "next" and (scan.at(index - 2) in ("", ".", ";", "and") or scan.written(index - 1)[:1].isupper()):
        return Found(index - 1, index + 1, UNKNOWN, "discourse", 1, whole, 1)  # "Next day the band was caught"
    if lead in ("following", "next", "ensuing") and scan.at(index - 2) == "the":
        return Found(index - 2, index + 1, UNKNOWN, "discourse", 1, whole, 1)
    if lead in ("previous", "preceding") and scan.at(index - 2) == "the":
        return Found(index - 2, index + 1, UNKNOWN, "discourse", 1, whole, -1)
    if lead in ("that", "same") and unit in ("day", "week", "weekend", "month", "year"):
        return Found(index - 1, index + 1, UNKNOWN, "discourse", 0, whole, 1)
    if (
        lead == "the"
        and after == "of"
        and unit == "day"
        and scan.at(index + 2) in ("the", "that", "this")
        and scan.at(index + 3) in time_words().happenings
    ):
        return Found(index - 1, index + 2, UNKNOWN, "counted", 0, unit, 1)
    if lead == "the" and after in ("before", "after", "earlier", "following"):
        if scan.at(index + 2) in ("yesterday", "tomorrow"):
            return None
        sign = -1 if after in ("before", "earlier") else 1
        if after in ("before", "after", "following") and begins_phrase(scan, index + 2) and scan.tag(index + 2) != "VBD":
            return Found(index - 1, index + 2, UNKNOWN, "counted", 1, unit, sign)
        return Found(index - 1, index + 2, UNKNOWN, "discourse", 1, whole, sign)
    if unit in ("day", "night") and lead == "the" and _opens_clause(scan, index + 1):
        return Found(index - 1, index + 1, UNKNOWN, "anchored")  # "bombed the port the day the truce was signed"
    return None


def _opens_clause(scan: Scan, index: int) -> bool:
    """Tell whether a clause that says which day is meant follows "the day"."""
    if scan.at(index) == "that" and scan.tag(index + 1) in ("DT", "NNP", "PRP", "NNS", "PRP$"):
        return True
    return scan.tag(index) in ("DT", "PRP", "PRP$") and scan.at(index) not in ("all", "both", "this", "that", "each")
