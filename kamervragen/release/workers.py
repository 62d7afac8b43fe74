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
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

# Loaded once, in the server that workers are forked from.
_PRELOADED = ("kamervragen.release.normalise", "kamervragen.raw.register")

# Partitions in flight for each worker: one at work, one that waits for it, one that waits for us.
_AT_ONCE = 3

P = ParamSpec("P")
T = TypeVar("T")


class InlineExecutor(Executor):
    """Does the work at once in this process: for a single worker, and for tests."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call `fn`; the future is done when it is returned."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # whoever asks for the result gets it, as with any executor
            future.set_exception(error)
        return future

    def map(
        self,
        fn: Callable[..., T],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[T]:
        """The results in order, each made when it is asked for, so that none of them waits in memory."""
        return map(fn, *iterables)


class BoundedExecutor(Executor):
    """Another executor, whose `map` hands in work only as results are taken.

    What is made and waits in memory is bounded then, however much work there is and whoever does it.
    """

    def __init__(self, executor: Executor, at_once: int) -> None:
        """At most `at_once` calls are handed in or have a result that nobody has taken yet."""
        self._executor = executor
        self._at_once = at_once

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand in one call."""
        return self._executor.submit(fn, *args, **kwargs)

    def map(
        self,
        fn: Callable[..., T],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[T]:
        """The results in order; the arguments are asked for one by one, when there is room."""
        waiting: deque[Future[T]] = deque()
        try:
            for arguments in zip(*iterables, strict=False):
                waiting.append(self.submit(fn, *arguments))
                if len(waiting) == self._at_once:
                    yield waiting.popleft().result(timeout)
            while waiting:
                yield waiting.popleft().result(timeout)
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def workers(count: int) -> Iterator[Executor]:
    """`count` processes to work with. When the block is left by an error, waiting work is dropped."""
    if count <= 1:
        yield InlineExecutor()
        return
    _start_server_deaf_to_interrupts()
    pool = ProcessPoolExecutor(count, mp_context=_Context(), initializer=_begin_worker)
    try:
        yield BoundedExecutor(pool, count * _AT_ONCE)
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
