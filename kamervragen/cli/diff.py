"""`kamervragen diff`: what changed between two releases."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from kamervragen.cli._console import complain, harmless
from kamervragen.cli._places import RELEASE_HELP, UnusableError, local, local_or_remote, release_at_hand

_DESCRIPTION = """\
Compare two releases row by row and print what was added, removed and changed in each table.

exit status:
  0    the two hold the same data
  1    they differ
  2    wrong use: one of them is no release, or the output cannot be written
"""
_EXAMPLE = """\
example:
  kamervragen diff output/releases/2026-05-01.1 output/releases/2026-05-02.1 --output changes.parquet
"""
SAME, DIFFERENT, WRONG_USE = 0, 1, 2


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `diff` to the commands."""
    parser = commands.add_parser(
        "diff",
        help="tell what changed between two releases",
        description=_DESCRIPTION,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("old", type=local_or_remote, metavar="OLD", help=RELEASE_HELP)
    parser.add_argument("new", type=local_or_remote, metavar="NEW", help="the same of a later one")
    parser.add_argument(
        "--output", type=local, metavar="FILE.parquet", help="write every row that differs to this file"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print."""
    if arguments.output is not None and _in_a_release(arguments.output):
        complain(f"{arguments.output} is in a release, and releases are never changed; choose another place.")
        return WRONG_USE
    try:
        with (
            release_at_hand(arguments.old, _is_compared) as old,
            release_at_hand(arguments.new, _is_compared) as new,
        ):
            return _compare(old, new, arguments)
    except UnusableError as error:
        complain(str(error))
        return WRONG_USE


def _is_compared(name: str) -> bool:
    return PurePosixPath(name).suffix in (".parquet", ".json")


def _compare(old_folder: Path, new_folder: Path, arguments: argparse.Namespace) -> int:
    from kamervragen.changes import counts, summarise, write_changes
    from kamervragen.release.manifest import MANIFEST, read_manifest

    manifests = []
    for named, release in ((arguments.old, old_folder), (arguments.new, new_folder)):
        manifest = read_manifest(release / MANIFEST)
        if manifest is None:
            complain(f"{named} is not a release: it has no {MANIFEST} that can be read.")
            return WRONG_USE
        manifests.append(manifest)
    old, new = manifests
    with TemporaryDirectory(prefix="kamervragen-diff-") as folder:
        try:
            rows = write_changes(old_folder, new_folder, Path(folder), same_code=new.same_code_as(old))
            file = Path(folder) / "changes.parquet"
            lines = list(summarise(counts(file)))
            if arguments.output is not None:
                shutil.copyfile(file, arguments.output)
        except OSError as error:
            complain(f"The releases cannot be compared: {error}")
            return WRONG_USE
    if not rows:
        print(f"Releases {harmless(old.version)} and {harmless(new.version)} hold the same data.")
        return SAME
    print(f"From release {harmless(old.version)} to {harmless(new.version)}:")
    for line in lines:
        print(f"  {line}")
    return DIFFERENT


def _in_a_release(path: Path) -> bool:
    from kamervragen.release.manifest import MANIFEST

    return any((folder / MANIFEST).exists() for folder in path.resolve().parents)
