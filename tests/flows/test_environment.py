"""The server that a run brings along is a whole one, in a leaner order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.flows

ASKING = """
import sys
from pathlib import Path
from flows.environment import prefect_at_hand

with prefect_at_hand(Path(sys.argv[1])):
    from prefect.client.orchestration import get_client
    from prefect.server.api import server

    routers = [router.prefix for router in server.API_ROUTERS]
    assert len(routers) == 30 and set(routers[:3]) == {"/flows", "/flow_runs", "/task_runs"}, routers
    assert routers.index("/admin") < routers.index("/deployments"), routers
    with get_client(sync_client=True) as client:
        for path in ("/flow_runs/count", "/deployments/count"):
            print(client.request("POST", path, json={}).json())
"""


def test_it_answers_what_no_run_asks_too(tmp_path: Path) -> None:
    state = tmp_path / "state"
    asked = [sys.executable, "-c", ASKING, str(state)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n0\n", "")
    assert (state / "authority.pem").read_text().count("BEGIN CERTIFICATE") == 1
