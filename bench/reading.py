"""Whether reading is linear: the time for a text and for one ten times as long, on hostile texts.

With a folder of texts: also long real text (all of them as one text, beside tenths of them), and the slowest
of them per character, beside the median. Times are of the processor.

Usage: python bench/reading.py [FOLDER_OF_TEXTS] [--size CHARACTERS]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from statistics import mean, median

import kamervragen

# Pieces that are repeated; `{}` counts them.
HOSTILE = {
    "numbered lines": "1. Klopt dit?\n",
    "numbered lines that count": "{}. Klopt dit?\n",
    "numbered list items": "{}) het hek;\n",
    "question labels": "Vraag 1\n",
    "labels that count": "Vraag {}\nKlopt dit?\nAntwoord {}\nJa.\n",
    "labels of many numbers": "Antwoord 1, 2, 3, 4, 5, 6, 7, 8 en 9\n",
    "bare numbers that count": "{}\n",
    "brackets": "([",
    "round brackets": "(",
    "digits": "7",
    "numbers on one line": "7 ",
    "newlines": "\n",
    "blank lines": " \n\t\n",
    "sources": "1 Bron\n",
    "sources that count": "{} Bron van het Voorbeeldfonds\n",
    "marks": "woord1 ",
    "pages with a note": "De bron.{}\n{} Bron van het Voorbeeldfonds\n\f",
    "page counters": "1/9\n",
    "addresses": "https://www.voorbeeld.nl/a\n",
    "question marks": "? ",
    "questions without number": "Waarom niet?\n\n",
    "counted lines": "".join(f"{number}. Klopt dit?\n" for number in range(1, 667)),
    "answers alone": "Antwoord\nJa.\n",
    "on one line": "?Antwoord 1 Ja. Vraag 2 Klopt dit?",
}
MOST_TIMES, MOST_MEDIANS = 11.0, 50.0
PARTS = 10


def seconds(text: str, rounds: int = 2) -> float:
    """The best of some readings."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        kamervragen.read(text)
        best = min(best, time.process_time() - start)
    return best


def repeated(unit: str, size: int) -> str:
    """A text of this size."""
    pieces: list[str] = []
    length = 0
    for number in count(1):
        if length >= size:
            break
        pieces.append(unit.replace("{}", str(number)))
        length += len(pieces[-1])
    return "".join(pieces)


def report(name: str, ten: float, times: float) -> None:
    """One line for a text and one ten times as long."""
    verdict = "" if times <= MOST_TIMES else "  MORE THAN LINEAR"
    print(f"{name:26} {ten:8.3f} s  {times:6.1f} times the time for 10 times the text{verdict}", flush=True)


def real_growth(texts: Sequence[str]) -> tuple[float, float]:
    """The time for all texts as one, and how often that for a tenth of them goes into it."""
    tenths = ["\n".join(texts[part::PARTS]) for part in range(PARTS)]
    ten = seconds("\n".join(tenths))
    return ten, ten / mean(seconds(tenth) for tenth in tenths)


def main() -> None:
    """Print one line for each hostile text, and two for the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--size", type=int, default=10_000)
    arguments = parser.parse_args()
    for name, unit in HOSTILE.items():
        once = seconds(repeated(unit, arguments.size))
        ten = seconds(repeated(unit, 10 * arguments.size))
        report(name, ten, ten / once)
    if arguments.folder is not None:
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(arguments.folder.glob("*.txt"))}
        report("long real text", *real_growth(list(texts.values())))
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
