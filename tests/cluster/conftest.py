"""A real Dask cluster on loopback: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from distributed import Client


@dataclass
class Cluster:
    """A scheduler and its workers; `folder` is for what they write."""

    folder: Path
    ending: ExitStack
    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_scheduler(self, **environment: str) -> subprocess.Popen[bytes]:
        """The scheduler; it may take a moment before it answers."""
        return self._start("scheduler", "--port", self.address.rpartition(":")[2], **environment)

    def add_worker(self, **environment: str) -> None:
        """One more worker, which is ready for work when this returns."""
        options = ("--nthreads", 1, "--no-nanny", "--local-directory", self.folder / "workers")
        self.workers.append(self._start("worker", self.address, *options, **environment))
        with Client(self.address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=120)

    def kill_worker(self) -> None:
        """The first worker dies on the spot."""
        self.workers[0].kill()

    def living_workers(self) -> int:
        """How many workers the scheduler knows."""
        with Client(self.address, timeout=60, set_as_default=False) as client:
            return len(client.nthreads())

    def _start(self, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "dask",
            *map(str, arguments),
            "--host",
            "127.0.0.1",
            "--no-dashboard",
        ]
        with (self.folder / f"{arguments[0]}.log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env={**os.environ, **environment}, stdout=log, stderr=log
            )
        self.ending.callback(process.wait)
        self.ending.callback(process.kill)
        return process


@pytest.fixture
def new_cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of which nothing has been started."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with ExitStack() as ending:
        yield Cluster(folder, ending, address)


@pytest.fixture
def cluster(new_cluster: Cluster) -> Cluster:
    """A scheduler and two workers."""
    new_cluster.start_scheduler()
    new_cluster.add_worker()
    new_cluster.add_worker()
    return new_cluster
