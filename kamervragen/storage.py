"""Folders in object storage: their addresses, and the few things we ask of them.

Whatever fsspec can open may hold raw files or releases: `s3://`, `gs://`, `az://` and others, each with a
package of its own. Credentials come from where each of these looks for them by itself (the environment,
a file in the home folder, the machine's role), never from an address: addresses end up in logs.
"""

from __future__ import annotations

import base64
import binascii
import errno
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_LOCAL = ("file://", "local://")
# Any address in a message, with what may be secret in it: the part before the host, and all after a ? or #.
_MENTIONED = re.compile(
    r"\b([A-Za-z][A-Za-z0-9+.-]{0,20}://)(?:[^\s/'\"<>@]*@)*([^\s?#'\"<>]*)(?:[?#][^\s'\"<>]*)?"
)
_HEX_MD5 = re.compile(r"[0-9a-f]{32}")


class AddressError(ValueError):
    """The address cannot be used; the message says why."""


class StorageError(OSError):
    """The storage did not do what it was asked. What it says about that holds no secrets any more."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder in object storage, by its address; there is no slash at its end."""

    address: str

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]

    @property
    def parent(self) -> Remote:
        """The folder that it is in."""
        return Remote(self.address.rpartition("/")[0])

    def __truediv__(self, name: str) -> Remote:
        return Remote(f"{self.address}/{name}")

    def is_within(self, other: Remote) -> bool:
        """Whether it is the other folder or one below it."""
        return f"{self.address}/".startswith(f"{other.address}/")


@dataclass(frozen=True, slots=True)
class ObjectFacts:
    """What the storage knows of an object: its size in bytes, and what changes when the object does.

    `md5` is the MD5 of its content in hexadecimal, where the storage tells it.
    """

    size: int
    tag: str
    md5: str | None


def place(text: str | Path) -> Path | Remote:
    """The folder that a path or an address names.

    Raises:
        AddressError: it is an address that cannot be used.
    """
    address = _ADDRESS.fullmatch(str(text))
    if address is None or isinstance(text, Path):
        return Path(text)
    for prefix in _LOCAL:
        if text.startswith(prefix):
            return Path(text.removeprefix(prefix))
    shown = without_secrets(text)
    host = address[2].partition("/")[0]
    if ":" in host.rpartition("@")[0] or "?" in text or "#" in text:
        raise AddressError(
            f"An address holds no password, key or other parameters ({shown}): they would end up in logs."
            " Give them where the storage's own tools look for them, such as the environment."
        )
    if "::" in text or not host:
        raise AddressError(f"{shown} is not the address of a folder; those look like s3://BUCKET/FOLDER.")
    return Remote(text.rstrip("/"))


def without_secrets(message: str) -> str:
    """The message, with what could be a password or key in the addresses it mentions left out."""
    return _MENTIONED.sub(r"\1\2", message)


class Storage:
    """A remote folder at hand; objects are named by their path below it."""

    def __init__(self, remote: Remote) -> None:
        """No request is made yet.

        Raises:
            AddressError: nothing here knows such addresses.
        """
        import fsspec.core

        self.remote = remote
        try:
            # Without a memory for listings: objects come and go while we look.
            self._fs, root = fsspec.core.url_to_fs(remote.address, use_listings_cache=False)
        except (ValueError, ImportError) as error:
            raise AddressError(without_secrets(str(error))) from None
        self._root: str = root.rstrip("/")

    def is_folder(self) -> bool:
        """Whether there is anything in it, or it is a bucket."""
        with _plainly():
            return bool(self._fs.isdir(self._root))

    def names(self, below: str) -> list[str]:
        """What stands directly in the folder `below`, in order; nothing when there is no such folder."""
        try:
            with _plainly():
                found = self._fs.ls(self._path(below), detail=False)
        except FileNotFoundError:
            return []
        names = {path.rstrip("/").rpartition("/")[2] for path in found if self._name(path) != below}
        return sorted(names)

    def objects(self, below: str = "") -> dict[str, ObjectFacts]:
        """All objects in the folder `below` and its folders, by their names below that."""
        try:
            with _plainly():
                found = self._fs.find(self._path(below), detail=True)
        except FileNotFoundError:
            return {}
        start = len(self._path(below)) + 1
        return {path[start:]: _facts(info) for path, info in found.items() if path[start:]}

    def exists(self, name: str) -> bool:
        """Whether there is such an object."""
        try:
            self.facts(name)
        except FileNotFoundError:
            return False
        return True

    def facts(self, name: str) -> ObjectFacts:
        """What is known of an object now.

        Raises:
            FileNotFoundError: it is not there.
        """
        with _plainly():
            return _facts(self._fs.info(self._path(name)))

    def read(self, name: str, size: int) -> bytes | None:
        """The content of an object of that size; None when it is larger or smaller. It takes one request."""
        if not size:  # nothing can be asked of an empty object
            return b""
        with _plainly():
            content: bytes = self._fs.cat_file(self._path(name), start=0, end=size + 1)
        return content if len(content) == size else None

    def read_whole(self, name: str) -> bytes:
        """The content of an object of ours.

        Raises:
            FileNotFoundError: it is not there.
        """
        with _plainly():
            content: bytes = self._fs.cat_file(self._path(name))
            return content

    def write(self, name: str, content: bytes) -> None:
        """Make or replace an object, in one step."""
        with _plainly():
            self._fs.pipe_file(self._path(name), content)

    def create(self, name: str, content: bytes) -> bool:
        """Make an object; false when there is one of that name, even one that comes at the same moment."""
        try:
            with _plainly():
                self._fs.pipe_file(self._path(name), content, mode="create")
        except FileExistsError:
            return False
        return True

    def send(self, file: Path, name: str) -> None:
        """Make or replace an object with the content of a file."""
        with _plainly():
            self._fs.put_file(str(file), self._path(name))

    def fetch(self, name: str, file: Path) -> None:
        """Write the content of an object to a file."""
        file.parent.mkdir(parents=True, exist_ok=True)
        with _plainly():
            self._fs.get_file(self._path(name), str(file))

    def remove(self, names: Iterable[str]) -> None:
        """Remove objects; those that are gone already do not matter."""
        for name in names:
            try:
                with _plainly():
                    self._fs.rm_file(self._path(name))
            except FileNotFoundError:
                continue

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    def _name(self, path: str) -> str:
        return path.rstrip("/")[len(self._root) + 1 :]


def _facts(info: Mapping[str, Any]) -> ObjectFacts:
    tags = ("ETag", "etag", "generation", "md5Hash", "last_modified", "mtime", "created")
    tag = next((str(info[key]) for key in tags if info.get(key) is not None), "")
    return ObjectFacts(int(info["size"] or 0), tag, _md5(info))


def _md5(info: Mapping[str, Any]) -> str | None:
    """What S3 says (the ETag of an object that was sent in one piece), or Google."""
    etag = str(info.get("ETag") or "").strip('"')
    if _HEX_MD5.fullmatch(etag):
        return etag
    try:
        return base64.b64decode(str(info.get("md5Hash") or ""), validate=True).hex() or None
    except binascii.Error:
        return None


@contextmanager
def _plainly() -> Iterator[None]:
    """Errors of the storage as errors of files, without what they may tell of requests and their secrets.

    Raises:
        FileNotFoundError, FileExistsError, PermissionError: as for a file.
        StorageError: anything else.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise FileNotFoundError(errno.ENOENT, without_secrets(str(error))) from None
    except FileExistsError as error:
        raise FileExistsError(errno.EEXIST, without_secrets(str(error))) from None
    except PermissionError as error:
        raise PermissionError(errno.EACCES, without_secrets(str(error))) from None
    except Exception as error:  # each kind of storage has errors of its own
        message = without_secrets(f"{type(error).__name__}: {error}")
        raise StorageError(getattr(error, "errno", None) or errno.EIO, message) from None
