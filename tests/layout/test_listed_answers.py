"""Answers that stand as a list of their own below all questions, as they were published until about 2010."""

import pytest

import kamervragen

QUESTIONS = (
    "Kent u het bericht «Vaart loopt vast»? 1)",
    "Is het waar dat de vaart in Verzonnenstad ondieper is geworden?",
    "Zo ja, hoe kan dat?",
    "Wat kost baggeren?",
)
HEADER = (
    "Vragen van het lid Verzonnen (XYZ) aan de minister van Verkeer en Waterstaat over de Verzonnen Vaart."
    " (Ingezonden 12 maart 2008)\n\n"
)
ANSWERED = "Antwoord van minister Bedacht (Verkeer en Waterstaat). (Ontvangen 4 april 2008)\n\n"
NOTE = "1) De Verzonnen Courant, 10 maart 2008\n\n"


def document(told: str, answered: str = ANSWERED, label: str = "{n}\n") -> kamervragen.Document:
    asked = "".join(f"{label.format(n=n)}{text}\n\n" for n, text in enumerate(QUESTIONS, 1))
    return kamervragen.read(f"{HEADER}{asked}{NOTE}{answered}{told}")


def told_by(read: kamervragen.Document) -> list[tuple[tuple[str, ...], str]]:
    return [(answer.question_numbers, answer.text) for answer in read.answers]


@pytest.mark.parametrize("answered", [ANSWERED, f"Antwoord\n\n{ANSWERED}", "Antwoorden\n\n"])
def test_bare_numbers_below_the_questions_are_answers(answered: str) -> None:
    read = document(
        "1\nJa.\n\n2 en 3\nDat klopt. Het regende te weinig.\n\n4\nDat is niet bekend.\n", answered
    )
    assert [question.number for question in read.questions] == ["1", "2", "3", "4"]
    assert read.questions[3].text == QUESTIONS[3]
    assert told_by(read) == [
        (("1",), "Ja."),
        (("2", "3"), "Dat klopt. Het regende te weinig."),
        (("4",), "Dat is niet bekend."),
    ]
    assert [link.link for link in read.question_answers] == ["direct", "grouped", "grouped", "direct"]


def test_who_answers_belongs_to_no_answer_and_the_notes_above_to_no_question() -> None:
    read = document("1\nJa.\n\n2 t/m 4\nDat is niet bekend.\n")
    label = next(segment for segment in read.segments if segment.role == "answer_label")
    assert read.text[label.start : label.end].startswith("Antwoord van minister Bedacht")
    assert label.answer is None
    assert [note.text for note in read.footnotes] == ["De Verzonnen Courant, 10 maart 2008"]


@pytest.mark.parametrize("shape", ["{} ", "{}. ", "{}) "])
def test_a_list_inside_an_answer_is_part_of_it(shape: str) -> None:
    items = ("de rechtbank toetst;", "de raad toetst;", "de minister beslist.")
    listed = "Het volgende geldt:\n" + "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
    answers = ["Ja.", listed, "Nee.", listed]
    read = document("\n\n".join(shape.format(n) + text for n, text in enumerate(answers, 1)) + "\n")
    assert told_by(read) == [((str(n),), text) for n, text in enumerate(answers, 1)]


def test_numbers_that_do_not_count_the_questions_are_no_answers() -> None:
    listed = "Er zijn vijf oorzaken.\n\n" + "\n\n".join(f"{n}. Oorzaak {n}." for n in range(1, 6))
    assert [numbers for numbers, _ in told_by(document(listed))] == [("1", "2", "3", "4")]


def test_a_hostile_number_of_labels_is_read() -> None:
    read = document("".join(f"{n}. Nee.\n\n" for n in range(1, 5)) + "1. Ja.\n" * 5000)
    assert len(read.questions) == len(QUESTIONS)


@pytest.mark.parametrize(
    "asked", ["1\nWat kost baggeren?\n\n", "1\nWilt u baggeren.\n\n2\nWat kost dat?\n\n"]
)
def test_so_are_they_below_a_single_question(asked: str) -> None:
    told = "".join(f"{n}\nWat {n} betreft: dat is verzonnen.\n\n" for n in range(1, asked.count("\n\n") + 1))
    read = kamervragen.read(f"{HEADER}{asked}{ANSWERED}{told}")
    assert [answer.question_numbers for answer in read.answers] == [(q.number,) for q in read.questions]
    assert read.answers[0].text == "Wat 1 betreft: dat is verzonnen."


def test_a_list_that_opens_the_answer_to_a_single_question_is_a_list() -> None:
    read = kamervragen.read(
        f"{HEADER}1\nWat kost baggeren?\n\n{ANSWERED}1. Verzonnen schepen;\n2. Verzonnen netten.\n"
    )
    assert len(read.answers) == 1
    assert read.answers[0].text.startswith("1.")


@pytest.mark.parametrize("answered", [ANSWERED, ANSWERED.rstrip() + "\n", ANSWERED.replace(". (", ".\n(")])
@pytest.mark.parametrize("count", [1, 4])
def test_who_answers_is_the_label_of_one_answer_to_all(count: int, answered: str) -> None:
    asked = "".join(f"{n}\n{text}\n\n" for n, text in enumerate(QUESTIONS[:count], 1))
    read = kamervragen.read(f"{HEADER}{asked}{answered}Baggeren kost verzonnen geld.\n")
    numbers = tuple(str(n) for n in range(1, count + 1))
    assert told_by(read) == [(numbers, "Baggeren kost verzonnen geld.")]


def test_who_answers_in_the_head_labels_nothing() -> None:
    head = HEADER.replace("Vaart.", "vraag «Wie baggert?».") + ANSWERED
    asked = "".join(f"Vraag {n}\n{text}\n\nAntwoord {n}\nJa.\n\n" for n, text in enumerate(QUESTIONS, 1))
    read = kamervragen.read(head + asked)
    assert told_by(read) == [((str(n),), "Ja.") for n in range(1, 5)]
