"""Which code makes a release: its version, and a fingerprint that changes with every line of it."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

# What can change the bytes of a release, beside our own code.
_LIBRARIES = (
    "adbc-driver-sqlite",
    "ahocorasick-rs",
    "duckdb",
    "great-expectations",
    "numpy",
    "pandas",
    "pyarrow",
)


@cache
def code_version() -> tuple[str, str]:
    """The version of the package, and the SHA-256 over the names and contents of its source files."""
    digest = hashlib.sha256()
    for package in ("kamervragen", "schemas"):
        _take_up(files(package), package, digest.update)
    return version("kamervragen"), digest.hexdigest()


def library_versions() -> dict[str, str]:
    """The versions of Python and of the libraries that the tables are made with."""
    return {"python": platform.python_version()} | {name: version(name) for name in _LIBRARIES}


def _take_up(folder: Traversable, name: str, update: Callable[[bytes], None]) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                _take_up(entry, path, update)
        elif not entry.name.endswith(".pyc"):
            content = entry.read_bytes()
            update(f"{path}\0{len(content)}\0".encode() + content)
