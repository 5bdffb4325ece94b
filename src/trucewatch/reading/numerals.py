"""Words → numbers: the interval a number, a vague quantity or a fraction names, with the qualifiers around it (DOMAIN section 3).

Enters: the lower-case words of a text and a place in it. Leaves: a Numeral, or None. Nouns and syntax are not looked at here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from trucewatch.reading.people import people
from trucewatch.vocab import vocabulary

_DIGITS = re.compile(r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
_JOINED = re.compile(r"(\d+)[–—-](\d+)")
_OPENING = frozenset((".", ";", ":"))
_RANGING = frozenset("anywhere anything range ranges ranged ranging vary varies varied varying".split())
_UP_TO = frozenset("own owns owned owning add adds added adding admit stand stood face faced fess wake woke".split())
"""Verbs that "up" belongs to where "to" and a number follow ("owned up to 16 dead")."""
_LOWEST = frozenset(("minimum", "min", "min.", "low", "lowest"))
_UPPERMOST = frozenset(("maximum", "max", "max.", "high", "highest"))
_DASHES = frozenset(("-", "–", "—", "to"))


@dataclass(frozen=True, slots=True)
class Numbers:
    """The typed content of ``vocab/qualifiers.yaml``."""

    before: Mapping[tuple[str, ...], str]
    after: Mapping[tuple[str, ...], str]
    band: int
    vague: Mapping[tuple[str, ...], tuple[int, int | None]]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    fractions: Mapping[str, tuple[int, int]]
    units: frozenset[str]
    figures: frozenset[str]
    nominals: frozenset[str]
    collectives: frozenset[str]
    kin: frozenset[str]
    things: frozenset[str]
    groups: frozenset[str]
    human_verbs: frozenset[str]
    human_states: frozenset[str]
    zero: frozenset[str]
    starts: frozenset[str]


@cache
def lexicon() -> Numbers:
    """Load the qualifier vocabulary."""
    raw = cast("Mapping[str, Any]", vocabulary("qualifiers"))
    vague = {tuple(str(k).split()): (int(v[0]), None if v[1] is None else int(v[1])) for k, v in raw["vague"].items()}
    units = frozenset(str(raw["units"]).split())
    kin = (
        "son daughter wife husband mother father brother sister uncle aunt nephew niece cousin child baby grandson "
        "granddaughter grandmother grandfather boy girl driver bodyguard aide assistant secretary colleague companion deputy "
    )
    starts = {*raw["numbers"], *raw["scales"], *raw["fractions"], *(words[0] for words in vague), *(words[-1] for words in vague)}
    return Numbers(
        before={tuple(str(k).split()): str(v) for k, v in raw["before"].items()},
        after={tuple(str(k).split()): str(v) for k, v in raw["after"].items()},
        band=int(raw["band percent"]),
        vague=vague,
        numbers=dict(raw["numbers"]),
        scales=dict(raw["scales"]),
        fractions={str(k): (int(v[0]), int(v[1])) for k, v in raw["fractions"].items()},
        units=units | {word + "s" for word in units},
        figures=frozenset(raw["figures"]),
        nominals=people().nominals,
        collectives=people().collectives,
        kin=frozenset(kin.split()),
        groups=people().force_modifiers,
        things=people().things | frozenset(str(raw["animals"]).split()),
        human_verbs=frozenset(raw["human verbs"]),
        human_states=frozenset(raw["human states"]),
        zero=frozenset(raw["zero nouns"]),
        starts=frozenset(starts - {"a", "both", "few", "many", "number", "numbers", "group", "lot", "pair", "score"})
        | {"few", "many", "a"},
    )


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words ``[core, end)``, with its qualifier from ``start``. ``kind`` is number, one, vague, vague-determiner, fraction."""

    start: int
    core: int
    end: int
    low: int
    high: int | None
    kind: str = "number"
    qualifier: str | None = None
    vague: bool = False
    derived: bool = False

    def closed(self, lower: Sequence[str], at: int) -> "Numeral":
        """Apply a qualifier that stands after the noun at ``at`` ("78 people or more")."""
        kind, length = _longest(lexicon().after, lower, at)
        if kind is None or self.qualifier is not None:
            return self
        low, high = bound(self.low, self.high, kind)
        return replace(self, low=low, high=high, qualifier=" ".join(lower[at : at + length]))


def bound(low: int, high: int | None, kind: str) -> tuple[int, int | None]:
    """Return the interval of a number under a qualifier. Bands are rounded outwards; "nearly" keeps the upper bound."""
    band = lexicon().band
    top = low if high is None else high
    match kind:
        case "at_least":
            return low, None
        case "more_than":
            return low + 1, None
        case "at_most":
            return 0, top
        case "fewer_than":
            return 0, max(0, top - 1)
        case "about" if top > low and high is not None and high - low < low:
            return low, top  # "an estimated 35 to 44" is a range already
        case "about":
            return low * (100 - band) // 100, -(-top * (100 + band) // 100)
        case "nearly":
            return low * (100 - band) // 100, top
        case _:
            return low, high


def numeral_at(lower: Sequence[str], at: int, total: Callable[[int], int | None]) -> Numeral | None:
    """Return the numeral whose first word (after its qualifier) is at ``at``. ``total`` says what "half of them" is half of."""
    found = _fraction(lower, at, total) or _vague(lower, at) or _plain(lower, at)
    return None if found is None else _qualified(lower, found)


def _plain(lower: Sequence[str], at: int) -> Numeral | None:
    joined = _JOINED.fullmatch(lower[at])
    if joined and int(joined[1]) < int(joined[2]):
        return Numeral(at, at, at + 1, int(joined[1]), int(joined[2]))
    value, end = number_at(lower, at)
    if value is None:
        return None
    low, high, kind = value, value, "one" if lower[at] == "one" and end == at + 1 else "number"
    if at > 0 and lower[at - 1] in _LOWEST and (top := _highest(lower, end)) is not None and top[0] > value:
        return Numeral(at - 1, at - 1, top[1], value, top[0])
    between = at > 0 and lower[at - 1] == "between"
    opens = at < 2 or lower[at - 2] in _OPENING  # "From 30 to 40 rebels were killed"
    rising = at > 0 and lower[at - 1] == "from" and not opens and lower[at - 2] not in _RANGING
    raised = at > 0 and lower[at - 1] == "by" and lower[end : end + 1] == ["to"]  # "rose by three to 41"
    if (
        not rising
        and not raised
        and end + 1 < len(lower)
        and (lower[end] in _DASHES or (between and lower[end] == "and") or (lower[end] == "or" and value < 20))
    ):
        other, after = number_at(lower, end + 1)
        mixed = lower[end] not in ("or", "to", "and") and lower[at][:1].isdigit() != lower[end + 1][:1].isdigit()  # "Jan. 19—Fifty-two men"
        if other is not None and not mixed and value < other and (lower[end] != "or" or other <= value + 5):
            high, end, kind = other, after, "number"
    return Numeral(at, at, end, low, high, kind)


def _highest(lower: Sequence[str], at: int) -> tuple[int, int] | None:
    """The upper bound that follows a lower one, and where it ends: "minimum 7, maximum 11", "low 20 / high 30"."""
    while at < len(lower) and lower[at] in (",", "/", ";", "and"):
        at += 1
    if at + 1 >= len(lower) or lower[at] not in _UPPERMOST:
        return None
    at += lower[at + 1] in (":", "of")
    value, end = number_at(lower, at + 1)
    return None if value is None else (value, end)


def number_at(lower: Sequence[str], at: int) -> tuple[int | None, int]:
    """Return the value of the number in digits or words at ``at``, and where it ends; None where there is none."""
    words = lexicon()
    value, part, index, seen, digits = 0, 0, at, False, False
    if lower[at] == "a":
        if at + 1 < len(lower) and lower[at + 1] in ("hundred", "thousand", "dozen", "million"):
            part, index = 1, at + 1
        elif lower[at + 1 : at + 3] == ["score", "of"]:
            return 20, at + 2
        else:
            return None, at
    while index < len(lower):
        word = lower[index]
        if _DIGITS.fullmatch(word):
            if seen:
                break
            digits = True
            part = int(re.sub(r"\D", "", word))
        elif not seen and _DECIMAL.fullmatch(word) and lower[index + 1 : index + 2] == ["million"]:
            return int(float(word) * 1_000_000), index + 2
        elif word in words.numbers:
            if digits:
                break
            if seen and lower[index - 1] not in ("-", "and", "hundred", "thousand", "million") and words.numbers[word] >= 10:
                break
            part += words.numbers[word]
        elif word in words.scales and word != "score":
            scale = words.scales[word]
            if scale in (12, 100):
                part = max(part, 1) * scale
            else:
                value, part = value + max(part, 1) * scale, 0
        elif word in ("-", "and") and seen and _continues(lower, index):
            index += 1
            continue
        else:
            break
        seen = True
        index += 1
    return (value + part, index) if seen else (None, at)


def _continues(lower: Sequence[str], index: int) -> bool:
    """Whether a hyphen or "and" at ``index`` joins parts of one number ("twenty-three", "a hundred and ten")."""
    words = lexicon()
    follows = lower[index + 1 : index + 2]
    if not follows or follows[0] not in words.numbers:
        return False
    before = lower[index - 1]
    if lower[index] == "-":
        return words.numbers.get(before, 0) >= 20 and words.numbers[follows[0]] < 10
    return before in ("hundred", "thousand")


def _vague(lower: Sequence[str], at: int) -> Numeral | None:
    """As in "dozens", "several", "a few", "tens of thousands", "several hundred"."""
    words = lexicon()
    for length in (4, 3, 2, 1):
        key = tuple(lower[at : at + length])
        if len(key) < length or key not in words.vague:
            continue
        if key == ("many",) and at and lower[at - 1] in ("how", "so", "as", "that", "too"):
            return None
        low, high = words.vague[key]
        end = at + length
        kind = "vague-determiner" if key[-1] in ("several", "few", "many", "various", "multiple", "numerous", "both") else "vague"
        if key[-1] in ("group", "number", "numbers", "handful", "lot", "couple", "pair", "trio") and lower[end : end + 1] != ["of"]:
            if key[-1] not in ("couple", "handful", "pair", "trio"):
                return None
            if key[-1] in ("couple", "pair"):
                return None
        scale_at = end + 1 if lower[end : end + 1] == ["of"] else end
        scale = lower[scale_at] if scale_at < len(lower) else ""
        base = words.scales.get(scale.removesuffix("s"), 0) if scale != "scores" else 0
        if base and key != ("both",) and (scale_at == end or scale.endswith("s") or key == ("a", "couple")):
            if key == ("tens",):
                low, high = 20, 99
            return Numeral(
                at,
                at,
                scale_at + 1,
                low * base,
                None if high is None else high * base + (base - 1 if key == ("tens",) else 0),
                "vague",
                vague=True,
            )
        exact = key in (("a", "couple"), ("a", "pair"), ("a", "trio"), ("both",))
        return Numeral(at, at, end, low, high, kind, vague=not exact)
    return None


def _fraction(lower: Sequence[str], at: int, total: Callable[[int], int | None]) -> Numeral | None:
    """As in "half of 150", "two thirds of the 90 dead", "more than half of them"."""
    words = lexicon()
    top, index = 1, at
    if lower[at] == "a":
        index = at + 1
    elif lower[at] in words.numbers:
        top, index = words.numbers[lower[at]], at + 1
        if lower[index : index + 1] == ["-"]:
            index += 1
    if index >= len(lower) or lower[index] not in words.fractions:
        return None
    share = words.fractions[lower[index]]
    after = index + 1
    if lower[after : after + 1] == ["of"]:
        after += 1
    elif lower[index] != "half":
        return None
    while after < len(lower) and lower[after] in ("the", "all", "its", "their", "some", "those"):
        after += 1
    if after >= len(lower):
        return None
    if lower[after] in ("them", "whom", "dead", "victims", "wounded", "killed", "injured"):
        whole, end = total(at), index + 1
    else:
        whole, end = number_at(lower, after)
        end = end if whole is not None else index + 1
    if whole is None:
        return None
    return _share(lower, at, end, whole, top * share[0], share[1])


def _share(lower: Sequence[str], at: int, end: int, whole: int, top: int, bottom: int) -> Numeral:
    """The part of ``whole``: "more than half" lies above it and ends at the whole, "fewer than half" below."""
    kind, length = _before(lower, at)
    part, rest = divmod(whole * top, bottom)
    low, high = part, part + (1 if rest else 0)
    if kind in ("more_than", "at_least"):
        low, high = part + (1 if kind == "more_than" or rest else 0), whole
    elif kind in ("fewer_than", "at_most"):
        low, high = 0, part if kind == "at_most" or rest else max(0, part - 1)
    elif kind in ("about", "nearly"):
        low, upper = bound(part, high, kind)
        high = min(whole, upper if upper is not None else whole)
    text = " ".join(lower[at - length : at]) if length else None
    return Numeral(at - length, at, end, low, high, "fraction", text, derived=True)


def _qualified(lower: Sequence[str], found: Numeral) -> Numeral:
    """Apply the qualifiers around a numeral: those before it, else one right after it."""
    if found.kind == "fraction":
        return found
    start, bounding = found.core, None
    texts: list[str] = []
    if start and lower[start - 1] == "between" and found.high != found.low:
        return replace(found, start=start - 1, qualifier="between")
    for _ in range(3):
        kind, length = _before(lower, start)
        if kind is None or (
            kind == "at_most"
            and lower[start - 1] == "to"
            and lower[start - length - 1 : start - length]
            and (lower[start - length - 1] in _UP_TO)
        ):
            break
        start -= length
        if kind != "exactly":
            bounding = kind
        texts.insert(0, " ".join(lower[start : start + length]))
    if bounding is None:
        kind, length = _longest(lexicon().after, lower, found.end)
        if kind is not None and found.kind != "one":
            low, high = bound(found.low, found.high, kind)
            return replace(
                found, start=start, end=found.end + length, low=low, high=high, qualifier=" ".join(lower[found.end : found.end + length])
            )
        return replace(found, start=start, qualifier=" ".join(texts) or None) if start != found.start or texts else found
    low, high = bound(found.low, found.high, bounding)
    odd = 2 if bounding == "about" and lower[found.end : found.end + 2] == ["-", "odd"] else 0  # "some twenty-odd fighters"
    return replace(found, start=start, end=found.end + odd, low=low, high=high, qualifier=" ".join(texts))


def _before(lower: Sequence[str], at: int) -> tuple[str | None, int]:
    """The longest qualifier that ends right before ``at``, and its length in words."""
    table = lexicon().before
    for length in range(min(5, at), 0, -1):
        kind = table.get(tuple(lower[at - length : at]))
        if kind is not None:
            return kind, length
    return None, 0


def _longest(table: Mapping[tuple[str, ...], str], lower: Sequence[str], at: int) -> tuple[str | None, int]:
    """The longest phrase of ``table`` that starts at ``at``, and its length in words."""
    for length in (4, 3, 2, 1):
        kind = table.get(tuple(lower[at : at + length])) if at + length <= len(lower) else None
        if kind is not None:
            return kind, length
    return None, 0
