"""Position claims → where each actor stood on each issue over time, and every shift with both quotes (DOMAIN section 6)."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from trucewatch.plan.said import scope_of, verdict_of
from trucewatch.plan.voices import Voices
from trucewatch.plan.words import plain
from trucewatch.records.assertion import Claim, CompliancePayload, PositionPayload
from trucewatch.records.plan import Plan
from trucewatch.records.stands import Position, Shift
from trucewatch.vocab.states import country_named

_SAME = timedelta(days=3)
"""The same stance within three days is one position told again."""


def positions_of(voices: Voices, plan: Plan | None = None) -> tuple[Position, ...]:
    """Return positions by actor, issue and day.

    The same actor's same stance on the same issue within three days is one position with all its claims; the first report's words are kept.
    A non-assertion ("refrained from saying …") is a position of its own polarity, never merged with an assertion.
    """
    claims = [(claim, claim.payload) for claim in voices.claims.values() if isinstance(claim.payload, PositionPayload)]
    claims += _judgements(voices, plan) if plan else []
    found: dict[tuple[str, ...], list[Position]] = {}
    for claim, payload in sorted(claims, key=lambda pair: (str(voices.day(pair[0])), pair[0].id)):
        position = _position(claim, payload, voices, plan)
        kept = found.setdefault((plain(position.actor), position.issue, str(position.stance), position.polarity), [])
        if kept and _again(kept[-1].day, position.day):
            kept[-1] = _joined(kept[-1], position)
        else:
            kept.append(position)
    every = [position for group in found.values() for position in group]
    return tuple(sorted(every, key=lambda each: (plain(each.actor), each.issue, str(each.day), each.stance, each.claims)))


def _judgements(voices: Voices, plan: Plan) -> list[tuple[Claim, PositionPayload]]:
    """What outsiders judge of the whole plan is a position on it: "not working" is doubt (−1), "is holding" confidence (1).

    The parties' and the mission's own words on compliance are no positions: they stand beside the cells.
    """
    parties = {party.id for party in plan.parties}
    found = []
    for claim in voices.claims.values():
        payload = claim.payload
        if not isinstance(payload, CompliancePayload) or voices.party(claim) in parties or voices.statement(claim) is None:
            continue
        kept = verdict_of(claim, payload)
        if scope_of(plan, payload.commitment) == "" and kept is not None:
            found.append((claim, PositionPayload(voices.speaker(claim), payload.commitment, 1 if kept else -1)))
    return found


def _position(claim: Claim, payload: PositionPayload, voices: Voices, plan: Plan | None) -> Position:
    speaker = voices.speaker(claim)
    return Position(
        actor=payload.actor or speaker,
        state=voices.state(claim) if _same_voice(payload.actor, speaker) else country_named(payload.actor),
        issue=plan.title if plan and scope_of(plan, payload.issue) == "" else plain(payload.issue),
        stance=payload.stance,
        strength=abs(payload.stance),
        polarity=claim.polarity,
        hedges=voices.hedges(claim),
        day=voices.day(claim),
        quote=voices.quote(claim),
        speaker=speaker,
        claims=(claim.id,),
        issue_words=payload.issue,
    )


def _same_voice(actor: str, speaker: str) -> bool:
    """Whether the one whose position it is speaks for themselves."""
    one, other = set(plain(actor).split()), set(plain(speaker).split())
    return bool(one & other)


def _again(before: date | None, now: date | None) -> bool:
    return before == now or (before is not None and now is not None and now - before <= _SAME)


def _joined(kept: Position, again: Position) -> Position:
    """One position with the claims of both; the fuller account of hedges and state stays."""
    return Position(
        actor=kept.actor,
        state=kept.state or again.state,
        issue=kept.issue,
        stance=kept.stance,
        strength=kept.strength,
        polarity=kept.polarity,
        hedges=tuple(dict.fromkeys((*kept.hedges, *again.hedges))),
        day=kept.day,
        quote=kept.quote,
        speaker=kept.speaker,
        claims=(*kept.claims, *again.claims),
        issue_words=kept.issue_words,
    )


def shifts_of(positions: Iterable[Position]) -> tuple[Shift, ...]:
    """Return every change of stance of one actor on one issue between two dated assertions on different days, in order of day."""
    lines: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        if position.day is not None and position.polarity != "non-assertion":
            lines.setdefault((plain(position.actor), position.issue), []).append(position)
    found = []
    for (_actor, issue), line in sorted(lines.items()):
        ordered = sorted(line, key=lambda each: (str(each.day), each.claims))
        found += [
            Shift(after.actor, issue, before, after)
            for before, after in pairwise(ordered)
            if before.stance != after.stance and before.day != after.day
        ]
    return tuple(found)
