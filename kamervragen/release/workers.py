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
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from types import ModuleType

from kamervragen.release.cluster import cluster
from kamervragen.release.executors import AT_ONCE, BoundedExecutor, InlineExecutor

# Loaded once, in the server that workers are forked from.
_PRELOADED = ("kamervragen.release.normalise", "kamervragen.raw.register")


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
    _start_server_deaf_to_interrupts()
    pool = ProcessPoolExecutor(count, mp_context=_Context(), initializer=_begin_worker)
    try:
        yield BoundedExecutor(pool, lambda: count * AT_ONCE)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


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
    multiprocessing.set_forkserver_preload(list(_PRELOADED))
    resource_tracker.ensure_running()  # it unblocks signals when it starts, so it goes first
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
