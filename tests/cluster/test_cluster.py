"""Work on a Dask cluster, and what is wrong with one, told plainly."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import kamervragen
from kamervragen.release.cluster import ClusterError, check_cluster, chosen_scheduler
from kamervragen.release.errors import WrongUseError
from kamervragen.release.workers import workers
from tests.cluster.conftest import Cluster
from tests.conftest import ROOT

NO_PACKAGE = """raise ModuleNotFoundError("No module named 'kamervragen'")"""


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


def test_a_worker_with_the_wheel_is_as_good_as_one_with_the_project(
    new_cluster: Cluster, tmp_path: Path
) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", tmp_path, ROOT], check=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", tmp_path / "w", wheel], check=True)
    new_cluster.start_scheduler(PYTHONPATH=str(tmp_path / "w"))
    new_cluster.add_worker(PYTHONPATH=str(tmp_path / "w"))
    check_cluster(new_cluster.address)
    with workers(1, new_cluster.address) as executor:
        (found,) = executor.map(find_spec, ["kamervragen"])
    assert found is not None
    assert found.origin == str(tmp_path / "w" / "kamervragen" / "__init__.py")


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
