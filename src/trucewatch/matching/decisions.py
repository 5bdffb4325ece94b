"""Decisions → what matching must respect: claims taken out, accounts divided, pairs that belong together or stay apart.

Decisions name incidents by ids they once had. Every such id names the claim that opened the incident (``incident_id``), so that it is found
again whatever joined since. Replayed in the order taken; nothing is ever discarded: what no longer fits is listed as a conflict.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.matching.account import Account
from trucewatch.matching.incidents import incident_id
from trucewatch.records.analysis import Conflict
from trucewatch.records.decision import Decision, standing

type Pair = tuple[str, str]

NOWHERE = "none"
"""What a decision to nest names where no incident holds another."""


@dataclass(slots=True)
class Ruling:
    """What people decided, in terms of accounts. ``following`` are the other accounts of incidents that were merged: they come along.
    ``exhibits`` maps a claim that opens an incident to the exhibits attached to it,
    ``nested`` an account to the one whose incident holds its own, None where nothing does."""

    together: list[tuple[Decision, Pair]] = field(default_factory=list)
    following: list[tuple[Decision, Pair]] = field(default_factory=list)
    apart: list[tuple[Decision, Pair]] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    exhibits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nested: dict[str, str | None] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)


class Docket:
    """Finds what decisions speak of among accounts, and turns them into a ruling.

    ``claims`` are those of each account; ``account`` opens one, which is asked only where it is divided. What a division leaves is in
    ``pieces``, and what it divided in ``gone``.
    """

    def __init__(self, claims: Mapping[str, Iterable[str]], account: Callable[[str], Account]) -> None:
        self.home = {claim: name for name, own in claims.items() for claim in own}
        self.pieces: dict[str, Account] = {}
        self.gone: set[str] = set()
        self._open = account
        self._named: dict[str, str] = {}

    def find(self, subject: str) -> str | None:
        """Return the account an incident id or claim id speaks of, or None."""
        if not self._named:
            self._named = {incident_id(claim): claim for claim in self.home}
        return self.home.get(self._named.get(subject, subject))

    def rule(self, decisions: Iterable[Decision], groups: Sequence[tuple[str, ...]] = (), merged: Sequence[tuple[str, ...]] = ()) -> Ruling:
        """Replay the standing decisions. Accounts are divided on the way: read ``pieces`` and ``gone`` afterwards.

        ``groups`` are the claims of each incident as it is before any split: a split holds what leaves apart from all that stays;
        ``merged`` as it is before any merge: whoever merges two incidents merges all that reports tell of either.
        """
        ruling = Ruling()
        held = standing(decisions)
        for decision in held:
            if decision.verb in {"split", "move"}:
                self._divide(decision, ruling, groups)
        for decision in held:
            if decision.verb in {"merge", "accept"} and not decision.value("aspect"):
                self._pair(decision, ruling.together, ruling)
            elif decision.verb == "reject" and len(decision.subjects) > 1 and not decision.value("aspect"):
                self._pair(decision, ruling.apart, ruling)
            elif decision.verb in {"attach", "detach"}:
                self._exhibit(decision, ruling)
            elif decision.verb == "nest":
                self._nest(decision, ruling)
        self._bring(ruling, merged)
        return ruling

    def _bring(self, ruling: Ruling, merged: Sequence[tuple[str, ...]]) -> None:
        """Let the other accounts of two merged incidents follow those that the decision names, unless people hold them apart."""
        apart = {frozenset(pair) for _, pair in ruling.apart}
        groups = [dict.fromkeys(self.home[claim] for claim in group if claim in self.home) for group in merged]
        for decision, pair in ruling.together:
            if decision.verb not in {"merge", "accept"}:
                continue
            for account in pair:
                others = next((group for group in groups if account in group), {})
                ruling.following += [(decision, (account, other)) for other in others if other != account and not _held(apart, other, pair)]

    def _pair(self, decision: Decision, into: list[tuple[Decision, Pair]], ruling: Ruling) -> None:
        """Pair the first subject's account with each other's."""
        found = [self.find(subject) for subject in decision.subjects]
        lost = [subject for subject, account in zip(decision.subjects, found, strict=True) if account is None]
        if lost:
            ruling.conflicts.append(
                Conflict(decision.id, f"{decision.verb}: {', '.join(lost)} names nothing that is read now", tuple(lost))
            )
        known = [account for account in found if account is not None]
        into += [(decision, (known[0], other)) for other in known[1:] if other != known[0]]

    def _divide(self, decision: Decision, ruling: Ruling, groups: Sequence[tuple[str, ...]]) -> None:
        """Take claims out of their accounts: into an incident of their own, or into another one."""
        leaving = [subject for subject in decision.subjects if subject in self.home]
        target = decision.value("to") or ""
        goal = self.find(target) if decision.verb == "move" else None
        if decision.verb == "move" and goal is None:
            ruling.conflicts.append(Conflict(decision.id, f"move: {target} names nothing that is read now", (target,)))
            return
        if not leaving:
            ruling.conflicts.append(Conflict(decision.id, f"{decision.verb}: none of its claims is read now", decision.subjects))
            return
        stay, gone = self._cut(frozenset(leaving))
        ruling.moved |= {claim: goal for claim in leaving if goal and self.home.get(claim) not in gone}
        ruling.apart += [(decision, (left, right)) for left in stay for right in gone]
        if decision.verb == "split":
            whole = {claim for group in groups if set(group) & set(leaving) for claim in group}
            others = sorted({self.home[claim] for claim in whole if claim in self.home} - set(gone) - set(stay))
            ruling.apart += [(decision, (other, right)) for other in others for right in gone]
            ruling.together += [(decision, (gone[0], other)) for other in gone[1:]]
            if not gone:
                ruling.conflicts.append(Conflict(decision.id, "split: a count or a blame alone opens no incident", tuple(leaving)))
        elif goal:
            ruling.together += [(decision, (goal, other)) for other in gone if other != goal]

    def _cut(self, leaving: frozenset[str]) -> tuple[list[str], list[str]]:
        """Divide every account that holds event claims which leave; return the accounts that stay and those that go."""
        stay: list[str] = []
        gone: list[str] = []
        for name in sorted({self.home[claim] for claim in leaving}):
            account = self.pieces[name] if name in self.pieces else self._open(name)
            going = tuple(mention for mention in account.mentions if mention.claim.id in leaving)
            left = tuple(mention for mention in account.mentions if mention.claim.id not in leaving)
            if not going:
                continue
            self.gone.add(name)
            self.pieces.pop(name, None)
            for claim in account.claims:
                self.home.pop(claim, None)
            for mentions, into, loose in ((left, stay, account.loose), (going, gone, ())):
                if mentions:
                    piece = replace(account, mentions=mentions, loose=loose)
                    self.pieces[piece.id] = piece
                    self.home.update(dict.fromkeys(piece.claims, piece.id))
                    into.append(piece.id)
        return stay, gone

    def _nest(self, decision: Decision, ruling: Ruling) -> None:
        """Say which incident holds another, or that none does."""
        outer = decision.value("inside") or NOWHERE
        goal = None if outer == NOWHERE else self.find(outer)
        found = {subject: self.find(subject) for subject in decision.subjects}
        lost = [subject for subject, account in found.items() if account is None] + ([outer] if goal is None and outer != NOWHERE else [])
        if lost:
            ruling.conflicts.append(Conflict(decision.id, f"nest: {', '.join(lost)} names nothing that is read now", tuple(lost)))
            return
        ruling.nested |= {account: goal for account in found.values() if account is not None}

    def _exhibit(self, decision: Decision, ruling: Ruling) -> None:
        """Attach exhibits to an incident, or detach them: the incident itself stands."""
        incident = decision.value("incident") or ""
        account = self.find(incident)
        if account is None:
            ruling.conflicts.append(Conflict(decision.id, f"{decision.verb}: {incident} names nothing that is read now", (incident,)))
            return
        held = dict.fromkeys(ruling.exhibits.get(account, ()))
        for exhibit in decision.subjects:
            if decision.verb == "attach":
                held[exhibit] = None
            else:
                held.pop(exhibit, None)
        ruling.exhibits[account] = tuple(held)


def _held(apart: Collection[frozenset[str]], account: str, pair: Pair) -> bool:
    """Return whether an account is held apart from either of two."""
    return any(frozenset((account, one)) in apart for one in pair)


def conflicting(ruling: Ruling) -> Sequence[Conflict]:
    """Return the conflicts among decisions themselves: joined by one, held apart by another."""
    apart = {frozenset(pair): decision for decision, pair in ruling.apart}
    return [
        Conflict(
            decision.id, f"{decision.verb}: {apart[frozenset(pair)].id} ({apart[frozenset(pair)].verb}) holds the same two apart", pair
        )
        for decision, pair in ruling.together
        if frozenset(pair) in apart and apart[frozenset(pair)] is not decision
    ]
