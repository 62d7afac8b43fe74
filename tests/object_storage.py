"""Object storage for tests: a server on loopback that speaks as S3 does."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from kamervragen.storage import Remote, Storage

SECRET = "geheim-van-de-emmer"  # noqa: S105 - of a server that lives as long as a test
_numbers = count(1)


@contextmanager
def s3_server() -> Iterator[Mapping[str, str]]:
    """The server, for as long as the block runs; gives the environment in which it is found."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # else a line for each request
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        _, port = server.get_host_and_port()
        yield {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_ACCESS_KEY_ID": "invented",
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }
    finally:
        server.stop()


def new_bucket() -> Remote:
    """An empty bucket on the server."""
    import s3fs

    name = f"emmer-{os.getpid()}-{next(_numbers)}"
    s3fs.S3FileSystem().mkdir(name)
    return Remote(f"s3://{name}")


def put_folder(folder: Path, remote: Remote) -> Remote:
    """Put all files of a folder in object storage."""
    storage = Storage(remote)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            storage.send(path, path.relative_to(folder).as_posix())
    return remote


def objects_in(remote: Remote) -> dict[str, bytes]:
    """The content of all objects of a remote folder, by their names there."""
    storage = Storage(remote)
    return {name: storage.read_whole(name) for name in storage.objects()}
