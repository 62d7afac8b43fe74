"""The plot of what `bench.speed` measured: `python -m bench.chart MEASURED TARGET`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from matplotlib.figure import Figure


def draw(measured: Path, target: Path) -> None:
    """CPU of each stage in each run, beside the floor."""
    runs = json.loads(measured.read_text())["runs"]
    labels = [
        f"{run['documents']:,} documents\n{run['workers']} worker{'s' if run['workers'] > 1 else ''}"
        for run in runs
    ]
    names = list(dict.fromkeys(stage["name"] for run in runs for stage in run["stages"]))
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    bottoms = [0.0] * len(runs)
    for name in names:
        seconds = [sum(s["cpu"] for s in run["stages"] if s["name"] == name) for run in runs]
        axes.bar(labels, seconds, bottom=bottoms, label=name, width=0.5)
        bottoms = [a + b for a, b in zip(bottoms, seconds, strict=True)]
    floors = [run["floor_cpu"] for run in runs]
    axes.plot(labels, floors, "k_", markersize=40, label="the floor: read, one search, write")
    axes.set_ylabel("CPU, seconds")
    axes.legend(loc="upper left", markerscale=0.4)
    figure.savefig(target, metadata={"Date": None})


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
