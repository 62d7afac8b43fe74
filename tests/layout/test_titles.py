"""Section titles between an answer and the next question; all documents are invented."""

from __future__ import annotations

import kamervragen
from tests.layout.outlines import answers

LINES = (
    "Het Voorbeeldfonds heeft de haven onderzocht en daarbij vastgesteld dat de kade op\n"
    "verschillende plaatsen verzakt is en dat het herstel daarvan nog enige tijd zal kosten,\n"
    "omdat de aannemer daarvoor eerst nieuwe palen moet laten maken die de kade dragen.\n"
)
ASKED = "Wanneer is de kade volgens het Voorbeeldfonds weer te gebruiken door de schepen die er\nliggen?\n"


def headings(text: str) -> list[str | None]:
    return [row.heading for row in kamervragen.read(text).questions]


def test_section_headings_stay_with_their_questions() -> None:
    text = (
        "Inleiding\n\nDe haven\nVraag 1\nEen?\n\nAntwoord 1\nJa.\n\nVraag 2\nTwee?\n\nAntwoord 2\nJa.\n\n"
        "De vaarweg\nVraag 3\nDrie?\n\nAntwoord 3\nJa."
    )
    assert headings(text) == ["De haven", "De haven", "De vaarweg"]


def test_printed_titles_below_the_last_sentence_of_an_answer() -> None:
    title = "Antwoorden Voorbeeldfonds bij vragen van de Tweede Kamer over\nOverige vragen over de vaarweg\n"
    for printed in (title, "De vaarweg en de sluis\n"):
        text = f"Vraag 1\n{ASKED}{LINES}{printed}Vraag 2\n{ASKED}{LINES}"
        assert headings(text) == [None, " ".join(printed.split())]
        assert answers(text)[0].endswith("die de kade dragen.")


def test_what_is_said_before_a_part_of_the_questions_is_no_answer() -> None:
    preface = f"Opmerking vooraf bij vragen over de vaarweg (vragen 2 en 3)\n{LINES}"
    text = f"Vraag 1\n{ASKED}{LINES}{preface}Vraag 2\n{ASKED}{LINES}"
    assert headings(text) == [None, "Opmerking vooraf bij vragen over de vaarweg (vragen 2 en 3)"]
    assert answers(text)[0].endswith("die de kade dragen.")
    roles = [segment.role for segment in kamervragen.read(text).segments]
    assert "heading" in roles


def test_a_title_that_the_question_repeats() -> None:
    item = "m. een aandeel van 30% nieuwe palen en planken per kade;\n"
    text = f"Vraag 1\n{ASKED}Antwoord 1\n{LINES}{item}Vraag 2\n{ASKED}{item}Antwoord 2\n{LINES}"
    assert headings(text) == [None, item.strip()]
    assert answers(text)[0].endswith("die de kade dragen.")


def test_a_sentence_without_a_full_stop_is_no_title() -> None:
    for last in ("Dat klopt", "Verder verwijs ik naar het antwoord hierboven", "Zie bijlage"):
        text = "".join(f"Vraag {n}\nWat is {n}?\n\nAntwoord {n}\nJa.\n\n{last}\n\n" for n in (1, 2, 3))
        assert headings(text) == [None, None, None], last
    alone = "Vraag 1\nEen?\n\nAntwoord 1\n\nDe vaarweg\n\nVraag 2\nTwee?\n\nAntwoord 2\nJa.\n"
    assert answers(alone)[0] == "De vaarweg"


def test_the_row_of_a_table_is_no_title() -> None:
    text = f"Vraag 1\n{ASKED}{LINES}Totaal 2.378 1.326\nVraag 2\n{ASKED}{LINES}"
    assert headings(text) == [None, None]
