"""The gate as a whole, and what it promises of itself."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.quality import Notice, Report, check_tables, write_report
from kamervragen.quality.database import opened
from kamervragen.quality.expectations import check_columns
from kamervragen.quality.queries import Query
from kamervragen.quality.relations import check_relations
from kamervragen.quality.report import CheckError
from kamervragen.quality.rules import Rule, rules
from kamervragen.quality.spans import check_spans
from tests.quality.breaks import BREAKS
from tests.quality.conftest import QUERIES, RAW_FILES, RULES, THRESHOLDS, Look
from tests.quality.sound_tables import ANSWERS, TEXTS, row, sound_tables, write


def test_the_whole_is_its_pieces(sound: Path, look: Look, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the other tests see piece by piece is what `check_tables` reports."""
    tables = sound_tables()
    for check in ("amounts.text.printed", "participants.role.values", "segments.partition"):
        BREAKS[check](tables)
    folder = tmp_path_factory.mktemp("whole")
    write(tables, folder)
    notice = Notice("a.meta.json", "There is no such document.")

    report = check_tables(folder, previous_dir=sound, notices=[notice])

    assert list(report.failed("critical")) == look(tables, "critical")
    assert len(report.checks) == len(tables) + len(RULES) + len(QUERIES) + 2 + 24
    assert report.row_counts == {name: len(rows) for name, rows in tables.items()}
    assert report.notices == (notice,)
    assert report.stopped


def test_the_same_tables_give_the_same_bytes_whatever_the_folder(
    whole_report: Report, tmp_path: Path
) -> None:
    odd = tmp_path / "it's [odd] *.parquet? é"
    odd.mkdir()
    write(sound_tables(), odd)

    again = check_tables(odd, odd, whole_report.notices, RAW_FILES)
    write_report(whole_report, tmp_path / "one")
    write_report(again, tmp_path / "two")

    for name in ("report.json", "index.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("content", "observed"),
    [
        (pa.table({"answer_id": ["a"]}), "7 of the columns differ"),
        (b"PAR1 and then nothing", "answers.parquet cannot be read as Parquet"),
    ],
)
def test_a_file_of_another_make_stops_the_release(
    content: pa.Table | bytes, observed: str, tmp_path: Path
) -> None:
    write(sound_tables(), tmp_path)
    if isinstance(content, bytes):
        (tmp_path / "answers.parquet").write_bytes(content)
    else:
        pq.write_table(content, tmp_path / "answers.parquet")

    report = check_tables(tmp_path)

    (failed,) = report.failed("critical")
    assert failed.id == "answers.file"
    assert failed.observed.startswith(observed)


def test_a_column_of_another_type_is_named(tmp_path: Path) -> None:
    write(sound_tables(), tmp_path)
    answers = pq.read_table(tmp_path / "answers.parquet")
    place = answers.column_names.index("start")
    narrow = answers.column("start").cast(pa.int32())
    pq.write_table(answers.set_column(place, "start", narrow), tmp_path / "answers.parquet")

    (failed,) = check_tables(tmp_path).failed("critical")

    assert failed.failing_rows == (
        {"place": str(place + 1), "found": "start: int32", "defined": "start: int64"},
    )


def test_failing_rows_are_counted_all_and_shown_in_part(look: Look) -> None:
    tables = sound_tables()
    tables["sources"] += [
        row("sources", source_path=f"{number}.pdf", status="rejected", size_bytes=-number)
        for number in range(1, 101)
    ]

    failed = {check.id: check for check in look(tables, "critical")}

    sizes = failed["sources.size_bytes.range"]
    assert (sizes.failing_count, len(sizes.failing_rows)) == (100, 20)
    assert sizes.failing_rows[0] == {"source_path": "1.pdf", "size_bytes": -1}
    assert failed["sources.reason.given"].failing_count == 100


def test_a_number_that_is_none_counts_as_missing(look: Look) -> None:
    tables = sound_tables()
    tables["questions"][0]["confidence"] = float("nan")

    (failed,) = look(tables, "critical")

    assert failed.id == "questions.confidence.not_null"
    assert failed.failing_rows == ({"question_id": f"{ANSWERS}/q/1", "confidence": "nan"},)


def test_items_of_lists_are_checked_one_by_one(look: Look) -> None:
    tables = sound_tables()
    tables["answers"][1]["question_numbers"] = ["2", "3 4"]

    failed = {check.id: check for check in look(tables, "critical")}

    assert list(failed) == ["answers.question_numbers.pattern"]
    (shown,) = failed["answers.question_numbers.pattern"].failing_rows
    assert shown["question_numbers"] == ["2", "3 4"]


def test_a_pattern_holds_for_the_whole_value(look: Look) -> None:
    tables = sound_tables()
    tables["documents"][0]["case_number"] = "2024Z00001\n"

    assert [check.id for check in look(tables, "critical")] == ["documents.case_number.pattern"]


def test_great_expectations_is_imported_only_when_a_gate_runs() -> None:
    code = "import sys, kamervragen, kamervragen.quality; print('great_expectations' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_a_rule_that_cannot_be_run_is_an_error(sound: Path) -> None:
    broken = Rule("a.b.c", "range", "amounts", "currency", "A text is a number.", "a number", minimum=0)

    with opened(sound) as connection, pytest.raises(CheckError, match=r"check a\.b\.c could not be run"):
        check_columns(connection, [broken])


def test_a_query_that_cannot_be_run_is_an_error(sound: Path) -> None:
    broken = Query("a.b", "warning", "amounts", "Nothing.", "SELECT nothing FROM amounts")

    with opened(sound) as connection, pytest.raises(CheckError, match=r"check a\.b could not be run"):
        check_relations(connection, [broken], THRESHOLDS)


def test_all_rules_and_queries_have_names_of_their_own() -> None:
    names = [rule.id for rule in rules()] + [query.check for query in QUERIES]

    assert len(names) == len(set(names))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_lengths_count_code_points(text: str) -> None:
    """As offsets do; a combining mark, a flag or a family of emoji is as many as Python sees."""
    assert duckdb.execute("SELECT length(?)", [text]).fetchone() == (len(text),)


@settings(max_examples=25)  # each one writes and reads files
@given(st.data())
def test_only_the_text_at_its_place_passes(data: st.DataObject) -> None:
    text = TEXTS[ANSWERS]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    printed = text[start:end]
    claimed = data.draw(st.sampled_from([printed, printed[:-1] + "¿", printed + " "]))
    tables = sound_tables()
    tables["references"][0].update(start=start, end=end, text=claimed)

    with tempfile.TemporaryDirectory() as name:
        write(tables, Path(name))
        with opened(Path(name)) as connection:
            checked = {check.id: check for check in check_spans(connection, Path(name))}

    assert checked["references.text.printed"].passed == (claimed == printed)
    assert checked["amounts.text.printed"].passed
