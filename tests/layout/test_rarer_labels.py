"""Labels in forms that few documents have; all documents are invented."""

from __future__ import annotations

import pytest

import kamervragen
from tests.layout.outlines import answers, outline, questions

ASKED = ["Kent u het bericht?", "Wat vindt u ervan?"]
TOLD = ["Ja.", "Ik vind er niets van."]


def both(first: str, second: str) -> str:
    """Two questions and answers in one form: `{n}` is the number, `{q}` and `{a}` the texts."""
    blocks = [
        form.format(n=n, q=question, a=answer)
        for n, (question, answer) in enumerate(zip(ASKED, TOLD, strict=True), start=1)
        for form in (first, second)
    ]
    return "\n".join(blocks)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("({n}) {q}\n", "Antwoord:\n{a}\n"),
        ("({n})\n{q}\n", "Antwoord\n{a}\n"),
        ("Vraag ({n})\n{q}", "Antwoord ({n})\n{a}"),
        ("Vraag #{n}\n{q}", "Antwoord #{n}\n{a}"),
        ("Vr. {n} {q}", "Antw. {n} {a}"),
        ("- **Vraag {n}:** {q}", "- **Antwoord:** {a}"),
        ("**{n}.** {q}", "**Antwoord** {a}\n"),
        ("{n} - {q}\n", "Antwoord:\n{a}\n"),
        ("Vraag {n} - {q}", "Antwoord {n} - {a}"),
        ("{n}. {q}", "Antwoord {a}\n"),
        ("Vraag {n}\n{q}", "Antwoord {a}"),
        ("Vraag {n}\n{q}\n", "Antwoord van de minister:\n{a}\n"),
        ("Vraag {n}\n{q}\n", "Reactie kabinet\n{a}\n"),
        ("Vraag {n}\n{q}\n", "Antwoord minister op vraag {n}\n{a}\n"),
        ("Vraag\n{q}\n", "Antwoord\n{a}\n"),
        ("Vraag: {q}", "Antwoord: {a}\n"),
    ],
)
def test_two_questions_and_their_answers(first: str, second: str) -> None:
    text = both(first, second)
    assert outline(text) == "Q1 A1 Q2 A2"
    assert questions(text) == ASKED
    assert answers(text) == TOLD


@pytest.mark.parametrize("bar", ["\t", " | "])
def test_a_table_of_questions_and_answers(bar: str) -> None:
    rows = [("Nr", "Vraag", "Antwoord"), *((str(n), ASKED[n - 1], TOLD[n - 1]) for n in (1, 2))]
    edge = "| " if bar.strip() else ""
    text = "".join(f"{edge}{bar.join(row)}{' |' if edge else ''}\n" for row in rows)
    assert outline(text) == "Q1 A1 Q2 A2"
    assert questions(text) == ASKED
    assert answers(text) == TOLD


def test_a_table_with_each_cell_on_its_line() -> None:
    text = "Nr\nVraag\nAntwoord\n" + "".join(f"{n}\n{ASKED[n - 1]}\n{TOLD[n - 1]}\n" for n in (1, 2))
    assert outline(text) == "Q1 A1 Q2 A2"


@pytest.mark.parametrize("label", ["{n}. ", "Vraag {n}\n"])
@pytest.mark.parametrize("head", ["Antwoorden", "Antwoord:"])
def test_answers_that_are_a_list_of_their_own(label: str, head: str) -> None:
    asked = "".join(f"{label.format(n=n)}{ASKED[n - 1]}\n\n" for n in (1, 2))
    told = "".join(f"{n}. {TOLD[n - 1]}\n\n" for n in (1, 2))
    text = f"{asked}{head}\n\n{told}"
    assert outline(text) == "Q1 Q2 A1 A2"
    assert answers(text) == TOLD


def test_a_list_that_counts_something_else_is_one_answer() -> None:
    asked = "".join(f"{n}. {ASKED[n - 1]}\n\n" for n in (1, 2))
    assert outline(f"{asked}Antwoord:\n\n1. Het hek.\n\n2. De poort.\n\n3. De brug.\n") == "Q1 Q2 A1+2"


@pytest.mark.parametrize("explanation", ["Toelichting", "Toelichting:"])
def test_an_explanation_belongs_to_no_question(explanation: str) -> None:
    added = f"{explanation}\nDeze vragen dienen ter aanvulling op eerdere vragen."
    document = kamervragen.read(f"Vraag 1\nKlopt dit?\n\nAntwoord 1\nJa.\n\n{added}")
    assert document.answers[0].text == "Ja."
    assert document.segments[-1].role == "closing"


def test_an_explanation_within_an_answer_is_its_part() -> None:
    text = "Vraag 1\nKlopt dit?\n\nAntwoord 1\nJa.\n\nToelichting\nDe brug is oud.\n\nVraag 2\nEn nu?\n"
    assert answers(text) == ["Ja.\nToelichting\nDe brug is oud."]


def test_labels_glued_to_a_note_mark_and_to_their_numbers() -> None:
    text = (
        "Vraag1\nKent u het verzonnen bericht?1Antwoord1\nJa.\nVraag2\nKent u de krant2 ook?\n"
        "Antwoord2\nNee.\n"
        "1 Voorbeeldkrant, 3 mei 2025\n2 Voorbeeldkrant, 4 mei 2025\n"
        "Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 1\n"
    )
    assert outline(text) == "Q1 A1 Q2 A2"
    assert questions(text) == ["Kent u het verzonnen bericht?", "Kent u de krant ook?"]
    assert answers(text) == ["Ja.", "Nee."]
