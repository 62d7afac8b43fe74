"""The folders of a run as they are asked for: paths here, or addresses in object storage."""

from __future__ import annotations

from pathlib import Path

from kamervragen.release.errors import WrongUseError
from kamervragen.release.output import Output, published
from kamervragen.release.remote_output import RemoteOutput, remote_output, versions_in
from kamervragen.storage import AddressError, Remote, Storage, place


def chosen_raw(text: str | Path) -> Path | Remote:
    """The raw folder that was asked for.

    Raises:
        WrongUseError: it is an address that cannot be used.
    """
    try:
        return place(text)
    except AddressError as error:
        raise WrongUseError(str(error)) from None


def chosen_output(text: str | Path, scratch: str | Path | None = None) -> Path | RemoteOutput:
    """The output that was asked for; `scratch` is the local folder to build in, for an output elsewhere.

    Raises:
        WrongUseError: it is an address that cannot be used, or `scratch` is given for a local output.
    """
    found = chosen_raw(text)
    if isinstance(found, Remote):
        return remote_output(found, Path(scratch) if scratch else None)
    if scratch:
        raise WrongUseError(
            "A scratch folder is for an output in object storage; this one is a local folder."
        )
    return found


def local_folder(output: Path | RemoteOutput) -> Path:
    """The folder on this machine that releases are built in: the output itself where that is here."""
    return output.scratch if isinstance(output, RemoteOutput) else output


def published_versions(output: Path | RemoteOutput) -> frozenset[str]:
    """All versions that have been published in an output; none when that cannot be told."""
    try:
        if isinstance(output, RemoteOutput):
            return frozenset(map(str, versions_in(Storage(output.folder))))
        return frozenset(map(str, published(Output(output))))
    except (AddressError, OSError):
        return frozenset()
