"""How far a run has come and what it has found, told to whoever wants to show it or write it down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

Listener = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and of how much (0: not known)."""

Noter = Callable[[str, Mapping[str, object]], None]
"""Called with the name of an event and what is to be known about it, as JSON can hold it."""

_listeners: list[Listener] = []
_noters: list[Noter] = []


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell `listener` about all progress in this process while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


@contextmanager
def noting(noter: Noter) -> Iterator[None]:
    """Tell `noter` about all events in this process while the block runs."""
    _noters.append(noter)
    try:
        yield
    finally:
        _noters.remove(noter)


def stage(name: str) -> Callable[[int, int], None]:
    """Announce a stage; the result is to be called with how much of it is done, of how much."""
    report(name, 0, 0)
    return partial(report, name)


def report(name: str, done: int, total: int) -> None:
    """Tell that `done` of `total` of the stage is done."""
    for listener in _listeners:
        listener(name, done, total)


def note(event: str, **facts: object) -> None:
    """Tell what has happened."""
    for noter in _noters:
        noter(event, facts)
