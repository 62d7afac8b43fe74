"""`kamervragen show`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamervragen.cli import main
from tests.cli.conftest import SAMPLES


def shown(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["show", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_each_stretch_is_shown_with_its_role(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, SAMPLES / "docx-ah.txt")
    for role in ("header", "question 1", "answer label 1", "footnote 1", "closing"):
        assert f"\n{role}" in out
    assert "confidence" in out
    assert "next best reading" in out


def test_references_and_amounts_are_marked_with_what_they_were_read_as(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = shown(capsys, SAMPLES / "zonder-antwoordlabel.txt")
    assert "Kamerstuk 39 125 nr. 33 [kst-39125-33]" in out
    assert "€ 100 miljoen [100000000.00 EUR]" in out


def test_why_prints_the_evidence_and_what_lost(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, SAMPLES / "zonder-antwoordlabel.txt", "--why")
    assert "begins question 2" in out
    assert "does not begin question" in out
    assert "+3.0  next number" in out
    assert "The next best reading is" in out


def test_a_text_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kwaad.txt"
    answer = "Nee, want het scherm laat zich door een tekst niet sturen, ook niet door deze."
    file.write_text(f"Vraag 1\nIs dit \x1b[2J\x1b]0;raak\x07 kwaad?\nAntwoord 1\n{answer}[bold]\n")
    out = shown(capsys, file)
    assert "\x1b" not in out
    assert "\\x1b[2J" in out
    assert "[bold]" in out


@pytest.mark.parametrize("kind", ["missing", "empty", "binary"])
def test_what_cannot_be_shown_is_said(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bestand.txt"
    if kind != "missing":
        file.write_bytes(b"" if kind == "empty" else b"%PDF-1.7 \x00")
    assert main(["show", str(file)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"kamervragen: {file} cannot be shown.")
