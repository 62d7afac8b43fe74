"""Which documents the check of segments takes for cut without a gap, whatever their order in the file."""

from __future__ import annotations

import duckdb
import pytest

from kamervragen.quality.queries import queries

# An invented document of ten characters, beside a sound one.
SOUND = ((1, 0, 4), (2, 4, 9), (3, 9, 10))
Segments = tuple[tuple[int | None, int, int], ...]
CASES: dict[str, tuple[Segments, list[int | None]]] = {
    "whole": (SOUND, []),
    "in another order": (SOUND[::-1], []),
    "an empty segment": (((1, 0, 4), (2, 4, 4), (3, 4, 10)), []),
    "positions from 2": (tuple((place + 1, start, end) for place, start, end in SOUND), []),
    "a gap": (((1, 0, 4), (2, 5, 9), (3, 9, 10)), [2]),
    "an overlap": (((1, 0, 4), (2, 3, 9), (3, 9, 10)), [2]),
    "positions exchanged": (((1, 4, 9), (2, 0, 4), (3, 9, 10)), [1, 2, 3]),
    "a late beginning": (((1, 1, 4), (2, 4, 9), (3, 9, 10)), [1]),
    "an early end": (SOUND[:2], [2]),
    "past the end": (((1, 0, 4), (2, 4, 9), (3, 9, 11)), [3]),
    "backwards": (((1, 0, 9), (2, 9, 4), (3, 4, 10)), [2]),
    "the largest position there is": ((*SOUND[:2], (2**63 - 1, 9, 10)), []),
    "no segments": ((), [None]),
    # These have a check of their own.
    "a position twice": (((1, 0, 4), (2, 4, 9), (2, 9, 10)), []),
    "no position": (((1, 0, 4), (None, 4, 9), (3, 9, 10)), []),
}


@pytest.mark.parametrize("case", CASES)
def test_documents_with_a_gap_are_found(case: str) -> None:
    segments, expected = CASES[case]
    sql = next(query.sql for query in queries() if query.check == "segments.partition")
    with duckdb.connect() as connection:
        connection.execute("create table documents (document_id varchar, text_length bigint)")
        connection.execute("insert into documents values ('verzonnen-1', 10), ('verzonnen-2', 10)")
        connection.execute(
            "create table segments (document_id varchar, position bigint, role varchar,"
            ' start bigint, "end" bigint)'
        )
        for document, rows in (("verzonnen-1", segments), ("verzonnen-2", SOUND)):
            for row in rows:
                connection.execute("insert into segments values (?, ?, 'other', ?, ?)", [document, *row])
        found = connection.sql(sql).project("document_id, position").order("position").fetchall()
    assert found == [("verzonnen-1", position) for position in expected]
