"""The interest poll as a picture: a bar for every class level and kind of people, parted by what they wish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

_COLOURS = ("#2f6db5", "#e08b2c", "#4f9d69", "#c4c8cf")  # told apart by the colour-blind, and in grey by lightness
_WIDTH = 7.0  # inches; at 150 dots a phone shows it whole
_BAR = 0.42  # inches a bar
_DOTS = 150


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, and how many of each part."""

    name: str
    parts: Sequence[int]


def poll_png(title: str, legend: Sequence[str], bars: Sequence[Bar]) -> bytes:
    """Return a PNG; the first bar is on top. Heavy: matplotlib is loaded here, in the workshop's process."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(_WIDTH, 1.7 + _BAR * len(bars)), dpi=_DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    names = [bar.name for bar in bars]
    left = [0] * len(bars)
    for part, (name, colour) in enumerate(zip(legend, _COLOURS, strict=True)):
        widths = [bar.parts[part] for bar in bars]
        drawn = axes.barh(range(len(bars)), widths, left=left, color=colour, label=name, height=0.72)
        labels = [str(width) if width else "" for width in widths]
        axes.bar_label(drawn, labels, label_type="center", fontsize=9, color="black" if part == 3 else "white")
        left = [before + width for before, width in zip(left, widths, strict=True)]
    axes.set_yticks(range(len(bars)), names)
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_title(title, fontsize=13, fontweight="bold", loc="left")
    figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=10)
    file = BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()
