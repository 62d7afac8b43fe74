"""The rows of a release, by document, as the judge wants them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from kamervragen.tables import read_table

Row = dict[str, Any]
TABLES = ("questions", "answers", "footnotes", "references", "amounts", "participants", "segments")


class ReleasedError(Exception):
    """The release cannot be read: the message says what is missing and what to give instead."""


@dataclass(frozen=True, slots=True)
class ReleasedDocument:
    """A row of `documents`, and its rows in each of `TABLES`."""

    row: Row
    rows: dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Released:
    """All documents of a release by the stem of their source path, and how confident each reading is."""

    documents: dict[str, ReleasedDocument]
    confidences: list[float] = field(default_factory=list)


def read_released(folder: Path) -> Released:
    """The documents of the release in `folder`.

    Raises:
        ReleasedError: no release there, or one of its tables cannot be read.
    """
    documents = _rows(folder, "documents")
    by_table = {name: _by_document(_rows(folder, name)) for name in TABLES}
    return Released(
        {
            Path(row["source_path"]).stem: ReleasedDocument(
                row, {name: rows.get(row["document_id"], []) for name, rows in by_table.items()}
            )
            for row in documents
        },
        [row["confidence"] for row in documents],
    )


def _rows(folder: Path, name: str) -> list[Row]:
    try:
        rows: list[Row] = read_table(folder, name).to_pylist()
    except (OSError, pa.ArrowInvalid) as error:
        raise ReleasedError(
            f"{folder} is not a release: {name}.parquet cannot be read there. "
            "Give the folder of one release, such as output/releases/2026-05-01.1."
        ) from error
    return rows


def _by_document(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["document_id"], []).append(row)
    return found
