"""Processes to share the work over, behind the one interface that local and cluster work have in common.

Workers import only what they run, never the framework that drives the run. They leave Ctrl-C to the
process that started them, and end by themselves when that process is gone, however it went.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.util import get_temp_dir
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

from kamervragen.release import sockets
from kamervragen.release.cluster import cluster
from kamervragen.release.executors import AT_ONCE, BoundedExecutor, InlineExecutor
from kamervragen.release.undisturbed import undisturbed

# Loaded once, in the server that workers are forked from. Arrow loads pandas with the first list it is given.
_PRELOADED = ("pandas", "kamervragen.release.normalise", "kamervragen.raw.register")

# So often a piece of work is given out before it is taken to be what ends the workers.
_TRIES = 3

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def workers(count: int, scheduler: str | None = None) -> Iterator[Executor]:
    """`count` processes to work with, or else the Dask cluster whose `scheduler` is given by its address.

    When the block is left by an error, waiting work is dropped.

    Raises:
        WrongUseError: the cluster cannot be used.
    """
    if scheduler is not None:
        with cluster(scheduler) as executor:
            yield executor
        return
    if count <= 1:
        yield InlineExecutor()
        return
    pool = _Pool(count)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class WorkerLostError(Exception):
    """Work that no worker lives through."""


class _Pool(BoundedExecutor):
    """A number of processes, all replaced when one of them is gone; their work is given out again.

    They are started when the first work is handed in: sometimes there is none.
    """

    def __init__(self, count: int) -> None:
        super().__init__(self, lambda: count * AT_ONCE)
        self._count = count
        self._again: dict[Future[Any], Callable[[], Future[Any]]] = {}
        self._processes: ProcessPoolExecutor | None = None

    def _begin(self) -> ProcessPoolExecutor:
        _start_server_deaf_to_interrupts()
        return ProcessPoolExecutor(
            self._count, mp_context=_Context(), initializer=_begin_worker, initargs=(dict(os.environ),)
        )

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand in one call."""
        with undisturbed():  # a process that is left alone while it starts complains of that on stderr
            future = self._hand_in(fn, *args, **kwargs)
        self._again[future] = partial(self._hand_in, fn, *args, **kwargs)
        return future

    def _hand_in(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._processes is None:
            self._processes = self._begin()
        try:
            return self._processes.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._processes.shutdown(wait=False)
            self._processes = self._begin()
            return self._processes.submit(fn, *args, **kwargs)

    def result(self, future: Future[T]) -> T:
        """What came of a call, as soon as it is done.

        Raises:
            WorkerLostError: several times the process that had it is gone.
        """
        again = self._again.pop(future)
        for _ in range(_TRIES - 1):
            try:
                return future.result()
            except BrokenExecutor:
                with undisturbed():
                    future = again()
        try:
            return future.result()
        except BrokenExecutor:
            raise WorkerLostError(
                f"The processes that work for us have been ended from outside {_TRIES} times over the same"
                " files; is the memory full?"
            ) from None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end."""
        if self._processes is not None:
            self._processes.shutdown(wait, cancel_futures=cancel_futures)


class _Worker(ForkServerProcess):
    """A process that does not import the main program again, which may be a script or Prefect's engine."""

    def start(self) -> None:
        """As always, with an empty main program while what the new process gets is put together."""
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            super().start()
        finally:
            sys.modules["__main__"] = main


class _Context(ForkServerContext):
    Process = _Worker


def _start_server_deaf_to_interrupts() -> None:
    """Workers are forked from a small server process and inherit that Ctrl-C is not for them.

    Setting that in each worker would leave a moment at its birth in which Ctrl-C prints a traceback.
    """
    multiprocessing.set_forkserver_preload([sockets.__name__, *_PRELOADED])
    os.environ[sockets.SOCKETS] = sockets.noted(get_temp_dir())
    resource_tracker.ensure_running()  # it unblocks signals when it starts, so it goes first
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        del os.environ[sockets.SOCKETS]


def _begin_worker(environment: Mapping[str, str]) -> None:
    """`environment`: that of the process we work for; the server's may be older, and lack credentials."""
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
