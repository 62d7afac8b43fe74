"""What raw files and sidecars say never becomes a path, and never steers a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import gettempdir

import pytest

from kamervragen.cli import main
from kamervragen.describe.card import _READING
from kamervragen.site import build
from schemas.dictionary import render
from tests.releasing import make_release, snapshot

FIRST, SECOND = "2026-05-01.1", "2026-05-02.1"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
EVIL = "\x1b[2J\x1b]0;raak\x07\x9b31m\u202e"
BUITEN = str(Path(gettempdir()) / "buiten")
PATHS = (
    "../../buiten",
    BUITEN,
    "..",
    "a/../../buiten",
    "ah-tk-20252026-1/../../buiten",
    "CON",
    "~/buiten",
)


def letter(number: int, title: str) -> str:
    """A document whose subject is `title`."""
    return (
        f"AH {number}\n\n2025Z{number:05d}\n\n"
        "Antwoord van minister Eik (Financiën) (ontvangen 20 november 2025)\n\n"
        "Vragen van het lid Mol (A) aan de Minister van Financiën"
        f" over {title} (ingezonden 3 november 2025)\n\n"
        f"Vraag 1\n{title}?\n\nAntwoord 1\nJa, {title}. Zie https://voorbeeld.example/{title}\n"
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with raw files that want to be elsewhere, and two releases of them."""
    place = tmp_path_factory.mktemp("untrusted")
    raw = place / "raw"
    raw.mkdir()
    for number, path in enumerate(PATHS):
        (raw / f"{number}{EVIL}.txt").write_text(letter(number + 1, path), encoding="utf-8")
        sidecar = {"publication_id": path, "source_url": f"file://{path}", "published_on": path}
        (raw / f"{number}{EVIL}.meta.json").write_text(json.dumps(sidecar))
    (raw / "formule.txt").write_text(letter(90, "=cmd|' /C calc'!A1"), encoding="utf-8")
    make_release(raw, place / "output", FIRST)
    for number, path in enumerate(PATHS):
        (raw / f"meer {number}{EVIL}.txt").write_text(letter(number + 20, f"{path} {EVIL}"), encoding="utf-8")
    (raw / "formule.txt").unlink()
    make_release(raw, place / "output", SECOND)
    build(place / "output")
    return place


def test_no_file_is_named_after_what_was_read(place: Path, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(letter(1, "iets"), encoding="utf-8")
    make_release(tmp_path / "raw", tmp_path / "output", FIRST)
    ordinary = {path.name for path in (tmp_path / "output").rglob("*")}
    found = {path.name for path in (place / "output" / "releases").rglob("*")}
    assert found <= ordinary | {SECOND}
    assert {path.name for path in place.iterdir()} == {"raw", "output"}
    assert not [path for path in place.parent.glob("**/*buiten*") if EVIL not in path.name]


def test_what_is_hostile_stands_in_the_tables_as_it_is(place: Path) -> None:
    """Else the other tests would prove nothing; and what CSV files hold is told to those who open them."""
    questions = (place / "output" / "releases" / FIRST / "questions.csv").read_text(encoding="utf-8")
    assert "\"=cmd|' /C calc'!A1?\"" in questions
    assert f'"{BUITEN}?"' in questions
    for told in (render(), _READING):
        assert "formula" in told


@pytest.mark.parametrize(
    "command", ["show", "show --why", "diff", "verify", "verify damaged", "no such file"]
)
def test_nothing_steers_the_terminal(
    place: Path, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    releases = place / "output" / "releases"
    evil = next(path for path in (place / "raw").glob("meer 1*"))
    arguments = {
        "show": ["show", evil],
        "show --why": ["show", evil, "--why"],
        "diff": ["diff", releases / FIRST, releases / SECOND],
        "verify": ["verify", releases / SECOND, "--raw", tmp_path],
        "verify damaged": ["verify", damaged(releases / SECOND, tmp_path)],
        "no such file": ["show", tmp_path / EVIL],
    }[command]
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    assert STEERING.findall(printed.out + printed.err) == []
    assert status == {"show": 0, "show --why": 0, "diff": 1, "verify damaged": 1}.get(command, 2)
    if command in ("show", "verify", "verify damaged", "no such file"):
        assert "\\x1b[2J" in printed.out + printed.err


def damaged(release: Path, where: Path) -> Path:
    """A copy of a release with a file in it that does not belong there."""
    copy = where / release.name
    copy.mkdir()
    for path in release.glob("*.*"):
        (copy / path.name).write_bytes(path.read_bytes())
    (copy / f"{EVIL}.txt").touch()
    return copy


def test_no_command_changes_a_release(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    releases = place / "output" / "releases"
    before = snapshot(releases)
    for arguments in (
        ["verify", releases / SECOND, "--raw", place / "raw"],
        ["diff", releases / FIRST, releases / SECOND],
        ["evaluate", releases / SECOND, place / "raw"],
        ["site", place / "output"],
        ["site", releases / SECOND],
        ["release", "--raw", releases / SECOND, "--output", releases / SECOND],
        ["release", "--raw", place / "raw", "--output", releases / SECOND],
        ["release", "--raw", place / "raw", "--output", releases / SECOND / "nieuw"],
        ["release", "--raw", place / "raw", "--output", place / "output", "--version", SECOND],
    ):
        main([str(argument) for argument in arguments])
    assert snapshot(releases) == before


def test_what_is_told_of_changes_steers_no_terminal(place: Path) -> None:
    told = (place / "output" / "releases" / SECOND / "CHANGES.md").read_text(encoding="utf-8")
    assert "meer 0" in told
    assert STEERING.findall(told) == []
