"""Whether reading is linear: the time for a text and for one ten times as long, on hostile texts.

With a folder of texts: also the slowest of them per character, beside the median.

Usage: python bench/reading.py [FOLDER_OF_TEXTS] [--size CHARACTERS]
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median

import kamervragen

HOSTILE = {
    "numbered lines": "1. Klopt dit?\n",
    "brackets": "([",
    "digits": "7",
    "newlines": "\n",
    "sources": "1 Bron\n",
    "questions without number": "Waarom niet?\n\n",
}
MOST_TIMES, MOST_MEDIANS = 11.0, 50.0


def seconds(text: str, rounds: int = 2) -> float:
    """The best of some readings."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        kamervragen.read(text)
        best = min(best, time.perf_counter() - start)
    return best


def growth(unit: str, size: int) -> tuple[float, float]:
    """The time for ten times `size` characters, and how often that for `size` goes into it."""
    short, long = (unit * (n // len(unit)) for n in (size, 10 * size))
    once, ten = seconds(short), seconds(long)
    return ten, ten / once


def main() -> None:
    """Print one line for each hostile text, and one for the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--size", type=int, default=10_000)
    arguments = parser.parse_args()
    for name, unit in HOSTILE.items():
        ten, times = growth(unit, arguments.size)
        verdict = "" if times <= MOST_TIMES else "  MORE THAN LINEAR"
        print(
            f"{name:26} {ten:8.3f} s  {times:6.1f} times the time for 10 times the text{verdict}", flush=True
        )
    if arguments.folder is not None:
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(arguments.folder.glob("*.txt"))}
        cost = {path.name: seconds(text) / len(text) for path, text in texts.items() if text}
        middle = median(cost.values())
        slowest = max(cost, key=lambda name: cost[name])
        times = cost[slowest] / middle
        verdict = "" if times <= MOST_MEDIANS else "  TOO MUCH"
        print(
            f"median {middle * 1e6:.2f} s for a million characters; "
            f"slowest {slowest}: {times:.1f} times the median{verdict}"
        )


if __name__ == "__main__":
    main()
