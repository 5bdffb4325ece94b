"""The command line: parses, calls the case, prints. Exit status 0 all done · 1 some items failed · 2 wrong usage · 3 nothing to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from trucewatch.cli_plan import mission_app, plan_app

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from trucewatch.case import Case
    from trucewatch.product.model import Brief

DONE, SOME_FAILED, USAGE, NOTHING = 0, 1, 2, 3
_SHOWN = 8

app = typer.Typer(
    name="trucewatch",
    help="Reads reports of truce violations: who says what, what happened, how sure, what it breaks. Every value leads to its words.",
    epilog="Exit status: 0 all done, 1 some items failed, 2 wrong usage, 3 nothing to do.",
    rich_markup_mode=None,  # rich costs more start-up than everything else in --help
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
gazetteer = typer.Typer(help="Place names: bring your own into a case.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(plan_app, name="plan")
app.add_typer(mission_app, name="mission")


class Format(StrEnum):
    """The forms a brief comes in."""

    terminal = "terminal"
    md = "md"
    html = "html"
    pdf = "pdf"


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2012-06-08") from None


def _moment(value: str) -> datetime:
    """A time as ISO 8601; a day alone is its end. Without a zone it is UTC."""
    try:
        if len(value) == len("2012-06-08"):
            return datetime.combine(date.fromisoformat(value), time.max, UTC)
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a time; write it as 2012-06-08 or 2012-06-08T14:30") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _pair(value: str) -> str:
    if "=" not in value.strip("="):
        raise typer.BadParameter(f"{value!r} is not NAME=VALUE")
    return value


Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the case.")]
Published = Annotated[
    date | None, typer.Option(parser=_day, metavar="DATE", help="The publication date, as 2012-06-08; outranks what the file says.")
]
SourceName = Annotated[str | None, typer.Option("--source", metavar="NAME", help="The outlet; outranks what the file says.")]
Until = Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only reports published up to this day.")]
AsOf = Annotated[datetime | None, typer.Option(parser=_moment, metavar="TIME", help="Only what the case knew at this time (UTC).")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output, nothing else.")]
Reference = Annotated[str, typer.Argument(metavar="ID", help="An id as it stands in brackets in a brief, or its beginning.")]


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to make the example case.")] = Path("qubeir-demo"),
) -> None:
    """Build the example case and show its brief. It ships with the package."""
    from importlib.resources import as_file, files

    case = _open(folder) if (folder / "case.toml").exists() else _create(folder, "qubeir")
    with as_file(files("trucewatch.examples") / "qubeir") as reports, _progress() as bar:
        paths = sorted(path for path in reports.iterdir() if path.suffix in {".txt", ".md", ".html"})
        case.add(paths)
        case.load_plan("annan_2012")
        case.add_records([reports / "mission" / "records.csv"])
        _read(case, bar)
    brief = case.brief()
    _print_brief(brief)
    first = next((count.ref for view in brief.incidents for count in view.counts), "ID")
    out = _console()
    out.print("\nTry next:", style="bold")
    for command, what in (
        (f"trucewatch explain {folder} {first}", "why this range: every figure, its origin and its words"),
        (f"trucewatch brief {folder} --until 2012-06-07", "the brief as it read the day after"),
        (f"trucewatch brief {folder} --format html -o brief.html", "the same as a web page"),
        (f"trucewatch add {folder} YOUR-REPORT.txt", "add a report of your own"),
    ):
        out.print(f"  {command}", highlight=False, soft_wrap=True)
        out.print(f"      {what}", style="dim")
    out.print("\nThe reports are reconstructions written for this example; no outlet in them is real.", style="dim")


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Texts, pages, PDF or DOCX, CSV or JSONL of articles.")],
    published: Published = None,
    source: SourceName = None,
    as_json: AsJson = False,
) -> None:
    """Read texts without a case. Prints the statements, claims and incidents of each."""
    from trucewatch.oneshot import Result, read_files
    from trucewatch.product.explained import print_reading
    from trucewatch.product.index import Index
    from trucewatch.product.reading_json import reading_json

    failed = seen = 0
    out = None if as_json else _console()
    for each in read_files(files, published=published, source=source):
        seen += 1
        if not isinstance(each, Result):
            failed += 1
            if as_json:
                _line({"error": {"path": each.path, "reason": each.reason}})
            else:
                _complain(f"{each.path}: {each.reason}")
        elif as_json:
            _line(reading_json(each.document, each.reading, each.analysis))
        elif out:
            print_reading(Index([each.document], [each.reading], each.analysis), out)
    raise typer.Exit(SOME_FAILED if failed else DONE if seen else NOTHING)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What products call the case; the folder's name without it.")] = None,
) -> None:
    """Make a case. It is a folder that keeps reports, what they say, and what people decide."""
    case = _create(folder, name)
    _console().print(f"Made the case {case.name} in {folder}. Add reports with: trucewatch add {folder} PATH…", highlight=False)


@app.command()
def add(
    folder: Folder,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    published: Published = None,
    source: SourceName = None,
    column: Annotated[
        list[str] | None,
        typer.Option(parser=_pair, metavar="NAME=OWN", help="A table's own name of an article column, such as text=body. Repeatable."),
    ] = None,
) -> None:
    """Capture files, folders and tables of articles. Says what was taken, what was known already, what failed and why."""
    case = _open(folder)
    columns = dict(each.split("=", 1) for each in column or [])
    with _progress() as bar:
        task = bar.add_task("Taking files", total=None)
        report = case.add(
            paths,
            published=published,
            source=source,
            columns=columns,
            progress=lambda _: bar.advance(task),
            looking=lambda done, of: bar.update(task, description="Comparing pictures", completed=done, total=of),
        )
        bar.remove_task(task)
        _read(case, bar)
    out = _console()
    for failure in report.failed:
        _complain(f"{failure.path}: {failure.reason}")
    taken, known, failed = len(report.taken), len(report.known), len(report.failed)
    out.print(f"Taken: {taken} ({report.documents} new documents) · known already: {known} · failed: {failed}", highlight=False)
    seen = case.seen(report)
    for line in seen[:_SHOWN]:
        out.print(f"{line.text} [{'] ['.join(line.refs)}]", highlight=False, markup=False, soft_wrap=True)
    if len(seen) > _SHOWN:
        out.print(f"… and {len(seen) - _SHOWN} more pictures; trucewatch pictures {folder} lists them all", highlight=False, markup=False)
    raise typer.Exit(report.exit_status)


@app.command()
def brief(
    folder: Folder,
    until: Until = None,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="How the brief is written.")] = Format.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen.")] = None,
) -> None:
    """Show the brief. Who says what, what happened, how sure, where accounts contradict each other, what is not known."""
    case = _ready(folder)
    found = case.brief(until, as_of)
    _take_back(case)
    if form is Format.terminal and output is None:
        _print_brief(found)
        return
    content = _written(found, form)
    if output is None:
        if isinstance(content, bytes):
            _stop("A PDF goes to a file: add -o brief.pdf")
        sys.stdout.write(content)
        return
    try:
        output.write_bytes(content if isinstance(content, bytes) else content.encode())
    except OSError as error:
        _stop(f"{output} cannot be written: {error.strerror}")
    _console().print(f"Wrote {output}.", highlight=False)


@app.command()
def incidents(folder: Folder, until: Until = None, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """List the incidents. Those that most reports are about come first."""
    case = _ready(folder)
    if as_json:
        for incident in case.incidents(until, as_of):
            _line(incident)
        return
    from trucewatch.product.listing import print_incidents

    print_incidents(case.analyse(until, as_of).index, _console())


@app.command()
def pictures(folder: Folder, until: Until = None, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """List pictures and videos, never shown. Which earlier ones each may repeat, and what it is attached to."""
    case = _ready(folder)
    if as_json:
        for picture in case.pictures(until, as_of):
            _line(picture)
        return
    from trucewatch.product.listing import print_pictures

    print_pictures(case.analyse(until, as_of).index, _console())


@app.command()
def show(folder: Folder, ref: Reference, until: Until = None, as_of: AsOf = None) -> None:
    """Show one incident with its claims side by side."""
    from trucewatch.product.explain import NotFound, find_incident
    from trucewatch.product.explained import print_side_by_side

    index = _ready(folder).analyse(until, as_of).index
    try:
        incident = find_incident(index, ref)
    except NotFound as error:
        _stop(str(error))
    print_side_by_side(index, incident, _console())


@app.command()
def explain(folder: Folder, ref: Reference, until: Until = None, as_of: AsOf = None) -> None:
    """Follow any value down to its words and its rule. A claim, statement, incident, range, origin or document."""
    from trucewatch.product.explain import NotFound
    from trucewatch.product.explained import print_explanation

    try:
        found = _ready(folder).explain(ref, until, as_of)
    except NotFound as error:
        _stop(str(error))
    print_explanation(found, _console())


@app.command()
def decide(
    folder: Folder,
    verb: Annotated[
        str,
        typer.Argument(
            metavar="VERB",
            help="merge, split, move, accept, reject, correct, grade, status, link, attach, detach, nest, add-place or undo.",
        ),
    ],
    subjects: Annotated[list[str], typer.Argument(metavar="ID...", help="What the decision is about: ids, or names for grade and link.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    why: Annotated[str, typer.Option(metavar="REASON", help="The reason, in a sentence.")],
    second: Annotated[str | None, typer.Option(metavar="NAME", help="The second person, where two are needed.")] = None,
    value: Annotated[
        list[str] | None,
        typer.Option("--set", parser=_pair, metavar="NAME=VALUE", help="A value that the verb asks for, such as aspect=count. Repeatable."),
    ] = None,
    supersedes: Annotated[str | None, typer.Option(metavar="ID", help="The earlier decision that this one replaces.")] = None,
) -> None:
    """Record a person's decision. It is appended, never overwritten; every product follows it from then on."""
    values = dict(each.split("=", 1) for each in value or [])
    try:
        case = _ready(folder)
        decision = case.decide(verb, subjects, values, by=by, why=why, second=second, supersedes=supersedes)
    except ValueError as error:
        _stop(f"Nothing was decided: {error}")
    _console().print(f"Decided: {verb} {' '.join(decision.subjects)}, by {decision.by} [{decision.id}]", highlight=False, markup=False)
    _take_back(case)


@gazetteer.command("import")
def import_places(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump, a Who's On First table, or a table of your own places.")],
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="The ISO code, such as SY, of places whose file does not say.")
    ] = None,
) -> None:
    """Add place names to a case; they come before those that ship. Texts are read again with them."""
    try:
        number, skipped = _open(folder).import_places(file, country)
    except (OSError, ValueError) as error:
        _stop(f"{file}: {error}")
    rest = f" {skipped} rows are no place and were passed over." if skipped else ""
    if not number:
        _console().print(f"The case knew all of these places.{rest}", highlight=False)
        raise typer.Exit(NOTHING)
    _console().print(f"Added {number} places.{rest}", highlight=False)


@app.command()
def verify(folder: Folder) -> None:
    """Check a case against its event log. Every file, every record, the whole chain."""
    found = _open(folder).verify()
    for problem in found.problems:
        _complain(f"{problem.where}: {problem.what}")
    looked = f"{found.entries} log entries, {found.rows} records and {found.blobs} files"
    if found.problems:
        _complain(f"{len(found.problems)} problems in {looked}.")
        raise typer.Exit(SOME_FAILED)
    _console().print(f"Sound: {looked} are as they were recorded. Head of the log: {found.head}", highlight=False)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from trucewatch import __version__

        typer.echo(f"trucewatch {__version__}")
        raise typer.Exit(DONE)


def main() -> None:
    """Run the command line. A reader that closes the pipe early, such as ``head``, is no error."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(DONE) from None


def _open(folder: Path) -> "Case":
    from trucewatch.case import Case, NotACase

    try:
        return Case.open(folder)
    except NotACase as error:
        _stop(str(error))


def _create(folder: Path, name: str | None) -> "Case":
    from trucewatch.case import Case, NotACase

    try:
        return Case.create(folder, name)
    except (NotACase, OSError) as error:
        _stop(str(error))


def _console() -> "Console":
    from trucewatch.product.terminal import SafeConsole

    return SafeConsole(emoji=False)


def _line(record: object) -> None:
    """Print a record as one line of JSON, at once."""
    import json

    typer.echo(json.dumps(record, ensure_ascii=False))


def _complain(words: str) -> None:
    from trucewatch.product.wording import visible

    typer.echo(f"trucewatch: {visible(words)}", err=True)


def _take_back(case: "Case") -> None:
    """Say what products given out earlier stated and the case no longer does."""
    gone = case.no_longer_true()
    for words in gone[:_SHOWN]:
        _complain(f"no longer true of a product given out: {words}")
    if len(gone) > _SHOWN:
        _complain(f"and {len(gone) - _SHOWN} more statements of products given out")


def _stop(words: str) -> NoReturn:
    """End with a sentence on standard error and the status for wrong usage."""
    _complain(words)
    raise typer.Exit(USAGE)


@contextmanager
def _progress() -> Iterator["Progress"]:
    """A progress bar on standard error, gone when it is done; silent where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True) as bar:
        yield bar


def _read(case: "Case", bar: "Progress") -> None:
    """Read what is new, with a bar."""
    task: Any = bar.add_task("Loading the language model", total=None)
    case.read(lambda done, of: bar.update(task, description="Reading reports", completed=done, total=of))
    bar.remove_task(task)


def _ready(folder: Path) -> "Case":
    """Open a case and read what is new, with a bar."""
    case = _open(folder)
    with _progress() as bar:
        _read(case, bar)
    return case


def _print_brief(found: "Brief") -> None:
    from trucewatch.product.terminal import print_brief

    print_brief(found, _console())


def _written(found: "Brief", form: Format) -> str | bytes:
    if form is Format.html:
        from trucewatch.product.html import html

        return html(found)
    if form is Format.md:
        from trucewatch.product.markdown import markdown

        return markdown(found)
    if form is Format.pdf:
        from trucewatch.product.pdf import NeedsTypst, pdf

        try:
            return pdf(found)
        except NeedsTypst as error:
            _stop(str(error))
    from trucewatch.product.terminal import plain

    return plain(found)
