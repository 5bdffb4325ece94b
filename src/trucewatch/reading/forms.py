"""Lines of a form on an incident page ("Civilians killed: 4-7", "Suspected belligerent: …") → what they count. They tell no events.

Enters: a parse. Leaves: the paragraphs that are such lines, and the counts among them. A line alone is no form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from trucewatch.reading.paragraphs import FIELD
from trucewatch.records.extent import Count
from trucewatch.records.span import Span
from trucewatch.records.terms import Metric, Population

if TYPE_CHECKING:
    from trucewatch.reading.parse import Parse

_COUNT = re.compile(
    r"(?:(?P<who>civilians|children|women|men|soldiers|fighters|militants|belligerents|people|persons|victims|total)\s+)?"
    r"(?:reported(?:ly)?\s+|known\s+)?(?P<what>killed|deaths|dead|fatalities|injured|wounded|missing|detained|displaced)(?:\s+reported)?"
    r"\s*:\s*(?P<low>\d[\d,]*)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d,]*))?\s*$",
    re.IGNORECASE,
)
_METRIC: dict[str, Metric] = {"deaths": "killed", "dead": "killed", "fatalities": "killed", "wounded": "injured"}
_WHO: dict[str, Population] = {
    "civilians": "civilians", "children": "children", "women": "women", "soldiers": "party forces", "fighters": "party forces",
    "militants": "party forces", "belligerents": "party forces",
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
    fields = [bool(FIELD.match(words)) and not words.endswith((".", "!", "?", '"', "”")) for words in map(parse.words, parse.paragraphs)]
    found = frozenset(
        number
        for number, field in enumerate(fields)
        if field and ((number and fields[number - 1]) or (number + 1 < len(fields) and fields[number + 1]))
    )
    parse.notes["form lines"] = found
    return found


def form_counts(parse: "Parse") -> Iterator[FormCount]:
    """Yield the counts that lines of a form give."""
    for number in sorted(form_lines(parse)):
        span = parse.paragraphs[number]
        found = _COUNT.match(parse.words(span))
        if found is None:
            continue
        low = int(found["low"].replace(",", ""))
        high = int((found["high"] or found["low"]).replace(",", ""))
        what = found["what"].lower()
        token = parse.tokens_in(Span(span.start + found.start("low"), span.end))[0]
        if low <= high:
            population = _WHO.get((found["who"] or "").lower(), "all")
            yield FormCount(_METRIC.get(what, cast("Metric", what)), population, Count(low, high), span, token)
