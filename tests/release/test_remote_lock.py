"""One run at a time in an output in object storage, however the others came or went."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kamervragen.release.errors import WrongUseError
from kamervragen.release.progress import listening
from kamervragen.release.remote_lock import LockLostError, Pace, check_held, held
from kamervragen.storage import Remote, Storage
from tests.conftest import poll

FAST = Pace(renewed=0.02, dead=1.0, look=0.01)
# As of somebody who has died: no renewals that one lives to see.
SILENT = Pace(renewed=3600, dead=1.0, look=0.01)
WATCHING = Pace(renewed=0.02, dead=0.1, look=0.01)


def renewals(storage: Storage, name: str) -> int:
    count: int = json.loads(storage.read_whole(name))["renewed"]
    return count


@pytest.fixture(params=["memory", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "memory":
        return Storage(Remote(f"memory:/{tmp_path}"))
    bucket: Remote = request.getfixturevalue("bucket")
    return Storage(bucket / "output")


def test_the_lock_is_there_while_the_block_runs_and_says_whose_it_is(storage: Storage) -> None:
    with held(storage, FAST) as name:
        check_held(storage, name)
        holder = json.loads(storage.read_whole(name))
        assert sorted(holder) == ["host", "process", "renewed", "since", "token"]
    assert storage.objects() == {}


def test_a_second_run_is_told_who_holds_it(storage: Storage) -> None:
    with held(storage, FAST) as name:
        holder = json.loads(storage.read_whole(name))
        with (
            pytest.raises(WrongUseError, match=rf"^Process {holder['process']} on \S+ has been making"),
            held(storage, FAST),
        ):
            pass
        check_held(storage, name)


def test_the_lock_of_a_dead_run_is_taken_over_and_the_dead_may_not_go_on(storage: Storage) -> None:
    with held(storage, SILENT) as dead:
        with held(storage, WATCHING) as name:
            check_held(storage, name)
            with pytest.raises(LockLostError, match="Another run has taken over"):
                check_held(storage, dead)
        with pytest.raises(LockLostError):
            check_held(storage, dead)
    assert storage.objects() == {}


class Asleep(Storage):
    """The same storage for a run that can be put to sleep just before it looks at the locks."""

    def __init__(self, remote: Remote) -> None:
        super().__init__(remote)
        self.awake, self.sleeps, self.has_looked = threading.Event(), threading.Event(), threading.Event()
        self.awake.set()

    def names(self, below: str) -> list[str]:
        slept = not self.awake.is_set()
        if slept:
            self.sleeps.set()
            self.awake.wait(60)
        names = super().names(below)
        if slept:
            self.has_looked.set()
        return names


def test_a_run_that_was_asleep_does_not_take_its_lock_back(storage: Storage) -> None:
    sleeper = Asleep(storage.remote)
    with held(sleeper, FAST) as lost:
        sleeper.awake.clear()
        assert sleeper.sleeps.wait(60)
        with held(storage, WATCHING) as name:
            sleeper.awake.set()
            assert sleeper.has_looked.wait(60)
            before = renewals(storage, name)
            poll(lambda: renewals(storage, name) > before + 3 or None)  # longer than the other one waits
            assert sorted(storage.objects()) == [name]
            with pytest.raises(LockLostError):
                check_held(storage, lost)


def test_a_run_that_waits_begins_when_the_other_has_ended(storage: Storage) -> None:
    waiting = threading.Event()

    def note(stage: str, *_: object) -> None:
        if stage.startswith("waiting"):
            waiting.set()

    def wait_and_hold() -> str:
        with held(storage, Pace(renewed=3600, dead=60, look=0.01)) as name:
            return name

    with ThreadPoolExecutor(1) as pool, listening(note):
        with held(storage, SILENT):
            second = pool.submit(wait_and_hold)
            assert waiting.wait(60)
        assert second.result(60).startswith(".lock/")


def test_of_many_at_the_same_moment_at_most_one_holds_it(storage: Storage) -> None:
    inside: list[int] = []
    most: list[int] = []
    guard = threading.Lock()
    start = threading.Barrier(8)

    def attempt(number: int) -> bool:
        start.wait()
        try:
            with held(storage, FAST) as name:
                with guard:
                    inside.append(number)
                    most.append(len(inside))
                check_held(storage, name)
                with guard:
                    inside.remove(number)
        except WrongUseError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert any(pool.map(attempt, range(8)))
    assert set(most) == {1}
    assert storage.objects() == {}


def test_a_lock_of_another_version_is_respected(storage: Storage) -> None:
    storage.write(".lock/00000007", b"?")
    stop = threading.Event()

    def renew() -> None:
        number = 0
        while not stop.wait(0.02):
            number += 1
            storage.write(".lock/00000007", b"?" * number)

    with ThreadPoolExecutor(1) as pool:
        renewing = pool.submit(renew)
        try:
            with (
                pytest.raises(WrongUseError, match="Another process is making a release"),
                held(storage, FAST),
            ):
                pass
        finally:
            stop.set()
            renewing.result()
    with held(storage, WATCHING) as name:
        assert name == ".lock/00000008"
