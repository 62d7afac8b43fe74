"""`kamervragen verify`: is a release what it says it is?"""

from __future__ import annotations

import argparse
from pathlib import Path

from kamervragen.cli._console import complain, harmless
from kamervragen.cli._places import RELEASE_HELP, UnusableError, local, local_or_remote, release_at_hand

_DESCRIPTION = """\
Check a release: every file against the sums in its manifest (and SHA256SUMS, where there is one), and every
table row by row. With --raw, make the release again from its raw files and compare the bytes.

exit status:
  0    the release is sound
  1    something is wrong with it; each line says what
  2    it cannot be checked: no release, other code than it was made with, or its raw files are not there
"""
_EXAMPLE = """\
examples:
  kamervragen verify output/releases/2026-05-01.1
  kamervragen verify output/releases/2026-05-01.1 --raw raw
  kamervragen verify s3://BUCKET/output/releases/2026-05-01.1
"""
SOUND, WRONG, WRONG_USE = 0, 1, 2


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `verify` to the commands."""
    parser = commands.add_parser(
        "verify",
        help="check that a release is sound, and can be made again",
        description=_DESCRIPTION,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("release", type=local_or_remote, metavar="RELEASE", help=RELEASE_HELP)
    parser.add_argument("--raw", type=local, metavar="DIR", help="the raw files that it was made from")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, and say what is wrong."""
    if arguments.raw is not None and not arguments.raw.is_dir():
        complain(f"There is no folder {arguments.raw}; --raw names the folder with the raw text files.")
        return WRONG_USE
    try:
        with release_at_hand(arguments.release, with_previous=arguments.raw is not None) as folder:
            return _check(folder.resolve(), arguments)
    except UnusableError as error:
        complain(str(error))
        return WRONG_USE


def _check(folder: Path, arguments: argparse.Namespace) -> int:
    from kamervragen.release.manifest import MANIFEST, read_manifest
    from kamervragen.verify import CannotRebuildError, check_files, check_rebuild

    manifest = read_manifest(folder / MANIFEST)
    if manifest is None:
        complain(f"{arguments.release} is not a release: it has no {MANIFEST} that can be read.")
        return WRONG_USE
    wrong = 0
    for complaint in check_files(folder, manifest):
        complain(complaint)
        wrong += 1
    if arguments.raw is not None and not wrong:
        try:
            for complaint in check_rebuild(folder, manifest, arguments.raw.resolve()):
                complain(complaint)
                wrong += 1
        except CannotRebuildError as error:
            complain(str(error))
            return WRONG_USE
    if wrong:
        complain(f"Release {manifest.version} is not sound; things wrong: {wrong}.")
        return WRONG
    rebuilt = ", and made again from its raw files it has the same bytes" if arguments.raw else ""
    print(f"Release {harmless(manifest.version)} is sound: {len(manifest.files)} files checked{rebuilt}.")
    return SOUND
