"""Where Prefect keeps its state and how loud it is when a run is started from the command line."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kamervragen.release.errors import WrongUseError

_QUIET = {
    # The command line says itself what went wrong. Prefect's own log stays complete (see it in its UI);
    # the server would print a traceback whenever a client leaves.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}


@contextmanager
def prefect_at_hand(state: Path) -> Iterator[None]:
    """A Prefect server from now on: the one in PREFECT_API_URL, else one of our own in this process.

    Our own keeps its state in the folder `state`. To be entered before Prefect is imported, which reads
    its settings from the environment only once.

    Raises:
        WrongUseError: our own server does not start.
    """
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("PREFECT_HOME", str(state))
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    os.environ["PREFECT_SERVER_EPHEMERAL_ENABLED"] = "true"
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, get_current_settings, temporary_settings

    server = SubprocessASGIServer()  # the one that Prefect itself would start: there is one per process
    timeout = get_current_settings().server.ephemeral.startup_timeout_seconds
    try:
        with _no_interrupts():
            server.start(timeout)
    except RuntimeError as error:
        raise WrongUseError(f"Prefect's server did not start; its state is in {state}. {error}") from error
    # Prefect stops it at the end of the process, after it has sent the last of its log there.
    # Nobody waits here for a sign of life from a flow, and each flow takes a second to stop giving it.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Processes started in the block never see Ctrl-C: the server must outlive the run that it records."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
