"""What speed and memory have to be, and whether what `bench.speed` measured is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.measured import Measured

MEGA = 1_000_000
TIMES_THE_FLOOR = 8.0
PART_OF_ONE_WORKER = 0.65
GROWTH, GROWTH_OF_MEMORY = 10.5, 1.5
TOGETHER = 2_500 * MEGA
TIMES_THE_START = 2.5
ALONE, TEN = "Prefect and Great Expectations alone", "release of ten samples"
HELP_SECONDS, SHOW_SECONDS = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Goal:
    """What was measured and what it may be at most, in `unit`."""

    name: str
    measured: float
    most: float
    unit: str = "times"

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        return self.measured <= self.most


def goals(runs: Sequence[Measured], starts: Mapping[str, float]) -> Iterator[Goal]:
    """All goals that these runs can tell of; runs that published nothing tell of none."""
    by_size = {(run.documents, run.workers): run for run in runs if run.status == 0}
    largest = max((run.documents for run in runs), default=0)
    two, one = by_size.get((largest, 2)), by_size.get((largest, 1))
    tenth = by_size.get((largest // 10, 2))
    if two:
        yield Goal(f"CPU at {largest:,} documents, of the floor", two.cpu / two.floor_cpu, TIMES_THE_FLOOR)
    if two and one:
        yield Goal(
            "wall time of two workers, of one", 100 * two.wall / one.wall, 100 * PART_OF_ONE_WORKER, "%"
        )
    if two and tenth:
        yield Goal("wall time for ten times the documents", two.wall / tenth.wall, GROWTH)
    if two:
        yield Goal("memory of all processes together", two.together / MEGA, TOGETHER / MEGA, "MB")
    if two and tenth:
        yield Goal("memory for ten times the documents", two.together / tenth.together, GROWTH_OF_MEMORY)
    if starts:
        yield from start_goals(starts)


def start_goals(starts: Mapping[str, float]) -> Iterator[Goal]:
    """What start-up may take, beside Python alone or Prefect and Great Expectations alone."""
    alone = starts["Python alone"]
    samples = starts[TEN] / starts[ALONE]
    yield Goal(f"{TEN}, of {ALONE}", samples, TIMES_THE_START)
    yield Goal(
        "`kamervragen --help`, more than Python", starts["kamervragen --help"] - alone, HELP_SECONDS, "s"
    )
    yield Goal("`kamervragen show`, more than Python", starts["kamervragen show"] - alone, SHOW_SECONDS, "s")


def table(runs: Sequence[Measured], starts: Mapping[str, float]) -> Iterator[str]:
    """The goals as the lines of a table."""
    yield "| goal | measured | at most | |"
    yield "|---|--:|--:|---|"
    for goal in goals(runs, starts):
        verdict = "holds" if goal.holds else "**missed**"
        yield f"| {goal.name} | {goal.measured:,.2f} {goal.unit} | {goal.most:,g} {goal.unit} | {verdict} |"
