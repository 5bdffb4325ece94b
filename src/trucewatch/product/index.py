"""Documents, readings and analysis → an index of every record by id: what all products look things up in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.records.analysis import Analysis, Incident, Origin
from trucewatch.records.assertion import NARRATOR, Claim, Reading, Statement
from trucewatch.records.capture import Document, Item
from trucewatch.records.decision import Decision
from trucewatch.records.pictures import PictureFindings
from trucewatch.records.span import Selector, Span

_NO_PICTURES = PictureFindings()
_CONTEXT = 120
"""Code points of context on either side of quoted words."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words a claim or statement rests on, with where they stand and who is cited for them.

    ``parts`` are the verbatim pieces, each with its context; ``speaker`` is None for the document's own words; ``via`` names the speakers
    through whom the words reached the document, innermost first.
    """

    ref: str
    kind: str
    document: str
    outlet: str
    title: str | None
    published: str | None
    parts: tuple[Selector, ...]
    speaker: str | None
    via: tuple[str, ...]
    mode: str
    rule: str

    @property
    def excerpts(self) -> tuple[tuple[tuple[str, bool], ...], ...]:
        """The text around the words: each excerpt as pieces of text, True where a piece is quoted. Pieces that stand close share one."""
        found: list[list[tuple[str, bool]]] = []
        last: Selector | None = None
        for part in self.parts:
            gap = part.start - last.end if last else -1
            if last and 0 <= gap <= len(last.suffix):
                found[-1][-1:] = [(last.suffix[:gap], False), (part.exact, True), (part.suffix, False)]
            else:
                found.append([(part.prefix, False), (part.exact, True), (part.suffix, False)])
            last = part
        return tuple((_whole(first, start=True), *rest, _whole(end, start=False)) for first, *rest, end in found)

    @property
    def words(self) -> str:
        """The pieces joined by an ellipsis, white space folded, for reading; ``parts`` keep the exact text."""
        return " … ".join(" ".join(part.exact.split()) for part in self.parts)


def _whole(piece: tuple[str, bool], *, start: bool) -> tuple[str, bool]:
    """Return a context without the word it was cut in the middle of."""
    text, quoted = piece
    if len(text) < _CONTEXT:
        return piece
    at = next((n for n, letter in enumerate(text) if letter.isspace()), 0) if start else len((text.rsplit(None, 1) or [""])[0])
    return (text[at:].lstrip() if start else text[:at], quoted)


class Index:
    """Looks up the records of one case by id: documents, statements, claims, incidents, origins, items, decisions."""

    def __init__(
        self,
        documents: Iterable[Document],
        readings: Iterable[Reading],
        analysis: Analysis,
        *,
        items: Iterable[Item] = (),
        decisions: Iterable[Decision] = (),
        pictures: PictureFindings = _NO_PICTURES,
    ) -> None:
        self.analysis = analysis
        self.documents: Mapping[str, Document] = {document.id: document for document in documents}
        self.readings: Sequence[Reading] = tuple(readings)
        self.statements: Mapping[str, Statement] = {s.id: s for reading in self.readings for s in reading.statements}
        self.claims: Mapping[str, Claim] = {c.id: c for reading in self.readings for c in reading.claims}
        self.incidents: Mapping[str, Incident] = {incident.id: incident for incident in analysis.incidents}
        self.origins: Mapping[str, Origin] = _origins(analysis)
        self.items: Mapping[str, Item] = {item.id: item for item in items}
        self.decisions: Mapping[str, Decision] = {decision.id: decision for decision in decisions}
        self.pictures = pictures
        self.incident_of: Mapping[str, str] = {claim: incident.id for incident in analysis.incidents for claim in incident.claims}

    def outlet(self, document: str) -> str:
        """Return the publisher of a document, else its file name, else "unknown outlet"."""
        found = self.documents.get(document)
        if found is None:
            return "unknown outlet"
        return found.publisher or (found.path or "").rsplit("/", 1)[-1] or found.external_id or "unknown outlet"

    def speaker(self, claim: Claim) -> str:
        """Return who makes a claim: the cited speaker, else the outlet in its own words."""
        statement = self.statements.get(claim.statement or "")
        return statement.speaker.name if statement else self.outlet(claim.document)

    def quote(self, ref: str) -> Quote | None:
        """Return the words that claim or statement ``ref`` rests on, or None where there is no such record."""
        if claim := self.claims.get(ref):
            statement = self.statements.get(claim.statement or "")
            return self._quote(ref, f"{claim.kind} claim", claim.document, claim.spans, statement, claim.rule)
        if statement := self.statements.get(ref):
            return self._quote(ref, "statement", statement.document, statement.content, statement, statement.rule)
        return None

    def _quote(self, ref: str, kind: str, document_id: str, spans: Sequence[Span], statement: Statement | None, rule: str) -> Quote:
        document = self.documents.get(document_id)
        text = document.text if document else ""
        return Quote(
            ref=ref,
            kind=kind,
            document=document_id,
            outlet=self.outlet(document_id),
            title=document.title if document else None,
            published=document.published.isoformat() if document and document.published else None,
            parts=tuple(Selector.select(document_id, text, span, _CONTEXT) for span in sorted(spans)),
            speaker=statement.speaker.name if statement else None,
            via=self.via(statement),
            mode=statement.mode if statement else NARRATOR,
            rule=rule,
        )

    def via(self, statement: Statement | None) -> tuple[str, ...]:
        """Return the speakers through whom a statement reached its document, innermost relayer first; () where it was cited directly."""
        if statement is None:
            return ()
        relayers = [self.statements[link].speaker.name for link in statement.chain if link in self.statements]
        return tuple(relayers)

    def resolve(self, ref: str) -> tuple[str, ...]:
        """Return the ids that ``ref`` may mean: the id itself, else every id that begins with it, in order. Value references
        (``i1a2b3c4d5e/killed``) resolve by the part before the slash."""
        head = ref.split("/", 1)[0]
        records = (self.claims, self.statements, self.incidents, self.origins, self.documents, self.items, self.decisions)
        tables: tuple[Mapping[str, object], ...] = records
        if any(head in table for table in tables):
            return (head,)
        return tuple(sorted({key for table in tables for key in table if key.startswith(head)})) if head else ()


def _origins(analysis: Analysis) -> dict[str, Origin]:
    """Every origin by id: the case's, and those that only an incident names."""
    found = {origin.id: origin for incident in analysis.incidents for origin in incident.origins}
    found.update({origin.id: origin for origin in analysis.origins})
    return found
