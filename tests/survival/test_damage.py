"""What others do to a run: damage to the latest release, a second run, a request to stop, dead workers."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kamervragen.release.build import build_tables
from kamervragen.release.errors import WrongUseError
from kamervragen.release.output import Output, latest_release
from kamervragen.release.publish import publish
from kamervragen.release.run import begun
from kamervragen.release.versions import parse_version
from tests.releasing import make_release
from tests.survival.conftest import BEFORE, WANTED, World, assert_latest_is_sound, contents
from tests.survival.operations import Operation
from tests.survival.warm import Warm

LATER = "2026-01-02.3"


def flip(path: Path) -> None:
    """Change one byte in the middle of a file, and nothing of its size or time."""
    status = path.stat()
    path.chmod(0o600)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


DAMAGE: dict[str, Callable[[Path], None]] = {
    "a byte in a table": lambda release: flip(release / "documents.parquet"),
    "a byte in a list": lambda release: flip(release / "questions.csv"),
    "half a manifest": lambda release: _cut(release / "manifest.json"),
    "a file is gone": lambda release: (release / "kamervragen.sqlite").unlink(),
    "nothing is left": lambda release: [path.unlink() for path in release.rglob("*") if path.is_file()],  # type: ignore[dict-item, return-value]
}


def _cut(path: Path) -> None:
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:1000])


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_latest_release_is_replaced_though_no_raw_file_has_changed(
    world: World, warmed: Warm, place: Path, damage: str
) -> None:
    output = world.copy(place / "damaged")
    assert warmed.run(world.raw, output, WANTED).said == ""
    DAMAGE[damage](output / "releases" / WANTED)
    assert warmed.run(world.raw, output, LATER).said == ""
    assert assert_latest_is_sound(output) == LATER
    latest = latest_release(Output(output))
    assert latest is not None
    assert latest.manifest.previous == BEFORE
    made = contents(output / "releases" / LATER)
    named = [file.path for file in latest.manifest.files if file.table]
    assert len(named) > 20
    expected = {name: world.expected[f"output/releases/{WANTED}/{name}"] for name in named}
    assert {name: made[name] for name in named} == expected


def test_a_second_run_on_the_same_output_is_told_who_holds_it(
    world: World, warmed: Warm, place: Path
) -> None:
    output = world.copy(place / "twice")
    told = []

    def begin_another(operation: Operation) -> None:
        if operation.number == len(world.operations) // 2:
            with pytest.raises(WrongUseError) as refused, begun(world.raw, output):
                pass
            told.append(str(refused.value))

    assert warmed.run(world.raw, output, WANTED, begin_another).said == ""
    assert len(told) == 1
    assert "has been making a release since" in told[0]
    assert contents(output.parent) == world.expected


def test_asked_to_stop_while_the_release_gets_its_name_the_pointer_is_still_set(
    world: World, warmed: Warm, place: Path
) -> None:
    output = world.copy(place / "asked")
    asked = []

    def ask(operation: Operation) -> None:
        if (operation.target or "").startswith("output/releases/"):
            asked.append(operation)
            os.kill(operation.process, signal.SIGINT)

    run = warmed.run(world.raw, output, WANTED, ask)
    assert len(asked) == 1
    assert run.status == 130
    assert assert_latest_is_sound(output) == WANTED
    assert contents(output.parent) == world.expected


def test_a_worker_that_is_killed_is_replaced(world: World, warmed: Warm, place: Path) -> None:
    output = world.copy(place / "worker")
    killed: list[int] = []

    def kill_a_worker(operation: Operation) -> None:
        if not killed and "work/texts/" in operation.path and (found := workers_of(operation.process)):
            os.kill(found[0], signal.SIGKILL)
            killed.append(found[0])

    run = warmed.run(world.raw, output, WANTED, kill_a_worker, workers=2)
    assert killed
    assert run.said == ""
    assert contents(output.parent) == world.expected


def workers_of(process: int) -> list[int]:
    """The workers of a run: the children of the server that they are forked from, a child of the run."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has just ended
                continue
    return [one for one, parent in parents.items() if parents.get(parent) == process]


def test_with_the_clock_set_back_the_next_release_comes_after_the_latest(
    world: World, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    make_release(world.raw, output, "2099-12-31.1")
    raw = tmp_path / "raw"
    shutil.copytree(world.raw, raw)
    (raw / "leeg.txt").unlink()
    with begun(raw, output) as run:
        build_tables(run.raw, run.work, run.ready, run.previous)
        version = parse_version(run.version)
        assert version is not None
        publish(run.ready, Output(run.output), version)
    assert assert_latest_is_sound(output) == "2099-12-31.2"
