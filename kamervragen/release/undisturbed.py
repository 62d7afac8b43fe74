"""Stretches of a run that must not be left half-way when somebody asks it to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Whoever asks us to stop in the block is heard after it.

    Blocking the signals would not do: Python's handlers run here, whichever thread the system interrupts.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # handlers run in the main thread only
        return
    asked: list[int] = []
    before = {
        number: signal.signal(number, lambda asking, frame: asked.append(asking))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for asking in asked:
            signal.raise_signal(asking)
