"""Serves the site on this machine alone, with the byte ranges that the reader asks for."""

from __future__ import annotations

import re
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/atom+xml",
    ".md": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_PIECE = 1 << 16


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, root: Path) -> None:
        self.root = root
        super().__init__(*arguments)  # type: ignore[arg-type]  # passed on as they come from the server

    def do_GET(self) -> None:  # the name that http.server asks for
        self._answer(with_body=True)

    def do_HEAD(self) -> None:  # the name that http.server asks for
        self._answer(with_body=False)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: one line for each range helps nobody."""

    def _answer(self, *, with_body: bool) -> None:
        path = find(self.root, self.path)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        size = path.stat().st_size
        asked = self.headers.get("Range")
        wanted = byte_range(asked, size) if asked else (0, size)
        if wanted is None:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._send(path, size, wanted, partial=bool(asked), with_body=with_body)

    def _send(
        self, path: Path, size: int, wanted: tuple[int, int], *, partial: bool, with_body: bool
    ) -> None:
        start, end = wanted
        self.send_response(HTTPStatus.PARTIAL_CONTENT if partial else HTTPStatus.OK)
        self.send_header("Content-Type", _TYPES.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(end - start))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("X-Content-Type-Options", "nosniff")
        if partial:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        if with_body:
            with path.open("rb") as file:
                file.seek(start)
                while start < end and (piece := file.read(min(_PIECE, end - start))):
                    self.wfile.write(piece)
                    start += len(piece)


def find(root: Path, address: str) -> Path | None:
    """The file that an address names; None when it is not there, hidden, or outside `root`."""
    try:
        parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
        if any(part.startswith(".") for part in parts):
            return None
        path = root.joinpath(*parts).resolve()
        if path.is_dir():
            path = (path / "index.html").resolve()
        return path if path.is_file() and path.is_relative_to(root.resolve()) else None
    except (ValueError, OSError):  # a null character, a name that is too long
        return None


def byte_range(asked: str, size: int) -> tuple[int, int] | None:
    """The half-open range of a Range header; None when it cannot be met."""
    match = _RANGE.fullmatch(asked.strip())
    if match is None or not (match[1] or match[2]):
        return None
    if not match[1]:
        start, end = max(0, size - int(match[2])), size
    else:
        start, end = int(match[1]), min(size, int(match[2]) + 1) if match[2] else size
    return (start, end) if start < end else None


def server(output: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server on loopback, not yet running; port 0 takes any that is free."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, root=output.resolve()))


def serve(output: Path, port: int) -> None:
    """Serve until interrupted."""
    with server(output, port) as running:
        print(f"http://127.0.0.1:{running.server_address[1]}/  (Ctrl-C stops it)", flush=True)
        running.serve_forever()
