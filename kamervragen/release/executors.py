"""Two executors beside those of the standard library: the interface that local and cluster work share."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

# Partitions in flight for each worker: one at work, one that waits for it, one that waits for us.
AT_ONCE = 3

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

    def __init__(self, executor: Executor, at_once: Callable[[], int]) -> None:
        """At most `at_once()` calls are handed in or have a result that nobody has taken yet."""
        self._executor = executor
        self._most = at_once

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand in one call."""
        return self._executor.submit(fn, *args, **kwargs)

    def result(self, future: Future[T]) -> T:
        """What came of a call, as soon as it is done."""
        return future.result()

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
                while len(waiting) >= self._most():
                    yield self.result(waiting.popleft())
            while waiting:
                yield self.result(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()
