"""What holds for the reading of any text whatever."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import kamervragen
from kamervragen import Document

# Pieces that mean something to the reader, so that random texts are not all prose.
PIECES = st.sampled_from(
    [
        *("Vraag 1", "Vraag 2 en 3", "Antwoord 1", "Antwoord op vraag 2 t/m 4", "Antwoord:", "Mededeling"),
        *("1.", "2)", "3", "12/14", "Toelichting:", "Bent u bekend met het bericht?", "Ja.", "emissiefac-"),
        *("[footnoteRef:1]", "[1: noot ]", "1) noot", "[1]", "1Bron, 3 mei 2024", "Kunt u dit toelichten?1"),
        *("Kamerstuk 31 125, nr. 133", "€ 2,4 miljoen", "Zie het antwoord op vraag 1.", "(ingezonden 3 mei"),
        *("ah-tk-20242025-594", "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1", "ISSN 0921 - 7398"),
        *("\n", "\n\n", " ", "\t", "\f", "\r\n", "\u2028", "\xa0", "\x00"),
        *("[", "]", "(", ")", "?", "«", "»", "€"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map("\n".join),
)


def assert_whole(document: Document, text: str) -> None:
    """Every character has one place, and every row is what stands there."""
    assert document.text == text
    edges = [segment.start for segment in document.segments] + [len(text)]
    assert edges[0] == 0
    assert [segment.end for segment in document.segments] == edges[1:]
    assert all(segment.start < segment.end for segment in document.segments)
    for row in (*document.questions, *document.answers):
        assert 0 <= row.start < row.end <= len(text)
        assert row.text
    for note in document.footnotes:
        assert 0 <= note.start <= note.end <= len(text)
    for span in (*document.references, *document.amounts):
        assert 0 <= span.start < span.end <= len(text)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_cut_without_gap_or_overlap(text: str) -> None:
    assert_whole(kamervragen.read(text), text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_is_deterministic(text: str) -> None:
    assert kamervragen.read(text) == kamervragen.read(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_rows_point_to_rows_that_exist(text: str) -> None:
    document = kamervragen.read(text)
    for segment in document.segments:
        assert segment.question is None or segment.question < len(document.questions)
        assert segment.answer is None or segment.answer < len(document.answers)
        assert segment.footnote is None or segment.footnote < len(document.footnotes)
    for link in document.question_answers:
        assert link.question < len(document.questions)
        assert link.answer < len(document.answers)
    assert all(0 <= question.confidence <= 1 for question in document.questions)
    assert 0 <= document.confidence <= 1


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_clean_text_invents_nothing(text: str) -> None:
    document = kamervragen.read(text)
    for row in (*document.questions, *document.answers):
        printed = {sign for sign in text[row.start : row.end] if not sign.isspace()}
        assert {sign for sign in row.text if not sign.isspace()} <= printed
        assert row.text == row.text.strip()
        assert "  " not in row.text


def test_a_text_of_nothing_known_is_kept_whole() -> None:
    document = kamervragen.read("Boodschappen: melk, brood en kaas.")
    assert document.header.document_type == "other"
    assert [segment.role for segment in document.segments] == ["header"]
    assert document.confidence == 0.5


def test_the_empty_text_has_no_segments() -> None:
    assert kamervragen.read("").segments == ()
