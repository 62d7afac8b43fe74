"""A disk that is full, files that may not be touched, a disk that fails: at any change to any file.

A run that meets one says so in one line and leaves everything as it was; one that has published its release
already leaves it whole. KAMERVRAGEN_FAULTS says at how many of the changes something is made to fail (by
default a few, drawn at random; `all` takes a long time).
"""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.survival.conftest import BEFORE, WANTED, World, assert_latest_is_sound, contents
from tests.survival.operations import Decision, Operation
from tests.survival.warm import BROKEN, Warm

SEED = 20260103
FEW = 25


def chosen(operations: tuple[Operation, ...]) -> Iterator[Operation]:
    """The first and the last change of each kind to each file; of these as many as are wanted."""
    first, last = {}, {}
    for one in operations:
        kind = (one.call, one.path)
        first.setdefault(kind, one)
        last[kind] = one
    distinct = sorted({*first.values(), *last.values()}, key=lambda one: one.number)
    wanted = os.environ.get("KAMERVRAGEN_FAULTS", str(FEW))
    if wanted == "all":
        return iter(distinct)
    chance = random.Random(SEED)  # noqa: S311  nothing here is secret
    return iter(chance.sample(distinct, int(wanted)))


def full_from(number: int) -> Decision:
    """The disk is full from an operation on."""
    return lambda one: errno.ENOSPC if one.number >= number and one.takes_room else None


def failing_at(number: int, error: int) -> Decision:
    """One operation fails."""
    return lambda one: error if one.number == number else None


def assert_survived(world: World, warmed: Warm, output: Path, decide: Decision, what: object) -> None:
    """The run fails and nothing is different afterwards, or it has published and the next run agrees."""
    before = contents(output.parent)
    run = warmed.run(world.raw, output, WANTED, decide)
    assert run.status in (0, BROKEN), what
    assert (run.status == 0) == (run.said == ""), what
    assert len(run.said.splitlines()) <= 1, run.said
    if assert_latest_is_sound(output) == BEFORE:
        assert run.status == BROKEN, what
        assert contents(output.parent) == before, what
    else:
        assert warmed.run(world.raw, output, WANTED).said == ""
        assert contents(output.parent) == world.expected, what
        world.copy(output.parent)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
def test_a_change_to_a_file_that_fails(world: World, warmed: Warm, place: Path, error: int) -> None:
    output = world.copy(place / f"failing-{error}")
    wrong = []  # told together: all of them take a long time
    for operation in chosen(world.operations):
        full = error == errno.ENOSPC
        decide = full_from(operation.number) if full else failing_at(operation.number, error)
        try:
            assert_survived(world, warmed, output, decide, operation)
        except AssertionError as problem:
            wrong.append(f"{operation}: {problem}")
            output = world.copy(output.parent)
    assert not wrong, "\n\n".join(wrong)
    assert warmed.run(world.raw, output, WANTED).said == ""
    assert contents(output.parent) == world.expected
