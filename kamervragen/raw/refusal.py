"""Why a file is not read: one plain sentence, which ends up in `sources.reason`."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass

_SENTENCES = {
    errno.EACCES: "The file may not be opened (permission denied).",
    errno.EPERM: "The file may not be opened (permission denied).",
    errno.ENOENT: "The file was gone when it was to be read.",
    errno.ELOOP: "The symbolic link leads round in a circle.",
    errno.ENAMETOOLONG: "The path of the file is too long to open.",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file set aside, with the reason as one sentence; `size` in bytes where it is known."""

    reason: str
    size: int | None = None
    sha256: str | None = None


def refusal_of(error: OSError) -> Refusal:
    """What went wrong, in words that depend on the kind of error alone (not on paths or the locale)."""
    code = error.errno or 0
    name = errno.errorcode.get(code, "unknown error")
    # Paths in the message of an OSError would make the table depend on where the raw folder stands.
    return Refusal(_SENTENCES.get(code, f"The file could not be read ({os.strerror(code)}, {name})."))
