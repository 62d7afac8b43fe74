"""`kamervragen show`."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from kamervragen.cli import main
from kamervragen.cli.show import by_name
from kamervragen.layout.evidence import Evidence
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


def test_what_cannot_be_seen_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kwaad.txt"
    file.write_text(
        "Vraag 1\nIs dit \x9b31m \u202e om\u200b en \u061c om?\nAntwoord 1\nNee, dat is het niet.\n"
    )
    for arguments in ([file], [file, "--why"]):
        out = shown(capsys, *arguments)
        assert not {"\x9b", "\u202e", "\u200b", "\u061c"} & set(out)
    assert r"\x9b31m \u202e om\u200b en \u061c om?" in shown(capsys, file)


def test_why_says_where_in_a_long_line_a_label_stands(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, SAMPLES / "een-regel.txt", "--why")
    text = (SAMPLES / "een-regel.txt").read_text(encoding="utf-8")
    assert f"line 1, column {text.index('Vraag 4') + 1}: Vraag 4" in out


def test_evidence_of_one_kind_is_added_up() -> None:
    far = Evidence("closing words far from the end", -3.0)
    assert by_name((far, Evidence("closing words", 4.0), far)) == {
        far.name: [-3.0, -3.0],
        "closing words": [4.0],
    }


@pytest.mark.parametrize("no_color", ["", "1"])
@pytest.mark.parametrize("why", [[], ["--why"]])
def test_on_a_narrow_terminal(no_color: str, why: list[str], tmp_path: Path) -> None:
    out = on_terminal(tmp_path, [str(SAMPLES / "docx-ah.txt"), *why], columns=40, no_color=no_color)
    colours = re.findall(r"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7])m", out)
    assert bool(colours) == (not no_color)
    lines = re.sub(r"\x1b\[[\d;]*m", "", out).splitlines()
    assert any(line.startswith(" " * 18) for line in lines) or why
    texts = [line for line in lines if line.startswith(" " * 18)]
    assert all(len(line) <= 40 for line in texts)


def test_a_reader_that_has_enough_is_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text("".join(f"Vraag {n}\nWaarom?\nAntwoord {n}\nDaarom.\n" for n in range(1, 3_000)))
    command = [sys.executable, "-c", "from kamervragen.cli import main; raise SystemExit(main())"]
    with subprocess.Popen(
        [*command, "show", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr.read() == b""


def on_terminal(folder: Path, arguments: list[str], *, columns: int, no_color: str) -> str:
    """What `kamervragen show` prints on a terminal of so many columns."""
    # Only where there are terminals as Unix has them.
    pty = pytest.importorskip("pty")
    termios = pytest.importorskip("termios")
    fcntl = pytest.importorskip("fcntl")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    environment |= {"TERM": "xterm-256color"} | ({"NO_COLOR": no_color} if no_color else {})
    command = [sys.executable, "-c", "from kamervragen.cli import main; raise SystemExit(main())"]
    command += ["show", *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment, cwd=folder) as process:
        os.close(theirs)
        printed = bytearray()
        while True:
            try:
                chunk = os.read(ours, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            printed += chunk
        assert process.wait() == 0
    os.close(ours)
    return printed.decode()


@pytest.mark.parametrize("kind", ["missing", "empty", "binary"])
def test_what_cannot_be_shown_is_said(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bestand.txt"
    if kind != "missing":
        file.write_bytes(b"" if kind == "empty" else b"%PDF-1.7 \x00")
    assert main(["show", str(file)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"kamervragen: {file} cannot be shown.")
