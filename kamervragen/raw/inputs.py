"""One hash over all that a release takes from a raw folder, from the ledger or from the folder as it is now.

Two folders with the same hash give the same release: the hash covers every path with the bytes behind it
(or why there are none), and what the sidecars say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from kamervragen.raw.ledger import Source
from kamervragen.raw.open import DEFAULT_LIMIT, read_file, sha256, too_large
from kamervragen.raw.refusal import Refusal
from kamervragen.raw.register import read_sidecar_of, refused, refused_alone
from kamervragen.raw.sidecar import pair
from kamervragen.raw.walk import Found, walk


def inputs_of(sources: Iterable[Source]) -> str:
    """The hash over the ledger that ingest has made."""
    digest = hashlib.sha256()
    for source in sorted(sources, key=lambda source: source.source_path):
        # Why bytes are set aside follows from them.
        reason = source.reason if source.source_sha256 is None else None
        said = (source.publication_id, source.source_url, source.published_on, source.remarks)
        facts = (source.source_path, source.source_sha256, source.size_bytes, reason, *map(str, said))
        digest.update(json.dumps(facts).encode() + b"\n")
    return digest.hexdigest()


def inputs_now(raw: Path, limit: int = DEFAULT_LIMIT) -> str:
    """The same hash over the folder as it is: every file is read and hashed, none is decoded.

    A sidecar beside a file that is no text makes another hash than the ledger has: that costs a run, no more.

    Raises:
        OSError: `raw` is not a folder that can be listed.
    """
    folder = walk(raw)
    sidecars, alone = pair(folder.files, folder.sidecars)
    found = (_source(file, sidecars.get(file.path), limit) for file in folder.files)
    return inputs_of([*found, *map(refused_alone, alone)])


def _source(file: Found, beside: Found | None, limit: int) -> Source:
    if file.refusal is not None:
        return refused(file, file.refusal)
    if file.size > limit:
        return refused(file, Refusal(too_large(file.size, limit), file.size))
    content = read_file(file.target, limit)
    if isinstance(content, Refusal):
        return refused(file, content)
    sidecar = read_sidecar_of(beside)
    return Source(
        source_path=file.path,
        status="loaded",
        source_sha256=sha256(content),
        size_bytes=len(content),
        publication_id=sidecar.publication_id,
        source_url=sidecar.source_url,
        published_on=sidecar.published_on,
        remarks="\n".join(sidecar.remarks) or None,
    )
