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

from kamervragen.release.fetching import latest_there, table_there, versions_there
from kamervragen.release.output import Output, latest_release, published
from kamervragen.storage import AddressError, Remote, place
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
    try:
        found = place(output if isinstance(output, str) else Path(output))
        path, content = (
            _there(found, release, table) if isinstance(found, Remote) else _here(found, release, table)
        )
    except (AddressError, OSError) as error:
        raise LoadError(f"{output} cannot be used: {getattr(error, 'strerror', None) or error}.") from None
    try:
        # Not pq.read_table: it would take a folder called `a=b` for a column.
        with pq.ParquetFile(content) as file:
            _check_columns(table, columns or (), file.schema_arrow.names)
            return file.read(columns=None if columns is None else list(columns))
    except (pa.ArrowException, OSError) as error:
        raise LoadError(
            f"{path} cannot be read ({error}); `kamervragen verify` tells what is wrong."
        ) from error


def _here(output: Path, release: str, table: str) -> tuple[str, Path]:
    path = parquet_path(release_folder(output, release), table)
    if not path.is_file():
        raise _no_file(path.parent.name, table)
    return str(path), path


def _there(output: Remote, release: str, table: str) -> tuple[str, pa.BufferReader]:
    if release == LATEST:
        latest = latest_there(output)
        if latest is None:
            raise _no_release(output)
        release = str(latest)
    else:
        _check_release(release, [str(version) for version in versions_there(output)], output)
    try:
        content = table_there(output, release, table)
    except FileNotFoundError:
        raise _no_file(release, table) from None
    return f"{table}.parquet of release {release} in {output}", pa.BufferReader(content)


def _no_file(release: str, table: str) -> LoadError:
    return LoadError(f"Release {release} has no file {table}.parquet: it is damaged or of an older make.")


def _no_release(output: Path | Remote) -> LoadError:
    return LoadError(
        f"There is no release in {output}; `kamervragen release` makes one, and `output` names the folder it"
        " stands in."
    )


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
            raise _no_release(output)
        return latest.folder
    _check_release(release, [str(version) for version in published(folders)], output)
    return folders.releases / release


def _check_release(release: str, existing: Sequence[str], output: Path | Remote) -> None:
    if release not in existing:
        known = f"The releases are: {', '.join(existing)}." if existing else "There is none at all."
        raise LoadError(f"There is no release {release!r} in {output}. {known}")


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
