"""Members with their parties, offices with their ministries."""

from datetime import date

import pytest

from kamervragen.header.askers import best_statement, read_statements
from kamervragen.header.names import TOOI_MINISTRY, match_ministry, ministry_id
from kamervragen.header.offices import read_offices
from kamervragen.header.page import page_of


def askers(text: str) -> list[tuple[str | None, str | None]]:
    found = best_statement(read_statements(page_of(text, 0, len(text)).prose))
    return [(person.name, person.party) for person in found.people] if found else []


def offices(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.office, one.ministry, one.name) for one in read_offices(text)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("het lid Jansen (VVD)", [("Jansen", "VVD")]),
        ("de leden Jansen en De Vries (beiden SP)", [("Jansen", "SP"), ("De Vries", "SP")]),
        (
            "de leden A. Jansen, De Vries, Bakker (allen GroenLinks)",
            [("A. Jansen", "GroenLinks"), ("De Vries", "GroenLinks"), ("Bakker", "GroenLinks")],
        ),
        (
            "de leden Jansen, De Vries (GroenLinks-PvdA), Bakker (CDA) en Visser (BBB)",
            [
                ("Jansen", "GroenLinks-PvdA"),
                ("De Vries", "GroenLinks-PvdA"),
                ("Bakker", "CDA"),
                ("Visser", "BBB"),
            ],
        ),
        ("de leden lid Inge van Dam (CDA) en Smit (D66)", [("Inge van Dam", "CDA"), ("Smit", "D66")]),
        ("het lid Inge vanDam (CDA)", [("Inge van Dam", "CDA")]),
        ("het lid Jansen (Groen-\nLinks)", [("Jansen", "GroenLinks")]),
        ("het lid Jansen (GroenLinks-\nPvdA)", [("Jansen", "GroenLinks-PvdA")]),
        ("het lid Jansen (NieuwSociaal\nContract)", [("Jansen", "Nieuw Sociaal Contract")]),
        ("het lid Jansen (Partij van Morgen)", [("Jansen", "Partij van Morgen")]),
        ("het lid Jansen (Groep Jansen)", [("Jansen", "Groep Jansen")]),
        ("het lid Juric ´ (SP)", [("Jurić", "SP")]),
        ("het lid Yes¸il-Maas (SP)", [("Yeşil-Maas", "SP")]),
        ("de leden Jansen (VVD)en De Vries (SP)", [("Jansen", "VVD"), ("De Vries", "SP")]),
        ("het lid Jansen", [("Jansen", None)]),
    ],
)
def test_askers(printed: str, expected: list[tuple[str, str | None]]) -> None:
    assert askers(f"Vragen van {printed} aan de Minister van Defensie over mist") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden",
        "De motie van het lid Jansen (VVD) is aangenomen.",
        "",
    ],
)
def test_who_does_not_ask(text: str) -> None:
    assert askers(text) == []


def test_a_member_named_in_the_subject_is_not_an_asker() -> None:
    text = "Vragen van het lid Smit (BBB) aan de Minister van Defensie over de motie van het lid Jansen (VVD)"
    assert askers(text) == [("Smit", "BBB")]


def test_the_word_vragen_may_follow() -> None:
    assert askers("Op 3 mei 2022 heeft het lid Smit (BBB) schriftelijke vragen gesteld over mist.") == [
        ("Smit", "BBB")
    ]


def test_a_committee_asks() -> None:
    text = "de antwoorden op de door de Vaste Commissie voor Defensie gestelde vragen over het rapport"
    assert askers(text) == [("Vaste Commissie voor Defensie", None)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("de Minister van Defensie", [("Minister", "Defensie", None)]),
        (
            "de Ministers van Onderwijs, Cultuur en Wetenschap en van Justitie en Veiligheid",
            [
                ("Minister", "Onderwijs, Cultuur en Wetenschap", None),
                ("Minister", "Justitie en Veiligheid", None),
            ],
        ),
        (
            "de ministers van Klimaat en Groene Groei en Economische Zaken",
            [("Minister", "Klimaat en Groene Groei", None), ("Minister", "Economische Zaken", None)],
        ),
        (
            "de Ministers van Asiel en Migratie, voor BuitenlandseHandel en Ontwikkelingshulp en vanDefensie",
            [
                ("Minister", "Asiel en Migratie", None),
                ("Minister", "Buitenlandse Handel en Ontwikkelingshulp", None),
                ("Minister", "Defensie", None),
            ],
        ),
        (
            "de Minister en Staatssecretaris van\nFinanciën",
            [("Minister", "Financiën", None), ("Staatssecretaris", "Financiën", None)],
        ),
        (
            "de Staatssecretarissen van Onderwijs, Cultuur en Wetenschap enVolksgezondheid, Welzijn enSport",
            [
                ("Staatssecretaris", "Onderwijs, Cultuur en Wetenschap", None),
                ("Staatssecretaris", "Volksgezondheid, Welzijn en Sport", None),
            ],
        ),
        (
            "de Minister-President, Minister van Algemene Zaken",
            [("Minister-President", "Algemene Zaken", None)],
        ),
        (
            "de Minister-President en de Minister van Defensie",
            [("Minister-President", None, None), ("Minister", "Defensie", None)],
        ),
        (
            "Minister De Boer (Infrastructuuren Waterstaat)",
            [("Minister", "Infrastructuur en Waterstaat", "De Boer")],
        ),
        ("minister van Dam (Defensie)", [("Minister", "Defensie", "van Dam")]),
        (
            "Ministers De Boer (Financiën) en Maas (Defensie)",
            [("Minister", "Financiën", "De Boer"), ("Minister", "Defensie", "Maas")],
        ),
        (
            "Staatssecretaris Maas (Financiën – Toeslagen en Douane)",
            [("Staatssecretaris", "Financiën – Toeslagen en Douane", "Maas")],
        ),
        (
            "staatssecretaris Maas (Volksgezondheid, Welzijn en Sport (ontvangen",
            [("Staatssecretaris", "Volksgezondheid, Welzijn en Sport", "Maas")],
        ),
        (
            "staatssecretaris Rechtsbescherming (Justitie en Veiligheid)",
            [("Staatssecretaris", "Justitie en Veiligheid", None)],
        ),
        ("de Minister van Ruimtevaart en Getijden", [("Minister", "Ruimtevaart en Getijden", None)]),
        (
            "de Minister van Economische Zaken en Ruimtevaart",
            [("Minister", "Economische Zaken en Ruimtevaart", None)],
        ),
        (
            "de Minister van Financiën en de Staatssecretaris van Getijden",
            [("Minister", "Financiën", None), ("Staatssecretaris", "Getijden", None)],
        ),
        ("deStaatssecretarisvan Financiën", [("Staatssecretaris", "Financiën", None)]),
        (
            "de viceminister-president en minister van Defensie",
            [("Minister", "Defensie", None)],
        ),
        ("het Ministerie van Defensie", []),
        ("de oud-minister van Defensie", []),
    ],
)
def test_offices(printed: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert offices(printed) == expected


def test_everything_after_mede_namens_is_on_behalf() -> None:
    text = "Minister Maas (Defensie), mede namens de Ministers van Financiën en van Buitenlandse Zaken"
    assert [(one.ministry, one.on_behalf_of) for one in read_offices(text)] == [
        ("Defensie", False),
        ("Financiën", True),
        ("Buitenlandse Zaken", True),
    ]


def test_names_of_ministries_survive_lost_and_added_spaces() -> None:
    found = match_ministry("V olksgezondheid,Welzijn enSport over het weer")
    assert found is not None
    assert found.printed == "Volksgezondheid, Welzijn en Sport"
    assert match_ministry("Defensiebeleid in het noorden") is None
    assert match_ministry("Justitieel beleid") is None


@pytest.mark.parametrize(
    ("name", "day", "identifier"),
    [
        ("Justitie en Veiligheid", date(2024, 1, 1), "mnre1058"),
        ("Financiën – Toeslagen en Douane", date(2024, 1, 1), "mnre1090"),
        ("VWS", None, "mnre1025"),
        ("Economische Zaken", date(2024, 11, 1), "mnre1045"),
        ("Economische Zaken", date(2009, 11, 1), "mnre1040"),
        ("Economische Zaken", None, None),
        ("Klimaat en Groene Groei", date(2024, 11, 1), None),
        ("Ruimtevaart", date(2024, 11, 1), None),
        ("Economische Zaken en Ruimtevaart", date(2024, 11, 1), None),
        ("", None, None),
    ],
)
def test_ministry_ids_are_verified_or_absent(name: str, day: date | None, identifier: str | None) -> None:
    assert ministry_id(name, day) == (TOOI_MINISTRY + identifier if identifier else None)
