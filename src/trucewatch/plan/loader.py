"""The text of a plan file → a Plan, or every fault in it with its line. Pure: the caller reads the file."""

from datetime import timedelta
from functools import lru_cache

import yaml

from trucewatch.plan.commitments import Names, read_commitments
from trucewatch.plan.marks import BadPlan, Entry, Problem, by_name, compose
from trucewatch.plan.periods import cut
from trucewatch.records.plan import Instrument, Party, Period, Plan, PlannedPresence

_LONGEST = timedelta(days=30 * 366)
"""What lasts longer than thirty years is a slip of the pen in a year."""
_PLAN = (
    "plan", "title", "wording", "sources", "country", "threshold", "names", "mission", "instruments", "parties", "commitments",
    "presence", "periods", "period", "starts", "ends", "note",
)  # fmt: skip


@lru_cache(maxsize=32)
def load_plan(text: str, *, name: str = "plan") -> Plan:
    """Return the plan a YAML text describes (docs/plan.md has the fields).

    Raises BadPlan with every fault found and its line: broken YAML, unknown keys, impossible dates, obligors and instruments nobody
    defined, names given twice, periods and planned presence that overlap, incident types outside the vocabulary.
    """
    reader = Names()
    try:
        root = compose(text)
    except BadPlan as error:
        raise BadPlan(error.problems, name) from error
    plan = _plan(reader, Entry(root, reader.notes, "the plan", _PLAN))
    if reader.notes.problems or plan is None:
        raise BadPlan(reader.notes.problems, name)
    return plan


def check_plan(text: str) -> tuple[Problem, ...]:
    """Return every fault of a plan's text, by line; () for a valid plan."""
    try:
        load_plan(text)
    except BadPlan as error:
        return error.problems
    return ()


def _plan(reader: Names, entry: Entry) -> Plan | None:
    if not isinstance(entry.node("commitments"), yaml.SequenceNode) or not entry.items("commitments"):
        reader.notes.add(entry.at("commitments"), "the plan needs 'commitments': a list with at least one entry")
    title, ident = entry.text("title", needed=True), entry.text("plan", needed=True)
    instruments = _instruments(reader, entry)
    parties = _parties(reader, entry)
    mission = entry.text("mission")
    if mission is not None and mission not in reader.parties:
        reader.notes.add(entry.at("mission"), f"the mission {mission!r} is no party of the plan; {by_name(reader.parties, mission)}")
    quoted = entry.choice("wording", ("paraphrase", "quoted"), default="paraphrase") == "quoted"
    commitments = read_commitments(reader, entry, paraphrase=not quoted)
    threshold = entry.number("threshold", 0, 1)
    presence = _presence(reader, entry)
    periods = _periods(reader, entry)
    if title is None or ident is None:
        return None
    return Plan(
        id=ident,
        title=title,
        instruments=instruments,
        parties=parties,
        commitments=commitments,
        presence=presence,
        periods=periods,
        names=entry.words("names"),
        mission=mission,
        country=entry.text("country"),
        threshold=0.5 if threshold is None else threshold,
        sources=entry.words("sources"),
        paraphrase=not quoted,
    )


def _instruments(reader: Names, entry: Entry) -> tuple[Instrument, ...]:
    found = []
    for name, node in entry.named("instruments"):
        each = Entry(node, reader.notes, f"instrument {name!r}", ("title", "signed", "symbol"))
        reader.instruments[name] = each.line
        signed = each.day("signed", needed=True)
        title = each.text("title", needed=True)
        if signed:
            reader.signed[name] = signed
            found.append(Instrument(name, title or name, signed, each.text("symbol")))
    if not reader.instruments:
        reader.notes.add(
            entry.at("instruments"), "the plan needs 'instruments': the texts its commitments come from, each with the day it was signed"
        )
    return tuple(found)


def _parties(reader: Names, entry: Entry) -> tuple[Party, ...]:
    found = []
    members: list[tuple[str, int]] = []
    for name, node in entry.named("parties"):
        each = Entry(node, reader.notes, f"party {name!r}", ("name", "names", "blocs", "members"))
        reader.parties[name] = each.line
        full = each.text("name", needed=True) or name
        members += each.worded("members")
        found.append(Party(name, full, (full, *each.words("names")), each.words("blocs"), each.words("members")))
    for member, line in members:
        if member not in reader.parties:
            reader.notes.add(line, f"the member {member!r} is no party of the plan; {by_name(reader.parties, member)}")
    if not reader.parties:
        reader.notes.add(entry.at("parties"), "the plan needs 'parties': who owes what to whom")
    return tuple(found)


def _presence(reader: Names, entry: Entry) -> tuple[PlannedPresence, ...]:
    found: list[tuple[PlannedPresence, int]] = []
    for node in entry.items("presence"):
        each = Entry(node, reader.notes, "planned presence", ("place", "area", "from", "to"))
        place, start, end = each.text("place", needed=True), each.day("from", needed=True), each.day("to", needed=True)
        if place is None or start is None or end is None:
            continue
        if end < start:
            reader.notes.add(each.line, f"planned presence at {place} ends on {end}, before it begins on {start}")
            continue
        if end - start > _LONGEST:
            reader.notes.add(each.line, f"planned presence at {place} lasts more than thirty years: {start} to {end}")
            continue
        for other, line in found:
            if other.place == place and other.start <= end and start <= other.end:
                reader.notes.add(each.line, f"planned presence at {place} from {start} to {end} overlaps that on line {line}")
        found.append((PlannedPresence(place, start, end, each.text("area")), each.line))
    return tuple(presence for presence, _line in found)


def _periods(reader: Names, entry: Entry) -> tuple[Period, ...]:
    """Return the periods given one by one, or the weeks or months between ``starts`` and ``ends``."""
    found: list[tuple[Period, int]] = []
    for node in entry.items("periods"):
        each = Entry(node, reader.notes, "a period", ("name", "from", "to"))
        start, end = each.day("from", needed=True), each.day("to", needed=True)
        if start is None or end is None:
            continue
        name = each.text("name") or ""
        if end < start:
            reader.notes.add(each.line, f"the period {name or start} ends on {end}, before it begins on {start}")
            continue
        if end - start > _LONGEST:
            reader.notes.add(each.line, f"the period {name or start} lasts more than thirty years: {start} to {end}")
            continue
        for other, line in found:
            if other.start <= end and start <= other.end:
                reader.notes.add(
                    each.line, f"the period from {start} to {end} overlaps the one from {other.start} to {other.end} on line {line}"
                )
        found.append((Period(start, end, name), each.line))
    if found:
        return tuple(sorted(period for period, _line in found))
    starts, ends = entry.day("starts"), entry.day("ends")
    step = entry.choice("period", ("week", "month", "day"), default="week")
    if starts and ends and ends < starts:
        reader.notes.add(entry.at("ends"), f"the plan ends on {ends}, before it starts on {starts}")
    elif starts and ends and ends - starts > (_LONGEST if step != "day" else _LONGEST / 3):
        reader.notes.add(entry.at("ends"), f"the plan lasts too long for periods of a {step}: {starts} to {ends}")
    elif starts and ends:
        return cut(starts, ends, step)
    return ()
