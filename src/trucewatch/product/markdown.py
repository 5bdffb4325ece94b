"""Brief → Markdown: headings, lists and tables that any reader shows. Source words are escaped, so that none becomes markup."""

import re
from collections.abc import Iterable, Iterator, Sequence

from trucewatch.product import wording
from trucewatch.product.model import Brief, CountView, IncidentView, Line, MatrixRow, VoiceView

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~!])")
_REFS = 3


def markdown(brief: Brief) -> str:
    """Return the brief as Markdown, ending in a line break."""
    return "\n".join(_document(brief)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return text in which no character is Markdown or HTML; line breaks become spaces."""
    return _SPECIAL.sub(r"\\\1", " ".join(wording.visible(text).split()))


def _document(brief: Brief) -> Iterator[str]:
    sources = brief.sources
    yield f"# {escaped(brief.subject)}\n"
    yield f"Brief of the case “{escaped(brief.label)}”. {escaped(brief.coverage)}\n"
    yield f"**{sources.documents}** documents · **{len(sources.outlets)}** outlets · **{sources.independent}** independent origins\n"
    yield from (f"- {escaped(o.name)} ({o.documents} documents) `{o.id}`" for o in sources.origins if o.known)
    yield from _section("Key points", brief.key_points)
    for view in brief.incidents:
        yield from _incident(view)
    yield from _section("Also reported", brief.others)
    if brief.patterns:
        yield "\n## Said of a pattern, not of one incident\n"
        yield from _matrix(brief.patterns)
    yield from _section("Access and safety of observers", brief.access)
    for heading, groups in (("Who says what on the plan", brief.plan), ("How far the plan is kept", brief.compliance)):
        if groups:
            yield f"\n## {heading}"
        for group in groups:
            yield f"\n**{escaped(group.heading)}**\n"
            yield from (_line(line) for line in group.lines)
    yield from _section("Measures", brief.measures)
    yield from _section("Accounts that contradict each other", brief.contradictions)
    yield from _section("Warnings", brief.warnings)
    yield from _section("Perhaps one incident: for a person to decide", brief.suggestions)
    yield from _section("Not known: questions for the next visit", brief.questions)
    yield from _section("Pictures perhaps seen before: for a person to decide", brief.recurrences)
    yield from _section("Pictures and videos (never shown unasked)", brief.images)
    yield from _section("Files that could not be taken", brief.failures)
    yield "\n## The words\n"
    for quote in brief.quotes.values():
        who = quote.speaker or "in its own words"
        via = f", through {', '.join(quote.via)}" if quote.via else ""
        at = ", ".join(f"{part.start}–{part.end}" for part in quote.parts)
        yield (
            f"- `{quote.ref}` “{escaped(quote.words)}” — {escaped(who)}{escaped(via)} · "
            f"{escaped(quote.outlet)}, {quote.published or 'no date'} · `{quote.document}` code points {at}"
        )


def _section(heading: str, lines: Iterable[Line]) -> Iterator[str]:
    found = [_line(line) for line in lines]
    if found:
        yield f"\n## {escaped(heading)}\n"
        yield from found


def _refs(refs: Sequence[str], shown: int = _REFS) -> str:
    more = f" +{len(refs) - shown}" if len(refs) > shown else ""
    return " ".join(f"`{ref}`" for ref in refs[:shown]) + more


def _line(line: Line) -> str:
    quote = f" “{escaped(line.quote)}”" if line.quote else ""
    flags = "".join(f" *({escaped(flag)})*" for flag in line.flags)
    return f"- {escaped(line.text)}{quote}{flags} {_refs(line.refs)}".rstrip()


def _incident(view: IncidentView) -> Iterator[str]:
    yield f"\n## {escaped(view.title)}\n"
    yield f"{view.rests_on} `{view.id}`\n"
    if len(view.spellings) > 1:
        yield f"Spelled {escaped(', '.join(view.spellings))}\n"
    if view.nesting:
        yield "\n".join(map(_line, view.nesting)) + "\n"
    for count in view.counts:
        yield from _count(count)
    if view.matrix:
        yield "\n### Who is said to be responsible\n"
        yield from _matrix(view.matrix)
    yield "\n### How sure\n"
    yield "| aspect | status | why |\n|---|---|---|"
    for row in view.status:
        flags = (" · **contested**" if row.contested else "") + (f" · proposed: {row.proposed}" if row.proposed else "")
        yield f"| {row.aspect} | {row.status}{flags} | {escaped(row.because)} |"
    for heading, lines in (("Findings", view.findings), ("Exhibits", view.exhibits)):
        if lines:
            yield f"\n### {heading}\n"
            yield from (_line(line) for line in lines)


def _count(count: CountView) -> Iterator[str]:
    parts = [f"**{escaped(count.what)}: {count.value}**", f"best: {count.best}"]
    if count.without_accused and count.without_accused != count.value:
        parts.append(f"without the accused {count.without_accused}")
    if count.floor:
        parts.append(f"{count.floor} named")
    yield f"\n{' · '.join(parts)} `{count.ref}`\n"
    if len(count.history) > 1:
        yield "| day | figure | origin | in the words | counts | reference |\n|---|---|---|---|---|---|"
        for row in count.history:
            counts = "yes" if row.live else f"no: {row.why}" if row.why else "no"
            counts += f"; said {row.repeated} more time{'s' if row.repeated > 1 else ''}" if row.repeated else ""
            yield f"| {row.day} | {row.value} | {escaped(row.origin)} | {escaped(row.words)} | {escaped(counts)} | `{row.ref}` |"


def _matrix(rows: Sequence[MatrixRow]) -> Iterator[str]:
    yield "| said of | asserted by | implied by | denied by | found by |\n|---|---|---|---|---|"
    for row in rows:
        actor = row.actor if row.role == "did it" else f"{row.actor} — {row.role}"
        cells = [_voices(voices) for voices in (row.asserted_by, row.implied_by, row.denied_by, row.found_by)]
        yield f"| {escaped(actor)} | {' | '.join(cells)} |"


def _voices(voices: Sequence[VoiceView]) -> str:
    return "; ".join(
        escaped(voice.speaker) + (f" ({voice.standard})" if voice.standard else "") + f" {_refs(voice.refs, 1)}" for voice in voices
    )
