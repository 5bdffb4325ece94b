"""Compliance claims → what the parties and others say about compliance, beside the score and never in it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache

from trucewatch.plan.voices import Voices
from trucewatch.plan.words import plain
from trucewatch.records.assertion import Claim, CompliancePayload
from trucewatch.records.compliance import Said
from trucewatch.records.plan import Commitment, Plan

_GOOD = frozenset({"implemented", "fulfilled"})
_BAD = frozenset({"not implemented", "violated", "partly"})
_NO_CLAIM = frozenset({"conditional", "future", "demanded"})


def said_of(plan: Plan, voices: Voices) -> tuple[tuple[Said, date | None], ...]:
    """Return every word on compliance with its day, the same speaker's same verdict once with all its claims.

    Demands and conditions say nothing about what is; a non-assertion ("refrained from saying that the plan was dead") is kept without
    a verdict.
    """
    groups: dict[tuple[str, str, str, bool | None], list[Claim]] = {}
    names = _full_names(voices)
    for claim in voices.claims.values():
        payload = claim.payload
        if not isinstance(payload, CompliancePayload) or claim.factuality in _NO_CLAIM:
            continue
        verdict = payload.verdict if claim.polarity != "non-assertion" else f"did not say: {payload.verdict}"
        if claim.polarity == "deny":
            verdict = f"denies: {payload.verdict}"
        scope = scope_of(plan, payload.commitment)
        key = (names(claim), verdict, payload.commitment if scope is None else scope, verdict_of(claim, payload))
        groups.setdefault(key, []).append(claim)
    found = []
    for (speaker, verdict, scope, positive), claims in groups.items():
        days = sorted(day for claim in claims if (day := voices.day(claim)))
        said = Said(
            speaker=speaker,
            verdict=verdict,
            positive=positive,
            whole=scope == "",
            claims=tuple(sorted(claim.id for claim in claims)),
            commitment=scope,
            party=voices.party(claims[0]),
        )
        found.append((said, days[0] if days else None))
    return tuple(sorted(found, key=lambda pair: (str(pair[1]), pair[0].speaker, pair[0].verdict)))


def _full_names(voices: Voices) -> Callable[[Claim], str]:
    """A speaker's fullest name among those who speak for the same party: "Annan" and "the envoy" are Kofi Annan."""
    speakers: dict[str | None, set[str]] = {}
    claims = [claim for claim in voices.claims.values() if isinstance(claim.payload, CompliancePayload)]
    for claim in claims:
        speakers.setdefault(voices.party(claim), set()).add(voices.speaker(claim))

    def name(claim: Claim) -> str:
        return full(voices.speaker(claim), voices.party(claim))

    @cache
    def full(given: str, party: str | None) -> str:
        words = set(plain(given).split())
        fuller = [each for each in speakers[party] if words < set(plain(each).split()) and " and " not in each]
        if not fuller and party and given[:1].islower():
            fuller = [each for each in speakers[party] if each[:1].isupper()]
        return max(fuller, key=lambda each: (len(each), each)) if fuller else given

    return name


def verdict_of(claim: Claim, payload: CompliancePayload) -> bool | None:
    """Return whether a claim says that the commitment is kept; None where it says neither, or only demands or fears it."""
    if claim.polarity == "non-assertion" or claim.factuality in _NO_CLAIM or payload.verdict not in _GOOD | _BAD:
        return None
    return (payload.verdict in _GOOD) != (claim.polarity == "deny")


def scope_of(plan: Plan, words: str) -> str | None:
    """Return the id of the commitment that ``words`` name, "" for the whole plan, None where they name neither ("international law").

    An exact name wins, then the longest name of several words that stands in them.
    """
    text = plain(words)
    names = [(plain(name), commitment.id) for commitment in plan.commitments for name in (commitment.id, *commitment.names)]
    names += [(plain(name), "") for name in (*plan.names, plan.title)]
    exact = [ident for name, ident in names if name == text]
    if exact:
        return exact[0]
    inside = [(len(name), -at, ident) for at, (name, ident) in enumerate(names) if len(name) > 3 and f" {name} " in f" {text} "]
    return max(inside)[2] if inside else None


def beside(
    said: Iterable[tuple[Said, date | None]], commitment: Commitment, start: date, end: date, obligors: frozenset[str], *, violated: bool
) -> tuple[Said, ...]:
    """Return what is said in a period about a commitment by name, and, where it is violated, its obligor's own word on the whole plan.

    What others say of the whole plan stands once, beside the whole plan.
    """
    here = [each for each, day in said if day and start <= day <= end]
    return tuple(each for each in here if each.commitment == commitment.id or (each.whole and violated and each.party in obligors))


def contradictions(said: Sequence[Said], *, violated: bool, obligors: frozenset[str]) -> tuple[str, ...]:
    """Return, in words, who contradicts whom on each commitment, and which obligor's claim to comply stands against a violation."""
    found = []
    for scope in dict.fromkeys(each.commitment for each in said):
        kept = [each for each in said if each.commitment == scope and each.positive]
        broken = [each for each in said if each.commitment == scope and each.positive is False]
        if kept and broken:
            found.append(f"{_voices(kept)}; {_voices(broken)}")
    if violated:
        found += [
            f"{each.speaker} says “{each.verdict}”; violations are on record" for each in said if each.positive and each.party in obligors
        ]
    return tuple(dict.fromkeys(found))


def _voices(said: Iterable[Said]) -> str:
    """As in "Kofi Annan, William Hague say “not implemented”": each verdict once, with everybody who gives it."""
    verdicts: dict[str, list[str]] = {}
    for each in said:
        verdicts.setdefault(each.verdict, []).append(each.speaker)
    return "; ".join(f"{', '.join(names)} {'say' if len(names) > 1 else 'says'} “{verdict}”" for verdict, names in verdicts.items())
