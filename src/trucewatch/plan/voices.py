"""Readings and documents → who makes each claim, on which day, in which words. What compliance, positions and measures share."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from trucewatch.plan.parties import Parties
from trucewatch.records.assertion import Claim, Reading, Speaker, Statement
from trucewatch.records.capture import Document
from trucewatch.records.span import Span
from trucewatch.vocab.states import country_named

_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "from"})
_END = re.compile(r"[.!?][\"”’')]*\s|\n")


def sentence_around(text: str, span: Span) -> str:
    """Return the sentence of ``text`` that holds ``span``, found by its end marks and line breaks; at most some 400 code points."""
    start = max((match.end() for match in _END.finditer(text, max(0, span.start - 200), span.start)), default=max(0, span.start - 200))
    end = _END.search(text, span.end, min(len(text), span.end + 200))
    return " ".join(text[start : end.end() if end else min(len(text), span.end + 200)].split())


class Voices:
    """Looks up the voice of a claim. A claim without a statement is its document's own word: the publisher's."""

    def __init__(self, documents: Mapping[str, Document], readings: Iterable[Reading], parties: Parties | None = None) -> None:
        self.documents = documents
        self.parties = parties
        self.claims: dict[str, Claim] = {}
        self.statements: dict[str, Statement] = {}
        for reading in readings:
            self.claims.update((claim.id, claim) for claim in reading.claims)
            self.statements.update((statement.id, statement) for statement in reading.statements)
        self._parties: dict[str, str | None] = {}
        self._speakers: dict[str, list[Speaker]] = {}
        for statement in self.statements.values():
            self._speakers.setdefault(statement.speaker.name, []).append(statement.speaker)
        self._states = _states(statement.speaker for statement in self.statements.values())

    def statement(self, claim: Claim) -> Statement | None:
        """Return the statement a claim stands in, None for the narrator's own words."""
        return self.statements.get(claim.statement) if claim.statement else None

    def speaker(self, claim: Claim) -> str:
        """Return who says it: the speaker as cited, else the outlet as narrator."""
        statement = self.statement(claim)
        if statement:
            return statement.speaker.name
        document = self.documents.get(claim.document)
        return (document.publisher if document and document.publisher else "") or "the report itself"

    def cited(self, claim: Claim) -> str:
        """Return who says it under one name: the mission under its own, whoever speaks for it; others as they are cited."""
        if self.parties is not None and self.parties.plan.mission and self.from_mission(claim):
            return self.parties.plan.party(self.parties.plan.mission).name
        return self.speaker(claim)

    def party(self, claim: Claim) -> str | None:
        """Return the party of the plan whose word the claim is, or None."""
        if self.parties is None:
            return None
        statement = self.statement(claim)
        if statement is None:
            return self.parties.of(self.speaker(claim))
        if statement.speaker.name not in self._parties:
            same = self._speakers.get(statement.speaker.name, ())
            self._parties[statement.speaker.name] = next(filter(None, map(self._party_of, same)), None)
        return self._parties[statement.speaker.name]

    def _party_of(self, speaker: Speaker) -> str | None:
        """The party of one speaker as one report cites them. What another report says of the same name holds for all."""
        if self.parties is None:
            return None
        state = own_state(speaker)
        # "the US secretary of state … Assad of Syria": a state that the role names outranks an affiliation that differs from it.
        if state and self.parties.plan.country and state != self.parties.plan.country:
            return self.parties.of(speaker.name)
        return self.parties.of_speaker(speaker)

    def state(self, claim: Claim) -> str | None:
        """Return the ISO code of the state a speaker stands for: what the role names ("US secretary of state") before the affiliation,
        else what other reports of the case say of the same name."""
        statement = self.statement(claim)
        return self._states.get(statement.speaker.name) if statement else None

    def from_mission(self, claim: Claim) -> bool:
        """Return whether it is the mission's own word: its people cited, or a text it published."""
        if self.parties is None or self.parties.plan.mission is None:
            return False
        return self.party(claim) == self.parties.plan.mission

    def day(self, claim: Claim) -> date | None:
        """Return when it was said where the text says, else when it was published."""
        statement = self.statement(claim)
        if statement and statement.said_at and statement.said_at.latest:
            return statement.said_at.latest
        document = self.documents.get(claim.document)
        return document.published if document else None

    def quote(self, claim: Claim) -> str:
        """Return the words of the statement, or the sentence that the narrator's claim rests on."""
        document = self.documents.get(claim.document)
        if document is None:
            return ""
        statement = self.statement(claim)
        if statement and statement.content:
            return " … ".join(" ".join(span.of(document.text).split()) for span in statement.content)
        return sentence_around(document.text, claim.spans[0]) if claim.spans else ""

    def hedges(self, claim: Claim) -> tuple[str, ...]:
        """Return the hedges of a claim and of its statement, in their words and order."""
        document = self.documents.get(claim.document)
        statement = self.statement(claim)
        spans = sorted({*claim.hedges, *(statement.hedges if statement else ())})
        words = [span.of(document.text) for span in spans] if document else []
        # A bare negation turns a claim round; it does not soften it.
        return tuple(word for word in words if word.casefold() not in _NEGATIONS)


def own_state(speaker: Speaker) -> str | None:
    """Return the ISO code of the state that a speaker's role names, else its affiliation, else its name ("Washington" is none)."""
    role = country_named(speaker.role) if speaker.role else None
    affiliation = country_named(speaker.affiliation) if speaker.affiliation else None
    return role or affiliation or (country_named(speaker.name) if speaker.kind in {"state", "institution", "group"} else None)


def _states(speakers: Iterable[Speaker]) -> Mapping[str, str]:
    """The state each name stands for in most of its statements; the first in order of code where two are as many."""
    found: dict[str, Counter[str]] = {}
    for speaker in speakers:
        state = own_state(speaker)
        if state:
            found.setdefault(speaker.name, Counter())[state] += 1
    return {name: min(states, key=lambda code: (-states[code], code)) for name, states in found.items()}
