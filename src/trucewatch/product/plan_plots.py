"""Daily figures and compliance cells → two drawings: violations by day and area beside presence, and commitments × periods as a heat table.

Both are readable without colour: values are written out, *not assessable* is hatched, presence is a line of its own. The same figures
give the same bytes: no dates, no random ids. Each drawing has a title, and its alt text says in words what it shows.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from trucewatch.product import plan_words, wording
from trucewatch.product.report import DayFigures
from trucewatch.records.compliance import ComplianceCell
from trucewatch.records.plan import Period, Plan

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo", "--")
_GREYS = ("#3b3b3b", "#9a9a9a", "#d9d9d9", "#6f6f6f", "#bdbdbd", "#525252", "#ededed", "#858585")
_HEADER = re.compile(r"^.*?(?=<svg)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG text and PNG bytes, with its title and the alt text that says the same in words."""

    title: str
    alt: str
    svg: str
    png: bytes


def violations_by_day(days: Sequence[DayFigures], *, title: str = "Violations by day and area, beside presence") -> Picture:
    """Return stacked bars of violations by area, above the share of planned presence that was seen each day.

    Raises ValueError where there is no day to draw.
    """
    if not days:
        raise ValueError("no days to draw")
    areas = sorted({area for each in days for area, _number in each.violations})
    with _style():
        from matplotlib.figure import Figure

        figure = Figure(figsize=(9, 5), layout="constrained")
        bars, line = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
        at = range(len(days))
        base = [0] * len(days)
        for number, area in enumerate(areas):
            heights = [dict(each.violations).get(area, 0) for each in days]
            hatch, grey = _HATCHES[number % len(_HATCHES)], _GREYS[number % len(_GREYS)]
            bars.bar(at, heights, bottom=base, label=area, color=grey, edgecolor="black", linewidth=0.5, hatch=hatch)
            base = [below + height for below, height in zip(base, heights, strict=True)]
        bars.set_ylabel("violations")
        bars.set_title(title)
        if areas:
            figure.legend(*bars.get_legend_handles_labels(), title="area", loc="outside right upper", fontsize="small")
        shares = [float("nan") if each.seen is None else 100 * each.seen for each in days]
        line.step(at, shares, where="mid", color="black")
        line.set_ylim(0, 105)
        line.set_ylabel("% seen")
        step = max(1, len(days) // 12)
        line.set_xticks(list(at)[::step], [f"{each.day.day} {each.day:%b}" for each in days][::step])
    return _picture(figure, title, _days_in_words(days, areas))


def _days_in_words(days: Sequence[DayFigures], areas: Sequence[str]) -> str:
    total = {area: sum(dict(each.violations).get(area, 0) for each in days) for area in areas}
    worst = max(days, key=lambda each: (each.total, each.day))
    known = [each.seen for each in days if each.seen is not None]
    span = wording.days(days[0].day, days[-1].day)
    parts = [f"{area} {number}" for area, number in total.items()]
    seen = f"Of planned presence {min(known):.0%} to {max(known):.0%} was seen" if known else "Presence is not known"
    most = f"Most on {wording.day(worst.day)}: {worst.total}. " if areas else ""
    return f"Violations by area, {span}: {', '.join(parts) or 'none'}. {most}{seen}."


def heat_table(plan: Plan, cells: Sequence[ComplianceCell], *, title: str = "Compliance by commitment and period") -> Picture:
    """Return commitments × periods: violations as a count with ● where charged, scores 0–3, ✓ for none seen, hatching for not assessable.

    Raises ValueError where there is no cell.
    """
    if not cells:
        raise ValueError("no cells to draw")
    rows = list(dict.fromkeys(cell.commitment for cell in cells))
    columns = sorted({cell.period for cell in cells})
    with _style():
        from matplotlib.figure import Figure

        figure = Figure(figsize=(max(5.0, 1.6 + 0.62 * len(columns)), 1.6 + 0.34 * len(rows)), layout="constrained")
        axes = figure.subplots()
        for cell in cells:
            _draw_cell(axes, columns.index(cell.period), rows.index(cell.commitment), cell)
        axes.set_xlim(0, len(columns))
        axes.set_ylim(len(rows), 0)
        axes.set_xticks([number + 0.5 for number in range(len(columns))], [_short(period) for period in columns], rotation=60, ha="right")
        axes.set_yticks([number + 0.5 for number in range(len(rows))], rows)
        axes.tick_params(length=0)
        axes.set_title(title)
        axes.set_xlabel(
            "number: violations (● charged) · 0–3: implementation\n✓: none seen · hatched: not assessable · –: not due", fontsize="x-small"
        )
    return _picture(figure, title, _cells_in_words(plan, cells, rows, columns))


def _draw_cell(axes: Any, column: int, row: int, cell: ComplianceCell) -> None:
    """One square: its grey says how bad, its hatching that nobody could tell, its text says it all again."""
    from matplotlib.patches import Rectangle

    face, hatch, text, ink = "white", "", "", "black"
    if cell.state == "violated":
        number = sum(violation.happening.number for violation in cell.violations)
        face, ink = ("#2b2b2b", "white") if cell.charged else ("#777777", "white")
        text = f"{number}●" if cell.charged else str(number)
    elif cell.state == "scored":
        level = cell.implementation or 0
        face, text = ("#bdbdbd", "#d4d4d4", "#e8e8e8", "white")[level], f"{level}/3"
    elif cell.state == "no violation seen":
        text = "✓"
    elif cell.state == "not assessable":
        hatch = "////"
    else:
        text = {"not due": "–", "not triggered": "–", "suspended": "‖"}[cell.state]
    axes.add_patch(Rectangle((column, row), 1, 1, facecolor=face, edgecolor="#555555", linewidth=0.6, hatch=hatch))
    axes.text(column + 0.5, row + 0.5, text, ha="center", va="center", fontsize="small", color=ink)


def _short(period: Period) -> str:
    return period.name or f"{period.start.day} {period.start:%b}"


def _cells_in_words(plan: Plan, cells: Sequence[ComplianceCell], rows: Sequence[str], columns: Sequence[Period]) -> str:
    span = wording.days(columns[0].start, columns[-1].end)
    states: dict[str, list[str]] = {}
    for cell in cells:
        when = f" ({plan_words.period(cell.period)})" if len(columns) > 1 else ""
        states.setdefault(plan_words.state(plan, cell), []).append(cell.commitment + when)
    parts = [f"{state}: {wording.listing(found, limit=8)}" for state, found in sorted(states.items())]
    return f"{len(rows)} commitments over {wording.number(len(columns), 'period')}, {span}. " + "; ".join(parts) + "."


@contextmanager
def _style() -> Iterator[None]:
    """Settings under which the same figure gives the same bytes, with text kept as text in SVG."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "trucewatch", "svg.fonttype": "none", "font.family": "DejaVu Sans", "hatch.linewidth": 0.6}):
        yield


def _picture(figure: "Figure", title: str, alt: str) -> Picture:
    vector, raster = io.StringIO(), io.BytesIO()
    with _style():
        figure.savefig(vector, format="svg", metadata={"Date": None, "Creator": None})
        figure.savefig(raster, format="png", dpi=110, metadata={"Software": None, "Title": title, "Description": alt})
    return Picture(title, alt, _described(vector.getvalue(), title, alt), raster.getvalue())


def _described(svg: str, title: str, alt: str) -> str:
    """The SVG element alone, with its title and description for those who hear it."""
    bare = _HEADER.sub("", svg, count=1)
    head, rest = bare.split(">", 1)
    return f'{head} role="img" aria-label="{escape(alt)}"><title>{escape(title)}</title><desc>{escape(alt)}</desc>{rest}'
