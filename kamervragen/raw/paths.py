"""From names as the file system has them, which are bytes, to `source_path`, which is text.

A name that is UTF-8 stands in the table as it is. Each byte that is not UTF-8 is written as U+FFFD
followed by two hexadecimal digits, and so is each byte of a U+FFFD in the name itself, so that two
different files never share a `source_path` and every path can be led back to its file.
"""

from __future__ import annotations

import re

_MARK = "\N{REPLACEMENT CHARACTER}"
_ESCAPED = re.compile(f"{_MARK}([0-9a-f]{{2}})")


def _escaped(raw: bytes) -> str:
    return "".join(f"{_MARK}{byte:02x}" for byte in raw)


def source_path(relative: bytes) -> str:
    """The path (relative to the raw folder, `/` between its parts) as text that is always valid Unicode."""
    if relative.isascii():
        return relative.decode()
    text = relative.decode("utf-8", "surrogateescape").replace(_MARK, _escaped(_MARK.encode()))
    return re.sub("[\udc80-\udcff]", lambda odd: f"{_MARK}{ord(odd[0]) - 0xDC00:02x}", text)


def file_path(path: str) -> bytes:
    """The bytes of the file name that `source_path` made `path` of."""
    return re.sub(_ESCAPED, lambda byte: chr(0xDC00 + int(byte[1], 16)), path).encode(
        "utf-8", "surrogateescape"
    )
