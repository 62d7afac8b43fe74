"""The record of a run, however it was started: its log, and the hook that is called when it has ended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from kamervragen.release import hooks
from kamervragen.release.hooks import Hooks
from kamervragen.release.log import RunLog
from kamervragen.release.outcome import Ending, Outcome, ended_by, ended_well
from kamervragen.release.output import Output
from kamervragen.release.places import local_folder
from kamervragen.release.progress import listening, noting
from kamervragen.release.remote_output import RemoteOutput, send_log
from kamervragen.release.request import misplaced
from kamervragen.storage import AddressError, Remote, Storage

Complain = Callable[[str], None]

_at_work: list[Recording] = []


class Recording:
    """What is written down of one run."""

    def __init__(
        self,
        raw: Path | Remote,
        output: Path | RemoteOutput,
        chosen: Hooks,
        complain: Complain,
        asked: Mapping[str, object],
    ) -> None:
        self._raw, self._output, self._hooks, self._complain = raw, output, chosen, complain
        self._places = {"raw": str(_absolute(raw)), "output": str(_absolute(output))}
        self._began = time.monotonic()
        self._outcome: Outcome | None = None
        self._log = RunLog(Output(local_folder(output).absolute()).runs)
        me = {"kamervragen": version("kamervragen"), "process": os.getpid()}
        self._log.write("run begun", {**me, **self._places, **asked})

    def came_of_it(self, outcome: Outcome) -> None:
        """To be called when the run has come to its end."""
        self._outcome = outcome

    def follow(self, stage: str, done: int, total: int) -> None:
        """Take note of progress."""
        self._log.open()  # a stage only begins in an output that can be used
        self._log.follow(stage, done, total)

    def note(self, event: str, facts: Mapping[str, object]) -> None:
        """Take note of something that happened."""
        self._log.write(event, facts)

    def end(self, error: BaseException | None) -> None:
        """Write how the run ended, and call the hook for that."""
        ending = self._ending(error)
        facts = {
            "outcome": ending.outcome,
            "exit_status": int(ending.exit_status),
            "seconds": round(time.monotonic() - self._began, 3),
            **ending.facts,
        }
        if self._may_write():
            self._log.open()
        self._log.end_stage(whole=error is None)
        self._log.write("run ended", facts)
        self._call(self._hooks.on_success if ending.success else self._hooks.on_failure, facts)
        if self._log.trouble and ending.outcome != "refused":  # that may be why it was refused
            self._complain(self._log.trouble)
        if isinstance(self._output, RemoteOutput) and self._log.path.is_file():
            trouble = self._sent(self._output)
            if trouble and ending.outcome != "refused":
                self._complain(trouble)

    def _ending(self, error: BaseException | None) -> Ending:
        if error is None and self._outcome is not None:
            return ended_well(self._outcome)
        return ended_by(error or RuntimeError("the run has not said what came of it"))

    def _may_write(self) -> bool:
        """Whether there is an output folder that logs can be put in; a refused run makes none."""
        return local_folder(self._output).is_dir() and misplaced(self._raw, self._output) is None

    def _sent(self, output: RemoteOutput) -> str | None:
        """Send the log to where the output is; returns what went wrong."""
        try:
            send_log(Storage(output.folder), self._log.path)
        except (AddressError, OSError) as error:
            return f"the log {self._log.path} could not be sent to {output.folder}: {error}"
        return None

    def _call(self, hook: hooks.Hook | None, facts: Mapping[str, object]) -> None:
        if hook is None:
            return
        trouble = hooks.call(hook, {"job": "kamervragen release", **self._places, **facts})
        self._log.write("hook called", {"hook": hook.name, "trouble": trouble})
        if trouble:
            self._complain(f"the hook {hook.name} failed: {trouble}")


def _absolute(place: Path | Remote | RemoteOutput) -> Path | Remote:
    if isinstance(place, RemoteOutput):
        return place.folder
    return place.absolute() if isinstance(place, Path) else place


@contextmanager
def recorded(
    raw: Path | Remote, output: Path | RemoteOutput, chosen: Hooks, complain: Complain, **asked: object
) -> Iterator[Recording]:
    """Write down a run of the main job while the block runs, and call one of the `chosen` hooks at its end.

    `complain` is told what went wrong with that, which is not the run's trouble; `asked` is what else was
    asked of the run. The command line records a run from before Prefect is at hand, and the flow in it is no
    second run.
    """
    if _at_work:
        yield _at_work[-1]
        return
    recording = Recording(raw, output, chosen, complain, asked)
    _at_work.append(recording)
    error: BaseException | None = None
    try:
        with listening(recording.follow), noting(recording.note):
            yield recording
    except BaseException as raised:  # Ctrl-C, too, goes into the log
        error = raised
        raise
    finally:
        _at_work.remove(recording)
        recording.end(error)
