"""Lines of a form on an incident page ("Civilians killed: 4-7", "Suspected belligerent: …") → what they count. They tell no events.

Enters: a parse. Leaves: the paragraphs that are such lines, and the counts among them. A line alone is no form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from trucewatch.reading.numerals import number_at
from trucewatch.reading.paragraphs import FIELD
from trucewatch.reading.people import names_people, people, singular
from trucewatch.records.extent import Count
from trucewatch.records.span import Span
from trucewatch.records.terms import Metric, Population

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse

_COUNT = re.compile(
    r"(?:(?P<who>[a-z-]+(?: [a-z-]+)?)\s+)?"
    r"(?:reported(?:ly)?\s+|known\s+)?(?P<what>killed|deaths|dead|fatalities|injured|wounded|hurt|missing|detained|arrested|apprehended|captured"
    r"|abducted|kidnapped|displaced)(?:\s+reported)?"
    r"\s*:\s*(?P<least>at least |min(?:imum|\.)? |over |more than )?(?P<low>\d[\d,]*)"
    r"(?P<plus>\+)?(?:\s*(?:-|–|to|,? ?max(?:imum|\.)?)\s*(?P<high>\d[\d,]*))?\s*(?P<rest>[,;(].*)?$",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:including|incl\.?|of whom|of them|among them)\s+(?P<number>\w+)\s+(?P<who>[a-z-]+)", re.IGNORECASE)
_ITEM = re.compile(r"\s*[-–—•*]\s*[^:]{2,50}:\s*(?P<low>\d[\d,]*)\s*$")
_METRIC: dict[str, Metric] = {
    "deaths": "killed", "dead": "killed", "fatalities": "killed", "wounded": "injured", "hurt": "injured", "arrested": "detained",
    "apprehended": "detained", "captured": "detained", "abducted": "detained", "kidnapped": "detained",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormCount:
    """One line that counts people: the words it rests on and the token its number begins with."""

    metric: Metric
    population: Population
    count: Count
    span: Span
    token: int


def form_lines(parse: "Parse") -> frozenset[int]:
    """Return the numbers of the paragraphs that are lines of a form: two or more that follow one another, no verb's sentence among them."""
    kept = parse.notes.get("form lines")
    if isinstance(kept, frozenset):
        return cast("frozenset[int]", kept)
    fields = [
        bool(FIELD.match(words) or _ITEM.match(words)) and not words.endswith((".", "!", "?", '"', "”"))
        for words in map(parse.words, parse.paragraphs)
    ]
    found = frozenset(
        number
        for number, field in enumerate(fields)
        if field and ((number and fields[number - 1]) or (number + 1 < len(fields) and fields[number + 1]))
    )
    parse.notes["form lines"] = found
    return found


def form_counts(parse: "Parse") -> Iterator[FormCount]:
    """Yield the counts that lines of a form give, the parts they name, and the lines of a list below that part them by place."""
    total: FormCount | None = None
    for number in sorted(form_lines(parse)):
        span = parse.paragraphs[number]
        words = parse.words(span)
        if total is not None and (item := _ITEM.match(words)) is not None:
            yield _line(parse, span, item, total.metric, total.population, _number(item["low"]))
            continue
        found, total = _COUNT.match(words), None
        if found is None or not _counts_people(found):
            continue
        what = found["what"].lower()
        population = _population(found["who"] or "")
        total = _line(parse, span, found, _METRIC.get(what, cast("Metric", what)), population, _number(found["low"]))
        yield total
        if (part := _PART.search(found["rest"] or "")) is not None and (size := number_at([part["number"].lower(), "."], 0)[0]) is not None:
            count = Count(size, size)
            yield replace(total, population=_population(part["who"]), count=count, span=span)


def told_lines(parse: "Parse") -> frozenset[int]:
    """Return the lines of a form that say themselves what befell whom: "Casualties: three dead, 11 wounded"."""
    return frozenset(
        number
        for number in form_lines(parse)
        if _COUNT.match(words := parse.words(parse.paragraphs[number])) is None
        and {*re.findall(r"[a-z]+", words.partition(":")[2].lower())} & {"dead", "killed", "wounded", "injured", "missing", "captured"}
    )


def _line(parse: "Parse", span: Span, found: "re.Match[str]", metric: Metric, population: Population, low: int) -> FormCount:
    told = found.groupdict()
    high: int | None = _number(told["high"]) if told.get("high") else low
    if not told.get("high") and (told.get("least") or told.get("plus")):
        low, high = low + ((told.get("least") or "").strip().lower() in ("over", "more than")), None
    if high is not None and high < low:
        high = low
    token = parse.tokens_in(Span(span.start + found.start("low"), span.end))[0]
    return FormCount(metric, population, Count(low, high), span, token)


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _counts_people(found: "re.Match[str]") -> bool:
    """Whether the label counts people ("Suspects apprehended"), no things ("Weapons captured")."""
    who = (found["who"] or "").lower().split()
    return not who or names_people(who[-1]) or who[-1] in ("total", "victims", "belligerents")


def _population(who: str) -> Population:
    word = who.lower().split()[-1] if who else ""
    return "party forces" if word == "belligerents" else people().population.get(singular(word), "all")
