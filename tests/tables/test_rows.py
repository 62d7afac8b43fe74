"""One document gives the rows that its dataclasses say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kamervragen.document import Amount, Document
from kamervragen.tables import SourceFacts, as_dicts, document_rows
from kamervragen.tables.rows import Rows, row_count
from schemas import TABLES
from tests.tables.documents import sample

ID = "ah-tk-20242025-604"
SOURCE = SourceFacts("2024/voorbeeld.txt", "0" * 64)


def rows_of(document: Document) -> Rows:
    return document_rows(document, document_id=ID, source=SOURCE)


def row_of(document: Document, table: str, position: int = 0) -> dict[str, object]:
    return as_dicts(rows_of(document)[table])[position]


@pytest.mark.parametrize("document", [sample(), Document("", "none", 0.0, sample().header, ())])
def test_every_table_has_its_columns_in_order(document: Document) -> None:
    rows = rows_of(document)
    assert ["sources", *rows] == list(TABLES)
    for name, columns in rows.items():
        assert tuple(columns) == TABLES[name].column_names
        assert {len(values) for values in columns.values()} == {row_count(columns)}


def test_the_document_itself() -> None:
    document = sample()
    assert row_of(document, "documents") == {
        "document_id": ID,
        "source_path": "2024/voorbeeld.txt",
        "source_sha256": "0" * 64,
        "document_type": "answers",
        "publication_id": ID,
        "session_year": "2024-2025",
        "case_number": "2024Z18294",
        "title": "Een voorbeeld",
        "submitted_on": date(2024, 10, 30),
        "answered_on": date(2024, 11, 21),
        "days_to_answer": 22,
        "question_count": 2,
        "answer_count": 1,
        "reference_count": 3,
        "amount_count": 1,
        "dialect": "example",
        "confidence": 0.9,
        "text": document.text,
        "remarks": None,
    }


def test_remarks_stand_one_a_line() -> None:
    document = replace(sample(), remarks=("Een.", "Twee."))
    assert row_of(document, "documents")["remarks"] == "Een.\nTwee."


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, 22),
        ({"answered_on": date(2024, 10, 30)}, 0),
        ({"submitted_on": None}, None),
        ({"answered_on": None}, None),
        ({"document_type": "postponement"}, None),
    ],
)
def test_days_to_answer(changes: dict[str, object], days: int | None) -> None:
    document = sample()
    document = replace(document, header=replace(document.header, **changes))
    assert row_of(document, "documents")["days_to_answer"] == days


def test_participants() -> None:
    asker, respondent = as_dicts(rows_of(sample())["participants"])
    assert (asker["participant_id"], asker["role"], asker["party"]) == (f"{ID}/p/1", "asker", "SP")
    assert (respondent["position"], respondent["name"], respondent["office"]) == (2, None, "Minister")


def test_a_number_that_comes_back_gives_another_id() -> None:
    rows = rows_of(sample())
    assert rows["questions"]["question_id"] == [f"{ID}/q/1", f"{ID}/q/1~2"]
    assert rows["questions"]["number"] == ["1", "1"]
    assert rows["question_answers"] == {
        "question_id": [f"{ID}/q/1", f"{ID}/q/1~2"],
        "answer_id": [f"{ID}/a/1"] * 2,
        "link": ["grouped"] * 2,
        "document_id": [ID] * 2,
    }


def test_answers_hold_their_numbers_as_a_list_and_no_pointer_is_null() -> None:
    document = sample()
    assert list(rows_of(document)["answers"]["question_numbers"][0]) == ["1", "2a"]
    assert row_of(document, "answers")["refers_to"] is None
    pointing = replace(document, answers=(replace(document.answers[0], refers_to=("1",)),))
    assert list(rows_of(pointing)["answers"]["refers_to"][0]) == ["1"]


def test_a_footnote_belongs_to_where_its_mark_stands() -> None:
    note = row_of(sample(), "footnotes")
    assert (note["footnote_id"], note["question_id"], note["answer_id"]) == (f"{ID}/n/1", f"{ID}/q/1", None)


def test_references_know_in_what_they_stand() -> None:
    document = sample()
    rows = as_dicts(rows_of(document)["references"])
    names = ("reference_id", "part", "question_id", "answer_id", "footnote_id", "text")
    assert [tuple(row[name] for name in names) for row in rows] == [
        (f"{ID}/r/1", "question", f"{ID}/q/1", None, None, "Kamerstuk 31 125, nr. 133"),
        (f"{ID}/r/2", "answer", None, f"{ID}/a/1", None, "2024Z18294"),
        (f"{ID}/r/3", "footnote", None, None, f"{ID}/n/1", "Stb. 2024, 153"),
    ]


@pytest.mark.parametrize(
    ("printed", "part"),
    [
        ("Voorbeelddocument", "header"),
        ("Vraag", "question"),
        ("€", "question"),
        ("Antwoord", "answer"),
        ("1 Stb.", "footnote"),
        ("Einde", "other"),
    ],
)
def test_the_first_character_decides_the_part(printed: str, part: str) -> None:
    document = sample()
    start = document.text.index(printed)
    amount = Amount(start, start + 1, Decimal(1), None, "EUR", currency_stated=False)
    row = row_of(replace(document, amounts=(amount,)), "amounts")
    assert row["part"] == part
    filled = [name for name in ("question_id", "answer_id", "footnote_id") if row[name]]
    assert filled == ([f"{part}_id"] if part in ("question", "answer", "footnote") else [])


def test_segments_point_to_ids() -> None:
    segments = rows_of(sample())["segments"]
    assert segments["position"] == list(range(1, 11))
    assert segments["question_id"][4] == f"{ID}/q/1~2"
    assert segments["answer_id"][6] == f"{ID}/a/1"
    assert segments["footnote_id"][8] == f"{ID}/n/1"
    assert segments["question_id"][0] is None


def with_amount(value: str) -> Document:
    document = sample()
    return replace(document, amounts=(replace(document.amounts[0], value=Decimal(value)),))


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("0.0915", "0.0915"),
        ("100000000", "100000000"),
        ("0.09157", "0.09157"),
        ("0.0000005", "0.000000"),
        ("0.0000015", "0.000002"),
        ("99999999999999999998", "99999999999999999998"),
        ("-3", "-3"),
    ],
)
def test_money_is_exact_to_six_decimals(value: str, stored: str) -> None:
    assert row_of(with_amount(value), "amounts")["value"] == Decimal(stored)


def test_an_amount_that_cannot_be_stored_is_an_error_that_says_so() -> None:
    with pytest.raises(ValueError, match="too large to be stored"):
        rows_of(with_amount("1e20"))
