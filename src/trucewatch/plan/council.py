"""Positions and measures → what Council members have stated on a draft: nine votes of fifteen, no veto by a permanent member.

Charter of the United Nations, Article 27(3). Stated positions only: a member who said nothing is unknown, never guessed.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from trucewatch.plan.shipped import council_text
from trucewatch.plan.words import mentions, plain
from trucewatch.records.stands import Council, Measure, Member, Outlook, OutlookRow, Position, Vote
from trucewatch.vocab import vocabulary
from trucewatch.vocab.states import country_named

NEEDED = 9
SEATS = 15
_EMPTY = frozenset(
    """a an the of on in for to by with and or security council un united nations draft resolution text proposal motion any outside
    foreign external under new""".split()
)
"""Words of a draft's name that do not tell drafts apart."""


def councils_of(text: str) -> Mapping[int, Council]:
    """Return the councils by year that a membership file describes: ``source``, ``permanent``, ``years`` and ``names``.

    Raises ValueError where a year has not fifteen members, a member stands twice or the file says no source.
    """
    data: Any = yaml.load(text, Loader=yaml.SafeLoader)
    if not isinstance(data, dict) or not isinstance(data.get("years"), dict) or not data.get("source") or not data.get("permanent"):
        raise ValueError("a membership file needs 'source', 'permanent' and 'years'")
    names: Mapping[str, Iterable[str]] = data.get("names") or {}
    found = {}
    for year, elected in data["years"].items():
        every = [str(name) for name in (*data["permanent"], *elected)]
        twice = sorted({name for name in every if every.count(name) > 1})
        if len(every) != SEATS or twice:
            raise ValueError(
                f"the Council of {year} has {len(every)} members" + (f", {', '.join(twice)} twice" if twice else "") + "; it has 15"
            )
        members = tuple(Member(name, name in data["permanent"], (name, *_adjectives(name), *names.get(name, ()))) for name in every)
        found[int(year)] = Council(int(year), members, str(data["source"]))
    return found


def council(year: int, text: str | None = None) -> Council:
    """Return the Council of a year, from ``text`` or the shipped file. Raises KeyError with the years that are known."""
    known = councils_of(text if text is not None else council_text())
    if year not in known:
        raise KeyError(f"no Council membership for {year}; known years: {', '.join(map(str, sorted(known)))}; import others with a file")
    return known[year]


def _adjectives(name: str) -> tuple[str, ...]:
    """The names and adjectives that the vocabulary of countries has for a member."""
    data: Any = vocabulary("countries")
    for entry in data.values():
        words = [*entry.get("names", ()), *entry.get("people", ())]
        if name in words:
            return tuple(str(word) for word in words)
    return ()


def outlook(draft: str, members: Council, positions: Iterable[Position], measures: Iterable[Measure] = ()) -> Outlook:
    """Return what each member has stated on ``draft`` (its issue in words): the latest stated position with its quote, and what is missing.

    A stance above 0 states a vote in favour, below 0 one against; hedged or neutral words state none. A permanent member's firm refusal, or
    a veto it announced as a measure, counts as a veto announced.
    """
    on = [each for each in positions if about(draft, each.issue_words or each.issue) and each.polarity != "non-assertion"]
    vetoes = [each for each in measures if "veto" in plain(each.type).split() and not each.denied and each.status != "lifted"]
    rows = tuple(_row(member, on, vetoes, draft) for member in members.members)
    votes = [row.vote for row in rows]
    in_favour, against, unknown = votes.count("in favour"), votes.count("against"), votes.count("unknown")
    by = tuple(row.member for row in rows if row.veto)
    return Outlook(
        draft=draft,
        year=members.year,
        rows=rows,
        in_favour=in_favour,
        against=against,
        unknown=unknown,
        vetoes=by,
        because=_because(in_favour, against, unknown, by),
        missing=tuple(row.member for row in rows if row.vote == "unknown"),
        source=members.source,
    )


def about(draft: str, issue: str) -> bool:
    """Return whether a position's issue is the draft's: they share half of the telling words of the shorter of the two."""
    one, other = _telling(draft), _telling(issue)
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def _telling(words: str) -> frozenset[str]:
    tokens = frozenset(plain(words).split())
    return tokens - _EMPTY or tokens


def _row(member: Member, positions: Iterable[Position], vetoes: Iterable[Measure], draft: str) -> OutlookRow:
    own = [each for each in positions if _speaks(member, each)]
    latest = max(own, key=lambda each: (str(each.day or ""), each.claims), default=None)
    announced = member.permanent and any(_is(member, each.actor) and _concerns(each, draft) for each in vetoes)
    vote: Vote = "unknown"
    if latest and latest.stance:
        vote = "in favour" if latest.stance > 0 else "against"
    if announced:
        vote = "against"
    veto = announced or (member.permanent and latest is not None and latest.stance <= -2)
    missing = "" if vote != "unknown" else ("no stated position on this draft" if latest is None else "its words state no vote")
    return OutlookRow(member.name, member.permanent, vote, veto, latest, missing)


def _concerns(veto: Measure, draft: str) -> bool:
    """Whether an announced veto is of this draft: by its target or reason; where neither says of what, it stands."""
    words = [word for word in (veto.target, veto.because_of) if word]
    return not words or any(about(draft, word) for word in words)


def _speaks(member: Member, position: Position) -> bool:
    return _is(member, position.actor) or (position.state is not None and position.state == country_named(member.name))


def _is(member: Member, name: str) -> bool:
    """Whether a name is the member's, or an office of it ("Russian foreign minister"): never another state's view of it."""
    return plain(name) in {plain(each) for each in member.names} or mentions([member.name], [name])


def _because(in_favour: int, against: int, unknown: int, vetoes: tuple[str, ...]) -> str:
    stated = f"{in_favour} stated in favour, {against} against, {unknown} have stated nothing that tells"
    if vetoes:
        return f"{stated}; {' and '.join(vetoes)} announced a veto, with which no number of votes is enough"
    if in_favour >= NEEDED:
        return f"{stated}; nine votes are stated and no permanent member has announced a veto"
    if in_favour + unknown < NEEDED:
        return f"{stated}; nine votes can no longer be reached as things are stated"
    return f"{stated}; {NEEDED - in_favour} more of the {unknown} would be needed, and no veto by a permanent member"
