"""The command line before any work begins: help, quick and with examples, and wrong use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kamervragen.cli import main

COMMANDS = ("release", "show")
HEAVY = ("prefect", "great_expectations", "pandas", "pyarrow", "duckdb", "numpy", "rich", "ahocorasick_rs")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text("Voorbeelddocument\nVraag 1\nKent u het bericht?\nAntwoord 1\nJa.\n")
    return folder


def status_of(*arguments: object) -> int:
    """The exit status of a command."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as end:  # argparse
        return int(end.code or 0)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_listed_and_its_help_has_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of("--help") == 0
    assert f"    {command} " in capsys.readouterr().out
    assert status_of(command, "--help") == 0
    assert f"kamervragen {command} " in capsys.readouterr().out.split("example")[1]


def test_help_imports_nothing_heavy() -> None:
    script = f"""
import sys
from kamervragen.cli import main
try:
    main(["--help"])
except SystemExit:
    print("loaded:", [name for name in {HEAVY} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded: []\n")


def test_the_library_never_imports_prefect() -> None:
    script = """
import importlib, pkgutil, sys
import kamervragen
for module in pkgutil.walk_packages(kamervragen.__path__, "kamervragen."):
    importlib.import_module(module.name)
print("prefect" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_version_of_the_package_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("--version") == 0
    assert capsys.readouterr().out.startswith("kamervragen ")


@pytest.mark.parametrize(
    ("raw_name", "output_name", "options", "words"),
    [
        ("absent", "output", [], "There is no folder"),
        ("raw/a.txt", "output", [], "is not a folder; --raw names"),
        ("raw", "raw/a.txt", [], "is not a folder; --output names"),
        ("raw", "raw/output", [], "is inside the raw folder"),
        ("raw", "raw", [], "is inside the raw folder"),
        ("raw", "output\udcff", [], "is no valid UTF-8"),
        ("raw", "/proc/output", [], "Nothing can be written in the output folder"),
        ("raw", "output", ["--version", "1.0"], "is not a version; versions look like"),
        ("raw", "output", ["--version", "2024-02-30.1"], "is not a version; versions look like"),
        ("raw", "output", ["--version", "2024-01-01.2"], "exists, and releases are never overwritten"),
        ("raw", "output", ["--version", "2024-01-01.1"], "comes before the latest release, 2024-01-01.2"),
        ("raw", "output", ["--workers", "0"], "is not a number from 1 to 256"),
        ("raw", "output", ["--workers", "veel"], "is not a number from 1 to 256"),
    ],
)
def test_wrong_use_is_said_in_one_sentence_with_status_2(
    raw: Path,
    raw_name: str,
    output_name: str,
    options: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (raw.parent / "output" / "releases" / "2024-01-01.2").mkdir(parents=True)
    folders = ["--raw", raw.parent / raw_name, "--output", raw.parent / output_name]
    assert status_of("release", *folders, *options) == 2
    shown = capsys.readouterr()
    assert words in shown.err
    assert shown.out == ""
    assert "Traceback" not in shown.err


def test_a_name_cannot_write_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("release", "--raw", tmp_path / "\x1b[31mrood\nregel", "--output", tmp_path) == 2
    assert "\\x1b[31mrood\\nregel" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["show", "a", "\x1b[31mrood"], ["\x9b31m"], ["site", "s3://\x1b[2J"]])
def test_nor_can_one_that_is_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(*arguments) == 2
    said = capsys.readouterr().err
    assert not {"\x1b", "\x9b"} & set(said)
    assert "\\x1b" in said or "\\x9b" in said


def test_without_a_command_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of() == 2
    assert "usage: kamervragen" in capsys.readouterr().err


def test_output_that_nobody_reads_any_more_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    program = [sys.executable, "-c", "from kamervragen.cli import main; raise SystemExit(main())", "--help"]
    done = subprocess.run(program, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert "Traceback" not in done.stderr
