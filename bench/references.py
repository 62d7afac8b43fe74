"""How fast references (and amounts) are found: MB of text a second of processor time, beside one `re` pass.

Usage: python bench/references.py FOLDER_OF_TEXTS [--rounds N]
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path

from kamervragen.amounts import find_amounts
from kamervragen.finding import find
from kamervragen.references import find_references
from kamervragen.view import View

LITERALS = re.compile("Kamerstuk|Aanhangsel|artikel|vraag|https?|€|miljoen|miljard|Stb|ECLI|Verordening")
"""A single pass for a plain alternation of literals: what any search must cost at least in `re`."""


def seconds(ways: dict[str, Callable[[View], object]], views: list[View], rounds: int) -> dict[str, float]:
    """Processor time of the best round of each way; the ways take turns, so that all meet one machine."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, work in ways.items():
            start = time.process_time()
            for view in views:
                work(view)
            best[name] = min(best[name], time.process_time() - start)
    return best


def main() -> None:
    """Print one line for each way of reading."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(arguments.folder.glob("*.txt"))]
    views = [View.of(text) for text in texts]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    ways: dict[str, Callable[[View], object]] = {
        "one re pass for literals": lambda view: sum(1 for _ in LITERALS.finditer(view.text)),
        "references": find_references,
        "amounts": find_amounts,
        "references and amounts": find,
    }
    print(f"{len(texts)} texts, {megabytes:.2f} MB")
    for name, best in seconds(ways, views, arguments.rounds).items():
        print(f"{name:26} {megabytes / best:7.1f} MB/s")


if __name__ == "__main__":
    main()
