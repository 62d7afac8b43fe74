"""Numbers of tables below a unit heading: read only where the table is certain."""

from decimal import Decimal

import pytest

from kamervragen.amounts import find_amounts
from kamervragen.view import View

TABLE = """Voorbeelddocument. De uitgaven (bedragen x € 1.000) zijn:
 2023 2024
Onderwijs 1.250 3.400
Zorg en welzijn -750 12
Totaal 500 3.412

Dit waren er 5."""


def values(text: str) -> list[Decimal]:
    return [amount.value for amount in find_amounts(View.of(text))]


def test_the_numbers_of_a_certain_table_are_multiplied_by_its_unit() -> None:
    assert values(TABLE) == [1_250_000, 3_400_000, -750_000, 12_000, 500_000, 3_412_000]
    amounts = find_amounts(View.of(TABLE))
    assert [TABLE[amount.start : amount.end] for amount in amounts][:2] == ["1.250", "3.400"]
    assert all(amount.currency == "EUR" and amount.currency_stated for amount in amounts)


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("(x € 1 miljoen)", 10**6),
        ("Bedragen in € miljoen", 10**6),
        ("(in miljoenen euro’s)", 10**6),
        ("Bedrag x 1 miljard €", 10**9),
        ("bedragen x € 1 mln.", 10**6),
    ],
)
def test_unit_headings_in_words_and_signs(heading: str, factor: int) -> None:
    assert values(f"{heading}\nPolitie | 10,5\nJustitie | 4\n") == [Decimal("10.5") * factor, 4 * factor]


@pytest.mark.parametrize(
    "below",
    [
        "Artikel 31\nArtikel 32\n",  # numbers of articles
        "Politie 10,5\n",  # one row is no table
        "Politie 10,5 11\nJustitie 4\n",  # rows of different width
        "Politie\n10,5\nJustitie\n4,0\nen verder\nniets 12,5\n",  # cells on lines of their own
        "Jaar 2023\nJaar 2024\n",  # years
        "Aan het woord zijn de leden.\nDit is een zin.\n",
    ],
)
def test_what_is_no_certain_table_is_left_alone(below: str) -> None:
    assert values(f"(bedragen x € 1.000)\n{below}") == []


def test_a_heading_without_a_currency_says_nothing() -> None:
    assert values("(aantallen x 1.000)\nLeerlingen 12,5\nStudenten 10,0\n") == []


def test_amounts_with_a_currency_of_their_own_are_read_once() -> None:
    assert values("(x € 1.000)\nPolitie 1.500\nJustitie € 2.000\nDefensie 3.000\n") == [2000]
