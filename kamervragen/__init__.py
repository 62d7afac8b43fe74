"""Open data from Dutch parliamentary questions (Kamervragen).

>>> import kamervragen
>>> document = kamervragen.read("Vraag 1\\nKlopt dit?\\nAntwoord 1\\nJa.")
>>> document.answers[0].text
'Ja.'

`load` gives the tables of a release.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import TYPE_CHECKING, Literal, overload

from kamervragen.document import Document

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["Document", "load", "read"]


def read(text: str) -> Document:
    """Read a raw text: its header, questions, answers, notes, references and amounts."""
    # The reader's tables take a moment to load; commands that read nothing do not wait for them.
    from kamervragen.reading import read as read_text

    return read_text(text)


@overload
def load(
    table: str,
    release: str = ...,
    output: str | PathLike[str] = ...,
    *,
    columns: Sequence[str] | None = ...,
    as_pandas: Literal[False] = ...,
) -> pa.Table: ...


@overload
def load(
    table: str,
    release: str = ...,
    output: str | PathLike[str] = ...,
    *,
    columns: Sequence[str] | None = ...,
    as_pandas: Literal[True],
) -> pd.DataFrame: ...


def load(
    table: str,
    release: str = "latest",
    output: str | PathLike[str] = "output",
    *,
    columns: Sequence[str] | None = None,
    as_pandas: bool = False,
) -> pa.Table | pd.DataFrame:
    """A table of a release, as an Arrow table or a pandas frame with Arrow's types.

    Args:
        table: its name, such as "questions" (see the data dictionary).
        release: a version such as "2026-05-01.1", or "latest".
        output: the folder that the releases are published in, or its address in object storage.
        columns: only these, in this order; all by default. The texts are most of a table.
        as_pandas: whether a pandas frame is wanted.

    Raises:
        kamervragen.loading.LoadError: no such table, column or release; the message says what there is.
    """
    from kamervragen.loading import as_frame, load_table

    loaded = load_table(table, release, output, columns)
    return as_frame(loaded) if as_pandas else loaded
