"""Measure claims → each measure once, with every status it had over time: who, against whom, because of what (DOMAIN section 6)."""

from trucewatch.plan.voices import Voices
from trucewatch.plan.words import plain
from trucewatch.records.assertion import Claim, MeasurePayload
from trucewatch.records.stands import Measure, MeasureStep
from trucewatch.records.terms import MeasureStatus

_ORDER: tuple[MeasureStatus, ...] = ("called_for", "threatened", "promised", "decided", "taken", "lifted")

type Pair = tuple[Claim, MeasurePayload]


def measures_of(voices: Voices) -> tuple[Measure, ...]:
    """Return the measures of a case in order of the day on which they were first told of.

    Claims of one actor about one type of measure are one measure; a target that only some of them name is filled in. Each status stands
    once, with the day of its first report and every claim. ``denied``: every claim denies it.
    """
    groups: dict[tuple[str, str], list[Pair]] = {}
    for claim in voices.claims.values():
        payload = claim.payload
        if isinstance(payload, MeasurePayload) and claim.polarity != "non-assertion":
            groups.setdefault((plain(payload.actor), plain(payload.type)), []).append((claim, payload))
    found = [_measure(part, voices) for group in groups.values() for part in _by_target(group)]
    return tuple(sorted(found, key=lambda each: (str(each.steps[0].day), plain(each.actor), each.type, each.target or "")))


def _by_target(group: list[Pair]) -> list[list[Pair]]:
    """Parts of a group by target; claims that name none go with the first target, so that a measure is not counted twice."""
    parts: dict[str, list[Pair]] = {}
    for pair in sorted(group, key=lambda pair: pair[0].id):
        if pair[1].target:
            parts.setdefault(plain(pair[1].target), []).append(pair)
    bare = [pair for pair in group if not pair[1].target]
    if not parts:
        return [bare]
    first = min(parts)
    parts[first] = parts[first] + bare
    return list(parts.values())


def _measure(pairs: list[Pair], voices: Voices) -> Measure:
    ordered = sorted(pairs, key=lambda pair: (str(voices.day(pair[0])), _ORDER.index(pair[1].status), pair[0].id))
    steps: dict[MeasureStatus, list[Claim]] = {}
    for claim, payload in ordered:
        steps.setdefault(payload.status, []).append(claim)
    actors = sorted({payload.actor for _claim, payload in ordered}, key=lambda actor: (-len(actor), actor))
    return Measure(
        actor=actors[0],
        target=next((payload.target for _claim, payload in ordered if payload.target), None),
        type=ordered[0][1].type,
        because_of=next((payload.because_of for _claim, payload in ordered if payload.because_of), None),
        number=next((payload.number for _claim, payload in ordered if payload.number), None),
        steps=tuple(
            MeasureStep(status, voices.day(claims[0]), tuple(claim.id for claim in claims), voices.quote(claims[0]))
            for status, claims in steps.items()
        ),
        denied=all(claim.polarity == "deny" for claim, _payload in ordered),
    )
