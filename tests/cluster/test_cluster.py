"""Texts read on a Dask cluster: the same bytes as here, whatever becomes of the workers."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from distributed import Client

import kamervragen
from kamervragen.release.cluster import ClusterError, check_cluster, chosen_scheduler
from kamervragen.release.errors import WrongUseError
from kamervragen.release.progress import listening
from kamervragen.release.workers import workers
from tests.cli.conftest import SAMPLES, VERSION, run
from tests.cluster.conftest import Cluster
from tests.releasing import contents, make_release

NO_PACKAGE = """raise ModuleNotFoundError("No module named 'kamervragen'")"""


def test_a_release_read_on_a_cluster_is_the_same_even_when_a_worker_dies(
    cluster: Cluster, tmp_path: Path
) -> None:
    here = make_release(SAMPLES, tmp_path / "here", VERSION)
    read: list[int] = []

    def kill(stage: str, done: int, total: int) -> None:
        if stage == "reading documents" and done and not read:
            read.append(done)
            cluster.kill_worker()

    with listening(kill):
        there = make_release(SAMPLES, tmp_path / "there", VERSION, scheduler=cluster.address, most_files=1)
    assert read == [1]
    assert contents(there.folder) == contents(here.folder)
    with Client(cluster.address, set_as_default=False) as client:
        assert len(client.nthreads()) == 1


def test_the_command_line_sends_the_work_to_the_cluster(cluster: Cluster, tmp_path: Path) -> None:
    here = make_release(SAMPLES, tmp_path / "here", VERSION)
    options = ("--raw", SAMPLES, "--output", tmp_path / "output", "--version", VERSION, "--executor", "dask")
    said = run("release", *options, DASK_SCHEDULER_ADDRESS=cluster.address)
    assert (said.returncode, said.stderr) == (0, "")
    assert contents(tmp_path / "output" / "releases" / VERSION) == contents(here.folder)
    log = (cluster.folder / "worker.log").read_text()
    assert "this_reader" in log  # they were asked what they read with


def test_an_error_in_the_work_reaches_whoever_asked_for_it(cluster: Cluster) -> None:
    with workers(1, cluster.address) as executor:
        assert list(executor.map(abs, range(-20, 0))) == list(range(20, 0, -1))
        with pytest.raises(ValueError, match="invalid literal"):
            list(executor.map(int, ["1", "geen getal"]))


def test_a_scheduler_that_dies_is_told_plainly(new_cluster: Cluster) -> None:
    scheduler = new_cluster.start_scheduler()
    new_cluster.add_worker()
    with workers(1, new_cluster.address) as executor:
        results = executor.map(abs, iter(range(1000)))
        assert next(results) == 0
        scheduler.kill()
        with pytest.raises(ClusterError, match="The Dask scheduler was lost"):
            list(results)


def test_a_worker_with_other_code_is_refused_by_name(new_cluster: Cluster, tmp_path: Path) -> None:
    other = tmp_path / "other" / "kamervragen"
    shutil.copytree(Path(kamervragen.__file__).parent, other)
    (other / "document.py").open("a").write("# another version\n")
    new_cluster.start_scheduler()
    new_cluster.add_worker()
    check_cluster(new_cluster.address)
    with workers(1, new_cluster.address) as executor:  # one that comes later is found out as well
        new_cluster.add_worker(PYTHONPATH=str(other.parent))
        new_cluster.kill_worker()
        with pytest.raises(ClusterError, match=r"A worker has kamervragen .* the run was begun with"):
            list(executor.map(abs, range(100)))
    with pytest.raises(WrongUseError, match=r"worker tcp://\S+ has kamervragen .*install the same wheel"):
        check_cluster(new_cluster.address)


@pytest.mark.parametrize("who", ["scheduler", "worker"])
def test_a_cluster_without_the_package_is_refused(new_cluster: Cluster, tmp_path: Path, who: str) -> None:
    (tmp_path / "kamervragen").mkdir()
    (tmp_path / "kamervragen" / "__init__.py").write_text(NO_PACKAGE)
    without = {"PYTHONPATH": str(tmp_path)}
    new_cluster.start_scheduler(**without if who == "scheduler" else {})
    new_cluster.add_worker(**without if who == "worker" else {})
    with pytest.raises(WrongUseError, match=rf"^The {who} tcp://\S+ cannot run kamervragen .*install"):
        check_cluster(new_cluster.address)


def test_what_cannot_work_is_said_at_once(
    new_cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASK_SCHEDULER_ADDRESS", raising=False)
    monkeypatch.setattr("kamervragen.release.cluster._CONNECT_SECONDS", 0.5)
    with pytest.raises(WrongUseError, match="No Dask scheduler answers at tcp://127"):
        check_cluster(new_cluster.address)
    with pytest.raises(WrongUseError, match="No Dask scheduler answers at nowhere"):
        check_cluster("nowhere://x")
    with pytest.raises(WrongUseError, match=r"Where is the Dask scheduler\? Give --address"):
        chosen_scheduler("dask", None)
    with pytest.raises(WrongUseError, match="give --executor dask"):
        chosen_scheduler("local", "tcp://127.0.0.1:8786")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WrongUseError, match=r"pip install 'kamervragen\[cluster\]'"):
        check_cluster(new_cluster.address)


def test_a_cluster_without_workers_is_not_waited_for_for_ever(
    new_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamervragen.release.cluster._PATIENCE", 0.2)
    monkeypatch.setattr("kamervragen.release.cluster._LOOK_EVERY", 0.1)
    new_cluster.start_scheduler()
    with pytest.raises(WrongUseError, match="has no workers"):
        check_cluster(new_cluster.address)
    monkeypatch.setattr("kamervragen.release.cluster._PATIENCE", 20)
    new_cluster.add_worker()
    with workers(1, new_cluster.address) as executor:
        results = executor.map(abs, iter(range(1000)))
        next(results)
        monkeypatch.setattr("kamervragen.release.cluster._PATIENCE", 0.2)
        new_cluster.kill_worker()
        with pytest.raises(ClusterError, match="no workers"):
            list(results)
