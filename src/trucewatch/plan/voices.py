"""Readings and documents → who makes each claim, on which day, in which words. What compliance, positions and measures share."""

from collections.abc import Iterable, Mapping
from datetime import date

from trucewatch.plan.parties import Parties
from trucewatch.records.assertion import Claim, Reading, Statement
from trucewatch.records.capture import Document


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

    def party(self, claim: Claim) -> str | None:
        """Return the party of the plan whose word the claim is, or None."""
        if self.parties is None:
            return None
        statement = self.statement(claim)
        return self.parties.of_speaker(statement.speaker) if statement else self.parties.of(self.speaker(claim))

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
        """Return the words of the statement, or those the claim rests on."""
        document = self.documents.get(claim.document)
        if document is None:
            return ""
        statement = self.statement(claim)
        spans = statement.content if statement and statement.content else claim.spans
        return " … ".join(" ".join(span.of(document.text).split()) for span in spans)

    def hedges(self, claim: Claim) -> tuple[str, ...]:
        """Return the hedges of a claim and of its statement, in their words and order."""
        document = self.documents.get(claim.document)
        statement = self.statement(claim)
        spans = sorted({*claim.hedges, *(statement.hedges if statement else ())})
        return tuple(span.of(document.text) for span in spans) if document else ()
