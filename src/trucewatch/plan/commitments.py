"""The entries of a plan's list of commitments → Commitments, each fault noted with its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast, get_args

import yaml

from trucewatch.plan.marks import Entry, Notes, by_name, line_of
from trucewatch.records.plan import Commitment, CommitmentKind, Doer, Effect, Indicator, Milestone, Trigger
from trucewatch.records.terms import AccessKind
from trucewatch.vocab import vocabulary

_COMMITMENT = (
    "id", "point", "instrument", "obligor", "beneficiary", "action", "kind", "trigger", "then", "from", "deadline", "until", "milestones",
    "violated_by", "implemented_by", "names", "places", "threshold", "quote", "pam", "pax", "note",
)  # fmt: skip
_INDICATOR = ("text", "incidents", "families", "access", "records", "by", "targets", "weapons", "places", "level")
_KINDS = get_args(CommitmentKind.__value__)
_ACCESS = get_args(AccessKind.__value__)
_EFFECTS: Mapping[str, Effect] = {"violated_by": "violation", "implemented_by": "implementation"}


@dataclass(slots=True)
class Names:
    """What is known while a plan is read: names with the line on which they were given, and the problems so far."""

    notes: Notes = field(default_factory=Notes)
    instruments: dict[str, int] = field(default_factory=dict)
    signed: dict[str, date] = field(default_factory=dict)
    parties: dict[str, int] = field(default_factory=dict)


def read_commitments(reader: Names, entry: Entry, *, paraphrase: bool) -> tuple[Commitment, ...]:
    """Return the commitments of a plan's entry, without those that cannot be read; ``reader`` holds the names defined before them and
    takes the problems. ``paraphrase``: the file is in its writer's own words."""
    seen: dict[str, int] = {}
    found = []
    pending: list[tuple[str, int]] = []
    for node in entry.items("commitments"):
        each = Entry(node, reader.notes, f"the commitment on line {line_of(node)}", _COMMITMENT)
        ident = each.text("id", needed=True)
        if ident is None:
            continue
        each.what = f"commitment {ident}"
        if ident in seen:
            reader.notes.add(each.at("id"), f"commitment {ident} is given twice, first on line {seen[ident]}")
            continue
        seen[ident] = each.line
        commitment = _commitment(reader, each, ident, pending, paraphrase=paraphrase)
        if commitment:
            found.append(commitment)
    for other, line in pending:
        if other not in seen:
            reader.notes.add(line, f"'suspended_while' names {other!r}, which is no commitment of the plan; {by_name(seen, other)}")
    return tuple(found)


def _commitment(reader: Names, entry: Entry, ident: str, pending: list[tuple[str, int]], *, paraphrase: bool) -> Commitment | None:
    instrument = _known(reader, entry, "instrument", reader.instruments)
    obligor = _known(reader, entry, "obligor", reader.parties)
    beneficiary = _known(reader, entry, "beneficiary", reader.parties, needed=False)
    action = entry.text("action", needed=True)
    if entry.text("kind", needed=True) is None:
        return None
    kind = cast("CommitmentKind", entry.choice("kind", _KINDS, default="continuing positive"))
    then = cast("CommitmentKind", entry.choice("then", [k for k in _KINDS if k != "conditional"], default="continuing positive"))
    deadline, until, given_start = entry.day("deadline"), entry.day("until"), entry.day("from")
    indicators = tuple(_indicator(reader, node, effect, ident) for key, effect in _EFFECTS.items() for node in entry.items(key))
    trigger, by_evidence = _trigger(reader, entry, ident, pending)
    if kind == "conditional" and trigger is None:
        reader.notes.add(entry.line, f"commitment {ident} is conditional and needs a 'trigger'")
    if "continuing negative" in {kind, then} and not any(each.effect == "violation" for each in indicators):
        reader.notes.add(entry.line, f"commitment {ident} forbids something and needs 'violated_by': what counts as a violation")
    start = given_start or (deadline if kind == "continuing negative" else None) or reader.signed.get(instrument or "")
    _check_order(reader, entry, ident, start, deadline, until, reader.signed.get(instrument or ""))
    if instrument is None or obligor is None or action is None or start is None:
        return None
    return Commitment(
        id=ident,
        point=entry.text("point") or "",
        instrument=instrument,
        obligor=obligor,
        action=action,
        kind=kind,
        start=start,
        beneficiary=beneficiary,
        deadline=deadline,
        until=until,
        trigger=trigger,
        then=then,
        milestones=_milestones(reader, entry, ident),
        indicators=indicators + by_evidence,
        names=entry.words("names"),
        places=entry.words("places"),
        threshold=entry.number("threshold", 0, 1),
        paraphrase=paraphrase and entry.text("quote") is None,
        quote=entry.text("quote"),
        pam=entry.text("pam"),
        pax=entry.text("pax"),
        note=entry.text("note"),
        line=entry.line,
    )


def _known(reader: Names, entry: Entry, key: str, known: Mapping[str, int], *, needed: bool = True) -> str | None:
    given = entry.text(key, needed=needed)
    if given is not None and given not in known:
        reader.notes.add(entry.at(key), f"the {key} {given!r} of {entry.what} is not defined in the plan; {by_name(known, given)}")
        return None
    return given


def _check_order(
    reader: Names, entry: Entry, ident: str, start: date | None, deadline: date | None, until: date | None, signed: date | None
) -> None:
    """Note days that cannot all hold: an end before the beginning, a deadline long before anything was signed."""
    if until and start and until < start:
        reader.notes.add(entry.at("until"), f"commitment {ident} ends on {until}, before it begins on {start}")
    if until and deadline and until < deadline:
        reader.notes.add(entry.at("deadline"), f"commitment {ident} is due on {deadline}, after it ends on {until}")
    # A resolution often restates a deadline that has just passed; more than a year before is a slip of the pen.
    if deadline and signed and deadline < signed - timedelta(days=366):
        reader.notes.add(
            entry.at("deadline"), f"commitment {ident} is due on {deadline}, more than a year before its instrument of {signed}"
        )


def _indicator(reader: Names, node: yaml.Node, effect: Effect, ident: str) -> Indicator:
    entry = Entry(node, reader.notes, f"an indicator of {ident}", _INDICATOR)
    types, families = _event_types()
    for key, known in (("incidents", types), ("families", families), ("access", _ACCESS)):
        for word, line in entry.worded(key):
            if word not in known:
                reader.notes.add(
                    line, f"{word!r} in {key!r} of {entry.what} is not in the vocabulary; {by_name(dict.fromkeys(known, 0), word)}"
                )
    if not any(entry.words(key) for key in ("incidents", "families", "access", "records")):
        reader.notes.add(entry.line, f"{entry.what} must name 'incidents', 'families', 'access' or 'records'")
    level = entry.number("level", 0, 3)
    return Indicator(
        effect=effect,
        text=entry.text("text") or "",
        incidents=entry.words("incidents"),
        families=entry.words("families"),
        access=cast("tuple[AccessKind, ...]", entry.words("access")),
        records=tuple(word.lower() for word in entry.words("records")),
        by=cast("Doer", entry.choice("by", ("obligor", "any"), default="obligor")),
        targets=entry.words("targets"),
        weapons=entry.words("weapons"),
        places=entry.words("places"),
        level=int(level) if level is not None else None,
        line=entry.line,
    )


def _event_types() -> tuple[Sequence[str], Sequence[str]]:
    data: Any = vocabulary("event_types")
    return list(data), sorted({entry["family"] for entry in data.values()})


def _trigger(reader: Names, entry: Entry, ident: str, pending: list[tuple[str, int]]) -> tuple[Trigger | None, tuple[Indicator, ...]]:
    node = entry.node("trigger")
    if node is None:
        return None, ()
    if isinstance(node, yaml.ScalarNode):
        return Trigger(str(node.value).strip()), ()
    each = Entry(node, reader.notes, f"the trigger of {ident}", ("text", "day", "shown_by", "suspended_while"))
    pending += each.worded("suspended_while")
    shown = tuple(_indicator(reader, item, "trigger", ident) for item in each.items("shown_by"))
    return Trigger(each.text("text", needed=True) or "", each.day("day"), each.words("suspended_while")), shown


def _milestones(reader: Names, entry: Entry, ident: str) -> tuple[Milestone, ...]:
    found: list[Milestone] = []
    for node in entry.items("milestones"):
        each = Entry(node, reader.notes, f"a milestone of {ident}", ("day", "level", "text"))
        day, level = each.day("day", needed=True), each.number("level", 0, 3)
        if level is None:
            reader.notes.add(each.line, f"{each.what} needs 'level': how much was due by then, 0 to 3")
        if day is None or level is None:
            continue
        if found and (day <= found[-1].day or level < found[-1].level):
            reader.notes.add(each.line, f"the milestones of {ident} must follow one another in time and never ask for less than before")
        found.append(Milestone(day, int(level), each.text("text") or ""))
    return tuple(found)
