"""Clean reading text."""

from __future__ import annotations

import pytest

from kamervragen.layout.prose import Printing, clean

WRAPPED = Printing(wrapped=True)
FREE = Printing(wrapped=False)


@pytest.mark.parametrize(
    ("above", "line", "joined"),
    [
        ("de emissiefac-", "tor van", "de emissiefactor van"),
        ("olie-", "en gaswinning", "olie- en gaswinning"),
        ("de Noord-", "Hollandse kust", "de Noord-Hollandse kust"),
        ("de EU-", "lidstaten", "de EU-lidstaten"),
        ("voor mbo-", "studenten", "voor mbo-studenten"),
        ("de CO2-", "heffing", "de CO2-heffing"),
        ("een gewone", "regel", "een gewone regel"),
        ("zie https://www.voorbeeld.nl/met-zwarte-", "pieten-in-stad/", None),
        ("zie https://www.voorbeeld.nl/nieuws/", "brug-dicht).", None),
    ],
)
def test_two_printed_lines_as_one(above: str, line: str, joined: str | None) -> None:
    assert clean(f"{above}\n{line}", WRAPPED) == (joined or above + line)


def test_a_hyphen_that_the_document_prints_elsewhere_stays() -> None:
    printing = Printing(wrapped=True, text="Een Hulp-verlener helpt. Een hulp-\nverlener ook.")
    assert clean("de hulp-\nverlener", printing) == "de hulp-verlener"
    assert clean("de hand-\nrem", printing) == "de handrem"


def test_an_address_goes_on_over_two_line_ends() -> None:
    assert clean("zie www.voorbeeld.nl/een-\ntwee-\ndrie/", WRAPPED) == "zie www.voorbeeld.nl/een-twee-drie/"


def test_a_long_paragraph_costs_no_more_than_its_length() -> None:
    lines = ["een regel die doorloopt op de volgende"] * 20_000
    assert clean("\n".join(lines), WRAPPED) == " ".join(lines)


def test_a_line_that_goes_on_in_lower_case_is_no_paragraph() -> None:
    assert clean("De eigenaren van huizen en\nappartementen weten dit.\nNieuw.", FREE) == (
        "De eigenaren van huizen en appartementen weten dit.\nNieuw."
    )


def test_each_list_item_has_its_line() -> None:
    text = "Het gaat om drie zaken die hier genoemd worden:\n•\nde kunst;\n•\nde wind;\n\uf0b7 de tijd."
    assert clean(text, WRAPPED).count("\n") == 3


def test_long_lines_are_paragraphs_even_where_lines_end_with_the_page() -> None:
    long = "Dit is een hele alinea, die een extractor op een enkele regel heeft gezet. " * 3
    assert clean(f"{long.strip()}\n{long.strip()}", WRAPPED).count("\n") == 1


def test_a_dash_in_mid_sentence_opens_no_item() -> None:
    text = (
        "Het is aan de beheerder van de haven die in dit document wordt genoemd\n"
        "– gezien de uitspraak van het fonds – om zich hierover te verantwoorden.\n"
        "Er zijn in de haven van dit document namelijk drie zaken die opvallen:\n"
        "– het hek – dat oud is – moet weg;\n– de poort."
    )
    assert clean(text, WRAPPED).split("\n")[1:] == ["– het hek – dat oud is – moet weg;", "– de poort."]
