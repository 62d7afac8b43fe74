"""Documents that put their answers off, and answers that only mention a term; all are invented."""

from __future__ import annotations

import pytest

import kamervragen
from tests.layout.outlines import answers, outline, questions

ASKED = "1. Kent u het bericht?\n\n2. Wat vindt u ervan?\n\n"
DELAYS = [
    "Hierbij deel ik u mede dat bovenstaande vragen niet binnen de gebruikelijke termijn worden beantwoord.",
    "De beantwoording van deze vragen vergt meer tijd.",
    "Deze vragen kunnen nog niet worden beantwoord.",
    "Mededeling: de antwoorden volgen later.",
]


@pytest.mark.parametrize("delay", DELAYS)
def test_a_delay_below_the_questions_is_no_part_of_the_last(delay: str) -> None:
    text = f"{ASKED}{delay}\n"
    assert outline(text) == "Q1 Q2"
    assert questions(text)[1] == "Wat vindt u ervan?"
    assert kamervragen.read(text).segments[-1].role in ("closing", "blank")


@pytest.mark.parametrize(
    "head",
    ["", "In antwoord op uw brief van 3 mei 2025 zend ik u de antwoorden op de vragen over de brug.\n\n"],
)
def test_an_answer_that_mentions_the_term_puts_nothing_off(head: str) -> None:
    late = "Het is niet gelukt om de vragen binnen de gebruikelijke termijn te beantwoorden."
    text = (
        f"{head}1. Kent u het bericht?\n\nJa, dat ken ik.\n\n2. Wat vindt u ervan?\n\nNiets, voorlopig.\n\n"
        f"3. Kunt u deze vragen binnen drie weken beantwoorden?\n\n{late}\n"
    )
    assert outline(text) == "Q1 A1 Q2 A2 Q3 A3"
    assert answers(text)[2] == late


def test_a_sentence_that_ends_in_beantwoord_asks_nothing() -> None:
    text = "De vragen van het lid Zomerdijk kunnen niet binnen de daarvoor gestelde tijd worden beantwoord.\n"
    assert kamervragen.read(text).questions == ()


def test_a_subject_that_speaks_of_delays_closes_no_document_that_asks_nothing() -> None:
    text = (
        "Vragen van het lid Zomerdijk (VVD) over het niet binnen drie weken beantwoorden van Kamervragen.\n"
    )
    assert {one.role for one in kamervragen.read(text).segments} <= {"header", "blank"}


@pytest.mark.parametrize(
    "text",
    [
        "Datum\t3 mei 2025\nBetreft\tVragen over het bericht «Wat nu?»\n\nIk heb meer tijd nodig.\n",
        "Ik vraag uitstel voor vragen van het lid Zomerdijk (VVD) over «Wat nu?» (ingezonden 3 mei 2025).\n",
        "Graag maak ik gebruik van de mogelijkheid van uitstel voor de vragen van het lid Zomerdijk (VVD).\n",
    ],
)
def test_a_letter_that_puts_answers_off_asks_nothing(text: str) -> None:
    assert kamervragen.read(text).questions == ()
