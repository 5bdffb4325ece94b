"""Explanation, incident, reading → the terminal: the ways down from a brief, printed with rich."""

from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trucewatch.product import wording
from trucewatch.product.explain import Explanation
from trucewatch.product.index import Index, Quote
from trucewatch.product.reading_json import Json, payload_json
from trucewatch.product.terminal import print_incident, references
from trucewatch.records.assertion import Claim

_SHOWN = 12


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
    for part in quote.parts:
        before, words, after = (" ".join(each.split()) for each in (part.prefix, part.exact, part.suffix))
        gap = " " if part.prefix[-1:].isspace() else ""
        tail = " " if part.suffix[:1].isspace() else ""
        line = Text.assemble(
            ("…" if part.start else "", "dim"), (before + gap, "dim"), ("»" + words + "«", "bold"), (tail + after + "…", "dim")
        )
        console.print(Padding(line, (0, 0, 0, 3)))
    places = ", ".join(f"{part.start}–{part.end}" for part in quote.parts)
    where = f"{quote.outlet}, {quote.published or 'date not known'} · {quote.document} code points {places}"
    console.print(Padding(Text(where + (f" · rule “{quote.rule}”" if quote.rule else ""), style="dim"), (0, 0, 0, 3)))


def print_side_by_side(index: Index, incident: str, console: Console) -> None:
    """Print one incident in full, then every claim about it side by side, oldest report first."""
    print_incident(index, index.incidents[incident], console)
    claims = [index.claims[ref] for ref in index.incidents[incident].claims if ref in index.claims]
    claims.sort(key=lambda claim: (_published(index, claim), claim.document, claim.spans[0].start if claim.spans else 0))
    console.print(Text(f"\nEvery claim about it ({len(claims)})", style="bold"))
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for name, ratio in (("Published", None), ("Outlet", 2), ("Who says", 3), ("What", 3), ("Words", 5), ("Reference", None)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in claims:
        quote = index.quote(claim.id)
        words = Text(wording.shortened(quote.words, 160) if quote else "", style="italic")
        row = (_published(index, claim), index.outlet(claim.document), index.speaker(claim), described(claim))
        table.add_row(*map(Text, row), words, references((claim.id,)))
    console.print(table)


def described(claim: Claim) -> str:
    """Return a claim in a few words, with its polarity and factuality where they are not plain assertion of a certain event."""
    payload: Mapping[str, Json] = payload_json(claim.payload)
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
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False, title="Who says what", title_justify="left")
    for name, ratio in (("Who", 2), ("How", 1), ("Words", 5), ("Reference", None)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for statement in index.statements.values():
        quote = index.quote(statement.id)
        via = f" (through {', '.join(quote.via)})" if quote and quote.via else ""
        words = Text(wording.shortened(quote.words, 240) if quote else "", style="italic")
        table.add_row(
            Text(statement.speaker.name + via), Text(f"{statement.mode}, {statement.speech_act}"), words, references((statement.id,))
        )
    console.print(table if index.statements else Text("Nobody is cited.", style="dim"))
    _claims(index, index.claims.values(), console)
    for incident in index.incidents.values():
        print_incident(index, incident, console)
    for warning in (*(w for reading in index.readings for w in reading.warnings), *index.analysis.warnings):
        console.print(Text(f"\nWarning: {warning.text}", style="yellow"))


def _claims(index: Index, claims: Iterable[Claim], console: Console) -> None:
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False, title="What is claimed", title_justify="left")
    for name, ratio in (("Claim", 3), ("By", 2), ("Words", 4), ("Incident", None), ("Reference", None)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in claims:
        quote = index.quote(claim.id)
        words = Text(wording.shortened(quote.words, 120) if quote else "", style="italic")
        home = index.incident_of.get(claim.id)
        table.add_row(
            Text(described(claim)), Text(index.speaker(claim)), words, references((home,) if home else ()), references((claim.id,))
        )
    console.print(table)


def _published(index: Index, claim: Claim) -> str:
    document = index.documents.get(claim.document)
    return document.published.isoformat() if document and document.published else "no date"
