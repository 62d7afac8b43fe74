"""What a run costs when little has changed: `python -m bench.incremental [COUNT]` (by default 10,000).

A full run, one with nothing changed, and one with a document in a hundred changed, one after the other: the
CPU of all their processes, and what part of the full run that is.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from bench.documents import write_documents
from bench.watching import watch
from tests.generator import TYPICAL, from_seed

NOTHING_CHANGED, ONE_PERCENT_CHANGED = 0.10, 0.35  # at most these parts of the full run


def change(raw: Path, count: int) -> None:
    """Put another document in the place of one in a hundred."""
    for number, file in enumerate(sorted(raw.rglob("*.txt"))[::100]):
        file.write_bytes(from_seed(count + number, TYPICAL).text.encode())


def cpu(folder: Path, raw: Path) -> float:
    """Seconds of CPU of one run, which does not wait for the disk to take what the one before has written."""
    os.sync()
    command = [str(Path(sys.executable).with_name("kamervragen")), "release", "--raw", str(raw)]
    run = watch([*command, "--output", str(folder / "output")], folder / "log")
    if run.status:
        raise SystemExit(f"The run ended with {run.status}: see {folder / 'log'}")
    return run.cpu


def main(count: int) -> int:
    """Measure and tell; 1 when a run costs too much."""
    folder = Path(os.environ.get("KAMERVRAGEN_BENCH") or Path(tempfile.gettempdir()) / "kamervragen-bench")
    folder = folder / "incremental"
    shutil.rmtree(folder, ignore_errors=True)
    raw = folder / "raw"
    raw.mkdir(parents=True)
    write_documents(raw, count)
    full = cpu(folder, raw)
    print(f"{count:,} documents, full run        {full:7.1f} s CPU", flush=True)
    unchanged = cpu(folder, raw)
    change(raw, count)
    changed = cpu(folder, raw)
    verdict = 0
    for name, seconds, most in (
        ("nothing changed", unchanged, NOTHING_CHANGED),
        ("one in a hundred changed", changed, ONE_PERCENT_CHANGED),
    ):
        part = seconds / full
        print(f"{name:26} {seconds:7.1f} s CPU  {part:5.1%} of it (at most {most:.0%})")
        verdict |= part > most
    return verdict


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
