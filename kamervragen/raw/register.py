"""Register and decode every file of the raw folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kamervragen.raw.contents import Contents, contents_of, find
from kamervragen.raw.decode import decode
from kamervragen.raw.ledger import Reading, Source, mark_duplicates, write_ledger
from kamervragen.raw.open import DEFAULT_LIMIT, sha256
from kamervragen.raw.refusal import Refusal
from kamervragen.raw.sidecar import Sidecar, pair
from kamervragen.raw.texts import MOST_FILES, RawText, pack_texts, partition
from kamervragen.raw.walk import Found, listing_of
from kamervragen.storage import Remote

_ALONE = Refusal("It is a sidecar without a document beside it.")
# Files that are known only have to be hashed: where nearly all are, and there are not too many, that is done
# sooner than processes are started.
_FEW_NEW, _FEW = 400, 20_000
_FOUND, _LISTING = "found.json", "listing"

Progress = Callable[[int, int], None]
"""Called with how many files are done, of how many."""


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What ingest did: files by what happened to them, and the number of partitions of text.

    `loaded` counts the files whose text goes on to the reader.
    """

    files: int
    loaded: int
    duplicates: int
    rejected: int
    partitions: int


@dataclass(frozen=True, slots=True)
class Registered:
    """The files of one partition, and their texts as `pack_texts` makes them (None: none is readable)."""

    sources: tuple[Source, ...]
    texts: bytes | None


def ingest(
    raw: Path | Remote,
    into: Path,
    executor: Executor,
    limit: int = DEFAULT_LIMIT,
    progress: Progress = lambda done, total: None,
    most_files: int = MOST_FILES,
    known: Mapping[str, Reading] = MappingProxyType({}),
) -> IngestSummary:
    """Register all files of the folder `raw`: the ledger and the decoded texts are written in `into`.

    Files over `limit` bytes are set aside. The work is done by `executor` where there is much of it, a
    partition of at most `most_files` files at a time; what is registered does not depend on either. `known`
    are readings that are at hand, by path: what they were read from is not decoded again, and there is no
    text of it in `into`.

    Raises:
        OSError: `raw` is not a folder that can be listed, or `into` cannot be written.
    """
    folder = find(raw)
    remote = raw if isinstance(raw, Remote) else None
    sidecars, alone = pair(folder.files, folder.sidecars)
    _begin(into, sorted(file.path for file in (*folder.files, *alone)), listing_of(folder))
    runs = list(partition(folder.files, most_files))
    own = [_of_run(run, sidecars) for run in runs]
    read = [_of_run(run, known) for run in runs]
    sources = [refused_alone(file) for file in alone]
    with_texts = 0
    work = partial(register, limit=limit, remote=remote)
    few = remote is None and _little_to_do(folder.files, known)
    register_each = map if few else executor.map
    for number, done in enumerate(register_each(work, runs, own, read)):
        sources.extend(done.sources)
        if done.texts is not None:
            text_file(into, number).write_bytes(done.texts)
            with_texts += 1
        progress(len(sources), len(folder.files) + len(alone))
    sources = mark_duplicates(sorted(sources, key=lambda source: source.source_path))
    write_ledger(into / "ledger.parquet", sources)
    statuses = [source.status for source in sources]
    return IngestSummary(
        files=len(sources),
        loaded=statuses.count("loaded"),
        duplicates=statuses.count("duplicate"),
        rejected=statuses.count("rejected"),
        partitions=with_texts,
    )


def _little_to_do(files: Sequence[Found], known: Mapping[str, Reading]) -> bool:
    new = sum(file.path not in known for file in files)
    return len(files) <= _FEW and new <= min(_FEW_NEW, len(files) / 10)


T = TypeVar("T")


def _of_run(run: Sequence[Found], by_path: Mapping[str, T]) -> dict[str, T]:
    return {file.path: by_path[file.path] for file in run if file.path in by_path}


def _begin(into: Path, found: list[str], listing: str) -> None:
    shutil.rmtree(into / "texts", ignore_errors=True)  # what an earlier try has left
    (into / "texts").mkdir(parents=True)
    (into / _FOUND).write_text(json.dumps(found))
    (into / _LISTING).write_text(listing, encoding="ascii")


def found_files(into: Path) -> list[str]:
    """The paths of all files that ingest found, as it found them: the ledger has to list each of them."""
    found: list[str] = json.loads((into / _FOUND).read_bytes())
    return found


def found_listing(into: Path) -> str:
    """What `listing_of` said of the raw folder that ingest found."""
    return (into / _LISTING).read_text(encoding="ascii")


def text_file(into: Path, number: int) -> Path:
    """Where the texts of partition `number` stand; there is no file when none of them is readable."""
    return into / "texts" / f"{number:06d}.arrow"


def register(
    run: Sequence[Found],
    sidecars: Mapping[str, Found],
    known: Mapping[str, Reading],
    limit: int,
    remote: Remote | None = None,
) -> Registered:
    """Register one partition of files, with their sidecars and `known` readings by path; runs in a worker.

    `remote` is the folder that they are in, when that is in object storage.
    """
    sources = []
    texts = []
    for one in contents_of(run, sidecars, limit, remote):
        source, text = _register(one, known.get(one.file.path))
        sources.append(source)
        if text is not None and source.source_sha256 is not None:
            texts.append(RawText(source.source_path, source.source_sha256, source.publication_id, text))
    return Registered(tuple(sources), pack_texts(texts) if texts else None)


def _register(one: Contents, known: Reading | None) -> tuple[Source, str | None]:
    if isinstance(one.content, Refusal):
        return refused(one.file, one.content), None
    if known is not None:
        source = loaded(one.file, one.content, one.sidecar, known.encoding)
        if Reading.of(source) == known:
            return source, None
    decoded = decode(one.content)
    if isinstance(decoded, Refusal):
        return unreadable(one.file, one.content, decoded), None
    return loaded(one.file, one.content, one.sidecar, decoded.encoding), decoded.text


def loaded(file: Found, content: bytes, sidecar: Sidecar, encoding: str | None = None) -> Source:
    """The ledger's row for a file that was read."""
    return Source(
        source_path=file.path,
        status="loaded",
        source_sha256=sha256(content),
        size_bytes=len(content),
        encoding=encoding,
        publication_id=sidecar.publication_id,
        source_url=sidecar.source_url,
        published_on=sidecar.published_on,
        remarks="\n".join(sidecar.remarks) or None,
    )


def unreadable(file: Found, content: bytes, refusal: Refusal) -> Source:
    """The ledger's row for a file whose bytes are no text; its sidecar is of no account."""
    return refused(file, Refusal(refusal.reason, len(content), sha256(content)))


def refused_alone(file: Found) -> Source:
    """The ledger's row for a sidecar without a document."""
    return refused(file, _ALONE)


def refused(file: Found, refusal: Refusal) -> Source:
    """The ledger's row for a file that is set aside."""
    return Source(
        source_path=file.path,
        status="rejected",
        reason=refusal.reason,
        source_sha256=refusal.sha256,
        size_bytes=refusal.size,
    )
