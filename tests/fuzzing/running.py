"""Damaged inputs through the stages, in a process of its own.

`python -m tests.fuzzing.running FIRST COUNT FOLDER` prints what came of them as JSON. The process is held to
a limit of memory, and each text to one of time on the processor: nothing can take the machine with it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from kamervragen.document import Document
from kamervragen.raw import ingest
from kamervragen.release import normalise
from kamervragen.release.gate import check_ready
from kamervragen.release.normalise import read_documents
from kamervragen.release.workers import InlineExecutor
from kamervragen.tables import assemble
from tests.conftest import ROOT
from tests.fuzzing.mutation import Input, mutated

PER_FOLDER = 2500
# Most texts take less than a hundredth of that.
_SECONDS, _SECONDS_PER_CHARACTER = 2.0, 0.00005
_MEMORY = 4 << 30


@dataclass
class Result:
    """What came of the inputs.

    `statuses` counts the files by status; `missing` are inputs without a row in `sources`, `failures` what
    the reader broke on, `critical` the critical checks that failed; `growth` is by how many bytes the memory
    of the process grew after the first few texts.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    critical: list[str] = field(default_factory=list)
    growth: int = 0


def run(first: int, count: int, folder: Path) -> Result:
    """Send the inputs from `first` on through ingest, the reader, the tables and the gate."""
    samples = [Input(path.name.encode(), path.read_bytes(), None) for path in (ROOT / "raw").glob("*.txt")]
    _run_folder(samples, folder / "samples", Result())  # all libraries are loaded by then
    before = _peak()
    result = Result()
    for start in range(first, first + count, PER_FOLDER):
        seeds = range(start, min(first + count, start + PER_FOLDER))
        _run_folder(map(mutated, seeds), folder / str(start), result)
    result.growth = _peak() - before
    return result


def _run_folder(inputs: Iterable[Input], place: Path, result: Result) -> None:
    raw, work, ready = place / "raw", place / "work", place / "ready"
    raw.mkdir(parents=True)
    ready.mkdir()
    names = [_write(raw, one) for one in inputs]
    ingest(raw, work, InlineExecutor())
    failed = read_documents(work, InlineExecutor())
    assemble(work / "parts", work / "ledger.parquet", ready)
    report = check_ready(work, ready, None)
    sources = pq.read_table(ready / "sources.parquet", columns=["source_path", "status"]).to_pydict()
    found = {_number(path) for path in sources["source_path"]}
    result.statuses.update(sources["status"])
    result.missing += [name for name in names if _number(name) not in found]
    result.failures |= {failure.source_path: failure.remark for failure in failed}
    result.critical += [f"{check.id}: {check.failing_rows[:3]}" for check in report.failed("critical")]
    shutil.rmtree(place)


def _write(raw: Path, one: Input) -> str:
    """Put the input in the folder; returns its name, in which bytes that are no text have become signs."""
    path = Path(os.fsdecode(os.fsencode(raw) + b"/" + one.name))
    path.write_bytes(one.content)
    if one.sidecar is not None:
        path.with_name(f"{path.name}.meta.json").write_bytes(one.sidecar)
    return path.name


def _number(name: str) -> str:
    """What the name of an input begins with, and no other name of the folder does."""
    return name.partition(".")[0].partition(" ")[0]


def held_to_time(read: Callable[[str], Document]) -> Callable[[str], Document]:
    """The reader, which fails when it takes more time on the processor than so long a text may take."""

    def ended(*_: object) -> None:
        raise TimeoutError("it took too long")

    def reading(text: str) -> Document:
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS + _SECONDS_PER_CHARACTER * len(text))
        try:
            return read(text)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    signal.signal(signal.SIGVTALRM, ended)
    return reading


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    normalise.read = held_to_time(normalise.read)
    print(json.dumps(vars(run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))))
