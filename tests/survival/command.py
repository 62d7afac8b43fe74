"""The real command line, in a process whose changes to the names of files are watched from its first step."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.survival.operations import NAMING, Decision, Watch, let_watch
from tests.survival.warm import Ended


def release(
    raw: Path, output: Path, version: str, decide: Decision = lambda operation: None, workers: int = 2
) -> Ended:
    """`kamervragen release`, asking about every change to names in the folder that `output` is in.

    Writing is left alone: Prefect's database writes thousands of times. Temporary files go into that folder
    too. It returns when all processes of the run have ended.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    arguments = ["release", "--raw", str(raw), "--output", str(output), "--workers", str(workers)]
    if not (output / "releases" / version).exists():  # one that was killed after it had published it
        arguments += ["--version", version]
    command = [sys.executable, "-m", "tests.survival.command", str(theirs.fileno()), *arguments]
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    temporary = output.parent / "tmp"
    temporary.mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with (
        ours,
        subprocess.Popen(command, pass_fds=[theirs.fileno()], cwd=ROOT, env=environment, **pipes) as process,
    ):
        theirs.close()
        _, (listener,), _, _ = socket.recv_fds(ours, 1, 1)
        operations = Watch(listener, process.pid, output.parent).until_the_end(decide)
        os.close(listener)
        _, said = process.communicate(timeout=60)
    return Ended(process.returncode, said.decode(), tuple(operations))


def _begin(connection: socket.socket) -> None:
    listener = let_watch(NAMING)
    socket.send_fds(connection, [b"!"], [listener])
    os.close(listener)
    connection.close()


if __name__ == "__main__":
    _begin(socket.socket(fileno=int(sys.argv[1])))
    sys.argv[:2] = ["kamervragen"]
    from kamervragen.cli import main

    sys.exit(main())
