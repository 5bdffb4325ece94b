"""Evidence → independent origins: what shares an owner, an utterance, a text or a party bloc counts once (DOMAIN section 4)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.judging.evidence import Evidence, asserting
from trucewatch.judging.register import Root
from trucewatch.records.analysis import Copy, Origin
from trucewatch.records.identity import identify
from trucewatch.records.memo import mark

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_UTTERANCE = 5


@dataclass(slots=True)
class _Gathered:
    """What one origin has gathered so far, in order."""

    roots: dict[str, Root] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)
    outlets: dict[str, None] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)
    reasons: dict[str, None] = field(default_factory=dict)


def group_of(root: Root) -> str:
    """Name what a root counts under: its bloc where it speaks for a party, else its owner."""
    return f"bloc {root.bloc}" if root.bloc else root.origin


@dataclass(frozen=True, slots=True)
class Stated:
    """One assertion as far as origins go: who carried it, whom it goes back to, and the digest of its words where one named speaker is
    quoted directly."""

    claim: str
    document: str
    outlet: str
    roots: tuple[Root, ...]
    words: str | None


def stated_in(evidence: Sequence[Evidence]) -> tuple[Stated, ...]:
    """Return the assertions in ``evidence``, in order."""
    return tuple(Stated(one.claim.id, one.document.id, one.outlet, one.roots, _quoted(one)) for one in asserting(evidence))


def _quoted(one: Evidence) -> str | None:
    words = utterance(one) if len(one.roots) == 1 and one.identified else None
    return mark(words) if words else None


def origins_of(stated: Sequence[Stated], copies: Iterable[Copy] = ()) -> tuple[Origin, ...]:
    """Return the independent origins behind assertions, known ones first, each with why it is one."""
    same = _joined(stated, copies)
    found: dict[str, _Gathered] = {}
    for one in stated:
        for root in one.roots:
            key = same.get(group_of(root), group_of(root))
            gathered = found.setdefault(key, _Gathered())
            gathered.roots[root.name] = root
            gathered.documents[one.document] = None
            gathered.outlets[one.outlet] = None
            gathered.claims[one.claim] = None
    for key, why in _reasons(same):
        if key in found:
            found[key].reasons[why] = None
    origins = [_origin(key, gathered) for key, gathered in found.items()]
    return tuple(sorted(origins, key=lambda origin: (not origin.known, origin.name, origin.id)))


def _origin(key: str, gathered: _Gathered) -> Origin:
    """Describe one origin."""
    roots = list(gathered.roots.values())
    known = any(root.known for root in roots)
    bloc = next((root.bloc for root in roots if root.bloc), None)
    reasons = dict(gathered.reasons)
    if bloc and len({root.origin for root in roots}) > 1:
        reasons[f"voices of one side ({bloc.split(':')[0]}) count once"] = None
    owned = sorted({root.origin for root in roots if root.origin != root.name})
    if owned and known:
        reasons[f"speaking for {', '.join(owned)}"] = None
    if len(gathered.documents) > 1:
        reasons[f"cited in {len(gathered.documents)} documents"] = None
    if not known:
        reasons["no source named: never counted"] = None
    names = sorted(gathered.roots)
    shared = sorted({root.origin for root in roots})
    return Origin(
        id=identify("o", key),
        name=shared[0] if len(shared) == 1 and known else ", ".join(shared if known else names),
        known=known,
        bloc=bloc,
        documents=tuple(gathered.documents),
        outlets=tuple(gathered.outlets),
        claims=tuple(gathered.claims),
        reasons=tuple(reasons),
        members=tuple(names),
    )


def _joined(stated: Sequence[Stated], copies: Iterable[Copy]) -> Mapping[str, str]:
    """Map groups onto the group they share an origin with: the same utterance under two names, unsourced words of copied texts."""
    parent: dict[str, str] = {}

    def top(name: str) -> str:
        while parent.get(name, name) != name:
            name = parent[name]
        return name

    def join(left: str, right: str) -> None:
        low, high = sorted((top(left), top(right)))
        parent.setdefault(low, low)
        parent[high] = low

    spoken: dict[str, str] = {}
    for one in stated:
        if one.words:
            join(spoken.setdefault(one.words, group_of(one.roots[0])), group_of(one.roots[0]))
    unsourced: dict[str, set[str]] = {}
    for one in stated:
        unsourced.setdefault(one.document, set()).update(root.origin for root in one.roots if root.origin.startswith("?"))
    for copy in copies:
        for left in sorted(unsourced.get(copy.left, ())):
            for right in sorted(unsourced.get(copy.right, ())):
                join(left, right)
    return {name: top(name) for name in parent}


def _reasons(same: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Say which groups were joined."""
    for name, key in same.items():
        if name != key:
            yield key, f"the same words as {name.removeprefix('bloc ').removeprefix('?')}"


def utterance(evidence: Evidence) -> str | None:
    """Return the folded words of a direct quotation of five words or more, or None."""
    statement = evidence.statement
    if statement is None or statement.mode != "direct":
        return None
    words = [word.lower() for span in statement.content for word in _WORD.findall(span.of(evidence.document.text))]
    return " ".join(words) if len(words) >= _UTTERANCE else None


def independent(origins: Iterable[Origin]) -> int:
    """Count the origins that count: the known ones."""
    return sum(origin.known for origin in origins)
