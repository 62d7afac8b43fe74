"""How sure a reading is; all documents are invented."""

from __future__ import annotations

import pytest

import kamervragen

ANSWERED = "Antwoord van Minister Zomerdijk (Volksgezondheid) (ontvangen 3 mei 2025)\n\n"


def test_a_clear_reading_is_surer_than_a_doubtful_one() -> None:
    clear = kamervragen.read("Vraag 1\nKlopt dit?\n\nAntwoord 1\nJa.")
    doubtful = kamervragen.read("1. Het hout\n\nDe kap.\n\n2. Hoe gaat het met de wind\n\nGoed.")
    assert clear.confidence > 0.99
    assert doubtful.confidence < clear.confidence


def test_answers_announced_and_not_found_leave_doubt() -> None:
    unknown = kamervragen.read(f"{ANSWERED}A) Klopt dit\nB) Hoe dan\nC) Wat nu\n")
    assert unknown.confidence <= 0.5
    unanswered = kamervragen.read(f"{ANSWERED}Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 1\nJa.\n")
    assert unanswered.confidence < 0.9
    assert kamervragen.read("Vraag 1\nEen?\n\nVraag 2\nTwee?\n").confidence > 0.9


def test_skipped_numbers_leave_doubt() -> None:
    skipping = "".join(f"Vraag {n}\nWat is {n}?\nAntwoord {n}\nEen getal.\n" for n in (1, 4, 5))
    assert kamervragen.read(skipping).confidence < 0.9


def test_answers_that_open_with_one_unknown_label_leave_doubt() -> None:
    text = "".join(f"Vraag {n}\nKlopt {n}?\n\nAd {n}\nDat klopt.\n\n" for n in (1, 2, 3))
    assert kamervragen.read(text).confidence < 0.9
    short = "".join(f"Vraag {n}\nKlopt {n}?\n\nJa.\nDat klopt.\n\n" for n in (1, 2, 3))
    assert kamervragen.read(short).confidence > 0.9


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("V{n}: ", "A{n}: "),
        ("Vraag {roman}\n", "Antwoord {roman}\n"),
        ("{roman}. ", "Antwoord\n"),
        ("Vraag {word}\n", "Antwoord {word}\n"),
        ("Vraag {n}\n", "Antwoord op vraag {word}\n"),
        ("{letter}) ", "Antwoord\n"),
        ("{n}. ", "Ad {n}. "),
    ],
)
def test_labels_that_count_in_a_way_not_read_leave_doubt(asked: str, answered: str) -> None:
    told = (
        {"n": n, "roman": "I" * n, "word": ("een", "twee", "drie")[n - 1], "letter": "abc"[n - 1]}
        for n in (1, 2, 3)
    )
    text = "".join(
        f"{asked.format(**names)}Klopt het verzonnen bericht {names['n']}?\n\n"
        f"{answered.format(**names)}Dat klopt, al is het verzonnen.\n\n"
        for names in told
    )
    assert kamervragen.read(ANSWERED + text).confidence < 0.9


def test_a_list_in_an_answer_to_several_questions_leaves_none() -> None:
    text = "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 1 en 2\nDrie dingen:\na) hout;\nb) ijzer.\n"
    assert kamervragen.read(ANSWERED + text).confidence > 0.9
