"""The ledger of raw files: one `Source` for every file, whatever happens to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

SourceStatus = Literal["loaded", "duplicate", "superseded", "rejected"]


@dataclass(frozen=True, slots=True)
class Source:
    """One raw file. The fields are those of the table `sources`, and `publication_id` from the sidecar.

    `document_id` is not known before the file has been read. `remarks` holds one remark a line.
    """

    source_path: str
    status: SourceStatus
    reason: str | None = None
    source_sha256: str | None = None
    size_bytes: int | None = None
    encoding: str | None = None
    document_id: str | None = None
    publication_id: str | None = None
    source_url: str | None = None
    published_on: date | None = None
    remarks: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What decides the rows of a document: its bytes, their encoding, and where its id may come from."""

    source_path: str
    source_sha256: str
    publication_id: str | None
    encoding: str | None

    @classmethod
    def of(cls, source: Source) -> Reading:
        """The reading that a loaded file of the ledger asks for."""
        return cls(source.source_path, source.source_sha256 or "", source.publication_id, source.encoding)


SET_ASIDE = pc.field("status") != "loaded"
REMARKED = pc.field("remarks").is_valid()
"""Which sources of a ledger to read: those that were set aside, those with remarks."""

_SCHEMA = pa.schema(
    [
        (field.name, {"size_bytes": pa.int64(), "published_on": pa.date32()}.get(field.name, pa.string()))
        for field in fields(Source)
    ]
)


def mark_duplicates(sources: Iterable[Source]) -> list[Source]:
    """The same sources, those with the bytes of an earlier loaded one marked as its duplicate.

    `sources` are in the order of the ledger, so that the same file is the first one in every run.
    """
    first: dict[str, str] = {}
    marked = []
    for source in sources:
        if source.status == "loaded" and source.source_sha256 is not None:
            path = first.setdefault(source.source_sha256, source.source_path)
            if path != source.source_path:
                # As JSON, so that a name with a newline in it still makes one line.
                reason = f"Same bytes as {json.dumps(path, ensure_ascii=False)}."
                source = replace(source, status="duplicate", reason=reason)
        marked.append(source)
    return marked


def write_ledger(path: Path, sources: Iterable[Source]) -> None:
    """Keep the ledger in a file, for the stages that follow."""
    rows = list(sources)
    columns = [[getattr(row, name) for row in rows] for name in _SCHEMA.names]
    pq.write_table(pa.table(columns, schema=_SCHEMA), path, compression="zstd")


def read_ledger(path: Path, only: pc.Expression | None = None) -> Iterator[Source]:
    """The sources of a ledger, in order; `only` those for which a condition holds."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches():
            for row in (batch if only is None else batch.filter(only)).to_pylist():
                yield Source(**row)
