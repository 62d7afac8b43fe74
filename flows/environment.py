"""Where Prefect keeps its state and how loud it is when a run is started from the command line.

Prefect's server runs in a thread of the run itself: it costs half of what a process of its own does, and
it is gone when the run is, however that went.
"""

from __future__ import annotations

import gc
import logging
import os
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.records import records
from kamervragen.deferring import uncollected
from kamervragen.release.files import write_atomically

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_QUIET = {
    # The command line says itself what went wrong. Prefect's own log stays complete (see it in its UI);
    # the server would print a traceback whenever a client leaves.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}
# What a server that is there for one run does for nobody: kinds of stored settings ("blocks"), of which a run
# uses none; a second copy of what happened, beside the states of flows and tasks, and listeners to that; and
# checks of the types in a library of its own.
_SPARED = {
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_EVENTS_STREAM_OUT_ENABLED": "false",
    "PY_KEY_VALUE_DISABLE_BEARTYPE": "true",
}
# What a run asks of the server. The routes of what stands before it in the server's list, some 150, would be
# built at the first request and tried at each.
_ASKED = {"/flows", "/flow_runs", "/task_runs", "/artifacts", "/logs", "/events", "/admin"}
# By Python's own measure (700) much time goes into looking for garbage, of which there is hardly any. What
# there is keeps Prefect's database open: at 50,000 its journal was left beside it in one run of five.
_OBJECTS_BEFORE_LOOKING = 10_000
_HOST = "127.0.0.1"
_STOP_SECONDS = 5


class PrefectError(Exception):
    """Prefect's own server does not start, or cannot do its work; the message says why."""


@contextmanager
def prefect_at_hand(state: Path) -> Iterator[None]:
    """A Prefect server while the block runs: the one in PREFECT_API_URL, else one of our own.

    Our own keeps its state in the folder `state`. To be entered before Prefect is imported, which reads
    its settings from the environment only once.

    Raises:
        PrefectError: our own server does not start, or stopped the run since it cannot keep its state.
    """
    logging.raiseExceptions = False  # a log that cannot be kept is no news for those who look on
    _set_unless_set({**_QUIET, "PREFECT_HOME": str(state)})
    gc.set_threshold(_OBJECTS_BEFORE_LOOKING)
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    with socket.create_server((_HOST, 0)) as listening:
        # asyncio sees to this only where a socket names its protocol. Without it each answer, sent as head
        # and body, waits for 40 milliseconds until its head is acknowledged.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _set_unless_set(_SPARED)
        os.environ["PREFECT_API_URL"] = f"http://{_HOST}:{listening.getsockname()[1]}/api"
        with uncollected():
            from prefect.settings import (
                PREFECT_CLIENT_CSRF_SUPPORT_ENABLED,
                PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
                temporary_settings,
            )

        ours = {
            # Nobody waits for a sign of life from a flow, and each flow takes a second to stop giving it.
            PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
            # Our own server asks for no such token, and each flow would ask it for one.
            PREFECT_CLIENT_CSRF_SUPPORT_ENABLED: False,
        }
        with records(state), _serving(listening, state), temporary_settings(ours | _one_authority(state)):
            yield


def _one_authority(state: Path) -> dict[Any, str]:
    """The setting that has Prefect's clients trust a single authority: the fewest that it can be told to.

    They would load all there are, ten times in a run, to speak HTTPS, which our own server does not.
    """
    import certifi
    from prefect.settings import PREFECT_API_SSL_CERT_FILE

    first, end, _ = certifi.contents().partition("-----END CERTIFICATE-----\n")
    content, path = (first + end).encode("ascii"), state / "authority.pem"
    try:
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path, content)
    except OSError:  # Prefect is about to say what is wrong with the folder
        return {}
    return {PREFECT_API_SSL_CERT_FILE: str(path)}


def _set_unless_set(settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        os.environ.setdefault(name, value)


@contextmanager
def _serving(listening: socket.socket, state: Path) -> Iterator[None]:
    trouble, failures = ["it took too long"], list[Exception]()
    with uncollected():
        import uvicorn
        from prefect.exceptions import PrefectHTTPStatusError
        from prefect.server.api import server as prefects

        routers = sorted(prefects.API_ROUTERS, key=lambda router: router.prefix not in _ASKED)
        prefects.API_ROUTERS = tuple(routers)  # type: ignore[assignment]  # how many is a part of its type
        app = _noting(prefects.create_app(ephemeral=True), trouble, failures)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        if not _has_started(server, thread):
            raise PrefectError(f"Prefect's server did not start; its state is in {state}: {trouble[-1]}")
        try:
            yield
        except PrefectHTTPStatusError as error:
            if not failures:
                raise
            # What its answer says is only that it failed. Of the database, without its statement.
            why = getattr(failures[-1], "orig", None) or failures[-1]
            raise PrefectError(f"Prefect's server failed; its state is in {state}: {why}") from error
    finally:
        _send_what_waits()
        server.should_exit = True
        thread.join(_STOP_SECONDS)


def _has_started(server: uvicorn.Server, thread: threading.Thread) -> bool:
    from prefect.settings import get_current_settings

    end = time.monotonic() + get_current_settings().server.ephemeral.startup_timeout_seconds
    with uncollected():
        while not server.started and thread.is_alive() and time.monotonic() < end:
            time.sleep(0.01)
    return server.started


def _noting(app: FastAPI, trouble: list[str], failures: list[Exception]) -> ASGIApp:
    """The same application; it notes why it does not start (lines of a traceback), and what it fails on."""

    async def noting(scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                trouble.extend(line for line in message["message"].splitlines() if "://" not in line)
            await send(message)

        try:
            await app(scope, receive, note if scope["type"] == "lifespan" else send)
        except Exception as error:  # the server answers with "failed" alone; nothing is held back here
            failures.append(error)
            raise

    return noting


def _send_what_waits() -> None:
    """The last of the log and of the events, which Prefect else sends when the server is gone."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    for worker in (APILogWorker, EventsWorker):
        worker.drain_all(timeout=_STOP_SECONDS)
