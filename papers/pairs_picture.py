"""Pairs at a glance: a line for every pair, a column for every week, a shape and a colour for what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from mentoring.pair_weeks import Cell, Mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 7.2  # inches; at 150 dots a phone shows it whole
DOTS = 150
NAMES = 3.1  # inches for the number and the names
TOP, BOTTOM, LINE = 1.02, 0.98, 0.36  # inches: title and dates, legend, one line

COLOURS: Mapping[Mark, str] = {  # told apart by the colour-blind (Okabe and Ito); the shapes differ too
    Mark.HELD: "#009e73",
    Mark.MISSED: "#d55e00",
    Mark.OPEN: "#b07a00",
    Mark.PLANNED: "#0072b2",
    Mark.CANCELLED: "#6f6f6f",
    Mark.AWAY: "#6f6f6f",
    Mark.SILENT: "#f3dfa2",
}
_TEXT, _SOFT, _FAINT, _BAND = "#1d232b", "#5b6470", "#d9dde3", "#eaf1f8"
_MOST_LETTERS = 29


@dataclass(frozen=True, slots=True)
class Line:
    """A pair: its number in the list, who it is, its weeks."""

    number: int
    who: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of one form of mentoring under its name."""

    name: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Week:
    """A column: its Monday's day, the month where a month begins, whether it is the present week."""

    day: str
    month: str = ""
    now: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Something at a place of the picture, in inches from the left and from the top: a cell, a line's words or a heading."""

    x: float
    y: float
    cell: Cell | None = None
    words: str = ""
    number: int = 0  # of a line; none: a heading


def height(groups: Sequence[Group]) -> float:
    """How high the picture is, in inches."""
    return TOP + BOTTOM + LINE * sum(1 + len(group.lines) for group in groups)


def column(weeks: int, place: int) -> float:
    """The middle of a week's column, in inches from the left."""
    return NAMES + (WIDTH - NAMES - 0.12) * (place + 0.5) / weeks


def placed(groups: Sequence[Group], weeks: int) -> list[Placed]:
    """Where everything stands."""
    found: list[Placed] = []
    y = TOP + LINE / 2
    for group in groups:
        found.append(Placed(0.12, y, words=group.name))
        y += LINE
        for line in group.lines:
            found.append(Placed(0.46, y, words=_cut(line.who), number=line.number))
            found += [
                Placed(column(weeks, place), y, cell=cell)
                for place, cell in enumerate(line.cells)
                if cell.mark is not Mark.NOTHING
            ]
            y += LINE
    return found


def pairs_png(title: str, weeks: Sequence[Week], groups: Sequence[Group], legend: Sequence[tuple[Mark, str]]) -> bytes:
    """Return a PNG. Heavy: matplotlib is loaded here, in the workshop's process."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    high = height(groups)
    figure = Figure(figsize=(WIDTH, high), dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(high, 0)
    axes.axis("off")
    axes.text(0.12, 0.32, title, fontsize=15, fontweight="bold", va="center", color=_TEXT)
    _columns(axes, weeks, high - BOTTOM)
    for each in placed(groups, len(weeks)):
        if each.cell is not None:
            _draw(axes, each.x, each.y, each.cell)
        else:
            axes.plot([0.12, WIDTH - 0.12], [each.y + LINE / 2] * 2, color=_FAINT, linewidth=0.8, zorder=1)
            size, weight = (11, "normal") if each.number else (12, "bold")
            axes.text(each.x, each.y, each.words, fontsize=size, fontweight=weight, va="center", color=_TEXT)
        if each.number:
            axes.text(each.x - 0.1, each.y, str(each.number), fontsize=11, ha="right", va="center", color=_SOFT)
    _legend(axes, legend, high - BOTTOM)
    file = BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _cut(who: str) -> str:
    return who if len(who) <= _MOST_LETTERS else who[: _MOST_LETTERS - 1].rstrip() + "\u2026"


def _columns(axes: Axes, weeks: Sequence[Week], bottom: float) -> None:
    """The days over the columns; the present week stands on a band."""
    from matplotlib.patches import Rectangle

    wide = column(len(weeks), 1) - column(len(weeks), 0)
    for place, week in enumerate(weeks):
        x = column(len(weeks), place)
        if week.now:
            band = Rectangle((x - wide / 2, 0.56), wide, bottom - 0.56, color=_BAND, zorder=0, linewidth=0)
            axes.add_patch(band)
        weight = "bold" if week.now else "normal"
        axes.text(x, 0.88, week.day, fontsize=11, fontweight=weight, ha="center", va="center", color=_TEXT)
        if week.month:
            last = place == len(weeks) - 1
            side, edge = ("right", x + wide * 0.4) if last else ("left", x - wide * 0.3)
            axes.text(edge, 0.66, week.month, fontsize=10, ha=side, va="center", color=_SOFT)


def _draw(axes: Axes, x: float, y: float, cell: Cell) -> None:
    """The shape of a mark, and a number where there were several meetings."""
    colour = COLOURS[cell.mark]
    match cell.mark:
        case Mark.HELD:
            _shape(axes, x, y, "o", 16, colour)
        case Mark.MISSED:
            _shape(axes, x, y, "X", 15, colour)
        case Mark.PLANNED:
            _shape(axes, x, y, "D", 11, colour, edge=2.4)
        case Mark.OPEN:
            _shape(axes, x, y, "o", 15, colour, edge=2)
            _inside(axes, x, y, "?", colour)
        case Mark.CANCELLED:
            _bar(axes, (x - 0.1, x + 0.1), (y, y), colour, 4)
        case Mark.AWAY:
            for aside in (x - 0.05, x + 0.05):
                _bar(axes, (aside, aside), (y - 0.09, y + 0.09), colour, 3)
        case _:
            _silence(axes, x, y, colour)
    if cell.count > 1 and cell.mark in (Mark.HELD, Mark.MISSED):
        _inside(axes, x, y, str(cell.count), "white")


def _shape(axes: Axes, x: float, y: float, marker: str, size: float, colour: str, *, edge: float = 0) -> None:
    """A filled shape, or with an `edge` an empty one."""
    filled = "white" if edge else colour
    axes.plot(
        [x], [y], marker=marker, markersize=size, color=colour, markerfacecolor=filled, markeredgewidth=edge,
        linestyle="none", zorder=3,
    )  # fmt: skip


def _bar(axes: Axes, xs: tuple[float, float], ys: tuple[float, float], colour: str, width: float) -> None:
    axes.plot(xs, ys, color=colour, linewidth=width, solid_capstyle="butt", zorder=3)


def _inside(axes: Axes, x: float, y: float, words: str, colour: str) -> None:
    axes.text(x, y, words, fontsize=10, fontweight="bold", ha="center", va="center_baseline", color=colour, zorder=4)


def _silence(axes: Axes, x: float, y: float, colour: str) -> None:
    """Three dots on a pale field."""
    from matplotlib.patches import FancyBboxPatch

    round_corners = "round,pad=0,rounding_size=0.05"
    field = FancyBboxPatch((x - 0.15, y - 0.11), 0.3, 0.22, boxstyle=round_corners, color=colour, linewidth=0, zorder=3)
    axes.add_patch(field)
    axes.plot([x - 0.08, x, x + 0.08], [y] * 3, marker="o", markersize=2.6, color=_TEXT, linestyle="none", zorder=4)


def _legend(axes: Axes, legend: Sequence[tuple[Mark, str]], top: float) -> None:
    """What the shapes mean, in two rows or more of three or four."""
    columns = 3 if len(legend) > 4 else max(1, len(legend))
    wide = (WIDTH - 0.24) / columns
    for at, (mark, words) in enumerate(legend):
        x, y = 0.32 + wide * (at % columns), top + 0.22 + 0.29 * (at // columns)
        _draw(axes, x, y, Cell(mark))
        axes.text(x + 0.24, y, words, fontsize=11, va="center", color=_TEXT)
