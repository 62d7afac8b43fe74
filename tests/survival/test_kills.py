"""kill -9 at a hundred moments: what is published stays whole, and the next run needs nobody's help."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

from tests.survival.conftest import BEFORE, WANTED, World, assert_latest_is_sound, contents
from tests.survival.operations import KILL, Operation
from tests.survival.warm import Warm

# What the first operation of each stage is about.
STAGES = {
    "begin": "",
    "register": "/work",
    "read": "work/inputs",
    "write tables": "/ready/sources",
    "check": "/ready/quality",
    "publish": "/ready/citations",
}
MOMENTS = 100
SEED = 20260102
IN_A_ROW = 3  # so many runs are killed one after the other before one is left alone


def stages(operations: tuple[Operation, ...]) -> dict[str, range]:
    """The numbers of the operations of each stage."""
    starts = [next(o.number for o in operations if place in o.path) for place in STAGES.values()]
    ends = [*starts[1:], len(operations)]
    return {name: range(*where) for name, where in zip(STAGES, zip(starts, ends, strict=True), strict=True)}


def moments(world: World, count: int) -> list[int]:
    """So many operations, drawn at random, as many from each stage."""
    chance = random.Random(SEED)  # noqa: S311  nothing here is secret
    ranges = list(stages(world.operations).values())
    drawn = [chance.choice(ranges[number % len(ranges)]) for number in range(count)]
    chance.shuffle(drawn)
    return drawn


def test_every_stage_changes_files(world: World) -> None:
    found = stages(world.operations)
    assert all(a.stop == b.start for a, b in pairwise(found.values()))
    assert all(len(numbers) >= 5 for numbers in found.values()), found


def test_killed_at_a_hundred_moments(world: World, warmed: Warm, place: Path) -> None:
    drawn = moments(world, MOMENTS)
    output = world.copy(place / "killed")
    for count, moment in enumerate(drawn):
        ended = warmed.run(
            world.raw, output, WANTED, lambda one, moment=moment: KILL if one.number == moment else None
        )
        assert ended.status in (-9, 0)
        assert assert_latest_is_sound(output) in (BEFORE, WANTED)
        if count % IN_A_ROW == IN_A_ROW - 1 or count == MOMENTS - 1:
            assert warmed.run(world.raw, output, WANTED).said == ""
            assert contents(output.parent) == world.expected
            output = world.copy(place / "killed")
