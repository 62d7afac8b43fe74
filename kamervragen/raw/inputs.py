"""One hash over all that a release takes from a raw folder, from the ledger or from the folder as it is now.

Two folders with the same hash give the same release: the hash covers every path with the bytes behind it
(or why there are none), and what the sidecars say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from kamervragen.raw.contents import Contents, contents_of
from kamervragen.raw.decode import decode
from kamervragen.raw.ledger import Source
from kamervragen.raw.open import DEFAULT_LIMIT
from kamervragen.raw.refusal import Refusal
from kamervragen.raw.register import loaded, refused, refused_alone, unreadable
from kamervragen.raw.sidecar import Sidecar, pair
from kamervragen.raw.texts import partition
from kamervragen.raw.walk import RawFolder
from kamervragen.storage import Remote


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


def inputs_now(folder: RawFolder, remote: Remote | None = None, limit: int = DEFAULT_LIMIT) -> str:
    """The same hash over a folder as it is found: every file is read and hashed.

    Only those with a sidecar are decoded: beside a file that is no text it is of no account. `remote` is the
    folder, when it is in object storage.
    """
    sidecars, alone = pair(folder.files, folder.sidecars)
    found = (
        _source(one) for run in partition(folder.files) for one in contents_of(run, sidecars, limit, remote)
    )
    return inputs_of([*found, *map(refused_alone, alone)])


def _source(one: Contents) -> Source:
    if isinstance(one.content, Refusal):
        return refused(one.file, one.content)
    if one.sidecar != Sidecar() and isinstance(decoded := decode(one.content), Refusal):
        return unreadable(one.file, one.content, decoded)
    return loaded(one.file, one.content, one.sidecar)
