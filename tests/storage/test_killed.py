"""A run that is killed in the middle of sending its release, by a server that ends it at some request."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kamervragen.release.manifest import MANIFEST
from kamervragen.release.remote_lock import Pace, held
from kamervragen.release.remote_output import remote_output
from kamervragen.storage import Remote, Storage
from tests.cli.conftest import COMMAND, SAMPLES
from tests.object_storage import objects_in
from tests.releasing import contents, make_release, released_there
from tests.serving import serving

FIRST, SECOND = "2026-05-01.1", "2026-05-02.1"
# Moments of sending: one of the files, and the last object before the pointer.
MOMENTS = ("questions.parquet", MANIFEST)


@dataclass
class Proxy:
    """A server before the storage. At the request that makes an object of the release whose name ends with
    `fatal`, it ends the process `victim` and does nothing."""

    storage: str
    fatal: str
    address: str = ""
    victim: int | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    def ends(self, method: str, path: str) -> bool:
        """Whether this is the request; the process has ended then."""
        if self.victim is None or method != "PUT" or not path.endswith(f"/releases/{SECOND}/{self.fatal}"):
            return False
        os.kill(self.victim, signal.SIGKILL)
        self.ended.set()
        return True


@contextmanager
def proxy(fatal: str) -> Iterator[Proxy]:
    """The server, while the block runs, before the storage of the environment."""
    found = Proxy(urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc, fatal)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if found.ends(self.command, urlsplit(self.path).path):
                self.close_connection = True
                return
            onward = http.client.HTTPConnection(found.storage, timeout=60)
            onward.request(self.command, self.path, body, dict(self.headers))
            answer = onward.getresponse()
            content = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                    self.send_header(name, value)
            length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(content))
            self.send_header("Content-Length", length or "0")
            self.end_headers()
            self.wfile.write(content)
            onward.close()

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = handle_any  # noqa: N815  names of the library

    with serving(Handler) as found.address:
        yield found


@pytest.mark.flows
@pytest.mark.parametrize("fatal", MOMENTS)
def test_a_run_that_is_killed_while_it_sends(
    bucket: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fatal: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    output, raw = bucket / "output", tmp_path / "raw"
    raw.mkdir()
    (raw / "docx-ah.txt").write_bytes((SAMPLES / "docx-ah.txt").read_bytes())
    there = remote_output(output, tmp_path / "scratch")
    released_there(raw, there, FIRST)
    make_release(raw, tmp_path / "here", FIRST)
    before = objects_in(output)
    (raw / "tabel.txt").write_bytes((SAMPLES / "tabel.txt").read_bytes())
    kill_while_it_sends(raw, output, tmp_path / "scratch", fatal)

    storage = Storage(output)
    begun = {name for name in storage.objects() if name.startswith(f"releases/{SECOND}/")}
    assert begun  # it was in the middle of it
    assert f"releases/{SECOND}/{MANIFEST}" not in begun
    after = objects_in(output)
    assert {name: after[name] for name in before} == before  # the latest release, and that it is the latest
    assert storage.names(".lock")  # nobody could take it away

    # The next run waits for a sign of life from the dead one, but here not for minutes.
    monkeypatch.setattr("kamervragen.release.run.held", partial(held, pace=Pace(dead=0.5, look=0.1)))
    released_there(raw, there, SECOND)
    make_release(raw, tmp_path / "here", SECOND)
    assert objects_in(output / "releases") == contents(tmp_path / "here" / "releases")
    names = {name.partition("/")[0] for name in storage.objects()}
    assert names == {"releases", "latest.json"}  # no lock any more
    assert SECOND.encode() in storage.read_whole("latest.json")
    assert not (there.scratch / ".staging").exists()
    assert not (there.scratch / "releases").exists()


def kill_while_it_sends(raw: Path, output: Remote, scratch: Path, fatal: str) -> None:
    """`kamervragen release`, which a request ends."""
    with proxy(fatal) as server:
        arguments = ["--raw", raw, "--output", output, "--version", SECOND, "--scratch", scratch]
        with subprocess.Popen(
            [*COMMAND, "release", *map(str, arguments)],
            env={**os.environ, "AWS_ENDPOINT_URL": server.address},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            server.victim = process.pid
            _, said = process.communicate(timeout=300)
            assert process.returncode == -signal.SIGKILL, said
            assert server.ended.is_set()
