"""A web server on loopback that keeps what it is told, and how to read the log of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.serving import serving


@dataclass
class Told:
    """What the server was told; `status` is how it answers, `location` where it sends people on to."""

    address: str = ""
    status: int = 200
    location: str | None = None
    bodies: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def listening_server() -> Iterator[Told]:
    """A server that takes POSTs, for as long as the block runs."""
    told = Told()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/json"
            told.paths.append(self.path)
            told.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(told.status)
            if told.location:
                self.send_header("Location", told.location)
            self.end_headers()

    with serving(Handler) as told.address:
        yield told


def run_logs(output: Path) -> list[list[dict[str, Any]]]:
    """The logs in an output folder, each a list of its lines."""
    return [
        [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]
        for path in sorted((output / "runs").glob("*.jsonl"))
    ]
