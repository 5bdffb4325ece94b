"""Times that count from another time of the text: "the next day", "two weeks after the massacre in Houla", "two days after the incident".

Enters: the times found, in text order; leaves: the same times, each with its interval, unknown where the text does not give what it counts
from.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trucewatch.reading.anchors import DAY, UNKNOWN, Extent, make_date, month, shifted, through
from trucewatch.reading.dates import Found
from trucewatch.reading.hanging import SAYING, clause_of
from trucewatch.reading.lookback import looks_back, settled
from trucewatch.reading.parse import Parse
from trucewatch.reading.periods import Period
from trucewatch.reading.timewords import time_words


def resolve_counted(parse: Parse, found: Sequence[Found], published: date | None, period: Period | None = None) -> list[Found]:
    """Resolve the times that count from another time of the text. ``period``: the days that its headings say it is of."""
    resolved: list[Found] = []
    back = looks_back(parse, found, published, titled=period is not None)
    covering = period is not None and period.covering and period.earliest == period.latest
    for position, one in enumerate(found):
        if back:
            one = settled(parse, one, resolved)  # noqa: PLW2901 — the same time, dated
        if one.rule == "discourse":
            told = parse.sentence_of[one.start]
            base = next(
                (
                    f.extent
                    for f in reversed(resolved)
                    if _is_base(f, one.unit)
                    and not _of_now(parse, f, told)
                    and (not _of_saying(parse, f) or ((not one.number or one.sign < 0) and parse.sentence_of[f.start] == told))
                ),
                None,
            )
            base = base or _since_day(parse, one, resolved)
            base = _of_the_log(parse, one, resolved, published) or base if covering else base
            beside = one.unit == "nth day" and bool(resolved) and 0 <= one.start - resolved[-1].end <= _APPOSED
            beside = beside and parse.sentence_of[resolved[-1].start] == parse.sentence_of[one.start]
            extent = resolved[-1].extent if beside else _onward(base, one) if base else UNKNOWN
            if parse.lower[one.start - 1] == "since" and one.start and published and extent.earliest and extent.earliest <= published:
                extent = Extent(extent.earliest, published, "range")
            resolved.append(Found(one.start, one.end, extent, "discourse", unit=one.unit, sign=one.sign))
        elif one.rule == "day of month":
            same = one.unit == "same month"
            alone = back or one.unit == "spelled"  # "on the tenth" is a day only where a date was told
            day = replace(one, extent=_in_month(one.number, resolved, published, looking_back=alone, same=same))
            resolved[-1:] = _through(parse, resolved[-1], day) if resolved else [day]
        elif one.rule == "month of year":
            resolved.append(_that_month(one, resolved, published))
        elif one.rule == "counted":
            resolved.append(_count_from(parse, found, resolved, position, published))
        else:
            resolved[-1:] = _from_that_day(parse, resolved[-1], one) if resolved else [one]
    return resolved


_STRETCHES = frozenset((("between", "and"), ("from", "to"), ("from", "until"), ("from", "till"), ("from", "through")))


def _from_that_day(parse: Parse, last: Found, one: Found) -> list[Found]:
    """Return "between that day and 2 July", "from that night until Friday" as one stretch, other times as they are."""
    gap = tuple(word for word in parse.lower[last.end : one.start] if word not in ("the", "on"))
    if last.rule != "discourse" or len(gap) != 1 or one.extent.precision != "day" or last.extent.precision != "day":
        return [last, one]
    lead = next((word for word in parse.lower[max(0, last.start - 2) : last.start] if word in ("between", "from")), "")
    extent = through(last.extent, one.extent) if (lead, gap[0]) in _STRETCHES else UNKNOWN
    return [last, one] if extent is UNKNOWN else [replace(one, start=last.start, extent=extent, rule="date range")]


_TO = frozenset((("to", "the"), ("until", "the"), ("till", "the"), ("through", "the")))


def _through(parse: Parse, last: Found, one: Found) -> list[Found]:
    """Return "from the 12th to the 15th" as one stretch, other days as they are."""
    gap = tuple(parse.lower[last.end : one.start])
    if gap in _TO and "from" in parse.lower[max(0, last.start - 2) : last.start] and last.extent.precision == "day":
        extent = through(last.extent, one.extent)
        return [replace(last, end=one.end, extent=extent)] if extent is not UNKNOWN else [last, one]
    return [last, one]


_APPOSED = 2
"""Tokens at most between a day and what it is the nth of: "on 19 January, on the seventh day of the fighting"."""


def _onward(base: Extent, one: Found) -> Extent:
    """Return what counts from a day or stretch of days: "the second day" inside it, "the following two days" after it."""
    if base.earliest is None or base.latest is None:
        return UNKNOWN
    if one.unit == "nth day" and not one.number:
        return Extent.day(base.latest)
    if one.unit == "nth day":
        when = base.earliest + (one.number - 1) * DAY
        return Extent.day(when) if when <= base.latest or base.precision == "day" else UNKNOWN
    if one.unit == "days on":
        return Extent(base.latest + DAY, base.latest + one.number * DAY, "days") if base.precision in ("day", "days") else UNKNOWN
    return shifted(base, one.number, one.unit, one.sign)


def _of_the_log(parse: Parse, one: Found, resolved: Sequence[Found], published: date | None) -> Extent | None:
    """Return the day of a log from which an entry that names no day counts back: "his barn had been burned the previous night"."""
    if one.sign >= 0 or published is None or (resolved and parse.paragraph_of[resolved[-1].start] == parse.paragraph_of[one.start]):
        return None
    return Extent.day(published)


def _since_day(parse: Parse, one: Found, resolved: Sequence[Found]) -> Extent | None:
    """Return the day that "that day" takes up where the last told is what was counted from: "losses since Tuesday … that day"."""
    last = resolved[-1] if resolved else None
    if last is None or last.rule != "since" or last.extent.earliest is None or one.number or one.unit != "day":
        return None
    near = parse.sentence_of[one.start] - parse.sentence_of[last.start] <= 1
    return (
        Extent.day(last.extent.earliest)
        if near and any(word in time_words().weekdays for word in parse.lower[last.start : last.end])
        else None
    )


_DATED = ("date", "month")


def _that_month(one: Found, resolved: Sequence[Found], published: date | None) -> Found:
    """Return "that June" in the year told last, without one the latest begun by publication."""
    told = next((f.extent.latest for f in reversed(resolved) if f.rule not in _OF_NO_YEAR and f.extent.latest), None)
    return replace(one, rule="month", extent=month(published, one.number, told.year if told else None))


_OF_NO_YEAR = frozenset(("since", "past span", "vague", "decade", "years"))


def _in_month(day: int, resolved: Sequence[Found], published: date | None, *, looking_back: bool, same: bool) -> Extent:
    """Return "the 14th" in the month that brings it nearest the date told last; with no date told, the nearest not after publication.

    ``same``: "the 14th of that month", in the month told last.
    """
    told = [f.extent.earliest for f in reversed(resolved) if f.extent.precision == "day" and f.extent.earliest]
    if not same and (named := next((when for when in told if when.day == day), None)):
        return Extent.day(named)  # "on Friday … bombed on the 5th", where that Friday was the 5th
    dated = next((f.extent for f in reversed(resolved) if f.rule.startswith(_DATED) and f.extent.earliest), None)
    base = None if dated is None else dated.earliest
    news = not looking_back and not same and published is not None and any((published - when).days <= _NEWS for when in told)
    if news and dated is not None and dated.precision == "month" and published and base and (published - base).days > _PAST:
        base = None  # "the truce given in June … on Saturday … on the 5th": of the days of the news
    near = base or (None if looking_back else published)
    if near is None:
        return UNKNOWN
    months = [(near.year * 12 + near.month - 1 + shift) for shift in ((0,) if same else (-1, 0, 1))]
    days = [when for index in months if (when := make_date(index // 12, index % 12 + 1, day))]
    days = [when for when in days if published is None or when <= published]
    if base is None:
        return Extent.day(max(days)) if days else UNKNOWN
    return Extent.day(min(days, key=lambda when: abs((when - base).days))) if days else UNKNOWN


_NEWS = 20
"""Days up to publication of which a report still tells as news."""
_PAST = 62
"""Days from which a month told in passing is none of the news."""


def _is_base(found: Found, unit: str) -> bool:
    """Tell whether a time can be what "the next day" counts from: a day, no longer stretch, and none told in passing."""
    if found.rule == "discourse" and found.unit == "hour" and found.extent.precision == "days":
        return False  # "six hours later", on that day or the next
    if found.rule in ("counted back", "weekday to come", "since", "past span", "dateline") or (
        found.rule == "discourse" and found.sign < 0
    ):
        return False
    if unit in ("nth day", "days on"):
        return found.extent.earliest is not None and found.extent.precision in ("day", "days", "range")
    allowed = ("day", "days") if unit in ("hour", "day", "night") else ("day", "days", "week", "month", "year")
    return found.extent.earliest is not None and found.extent.precision in allowed


def _of_now(parse: Parse, found: Found, sentence: int) -> bool:
    """Tell whether a day is of what another sentence says is being done or will be: "a team arrives there today"."""
    if found.rule not in ("day word", "this part of the day") or parse.sentence_of[found.start] == sentence:
        return False
    tree, verb = parse.tree, clause_of(parse.tree, found.start)
    if verb < 0:
        return False
    helping = {tree.lower[child] for child in tree.children[verb] if tree.dep[child] in ("aux", "auxpass")}
    return not helping & _WAS and (tree.tag[verb] in ("VBZ", "VBP") or bool(helping & _COMING))


_WAS = frozenset(("has", "have", "had", "was", "were", "did"))
_COMING = frozenset(("is", "are", "will", "shall"))
_SAYING = frozenset("said says announced reported told stated added confirmed declared issued released".split())


def _of_saying(parse: Parse, found: Found) -> bool:
    """Tell whether a time says when something was said ("the army announced on Sunday"): no event to count from."""
    verb = clause_of(parse.tree, found.start)
    if (
        0 <= verb < found.start
        and parse.lower[verb] in _SAYING
        and all(parse.tree.pos[at] not in ("NOUN", "PROPN") for at in range(verb, found.start))
    ):
        return True  # "said here on Tuesday"
    before = parse.lower[max(0, found.start - 2) : found.start]
    return any(word in _SAYING for word in before[-1:] if word != "on") or (before[-1:] in (["on"], ("on",)) and before[0] in _SAYING)


def _count_from(parse: Parse, found: Sequence[Found], resolved: Sequence[Found], position: int, published: date | None) -> Found:
    """Read "two days after the bombing": beside a date it dates the bombing; alone it counts from the bombing's own date."""
    one = found[position]
    if (
        position
        and 0 <= one.start - found[position - 1].end <= 2
        and parse.lower[found[position - 1].end : one.start] in ((), (",",), ("-",), ("–",), ("—",))
    ):
        base = resolved[position - 1].extent
        return Found(one.start, one.end, shifted(base, one.number, one.unit, -one.sign), "counted back")
    reach = _FRONTED if _fronts(parse, one) else 12
    named = next(
        (
            f
            for f in found[position + 1 :]
            if f.start - one.end <= reach and f.extent.earliest and _same_sentence(parse, f.start, one.start)
        ),
        None,
    )
    if named and not _hangs_under(parse, named.start, one.end - 1) and _hangs_over(parse, named.start, one):
        return Found(one.start, one.end, shifted(named.extent, one.number, one.unit, -one.sign), "counted back")
    if not named and (told := _clause_before(parse, resolved, one, published)):
        return Found(one.start, one.end, shifted(told, one.number, one.unit, -one.sign), "counted back")
    anchor = named.extent if named else _event_date(parse, found, resolved, one) or _last_told(parse, resolved, one)
    extent = shifted(anchor, one.number, one.unit, one.sign) if anchor else UNKNOWN
    if published and extent.earliest and extent.latest and extent.earliest <= published < extent.latest:
        extent = replace(extent, latest=published)
    return Found(one.start, one.end, extent, "anchored")


_FRONTED = 30
"""Words at most from "the day after soldiers shelled the town", where it opens a sentence, to the day of its main clause."""


def _fronts(parse: Parse, one: Found) -> bool:
    """Tell whether a count opens its sentence with a clause."""
    at = one.start
    opens = at == 0 or parse.sentence_of[at - 1] != parse.sentence_of[at]
    return opens and parse.tree.dep[one.end - 1] in ("mark", "prep")


def _clause_before(parse: Parse, resolved: Sequence[Found], one: Found, published: date | None) -> Extent | None:
    """Return the day of the clause that "two days after gangs broke open the prison" ends, from which the count goes back.

    That is the day told last in the sentence, no saying's; with none, where the clause is in the present, the day of publication.
    """
    tree, mark = parse.tree, one.end - 1
    clause = tree.head[mark]
    if tree.dep[mark] == "prep" and one.start <= clause < mark and tree.dep[clause] == "npadvmod":
        clause = tree.head[clause]  # "a day after returning refugees had raised a flag", where the parse cuts off the count
    elif tree.dep[mark] != "mark":
        return None
    if one.sign < 0 or clause < mark:
        return None
    told = [f for f in resolved if _same_sentence(parse, f.start, one.start) and f.extent.precision == "day" and not _of_saying(parse, f)]
    told = [f for f in told if f.rule not in ("dateline", "anchored", "counted back")]
    if told:
        return told[-1].extent
    above = tree.head[clause]
    now = tree.tag[above] in ("VBZ", "VBP") and tree.lemma[above] not in SAYING
    return Extent.day(published) if now and published else None


_OF_ANOTHER = frozenset(("of", "on", "in", "at", "against", "near", "by"))


def _last_told(parse: Parse, resolved: Sequence[Found], one: Found) -> Extent | None:
    """Return the last day told, where "two days after the incident" points back at what happened on it."""
    words = parse.lower[one.end : one.end + 3]
    if len(words) < 3 or words[0] not in ("the", "that", "this") or words[1] not in time_words().happenings or words[2] in _OF_ANOTHER:
        return None
    told = next((f for f in reversed(resolved) if _is_base(f, "day") and not _of_saying(parse, f)), None)
    if told is not None and words[1] in _CIVIC:
        there = parse.sentence_of[told.start]
        if not any(parse.sentence_of[at] == there for at, word in enumerate(parse.lower) if word == words[1]):
            return None  # "two days before the vote", where what was told last was a clash
    return told.extent if told is not None else None


_CIVIC = frozenset(
    "election elections poll vote signing truce ceasefire cease-fire agreement accord funeral wedding march rally protest".split()
)
"""What is no violence: none of it is meant by what was told last unless that names it."""


def _hangs_under(parse: Parse, at: int, top: int) -> bool:
    """Tell whether a word stands in the phrase or clause that the word ``top`` opens."""
    tree = parse.tree
    heads = {top, tree.head[top]} if tree.dep[top] == "mark" else {top}
    while True:
        if at in heads:
            return True
        if tree.head[at] == at:
            return False
        at = tree.head[at]


def _hangs_over(parse: Parse, at: int, one: Found) -> bool:
    """Tell whether a time dates the clause that the words of a count belong to, and no saying of it."""
    tree = parse.tree
    verb, above = clause_of(tree, at), one.end - 1
    if verb < 0 or tree.lemma[verb] in SAYING or verb < at < one.end:
        return False
    for _ in range(6):
        if above == verb:
            return True
        above = tree.head[above]
    return False


def _same_sentence(parse: Parse, one: int, other: int) -> bool:
    return parse.sentence_of[one] == parse.sentence_of[other]


def _event_date(parse: Parse, found: Sequence[Found], resolved: Sequence[Found], one: Found) -> Extent | None:
    """Return the date that stands in another sentence beside the names of the phrase after ``one`` ("the massacre in Houla")."""
    names = _names_after(parse, one.end)
    if not names:
        return None
    for index, word in enumerate(parse.lower):
        if word not in names or one.start <= index < one.end + 14:
            continue
        sentence = parse.sentence_of[index]
        near = [
            f
            for f in [*resolved, *found]
            if parse.sentence_of[f.start] == sentence and f.extent.precision in ("day", "days") and f.rule != "counted"
        ]
        if near:
            return min(near, key=lambda f: abs(f.start - index)).extent
    return None


def _names_after(parse: Parse, start: int) -> set[str]:
    """Return the proper names in the noun phrase that follows, in lower case; without one the noun of a phrase with "the"."""
    names: set[str] = set()
    nouns: list[str] = []
    for index in range(start, min(start + 10, len(parse.lower))):
        token = parse.doc[index]
        if token.tag_ in ("NNP", "NNPS"):
            names.add(token.lower_)
        elif token.pos_ == "NOUN":
            nouns.append(token.lower_)
        elif token.pos_ in ("VERB", "PUNCT") and index > start:
            break
    return names or (set(nouns[:1]) if parse.lower[start] == "the" else set())
