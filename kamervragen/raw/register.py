"""Register and decode every file of the raw folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kamervragen.raw.decode import decode
from kamervragen.raw.ledger import Source, mark_duplicates, write_ledger
from kamervragen.raw.open import DEFAULT_LIMIT, read_file, sha256, too_large
from kamervragen.raw.refusal import Refusal
from kamervragen.raw.sidecar import Sidecar, pair, read_sidecar
from kamervragen.raw.texts import MOST_FILES, RawText, pack_texts, partition
from kamervragen.raw.walk import Found, walk

_ALONE = Refusal("It is a sidecar without a document beside it.")
_SIDECAR_LIMIT = 1_000_000
_FOUND = "found.json"

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
    raw: Path,
    into: Path,
    executor: Executor,
    limit: int = DEFAULT_LIMIT,
    progress: Progress = lambda done, total: None,
    most_files: int = MOST_FILES,
) -> IngestSummary:
    """Register all files of the folder `raw`: the ledger and the decoded texts are written in `into`.

    Files over `limit` bytes are set aside. The work is done by `executor`, a partition of at most
    `most_files` files at a time; what is registered does not depend on either.

    Raises:
        OSError: `raw` is not a folder that can be listed, or `into` cannot be written.
    """
    folder = walk(raw)
    sidecars, alone = pair(folder.files, folder.sidecars)
    _begin(into, sorted(file.path for file in (*folder.files, *alone)))
    runs = list(partition(folder.files, most_files))
    own = [{file.path: sidecars[file.path] for file in run if file.path in sidecars} for run in runs]
    sources = [refused_alone(file) for file in alone]
    with_texts = 0
    for number, done in enumerate(executor.map(partial(register, limit=limit), runs, own)):
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


def _begin(into: Path, found: list[str]) -> None:
    if into.exists():  # what an earlier try has left
        shutil.rmtree(into)
    (into / "texts").mkdir(parents=True)
    (into / _FOUND).write_text(json.dumps(found))


def found_files(into: Path) -> list[str]:
    """The paths of all files that ingest found, as it found them: the ledger has to list each of them."""
    found: list[str] = json.loads((into / _FOUND).read_bytes())
    return found


def text_file(into: Path, number: int) -> Path:
    """Where the texts of partition `number` stand; there is no file when none of them is readable."""
    return into / "texts" / f"{number:06d}.arrow"


def register(run: tuple[Found, ...], sidecars: dict[str, Found], limit: int) -> Registered:
    """Register one partition of files, with their sidecars by the path of the file; runs in a worker."""
    sources = []
    texts = []
    for file in run:
        sidecar = read_sidecar_of(sidecars.get(file.path))
        source, text = _register(file, sidecar, limit)
        sources.append(source)
        if text is not None and source.source_sha256 is not None:
            texts.append(RawText(source.source_path, source.source_sha256, sidecar.publication_id, text))
    return Registered(tuple(sources), pack_texts(texts) if texts else None)


def _register(file: Found, sidecar: Sidecar, limit: int) -> tuple[Source, str | None]:
    if file.refusal is not None:
        return refused(file, file.refusal), None
    if file.size > limit:
        return refused(file, Refusal(too_large(file.size, limit), file.size)), None
    content = read_file(file.target, limit)
    if isinstance(content, Refusal):
        return refused(file, content), None
    decoded = decode(content)
    if isinstance(decoded, Refusal):
        return refused(file, Refusal(decoded.reason, len(content), sha256(content))), None
    source = Source(
        source_path=file.path,
        status="loaded",
        source_sha256=sha256(content),
        size_bytes=len(content),
        encoding=decoded.encoding,
        publication_id=sidecar.publication_id,
        source_url=sidecar.source_url,
        published_on=sidecar.published_on,
        remarks="\n".join(sidecar.remarks) or None,
    )
    return source, decoded.text


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


def read_sidecar_of(file: Found | None) -> Sidecar:
    """What a sidecar says, where there is one; never raises."""
    if file is None:
        return Sidecar()
    content = file.refusal or read_file(file.target, _SIDECAR_LIMIT)
    if isinstance(content, Refusal):
        return Sidecar(remarks=(f"The sidecar was not used: {_uncapitalised(content.reason)}",))
    return read_sidecar(content)


def _uncapitalised(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
