"""Folders, files and releases as they are named on the command line; some may be in object storage."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamervragen.release.fetching import Wanted
    from kamervragen.storage import Remote

RELEASE_HELP = "the folder of a release, or its address in object storage"


class UnusableError(Exception):
    """What was named cannot be had: the message says why."""


def local(text: str) -> Path:
    """A path, for what is only looked for on this machine; to be the `type` of an argument."""
    from kamervragen.storage import AddressError, Remote, place

    try:
        found = place(text)
    except AddressError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if isinstance(found, Remote):
        raise argparse.ArgumentTypeError(
            f"{found} is an address in object storage, and a path on this machine is needed here: copy what"
            f" is there first (such as: aws s3 cp --recursive {found} FOLDER)"
        )
    return found


def local_or_remote(text: str) -> Path | Remote:
    """A path or an address; to be the `type` of an argument."""
    from kamervragen.storage import AddressError, place

    try:
        return place(text)
    except AddressError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


@contextmanager
def release_at_hand(
    place: Path | Remote, wanted: Wanted | None = None, *, with_previous: bool = False
) -> Iterator[Path]:
    """The folder of a release, or a copy of it while the block runs; see `kamervragen.release.fetching`.

    Raises:
        UnusableError: it cannot be fetched.
    """
    if isinstance(place, Path):
        yield place
        return
    from kamervragen.release.fetching import at_hand
    from kamervragen.storage import AddressError

    with ExitStack() as ending:
        try:
            options = {"wanted": wanted} if wanted else {}
            folder = ending.enter_context(at_hand(place, **options, with_previous=with_previous))
        except (AddressError, OSError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UnusableError(f"{place} cannot be fetched: {reason}.") from None
        yield folder
