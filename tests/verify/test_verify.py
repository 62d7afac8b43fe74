"""A sound release is found sound, a damaged one is not, and no command changes a published one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import kamervragen
from kamervragen.cli import main
from kamervragen.release.output import Release
from tests.conftest import ROOT
from tests.generator import from_seed
from tests.releasing import make_release, snapshot

FIRST, SECOND, THIRD = "2026-05-01.1", "2026-05-02.1", "2026-05-03.1"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bron") / "raw"
    shutil.copytree(ROOT / "raw", folder)
    return folder


@pytest.fixture(scope="module")
def releases(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, Release]:
    output = tmp_path_factory.mktemp("uitgaven")
    first = make_release(raw, output, FIRST)
    (raw / "nieuw.txt").write_text(from_seed(7).text)
    return first, make_release(raw, output, SECOND)


@pytest.fixture
def copy(releases: tuple[Release, Release], tmp_path: Path) -> Path:
    """A release that a test may damage."""
    folder = tmp_path / SECOND
    shutil.copytree(releases[1].folder, folder, copy_function=shutil.copyfile)
    return folder


@pytest.fixture(scope="module", autouse=True)
def untouched(releases: tuple[Release, Release]) -> Iterator[None]:
    """Nothing that any test here does changes a published folder."""
    before = [snapshot(release.folder) for release in releases]
    yield
    assert [snapshot(release.folder) for release in releases] == before


def test_a_sound_release(releases: tuple[Release, Release], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(releases[1].folder)]) == 0
    assert f"Release {SECOND} is sound" in capsys.readouterr().out


def test_both_releases_can_be_made_again_with_the_same_bytes(
    releases: tuple[Release, Release], raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The first one too, though a file has been added to the raw folder since.
    for release in releases:
        assert main(["verify", str(release.folder), "--raw", str(raw)]) == 0, capsys.readouterr().err
        assert "the same bytes" in capsys.readouterr().out


def wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["verify", str(folder)]) == 1
    return capsys.readouterr().err


def test_a_changed_byte(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray((copy / "answers.csv").read_bytes())
    content[-10] ^= 1
    (copy / "answers.csv").write_bytes(content)
    assert "answers.csv has been changed" in wrong(copy, capsys)


def test_a_missing_and_a_foreign_file(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "answers.csv").rename(copy / "antwoorden.csv")
    said = wrong(copy, capsys)
    assert "answers.csv is missing." in said
    assert "antwoorden.csv is not in the manifest" in said


def test_a_table_that_cannot_be_read(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "answers.parquet").write_bytes(b"PAR1")
    assert "answers.parquet cannot be read" in wrong(copy, capsys)


def test_a_table_with_rows_less(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = pq.ParquetFile(copy / "questions.parquet").read()
    pq.write_table(table.slice(1), copy / "questions.parquet")
    assert f"questions.parquet holds {table.num_rows - 1} rows; the manifest says" in wrong(copy, capsys)


def test_sums_that_do_not_agree(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sums = copy / "SHA256SUMS"
    sums.write_text(f"{'0' * 64}  answers.csv\n{'0' * 64}  ../elders\n")
    said = wrong(copy, capsys)
    assert "answers.csv has another SHA-256 than SHA256SUMS says." in said
    assert "which is no file of the release" in said


def test_raw_files_that_have_been_edited_since(
    releases: tuple[Release, Release], raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(raw, tmp_path / "raw")
    (tmp_path / "raw" / "docx-ah.txt").write_text("anders")
    (tmp_path / "raw" / "letters.txt").unlink()
    assert main(["verify", str(releases[1].folder), "--raw", str(tmp_path / "raw")]) == 2
    said = capsys.readouterr().err
    assert "missing: letters.txt; edited since: docx-ah.txt" in said


def test_other_code_cannot_make_it_again(copy: Path, raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = copy / "manifest.json"
    text = manifest.read_text()
    code = text[text.index('"code"') :].split('"sha256": "')[1][:64]
    manifest.write_text(text.replace(code, "0" * 64))
    assert main(["verify", str(copy), "--raw", str(raw)]) == 2
    assert "made by other code" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["verify", "nergens"], ["diff", "nergens", "ergens"]])
def test_no_release(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "nergens is not a release" in capsys.readouterr().err


def test_diff_prints_and_writes(
    releases: tuple[Release, Release], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = (str(release.folder) for release in releases)
    file = tmp_path / "verschil.parquet"
    assert main(["diff", old, new, "--output", str(file)]) == 1
    assert "  sources: 1 added" in capsys.readouterr().out
    assert file.read_bytes() == (releases[1].folder / "changes.parquet").read_bytes()
    assert main(["diff", old, old]) == 0
    assert main(["diff", old, new, "--output", f"{new}/verschil.parquet"]) == 2
    assert "releases are never changed" in capsys.readouterr().err


def test_no_command_changes_a_published_folder(
    releases: tuple[Release, Release], raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = releases[0].folder.parent.parent
    before = snapshot(output / "releases")
    old, new = (str(release.folder) for release in releases)
    assert make_release(raw, output, THIRD).version == releases[1].version  # nothing has changed
    commands = [
        ["verify", new, "--raw", str(raw)],
        ["diff", old, new],
        ["show", str(raw / "docx-ah.txt")],
    ]
    for command in commands:
        assert main(command) in (0, 1)
    for as_pandas in (False, True):
        assert len(kamervragen.load("questions", output=output, as_pandas=as_pandas))
    assert snapshot(output / "releases") == before
    extra = raw / "nog-een.txt"
    extra.write_text(from_seed(8).text)
    assert make_release(raw, output, THIRD).version != releases[1].version
    extra.unlink()
    assert {
        path: was for path, was in snapshot(output / "releases").items() if path.startswith((old, new))
    } == {path: was for path, was in before.items() if path.startswith((old, new))}
    capsys.readouterr()
