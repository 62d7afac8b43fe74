"""The figures are those of the scorer beside the real documents, for a good release and a damaged one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kamervragen.evaluate import as_json, figures_of, judge, read_gold, read_released
from kamervragen.evaluate.released import Row
from tests.releasing import make_release


def scored(release: Path, corpus: Path, folder: Path) -> object:
    found = folder / "scores.json"
    command = [
        sys.executable,
        str(corpus / "score.py"),
        str(release),
        str(corpus / "dev"),
        "--json",
        str(found),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return json.loads(found.read_text())


def measured(release: Path, corpus: Path) -> object:
    released = read_released(release)
    judgements = [judge(gold, released) for gold in read_gold(corpus / "dev")]
    return json.loads(json.dumps(as_json(figures_of(judgements))))


def change(release: Path, name: str, damage: Callable[[list[Row]], list[Row]]) -> None:
    path = release / f"{name}.parquet"
    old = pq.ParquetFile(path).read()
    pq.write_table(pa.Table.from_pylist(damage(old.to_pylist()), schema=old.schema), path)


def damaged(release: Path, folder: Path) -> Path:
    """Rows dropped, texts shifted, ids and values wrong, a document lost."""
    copy = folder / "damaged"
    shutil.copytree(release, copy)
    change(copy, "documents", lambda rows: [r | {"session_year": None} for r in rows[::-1][3:]])
    change(copy, "questions", lambda rows: [r | {"text": r["text"][i % 9 * 3 :]} for i, r in enumerate(rows)])
    change(copy, "answers", lambda rows: [r for i, r in enumerate(rows) if i % 7])
    change(copy, "footnotes", lambda rows: rows[::2] + rows[:5])
    change(
        copy,
        "references",
        lambda rows: [
            r | {"target_id": r["target_id"] if i % 5 else "x"} for i, r in enumerate(rows) if i % 11
        ],
    )
    change(
        copy, "amounts", lambda rows: [r | {"value": r["value"] + (i % 3 == 0)} for i, r in enumerate(rows)]
    )
    change(copy, "participants", lambda rows: [r | {"party": None} for r in rows[1::2]])
    change(copy, "segments", lambda rows: [r for i, r in enumerate(rows) if i % 400])
    return copy


@pytest.mark.corpus
def test_the_figures_are_those_of_the_scorer(corpus: Path, tmp_path: Path) -> None:
    release = make_release(corpus / "dev", tmp_path / "output", "2026-05-01.1").folder
    assert measured(release, corpus) == scored(release, corpus, tmp_path)
    worse = damaged(release, tmp_path)
    figures = measured(worse, corpus)
    assert figures == scored(worse, corpus, tmp_path)
    assert isinstance(figures, dict)
    assert all(
        figures[name]["f1"] < 1 for name in ("questions", "answers", "footnotes", "references", "amounts")
    )
    assert figures["documents"]["partition_broken"] > 0
