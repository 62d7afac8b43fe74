"""Serve: the deployments of `prefect.yaml` on one machine, with a Prefect server of their own.

A schedule needs a real server: the one that Prefect embeds in a run has no scheduler.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml

from flows.records import TIDY
from kamervragen.release.errors import WrongUseError
from kamervragen.release.hooks import chosen_hooks

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment

HOST = "127.0.0.1"  # Prefect's server asks nobody for a password: it is for this machine only
DEPLOYMENTS = Path("prefect.yaml")
WRONG_USE = 2
BROKEN = 3

_START_SECONDS = 180  # over a minute on a slow machine the first time, when it makes its database
_STOP_SECONDS = 20


def main() -> int:
    """Serve until Ctrl-C or SIGTERM; returns the exit status (see docs/operating.md)."""
    parser = argparse.ArgumentParser(prog="python -m flows.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=4200, help="port of Prefect's server (default: 4200)")
    parser.add_argument(
        "--state",
        type=Path,
        default=Path("output/.prefect-server"),
        metavar="DIR",
        help="folder for the state of Prefect's server (default: output/.prefect-server)",
    )
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        chosen_hooks()  # those in the environment are for the runs; now is the time to find a mistake
        with server_at_hand(arguments.state.resolve(), arguments.port):
            serve_deployments()
    except KeyboardInterrupt:
        pass  # that is how one ends it
    except WrongUseError as error:
        print(f"serve: {error}", file=sys.stderr)
        return WRONG_USE
    except ServeError as error:
        print(f"serve: {error}", file=sys.stderr)
        return error.status
    print("Stopped serving.", flush=True)
    return 0


class ServeError(Exception):
    """Serving cannot begin, or cannot go on; the exit status says which."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def serve_deployments() -> None:
    """Look for runs to start, one at a time, until Ctrl-C or SIGTERM.

    Raises:
        ServeError: there is no prefect.yaml here.
    """
    from prefect.runner import Runner

    class _Runner(Runner):
        def handle_sigterm(self, *_: object) -> None:
            """Stop as on Ctrl-C: Prefect's own way ends the loop in the middle of its work."""
            _interrupt()

    # One at a time: a run waits for the one before it. A restart must not leave the schedules paused.
    runner = _Runner(name="kamervragen", limit=1, pause_on_shutdown=False)
    names = []
    for deployment in deployments():
        runner.add_deployment(deployment)
        names.append(f"{deployment.flow_name}/{deployment.name}")
    if not schedules_fire():
        print("warning: schedules will not fire: Prefect 3.8 needs SQLAlchemy below 2.1.", file=sys.stderr)
    address = os.environ["PREFECT_API_URL"].removesuffix("/api")
    print(f"Serving {' and '.join(names)}; to be seen at {address}; Ctrl-C stops it.", flush=True)
    asyncio.run(runner.start())


def schedules_fire() -> bool:
    """Whether the scheduler of Prefect's server can work with the SQLAlchemy that is installed.

    From 2.1 on, SQLAlchemy refuses the statement by which Prefect 3.8 writes down the runs to come.
    """
    return version("sqlalchemy").startswith(("1.", "2.0."))


def deployments() -> list[RunnerDeployment]:
    """The deployments in prefect.yaml, without the work pool, which serving has no use for."""
    try:
        described: list[dict[str, Any]] = yaml.safe_load(DEPLOYMENTS.read_bytes())["deployments"]
    except FileNotFoundError:
        raise ServeError(f"there is no {DEPLOYMENTS} in {Path.cwd()}; go there first.", WRONG_USE) from None
    return [_deployment(one) for one in described]


def _deployment(one: dict[str, Any]) -> RunnerDeployment:
    from prefect.flows import load_flow_from_entrypoint
    from prefect.schedules import Schedule

    deployment = load_flow_from_entrypoint(one["entrypoint"]).to_deployment(
        name=one["name"],
        description=one["description"],
        tags=one["tags"],
        parameters=one["parameters"],
        schedules=[Schedule(**schedule) for schedule in one["schedules"]],
    )
    return cast("RunnerDeployment", deployment)  # a coroutine only where an event loop runs


@contextmanager
def server_at_hand(state: Path, port: int) -> Iterator[None]:
    """A real Prefect server while the block runs: the one in PREFECT_API_URL, else our own.

    Our own keeps its state in the folder `state`. To be entered before Prefect is imported, which reads
    its settings from the environment only once.

    Raises:
        ServeError: our own server does not start, or stops by itself.
    """
    os.environ.setdefault("PREFECT_HOME", str(state))
    os.environ.setdefault("PREFECT_RUNNER_POLL_FREQUENCY", "5")
    os.environ["PREFECT_SERVER_EPHEMERAL_ENABLED"] = "false"
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    _check_free(port)
    for name, value in TIDY.items():
        os.environ.setdefault(name, value)
    os.environ["PREFECT_API_URL"] = f"http://{HOST}:{port}/api"
    state.mkdir(parents=True, exist_ok=True)
    with (state / "server.log").open("ab") as log, _started(port, log.fileno()) as server:
        _wait_until_healthy(server, f"http://{HOST}:{port}/api/health", state)
        threading.Thread(target=_end_with, args=[server], daemon=True).start()
        try:
            yield
        except KeyboardInterrupt:
            if server.poll() is not None:
                raise ServeError(f"Prefect's server stopped; see {state / 'server.log'}.", BROKEN) from None
            raise


@contextmanager
def _started(port: int, log: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)]
    # In a session of its own it does not see Ctrl-C: it has to outlive the runs that report to it.
    server = subprocess.Popen(  # noqa: S603  our own interpreter, and a number
        [*command, "--analytics-off"],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        yield server
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an impatient second Ctrl-C must not leave it behind
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        server.terminate()
        try:
            server.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ServeError(
                f"port {port} cannot be used ({error.strerror}). If a server from before listens there,"
                " stop it, or set PREFECT_API_URL to use it; else choose another --port.",
                WRONG_USE,
            ) from None


def _wait_until_healthy(server: subprocess.Popen[bytes], address: str, state: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310  an http address of our own
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise ServeError(f"Prefect's server did not start; see {state / 'server.log'}.", BROKEN)


def _end_with(server: subprocess.Popen[bytes]) -> None:
    """Without its server nothing would be run any more, and nobody would know."""
    server.wait()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_STOP_SECONDS)
    # Prefect's runner may wait for ever for a server that is gone; we never get here in a stop of our own.
    print("serve: Prefect's server stopped; see server.log in its state folder.", file=sys.stderr, flush=True)
    os._exit(BROKEN)


def _interrupt(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


if __name__ == "__main__":
    sys.exit(main())
