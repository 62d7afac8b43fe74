"""Workers: they need no guarded main program, do not import it, and end with the process they work for."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kamervragen.release.executors import BoundedExecutor, InlineExecutor
from kamervragen.release.workers import WorkerLostError, workers

SCRIPT = """
import os, signal, sys, time
from kamervragen.release.workers import workers
with workers(2) as pool:
    print(sorted(pool.map(abs, [-1, 2, -3])), flush=True)
    {ending}
"""


@pytest.mark.parametrize(("ending", "status"), [("pass", 0), ("os.kill(os.getpid(), signal.SIGKILL)", -9)])
def test_a_plain_script_may_use_them_and_none_outlives_it(ending: str, status: int) -> None:
    # `communicate` returns only when the last process that holds our pipe is gone.
    script = subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(ending=ending)], stdout=subprocess.PIPE, text=True
    )
    output, _ = script.communicate(timeout=60)
    assert (output, script.returncode) == ("[1, 2, 3]\n", status)


KILLED = """
import os, signal
from kamervragen.release.workers import workers
with workers(2) as pool:
    pool.submit(abs, -1)
    os.kill(os.getpid(), signal.SIGKILL)
"""

ASKED_TO_STOP = """
import os, signal, sys
from kamervragen.release.workers import workers

def ask(frame, event, argument):
    if event == "return" and frame.f_code.co_name == "_launch":
        sys.setprofile(None)
        os.kill(os.getpid(), signal.SIGINT)

try:
    with workers(2) as pool:
        sys.setprofile(ask)
        pool.submit(abs, -1)
        print("goes on")
except KeyboardInterrupt:
    print("stopped")
"""


def test_a_worker_that_starts_while_we_are_asked_to_stop_says_nothing() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASKED_TO_STOP],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (said.stdout, said.stderr, said.returncode) == ("stopped\n", "", 0)


def test_killed_when_a_worker_has_just_started_it_leaves_no_temporary_files() -> None:
    with tempfile.TemporaryDirectory() as folder:  # its name is short, as those of sockets must be
        said = subprocess.run(  # this, too, waits for the last process that holds our pipes
            [sys.executable, "-c", KILLED],
            env={**os.environ, "TMPDIR": folder},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert said.returncode == -signal.SIGKILL
        assert list(Path(folder).iterdir()) == []


ALL_KILLED = """
import os, signal
from kamervragen.release.workers import workers
with workers(2) as pool:
    pool.submit(abs, -1).result()
    os.killpg(0, signal.SIGKILL)
"""


def test_what_is_left_when_all_processes_are_killed_at_once_is_removed_by_the_next_run() -> None:
    with tempfile.TemporaryDirectory() as folder:

        def run(script: str) -> int:
            environment = {**os.environ, "TMPDIR": folder}
            return subprocess.run(
                [sys.executable, "-c", script],
                env=environment,
                stdout=subprocess.PIPE,
                check=False,
                timeout=60,
                start_new_session=True,
            ).returncode

        assert run(ALL_KILLED) == -signal.SIGKILL
        assert any(Path(folder).glob("pymp-*"))
        assert run(SCRIPT.format(ending="pass")) == 0
        assert list(Path(folder).iterdir()) == []


def test_a_note_of_a_process_that_lives_is_left_alone() -> None:
    with tempfile.TemporaryDirectory() as folder:
        script = SCRIPT.format(ending="input()")
        environment = {**os.environ, "TMPDIR": folder}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen([sys.executable, "-c", script], env=environment, **pipes) as first:
            assert first.stdout is not None
            assert first.stdout.readline() == b"[1, 2, 3]\n"
            theirs = sorted(Path(folder).iterdir())
            ending = SCRIPT.format(ending="pass")
            subprocess.run([sys.executable, "-c", ending], env=environment, check=True, timeout=60)
            assert sorted(Path(folder).iterdir()) == theirs
            first.communicate(b"\n", timeout=60)
        assert list(Path(folder).iterdir()) == []


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_in_the_work_reaches_whoever_asked_for_it(count: int) -> None:
    with workers(count) as pool, pytest.raises(ValueError, match="invalid literal"):
        list(pool.map(int, ["1", "geen getal"]))


def counted(numbers: range, given: list[int]) -> Iterator[int]:
    for number in numbers:
        given.append(number)
        yield number


def test_work_is_handed_in_as_results_are_taken() -> None:
    given: list[int] = []
    results = BoundedExecutor(InlineExecutor(), lambda: 3).map(abs, counted(range(100), given))
    for taken, result in enumerate(results, start=1):
        assert result == taken - 1
        assert len(given) <= taken + 2


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_the_work(count: int) -> None:
    with workers(count) as pool:
        assert list(pool.map(pow, range(50), range(50))) == [number**number for number in range(50)]
        assert list(pool.map(abs, [])) == []


def test_work_that_kills_whoever_has_it_ends_with_an_error_that_says_so() -> None:
    with workers(2) as pool, pytest.raises(WorkerLostError, match="ended from outside 3 times"):
        list(pool.map(os._exit, [9]))


def test_work_of_a_worker_that_is_gone_is_done_by_another(tmp_path: Path) -> None:
    with workers(2) as pool:
        done = list(pool.map(partial(_die_once, tmp_path), range(20)))
    assert done == list(range(20))
    assert len(list(tmp_path.iterdir())) == 1


def _die_once(folder: Path, number: int) -> int:
    if number == 7 and not list(folder.iterdir()):
        (folder / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_they_know_what_the_environment_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    with workers(2) as pool:
        assert list(pool.map(os.getenv, ["KAMERVRAGEN_TRIED"])) == [None]
    monkeypatch.setenv("KAMERVRAGEN_TRIED", "since")
    with workers(2) as pool:
        assert list(pool.map(os.getenv, ["KAMERVRAGEN_TRIED"])) == ["since"]
