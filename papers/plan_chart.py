"""The progress of a plan as a small picture: a square for every task with its number and day, coloured by how it stands.

Nobody is named on it: it goes through the chat in coded mode too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

_COLOURS = {  # told apart by the colour-blind, and in grey by lightness
    "done": "#2f6db5",
    "ticked": "#8fb8e0",
    "partly": "#e0a52c",
    "not": "#8a3b2f",
    "late": "#d9603b",
    "ahead": "#d5d8dd",
}
_DARK = ("done", "not", "late")
_WIDTH = 7.0  # inches; at 150 dots a phone shows it whole
_DOTS = 150
_ACROSS = 8  # squares in a row


@dataclass(frozen=True, slots=True)
class Strip:
    """A section: its name; of each task its number, day and how it stands (a key of the legend)."""

    name: str
    tasks: Sequence[tuple[str, str, str]]


def plan_png(title: str, legend: Mapping[str, str], strips: Sequence[Strip]) -> bytes:
    """Return a PNG. Heavy: matplotlib is loaded here, in the workshop's process."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import FancyBboxPatch, Patch

    rows = sum(1 + -(-len(strip.tasks) // _ACROSS) * 1.25 for strip in strips)
    figure = Figure(figsize=(_WIDTH, 1.5 + 0.62 * rows), dpi=_DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.set_xlim(0, _ACROSS)
    axes.set_ylim(rows + 0.1, 0)
    axes.set_title(title, fontsize=14, fontweight="bold", loc="left")
    top = 0.0
    used: list[str] = []
    for strip in strips:
        axes.text(0.04, top + 0.66, strip.name, fontsize=10, va="center")
        top += 0.95
        for at, (number, day, state) in enumerate(strip.tasks):
            if at and at % _ACROSS == 0:
                top += 1.25
            used.append(state)
            left = at % _ACROSS
            box = FancyBboxPatch(
                (left + 0.08, top + 0.02),
                0.84,
                1.06,
                boxstyle="round,pad=0,rounding_size=0.08",
                facecolor=_COLOURS[state],
                edgecolor="none",
            )
            axes.add_patch(box)
            ink = "white" if state in _DARK else "black"
            axes.text(left + 0.5, top + 0.4, number, fontsize=12, color=ink, ha="center", va="center")
            axes.text(left + 0.5, top + 0.8, day, fontsize=8, color=ink, ha="center", va="center")
        top += 1.25
    shown = [state for state in _COLOURS if state in used]
    figure.legend(
        handles=[Patch(color=_COLOURS[state], label=legend[state]) for state in shown],
        loc="outside lower center",
        ncols=3,
        frameon=False,
        fontsize=10,
    )
    file = BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()
