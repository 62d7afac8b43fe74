"""From the decoded texts to the tables of a release: the reader over every text, and the rows together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from kamervragen.document import Document
from kamervragen.raw import RawText, Reading, Source, read_ledger, read_texts
from kamervragen.raw.inputs import inputs_of
from kamervragen.raw.ledger import write_ledger
from kamervragen.raw.texts import MOST_BYTES, MOST_FILES, joined, paths_in, without
from kamervragen.reading import read
from kamervragen.release.readings import choose, keep
from kamervragen.tables import PartRows, Parts, SourceFacts, document_id, write_parts

# Where nearly all was taken over, so few texts are read sooner than processes are started for them.
_FEW = 400

INPUTS = "inputs"
"""The file in the work folder with the hash over all that ingest found."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that the reader broke on: which file, and what the error says."""

    source_path: str
    reason: str
    remark: str


@dataclass(frozen=True, slots=True)
class PartitionRead:
    """What was read from one partition: its part files, how many texts that were, and those that failed."""

    parts: Parts
    documents: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class PartitionToRead:
    """The texts of a partition that are to be read, packed as ingest does."""

    texts: bytes


def read_documents(
    work: Path,
    executor: Executor,
    progress: Callable[[int, int], None] = lambda done, total: None,
    store: Path | None = None,
    most_files: int = MOST_FILES,
) -> tuple[Failure, ...]:
    """Read every text that ingest left in `work`; their rows are written to part files there.

    What was taken over from the `store` of readings is not read again, and the store renewed.

    One text that the reader cannot cope with does not stop the others: it is set aside in the ledger.
    The work is done by `executor`, at most `most_files` texts at a time, unless little is left. It needs none
    of our folders: bytes go there, bytes come back.
    """
    ledger = list(read_ledger(work / "ledger.parquet"))
    (work / INPUTS).write_text(inputs_of(ledger), encoding="ascii")  # before failures change the ledger
    wanted = [Reading.of(source) for source in ledger if source.status == "loaded"]
    (work / "parts").mkdir(exist_ok=True)
    taken = choose(work / "parts", wanted)
    skipped = taken.union(source.source_path for source in ledger if source.status != "loaded")
    files = sorted((work / "texts").iterdir())
    failures: list[Failure] = []
    documents = len(taken)
    progress(documents, len(wanted))
    left = len(wanted) - len(taken)
    read_each = map if left <= min(_FEW, len(wanted) / 10) else executor.map
    for number, done in enumerate(read_each(read_partition, _to_read(files, skipped, most_files))):
        write_parts(work / "parts", f"{number:06d}", done.parts)
        failures.extend(done.failures)
        documents += done.documents
        progress(documents, len(wanted))
    if store:
        keep(store, wanted, work / "parts", work / "readings")
    if failures:
        write_ledger(work / "ledger.parquet", _without(ledger, failures))
    return tuple(failures)


def _to_read(files: Iterable[Path], skipped: frozenset[str], most_files: int) -> Iterator[PartitionToRead]:
    """The partitions without the files that are not to be read; those with little left go together."""
    waiting: list[bytes] = []
    count = size = 0
    for file in files:
        texts = file.read_bytes()
        paths = paths_in(texts)
        here = skipped.intersection(paths)
        left = without(texts, here) if here else texts
        if left is None:
            continue
        more = len(paths) - len(here)
        if waiting and (count + more > most_files or size + len(left) > MOST_BYTES):
            yield PartitionToRead(joined(waiting))
            waiting, count, size = [], 0, 0
        waiting.append(left)
        count, size = count + more, size + len(left)
    if waiting:
        yield PartitionToRead(joined(waiting))


def read_partition(partition: PartitionToRead) -> PartitionRead:
    """Read the texts of one partition; runs in a worker."""
    failures = []
    documents = 0
    rows = PartRows()
    for text in read_texts(partition.texts):
        documents += 1
        try:
            _read_one(text, rows)
        except Exception as error:  # no text may stop the others; what went wrong goes into the ledger
            failures.append(_failure(text, error))
    return PartitionRead(rows.finish(), documents, tuple(failures))


def _read_one(text: RawText, rows: PartRows) -> None:
    document = _completed(read(text.text), text.publication_id)
    rows.add(
        document,
        document_id=document_id(document.header.publication_id, text.source_path),
        source=SourceFacts(text.source_path, text.source_sha256),
    )


def _completed(document: Document, publication_id: str | None) -> Document:
    """The document with the publication id of its sidecar, where it does not state its own."""
    own = document.header.publication_id
    if publication_id is None or publication_id == own:
        return document
    if own is None:
        return replace(document, header=replace(document.header, publication_id=publication_id))
    remark = f"The sidecar calls the document {publication_id}, the document itself {own}."
    return replace(document, remarks=(*document.remarks, remark))


def _failure(text: RawText, error: Exception) -> Failure:
    message = " ".join(str(error).split())[:300]
    return Failure(
        text.source_path,
        f"The reader failed on this text ({type(error).__name__}): please report it.",
        f"{type(error).__name__}: {message}",
    )


def _without(ledger: Sequence[Source], failures: Sequence[Failure]) -> list[Source]:
    """The ledger with the failed texts, and their duplicates, rejected."""
    failed = {failure.source_path: failure for failure in failures}
    by_hash = {s.source_sha256: failed[s.source_path] for s in ledger if s.source_path in failed}
    return [
        _rejected(source, by_hash[source.source_sha256]) if source.source_sha256 in by_hash else source
        for source in ledger
    ]


def _rejected(source: Source, failure: Failure) -> Source:
    remarks = "\n".join(filter(None, (source.remarks, failure.remark)))
    return replace(source, status="rejected", reason=failure.reason, remarks=remarks)
