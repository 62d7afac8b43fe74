"""The log of a run: `output/runs/<start>-<process>.jsonl`, a JSON object a line, written when it happens.

Every line has `time` (UTC) and `event`; a log without a line `run ended` is of a run that is still at work,
or was killed. It is for those who watch runs: it stands outside the releases, never changes what is
published, and trouble with it never troubles the run.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_KEPT = 100
_SUFFIX = ".jsonl"


class RunLog:
    """A log in the folder `folder`, which is made with the first line after `open`.

    What is written before that waits in memory: a run that is refused must not make folders.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{datetime.now(UTC):%Y-%m-%dT%H%M%S.%fZ}-{os.getpid()}{_SUFFIX}"
        self.trouble: str | None = None
        self._waiting: list[str] = []
        self._is_open = False
        self._stage: _Stage | None = None

    def open(self) -> None:
        """From now on lines go to the file; the oldest logs are removed."""
        if self._is_open:
            return
        self._is_open = True
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            others = sorted(path for path in self.path.parent.glob(f"*{_SUFFIX}") if path != self.path)
            for old in others[: max(0, len(others) + 1 - _KEPT)]:
                old.unlink(missing_ok=True)
        except OSError as error:
            self._give_up(error)
        waiting, self._waiting = self._waiting, []
        self._append("".join(waiting))

    def write(self, event: str, facts: Mapping[str, object]) -> None:
        """Add a line."""
        moment = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line = {"time": moment, "event": event, **facts}
        # In ASCII: a name of a file or an error may hold what is no Unicode, or what steers a terminal.
        self._append(json.dumps(line, default=str) + "\n")

    def follow(self, stage: str, done: int, total: int) -> None:
        """Take note of progress; a line is written when a stage begins and when it ends."""
        again = not done and not total  # announced once more: it failed, and is tried again
        if self._stage is None or self._stage.name != stage or again:
            self.end_stage(whole=self._stage is None or self._stage.name != stage)
            self._stage = _Stage(stage)
            self.write("stage begun", {"stage": stage})
        self._stage.done, self._stage.total = done, total

    def end_stage(self, *, whole: bool = True) -> None:
        """Whatever stage was at work is over; it is not `whole` when the run broke off in it."""
        if self._stage is not None:
            self.write("stage ended" if whole else "stage broken off", self._stage.facts())
            self._stage = None

    def _append(self, lines: str) -> None:
        if not self._is_open:
            self._waiting.append(lines)
        elif lines and self.trouble is None:
            try:
                with self.path.open("a", encoding="ascii") as file:
                    file.write(lines)
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        self.trouble = f"the log {self.path} cannot be written ({error.strerror})"


class _Stage:
    def __init__(self, name: str) -> None:
        self.name = name
        self.done = self.total = 0
        self._begun = time.monotonic()

    def facts(self) -> dict[str, object]:
        facts: dict[str, object] = {"stage": self.name, "seconds": round(time.monotonic() - self._begun, 3)}
        if self.total:
            facts |= {"done": self.done, "of": self.total}
        return facts
