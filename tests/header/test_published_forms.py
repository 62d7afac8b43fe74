"""Published headers (Voorbeelddocument) in the forms that printers and extractors give them."""

from datetime import date
from pathlib import Path

import pytest

from kamervragen.document import Header
from kamervragen.header import read_header

from .reading_of import askers_of, header_of, respondents_of

MASTHEAD = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2023–2024 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
1234
"""
MASTHEAD_OF_QUESTIONS = """Tweede Kamer der Staten-Generaal2
Vergaderjaar 2023–2024 Vragen gesteld door de leden der Kamer

2024Z08123
"""
ASKED = "Vragen van het lid Smit (VVD) aan de Minister van Defensie over mist (ingezonden 3 mei 2024).\n"
ANSWERED = "Antwoord van Minister De Boer (Defensie) (ontvangen 4 juni 2024).\n"


def forms(part: str) -> list[tuple[str, str]]:
    """The printed forms of one part, and what is expected of each."""
    lines = (Path(__file__).parent / "forms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "part\t"))]
    return [(printed.replace("\\n", "\n"), expected) for name, printed, expected in rows if name == part]


def assert_rest_is_read(header: Header) -> None:
    """Whatever one part looks like, the others are read."""
    assert header.publication_id == "ah-tk-20232024-1234"
    assert (header.session_year, header.title) == ("2023-2024", "mist")
    assert (header.submitted_on, header.answered_on) == (date(2024, 5, 3), date(2024, 6, 4))


@pytest.mark.parametrize(("printed", "expected"), forms("askers"))
def test_who_asks(printed: str, expected: str) -> None:
    header = header_of(MASTHEAD + ASKED.replace("het lid Smit (VVD)", printed) + ANSWERED)
    assert askers_of(header) == expected
    assert respondents_of(header) == "Minister:Defensie:De Boer"
    assert_rest_is_read(header)


OPENINGS = """Vragen van,Nadere vragen van,Aanvullende vragen van,Schriftelijke vragen van,
Mondelinge vragen van,Vervolgvragen van,Vragen gesteld door,Vragen,Herhaalde vragen van,Vraag van,
Vragenvan,V ragen van,VRAGEN van,Spoedvragen van,Vragen. gesteld door,Gezamenlijke vragen van"""


@pytest.mark.parametrize("opening", OPENINGS.replace("\n", "").split(","))
def test_words_before_the_askers(opening: str) -> None:
    header = header_of(MASTHEAD + ASKED.replace("Vragen van", opening) + ANSWERED)
    assert askers_of(header) == "Smit/VVD"
    assert_rest_is_read(header)


@pytest.mark.parametrize(("printed", "expected"), forms("answers"))
def test_who_answers(printed: str, expected: str) -> None:
    header = header_of(f"{MASTHEAD}{ASKED}{printed} (ontvangen 4 juni 2024).\n")
    assert respondents_of(header) == expected
    assert header.document_type == ("postponement" if "mededeling" in printed.lower() else "answers")
    assert_rest_is_read(header)


@pytest.mark.parametrize(("printed", "expected"), forms("put to"))
def test_whom_questions_are_put_to(printed: str, expected: str) -> None:
    header = header_of(MASTHEAD_OF_QUESTIONS + ASKED.replace("de Minister van Defensie", printed), 3, 0)
    assert respondents_of(header) == expected
    assert (header.document_type, header.publication_id) == ("questions", "kv-tk-2024Z08123")
    assert (header.title, header.submitted_on) == ("mist", date(2024, 5, 3))


SUBJECTS = [
    "de overeenkomst tussen Nederland en Duitsland over gas",
    "het bericht «Over en uit: over de brug»",
    "het bericht «Vragen van het lid Bakker (SP) over mist»",
    "mist in 2023 en de brief van 3 april 2024 (Kamerstuk 30 000, nr. 12)",
    "uitspraken van de Minister van Financiën over mist",
    "het rapport «Mist boven land. Een verkenning»",
    "100.000 meter mist",
    "het artikel «Antwoord van Minister De Boer op mist»",
    "het feit dat vragen niet tijdig worden beantwoord",
    "de beantwoording van vragen over mist, nevel en over het weer",
    "de beantwoording van eerdere vragen over mist (ingezonden 3 mei 2019)",
    "het bericht «Mist in de straat (ingezonden brief)»",
    "een ingezonden brief van 3 mei 2019 over mist",
    "15.000 meter mist",
    "uitzendingen op TV over mist",
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_subjects(subject: str) -> None:
    header = header_of(MASTHEAD + ASKED.replace("mist", subject) + ANSWERED)
    assert (header.title, header.document_type) == (subject, "answers")
    assert askers_of(header) == "Smit/VVD"
    assert respondents_of(header) == "Minister:Defensie:De Boer"
    only_questions = header_of("2024Z08123\n\n" + ASKED.replace("mist", subject), 3, 0)
    assert (only_questions.title, only_questions.document_type) == (subject, "questions")


@pytest.mark.parametrize(
    "about", ["over", "inzake", "betreffende", "omtrent", "naar aanleiding van", "m.b.t."]
)
def test_words_before_the_subject(about: str) -> None:
    assert header_of(MASTHEAD + ASKED.replace("over", about) + ANSWERED).title == "mist"


OFFICES_BEFORE = ["Buitenlandse Zaken", "SZW", "Getijden en Mist", "Jeugd, Preventie en Sport"]


@pytest.mark.parametrize("ministry", OFFICES_BEFORE)
@pytest.mark.parametrize("subject", ["het weer", "«Wat nu?»", "15.000 meter", "Mist", "kritiek op mist"])
def test_the_space_before_over_is_lost(ministry: str, subject: str) -> None:
    asked = ASKED.replace("Defensie over mist", f"{ministry}over {subject}")
    header = header_of(MASTHEAD_OF_QUESTIONS + asked, 3, 0)
    assert (header.title, respondents_of(header)) == (subject, f"Minister:{ministry}")


def test_no_space_behind_over_before_a_figure() -> None:
    header = header_of(MASTHEAD + ASKED.replace("over mist", "over15.000 meter mist") + ANSWERED)
    assert header.title == "15.000 meter mist"


def test_the_figure_of_a_party_is_no_note_mark() -> None:
    text = MASTHEAD + ASKED.replace("VVD", "BIJ1") + ANSWERED
    mark = text.index("1)")
    read = read_header(text, len(text), question_count=2, answer_count=2, notes=[(mark, mark + 1)])
    assert askers_of(read) == "Smit/BIJ1"


@pytest.mark.parametrize("top", ["AH 604 herdruk\n2024Z08123", "AH 604 (herdruk)", "AH 604 - 2024Z08123"])
def test_the_number_over_an_answer_from_word(top: str) -> None:
    assert header_of(f"{top}\n\n{ANSWERED}").publication_id == "ah-tk-20232024-604"


def test_a_subject_that_asks_is_not_the_first_question() -> None:
    statement = "Vragen van het lid Smit (VVD) aan de minister van Defensie over het bericht ‘Mist?’"
    top = "2024Z08123\n\n(ingezonden 3 mei 2024)\n\n"
    text = f"{top}{statement}\n\nWaarom mist het?\n"
    read = read_header(text, len(top), question_count=2, answer_count=0)
    assert read == header_of(f"{top}{statement}\n\n", 2, 0)
    assert (askers_of(read), read.title) == ("Smit/VVD", "het bericht ‘Mist?’")


DAYS_OF_MAY = [
    "3 mei 2024", "op 3 mei 2024", "d.d. 3 mei 2024", ": 3 mei 2024", "3-5-2024", "03/05/2024", "3 mei ’24",
    "3 mei2024", "3mei 2024", "3\nmei\n2024", "vrijdag 3 mei 2024", "3 mei 2O24", "drie mei 2024",
    "3 rnei 2024", "3 Mei 2024", "3 mei 20 24", "3 mei 2024; 2024Z08123",
]  # fmt: skip


@pytest.mark.parametrize("printed", DAYS_OF_MAY)
@pytest.mark.parametrize("space", [" ", "", "\n", "\u00a0"])
def test_days(printed: str, space: str) -> None:
    space = space if printed[0].isdigit() else space or " "
    asked = ASKED.replace("ingezonden 3 mei 2024", f"ingezonden{space}{printed}")
    assert header_of(MASTHEAD + asked + ANSWERED).submitted_on == date(2024, 5, 3)
    answered = ANSWERED.replace("ontvangen 4 juni 2024", f"ontvangen{space}{printed}")
    assert header_of(MASTHEAD + ASKED + answered).answered_on == date(2024, 5, 3)


@pytest.mark.parametrize(
    "word", ["in-\ngezonden", "inge-\nzonden", "Ingezonden", "ingezoden", "ingzonden", "toegezonden"]
)
def test_the_word_before_the_day_of_submission(word: str) -> None:
    header = header_of(MASTHEAD + ASKED.replace("ingezonden", word) + ANSWERED)
    assert_rest_is_read(header)


@pytest.mark.parametrize(
    "word", ["ont-\nvangen", "Ontvangen", "onvangen", "ontvagen", "(ontvangen", "ontvangen d.d."]
)
def test_the_word_before_the_day_of_receipt(word: str) -> None:
    assert_rest_is_read(header_of(MASTHEAD + ASKED + ANSWERED.replace("ontvangen", word)))


@pytest.mark.parametrize("printed", ["29 februari 2023", "3 met 2024", "3 mei", "mei 2024"])
def test_no_day_is_made_up(printed: str) -> None:
    header = header_of(MASTHEAD + ASKED.replace("3 mei 2024", printed) + ANSWERED)
    assert (header.submitted_on, header.answered_on) == (None, date(2024, 6, 4))


def test_a_case_number_may_stand_before_the_day() -> None:
    asked = ASKED.replace("(ingezonden", "(2024Z08123, ingezonden")
    assert_rest_is_read(header_of(MASTHEAD + asked + ANSWERED))


SCANNED = [
    ("Vragen", "Vragcn"),
    ("het lid", "hct lid"),
    ("van het", "vari het"),
    ("aan", "aari"),
    ("Minister", "Mlnister"),
    ("Minister", "Minisfer"),
    ("Antwoord", "Antwoorcl"),
    ("ingezonden", "ingezondén"),
    ("ontvangen", "ontvangeri"),
    ("ontvangen", "onfvangen"),
    ("3 mei", "3 mel"),
    ("4 juni", "4 jurii"),
    ("4 juni", "4 junl"),
    ("(VVD)", "{VVD]"),
]


@pytest.mark.parametrize(("printed", "scanned"), SCANNED)
def test_scanners_misread_letters(printed: str, scanned: str) -> None:
    header = header_of(MASTHEAD + (ASKED + ANSWERED).replace(printed, scanned))
    assert (askers_of(header), respondents_of(header)) == ("Smit/VVD", "Minister:Defensie:De Boer")
    assert_rest_is_read(header)


def test_words_that_look_like_misread_ones_are_left_alone() -> None:
    subject = "vlagen van mist op DC en CN, en over de ministeries van Vari"
    assert header_of(MASTHEAD + ASKED.replace("mist", subject) + ANSWERED).title == subject
