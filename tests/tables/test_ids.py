"""Ids are made from the document and the printed thing alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.tables import document_id
from kamervragen.tables.ids import ids_by_number, ids_by_position, pick
from schemas import TABLES


def test_the_official_id_names_the_document() -> None:
    assert document_id("ah-tk-20242025-594", "a.txt") == "ah-tk-20242025-594"


def test_without_one_the_path_does() -> None:
    # Fixed for ever: a later release must give the same id.
    assert document_id(None, "2024/voorbeeld.txt") == "file-f92234a19e44fa33"
    assert document_id(None, "2024/voorbeeld.txt") != document_id(None, "2023/voorbeeld.txt")


def test_a_path_that_is_no_text_still_gives_an_id() -> None:
    assert re.fullmatch("file-[0-9a-f]{16}", document_id(None, "caf\udce9.txt"))


def test_ids_by_position_count_from_one() -> None:
    assert ids_by_position("d", "a", 2) == ["d/a/1", "d/a/2"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "2a", "10"], ["d/q/1", "d/q/2a", "d/q/10"]),
        (["1", "1", "2", "1"], ["d/q/1", "d/q/1~2", "d/q/2", "d/q/1~3"]),
        (["*", "**"], ["d/q/*", "d/q/**"]),
        (["1/2", "1~2", "1 2", ""], ["d/q/1_2", "d/q/1_2~2", "d/q/1_2~3", "d/q/_"]),
    ],
)
def test_ids_by_number(numbers: list[str], expected: list[str]) -> None:
    assert ids_by_number("d", "q", numbers) == expected


@given(st.lists(st.text("12ab~_/*- \n\u00e9", max_size=4)))
def test_ids_by_number_are_unique_and_well_formed(numbers: list[str]) -> None:
    ids = ids_by_number("ah-tk-20242025-594", "q", numbers)
    assert len(set(ids)) == len(numbers)
    pattern = TABLES["questions"].column("question_id").pattern
    assert pattern is not None
    assert all(re.fullmatch(pattern, name) for name in ids)


@given(st.lists(st.text("12", max_size=2)), st.text("12", max_size=2))
def test_what_comes_later_leaves_earlier_ids_alone(numbers: list[str], later: str) -> None:
    assert ids_by_number("d", "q", [*numbers, later])[:-1] == ids_by_number("d", "q", numbers)


def test_pick() -> None:
    assert pick(["a", "b"], 1) == "b"
    assert pick(["a", "b"], None) is None
