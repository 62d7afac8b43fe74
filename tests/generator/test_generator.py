"""The generator keeps its word: spans hold what they say, seeds repeat, every layout comes along."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.document import Answer, Footnote, Question
from tests.generator import LAYOUTS, TYPICAL, Invented, Wishes, from_seed
from tests.generator.compare import letters

SEEDS = st.integers(min_value=0, max_value=2**32)


@settings(deadline=None)
@given(SEEDS)
def test_the_same_seed_gives_the_same_document(seed: int) -> None:
    assert from_seed(seed) == from_seed(seed)


@settings(deadline=None)
@given(SEEDS)
def test_spans_hold_what_their_rows_say(seed: int) -> None:
    """Each row's span begins and ends with the row's text, marks and furniture in between aside."""
    invented = from_seed(seed)
    rows: list[Question | Answer | Footnote] = [*invented.questions, *invented.answers, *invented.footnotes]
    for row in rows:
        printed, text = letters(invented.text[row.start : row.end]), letters(row.text)
        assert printed
        assert text
        assert printed.startswith(text[:1])
        assert set(text) <= set(printed)
        assert len(printed) >= len(text)
    for cited in invented.references:
        assert invented.text[cited.start : cited.end].strip()
        if cited.kind in ("case", "document", "ecli"):
            assert invented.text[cited.start : cited.end] == cited.target_id
    for amount in invented.amounts:
        assert re.search(r"\d", invented.text[amount.start : amount.end])


@settings(deadline=None)
@given(SEEDS)
def test_marks_and_notes_belong_together(seed: int) -> None:
    invented = from_seed(seed)
    for note in invented.footnotes:
        assert note.marker_start is not None
        assert note.marker_end is not None
        assert note.number in invented.text[note.marker_start : note.marker_end]
        assert (note.question is None) != (note.answer is None)
        rows = invented.questions if note.answer is None else invented.answers
        row = rows[note.question if note.answer is None else note.answer]  # type: ignore[index]  # one is an index
        assert row.start <= note.marker_start < row.end


@settings(deadline=None)
@given(SEEDS)
def test_answers_answer_questions_of_the_document(seed: int) -> None:
    invented = from_seed(seed)
    numbers = [row.number for row in invented.questions]
    answered = [number for row in invented.answers for number in row.question_numbers]
    assert len(set(numbers)) == len(numbers)
    assert len(set(answered)) == len(answered)
    assert set(answered) <= set(numbers)
    assert all(set(row.refers_to) <= set(numbers) - set(row.question_numbers) for row in invented.answers)


@settings(deadline=None)
@given(SEEDS)
def test_rows_stand_in_the_order_of_the_text(seed: int) -> None:
    invented = from_seed(seed)
    for rows in (
        invented.questions,
        invented.answers,
        invented.footnotes,
        invented.references,
        invented.amounts,
    ):
        starts = [row.start for row in rows]
        assert starts == sorted(starts)
    assert all(0 <= row.start < row.end <= len(invented.text) for row in invented.painted)


@pytest.mark.parametrize("layout", [layout.name for layout in LAYOUTS])
def test_every_layout_and_all_its_dresses_appear(layout: str) -> None:
    made = [from_seed(seed, Wishes(layout=layout, questions=(2, 6))) for seed in range(40)]
    wanted = next(item for item in LAYOUTS if item.name == layout)
    assert {invented.dress for invented in made} == {dress.name for dress in wanted.dresses}
    assert {invented.header.document_type for invented in made} == set(wanted.document_types)
    if wanted.notes != ("none",):
        assert any(invented.footnotes for invented in made)


def test_wishes_are_met_on_average() -> None:
    made = [from_seed(seed, TYPICAL) for seed in range(300)]
    assert 7_000 < _average(made, "text") < 9_500
    assert 2.5 < _average(made, "references") < 3.8
    assert 0.8 < _average(made, "amounts") < 1.3


def _average(made: list[Invented], field: str) -> float:
    return sum(len(getattr(invented, field)) for invented in made) / len(made)


def test_all_kinds_of_citations_and_traps_appear() -> None:
    made = [from_seed(seed, Wishes(references=12, amounts=4)) for seed in range(200)]
    kinds = {row.kind for invented in made for row in invented.references}
    assert kinds >= {
        "kamerstuk", "aanhangsel", "case", "document", "staatsblad", "staatscourant", "tractatenblad", "ecli",
        "eu_act", "eu_document", "eu_case", "law", "url", "internal",
    }  # fmt: skip
    assert any(len(row.question_numbers) > 1 for invented in made for row in invented.answers)
    assert any(row.refers_to for invented in made for row in invented.answers)
    assert any(not row.text.endswith((")", "?")) for invented in made for row in invented.questions)
    assert any(not row.currency_stated for invented in made for row in invented.amounts)
    assert any(row.number[-1].isalpha() for invented in made for row in invented.questions)
    assert any(row.heading for invented in made for row in invented.questions)
