"""Runs a command and watches it and all processes it starts: time, CPU and memory (Linux only).

CPU times are those of all processes of its session, with those that ended. Memory of all together is the
sum of their proportional shares (PSS: what processes share is counted once).
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
EVERY = 0.1  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Look:
    """The processes at one moment: seconds of CPU so far, bytes of the largest and of all together."""

    at: float
    cpu: float
    largest: int
    together: int


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command took: seconds of wall time and CPU, bytes of memory at their peak."""

    status: int
    began: float
    wall: float
    looks: tuple[Look, ...]

    @property
    def cpu(self) -> float:
        return max((look.cpu for look in self.looks), default=0.0)

    @property
    def largest(self) -> int:
        return max((look.largest for look in self.looks), default=0)

    @property
    def together(self) -> int:
        return max((look.together for look in self.looks), default=0)

    def cpu_at(self, moment: float) -> float:
        """Seconds of CPU used until a moment of the monotonic clock."""
        return max((look.cpu for look in self.looks if look.at <= moment), default=0.0)


def watch(command: Sequence[str], log: Path) -> Watched:
    """Run a command until it ends; what it says goes to `log`."""
    began = time.monotonic()
    looks: list[Look] = []
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, stdout=said, stderr=said, start_new_session=True, env=_as_of_a_user()
        )
        while process.poll() is None:
            looks.append(look(process.pid))
            time.sleep(EVERY if time.monotonic() - began > 1 else EVERY / 10)
    return Watched(process.returncode, began, time.monotonic() - began, tuple(looks))


def _as_of_a_user() -> dict[str, str]:
    """The environment, but Python keeps what it has compiled, as it does unless it is told not to."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def look(session: int) -> Look:
    """All processes of a session now."""
    cpu = 0
    largest = together = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) != session:
                continue
            cpu += sum(int(field) for field in fields[11:15])
            shares = dict(line.split(":") for line in (folder / "smaps_rollup").read_text().splitlines()[1:])
        except (OSError, ValueError):  # it has just ended
            continue
        largest = max(largest, _kilobytes(shares, "Rss"))
        together += _kilobytes(shares, "Pss")
    return Look(time.monotonic(), cpu / TICKS, largest * 1024, together * 1024)


def _kilobytes(shares: dict[str, str], name: str) -> int:
    return int(shares.get(name, "0 kB").split()[0])
