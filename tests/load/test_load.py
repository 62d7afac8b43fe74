"""`kamervragen.load`, and the questions that the guide for analysts answers."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

import kamervragen
from kamervragen.loading import LoadError
from kamervragen.tables import read_table
from schemas import TABLES
from tests.conftest import ROOT
from tests.releasing import make_release

VERSION = "2026-05-01.1"
GUIDE = (ROOT / "docs" / "using-the-data.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^## (.*?)$.*?```python\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lezen") / "output"
    make_release(ROOT / "raw", folder, VERSION)
    return folder


@pytest.mark.parametrize("name", [*TABLES, "changes"])
def test_every_table_as_it_stands(output: Path, name: str) -> None:
    table = kamervragen.load(name, output=output)
    if name in TABLES:
        assert table.equals(read_table(output / "releases" / VERSION, name))
    assert kamervragen.load(name, VERSION, str(output)).equals(table)
    assert len(kamervragen.load(name, output=output, as_pandas=True)) == table.num_rows


def test_a_frame_keeps_money_exact_and_absent_null(output: Path) -> None:
    frame = kamervragen.load("amounts", output=output, columns=["value", "value_max"], as_pandas=True)
    assert list(frame.columns) == ["value", "value_max"]
    exact = kamervragen.load("amounts", output=output)
    values: list[Decimal] = exact["value"].to_pylist()
    assert frame["value"].sum() == sum(values)
    assert frame["value_max"].isna().sum() == exact["value_max"].null_count > 0


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"table": "question"}, "no table 'question'; did you mean 'questions'"),
        ({"table": "questions", "columns": ["nummer"]}, "no column 'nummer'; did you mean 'number'"),
        ({"table": "questions", "release": "2020-01-01.1"}, f"The releases are: {VERSION}"),
        ({"table": "questions", "output": "nergens"}, "There is no release in nergens"),
    ],
)
def test_errors_say_what_there_is(output: Path, wanted: dict[str, str], message: str) -> None:
    with pytest.raises(LoadError, match=message):
        kamervragen.load(**{"output": output, **wanted})


def test_importing_the_package_loads_no_library() -> None:
    code = "import sys, kamervragen; print(sorted({'pyarrow', 'pandas', 'duckdb'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_guide_answers_ten_questions() -> None:
    assert len(BLOCKS) == 10


@pytest.mark.parametrize(("title", "code"), BLOCKS, ids=[title for title, _ in BLOCKS])
def test_the_code_of_the_guide_runs(
    output: Path, monkeypatch: pytest.MonkeyPatch, title: str, code: str
) -> None:
    monkeypatch.chdir(output.parent)
    names: dict[str, object] = {}
    exec(compile(code, title, "exec"), names)  # noqa: S102 - our own guide
    answer = names["answer"]
    assert isinstance(answer, pa.Table)
    assert answer.num_rows > 0
