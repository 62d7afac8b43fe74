"""What Prefect keeps of earlier runs does not grow for ever.

A server that stays up tidies up by itself, when it is told to. The one that a run brings along is gone
before it would: its records (some 140 kB a run) begin anew when they have become large. What counts of a run
stands in its release and its log.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LARGE = 64 << 20
"""Bytes from which the records begin anew."""

TIDY = {
    # Runs that ended 90 days ago; events go after 7 days anyhow.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}
"""Settings for a server that stays up."""

_DATABASE = "prefect.db"


@contextmanager
def records(state: Path) -> Iterator[None]:
    """The records in the folder `state` are in use while the block runs, by us and perhaps by other runs."""
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(state, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:  # Prefect is about to say what is wrong with the folder
        yield
        return
    try:
        with suppress(OSError):  # others use them
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _begin_anew_when_large(state)
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


def _begin_anew_when_large(state: Path) -> None:
    if (state / _DATABASE).stat().st_size > LARGE:
        for file in state.glob(f"{_DATABASE}*"):  # the journals beside it too
            file.unlink()
