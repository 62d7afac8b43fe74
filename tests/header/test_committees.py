"""Committees that ask, the Court of Audit that answers, answers announced below the questions (invented)."""

from datetime import date

import pytest

from kamervragen.document import Participant
from kamervragen.header import read_header

from .reading_of import askers_of, header_of, respondents_of

COURT_OF_AUDIT = Participant("respondent", "Algemene Rekenkamer")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vragen van de vaste commissie voor Financiën aan de minister", "vaste commissie voor Financiën"),
        (
            "antwoorden op de door de Vaste Commissie van EZK gestelde vragen over mist",
            "Vaste Commissie van EZK",
        ),
        (
            "antwoorden op de door devaste commissie voor Defensiegestelde vragen",
            "vaste commissie voor Defensie",
        ),
        ("vragen die de commissie Financiën heeft gesteld over ons rapport", "commissie Financiën"),
        (
            "Bij brief van 3 mei 2009 heeft u namens de commissie voor de Rijksuitgaven vragen voorgelegd",
            "commissie voor de Rijksuitgaven",
        ),
        (
            "De vaste commissie voor Volksgezondheid, Welzijn en Sport heeft een aantal vragen voorgelegd",
            "vaste commissie voor Volksgezondheid, Welzijn en Sport",
        ),
        (
            "Op 3 mei 2024 heeft de vaste commissie voor Digitale Zaken ons vragen gesteld over mist",
            "vaste commissie voor Digitale Zaken",
        ),
        (
            "de door de tijdelijke commissie mist en nevel gestelde vragen",
            "tijdelijke commissie mist en nevel",
        ),
        ("Vragen van het lid Jansen (VVD) over de vaste commissie voor Financiën", "Jansen"),
        ("Het rapport van de commissie Voorbeeld is verschenen.", ""),
    ],
)
def test_committees(sentence: str, expected: str) -> None:
    assert askers_of(header_of(sentence + "\n\n")).split("/")[0] == expected


LIST = """36 900 X Voorbeeldbegroting van het Ministerie van Defensie voor het jaar 2026

Nr. 12 LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld d.d. 4 november 2025

De vaste commissie voor Defensie heeft een aantal vragen voorgelegd aan de minister en de
staatssecretaris van Defensie over de brief van 3 oktober 2025 over mist (Kamerstuk 39 900 X, nr. 3).
De minister heeft deze vragen beantwoord bij brief van 3 november 2025.

De voorzitter van de commissie,
Jansen

"""


def test_list_of_questions_and_answers() -> None:
    header = header_of(LIST)
    assert (header.document_type, header.publication_id, header.session_year) == ("answers", None, None)
    assert header.answered_on == date(2025, 11, 3)
    assert askers_of(header) == "vaste commissie voor Defensie/None"
    assert respondents_of(header) == "Minister:Defensie; Staatssecretaris:Defensie"
    assert header_of(LIST.replace("De minister heeft", "Men heeft")).participants[1:] == ()


def test_the_parliamentary_year_over_a_list() -> None:
    header = header_of("Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2025–2026\n" + LIST)
    assert (header.session_year, header.answered_on) == ("2025-2026", date(2025, 11, 3))


def test_questions_put_to_the_court_of_audit() -> None:
    text = "Vragen van de vaste commissie voor Financiën aan de Algemene Rekenkamer over "
    header = header_of(text + "het Voorbeeldrapport mist\n\nNr\tVraag\n", 3, 0)
    assert (header.document_type, header.title) == ("questions", "het Voorbeeldrapport mist")
    assert header.participants[1:] == (COURT_OF_AUDIT,)


@pytest.mark.parametrize(
    "text",
    [
        "Geachte voorzitter,\nHierbij onze antwoorden.\nAlgemene Rekenkamer\nA.B. de Boer,\npresident\n",
        "2/3 Antwoorden Algemene Rekenkamer bij vragen van de Tweede Kamer over mist\n",
        "Hierbij onze antwoorden. Antwoorden van de Algemene Rekenkamer op vragen over mist ",
    ],
)
def test_the_court_of_audit_answers(text: str) -> None:
    assert header_of(text).participants == (COURT_OF_AUDIT,)


PRINTED_BEFORE_2010 = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 1997–1998 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
1234
Vragen van het lid Jansen (PvdA) aan de minister van Volkshuisvesting, Ruimtelijke
Ordening en Milieubeheer over mist boven Voorbeelddorp. (Ingezonden 8 augustus 1998)
"""
QUESTIONS_ABOVE = """1
Kent u het bericht «Mist»?
2
Waarom mist? Zie het Antwoord van minister Smit (Defensie) (ontvangen 3 mei 1998).
Antwoord van staatssecretaris De Boer (Volkshuisvesting, Ruimtelijke Ordening
en Milieubeheer), mede namens de minister van Justitie. (Ontvangen 16 september 1998) Zie ook
Aanhangsel Handelingen nr. 1, vergaderjaar 1998–1999
1
Ja.
2
Dat weet ik niet.
"""


def test_the_answer_is_announced_below_the_questions() -> None:
    text = PRINTED_BEFORE_2010 + QUESTIONS_ABOVE
    header = read_header(text, len(PRINTED_BEFORE_2010), question_count=2, answer_count=2)
    assert (header.submitted_on, header.answered_on) == (date(1998, 8, 8), date(1998, 9, 16))
    assert respondents_of(header) == (
        "Staatssecretaris:Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer:De Boer; Minister:Justitie:+"
    )
    assert (header.publication_id, header.title) == ("ah-tk-19971998-1234", "mist boven Voorbeelddorp")
    text = text.replace("Antwoord van staats", "Mededeling van staats")
    notice = read_header(text, len(PRINTED_BEFORE_2010), question_count=2, answer_count=0)
    assert notice.document_type == "postponement"
