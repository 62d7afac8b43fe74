"""Runs by schedule and by hand, on a real Prefect server that serves the deployments of prefect.yaml."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from flows.serve import schedules_fire
from kamervragen.release.hooks import ON_FAILURE, ON_SUCCESS
from tests.release.watching import Told, listening_server, run_logs

ROOT = Path(__file__).resolve().parents[2]
ENDED = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
T = TypeVar("T")
# How often to look for runs to start, and for schedules that were added (by default after 60 seconds).
_IMPATIENT = {"PREFECT_RUNNER_POLL_FREQUENCY": "1", "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "3"}

pytestmark = pytest.mark.flows


@dataclass(frozen=True, slots=True)
class Serving:
    """`python -m flows.serve`, at work."""

    process: subprocess.Popen[bytes]
    api: httpx.Client
    environment: dict[str, str]
    told: Told

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """What the server answers; asked again, as Prefect's client does, while its database is busy."""
        response = poll(lambda: _unless_busy(self.api.request(method, path, json=body)))
        response.raise_for_status()
        return response.json() if response.content else None

    def deployment(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self.call("GET", f"/deployments/name/release/{name}")
        return found

    def runs(self, name: str) -> list[dict[str, Any]]:
        """All runs of a deployment that have begun."""
        runs = self.call(
            "POST", "/flow_runs/filter", {"deployments": {"name": {"any_": [name]}}, "sort": "START_TIME_ASC"}
        )
        return [run for run in runs if run["state_type"] != "SCHEDULED"]

    def run_ended(self, run: str) -> dict[str, Any] | None:
        """That run once it has ended."""
        found: dict[str, Any] = self.call("GET", f"/flow_runs/{run}")
        return found if found["state_type"] in ENDED else None

    def ended(self, name: str, count: int) -> list[dict[str, Any]] | None:
        """The runs of a deployment once `count` of them have ended."""
        ended = [run for run in self.runs(name) if run["state_type"] in ENDED]
        return ended if len(ended) >= count else None


def poll(look: Callable[[], T | None], seconds: float = 120) -> T:
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (found := look()) is not None:
            return found
        time.sleep(0.2)
    raise AssertionError(f"nothing found in {seconds} seconds")


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    state = tmp_path_factory.mktemp("server")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    api = f"http://127.0.0.1:{port}/api"
    with httpx.Client(base_url=api, timeout=30) as client, listening_server() as told:
        hooks = {ON_SUCCESS: f"{told.address}/good", ON_FAILURE: f"{told.address}/bad"}
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.serve", "--port", str(port), "--state", str(state)],
            cwd=ROOT,
            env=environment | _IMPATIENT | hooks,
            start_new_session=True,
        )
        at_hand = environment | {"PREFECT_API_URL": api, "PREFECT_HOME": str(state)}
        found = Serving(process, client, at_hand, told)
        try:
            poll(lambda: _served(found))
            yield found
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(60)


def _unless_busy(response: httpx.Response) -> httpx.Response | None:
    return None if response.status_code == httpx.codes.SERVICE_UNAVAILABLE else response


def _served(serving: Serving) -> bool | None:
    assert serving.process.poll() is None, "it ended by itself"
    try:
        return len(serving.call("POST", "/deployments/filter", {"limit": 10})) == 2 or None
    except httpx.TransportError:
        return None


def releases(output: Path) -> list[str]:
    """Versions that stand in an output folder."""
    return [
        path.name for path in sorted((output / "releases").iterdir()) if (path / "manifest.json").exists()
    ]


def test_nights_are_those_of_the_netherlands(serving: Serving) -> None:
    nightly = serving.deployment("nightly")

    assert not nightly["paused"]
    assert [
        (one["schedule"]["cron"], one["schedule"]["timezone"], one["active"]) for one in nightly["schedules"]
    ] == [("30 4 * * *", "Europe/Amsterdam", True)]


def test_the_form_says_what_each_parameter_is(serving: Serving) -> None:
    form = serving.deployment("manual")["parameter_openapi_schema"]["properties"]

    assert list(form) == ["raw", "output", "version", "workers", "executor", "address", "scratch"]
    assert all(field["description"] for field in form.values())
    assert (form["workers"]["minimum"], form["workers"]["maximum"]) == (1, 256)
    assert (form["workers"]["type"], form["raw"]["type"]) == ("integer", "string")  # addresses as well
    assert form["executor"]["enum"] == ["local", "dask"]
    printed, nothing = form["version"]["anyOf"]
    assert re.fullmatch(printed["pattern"], "2026-05-01.1")
    assert nothing == {"type": "null"}
    assert [field["default"] for field in form.values()] == ["raw", "output", None, 2, "local", None, None]


def test_two_triggers_at_once_give_one_release(serving: Serving, tmp_path: Path) -> None:
    manual = serving.deployment("manual")
    parameters = {"raw": str(ROOT / "raw"), "output": str(tmp_path), "workers": 1}
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "prefect", "deployment", "run", "release/manual"),
            *(part for name, value in parameters.items() for part in ("-p", f"{name}={value}")),
        ],
        env=serving.environment,
        stdout=subprocess.DEVNULL,
    ) as by_command:
        serving.call("POST", f"/deployments/{manual['id']}/create_flow_run", {"parameters": parameters})
        assert by_command.wait(60) == 0

    first, second = poll(lambda: serving.ended("manual", 2))

    assert [first["state_type"], second["state_type"]] == ["COMPLETED", "COMPLETED"]
    assert first["end_time"] <= second["start_time"]  # the second has waited
    assert len(releases(tmp_path)) == 1
    assert said(serving, first).startswith("# Published release")
    assert said(serving, second).startswith("# Nothing changed since release")
    assert [log[-2]["outcome"] for log in run_logs(tmp_path)] == ["published", "unchanged"]
    of_this = [body for body in serving.told.bodies if body["output"] == str(tmp_path)]
    assert [body["outcome"] for body in of_this] == ["published", "unchanged"]


def test_a_run_that_cannot_be_done_fails_and_says_why(serving: Serving, tmp_path: Path) -> None:
    manual = serving.deployment("manual")
    parameters = {"raw": str(tmp_path / "niets"), "output": str(tmp_path / "output")}
    run = serving.call("POST", f"/deployments/{manual['id']}/create_flow_run", {"parameters": parameters})
    ended = poll(lambda: serving.run_ended(run["id"]))
    assert ended["state_type"] == "FAILED"
    assert "There is no folder" in ended["state"]["message"]
    (told,) = (body for body in serving.told.bodies if body["output"] == parameters["output"])
    assert (told["outcome"], told["exit_status"]) == ("refused", 2)


@pytest.mark.parametrize(
    "parameters",
    [{"workers": 0}, {"workers": 257}, {"workers": "veel"}, {"version": "morgen"}, {"raw": 7}],
)
def test_a_parameter_that_is_no_good_is_refused_at_once(
    serving: Serving, parameters: dict[str, object]
) -> None:
    manual = serving.deployment("manual")
    answer = serving.api.post(f"/deployments/{manual['id']}/create_flow_run", json={"parameters": parameters})
    assert answer.status_code in (httpx.codes.CONFLICT, httpx.codes.UNPROCESSABLE_ENTITY)


# A library outside this project; `serve` warns of it, too.
@pytest.mark.skipif(not schedules_fire(), reason="Prefect 3.8 schedules nothing with SQLAlchemy 2.1 or later")
def test_a_schedule_fires(serving: Serving, tmp_path: Path) -> None:
    nightly = serving.deployment("nightly")["id"]
    soon = {
        "active": True,
        "schedule": {"interval": 3},
        "max_scheduled_runs": 1,
        "parameters": {"raw": str(ROOT / "raw"), "output": str(tmp_path), "workers": 1},
    }
    schedule = serving.call("POST", f"/deployments/{nightly}/schedules", [soon])[0]
    poll(lambda: serving.runs("nightly") or None)
    serving.call("DELETE", f"/deployments/{nightly}/schedules/{schedule['id']}")

    run = poll(lambda: serving.ended("nightly", 1))[0]

    assert run["auto_scheduled"]
    assert run["state_type"] == "COMPLETED"
    assert len(releases(tmp_path)) == 1


def test_a_taken_port_is_named(serving: Serving, tmp_path: Path) -> None:
    port = str(serving.api.base_url.port)
    second = subprocess.run(
        [sys.executable, "-m", "flows.serve", "--port", port, "--state", str(tmp_path)],
        cwd=ROOT,
        env={name: value for name, value in serving.environment.items() if name != "PREFECT_API_URL"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert second.returncode == 2
    assert re.search(rf"port {port} cannot be used .* another --port", second.stderr)


def test_ctrl_c_stops_it_and_its_server(serving: Serving) -> None:
    os.killpg(serving.process.pid, signal.SIGINT)  # what a terminal sends, to all in the foreground

    assert serving.process.wait(60) == 0
    with pytest.raises(httpx.ConnectError):
        serving.api.get("/health")


def said(serving: Serving, run: dict[str, Any]) -> str:
    """The summary that a run left for those who look in the UI."""
    artifacts = serving.call(
        "POST",
        "/artifacts/filter",
        {"artifacts": {"key": {"any_": ["release"]}, "flow_run_id": {"any_": [run["id"]]}}},
    )
    text: str = artifacts[0]["data"]
    return text
