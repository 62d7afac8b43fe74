"""A release of the sample documents with its descriptors, made once and only read by the tests."""

from pathlib import Path

import pytest

from kamervragen.describe import describe
from kamervragen.raw import ingest
from kamervragen.release.executors import InlineExecutor
from kamervragen.release.normalise import read_documents
from kamervragen.tables import assemble

ROOT = Path(__file__).resolve().parents[2]
VERSION, PREVIOUS = "2026-05-01.2", "2026-04-01.1"


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the release."""
    work, folder = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("release")
    ingest(ROOT / "raw", work, InlineExecutor())
    read_documents(work, InlineExecutor())
    assemble(work / "parts", work / "ledger.parquet", folder, threads=1)
    describe(folder, VERSION, PREVIOUS)
    return folder
