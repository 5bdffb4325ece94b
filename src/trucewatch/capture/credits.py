"""Credit lines → the agencies a text owns to having taken its matter from: in its dateline, byline, credit field and last lines.

An agency that is merely cited for one statement ("AFP reported that …") is a speaker of that statement, not a credit of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trucewatch.vocab import vocabulary

_SPLIT = re.compile(r"\s*(?:,|;|/|\||&|\+|\band\b|\bwith\b|\bin\b|\bfor\b)\s*", re.IGNORECASE)
_FILING = re.compile(
    r"(?:(?:additional |further )?(?:reporting|material|information) (?:by|from)|with (?:reporting|files|additional reporting|material)"
    r" (?:by|from)|(?:compiled |adapted )?from|source[s]?|via|credit|©|\(c\)|copyright|text|story|report(?:ed)? by|produced by)\s*:?\s+"
    r"(?P<names>[^\n.]{2,80})",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"(?P<names>[^\n.]{2,80}?) (?:also )?contributed (?:to|reporting)\b")
_BRACKETED = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\s*")
_LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Agencies:
    """The register: every spelling with its agency, the spellings that mean other things too, and the nouns of agencies' names."""

    spellings: dict[str, str]
    doubtful: frozenset[str]
    kinds: re.Pattern[str]
    unnamed: frozenset[str]
    roots: re.Pattern[str]


@cache
def agencies() -> Agencies:
    """Load ``vocab/agencies.yaml``."""
    raw = vocabulary("agencies")
    assert isinstance(raw, dict)  # noqa: S101 - our own file; the type checker needs to know
    spellings = {spelling: name for name, others in raw["agencies"].items() for spelling in (name, *others)}
    kinds, roots = ("|".join(re.escape(word) for word in raw[key]) for key in ("kinds", "roots"))
    return Agencies(
        spellings=spellings,
        doubtful=frozenset(raw["initials_with_other_meanings"]),
        kinds=re.compile(rf"\b(?:{kinds})\b", re.IGNORECASE),
        unnamed=frozenset(raw["unnamed"]),
        roots=re.compile(rf"[,\s]*\b(?:{roots})\b\s*(?:the\s+)?", re.IGNORECASE),
    )


def credited(
    text: str, *, dateline: str | None, byline: str | None, fields: tuple[str, ...] = (), publisher: str | None = None
) -> tuple[str, ...]:
    """Return the agencies ``text`` credits, each once, the nearest first; a root ("AFP, citing the SOHR") follows its agency.

    ``dateline`` is the bracketed name of the dateline, ``fields`` the credit fields of a header or page. A publisher's own name is no
    credit. A name is given as the register has it, else as written.
    """
    found: list[str] = []
    for name in _names(text, dateline, byline, fields):
        if name not in found and not _own(name, publisher):
            found.append(name)
    return tuple(found)


def canonical(name: str) -> str:
    """Return the register's name of the agency written ``name``, or ``name`` where it has none."""
    return agencies().spellings.get(name, agencies().spellings.get(name.removeprefix("the ").removeprefix("The "), name))


def _names(text: str, dateline: str | None, byline: str | None, fields: tuple[str, ...]) -> Iterator[str]:
    if dateline:
        yield from _stated(dateline)
    for part in _parts(byline or ""):
        if _is_agency(part, sure=part != byline):
            yield canonical(part)
    for value in fields:
        yield from _stated(value)
    tail = [line.strip() for line in text.rstrip().rsplit("\n", _LAST_LINES)[-_LAST_LINES:] if line.strip()]
    for line in tail:
        yield from _closing(line)


def _closing(line: str) -> Iterator[str]:
    """Agencies credited by one of the last lines."""
    bracketed = _BRACKETED.fullmatch(line) or re.search(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]$", line)
    if bracketed:
        whole = bracketed.group() == line
        yield from (name for name in _stated(bracketed["names"]) if whole or name in agencies().spellings.values())
    contributed = _CONTRIBUTED.search(line) if " contributed " in line else None
    filing = _FILING.match(line.lstrip("([*_ "))
    for match in (contributed, filing):
        if match:
            yield from (canonical(part) for part in _parts(match["names"]) if _is_agency(part))
    if len(line) < 60 and not bracketed and not filing:
        parts = list(_parts(line.strip("-–—*_ ")))
        if parts and all(_is_agency(part, sure=True) for part in parts):
            yield from map(canonical, parts)


def _stated(value: str) -> Iterator[str]:
    """Names in a place where only a credit stands; a person's initials there ("jd/mk") and dates are no names."""
    pieces = agencies().roots.split(value)
    for number, piece in enumerate(pieces):
        for part in _parts(piece):
            if number or _is_agency(part) or (part[:1].isupper() and not re.search(r"\d{2}", part) and len(part) > 2):
                yield canonical(part)


def _is_agency(part: str, *, sure: bool = False) -> bool:
    """Whether ``part`` names an agency. ``sure``: only by the register's certain spellings or a noun of agencies' names."""
    register = agencies()
    bare = part.removeprefix("the ").removeprefix("The ")
    if bare in register.spellings:
        return not sure or bare not in register.doubtful
    return bare.lower() in register.unnamed or (bool(register.kinds.search(bare)) and len(bare.split()) <= 5)


def _parts(value: str) -> Iterator[str]:
    for part in _SPLIT.split(value):
        name = part.strip(" .:()[]'\"").replace(" - ", "-")
        if name:
            yield name.removeprefix("the ")


def _own(name: str, publisher: str | None) -> bool:
    """Whether ``name`` is the publisher's own, or one of its desks ("Wire A staff")."""
    own = _folded(canonical(publisher)) if publisher else None
    return own is not None and (_folded(name) == own or _folded(name).startswith(own + " "))


def _folded(name: str) -> str:
    return " ".join(name.lower().removeprefix("the ").split())
