"""References to questions of the same document, and how they differ from labels and from other documents."""

import pytest

POINTERS = [
    ("Zie het antwoord op vraag 1.", "1"),
    ("(zie antwoord vraag 3)", "3"),
    ("zoals in vraag 3 aangegeven", "3"),
    ("Zie beantwoording vraag 1", "1"),
    ("Zie antwoord bij vraag 12", "12"),
    ("Zie de antwoorden op de vragen 5 en 8.", "5;8"),
    ("Zie antwoord vragen 2, 4, 5, 6 en 9", "2;4;5;6;9"),
    ("in antwoord op vragen 3, 4, 5, 9 en 10 aangegeven", "3;4;5;9;10"),
    ("zie het antwoord op de vragen 2 t/m 6", "2;3;4;5;6"),
    ("zie het antwoord op vraag 5 en vraag 6", "5;6"),
    ("zoals bij de antwoorden op\nvragen 4 en 5", "4;5"),
    ("zoals bedoeld in vraag 2a", "2a"),
    ("Nee, zie antwoord 6.", "6"),
    ("In antwoord 3 ben ik ingegaan", "3"),
    ("Zie het antwoord onder 5.", "5"),
    ("Het antwoord op vraag 2 heeft betrekking op", "2"),
    ("succes (uitvraag 4)", "4"),
]


@pytest.mark.parametrize(("text", "target"), POINTERS)
def test_pointer(found, text, target):
    assert [(kind, t) for kind, t, _ in found(f"Toelichting. {text}")] == [("internal", target)]


@pytest.mark.parametrize(
    "text",
    [
        "\nVraag 1\nBent u bekend met het bericht?",
        "\nAntwoord op vraag 2\nJa.",
        "\nAntwoord vragen 1, 2 en 3:\nJa.",
        "\nAntwoord 4\nNee.",
        "\nVragen 2 en 3\nDeelt u de mening?",
        "om deze vragen te beantwoorden\nVraag 8\nWat is",
    ],
)
def test_label_is_no_reference(found, text):
    assert found(f"Inleiding.{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "in vraag 2 van de Kamervragen van het lid Jansen",
        "mijn antwoord op vraag 3 van het lid De Vries",
        "vraag 5 van de schriftelijke vragen over wonen",
        "het antwoord op vraag 3 (Aanhangsel van de Handelingen)",
    ],
)
def test_question_of_another_document(found, text):
    assert [row for row in found(text) if row[0] == "internal"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u deze vragen 1 voor 1 beantwoorden?",
        "Kunt u deze vragen\n4, deels in de vorm van een brief",
        "vragen 3 weken later",
        "Antwoorden op vragen1 van de Tweede Kamer",
        "de vraag 2024 te bezien",
        "een aanvraag 3 is ingediend",
        "de vraag 3,5 procent",
    ],
)
def test_trap(found, text):
    assert found(text) == []
