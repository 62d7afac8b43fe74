"""Ids of documents and of the things in them, the same in every release.

An id is made from the document and the printed thing alone: `ah-tk-20242025-594/q/2a` is question 2a of
that document, whatever else a release holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

QUESTION, ANSWER, FOOTNOTE, REFERENCE, AMOUNT, PARTICIPANT = "q", "a", "n", "r", "m", "p"

_UNFIT = re.compile(r"[^0-9A-Za-z.*-]")


def document_id(publication_id: str | None, source_path: str) -> str:
    """The official publication id, else `file-` and 16 hexadecimal digits made from the path."""
    if publication_id:
        return publication_id
    # A path may hold bytes that are no UTF-8, which Python keeps as lone surrogates.
    digest = hashlib.sha256(source_path.encode("utf-8", "surrogatepass")).hexdigest()
    return f"file-{digest[:16]}"


def ids_by_position(document: str, kind: str, count: int) -> list[str]:
    """`count` ids by place in the text, from 1: `.../a/1`, `.../a/2`."""
    return [f"{document}/{kind}/{position}" for position in range(1, count + 1)]


def ids_by_number(document: str, kind: str, numbers: Iterable[str]) -> list[str]:
    """Ids by printed number: `.../q/1`, `.../q/2a`; one that comes back is `.../q/1~2`, then `.../q/1~3`.

    Characters that have no place in an id become `_`. They and the suffixes cannot make two ids equal:
    `~` is one of these characters.
    """
    seen: dict[str, int] = {}
    ids = []
    for number in numbers:
        # Nearly all numbers are figures and letters, which asks no search.
        key = number if number.isascii() and number.isalnum() else _UNFIT.sub("_", number) or "_"
        seen[key] = seen.get(key, 0) + 1
        suffix = f"~{seen[key]}" if seen[key] > 1 else ""
        ids.append(f"{document}/{kind}/{key}{suffix}")
    return ids


def pick(ids: Sequence[str], position: int | None) -> str | None:
    """The id at a position of a document's list; null where nothing is pointed to."""
    return None if position is None else ids[position]
