"""Claims of the case → the parts of a brief beside its incidents: access, the plan, measures, warnings."""

import re
from collections.abc import Iterable, Iterator, Sequence

from trucewatch.product import wording
from trucewatch.product.index import Index
from trucewatch.product.model import Group, Line
from trucewatch.records.analysis import Incident
from trucewatch.records.assertion import (
    AccessPayload,
    Claim,
    CompliancePayload,
    MeasurePayload,
    PositionPayload,
    Warning,
)
from trucewatch.records.capture import Failure
from trucewatch.records.span import Span

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*\n")
OBSERVER_TYPES = frozenset({"access restriction", "attack on observers"})
"""Incidents that are about the observers themselves; a brief has a part of their own for them."""


def access_lines(index: Index) -> tuple[Line, ...]:
    """Return who was kept from looking, by whom and how, and who says so; the same act told by several is one line."""
    acts: dict[tuple[str, str, str], tuple[AccessPayload, list[Claim]]] = {}
    for claim in index.claims.values():
        if isinstance(claim.payload, AccessPayload) and claim.factuality not in {"conditional", "future", "demanded"}:
            payload = claim.payload
            by = payload.by or "by whom is not known"
            acts.setdefault((payload.kind, payload.who.casefold(), by.casefold()), (payload, []))[1].append(claim)
    lines = [_access_line(index, payload, claims) for payload, claims in acts.values()]
    told = {ref for line in lines for ref in line.refs}
    for incident in index.incidents.values():
        if incident.type in OBSERVER_TYPES and not told & set(incident.claims):
            said = wording.listing(_speakers(index, incident.claims))
            lines.append(Line(f"{wording.title(incident)} — told by {said}", (incident.id,)))
    return tuple(lines)


def _access_line(index: Index, payload: AccessPayload, claims: Sequence[Claim]) -> Line:
    who = payload.who[:1].upper() + payload.who[1:]
    by = f"by {payload.by}" if payload.by else "by whom is not known"
    denied = " (denied)" if all(claim.polarity == "deny" or claim.factuality == "negated" for claim in claims) else ""
    unsure = sorted({claim.factuality for claim in claims} & {"probable", "possible"})
    reason = f", because of {payload.reason}" if payload.reason else ""
    said = wording.listing(_speakers(index, (claim.id for claim in claims)))
    text = f"{who}: {wording.ACCESS_WORDS[payload.kind]}{denied}, {by}{reason} — told by {said}"
    return Line(text, tuple(claim.id for claim in claims), quote=_words(index, claims[0]), flags=tuple(unsure))


def plan_groups(index: Index) -> tuple[Group, ...]:
    """Return what each actor says on the plan and other issues, with their words; the same words told twice are one line."""
    claims = [claim for claim in index.claims.values() if isinstance(claim.payload, PositionPayload | CompliancePayload)]
    claims.sort(key=lambda claim: _order(index, claim))
    full = _full_names(_holder(index, claim) for claim in claims)
    said: dict[str, dict[tuple[str, str], list[Claim]]] = {}
    for claim in claims:
        holder = full[_holder(index, claim)]
        said.setdefault(holder, {}).setdefault((_verdict(claim), _words(index, claim).casefold()), []).append(claim)
    return tuple(
        Group(_with_role(index, name), tuple(_plan_line(index, name, group) for group in verdicts.values()))
        for name, verdicts in said.items()
    )


def plan_verdicts(index: Index) -> dict[str, list[str]]:
    """Return who stands where on the plan in a word: verdict or stance → names, the verdict that most hold first."""
    claims = sorted(index.claims.values(), key=lambda claim: _order(index, claim))
    found: dict[str, dict[str, None]] = {}
    full = _full_names(_holder(index, claim) for claim in claims)
    for claim in claims:
        if claim.polarity != "assert":
            continue
        if isinstance(claim.payload, CompliancePayload):
            found.setdefault(claim.payload.verdict, {})[full[_holder(index, claim)]] = None
        elif isinstance(claim.payload, PositionPayload) and claim.payload.stance:
            stance = f"{wording.STANCE_WORDS.get(claim.payload.stance, 'not clear')} {claim.payload.issue}"
            found.setdefault(stance, {})[full[_holder(index, claim)]] = None
    return {verdict: list(names) for verdict, names in sorted(found.items(), key=lambda item: -len(item[1]))}


def _plan_line(index: Index, name: str, claims: Sequence[Claim]) -> Line:
    outlets = wording.listing(sorted({index.outlet(claim.document) for claim in claims}))
    text = _verdict(claims[0]) + ("" if outlets == name else f" — as told by {outlets}")
    return Line(text, tuple(claim.id for claim in claims), quote=_words(index, claims[0]), by=name)


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """Return each name with the one longer name of the case that ends in it: "Annan" is "Kofi Annan" where there is no other Annan."""
    every = list(dict.fromkeys(names))
    longer = {name: [other for other in every if other.endswith(f" {name}")] for name in every}
    return {name: found[0] if len(found) == 1 else name for name, found in longer.items()}


def _holder(index: Index, claim: Claim) -> str:
    """Return whose position it is: the cited speaker, else the actor the text names."""
    if claim.statement in index.statements:
        return index.speaker(claim)
    if isinstance(claim.payload, PositionPayload):
        return claim.payload.actor
    return index.speaker(claim)


def _with_role(index: Index, name: str) -> str:
    """Return a name with the longest role it was given: "Kofi Annan, joint special envoy"."""
    roles = [s.speaker.role for s in index.statements.values() if s.speaker.name == name and s.speaker.role and not s.speaker.former]
    return f"{name}, {max(roles, key=lambda role: (len(role), role))}" if roles else name


def _verdict(claim: Claim) -> str:
    payload = claim.payload
    if isinstance(payload, CompliancePayload):
        text = f"{payload.commitment}: {payload.verdict}"
    elif isinstance(payload, PositionPayload):
        text = f"{payload.issue}: {wording.STANCE_WORDS.get(payload.stance, 'not clear')}"
    else:
        text = claim.kind
    if claim.polarity == "non-assertion":
        return f"does not say — {text}"
    return f"denies — {text}" if claim.polarity == "deny" else text


def measure_lines(index: Index) -> tuple[Line, ...]:
    """Return measures called for, threatened, promised, decided, taken and lifted; the same one told twice is one line."""
    found: dict[tuple[str, ...], tuple[MeasurePayload, list[Claim]]] = {}
    for claim in index.claims.values():
        if isinstance(claim.payload, MeasurePayload):
            payload = claim.payload
            key = (payload.status, payload.type, payload.actor.casefold(), (payload.target or "").casefold(), claim.polarity)
            found.setdefault(key, (payload, []))[1].append(claim)
    order = list(wording.MEASURE_WORDS)
    return tuple(_measure_line(index, *found[key]) for key in sorted(found, key=lambda key: (-order.index(key[0]), key[1:])))


def _measure_line(index: Index, payload: MeasurePayload, claims: Sequence[Claim]) -> Line:
    what = payload.type[:1].upper() + payload.type[1:]
    target = f" against {payload.target}" if payload.target else ""
    because = f", because of {payload.because_of}" if payload.because_of else ""
    polarity = {"deny": " (denied)", "non-assertion": " (not said)"}.get(claims[0].polarity, "")
    text = f"{what}{target}: {wording.MEASURE_WORDS[payload.status]}{polarity} by {payload.actor}{because}"
    return Line(text, tuple(claim.id for claim in claims), quote=_words(index, claims[0]))


def suggestion_lines(index: Index) -> tuple[Line, ...]:
    """Return the joins that matching was not sure of, the likeliest first, with what speaks for and against each."""
    lines = []
    for each in sorted(index.analysis.suggestions, key=lambda each: (-each.probability, each.left, each.right)):
        left, right = index.incidents.get(each.left), index.incidents.get(each.right)
        if left and right:
            weights = ", ".join(f"{name.replace('_', ' ')} {weight:+.1f}" for name, weight in each.features)
            text = f"{wording.sentence(wording.short(left))}, and {wording.short(right)}: probability {each.probability:.2f} ({weights})"
            lines.append(Line(text, (each.left, each.right)))
    return tuple(lines)


def contradiction_lines(index: Index) -> tuple[Line, ...]:
    """Return what identified sources contradict one another on, under the incident and the aspect it is about."""
    found = [(index.incidents[each.incident], each) for each in index.analysis.contradictions if each.incident in index.incidents]
    return tuple(
        Line(f"{wording.sentence(wording.short(incident))}, {wording.ASPECT_WORDS[each.aspect]}: {each.text}", each.claims)
        for incident, each in found
    )


def warning_lines(index: Index) -> tuple[Line, ...]:
    """Return every warning of reading and judging, those of one code together, each with the words it is about."""
    warnings: list[Warning] = [warning for reading in index.readings for warning in reading.warnings]
    warnings += index.analysis.warnings
    lines = []
    for warning in sorted(warnings, key=lambda warning: warning.code):
        refs = warning.refs or ((warning.document,) if warning.document else ())
        code = warning.code.replace("-", " ").replace("_", " ")
        lines.append(Line(warning.text, refs, flags=() if warning.text.lower().startswith(code) else (code,)))
    lines += [Line(each.text, (each.decision, *each.refs), flags=("decision in question",)) for each in index.analysis.conflicts]
    return tuple(dict.fromkeys(lines))


def failure_lines(failures: Iterable[Failure]) -> tuple[Line, ...]:
    """Return the files that could not be taken, with the reason."""
    return tuple(Line(f"{failure.path}: {failure.reason}") for failure in failures)


def other_lines(incidents: Iterable[Incident]) -> Iterator[Line]:
    """Yield one line for an incident that the brief does not set out in full."""
    for incident in incidents:
        counts = "; ".join(f"{wording.counted(c)} {wording.interval(c.low, c.high)}" for c in incident.counts if c.population == "all")
        number = wording.number(len(incident.documents), "document")
        yield Line(
            f"{wording.title(incident)} — {counts + ' · ' if counts else ''}{number}",
            (incident.id,),
            flags=incident.contested and ("contested",),
        )


def _speakers(index: Index, claims: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(index.speaker(index.claims[claim]) for claim in claims if claim in index.claims))


def _words(index: Index, claim: Claim) -> str:
    """Return the words a reader needs to judge a claim: what its statement says, else the sentence of the outlet it stands in."""
    quote = index.quote(claim.statement or "")
    if quote is None or not quote.parts:
        document = index.documents.get(claim.document)
        return wording.shortened(_sentence(document.text, claim.spans)) if document else ""
    return wording.shortened(quote.words)


def _sentence(text: str, spans: Sequence[Span]) -> str:
    """Return the sentence of ``text`` around the first span, white space folded."""
    if not spans:
        return ""
    first = min(spans)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, max(0, first.start - 600), first.start)]
    end = _SENTENCE_END.search(text, first.end)
    return " ".join(text[starts[-1] if starts else max(0, first.start - 600) : end.start() + 1 if end else len(text)].split())


def _order(index: Index, claim: Claim) -> tuple[str, str, int, str]:
    document = index.documents.get(claim.document)
    published = document.published.isoformat() if document and document.published else "9999"
    return (published, claim.document, claim.spans[0].start if claim.spans else 0, claim.id)
