"""Casualty claims → figures: one for each claim and root, with the day it was first given, its scope, and what it repeats."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from trucewatch.judging.evidence import HAPPENED, Evidence
from trucewatch.judging.register import Root
from trucewatch.records.analysis import Incident
from trucewatch.records.assertion import CasualtyPayload
from trucewatch.records.extent import Count
from trucewatch.records.names import fold, same_place

_OTHER_PLACE = re.compile(
    r"\b(?:nearby|neighbou?ring|another|other|adjacent|elsewhere|two|both|several|surrounding|and|across|province|region|country|nation)\b"
)
_PLAIN_PLACE = re.compile(
    r"^(?:in |at |of )?(?:the |this |that )?"
    r"(?:hamlet|village|town|city|settlement|area|scene|site|there|market|camp|attack|massacre|blast|incident)$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one root says of one metric and population. ``scope`` None: the whole incident. ``day`` is when it was first given."""

    claim: str
    document: str
    statement: str | None
    start: int
    day: date | None
    root: Root
    payload: CasualtyPayload
    scope: str | None
    revised: bool = False

    @property
    def count(self) -> Count:
        """The interval."""
        return self.payload.count

    @property
    def number(self) -> int | None:
        """The one number the words name ("at least 78", "up to 78" and "78" all name 78); None for bands and vague words."""
        low, high = self.payload.low, self.payload.high
        if self.payload.vague:
            return None
        if high is None or high == low:
            return low
        return high if low <= 1 else None

    @property
    def order(self) -> tuple[str, bool, str, int, str]:
        """Order by day; on one day what names a floor before a ceiling, which is more often a turned bound; then document, position."""
        return self.day.isoformat() if self.day else "9999", self.payload.low == 0, self.document, self.start, self.claim


def figures_of(evidence: Iterable[Evidence], incident: Incident) -> tuple[Figure, ...]:
    """Return the figures among an incident's evidence, scopes settled, in order."""
    found = []
    revised = set()
    for one in evidence:
        payload = one.claim.payload
        if not isinstance(payload, CasualtyPayload) or one.claim.factuality not in HAPPENED:
            continue
        if one.claim.polarity not in {"assert", "implicate"}:
            continue
        if payload.revises:
            revised.add(payload.revises)
        scope = scope_of(payload.scope or _elsewhere(one), incident)
        found += [
            Figure(one.claim.id, one.document.id, one.claim.statement, one.start, one.day, root, payload, scope) for root in one.roots
        ]
    settled = _sums([replace(figure, revised=figure.claim in revised) for figure in found], incident)
    return tuple(sorted(settled, key=lambda figure: figure.order))


_ELSEWHERE = re.compile(
    r"^[^.;:\d]{0,60}?\b(?:in|at|from) ((?:a|an|another|the) (?:nearby|neighbou?ring|next|adjacent|second|other|different) \w+|elsewhere)\b"
)


def _elsewhere(one: Evidence) -> str | None:
    """Return the other place that the words right after a count give it ("6 were killed in a nearby village"), or None."""
    end = max((span.end for span in one.claim.spans), default=0)
    found = _ELSEWHERE.match(one.document.text[end : end + 90].replace("**", ""))
    return found.group(1) if found else None


def scope_of(words: str | None, incident: Incident) -> str | None:
    """Return None where the words mean the incident's own place, else the words: another place, or a wider one."""
    if not words:
        return None
    folded = fold(words)
    if _PLAIN_PLACE.match(folded):
        return None
    if _OTHER_PLACE.search(folded):
        return words
    names = [*incident.spellings, *(place.name for place in incident.where if place.precision in {"place", "near", "unknown"})]
    parts = words.split()
    for size in range(1, min(5, len(parts)) + 1):
        for at in range(len(parts) - size + 1):
            if any(same_place(" ".join(parts[at : at + size]), name) for name in names):
                return None
    return words


def _sums(figures: Sequence[Figure], incident: Incident) -> list[Figure]:
    """Give the scope of both places to a total that is the sum of two of its parts, one of which lies elsewhere (55 = 49 + 6).

    Parts nobody is cited for are then the words of whoever gave the total.
    """
    settled = list(figures)
    groups: dict[tuple[str, str, str], list[int]] = {}
    for at, figure in enumerate(figures):
        if figure.number:
            groups.setdefault((figure.document, figure.payload.metric, figure.payload.population), []).append(at)
    place = incident.where[0].name if incident.where else "the incident's place"
    for group in groups.values():
        for one, other in combinations(group, 2):
            if (figures[one].scope is None) == (figures[other].scope is None):
                continue
            here, there = (one, other) if figures[one].scope is None else (other, one)
            both = (figures[here].number or 0) + (figures[there].number or 0)
            for total in group:
                if figures[total].number == both and total not in {one, other} and _may_share(figures, total, here, there):
                    settled[total] = replace(figures[total], scope=f"{place} and {figures[there].scope}")
                    root = figures[total].root
                    settled[here] = replace(figures[here], root=root, payload=replace(figures[here].payload, part_of=None))
                    settled[there] = replace(figures[there], root=root)
    return _spread(settled)


def _may_share(figures: Sequence[Figure], total: int, here: int, there: int) -> bool:
    """Return whether a total and its two parts may be one source's: the parts are its own, or nobody is cited for them."""
    root = figures[total].root
    return all(figures[at].root.origin == root.origin or not figures[at].root.known for at in (here, there))


def _spread(figures: Sequence[Figure]) -> list[Figure]:
    """Where one root's number is settled as a sum over two places in one report, it is that in every report."""
    sums = {
        (figure.root.origin, figure.payload.metric, figure.number): figure.scope
        for figure in figures
        if figure.scope and " and " in figure.scope and figure.number
    }
    return [
        replace(figure, scope=sums[key])
        if figure.scope is None and (key := (figure.root.origin, figure.payload.metric, figure.number)) in sums
        else figure
        for figure in figures
    ]
