"""No input crashes a run, vanishes, stops a release, or takes much time or memory.

KAMERVRAGEN_FUZZ says how many damaged inputs there are; a few by default, 10,000 in `.ci/run`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kamervragen
from kamervragen.raw import ingest, read_ledger
from kamervragen.release.normalise import read_documents
from kamervragen.release.workers import InlineExecutor
from tests.conftest import ROOT
from tests.fuzzing.mutation import mutated
from tests.fuzzing.running import held_to_time

COUNT = int(os.environ.get("KAMERVRAGEN_FUZZ", "500"))
MEGABYTE = 1 << 20

SCRAPS = st.sampled_from(
    [
        "Vraag 1\n",
        "Antwoord 1\n",
        "1. ",
        "2 ",
        "Kamerstuk 31 125, nr. 1",
        "€ 1 miljoen",
        "\n",
        "\f",
        "(",
        "[1]",
        "\t",
    ]
)
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=20)), max_size=40).map("".join)
CONTENTS = st.one_of(
    st.binary(max_size=300),
    TEXTS.map(lambda text: text.encode(errors="surrogatepass")),
    TEXTS.map(lambda text: text.encode("utf-16", errors="surrogatepass")),
    TEXTS.map(lambda text: text.encode("cp1252", errors="replace")),
)


def test_damaged_inputs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzzing.running", "0", str(COUNT), str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result = json.loads(done.stdout)
    assert result["missing"] == []
    assert result["failures"] == {}
    assert result["critical"] == []
    assert sum(result["statuses"].values()) >= COUNT
    assert result["statuses"]["loaded"] + result["statuses"]["superseded"] > COUNT / 2
    # Some of the texts have 400,000 characters.
    assert result["growth"] < 400 * MEGABYTE


@settings(max_examples=max(50, COUNT // 20))
@given(st.lists(CONTENTS, min_size=1, max_size=10))
def test_any_bytes(contents: list[bytes]) -> None:
    with TemporaryDirectory() as name:
        place = Path(name)
        raw, work = place / "raw", place / "work"
        raw.mkdir()
        for number, content in enumerate(contents):
            (raw / f"{number}.txt").write_bytes(content)
        ingest(raw, work, InlineExecutor())
        assert read_documents(work, InlineExecutor()) == ()
        paths = [source.source_path for source in read_ledger(work / "ledger.parquet")]
    assert paths == sorted(f"{number}.txt" for number in range(len(contents)))


@pytest.mark.parametrize(
    "unit",
    [" ", "\t", "\xa0", "\n", "\n ", "a", "1 ", "1. ", "([", "- ", "de ", "Vraag 1 ", "artikel 1, ", "€ 1 "],
)
def test_one_thing_over_and_over_takes_time_in_proportion(unit: str) -> None:
    text = f"Voorbeelddocument\nVraag 1\nWat is{unit * (60_000 // len(unit))}dit?\nAntwoord 1\nDat."
    held_to_time(kamervragen.read)(text)


def test_the_same_seed_gives_the_same_input() -> None:
    assert [mutated(seed) for seed in range(50)] == [mutated(seed) for seed in range(50)]
    assert len({mutated(seed).content for seed in range(200)}) > 150


def test_a_reader_that_takes_too_long_is_noticed() -> None:
    def endless(text: str) -> None:
        while True:
            pass

    with pytest.raises(TimeoutError):
        held_to_time(endless)("")  # type: ignore[arg-type]  # it never returns
