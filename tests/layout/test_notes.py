"""Footnotes and their marks."""

from __future__ import annotations

import pytest

import kamervragen

FOOTER = "Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel"


def notes(text: str) -> list[tuple[str, str, str | None]]:
    """Number, clean text, and the word before the mark."""
    found = []
    for note in kamervragen.read(text).footnotes:
        before = None if note.marker_start is None else text[: note.marker_start].split()[-1]
        found.append((note.number, note.text, before))
    return found


def test_notes_of_a_word_processor_stand_in_the_text() -> None:
    text = "Vraag 1\nKlopt dit?\nAntwoord 1\nJa.[footnoteRef:1] Meer niet. [1:  Zie [hier] de brief. ] \n"
    assert notes(text) == [("1", "Zie [hier] de brief.", "Ja.")]
    assert kamervragen.read(text).answers[0].text == "Ja. Meer niet."


def test_marks_glued_to_words_and_bodies_at_the_foot_of_the_page() -> None:
    text = (
        "Vraag 1\nKent u het bericht?1 Wat vindt u ervan?\nAntwoord 1\nHet artikel2 is bekend.\n"
        f"1 Voorbeeldkrant, 3 mei 2025\n2 Kamerstuk 39 125, nr. 3\n{FOOTER} 1\n"
        f"Vraag 2\nEn nu?\nAntwoord 2\nNiets.3\n3 Zie noot 1\n{FOOTER} 2\n"
    )
    assert notes(text) == [
        ("1", "Voorbeeldkrant, 3 mei 2025", "bericht?"),
        ("2", "Kamerstuk 39 125, nr. 3", "artikel"),
        ("3", "Zie noot 1", "Niets."),
    ]
    document = kamervragen.read(text)
    assert document.questions[0].text == "Kent u het bericht? Wat vindt u ervan?"
    assert [(note.question, note.answer) for note in document.footnotes] == [(0, None), (None, 0), (None, 1)]


def test_a_mark_glued_to_a_year_is_a_mark_only_when_a_body_answers_to_it() -> None:
    body = "Vraag 1\nWat gebeurde er op 7 augustus 20241?\n"
    with_note = kamervragen.read(f"{body}1Voorbeeldkrant, 8 augustus 2024\n{FOOTER} 1\n")
    assert with_note.questions[0].text == "Wat gebeurde er op 7 augustus 2024?"
    without = kamervragen.read(f"{body}{FOOTER} 1\n")
    assert without.questions[0].text == "Wat gebeurde er op 7 augustus 20241?"


def test_marks_on_a_line_of_their_own_are_no_question_numbers() -> None:
    text = (
        "Vraag 1\nHoe staat het met de opvang?\n2, 3 en 4\nVraag 2\nEn met de zorg?\n1\n"
        f"1Eerste\n2Tweede\n3Derde\n4Vierde\n{FOOTER} 1\n"
    )
    document = kamervragen.read(text)
    assert [question.number for question in document.questions] == ["1", "2"]
    assert document.questions[0].text == "Hoe staat het met de opvang?"


def test_a_note_whose_text_begins_with_a_year() -> None:
    text = f"Vraag 1\nKent u het verslag?1\n12023 Jaarverslag van het Voorbeeldfonds\n{FOOTER} 1\n"
    assert notes(text) == [("1", "2023 Jaarverslag van het Voorbeeldfonds", "verslag?")]


def test_notes_listed_at_the_end_with_a_bracket_or_in_square_brackets() -> None:
    for mark, label in (("1)", "1)"), ("[1]", "[1]"), ("[1 ]", "[1 ]")):
        text = (
            f"Vraag 1\nKent u het bericht? {mark}\n\nAntwoord 1\nJa.\n\n{label} Voorbeeldkrant, 3 mei 2025\n"
        )
        assert notes(text) == [("1", "Voorbeeldkrant, 3 mei 2025", "bericht?")], mark
        assert kamervragen.read(text).answers[0].text == "Ja."


def test_a_list_in_an_answer_is_not_a_row_of_notes() -> None:
    text = "Vraag 1\nWelke stappen?\nAntwoord 1\nDrie stappen:\n1) meer hout;\n2) meer wind;\n3) meer tijd.\n"
    assert notes(text) == []


def test_a_numbered_list_is_not_taken_for_marks() -> None:
    text = (
        "Vraag 1\nWelke maatregelen?1\nAntwoord 1\nGenomen zijn:\n1. het hek;\n2. de poort.\n"
        f"1 Voorbeeldkrant, 3 mei 2025\n{FOOTER} 1\n"
    )
    assert notes(text) == [("1", "Voorbeeldkrant, 3 mei 2025", "maatregelen?")]
    assert "1. het hek;" in kamervragen.read(text).answers[0].text


def test_notes_stand_above_the_explanation_at_the_end() -> None:
    text = "Vraag 1\nKent u het? 1)\nAntwoord 1\nJa.\n\n1) Voorbeeldkrant\n\nToelichting: Extra vragen."
    document = kamervragen.read(text)
    assert document.answers[0].text == "Ja."
    assert [note.text for note in document.footnotes] == ["Voorbeeldkrant"]
    assert document.segments[-1].role == "closing"


def test_two_bodies_with_one_number_do_not_share_a_mark() -> None:
    text = "Vraag 1\nKlopt dit?\nAntwoord 1\nJa.[footnoteRef:1] [1: Eerste.] Nee. [1: Tweede.] [1: ]\n"
    assert notes(text) == [("1", "Eerste.", "Ja."), ("1", "Tweede.", None)]


def test_notes_that_begin_afresh_on_each_page() -> None:
    text = (
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.2\n1 Voorbeeldkrant, 3 mei 2025\n2 Kamerstuk 39 125\n"
        f"{FOOTER} 1\nVraag 2\nEn het rapport?1\nAntwoord 2\nOok.\n1 Rapport van het Voorbeeldfonds\n"
        f"{FOOTER} 2\n"
    )
    assert notes(text) == [
        ("1", "Voorbeeldkrant, 3 mei 2025", "bericht?"),
        ("2", "Kamerstuk 39 125", "Ja."),
        ("1", "Rapport van het Voorbeeldfonds", "rapport?"),
    ]


def test_one_mark_of_several_may_be_lost() -> None:
    text = (
        "Vraag 1\nKent u het bericht? 1)\n\nAntwoord 1\nJa. Het rapport is bekend. De brief 3) ook.\n\n"
        "1) Voorbeeldkrant, 3 mei 2025\n2) Rapport van het Voorbeeldfonds\n3) Brief van 4 mei 2025\n"
    )
    assert [number for number, _, _ in notes(text)] == ["1", "2", "3"]
    assert kamervragen.read(text).answers[0].text == "Ja. Het rapport is bekend. De brief ook."


def test_a_list_item_that_looks_like_a_mark_leaves_the_marks_in_their_order() -> None:
    text = (
        "Vraag 1\nWelke stappen?\n\nAntwoord 1\nDrie. 1) Dat staat in de brief 2) en in het rapport. 3)\n"
        "Het zijn: 1) Hout. 2) Wind.\n\n"
        "1) Voorbeeldkrant\n2) Brief van 4 mei 2025\n3) Rapport van het Voorbeeldfonds\n"
    )
    assert [before for _, _, before in notes(text)] == ["Drie.", "brief", "rapport."]


def test_marks_far_above_notes_that_are_listed_at_the_end() -> None:
    pages = "".join(
        f"Vraag {page}\nHoe staat het met plan {page} dat in de brief{page} wordt genoemd?\n"
        f"Antwoord {page}\nDat wordt nog onderzocht door het Voorbeeldfonds.\n{FOOTER} {page}\n"
        for page in range(1, 9)
    )
    bodies = "".join(f"{number} Brief van {number} mei 2025\n" for number in range(1, 9))
    found = notes(pages + bodies + f"{FOOTER} 9\n")
    assert [number for number, _, before in found if before == "brief"] == list("12345678")


def test_marks_at_the_start_of_a_printed_line() -> None:
    text = (
        "Vraag 1\nKent u het bericht van het Voorbeeldfonds\n1) over de brug?\nAntwoord 1\nJa.\n2)\n"
        "Meer niet.\n\n1) Voorbeeldkrant\n2) Kamerstuk 39 125\n"
    )
    assert [number for number, _, _ in notes(text)] == ["1", "2"]
    assert (
        kamervragen.read(text).questions[0].text == "Kent u het bericht van het Voorbeeldfonds over de brug?"
    )


def test_a_note_that_opens_with_digits_between_two_others() -> None:
    text = (
        "Vraag 1\nWie?\nAntwoord 1\nStroom1 en Net2 en Gas3 werken samen.\n"
        "1https://www.voorbeeld.nl/stroom\n\n2823021 NET Landkaart wachtlijsten\n3https://www.voorbeeld.nl/gas\n"
        f"{FOOTER} 1\n"
    )
    assert notes(text) == [
        ("1", "https://www.voorbeeld.nl/stroom", "Stroom"),
        ("2", "823021 NET Landkaart wachtlijsten", "Net"),
        ("3", "https://www.voorbeeld.nl/gas", "Gas"),
    ]


def test_bare_numbers_that_label_questions_are_no_marks() -> None:
    text = (
        "1\nKent u het bericht?1\nAntwoord 1\nJa.\n2\nWat vindt u ervan?2\nAntwoord 2\nNiets.\n\n"
        "1 Voorbeeldkrant, 3 mei 2025\n2 Kamerstuk 39 125, nr. 3\n"
    )
    assert [row.number for row in kamervragen.read(text).questions] == ["1", "2"]
    assert [before for _, _, before in notes(text)] == ["bericht?", "ervan?"]


def test_what_counts_something_is_no_mark() -> None:
    text = (
        "Vraag 1\nKent u het rapport?1\nAntwoord 1\nDe regel gaat in per\n2 mei 2025 en geldt ten hoogste\n"
        "2 jaar. Dat staat in de brief2 van het fonds.\n1 Voorbeeldkrant\n2 Kamerstuk 39 125, nr. 3\n"
    )
    assert [before for _, _, before in notes(text)] == ["rapport?", "brief"]


def test_a_last_line_that_counts_something_is_no_note() -> None:
    text = (
        f"Vraag 1\nHoe vaak?1\nAntwoord 1\nVaak, namelijk dit jaar\n1x te weinig en 2x te veel.\n{FOOTER} 1\n"
    )
    assert notes(text) == []


def test_notes_of_a_document_whose_questions_are_numbered() -> None:
    text = (
        "1. Kent u het bericht dat over\nde brug gaat?1\n\nAntwoord:\nJa, over de brug van het\nfonds\n\n"
        "2. Welke brug?\n\nAntwoord:\nDe brug.2\n\n1 Voorbeeldkrant, «De brug gaat open»\n"
        "2 Als bijlage verzonden.\n"
    )
    assert [row.number for row in kamervragen.read(text).questions] == ["1", "2"]
    assert [before for _, _, before in notes(text)] == ["gaat?", "brug."]


def test_marks_alone_on_their_lines_below_labels_before_their_texts() -> None:
    text = (
        "Vraag 1 Kent u het verzonnen bericht?\n1\nHerkent u de klachten?\nAntwoord 1 Ja.\n"
        "Vraag 2 Kent u de verzonnen krant?\n2\nLeest u haar?\nAntwoord 2 Nee.\n"
        f"1 Voorbeeldkrant, 3 mei 2025\n2 Voorbeeldkrant, 4 mei 2025\n{FOOTER} 1\n"
    )
    assert [note[::2] for note in notes(text)] == [("1", "bericht?"), ("2", "krant?")]
    assert kamervragen.read(text).questions[0].text == "Kent u het verzonnen bericht? Herkent u de klachten?"


def test_a_note_below_many_pages_that_only_seem_to_have_notes() -> None:
    text = (
        "1\nKlopt dit verzonnen bericht?\n2\nWaarom niet?\n\f"
        + "De verzonnen brief ligt er.\n1 Bron zonder teken\n\f" * 40
        + "Dat staat vast.1\n1 Verzonnen bron\n"
    )
    assert notes(text) == [("1", "Verzonnen bron", "vast.")]


@pytest.mark.parametrize("foot", ["", f"{FOOTER} 1\n"])
@pytest.mark.parametrize(
    ("marks", "body"),
    [
        (("¹", "²"), "{raised} {text}\n"),
        (("¹", "²"), "{raised}{text}\n"),
        (("[^1]", "[^2]"), "[^{n}]: {text}\n"),
        (("^1", "^2"), "^{n} {text}\n"),
        (("<sup>1</sup>", "<sup>2</sup>"), "<sup>{n}</sup> {text}\n"),
        (("1", "2"), "{n}\n{text}\n"),
        (("1", "2"), "{n}\n {text}\n\n"),
        (("1", "2"), "{n}. {text}\n"),
        (("1", "2"), "{n}\t{text}\n"),
    ],
)
def test_rarer_forms_of_notes(marks: tuple[str, str], body: str, foot: str) -> None:
    sources = ("Verzonnen Courant, 3 mei 2021, «Hek te laag»", "Kamerstuk 39 125, nr. 3")
    bodies = "".join(
        body.format(n=n, raised="¹²"[n - 1], text=source) for n, source in enumerate(sources, start=1)
    )
    text = (
        f"Vraag 1\nKent u het bericht?{marks[0]}\n\nAntwoord 1\nJa.\n\n"
        f"Vraag 2\nKlopt het dat de wet{marks[1]} dit verbiedt?\n\nAntwoord 2\nNee, op 12 m² mag het.\n\n"
        f"{bodies}{foot}"
    )
    assert notes(text) == [("1", sources[0], "bericht?"), ("2", sources[1], "wet")]
    document = kamervragen.read(text)
    assert [question.text for question in document.questions] == [
        "Kent u het bericht?",
        "Klopt het dat de wet dit verbiedt?",
    ]
    assert document.answers[-1].text == "Nee, op 12 m² mag het."


def test_a_list_at_the_end_is_no_block_of_notes_though_two_numbers_are_glued_to_words() -> None:
    text = (
        "Vraag 1\nKent u het bericht?1\n\nAntwoord 1\nJa.\n\nVraag 2\nVerbiedt de wet2 dit?\n\n"
        "Antwoord 2\nNee, om twee redenen.\n\n1. Het hek is te laag.\n2. De paal is te kort.\n"
    )
    assert notes(text) == []
