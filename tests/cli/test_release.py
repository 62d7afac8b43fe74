"""`kamervragen release`, from the first file to the published folder, with real Prefect underneath."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from kamervragen.release.unchanged import unchanged
from tests.cli.conftest import COMMAND, SAMPLES, VERSION, Published, run
from tests.release.watching import listening_server, run_logs

pytestmark = pytest.mark.flows

# A published notice of questions put orally: of type `questions`, without a single numbered question.
ORAL = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2025–2026 Vragen gesteld door de leden der Kamer

2025Z91234
Mondelinge vragen van het lid Zomerdijk (BTP) aan de Minister van Defensie over het Voorbeelddocument
(ingezonden 3 november 2025)

kv-tk-2025Z91234
"""


FIGURES = ("files read", "files set aside", "questions", "answers", "references", "amounts", "checks passed")


def data_files(release: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in release.iterdir() if path.suffix in (".parquet", ".csv")}


def test_a_release_is_published_and_says_so(published: Published) -> None:
    said = published.said
    assert said.returncode == 0, said.stderr
    assert said.stderr == ""
    figures = dict(
        line.rsplit("  ", 1) for line in said.stdout.splitlines() if "  " in line and "warn" not in line
    )
    counts = {name.strip(): value.strip() for name, value in figures.items()}
    assert counts["files read"] == str(len(list(SAMPLES.glob("*.txt"))))
    assert int(counts["questions"]) > 50
    assert int(counts["references"]) > 50
    assert said.stdout.splitlines()[-1] == f"Published release {VERSION}: {published.folder}"
    assert json.loads((published.output / "latest.json").read_text())["version"] == VERSION


def test_the_run_is_recorded_in_prefect_under_the_output(published: Published) -> None:
    with closing(sqlite3.connect(published.output / ".prefect" / "prefect.db")) as database:
        keys = {key for (key,) in database.execute("select key from artifact")}
        flows = {name for (name,) in database.execute("select name from flow")}
        states = {state for (state,) in database.execute("select state_type from flow_run")}
    assert {"release", "checks"} <= keys
    assert {"release", "ingest", "normalise", "check", "publish"} <= flows
    assert states == {"COMPLETED"}


def test_the_run_leaves_a_log(published: Published) -> None:
    (lines,) = run_logs(published.output)
    stages = [line["stage"] for line in lines if line["event"] == "stage ended"]
    assert stages == [
        "registering files",
        "reading documents",
        "writing tables",
        "checking tables",
        "publishing",
    ]
    by_event = {line["event"]: line for line in lines}
    files = len(list(SAMPLES.glob("*.txt")))
    read = next(line for line in lines if line.get("stage") == "reading documents" and "of" in line)
    assert (read["done"], read["of"]) == (files, files)
    assert by_event["files set aside"]["count"] == 0
    assert by_event["tables written"]["rows"]["documents"] == files
    assert by_event["tables checked"]["checks"] > 200
    assert (by_event["release published"]["version"], by_event["release published"]["previous"]) == (
        VERSION,
        None,
    )
    assert (lines[-1]["event"], lines[-1]["outcome"], lines[-1]["exit_status"]) == (
        "run ended",
        "published",
        0,
    )
    assert lines[-1]["release"] == str(published.folder)


def test_nothing_changed_makes_no_release(published: Published, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(published.output, output)
    said = run("release", "--raw", SAMPLES, "--output", output)
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines()[-1].startswith(f"Nothing changed since release {VERSION}")
    assert said.stdout.splitlines()[:-1] == published.said.stdout.splitlines()[-1 - len(FIGURES) : -1]
    history = output / ".prefect" / "prefect.db"
    assert history.read_bytes() == (published.output / ".prefect" / "prefect.db").read_bytes()
    assert [folder.name for folder in (output / "releases").iterdir()] == [VERSION]
    _, log = run_logs(output)
    assert (log[-1]["outcome"], log[-1]["exit_status"]) == ("unchanged", 0)


def test_what_has_changed_is_not_looked_for_twice(published: Published, tmp_path: Path) -> None:
    output, raw = tmp_path / "output", tmp_path / "raw"
    shutil.copytree(published.output, output)
    shutil.copytree(SAMPLES, raw)
    mark = output / ".readings" / "released.json"
    release = unchanged(raw, output)
    assert release is not None
    assert str(release.version) == VERSION
    assert mark.exists()
    sorted(raw.glob("*.txt"))[0].write_text("Vraag 1\nKlopt dit verzonnen bericht?", encoding="utf-8")
    assert unchanged(raw, output) is None
    assert not mark.exists()


def test_the_bytes_do_not_depend_on_folder_zone_locale_hashes_or_workers(
    published: Published, tmp_path: Path
) -> None:
    raw = tmp_path / "een andere map" / "ruw"
    shutil.copytree(SAMPLES, raw)
    output = tmp_path / "elders"
    said = run(
        *("release", "--raw", raw, "--output", output, "--version", VERSION, "--workers", 1),
        TZ="America/St_Johns",
        LC_ALL="C",
        PYTHONHASHSEED="4711",
    )
    assert said.returncode == 0, said.stderr
    ours, theirs = data_files(output / "releases" / VERSION), data_files(published.folder)
    assert len(theirs) >= 20
    assert sorted(name for name in theirs if ours.get(name) != theirs[name]) == []


def test_a_check_stops_a_release_and_the_latest_one_stays(published: Published, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(published.output, output)
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "mondeling.txt").write_text(ORAL, encoding="utf-8")
    told = tmp_path / "told.json"
    said = run("release", "--raw", raw, "--output", output, KAMERVRAGEN_ON_FAILURE=f"tee '{told}'")
    assert said.returncode == 1
    assert "questions" in said.stderr
    assert "Traceback" not in said.stderr
    assert json.loads((output / "latest.json").read_text())["version"] == VERSION
    assert data_files(output / "releases" / VERSION) == data_files(published.folder)
    (report,) = (output / "failed").rglob("report.json")
    failed = [check for check in json.loads(report.read_text())["checks"] if not check["passed"]]
    assert "questions.none" in {check["id"] for check in failed}
    _, log = run_logs(output)
    checked, ended = (
        next(line for line in log if line["event"] == event) for event in ("tables checked", "run ended")
    )
    assert {check["id"] for check in checked["failed"]} == {check["id"] for check in failed}
    assert (ended["outcome"], ended["exit_status"]) == ("stopped", 1)
    assert ended["reasons"]
    assert report.is_relative_to(ended["report"])
    told_facts = json.loads(told.read_text())
    assert (told_facts["outcome"], told_facts["reasons"]) == ("stopped", ended["reasons"])


@pytest.mark.parametrize("kind", ["no such folder", "a file", "an empty folder", "nothing readable"])
def test_wrong_use_is_told_in_one_sentence(kind: str, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    if kind == "a file":
        raw.write_text("geen map")
    elif kind != "no such folder":
        raw.mkdir()
    if kind == "nothing readable":
        (raw / "foto.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    said = run("release", "--raw", raw, "--output", tmp_path / "output")
    assert said.returncode == 2
    assert said.stderr.startswith("kamervragen: ")
    assert "Traceback" not in said.stderr
    assert not (tmp_path / "output" / "releases").exists()


def test_a_hook_is_told_of_a_refused_run_and_may_fail_itself(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    with listening_server() as server:
        said = run(
            *("release", "--raw", tmp_path / "niets", "--output", tmp_path / "output"),
            *("--on-success", "true", "--on-failure", server.address),
        )
        server.status = 500
        again = run(
            *("release", "--raw", tmp_path / "niets", "--output", tmp_path / "output"),
            KAMERVRAGEN_ON_FAILURE=f"{server.address}/?token=geheim",
        )
    assert (said.returncode, again.returncode) == (2, 2)
    told, _ = server.bodies
    assert (told["outcome"], told["exit_status"]) == ("refused", 2)
    assert told["message"] in said.stderr
    assert f"the hook {server.address} failed: the answer was 500" in again.stderr
    assert "geheim" not in again.stderr
    assert [log[-1]["trouble"] for log in run_logs(tmp_path / "output")] == [None, "the answer was 500"]


def test_a_hook_that_cannot_work_is_wrong_use(tmp_path: Path) -> None:
    said = run("release", "--raw", SAMPLES, "--output", tmp_path, "--on-failure", "geen-zulk-commando")
    assert said.returncode == 2
    assert "no command 'geen-zulk-commando'" in said.stderr


def test_a_broken_file_is_set_aside_and_the_rest_is_published(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(SAMPLES / "docx-ah.txt", raw / "naam met 'quotes' en\nregel.txt")
    (raw / "leeg.txt").touch()
    (raw / "docx-ah.meta.json").write_text("{ kapot")
    said = run("release", "--raw", raw, "--output", tmp_path / "output", "--version", VERSION)
    assert said.returncode == 0, said.stderr
    assert "files set aside" in said.stdout
    ledger = (tmp_path / "output" / "releases" / VERSION / "sources.csv").read_text(encoding="utf-8")
    assert '"The file is empty."' in ledger
    (log,) = run_logs(tmp_path / "output")
    aside = next(line for line in log if line["event"] == "files set aside")
    assert (aside["count"], len(aside["first"])) == (2, 2)
    assert {"file": "leeg.txt", "status": "rejected", "reason": "The file is empty."} in aside["first"]


def group_ends(group: int, seconds: int = 30) -> bool:
    """Whether the last process of a group ends in time; Prefect's server takes a moment to stop."""
    for _ in range(seconds * 10):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        select.select([], [], [], 0.1)
    return False


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    output = tmp_path / "output"
    process = subprocess.Popen(
        [*COMMAND, "release", "--raw", str(SAMPLES), "--output", str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("reading"):
            os.killpg(process.pid, signal.SIGINT)
            break
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert errors == "kamervragen: stopped by Ctrl-C. Nothing was published.\n"
    assert not (output / "releases").exists()
    (log,) = run_logs(output)
    assert (log[-1]["outcome"], log[-1]["exit_status"]) == ("interrupted", 130)
    assert group_ends(process.pid), "a process that the run started outlives it"


def test_help_has_an_example_for_each_command() -> None:
    for command in ("release", "show"):
        said = run(command, "--help")
        assert said.returncode == 0
        assert "example" in said.stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from kamervragen.cli import _parser; _parser().format_help(); "
        "heavy = {'prefect', 'pandas', 'great_expectations', 'pyarrow', 'duckdb'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    said = subprocess.run([COMMAND[0], "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
