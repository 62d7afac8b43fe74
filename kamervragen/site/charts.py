"""Charts as SVG: the same bytes for the same figures."""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.figure import Figure as Drawing
from matplotlib.ticker import MaxNLocator

from kamervragen.site.figures import Figure


@dataclass(frozen=True, slots=True)
class Colours:
    """Ink, bars and line of the limit."""

    ink: str
    bar: str
    limit: str


LIGHT = Colours("#1c1e21", "#2f6da8", "#a61b1b")
DARK = Colours("#e6e7e9", "#79b2e6", "#ff9d95")
# Little wider than a phone, so that the letters stay readable when it is fitted to one.
_WIDTH = 4.6  # inches, of 96 CSS pixels in a browser
_LETTERS = 11.5  # points
_LABEL_LINE = 19  # letters
_LABEL_LINES = 3


def draw(figure: Figure, colours: Colours) -> bytes:
    """The figure as horizontal bars on a transparent ground."""
    labels = [_shown(label) for label, _ in figure.rows]
    values = [value for _, value in figure.rows]
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": figure.name, "font.size": _LETTERS}):
        lines = sum(1 + label.count("\n") for label in labels)
        drawing = Drawing(figsize=(_WIDTH, 0.8 + 0.14 * len(labels) + 0.18 * lines), layout="constrained")
        axes = drawing.subplots()
        bars = axes.barh(range(len(labels)), values, color=colours.bar, height=0.7)
        axes.bar_label(bars, labels=[f"{value:g}" for value in values], padding=3, color=colours.ink)
        axes.set_yticks(range(len(labels)), labels, parse_math=False)
        axes.invert_yaxis()
        axes.margins(x=0.16, y=0.02)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
        axes.set_xlabel(figure.unit, color=colours.ink)
        axes.tick_params(colors=colours.ink, length=0)
        axes.spines[:].set_visible(False)
        if figure.limit is not None:
            axes.axvline(figure.limit, color=colours.limit, linestyle="--", linewidth=2)
        written = io.BytesIO()
        drawing.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    return written.getvalue()


def _shown(label: str) -> str:
    clean = "".join(letter if letter.isprintable() else " " for letter in label)
    lines = textwrap.wrap(clean, _LABEL_LINE, max_lines=_LABEL_LINES, placeholder="…")
    return "\n".join(lines)
