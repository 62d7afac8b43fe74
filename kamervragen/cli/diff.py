"""`kamervragen diff`: what changed between two releases."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from kamervragen.cli._console import complain, harmless

_DESCRIPTION = """\
Compare two release folders row by row and print what was added, removed and changed in each table.

exit status:
  0    the two hold the same data
  1    they differ
  2    wrong use: a folder holds no release, or the output cannot be written
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
    parser.add_argument("old", type=Path, metavar="OLD", help="the folder of a release")
    parser.add_argument("new", type=Path, metavar="NEW", help="the folder of a later one")
    parser.add_argument(
        "--output", type=Path, metavar="FILE.parquet", help="write every row that differs to this file"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print."""
    from kamervragen.changes import counts, summarise, write_changes
    from kamervragen.release.manifest import MANIFEST, read_manifest

    manifests = []
    for folder in (arguments.old, arguments.new):
        manifest = read_manifest(folder / MANIFEST)
        if manifest is None:
            complain(f"{folder} is not a release: it has no {MANIFEST} that can be read.")
            return WRONG_USE
        manifests.append(manifest)
    if arguments.output is not None and _in_a_release(arguments.output):
        complain(f"{arguments.output} is in a release, and releases are never changed; choose another place.")
        return WRONG_USE
    old, new = manifests
    with TemporaryDirectory(prefix="kamervragen-diff-") as folder:
        try:
            rows = write_changes(arguments.old, arguments.new, Path(folder), same_code=new.same_code_as(old))
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
