"""Score the reading on the project's own passages (passages/README.md says what the expected values mean).

    python -m bench.passages passages [--opened] [--held] [--kind wire] [--misses]

Prints, for each kind of text: counts as exact intervals (F1), dates, direction of violence, polarity and factuality, speakers, places
and number of incidents (each the share of expected values read right), and how often a perpetrator was wrong or missing.
``--opened`` adds the passages that were opened and are still worked on, ``--held`` the set-aside third; ``--misses`` names what was missed
(never for the set-aside third).
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

import trucewatch
from trucewatch.records.assertion import CasualtyPayload, Claim, EventPayload, Participant
from trucewatch.records.span import Span

MEASURES = ("counts", "dates", "direction", "factuality", "speakers", "places", "incidents", "quiet")
_ARTICLE = re.compile(r"^(the|a|an|its|his|her|their|some|about|at least|up to|more than)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Tally:
    """Right, expected and given values of one measure; ``misses`` tells each miss in a line."""

    right: int = 0
    expected: int = 0
    given: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """F1 where what is given is counted, else the share of expected values read right."""
        if self.given:
            total = self.expected + self.given
            return 2 * self.right / total if total else 1.0
        return self.right / self.expected if self.expected else 1.0

    def add(self, right: bool, miss: str) -> None:
        """Count one expected value."""
        self.expected += 1
        self.right += right
        if not right:
            self.misses.append(miss)


type Score = dict[str, Tally]


def load(path: Path) -> list[dict[str, Any]]:
    """Return the passages of one file."""
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


def locate(text: str, words: str, nth: int = 1) -> Span:
    """Return the span of the ``nth`` occurrence of ``words``. Raises ValueError where there is none."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def score(passages: Iterable[Mapping[str, Any]]) -> Score:
    """Read every passage and tally every measure."""
    tallies: Score = {name: Tally() for name in MEASURES}
    for passage in passages:
        published = passage["published"]
        day = published if isinstance(published, date) else date.fromisoformat(str(published))
        result = trucewatch.read(passage["text"], published=day)
        _score_passage(passage, result, tallies)
    return tallies


def _score_passage(passage: Mapping[str, Any], result: "trucewatch.Result", tallies: Score) -> None:
    expect = passage.get("expect") or {}
    text, name = passage["text"], passage["id"]
    _counts(name, expect.get("counts") or [], result.claims, tallies["counts"])
    for row in expect.get("dates") or []:
        _date(name, row, _events_at(text, row, result.claims), tallies["dates"])
    for row in expect.get("direction") or []:
        _direction(name, row, _events_at(text, row, result.claims), tallies["direction"])
    for row in expect.get("factuality") or []:
        _factuality(name, row, _claims_at(text, row, result.claims), tallies["factuality"])
    for row in expect.get("places") or []:
        _place(name, row, _events_at(text, row, result.claims), tallies["places"])
    for row in expect.get("statements") or []:
        _statement(name, row, text, result.statements, tallies["speakers"])
    if "incidents" in expect:
        found = len(result.incidents)
        tallies["incidents"].add(found == expect["incidents"], f"{name}: {found} incidents, not {expect['incidents']}")
    for words in expect.get("not_incidents") or []:
        span = locate(text, words)
        members = {claim for incident in result.incidents for claim in incident.claims}
        told = (c for c in result.claims if c.id in members and c.kind == "event" and _at(c, span))
        loud = [c for c in told if c.polarity in {"assert", "implicate"}]  # a denial may join what it denies
        tallies["quiet"].add(not loud, f"{name}: an incident from {words!r}")


def _counts(name: str, rows: Sequence[Mapping[str, Any]], claims: Iterable[Claim], tally: Tally) -> None:
    expected = {(r["metric"], r["population"], r["low"], r["high"]) for r in rows}
    given = {
        (c.payload.metric, c.payload.population, c.payload.low, c.payload.high) for c in claims if isinstance(c.payload, CasualtyPayload)
    }
    tally.right += len(expected & given)
    tally.expected += len(expected)
    tally.given += len(given)
    tally.misses += [f"{name}: count missing {row}" for row in sorted(expected - given, key=str)]
    tally.misses += [f"{name}: count not expected {row}" for row in sorted(given - expected, key=str)]


def _date(name: str, row: Mapping[str, Any], events: Sequence[Claim], tally: Tally) -> None:
    want = (str(row["earliest"]), str(row["latest"]))
    got = [
        (str(c.payload.when.earliest), str(c.payload.when.latest)) for c in events if isinstance(c.payload, EventPayload) and c.payload.when
    ]
    tally.wrong["missing" if not got else "wrong"] += want not in got
    tally.add(want in got, f"{name}: {row['event']!r} dated {got}, not {want}")


def _direction(name: str, row: Mapping[str, Any], events: Sequence[Claim], tally: Tally) -> None:
    people = [p for c in events if isinstance(c.payload, EventPayload) for p in c.payload.participants]
    doers = [p for p in people if p.role.startswith("perpetrator")]
    sufferers = [p for p in people if p.role in ("victim", "target")]
    sides = [p for c in events if isinstance(c.payload, EventPayload) and c.payload.type == "armed clash" for p in c.payload.participants]
    sides = [p for p in sides if p.role == "other"]  # a clash has no doer: its two sides are right in either row
    for role, want, got, other in (
        ("perpetrator", row.get("perpetrator"), doers, sufferers),
        ("victim", row.get("victim"), sufferers, doers),
    ):
        right = _named(want, [*got, *sides]) if want else not any(p.role != "target" for p in got)  # null: nobody; a place is nobody
        if not right:
            swapped = bool(want) and _named(want, other)
            tally.wrong[f"{role} {'swapped' if swapped else 'wrong' if got else 'missing'}"] += 1
        tally.add(right, f"{name}: {row['event']!r} {role} {[p.name for p in got]}, not {want!r}")


def _named(want: str, people: Sequence[Participant]) -> bool:
    return any(same_head(want, person.name) for person in people)


def same_head(one: str, other: str) -> bool:
    """Return whether two noun phrases name the same by their head: equal, one's words in the other's, or the same last word before "of"."""
    left, right = _bare(one), _bare(other)
    if not left or not right:
        return False
    return f" {left} " in f" {right} " or f" {right} " in f" {left} " or _head(left) == _head(right)


def _bare(phrase: str) -> str:
    return _ARTICLE.sub("", " ".join(_WORD.findall(phrase.lower())))


def _head(phrase: str) -> str:
    return re.split(r"\s(?:of|in|from|near|at|who|with|and)\s", phrase)[0].split()[-1]


def _factuality(name: str, row: Mapping[str, Any], claims: Sequence[Claim], tally: Tally) -> None:
    want = (row["polarity"], row["factuality"])
    if want[1] is None:
        return
    events = [c for c in claims if c.kind == "event"] or list(claims)
    got = [(c.polarity, c.factuality) for c in events]
    if want[0] == "non-assertion":
        got = [(c.polarity, c.factuality) for c in claims]
    tally.wrong["missing" if not got else "wrong"] += want not in got
    tally.add(want in got, f"{name}: {row['event']!r} read {got}, not {want}")


def _place(name: str, row: Mapping[str, Any], events: Sequence[Claim], tally: Tally) -> None:
    got = [place.name for c in events if isinstance(c.payload, EventPayload) for place in c.payload.where]
    tally.add(any(same_head(row["place"], g) for g in got), f"{name}: {row['event']!r} at {got}, not {row['place']!r}")


def _statement(name: str, row: Mapping[str, Any], text: str, statements: "Sequence[trucewatch.Statement]", tally: Tally) -> None:
    span = locate(text, row["content"]) if row.get("content") else None
    near = [s for s in statements if span is None or any(part.touches(span) for part in s.content)]
    if row["speaker"] is None:
        right = any(s.speaker.kind == "unknown" or not s.speaker.name for s in near)
    else:
        right = any(same_head(row["speaker"], f) for s in near for f in (s.speaker.name, s.speaker.role or ""))
    got = [(s.speaker.name, s.speaker.role) for s in near]
    tally.add(right, f"{name}: {row.get('content')!r} said by {got}, not {row['speaker']!r}")


def _events_at(text: str, row: Mapping[str, Any], claims: Iterable[Claim]) -> list[Claim]:
    return [c for c in _claims_at(text, row, claims) if c.kind == "event"]


def _claims_at(text: str, row: Mapping[str, Any], claims: Iterable[Claim]) -> list[Claim]:
    span = locate(text, row["event"], row.get("nth", 1))
    return [c for c in claims if _at(c, span)]


def _at(claim: Claim, span: Span) -> bool:
    if isinstance(claim.payload, EventPayload):
        return claim.payload.trigger.touches(span)
    return any(part.touches(span) for part in claim.spans)


def _files(folder: Path, kind: str | None) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.yaml")):
        if kind in (None, path.stem):
            yield path.stem, path


def _print(title: str, tallies: Score, misses: bool) -> None:
    cells = "  ".join(f"{name} {tally.share:.3f} ({tally.expected})" for name, tally in tallies.items())
    print(f"{title:14} {cells}")
    wrong = {k: v for name in ("dates", "direction", "factuality") for k, v in tallies[name].wrong.items() if v}
    print(f"{'':14} " + ", ".join(f"{k} {v}" for k, v in sorted(wrong.items())))
    if misses:
        for tally in tallies.values():
            for line in tally.misses:
                print("    " + line)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, or 3 where no passage was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--opened", action="store_true", help="score the passages still worked on too")
    parser.add_argument("--held", action="store_true", help="score the set-aside third too")
    parser.add_argument("--kind", help="one kind only")
    parser.add_argument("--misses", action="store_true", help="name every miss (never of the set-aside third)")
    options = parser.parse_args(arguments)
    done = 0
    for part in ("", *(["opened"] if options.opened else []), *(["held"] if options.held else [])):
        for kind, path in _files(options.folder / part, options.kind):
            _print(f"{kind} ({part})" if part else kind, score(load(path)), options.misses and part != "held")
            done += 1
    return 0 if done else 3


if __name__ == "__main__":
    sys.exit(main())
