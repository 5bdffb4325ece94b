"""Candidates of one text → the fillers of its templates, by weights fitted on the development part (fit.py).

Two logistic models a role: one says whether a wording fills a role of an incident, one whether it fills that role anywhere in the text.
What the adapter's rules give is dropped where both find it improbable; what they do not give joins where either is sure enough.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.incident_templates.adapter import Incident
from bench.incident_templates.candidates import Candidates
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.parse import Parse
from trucewatch.records.assertion import Statement

WEIGHTS = Path(__file__).with_name("weights.json")
BIAS, RULED = "bias", "ruled"
LEAVE, JOIN = 0.13, 0.35
"""A filler that the adapter's rules give stays unless it is less probable than the first; any other joins from the second on."""


@dataclass(slots=True)
class Pair:
    """One wording of a candidate beside one incident: what stands for it, and how probable it is."""

    role: str
    key: str
    wording: str
    text: str
    incident: int
    signs: set[str]
    here: float = 0.0
    anywhere: float = 0.0


def pairs(parse: Parse, mentions: Sequence[EventMention], statements: Sequence[Statement], incidents: Sequence[Incident]) -> list[Pair]:
    """Return every wording of every candidate beside every incident, with its signs."""
    if not incidents:
        return []
    candidates = Candidates(parse, mentions, statements, incidents)
    found = []
    for one in candidates.find():
        common = candidates.signs(one)
        for number in range(len(incidents)):
            tied = common | candidates.beside(one, number)
            for wording, (text, _) in one.wordings.items():
                found.append(Pair(one.role, one.key, wording, text, number, tied | candidates.worded(one, number, wording)))
    return found


def probability(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return what a logistic model makes of some signs."""
    return 1 / (1 + math.exp(-weights.get(BIAS, 0.0) - sum(weights.get(sign, 0.0) for sign in signs)))


def stacked(best: Pair, beside: Sequence[Pair]) -> set[str]:
    """Return the signs of the second model: those of the best pair, how probable it is, and how probable any is."""
    odds = math.log(best.here / (1 - best.here)) if 0 < best.here < 1 else 0.0
    any_of = 1 - math.prod(1 - pair.here for pair in beside)
    return best.signs | {f"here={int(max(-8.0, min(4.0, 1.5 * odds)))}", f"any={min(9, int(10 * any_of))}"}


@cache
def _weights() -> dict[str, dict[str, dict[str, float]]]:
    loaded: dict[str, dict[str, dict[str, float]]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return loaded


def weigh(found: Iterable[Pair], weights: Mapping[str, Mapping[str, Mapping[str, float]]] | None = None) -> None:
    """Set the probabilities of pairs of one text; the second model sees only the pairs given."""
    models = weights if weights is not None else _weights()
    groups: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for pair in found:
        pair.here = probability(models[pair.role]["here"], pair.signs)
        groups[pair.role, pair.key, pair.wording].append(pair)
    for beside in groups.values():
        best = max(beside, key=lambda pair: pair.here)
        best.anywhere = probability(models[best.role]["anywhere"], stacked(best, beside))


def chosen(found: Iterable[Pair]) -> dict[tuple[int, str], list[str]]:
    """Return the fillers by incident and role, from weighed pairs: of wordings that overlap, only the most probable."""
    taken: dict[tuple[int, str], list[Pair]] = defaultdict(list)
    for pair in sorted(found, key=lambda pair: (-pair.here - pair.anywhere - (RULED in pair.signs) / 2, pair.wording)):
        if max(pair.anywhere, pair.here) < (LEAVE if RULED in pair.signs else JOIN):
            continue
        words, kept = set(pair.wording.split()), taken[pair.incident, pair.role]
        if not any(pair.key == one.key or words <= (other := set(one.wording.split())) or other <= words for one in kept):
            kept.append(pair)
    return {place: [pair.text for pair in kept] for place, kept in taken.items()}


def choose(
    parse: Parse,
    mentions: Sequence[EventMention],
    statements: Sequence[Statement],
    incidents: Sequence[Incident],
    kept: Sequence[Incident],
) -> None:
    """Put the chosen fillers into the incidents that are kept."""
    numbers = {id(one): number for number, one in enumerate(incidents)}
    wanted = {numbers[id(one)] for one in kept}
    found = [pair for pair in pairs(parse, mentions, statements, incidents) if pair.incident in wanted]
    weigh(found)
    fillers = chosen(found)
    for one in kept:
        one.chosen = {role: texts for (number, role), texts in fillers.items() if number == numbers[id(one)]}
