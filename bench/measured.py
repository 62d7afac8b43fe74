"""What one run of the whole job took."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the job, in seconds."""

    name: str
    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds, and bytes read, held and written. `status` is 0 when a release was published."""

    documents: int
    workers: int
    status: int
    wall: float
    cpu: float
    floor_cpu: float
    read: int
    written: int
    largest: int
    together: int
    stages: tuple[Stage, ...]
