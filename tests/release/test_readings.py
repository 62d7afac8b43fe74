"""The store of readings: nothing is read twice, and with it a release has the bytes of one without."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kamervragen.raw.contents import find
from kamervragen.raw.inputs import inputs_now
from kamervragen.release.executors import InlineExecutor
from kamervragen.release.ingest import register_files
from kamervragen.release.normalise import INPUTS, read_documents
from kamervragen.release.output import Output
from kamervragen.release.unchanged import unchanged
from kamervragen.tables import assemble
from tests.cli.conftest import SAMPLES
from tests.generator import TYPICAL, from_seed


def tables(raw: Path, place: Path, store: Path | None) -> tuple[dict[str, bytes], int]:
    """The tables of a raw folder, and how many texts had to be read for them."""
    shutil.rmtree(place, ignore_errors=True)
    work, ready = place / "work", place / "ready"
    ready.mkdir(parents=True)
    done: list[int] = []  # how many texts, at the beginning those that were taken over
    register_files(raw, work, InlineExecutor(), store=store, most_files=5)
    assert read_documents(work, InlineExecutor(), lambda texts, _: done.append(texts), store) == ()
    assert (work / INPUTS).read_text() == inputs_now(find(raw))
    assemble(work / "parts", work / "ledger.parquet", ready)
    return {path.name: path.read_bytes() for path in sorted(ready.iterdir())}, done[-1] - done[0]


def write(raw: Path, name: str, seed: int) -> None:
    (raw / name).write_bytes(from_seed(seed, TYPICAL).text.encode())


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for seed in range(12):
        write(folder, f"{seed:03d}.txt", seed)
    return folder


def sidecar(raw: Path, number: int) -> None:
    given = {"publication_id": f"ah-tk-20242025-{number}", "source_url": "https://voorbeeld.example/"}
    (raw / "003.meta.json").write_text(json.dumps(given))


CHANGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "nothing": (lambda raw: None, 0),
    "one edited": (lambda raw: write(raw, "004.txt", 100), 1),
    "one more, before all others": (lambda raw: write(raw, "000-0.txt", 101), 1),
    "one gone": (lambda raw: (raw / "005.txt").unlink(), 0),
    "one renamed": (lambda raw: (raw / "006.txt").rename(raw / "zes.txt"), 1),
    "the same bytes once more, later": (lambda raw: shutil.copy(raw / "007.txt", raw / "zeven.txt"), 0),
    "the same bytes once more, before": (lambda raw: shutil.copy(raw / "007.txt", raw / "000-7.txt"), 1),
    "a sidecar": (lambda raw: sidecar(raw, 594), 1),
    "two with one id": (
        lambda raw: (raw / "kopie.txt").write_bytes((raw / "008.txt").read_bytes() + b"\n"),
        1,
    ),
    "a sidecar beside what is no text": (
        lambda raw: ((raw / "003.txt").write_bytes(b"%PDF-1.4"), sidecar(raw, 594)),
        0,
    ),
    "one that is no text": (lambda raw: (raw / "009.txt").write_bytes(b"%PDF-1.4"), 0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_read_and_the_tables_are_the_same(
    raw: Path, tmp_path: Path, change: str
) -> None:
    store = tmp_path / "store"
    assert tables(raw, tmp_path / "first", store)[1] == 12
    do, expected = CHANGES[change]
    do(raw)
    with_store, read = tables(raw, tmp_path / "with", store)
    without_store, _ = tables(raw, tmp_path / "without", None)
    assert read == expected
    assert with_store == without_store


# From this many documents a part is left as it is, with some of no use in it.
@pytest.mark.parametrize("few", [4, 100])
def test_many_changes_one_after_the_other(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("kamervragen.release.readings._FEW", few)
    chance = random.Random(7)  # noqa: S311  nothing here is secret
    store = tmp_path / "store"
    for step in range(12):
        for _ in range(3):
            name = f"{chance.randrange(16):03d}.txt"
            if chance.random() < 0.3:
                (raw / name).unlink(missing_ok=True)
            else:
                write(raw, name, chance.randrange(20))
        assert tables(raw, tmp_path / "with", store)[0] == tables(raw, tmp_path / "without", None)[0], step
    kept = sum(1 for file in store.rglob("*.parquet"))
    assert kept <= 9 * (16 // few + 1), "the store grows from run to run"


def damages(store: Path) -> list[Path]:
    return sorted(path for path in store.rglob("*") if path.is_file())


@pytest.mark.parametrize("how", ["a byte", "cut off", "gone", "of other code"])
def test_a_damaged_store_is_read_over_and_heals(raw: Path, tmp_path: Path, how: str) -> None:
    store = tmp_path / "store"
    expected, _ = tables(raw, tmp_path / "first", store)
    for number in range(len(damages(store))):
        file = damages(store)[number]
        content = file.read_bytes()
        match how:
            case "a byte":
                half = len(content) // 2
                file.write_bytes(content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :])
            case "cut off":
                file.write_bytes(content[: len(content) // 2])
            case "gone":
                file.unlink()
            case "of other code":
                file.write_bytes(content.replace(b'"made_with": "', b'"made_with": "x'))
        found, read = tables(raw, tmp_path / "again", store)
        assert found == expected, file
        assert read == (0 if how == "of other code" and file.name != "index.json" else 12), file
        assert tables(raw, tmp_path / "healed", store) == (expected, 0)


def test_without_a_mark_there_is_always_something_to_do(tmp_path: Path) -> None:
    assert unchanged(SAMPLES, tmp_path / "output") is None
    assert not Output(tmp_path / "output").root.exists()
