"""Questions and answers in the layouts and traps that real documents have; all documents are invented."""

from __future__ import annotations

import pytest

import kamervragen
from tests.layout.outlines import outline, questions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vraag 1\nKlopt dit?\n\nAntwoord 1\nJa.\n\nVraag 2\nZeker?\n\nAntwoord 2\nJa.", "Q1 A1 Q2 A2"),
        ("Vraag 1\nKlopt dit?\n\nAntwoord op vraag 1\nJa.", "Q1 A1"),
        ("1. Klopt dit?\n\nAntwoord vraag 1:\nJa.\n\n2. Zeker?\n\nAntwoord vraag 2:\nJa.", "Q1 A1 Q2 A2"),
        ("1. Klopt dit?\n\nAntwoord:\nJa.\n\n2. Bent u zeker?\n\nAntwoord:\nJa.", "Q1 A1 Q2 A2"),
        ("1\nKlopt dit?\n\nAntwoord\nJa.\n\n2\nBent u zeker?\n\nAntwoord\nJa.", "Q1 A1 Q2 A2"),
        ("1. Klopt dit?\n\nJa, dat klopt.\n\n2. Bent u zeker?\n\nIk ben zeker.", "Q1 A1 Q2 A2"),
        ("Vraag 1\nKlopt dit?\nWij denken van wel.\nVraag 2\nZeker?\nZie antwoord vraag 1.", "Q1 A1 Q2 A2"),
        ("Vraag 1 Zo? Antwoord 1 Ja. " + "Zo is het. " * 80 + "Vraag 2 Echt? Antwoord 2 Nee", "Q1 A1 Q2 A2"),
        ("**Vraag 1**\n\nKlopt dit?\n\n**Antwoord 1**\n\nJa.", "Q1 A1"),
        ("Vraag\n1\nKlopt dit?\nAntwoord\n1\nJa.", "Q1 A1"),
    ],
)  # fmt: skip
def test_labels_in_every_layout(text: str, expected: str) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("answer_label", "expected"),
    [
        ("Antwoord 1, 2 en 3", "Q1 Q2 Q3 A1+2+3"),
        ("Antwoord 1 t/m 3", "Q1 Q2 Q3 A1+2+3"),
        ("Antwoord vraag 1-3:", "Q1 Q2 Q3 A1+2+3"),
        ("Antwoorden op vragen 1 en 3", "Q1 Q2 Q3 A1+3"),
        ("Antwoord vragen 1,2 en 3", "Q1 Q2 Q3 A1+2+3"),
        ("Antwoord:", "Q1 Q2 Q3 A1+2+3"),
    ],
)
def test_grouped_answers(answer_label: str, expected: str) -> None:
    text = f"Vraag 1\nKlopt dit?\n\nVraag 2\nZeker?\n\nVraag 3\nEcht?\n\n{answer_label}\nJa, dat klopt."
    assert outline(text) == expected


def test_an_answer_to_a_question_far_above() -> None:
    text = (
        "Vraag 1\nEen?\n\nAntwoord 1\nJa.\n\nVraag 2\nTwee?\n\nVraag 3\nDrie?\n\nAntwoord 3\nNee.\n\n"
        "Vraag 4\nVier?\n\nAntwoord 2 en 4\nMisschien."
    )
    assert outline(text) == "Q1 A1 Q2 Q3 A3 Q4 A2+4"
    links = [(link.question, link.answer, link.link) for link in kamervragen.read(text).question_answers]
    assert links == [(0, 0, "direct"), (1, 2, "grouped"), (2, 1, "direct"), (3, 2, "grouped")]


def test_the_list_inside_an_answer_is_no_row_of_questions() -> None:
    text = (
        "1. Kunt u een stand van zaken geven van de molens?\n\nDit gaat langs vier lijnen:\n\n"
        "1. Meer hout: er is meer eikenhout gekapt.\n2. Meer wind: de bomen zijn gesnoeid.\n"
        "3. Meer mensen: de opleiding is gestart.\n4. Minder regels: de vergunning vervalt.\n\n"
        "2. Herinnert u zich de motie over molens?\n\nJa, die herinner ik mij.\n\n"
        "3. Wanneer is de motie uitgevoerd?\n\nDat is nog niet bekend."
    )
    assert outline(text) == "Q1 A1 Q2 A2 Q3 A3"
    assert "4. Minder regels" in kamervragen.read(text).answers[0].text


def test_numbering_that_starts_late_and_skips() -> None:
    assert outline("Vraag 5\nEen?\nAntwoord 5\nJa.\nVraag 8\nTwee?\nAntwoord 8\nNee.") == "Q5 A5 Q8 A8"


def test_numbers_that_the_document_skips_are_explained() -> None:
    skipping = "Vraag 5\nEen?\nAntwoord 5\nJa.\nVraag 8\nTwee?\nAntwoord 8\nNee."
    assert kamervragen.read(skipping).remarks == (
        "The numbers begin with 5; not in the document: 1, 2, 3, 4.",
        "After question 5 comes 8; not printed: 6, 7.",
    )
    assert kamervragen.read("Vraag 1\nEen?\nVraag 2\nTwee?").remarks == ()


def test_a_question_label_that_is_repeated_over_each_answer() -> None:
    text = "Vraag 2\nPer doel?\nAntwoord 2l\nZo.\nVraag 2\nPer doel?\nAntwoord 2m\nAnders."
    assert outline(text) == "Q2 A2l Q2 A2m"
    assert [(link.question, link.answer) for link in kamervragen.read(text).question_answers] == [
        (0, 0),
        (1, 1),
    ]


def test_questions_under_one_label_are_told_apart_where_their_lines_show_it() -> None:
    apart = "Vraag 2 en 3\nHoe diep is het water?\nHoe vaak wordt er gebaggerd?\nAntwoord 2 en 3\nVaak."
    assert [row.text for row in kamervragen.read(apart).questions] == [
        "Hoe diep is het water?",
        "Hoe vaak wordt er gebaggerd?",
    ]
    together = "Vraag 2 en 3\nHoe diep is het water en hoe vaak wordt er gebaggerd?\nAntwoord 2 en 3\nVaak."
    rows = kamervragen.read(together).questions
    assert [row.number for row in rows] == ["2", "3"]
    assert rows[0].text == rows[1].text


def test_glued_questions_under_one_label_are_told_apart() -> None:
    text = "Vraag 4 en 5\nDeelt u dezezorg?Kunt u dit uitleggen?\nAntwoord 4 en 5\nNee."
    assert [row.text for row in kamervragen.read(text).questions] == [
        "Deelt u dezezorg?",
        "Kunt u dit uitleggen?",
    ]


def test_a_list_of_questions_without_numbers() -> None:
    text = "Bent u bekend met het bericht?\n\nDeelt u de zorg? Zo nee, waarom niet?\n\nWilt u ingrijpen?\n"
    document = kamervragen.read(text)
    assert [(row.number, row.number_printed) for row in document.questions] == [
        ("1", False),
        ("2", False),
        ("3", False),
    ]
    assert document.answers == ()


@pytest.mark.parametrize(
    "pointer",
    [
        "Zie het antwoord op vraag 1.",
        "Zie antwoord vraag 1",
        "Zie mijn antwoord op vraag 1.",
        "Ik verwijs u naar het antwoord op vraag 1.",
        "Voor het antwoord op deze vraag verwijs ik naar het antwoord op vraag 1.",
        "Hiervoor verwijs ik naar de beantwoording van vraag 1.",
        "Hiervoor verwijzen we naar het antwoord op vraag 1.",
        "Graag verwijs ik u naar het antwoord op vraag 1.",
        "Kortheidshalve verwijs ik naar het antwoord op vraag 1.",
    ],
)
def test_an_answer_that_only_points(pointer: str) -> None:
    document = kamervragen.read(f"Vraag 1\nEen?\nAntwoord 1\nJa.\nVraag 2\nTwee?\nAntwoord 2\n{pointer}")
    assert document.answers[1].refers_to == ("1",)
    assert document.question_answers[1].link == "referred"


def test_an_answer_that_points_and_says_more_is_no_pointer() -> None:
    text = "Vraag 1\nEen?\nAntwoord 1\nJa.\nVraag 2\nTwee?\nAntwoord 2\nZie antwoord 1. Verder nog dit."
    assert kamervragen.read(text).answers[1].refers_to == ()


def test_a_delay_repeats_questions_and_answers_none() -> None:
    text = "Vraag 1\nEen?\nVraag 2\nTwee?\nMededeling\nDit kan niet binnen de gebruikelijke termijn."
    document = kamervragen.read(text)
    assert outline(text) == "Q1 Q2"
    assert document.segments[-1].role == "closing"


def test_words_split_at_line_ends_are_whole_and_own_hyphens_stay() -> None:
    lines = [
        "Vraag 1",
        "Kunt u uitleggen wat volgens het kabinet de emissiefac-",
        "tor is van een kas, en van de bijbehorende olie- en gas-",
        "winning, in de zin van de nieuwe regels voor olie-",
        "en gaswinning die in deze Noord-",
        "Hollandse gemeente gelden?",
        "Antwoord 1",
        "Dat hangt volgens de onderzoekers sterk af van de",
        "omstandigheden van het geval en van de tijd die",
        "ervoor nodig is om dat alles te kunnen meten.",
    ]
    assert kamervragen.read("\n".join(lines)).questions[0].text == (
        "Kunt u uitleggen wat volgens het kabinet de emissiefactor is van een kas, en van de bijbehorende "
        "olie- en gaswinning, in de zin van de nieuwe regels voor olie- en gaswinning die in deze "
        "Noord-Hollandse gemeente gelden?"
    )


def test_a_label_with_nothing_behind_it_gives_no_row() -> None:
    document = kamervragen.read("Vraag 1\nEen?\nAntwoord 1\nVraag 2\nAntwoord 2\nJa.\nVraag 3\n")
    assert [row.number for row in document.questions] == ["1"]
    assert [row.text for row in document.answers] == ["Ja."]
    labels = [segment for segment in document.segments if segment.role.endswith("label")]
    assert len(labels) == 5


@pytest.mark.parametrize(
    "label",
    [
        "Antwoord op de vragen 2\nen 3",
        "Antwoord 2,\nen 3",
        "ANTWOORD OP VRAGEN 2 EN 3",
        "Antwoord 2 alsmede 3",
        "Antwoord 2 t.e.m. 3",
        "Antwoord op de vragen 2 en 3 gezamenlijk",
        "Gezamenlijk antwoord op vragen 2 en 3",
        "Antwoord op vragen 2 en 3 van de leden Zomerdijk en Krekelaar",
        "Antwoord van de minister op vragen 2 en 3",
        "antwoord 2 en 3",
        "Anwoord 2 en 3",
    ],
)
def test_answer_labels_in_rarer_forms(label: str) -> None:
    text = f"Vraag 1\nEen?\n\nAntwoord 1\nJa.\n\nVraag 2\nTwee?\n\nVraag 3\nDrie?\n\n{label}\nNee, dat niet."
    assert outline(text) == "Q1 A1 Q2 Q3 A2+3"
    assert kamervragen.read(text).answers[1].text == "Nee, dat niet."


@pytest.mark.parametrize("glue", ["", " "])
def test_labels_glued_to_the_sentence_before_them(glue: str) -> None:
    text = (
        f"Vraag 1\nKent u het bericht?{glue}Antwoord 1\nJa.{glue}Vraag 2\nWat nu?{glue}Antwoord 2\nNiets.\n"
    )
    assert outline(text) == "Q1 A1 Q2 A2"
    assert kamervragen.read(text).questions[1].text == "Wat nu?"


def test_a_question_may_open_with_a_statement() -> None:
    text = "1\nKlopt dit?\n\n2\nDe Kamer nam een motie aan.\n\nHoe voert u die uit?\n\n3\nBent u zeker?\n"
    assert [row.number for row in kamervragen.read(text).questions] == ["1", "2", "3"]
    assert kamervragen.read(text).questions[1].text == "De Kamer nam een motie aan.\nHoe voert u die uit?"


def test_spaces_that_do_not_break_change_no_reading() -> None:
    text = (
        "Vraag 1\nKent u het bericht?\nAntwoord 1\nJa. Dat is\n"
        "Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 1\nbekend.\nVraag 2\nEn nu?\nAntwoord 2\nNiets.\n"
    )
    assert outline(text.replace(" ", "\xa0")) == "Q1 A1 Q2 A2"
    assert kamervragen.read(text.replace(" ", "\xa0")).answers[0].text == "Ja. Dat is bekend."


@pytest.mark.parametrize("end", ["\r\n", " \n", "\t\n", "\n\xa0", "\n  "])
def test_what_stands_at_the_ends_of_lines_changes_no_reading(end: str) -> None:
    text = (
        "Vraag 1\nKent u het bericht over 12 cent per liter\n1. Wat vindt u ervan?\nAntwoord 1\nJa.\n2\n"
        "Vraag 2\nEn nu?\nAntwoord 2\nNiets.\n1Voorbeeldkrant\n2Kamerstuk 39 125, nr. 3\n"
        "Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 1\n"
    )
    plain, other = kamervragen.read(text), kamervragen.read(text.replace("\n", end))
    assert [row.text for row in plain.questions] == [row.text for row in other.questions]
    assert [row.text for row in plain.answers] == [row.text for row in other.answers]
    assert [row.text for row in plain.footnotes] == [row.text for row in other.footnotes]
    assert len(other.footnotes) == 2


def test_a_formula_ends_the_last_answer() -> None:
    text = "Vraag 1\nEen?\n\nAntwoord 1\nJa.\n\nHoogachtend,\n\nDe Minister van Defensie,\n"
    assert kamervragen.read(text).answers[0].text == "Ja."


def test_a_printed_line_that_begins_like_a_label_in_mid_sentence() -> None:
    text = (
        "Vraag 1\nKlopt dit?\nAntwoord 1\nHet gaat niet over het hek. Zie ook het\nantwoord op vraag 2.\n"
        "Vraag 2\nEn de poort?\nAntwoord 2\nDe poort is dicht. Meer staat bij\nvraag 1. De poort blijft.\n"
    )
    assert outline(text) == "Q1 A1 Q2 A2"
    assert kamervragen.read(text).answers[0].text.endswith("Zie ook het antwoord op vraag 2.")


def test_a_title_that_asks_within_a_sentence_asks_nothing() -> None:
    text = (
        "Vraag 1\nWelke verbeteringen zijn er?\n\n"
        "Mede door het rapport «Hoezo dicht?» van het Voorbeeldfonds is de poort verbreed.\n\n"
        "Vraag 2\nWat kost dat?\n\nDat kost niets.\n"
    )
    assert outline(text) == "Q1 A1 Q2 A2"


def test_a_line_that_begins_like_a_label_does_not_undo_numbered_questions() -> None:
    numbered = "".join(f"{n}. Wat kost plan {n}?\n\nDat kost niets.\n\n" for n in range(1, 9))
    text = f"{numbered}9. Wat kost plan 9?\n\nDat staat in het antwoord op\nvraag 3. Het kost niets.\n"
    assert [row.number for row in kamervragen.read(text).questions] == [str(n) for n in range(1, 10)]


def test_a_short_document_on_one_line_may_end_with_a_newline() -> None:
    told = "Antwoord van minister Bedacht (ontvangen 12 april 2024) "
    text = f"{told}Vraag 1 Klopt dit? Antwoord 1 Ja. Vraag 2 Wat nu? Antwoord 2 Dat is niet bekend.\n"
    document = kamervragen.read(text)
    assert [question.text for question in document.questions] == ["Klopt dit?", "Wat nu?"]
    assert [answer.text for answer in document.answers] == ["Ja.", "Dat is niet bekend."]


def test_a_source_on_a_line_of_its_own_belongs_to_its_question() -> None:
    text = (
        "1. Kent u de brief over de brug?\n(Kamerstuk 39 125, nr. 3)\n\nJa, die ken ik.\n\n"
        "2. Wat vindt u ervan?\n(Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 9)\n\nNiets.\n"
    )
    assert outline(text) == "Q1 A1 Q2 A2"
    assert kamervragen.read(text).questions[0].text.endswith("nr. 3)")


def test_one_question_may_be_the_whole_document() -> None:
    for text in ("Wanneer is de brug klaar? (Kamerstuk 39 125, nr. 3)\n\n\n", "Wanneer is de brug klaar?"):
        assert outline(text) == "Q1"


def test_a_number_of_four_digits_labels_nothing() -> None:
    document = kamervragen.read("Vraag 1\nKlopt dit?\nAntwoord 1\nNee.\nVraag 1500 gaat over iets anders.\n")
    assert [question.number for question in document.questions] == ["1"]
    assert document.answers[0].text.endswith("Vraag 1500 gaat over iets anders.")


@pytest.mark.parametrize(
    "asked", ["Vragen van het lid Zomerdijk (VVD)", "Nadere vragen van de leden A en B (SP)"]
)
def test_who_asks_about_a_subject_that_ends_in_a_question_mark_is_no_question(asked: str) -> None:
    text = (
        f"{asked} aan de minister van Defensie over «Wat nu?»\n\nKent u het bericht?\n\nWat vindt u ervan?\n"
    )
    assert questions(text) == ["Kent u het bericht?", "Wat vindt u ervan?"]
