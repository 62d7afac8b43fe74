"""An existing Dask cluster to work with, behind the same interface as processes of our own.

Partitions travel inside the calls, so that workers need no folder of ours, and Dask gives the calls of a
worker that is lost to another one. What workers and scheduler need is this package, in the version that we
have.
"""

from __future__ import annotations

import asyncio
import logging
import os
import platform
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from kamervragen.release.code import code_version
from kamervragen.release.errors import WrongUseError
from kamervragen.release.executors import AT_ONCE, BoundedExecutor

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as DaskFuture

# How long a cluster may be without any worker, and how often we look, in seconds. (A result that does not
# arrive between two looks is asked for again.)
_PATIENCE = 300.0
_LOOK_EVERY = 30.0
_CONNECT_SECONDS = 10.0

P = ParamSpec("P")
T = TypeVar("T")


class ClusterError(Exception):
    """The cluster cannot do the work: it is gone, or its workers have other code than we have."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What must be the same wherever texts are read, so that a release does not depend on where that is."""

    package: str
    code: str
    python: str
    libraries: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"kamervragen {self.package} (code {self.code[:12]}) with Python {self.python},"
            f" {', '.join(self.libraries)}"
        )


@cache
def this_reader() -> Reader:
    """What this process reads with."""
    libraries = tuple(f"{name} {version(name)}" for name in ("ahocorasick-rs", "pyarrow"))
    return Reader(*code_version(), platform.python_version(), libraries)


def chosen_scheduler(executor: str, address: str | None) -> str | None:
    """The address of the scheduler to work with; None when the work is to be done by processes of our own.

    `executor` is "local" or "dask"; without an `address` the one in DASK_SCHEDULER_ADDRESS is taken.

    Raises:
        WrongUseError: they do not belong together, or there is no address.
    """
    if executor == "local":
        if address:
            raise WrongUseError("The address of a scheduler is for the executor dask: give --executor dask.")
        return None
    found = address or os.environ.get("DASK_SCHEDULER_ADDRESS")
    if not found:
        raise WrongUseError(
            "Where is the Dask scheduler? Give --address tcp://HOST:8786 or set DASK_SCHEDULER_ADDRESS."
        )
    return found


def check_cluster(scheduler: str) -> None:
    """See that there is a cluster, and that it has the code that we have.

    Raises:
        WrongUseError: with what to do about it.
    """
    with _connected(scheduler):
        pass


@contextmanager
def cluster(scheduler: str) -> Iterator[Executor]:
    """The workers of the cluster whose scheduler is at this address.

    Raises:
        WrongUseError: there is no such cluster, or it has no workers, or they have other code.
    """
    with _connected(scheduler) as client:
        yield _ClusterExecutor(client)


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError:
        raise WrongUseError(
            "A cluster needs the package distributed, which is not installed:"
            " pip install 'kamervragen[cluster]'."
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say in one sentence what it says in many
    try:
        client = Client(scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WrongUseError(f"No Dask scheduler answers at {scheduler} ({_first_line(error)}).") from None
    try:
        _check_code(client, scheduler)
        yield client
    finally:
        client.close()


def _check_code(client: Client, scheduler: str) -> None:
    try:
        # A cluster that grows on demand has its first worker only when there is something to do.
        client.submit(platform.python_version, pure=False).result(timeout=_PATIENCE)
    except TimeoutError:
        raise WrongUseError(f"The cluster at {scheduler} has no workers.") from None
    for worker, found in client.run(this_reader, on_error="return").items():
        if found != this_reader():
            raise WrongUseError(f"The worker {worker} {_other(found)}")
    try:
        client.submit(this_reader, pure=False).result()  # calls pass through the scheduler
    except RuntimeError as error:
        raise WrongUseError(f"The scheduler {scheduler} {_other(error)}") from None


def _other(found: object) -> str:
    needed = f"install the same wheel and locked libraries there as here: {this_reader()}."
    if isinstance(found, Reader):
        return f"has {found}; {needed}"
    return f"cannot run kamervragen ({_first_line(found)}); {needed}"


def _first_line(error: object) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def call_checked(reader: Reader, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Call `fn` in a worker, which may have joined the cluster after the others were looked at.

    Raises:
        ClusterError: the worker has other code than whoever sent the call.
    """
    if this_reader() != reader:
        raise ClusterError(f"A worker has {this_reader()}; the run was begun with {reader}.")
    return fn(*args, **kwargs)


class _ClusterExecutor(BoundedExecutor):
    """Not Dask's own executor, which waits for ever when the scheduler dies while it sends a result."""

    def __init__(self, client: Client) -> None:
        super().__init__(self, self._at_once)
        self._client = client

    def _at_once(self) -> int:
        """Depends on the workers that there are by now."""
        return AT_ONCE * max(1, self._threads())

    def _threads(self) -> int:
        with _scheduler_needed():
            threads: int = sum(self._client.nthreads().values())
            return threads

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Send one call; what is returned is Dask's own future, which does as ours do."""
        with _scheduler_needed():
            call = self._client.submit(call_checked, this_reader(), fn, *args, pure=False, **kwargs)
            return cast("Future[T]", call)

    def result(self, future: Future[T]) -> T:
        """What came of a call, as soon as it is done.

        Raises:
            ClusterError: the scheduler is lost, or there have been no workers for a long time.
        """
        idle = 0.0
        while True:
            with _scheduler_needed():
                try:
                    return future.result(_LOOK_EVERY)
                except TimeoutError:
                    if cast("DaskFuture", future).status == "error":  # the call itself has ended so
                        raise
            idle = 0.0 if self._threads() else idle + _LOOK_EVERY
            if idle >= _PATIENCE:
                raise ClusterError("The cluster has had no workers for a long time.")


@contextmanager
def _scheduler_needed() -> Iterator[None]:
    """Tell in our words that the scheduler is gone, which Dask does in several ways.

    Raises:
        ClusterError: it is gone.
    """
    from distributed.comm import CommClosedError

    try:
        yield
    except (asyncio.CancelledError, CancelledError, CommClosedError):
        raise ClusterError("The Dask scheduler was lost; start the run again.") from None
