"""Whole headers of invented documents, in every form they come in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.document import Header, Participant
from kamervragen.header import read_header
from kamervragen.header.dates import MONTHS
from kamervragen.header.names import TOOI_MINISTRY

from . import samples


def header(text: str, questions: int = 2, answers: int = 2, rest: str = "") -> Header:
    return read_header(text + rest, len(text), question_count=questions, answer_count=answers)


def minister(
    ministry: str, identifier: str | None, name: str | None = None, *, behalf: bool = False
) -> Participant:
    address = TOOI_MINISTRY + identifier if identifier else None
    return Participant("respondent", name, None, "Minister", ministry, address, behalf)


def test_published_answer() -> None:
    assert header(samples.PUBLISHED_ANSWER) == Header(
        document_type="answers",
        publication_id="ah-tk-20222023-387",
        session_year="2022-2023",
        case_number=None,
        title="het voorbeeld «Mist over het weiland: over land en water»",
        submitted_on=date(2022, 10, 13),
        answered_on=date(2022, 11, 8),
        participants=(
            Participant("asker", "Jansen", "GroenLinks-PvdA"),
            Participant("asker", "De Vries", "GroenLinks-PvdA"),
            Participant("asker", "Maas", "BBB"),
            minister("Onderwijs, Cultuur en Wetenschap", "mnre1109", "De Boer"),
            minister("Financiën", "mnre1090", behalf=True),
        ),
    )


def test_all_line_ends_lost() -> None:
    assert header(samples.PUBLISHED_ANSWER.replace("\n", " ")) == header(samples.PUBLISHED_ANSWER)


def test_an_empty_line_after_every_line() -> None:
    assert header(samples.PUBLISHED_ANSWER.replace("\n", "\n\n")) == header(samples.PUBLISHED_ANSWER)


def test_spaces_in_wide_words_and_windows_line_ends() -> None:
    spread = (
        samples.PUBLISHED_ANSWER.replace("Vragen", "V ragen").replace("\n", "\r\n").replace(" ", "\u00a0")
    )
    assert header(spread) == header(samples.PUBLISHED_ANSWER)


def test_a_title_may_speak_of_answers_that_are_late() -> None:
    text = samples.QUESTIONS.replace(
        "over\nmist", "over\nvragen die niet tijdig worden beantwoord door de raad"
    )
    assert header(text, 3, 0).title == "vragen die niet tijdig worden beantwoord door de raad"


def test_notes_in_the_header_are_not_read() -> None:
    noted = samples.PUBLISHED_ANSWER.replace("weiland", "weiland[footnoteRef:1] [1:  Zie 1 mei 1999 ]")
    start = noted.index("[footnoteRef")
    notes = [(start, noted.index(" ]", start) + 2)]
    read = read_header(noted, len(noted), question_count=1, answer_count=1, notes=notes)
    assert read == header(samples.PUBLISHED_ANSWER)


def test_published_notice_of_delay() -> None:
    rest = "Vraag 1\nWaarom?\nMededeling\nDe vragen (2022Z01234) kunnen niet tijdig worden beantwoord.\n"
    read = header(samples.POSTPONEMENT, 1, 1, rest)
    assert read.document_type == "postponement"
    assert read.publication_id == "ah-tk-20222023-388"
    assert read.case_number == "2022Z01234"
    assert read.answered_on == date(2022, 11, 8)


def test_answer_under_its_own_notice_of_delay() -> None:
    text = samples.POSTPONEMENT + "Antwoord van Minister De Boer (Defensie) (ontvangen 1 december 2022).\n"
    read = header(text)
    assert (read.document_type, read.answered_on) == ("answers", date(2022, 12, 1))


def test_number_and_day_give_the_session_year() -> None:
    assert header(samples.WORD_ANSWER) == Header(
        document_type="answers",
        publication_id="ah-tk-20222023-604",
        session_year="2022-2023",
        case_number="2022Z17972",
        answered_on=date(2022, 12, 20),
        participants=(minister("Defensie", "mnre1018", "De Boer"),),
    )


def test_markdown_heading_number() -> None:
    text = "### 387\n\n**Vragen van het lid Maas (BBB) aan de Minister van Defensie over mist "
    text += "(ingezonden 3 mei 2022).**\n\n"
    text += "**Antwoord van Minister De Boer (Defensie) (ontvangen 1 juni 2022).**\n"
    read = header(text)
    assert (read.publication_id, read.session_year, read.title) == ("ah-tk-20212022-387", "2021-2022", "mist")


def test_questions_are_put_to_the_respondents() -> None:
    assert header(samples.QUESTIONS, 3, 0) == Header(
        document_type="questions",
        publication_id="kv-tk-2022Z18775",
        session_year="2022-2023",
        case_number="2022Z18775",
        title="mist",
        submitted_on=date(2022, 12, 19),
        answered_on=None,
        participants=(
            Participant("asker", "Jansen", "VVD"),
            Participant(
                "respondent", None, None, "Staatssecretaris", "Financiën", TOOI_MINISTRY + "mnre1090"
            ),
        ),
    )


def test_an_answer_without_who_answers_does_not_name_who_was_asked() -> None:
    text = "Vragen van het lid Jansen (VVD) aan de Minister van Defensie over mist (ingezonden 3 mei 2022).\n"
    assert [person.role for person in header(text).participants] == ["asker"]


def test_letter() -> None:
    assert header(samples.LETTER) == Header(
        document_type="answers",
        case_number="2022Z04567",
        title="mist in het weiland",
        submitted_on=date(2022, 3, 8),
        answered_on=date(2022, 5, 16),
        participants=(
            Participant("asker", "Jansen", "VVD"),
            minister("Justitie en Veiligheid", "mnre1058", "D. de Boer-Maas"),
            minister("Financiën", "mnre1090", behalf=True),
        ),
    )


def test_letter_of_the_court_of_audit() -> None:
    assert header(samples.COURT_OF_AUDIT) == Header(
        document_type="answers",
        title="de Resultaten voorbeeldonderzoek 2022",
        answered_on=date(2023, 6, 6),
        participants=(
            Participant("asker", "Vaste commissie voor Defensie"),
            Participant("respondent", "Algemene Rekenkamer"),
        ),
    )


def test_letter_that_the_answer_will_be_late() -> None:
    read = header(samples.LATE_LETTER, 0, 0)
    assert (read.document_type, read.title, read.case_number) == ("postponement", "mist", "2024Z01234")
    assert (read.submitted_on, read.answered_on) == (date(2024, 5, 13), date(2024, 6, 3))
    last = read.participants[-1]
    assert (last.name, last.ministry) == ("Anna de Boer", "Volksgezondheid, Welzijn en Sport")


@pytest.mark.parametrize(
    "signature",
    [
        "De minister van Defensie,\n\n\n\nA.B. de Boer\n",
        "de minister van Defensie,\nA.B. de Boer\n",
        "A.B. de Boer\nMinister van Defensie\n",
        "de minister van Defensie,\nJeugd en Gezin,\n\nA.B. de Boer\n",
    ],
)
def test_signatures(signature: str) -> None:
    letter = f"Geachte voorzitter,\n\nHierbij de antwoorden.\n\nHoogachtend,\n\n{signature}\n"
    assert header(letter).participants == (minister("Defensie", "mnre1018", "A.B. de Boer"),)
    at_the_end = read_header("Vraag 1\nAntwoord 1\n\n" + signature, 0, question_count=1, answer_count=1)
    assert at_the_end.participants == (minister("Defensie", "mnre1018", "A.B. de Boer"),)


def test_two_names_beside_each_other_are_nobodys() -> None:
    letter = "De minister van Defensie,\tDe minister van Financiën,\n\n\nA.B. de Boer\tC. Maas\n"
    assert {(person.ministry, person.name) for person in header(letter).participants} == {
        ("Defensie", None),
        ("Financiën", None),
    }


def test_a_line_that_begins_with_an_office_is_no_signature() -> None:
    letter = "Het rapport is gedeeld met de\nminister van Defensie\nen met de raad.\n\n"
    assert header(letter).participants == ()


def test_the_foot_of_the_page_gives_the_id() -> None:
    foot = "\nah-tk-20222023-593\nISSN 0921 - 7398\n’s-Gravenhage 2022 "
    foot += "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1\n"
    read = header("", rest="Vraag 1\nWaarom (ah-tk-20212022-1)?\nAntwoord 1\nDaarom." + foot)
    assert (read.publication_id, read.session_year) == ("ah-tk-20222023-593", "2022-2023")


@pytest.mark.parametrize(
    "cited",
    [
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 528",
        "Tweede Kamer, vergaderjaar 2017–2018, 34 775, nr. 76",
        "Tweede Kamer, vergaderjaar 2017–2018, Aanhangsel van de Handelingen, nr. 76",
        "Eerdere vragen van mijn hand (vraagnummer 2022Z00001)",
    ],
)
def test_numbers_of_other_documents_are_not_its_own(cited: str) -> None:
    assert header(cited + "\n\n", rest="1. Waarom?\n" + cited) == Header(document_type="answers")


@pytest.mark.parametrize(
    ("text", "questions", "answers", "kind"),
    [
        ("", 0, 0, "other"),
        ("", 3, 0, "questions"),
        ("", 3, 3, "answers"),
        (samples.QUESTIONS, 0, 0, "questions"),
        (samples.LETTER, 0, 0, "other"),
        (samples.LETTER, 3, 0, "answers"),
        ("Geachte voorzitter, hierbij de begroting.", 0, 0, "other"),
    ],
)
def test_document_type(text: str, questions: int, answers: int, kind: str) -> None:
    assert header(text, questions, answers).document_type == kind


names = st.sampled_from(["Jansen", "De Vries", "Van der Maas", "Bakker-Smit", "El Idrissi", "Van ’t Hof"])
parties = st.sampled_from(["VVD", "GroenLinks-PvdA", "Nieuw Sociaal Contract", "D66", "Partij van Morgen"])
ministries = st.lists(
    st.sampled_from(
        [
            "Defensie",
            "Financiën",
            "Onderwijs, Cultuur en Wetenschap",
            "Justitie en Veiligheid",
            "Asiel en Migratie",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


def wrapped(text: str, width: int) -> str:
    lines: list[str] = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@given(
    st.lists(
        st.tuples(st.lists(names, min_size=1, max_size=3, unique=True), parties), min_size=1, max_size=4
    ),
    ministries,
    st.dates(date(2018, 1, 1), date(2030, 12, 31)),
    st.integers(20, 100),
)
def test_any_statement_is_read_back(
    groups: list[tuple[list[str], str]], asked: list[str], day: date, width: int
) -> None:
    month = next(name for name, number in MONTHS.items() if number == day.month)
    who = ", ".join(f"{', '.join(members)} ({group})" for members, group in groups)
    whom = "Minister van " + asked[0] if len(asked) == 1 else "Ministers van " + " en van ".join(asked)
    text = f"Vragen van de leden {who} aan de {whom} over mist (ingezonden {day.day} {month} {day.year})."
    read = header(wrapped(text, width), 1, 0)
    assert [(one.name, one.party) for one in read.participants if one.role == "asker"] == [
        (member, group) for members, group in groups for member in members
    ]
    assert [one.ministry for one in read.participants if one.role == "respondent"] == asked
    assert (read.title, read.submitted_on) == ("mist", day)


@given(
    st.text(max_size=300), st.integers(-5, 400), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)))
)
def test_never_raises(text: str, body_start: int, notes: list[tuple[int, int]]) -> None:
    read_header(text, body_start, question_count=0, answer_count=0, notes=notes)


PIECES = (
    "Vragen van |de leden |Jansen |(VVD) |aan de |Minister|s van |Defensie|, | en |\n|Antwoord van |"
    "(ontvangen |3 mei 2024|) |over |namens |AH 604\n|2024Z12345|1\n|– |Mededeling|Datum\n|Betreft |"
    "uw brief van |ah-tk-20242025-1\n|vergaderjaar 2024–2025 |\x00|İ"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=60).map("".join), st.booleans())
def test_never_raises_on_shuffled_headers(text: str, answered: bool) -> None:
    read = read_header(text, len(text), question_count=1, answer_count=int(answered))
    assert all(
        value != "" for person in read.participants for value in (person.name, person.party, person.ministry)
    )
    assert read.title != ""


def test_looks_at_a_bounded_part_only() -> None:
    flood = "Vragen van het lid Jansen (" * 40_000
    far = header(samples.LETTER + flood + samples.PUBLISHED_ANSWER * 3)
    assert far.case_number == "2022Z04567"
    assert far.publication_id is None
