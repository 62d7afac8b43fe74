"""An output on a disk that is full or read-only, by the real command line; then there is room again."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND
from tests.survival.conftest import BEFORE, WANTED, World, assert_latest_is_sound, contents
from tests.survival.mounts import Mounts, own_mounts

pytestmark = pytest.mark.flows

PLENTY = 64 << 10
# In KB: not enough to make Prefect's records, and enough for those but not for a release.
TOO_LITTLE = (500, 5000)


@dataclass(frozen=True, slots=True)
class Disk:
    """A small disk with the output of the world and its earlier release, seen by a few commands only."""

    mounts: Mounts
    place: Path
    used: int

    @property
    def output(self) -> Path:
        """Where we see it."""
        return self.mounts.seen(self.place) / "output"

    def release(self, raw: Path) -> subprocess.CompletedProcess[str]:
        """`kamervragen release`."""
        command = [*COMMAND, "release", "--raw", raw, "--output", self.place / "output", "--version", WANTED]
        return subprocess.run(
            [*self.mounts.within(), *map(str, command)],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def leave(self, kilobytes: int) -> None:
        """Leave that much room beside what was there at first."""
        self.mounts.change(self.place, f"size={self.used // 1024 + kilobytes}k")


@pytest.fixture
def disk(world: World) -> Iterator[Disk]:
    with ExitStack() as ending:
        place = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="kv-")))
        mounts = ending.enter_context(own_mounts())
        if mounts is None:
            pytest.skip("mounts of one's own take root, on Linux (unshare --mount)")
        mounts.small_disk(place, PLENTY)
        shutil.copytree(world.before / "output", mounts.seen(place) / "output")
        yield Disk(mounts, place, shutil.disk_usage(mounts.seen(place)).used)


def test_a_full_disk(disk: Disk, world: World) -> None:
    for kilobytes in TOO_LITTLE:
        disk.leave(kilobytes)
        said = disk.release(world.raw)
        assert said.returncode == 3, said
        *log, line = said.stderr.splitlines()
        assert all(one.startswith("kamervragen: the log ") for one in log)
        assert line.startswith("kamervragen: ")
        assert "No space left on device" in line or "disk is full" in line
        assert line.endswith(" Nothing was published.")
        assert assert_latest_is_sound(disk.output) == BEFORE
        assert not (disk.output / ".staging").exists()
    disk.mounts.change(disk.place, f"size={PLENTY}k")
    assert_the_next_run_publishes(disk, world)


def test_a_read_only_disk(disk: Disk, world: World) -> None:
    before = contents(disk.output.parent)
    disk.mounts.change(disk.place, "ro")
    said = disk.release(world.raw)
    assert (said.returncode, said.stderr) == (
        2,
        "kamervragen: Nothing can be written in the output folder"
        f" {disk.place / 'output'}: Read-only file system.\n",
    )
    assert contents(disk.output.parent) == before
    assert assert_latest_is_sound(disk.output) == BEFORE


def assert_the_next_run_publishes(disk: Disk, world: World) -> None:
    """It makes what an undisturbed run makes."""
    said = disk.release(world.raw)
    assert (said.returncode, said.stderr) == (0, "")
    release = f"output/releases/{WANTED}/"
    made = {
        name: content for name, content in contents(disk.output.parent).items() if name.startswith(release)
    }
    assert made == {name: content for name, content in world.expected.items() if name.startswith(release)}
    assert {path.name for path in disk.output.iterdir()} == {
        *(".lock", ".prefect", ".readings", "latest.json", "releases", "runs"),
    }
