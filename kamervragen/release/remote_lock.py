"""One release at a time in one output in object storage, where no lock goes with the process that holds it.

A lock is an object in `.lock/`. Its holder rewrites it every now and then; one that has not changed for a
long time, as seen by whoever waits, is of a run that is dead, and may be taken over. No clock is compared
with another one. Storage that can make an object only where there is none (S3, Google, Azure) lets one of
several that come at the same moment pass.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import count

from kamervragen.release.errors import WrongUseError
from kamervragen.release.progress import stage
from kamervragen.storage import Storage

_FOLDER = ".lock"
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """In seconds: how often a lock is renewed, how long it may stay the same, how often one looks at it."""

    renewed: float = 20.0
    dead: float = 180.0
    look: float = 2.0


class LockLostError(Exception):
    """Another run has taken the output over."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """What a lock says of who holds it; two locks never say the same."""

    process: int
    host: str
    since: str
    token: str
    renewed: int = 0

    def content(self) -> bytes:
        return json.dumps(asdict(self)).encode()


@contextmanager
def held(storage: Storage, pace: Pace = Pace()) -> Iterator[str]:
    """Hold the remote output for as long as the block runs; gives the name of the lock.

    Raises:
        WrongUseError: another run holds it; the message names it.
        OSError: nothing can be written there.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    holder = _Holder(os.getpid(), socket.gethostname(), now, secrets.token_hex(8))
    name = _take(storage, holder, pace)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(storage, name, holder, pace, ended), daemon=True)
    renewing.start()
    try:
        yield name
    finally:
        ended.set()
        renewing.join()
        with suppress(OSError):  # it will be found dead
            storage.remove([name])


def check_held(storage: Storage, name: str) -> None:
    """See that the lock of that name is still ours.

    Raises:
        LockLostError: it is not; whoever has it now may be publishing.
    """
    locks = list(_locks(storage))
    if name not in locks or locks[-1] != name:
        raise LockLostError(
            f"Another run has taken over {storage.remote}, since this one gave no sign of life."
        )


def _take(storage: Storage, holder: _Holder, pace: Pace) -> str:
    for _ in range(_ATTEMPTS):
        dead = _wait_for_death(storage, pace)
        if dead is None:
            continue
        name = f"{_FOLDER}/{_number(dead[-1]) + 1 if dead else 1:08d}"
        if not storage.create(name, holder.content()):
            continue
        if set(_locks(storage)) - {name, *dead}:  # somebody came at the same moment by another way
            storage.remove([name])
            continue
        storage.remove(dead)
        return name
    raise WrongUseError(f"Another run is just beginning in {storage.remote}; wait until it is done.")


def _wait_for_death(storage: Storage, pace: Pace) -> list[str] | None:
    """The locks of dead runs, after watching them; None when something has changed meanwhile."""
    before = _locks(storage)
    if not before:
        return []
    stage("waiting: another run holds the output, or died in it")
    end = time.monotonic() + pace.dead
    while time.monotonic() < end:
        time.sleep(pace.look)
        now = _locks(storage)
        for name in now.keys() & before.keys():
            if now[name] != before[name]:
                raise WrongUseError(f"{_named(now[name])} in {storage.remote}; wait until it is done.")
        if now != before:
            return None
    return list(before)


def _renew(storage: Storage, name: str, holder: _Holder, pace: Pace, ended: threading.Event) -> None:
    for number in count(1):
        if ended.wait(pace.renewed):
            return
        with suppress(OSError):  # it may work the next time
            if name not in _locks(storage):
                return
            storage.write(name, replace(holder, renewed=number).content())


def _locks(storage: Storage) -> dict[str, bytes]:
    """The locks that there are, in order, with what stands in them."""
    found = {}
    for name in filter(str.isdecimal, storage.names(_FOLDER)):
        with suppress(FileNotFoundError):  # it was given back since the names were listed
            found[f"{_FOLDER}/{name}"] = storage.read_whole(f"{_FOLDER}/{name}")
    return found


def _number(name: str) -> int:
    return int(name.rpartition("/")[2])


def _named(content: bytes) -> str:
    try:
        holder = _Holder(**json.loads(content))
    except (ValueError, TypeError):  # of another version
        return "Another process is making a release"
    return f"Process {holder.process} on {holder.host} has been making a release since {holder.since}"
