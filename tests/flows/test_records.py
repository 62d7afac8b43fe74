"""Prefect's records of runs from the command line begin anew when they are large and nobody uses them."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from flows.records import LARGE
from tests.cli.conftest import SAMPLES, run

pytestmark = pytest.mark.flows


def make_large(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("create table verzonnen (ballast)")
        connection.execute("insert into verzonnen values (zeroblob(?))", [LARGE])
        connection.commit()


def test_large_records_begin_anew_unless_another_run_uses_them(tmp_path: Path) -> None:
    raw, output = tmp_path / "raw", tmp_path / "output"
    raw.mkdir()
    sample = raw / "voorbeeld.txt"
    sample.write_bytes((SAMPLES / "docx-ah.txt").read_bytes())
    database = output / ".prefect" / "prefect.db"
    database.parent.mkdir(parents=True)
    make_large(database)
    another_run = os.open(database.parent, os.O_RDONLY)
    fcntl.flock(another_run, fcntl.LOCK_SH)
    assert run("release", "--raw", raw, "--output", output).returncode == 0
    assert database.stat().st_size > LARGE
    os.close(another_run)
    sample.write_bytes((SAMPLES / "tabel.txt").read_bytes())
    assert run("release", "--raw", raw, "--output", output).returncode == 0
    assert database.stat().st_size < LARGE
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("select count(*) from flow_run where name is not null").fetchone() > (0,)
