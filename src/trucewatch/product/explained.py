"""Explanation, incident, reading → the terminal: the ways down from a brief, printed with rich."""

import re
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from trucewatch.product import wording
from trucewatch.product.explain import Explanation
from trucewatch.product.index import Index, Quote
from trucewatch.product.reading_json import payload_json
from trucewatch.product.terminal import print_incident, references
from trucewatch.records.assertion import Claim

_SHOWN = 12
_FOLDED = re.compile(r"\s+")


def print_explanation(found: Explanation, console: Console) -> None:
    """Print what an id stands for: its facts, then the words in their context."""
    console.print(Text.assemble((found.heading, "bold"), "  ", references((found.ref,))))
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(style="dim", max_width=26)
    facts.add_column(ratio=1, overflow="fold")
    for name, value in found.facts:
        facts.add_row(Text(name), Text(value))
    console.print(Padding(facts, (0, 0, 0, 1)))
    for quote in found.quotes[:_SHOWN]:
        console.print()
        print_quote(quote, console)
    if len(found.quotes) > _SHOWN:
        console.print(Text(f"\n… and {len(found.quotes) - _SHOWN} more passages; explain a single claim to see its words.", style="dim"))
    if found.leads_to:
        console.print(Text("\nSee also ", style="dim").append_text(references(found.leads_to, 6)))


def print_quote(quote: Quote, console: Console) -> None:
    """Print quoted words with their context, where they stand and who is cited for them."""
    who = quote.speaker or f"{quote.outlet}, in its own words"
    via = f", through {', '.join(quote.via)}" if quote.via else ""
    console.print(Text.assemble(references((quote.ref,)), f" {quote.kind} · ", (who, "bold"), via))
    for excerpt in quote.excerpts:
        line = Text("… ", style="dim")
        for words, quoted in excerpt:
            folded = _FOLDED.sub(" ", words)
            line.append(f"»{folded}«" if quoted else folded, style="bold" if quoted else "dim")
        console.print(Padding(line.append(" …"), (0, 0, 0, 3)))
    places = ", ".join(f"{part.start}–{part.end}" for part in quote.parts)
    where = f"{quote.outlet}, {quote.published or 'date not known'} · {quote.document} code points {places}"
    console.print(Padding(Text(where + (f" · rule “{quote.rule}”" if quote.rule else ""), style="dim"), (0, 0, 0, 3)))


def print_side_by_side(index: Index, incident: str, console: Console) -> None:
    """Print one incident in full, then every claim about it side by side, oldest report first."""
    print_incident(index, index.incidents[incident], console)
    claims = [index.claims[ref] for ref in index.incidents[incident].claims if ref in index.claims]
    claims.sort(key=lambda claim: (_published(index, claim), claim.document, claim.spans[0].start if claim.spans else 0))
    console.print(Text(f"\nEvery claim about it: {len(claims)}", style="bold"))
    for document, group in groupby(claims, key=lambda claim: claim.document):
        head = Text.assemble("\n", (index.outlet(document), "bold"), f", {_day(index, document)} ", references((document,)))
        console.print(head)
        for claim in group:
            console.print(Padding(_claim(index, claim), (0, 0, 0, 2)))


def _claim(index: Index, claim: Claim, *, home: str | None = None) -> Text:
    """One claim on a line: who says what, in which words, and its references."""
    quote = index.quote(claim.id)
    line = Text.assemble((index.speaker(claim), "bold"), f": {described(claim)} ")
    if quote:
        line.append(f"“{wording.shortened(quote.words, 160)}” ", style="italic")
    line.append_text(references((claim.id,)))
    if home:
        line.append(" → ").append_text(references((home,)))
    return line


def described(claim: Claim) -> str:
    """Return a claim in a few words, with its polarity and factuality where they are not plain assertion of a certain event."""
    payload = payload_json(claim.payload)
    low, high = payload.get("low"), payload.get("high")
    if claim.kind == "casualty" and isinstance(low, int):
        population = "" if payload["population"] == "all" else f"{payload['population']} "
        what = f"{population}{payload['metric']} {wording.interval(low, high if isinstance(high, int) else None)}"
    elif claim.kind == "event":
        what = str(payload["type"])
    else:
        names = ("label", "exhibit", "commitment", "issue", "type", "kind")
        what = f"{claim.kind}: " + next((str(payload[name]) for name in names if payload.get(name)), "")
    remarks = [each for each in (claim.polarity, claim.factuality) if each not in {"assert", "certain"}]
    return what + (f" ({', '.join(remarks)})" if remarks else "")


def print_reading(index: Index, console: Console) -> None:
    """Print what one text says: its statements, its claims, its incidents, and what to look at."""
    for document in index.documents.values():
        name = document.title or document.path or document.external_id or document.id
        about = f"{document.publisher or 'outlet not known'} · {wording.day(document.published)} ({document.published_basis})"
        console.print(Text.assemble((name, "bold"), "  ", (about, "dim")))
    _heading("Who says what", console)
    for statement in index.statements.values():
        quote = index.quote(statement.id)
        via = f" through {', '.join(quote.via)}" if quote and quote.via else ""
        line = Text.assemble((statement.speaker.name + via, "bold"), (f" ({statement.mode}, {statement.speech_act}) ", "dim"))
        line.append(f"“{wording.shortened(quote.words, 300)}” " if quote else "", style="italic").append_text(references((statement.id,)))
        console.print(Padding(line, (0, 0, 0, 1)))
    if not index.statements:
        console.print(Text(" Nobody is cited.", style="dim"))
    _heading("What is claimed, and of which incident", console)
    for claim in index.claims.values():
        console.print(Padding(_claim(index, claim, home=index.incident_of.get(claim.id)), (0, 0, 0, 1)))
    for incident in index.incidents.values():
        print_incident(index, incident, console)
    for warning in (*(w for reading in index.readings for w in reading.warnings), *index.analysis.warnings):
        console.print(Text(f"\nWarning: {warning.text}", style="yellow"))


def _heading(words: str, console: Console) -> None:
    console.print()
    console.print(Rule(Text(words, style="bold"), align="left", characters="─", style="dim"))


def _day(index: Index, document: str) -> str:
    found = index.documents.get(document)
    return wording.day(found.published if found else None)


def _published(index: Index, claim: Claim) -> str:
    document = index.documents.get(claim.document)
    return document.published.isoformat() if document and document.published else "no date"
