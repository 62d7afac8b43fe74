"""Every change that a run makes to files, seen one by one before it happens: to note it, or to fail it.

The kernel holds each such system call of a process and of all it starts, whatever library makes it, until
whoever watches lets it go on or gives it an error instead (seccomp with user notification: Linux 5.9, no
special rights). That all of these processes have ended is seen too.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import select
import signal
import struct
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

# System calls that change files, with their numbers on x86-64 and ARM (the kernel's asm/unistd.h).
_NUMBERS = """
write 1 64
pwrite64 18 68
writev 20 66
pwritev 296 70
sendfile 40 71
copy_file_range 326 285
ftruncate 77 46
fallocate 285 47
fsync 74 82
fdatasync 75 83
open 2 -
openat 257 56
mkdir 83 -
mkdirat 258 34
rmdir 84 -
unlink 87 -
unlinkat 263 35
rename 82 -
renameat 264 38
renameat2 316 276
link 86 -
linkat 265 37
chmod 90 -
fchmod 91 52
fchmodat 268 53
"""
_CALLS: dict[str, dict[str, int]] = {"x86_64": {}, "aarch64": {}}
for _line in _NUMBERS.split("\n")[1:-1]:
    _name, *_numbers = _line.split()
    for _calls, _number in zip(_CALLS.values(), _numbers, strict=True):
        if _number != "-":
            _calls[_name] = int(_number)
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_FLAGS = {"open": 1, "openat": 2}  # which argument says whether a file is opened to change it
_TO_CHANGE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# Where the paths stand among the arguments: (folder or None, path).
_PATHS = {
    **dict.fromkeys(("open", "mkdir", "rmdir", "unlink", "chmod"), ((None, 0),)),
    **dict.fromkeys(("openat", "mkdirat", "unlinkat", "fchmodat"), ((0, 1),)),
    **dict.fromkeys(("rename", "link"), ((None, 0), (None, 1))),
    **dict.fromkeys(("renameat", "renameat2", "linkat"), ((0, 1), (2, 3))),
}
_PLAIN = {
    **dict.fromkeys(("pwrite64", "writev", "pwritev", "sendfile", "copy_file_range"), "write"),
    "fdatasync": "fsync",
    "unlinkat": "unlink",
}
NAMING = tuple(_PATHS)
"""The calls by which files and folders come, go and get other names."""
_DESCRIPTOR = {"copy_file_range": 2}  # else the first argument

_NOTIFICATION = struct.Struct("=QIIiIQ6Q")
_ANSWER = struct.Struct("=QqiI")
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_GO_ON = 1
_HERE = -100  # AT_FDCWD

KILL = -1

Decision = Callable[["Operation"], int | None]
"""What becomes of an operation: None lets it go on, KILL ends the run, else it fails with that errno."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A change to a file below the watched folder, about to happen; paths are relative to that folder.

    `call` is the system call without its variant ("write", "open", "rename", ...), `target` the new name
    of what is renamed, `process` the number of the thread that does it.
    """

    number: int
    call: str
    path: str
    target: str | None = None
    process: int = field(default=0, compare=False)

    @property
    def takes_room(self) -> bool:
        """Whether it needs space on the disk."""
        return self.call in ("write", "open", "mkdir", "fallocate", "ftruncate", "link")


def why_not() -> str | None:
    """Why operations cannot be watched here; None when they can."""
    if platform.system() != "Linux" or platform.machine() not in _CALLS:
        return "file operations can be watched on Linux on x86-64 and ARM only"
    action = ctypes.c_uint32(0x7FC00000)
    if ctypes.CDLL(None).syscall(_SECCOMP[platform.machine()], 2, 0, ctypes.byref(action)) != 0:
        return "this kernel lets nobody watch file operations (seccomp user notification)"
    return None


def let_watch(calls: Collection[str] | None = None) -> int:
    """From now on file operations of this process wait for whoever has the returned descriptor.

    `calls` are those that count, by default all.
    """
    machine = platform.machine()
    libc = ctypes.CDLL(None, use_errno=True)
    code = _filter(machine, calls)
    program = ctypes.create_string_buffer(code, len(code))

    class _Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    given = _Program(len(code) // 8, ctypes.cast(program, ctypes.c_void_p))
    if libc.prctl(38, 1, 0, 0, 0) != 0:  # PR_SET_NO_NEW_PRIVS
        raise OSError(ctypes.get_errno(), "prctl")
    # SECCOMP_SET_MODE_FILTER with a new listener; where the kernel can, signals wait meanwhile (Linux 5.19).
    for flags in (1 << 3 | 1 << 5, 1 << 3):
        listener: int = libc.syscall(_SECCOMP[machine], 1, flags, ctypes.byref(given))
        if listener >= 0:
            return listener
    raise OSError(ctypes.get_errno(), "seccomp")


def _filter(machine: str, calls: Collection[str] | None) -> bytes:
    """The program that picks the calls: classic BPF over `struct seccomp_data`."""
    load, equal, any_of, give = 0x20, 0x15, 0x45, 0x06
    allow, notify = 0x7FFF0000, 0x7FC00000
    steps = [(load, 0, 0, 4), (equal, 1, 0, _ARCHITECTURES[machine]), (give, 0, 0, allow), (load, 0, 0, 0)]
    for name, number in _CALLS[machine].items():
        if calls is not None and name not in calls:
            continue
        if name in _FLAGS:
            flags = 16 + 8 * _FLAGS[name]
            steps += [(equal, 0, 4, number), (load, 0, 0, flags), (any_of, 0, 1, _TO_CHANGE)]
            steps += [(give, 0, 0, notify), (give, 0, 0, allow)]
        else:
            steps += [(equal, 0, 1, number), (give, 0, 0, notify)]
    steps.append((give, 0, 0, allow))
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


@dataclass(slots=True)
class Watch:
    """Watches a run, which began as `process`, until all that it started has ended too."""

    listener: int
    process: int
    folder: Path
    seen: list[Operation] = field(default_factory=list)

    def until_the_end(self, decide: Decision, seconds: float = 120) -> list[Operation]:
        """All operations below the folder, in their order; `decide` is asked about each before it happens.

        Raises:
            TimeoutError: nothing has happened for so many seconds, and some process has still not ended.
        """
        names = {number: name for name, number in _CALLS[platform.machine()].items()}
        poll = select.poll()
        poll.register(self.listener, select.POLLIN)
        while True:
            events = poll.poll(seconds * 1000)
            if not events:
                raise TimeoutError("a process of the run does not end")
            if not events[0][1] & select.POLLIN:
                return self.seen  # nobody is left
            self._answer_one(names, decide)

    def _answer_one(self, names: dict[int, str], decide: Decision) -> None:
        buffer = bytearray(_NOTIFICATION.size)
        try:
            fcntl.ioctl(self.listener, _RECEIVE, buffer)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINTR):
                return  # it died while it waited
            raise
        key, process, _, number, _, _, *arguments = _NOTIFICATION.unpack(buffer)
        operation = self._operation(process, names[number], arguments)
        failure = None
        if operation is not None:
            self.seen.append(operation)
            failure = decide(operation)
            if failure == KILL:
                os.kill(self.process, signal.SIGKILL)
                failure = None  # a worker of the run may go on: it has to see for itself
        answer = _ANSWER.pack(key, 0, -failure if failure else 0, 0 if failure else _GO_ON)
        try:
            fcntl.ioctl(self.listener, _SEND, answer)
        except OSError as error:
            if error.errno != errno.ENOENT:
                raise

    def _operation(self, process: int, name: str, arguments: list[int]) -> Operation | None:
        try:
            if name in _PATHS:
                paths = [
                    _path(process, arguments[at] if at is not None else _HERE, arguments[where])
                    for at, where in _PATHS[name]
                ]
            else:
                paths = [_of_descriptor(process, arguments[_DESCRIPTOR.get(name, 0)])]
        except OSError:  # it died
            return None
        below = [_below(path, str(self.folder)) for path in paths]
        if below[0] is None:
            return None
        call = _PLAIN.get(name, name.removesuffix("2").removesuffix("at"))
        return Operation(len(self.seen), call, below[0], below[1] if len(below) > 1 else None, process)


def _path(process: int, folder: int, address: int) -> str:
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        memory.seek(address)
        path = os.fsdecode(memory.read(4096).partition(b"\0")[0])
    here = ctypes.c_int32(folder & 0xFFFFFFFF).value == _HERE
    start = Path(f"/proc/{process}/cwd").readlink() if here else _of_descriptor(process, folder)
    return os.path.normpath(start / path)


def _of_descriptor(process: int, descriptor: int) -> Path:
    return Path(f"/proc/{process}/fd/{descriptor & 0xFFFFFFFF}").readlink()


def _below(path: str | Path, folder: str) -> str | None:
    if str(path) != folder and not str(path).startswith(folder + "/"):
        return None
    return str(path)[len(folder) + 1 :]
