"""How far a run has come, told to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

Listener = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and of how much (0: not known)."""

_listeners: list[Listener] = []


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell `listener` about all progress in this process while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def stage(name: str) -> Callable[[int, int], None]:
    """Announce a stage; the result is to be called with how much of it is done, of how much."""
    report(name, 0, 0)
    return partial(report, name)


def report(name: str, done: int, total: int) -> None:
    """Tell that `done` of `total` of the stage is done."""
    for listener in _listeners:
        listener(name, done, total)
