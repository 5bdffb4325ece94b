"""Brief → the terminal, through rich. Readable without colour; references stand in square brackets and open with ``explain``."""

from collections.abc import Iterable, Sequence
from io import StringIO

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from trucewatch.product import wording
from trucewatch.product.incidents import NO_BEST, incident_view
from trucewatch.product.index import Index
from trucewatch.product.model import Brief, CountView, IncidentView, Line, MatrixRow, Sources, VoiceView, columns_of
from trucewatch.product.model import Group as LineGroup
from trucewatch.records.analysis import Incident

_LINES = 25
"""Lines of one part shown on a terminal."""
_ROWS = 10
"""Rows of a responsibility matrix shown on a terminal."""
_SHOWN = 2
"""References shown for a line; the rest are counted."""


class SafeConsole(Console):
    """A console on which no word of a source commands the terminal: styles are ours, everything else is shown (``wording.visible``)."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render as rich does, with the text of every segment made visible."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=wording.visible(segment.text))


def print_brief(brief: Brief, console: Console) -> None:
    """Print a brief, as wide as the console is."""
    for part in _parts(brief):
        console.print(part)


def plain(brief: Brief, width: int = 100) -> str:
    """Return the brief as it would stand on a terminal of ``width`` columns, without colour."""
    page = StringIO()
    print_brief(brief, SafeConsole(width=width, file=page, color_system=None, emoji=False))
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def print_incident(index: Index, incident: Incident, console: Console) -> None:
    """Print one incident as a brief sets it out."""
    for part in _incident(incident_view(index, incident)):
        console.print(part)


def _parts(brief: Brief) -> Iterable[RenderableType]:
    yield Text(brief.subject, style="bold")
    yield Text(f"Brief of the case “{brief.label}”. {brief.coverage}", style="dim")
    yield from _section("Sources", _sources(brief.sources))
    yield from _section("Key points", [_line(line) for line in brief.key_points])
    for view in brief.incidents:
        yield from _incident(view)
    if brief.others:
        yield from _section("Also reported", _listed(brief.others))
    if brief.patterns:
        yield from _section("Said of a pattern, not of one incident", [_matrix(brief.patterns)])
    yield from _section("Access and safety of observers", _listed(brief.access) or [_nothing("Nothing on access.")])
    yield from _section("Who says what on the plan", list(_groups(brief.plan)) or [_nothing("Nobody is cited on the plan.")])
    if brief.compliance:
        yield from _section("How far the plan is kept", list(_groups(brief.compliance)))
    yield from _section("Measures", _listed(brief.measures) or [_nothing("No measures are reported.")])
    if brief.contradictions:
        yield from _section("Accounts that contradict each other", _listed(brief.contradictions))
    if brief.warnings:
        yield from _section("Warnings", _listed(brief.warnings))
    if brief.suggestions:
        yield from _section("Perhaps one incident: for a person to decide", _listed(brief.suggestions))
    if brief.questions:
        yield from _section("Not known: questions for the next visit", _listed(brief.questions))
    if brief.recurrences:
        yield from _section("Pictures perhaps seen before: for a person to decide", _listed(brief.recurrences))
    if brief.images:
        yield from _section("Pictures and videos (never shown unasked)", _listed(brief.images))
    if brief.failures:
        yield from _section("Files that could not be taken", _listed(brief.failures))


def _section(heading: str, content: Sequence[RenderableType]) -> Iterable[RenderableType]:
    yield Text("")
    yield Rule(Text(heading, style="bold"), align="left", characters="─", style="dim")
    yield from content


def _listed(lines: Sequence[Line]) -> list[RenderableType]:
    """The first lines of a part, and how many more there are."""
    found = [_line(line) for line in lines[:_LINES]]
    if len(lines) > _LINES:
        found.append(Text(f"… and {len(lines) - _LINES} more; the brief as html or md has them all", style="dim"))
    return found


def _nothing(words: str) -> Text:
    return Text(words, style="dim")


def references(refs: Sequence[str], shown: int = _SHOWN) -> Text:
    """Return references in brackets: ``[c1a2b3c4d5e] [c2…] +3``."""
    text = Text(" ".join(f"[{ref}]" for ref in refs[:shown]), style="cyan")
    if len(refs) > shown:
        text.append(f" +{len(refs) - shown}")
    return text


def _line(line: Line, *, bullet: str = "•") -> RenderableType:
    text = Text(line.text)
    if line.quote:
        text.append(f" “{line.quote}”", style="italic")
    for flag in line.flags:
        text.append(f" ({flag})", style="yellow" if flag == "contested" else "dim")
    if line.refs:
        text.append(" ").append_text(references(line.refs))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=len(bullet))
    grid.add_column(ratio=1)
    grid.add_row(bullet, text)
    return grid


def _sources(sources: Sources) -> list[RenderableType]:
    head = Text.assemble(
        (f"{sources.documents}", "bold"), f" document{'' if sources.documents == 1 else 's'} · ",
        (f"{len(sources.outlets)}", "bold"), f" outlet{'' if len(sources.outlets) == 1 else 's'} · ",
        (f"{sources.independent}", "bold"), f" independent origin{'' if sources.independent == 1 else 's'}",
    )  # fmt: skip
    lines: list[RenderableType] = [head]
    if sources.outlets:
        lines.append(Text("Outlets: " + ", ".join(sources.outlets)))
        lines.append(Text("Independent origins:"))
    for origin in (origin for origin in sources.origins if origin.known):
        voices = f": {wording.listing(origin.voices, limit=5)}" if len(origin.voices) > 1 else ""
        carried = f"{wording.number(origin.documents, 'document')}, {wording.number(origin.outlets, 'outlet')}"
        lines.append(_line(Line(f"{origin.name}{voices} — {carried}", (origin.id,))))
    return lines


def _incident(view: IncidentView) -> Iterable[RenderableType]:
    content: list[RenderableType] = []
    rests = view.rests_on
    content.append(Text.assemble(rests + "  ", references((view.id,))))
    if len(view.spellings) > 1:
        content.append(Text("Spelled " + ", ".join(view.spellings), style="dim"))
    content.extend(_line(line) for line in view.nesting)
    for count in view.counts:
        content.extend(_count(count))
    if view.matrix:
        content += [Text("\nWho is said to be responsible", style="bold"), _matrix(view.matrix)]
    content += [Text("\nHow sure", style="bold"), _status(view)]
    for heading, lines in (
        ("Findings", view.findings),
        ("Exhibits", view.exhibits),
    ):
        if lines:
            content.append(Text(f"\n{heading}", style="bold"))
            content.extend(_line(line) for line in lines)
    yield from _section(view.title, [Padding(Group(*content), (0, 0, 0, 1))])


def _count(count: CountView) -> Iterable[RenderableType]:
    head = Text.assemble(f"\n{count.what[:1].upper()}{count.what[1:]}: ", (count.value, "bold"), f" · best: {count.best}")
    if count.rule:
        head.append(f" · {count.rule}" if count.best == NO_BEST else f" ({count.rule})")
    if count.without_accused and count.without_accused != count.value:
        head.append(f" · without the accused {count.without_accused}")
    if count.floor:
        head.append(f" · {count.floor} named")
    head.append(" ").append_text(references((count.ref,)))
    yield head
    if len(count.history) > 1 or (count.history and not count.history[0].live):
        yield _history(count)
    if count.unsourced:
        figures = wording.listing([row.value for row in count.unsourced], limit=6)
        yield Text.assemble(f"Without a source, so not counted: {figures} ", references([row.ref for row in count.unsourced]), style="dim")


def _history(count: CountView) -> Table:
    """Every figure in order of time: day, figure, and who said it in which words; what does not count is dim and says why."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for row in count.told:
        text = Text.assemble(row.origin, (f" “{row.words}”", "italic") if row.words else "")
        remarks = [
            row.scope and f"for {row.scope}",
            row.accused and "from the accused",
            row.repeated and f"said {row.repeated} more time{'s' if row.repeated > 1 else ''}",
            "" if row.live else f"does not count: {row.why or 'superseded'}",
        ]
        text.append("".join(f" ({remark})" for remark in remarks if remark)).append(" ").append_text(references((row.ref,)))
        table.add_row(row.day, Text(row.value, style="bold" if row.live else ""), text, style="" if row.live else "dim")
    return table


def _matrix(rows: Sequence[MatrixRow]) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    columns = columns_of(rows)
    table.add_column("Said of", ratio=2, overflow="fold")
    for name, _ in columns:
        table.add_column(name, ratio=3, overflow="fold")
    for row in rows[:_ROWS]:
        actor = Text(row.actor if row.role == "did it" else f"{row.actor} — {row.role}")
        table.add_row(actor, *(_voices(getattr(row, field)) for _, field in columns))
    if len(rows) > _ROWS:
        table.caption = f"and {len(rows) - _ROWS} more: explain the attribution of the incident to see all"
        table.caption_justify = "left"
    return table


def _voices(voices: Sequence[VoiceView]) -> Text:
    text = Text()
    for number, voice in enumerate(voices):
        standard = f" ({voice.standard})" if voice.standard else ""
        text.append(("\n" if number else "") + voice.speaker + standard + " ").append_text(references(voice.refs, 1))
    return text if voices else Text("—", style="dim")


def _status(view: IncidentView) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for name in ("Aspect", "Status", "Why"):
        table.add_column(name, overflow="fold")
    for row in view.status:
        status = Text(row.status)
        if row.contested:
            status.append(" · contested", style="bold yellow")
        if row.proposed:
            status.append(f" · proposed: {row.proposed}", style="dim")
        table.add_row(row.aspect, status, row.because)
    return table


def _groups(groups: Sequence[LineGroup]) -> Iterable[RenderableType]:
    for group in groups[:_LINES]:
        yield Text(group.heading, style="bold")
        for line in group.lines[:_LINES]:
            yield Padding(_line(line, bullet="–"), (0, 0, 0, 1))
    if len(groups) > _LINES:
        yield Text(f"… and {len(groups) - _LINES} more; the brief as html or md has them all", style="dim")
