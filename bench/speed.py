"""What the whole job costs, size by size, beside what any job must: `python -m bench.speed [COUNT ...]`.

For every size (1,000, 10,000 and 100,000 by default) the job runs once with two workers, and at the largest
once with one. Prints what it measures and which goals that reaches, and leaves it as JSON in the folder of
the documents (KAMERVRAGEN_BENCH, by default one in the temporary folder), which are kept for the next time.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

from bench.documents import write_documents
from bench.goals import ALONE, MEGA, TEN, table
from bench.measured import Measured, Stage
from bench.watching import Watched, watch

SIZES = (1_000, 10_000, 100_000)


def measure(folder: Path, documents: int, workers: int) -> Measured:
    """Run the job, and the floor beside it, over as many documents."""
    raw, output, marks = folder / f"raw-{documents}", folder / "output", folder / "marks"
    write_documents(raw, documents)
    shutil.rmtree(output, ignore_errors=True)
    marks.unlink(missing_ok=True)
    floor = watch(
        [sys.executable, "-m", "bench.floor", str(raw), str(folder / "floor.parquet")], folder / "log"
    )
    command = [sys.executable, "-m", "bench.job", *map(str, (marks, raw, output, workers))]
    job = watch(command, folder / "log")
    if not marks.exists():
        raise SystemExit(f"The job did not begin: see {folder / 'log'}")
    return Measured(
        documents=documents,
        workers=workers,
        status=job.status,
        wall=job.wall,
        cpu=job.cpu,
        floor_cpu=floor.cpu,
        read=size(raw),
        written=size(output / "releases"),
        largest=job.largest,
        together=job.together,
        stages=stages(job, marks),
    )


def stages(job: Watched, marks: Path) -> tuple[Stage, ...]:
    """What each stage took; the first is what comes before any begins."""
    begun = [(job.began, "starting"), *(tuple(json.loads(line)) for line in marks.read_text().splitlines())]
    begun.append((job.began + job.wall, "end"))
    return tuple(
        Stage(name, end - start, job.cpu_at(end) - job.cpu_at(start))
        for (start, name), (end, _) in pairwise(begun)
    )


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def starts(folder: Path) -> dict[str, float]:
    """Wall time of starting things up, in seconds: the quicker of two runs."""
    samples = ten_samples(folder / "ten-samples")
    sample = sorted(samples.iterdir())[0]
    job = [str(Path(sys.executable).with_name("kamervragen"))]
    commands = {
        "Python alone": [sys.executable, "-c", "pass"],
        "kamervragen --help": [*job, "--help"],
        "kamervragen show": [*job, "show", str(sample)],
        ALONE: [sys.executable, "-m", "bench.started", str(folder / "state")],
        TEN: [*job, "release", "--raw", str(samples), "--output", str(folder / "samples")],
    }
    taken = {}
    for name, command in commands.items():
        seconds = []
        for _ in range(2):
            shutil.rmtree(folder / "samples", ignore_errors=True)
            shutil.rmtree(folder / "state", ignore_errors=True)
            run = watch(command, folder / "log")
            if run.status:
                raise SystemExit(f"{name} failed: see {folder / 'log'}")
            seconds.append(run.wall)
        taken[name] = min(seconds)
    return taken


def ten_samples(folder: Path) -> Path:
    """A folder with ten of the samples in `raw/`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for sample in sorted(Path("raw").rglob("*.txt"))[:10]:
        shutil.copy(sample, folder)
    return folder


def line(run: Measured) -> str:
    """One run as a line of the table."""
    return (
        f"| {run.documents:,} | {run.workers} | {run.wall:.1f} | {run.cpu:.1f} "
        f"| {run.cpu / run.floor_cpu:.1f} "
        f"| {run.documents / run.wall:.0f} | {run.read / MEGA / run.wall:.2f} | {run.largest / MEGA:.0f} "
        f"| {run.together / MEGA:.0f} | {run.read / MEGA:.1f} | {run.written / MEGA:.1f} |"
    )


HEAD = (
    "| documents | workers | wall s | CPU s | CPU / floor | documents/s | MB/s | largest MB | together MB "
    "| read MB | written MB |\n|" + "--:|" * 11
)


def main(sizes: Sequence[int]) -> None:
    """Measure and tell."""
    folder = Path(os.environ.get("KAMERVRAGEN_BENCH") or Path(tempfile.gettempdir()) / "kamervragen-bench")
    folder.mkdir(parents=True, exist_ok=True)
    print(HEAD, flush=True)
    runs = []
    for documents, workers in [*((size, 2) for size in sizes), (sizes[-1], 1)]:
        run = measure(folder, documents, workers)
        runs.append(run)
        print(line(run), "" if run.status == 0 else f"NOT PUBLISHED ({run.status})", flush=True)
        for stage in run.stages:
            print(f"    {stage.name:20} {stage.wall:8.1f} s wall {stage.cpu:8.1f} s CPU", flush=True)
        keep(folder, runs, {})
    taken = starts(folder)
    for name, seconds in taken.items():
        print(f"{name}: {seconds:.2f} s")
    print("\n".join(["", *table(runs, taken)]))
    keep(folder, runs, taken)


def keep(folder: Path, runs: Sequence[Measured], taken: dict[str, float]) -> None:
    """Leave what was measured, for the plot."""
    (folder / "measured.json").write_text(json.dumps({"runs": [asdict(r) for r in runs], "starts": taken}))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or SIZES)
