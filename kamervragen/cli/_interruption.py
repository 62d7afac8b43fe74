"""Being stopped from outside: Ctrl-C, or SIGTERM from whoever runs us.

Python raises KeyboardInterrupt wherever it happens to be, and libraries that call back into Python
sometimes swallow it. What was asked is therefore noted as well, and asked again at the next step.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(slots=True)
class Interruption:
    """Whether we were asked to stop, and by which signal."""

    signal: signal.Signals | None = None

    @property
    def status(self) -> int:
        """The exit status that tells of it, as shells have it: 130 after Ctrl-C."""
        return 128 + (self.signal or signal.SIGINT)

    def check(self, *_: object) -> None:
        """Raise KeyboardInterrupt when we were asked to stop and have not done so."""
        if self.signal is not None:
            raise KeyboardInterrupt(self.signal)


@contextmanager
def interruptible() -> Iterator[Interruption]:
    """Take note of being asked to stop while the block runs."""
    interruption = Interruption()

    def note(number: int, frame: FrameType | None) -> None:
        interruption.signal = signal.Signals(number)
        raise KeyboardInterrupt(number)

    before = {number: signal.signal(number, note) for number in _SIGNALS}
    hook = sys.unraisablehook
    sys.unraisablehook = _without_interrupts(hook)
    try:
        yield interruption
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)


def _without_interrupts(
    hook: Callable[[sys.UnraisableHookArgs], object],
) -> Callable[[sys.UnraisableHookArgs], object]:
    """Keep quiet about an interrupt that arrived where it could not be raised: it was noted."""

    def report(problem: sys.UnraisableHookArgs) -> None:
        if not issubclass(problem.exc_type, KeyboardInterrupt):
            hook(problem)

    return report
