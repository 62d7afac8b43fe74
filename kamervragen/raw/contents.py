"""What is in raw files and what the sidecars beside them say, wherever the files are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kamervragen.raw.objects import read_object, walk_objects
from kamervragen.raw.open import read_file, too_large
from kamervragen.raw.refusal import Refusal
from kamervragen.raw.sidecar import Sidecar, read_sidecar
from kamervragen.raw.walk import Found, RawFolder, walk
from kamervragen.storage import Remote, Storage

_SIDECAR_LIMIT = 1_000_000
# Objects are small and far away.
_REQUESTS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Contents:
    """A file with its bytes, or why they cannot be had, and with what its sidecar says."""

    file: Found
    content: bytes | Refusal
    sidecar: Sidecar


def find(raw: Path | Remote) -> RawFolder:
    """All files of the folder `raw`, sorted by path.

    Raises:
        OSError: it cannot be listed.
    """
    return walk(raw) if isinstance(raw, Path) else walk_objects(Storage(raw))


def contents_of(
    files: Sequence[Found], sidecars: Mapping[str, Found], limit: int, remote: Remote | None
) -> Iterator[Contents]:
    """What the files hold, in order; `sidecars` by the path of their file.

    Files over `limit` bytes are refused. `remote` is the folder that they are in, when that is in object
    storage: all of them may be in memory at once then.
    """
    beside = [sidecars[file.path] for file in files if file.path in sidecars]
    said = dict(zip((file.path for file in beside), _read(beside, _SIDECAR_LIMIT, remote), strict=True))
    for file, content in zip(files, _read(files, limit, remote), strict=True):
        sidecar = sidecars.get(file.path)
        yield Contents(file, content, _sidecar(said[sidecar.path]) if sidecar else Sidecar())


def _read(files: Iterable[Found], limit: int, remote: Remote | None) -> Iterator[bytes | Refusal]:
    if remote is None:
        yield from (_unless_refused(file, limit, None) for file in files)
        return
    storage = Storage(remote)
    with ThreadPoolExecutor(_REQUESTS_AT_ONCE) as pool:
        yield from pool.map(lambda file: _unless_refused(file, limit, storage), files)


def _unless_refused(file: Found, limit: int, storage: Storage | None) -> bytes | Refusal:
    if file.refusal is not None:
        return file.refusal
    if file.size > limit:
        return Refusal(too_large(file.size, limit), file.size)
    return read_file(file.target, limit) if storage is None else read_object(storage, file, limit)


def _sidecar(content: bytes | Refusal) -> Sidecar:
    if isinstance(content, Refusal):
        return Sidecar(remarks=(f"The sidecar was not used: {_uncapitalised(content.reason)}",))
    return read_sidecar(content)


def _uncapitalised(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
