"""Days named otherwise than by day, month and year: "the 14th instant", "the 14th of last month", 14APR15, 141430Z APR 15, Easter Sunday.

Enters: a token sequence and a trigger's place in it; leaves: the day, as the rules of ``dates`` give it.
"""

import re
from datetime import date

from trucewatch.reading.anchors import DAY, UNKNOWN, Extent, calendar_unit, day_of_month, make_date
from trucewatch.reading.dates import Found, Scan, day_number, full_year, year_at
from trucewatch.reading.timewords import time_words

_OLD = {"instant": 0, "inst": 0, "inst.": 0, "ultimo": -1, "ult": -1, "ult.": -1, "proximo": 1, "prox": 1, "prox.": 1}
OLD_WORDS = frozenset(_OLD)
"""Words of old letters for this month, the last and the next."""
ORDINAL_WORDS = frozenset(
    f"{number}{'th' if 10 < number < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}" for number in range(1, 32)
)
SPELLED = frozenset(
    """second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
    eighteenth nineteenth twentieth""".split()
)
"""Ordinals in letters that may be a day of the month told last: "the company came on the tenth"."""
_BEFORE_SPELLED = frozenset(("on", "until", "till", "by"))
_SET = frozenset("on by since from until till before after between to and about around".split())
_PHRASE_ENDS = frozenset(
    """in at near by when as where while but and or to from until after before of gunmen rebels troops soldiers fighters guerrillas there
    two three four five six seven eight nine ten a an the some about at""".split()
)
_JOINED = re.compile(r"(\d{1,2})([a-z]{3})(\d{4}|\d\d)$")
_FIXED = {
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "eve"): (12, 31),
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("st.", "stephen", "'s", "day"): (12, 26),
    ("may", "day"): (5, 1),
    ("all", "saints", "'", "day"): (11, 1),
    ("all", "souls", "'", "day"): (11, 2),
    ("valentine", "'s", "day"): (2, 14),
    ("st.", "patrick", "'s", "day"): (3, 17),
    ("armistice", "day"): (11, 11),
}
_MOVED = {
    ("ash", "wednesday"): -46,
    ("palm", "sunday"): -7,
    ("maundy", "thursday"): -3,
    ("holy", "thursday"): -3,
    ("good", "friday"): -2,
    ("holy", "saturday"): -1,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("whit", "sunday"): 49,
    ("whit", "monday"): 50,
}
"""Feasts by their days from Easter Sunday."""


def read_feast(scan: Scan, index: int) -> Found | None:
    """Read "New Year's Day", "Christmas Eve 2014"."""
    for words, (number, day) in _FIXED.items():
        start = index + 1 - len(words)
        if start >= 0 and tuple(scan.words[start : index + 1]) == words and scan.at(index + 1) not in ("day", "eve"):
            value, end = year_at(scan, index + 1)
            extent = day_of_month(scan.published, number, day, value, future=scan.future(index))
            return Found(start, end if value else index + 1, extent, "date" if value else "date without year")
    return None


def read_easter(scan: Scan, index: int) -> Found | None:
    """Read "Good Friday", "Easter Monday 1972" where the word at ``index`` is a weekday; None where no feast is named."""
    shift = _MOVED.get((scan.at(index - 1), scan.at(index)))
    if shift is None or not scan.written(index - 1)[:1].isupper():
        return None
    value, end = year_at(scan, index + 1)
    if value:
        return Found(index - 1, end, Extent.day(easter(value) + shift * DAY), "date")
    if scan.published is None:
        return Found(index - 1, index + 1, UNKNOWN, "date without year")
    days = [easter(scan.published.year - back) + shift * DAY for back in (0, 1)]
    return Found(index - 1, index + 1, Extent.day(days[days[0] > scan.published]), "feast")


def easter(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def read_old(scan: Scan, index: int) -> Found | None:
    """Read "the 14th instant", "the 28th ult."."""
    day = day_number(scan.at(index - 1))
    if day is None or not scan.at(index - 1)[0].isdigit() or scan.at(index - 2) not in ("the", "on"):
        return None
    whole = calendar_unit(scan.published, "month", _OLD[scan.at(index)])
    when = make_date(whole.earliest.year, whole.earliest.month, day) if whole.earliest else None
    return Found(index - 1, index + 1, Extent.day(when) if when else UNKNOWN, "date")


def read_ordinal(scan: Scan, index: int) -> Found | None:
    """Read "on the 14th", "the night of the 14th", "the 14th of this month": a day whose month another time gives, else the nearest."""
    bare = scan.at(index - 1) == "of" and scan.at(index - 2) in time_words().parts
    if scan.at(index - 1) != "the" and not bare:
        return None
    day, after = int(scan.at(index)[:-2]), scan.at(index + 1)
    if after == "of" and scan.at(index + 3) == "month" and scan.at(index + 2) in ("this", "last", "that", "the"):
        shift = {"this": 0, "last": -1}.get(scan.at(index + 2))
        if shift is None:
            return Found(index, index + 4, UNKNOWN, "day of month", day, "same month")
        whole = calendar_unit(scan.published, "month", shift)
        when = make_date(whole.earliest.year, whole.earliest.month, day) if whole.earliest else None
        return Found(index, index + 4, Extent.day(when) if when else UNKNOWN, "date")
    lead = scan.at(index - 2)
    night = bare or (lead == "of" and (scan.at(index - 3) in time_words().parts or scan.at(index - 3) == "hours"))
    if not night and lead not in _SET:
        return None
    ends = after in _PHRASE_ENDS or scan.tag(index + 1) in _ENDING or (lead == "on" and _opens_clause(scan, index + 1))
    if after.isalpha() and not ends:
        return None
    return Found(index, index + 1, UNKNOWN, "day of month", day)


_ENDING = frozenset(("VBZ", "VBD", "VBP", "MD", "IN", "RB", "WDT", "WRB"))
"""Parts of speech that go on after "on the 12th" and are nothing that is the 12th of its kind."""


_BODIES = frozenset("police militia guerrilla gendarmerie artillery aircraft cavalry infantry".split())
"""Bodies of armed people in no plural: "on the 17th police shot two men"."""


def _opens_clause(scan: Scan, index: int) -> bool:
    """Tell whether a word after "on the 14th" begins the clause told of that day: "our battalions", "masked men", no "floor"."""
    tag = scan.tag(index)
    if scan.at(index) in _BODIES and scan.tag(index + 1) in ("VBD", "VBN", "IN"):
        return True
    if tag in ("JJ", "VBN", "VBG", "NN"):
        return scan.tag(index + 1) == "NNS" and scan.tag(index + 2) in ("VBD", "VBN", "IN", "VBP")
    return tag in ("PRP", "PRP$", "NNS", "VBD", "RB", "WP", "WRB", "WDT", "EX")


def read_spelled(scan: Scan, index: int) -> Found | None:
    """Read "on the tenth", "until the twelfth": a day of the month that another time gives; no floor, attempt or vehicle."""
    after = scan.at(index + 1)
    if (counted := _elliptic(scan, index)) is not None:
        return counted
    if scan.at(index) in ("second", "third"):
        return None
    night = scan.at(index - 2) == "of" and scan.at(index - 3) in time_words().parts
    if scan.at(index - 1) != "the" or not (night or scan.at(index - 2) in _BEFORE_SPELLED) or after in ("of", "-"):
        return None
    if after.isalpha() and scan.tag(index + 1) not in _ENDING and after not in ("they", "he", "she", "it", "we", "and", "but", "there"):
        return None
    return Found(index, index + 1, UNKNOWN, "day of month", day_number(scan.at(index)) or 0, "spelled")


_ELLIPSIS = 50
"""Words at most from "on the first day" to "on the second"."""
_COUNTED = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_UNITS = frozenset(("day", "night", "morning", "afternoon", "evening"))


def _elliptic(scan: Scan, index: int) -> Found | None:
    """Read "on the second", where "on the first day" before it says that days are counted."""
    number = _COUNTED.get(scan.at(index))
    if number is None or scan.at(index - 1) != "the" or scan.at(index - 2) != "on" or scan.at(index + 1).isalpha():
        return None
    for at in range(index - 3, max(0, index - _ELLIPSIS), -1):
        if scan.at(at) in _UNITS and scan.at(at - 1) == "first":
            return Found(index - 1, index + 1, UNKNOWN, "discourse", number, "nth day", 1)
    return None


def read_message(scan: Scan, index: int) -> Found | None:
    """Read the day of a military message: 14APR15, 14APR2015."""
    found = _JOINED.match(scan.at(index))
    number = time_words().months.get(found[2]) if found else None
    if not found or not number:
        return None
    value = int(found[3]) if len(found[3]) == 4 else full_year(scan, int(found[3]))
    when = make_date(value, number, int(found[1]))
    return Found(index, index + 1, Extent.day(when), "date") if when else None
