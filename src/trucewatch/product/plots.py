"""Count histories and incidents → coordinates for two small drawings: intervals by origin, and a timeline. Pure geometry, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from trucewatch.product.model import CountView, IncidentView


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure as drawn: from ``left`` to ``right``; ``open_left`` and ``open_right`` where no bound was stated on that side."""

    top: float
    left: float
    right: float
    open_right: bool
    point: bool
    live: bool
    label: str
    value: str
    ref: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class IntervalPlot:
    """An interval plot in its own coordinates; ``band`` is the range, ``described`` says in words what is drawn."""

    width: float
    height: float
    axis: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    band: tuple[float, float]
    described: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One incident on the timeline."""

    left: float
    right: float
    top: float
    anchor: str
    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Incidents by day, in its own coordinates."""

    width: float
    height: float
    axis: float
    stops: tuple[Stop, ...]
    ticks: tuple[Tick, ...]
    described: str


_WIDTH = 640.0
_LEFT = 10.0
_RIGHT = 596.0
_ROW = 34.0


def interval_plot(count: CountView) -> IntervalPlot | None:
    """Return the plot of one count's history, an interval a figure, or None where fewer than two figures were given."""
    if len(count.told) < 2:
        return None
    bounds = [row.low for row in count.told] + [row.high for row in count.told if row.high is not None]
    top = max(bounds) or 1
    step = _step(top)
    most = step * (top // step + 1)
    scale = (_RIGHT - _LEFT) / most

    def x(value: int) -> float:
        return round(_LEFT + value * scale, 1)

    bars = tuple(
        Bar(
            top=30 + _ROW * number,
            left=x(row.low),
            right=x(row.high) if row.high is not None else _RIGHT + 20,
            open_right=row.high is None,
            point=row.low == row.high,
            live=row.live,
            label=f"{row.origin}, {row.day}" + ("" if row.live else " — not counted") + (f" ({row.scope})" if row.scope else ""),
            value=row.value,
            ref=row.ref,
        )
        for number, row in enumerate(count.told)
    )
    height = 30 + _ROW * len(bars) + 26
    marks = "; ".join(f"{bar.label}: {bar.value}" for bar in bars)
    return IntervalPlot(
        width=_WIDTH,
        height=height,
        axis=height - 24,
        bars=bars,
        ticks=tuple(Tick(x(value), str(value)) for value in range(0, most + 1, step)),
        band=(x(count.low), x(count.high) if count.high is not None else _RIGHT + 30),
        described=f"Figures for {count.what}, by origin. Range {count.value}. {marks}.",
    )


def _step(top: int) -> int:
    """Return a round distance between ticks, so that there are four to eight."""
    raw = max(1.0, top / 5)
    power = 10 ** floor(log10(raw))
    return int(next((power * each for each in (1, 2, 5) if power * each >= raw), power * 10))


def timeline(views: Sequence[IncidentView]) -> Timeline | None:
    """Return the incidents of a brief by day, or None where fewer than two have a known day."""
    dated = [view for view in views if view.earliest and view.latest]
    days = [(date.fromisoformat(view.earliest or ""), date.fromisoformat(view.latest or ""), view) for view in dated]
    if len(days) < 2:
        return None
    days.sort(key=lambda day: (day[0], day[1], day[2].id))
    first, last = days[0][0], max(day[1] for day in days)
    length = max(1, (last - first).days)

    def x(day: date) -> float:
        return round(_LEFT + 4 + (day - first).days * (_RIGHT - _LEFT - 8) / length, 1)

    stops = tuple(
        Stop(x(start), x(end), 22 + 30.0 * row, "start" if x(start) < _WIDTH / 2 else "end", view.title, view.id)
        for row, (start, end, view) in enumerate(days)
    )
    height = 22 + 30.0 * len(stops) + 26
    return Timeline(
        width=_WIDTH,
        height=height,
        axis=height - 24,
        stops=stops,
        ticks=(Tick(x(first), first.isoformat()), Tick(x(last), last.isoformat())),
        described="Incidents by day: " + "; ".join(stop.label for stop in stops) + ".",
    )
