"""When and where an event happened, by its trigger: its own modifiers and clause first, then the sentence, then what came before.

A time or place hangs on the predicate its words modify. One that hangs on a verb of saying is when or where somebody spoke, never the
event's. Where nothing decides, the answer is None or an empty tuple.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from trucewatch.reading.carrying import breaks, narrowed, only_day
from trucewatch.reading.covered import covered_day
from trucewatch.reading.entryheads import heading_spans
from trucewatch.reading.hanging import Hung, clause_of, hang, hung_times, is_narrated, is_told_now, opens_sentence, told_by
from trucewatch.reading.headings import heading_over, of_document, opens_line, tells_of_incident
from trucewatch.reading.hours import day_beside, day_of_hour
from trucewatch.reading.parse import Parse
from trucewatch.reading.placewords import place_words
from trucewatch.reading.placing import choose_places
from trucewatch.reading.pointing import sent_from
from trucewatch.reading.senders import sender_paragraphs
from trucewatch.reading.sincespans import since_told
from trucewatch.reading.stretches import stretched
from trucewatch.reading.takenup import claims_or_blames, day_taken_up, is_aside
from trucewatch.reading.timing import choose_time
from trucewatch.records.extent import Place, When
from trucewatch.records.span import Span

if TYPE_CHECKING:
    from datetime import date

_HEAD_WORDS = 14
_ENTRY = 4
"""Within how many sentences of an entry its date reaches."""


def when_of(parse: Parse, token: int, times: Sequence[When]) -> When | None:
    """Return when the event with its trigger at ``token`` happened, None where the text does not decide.

    ``times`` are those of ``find_times`` for the same parse.
    """
    hung = hung_times(parse, times)
    aside = is_aside(parse.tree, token)
    chosen = since_told(parse, token, times, hung)
    if chosen is None and aside:
        chosen = day_taken_up(parse, token, times, hung)
    if chosen is None:
        chosen = choose_time(parse, token, times, hung)
        chosen = day_beside(parse, token, chosen) if chosen is not None and chosen.precision == "day" else chosen
    taken_up = aside and claims_or_blames(parse.tree, token)
    if chosen is None and not taken_up and (headed := _headed(parse, token, hung)):
        chosen = times[headed[0].number]
    if chosen is None and not taken_up and (entry := _entry(parse, token, times, hung)):
        chosen = entry
    if chosen is None:
        chosen = day_of_hour(parse, token, times, hung)
    if chosen is None and (above := _under_heading(parse, token, hung)):
        chosen = _of_heading(parse, above, times)
    if chosen is None:
        chosen = _in_title(parse, token, times, hung)
    if chosen is None:
        chosen = covered_day(parse, token, times, hung) or only_day(parse, token, times, hung)
    if chosen is None and not aside:
        chosen = day_taken_up(parse, token, times, hung)
    if chosen is None or not chosen.known:
        return None
    return stretched(parse, token, narrowed(parse, token, chosen, times, hung), times, hung)


def is_to_come(parse: Parse, when: When) -> bool:
    """Whether a time lies wholly after the day of publication."""
    published = cast("date | None", parse.notes.get("published"))
    return published is not None and when.earliest is not None and when.earliest > published


def where_of(parse: Parse, token: int, places: Sequence[Place]) -> tuple[Place, ...]:
    """Return where the event with its trigger at ``token`` happened, the most exact place first; empty where the text does not decide.

    ``places`` are those of ``find_places`` for the same parse. Each place returned carries the span of the mention that decided, and the
    precision of that mention ("near").
    """
    hung = hang(parse, "places", len(places), lambda: _mentions(parse, places))
    chosen = choose_places(parse, token, places, hung) or _headed(parse, token, hung) or _titled(parse, token, hung)
    if not chosen and sent_from(parse, token):
        sent = [place for place in places if any(line.covers(span) for line in parse.datelines for span in place.spans)]
        return tuple(place for place in sent if place.precision == "place")[:1]
    return tuple(_as_mentioned(parse, places[one.number], one) for one in chosen)


def _titled(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the places of the heading over a clause, but those of who issued it."""
    named = _under_heading(parse, token, hung)
    here = parse.paragraph_of[token]
    return [h for h in named if (above := parse.paragraph_of[h.start]) >= here or above not in sender_paragraphs(parse)]


def _entry(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the time that opens the entry of a chronology: "April 27 - Rival units fight a battle"."""
    paragraph = parse.paragraph_of[token]
    heads = [
        h
        for number in range(parse.sentence_of[token], max(-1, parse.sentence_of[token] - _ENTRY), -1)
        for h in hung.get(number, ())
        if h.end < token
        and parse.paragraph_of[h.start] == paragraph
        and times[h.number].rule != "dateline"
        and not of_document(parse, h.start)
    ]
    lines = [h for h in heads if opens_line(parse, h.start) and parse.lower[h.end] in ("-", "–", "—", ":", "·", "|")]
    heads = lines or [h for h in heads if _closes_head(parse, h)]
    return times[heads[0].number] if heads else None


_HEAD_MARKS = frozenset((".", ":", "|", "·"))


def _closes_head(parse: Parse, one: Hung) -> bool:
    """Tell whether a time ends the words without a verb that head an entry, however they are parsed: "Fizuli direction, 1 Aug. The …"."""
    start = parse.paragraphs[parse.paragraph_of[one.start]].start
    first = bisect_left(parse.starts, start)
    stop = parse.lower[one.end - 1].endswith(".") or parse.lower[one.end] in _HEAD_MARKS
    if not stop or one.start - first > _HEAD_WORDS or not (one.end < len(parse.starts) - 1 and parse.doc[one.end].text[:1].strip()):
        return False
    return not any(parse.tree.pos[at] in ("VERB", "AUX") or parse.lower[at] in (".", "that") for at in range(first, one.start))


def _headed(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the times or places of the words without a verb that head the paragraph ("Houla, Friday, 25 May. The observers …")."""
    paragraph, sentence = parse.paragraph_of[token], parse.sentence_of[token]
    at = bisect_left(parse.paragraph_of, paragraph)
    if any(line.touches(parse.span(at, at + 1)) for line in parse.datelines):
        return []
    found: list[Hung] = []
    for number in range(parse.sentence_of[at], sentence):
        words = [i for i in range(at, min(at + _HEAD_WORDS + 1, token)) if parse.sentence_of[i] == number]
        if not words or len(words) > _HEAD_WORDS or any(parse.tree.pos[i] in ("VERB", "AUX") for i in words):
            break
        found += hung.get(number, ())
        at = words[-1] + 1
    return found


def _in_title(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> When | None:
    """Return the one day that stands in the words without a verb beside an event without a verb: "Attack on a post. Night of 7 March"."""
    if (clause_of(parse.tree, token) >= 0 and not _names_deed(parse, token)) or token > _TITLE * 2:
        return None
    paragraph = parse.paragraph_of[token]
    beside = [
        h
        for found in hung.values()
        for h in found
        if h.governor < 0 and parse.paragraph_of[h.start] == paragraph and h.start < token + _TITLE
    ]
    days = [times[h.number] for h in beside if times[h.number].known and times[h.number].precision == "day"]
    days = [when for when in days if when.rule != "dateline"] or days
    days = days or _in_fields(parse, paragraph, times, hung) or _after_title(parse, token, times, hung)
    return days[0] if len({when.earliest for when in days}) == 1 else None


def _names_deed(parse: Parse, token: int) -> bool:
    """Tell whether a participle is the noun of a title: "Bombing of the Grand Cinema"."""
    return parse.tree.tag[token] == "VBG" and parse.tree.head[token] == token and parse.lower[token + 1 : token + 2] == ("of",)


def _after_title(parse: Parse, token: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> list[When]:
    """Return the days of the sentence after a title: "Bombing of the Grand Cinema. On 12 January 2007 a bomb exploded"."""
    sentence = parse.sentence_of[token]
    if sentence or token > _TITLE // 2:
        return []
    following = [h for number in (sentence + 1, sentence + 2) for h in hung.get(number, ())][:1]
    days = [times[h.number] for h in following if not h.saying and h.governor >= 0 and not breaks(parse.tree, h)]
    return [when for when in days if when.precision == "day" and when.rule in ("date", "date without year")]


def _in_fields(parse: Parse, paragraph: int, times: Sequence[When], hung: dict[int, list[Hung]]) -> list[When]:
    """Return the days in the lines of fields after a title: "The mill raid / Location: Bor / Date: 7 February 1997"."""
    over = heading_over(parse)
    if over[paragraph] >= 0:
        return []
    last = next((number for number in range(paragraph, len(over)) if over[number] >= 0), paragraph)
    days = [times[h.number] for found in hung.values() for h in found if paragraph < parse.paragraph_of[h.start] < last]
    return [when for when in days if when.precision == "day" and when.rule != "dateline"]


_TITLE = 30
"""Tokens within which a title and its day stand."""


def _under_heading(parse: Parse, token: int, hung: dict[int, list[Hung]]) -> list[Hung]:
    """Return the times or places of the heading over the paragraph of a clause that tells what happened."""
    verb = clause_of(parse.tree, token)
    over = heading_over(parse) if hung else ()
    heading = over[parse.paragraph_of[token]] if over else -1
    if heading < 0:
        return []
    if verb < 0 or parse.tree.tag[verb] in ("VBG", "VBN"):
        if _verbless(parse, token):
            return _lines_of(parse, heading, hung, over)
        if verb < 0:
            return []
    teller = told_by(parse.tree, verb)
    if not is_narrated(parse.tree, teller) and not is_told_now(parse.tree, teller):
        return []
    return _lines_of(parse, heading, hung, over)


def _lines_of(parse: Parse, heading: int, hung: dict[int, list[Hung]], over: Sequence[int]) -> list[Hung]:
    """Return the times or places in the lines of a heading."""
    last = next((number for number in range(heading, len(over)) if over[number] >= 0), len(over))
    return [one for found in hung.values() for one in found if heading <= parse.paragraph_of[one.start] < last]


def _verbless(parse: Parse, token: int) -> bool:
    """Tell whether the sentence of a word has no finite verb: "10.30 Variani bombed", "Two guards hurt"."""
    at, sentence, tree = opens_sentence(parse, token), parse.sentence_of[token], parse.tree
    while at < len(tree) and parse.sentence_of[at] == sentence:
        if tree.tag[at] in ("VBD", "VBZ", "VBP", "MD"):
            return False
        at += 1
    return True


def _of_heading(parse: Parse, above: Sequence[Hung], times: Sequence[When]) -> When | None:
    """Return the one day, or few, that a heading gives; of several the one whose field says that it is the incident's."""
    told = [one for one in above if times[one.number].precision in ("day", "days") and times[one.number].rule != "dateline"]
    told = [one for one in told if tells_of_incident(parse, one.start)] or told if len(told) > 1 else told
    return times[told[0].number] if len({(times[one.number].earliest, times[one.number].latest) for one in told}) == 1 else None


def _mentions(parse: Parse, places: Sequence[Place]) -> list[tuple[Span, int]]:
    """Return every mention of a place with the place's number, in text order; datelines are left out, unless they head entries."""
    mentions = [(span, index) for index, place in enumerate(places) for span in place.spans]
    mentions.sort(key=lambda pair: pair[0].start)
    heading = heading_spans(parse)
    return [pair for pair in mentions if pair[0].start in heading or not any(line.covers(pair[0]) for line in parse.datelines)]


def _as_mentioned(parse: Parse, place: Place, one: Hung) -> Place:
    """Return the place with the span of one mention and the precision its words give."""
    tree = parse.tree
    before = tree.lower[one.start - 1] if one.start else ""
    two = tree.lower[one.start - 2] if one.start > 1 else ""
    near = before in place_words().near or (before == "of" and two in place_words().near)
    precision = "near" if near and place.precision == "place" else place.precision
    return replace(place, spans=(parse.span(one.start, one.end),), precision=precision)
