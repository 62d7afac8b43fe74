"""Raw files in object storage, by the same rules as files in a folder.

An object has no links, kinds or permissions to look at. What it is called is up to whoever put it there:
names are only ever given back to the storage that they came from.
"""

from __future__ import annotations

import hashlib
from itertools import accumulate

from kamervragen.raw.open import ATTEMPTS, too_large
from kamervragen.raw.paths import source_path
from kamervragen.raw.refusal import Refusal, refusal_of
from kamervragen.raw.walk import (
    HIDDEN_FILE,
    HIDDEN_FOLDER,
    SIDECAR_ENDING,
    Found,
    RawFolder,
    by_name,
    refused,
    sorted_by_path,
)
from kamervragen.storage import ObjectFacts, Storage, StorageError

_SLASH = Refusal("The name of the object ends with a slash, as only that of a folder does.")


def walk_objects(storage: Storage) -> RawFolder:
    """All objects of a remote folder, sorted by path.

    Raises:
        OSError: it cannot be listed.
    """
    files: dict[bytes, Found] = {}
    sidecars: list[Found] = []
    for name, facts in storage.objects().items():
        if name.endswith("/") and not facts.size:
            continue  # the mark that some tools leave for a folder
        found = _found(name.encode("utf-8", "surrogateescape"), facts)
        if found.refusal is None and found.name.endswith(SIDECAR_ENDING):
            sidecars.append(found)
        else:
            files[found.name] = found  # a hidden folder has many objects and one row
    return RawFolder(sorted_by_path(files.values()), sorted_by_path(sidecars))


def _found(name: bytes, facts: ObjectFacts) -> Found:
    *folders, last = name.split(b"/")
    for folder, path in zip(
        folders, accumulate(folders, lambda path, folder: path + b"/" + folder), strict=True
    ):
        if folder.startswith(b"."):
            return refused(path + b"/", HIDDEN_FOLDER)
    if last.startswith(b"."):
        return refused(name, HIDDEN_FILE)
    refusal = by_name(name) if last else _SLASH
    return Found(name, source_path(name), facts.size, name, refusal, facts.md5)


def read_object(storage: Storage, found: Found, limit: int) -> bytes | Refusal:
    """The bytes of an object, at most `limit` of them, or why they cannot be had.

    An object that is replaced while we read it is read again, and refused when it keeps changing. One
    request is enough where the storage has told the MD5 of what it holds.

    Raises:
        StorageError: the storage is in trouble, which says nothing about this object.
    """
    name = found.target.decode("utf-8", "surrogateescape")
    try:
        content = _proven(storage, name, found)
        if content is not None:
            return content
        for _ in range(ATTEMPTS):
            before = storage.facts(name)
            if before.size > limit:
                return Refusal(too_large(before.size, limit), before.size)
            content = storage.read(name, before.size)
            if content is not None and storage.facts(name) == before:
                return content
    except (FileNotFoundError, PermissionError) as error:
        return refusal_of(error)
    return Refusal("The file kept changing while it was read.")


def _proven(storage: Storage, name: str, found: Found) -> bytes | None:
    """The content that was listed, when it is that beyond doubt."""
    if found.md5 is None:
        return None
    try:
        content = storage.read(name, found.size)
    except StorageError:  # such as: the object has become empty
        return None
    if content is None or hashlib.md5(content, usedforsecurity=False).hexdigest() != found.md5:
        return None
    return content
