"""Tables of a release for analysts: `kamervragen.load`.

The module is not called `load`: a module of that name would take the place of the function.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from kamervragen.release.manifest import MANIFEST
from kamervragen.release.output import Output, latest_release, versions
from kamervragen.tables import parquet_path
from schemas import DERIVED_TABLES, TABLES

if TYPE_CHECKING:
    import pandas as pd

LATEST = "latest"


class LoadError(Exception):
    """What was asked for is not there; the message says what is."""


def load_table(
    table: str,
    release: str = LATEST,
    output: str | PathLike[str] = "output",
    columns: Sequence[str] | None = None,
) -> pa.Table:
    """See `kamervragen.load`."""
    if table not in (*TABLES, *DERIVED_TABLES):
        known = ", ".join((*TABLES, *DERIVED_TABLES))
        raise LoadError(f"There is no table {table!r}{_meant(table)}. The tables are: {known}.")
    path = parquet_path(release_folder(Path(output), release), table)
    if not path.is_file():
        raise LoadError(
            f"Release {path.parent.name} has no file {path.name}: it is damaged or of an older make."
        )
    try:
        # Not pq.read_table: it would take a folder called `a=b` for a column.
        with pq.ParquetFile(path) as file:
            _check_columns(table, columns or (), file.schema_arrow.names)
            return file.read(columns=None if columns is None else list(columns))
    except (pa.ArrowException, OSError) as error:
        raise LoadError(
            f"{path} cannot be read ({error}); `kamervragen verify` tells what is wrong."
        ) from error


def as_frame(table: pa.Table) -> pd.DataFrame:
    """The table as a pandas frame with Arrow's types: decimals exact, days as days, null apart from NaN."""
    import pandas as pd

    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def release_folder(output: Path, release: str) -> Path:
    """The folder of a release by its version, or of the latest whole one.

    Raises:
        LoadError: there is none.
    """
    folders = Output(output)
    if release == LATEST:
        latest = latest_release(folders)
        if latest is None:
            raise LoadError(
                f"There is no release in {output}; `kamervragen release` makes one, and `output` names"
                " the folder it stands in."
            )
        return latest.folder
    existing = [str(version) for version in versions(folders)]
    if release not in existing or not (folders.releases / release / MANIFEST).is_file():
        known = f"The releases are: {', '.join(existing)}." if existing else "There is none at all."
        raise LoadError(f"There is no release {release!r} in {output}. {known}")
    return folders.releases / release


def _check_columns(table: str, wanted: Sequence[str], existing: list[str]) -> None:
    for name in wanted:
        if name not in existing:
            close = difflib.get_close_matches(name, existing, 1)
            hint = f"; did you mean {close[0]!r}?" if close else "."
            raise LoadError(
                f"Table {table} has no column {name!r}{hint} Its columns are: {', '.join(existing)}."
            )


def _meant(table: str) -> str:
    close = difflib.get_close_matches(table, [*TABLES, *DERIVED_TABLES], 1)
    return f"; did you mean {close[0]!r}?" if close else ""
