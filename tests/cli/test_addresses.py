"""Releases in object storage, named by their addresses where folders may be named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kamervragen
from kamervragen.cli import main
from kamervragen.loading import LoadError
from kamervragen.release.output import Release
from kamervragen.storage import Remote, Storage
from tests.conftest import ROOT
from tests.object_storage import new_bucket, put_folder
from tests.releasing import make_release

FIRST, SECOND = "2026-05-01.1", "2026-05-02.1"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bron") / "raw"
    folder.mkdir()
    for name in ("docx-ah.txt", "tabel.txt"):
        shutil.copy(ROOT / "raw" / name, folder)
    return folder


@pytest.fixture(scope="module")
def here(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, Release]:
    output = tmp_path_factory.mktemp("uitgaven")
    first = make_release(raw, output, FIRST)
    shutil.copy(ROOT / "raw" / "letters.txt", raw)
    return first, make_release(raw, output, SECOND)


@pytest.fixture(scope="module")
def there(s3: None, here: tuple[Release, Release]) -> Remote:
    """The same output in a bucket."""
    output = here[0].folder.parent.parent
    return put_folder(output, new_bucket() / "output")


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))


def test_verify(there: Remote, raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release = f"{there}/releases/{SECOND}"
    assert main(["verify", release]) == 0
    assert f"Release {SECOND} is sound" in capsys.readouterr().out
    assert main(["verify", f"{release}/", "--raw", str(raw)]) == 0  # with the release before it
    assert "the same bytes" in capsys.readouterr().out
    assert list((tmp_path / "tmp").glob("kamervragen-*")) == []


def test_verify_of_a_damaged_one(there: Remote, bucket: Remote, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = bucket / SECOND
    for name in Storage(there / "releases" / SECOND).objects():
        Storage(damaged).write(name, Storage(there / "releases" / SECOND).read_whole(name))
    Storage(damaged).write("answers.csv", b"iets anders")
    Storage(damaged).write("vreemd.csv", b"")
    Storage(damaged).remove(["questions.csv"])
    assert main(["verify", str(damaged)]) == 1
    said = capsys.readouterr().err
    assert "answers.csv has been changed" in said
    assert "vreemd.csv is not in the manifest" in said
    assert "questions.csv is missing" in said


def test_diff(
    there: Remote, here: tuple[Release, Release], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, file = f"{there}/releases/{SECOND}", tmp_path / "verschil.parquet"
    assert main(["diff", str(here[0].folder), new, "--output", str(file)]) == 1
    assert "  sources: 1 added" in capsys.readouterr().out
    assert file.read_bytes() == (here[1].folder / "changes.parquet").read_bytes()
    assert main(["diff", new, new]) == 0
    assert list((tmp_path / "tmp").glob("kamervragen-*")) == []


def test_load(there: Remote, here: tuple[Release, Release]) -> None:
    output = here[0].folder.parent.parent
    for name in ("questions", "changes"):
        assert kamervragen.load(name, output=str(there)).equals(kamervragen.load(name, output=output))
    first = kamervragen.load("sources", FIRST, str(there), columns=["source_path"])
    assert first["source_path"].to_pylist() == ["docx-ah.txt", "tabel.txt"]


def test_load_passes_over_what_is_not_whole(
    there: Remote, here: tuple[Release, Release], bucket: Remote
) -> None:
    output = put_folder(here[0].folder.parent.parent, bucket / "output")
    Storage(output).write(f"releases/{SECOND}/documents.parquet", b"PAR1")
    assert kamervragen.load("sources", output=str(output)).num_rows == 2
    with pytest.raises(LoadError, match=r"documents.parquet of release .* cannot be read"):
        kamervragen.load("documents", SECOND, str(output))
    Storage(output).remove([f"releases/{SECOND}/manifest.json"])
    with pytest.raises(LoadError, match=f"The releases are: {FIRST}"):
        kamervragen.load("sources", SECOND, str(output))
    Storage(output).remove([f"releases/{FIRST}/answers.parquet"])
    with pytest.raises(LoadError, match=r"has no file answers\.parquet"):
        kamervragen.load("answers", FIRST, str(output))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("s3://no-such-bucket/releases/x", "is not a release"),
        ("unknown://x/y", "unknown://x/y cannot be fetched: Protocol not known"),
        ("s3://key:Wachtwoord1@b/x", "holds no password"),
    ],
)
def test_what_cannot_be_had_is_said(
    s3: None, address: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["verify", address], ["diff", address, address]):
        assert status_of(command) == 2
        said = capsys.readouterr().err
        assert reason in said
        assert "Wachtwoord1" not in said
    with pytest.raises(LoadError, match=r"holds no password|Protocol not known|There is no release in s3"):
        kamervragen.load("sources", output=address)


@pytest.mark.parametrize(
    "command",
    [
        ["site", "s3://emmer/output"],
        ["show", "s3://emmer/raw/a.txt"],
        ["evaluate", "s3://emmer/output/releases/x", "gold"],
        ["verify", "x", "--raw", "s3://emmer/raw"],
        ["diff", "x", "y", "--output", "s3://emmer/changes.parquet"],
    ],
)
def test_where_only_a_path_will_do_an_address_is_refused_with_what_to_do(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(command) == 2
    assert "copy what is there first (such as: aws s3 cp --recursive s3://emmer/" in capsys.readouterr().err


def test_no_name_in_the_storage_leads_out_of_the_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = Remote(f"memory:/{tmp_path}/r/{SECOND}")
    Storage(release).write("a/../../../../buiten", b"raak")
    assert main(["verify", str(release)]) == 2
    assert not list(tmp_path.rglob("buiten"))
    assert "no file of a release" in capsys.readouterr().err


def status_of(command: list[str]) -> int:
    try:
        return main(command)
    except SystemExit as end:  # argparse
        return int(end.code or 0)
