"""Reading one file whole, whatever happens to it meanwhile."""

from __future__ import annotations

import hashlib
import os
import stat

from kamervragen.raw.refusal import Refusal, refusal_of

MEGABYTE = 1_000_000
DEFAULT_LIMIT = 20 * MEGABYTE

ATTEMPTS = 3
_CHUNK = 1 << 20


def read_file(path: bytes, limit: int = DEFAULT_LIMIT) -> bytes | Refusal:
    """The bytes of the file at `path`, at most `limit` of them, or why they cannot be had.

    A file that is written to while we read it is read again, and refused when it keeps changing: half
    of an old text and half of a new one would be a document that nobody wrote.
    """
    try:
        for _ in range(ATTEMPTS):
            content = _read_once(path, limit)
            if content is not None:
                return content
    except OSError as error:
        return refusal_of(error)
    return Refusal("The file kept changing while it was read.")


def _read_once(path: bytes, limit: int) -> bytes | Refusal | None:
    # O_NONBLOCK: a file that has just been replaced by a pipe must not keep us waiting for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            return Refusal("It is not a regular file (a pipe, socket or device).")
        if before.st_size > limit:
            return Refusal(too_large(before.st_size, limit), before.st_size)
        pieces = []
        missing = limit + 1
        while missing > 0 and (piece := os.read(descriptor, min(missing, _CHUNK))):
            pieces.append(piece)
            missing -= len(piece)
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    content = b"".join(pieces)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return content if same and len(content) == before.st_size else None


def too_large(size: int, limit: int) -> str:
    """The sentence for a file over the limit (both in bytes)."""
    return f"The file is {size / MEGABYTE:.1f} MB; files over {limit / MEGABYTE:g} MB are not read."


def sha256(content: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
