"""The stretch of days that a text's heading says it is of: "Weekly log (2 to 8 November 1992)", "CHRONOLOGY, DECEMBER 1974", "Log, 5 May".

A log, a diary or a list of incidents counts its weekdays, its "yesterday" and its bare days of the month from the days it covers, however
much later it was published; a page on one event counts dates without a year from that event. Enters: a parse and the day of publication;
leaves: the period of the text, or None.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.reading.anchors import DAY, Extent, make_date
from trucewatch.reading.dates import Found, day_number
from trucewatch.reading.headings import tells_of_report
from trucewatch.reading.parse import Parse

_LONGEST = 45
"""Tokens of a heading at most."""
_HEADINGS = 3
"""Paragraphs at most among which a text's headings stand."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
COVERING = frozenset(
    """log logs logbook diary diaries day-book daybook journal daily weekly fortnightly monthly week weeks month months fortnight weekend
    chronicle chronicles chronology chronologies calendar digest bulletin sitrep sitreps situation roundup round-up wrap summary summaries
    update updates register record records tracker tracking monitor monitoring review report reports entries entry list lists listing table
    tables incidents events violations developments notes note overview briefing newsletter watch desk occurrences attacks activity
    activities timeline minutes book sheet casebook docket round-the-week recap period dispatches""".split()
)
"""What a text that tells of many things on the days it covers calls itself."""
_ALWAYS = 5
"""Days from which a stretch in a heading is what the text covers, whatever it calls itself."""
_MOST = 100
"""Days at most of a stretch that weekdays are counted in."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days a heading gives; ``covering``: the text is of all that happened on them, not of one event."""

    earliest: date
    latest: date
    covering: bool

    def day(self, number: int) -> date | None:
        """Return the day of the period with a number in its month, None where there is none."""
        day = self.earliest
        while day <= self.latest:
            if day.day == number:
                return day
            day += DAY
        return None


def heading_words(parse: Parse) -> int:
    """Return where the headings end that open a text: paragraphs of a few words without a clause, the first also one without a stop."""
    end, last = 0, parse.paragraph_of[-1] if parse.paragraph_of else 0
    for number in range(min(_HEADINGS, last)):
        stop = bisect_left(parse.paragraph_of, number + 1)
        told = any(parse.tree.tag[at] in _FINITE for at in range(end, stop))
        if stop - end > _LONGEST or (told and (number or parse.paragraphs[0].of(parse.text).rstrip().endswith((".", "!", ":")))):
            break
        end = stop
    return end


def period_of(parse: Parse, found: Sequence[Found], published: date | None) -> Period | None:
    """Return the period that the headings of a text give: their days, weeks or months with a year, before publication."""
    if published is None or parse.datelines:
        return None
    end = heading_words(parse)
    times = [one for one in found if one.end <= end and one.rule.startswith(("date", "month")) and _names(one)]
    times = [one for one in times if not tells_of_report(parse, one.start) and not _told(parse, one)]
    times = [one for one in times if parse.paragraph_of[one.start] == parse.paragraph_of[times[0].start]]
    ends = [(one.extent.earliest, one.extent.latest) for one in times if one.extent.earliest and one.extent.latest]
    if not ends or len(set(ends)) > 2:
        return None
    first, last = min(low for low, _ in ends), max(high for _, high in ends)
    if last >= published or (last - first).days > _MOST:
        return None
    covering = (last - first).days >= _ALWAYS or not COVERING.isdisjoint(parse.lower[:end])
    return Period(first, last, covering)


def _told(parse: Parse, one: Found) -> bool:
    """Tell whether a time dates something told in the heading: "the ceasefire that ended on 21 March"."""
    tree, at = parse.tree, one.start
    while tree.head[at] != at and parse.lower[one.start - 1] != "(":
        at = tree.head[at]
        if tree.tag[at] in ("VBD", "VBN", "VBZ", "VBP") and tree.dep[at] != "ROOT":
            return True
    return False


def _names(one: Found) -> bool:
    """Tell whether a time names its year, or is a day: "10 July" of a heading is of the year of publication or the one before."""
    return "without year" not in one.rule or one.extent.precision in ("day", "days", "range")


_LINE = re.compile(r"(?m)^[ \t*•·–—-]*(\d{1,2})(st|nd|rd|th)?(?= ?[.:–—-] )")
"""A line that a bare number heads: "3rd: a reporter abducted", "31. Helicopters strafed"."""


def bare_days(parse: Parse, period: Period) -> Iterator[Found]:
    """Yield the numbers that head the lines of a chronicle of one month: "17th: gunmen killed an editor"."""
    lines = [line for line in _LINE.finditer(parse.text) if day_number(line[1])]
    plain = [int(line[1]) for line in lines if not line[2]]
    listed = plain == list(range(1, len(plain) + 1))  # "1. … 2. … 3. …"
    for line in lines:
        day = period.day(int(line[1])) if line[2] or not listed else None
        at = bisect_left(parse.starts, line.start(1))
        if day and at < len(parse.starts) and parse.starts[at] == line.start(1):
            yield Found(at, at + 1 + bool(line[2] and parse.lower[at].isdigit()), Extent.day(day), "date without year")


def placed(one: Found, period: Period) -> Found:
    """Return a date without a year in the year that brings it nearest the period."""
    low, high = one.extent.earliest, one.extent.latest
    if "without year" not in one.rule or low is None or high is None:
        return one
    moved = [(day, shift) for shift in range(-1, 2) if (day := make_date(period.latest.year + shift, low.month, low.day))]
    if not moved:
        return one
    near, _ = min(moved, key=lambda pair: _distance(pair[0], period))
    last = make_date(near.year + high.year - low.year, high.month, high.day)
    return replace(one, extent=Extent(near, last, one.extent.precision)) if last else one


def _distance(day: date, period: Period) -> int:
    """Return the days from a day to the period, none inside it."""
    return max((period.earliest - day).days, (day - period.latest).days, 0)
