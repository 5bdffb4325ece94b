"""The original MUC-4 keys → slots that the JSON gold leaves out: type, date, location, stage, number of and effect on victims, and the
confidence of organisations. Read from ``muc4/keys``, scored slot by slot over templates aligned one to one.

A key may give alternatives (``/``), leave a filler optional (``?``), or give none (``-``, ``*``). An optional filler is never missing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scipy.optimize import linear_sum_assignment

from bench.incident_templates.adapter import Incident, fillers
from bench.incident_templates.scorers import fold

SLOTS = ("type", "date", "location", "stage", "victim number", "victim effect", "organisation confidence")
_NUMBERED = re.compile(r"^(\d{1,2})\.\s+[A-Z: ]+?\s{2,}(.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_MONTHS = {name: at for at, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
_CONFIDENCE = {
    "REPORTED AS FACT": "fact",
    "ACQUITTED": "none",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "accused_by_authorities",
    "SUSPECTED OR ACCUSED": "accused",
    "POSSIBLE": "possible",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One template of the original keys: slot number → its lines."""

    slots: Mapping[int, tuple[str, ...]]

    def values(self, slot: int) -> tuple[str, ...]:
        """Return the lines of a slot that hold something."""
        return tuple(line for line in self.slots.get(slot, ()) if line not in {"*", "-", ""})

    @property
    def types(self) -> set[str]:
        """The incident types the key allows, in lower case."""
        return {part.strip(" ?").lower() for line in self.values(4) for part in line.split("/")}

    def pairs(self, slot: int) -> list[tuple[set[str], set[str], bool]]:
        """Return the alternatives before the colon, the folded strings after it, and whether the line is optional."""
        found = []
        for line in self.values(slot):
            before, _, after = line.partition(":")
            strings = {fold(text.replace("\\", "")) for text in _QUOTED.findall(after)}
            found.append(({part.strip(" ?") for part in before.split("/")}, strings, line.startswith("?")))
        return found


def keys(folder: Path, part: str) -> dict[str, list[Key]]:
    """Return the templates of every document of ``part``; documents without an incident have none."""
    found: dict[str, list[Key]] = {}
    for path in sorted((folder / "muc4" / "keys").glob("key-dev-*" if part == "train" else "key-tst*")):
        for document, slots in _templates(path.read_text(encoding="latin-1")):
            known = found.setdefault(document, [])
            if slots.get(4, ["*"])[0] != "*":
                known.append(Key({number: tuple(lines) for number, lines in slots.items()}))
    return found


def _templates(text: str) -> Iterator[tuple[str, dict[int, list[str]]]]:
    """Yield document id and slots of each template in a key file."""
    document, slots, number = "", dict[int, list[str]](), -1
    for line in text.splitlines():
        if line.startswith(";"):
            continue
        match = _NUMBERED.match(line)
        if match and match.group(1) == "0":
            if document:
                yield document, slots
            document, slots, number = match.group(2).split(" ")[0].strip(), {}, 0
        elif match:
            number = int(match.group(1))
            slots[number] = [match.group(2).strip()]
        elif line.strip() and number > 0:
            slots[number].append(line.strip())
    if document:
        yield document, slots


@dataclass(slots=True)
class SlotTally:
    """Right, given and wanted fillers by slot."""

    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def figures(self, slot: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a slot."""
        precision = self.right[slot] / self.given[slot] if self.given[slot] else 0.0
        recall = self.right[slot] / self.wanted[slot] if self.wanted[slot] else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(given: Sequence[Incident], wanted: Sequence[Key], tally: SlotTally) -> None:
    """Add one document: templates are aligned so that most slots are right, types first; what is left over is spurious or missing."""
    marks = [[_slots(one, key) for key in wanted] for one in given]
    weights = [[10 * mark["type"][0] + sum(right for right, _, _ in mark.values()) for mark in row] for row in marks]
    rows, columns = linear_sum_assignment(weights, maximize=True) if given and wanted else ((), ())
    pairs = {int(i): int(j) for i, j in zip(rows, columns, strict=True) if marks[i][j]["type"][0]}
    for i, one in enumerate(given):
        mark = marks[i][pairs[i]] if i in pairs else _slots(one, None)
        for slot, (right, ours, _) in mark.items():
            tally.right[slot] += right
            tally.given[slot] += ours
    for key in wanted:
        for slot, (_, _, theirs) in _slots(None, key).items():
            tally.wanted[slot] += theirs


type _Marks = dict[str, tuple[int, int, int]]
"""By slot: right, given, wanted."""


def _slots(one: Incident | None, key: Key | None) -> _Marks:
    """Return how the slots of one incident compare with a key; either may be missing."""
    days = [m.when for m in one.mentions if m.when is not None and m.when.known] if one else []
    places = {fold(place.name) for m in one.mentions for place in m.where} if one else set()
    stages = [m.stage for m in one.mentions] if one else []
    stage = "accomplished" if "accomplished" in stages else stages[0] if stages else None
    theirs = key.values(2) if key else ()
    where = [fold(re.sub(r"\(.*?\)", "", line.rpartition(":")[2])) for line in key.values(3)] if key else []
    marks: _Marks = {
        "type": (int(bool(one and key and one.type in key.types)), int(one is not None), int(key is not None)),
        "date": (
            int(bool(days) and any(_same_day(days[0].earliest, days[0].latest, line) for line in theirs)),
            int(bool(days)),
            int(bool(theirs)),
        ),
        "location": (int(any(name in places for name in where)), int(bool(places)), int(bool(where))),
        "stage": (
            int(bool(key and stage and any(stage.upper() in line for line in key.values(5)))),
            int(one is not None),
            int(key is not None),
        ),
    }
    marks["victim number"] = _paired(one, key, 21)
    marks["victim effect"] = _paired(one, key, 23)
    marks["organisation confidence"] = _paired(one, key, 11)
    return marks


def _day(day: str, month: str, year: str) -> date | None:
    """Return a key's day, None where the key gives one that no calendar has."""
    try:
        return date(1900 + int(year), _MONTHS[month], int(day))
    except (KeyError, ValueError):
        return None


def _same_day(earliest: date | None, latest: date | None, line: str) -> bool:
    """Return whether an interval of ours is the key's day; ``- DAY`` in a key means on or shortly before it."""
    found = [day for match in _DAY.findall(line) if (day := _day(*match)) is not None]
    if not found or earliest is None or latest is None:
        return False
    if len(found) == 1 and line.lstrip("(").startswith("-"):
        return latest == found[0] or 0 <= (found[0] - latest).days <= 3
    return earliest == found[0] and latest == found[-1]


def _paired(one: Incident | None, key: Key | None, slot: int) -> tuple[int, int, int]:
    """Compare a slot that gives a value to each filler string (number, effect, confidence)."""
    ours: list[tuple[str, set[str]]] = []
    if one is not None:
        role = "PerpOrg" if slot == 11 else "Victim"
        people = fillers(one, role) if slot == 11 else list(one.roles.get(role, {}).values())
        for filler in people:
            value = {21: _number(filler.number), 23: {"killed": "DEATH", "injured": "INJURY"}.get(filler.effect), 11: filler.confidence}[
                slot
            ]
            if value is not None:
                ours.append((fold(filler.name), {value}))
    if key is None:
        return 0, len(ours), 0
    theirs = [pair for pair in key.pairs(slot) if pair[1]]
    right = 0
    left = list(theirs)
    for name, values in ours:
        for pair in left:
            told = {_CONFIDENCE.get(text, text) for text in pair[0]} if slot == 11 else pair[0]
            if name in pair[1] and values & told:
                right += 1
                left.remove(pair)
                break
    return right, len(ours), sum(not optional for _, _, optional in theirs)


def _number(count: object) -> str | None:
    """Return a count as the keys write it: the number where it is exact, PLURAL where it is open."""
    low, high = getattr(count, "low", None), getattr(count, "high", None)
    if low is None:
        return None
    return str(low) if low == high else "PLURAL"
