"""A small raw folder, an output with an earlier release, and what an undisturbed run makes of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kamervragen.release.output import Output, latest_release
from kamervragen.verify import check_files
from tests.cli.conftest import SAMPLES
from tests.survival import operations
from tests.survival.operations import Operation
from tests.survival.warm import Warm, warm

BEFORE, WANTED = "2026-01-02.1", "2026-01-02.2"


@dataclass(frozen=True, slots=True)
class World:
    """`raw` is to be released as WANTED; `before` holds an output with the release BEFORE of fewer files.

    An undisturbed run makes `expected` of it, and does `operations` for it.
    """

    raw: Path
    before: Path
    expected: dict[str, bytes | None]
    operations: tuple[Operation, ...]

    def copy(self, place: Path) -> Path:
        """The output before the run, once more, in the folder `place`; returns where it is."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.before, place)
        return place / "output"


@pytest.fixture(scope="session")
def warmed() -> Iterator[Warm]:
    """Quick runs."""
    if (reason := operations.why_not()) is not None:
        pytest.skip(reason)
    with warm() as process:
        yield process


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A folder with a short name: sockets of workers stand below it."""
    with tempfile.TemporaryDirectory(prefix="kv-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def world(warmed: Warm, place: Path) -> World:
    """The world before anything goes wrong."""
    first, raw, before = place / "first", place / "raw", place / "before"
    samples = {first: ["docx-ah", "vragen-kv"], raw: ["docx-ah", "tabel", "zonder-antwoordlabel"]}
    for folder, names in samples.items():
        folder.mkdir()
        for name in names:
            for file in SAMPLES.glob(f"{name}.*"):
                shutil.copy(file, folder)
    (raw / "leeg.txt").touch()
    before.mkdir()
    assert warmed.run(first, before / "output", BEFORE).said == ""
    shutil.copytree(before, place / "undisturbed")
    run = warmed.run(raw, place / "undisturbed" / "output", WANTED)
    assert run.said == ""
    return World(raw, before, contents(place / "undisturbed"), run.operations)


def contents(place: Path) -> dict[str, bytes | None]:
    """Every file below a folder with its bytes, and every folder.

    The lock tells of time and process; what the store of readings holds changes nothing.
    """
    return {
        path.relative_to(place).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(place.rglob("*"))
        if path.name != ".lock" and ".readings" not in path.parts
    }


def assert_latest_is_sound(output: Path) -> str:
    """`kamervragen verify` of the latest release finds nothing; returns its version."""
    release = latest_release(Output(output))
    assert release is not None
    assert list(check_files(release.folder, release.manifest)) == []
    return str(release.version)
