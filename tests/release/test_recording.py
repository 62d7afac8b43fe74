"""The record of a run: a log that tells what happened, whatever happened, and one call to a hook."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from kamervragen.quality import Report
from kamervragen.quality.report import CheckResult
from kamervragen.release.errors import WrongUseError
from kamervragen.release.hooks import Hooks, chosen_hooks
from kamervragen.release.log import RunLog
from kamervragen.release.outcome import Outcome, StoppedError
from kamervragen.release.progress import note, stage
from kamervragen.release.recording import recorded
from tests.release.watching import listening_server, run_logs

COLUMN = CheckResult("c", "critical", "questions", None, "there are questions", False, "0", "at least 1")


def outcome(folder: Path) -> Outcome:
    return Outcome("2026-05-01.1", folder, True, {"loaded": 2}, {"questions": 3}, 4, 5, ("een waarschuwing",))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    folder.mkdir()
    return folder


def recording(output: Path, chosen: Hooks | None = None, complaints: list[str] | None = None) -> Any:
    raw = output.parent / "raw"
    return recorded(
        raw, output, chosen or Hooks(), ([] if complaints is None else complaints).append, workers=2
    )


def break_off(output: Path, error: BaseException, *stages: str) -> None:
    """A run that gets as far as the last of these stages."""
    with recording(output):
        for name in stages:
            stage(name)
        raise error


def events(lines: list[dict[str, Any]]) -> list[str]:
    return [line["event"] for line in lines]


def test_a_run_is_told_from_its_beginning_to_its_end(output: Path) -> None:
    with recording(output) as record:
        progress = stage("reading documents")
        progress(1, 2)
        progress(2, 2)
        note("files set aside", count=1, first=[{"file": "naam\n\x1b[2J\udcff.txt", "reason": "Leeg."}])
        stage("publishing")
        record.came_of_it(outcome(output / "releases" / "2026-05-01.1"))
    (lines,) = run_logs(output)
    assert events(lines) == [
        "run begun",
        "stage begun",
        "files set aside",
        "stage ended",
        "stage begun",
        "stage ended",
        "run ended",
    ]
    begun, ended = lines[0], lines[-1]
    assert (begun["raw"], begun["workers"], begun["process"]) == (str(output.parent / "raw"), 2, os.getpid())
    assert lines[2]["first"][0]["file"] == "naam\n\x1b[2J\udcff.txt"
    assert (lines[3]["stage"], lines[3]["done"], lines[3]["of"]) == ("reading documents", 2, 2)
    assert lines[3]["seconds"] >= 0
    assert "done" not in lines[5]
    assert (ended["outcome"], ended["exit_status"], ended["version"]) == ("published", 0, "2026-05-01.1")
    assert (ended["files"], ended["rows"]) == ({"loaded": 2}, {"questions": 3})
    assert all(line["time"].endswith("Z") for line in lines)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (StoppedError(Report((COLUMN,)), Path("failed/x")), ("stopped", 1)),
        (WrongUseError("Another process is making a release."), ("refused", 2)),
        (OSError(28, "No space left on device"), ("broken", 3)),
        (KeyboardInterrupt(), ("interrupted", 130)),
        (KeyboardInterrupt(signal.SIGTERM), ("interrupted", 143)),
        (SystemExit("weg"), ("interrupted", 130)),
    ],
)
def test_a_run_that_does_not_end_well_says_how(
    output: Path, error: BaseException, expected: tuple[str, int]
) -> None:
    with pytest.raises(type(error)):
        break_off(output, error, "reading documents")
    (lines,) = run_logs(output)
    assert events(lines) == ["run begun", "stage begun", "stage broken off", "run ended"]
    assert (lines[-1]["outcome"], lines[-1]["exit_status"]) == expected
    if isinstance(error, StoppedError):
        assert lines[-1]["reasons"] == ["questions: there are questions (0)"]
        assert lines[-1]["report"] == "failed/x"
    elif isinstance(error, Exception):
        assert str(error) in lines[-1]["message"]


def test_a_stage_that_is_tried_again_is_told_twice(output: Path) -> None:
    with pytest.raises(OSError, match="weg"):
        break_off(output, OSError("weg"), "publishing", "publishing")
    (lines,) = run_logs(output)
    assert events(lines)[1:-1] == ["stage begun", "stage broken off", "stage begun", "stage broken off"]


def test_a_run_in_a_run_is_the_same_run(output: Path) -> None:
    with recording(output) as outer, recording(output) as inner:
        assert inner is outer
        inner.came_of_it(outcome(output))
    (lines,) = run_logs(output)
    assert events(lines) == ["run begun", "run ended"]


def test_each_line_is_there_as_soon_as_it_happens(output: Path) -> None:
    with recording(output) as record:
        stage("reading documents")
        (lines,) = run_logs(output)
        assert events(lines) == ["run begun", "stage begun"]
        record.came_of_it(outcome(output))


@pytest.mark.parametrize("where", ["nowhere", "in the raw folder"])
def test_a_refused_run_makes_no_folders(tmp_path: Path, where: str) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    output = tmp_path / "output" if where == "nowhere" else raw
    with pytest.raises(WrongUseError), recorded(raw, output, Hooks(), print):
        raise WrongUseError("no")
    assert sorted(tmp_path.rglob("*")) == [raw]


def test_the_last_hundred_logs_are_kept(output: Path) -> None:
    runs = output / "runs"
    runs.mkdir()
    for day in range(120):
        (runs / f"2026-01-01T{day:06d}Z-1.jsonl").touch()
    (runs / "van-iemand-anders.txt").touch()
    log = RunLog(runs)
    log.open()
    log.write("run begun", {})
    names = sorted(path.name for path in runs.glob("*.jsonl"))
    assert len(names) == 100
    assert names[0] == "2026-01-01T000021Z-1.jsonl"
    assert log.path.name in names
    assert (runs / "van-iemand-anders.txt").exists()


@pytest.mark.parametrize("obstacle", ["a file", "a full disk"])
def test_a_log_that_cannot_be_written_is_no_trouble_for_the_run(output: Path, obstacle: str) -> None:
    if obstacle == "a file":
        (output / "runs").write_text("geen map")
    complaints: list[str] = []
    with recording(output, complaints=complaints) as record:
        if obstacle == "a full disk":
            record._log.path = Path("/dev/full")
        stage("reading documents")
        record.came_of_it(outcome(output))
    (complaint,) = complaints
    assert "cannot be written" in complaint


def test_one_hook_is_told_how_it_ended(output: Path) -> None:
    with listening_server() as server:
        chosen = chosen_hooks(f"{server.address}/goed?token=geheim", f"{server.address}/fout")
        with recording(output, chosen) as record:
            record.came_of_it(outcome(output / "r"))
        with pytest.raises(WrongUseError), recording(output, chosen):
            raise WrongUseError("nee")
    assert server.paths == ["/goed?token=geheim", "/fout"]
    good, bad = server.bodies
    assert (good["job"], good["outcome"], good["release"]) == (
        "kamervragen release",
        "published",
        str(output / "r"),
    )
    assert (good["output"], good["warnings"]) == (str(output), ["een waarschuwing"])
    assert (bad["outcome"], bad["exit_status"], bad["message"]) == ("refused", 2, "nee")
    calls = [lines[-1] for lines in run_logs(output)]
    assert {(line["event"], line["hook"], line["trouble"]) for line in calls} == {
        ("hook called", server.address, None)
    }
    assert "geheim" not in "".join(json.dumps(lines) for lines in run_logs(output))


def test_a_hook_that_fails_changes_nothing_and_is_said(output: Path) -> None:
    complaints: list[str] = []
    with recording(output, chosen_hooks("false"), complaints) as record:
        record.came_of_it(outcome(output))
    (lines,) = run_logs(output)
    assert lines[-2]["outcome"] == "published"
    assert lines[-1]["trouble"] == "its exit status was 1"
    assert complaints == ["the hook false failed: its exit status was 1"]


def test_a_hook_finds_the_log_complete(output: Path) -> None:
    complaints: list[str] = []
    with recording(output, chosen_hooks(f"grep -rq 'run ended' {output / 'runs'}"), complaints) as record:
        record.came_of_it(outcome(output))
    assert complaints == []
