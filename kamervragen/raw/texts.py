"""Partitions: the decoded texts of a run of raw files, kept aside for the reader.

A release is made from one state of each file: the bytes that were hashed are the bytes that are read,
even when somebody changes the raw folder meanwhile. Partitions are bounded in files and in bytes, so
that a reader's memory is too; which files share one depends on the raw folder alone.

A partition travels between processes and machines as bytes (Arrow IPC, compressed: it is read once or
twice and then thrown away).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

import pyarrow as pa
import pyarrow.compute as pc

from kamervragen.raw.walk import Found

MOST_FILES = 200
MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class RawText:
    """The decoded text of one raw file; `publication_id` is what its sidecar says."""

    source_path: str
    source_sha256: str
    publication_id: str | None
    text: str


_SCHEMA = pa.schema([(field.name, pa.string()) for field in fields(RawText)])
_BATCH = 20


def partition(files: Iterable[Found], most_files: int = MOST_FILES) -> Iterator[tuple[Found, ...]]:
    """Runs of files of at most `most_files` and, unless a single file is larger, `MOST_BYTES`."""
    run: list[Found] = []
    size = 0
    for file in files:
        if run and (len(run) == most_files or size + file.size > MOST_BYTES):
            yield tuple(run)
            run, size = [], 0
        run.append(file)
        size += file.size
    if run:
        yield tuple(run)


def pack_texts(texts: Sequence[RawText]) -> bytes:
    """One partition as bytes."""
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, _SCHEMA, options=options) as writer:
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            columns = [[getattr(text, name) for text in batch] for name in _SCHEMA.names]
            writer.write_batch(pa.record_batch(columns, schema=_SCHEMA))
    return bytes(sink.getvalue())


def read_texts(packed: bytes) -> Iterator[RawText]:
    """The texts of one partition, in order."""
    with pa.ipc.open_stream(packed) as batches:
        for batch in batches:
            for row in batch.to_pylist():
                yield RawText(**row)


def paths_in(packed: bytes) -> list[str]:
    """The paths of the files of one partition, in order; the texts are not unpacked."""
    options = pa.ipc.IpcReadOptions(included_fields=[_SCHEMA.get_field_index("source_path")])
    with pa.ipc.open_stream(packed, options=options) as batches:
        return [path for batch in batches for path in batch.column(0).to_pylist()]


def without(packed: bytes, paths: frozenset[str]) -> bytes | None:
    """The same partition without some files; None when nothing is left. No text becomes an object."""
    left = []
    unwanted = pa.array(sorted(paths), pa.string())
    with pa.ipc.open_stream(packed) as batches:
        for batch in batches:
            kept = batch.filter(pc.invert(pc.is_in(batch.column("source_path"), unwanted)))
            if kept.num_rows:
                left.append(kept)
    return _packed(left) if left else None


def joined(partitions: Sequence[bytes]) -> bytes:
    """Several partitions as one, in order."""
    if len(partitions) == 1:
        return partitions[0]
    batches: list[pa.RecordBatch] = []
    for packed in partitions:
        with pa.ipc.open_stream(packed) as stream:
            batches.extend(stream)
    return _packed(batches)


def _packed(batches: Iterable[pa.RecordBatch]) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, _SCHEMA, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
        for batch in batches:
            writer.write_batch(batch)
    return bytes(sink.getvalue())
