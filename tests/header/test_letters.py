"""Letters (Voorbeelddocument): how they open, are dated, signed, and say that an answer will be late."""

from datetime import date
from pathlib import Path

import pytest

from kamervragen.document import Header

from .reading_of import askers_of, header_of, respondents_of


def sentences(kind: str) -> list[str]:
    """The invented sentences of one kind, from `letters.txt`."""
    blocks = (Path(__file__).parent / "letters.txt").read_text(encoding="utf-8").split("# ")
    return next(block.splitlines()[1:] for block in blocks if block.startswith(f"{kind}\n"))


LETTERHEAD = """> Retouradres Postbus 20901 2500 EX  Den Haag

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

{dated}
Directie Voorbeelden
Voorbeeldmarkt 147
Ons kenmerk
5409166

Geachte voorzitter,

"""
DATED = "Datum\t4 juni 2024\nBetreft\tBeantwoording Kamervragen over mist\n"
OPENING = (
    "Hierbij zend ik u de antwoorden op de vragen van het lid Smit (VVD) over mist. "
    "Deze vragen werden ingezonden op 3 mei 2024 met kenmerk 2024Z08123."
)
SIGNED = "De minister van Defensie,\n\n\n\nA.B. de Boer"


def letter(
    opening: str = OPENING, *, dated: str = DATED, signed: str = SIGNED, questions: int = 2, answers: int = 2
) -> Header:
    text = f"{LETTERHEAD.format(dated=dated)}{opening}\n\nHoogachtend,\n\n{signed}\n\n"
    return header_of(text, questions, answers)


OPENINGS = sentences("openings")


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("at", [" de ", " van ", " op ", " het "])
def test_openings(opening: str, at: str) -> None:
    for printed in (opening, opening.replace(at, f"{at.rstrip()}\n")):
        header = letter(printed)
        assert (header.document_type, header.title) == ("answers", "mist")
        assert (header.submitted_on, header.answered_on) == (date(2024, 5, 3), date(2024, 6, 4))
        assert header.case_number == ("2024Z08123" if "2024Z08123" in printed else None)
        assert (header.publication_id, header.session_year) == (None, None)
        assert askers_of(header) == "Smit/VVD"
        assert respondents_of(header) == "Minister:Defensie:A.B. de Boer"


def test_questions_of_others_do_not_give_the_day() -> None:
    opening = (
        "Het lid Smit (VVD) verwijst in zijn vragen over mist naar eerdere vragen, ingezonden op 3 mei 2024."
    )
    assert letter(opening).submitted_on is None


YOUR_LETTER = (
    "In antwoord op uw brief van 3 mei 2024, nr. 2024Z08123, deel ik u mede dat de vragen van het lid Smit "
    "(VVD) over {} worden beantwoord zoals aangegeven in de bijlage."
)


@pytest.mark.parametrize(
    "subject",
    [
        "antwoorden op eerdere vragen over nevel",
        "een ingezonden brief in de krant van 3 april 2019",
        "vragen die zijn ingezonden door burgers",
        "de beantwoording van eerdere vragen over nevel (ingezonden 3 april 2019)",
    ],
)
def test_a_subject_that_speaks_of_other_questions(subject: str) -> None:
    header = letter(YOUR_LETTER.format(subject), dated=f"Datum 4 juni 2024\nBetreft Vragen over {subject}\n")
    assert (header.submitted_on, header.case_number) == (date(2024, 5, 3), "2024Z08123")


def test_ingezonden_within_a_subject() -> None:
    subject = "een ingezonden brief in de krant van 3 april 2019"
    assert letter(YOUR_LETTER.format(subject)).title == subject


def test_the_annex_may_tell_when_questions_were_received() -> None:
    annex = "\n\nAntwoorden van de minister van Defensie op Kamervragen over mist (ontvangen 3 mei 2024)\n"
    header = letter(signed=SIGNED + annex)
    assert (header.submitted_on, header.answered_on) == (date(2024, 5, 3), date(2024, 6, 4))
    assert respondents_of(header) == "Minister:Defensie:A.B. de Boer"


def test_a_day_in_the_first_sentence_is_not_that_of_the_letter() -> None:
    opening = OPENING.replace("over mist", "over een uitzending d.d. 3 april 2019 over mist")
    assert header_of(f"{opening}\n\n{SIGNED}\n").answered_on is None


@pytest.mark.parametrize("subject", ["Kamervragen", "Beantwoording van schriftelijke vragen"])
def test_a_subject_line_that_names_no_subject(subject: str) -> None:
    opening = "Op 3 mei 2024 heeft het lid Smit (VVD) vragen gesteld over mist"
    annex = "\n\nVragen van het lid Smit (VVD) aan de minister van Defensie over mist\n"
    assert letter(opening, dated=f"4 juni 2024\nBetreft {subject}\n", signed=SIGNED + annex).title == "mist"


def test_the_page_number_below_the_subject() -> None:
    dated = "Datum 4 juni 2024\nBetreft Antwoorden op Kamervragen over mist\nPagina 1 van 3\nKenmerk 12\n"
    assert letter("Hierbij de antwoorden.", dated=dated).title == "mist"


def test_a_quoted_statement_names_no_askers() -> None:
    quoted = "Vragen over het bericht “Minister: vragen van het lid Bakker (SP) niet beantwoord”"
    assert askers_of(letter(dated=f"Datum 4 juni 2024\nBetreft {quoted}\n")) == "Smit/VVD"


def test_an_office_in_a_line_of_running_text_signs_nothing() -> None:
    opening = OPENING.replace("over mist", "over\nde minister van Financiën (ingezonden 3 mei 2024)")
    read = letter(opening, signed=f"Mede namens de minister van Justitie,\n\n{SIGNED}")
    assert respondents_of(read) == "Minister:Defensie:A.B. de Boer; Minister:Justitie:+"


def test_a_letter_with_an_empty_line_after_every_line() -> None:
    lines = [
        "Den Haag, 4 juni 2024",
        "Betreft: Vragen van het lid Smit (VVD) over mist",
        "Geachte voorzitter,",
    ]
    lines += [
        "In antwoord op uw brief van 3 mei 2024, kenmerk 12, de antwoorden.",
        "de minister voor Wonen en Rijksdienst",
        "drs. A. Maas",
    ]
    read = header_of("\n\n".join(lines) + "\n\n")
    assert (read.title, respondents_of(read)) == ("mist", "Minister:Wonen en Rijksdienst:drs. A. Maas")


@pytest.mark.parametrize("name", ["Anna Maas", "A.B. de Boer", "drs. A. (Anna) van Maas", "mr. A. Maas"])
def test_a_signature_where_line_ends_were_lost(name: str) -> None:
    annex = "Antwoorden op vragen van het lid Smit (VVD) over mist"
    text = f"{OPENING} Hoogachtend, de staatssecretaris van Defensie, {name} {annex} "
    assert respondents_of(header_of(text)) == f"Staatssecretaris:Defensie:{name}"


def test_the_subject_line_may_name_only_one_of_the_askers() -> None:
    dated = "Datum 4 juni 2024\nBetreft Beantwoording vragen van het lid Smit (VVD) c.s. over mist\n"
    opening = OPENING.replace("het lid Smit (VVD)", "de leden Smit (VVD), Bakker en Visser (beiden SP)")
    assert askers_of(letter(opening, dated=dated)) == "Smit/VVD; Bakker/SP; Visser/SP"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("mede namens de Staatssecretaris van Financiën", "Staatssecretaris:Financiën:+"),
        ("mede namens de minister-president", "Minister-President:None:+"),
        (
            "mede namens de ministers van Financiën en voor Rechtsbescherming",
            "Minister:Financiën:+; Minister:Rechtsbescherming:+",
        ),
        ("ook namens de minister van Financiën", "Minister:Financiën:+"),
    ],
)
def test_on_whose_behalf(said: str, expected: str) -> None:
    header = letter(OPENING.replace("ik u de", f"ik u, {said}, de"))
    assert respondents_of(header) == f"Minister:Defensie:A.B. de Boer; {expected}"
    assert askers_of(header) == "Smit/VVD"


DATES = [
    "Datum 4 juni 2024\nBetreft mist\n",
    "Datum: 4 juni 2024\n",
    "datum\n4 juni 2024\nbetreft\nmist\n",
    "D A T U M\n4 juni 2024\nB E T R E F T\nmist\n",
    "Den Haag, 4 juni 2024\n",
    "’s-Gravenhage, 4 juni 2024\n",
    "Voorbeelddorp, 4 juni 2024\n",
    "Den Haag 4 juni 2024\n",
    "Datum\nOns kenmerk\nUw kenmerk\n4 juni 2024\n123\n2024Z08123\n",
    "Oatum 4 juni 2024\n",
    "Daturn 4 juni 2O24\n",
    "| Datum | 4 juni 2024 |\n| Betreft | mist |\n",
    "**Datum** 4 juni 2024\n**Betreft** mist\n",
    "Datum 04-06-2024\n",
    "Datum 4 juni 2024 Betreft Antwoorden op vragen over mist Uw brief 3 mei 2024\n",
    "Uw brief van\n3 mei 2024\nDatum\n4 juni 2024\n",
    "Uw brief van\n3 mei 2024\n4 juni 2024\n",
    "Datum uw brief\n3 mei 2024\n4 juni 2024\n",
    "4 juni 2024\n",
    "dinsdag 4 juni 2024\n",
    "Datum dinsdag 4 juni 2024\n",
    "Datum 4 juni 20241\n",
    "Plaats en datum: Den Haag, 4 juni 2024\n",
    "Datum 4 ju-\nni 2024\n",
]


@pytest.mark.parametrize("dated", DATES)
def test_letterheads(dated: str) -> None:
    header = letter(dated=dated)
    assert (header.submitted_on, header.answered_on) == (date(2024, 5, 3), date(2024, 6, 4))
    assert header.title == "mist"


SIGNATURES = [
    ("DE MINISTER VAN DEFENSIE,\n\n\nA.B. de Boer", "Minister:DEFENSIE:A.B. de Boer"),
    ("de minister van Defensie\n\n\nAnna de Boer", "Minister:Defensie:Anna de Boer"),
    (
        "De minister van Defensie,\n\n\ndrs. ing. A.B. de Boer MA",
        "Minister:Defensie:drs. ing. A.B. de Boer MA",
    ),
    ("De minister van Defensie,\n\n\nProf. dr. A.B. de Boer", "Minister:Defensie:Prof. dr. A.B. de Boer"),
    ("De minister van Defensie,\n\n\nw.g.\n\nA.B. de Boer", "Minister:Defensie:A.B. de Boer"),
    ("De minister van Defensie,\n2/5\nA.B. (Anna) de Boer", "Minister:Defensie:A.B. (Anna) de Boer"),
    ("De minister van Defensie,\n\n\nmevrouw A.B. de Boer", "Minister:Defensie:mevrouw A.B. de Boer"),
    ("De minister van Defensie,\n\n\n\n\n\n\n\n\n\n\nA.B. van ’t Zand", "Minister:Defensie:A.B. van ’t Zand"),
    ("De minister van Defensie,\n\n\nA.B. Yes¸il-de Boer", "Minister:Defensie:A.B. Yeşil-de Boer"),
    ("De minister van Defensie, A.B. de Boer", "Minister:Defensie:A.B. de Boer"),
    ("A.B. de Boer\nMinister van Defensie", "Minister:Defensie:A.B. de Boer"),
    (
        "de Minister van\nInfrastructuur en Waterstaat,\n\nA. Maas",
        "Minister:Infrastructuur en Waterstaat:A. Maas",
    ),
    (
        "De minister van Financiën,\n\nA.B. de Boer\n\nDe staatssecretaris van Financiën,\n\nC.D. Maas",
        "Minister:Financiën:A.B. de Boer; Staatssecretaris:Financiën:C.D. Maas",
    ),
    (
        "De minister-president,\nminister van Algemene Zaken,\n\nA. Maas",
        "Minister-President:Algemene Zaken:A. Maas",
    ),
    ("De viceminister-president,\nminister van Defensie,\n\nA. Maas", "Minister:Defensie:A. Maas"),
    (
        "De minister van Defensie,\nmede namens de minister van Financiën,\n\n\nA.B. de Boer",
        "Minister:Defensie:A.B. de Boer; Minister:Financiën:+",
    ),
    (
        "Mede namens de minister van Financiën,\n\nde minister van Defensie,\n\n\nA.B. de Boer",
        "Minister:Defensie:A.B. de Boer; Minister:Financiën:+",
    ),
    (
        "De staatssecretaris Jeugd, Preventie en Sport,\n\nA. Maas",
        "Staatssecretaris:Jeugd, Preventie en Sport:A. Maas",
    ),
    ("De minister van Financiën,\n\nAnna Maas", "Minister:Financiën:Anna Maas"),
    ("De minister voor Mist en Nevel,\n\nAnna Maas", "Minister:Mist en Nevel:Anna Maas"),
    ("De minister van Financiën, Anna Maas", "Minister:Financiën:Anna Maas"),
    (
        "De minister voor Buitenlandse Handel en Ontwikkelingssamenwerking, Anna Maas",
        "Minister:Buitenlandse Handel en Ontwikkelingssamenwerking:Anna Maas",
    ),
    (
        "DE MINISTER VOOR WOLKEN, NEVEL EN MIST,\n\n\nA. Maas",
        "Minister:WOLKEN, NEVEL EN MIST:A. Maas",
    ),
    (
        "Mede namens de minister van Financiën,\n\nHoogachtend,\n\nde minister van Defensie,\n\nA. Maas",
        "Minister:Defensie:A. Maas; Minister:Financiën:+",
    ),
    (
        "De minister van Defensie,\tDe minister van Financiën,\n\nA. Maas\tC. Smit",
        "Minister:Defensie; Minister:Financiën",
    ),
]


@pytest.mark.parametrize(("signed", "expected"), SIGNATURES)
@pytest.mark.parametrize("annex", ["", "\n\nAntwoorden op de vragen van het lid Smit (VVD) over mist."])
def test_signatures(signed: str, expected: str, annex: str) -> None:
    assert respondents_of(letter(signed=signed + annex)) == expected


@pytest.mark.parametrize("said", sentences("delays"))
@pytest.mark.parametrize("about", ["Kamervragen", "Uitstel beantwoording Kamervragen over mist"])
def test_delays(said: str, about: str) -> None:
    opening = said.format("de vragen van het lid Smit (VVD) over mist (ingezonden 3 mei 2024)")
    header = letter(opening, dated=f"Datum 4 juni 2024\nBetreft {about}\n", questions=0, answers=0)
    assert (header.document_type, header.title) == ("postponement", "mist")
    assert (header.submitted_on, header.answered_on) == (date(2024, 5, 3), date(2024, 6, 4))
    assert respondents_of(header) == "Minister:Defensie:A.B. de Boer"


@pytest.mark.parametrize("said", sentences("delays"))
def test_notices_of_delay_from_word(said: str) -> None:
    about = said.format("de vragen van het lid Smit (VVD) over mist (ingezonden 3 mei 2024)")
    top = "2024Z08123\n\nMededeling van minister De Boer (Defensie) (ontvangen 4 juni 2024)\n\n"
    header = header_of(f"{top}{about}\n", 0, 0)
    assert (header.document_type, header.case_number) == ("postponement", "2024Z08123")
    assert (header.submitted_on, header.answered_on) == (date(2024, 5, 3), date(2024, 6, 4))
    assert (askers_of(header), respondents_of(header)) == ("Smit/VVD", "Minister:Defensie:De Boer")


@pytest.mark.parametrize(
    "subject",
    ["het niet tijdig beantwoorden van vragen", "uitstel van de beantwoording van Kamervragen over mist"],
)
def test_questions_about_delays_are_no_delay(subject: str) -> None:
    asked = (
        f"Vragen van het lid Smit (VVD) aan de Minister van Defensie over {subject} (ingezonden 3 mei 2024)."
    )
    questions = "\n1\nWaarom zijn de vragen niet binnen de termijn van drie weken beantwoord?\n"
    assert header_of("2024Z08123\n\n" + asked, 1, 0, questions).document_type == "questions"
