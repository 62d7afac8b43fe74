"""A process that has loaded all that a run needs, and makes a copy of itself for each run.

Loading takes seconds and a run one: this is what makes hundreds of runs possible. Started by itself it
takes its orders from the socket whose number it is given.
"""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.survival.operations import Decision, Operation, Watch, let_watch

BROKEN, INTERRUPTED = 3, 130


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit status (minus the signal, when it was killed), what it complained of, and
    the changes to files that it made or tried."""

    status: int
    said: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Warm:
    """Our end of the process."""

    connection: socket.socket

    def run(
        self,
        raw: Path,
        output: Path,
        version: str,
        decide: Decision = lambda operation: None,
        workers: int = 1,
    ) -> Ended:
        """Release `raw`, asking about every change to a file in the folder that `output` is in."""
        order = {"raw": str(raw), "output": str(output), "version": version, "workers": workers}
        self.connection.sendall(json.dumps(order).encode())
        process, (listener,), _, _ = socket.recv_fds(self.connection, 100, 1)
        try:
            operations = Watch(listener, int(process), output.parent).until_the_end(decide)
        finally:
            os.close(listener)
        status, said = json.loads(self.connection.recv(100_000))
        return Ended(status, said, tuple(operations))


@contextmanager
def warm() -> Iterator[Warm]:
    """The process, for as long as the block runs."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", "tests.survival.warm", str(theirs.fileno())]
    with ours, subprocess.Popen(command, pass_fds=[theirs.fileno()], cwd=ROOT) as process:
        theirs.close()
        try:
            yield Warm(ours)
        finally:
            ours.close()  # that ends it
            process.wait(30)


def _serve(connection: socket.socket) -> None:
    while order := connection.recv(100_000):
        read, write = os.pipe()
        process = os.fork()
        if not process:
            os.close(read)
            _begin(connection, json.loads(order), write)
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            said = pipe.read().decode()
        _, status = os.waitpid(process, 0)
        connection.sendall(json.dumps([os.waitstatus_to_exitcode(status), said]).encode())


def _begin(connection: socket.socket, order: dict[str, str], complaints: int) -> None:
    """The run, in a process of its own."""
    raw, output = Path(order["raw"]), Path(order["output"])
    tempfile.tempdir = os.environ["TMPDIR"] = str(output.parent / "tmp")  # what is left there is seen too
    Path(tempfile.tempdir).mkdir(exist_ok=True)
    listener = let_watch()
    socket.send_fds(connection, [str(os.getpid()).encode()], [listener])
    os.close(listener)
    connection.close()
    status = 0
    try:
        release(raw, output, order["version"], int(order["workers"]))
    except Exception as error:  # as the command line does: told, and a status of its own
        status = BROKEN
        os.write(complaints, f"{type(error).__name__}: {error}".encode())
    except KeyboardInterrupt:
        status = INTERRUPTED
    atexit._run_exitfuncs()
    os._exit(status)


def release(raw: Path, output: Path, version: str, workers: int) -> None:
    """The stages of a run, as the flows call them."""
    from kamervragen.release.build import build_tables
    from kamervragen.release.output import Output
    from kamervragen.release.publish import publish
    from kamervragen.release.run import begun
    from kamervragen.release.unchanged import inputs_of_run, mark
    from kamervragen.release.versions import parse_version

    # One that was killed just after it had published its release finds that nothing has changed.
    done = (output / "releases" / version).exists()
    with begun(raw, output, None if done else version, workers) as run:
        report = build_tables(
            run.raw, run.work, run.ready, run.previous, workers, store=Output(run.output).readings
        )
        wanted = parse_version(run.version)
        assert wanted is not None
        assert not report.stopped, [check.id for check in report.failed("critical")]
        publication = publish(run.ready, Output(run.output), wanted)
        mark(Output(run.output), publication.release, inputs_of_run(run.work))


if __name__ == "__main__":
    from kamervragen.quality import expectations

    expectations._definition()
    _serve(socket.socket(fileno=int(sys.argv[1])))
