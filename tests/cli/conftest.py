"""Runs of the real command line, in processes of their own, as a user would start them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMMAND = [sys.executable, "-c", "import sys; from kamervragen.cli import main; sys.exit(main())"]
SAMPLES = ROOT / "raw"
VERSION = "2026-01-02.1"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """`kamervragen ARGUMENTS`, with the environment changed."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
        timeout=300,
    )


@dataclass(frozen=True, slots=True)
class Published:
    """A release of the samples, and what the command said when it made it."""

    output: Path
    said: subprocess.CompletedProcess[str]

    @property
    def folder(self) -> Path:
        return self.output / "releases" / VERSION


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The samples, released once for all tests that only look."""
    output = tmp_path_factory.mktemp("published") / "output"
    said = run(
        *("release", "--raw", SAMPLES, "--output", output, "--version", VERSION, "--workers", 2),
        TZ="Pacific/Auckland",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="1",
    )
    return Published(output, said)
