"""A raw folder of very many files, with names of any bytes: each has its row, and is read once.

KAMERVRAGEN_MANY_FILES says how many, by default a few thousand.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kamervragen.raw.paths import source_path
from tests.cli.conftest import VERSION, run
from tests.survival.conftest import assert_latest_is_sound

pytestmark = pytest.mark.flows

SEED = 20260104
IN_A_FOLDER = 1000
ODD = 100  # so often a name is of bytes at random


def names(count: int) -> list[bytes]:
    """Paths below the raw folder; each begins with its number."""
    chance = random.Random(SEED)  # noqa: S311  nothing here is secret
    found = []
    for number in range(count):
        odd = chance.randbytes(20).replace(b"/", b"_").replace(b"\0", b"_") if number % ODD == 0 else b""
        found.append(b"%d/%d%s.txt" % (number // IN_A_FOLDER, number, odd))
    return found


def test_every_file_has_its_row(tmp_path: Path) -> None:
    written = names(int(os.environ.get("KAMERVRAGEN_MANY_FILES", "3000")))
    raw = tmp_path / "raw"
    for number, name in enumerate(written):
        path = raw / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Voorbeelddocument {number}\nVraag 1\nKent u bericht {number}?\nAntwoord 1\nJa.\n")
    said = run("release", "--raw", raw, "--output", tmp_path / "output", "--version", VERSION)
    assert (said.returncode, said.stderr) == (0, "")
    assert assert_latest_is_sound(tmp_path / "output") == VERSION
    release = tmp_path / "output" / "releases" / VERSION
    sources = pq.read_table(release / "sources.parquet", columns=["source_path", "status"])
    assert sorted(sources["source_path"].to_pylist()) == sorted(map(source_path, written))
    assert set(sources["status"].to_pylist()) == {"loaded"}
    assert pq.read_metadata(release / "questions.parquet").num_rows == len(written)
