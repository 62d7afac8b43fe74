"""A release read on a cluster, from object storage to object storage: the bytes of one that is made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamervragen.release.progress import listening
from kamervragen.release.remote_output import remote_output
from kamervragen.storage import Remote
from tests.cli.conftest import SAMPLES, VERSION, run
from tests.cluster.conftest import Cluster
from tests.object_storage import SECRET, objects_in, put_folder
from tests.releasing import contents, make_release, released_there


@pytest.mark.parametrize(
    ("name", "most_files", "stage"),
    [
        ("samples", 1, "registering files"),
        ("samples", 1, "reading documents"),
        pytest.param("dev", 5, "reading documents", marks=pytest.mark.corpus),
    ],
)
def test_the_release_is_the_same_even_when_a_worker_dies(
    bucket: Remote,
    cluster: Cluster,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    name: str,
    most_files: int,
    stage: str,
) -> None:
    raw = SAMPLES if name == "samples" else request.getfixturevalue("corpus") / name
    done_then: list[int] = []

    def kill(now: str, done: int, total: int) -> None:
        if now == stage and done and not done_then:
            assert done + 2 * most_files < total  # there is work left for each of the two
            done_then.append(done)
            cluster.kill_worker()

    put_folder(raw, bucket / "raw")
    with listening(kill):
        publication = released_there(
            bucket / "raw",
            remote_output(bucket / "output", tmp_path / "scratch"),
            VERSION,
            scheduler=cluster.address,
            most_files=most_files,
        )
    assert done_then
    assert cluster.living_workers() == 1
    assert publication.is_new
    here = make_release(raw, tmp_path / "here", VERSION)
    assert objects_in(bucket / "output" / "releases" / VERSION) == contents(here.folder)


def test_the_command_line_does_all_of_it_and_tells_no_secret(
    bucket: Remote, cluster: Cluster, tmp_path: Path
) -> None:
    put_folder(SAMPLES, bucket / "raw")
    places = ("--raw", bucket / "raw", "--output", bucket / "output", "--scratch", tmp_path / "scratch")
    command = ("release", *places, "--executor", "dask")
    said = run(*command, "--version", VERSION, DASK_SCHEDULER_ADDRESS=cluster.address)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.endswith(f"Published release {VERSION}: {bucket}/output/releases/{VERSION}\n")
    there = objects_in(bucket / "output")
    here = make_release(SAMPLES, tmp_path / "here", VERSION)
    released = {
        name.removeprefix(f"releases/{VERSION}/"): content
        for name, content in there.items()
        if name.startswith("releases/")
    }
    assert released == contents(here.folder)
    (log,) = (content for name, content in there.items() if name.startswith("runs/"))
    assert f'"output": "{bucket}/output"'.encode() in log
    assert b"this_reader" in (cluster.folder / "worker.log").read_bytes()  # the cluster was asked

    again = run(*command, DASK_SCHEDULER_ADDRESS=cluster.address)
    assert f"Nothing changed since release {VERSION}: {bucket}/output/releases/{VERSION}\n" in again.stdout
    newest = max(name for name in objects_in(bucket / "output" / "runs"))
    assert b"reading documents" not in objects_in(bucket / "output" / "runs")[newest]  # found out before
    wrong = run(*command, AWS_SECRET_ACCESS_KEY=f"{SECRET}2", AWS_ENDPOINT_URL="http://127.0.0.1:1")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1), wrong.stderr
    written = b"".join([*contents(tmp_path / "scratch").values(), *objects_in(bucket / "output").values()])
    for text in (written, (said.stdout + again.stdout + wrong.stderr + wrong.stdout).encode()):
        assert SECRET.encode() not in text
