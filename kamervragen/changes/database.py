"""DuckDB over the Parquet files of two releases, with a bound on what it takes of the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb import DuckDBPyConnection, DuckDBPyRelation

# What does not fit is spilled to disk.
_MEMORY = "400MB"
_THREADS = 2


@contextmanager
def database() -> Iterator[DuckDBPyConnection]:
    """An empty database in memory."""
    with TemporaryDirectory(prefix="kamervragen-changes-") as spill:
        connection = duckdb.connect(
            config={
                "memory_limit": _MEMORY,
                "threads": _THREADS,
                "temp_directory": spill,
                # Order is asked for where it matters; keeping it elsewhere costs memory.
                "preserve_insertion_order": False,
                "autoinstall_known_extensions": False,
            }
        )
        try:
            yield connection
        finally:
            connection.close()


def parquet(connection: DuckDBPyConnection, path: Path) -> DuckDBPyRelation:
    """The rows of a Parquet file, whatever its path looks like."""
    # DuckDB takes * ? [ in a name for a pattern, and a folder called a=b for a column.
    name = str(path).replace("[", "[[]").replace("*", "[*]").replace("?", "[?]")
    return connection.from_parquet(name, hive_partitioning=False)
