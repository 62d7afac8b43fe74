"""A power cut takes what is not on the disk yet: nothing gets a name in `releases` before all of it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.survival.conftest import BEFORE, WANTED, World
from tests.survival.operations import Operation
from tests.survival.warm import Warm


@pytest.fixture(scope="module", params=["first", "later"])
def made(
    request: pytest.FixtureRequest, world: World, warmed: Warm, place: Path
) -> tuple[Path, list[Operation]]:
    """A release, the first of an output or a later one, and what was done for it in order."""
    if request.param == "later":
        return place / "undisturbed" / "output" / "releases" / WANTED, list(world.operations)
    (place / "new").mkdir()
    run = warmed.run(world.raw, place / "new" / "output", BEFORE)
    assert run.said == ""
    return place / "new" / "output" / "releases" / BEFORE, list(run.operations)


def published(operations: list[Operation]) -> Operation:
    """The moment at which the release gets its name."""
    (moment,) = [one for one in operations if (one.target or "").startswith("output/releases/")]
    return moment


def last_change(operations: list[Operation], path: str) -> int:
    """When a file was last changed, or an entry of a folder."""
    changes = [
        one.number
        for one in operations
        if (one.call not in ("fsync", "chmod") and path in (one.path, one.target))
        or (
            one.call in ("mkdir", "open", "rename", "unlink", "rmdir")
            and path in {name.rpartition("/")[0] for name in (one.path, one.target) if name}
        )
    ]
    return max(changes)


def synced(operations: list[Operation], path: str, after: int) -> int:
    """When a file or folder was put on the disk for the first time after a moment."""
    return next(
        one.number for one in operations if (one.call, one.path) == ("fsync", path) and one.number > after
    )


def test_every_file_and_folder_of_a_release_is_on_the_disk_before_it_has_its_name(
    made: tuple[Path, list[Operation]],
) -> None:
    release, operations = made
    moment = published(operations)
    before = operations[: moment.number]
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    names = {"manifest.json", *(file["path"] for file in manifest["files"])}
    assert names == {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()}
    for name in names:
        path = f"{moment.path}/{name}"
        assert synced(operations, path, last_change(before, path)) < moment.number, name
    for folder in [release, *(path for path in release.rglob("*") if path.is_dir())]:
        path = f"{moment.path}/{folder.relative_to(release).as_posix()}".removesuffix("/.")
        assert synced(operations, path, last_change(before, path)) < moment.number, folder.name
    made_here = [one for one in before if (one.call, one.path) == ("mkdir", "output/releases")]
    for one in made_here:
        assert synced(operations, "output", one.number) < moment.number


def test_the_pointer_is_on_the_disk_before_it_takes_its_place_and_after_the_release(
    made: tuple[Path, list[Operation]],
) -> None:
    _, operations = made
    moment = published(operations)
    (pointer,) = [one for one in operations if one.target == "output/latest.json"]
    assert moment.number < synced(operations, "output/releases", moment.number) < pointer.number
    written = last_change(operations[: pointer.number], pointer.path)
    assert synced(operations, pointer.path, written) < pointer.number
    assert synced(operations, "output", pointer.number) > pointer.number


def test_nothing_of_a_release_is_touched_after_it_has_its_name(made: tuple[Path, list[Operation]]) -> None:
    _, operations = made
    moment = published(operations)
    later = [one for one in operations[moment.number + 1 :] if one.path.startswith("output/releases/")]
    assert [one for one in later if one.call != "fsync"] == []
