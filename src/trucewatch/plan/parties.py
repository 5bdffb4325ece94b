"""Names and labels of reports → the plan's parties. Labels that say less than who it is stay with nobody until a person links them."""

from collections.abc import Iterable, Mapping

from trucewatch.plan.words import plain
from trucewatch.records.assertion import Speaker
from trucewatch.records.decision import Decision
from trucewatch.records.plan import Plan

_CLOSE = frozenset(
    """soldier troop force unit checkpoint fighter militant member officer official commander spokesman spokeswoman spokesperson personnel
    guard police policeman sniper tank artillery gunner army military general patrol roadblock representative ambassador source""".split()
)
"""Words after a party's name that still mean the party: its soldiers, its checkpoints."""
_OF = frozenset("soldier troop force unit member checkpoint fighter part element branch".split())


class Parties:
    """Finds the party behind a name. ``decisions`` may link labels to actors (DOMAIN section 5)."""

    def __init__(self, plan: Plan, decisions: Iterable[Decision] = ()) -> None:
        self.plan = plan
        self._names = {plain(name): party.id for party in reversed(plan.parties) for name in (party.id, *party.names)}
        self._found: dict[str, str | None] = {}
        for decision in decisions:
            party = self.of(decision.value("actor")) if decision.verb == "link" else None
            if party:
                self._names.update((plain(label), party) for label in decision.subjects)
                self._found.clear()

    def of(self, *labels: str | None) -> str | None:
        """Return the id of the party that the first telling label names, or None.

        "Syrian army checkpoints" is the army; "government-backed militia" is nobody until a person says so.
        """
        for label in labels:
            if label:
                if label not in self._found:
                    self._found[label] = self._look(plain(label))
                if found := self._found[label]:
                    return found
        return None

    def _look(self, words: str) -> str | None:
        if words in self._names:
            return self._names[words]
        tokens = words.split()
        while len(tokens) > 1 and tokens[-1] in _CLOSE:
            tokens = tokens[:-1]
            if found := self._names.get(" ".join(tokens)):
                return found
        if len(tokens) > 2 and tokens[0] in _OF and tokens[1] == "of":
            return self._names.get(" ".join(tokens[3:] if tokens[2] == "the" else tokens[2:]))
        return None

    def of_speaker(self, speaker: Speaker) -> str | None:
        """Return the party a speaker speaks for: by name, else by affiliation; never by a role alone."""
        return self.of(speaker.name, speaker.affiliation)

    def is_mission(self, *labels: str | None) -> bool:
        """Return whether a label names the plan's mission."""
        return self.plan.mission is not None and any(self.of(label) == self.plan.mission for label in labels if label)

    def obligors(self, party: str) -> frozenset[str]:
        """Return the parties an obligor stands for: its members, or itself."""
        members = self.plan.party(party).members
        return frozenset(members) | {party} if members else frozenset({party})

    def names(self) -> Mapping[str, str]:
        """Return the full name of every party by id."""
        return {party.id: party.name for party in self.plan.parties}
