"""A daily report → plain text, and one HTML page that needs nothing else."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from trucewatch.plan.access import AccessLine, Unseen
from trucewatch.product import plan_words, wording
from trucewatch.product.report import AreaRow, DailyReport, SideRow
from trucewatch.records.compliance import Observability

if TYPE_CHECKING:
    from jinja2 import Template


def title(report: DailyReport) -> str:
    """Return the report's heading: whose it is and for which day or days."""
    return f"{report.mission}: report of {plan_words.period(report.span)}"


def closing(report: DailyReport) -> str:
    """Return the cut-off in words, with the patrols that the report rests on."""
    at = "at the end of the day" if report.cutoff == "24:00" else f"at {report.cutoff} local time"
    return f"Closed {at}. Patrols made: {report.patrols_made} of {report.patrols_planned} planned."


def access(line: AccessLine) -> str:
    """Return restrictions of one kind by one actor in a sentence, with the reasons given in their words."""
    by = f"by {line.by}" if line.by != "not known" else "by whom is not known"
    reasons = f"; reason given: {wording.listing([wording.quoted(each) for each in line.reasons])}" if line.reasons else ""
    effects = f"; effect: {wording.listing(line.effects)}" if line.effects else ""
    return f"{line.number} × {wording.ACCESS_WORDS[line.kind]} {by} at {wording.listing(line.places)}{reasons}{effects}"


def gap(value: Unseen) -> str:
    """Return a place that was not seen, with how often and why."""
    area = f" ({value.area})" if value.area else ""
    return f"{value.place}{area}: not seen on {value.missed} of {value.planned} planned days — {wording.listing(value.why)}"


def seen(value: Observability) -> str:
    """Return what was seen as a share, or that it is not known."""
    return "not known" if value.share is None else f"{value.share:.0%}"


def text(report: DailyReport) -> str:
    """Return the report as plain text, its sections always in the same order; an empty one says so."""
    lines = [title(report), report.plan, closing(report), "", "VIOLATIONS AND EXPLOSIONS BY AREA"]
    lines += _table(("area", "violations", "before", "explosions", "before", "seen", "before"), [_area(row) for row in report.areas])
    lines += [
        "",
        "BY SIDE, only what observers themselves saw a side do",
        *_table(("side", "violations", "seen"), [_side(row) for row in report.sides]),
    ]
    for heading, found in (
        ("OBSERVED", [line.text for line in report.observed]),
        ("CASUALTIES", [line.text for line in report.casualties]),
        ("WITHDRAWAL", [line.text for line in report.withdrawal]),
        ("ACCESS", [access(line) for line in report.access]),
        ("COULD NOT BE SEEN", [gap(each) for each in report.unseen]),
        ("QUESTIONS FOR THE NEXT PATROL", [line.text for line in report.questions]),
    ):
        lines += ["", heading, *(found or ["none recorded"])]
    lines += ["", "Figures of different sides and days compare only as far as the same was seen."]
    return "\n".join(lines) + "\n"


def _area(row: AreaRow) -> tuple[str, ...]:
    return (
        row.area, str(row.violations), str(row.violations_before), str(row.explosions), str(row.explosions_before), seen(row.seen),
        seen(row.seen_before),
    )  # fmt: skip


def _side(row: SideRow) -> tuple[str, ...]:
    return row.side, str(row.violations), seen(row.seen)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table in columns of equal width; words left, figures right."""
    every = [headings, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(headings))]
    for row in every if len(every) > 1 else [("none recorded",)]:
        cells = (cell.ljust(widths[at]) if at == 0 else cell.rjust(widths[at]) for at, cell in enumerate(row))
        yield "  ".join(cells).rstrip()


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("trucewatch.product"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["seen"] = seen
    environment.filters.update(worded_access=access, worded_gap=gap)
    return environment.get_template("report.html.jinja")


def html(report: DailyReport, pictures: Iterable[tuple[str, str]] = ()) -> str:
    """Return the report as a self-contained HTML page. ``pictures`` are SVG drawings with their alt text, made by ``plan_plots``."""
    return _template().render(report=report, title=title(report), closing=closing(report), pictures=tuple(pictures))
