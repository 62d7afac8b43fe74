"""The real `kamervragen release`, with Prefect and two workers, when it is killed or meets damage.

KAMERVRAGEN_KILLS=all kills it at every moment that is listed, not only at the first few.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from tests.cli.conftest import run
from tests.survival import command
from tests.survival.conftest import BEFORE, WANTED, World, assert_latest_is_sound, contents
from tests.survival.operations import KILL, Operation
from tests.survival.test_damage import DAMAGE

pytestmark = pytest.mark.flows

MOMENTS: dict[str, Callable[[Operation], bool]] = {
    "workers read": lambda one: one.path.rpartition("/parts/")[0].endswith("/work"),
    "the release gets its name": lambda one: (one.target or "").startswith("output/releases/"),
    "files are registered": lambda one: one.path.rpartition("/texts/")[0].endswith("/work"),
    "tables are written": lambda one: "/ready/questions" in one.path,
    "tables are checked": lambda one: "/ready/quality" in one.path,
    "files are added": lambda one: "/temporary/" in one.path,
    "the pointer takes its place": lambda one: one.target == "output/latest.json",
    "readings are kept": lambda one: one.path.startswith("output/.readings/"),
    "the staging is removed": lambda one: one.call == "rmdir" and "/work" in one.path,
    "the database is made": lambda one: "prefect.db" in one.path,
}
FEW = 2
# All that the server of a run leaves.
PREFECTS = {"prefect.db", "memo_store.toml", "authority.pem"}


@dataclass
class Killing:
    """Kills a run once, when an operation is the one."""

    is_now: Callable[[Operation], bool]
    done: bool = False

    def decide(self, one: Operation) -> int | None:
        if self.done or not self.is_now(one):
            return None
        self.done = True
        return KILL


def published(place: Path) -> dict[str, bytes | None]:
    """All that stands there but Prefect's records and the logs, which tell of times."""
    return {
        path: content
        for path, content in contents(place).items()
        if not path.startswith(("output/.prefect", "output/runs"))
    }


def test_killed_again_and_again(world: World, place: Path) -> None:
    output = world.copy(place / "command")
    wanted = None if os.environ.get("KAMERVRAGEN_KILLS") == "all" else FEW
    for moment in islice(MOMENTS, wanted):
        killing = Killing(MOMENTS[moment])
        ended = command.release(
            world.raw, output, WANTED, killing.decide
        )  # until nothing of it runs any more
        assert killing.done or (output / "releases" / WANTED).exists(), moment
        assert ended.status == (-9 if killing.done else 0), moment
        assert assert_latest_is_sound(output) in (BEFORE, WANTED), moment
    ended = command.release(world.raw, output, WANTED)
    assert (ended.status, ended.said) == (0, "")
    assert published(output.parent) == world.expected
    assert {path.name for path in (output / ".prefect").iterdir()} <= PREFECTS


@pytest.mark.parametrize("damage", ["a byte in a table", "half a manifest"])
def test_a_damaged_latest_release_is_told_and_replaced(world: World, place: Path, damage: str) -> None:
    output = world.copy(place / "told")
    DAMAGE[damage](output / "releases" / BEFORE)
    said = run("release", "--raw", world.raw, "--output", output, "--version", WANTED)
    assert said.returncode == 0
    assert said.stderr.startswith("kamervragen: warning: damaged since they were published, and passed over")
    assert f"releases {BEFORE}." in said.stderr
    assert assert_latest_is_sound(output) == WANTED
    assert json.loads((output / "latest.json").read_bytes())["version"] == WANTED


def test_a_pointer_to_nowhere_is_mended(world: World, place: Path) -> None:
    shutil.rmtree(place / "nowhere", ignore_errors=True)
    shutil.copytree(place / "undisturbed", place / "nowhere")
    output = place / "nowhere" / "output"
    right = (output / "latest.json").read_bytes()
    (output / "latest.json").write_bytes(right.replace(WANTED.encode(), b"2030-01-01.1"))
    said = run("release", "--raw", world.raw, "--output", output)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1].startswith(f"Nothing changed since release {WANTED}: ")
    assert (output / "latest.json").read_bytes() == right
