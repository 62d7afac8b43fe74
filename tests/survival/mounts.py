"""File systems that only we see: small ones, and ones that are made read-only. They are gone afterwards."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mounts:
    """A process with mounts of its own (a mount namespace); commands and files are reached through it."""

    process: int

    def within(self) -> list[str]:
        """What goes before a command that is to see the same."""
        return ["nsenter", f"--mount=/proc/{self.process}/ns/mnt", "--"]

    def run(self, *command: object) -> None:
        """Run a command there.

        Raises:
            subprocess.CalledProcessError: it fails.
        """
        subprocess.run([*self.within(), *map(str, command)], check=True, capture_output=True)

    def small_disk(self, place: Path, kilobytes: int) -> None:
        """Mount an empty file system on the folder `place`."""
        self.run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place)

    def change(self, place: Path, options: str) -> None:
        """Mount it once more, as `options` say."""
        self.run("mount", "-o", f"remount,{options}", place)

    def seen(self, path: Path) -> Path:
        """Where we find what is there at `path`."""
        return Path(f"/proc/{self.process}/root{path}")


@contextmanager
def own_mounts() -> Iterator[Mounts | None]:
    """Mounts of our own while the block runs; None where that is not allowed (it takes root) or not Linux."""
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", "echo ready; read end"]
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
    except FileNotFoundError:
        yield None
        return
    with process:
        assert process.stdout is not None
        ready = process.stdout.readline() == "ready\n"
        try:
            yield Mounts(process.pid) if ready else None
        finally:
            assert process.stdin is not None
            process.stdin.close()  # that ends it
