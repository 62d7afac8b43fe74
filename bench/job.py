"""The main job, with the moment at which each stage began: `python -m bench.job MARKS RAW OUTPUT WORKERS`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from kamervragen.cli import main
from kamervragen.release.progress import listening


def marked(marks: Path, raw: str, output: str, workers: str) -> int:
    """Release `raw`; a line is added to `marks` whenever a stage begins."""
    seen: set[str] = set()

    def mark(stage: str, _done: int, _total: int) -> None:
        if stage not in seen:
            seen.add(stage)
            with marks.open("a") as file:
                file.write(json.dumps([time.monotonic(), stage]) + "\n")

    sys.argv = ["kamervragen", "release", "--raw", raw, "--output", output, "--workers", workers]
    with listening(mark):
        return main()


if __name__ == "__main__":
    sys.exit(marked(Path(sys.argv[1]), *sys.argv[2:]))
