"""The command line of plans and missions: ``trucewatch plan …`` and ``trucewatch mission …``, mounted by ``cli``."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from trucewatch.case import Case
    from trucewatch.planning import PlanView

_DONE, _SOME_FAILED, _USAGE, _NOTHING = 0, 1, 2, 3

plan_app = typer.Typer(help="A peace plan as data, and how far it is kept.", rich_markup_mode=None, no_args_is_help=True)
mission_app = typer.Typer(help="A mission's patrols and observations, and its daily report.", rich_markup_mode=None, no_args_is_help=True)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2012-06-08") from None


def _moment(value: str) -> datetime:
    """A time as ISO 8601; a day alone is its end. Without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(value if "T" in value else f"{value}T23:59:59.999999")
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a time; write it as 2012-06-08 or 2012-06-08T14:30") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the case.")]
PlanFile = Annotated[Path, typer.Argument(metavar="FILE", help="A plan as YAML, or the name of a shipped one such as annan_2012.")]
PlanId = Annotated[str | None, typer.Option("--plan", metavar="ID", help="Which plan, where the case holds several.")]
Week = Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only the period (by default a week) that holds this day.")]
Until = Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only what was published or recorded up to this day.")]
AsOf = Annotated[datetime | None, typer.Option(parser=_moment, metavar="TIME", help="Only what the case knew at this time (UTC).")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who decides.")]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason.")]


@plan_app.command()
def check(file: PlanFile) -> None:
    """Check a plan file and name every fault with its line."""
    from trucewatch.planning import check_file

    try:
        problems = check_file(file)
    except OSError as error:
        _stop(f"{file} cannot be read: {error.strerror}")
    for problem in problems:
        typer.echo(f"{file}, {problem}", err=True)
    if problems:
        raise typer.Exit(_SOME_FAILED)
    typer.echo(f"{file}: a valid plan")


@plan_app.command()
def load(folder: Folder, file: PlanFile) -> None:
    """Load a plan into a case. Loaded again, changed, it replaces the earlier one from then on."""
    from trucewatch.planning import BadPlan

    try:
        plan = _open(folder).load_plan(file)
    except BadPlan as error:
        for problem in error.problems:
            typer.echo(f"{file}, {problem}", err=True)
        raise typer.Exit(_USAGE) from None
    except OSError as error:
        _stop(f"{file} cannot be read: {error.strerror}")
    typer.echo(f"{plan.title}: {len(plan.commitments)} commitments. See them with: trucewatch plan show {folder}")


@plan_app.command()
def show(
    folder: Folder,
    commitment: Annotated[str | None, typer.Argument(metavar="COMMITMENT", help="One commitment or cell, explained.")] = None,
    plan: PlanId = None,
    week: Week = None,
    until: Until = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")] = False,
    heat: Annotated[Path | None, typer.Option(metavar="FILE", help="Also draw commitments by period, as .svg or .png.")] = None,
) -> None:
    """Show how far each commitment is kept: state, violations by status, what was seen, trend, what the parties say."""
    from trucewatch.planning import NoPlan, period_on, pick
    from trucewatch.product.plan_json import plan_json

    case = _open(folder)
    try:
        view = case.compliance(plan, period_on(pick(case.plans(as_of), plan), week), until, as_of)
    except NoPlan as error:
        _stop(str(error))
    if heat:
        _draw(view, heat)
    if as_json:
        found = plan_json(view.plan, view.compliance, view.positions, view.shifts, view.measures)
        typer.echo(json.dumps(found, ensure_ascii=False))
    elif commitment:
        _explain(view, commitment)
    else:
        _table(view, week)


@plan_app.command()
def approve(
    folder: Folder,
    cell: Annotated[str, typer.Argument(metavar="CELL", help="The id of a cell, as `plan show --json` gives it.")],
    by: By,
    why: Why,
    plan: PlanId = None,
) -> None:
    """Approve a cell as it stands. It is flagged from then on when what it rests on changes."""
    from trucewatch.planning import NoPlan

    try:
        decision = _open(folder).approve(cell, by=by, why=why, plan=plan)
    except (ValueError, NoPlan) as error:
        _stop(str(error))
    typer.echo(f"Approved by {decision.by}: {decision.id}")


@plan_app.command()
def council(
    folder: Folder,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="What the draft resolution is about, in words.")],
    year: Annotated[int, typer.Option(metavar="YEAR", help="Whose Council.")],
    members: Annotated[Path | None, typer.Option(metavar="FILE", help="A membership file of your own, as YAML.")] = None,
    plan: PlanId = None,
) -> None:
    """Show what members of the Security Council have stated on a draft. No forecast."""
    from trucewatch.planning import NoPlan
    from trucewatch.product.plan_words import outlook

    try:
        view = _open(folder).compliance(plan)
        found = view.outlook(draft, year, members)
    except KeyError as error:
        _stop(str(error.args[0]))
    except (NoPlan, ValueError, OSError) as error:
        _stop(str(error))
    typer.echo("\n".join(outlook(found)))


@plan_app.command()
def positions(folder: Folder, plan: PlanId = None, until: Until = None, as_of: AsOf = None) -> None:
    """Show where actors stand, how that shifted, and what measures were called for, announced, taken or lifted."""
    from trucewatch.planning import NoPlan
    from trucewatch.product import plan_words

    try:
        view = _open(folder).compliance(plan, (), until, as_of)
    except NoPlan as error:
        _stop(str(error))
    for heading, lines in (
        ("Positions", [plan_words.position(each) for each in view.positions]),
        ("Shifts", [plan_words.shift(each) for each in view.shifts]),
        ("Measures", [plan_words.measure(each) for each in view.measures]),
    ):
        typer.echo("\n".join([heading, *(f"  {line}" for line in lines or ["none on record"]), ""]))


@mission_app.command("import")
def import_records(
    folder: Folder,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV, XLSX or JSON, ODK and Kobo exports included.")],
    mapping: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", help="A YAML file with the table's own columns and codes.")
    ] = None,
) -> None:
    """Take patrols, observations and restrictions into a case."""
    try:
        found = _open(folder).add_records(files, mapping)
    except (ValueError, OSError) as error:
        _stop(f"the mapping is none: {error}")
    typer.echo(
        f"New: {found.patrols} patrols, {found.observations} observations, {found.restrictions} restrictions. Known already: {found.known}."
    )
    for failure in found.failed:
        typer.echo(f"trucewatch: {failure.path}: {failure.reason}", err=True)
    raise typer.Exit(found.exit_status)


@mission_app.command()
def form(file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the form, as .xlsx.")]) -> None:
    """Write the field form (XLSForm) for ODK and Kobo; what it collects needs no mapping."""
    from trucewatch.planning import form_bytes

    try:
        file.write_bytes(form_bytes())
    except OSError as error:
        _stop(f"{file} cannot be written: {error.strerror}")
    typer.echo(f"Wrote {file}")


@mission_app.command()
def report(
    folder: Folder,
    day: Annotated[date, typer.Option(parser=_day, metavar="DATE", help="The day of the report.")],
    cutoff: Annotated[str, typer.Option(metavar="HH:MM", help="Local time at which it closes; what comes later is tomorrow's.")] = "24:00",
    days: Annotated[int, typer.Option(metavar="N", min=1, max=366, help="How many days it covers, the last of them DATE.")] = 1,
    plan: PlanId = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write a web page with drawings instead.")] = None,
) -> None:
    """Print the daily report: violations and explosions by area, casualties, access, what could not be seen, questions."""
    from trucewatch.planning import NoPlan
    from trucewatch.product.plan_plots import violations_by_day
    from trucewatch.product.report_text import html, text

    case = _open(folder)
    try:
        found = case.report(day, cutoff=cutoff, days=days, plan=plan)
        if output is None:
            typer.echo(text(found), nl=False)
            return
        drawing = violations_by_day(found.days)
        output.write_text(html(found, [(drawing.svg, drawing.alt)]), encoding="utf-8")
    except (NoPlan, ValueError) as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"{output} cannot be written: {error.strerror}")
    typer.echo(f"Wrote {output}")


def _explain(view: "PlanView", commitment: str) -> None:
    from trucewatch.product.plan_words import explained

    cells = view.cells(commitment)
    if not cells:
        known = ", ".join(each.id for each in view.plan.commitments)
        _stop(f"the plan has no commitment {commitment!r} in these periods; it has: {known}")
    for cell in cells:
        typer.echo("\n".join([f"[{cell.id}]", *explained(view.plan, cell), ""]))


def _table(view: "PlanView", week: date | None) -> None:
    """The latest period (or the one asked for) as a table, with what is said of the plan as a whole above it."""
    from rich.console import Console
    from rich.table import Table

    from trucewatch.product import plan_words

    out = Console(emoji=False)
    out.print(view.plan.title, style="bold", markup=False)
    for line in (*map(plan_words.said, view.compliance.said), *view.compliance.contradictions):
        out.print(f"  {line}", markup=False, highlight=False)
    if not view.compliance.periods:
        out.print("Nothing on record falls into a period of the plan.")
        raise typer.Exit(_NOTHING)
    last = view.compliance.periods[-1]
    table = Table(title=plan_words.period(last), title_justify="left", expand=False)
    for heading in ("", "state", "violations", "seen", "trend", "standing"):
        table.add_column(heading, overflow="fold")
    for row in plan_words.table(view.plan, view.cells(period=last)):
        table.add_row(row[0], row[3], row[4], row[5], row[7], row[8])
    out.print(table, markup=False)
    if week is None and len(view.compliance.periods) > 1:
        others = ", ".join(each.start.isoformat() for each in view.compliance.periods[:-1])
        out.print(f"Other weeks with evidence begin on {others}: --week DATE", markup=False, highlight=False)


def _draw(view: "PlanView", file: Path) -> None:
    from trucewatch.product.plan_plots import heat_table

    if not view.compliance.cells:
        _stop("nothing on record falls into a period of the plan: there is nothing to draw")
    picture = heat_table(view.plan, view.compliance.cells)
    file.write_bytes(picture.png if file.suffix.lower() == ".png" else picture.svg.encode("utf-8"))
    typer.echo(f"Drew {file}: {picture.alt}", err=True)


def _open(folder: Path) -> "Case":
    from trucewatch.case import Case, NotACase

    try:
        return Case.open(folder)
    except (NotACase, OSError) as error:
        _stop(str(error))


def _stop(words: str) -> NoReturn:
    """End with a sentence on standard error and the status for wrong usage."""
    typer.echo(f"trucewatch: {words}", err=True)
    raise typer.Exit(_USAGE)
